// Reads the index: its files, fetched when they are needed. The format is in src/SummitDigest.Search/Indexing/index-format.md.

import { analyser } from './words.js';

const format = 1;
// What is kept of fetched files and of decoded postings, in bytes: more is fetched again, mostly from the browser's cache.
const kept = 1 << 21;

/** Why the index cannot be read: its kind is "network", "missing", "corrupt" or "version". */
export class IndexError extends Error {
  constructor(kind, url) {
    super(`${kind}: ${url}`);
    this.kind = kind;
  }
}

async function fetchFile(url, cache = 'default') {
  const refuse = kind => { throw new IndexError(kind, url); };
  const response = await fetch(url, { cache }).catch(() => refuse('network'));
  if (!response.ok) refuse(response.status === 404 ? 'missing' : 'network');
  const bytes = new Uint8Array(await response.arrayBuffer().catch(() => refuse('network')));
  if (bytes.length < 8 || bytes[0] !== 83 || bytes[1] !== 68) refuse('corrupt');
  if (bytes[2] !== format) refuse('version');
  let hash = 2166136261;
  for (let i = 8; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 16777619);
  if (new DataView(bytes.buffer).getInt32(4, true) !== hash) refuse('corrupt');
  return bytes.subarray(8);
}

// A file that did not come whole is asked for once more, past every cache.
const fetchTwice = url => fetchFile(url).catch(error => error.kind === 'network' || error.kind === 'corrupt' ? fetchFile(url, 'reload') : Promise.reject(error));
const textOf = bytes => new TextDecoder().decode(bytes);
const jsonOf = bytes => JSON.parse(textOf(bytes));
const reversed = word => word.split('').reverse().join('');

/** The first number from 0 to `count` for which `isBelow` does not hold. */
export function firstNot(count, isBelow) {
  let from = 0;
  while (from < count) {
    const middle = from + count >> 1;
    if (isBelow(middle)) from = middle + 1; else count = middle;
  }
  return from;
}

// Reads numbers, and front-coded words, from bytes.
function reading(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0, shift = 0, next;
    do {
      next = bytes[at++];
      value |= (next & 127) << shift;
      shift += 7;
    } while (next > 127);
    return value;
  };
  const words = length => {
    let word = '';
    return textOf(bytes.subarray(at, at += length)).split('\n').map(line => word = word.slice(0, line.charCodeAt(0) - 32) + line.slice(1));
  };
  return { varint, words, byte: () => bytes[at++], more: () => at < bytes.length };
}

// Where a word stands: spans [start, end, isHeading], passages, and the positions from[i] to from[i + 1] in each. Sets the length class of every passage that it meets.
function decode(bytes, lengths) {
  const { varint, byte, more } = reading(bytes), spans = [], size = bytes.length;
  const passages = new Int32Array(size), from = new Int32Array(size + 1), positions = new Uint16Array(size);
  let count = 0, all = 0, passage = -1, start = 0;
  for (let left = varint(); left--;) {
    start += varint();
    const length = varint();
    spans.push([start, start + (length >> 1), length & 1]);
  }
  while (more()) {
    passages[count] = passage += varint() + 1;
    const head = byte();
    lengths[passage] = head >> 4;
    let left = head & 15;
    if (left > 14) left += varint();
    for (let position = -1; left--;) positions[all++] = position += varint() + 1;
    from[++count] = all;
  }
  return { spans, passages: passages.slice(0, count), from: from.slice(0, count + 1), positions: positions.slice(0, all) };
}

/**
 * Opens an index. Whatever is asked of it that is not there yet is noted in `missing`, and `load` fetches all that is.
 * @param {string} base its address, ending in a slash
 */
export async function openIndex(base) {
  const root = jsonOf(await fetchTwice(base + 'root'));
  if (root.analyser !== analyser) throw new IndexError('version', base);
  const files = new Map(), coming = new Map(), postings = new Map(), missing = new Set(), lengths = new Uint8Array(root.passages);
  // The text of a small library says all, so its words are found here instead of being sent.
  const all = root.text && (await import('../build-index.js')).build(root);

  // A decoded file, or undefined while it is missing.
  function file(name) {
    if (!files.has(name)) missing.add(name);
    return files.get(name)?.data;
  }

  function open(kind, bytes) {
    const { varint, words } = reading(bytes);
    if (kind === 'endings') return words(bytes.length);
    if (kind !== 'words') return kind === 'text' ? jsonOf(bytes) : bytes;
    let number = varint() - 1, at = 0;
    return words(varint()).map(word => {
      const size = varint();
      if (size & 1) {
        number++;
        at = 0;
      }
      return { word, size: size >> 1, number, at: (at += size >> 1) - (size >> 1) };
    });
  }

  // The entries of a sorted list in pieces that start so; of the first piece alone where a whole word is looked for.
  function slice(kind, firsts, prefix, wordOf, isWhole) {
    const found = [], first = Math.max(0, firstNot(firsts.length, i => firsts[i] <= prefix) - 1);
    for (let i = first; i < (isWhole ? first + 1 : firsts.length) && (firsts[i] <= prefix || firsts[i].startsWith(prefix)); i++) {
      const list = all ?? file(`${kind}-${i}`) ?? [];
      for (let k = firstNot(list.length, k => wordOf(list[k]) < prefix); k < list.length && wordOf(list[k]).startsWith(prefix); k++) found.push(list[k]);
    }
    return found;
  }

  const startingWith = (prefix, isWhole) => slice('words', all ? [''] : root.words, prefix, entry => entry.word, isWhole);

  return {
    root, missing, lengths, isOneFile: !!all, common: new Set(root.common),
    /** The entries of the words that start so, in order. */
    startingWith,
    /** The words that end so. */
    endingWith: ending => all
      ? all.map(entry => entry.word).filter(word => word.endsWith(ending))
      : slice('endings', root.endings, reversed(ending), word => word).map(reversed),
    /** The entry of a word. */
    find: word => startingWith(word, true).find(entry => entry.word === word),
    /** Where the word of an entry stands, or undefined while that is missing. */
    read(entry) {
      if (!postings.has(entry.word)) {
        const bytes = entry.bytes ?? file(`postings-${entry.number}`)?.subarray(entry.at, entry.at + entry.size);
        if (!bytes) return undefined;
        const data = decode(bytes, lengths);
        postings.set(entry.word, { data, size: 2 * data.positions.length + 8 * data.passages.length });
      }
      return postings.get(entry.word).data;
    },
    /** Id, heading and text of a passage, or undefined while that is missing. */
    text: passage => root.text?.[passage] ?? file(`text-${Math.floor(passage / root.passagesPerText)}`)?.[passage % root.passagesPerText],
    async load() {
      await Promise.all([...missing].map(name => {
        if (!coming.has(name)) coming.set(name, fetchTwice(base + name).then(bytes => files.set(name, { data: open(name.split('-')[0], bytes), size: bytes.length })).finally(() => coming.delete(name)));
        return coming.get(name);
      }));
    },
    /** Forgets what was fetched first, beyond what is kept; a search under way fetches again what it still needs. */
    trim() {
      for (const cache of [files, postings]) {
        let size = 0;
        for (const entry of cache.values()) size += entry.size;
        for (const [name, entry] of cache) {
          if (size > kept) cache.delete(name);
          size -= entry.size;
        }
      }
    },
  };
}
