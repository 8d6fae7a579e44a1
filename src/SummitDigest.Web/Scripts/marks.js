// Marks the words that were looked for on the page that a hit opened. The address names them: ?mark=data+"cyber+security".
// A page without script, or an address without them, is just the page.

import { key, tokens } from './engine/words.js';

const longest = 1000, mostTerms = 16;

/**
 * The words and sequences that an address names, each as the keys of its words.
 * @param {string} mark
 * @returns {string[][]}
 */
export function parse(mark) {
  return [...mark.slice(0, longest).matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([word, sequence]) => tokens(sequence ?? word).filter(token => !token.joined).map(token => key(token.word)))
    .filter(keys => keys.length > 0)
    .slice(0, mostTerms);
}

/**
 * Where the terms stand in a text, in order. What overlaps is one.
 * @param {string} text
 * @param {string[][]} terms
 * @returns {{start: number, end: number}[]} in UTF-16 units
 */
export function find(text, terms) {
  const wanted = new Set(terms.flat()), at = new Map(), found = [];
  for (const { word, position, start, end } of tokens(text)) {
    const same = key(word);
    if (!wanted.has(same)) continue;
    if (!at.has(position)) at.set(position, []);
    at.get(position).push({ key: same, start, end });
  }
  for (const [position, [{ start }]] of at) {
    const ends = terms.flatMap(term => {
      // Of a word and the compound that it begins, the compound.
      const words = term.map((word, i) => at.get(position + i)?.findLast(token => token.key === word));
      return words.every(Boolean) ? words.at(-1).end : [];
    });
    if (ends.length === 0) continue;
    const end = Math.max(...ends), last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end); else found.push({ start, end });
  }
  return found;
}

// A match may begin inside a link and end behind it: each piece of text gets a mark of its own.
function mark(element, found) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const matches = found.map(() => []);
  let offset = 0, first = 0;
  for (let node of nodes) {
    const start = offset, end = offset += node.length;
    while (first < found.length && found[first].end <= start) first++;
    let done = start;
    for (let i = first; i < found.length && found[i].start < end; i++) {
      const from = Math.max(found[i].start, start), to = Math.min(found[i].end, end);
      // Between two blocks, where a mark may not stand.
      if (!node.data.slice(from - done, to - done).trim()) continue;
      const part = node.splitText(from - done), marked = document.createElement('mark');
      node = part.splitText(to - from);
      done = to;
      marked.className = 'found';
      part.replaceWith(marked);
      marked.append(part);
      matches[i].push(marked);
    }
  }
  return matches.filter(parts => parts.length > 0);
}

function markAll(terms) {
  return [...document.querySelectorAll('.passage > .text')].flatMap(text => {
    const found = find(text.textContent, terms);
    return found.length > 0 ? mark(text, found) : [];
  });
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const button = (textContent, action) => {
  const made = element('button', { type: 'button', textContent });
  made.addEventListener('click', action);
  return made;
};

const passageOf = match => match[0].closest('.passage');

// The place that the address names: a passage, a section, or the span of an id that was moved.
function target() {
  const named = document.querySelector(':target');
  return named?.closest('.passage, .section') ?? null;
}

// The first match in the place that the address names, else the first after it.
function firstMatch(matches) {
  const place = target();
  const first = place ? matches.findIndex(match => place.compareDocumentPosition(match[0]) & Node.DOCUMENT_POSITION_FOLLOWING) : 0;
  return Math.max(first, 0);
}

class Matches {
  constructor(matches) {
    this.matches = matches;
    this.count = element('p');
    // Stays when the bar goes: a region that goes says nothing.
    this.status = element('p', { className: 'unseen', role: 'status', lang: 'en' });
    const buttons = matches.length > 0
      ? [button('Previous', () => this.step(-1)), button('Next', () => this.step(1)), button('Clear marks', () => this.clear('Marks cleared'))]
      : [button('Close', () => this.clear(''))];
    this.bar = element('div', { className: 'matches', role: 'region', ariaLabel: 'Search matches', lang: 'en' }, this.count, ...buttons);
  }

  show() {
    // At the window's foot to the eye; in the page before the passage that was opened, one step back for the keyboard.
    const place = target();
    if (place) place.before(this.bar); else document.getElementById('ui-main').prepend(this.bar);
    document.getElementById('ui-main').append(this.status);
    document.documentElement.classList.add('has-matches');
    if (this.matches.length === 0) {
      this.count.textContent = 'No match for your search on this page.';
      this.status.textContent = this.count.textContent;
      return;
    }
    this.go(firstMatch(this.matches));
    if (document.readyState === 'complete') this.land(place); else addEventListener('load', () => this.land(place));
    addEventListener('hashchange', this.onHash = () => this.go(firstMatch(this.matches)));
  }

  // The browser goes to the place that the address names. All there is to do is to go on to a match that is not in sight there.
  land(place) {
    // Who comes back, or loads the page again, finds the place that was left.
    if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') return;
    const [first] = this.matches[this.current];
    if (!place) this.bringIntoSight();
    else if (place.contains(first) && first.getBoundingClientRect().bottom - place.getBoundingClientRect().top > innerHeight - 2 * this.bar.offsetHeight) {
      first.scrollIntoView({ block: 'center' });
    }
  }

  go(index) {
    const count = this.matches.length;
    for (const part of this.matches[this.current] ?? []) {
      part.classList.remove('current');
      part.ariaCurrent = null;
    }
    this.current = index;
    for (const part of this.matches[index]) {
      part.classList.add('current');
      part.ariaCurrent = 'true';
    }
    this.count.textContent = `${index + 1} of ${count} ${count === 1 ? 'match' : 'matches'}`;
    const number = passageOf(this.matches[index]).querySelector('.permalink')?.textContent.replace(/\D/g, '');
    this.status.textContent = `Match ${index + 1} of ${count}, passage ${number}`;
  }

  step(by) {
    const count = this.matches.length;
    this.go((this.current + by + count) % count);
    this.bringIntoSight();
  }

  // Leaves the page where it is if the match can be seen.
  bringIntoSight() {
    const [first] = this.matches[this.current], { top, bottom } = first.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - this.bar.offsetHeight) first.scrollIntoView({ block: 'center' });
  }

  clear(words) {
    removeEventListener('hashchange', this.onHash);
    const passage = this.matches.length > 0 ? passageOf(this.matches[this.current]) : document.getElementById('ui-main');
    for (const part of this.matches.flat()) part.replaceWith(...part.childNodes);
    for (const text of document.querySelectorAll('.passage > .text')) text.normalize();
    this.bar.remove();
    document.documentElement.classList.remove('has-matches');
    const address = new URL(location);
    address.searchParams.delete('mark');
    history.replaceState(history.state, '', address);
    this.status.textContent = words;
    passage.tabIndex = -1;
    passage.focus({ preventScroll: true });
  }
}

/** Marks the page by its address, and shows the bar. */
export function show() {
  const terms = parse(new URLSearchParams(location.search).get('mark') ?? '');
  if (terms.length > 0) new Matches(markAll(terms)).show();
}

show();
