// The analyser: a text as the words that are looked for. The rules are in src/SummitDigest.Search/Analysis/analyser.md.

/** The version of the rules that an index names. */
export const analyser = 'words-2';

const ideograph = '\\u4E00-\\u9FFF\\u3400-\\u4DBF\\uF900-\\uFAFF\\u{20000}-\\u{323AF}\\u3040-\\u3098\\u309B-\\u30FF\\u3005\\u3007';
// Typed apart, か and the mark that makes it が are one letter still.
const run = new RegExp(`[${ideograph}][\\u3099\\u309A]?|(?:(?![${ideograph}\\u02BB\\u02BC])[\\p{L}\\p{Nd}\\p{M}\\p{Cf}])+`, 'uy');
const noLetter = new RegExp(`[^\\p{L}\\p{Nd}${ideograph}\\u3099\\u309A]`, 'gu');
const letters = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ς: 'σ' };

/** @param {string} text */
export function fold(text) {
  return /^[\0-\x7F]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(noLetter, '').toLowerCase().replace(/[ßæœþøđðłıς]/g, letter => letters[letter]);
}

// Runs of letters and digits, folded, and where they start and end in UTF-16 units. Plain letters are taken one by one, for
// this is the longest work on a hit; anything else is left to the expression. U+2010 to U+2027 are dashes and quotes.
function split(text) {
  const plain = text.replaceAll('İ', 'I').toLowerCase(), words = [], starts = [], ends = [];
  for (let i = 0; i < text.length;) {
    const start = i;
    let letter = plain.charCodeAt(i), word;
    while (letter > 96 && letter < 123 || letter > 47 && letter < 58) letter = plain.charCodeAt(++i);
    if (letter > 127 && (letter < 0x2010 || letter > 0x2027)) {
      run.lastIndex = start;
      const [found] = run.exec(text) ?? [''];
      word = fold(found);
      i = start + found.length;
    } else {
      word = plain.slice(start, i);
    }
    if (word) {
      words.push(word);
      starts.push(start);
      ends.push(i);
    }
    if (i === start) i += text.codePointAt(i) > 0xFFFF ? 2 : 1;
  }
  return { words, starts, ends };
}

/**
 * The words in order; a compound joined up comes right behind its first part.
 * @param {string} text
 * @param {{has(word: string): boolean}} [wanted] the words to give; all others keep their places
 * @returns {{word: string, position: number, start: number, end: number, joined: boolean}[]} start and end in UTF-16 units
 */
export function tokens(text, wanted) {
  const { words, starts, ends } = split(text), found = [];
  let position = 0;
  const isNext = i => starts[i] === ends[i - 1] + 1;
  const between = next => isNext(next) ? text[ends[next - 1]] : '';
  const isNumber = i => /^[0-9]+$/.test(words[i]), isLetter = i => /^[a-z]$/.test(words[i]);
  const add = (word, start, end) => {
    if (word.length <= 64 && (!wanted || wanted.has(word))) found.push({ word, position, start, end, joined: false });
    position++;
  };
  for (let i = 0; i < words.length;) {
    // Behind most words is nothing that could join them to the next.
    if (!isNext(i + 1) || text[ends[i]] === ' ') {
      add(words[i], starts[i], ends[i++]);
      continue;
    }
    if (isNumber(i)) {
      let number = words[i], next = i + 1, thousands = number.length <= 3;
      for (; isNumber(next); next++) {
        if (thousands && between(next) === ',' && words[next].length === 3) number += words[next];
        else if (between(next) === '.') { number += '.' + words[next]; thousands = false; } else break;
      }
      if (next > i + 1) {
        add(number, starts[i], ends[next - 1]);
        i = next;
        continue;
      }
    }
    const start = starts[i];
    let joined = '', parts = 0, joins = true, end, place;
    for (;;) {
      let after = i + 1;
      end = ends[i];
      if (/['’‘＇ʼ]/.test(between(after)) && /^([stdm]|re|ve|ll)$/.test(words[after])) end = ends[after++];
      joined += words[i];
      add(words[i], starts[i], end);
      if (!parts++) place = found.length;
      const mark = starts[after] === end + 1 ? text[end] : '';
      if (!/[-‐‑－]/.test(mark) && !(mark === '.' && isLetter(after - 1) && isLetter(after))) {
        i = after;
        break;
      }
      if (isNumber(i) && isNumber(after)) joins = false;
      i = after;
    }
    if (joins && parts > 1 && parts <= 4 && joined.length <= 64 && (!wanted || wanted.has(joined))) {
      found.splice(place, 0, { word: joined, position: position - parts, start, end, joined: true });
    }
  }
  return found;
}

// With an e behind it another word, as "not" and "note".
const isShort = stem => /^[^aeiouy]*(qu)?[aeiouy][^aeiouyswxz]$/.test(stem);

/** What the inflected forms of a word have in common. @param {string} word */
export function key(word) {
  if (!/^[a-z]{4,}$/.test(word) || word === 'news') return word;
  let stem = word;
  const cut = (ending, put = '') => { stem = stem.slice(0, -ending) + put; };
  const cutToE = ending => {
    cut(ending);
    if (stem.length < 3 || isShort(stem)) stem += 'e';
  };
  if (/..ies$/.test(stem)) cut(3, 'y');
  else if (/[^sui]s$/.test(stem)) cut(1);
  if (stem.endsWith('eed')) {
    if (/(te|fre|.gre|.cre)ed$/.test(stem)) cut(1);
  } else if (/..ied$/.test(stem)) cut(3, 'y');
  else if (stem.endsWith('ed') && /[aeiouy]/.test(stem.slice(0, -2))) cutToE(2);
  else if (stem.endsWith('ing') && /[aeiouy]/.test(stem.slice(0, -3))) cutToE(3);
  if (/...e$/.test(stem) && !isShort(stem.slice(0, -1))) cut(1);
  if (/..([^aeiouy])\1$/.test(stem)) cut(1);
  if (/[^aeiouy]y$/.test(stem)) cut(1, 'i');
  return stem;
}

/** The letters that every form with this key starts with. @param {string} key */
export const beginning = key => /..[ei]$/.test(key) ? key.slice(0, -1) : key;
