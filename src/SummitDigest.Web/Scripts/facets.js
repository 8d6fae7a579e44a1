// How many hits there are of each kind.

import { kinds } from './hits/address.js';

/**
 * Counts a result's hits by theme, speaker and year. A kind's counts show what choosing another of its values would give,
 * so its own filters do not narrow them.
 * @param {object} engine @param {object} result its last one
 */
export function facets({ themes, speeches, themeOf, speechOf }, { found, passes }) {
  const count = (kind, nameOf) => {
    const counts = new Map(), others = kinds.filter(other => other !== kind);
    for (const passage of found) {
      if (!others.every(other => passes[other](passage))) continue;
      const name = nameOf(passage);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([name, count]) => ({ [kind]: name, count }));
  };
  return {
    themes: count('theme', passage => themeOf[passage]).map(({ theme, count }) => ({ theme: themes[theme] ?? null, count })),
    speakers: count('speaker', passage => speeches[speechOf[passage]].speaker),
    years: count('year', passage => +speeches[speechOf[passage]].date.slice(0, 4)).reverse(),
  };
}
