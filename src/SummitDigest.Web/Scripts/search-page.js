// The search page comes alive: hits while one types, filters, counts. Without this the form asks the server for the same.

import { firstHits, mostHits, newest, read, write } from './hits/address.js';
import { open } from './engine/engine.js';
import { longestTyped } from './engine/query.js';
import { filterForm, inWords } from './hits/filters.js';
import { hitList } from './hits/list.js';
import { failure, isAsked, mentions, rest, sentence } from './hits/view.js';

const firstSeen = 5, fewestYears = 3;
// Milliseconds after the last key until all is said that is not the hits: a screen reader would read every state in between.
const pause = 300;

const whenIdle = window.requestIdleCallback ?? setTimeout;
const byId = id => document.getElementById(`ui-${id}`);
const form = byId('search'), box = form.querySelector('[type=search]'), list = byId('results'), status = byId('status'), again = byId('again');
const choice = filterForm(form, byId('filters')), show = hitList(list), more = byId('more'), clear = document.querySelectorAll('.clear'), site = document.querySelector('.site-name').textContent;

let base = document.documentElement.dataset.index, engine = null, opening = null, moving = null;
// The number of the latest question: whatever comes for an earlier one is too late.
let turn = 0, filters = choice.chosen(), count = read(location.search).count;
let waiting = null, due = 0, timer = null;
// What the list shows; the result is null where the server drew it.
let result = null, asked = null, said = status.textContent;
// What was last asked for, drawn or not.
let sought = null;
// Whether the next address is a step of its own in the history; and the one that typing took the place of, null where it took none.
let isStep = false, typedOver = null;

// One timer that is put off: at every key, to make a new one is a good part of the work.
function later(act) {
  waiting = act;
  due = performance.now() + pause;
  timer ??= setTimeout(wake, pause);
}

function wake() {
  const act = waiting, left = due - performance.now();
  timer = act && left > 0 ? setTimeout(wake, left) : null;
  if (!act || timer) return;
  waiting = null;
  act();
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

// Every key comes through here: the hits are drawn before the browser paints again, everything else waits until typing rests.
// Where something has to be fetched first, it gives a promise that ends when all is drawn or told.
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
    return look(query, mine);
  }
}

async function look(query, mine, isAgain = false) {
  try {
    await opened();
    // What fills the screen first, the rest of a page of hits after it: their texts take a round trip more on a slow network.
    const isWanted = () => mine === turn;
    let drawn = 0;
    for (const most of count === firstHits ? [firstSeen, count] : [count]) {
      const found = await engine.search(query, { filters, count: most, isWanted });
      if (!found || !isWanted()) return;
      draw(found, query, drawn);
      drawn = found.hits.length;
    }
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
  const next = await newest();
  if (!next || next === base) return false;
  document.documentElement.dataset.index = base = next;
  engine = opening = null;
  return true;
}

function draw(found, query, from = 0) {
  show(found, from);
  [result, asked] = [found, query];
  moving = null;
  later(tell);
}

// All that there is to say about the list as it stands.
function tell() {
  waiting = null;
  if (!result) return;
  const themes = engine.themes.map(theme => theme.title), isSome = isAsked(result);
  said = sentence(result, asked, themes);
  say(said);
  again.hidden = true;
  keepAddress();
  document.title = asked ? `Search: ${asked} · ${site}` : `Search · ${site}`;
  byId('help').hidden = isSome;
  byId('next').hidden = !isSome || result.total > 0;
  const shown = result.hits.length, link = more.firstElementChild;
  link.hidden = shown >= Math.min(result.total, mostHits);
  link.setAttribute('href', location.pathname + write({ query: asked, filters, count: Math.min(2 * shown, mostHits) }));
  for (const link of clear) link.setAttribute('href', location.pathname + write({ query: asked, filters: [] }));
  more.lastElementChild.textContent = rest(result.total, shown);
  whenIdle(() => countUp(result));
}

const here = () => location.pathname + location.search + location.hash;

// A reader who goes Back comes to what was entered and filtered, not through every key: what is typed takes its entry's place
// in the history, and gives it back when it is entered.
function keepAddress() {
  const search = write({ query: asked, filters, count }), address = location.pathname + search + location.hash;
  const before = typedOver ?? here();
  if (isStep && search !== write(read(new URL(before, location).search))) {
    history.replaceState(history.state, '', before);
    history.pushState(null, '', address);
  } else {
    history.replaceState(history.state, '', address);
  }
  if (isStep) typedOver = null;
  isStep = false;
}

async function countUp(counted) {
  const isSome = counted && isAsked(counted);
  // Without it there are hits without counts.
  const { facets } = isSome ? await import('./facets.js').catch(() => ({})) : {};
  if (isSome && !facets || counted !== result) return;
  const { themes, speakers, years } = isSome ? facets(engine, result) : { themes: [], speakers: [], years: [] };
  choice.countThemes(id => isSome ? themes.find(({ theme }) => (theme?.id ?? 'none') === id)?.count ?? 0 : '');
  const all = of => [...new Set(engine.speeches.map(of))].map(value => ({ value }));
  choice.fill('speaker', isSome ? speakers.map(({ speaker, count }) => ({ value: speaker, count })) : all(speech => speech.speaker).sort((a, b) => a.value < b.value ? -1 : 1));
  choice.fill('year', isSome ? years.map(({ year, count }) => ({ value: `${year}`, count })) : all(speech => String(+speech.date.slice(0, 4))).sort((a, b) => b.value - a.value));
  const picture = byId('mentions');
  picture.hidden = years.length < fewestYears;
  picture.replaceChildren(picture.firstElementChild, ...picture.hidden ? [] : mentions(years));
}

function fail(error) {
  // Of what is drawn all is said first.
  if (waiting === tell) tell();
  waiting = null;
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
  ask();
}

// Fetches the index before anything is typed.
async function ready(isAgain = false) {
  const mine = turn;
  try {
    await opened();
    if (mine !== turn) return;
    say(said);
    // Only a page that has found something comes with its speakers and years.
    if (!byId('help').hidden) whenIdle(() => countUp(result));
  } catch (error) {
    if (mine !== turn) return;
    if (error.kind === 'missing' && !isAgain && await moved()) ready(true); else fail(error);
  }
}

const isSame = address => box.value === address.query.slice(0, longestTyped) && count === address.count && inWords(filters) === inWords(address.filters);

const links = () => [...list.children].map(item => item.querySelector('a'));

box.addEventListener('input', () => {
  typedOver ??= here();
  count = firstHits;
  ask();
});

form.addEventListener('change', ({ target }) => {
  if (target !== box) filtered();
});

document.getElementById('ui-main').addEventListener('click', event => {
  if (!event.target.matches('.clear') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choice.clear();
  filtered();
  // The link is gone.
  box.focus();
});

form.addEventListener('submit', event => {
  // What is not drawn here the server draws.
  if (!result || asked !== box.value) return;
  event.preventDefault();
  isStep = true;
  tell();
});

more.addEventListener('click', async event => {
  if (event.target !== more.firstElementChild || !engine || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const before = list.children.length, mine = turn + 1;
  count = Math.min(2 * before, mostHits);
  // The link may be gone: the reader goes on at the first of the new hits.
  await ask();
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
list.addEventListener('click', () => {
  tell();
  typedOver = null;
});

// Browsers put back what was in a form only after its scripts ran.
addEventListener('pageshow', () => {
  const before = inWords(filters);
  setFilters();
  if (sought !== box.value || inWords(filters) !== before) ask();
});

addEventListener('popstate', () => {
  const address = read(location.search);
  isStep = false;
  typedOver = null;
  if (isSame(address)) return;
  take(address);
  ask();
});

function filtered() {
  setFilters();
  count = firstHits;
  isStep = true;
  ask();
}

function setFilters() {
  filters = choice.chosen();
  for (const link of clear) link.hidden = !filters.length;
}

// Puts into the form what an address asks for.
function take(address) {
  box.value = address.query.slice(0, longestTyped);
  count = address.count;
  choice.put(address.filters);
  setFilters();
}

// The copy that is kept for when there is no network is that of the empty form.
if (form.dataset.drawn !== location.search) {
  take(read(location.search));
  ask();
} else if (isSame(read(location.search))) {
  asked = sought = box.value;
  ready();
} else {
  ask();
}
