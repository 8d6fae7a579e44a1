// The addresses of searches and of what they find.

import { places } from './excerpt.js';

export const kinds = ['theme', 'speaker', 'year', 'speech'];
const firstHits = 10, mostHits = 100, longestMark = 200;

/** Where the site's own addresses start: its pages may be below a folder. */
export const root = () => document.documentElement.dataset.index.replace(/\/search\/[^/]*\/$/, '');

/** @param {string} search the address's part from "?" on */
export function read(search) {
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('q') ?? '',
    filters: kinds.flatMap(kind => [...new Set(parameters.getAll(kind))].filter(Boolean).map(value => ({ kind, value }))),
    count: Math.min(mostHits, Math.max(firstHits, Math.trunc(parameters.get('count')) || firstHits)),
  };
}

/** The other way round; empty where nothing is asked for. @returns {string} */
export function write({ query, filters, count = firstHits }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const { kind, value } of filters) parameters.append(kind, value);
  if (count > firstHits) parameters.set('count', count);
  return parameters.size ? `?${parameters}` : '';
}

/** The lasting address of a hit's passage. */
export const hrefOf = ({ speech, id }) => `${root()}/speeches/${speech.slug}#${id}`;

/** The words of a hit that the opened page should mark, as they stand in the index; sequences in quotes. */
export function marked({ text }, result) {
  let mark = '';
  for (const words of new Set(places(text, result).map(place => place.words))) {
    const more = words.includes(' ') ? ` "${words}"` : ` ${words}`;
    if (mark.length + more.length <= longestMark) mark += more;
  }
  return mark.slice(1);
}

const results = new WeakMap();

/**
 * Tells the page that a link in the list opens what to mark there. The link itself stays the passage's lasting address, so
 * the words are put in only while it is followed. To be called whenever the list was drawn.
 * @param {HTMLElement} list with an li for each hit
 * @param {object?} result what it shows; null where the server drew it
 */
export function follow(list, result) {
  if (!results.has(list)) {
    list.addEventListener('click', carry);
    list.addEventListener('auxclick', carry);
  }
  results.set(list, result);
}

function carry({ target, currentTarget: list }) {
  const link = target.closest('a[href]'), result = results.get(list);
  if (!link) return;
  const hit = result?.hits[[...list.children].findIndex(item => item.contains(link))];
  const mark = hit ? marked(hit, result) : link.dataset.mark, href = link.getAttribute('href');
  if (!mark) return;
  link.setAttribute('href', href.replace('#', `?mark=${encodeURIComponent(mark)}#`));
  setTimeout(() => link.setAttribute('href', href));
}
