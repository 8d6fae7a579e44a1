// The addresses of searches and of what they find.

export const kinds = ['theme', 'speaker', 'year', 'speech'];
/** How many hits a list has at first, and at most. */
export const firstHits = 10, mostHits = 100;

const { index, static: isStatic } = document.documentElement.dataset;

/** Where the site's own addresses start: its pages may be below a folder. */
export const root = index.replace(/\/search\/[^/]*\/$/, '');
/** What pages' addresses end in: where they are files, each is in a folder of its own. */
export const end = isStatic === undefined ? '' : '/';
/** The address of the index; null where pages are files, which do not change whenever the index does. */
export const named = index.endsWith('/search/current/') ? null : index;

/** The address of the index of the day; null where the site does not say. @returns {Promise<string | null>} */
export async function newest() {
  const answer = await fetch(`${root}/search/current`, { cache: 'no-store' }).catch(() => null);
  const hash = answer?.ok ? (await answer.text()).trim() : '';
  return /^[0-9a-z]+$/.test(hash) ? `${root}/search/${hash}/` : null;
}

/** The filters of an address or a form. @param {URLSearchParams | FormData} data */
export const filtersIn = data => kinds.flatMap(kind => [...new Set(data.getAll(kind))].filter(Boolean).map(value => ({ kind, value })));

/** @param {string} search the address's part from "?" on */
export function read(search) {
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('q') ?? '',
    filters: filtersIn(parameters),
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
export const hrefOf = ({ speech, id }) => `${root}/speeches/${speech.slug}${end}#${id}`;
