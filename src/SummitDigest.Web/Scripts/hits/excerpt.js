// What a hit shows of its passage. The same as Excerpt.cs in src/SummitDigest.Search/Querying; tests/Shared/excerpts.json
// holds the two together.

import { space } from '../engine/query.js';
import { tokens } from '../engine/words.js';

// Less of a sentence says nothing.
const shortestPart = 80;
const strengths = ['exact', 'inflected', 'prefix', 'corrected'];
const isSpace = RegExp.prototype.test.bind(new RegExp(`[${space}]`));
const ends = new RegExp(`([.!?…。！？]+)["'”’»)\\]」』】）〉》]*([${space}]*)|(\\n)[${space}]*`, 'g');

// The words of a sequence that starts with the i-th token: where it ends, how it matched, its words.
function sequence(words, all, i, kind) {
  let { end, word, position } = all[i];
  for (let k = 1; k < words.length; k++) {
    while (all[i] && all[i].position < position + k) i++;
    let next = i;
    while (all[next]?.position === position + k && !words[k].has(all[next].word)) next++;
    const token = all[next];
    if (token?.position !== position + k) return null;
    kind = Math.max(kind, strengths.indexOf(words[k].get(token.word)));
    end = token.end;
    word += ' ' + token.word;
  }
  return { end, kind, word };
}

// What becomes another word, or more than one, when it is taken apart: a mark between letters, or a letter beyond ASCII.
const special = /[a-z0-9][-.,\u2010-\u2027][a-z0-9]|[^\0-\x7F\u2010-\u2027]/g;
// What to look for in texts, made once for a result: the hits are drawn at every key.
const sought = new WeakMap();

function soughtBy({ terms }) {
  const alternatives = terms.flatMap(term => term.alternatives), words = new Set(alternatives.flat().flatMap(forms => [...forms.keys()])), beginnings = [];
  // What has "govern" is found with it, and so has not to be looked for "governs".
  for (const word of [...words].sort()) if (!beginnings.length || !word.startsWith(beginnings.at(-1))) beginnings.push(word);
  return { words, beginnings, isSequence: alternatives.some(alternative => alternative.length > 1) };
}

const isPlain = letter => letter > 96 && letter < 123 || letter > 47 && letter < 58;

// Where the parts of a text between blanks start and end that may hold a word that begins so, in order.
function partsWith(text, beginnings) {
  const plain = text.replaceAll('İ', 'I').toLowerCase(), parts = new Map();
  const take = at => {
    const start = plain.lastIndexOf(' ', at) + 1, space = plain.indexOf(' ', at), end = space < 0 ? plain.length : space;
    parts.set(start, end);
    return end;
  };
  for (const word of beginnings) {
    for (let at = plain.indexOf(word); at >= 0;) at = plain.indexOf(word, isPlain(plain.charCodeAt(at - 1)) ? at + 1 : take(at));
  }
  special.lastIndex = 0;
  for (let match = special.exec(plain); match; match = special.exec(plain)) special.lastIndex = take(match.index);
  return [...parts].sort((a, b) => a[0] - b[0]);
}

// The tokens of a text that a result looks for; positions are of use only where it looks for sequences. Where it does not,
// only what may hold a word is taken apart: to take whole texts apart is two fifths of the work on a hit.
function tokensIn(text, result) {
  if (!sought.has(result)) sought.set(result, soughtBy(result));
  const { words, beginnings, isSequence } = sought.get(result);
  if (isSequence) return tokens(text, words);
  return partsWith(text, beginnings).flatMap(([start, end]) => tokens(text.slice(start, end), words)
    .map(token => ({ ...token, start: start + token.start, end: start + token.end })));
}

/**
 * Every place where a term stands, by place; places of different terms may overlap.
 * @param {string} text
 * @param {object} result of the engine
 * @returns {{start: number, end: number, kind: string, term: number, words: string}[]} in UTF-16 units, end exclusive
 */
export function places(text, result) {
  const all = tokensIn(text, result), found = [];
  result.terms.forEach(({ alternatives }, term) => {
    for (const words of alternatives) {
      for (let i = 0; i < all.length; i++) {
        const kind = words[0]?.get(all[i].word);
        const rest = kind && sequence(words, all, i, strengths.indexOf(kind));
        if (rest) found.push({ start: all[i].start, end: rest.end, kind: strengths[rest.kind], term, words: rest.word });
      }
    }
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
}

/** The same without overlaps, to be marked. @param {string} text @param {object} result of the engine */
export function marks(text, result) {
  const found = [];
  let end = 0;
  for (const place of places(text, result)) {
    if (place.end <= end) continue;
    found.push({ ...place, start: Math.max(place.start, end) });
    end = place.end;
  }
  return found;
}

// The same passages come again at the next key.
const known = new Map(), mostKnown = 1000;

// Each with the white space after it. Lines are sentences: a list is a passage too.
function sentencesOf(text) {
  if (known.has(text)) return known.get(text);
  if (known.size === mostKnown) known.clear();
  const sentences = [];
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length, before = match.index - 1;
    // The "U.S." and the "J. Smith": a letter alone before a full stop.
    const initial = match[1] === '.' && before >= 0 && /\p{L}/u.test(text[before]) && !(before > 0 && /[\p{L}\p{Nd}]/u.test(text[before - 1]));
    if (end < text.length && (match[3] || /[。！？]/.test(match[1]) || match[2] && !initial)) {
      sentences.push([start, end]);
      start = end;
    }
  }
  sentences.push([start, text.length]);
  known.set(text, sentences);
  return sentences;
}

// A part of a sentence that is too long, a third of it before its first mark, cut between words where there are any.
function windowIn(text, start, end, mark, length) {
  const first = mark ? mark.start : start, last = mark ? mark.end : start;
  let from = Math.max(start, Math.min(first - Math.floor(length / 3), end - length));
  if (from > start) {
    let word = from;
    while (word < first && !isSpace(text[word - 1])) word++;
    from = word < first || isSpace(text[word - 1]) ? word : /[\uDC00-\uDFFF]/.test(text[from]) ? from + 1 : from;
  }
  let to = Math.min(end, from + length);
  if (to < end) {
    let word = to;
    while (word > last && !isSpace(text[word])) word--;
    to = word > last ? word : /[\uD800-\uDBFF]/.test(text[to - 1]) ? to - 1 : to;
  }
  return [from, to];
}

function chosen(text, found, length) {
  if (text.length <= length) return [[0, text.length]];
  const sentences = sentencesOf(text);
  let next = 0;
  const terms = sentences.map(([, end]) => {
    // Marks are in order, too.
    const own = new Set();
    for (; next < found.length && found[next].start < end; next++) own.add(found[next].term);
    return own;
  });
  const best = [...sentences.keys()].sort((a, b) => terms[b].size - terms[a].size || a - b);
  const shown = sentences.map(() => null), covered = new Set();
  let room = length;
  const take = i => {
    const size = sentences[i][1] - sentences[i][0];
    if (!shown[i] && size <= room) {
      shown[i] = sentences[i];
      room -= size;
    }
    return shown[i];
  };
  // 1. Every term once; of a sentence that is too long, the part around it.
  for (const i of best) {
    const isFirst = i === best[0];
    if ((isFirst || [...terms[i]].some(term => !covered.has(term))) && !take(i) && (isFirst || room >= shortestPart)) {
      const [start, end] = sentences[i];
      shown[i] = windowIn(text, start, end, found.find(mark => mark.start >= start && mark.start < end && !covered.has(mark.term)), room);
      room -= shown[i][1] - shown[i][0];
    }
    if (shown[i]) terms[i].forEach(term => covered.add(term));
  }
  // 2. What else matches.
  for (const i of best) if (terms[i].size) take(i);
  // 3. Neighbours, as long as one fits.
  for (let before = -1; before !== room;) {
    before = room;
    for (let i = 0; i < sentences.length; i++) if (shown[i - 1] || shown[i + 1]) take(i);
  }
  const joined = [];
  for (const range of shown) {
    if (!range) continue;
    if (joined.at(-1)?.[1] === range[0]) joined.at(-1)[1] = range[1]; else joined.push([...range]);
  }
  return joined;
}

/**
 * The sentences with marks, as many terms as can be, and their neighbours as far as the length goes; the beginning, where
 * nothing is marked.
 * @param {string} text
 * @param {{start: number, end: number, term: number}[]} found what `marks` gives
 * @param {number} length in UTF-16 units
 * @returns {{text: string, mark: boolean}[]}
 */
export function excerpt(text, found, length = 320) {
  const pieces = [], ranges = chosen(text, found, length);
  let plain = '';
  for (let [start, end] of ranges) {
    while (end > start && isSpace(text[end - 1])) end--;
    if (start > 0) plain += plain || pieces.length ? ' … ' : '… ';
    let at = start;
    for (const mark of found) {
      const from = Math.max(mark.start, start), to = Math.min(mark.end, end);
      if (from >= to) continue;
      plain += text.slice(at, from);
      if (plain) pieces.push({ text: plain, mark: false });
      plain = '';
      pieces.push({ text: text.slice(from, to), mark: true });
      at = to;
    }
    plain += text.slice(at, end);
  }
  if (ranges.at(-1)[1] < text.length) plain += ' …';
  if (plain) pieces.push({ text: plain, mark: false });
  return pieces;
}
