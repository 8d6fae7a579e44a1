// Answers queries from an index. The rules are in src/SummitDigest.Search/Querying/queries.md; the same engine stands beside
// it in C#, and tests hold the two together, so numbers and the order of additions must not change on one side alone.

import { Index } from './index.js';
import { beginning, fold, key, tokens } from './words.js';

export { IndexError } from './index.js';

const typical = [5, 7, 10, 13, 19, 27, 38, 54, 76, 108, 152, 215, 304, 431, 609, 861];
const saturation = 1.2, lengthWeight = 0.75, weights = { exact: 1, corrected: 1, inflected: 0.5, prefix: 0.6 };
const headingWeight = 2, titleWeight = 1.5;
const mostHits = 100, reranked = 64, mostTerms = 12, longestQuery = 200;

const pieces = /([-−–—]?)(?:(theme|speaker|year|speech):)?(?:"([^"]*)(?:"|$)|([^\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"]+))/gi;
const folded = text => tokens(text).flatMap(token => token.joined ? [] : token.word);

/** Takes a query apart. @param {string} query */
export function parse(query) {
  const terms = [], excluded = [], filters = [];
  const text = query.slice(0, longestQuery).replace(/[“”„‟«»＂]/g, '"');
  for (const [all, not, filter, phrase, plain] of text.matchAll(pieces)) {
    pieces.lastIndex = 0;
    const exact = phrase !== undefined, words = exact ? phrase : plain;
    if (filter) filters.push({ kind: filter.toLowerCase(), value: words, excluded: !!not });
    else (not ? excluded : terms).push(...(exact ? phraseOf(words) : runs(words, !not && text.endsWith(all) && arguments)));
  }
  return {
    terms: terms.slice(0, mostTerms), excluded: excluded.slice(0, mostTerms), filters: filters.slice(0, mostTerms),
    cut: query.length > longestQuery || terms.length > mostTerms || excluded.length > mostTerms || filters.length > mostTerms,
  };
}
