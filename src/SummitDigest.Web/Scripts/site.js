// Goes on where an address names a place that is on another page of a list, and says so where it names a passage that this
// page does not have; without a script the page opens at the link to the other page, or just at its top.

/** @param {string} hash the address's part from "#" on */
function idIn(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/**
 * The page of a list on which a place is: the first page knows it of all.
 * @param {string} id
 * @returns {HTMLAnchorElement | null | undefined}
 */
const pageWith = id => document.getElementById(id)?.closest('.pages li')?.querySelector('a');

/** @param {string} id */
function noticeFor(id) {
  // Browsers take "#top" for the top of any page; and of a page that is not kept, there is nothing to say about its parts.
  if (document.getElementById('ui-kept') || id === '' || id === 'top' || id.startsWith(':~:') || document.getElementById(id.split(':~:')[0])) return null;
  const notice = document.createElement('p');
  notice.className = 'notice missing';
  notice.setAttribute('role', 'status');
  notice.textContent = `There is no “${id.slice(0, 60)}” on this page. You are at its beginning. `;
  // What is on which page changes. Only a link: of copies of different age, each page could take it to be on the other.
  const first = document.querySelector('.pages li:first-child a:not([aria-current])');
  if (first && id.startsWith('ui-')) {
    const link = document.createElement('a');
    link.href = first.href + location.hash;
    link.textContent = 'See whether it is on another page';
    notice.append(link);
  }
  // The address of its own says what became of it.
  if (/^[a-z0-9-]+$/.test(id.split(':~:')[0]) && /\/speeches\/[^/]+\/?$/.test(location.pathname)) {
    const link = document.createElement('a');
    // Below this page; where pages are files, their addresses end in a slash.
    const [, page, end] = /^(.*?)(\/?)$/.exec(location.pathname);
    link.href = `${page}/${id.split(':~:')[0]}${end}`;
    link.textContent = 'See whether it was here';
    notice.append(link);
  }
  return notice;
}

/** @param {Event} [change] of the address, on a page that is open already */
function check(change) {
  document.querySelector('.missing')?.remove();
  const id = idIn(location.hash), page = pageWith(id);
  if (page) {
    location.replace(page.href + location.hash);
    return;
  }
  const notice = noticeFor(id);
  if (!notice) return;
  document.getElementById('ui-main')?.prepend(notice);
  // Browsers stay where they are for a place that is not there.
  if (change) scrollTo(0, 0);
}

addEventListener('hashchange', check);
check();

// A hit of a search was opened here: mark what was looked for.
if (new URLSearchParams(location.search).has('mark') && document.querySelector('.passage')) import('./marks.js').catch(() => {});

// Links to copy, and to exact words.
if (document.querySelector('[data-link]')) {
  import('./links.js').catch(() => {});
  import('./quotes.js').catch(() => {});
}

// The outline beside a long speech marks the section that a link to it would land at, and keeps the mark in its own sight.
const outline = document.querySelector('.outline ol');
if (outline) {
  const sections = [...document.querySelectorAll('.section')], landing = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 1;
  const mark = () => {
    const section = sections.findLast(section => section.getBoundingClientRect().top <= landing);
    const link = section && outline.querySelector(`[href="#${section.id}"]`), before = outline.querySelector('[aria-current]');
    if (link === (before ?? undefined)) return;
    before?.removeAttribute('aria-current');
    if (link) link.ariaCurrent = 'true';
    // scrollIntoView would scroll the page as well.
    outline.scrollTop = link ? link.offsetTop - outline.clientHeight / 2 : 0;
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}

// Search from any page. A page whose main part is a search box uses that one.
const isMac = /Mac|iP/.test(navigator.platform);
const box = document.querySelector('.site-search input');
const ownBox = document.querySelector('main [role="search"] input[type="search"]');
const dialog = () => import('./search-dialog.js');

function search() {
  if (ownBox) {
    ownBox.focus();
    ownBox.select();
  } else {
    const from = document.activeElement;
    // Until the dialog is there, what is typed goes into the header's box.
    box?.focus({ preventScroll: true });
    box?.select();
    const { scrollX, scrollY } = window;
    dialog().then(({ toggle }) => {
      toggle(box, from);
      // What was typed into that box has led to the top of the page.
      scrollTo(scrollX, scrollY);
    }, () => {});
  }
}

addEventListener('keydown', event => {
  // The key by its letter; by its place on keyboards with letters of another script.
  const isK = event.key?.toLowerCase() === 'k' || event.code === 'KeyK' && event.key > '~';
  const isShortcut = isK && !event.altKey && !event.shiftKey && event.ctrlKey === !isMac && event.metaKey === isMac;
  if (!isShortcut || event.defaultPrevented || document.querySelector('dialog:modal:not(.search-dialog)')) return;
  event.preventDefault();
  if (!event.repeat) search();
});

if (box) {
  box.addEventListener('focus', () => dialog().then(({ warm }) => warm(), () => {}), { once: true });
  const shortcut = document.createElement('button');
  shortcut.type = 'button';
  shortcut.className = 'quiet shortcut';
  shortcut.textContent = isMac ? '⌘K' : 'Ctrl K';
  shortcut.ariaLabel = `${shortcut.textContent}: find as you type`;
  shortcut.addEventListener('click', search);
  box.form.append(shortcut);
}

// Loaded apart: nothing of it is needed before the page is read.
const offline = () => import('./offline.js');
if (navigator.serviceWorker?.controller) offline().then(({ tell }) => tell(), () => {});
// 3 seconds: what the page itself fetches, and the reader's first search, come before what is kept for later.
addEventListener('load', () => setTimeout(async () => {
  // Of a page that is older than the site they may be gone; then nothing is kept.
  (await offline().catch(() => null))?.start();
  if (document.getElementById('ui-keep-offline')) import('./keep-offline.js').catch(() => {});
}, 3000));
