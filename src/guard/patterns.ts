import type { Token } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * Patterns over words. A pattern is written as people read it: words, `{class}` for a list of words, `one|other`, `…` for up to six other
 * words, `..` for up to two, and names in capitals (`NAME`) for what was found in the text before. It stands within one sentence.
 */

/** How many other words may stand where a pattern has its mark. */
const GAPS: Readonly<Record<string, number>> = { '…': 6, '..': 2 };

/** A list, and the words after the first two of one of its entries. */
interface Entry {
  readonly list: number;
  readonly rest: readonly number[];
}

interface Step {
  readonly list: number;
  /** Other words that may stand before it. */
  readonly gap: number;
}

export interface Pattern {
  readonly steps: readonly Step[];
}

/** The tokens from..to (exclusive) that one step of a pattern met. */
export type Range = readonly [from: number, to: number];

/** A range as a key: ranges are the same where their keys are. */
export const keyOf = ([from, to]: Range): string => `${from}:${to}`;

/** The tokens of a range, by their place. */
export const tokensIn = ([from, to]: Range): number[] => Array.from({ length: to - from }, (_, step) => from + step);

function holdsOne(tokens: ReadonlySet<number>, [from, to]: Range): boolean {
  for (let at = from; at < to; at++) if (tokens.has(at)) return true;
  return false;
}

/** Lists of words by name; each entry is a word or several. */
export type WordLists<Danger extends string = string> = Readonly<
  Record<string, { readonly words: readonly string[]; readonly danger?: Danger | undefined }>
>;

export class Language {
  readonly #vocabulary = new Vocabulary();
  readonly #lists = new Map<string, number>();
  /** Entries of one word: the lists that it is of. */
  readonly #single = new Map<number, number[]>();
  /** Entries of several, by their first word and their second: many begin with «jeg» or «i». */
  readonly #several = new Map<number, Map<number, Entry[]>>();
  /** The names of the lists that it was made from. */
  readonly names: readonly string[];

  /** Throws on an empty entry. */
  constructor(lists: WordLists) {
    this.names = Object.keys(lists);
    for (const [name, { words }] of Object.entries(lists)) {
      const list = this.special(`{${name}}`);
      for (const entry of words) this.#enter(list, entry);
    }
  }

  /** The number of a list, a new one where there is none: for what is found in other ways than by words. */
  special(name: string): number {
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    this.#lists.set(name, this.#lists.size);
    return this.#lists.size - 1;
  }

  #enter(list: number, entry: string): void {
    const [first, ...rest] = entry
      .toLowerCase()
      .split(/\s+/)
      .map((word) => this.#vocabulary.idOf(word));
    if (first === undefined) throw new Error('an empty word in a list');
    const [second, ...others] = rest;
    if (second === undefined) {
      this.#single.set(first, [...(this.#single.get(first) ?? []), list]);
      return;
    }
    const after = this.#several.get(first) ?? new Map<number, Entry[]>();
    this.#several.set(first, after);
    after.set(second, [...(after.get(second) ?? []), { list, rest: others }]);
  }

  /** The number of a named list; throws when there is none. */
  list(name: string): number {
    const list = this.#lists.get(`{${name}}`);
    if (list === undefined) throw new Error(`there is no list {${name}}`);
    return list;
  }

  /** Throws when the pattern names a list that is not there. */
  pattern(written: string): Pattern {
    const steps: Step[] = [];
    let gap = 0;
    for (const part of written.split(/\s+/)) {
      const skips = GAPS[part];
      if (skips !== undefined) gap = skips;
      else {
        steps.push({ list: this.#stepList(part), gap });
        gap = 0;
      }
    }
    return { steps };
  }

  #stepList(part: string): number {
    if (part.startsWith('{')) return this.list(part.slice(1, -1));
    if (/^[A-Z]+$/.test(part)) return this.special(part);
    const known = this.#lists.get(part);
    if (known !== undefined) return known;
    const list = this.special(part);
    for (const word of part.split('|')) this.#enter(list, word.replaceAll('_', ' '));
    return list;
  }

  read(tokens: readonly Token[]): Reading {
    const words = tokens.map(({ word }) => this.#vocabulary.read(word));
    const reading = new Reading(tokens);
    for (const [at, ids] of words.entries()) {
      const next = tokens[at + 1]?.sentence === tokens[at]?.sentence ? (words[at + 1] ?? []) : [];
      for (const id of ids) {
        for (const list of this.#single.get(id) ?? []) reading.mark(list, [at, at + 1]);
        const after = next.length > 0 ? this.#several.get(id) : undefined;
        for (const second of after ? next : []) {
          for (const { list, rest } of after?.get(second) ?? []) {
            const stands = (word: number, step: number) =>
              words[at + 2 + step]?.includes(word) && tokens[at + 2 + step]?.sentence === tokens[at]?.sentence;
            if (rest.every(stands)) reading.mark(list, [at, at + 2 + rest.length]);
          }
        }
      }
    }
    return reading;
  }
}

/** What stands where in one text. */
export class Reading {
  readonly tokens: readonly Token[];
  /** By list: where it begins, and where it can end. */
  readonly #marks = new Map<number, Map<number, number[]>>();
  /** By list: the sentences that it stands in, for those that were asked for. */
  readonly #sentences = new Map<number, Set<number>>();

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  mark(list: number, [from, to]: Range): void {
    this.#sentences.delete(list);
    const of = this.#marks.get(list) ?? new Map<number, number[]>();
    if (of.size === 0) this.#marks.set(list, of);
    const ends = of.get(from);
    if (!ends) of.set(from, [to]);
    else if (!ends.includes(to)) ends.push(to);
  }

  /** Takes these tokens out of every list: they mean something else. All at once, since each time all marks are looked through. */
  blot(...ranges: readonly Range[]): void {
    if (ranges.length === 0) return;
    this.#sentences.clear();
    const blotted = new Set(ranges.flatMap(tokensIn));
    for (const of of this.#marks.values()) {
      for (const [start, ends] of of) {
        const left = ends.filter((end) => !holdsOne(blotted, [start, end]));
        if (left.length === 0) of.delete(start);
        else if (left.length < ends.length) of.set(start, left);
      }
    }
  }

  /** Where a word or several of a list begin. */
  starts(): Set<number> {
    return new Set([...this.#marks.values()].flatMap((of) => [...of.keys()]));
  }

  /** All that is marked as one of the list. */
  all(list: number): Range[] {
    return [...(this.#marks.get(list) ?? [])].flatMap(([from, ends]) => ends.map((to): Range => [from, to]));
  }

  /** What is marked as one of the list and begins there. */
  at(list: number, from: number): Range[] {
    return (this.#marks.get(list)?.get(from) ?? []).map((to): Range => [from, to]);
  }

  /** Whether nothing else stands in its sentence. */
  isAlone([from, to]: Range): boolean {
    const sentence = this.tokens[from]?.sentence;
    return this.tokens[from - 1]?.sentence !== sentence && this.tokens[to]?.sentence !== sentence;
  }

  sentenceOf([from]: Range): number {
    return this.tokens[from]?.sentence ?? 0;
  }

  /** Whether a word of the list stands in that sentence. */
  has(list: number, sentence: number): boolean {
    const known = this.#sentences.get(list);
    if (known) return known.has(sentence);
    const sentences = new Set([...(this.#marks.get(list)?.keys() ?? [])].map((at) => this.tokens[at]?.sentence ?? 0));
    this.#sentences.set(list, sentences);
    return sentences.has(sentence);
  }

  hasAnywhere(list: number): boolean {
    return (this.#marks.get(list)?.size ?? 0) > 0;
  }

  /** Every way in which the pattern stands in the text: the range of each of its steps. */
  *matches({ steps }: Pattern): Generator<readonly Range[]> {
    const [first] = steps;
    if (!first || !steps.every(({ list }) => this.hasAnywhere(list))) return;
    for (const [at, ends] of this.#marks.get(first.list) ?? []) {
      for (const end of ends) yield* this.#onwards(steps, [[at, end]]);
    }
  }

  *#onwards(steps: readonly Step[], met: readonly Range[]): Generator<readonly Range[]> {
    const step = steps[met.length];
    const end = met.at(-1)?.[1] ?? 0;
    if (!step) return void (yield met);
    const sentence = this.tokens[end - 1]?.sentence;
    const starts = this.#marks.get(step.list);
    for (let at = end; starts && at <= end + step.gap && this.tokens[at]?.sentence === sentence; at++) {
      for (const to of starts.get(at) ?? []) yield* this.#onwards(steps, [...met, [at, to]]);
    }
  }
}
