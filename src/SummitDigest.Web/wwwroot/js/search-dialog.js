// Search from any page: Ctrl+K opens it. Enter in its box goes to the search page, which works without this.

import { follow, hrefOf } from './search/address.js';
import { IndexError, open } from './search/engine.js';
import { failure, hitItem, sentence } from './search/view.js';

const count = 6, longestQuery = 200;
// Milliseconds. Words that come and go faster would only be noise to who hears them, and flicker to who sees them.
const pause = 300;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const input = element('input', {
  type: 'search', name: 'q', maxLength: longestQuery, autocomplete: 'off', enterKeyHint: 'search', placeholder: 'Search the speeches', ariaLabel: 'Words to look for',
});
const close = element('button', { type: 'button', className: 'quiet', textContent: 'Close' });
const form = element('form', { role: 'search', action: '/search', ariaLabel: 'As you type' }, input, close);
const status = element('p', { role: 'status' });
const again = element('button', { type: 'button', textContent: 'Try again' });
const elsewhere = element('a', { textContent: 'Use the search page' });
const trouble = element('p', { className: 'trouble', hidden: true }, again, elsewhere);
let list = element('ol', { className: 'results' });
const all = element('a', {});
const last = element('p', { className: 'all', hidden: true }, all);
const keys = element('p', { className: 'note keys', textContent: 'Arrow keys choose, Enter opens, Escape closes.' });
const found = element('div', { className: 'found-here' }, list, last);
// A press on its plain parts leaves the focus inside.
const dialog = element('dialog', { className: 'search-dialog', lang: 'en' },
  element('div', { className: 'inside', tabIndex: -1 }, element('h2', { id: 'ui-dialog', className: 'unseen', textContent: 'Search' }), form, status, trouble, found, keys));
dialog.setAttribute('aria-labelledby', 'ui-dialog');
document.body.append(dialog);

let engine, latest = 0, saying;

async function openNewest() {
  const base = document.documentElement.dataset.index;
  try {
    return await open(base);
  } catch (error) {
    // The speeches have changed since the page was loaded.
    const newest = error.kind === 'missing' && await fetch('/search/current').then(answer => answer.ok && answer.text(), () => null);
    if (!newest) throw error;
    return open(`/search/${newest.trim()}/`);
  }
}

// Kept, unless it fails.
function opened() {
  engine ??= openNewest();
  engine.catch(() => { engine = null; });
  return engine;
}

function say(words) {
  clearTimeout(saying);
  saying = setTimeout(() => { status.textContent = words; }, pause);
}

function show(items, result, query) {
  const fresh = element('ol', { className: 'results' }, ...items);
  if (result) follow(fresh, result);
  if (found.contains(document.activeElement)) input.focus();
  list.replaceWith(fresh);
  list = fresh;
  found.scrollTop = 0;
  trouble.hidden = true;
  last.hidden = items.length === 0;
  all.textContent = result?.total > items.length ? `All ${result.total.toLocaleString('en')} results` : 'Open on the search page';
  all.href = elsewhere.href = `/search?${new URLSearchParams({ q: query })}`;
}

async function update() {
  const query = input.value, turn = ++latest;
  if (!query.trim()) {
    show([], null, '');
    say('');
    return;
  }
  try {
    say('Searching…');
    const engine = await opened();
    if (turn !== latest) return;
    const result = engine.now(query, { count }) ?? await engine.search(query, { count });
    if (turn !== latest) return;
    show(result.hits.map(hit => hitItem(hit, result, { href: hrefOf(hit), compact: true })), result, query);
    say(sentence(result, query));
  } catch (error) {
    if (!(error instanceof IndexError)) reportError(error);
    if (turn !== latest) return;
    engine = null;
    show([], null, query);
    trouble.hidden = false;
    say(failure(error));
  }
}

// The focus itself moves: each hit is a link, and is read and opened as one.
function move(event, by) {
  const stops = [input, ...[...list.children].map(item => item.querySelector('a')), ...last.hidden ? [] : [all]];
  const to = stops[stops.indexOf(document.activeElement) + by];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

dialog.addEventListener('keydown', event => {
  const { key } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'Escape') {
    // Else some browsers only empty the box.
    event.preventDefault();
    dialog.close();
  } else if (key === 'ArrowDown') move(event, 1);
  else if (key === 'ArrowUp') move(event, -1);
  // Typing goes on in the box, wherever the focus went.
  else if (key.length === 1 && key !== ' ') input.focus();
});

// A press that begins inside, to select text, and ends outside is no wish to close.
let pressed;
dialog.addEventListener('pointerdown', event => { pressed = event.target; });
dialog.addEventListener('click', event => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (event.target === dialog && pressed === dialog || isPlain && event.target.closest('a')) dialog.close();
});
close.addEventListener('click', () => dialog.close());
form.addEventListener('submit', () => dialog.close());
input.addEventListener('input', update);
again.addEventListener('click', () => {
  input.focus();
  update();
});

/** Gets ready to answer. */
export const warm = () => { opened().catch(() => {}); };

/** Opens the dialog, or closes it. */
export function toggle() {
  if (dialog.open) {
    dialog.close();
    return;
  }
  warm();
  dialog.showModal();
  input.focus();
  input.select();
}
