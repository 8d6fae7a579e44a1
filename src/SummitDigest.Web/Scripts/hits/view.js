// What a search came to, in words. They are those of SearchText.cs in src/SummitDigest.Web/Pages;
// tests/Shared/search-sentences.json holds the two together.

import { yearsOf } from '../engine/query.js';
import { mostHits } from './address.js';
import { places } from './excerpt.js';

const mostForms = 5;

/** @param {string} name @param {object} attributes @param {...(Node|string)} children */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

const list = (texts, and) => {
  const quoted = [...new Set(texts)].map(text => `“${text}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${and} ${quoted.at(-1)}`;
};

/** How a passage came to be a hit: a line for each term of the query. @returns {string[]} */
export function why({ text, heading, speech }, result) {
  if (!result.terms.length) return ['No words were asked for; it fits the rest.'];
  const found = places(text, result), lines = result.terms.map((_, term) => {
    const forms = kind => list([...new Set(found.filter(place => place.term === term && place.kind === kind).map(place => text.slice(place.start, place.end)))].slice(0, mostForms), 'and');
    const [exact, inflected, prefix, corrected] = ['exact', 'inflected', 'prefix', 'corrected'].map(forms);
    return [
      exact && 'as typed', inflected && `in another form (${inflected})`,
      prefix && `as the beginning of ${prefix}`, corrected && `corrected to ${corrected}`,
    ].filter(Boolean);
  });
  const note = (field, where) => {
    for (const [term, marks] of Map.groupBy(places(field ?? '', result), place => place.term)) {
      const others = new Set(marks.filter(place => place.kind !== 'exact').map(place => field.slice(place.start, place.end)));
      lines[term].push(others.size ? `${where} (${list([...others].slice(0, mostForms), 'and')})` : where);
    }
  };
  note(speech.title, 'in the speech’s title');
  note(speech.speaker, 'in the speaker’s name');
  note(speech.event, 'in the event’s name');
  note(heading, 'in the section’s heading');
  return result.terms.map(({ term }, i) => `“${term.text}”: ${lines[i].join(', ') || 'not in this passage'}`);
}

const passages = count => `${count.toLocaleString('en-US')} ${count === 1 ? 'passage' : 'passages'}`;

// “arm…” where words that begin so count, too. Among others a phrase is told from single words.
function labelOf({ term: { text, exact, prefix }, alternatives }, isAlone) {
  if (!exact && alternatives.some(words => words.some(forms => [...forms.values()].includes('prefix')))) return `${text}…`;
  return exact && !prefix && !isAlone ? `‘${text}’` : text;
}

// "4 passages have all the words of “river flood” without “sea”, within the filters"
function outcome({ query, total, terms, anyWord }) {
  const { excluded, filters } = query;
  const rest = (excluded.length ? ` without ${list(excluded.map(term => term.text), 'or')}` : '')
    + (!filters.length ? '' : !terms.length && !excluded.length ? ' within the filters' : ', within the filters');
  if (!terms.length) return total ? `There ${total === 1 ? 'is' : 'are'} ${passages(total)}${rest}` : `There is no passage${rest}`;
  const have = `${passages(total)} ${total === 1 ? 'has' : 'have'}`, corrected = terms.some(term => term.correctedTo.length);
  const words = `“${terms.map(term => labelOf(term, terms.length === 1)).join(' ')}”`, of = corrected ? '' : ` of ${words}`;
  if (anyWord) return `No passage has all the words${of}${rest}; ${have} some of them`;
  if (!total) return `No passage has ${terms.length > 1 ? `any of the words${of}` : corrected ? 'it' : words}${rest}`;
  return `${have} ${terms.length > 1 ? `all the words${of}` : corrected ? 'it' : words}${rest}`;
}

function unfit({ kind, value }, themes) {
  if (kind === 'theme') return `No theme is called “${value}”${themes.length ? `; there ${themes.length === 1 ? 'is' : 'are'} ${list(themes, 'and')}` : ''}.`;
  if (kind === 'year' && !yearsOf(value)) return `“${value}” is no year; write a year as in year:1949, or years as in year:1940-1949.`;
  return kind === 'speaker' ? `No speaker is called “${value}”.` : kind === 'year' ? `No speech is from “${value}”.` : `There is no speech “${value}”.`;
}

/** Whether there was anything to look for. */
export const isAsked = ({ query }) => query.terms.length + query.excluded.length + query.filters.length > 0;

/**
 * What happened, in a few sentences.
 * @param {object} result of the engine
 * @param {string} typed the query as it was typed
 * @param {string[]} themes titles to name where an unknown one was asked for
 */
export function sentence(result, typed, themes = []) {
  if (!isAsked(result)) {
    return typed.trim() ? `There is no word to look for in “${typed.trim()}”.` : 'Type words from a passage.';
  }
  const sentences = [...new Set(result.unfit.map(filter => unfit(filter, themes)))];
  for (const { term, correctedTo, isKept } of result.terms) {
    if (correctedTo.length) sentences.push(`${isKept ? 'Little' : 'Nothing'} was found with “${term.text}”; searched for ${list(correctedTo, 'or')} ${isKept ? 'as well' : 'instead'}.`);
  }
  sentences.push(`${outcome(result)}.`);
  if (result.leftOut.length) {
    const one = new Set(result.leftOut).size === 1, them = one ? 'it' : 'them';
    sentences.push(`${list(result.leftOut, 'and')} ${one ? 'is' : 'are'} in too many passages to be asked for; put ${them} in quotes to require ${them}.`);
  }
  if (result.query.withoutOr) sentences.push('“OR” was left out: all the words are asked for, not one or another. Search for each by itself instead.');
  if (result.query.cut) sentences.push('The query was too long; its end was left off.');
  if (!result.total) sentences.push(result.query.filters.length ? 'Try without a filter, or other words.' : 'Try other words, or look through the themes.');
  return sentences.join(' ');
}

/** Said where all the hits that one search gives are shown and there are more; else empty. */
export const rest = (total, count) =>
  count === mostHits && total > count ? `These are the first ${count} of ${passages(total)}. Add a word to see fewer.` : '';

/** Why search does not work, and the way on. @param {Error} error an IndexError, or anything else that went wrong */
export function failure({ kind }) {
  if (kind === 'version') return 'The site was updated since this page was opened, and its search with it. Reload the page to search.';
  if (kind === 'network' && !navigator.onLine) return 'You are offline, and what this search needs was not fetched before. Try again when you are online.';
  const what = {
    network: 'Search could not load: the site did not answer.',
    missing: 'Search could not load: its index is not where it should be.',
    corrupt: 'Search could not load: a part of its index came damaged.',
  }[kind] ?? 'Search failed.';
  return `${what} Try again, or press Enter to let the site’s server search.`;
}

/** Bars of how many hits each year has, from the first year to the last. @param {{year: number, count: number}[]} years newest first */
export function mentions(years) {
  const ns = 'http://www.w3.org/2000/svg', first = years.at(-1).year, last = years[0].year, most = Math.max(...years.map(({ count }) => count));
  const svg = document.createElementNS(ns, 'svg'), bars = [...years].reverse();
  const set = (made, attributes) => { for (const key in attributes) made.setAttribute(key, attributes[key]); };
  set(svg, {
    role: 'img', viewBox: `0 0 ${10 * (last - first + 1)} 100`, preserveAspectRatio: 'none',
    'aria-label': `Passages by year. ${bars.map(({ year, count }) => `${year}: ${count}`).join(', ')}.`,
  });
  for (const { year, count } of bars) {
    const bar = svg.appendChild(document.createElementNS(ns, 'rect')), height = Math.max(4, Math.trunc(100 * count / most));
    set(bar, { x: 10 * (year - first) + 1, y: 100 - height, width: 8, height });
    bar.appendChild(document.createElementNS(ns, 'title')).textContent = `${year}: ${count}`;
  }
  return [svg, element('p', { class: 'count', 'aria-hidden': 'true' }, element('span', {}, `${first}`), element('span', {}, `${last}`))];
}
