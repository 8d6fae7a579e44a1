// Reads the index: its files, fetched when they are needed. The format is in src/SummitDigest.Search/Indexing/index-format.md.

import { name as analyser, tokens } from './words.js';

const format = 1;
const longest = [6, 8, 11, 16, 22, 32, 45, 64, 90, 128, 181, 256, 362, 512, 724];
// What is kept of fetched files and decoded postings, in bytes: more is fetched again, mostly from the browser's cache.
const kept = 1 << 21;

/** Why the index cannot be read: its kind is "network", "missing", "corrupt" or "version". */
export class IndexError extends Error {
  constructor(kind, file) {
    super(`${kind}: ${file}`);
    this.kind = kind;
  }
}

async function fetchFile(url, again) {
  let response;
  try {
    response = await fetch(url, again ? { cache: 'reload' } : {});
  } catch {
    throw new IndexError('network', url);
  }
  if (!response.ok) throw new IndexError(response.status === 404 || response.status === 410 ? 'missing' : 'network', url);
  let bytes;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new IndexError('network', url);
  }
  if (bytes[0] !== 83 || bytes[1] !== 68) throw new IndexError('corrupt', url);
  if (bytes[2] !== format) throw new IndexError('version', url);
  let hash = 2166136261;
  for (let i = 8; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 16777619);
  for (let i = 0; i < 4; i++) if (bytes[4 + i] !== (hash >>> 8 * i & 255)) throw new IndexError('corrupt', url);
  return bytes.subarray(8);
}

// A file that did not come whole is asked for once more, past every cache.
const fetchTwice = url => fetchFile(url).catch(error => error.kind === 'network' || error.kind === 'corrupt' ? fetchFile(url, true) : Promise.reject(error));
const text = bytes => new TextDecoder().decode(bytes);
const lower = (count, less) => {
  let from = 0;
  for (let to = count; from < to;) {
    const middle = from + to >> 1;
    if (less(middle)) from = middle + 1; else to = middle;
  }
  return from;
};
const reverse = word => word.split('').reverse().join('');

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  varint() {
    let value = 0, shift = 0, next;
    do {
      next = this.bytes[this.at++];
      value |= (next & 127) << shift;
      shift += 7;
    } while (next > 127);
    return value;
  }

  // Front-coded words.
  words(length) {
    let word = '';
    return text(this.bytes.subarray(this.at, this.at += length)).split('\n')
      .map(line => word = word.slice(0, line.charCodeAt(0) - 32) + line.slice(1));
  }
}

// Where a word stands: spans [start, end, isHeading], and per passage its length class and positions from[i] to from[i + 1].
function decode(bytes) {
  const reader = new Reader(bytes), spans = [], size = bytes.length;
  const passages = new Int32Array(size), from = new Int32Array(size + 1), positions = new Int32Array(size), lengths = new Uint8Array(size);
  let count = 0, all = 0, passage = -1, start = 0;
  for (let left = reader.varint(); left > 0; left--) {
    start += reader.varint();
    const length = reader.varint();
    spans.push([start, start + (length >> 1), length & 1]);
  }
  while (reader.at < size) {
    passages[count] = passage += reader.varint() + 1;
    const head = bytes[reader.at++];
    lengths[count] = head >> 4;
    let left = head & 15;
    if (left === 15) left += reader.varint();
    for (let position = -1; left > 0; left--) positions[all++] = position += reader.varint() + 1;
    from[++count] = all;
  }
  return { spans, passages: passages.slice(0, count), from: from.slice(0, count + 1), positions: positions.slice(0, all), lengths: lengths.slice(0, count) };
}

/** An opened index. Whatever is not there yet is noted in `missing`, and `load` fetches it. */
export class Index {
  /** @param {string} base the index's address, ending in a slash */
  static async open(base) {
    const root = JSON.parse(text(await fetchTwice(base + 'root')));
    if (root.analyser !== analyser) throw new IndexError('version', base);
    return new Index(base, root);
  }

  constructor(base, root) {
    Object.assign(this, { base, root, files: new Map(), postings: new Map(), missing: new Set() });
    this.speechOf = new Uint32Array(root.passages);
    this.themeOf = new Uint8Array(root.passages);
    let at = 0;
    root.speeches.forEach((speech, i) => this.speechOf.fill(i, at, at += speech[6]));
    at = 0;
    for (let i = 0; i < root.themeRuns.length; i += 2) this.themeOf.fill(root.themeRuns[i], at, at += root.themeRuns[i + 1]);
    this.common = new Set(root.common);
    if (root.text) this.build();
  }

  // The text of a small library says all: its words are found here instead of being sent.
  build() {
    const words = new Map();
    const put = (bytes, value) => {
      for (; value > 127; value >>= 7) bytes.push(value & 127 | 128);
      bytes.push(value);
    };
    const entry = word => {
      let found = words.get(word);
      if (!found) words.set(word, found = { spans: [], bytes: [], passage: -1 });
      return found;
    };
    const under = (title, start, end, heading) => {
      for (const word of new Set(tokens(title).map(token => token.word))) {
        const { spans } = entry(word), last = spans.at(-1);
        if (last && last[2] === heading && last[1] === start) last[1] = end; else spans.push([start, end, heading]);
      }
    };
    const { text, speeches, passages } = this.root;
    for (let passage = 0, left = 0, speech = 0; passage < passages; passage++, left--) {
      while (left === 0) {
        left = speeches[speech][6];
        under(speeches[speech++].slice(1, 4).join('\n'), passage, passage + left, 0);
      }
      under(text[passage][1], passage, passage + 1, 1);
      const found = tokens(text[passage][2]), length = lower(15, i => longest[i] < found.length);
      const positions = new Map();
      for (const { word, position } of found) positions.has(word) ? positions.get(word).push(position) : positions.set(word, [position]);
      for (const [word, at] of positions) {
        const { bytes } = entry(word), before = words.get(word);
        put(bytes, passage - before.passage - 1);
        before.passage = passage;
        bytes.push(length << 4 | Math.min(at.length, 15));
        if (at.length > 14) put(bytes, at.length - 15);
        at.forEach((position, i) => put(bytes, position - (i ? at[i - 1] : -1) - 1));
      }
    }
    this.words = [...words.keys()].sort().map(word => {
      const { spans, bytes } = words.get(word), head = [];
      put(head, spans.length);
      spans.forEach(([start, end, heading], i) => {
        put(head, start - (i ? spans[i - 1][0] : 0));
        put(head, end - start << 1 | heading);
      });
      const all = Uint8Array.from([...head, ...bytes]);
      return { word, size: all.length, bytes: all };
    });
  }

  // A decoded file, or undefined while it is missing.
  file(name) {
    const file = this.files.get(name);
    if (!file) this.missing.add(name);
    return file?.data;
  }

  /** Fetches all that is missing. */
  async load() {
    const names = [...this.missing];
    this.missing.clear();
    await Promise.all(names.map(async name => {
      const bytes = await fetchTwice(this.base + name);
      let data = bytes;
      if (name.startsWith('text')) data = JSON.parse(text(bytes));
      else if (name.startsWith('endings')) data = new Reader(bytes).words(bytes.length);
      else if (name.startsWith('words')) {
        const reader = new Reader(bytes);
        let file = reader.varint() - 1, at = 0;
        data = reader.words(reader.varint()).map(word => {
          const size = reader.varint();
          if (size & 1) {
            file++;
            at = 0;
          }
          return { word, size: size >> 1, file, at: (at += size >> 1) - (size >> 1) };
        });
      }
      this.files.set(name, { data, size: bytes.length });
    }));
  }

  /** Forgets what was not used lately. Called between searches, never within one. */
  trim() {
    for (const cache of [this.files, this.postings]) {
      let size = 0;
      for (const entry of cache.values()) size += entry.size;
      for (const [name, entry] of cache) {
        if (size <= kept) break;
        size -= entry.size;
        cache.delete(name);
      }
    }
  }

  // The entries of a sorted list in pieces that start so.
  slice(firsts, kind, prefix, wordOf) {
    const found = [];
    for (let i = Math.max(0, lower(firsts.length, i => firsts[i] <= prefix) - 1); i < firsts.length && (firsts[i] <= prefix || firsts[i].startsWith(prefix)); i++) {
      const list = kind ? this.file(`${kind}-${i}`) : this.words;
      if (!list) continue;
      for (let k = lower(list.length, k => wordOf(list[k]) < prefix); k < list.length && wordOf(list[k]).startsWith(prefix); k++) found.push(list[k]);
    }
    return found;
  }

  /** The entries of the words that start so, in order. */
  startingWith(prefix) {
    return this.words ? this.slice([''], '', prefix, entry => entry.word) : this.slice(this.root.words, 'words', prefix, entry => entry.word);
  }

  /** The words that end so. */
  endingWith(ending) {
    return this.words
      ? this.words.map(entry => entry.word).filter(word => word.endsWith(ending))
      : this.slice(this.root.endings, 'endings', reverse(ending), word => word).map(reverse);
  }

  /** The entry of a word. */
  find(word) {
    return this.startingWith(word).find(entry => entry.word === word);
  }

  /** Where the word of an entry stands, or undefined while that is missing. */
  read(entry) {
    let found = this.postings.get(entry.word);
    if (!found) {
      const bytes = entry.bytes ?? this.file(`postings-${entry.file}`)?.subarray(entry.at, entry.at + entry.size);
      if (!bytes) return undefined;
      const data = decode(bytes);
      this.postings.set(entry.word, found = { data, size: 4 * (data.positions.length + 2 * data.passages.length) });
    }
    return found.data;
  }

  /** Id, heading and text of a passage, or undefined while that is missing. */
  text(passage) {
    const { text, passagesPerText: per } = this.root;
    return text ? text[passage] : this.file(`text-${Math.floor(passage / per)}`)?.[passage % per];
  }
}
