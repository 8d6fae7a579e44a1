// Says so where an address names a passage that this page does not have; without a script the page just opens at its top.

/** @param {string} hash the address's part from "#" on */
function noticeFor(hash) {
  let id;
  try {
    id = decodeURIComponent(hash.slice(1));
  } catch {
    id = hash.slice(1);
  }
  // Browsers take "#top" for the top of any page.
  if (id === '' || id === 'top' || id.startsWith(':~:') || document.getElementById(id.split(':~:')[0])) return null;
  const notice = document.createElement('p');
  notice.className = 'notice missing';
  notice.setAttribute('role', 'status');
  notice.textContent = `There is no “${id.slice(0, 60)}” on this page. You are at its beginning.`;
  return notice;
}

function check() {
  document.querySelector('.missing')?.remove();
  const notice = noticeFor(location.hash);
  if (notice) document.getElementById('ui-main')?.prepend(notice);
}

addEventListener('hashchange', check);
check();

// Loaded apart: nothing of it is needed before the page is read.
const offline = () => import('./offline.js');
if (navigator.serviceWorker?.controller) offline().then(({ tell }) => tell());
// 3 seconds: what the page itself fetches, and the reader's first search, come before what is kept for later.
addEventListener('load', () => setTimeout(() => offline().then(({ start }) => start()), 3000));
