import { type NameAt, rangeOfName } from './names.ts';
import { type Language, type Reading, tokensIn } from './patterns.ts';
import { formOf, holding, type Noticed, wordsOf } from './weighing.ts';

/** Words on each side of a name that are noticed as standing near it. */
const NEAR = 3;
const LONGEST_NAME = 3;

/** What is weighed where a text has names, beside what the rules find: is one of them a patient's? */
export function noticedOfNames(language: Language, reading: Reading, { text, names }: { text: string; names: readonly NameAt[] }): Noticed {
  const { tokens } = reading;
  const inName = new Set(names.flatMap((name) => tokensIn(rangeOfName(name))));
  const lists = listsAt(language, reading);
  const near = { before: new Set<string>(), after: new Set<string>(), listBefore: new Set<string>(), listAfter: new Set<string>() };
  const note = (at: number, from: number, [into, intoLists]: readonly [Set<string>, Set<string>]) => {
    if (inName.has(at) || tokens[at]?.sentence !== tokens[from]?.sentence) return;
    into.add(tokens[at]?.stem ?? '');
    for (const list of lists.get(at) ?? []) intoLists.add(list);
  };
  for (const { from, to } of names) {
    for (let step = 1; step <= NEAR; step++) {
      note(from - step, from, [near.before, near.listBefore]);
      note(to + step - 1, from, [near.after, near.listAfter]);
    }
  }
  return {
    ...wordsOf(tokens, (at) => !inName.has(at)),
    lists: [...new Set([...lists.values()].flat())],
    ...{ before: [...near.before], after: [...near.after], listBefore: [...near.listBefore], listAfter: [...near.listAfter] },
    names: [...new Set(names.flatMap((name) => kindsOf(reading, name)))],
    form: formOf(text, tokens),
  };
}

/** The lists that a word is of, by its place. */
function listsAt(language: Language, reading: Reading): ReadonlyMap<number, readonly string[]> {
  const at = new Map<number, string[]>();
  for (const name of language.names) {
    for (const place of reading.all(language.list(name)).flatMap(tokensIn)) at.set(place, [...(at.get(place) ?? []), name]);
  }
  return at;
}

/** What there is to say of a name by itself. */
function kindsOf({ tokens }: Reading, { from, to, as, owns }: NameAt): string[] {
  const own = tokens[from];
  const is = { owns, first: own?.first, last: tokens[to]?.sentence !== own?.sentence };
  return [as, `${Math.min(LONGEST_NAME, to - from)} words`, ...holding(is)];
}

/** Names that count: a word with a capital that is in no list is none by itself. */
export const isCounted = ({ as }: NameAt): boolean => as !== 'unknown';
