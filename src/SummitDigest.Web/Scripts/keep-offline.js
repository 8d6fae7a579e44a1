// Keeps the whole of a large index on this device, on demand. A small one is one file and is kept anyway.

import { ask } from './offline.js';

const box = document.getElementById('ui-keep-offline'), [keep, cancel] = box.querySelectorAll('button'), said = box.querySelector('[aria-live]');
const { index } = document.documentElement.dataset, { size } = box.dataset;
const atOnce = 6;

const say = text => { said.textContent = text; };
const isAllKept = cache => cache.match(`${index}files`);

function show(isBusy) {
  keep.hidden = isBusy;
  cancel.hidden = !isBusy;
}

// One line of several that fetch side by side.
async function line(cache, names, signal, step) {
  for (let name; (name = names.pop()) && !signal.aborted;) {
    const address = index + name;
    if (!await cache.match(address, { ignoreVary: true })) {
      // Past the worker, which would keep it a second time.
      const response = await fetch(address, { cache: 'no-store', signal });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }
    step();
  }
}

async function keepAll(cache, signal) {
  const list = await fetch(`${index}files`, { cache: 'no-store', signal });
  if (!list.ok) throw new Error(`${list.url}: ${list.status}`);
  const names = await list.clone().json(), all = names.length;
  let done = 0, tenths = 0;
  // Each tenth is said; more would make a screen reader talk on and on.
  const step = () => {
    if (Math.floor(++done * 10 / all) > tenths) say(`${tenths = Math.floor(done * 10 / all)}0% of the search index is kept.`);
  };
  await Promise.all(Array.from({ length: atOnce }, () => line(cache, names, signal, step)));
  // The list is the sign that all of it is there.
  if (!signal.aborted) await cache.put(`${index}files`, list);
}

async function start() {
  const state = await ask();
  if (!state) return;
  const cache = await caches.open(state.files);
  let stop;
  const done = () => {
    keep.hidden = cancel.hidden = true;
    say('The whole search index is kept on this device: search works without network.');
  };
  cancel.addEventListener('click', () => stop.abort());
  keep.addEventListener('click', async () => {
    stop = new AbortController();
    show(true);
    cancel.focus();
    say('Fetching the search index.');
    try {
      // Else the browser may clear it when the disk gets full.
      await navigator.storage?.persist?.();
      await keepAll(cache, stop.signal);
      done();
    } catch {
      show(false);
      keep.focus();
      say(stop.signal.aborted ? 'Stopped. What was fetched stays; the rest can be fetched later.' : 'The rest of the search index could not be fetched. What was fetched stays; please try again later.');
      stop.abort();
    }
  });
  if (await isAllKept(cache)) done();
  else {
    keep.textContent = `Keep for offline use (about ${size} MB)`;
    show(false);
  }
  box.hidden = false;
}

if (navigator.serviceWorker?.controller) start();
else navigator.serviceWorker?.addEventListener('controllerchange', start, { once: true });
