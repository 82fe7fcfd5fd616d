/** Norwegian compounds: «nettverkssamling» = «nettverk» + s + «samling». Which words exist is the caller's to say. */

const SHORTEST_PART = 3;
const LONGEST_CHAIN = 3;

/** What stands before a word without making it a compound, and what ends a word without being one. */
const PREFIXES = new Set(
  'for opp inn ut til ved av på over under med mot sam etter fore for fram frem gjen mis van ned bort unn hen tre ein ett inter'.split(' '),
);
const SUFFIXES = new Set(
  'ing ning ring ling else els het heit skap lig leg sam bar eri ist isk ere ene ende ert ede ane inga dom full fri løs vis'.split(' '),
);

/** Letters that bind two parts: none, s («nettverkssamling»), e («barnehage»). */
const LINKS = ['', 's', 'e'] as const;

/**
 * The parts of a compound, first to last, each in the form that `find` answers with; null when the word is none.
 * `find(part)` gives the known word (a stem, say) behind a piece, or null. The split with the fewest and longest parts wins.
 */
export function splitCompound(word: string, find: (part: string) => string | null): readonly string[] | null {
  return split(word, find, LONGEST_CHAIN)?.parts ?? null;
}

interface Split {
  readonly parts: readonly string[];
  readonly score: number;
}

function split(word: string, find: (part: string) => string | null, depth: number): Split | null {
  let best: Split | null = null;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const first = findModifier(word.slice(0, cut), find);
    if (first === null) continue;
    const rest = word.slice(cut);
    const last = SUFFIXES.has(rest) ? null : find(rest);
    const shortest = Math.min(cut, rest.length);
    if (last !== null && (best === null || shortest + 1 > best.score)) best = { parts: [first, last], score: shortest + 1 };
    if (last !== null || depth <= 2 || rest.length < 2 * SHORTEST_PART) continue;
    const deeper = split(rest, find, depth - 1);
    const score = deeper === null ? 0 : Math.min(cut, deeper.score) - 1;
    if (deeper !== null && (best === null || score > best.score)) best = { parts: [first, ...deeper.parts], score };
  }
  return best;
}

function findModifier(piece: string, find: (part: string) => string | null): string | null {
  if (PREFIXES.has(piece)) return null;
  for (const link of LINKS) {
    if (!piece.endsWith(link)) continue;
    const bare = link === '' ? piece : piece.slice(0, -link.length);
    if (bare.length < SHORTEST_PART || PREFIXES.has(bare)) continue;
    const found = find(bare);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Where `part` stands in `word` as a whole element: 'head' at the end, 'modifier' at the start, null when it does not or what is left
 * is too short to be a word. Both in stemmed form.
 */
export function partOf(word: string, part: string): 'head' | 'modifier' | null {
  const left = word.length - part.length;
  if (left < SHORTEST_PART || part.length < SHORTEST_PART) return null;
  if (word.endsWith(part)) return PREFIXES.has(word.slice(0, left)) ? null : 'head';
  if (!word.startsWith(part)) return null;
  return SUFFIXES.has(word.slice(part.length)) ? null : 'modifier';
}
