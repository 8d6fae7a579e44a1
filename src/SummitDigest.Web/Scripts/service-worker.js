// Answers when there is no network. The server puts a line in front that sets `site`: the version, the addresses of the
// pages and files that every reader needs, of the page to show in place of one that is not kept, of the index, and of what
// says which index is the newest. Where pages are files, it has the address of the one that says their version, too.
// Each version of the site has its own caches and a page is kept only with its own version's, so nothing old and new mixes.

const prefix = `digest ${registration.scope} `;
const filesName = `${prefix}${site.version}`, pagesName = `${filesName} pages`;
const mostPages = 100, mostFetchedAgain = 50, mostCopies = 100;
// Milliseconds after which a kept page is shown instead of waiting on.
const patience = 5000;
// When the copies were fetched that were shown for want of an answer, by the client that shows them.
const copies = new Map();
let whole = null;

const wait = milliseconds => new Promise(resolve => { setTimeout(resolve, milliseconds); });
// A newer worker takes over when no event is under way, so none may last.
const hold = (event, work) => event.waitUntil(Promise.race([work, wait(patience)]).catch(() => {}));
const find = (address, cacheName) => caches.match(address, { cacheName, ignoreVary: true });

// A server says with each page of which version it is. Of files the one that says it is replaced before any page
// (src/operations.md): a page that was there before a version was said is of that version.
async function isOurs(response) {
  if (response.status !== 200 || response.redirected) return false;
  if (!site.says) return response.headers.get('X-Content-Version') === site.version;
  const said = await fetch(site.says, { cache: 'no-store' });
  return said.ok && (await said.text()).trim() === site.version;
}

async function forget(which) {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && which(name)) await caches.delete(name);
}

// Keeps what can be kept: a full disk, or a cache that a newer version did away with, takes nothing from the reader.
async function put(name, address, response) {
  try {
    if (!await caches.has(name)) return;
    const cache = await caches.open(name);
    // What was put last stands last, and what stands first goes first.
    await cache.delete(address);
    await cache.put(address, response);
    if (name !== pagesName) return;
    const all = await cache.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - mostPages)).map(request => cache.delete(request)));
  } catch { /* Shown all the same. */ }
}

// Null where there is no such page any more. Throws where there is no answer, or that of another version.
async function fetchPage(path) {
  const response = await fetch(path, { cache: 'no-store' });
  if (await isOurs(response)) return response;
  if (response.redirected || response.status === 404 || response.status === 410) return null;
  throw new Error(`${path} is not of version ${site.version}.`);
}

// What earlier versions kept and what is open now, the most recent last.
async function seen() {
  const addresses = [];
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name.endsWith(' pages')) addresses.push(...await (await caches.open(name)).keys());
  }
  addresses.push(...await clients.matchAll({ type: 'window', includeUncontrolled: true }));
  const paths = addresses.filter(({ url }) => url.startsWith(registration.scope)).map(({ url }) => new URL(url).pathname);
  return [...new Set(paths.reverse())].filter(path => !site.pages.includes(path)).slice(0, mostFetchedAgain).reverse();
}

async function install() {
  const paths = await seen(), files = await caches.open(filesName);
  await caches.open(pagesName);
  await files.addAll(site.files);
  await Promise.all(site.pages.map(async path => files.put(path, await fetchPage(path))));
  // If the network goes meanwhile, this version is not installed: the one before has all that the reader has seen.
  for (const path of paths) {
    const response = await fetchPage(path);
    if (response) await put(pagesName, path, response);
  }
  if (!await caches.has(filesName)) throw new Error('Another version was quicker.');
  await skipWaiting();
}

// A large index that a reader has asked to keep lies here as one piece, for thousands of files take minutes to write.
async function openWhole() {
  const [list, all] = await Promise.all(['files', 'all'].map(name => find(site.index + name, filesName)));
  if (!list || !all) return null;
  const places = new Map();
  let at = 0;
  for (const [name, size] of Object.entries(await list.json())) places.set(name, [at, at += size]);
  return { places, bytes: await all.blob() };
}

async function cutOut(path) {
  if (!path.startsWith(site.index)) return null;
  whole ??= openWhole();
  const opened = await whole.catch(() => null), place = opened?.places.get(path.slice(site.index.length));
  // It may be there the next time.
  if (!opened) whole = null;
  return place && new Response(opened.bytes.slice(...place));
}

async function file(event, url) {
  const { request } = event;
  const kept = request.cache !== 'reload' && (await find(request.url, filesName) ?? await cutOut(url.pathname));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) hold(event, put(filesName, request.url, response.clone()));
  return response;
}

// Looks at a page that the network gave.
async function keep(url, response) {
  // Only what the address's path alone decides may be kept by it; marks are put in by the page's own script.
  const isPlain = [...url.searchParams.keys()].every(name => name === 'mark');
  if (!isPlain || site.pages.includes(url.pathname)) return;
  // Now, before the reader's browser takes it.
  const copy = response.clone();
  if (await isOurs(response)) await put(pagesName, url.pathname, copy);
}

async function page(event, url) {
  const answer = fetch(event.request);
  hold(event, answer.then(response => keep(url, response)));
  const kept = await find(url.pathname, filesName) ?? await find(url.pathname, pagesName);
  if (kept) {
    const response = await Promise.race([answer, wait(patience)]).catch(() => null);
    if (response) return response;
    if (copies.size >= mostCopies) copies.clear();
    copies.set(event.resultingClientId, kept.headers.get('Date') ?? '');
    return kept;
  }
  return answer.catch(async error => {
    const instead = await find(site.offline, filesName);
    if (!instead) throw error;
    return new Response(instead.body, { status: 503, statusText: 'Service Unavailable', headers: instead.headers });
  });
}

addEventListener('install', event => event.waitUntil(install().catch(async error => {
  await forget(name => name === filesName || name === pagesName);
  throw error;
})));

addEventListener('activate', event => event.waitUntil(forget(name => name !== filesName && name !== pagesName).then(() => clients.claim())));

addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname === site.newest) event.respondWith(fetch(request).catch(() => new Response(site.index.split('/').at(-2))));
  else if (request.cache !== 'no-store' && (url.pathname.startsWith(site.index) || site.files.includes(url.pathname))) event.respondWith(file(event, url));
});

// Pages ask where things are kept, and whether they are themselves a kept copy.
addEventListener('message', ({ source, ports }) => ports[0]?.postMessage({ files: filesName, pages: pagesName, copy: copies.get(source.id) ?? null }));
