// Lists the kept pages in place of one that is not kept.

import { ask } from './offline.js';

async function list() {
  const state = await ask(), items = document.getElementById('ui-kept-pages');
  if (!state || !items) return;
  const cache = await caches.open(state.pages);
  for (const request of (await cache.keys()).reverse()) {
    const response = await cache.match(request, { ignoreVary: true });
    if (!response) continue;
    // Parsed for its heading only; a document made so runs nothing.
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const link = document.createElement('a'), item = document.createElement('li');
    link.href = new URL(request.url).pathname;
    link.textContent = page.querySelector('h1')?.textContent ?? page.title;
    item.append(link);
    items.append(item);
  }
  document.getElementById('ui-kept').hidden = !items.childElementCount;
}

list();
