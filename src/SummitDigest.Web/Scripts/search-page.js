// The search page comes alive: hits while one types, filters, counts. Without this the form asks the server for the same.

import { follow, hrefOf, kinds, read, root, write } from './search/address.js';
import { open } from './search/engine.js';
import { element, explain, failure, hitItem, isAsked, mentions, rest, sentence } from './search/view.js';

const firstHits = 10, mostHits = 100, fewestYears = 3, longestQuery = 200;
// Milliseconds after the last key until all is said that is not the hits: a screen reader would read every state in between.
const pause = 300;

const byId = id => document.getElementById(`ui-${id}`);
const form = byId('search'), box = form.querySelector('[type=search]'), list = byId('results'), status = byId('status'), again = byId('again');
const more = byId('more'), site = document.title.split(' · ').at(-1);

let base = document.documentElement.dataset.index, engine = null, opening = null, moving = null;
// The number of the latest question: whatever comes for an earlier one is too late.
let turn = 0, filters = chosen(), count = read(location.search).count, timer;
// What the list shows; the result is null where the server drew it.
let result = null, asked = null, said = status.textContent;
// What was last asked for, drawn or not.
let sought = null;

function chosen() {
  const data = new FormData(form);
  return kinds.flatMap(kind => [...new Set(data.getAll(kind))].filter(Boolean).map(value => ({ kind, value })));
}

function later(act, delay = pause) {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

// Every key comes through here: the hits are drawn before the browser paints again, everything else waits until typing rests.
function ask() {
  const query = box.value, mine = ++turn;
  sought = query;
  let found = null;
  try {
    found = engine?.now(query, { filters, count });
  } catch (error) {
    fail(error);
    return;
  }
  if (found) {
    draw(found, query);
  } else {
    later(() => say('Searching…'));
    look(query, mine);
  }
}

async function look(query, mine, isAgain = false) {
  try {
    await opened();
    if (mine !== turn) return;
    const found = await engine.search(query, { filters, count });
    if (mine === turn) draw(found, query);
  } catch (error) {
    if (mine !== turn) return;
    if (error.kind === 'missing' && !isAgain && await moved()) await look(query, mine, true);
    else fail(error);
  }
}

async function opened() {
  opening ??= open(base).catch(error => {
    opening = null;
    throw error;
  });
  engine = await opening;
}

// A newer index took the place of the one this page was opened with: that is used instead, once.
const moved = () => moving ??= toNewer();

async function toNewer() {
  const answer = await fetch(`${root()}/search/current`, { cache: 'no-store' }).catch(() => null);
  const hash = answer?.ok ? (await answer.text()).trim() : '', next = `${root()}/search/${hash}/`;
  if (!/^[0-9a-z]+$/.test(hash) || next === base) return false;
  document.documentElement.dataset.index = base = next;
  engine = opening = null;
  return true;
}

// Items that were shown are filled anew: a browser takes several times longer to make and place new ones.
const items = [];

function draw(found, query) {
  found.hits.forEach((hit, i) => { items[i] = hitItem(hit, found, { href: hrefOf(hit), item: items[i] }); });
  const shown = items.slice(0, found.hits.length);
  if (shown.length && list.firstElementChild === items[0]) {
    while (list.children.length > shown.length) list.lastElementChild.remove();
    list.append(...shown.slice(list.children.length));
  } else {
    // Even an empty list changes: whoever watches it sees that the answer is there.
    list.replaceChildren(...shown.length ? shown : [new Comment('no hits')]);
  }
  [result, asked] = [found, query];
  moving = null;
  follow(list, found);
  later(tell);
}

// All that there is to say about the list as it stands.
function tell() {
  clearTimeout(timer);
  if (!result) return;
  const themes = engine.themes.map(theme => theme.title), isSome = isAsked(result);
  said = sentence(result, asked, themes);
  say(said);
  again.hidden = true;
  history.replaceState(history.state, '', location.pathname + write({ query: asked, filters, count }) + location.hash);
  document.title = asked ? `Search: ${asked} · ${site}` : `Search · ${site}`;
  byId('help').hidden = isSome;
  byId('next').hidden = !isSome || result.total > 0;
  const shown = result.hits.length, link = more.firstElementChild;
  link.hidden = shown >= Math.min(result.total, mostHits);
  link.setAttribute('href', location.pathname + write({ query: asked, filters, count: Math.min(2 * shown, mostHits) }));
  more.lastElementChild.textContent = rest(result.total, shown);
  (window.requestIdleCallback ?? setTimeout)(() => countUp(isSome, result));
}

async function countUp(isSome, counted) {
  // Without it there are hits without counts.
  const { facets } = await import('./search/facets.js').catch(() => ({}));
  if (!facets || counted !== result) return;
  const { themes, speakers, years } = isSome ? facets(engine, result) : { themes: [], speakers: [], years: [] };
  for (const input of form.querySelectorAll('fieldset [name=theme]')) {
    const label = input.parentElement, found = themes.find(({ theme }) => (theme?.id ?? 'none') === input.value)?.count ?? 0;
    label.hidden = isSome && !found && !input.checked;
    label.lastElementChild.textContent = found || '';
  }
  const all = of => [...new Set(engine.speeches.map(of))].map(value => ({ value }));
  fill('speaker', isSome ? speakers.map(({ speaker, count }) => ({ value: speaker, count })) : all(speech => speech.speaker).sort((a, b) => a.value < b.value ? -1 : 1));
  fill('year', isSome ? years.map(({ year, count }) => ({ value: `${year}`, count })) : all(speech => String(+speech.date.slice(0, 4))).sort((a, b) => b.value - a.value));
  const picture = byId('mentions');
  picture.hidden = years.length < fewestYears;
  picture.replaceChildren(picture.firstElementChild, ...picture.hidden ? [] : mentions(years));
}

function fill(name, options) {
  const select = form.querySelector(`select[name=${name}]`), { value } = select;
  // Options must not change under the reader's hand.
  if (select === document.activeElement) return;
  if (value && !options.some(option => option.value === value)) options.unshift({ value, count: 0 });
  select.replaceChildren(select.options[0], ...options.map(({ value, count }) => element('option', { value }, count === undefined ? value : `${value} (${count})`)));
  select.value = value;
}

function fail(error) {
  clearTimeout(timer);
  const isWaiting = box.value !== asked;
  say(isWaiting ? failure(error) : `${said} ${failure(error)}`);
  again.hidden = false;
  again.firstElementChild.textContent = error.kind === 'version' ? 'Reload' : 'Try again';
  again.firstElementChild.onclick = error.kind === 'version' ? () => location.reload() : retry;
}

function retry() {
  again.hidden = true;
  box.focus();
  moving = null;
  if (box.value !== asked) ask();
  else ready();
}

// Fetches the index before anything is typed.
async function ready(isAgain = false) {
  const mine = turn;
  try {
    await opened();
    if (mine === turn) say(said);
  } catch (error) {
    if (mine !== turn) return;
    if (error.kind === 'missing' && !isAgain && await moved()) ready(true); else fail(error);
  }
}

const inWords = filters => filters.map(({ kind, value }) => `${kind} ${value}`).sort().join('\n');
const isSame = address => box.value === address.query.slice(0, longestQuery) && inWords(filters) === inWords(address.filters);

const links = () => [...list.children].map(item => item.querySelector('a'));

box.addEventListener('input', () => {
  count = firstHits;
  ask();
});

form.addEventListener('change', ({ target }) => {
  if (target === box) return;
  filters = chosen();
  count = firstHits;
  ask();
});

form.addEventListener('submit', event => {
  // What is not drawn here the server draws.
  if (!result || asked !== box.value) return;
  event.preventDefault();
  tell();
});

form.addEventListener('formdata', ({ formData }) => {
  for (const kind of kinds) if (!formData.get(kind)) formData.delete(kind);
});

more.addEventListener('click', async event => {
  if (event.target !== more.firstElementChild || !engine || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const before = list.children.length, mine = turn + 1;
  count = Math.min(2 * before, mostHits);
  ask();
  // The link may be gone: the reader goes on at the first of the new hits.
  while (list.children.length <= before && mine === turn && again.hidden) await new Promise(resolve => setTimeout(resolve, 50));
  if (mine === turn) links()[before]?.focus();
});

document.getElementById('ui-main').addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const all = links(), at = all.indexOf(document.activeElement);
  if (document.activeElement !== box && at < 0) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step ? at + step : event.key === 'Escape' && at >= 0 ? -1 : undefined;
  if (next === undefined || next < -1 || next >= all.length) return;
  event.preventDefault();
  (all[next] ?? box).focus();
});

// The address must hold what the reader comes Back to.
list.addEventListener('click', () => tell());
list.addEventListener('click', explain);

// Browsers put back what was in a form only after its scripts ran.
addEventListener('pageshow', () => {
  const before = inWords(filters);
  filters = chosen();
  if (sought !== box.value || inWords(filters) !== before) ask();
});

addEventListener('popstate', () => {
  const address = read(location.search);
  if (isSame(address)) return;
  box.value = address.query;
  count = address.count;
  // Filters that the form has no place for are drawn by the server.
  if (isSame(address)) ask(); else location.reload();
});

// The copy that is kept for when there is no network is that of the empty form; what is asked for stands in the address.
function take({ query, filters: wanted }) {
  box.value = query.slice(0, longestQuery);
  for (const { kind, value } of wanted) {
    const inputs = [...form.querySelectorAll(`input[name=${kind}]`)], select = form.querySelector(`select[name=${kind}]`);
    const input = inputs.find(input => input.value === value);
    if (input) input.checked = true;
    else if (select && !select.value && [...select.options].some(option => option.value === value)) select.value = value;
    else byId('filters').append(element('label', { class: 'pill' }, element('input', { type: 'checkbox', name: kind, value, checked: '' }), ` ${value}`));
  }
  filters = chosen();
}

follow(list, null);
if (form.dataset.drawn !== location.search) {
  take(read(location.search));
  ask();
} else if (isSame(read(location.search))) {
  asked = sought = box.value;
  ready();
} else {
  ask();
}
