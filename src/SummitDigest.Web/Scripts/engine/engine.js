// Answers queries from an index. The rules are in src/SummitDigest.Search/Querying/queries.md. The same engine stands there
// in C#, and tests hold the two together: numbers and the order of additions change on both sides or not at all.

import { firstNot, openIndex } from './index.js';
import { parse, wordsOf, yearsOf } from './query.js';
import { beginning, key } from './words.js';

const typical = [5, 7, 10, 13, 19, 27, 38, 54, 76, 108, 152, 215, 304, 431, 609, 861];
const saturation = 1.2, lengthWeight = 0.75, headingWeight = 2, titleWeight = 1.5, allAsTyped = 4;
const weights = { exact: 1, inflected: 0.8, prefix: 0.6, corrected: 1 };
const mostHits = 100, reranked = 64, mostCompletions = 64, mostCompletionBytes = 48 * 1024, mostCandidates = 6, doubtfulBytes = 12;

const moreFrequent = (a, b) => b.size - a.size || (a.word < b.word ? -1 : 1);
const isAny = () => true;
const sum = (list, of) => list.reduce((total, item) => total + of(item), 0);

// How many letters were left out, put in, replaced or swapped; anything above `most` counts as more.
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// The length of the shortest stretch with a place of every list.
function shortestWindow(lists) {
  const at = lists.map(() => 0);
  for (let shortest = Infinity;;) {
    let first = 0, last = 0;
    for (let i = 1; i < lists.length; i++) {
      if (lists[i][at[i]] < lists[first][at[first]]) first = i;
      if (lists[i][at[i]] > lists[last][at[last]]) last = i;
    }
    shortest = Math.min(shortest, lists[last][at[last]] - lists[first][at[first]] + 1);
    if (++at[first] === lists[first].length) return shortest;
  }
}

/**
 * Opens the index at an address that ends in a slash.
 * @param {string} base
 */
export async function open(base) {
  const index = await openIndex(base), { root, missing, read, find, startingWith } = index, size = root.passages;
  const themes = root.themes.map(([id, title, colour, ...aliases]) => ({ id, title, colour, aliases }));
  const speechOf = new Uint32Array(size), themeOf = Uint8Array.from(root.themeOf, theme => theme.charCodeAt() - 48);
  let at = 0;
  const speeches = root.speeches.map(([slug, title, speaker, event, date, language, count], i) => {
    speechOf.fill(i, at, at + count);
    return { slug, title, speaker, event, date, language, first: (at += count) - count };
  });
  const norms = typical.map(length => 1 - lengthWeight + lengthWeight * length / root.average);
  // Per passage, while a query is answered: what the term at hand has there (flags: 1 found, 2 in the text, 4 as typed), and what all terms have.
  const frequencies = new Float64Array(size), flags = new Uint8Array(size), scores = new Float64Array(size), counts = new Uint8Array(size), typed = new Uint8Array(size);
  // Sequences that were looked for, by their words.
  const sequencesOf = new WeakMap();

  // Adds the inflected forms of a word to a map of its forms: entry of the index and how it matches.
  function inflect(forms, word, start) {
    const stem = key(word);
    if (word.length > 2) for (const entry of startingWith(start ?? beginning(stem))) if (!forms.has(entry) && entry.word !== word && (entry.key ??= key(entry.word)) === stem) forms.set(entry, 'inflected');
    return forms;
  }

  function formsOf(word, exact, prefix) {
    const entry = find(word), forms = new Map(entry && [[entry, 'exact']]);
    // A star keeps to what begins so: with "worked*" no "works".
    if (!exact || prefix) inflect(forms, word, exact ? word : undefined);
    if (prefix && (word.length > 2 || index.isOneFile)) {
      let bytes = 0, taken = 0;
      for (const entry of startingWith(word).sort(moreFrequent)) {
        if (forms.has(entry) || bytes + entry.size > mostCompletionBytes || taken === mostCompletions) continue;
        forms.set(entry, 'prefix');
        bytes += entry.size;
        taken++;
      }
    }
    return forms;
  }

  const match = term => ({
    term, correctedTo: [], isKept: false,
    alternatives: term.alternatives.map(words => words.map((word, i) => formsOf(word, term.exact, term.prefix && i === words.length - 1))),
  });

  // The one word of a term that has no other alternative.
  const wordOf = term => term.exact || term.alternatives.length > 1 || term.alternatives[0].length > 1 ? undefined : term.alternatives[0][0];
  const isDoubtful = ({ term, alternatives }) => wordOf(term) && sum([...alternatives[0][0].keys()], entry => entry.size) <= doubtfulBytes;

  // The nearest words. One slip leaves the first or the last half of a word whole, so only words that share a half are compared.
  function nearest(word) {
    if (word.length < 4 || /\p{Nd}/u.test(word) || /[\uD800-\uDFFF]/.test(word)) return [];
    const first = Math.max(2, word.length - 1 >> 1), last = Math.max(2, word.length - 1 - first);
    let least = word.length < 8 ? 1 : 2, found = [];
    for (const other of new Set([...startingWith(word.slice(0, first)).map(entry => entry.word), ...index.endingWith(word.slice(-last))])) {
      const n = slips(word, other, least);
      if (!n || /[\uD800-\uDFFF]/.test(other) || n > least) continue;
      if (n < least) found = [];
      least = n;
      found.push(other);
    }
    return found.flatMap(other => find(other) ?? []).sort(moreFrequent).slice(0, mostCandidates);
  }

  function correct(matched) {
    const { term, alternatives: [[own]] } = matched, correctedTo = nearest(wordOf(term));
    if (!correctedTo.length) return matched;
    const forms = new Map([...own, ...correctedTo.filter(entry => !own.has(entry)).map(entry => [entry, 'corrected'])]);
    return { term, correctedTo, isKept: own.size > 0, alternatives: [[correctedTo.reduce((forms, entry) => inflect(forms, entry.word), forms)]] };
  }

  // Every place where words stand one after another, as passage and position of the first. The rarest word leads.
  function sequences(words) {
    if (sequencesOf.has(words)) return sequencesOf.get(words);
    const postings = words.map(forms => [...forms.keys()].map(read)), places = [];
    if (missing.size) return places;
    const rarity = postings.map(list => sum(list, entry => entry.passages.length)), rarest = rarity.indexOf(Math.min(...rarity)), known = new Set();
    for (const { passages, from, positions } of postings[rarest]) {
      // Both lists are in order, so each look-up goes on where the last one ended.
      const at = postings.map(list => list.map(() => 0));
      for (let i = 0; i < passages.length; i++) {
        const passage = passages[i];
        next: for (let k = from[i]; k < from[i + 1]; k++) {
          const start = positions[k] - rarest, place = 65536 * passage + start;
          for (let j = 0; j < words.length; j++) {
            if (j !== rarest && !postings[j].some((other, n) => {
              let m = at[j][n];
              while (other.passages[m] < passage) m++;
              at[j][n] = m;
              if (other.passages[m] === passage) for (let k = other.from[m]; k < other.from[m + 1]; k++) if (other.positions[k] === start + j) return true;
              return false;
            })) continue next;
          }
          // Two forms of a word can stand in one place: a compound's first part, and the compound.
          if (postings[rarest].length > 1 && known.has(place)) continue;
          known.add(place);
          places.push([passage, start]);
        }
      }
    }
    sequencesOf.set(words, places);
    return places;
  }

  // Titles keep no positions in the index, so what is written without spaces is looked for in them as they are.
  const between = words => ` ${words.join(' ')} `;
  const namesOf = speech => speech.names ??= [speech.title, speech.speaker, speech.event].map(name => between(wordsOf(name))).join('\n');

  // Sums up a term in `frequencies` and `flags`, and gives the passages that it is in.
  function occurrences({ term, alternatives }) {
    const touched = [], { lengths } = index;
    const put = (passage, amount, flag) => {
      if (!flags[passage]) touched.push(passage);
      frequencies[passage] += amount;
      flags[passage] |= flag;
    };
    for (const words of alternatives) {
      if (words.length > 1) {
        for (const [passage] of sequences(words)) put(passage, 1 / norms[lengths[passage]], 7);
        // Quotes alone mean the text.
        if ((!term.exact || term.prefix) && alternatives.length === 1) {
          const run = between(term.alternatives[0]);
          speeches.forEach((speech, i) => {
            if (!namesOf(speech).includes(run)) return;
            for (let passage = speech.first; passage < (speeches[i + 1]?.first ?? size); passage++) put(passage, titleWeight, 5);
          });
        }
        continue;
      }
      for (const [entry, kind] of words[0]) {
        const found = read(entry), weight = weights[kind], flag = kind === 'inflected' ? 1 : 5;
        if (!found) continue;
        const { spans, passages, from } = found;
        for (const [start, end, heading] of spans) {
          for (let passage = start; passage < end; passage++) put(passage, weight * (heading ? headingWeight : titleWeight), flag);
        }
        for (let i = 0; i < passages.length; i++) put(passages[i], weight * (from[i + 1] - from[i]) / norms[lengths[passages[i]]], flag | 2);
      }
    }
    return touched;
  }

  const forget = touched => { for (const passage of touched) frequencies[passage] = flags[passage] = 0; };

  // All passages with all terms (or any), none of them excluded; what they score stays in `scores`.
  function tally(matched, excluded, filter, needsAll) {
    const all = [], terms = matched.length;
    for (const term of matched) {
      const touched = occurrences(term), inText = touched.filter(passage => flags[passage] & 2).length;
      const rarity = Math.floor(Math.log(1 + (size - inText + 0.5) / (inText + 0.5)) * 1024 + 0.5) / 1024 * (saturation + 1);
      for (const passage of touched) {
        if (!counts[passage]) {
          all.push(passage);
          scores[passage] = typed[passage] = 0;
        }
        const frequency = frequencies[passage];
        scores[passage] += rarity * frequency / (frequency + saturation);
        counts[passage]++;
        typed[passage] += flags[passage] >> 2;
      }
      forget(touched);
    }
    const candidates = terms ? all : [...scores.fill(0).keys()];
    const found = candidates.filter(passage => (!needsAll || counts[passage] === terms) && !excluded.has(passage));
    for (const passage of found) if (terms > 1 && typed[passage] === terms) scores[passage] += allAsTyped;
    for (const passage of all) counts[passage] = 0;
    return { found, hits: filter.isOpen ? found : found.filter(passage => filter.speech(passage) && filter.theme(passage) && filter.speaker(passage) && filter.year(passage)) };
  }

  // The best of the hits as [passage, score], the first of them with the bonus for words that stand together.
  function best(hits, matched, count) {
    const most = matched.length > 1 ? Math.max(count, reranked) : count, top = [], isBetter = (a, b) => scores[a] > scores[b] || scores[a] === scores[b] && a < b;
    for (const passage of hits) {
      if (top.length === most && !isBetter(passage, top[most - 1])) continue;
      top.splice(firstNot(top.length, i => isBetter(top[i], passage)), 0, passage);
      if (top.length > most) top.pop();
    }
    const lists = new Map(top.slice(0, matched.length > 1 ? reranked : 0).map(passage => [passage, []]));
    for (const { alternatives } of matched) {
      const places = new Map();
      const put = (passage, position) => {
        if (!lists.has(passage)) return;
        if (!places.has(passage)) places.set(passage, []);
        places.get(passage).push(position);
      };
      for (const words of alternatives) {
        if (words.length > 1) for (const [passage, position] of sequences(words)) put(passage, position);
        else for (const entry of words[0].keys()) {
          const { passages, from, positions } = read(entry);
          for (const passage of lists.keys()) {
            const i = firstNot(passages.length, i => passages[i] < passage);
            if (passages[i] === passage) positions.subarray(from[i], from[i + 1]).forEach(position => put(passage, position));
          }
        }
      }
      for (const [passage, list] of places) lists.get(passage).push(list.sort((a, b) => a - b));
    }
    return top.map(passage => {
      const list = lists.get(passage) ?? [];
      return [passage, scores[passage] + (list.length > 1 ? 4 * list.length / (shortestWindow(list) + 4) : 0)];
    }).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  // Filters of one kind widen each other, those of different kinds must all hold, and exclusions hold one and all.
  function filterBy(filters) {
    // Most queries have none.
    if (!filters.length) return { isOpen: true, unfit: [], theme: isAny, speech: isAny, speaker: isAny, year: isAny };
    // Words are taken once: there may be many speeches to hold a filter against.
    const words = new Map(filters.map(({ value }) => [value, wordsOf(value)])), isName = (name, value) => name.join(' ') === words.get(value).join(' ');
    const speakerOf = speech => speech.speakerWords ??= wordsOf(speech.speaker);
    const namesOfTheme = theme => theme.names ??= [theme.id, theme.title, ...theme.aliases].map(wordsOf);
    // A whole name means who has it, and nobody whose longer name has the same words.
    const wholeNames = new Set(filters.filter(({ kind, value }) => kind === 'speaker' && speeches.some(speech => isName(speakerOf(speech), value))).map(({ value }) => value));
    const fits = {
      theme: (value, theme) => theme ? namesOfTheme(theme).some(name => isName(name, value)) : value === 'none',
      speech: (value, speech) => value === speech.slug,
      speaker: (value, speech) => wholeNames.has(value) ? isName(speakerOf(speech), value) : words.get(value).length > 0 && words.get(value).every(word => speakerOf(speech).includes(word)),
      year(value, { date }) {
        const years = yearsOf(value), year = +date.slice(0, 4);
        return years && year >= years[0] && year <= years[1];
      },
    };
    const allThemes = [...themes, null], things = kind => kind === 'theme' ? allThemes : speeches;
    const filter = { unfit: filters.filter(({ kind, value }) => !things(kind).some(thing => fits[kind](value, thing))) };
    for (const kind in fits) {
      const ours = filters.filter(filter => filter.kind === kind), wanted = ours.filter(filter => !filter.excluded), holds = thing => ({ value }) => fits[kind](value, thing);
      const passes = things(kind).map(thing => (!wanted.length || wanted.some(holds(thing))) && !ours.some(filter => filter.excluded && holds(thing)(filter)));
      filter[kind] = kind === 'theme' ? passage => passes[themeOf[passage]] : passage => passes[speechOf[passage]];
    }
    return filter;
  }

  function hit([passage, score]) {
    const [id, heading, text] = index.text(passage) ?? [], speech = speeches[speechOf[passage]];
    return { passage, number: passage - speech.first + 1, id, heading, text, score, speech, theme: themes[themeOf[passage]] ?? null };
  }

  // Every step first looks whether the index lacks something that was asked of it: then all of that is fetched, and the query answered anew.
  function answer(text, filters, count) {
    missing.clear();
    const query = parse(text);
    query.filters.push(...filters);
    let wanted = query.terms.filter(term => !index.common.has(wordOf(term)));
    if (!wanted.length) wanted = query.terms;
    let matched = wanted.map(match);
    const without = query.excluded.map(match);
    if (missing.size) return null;
    const filter = filterBy(query.filters), excluded = new Set(without.flatMap(term => {
      const touched = occurrences(term), inText = touched.filter(passage => flags[passage] & 2);
      forget(touched);
      return inText;
    }));
    const isEmpty = !query.terms.length && !query.excluded.length && !query.filters.length;
    let { found, hits } = isEmpty ? { found: [], hits: [] } : tally(matched, excluded, filter, true);
    if (missing.size) return null;
    let anyWord = false;
    if (!hits.length && matched.some(isDoubtful)) {
      const corrected = matched.map(term => isDoubtful(term) ? correct(term) : term);
      if (missing.size) return null;
      ({ found, hits } = tally(corrected, excluded, filter, true));
      matched = hits.length ? corrected : corrected.map((term, i) => term.isKept ? matched[i] : term);
    }
    if (!hits.length && matched.length > 1 && !missing.size) {
      ({ found, hits } = tally(matched, excluded, filter, false));
      anyWord = hits.length > 0;
    }
    const shown = missing.size ? [] : best(hits, matched, Math.min(count, mostHits)).slice(0, count).map(hit);
    return missing.size ? null : {
      query, total: hits.length, hits: shown, anyWord, unfit: filter.unfit,
      terms: matched.map(({ term, alternatives, correctedTo, isKept }) => ({
        term, isKept, correctedTo: correctedTo.map(entry => entry.word), alternatives: alternatives.map(words => words.map(forms => new Map([...forms].map(([entry, kind]) => [entry.word, kind])))),
      })),
      leftOut: query.terms.filter(term => !wanted.includes(term)).map(term => term.text),
      // For the counts in facets.js.
      found, passes: filter,
    };
  }

  return {
    themes, speeches, themeOf, speechOf,
    /** The result, or null while a part of the index that it needs is missing. @param {string} query */
    now: (query, { filters = [], count = 10 } = {}) => answer(query, filters, count),
    /**
     * The result, with whatever is missing fetched; null once it is not wanted any more; throws an IndexError.
     * @param {string} query
     */
    async search(query, { filters = [], count = 10, isWanted = isAny } = {}) {
      index.trim();
      while (isWanted()) {
        const result = answer(query, filters, count);
        if (result) return result;
        await index.load();
      }
      return null;
    },
  };
}
