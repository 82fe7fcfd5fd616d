import { type NameAt, type NameFinder, rangeOfName } from './names.ts';
import { type Language, type Range, type Reading, tokensIn } from './patterns.ts';
import { datesIn, daysIn, emailsIn, housesIn, mayBeBirth, phonesIn, type Shape, streetsIn, workEmailsIn } from './shapes.ts';
import type { Token } from './tokens.ts';

/** An age, or a small number: no person has one of three digits that begins with more than a one. */
const SMALL_NUMBER = /^(?:1[01]\d|\d{1,2})$/;
/** Where dates and numbers may stand: digits, or a year in words. */
const NUMBERED = /\p{Nd}|nitt[ea]n|tusen|(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)/iu;
/** Where streets may stand: digits, or a number in words after what ends like one. */
const ON_STREET = /\p{Nd}|(?:vei|veg|gat|svingen|stien|bakken)\p{L}{0,2} \p{L}/iu;
const where = (may: RegExp, shapesIn: (text: string) => Shape[]) => (text: string) => (may.test(text) ? shapesIn(text) : []);
const SHAPES: Readonly<Record<string, (text: string) => Shape[]>> = {
  EMAIL: emailsIn,
  WORKMAIL: workEmailsIn,
  STREET: where(ON_STREET, streetsIn),
  PHONE: where(NUMBERED, phonesIn),
  DATE: where(NUMBERED, datesIn),
  DAY: where(NUMBERED, daysIn),
  HOUSE: where(NUMBERED, housesIn),
};
/** What shapes are called where the sentence before or after speaks of a patient. */
const BESIDE: Readonly<Record<string, string>> = { CONTACT: 'CALL', HOUSE: 'HOME', DATE: 'BIRTH' };
/** What a shape is called too, so that one rule is about both. */
const ALSO: Readonly<Record<string, string>> = { PHONE: 'CONTACT', EMAIL: 'CONTACT', STREET: 'HOUSE' };
/** Lists of words that speak of a patient. */
const TELLING: readonly string[] = ['patient', 'kin', 'health', 'care'];
/** For what is found beside: a number or an address may also be that of one who is only called he or she. */
const TELLING_BESIDE: readonly string[] = [...TELLING, 'person', 'they'];

export interface Sighting {
  readonly language: Language;
  readonly namesIn: NameFinder;
}

/** The tokens that a shape covers. */
export function rangeOf(tokens: readonly Token[], { from, to }: Shape): Range | undefined {
  let [first, end] = [0, tokens.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((tokens[middle]?.to ?? 0) > from) end = middle;
    else first = middle + 1;
  }
  if (first === tokens.length) return undefined;
  let last = first;
  while (tokens[last + 1] && (tokens[last + 1]?.from ?? to) < to) last++;
  return [first, last + 1];
}

/** Whether a name of one word stands last after a comma, as the name of one spoken to does: «Kan du hjelpe, Kari?» */
function isCalled(text: string, tokens: readonly Token[], [from, to]: Range): boolean {
  const [before, own, after] = [tokens[from - 1], tokens[from], tokens[to]];
  if (!before || !own || to > from + 1 || after?.sentence === own.sentence) return false;
  return text.slice(before.to, own.from).includes(',');
}

/** What stands before the name of one who wrote something: «Manisk og mild» av Kari. */
const AFTER_TITLE = /["»”'] ?,? ?(?:av|by|til|frå|fra|from|with|med|\() ?$/i;
const LONGEST_BEFORE = 10;

function isAuthor(text: string, first: Token | undefined): boolean {
  return first !== undefined && AFTER_TITLE.test(text.slice(Math.max(0, first.from - LONGEST_BEFORE), first.from));
}

/** Marks the names in a text, and gives them in their order. */
function markNames(
  { language, namesIn }: Sighting,
  reading: Reading,
  { text, taken }: { text: string; taken: readonly Range[] },
): NameAt[] {
  const covered = new Set(taken.flatMap(tokensIn));
  const names: NameAt[] = [];
  for (const name of namesIn(text, reading.tokens, reading.starts())) {
    const { from, to, as, owns } = name;
    const range = rangeOfName(name);
    if (covered.has(from) || covered.has(to - 1)) continue;
    const called = {
      MAYBE: true,
      NAME: as === 'full',
      OWNER: owns,
      LAST: isCalled(text, reading.tokens, range),
      AUTHOR: isAuthor(text, reading.tokens[from]),
    };
    for (const [mark, isOne] of Object.entries(called)) if (isOne) reading.mark(language.special(mark), range);
    names.push(name);
  }
  return names;
}

/** Marks what is found in other ways than by words, and gives the names in their order. */
export function markSightings(sighting: Sighting, text: string, reading: Reading): NameAt[] {
  const { language } = sighting;
  const { tokens } = reading;
  const listed = reading.starts();
  const found = Object.entries(SHAPES).map(([name, shapesIn]) => {
    const ranges = shapesIn(text).flatMap((shape) => {
      const range = rangeOf(tokens, shape);
      return range && !(name === 'HOUSE' && listed.has(range[0])) ? [range] : [];
    });
    return { name, ranges };
  });
  const names = markNames(sighting, reading, { text, taken: found.flatMap(({ name, ranges }) => (name === 'HOUSE' ? [] : ranges)) });
  for (const { name, ranges } of found) {
    for (const range of ranges) for (const as of [name, ALSO[name] ?? name]) reading.mark(language.special(as), range);
  }
  for (const [at, { word }] of tokens.entries()) if (SMALL_NUMBER.test(word)) reading.mark(language.special('NUMBER'), [at, at + 1]);
  for (const [from, to] of reading.all(language.special('DATE'))) {
    if (mayBeBirth(text.slice(tokens[from]?.from, tokens[to - 1]?.to))) reading.mark(language.special('PAST'), [from, to]);
  }
  const ranges = names.map(rangeOfName);
  markTold(language, reading, ranges);
  markBeside(language, reading, ranges);
  return names;
}

/** Marks the names of which the sentence beside tells: «Snakket med Kari. Hun har angst.», «Noe om angst? Det gjelder Kari.» */
function markTold(language: Language, reading: Reading, names: readonly Range[]): void {
  const has = (name: string, sentence: number) => reading.has(language.list(name), sentence);
  const concerned = new Set(reading.all(language.list('concerns')).map(([, end]) => end));
  for (const range of names) {
    const own = reading.sentenceOf(range);
    const onwards =
      has('pronoun', own + 1) && (has('health', own + 1) || has('care', own + 1)) && !has('does', own + 1) && !has('away', own + 1);
    const back = concerned.has(range[0]) && has('health', own - 1);
    if (onwards || back) reading.mark(language.special('TOLD'), range);
  }
}

/** Marks numbers, addresses and dates where the sentence beside speaks of a patient, and a date right after a name. */
function markBeside(language: Language, reading: Reading, names: readonly Range[]): void {
  const has = (name: string, sentence: number) => reading.has(language.list(name), sentence);
  const tells = (sentence: number) => !has('service', sentence) && TELLING_BESIDE.some((name) => has(name, sentence));
  for (const [, end] of names) {
    for (const range of reading.at(language.special('DATE'), end)) {
      if (TELLING.some((name) => has(name, reading.sentenceOf(range)))) reading.mark(language.special('BIRTH'), range);
    }
  }
  for (const [shape, as] of Object.entries(BESIDE)) {
    for (const range of reading.all(language.special(shape))) {
      const own = reading.sentenceOf(range);
      if ((as !== 'BIRTH' || reading.isAlone(range)) && (tells(own - 1) || tells(own + 1))) reading.mark(language.special(as), range);
    }
  }
}
