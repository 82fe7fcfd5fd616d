import { normalise, skeleton } from './tokens.ts';

/** What a word says, among a few that can be chosen. */

export type Lookup<T> = ReadonlyMap<string, T>;

/** How a word is looked up: whatever its case, its hyphens and its Norwegian letters. */
const keyOf = (word: string) =>
  skeleton(normalise(word))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Words for each choice besides its own, `|` between them. */
export function lookupOf<T extends string>(words: Readonly<Record<T, string>>): Map<string, T> {
  return new Map((Object.keys(words) as T[]).flatMap((value) => [value, ...words[value].split('|')].map((word) => [keyOf(word), value])));
}

export const alsoAs = <T, U>(lookup: Lookup<T>, words: string, value: U): Lookup<T | U> =>
  new Map<string, T | U>([...lookup, ...words.split('|').map((word) => [keyOf(word), value] as const)]);

/** No word of these is longer. */
const LONGEST_WORD = 60;

/** Undefined for what is no choice. */
export const found = <T>(lookup: Lookup<T>, word: string): T | undefined =>
  word.length > LONGEST_WORD ? undefined : lookup.get(keyOf(word));
