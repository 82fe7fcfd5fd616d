import { editDistance } from '../norwegian/spelling.ts';

/** Other words that may stand where a sign has «…». */
const MOST_WORDS_BETWEEN = 4;
/** Words from this length on may be misspelt by one letter. */
const SHORTEST_MISSPELT = 6;
const GAP = '…';

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|…/gu) ?? []
  );
}

function isNearly(typed: string, word: string): boolean {
  return Math.abs(typed.length - word.length) <= 1 && editDistance(typed, word, 1) <= 1;
}

function isLike(typed: string, word: string): boolean {
  return typed === word || (word.length >= SHORTEST_MISSPELT && isNearly(typed, word));
}

/** Whether `sign` (from its word `s` on) stands in `words` exactly from `w` on. */
function standsAt(words: readonly string[], sign: readonly string[], [w, s]: readonly [number, number]): boolean {
  const wanted = sign[s];
  if (wanted === undefined) return true;
  if (wanted === GAP) {
    for (let skip = 0; skip <= MOST_WORDS_BETWEEN; skip++) if (standsAt(words, sign, [w + skip, s + 1])) return true;
    return false;
  }
  const typed = words[w];
  return typed !== undefined && isLike(typed, wanted) && standsAt(words, sign, [w + 1, s + 1]);
}

/** Signs by their first word; those whose first word may be misspelt apart. */
function byFirstWord(signs: readonly (readonly string[])[]) {
  const exact = new Map<string, (readonly string[])[]>();
  for (const sign of signs) exact.set(sign[0] ?? '', [...(exact.get(sign[0] ?? '') ?? []), sign]);
  const misspelt = signs.filter(([first = '']) => first.length >= SHORTEST_MISSPELT);
  return (word: string) => [...(exact.get(word) ?? []), ...misspelt.filter(([first = '']) => isNearly(word, first))];
}

/** A check for words that tell of danger to somebody: true when one of the signs stands in the text. Rather once too often. */
export function createAcuteCheck(signs: readonly string[]): (text: string) => boolean {
  const beginningWith = byFirstWord(signs.map(wordsOf));
  return (text) => {
    const words = wordsOf(text);
    return words.some((word, at) => beginningWith(word).some((sign) => standsAt(words, sign, [at, 0])));
  };
}
