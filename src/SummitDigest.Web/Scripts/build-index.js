// Indexes a small library, which travels as its text alone. The format is in src/SummitDigest.Search/Indexing/index-format.md.

import { firstNot } from './engine/index.js';
import { tokens } from './engine/words.js';

// The longest passage of each class of lengths but the last, in words.
const longest = [6, 8, 11, 16, 22, 32, 45, 64, 90, 128, 181, 256, 362, 512, 724];

function varint(bytes, value) {
  for (; value > 127; value >>= 7) bytes.push(value & 127 | 128);
  bytes.push(value);
}

/** The entries of all words, in order, from the text of a small library; in the same bytes as the files of a large one have. */
export function build({ text, speeches }) {
  const words = new Map();
  const entry = word => words.get(word) ?? words.set(word, { spans: [], bytes: [], passage: -1 }).get(word);
  const under = (title, start, end, heading) => {
    for (const word of new Set(tokens(title).map(token => token.word))) {
      const { spans } = entry(word), last = spans.at(-1);
      if (last?.[2] === heading && last[1] === start) last[1] = end; else spans.push([start, end, heading]);
    }
  };
  let left = 0, speech = 0;
  text.forEach(([, heading, text], passage) => {
    for (; !left; speech++) {
      left = speeches[speech][6];
      under(speeches[speech].slice(1, 4).join('\n'), passage, passage + left, 0);
    }
    left--;
    under(heading, passage, passage + 1, 1);
    const found = tokens(text), positions = new Map();
    for (const { word, position } of found) {
      if (!positions.has(word)) positions.set(word, []);
      positions.get(word).push(position);
    }
    for (const [word, at] of positions) {
      const posting = entry(word), { bytes } = posting;
      varint(bytes, passage - posting.passage - 1);
      posting.passage = passage;
      bytes.push(firstNot(15, i => longest[i] < found.length) << 4 | Math.min(at.length, 15));
      if (at.length > 14) varint(bytes, at.length - 15);
      at.forEach((position, i) => varint(bytes, position - (i ? at[i - 1] : -1) - 1));
    }
  });
  return [...words.keys()].sort().map(word => {
    const { spans, bytes } = words.get(word), head = [];
    varint(head, spans.length);
    spans.forEach(([start, end, heading], i) => {
      varint(head, start - (i ? spans[i - 1][0] : 0));
      varint(head, end - start << 1 | heading);
    });
    const all = Uint8Array.from([...head, ...bytes]);
    return { word, size: all.length, bytes: all };
  });
}
