// Links to exact words, as https://wicg.github.io/scroll-to-text-fragment/ describes them.
// A link has the passage's id first, so that it lands there even in browsers that do not know the rest.

import { copyButton, say } from './links.js';

// Longer quotations are named by their beginning and end.
const longest = 200, wordsAtEnds = 6, mostContext = 12;

const space = /\s+/g, letter = /[\p{L}\p{N}\p{M}]/u, ideograph = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/;
const plain = text => text.replace(space, ' ').trim();
const folded = text => plain(text).toLowerCase();
const wordsOf = text => plain(text).split(' ').filter(Boolean);

/** The words of the first "text=" behind ":~:" in an address, without those around them; null without any. @param {string} address */
export function directive(address) {
  const [, after] = address.split(':~:'), text = after?.split('&').find(part => part.startsWith('text='))?.slice(5);
  if (!text) return null;
  try {
    const [start, end] = text.split(',').filter(part => !part.endsWith('-') && !part.startsWith('-')).map(decodeURIComponent);
    return start ? { start, end } : null;
  } catch {
    return null;
  }
}

/** Whether a text has the words of a directive. @param {string} text @param {{start: string, end?: string}} words */
export function has(text, { start, end }) {
  const all = folded(text), at = all.indexOf(folded(start));
  return at >= 0 && (!end || all.indexOf(folded(end), at + folded(start).length) >= 0);
}

const encode = text => encodeURIComponent(text).replaceAll('-', '%2D');
const write = ({ prefix, start, end, suffix }) =>
  `text=${[prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`].filter(Boolean).join(',')}`;

function count(text, words) {
  let found = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found++;
  return found;
}

/**
 * The directive for words of a passage. Browsers mark the first place on the page that fits, so as many words around them
 * go in as make it the only one.
 * @param {string[]} quoted the words, in a part for each paragraph or item of a list @param {string} before the passage's
 * text before them @param {string} after and behind them @param {string} page all text of the page
 */
export function directiveFor(quoted, before, after, page) {
  const all = folded(page), words = plain(quoted.join(' '));
  // Only a beginning and an end may stand in two paragraphs.
  const hasEnd = quoted.length > 1 || (words.length > longest && wordsOf(words).length > 2 * wordsAtEnds);
  const made = hasEnd ? { start: wordsOf(quoted[0]).slice(0, wordsAtEnds).join(' '), end: wordsOf(quoted.at(-1)).slice(-wordsAtEnds).join(' ') } : { start: words };
  const ahead = wordsOf(before), behind = wordsOf(after);
  for (let n = 0; n <= mostContext; n++) {
    const prefix = n ? ahead.slice(-n).join(' ') : '', suffix = n && !hasEnd ? behind.slice(0, n).join(' ') : '';
    if (count(all, folded(`${prefix} ${made.start} ${suffix}`)) <= 1 || n === Math.max(ahead.length, behind.length)) {
      return write({ ...made, prefix, suffix });
    }
  }
  return write(made);
}

// What is selected in a passage, out to the ends of its words: browsers find whole words only.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0), of = node => (node.nodeType === 1 ? node : node.parentElement)?.closest('.passage > .text');
  const text = of(range.startContainer);
  if (!text || !plain(range.toString())) return null;
  const inside = range.cloneRange();
  if (of(range.endContainer) !== text) {
    inside.setEnd(text, text.childNodes.length);
    // A selection by three clicks ends where the next thing begins: nothing of that is in it.
    const rest = range.cloneRange();
    rest.setStart(text, text.childNodes.length);
    if (plain(rest.toString())) return { isTooFar: true };
  }
  const head = document.createRange();
  head.setStart(text, 0);
  head.setEnd(inside.startContainer, inside.startOffset);
  const all = text.textContent;
  let start = head.toString().length, end = start + inside.toString().length;
  while (start < end && /\s/.test(all[start])) start++;
  while (end > start && /\s/.test(all[end - 1])) end--;
  const isInWord = at => at > 0 && at < all.length && letter.test(all[at - 1]) && letter.test(all[at]) && !ideograph.test(all[at]) && !ideograph.test(all[at - 1]);
  while (isInWord(start)) start--;
  while (isInWord(end)) end++;
  const edges = [start, ...edgesIn(text).filter(at => at > start && at < end), end];
  const quoted = edges.slice(1).map((to, i) => plain(all.slice(edges[i], to))).filter(Boolean);
  return { passage: text.parentElement, quoted, before: all.slice(0, start), after: all.slice(end) };
}

// Where its paragraphs and items of lists begin and end, in order.
function edgesIn(text) {
  const range = document.createRange(), edges = [];
  range.setStart(text, 0);
  for (const block of text.querySelectorAll('p, li, pre, blockquote, td, th, br')) {
    range.setEndBefore(block);
    edges.push(range.toString().length);
    range.setEndAfter(block);
    edges.push(range.toString().length);
  }
  return edges.sort((a, b) => a - b);
}

let bar = null, chosen = null;

// On the page of the speech, which is at hand to see whether the words stand there twice; else on that of the passage alone.
function address({ passage, quoted, before, after }) {
  const link = passage.querySelector('.permalink'), isHere = link.pathname === location.pathname;
  const page = isHere ? document.getElementById('ui-main').innerText : passage.querySelector('.text').textContent;
  const place = isHere ? link.href : new URL(link.dataset.link + link.hash, location).href;
  return `${place}:~:${directiveFor(quoted, before, after, page)}`;
}

/** A quotation whose own double marks are single ones; where “ closes („so“), they are another language's. @param {string} text */
export const inQuotes = text => `“${text.includes('„') ? text : text.replace(/(?<![^\s([{—–\-/‘“])"|“/g, '‘').replace(/["”]/g, '’')}”`;

function citation(chosen) {
  const template = chosen.passage.closest('[data-citation]')?.dataset.citation;
  const note = template?.replace('{para}', () => `para. ${chosen.passage.dataset.number}`);
  // The address on a line of its own: a full stop behind it would become a part of it.
  return [inQuotes(chosen.quoted.join(' ')), note, address(chosen)].filter(Boolean).join('\n');
}

function makeBar() {
  bar = document.createElement('div');
  bar.className = 'quote-bar';
  bar.setAttribute('role', 'region');
  bar.ariaLabel = 'Selected words';
  bar.append(document.createElement('p'),
    copyButton('Copy link to these words', 'Copy link to these words', () => address(chosen), 'Copied: link to these words'),
    copyButton('Copy quotation and citation', 'Copy quotation and citation', () => citation(chosen), 'Copied: quotation and citation'));
  // A press on a button would take the selection away.
  bar.addEventListener('pointerdown', event => event.preventDefault());
}

function offer() {
  if (bar?.contains(document.activeElement)) return;
  const found = selected();
  if (found && !bar) makeBar();
  if (!bar) return;
  const isNew = found && (bar.hidden || !bar.isConnected);
  bar.hidden = !found;
  if (!found) return;
  chosen = found;
  // The next stop for whoever goes by keyboard.
  if (found.passage) found.passage.querySelector('.text').after(bar); else if (!bar.isConnected) document.querySelector('main').append(bar);
  if (isNew && found.passage) say('Buttons to copy a link to the selected words, and to quote them, come next');
  for (const button of bar.querySelectorAll('button')) button.hidden = !!found.isTooFar;
  bar.querySelector('.to-copy')?.remove();
  bar.firstChild.textContent = found.isTooFar ? 'Select words within one passage to link to them.' : `Passage ${found.passage.dataset.number}`;
}

let timer = null;
document.addEventListener('selectionchange', () => {
  clearTimeout(timer);
  timer = setTimeout(offer, 200);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && bar && !bar.hidden) {
    bar.hidden = true;
    getSelection().removeAllRanges();
  }
});

let arrival = null;

/**
 * Says so where a link led here to words that its passage does not have any more.
 * @param {string} address the link's. Browsers that know such links leave the words out of the page's own address
 */
function arrive(address) {
  arrival?.abort();
  document.documentElement.classList.remove('has-no-quote');
  const words = directive(address), hash = location.hash.split(':~:')[0];
  // Without a place (search engines make such links) the words may be anywhere.
  if (!words || !hash) return;
  const target = /^#[a-z0-9-]+$/.test(hash) && document.getElementById(hash.slice(1));
  if (!target) {
    // Said by site.js.
    stayAt(document.querySelector('.missing'));
    return;
  }
  const place = target.closest('.passage, .section') ?? target;
  if (has([...place.querySelectorAll('.text')].map(text => text.textContent).join(' '), words)) {
    // A browser that does not know such links has not found the id either.
    if (location.hash.includes(':~:')) place.scrollIntoView();
    return;
  }
  const notice = document.createElement('p');
  notice.className = 'notice missing';
  notice.setAttribute('role', 'status');
  notice.textContent = `The quoted words “${[words.start, words.end].filter(Boolean).map(text => plain(text).slice(0, 100)).join(' … ')}” do not stand here any more. The text may have been reworded since.`;
  place.prepend(notice);
  stayAt(place);
}

// The same words elsewhere are not those that were quoted. But browsers go there some time after the page has loaded, later on a
// busy machine; so whatever scrolls within 5 seconds is led back, unless it is the reader.
function stayAt(place) {
  document.documentElement.classList.add('has-no-quote');
  const staying = arrival = new AbortController(), { signal } = staying, { hash } = location, end = () => staying.abort();
  // Another link scrolls before its hashchange ends this.
  const go = () => { if (location.hash === hash) place?.scrollIntoView(); };
  go();
  addEventListener('scroll', go, { signal });
  for (const action of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(action, end, { signal, passive: true });
  const wait = () => setTimeout(end, 5000);
  if (document.readyState === 'complete') wait(); else addEventListener('load', wait, { signal });
}

addEventListener('hashchange', ({ newURL }) => arrive(newURL));
// The record of how the page was opened has the words.
arrive(location.hash.includes(':~:') ? location.hash : performance.getEntriesByType('navigation')[0]?.name ?? '');
offer();
