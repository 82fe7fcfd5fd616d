import { keyOf, type Language, type Pattern, type Range, type Reading } from './patterns.ts';

/** A rule as it is written in `content/guard`: a pattern, and what must or must not stand in its sentence. */
export interface WrittenRule {
  readonly pattern: string;
  /** Lists of which a word must stand in the sentence. */
  readonly with?: readonly string[] | undefined;
  /** Lists of which no word may stand in the sentence. */
  readonly without?: readonly string[] | undefined;
}

export interface WrittenStop extends WrittenRule {
  /** Spared by nothing but a strong spare. */
  readonly sure?: boolean | undefined;
}

export interface WrittenSpare extends WrittenRule {
  /** Spares what stands in its sentence (the default), or anywhere in the text. */
  readonly scope?: 'sentence' | 'text' | undefined;
  /** Spares sure stops too. */
  readonly strong?: boolean | undefined;
}

export interface Rule {
  readonly pattern: Pattern;
  readonly with: readonly number[];
  readonly without: readonly number[];
  /** The step that the rule is about; -1: all of them. */
  readonly subject: number;
}

export type Stop<S extends WrittenStop = WrittenStop> = Rule & { readonly written: S };
export type Spare = Rule & { readonly written: WrittenSpare };

/** What a stop found: the words that it is about. */
export interface Found<S extends WrittenStop = WrittenStop> {
  readonly stop: Stop<S>;
  readonly range: Range;
}

/** Reads a rule; `subjects` are the lists that one is about. Throws on a list that is not there. */
export function ruleOf<W extends WrittenRule>(
  language: Language,
  written: W,
  subjects: ReadonlySet<number>,
): Rule & { readonly written: W } {
  const pattern = language.pattern(written.pattern);
  return {
    written,
    pattern,
    with: (written.with ?? []).map((name) => language.list(name)),
    without: (written.without ?? []).map((name) => language.list(name)),
    subject: pattern.steps.findIndex(({ list }) => subjects.has(list)),
  };
}

function holdsIn(reading: Reading, rule: Rule, sentence: number): boolean {
  return rule.with.every((list) => reading.has(list, sentence)) && !rule.without.some((list) => reading.has(list, sentence));
}

function subjectOf({ subject }: Rule, met: readonly Range[]): Range {
  return met[subject] ?? [met[0]?.[0] ?? 0, met.at(-1)?.[1] ?? 0];
}

/** All that the stops find in a text. */
export function foundBy<S extends WrittenStop>(reading: Reading, stops: readonly Stop<S>[]): Found<S>[] {
  return stops.flatMap((stop) => {
    const found: Found<S>[] = [];
    for (const met of reading.matches(stop.pattern)) {
      const range = subjectOf(stop, met);
      if (holdsIn(reading, stop, reading.sentenceOf(range))) found.push({ stop, range });
    }
    return found;
  });
}

/** Where a spare stands: at which subjects, or in which sentences. */
interface Reach {
  readonly subjects: ReadonlySet<string>;
  readonly sentences: ReadonlySet<number>;
}

function reachOf(reading: Reading, spare: Spare): Reach {
  const subjects = new Set<string>();
  const sentences = new Set<number>();
  for (const met of reading.matches(spare.pattern)) {
    const own = met[spare.subject];
    if (own) subjects.add(keyOf(own));
    else sentences.add(reading.sentenceOf(subjectOf(spare, met)));
  }
  return { subjects, sentences };
}

/** What is left of what was found when the spares have let theirs pass. */
export function unspared<S extends WrittenStop>(reading: Reading, found: readonly Found<S>[], all: readonly Spare[]): Found<S>[] {
  if (found.length === 0) return [];
  const standing = all.map((spare) => ({ spare, reach: reachOf(reading, spare) }));
  return found.filter(({ stop, range }) => {
    const sentence = reading.sentenceOf(range);
    return !standing.some(({ spare, reach: { subjects, sentences } }) => {
      if (stop.written.sure && !spare.written.strong) return false;
      const stands = subjects.has(keyOf(range)) || (spare.written.scope === 'text' ? sentences.size > 0 : sentences.has(sentence));
      return stands && holdsIn(reading, spare, sentence);
    });
  });
}
