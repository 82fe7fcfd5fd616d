import { editDistance, errorsAllowed } from '../../../norwegian/spelling.ts';
import { tokenise } from '../../../norwegian/tokens.ts';

/** How names of places and teams are compared: whatever their case, their hyphens and the letters that a keyboard lacks. */

/** Questions and names are short: what is longer is not read to its end. */
const READ = 300;

/** The words of a text, normalised; «&» is a word. */
export const wordsIn = (text: string): string[] => tokenise(text.slice(0, READ).replaceAll('&', ' og '));

const LETTERS: Readonly<Record<string, string>> = { ä: 'æ', ö: 'ø', đ: 'd', ŋ: 'n', ŧ: 't', ß: 'ss' };
const FOREIGN = /[^a-z0-9æøå]/g;
const OTHERWISE = /aa|ae|oe/g;
const NORWEGIAN: Readonly<Record<string, string>> = { aa: 'å', ae: 'æ', oe: 'ø' };

/** A normalised word with æ, ø and å, however they were written («Baerum», «Bærum»), and with no accents («Kárášjohka»). */
export function letterKey(word: string): string {
  const own = word.replace(FOREIGN, (letter) => LETTERS[letter] ?? letter.normalize('NFD').charAt(0));
  return own.replace(OTHERWISE, (pair) => NORWEGIAN[pair] ?? pair);
}

/** A letter key without æ, ø and å: what a foreign keyboard writes («Barum»). */
export const bareKey = (key: string): string => key.replace(/[æå]/g, 'a').replaceAll('ø', 'o');

/** One letter where two alike stand. */
const single = (key: string) => key.replace(/(.)\1/g, '$1');

/** A key that is a misspelling's likely meaning. */
export interface Near {
  /** Its place among the keys that were given. */
  readonly at: number;
  /** Typing errors between them; letters that are doubled or single count as one. */
  readonly errors: number;
  /** The errors weighed, to tell between keys with as many: a doubled letter is less than another letter, the first letter is seldom wrong. */
  readonly cost: number;
  /** A very short word with another first letter: more likely a name by chance. */
  readonly isChance: boolean;
}

/** Shorter words with another first letter are names by chance. */
const SHORTEST_ANY_ERROR = 4;
const DOUBLED = 0.5;
const SWAPPED = 0.8;
const LOST_OR_ADDED = 0.9;
const OTHER_FIRST_LETTER = 0.3;
const MOST_ERRORS = 3;
/** Shorter names are too near each other to be guessed from more errors than are sure. */
const SHORTEST_FURTHER_OFF = 6;

export interface NearKeys {
  /** The keys that are the fewest errors away, as many as a key of their length bears, and `more`; the likeliest first. */
  find(key: string, more?: number): readonly Near[];
}

/** A bit for every letter that a word has: one error changes at most two of them. */
function lettersOf(key: string): number {
  let bits = 0;
  for (let at = 0; at < key.length; at++) bits |= 1 << (key.charCodeAt(at) % 31);
  return bits;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Finds misspelt ones among bare keys. Only keys of about the same length and letters are compared letter by letter. */
export function createNearKeys(keys: readonly string[]): NearKeys {
  const letters = Int32Array.from(keys, lettersOf);
  const byLength = new Map<number, number[]>();
  const bySingle = new Map<string, number[]>();
  const enter = <K>(map: Map<K, number[]>, key: K, at: number) => {
    const list = map.get(key);
    if (list) list.push(at);
    else map.set(key, [at]);
  };
  for (const [at, key] of keys.entries()) {
    enter(byLength, key.length, at);
    enter(bySingle, single(key), at);
  }

  const find = (key: string, more = 0): readonly Near[] => {
    const found = new Map<number, Near>();
    for (const at of bySingle.get(single(key)) ?? [])
      if (keys[at] !== key) found.set(at, { at, errors: 1, cost: DOUBLED, isChance: false });
    const own = lettersOf(key);
    for (let length = key.length - MOST_ERRORS; length <= key.length + MOST_ERRORS; length++) {
      const limit = errorsAllowed(length) + (length >= SHORTEST_FURTHER_OFF ? more : 0);
      if (limit === 0 || Math.abs(length - key.length) > limit) continue;
      for (const at of byLength.get(length) ?? []) {
        if (found.has(at) || countBits((letters[at] as number) ^ own) > 2 * limit) continue;
        const other = keys[at] as string;
        const errors = editDistance(key, other, limit);
        if (errors === 0 || errors > limit) continue;
        const isChance = key.length < SHORTEST_ANY_ERROR && key.charAt(0) !== other.charAt(0);
        found.set(at, { at, errors, cost: costOf(key, other, errors), isChance });
      }
    }
    const all = [...found.values()];
    const fewest = Math.min(...all.map(({ errors }) => errors)) + more;
    return all.filter(({ errors }) => errors <= fewest).sort((one, other) => one.cost - other.cost || one.at - other.at);
  };
  return { find };
}

function costOf(key: string, other: string, errors: number): number {
  const isFirst = key.charAt(0) !== other.charAt(0);
  if (errors > 1) return errors + (isFirst ? OTHER_FIRST_LETTER : 0);
  if (key.length !== other.length) return LOST_OR_ADDED + (isFirst ? OTHER_FIRST_LETTER : 0);
  const isSwapped = [...key].sort().join('') === [...other].sort().join('');
  if (isSwapped) return SWAPPED;
  return 1 + (isFirst ? OTHER_FIRST_LETTER : 0);
}
