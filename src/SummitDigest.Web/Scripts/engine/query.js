// Takes a query apart. The rules are in src/SummitDigest.Search/Querying/queries.md.

import { tokens } from './words.js';

/** UTF-16 units of a query that are read. */
export const longestQuery = 500;
/** What a box takes: one more, so that of a longer text that is pasted it is said that its end was left off. */
export const longestTyped = longestQuery + 1;
/** White space, spelt out because .NET and JavaScript mean different characters by \s. */
export const space = '\\t-\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const mostTerms = 12;
// White space may follow the name of a filter, but not "speech:", which a title may have in it.
const pieces = new RegExp(`([-−–—]?)(?:(theme|speaker|year|speech)[:：](?:(?<!h[:：])[${space}]+)?)?(?:"([^"]*)(?:"|$)|([^${space}"]+))`, 'gi');

/** The words of a text in order, compounds in their parts. @param {string} text */
export const wordsOf = text => tokens(text).flatMap(token => token.joined ? [] : token.word);

/** The first and the last of the years that a filter names; null where that cannot be told. @param {string} value */
export function yearsOf(value) {
  // A number must be among the first two characters: one of the two years may be missing, not both.
  const [all, from = 0, range, to = range ? 9999 : from] = /^(?=.?[0-9])([0-9]{1,4})?([-–‑]([0-9]{1,4})?)?$/.exec(value) ?? [];
  return all ? [from, to].map(Number).sort((a, b) => a - b) : null;
}

function phrase(text) {
  const words = wordsOf(text);
  return words.length ? [{ text: text.trim(), alternatives: [words], exact: true, prefix: false }] : [];
}

// A compound is one term, and so is a run of Chinese or Japanese characters; "and/or" is two.
function runs(text, prefix) {
  const all = tokens(text), parts = all.filter(token => !token.joined), terms = [];
  for (let i = 0; i < parts.length;) {
    const first = i, joined = all.filter(token => token.joined && token.start === parts[first].start);
    do i++; while (i < parts.length && (parts[i].start === parts[i - 1].end || joined.some(token => parts[i].start < token.end)));
    const { start } = parts[first], { end } = parts[i - 1], starred = text[end] === '*';
    // "U.S." keeps its last dot.
    const dotted = text[end] === '.' && text.indexOf('.', start) < end;
    terms.push({
      text: text.slice(start, starred || dotted ? end + 1 : end),
      alternatives: [parts.slice(first, i).map(part => part.word), ...joined.filter(token => token.end === end).map(token => [token.word])],
      // With a star, exact as in quotes, and a prefix too.
      exact: starred,
      prefix: starred || prefix && end === text.length,
    });
  }
  return terms;
}

// What is typed twice is asked for once.
function once(terms) {
  const keys = terms.map(({ alternatives, exact, prefix }) => JSON.stringify([alternatives, exact, prefix]));
  return terms.filter((_, i) => keys.indexOf(keys[i]) === i);
}

/**
 * The terms and filters of a query. Anything at all is one, and what makes no sense is looked for as words.
 * @param {string} query
 */
export function parse(query) {
  const terms = [], excluded = [], filters = [];
  const text = query.slice(0, longestQuery).replace(/[“”„‟«»＂]/g, '"');
  const found = [...text.matchAll(pieces)];
  let negated = false, withoutOr = false;
  for (const [i, { 0: all, 1: minus, 2: filter, 3: quoted, 4: plain, index }] of found.entries()) {
    // Only in capitals and in front of something: NOT is a minus. AND and OR stand between two things; all are required anyway.
    if (i + 1 < found.length && (all === 'NOT' || i && /^(AND|OR)$/.test(all))) {
      if (all === 'NOT') negated = true;
      // Filters of one kind mean one or another as it is.
      if (all === 'OR' && !(found[i - 1][2] && found[i - 1][2].toLowerCase() === found[i + 1][2]?.toLowerCase())) withoutOr = true;
      continue;
    }
    const not = negated || minus !== '';
    negated = false;
    if (filter) filters.push({ kind: filter.toLowerCase(), value: quoted ?? plain, excluded: not });
    else (not ? excluded : terms).push(...(quoted === undefined ? runs(plain, !not && index + all.length === text.length) : phrase(quoted)));
  }
  const [wanted, unwanted] = [terms, excluded].map(once);
  return {
    terms: wanted.slice(0, mostTerms), excluded: unwanted.slice(0, mostTerms), filters: filters.slice(0, mostTerms),
    cut: query.length > longestQuery || Math.max(wanted.length, unwanted.length, filters.length) > mostTerms,
    // Whether an OR, which cannot be asked for, was left out.
    withoutOr,
  };
}
