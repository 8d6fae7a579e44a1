// Buttons that copy: the link of every section and passage, and every citation.

const spoken = document.createElement('p');
spoken.className = 'unseen';
spoken.setAttribute('aria-live', 'polite');
document.body.append(spoken);

/** Says something to listeners. @param {string} text */
export function say(text) {
  spoken.textContent = `${text}.`;
}

// What is pasted into a word processor comes from the HTML, so that it keeps its italics.
async function put(text, html) {
  const made = (type, part) => new Blob([part], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': made('text/plain', text), 'text/html': made('text/html', html) })]);
  } catch {
    // Not every browser has this, or allows it where it allows plain text.
    await navigator.clipboard.writeText(text);
  }
}

// Copies a text, and says so in the live region and on the button itself.
async function copy(button, text, said, html) {
  const label = button.dataset.label ??= button.textContent;
  button.style.minWidth ||= `${button.offsetWidth}px`;
  try {
    await (html ? put(text, html) : navigator.clipboard.writeText(text));
    say(said);
    button.textContent = 'Copied';
  } catch {
    // A browser may forbid it, or the page be served without https: then the reader copies by hand.
    show(button, text);
    return;
  }
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    button.textContent = label;
    spoken.textContent = '';
  }, 3000);
}

// The text in a box of its own, selected.
function show(button, text) {
  const shown = button.parentElement.querySelector('.to-copy') ?? document.createElement('input');
  shown.className = 'to-copy';
  shown.readOnly = true;
  shown.value = text;
  shown.ariaLabel = 'This browser does not let the page copy. Copy this text yourself';
  button.after(shown);
  shown.select();
}

/**
 * A button that copies.
 * @param {string} text on it @param {string} name for listeners @param {() => string} what to copy
 * @param {string} said to listeners when it was, such as "Copied: link to passage 7"
 * @param {string} [html] the same as it looks
 */
export function copyButton(text, name, what, said, html) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'tool';
  button.textContent = text;
  button.ariaLabel = name;
  button.addEventListener('click', () => copy(button, what(), said, html));
  return button;
}

for (const link of document.querySelectorAll('[data-link]')) {
  const name = link.ariaLabel.replace(/^Link/, 'link');
  link.after(' ', copyButton('Copy link', `Copy ${name}`, () => new URL(link.dataset.link, location).href, `Copied: ${name}`));
}

for (const citation of document.querySelectorAll('.citation')) {
  const { style } = citation.dataset;
  const html = citation.querySelector('i') && citation.innerHTML.trim();
  citation.after(copyButton('Copy', `Copy the citation in ${style}`, () => citation.textContent.trim(), `Copied: the citation in ${style}`, html));
}
