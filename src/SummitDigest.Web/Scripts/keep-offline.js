// Keeps the whole of a large index on this device, on demand. A small one is one file and is kept anyway.

import { ask } from './offline.js';

const box = document.getElementById('ui-keep-offline'), [keep, cancel] = box.querySelectorAll('button'), said = box.querySelector('[aria-live]');
const { index } = document.documentElement.dataset, { size } = box.dataset;

const say = text => { said.textContent = text; };
const isAllKept = cache => cache.match(`${index}files`);

function show(isBusy) {
  keep.hidden = isBusy;
  cancel.hidden = !isBusy;
}

async function keepAll(cache, signal) {
  // Past the worker, which would keep them without counting.
  const [list, all] = await Promise.all(['files', 'all'].map(name => fetch(index + name, { cache: 'no-store', signal })));
  if (!list.ok || !all.ok) throw new Error(`${all.url}: ${list.status}, ${all.status}`);
  const wanted = Object.values(await list.clone().json()).reduce((sum, length) => sum + length, 0);
  let got = 0, tenths = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      const now = Math.floor((got += chunk.length) * 10 / wanted);
      // Each tenth is said; more would make a screen reader talk on and on.
      if (now > tenths) say(`${tenths = now}0% of the search index is fetched.`);
    },
  });
  await cache.put(`${index}all`, new Response(all.body.pipeThrough(counted)));
  if (got !== wanted) throw new Error(`${all.url}: ${got} bytes of ${wanted}`);
  // The list is the sign that all of it is there.
  await cache.put(`${index}files`, list);
}

async function start() {
  const state = await ask();
  if (!state) return;
  const cache = await caches.open(state.files);
  let stop;
  const done = () => {
    keep.hidden = cancel.hidden = box.querySelector('p').hidden = true;
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
      await cache.delete(`${index}all`);
      show(false);
      keep.focus();
      say(stop.signal.aborted ? 'Stopped: the search index is not kept.' : 'The search index could not be kept. There may be no network, or no room on this device; please try again later.');
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
