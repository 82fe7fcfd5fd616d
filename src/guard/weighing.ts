import { stem } from '../norwegian/stems.ts';
import { skeleton } from '../norwegian/tokens.ts';
import type { Token } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * Many small signs together. Each thing that is noticed in a text has points for or against, fitted on texts with a known answer
 * (`npm run fit:guard`, kept in `content/guard/points.json`); by what was noticed (`words`, `lists` …), then by the thing itself.
 */
export type Points = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was noticed in a text, by the same names as its points. */
export type Noticed = Readonly<Record<string, readonly string[]>>;

const NUMBER = /^\d/;
/** What is noticed as words: misspelt ones count too. */
export const WORDS = new Set(['words', 'before', 'after']);

/** What a word is weighed as: its stem without what a keyboard may lack; all numbers are one. */
export function weighedAs(word: string): string {
  return NUMBER.test(word) ? '0' : skeleton(stem(word));
}

/** The words of a text that are weighed, and the pairs of them that stand side by side in a sentence. */
export function wordsOf(tokens: readonly Token[], isWeighed: (at: number) => boolean = () => true): Noticed {
  const isPair = (at: number) => isWeighed(at) && isWeighed(at - 1) && tokens[at - 1]?.sentence === tokens[at]?.sentence;
  const pairs = tokens.flatMap(({ stem: own }, at) => (isPair(at) ? [`${tokens[at - 1]?.stem} ${own}`] : []));
  const words = tokens.flatMap(({ stem: own }, at) => (isWeighed(at) ? [own] : []));
  return { words: [...new Set(words)], pairs: [...new Set(pairs)] };
}

const MOST_SENTENCES = 4;
const FORMS: Readonly<Record<string, RegExp>> = {
  question: /\?/,
  'question at the end': /\?\s*$/,
  exclamation: /!/,
  quotation: /["«»“”]/,
  'small first letter': /^\s*\p{Ll}/u,
};

/** That it is a text, whatever it says, and how it is written: how long it is (1, 2–3, 4–7, 8–15 … words), in how many sentences, with which signs. */
export function formOf(text: string, tokens: readonly Token[]): string[] {
  const length = 2 ** Math.floor(Math.log2(Math.max(1, tokens.length)));
  const sentences = Math.min(MOST_SENTENCES, (tokens.at(-1)?.sentence ?? 0) + 1);
  const signs = Object.keys(FORMS).filter((name) => FORMS[name]?.test(text));
  return ['text', `${length} words`, `${sentences} sentences`, ...signs];
}

/** The names of what holds. */
export function holding(flags: Readonly<Record<string, boolean | undefined>>): string[] {
  return Object.keys(flags).filter((name) => flags[name]);
}

/** Points of words: what is misspelt by a letter counts as the word that it is nearest to. */
function wordPoints(points: Readonly<Record<string, number>>): (word: string) => number | undefined {
  const vocabulary = new Vocabulary();
  const known: number[] = [];
  for (const [word, each] of Object.entries(points)) known[vocabulary.idOf(weighedAs(word))] = each;
  return (word) => known[vocabulary.read(word)[0] ?? -1];
}

function plainPoints(points: Readonly<Record<string, number>>): (thing: string) => number | undefined {
  const known = new Map(Object.entries(points));
  return (thing) => known.get(thing);
}

/**
 * Sums up points, in proportion to the root of how many things had any: a long text says more, and more of everything. Above 0 speaks
 * for it.
 */
export function createWeighing(points: Points): (noticed: Noticed) => number {
  const sections = new Map(
    Object.entries(points).map(([section, of]) => {
      return [section, WORDS.has(section) ? wordPoints(of) : plainPoints(of)] as const;
    }),
  );
  return (noticed) => {
    let sum = 0;
    let count = 0;
    for (const [section, things] of Object.entries(noticed)) {
      const pointsOf = sections.get(section);
      for (const thing of things) {
        const each = pointsOf?.(thing);
        if (each === undefined) continue;
        sum += each;
        count++;
      }
    }
    return count === 0 ? 0 : sum / Math.sqrt(count);
  };
}
