// Search from any page: Ctrl+K opens it. Enter in its box goes to the search page, which works without this.

import { end, named, newest, root, write } from './hits/address.js';
import { open } from './engine/engine.js';
import { IndexError } from './engine/index.js';
import { longestTyped } from './engine/query.js';
import { hitList } from './hits/list.js';
import { element, failure, sentence } from './hits/view.js';

const count = 6;
// Milliseconds. Words that come and go faster would only be noise to who hears them, and flicker to who sees them.
const pause = 300;

const input = element('input', {
  type: 'search', name: 'q', maxlength: longestTyped, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'search',
  placeholder: 'Search the speeches', 'aria-label': 'Words to look for',
});
const close = element('button', { type: 'button', class: 'quiet' }, 'Close');
const form = element('form', { role: 'search', action: `${root}/search${end}`, 'aria-label': 'As you type' }, input, close);
const status = element('p', { role: 'status' });
const again = element('button', { type: 'button' }), elsewhere = element('a', {}, 'Use the search page');
const trouble = element('p', { class: 'trouble', hidden: '' }, again, elsewhere);
const list = element('ol', { class: 'results' }), all = element('a'), last = element('p', { class: 'all', hidden: '' }, all);
const hits = element('div', { class: 'hits' }, list, last);
const keys = element('p', { class: 'note keys' }, 'Arrow keys choose, Enter opens, Escape closes.');
const heading = element('h2', { id: 'ui-dialog', class: 'unseen' }, 'Search');
// A press on what is plain in it leaves the focus inside.
const inside = element('div', { class: 'inside', tabindex: '-1' }, heading, form, status, trouble, hits, keys);
const dialog = element('dialog', { class: 'search-dialog', lang: 'en', 'aria-labelledby': heading.id }, inside);
document.body.append(dialog);

let base = named, opening, latest = 0, saying;

// Where nothing answers, opening fails, and says why.
async function find() {
  return base ??= await newest() ?? `${root}/search/current/`;
}

// Kept, unless it fails.
function opened() {
  opening ??= find().then(open).catch(error => {
    opening = null;
    throw error;
  });
  return opening;
}

async function ask(query, turn) {
  const engine = await opened();
  return { engine, result: engine.now(query, { count }) ?? await engine.search(query, { count, isWanted: () => turn === latest }) };
}

// Whether a newer index took the place of one that is gone. Several questions may find that out at once.
async function moved(from) {
  const next = await newest();
  if (!next || next === from) return false;
  if (next !== base) opening = null;
  base = next;
  return true;
}

function say(words) {
  clearTimeout(saying);
  saying = setTimeout(() => { status.textContent = words; }, pause);
}

const draw = hitList(list, true);

function show(result, query) {
  if (hits.contains(document.activeElement)) input.focus();
  draw(result);
  hits.scrollTop = 0;
  trouble.hidden = true;
  last.hidden = !result?.total;
  all.textContent = result?.total > result?.hits.length ? `All ${result.total.toLocaleString('en-US')} results` : 'Open on the search page';
  all.href = elsewhere.href = `${root}/search${end}${write({ query, filters: [] })}`;
}

async function update() {
  const query = input.value, turn = ++latest, from = base;
  if (!query.trim()) {
    show(null, '');
    say('');
    return;
  }
  try {
    say('Searching…');
    const { engine, result } = await ask(query, turn).catch(async error => {
      if (error.kind === 'missing' && await moved(from)) return ask(query, turn);
      throw error;
    });
    if (turn !== latest) return;
    show(result, query);
    say(sentence(result, query, engine.themes.map(theme => theme.title)));
  } catch (error) {
    if (!(error instanceof IndexError)) reportError(error);
    if (turn !== latest) return;
    show(null, query);
    trouble.hidden = false;
    again.textContent = error.kind === 'version' ? 'Reload' : 'Try again';
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
  if (again.textContent === 'Reload') location.reload();
  input.focus();
  update();
});

/** Gets ready to answer. */
export const warm = () => { opened().catch(() => {}); };

/**
 * Opens the dialog, or closes it.
 * @param {?HTMLInputElement} box has what was typed while this was on its way
 * @param {Element} from gets the focus at the end
 */
export function toggle(box, from) {
  if (dialog.open) {
    dialog.close();
    return;
  }
  warm();
  const typed = box?.value;
  if (typed) {
    input.value = typed;
    box.value = '';
  }
  box?.blur();
  from.focus({ preventScroll: true });
  dialog.showModal();
  input.focus();
  if (typed) update(); else input.select();
}
