import { Language, type Reading, type WordLists } from './patterns.ts';
import { foundBy, ruleOf, unspared, type WrittenRule, type WrittenSpare, type WrittenStop } from './rules.ts';
import type { Token } from './tokens.ts';

/** `Danger`: the kinds of danger that are told apart. */
export interface AcuteWords<Danger extends string> {
  /** The most pressing first: a text that tells of several is taken for that. */
  readonly dangers: readonly Danger[];
  readonly lists: WordLists;
  /** Sayings: their words mean nothing here. */
  readonly idioms: readonly WrittenRule[];
  readonly signs: readonly (WrittenStop & { readonly danger: Danger })[];
  /** What makes a sign harmless: a course, a book, a routine, what is long past. `SIGN` stands for the sign itself. */
  readonly frames: readonly WrittenSpare[];
}

/** Finds danger to somebody's life or health in a text. */
export function createAcute<Danger extends string>(words: AcuteWords<Danger>): (tokens: readonly Token[]) => Danger | undefined {
  const language = new Language(words.lists);
  const sign = language.special('SIGN');
  const subjects = new Set([sign]);
  const idioms = words.idioms.map((each) => ruleOf(language, each, subjects));
  const signs = words.signs.map((each) => ruleOf(language, each, subjects));
  const frames = words.frames.map((each) => ruleOf(language, each, subjects));

  return (tokens) => {
    const reading: Reading = language.read(tokens);
    for (const { range } of foundBy(reading, idioms)) reading.blot(range);
    const found = foundBy(reading, signs);
    if (found.length === 0) return undefined;
    for (const { range } of found) reading.mark(sign, range);
    const left = new Set(unspared(reading, found, frames).map(({ stop }) => stop.written.danger));
    return words.dangers.find((danger) => left.has(danger));
  };
}
