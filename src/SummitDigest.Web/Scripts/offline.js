// Has the pages and the index kept for when there is no network, and says so where a page is such a copy. site.js loads it.

const workers = navigator.serviceWorker;

/**
 * Asks the worker for the names of its caches and, where this page is a kept copy, when that was fetched.
 * @returns {Promise<{files: string, pages: string, copy: string | null} | null>} null where no worker is at work
 */
export async function ask() {
  const worker = workers?.controller;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = event => resolve(event.data);
    // A worker that does not answer is none.
    setTimeout(resolve, 5000, null);
    worker.postMessage('state', [port2]);
  });
}

/** Makes kept things available from the next page on, until then all comes from the network, and looks for a newer version of what is kept. */
export async function start() {
  if (!workers || navigator.connection?.saveData) return;
  try {
    const registration = await workers.register(new URL('../../sw.js', new URL(document.documentElement.dataset.index, location.href)));
    // Asked here, since browsers put off a worker's own asking; the first time, registering has just fetched it.
    if (registration.active) await registration.update();
  } catch { /* A browser may refuse, as in private windows; then there is no copy, and nothing else changes. */ }
}

/** Says that the page is a kept copy, if it is. */
export async function tell() {
  const copy = (await ask())?.copy;
  if (!copy) return;
  const notice = document.createElement('p'), date = new Date(copy);
  notice.className = 'notice offline';
  notice.setAttribute('role', 'status');
  notice.textContent = `The site cannot be reached: you may be offline. This is the copy kept on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}.`;
  document.getElementById('ui-main')?.prepend(notice);
}
