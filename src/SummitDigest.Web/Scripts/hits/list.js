// A list of hits.

import { longestQuery } from '../engine/query.js';
import { hrefOf } from './address.js';
import { excerpt, marks, places } from './excerpt.js';
import { element, why } from './view.js';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
// UTF-16 units of an address: the longest phrase, also of Chinese characters, which stand apart in it.
const longestMark = 2 * longestQuery;

// Filled for every hit at every key, so as few nodes as will do, and only what is new in them. A button, not details, asks
// for the reasons: ten details take a browser longer to make than all else of ten hits.
const short = element('li', { class: 'card' },
  element('h2', {}, element('a', {}, element('span', {}, ''), '')),
  element('p', { class: 'excerpt' }),
  element('p', { class: 'count' }, element('span', { class: 'theme-name' }, ''), ' · ', element('bdi', {}, ''), ''));
const full = short.cloneNode(true);
full.append(element('div', { class: 'why' }, element('button', { type: 'button', class: 'question', 'aria-expanded': 'false' }, 'Why this result?')));

const isRightToLeft = language => /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language);

function makeItem(isCompact) {
  const item = (isCompact ? short : full).cloneNode(true), [heading, text, facts, reasons] = item.children, link = heading.firstChild;
  return { item, link, title: link.firstChild, number: link.lastChild, text, themeName: facts.firstChild.firstChild, speaker: facts.lastElementChild.firstChild, date: facts.lastChild, reasons };
}

function fill(parts, hit, result, length) {
  const { item, link, title, text, reasons } = parts, { speech, theme, heading } = hit, { language } = speech;
  if (parts.theme !== theme) {
    parts.theme = theme;
    item.dataset.colour = theme?.colour ?? 'none';
    parts.themeName.data = theme?.title ?? 'No theme';
  }
  if (parts.language !== language) {
    parts.language = title.lang = text.lang = language;
    title.dir = text.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  }
  if (parts.speech !== speech) {
    const [year, month, day] = speech.date.split('-');
    parts.speech = speech;
    parts.speaker.data = speech.speaker;
    parts.date.data = ` · ${+day} ${months[month - 1]} ${year}`;
  }
  link.setAttribute('href', hrefOf(hit));
  title.firstChild.data = heading && heading !== theme?.title ? `${speech.title} · ${heading}` : speech.title;
  parts.number.data = `, passage ${hit.number}`;
  put(text, excerpt(hit.text, marks(hit.text, result), length));
  if (reasons && reasons.lastChild !== reasons.firstChild) close(reasons);
}

// Plain text and marks in turn, so that the nodes can stay where they are.
function put(place, pieces) {
  let node = place.firstChild, isMark = false;
  const next = text => {
    node ??= place.appendChild(isMark ? element('mark', {}, '') : new Text());
    (isMark ? node.firstChild : node).data = text;
    node = node.nextSibling;
    isMark = !isMark;
  };
  for (const { text, mark } of pieces) {
    if (mark !== isMark) next('');
    next(text);
  }
  while (node) {
    const after = node.nextSibling;
    node.remove();
    node = after;
  }
}

function close(reasons) {
  reasons.lastChild.remove();
  reasons.firstChild.setAttribute('aria-expanded', 'false');
}

function explain(button, hit, result) {
  const reasons = button.parentElement;
  if (button.nextSibling) {
    close(reasons);
    return;
  }
  // Not a list: the items of the list are the hits.
  reasons.append(element('div', {}, ...why(hit, result).map(line => element('p', {}, line))));
  button.setAttribute('aria-expanded', 'true');
}

// The words of a hit that the opened page should mark, as they stand in the index; sequences in quotes.
function marked({ text }, result) {
  let mark = '';
  for (const words of new Set(places(text, result).map(place => place.words))) {
    const more = words.includes(' ') ? ` "${words}"` : ` ${words}`;
    if (mark.length + more.length <= longestMark) mark += more;
  }
  return mark.slice(1);
}

// A link stays the passage's lasting address; what to mark there is put in only while it is followed.
function carry(link, mark) {
  const href = link.getAttribute('href');
  if (!mark) return;
  link.setAttribute('href', href.replace('#', `?mark=${encodeURIComponent(mark)}#`));
  setTimeout(() => link.setAttribute('href', href));
}

/**
 * Shows results in a list, which may hold hits that the server drew. Items that were shown are filled anew: a browser takes
 * several times longer to make and place new ones.
 * @param {HTMLElement} list @param {boolean} isCompact short texts, and no reasons
 * @returns {(result: object?, from?: number) => void} shows a result of the engine; an empty list for null; hits before
 *   `from` are those that are shown
 */
export function hitList(list, isCompact) {
  const made = [];
  let result = null;
  const click = ({ target }) => {
    const link = target.closest('a[href]'), hit = result?.hits[[...list.children].findIndex(item => item.contains(target))];
    if (link) carry(link, hit ? marked(hit, result) : link.dataset.mark);
    else if (hit && target.matches('.why > button')) explain(target, hit, result);
  };
  list.addEventListener('click', click);
  list.addEventListener('auxclick', click);
  return (found, from = 0) => {
    result = found;
    const hits = found?.hits ?? [];
    hits.forEach((hit, i) => {
      if (i >= from) fill(made[i] ??= makeItem(isCompact), hit, found, isCompact ? 160 : 320);
    });
    const items = made.slice(0, hits.length).map(parts => parts.item);
    if (items.length && list.firstElementChild === items[0]) {
      while (list.children.length > items.length) list.lastElementChild.remove();
      list.append(...items.slice(list.children.length));
    } else {
      // Even an empty list changes: whoever watches it sees that the answer is there.
      list.replaceChildren(...items.length ? items : [new Comment('no hits')]);
    }
  };
}
