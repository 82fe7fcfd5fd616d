import { Language, type WordLists } from './patterns.ts';
import { foundBy, ruleOf, unspared, type WrittenRule, type WrittenSpare, type WrittenStop } from './rules.ts';
import type { Token } from './tokens.ts';
import { createWeighing, formOf, holding, type Noticed, type Points, wordsOf } from './weighing.ts';

/** `Danger`: the kinds of danger that are told apart. */
export interface AcuteWords<Danger extends string> {
  /** The most pressing first: a text that tells of several is taken for that. */
  readonly dangers: readonly Danger[];
  readonly lists: WordLists<Danger>;
  /** Further lists, that no rule names and that are weighed alone; their names differ from the others'. */
  readonly weighed: WordLists<Danger>;
  /** Sayings: their words mean nothing here. */
  readonly idioms: readonly WrittenRule[];
  readonly signs: readonly (WrittenStop & { readonly danger: Danger })[];
  /** What makes a sign harmless: a course, a book, a routine, what is long past. `SIGN` stands for the sign itself. */
  readonly frames: readonly WrittenSpare[];
}

/** What the rules see in a text. */
export interface Signs<Danger extends string> {
  /** The kinds of danger that signs tell of when the frames have let theirs pass. */
  readonly dangers: ReadonlySet<Danger>;
  /** What is weighed: the words, the lists that one of them is in, what the rules found, and how the text is written. */
  readonly noticed: Noticed;
  /** The kinds of danger that its words are about, whether or not they tell of any. */
  readonly about: ReadonlySet<Danger>;
}

/** Reads the signs of danger in a text. */
export function createSigns<Danger extends string>(words: AcuteWords<Danger>): (text: string, tokens: readonly Token[]) => Signs<Danger> {
  const all = { ...words.lists, ...words.weighed };
  const language = new Language(all);
  const sign = language.special('SIGN');
  const subjects = new Set([sign]);
  const idioms = words.idioms.map((each) => ruleOf(language, each, subjects));
  const signs = words.signs.map((each) => ruleOf(language, each, subjects));
  const frames = words.frames.map((each) => ruleOf(language, each, subjects));
  const lists = Object.entries(all).map(([name, { danger }]) => ({ name, danger, list: language.list(name) }));

  return (text, tokens) => {
    const reading = language.read(tokens);
    const on = lists.filter(({ list }) => reading.hasAnywhere(list));
    const sayings = foundBy(reading, idioms);
    reading.blot(...sayings.map(({ range }) => range));
    const found = foundBy(reading, signs);
    for (const { range } of found) reading.mark(sign, range);
    const left = unspared(reading, found, frames);
    const marks = {
      idiom: sayings.length > 0,
      sign: left.length > 0,
      signs: left.length > 1,
      sure: left.some(({ stop }) => stop.written.sure),
      spared: found.length > left.length,
    };
    return {
      dangers: new Set(left.map(({ stop }) => stop.written.danger)),
      about: new Set(on.flatMap(({ danger }) => danger ?? [])),
      noticed: {
        ...wordsOf(tokens),
        lists: on.map(({ name }) => name),
        marks: holding(marks),
        form: formOf(text, tokens),
      },
    };
  };
}

/**
 * What a text must weigh to be taken for danger: a little below even, since the numbers to call are shown once too often rather than once
 * too seldom; less below where no rule found a sign.
 */
const ENOUGH = { withSign: -0.6, without: -0.5 };
/** Two sentences by themselves have less around them that speaks against it. */
const IN_PASSING = 0.5;

/** Finds danger to somebody's life or health in a text: what the rules found and all its words, weighed together. */
export function createAcute<Danger extends string>(
  words: AcuteWords<Danger>,
  points: Points,
): (text: string, tokens: readonly Token[]) => Danger | undefined {
  const signsIn = createSigns(words);
  const weigh = createWeighing(points);
  const isDanger = ({ dangers, noticed }: Signs<Danger>, more: number) =>
    weigh(noticed) > more + (dangers.size > 0 ? ENOUGH.withSign : ENOUGH.without);
  return (text, tokens) => {
    const whole = signsIn(text, tokens);
    const parts = () => inPassing(text, tokens).map(({ part, of }) => signsIn(part, of));
    const told = isDanger(whole, 0) ? whole : parts().find((signs) => isDanger(signs, IN_PASSING));
    if (!told) return undefined;
    const { dangers, about } = told;
    return words.dangers.find((danger) => dangers.has(danger)) ?? words.dangers.find((danger) => about.has(danger)) ?? words.dangers.at(-1);
  };
}

/** Each two neighbouring sentences of a text of several: danger can be told in the middle of something else. */
function inPassing(text: string, tokens: readonly Token[]): { part: string; of: readonly Token[] }[] {
  const sentences: Token[][] = [];
  for (const token of tokens) {
    sentences[token.sentence] ??= [];
    sentences[token.sentence]?.push(token);
  }
  if (sentences.length <= 2) return [];
  return sentences.slice(1).map((second, at) => {
    const of = [...(sentences[at] ?? []), ...second].map((token) => ({ ...token, sentence: token.sentence - at }));
    return { part: text.slice(of[0]?.from, (of.at(-1)?.to ?? 0) + 1), of };
  });
}
