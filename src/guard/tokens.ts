import { weighedAs } from './weighing.ts';

/** A word, a number or a found shape (a name, a telephone number …) in the text. */
export interface Token {
  /** Lower-case; what follows an apostrophe is part of it (`kari's`, `don't`). */
  readonly word: string;
  /** What the word is weighed as. */
  readonly stem: string;
  readonly from: number;
  readonly to: number;
  readonly capital: boolean;
  /** First in its sentence. */
  readonly first: boolean;
  /** Counts sentences from 0. */
  readonly sentence: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’´`]\p{L}+)*/gu;
const APOSTROPHE = /[’´`]/g;
/** What ends a sentence between two words: a stop before a space, an empty line, a list mark, a semicolon. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+["'»”)]*\s|[!?]|\n\s*\n|\n\s*[-*•]\s|;/;
const ONLY_STOP = /^\.["'»”)]*\s+$/;
/** Shortened words that a stop belongs to. */
const SHORTENED = new Set(
  'dr mr mrs ms st nr kl ca pas pasn pat f fru tlf tel mob evt ift mht mtp pga bl a eks gt vn prof psyk spes fnr ktr inkl jf dvs osv vs jr sr adr lgh leil avd ved min maks d m o s'.split(
    ' ',
  ),
);

/** Whether a stop between two words ends nothing: after a shortened word or an initial, and before a small letter or a number. */
function endsNothing(word: string, between: string, next: string): boolean {
  if (!ONLY_STOP.test(between)) return false;
  return SHORTENED.has(word) || word.length === 1 || next === next.toLowerCase();
}

/** The words of a text in order, with the sentences that they stand in. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    const between = text.slice(end, match.index);
    const before = tokens.at(-1);
    const starts = before === undefined || (SENTENCE_END.test(between) && !endsNothing(before.word, between, written));
    if (before !== undefined && starts) sentence++;
    end = match.index + written.length;
    const word = written.toLowerCase().replace(APOSTROPHE, "'");
    const initial = written[0] ?? '';
    tokens.push({
      word,
      stem: weighedAs(word),
      from: match.index,
      to: end,
      capital: initial !== initial.toLowerCase(),
      first: starts,
      sentence,
    });
  }
  return tokens;
}
