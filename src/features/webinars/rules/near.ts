import { partOf } from '../../../norwegian/compounds.ts';
import { editDistance, errorsAllowed } from '../../../norwegian/spelling.ts';
import { stem } from '../../../norwegian/stems.ts';
import { contentWeight, isNegation } from '../../../norwegian/stop-words.ts';
import { skeleton, tokenise } from '../../../norwegian/tokens.ts';
import type { Webinar } from '../model.ts';

/** Titles and questions are short: what is longer is not read to its end. */
const READ = 400;

const keyOf = (word: string) => skeleton(stem(word));
const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(keyOf));

/** Words that say in which form one meets, which any title may leave out. */
const FORMS = keysOf('webinar webinarer webinarar nettwebinar digital digitalt digitale nettmøte teams invitasjon påmelding velkommen');

/** Words of one class exclude each other: two titles have the same ones, or one of them has none. */
const CLASSES: readonly ReadonlySet<string>[] = [
  keysOf('nasjonal regional lokal'),
  keysOf('rph act fact ung'),
  keysOf('januar februar mars april mai juni juli august september oktober november desember'),
];
const YEAR = /^20\d\d$/;

/** Words of no weight that yet turn the meaning: who has one of a pair does not mean the other. */
const OPPOSITES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [new Set(['har', 'hadde']), new Set(['vil', 'skal'])],
  [new Set(['før']), new Set(['etter'])],
];

/** A title, taken apart into what is compared each in its own way. */
interface Parts {
  /** All of its words, in order, as they stand. */
  readonly all: readonly string[];
  /** Numbers and single letters («kull 2», «gruppe B») in order, years aside. */
  readonly marks: readonly string[];
  /** The same, each with the word before it. */
  readonly marked: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  readonly classes: readonly ReadonlySet<string>[];
  /** What it is about, stemmed, without the letters that a keyboard may lack. */
  readonly words: readonly string[];
  /** The same as one word, for what is written apart or together. */
  readonly joined: string;
}

const isWeightless = (word: string) => contentWeight(word) === 0 || contentWeight(skeleton(word)) === 0;
/** Single letters that are words, or what an apostrophe leaves. */
const LETTER_WORDS = new Set(['i', 'å', 'a', 's']);
const isMark = (word: string) => /^\d+$/.test(word) || (word.length === 1 && !LETTER_WORDS.has(word));

function partsOf(title: string): Parts {
  const all = tokenise(title.slice(0, READ)).flatMap((word) => word.match(/\d+|\D+/g)?.filter((part) => part !== '/') ?? []);
  const numbers = all.map((word, n) => ({ number: isMark(word) ? word.replace(/^0+(?=\d)/, '') : '', of: keyOf(all[n - 1] ?? '') }));
  const marks = numbers.filter(({ number }) => number !== '' && !YEAR.test(number));
  const keys = all.filter((word) => !isMark(word) && !isWeightless(word)).map((word) => ({ word, key: keyOf(word) }));
  const isClassed = (key: string) => CLASSES.some((each) => each.has(key));
  const subject = keys.filter(({ key }) => !FORMS.has(key) && !isClassed(key));
  return {
    all,
    marks: marks.map(({ number }) => number),
    marked: new Set(marks.map(({ number, of }) => `${of} ${number}`)),
    years: new Set(numbers.flatMap(({ number }) => (YEAR.test(number) ? [number] : []))),
    classes: CLASSES.map((each) => new Set(keys.filter(({ key }) => each.has(key)).map(({ key }) => key))),
    words: subject.map(({ key }) => key),
    joined: skeleton(subject.map(({ word }) => word).join('')),
  };
}

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((each) => other.has(each));
const isSameList = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ');
const isNoContradiction = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === 0 || other.size === 0 || isSameSet(one, other);

function isOpposite({ all: one }: Parts, { all: other }: Parts): boolean {
  const has = (words: readonly string[], those: ReadonlySet<string>) => words.some((word) => those.has(word));
  const stands = (words: readonly string[], [left, right]: (typeof OPPOSITES)[number]) =>
    has(words, left) === has(words, right) ? undefined : has(words, left);
  const isTurned = OPPOSITES.some((pair) => {
    const [here, there] = [stands(one, pair), stands(other, pair)];
    return here !== undefined && there !== undefined && here !== there;
  });
  return isTurned || one.some(isNegation) !== other.some(isNegation);
}

/** Shorter words are too near each other for errors to be believed in. */
const SHORTEST_MISSPELT = 5;

/** The same word, but for typing errors and for what separates bokmål and nynorsk. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  const errors = length < SHORTEST_MISSPELT ? 0 : errorsAllowed(length);
  return errors > 0 && editDistance(one, other, errors) <= errors;
}

const areSameWords = (one: readonly string[], other: readonly string[]) =>
  one.every((word) => other.some((each) => isSameWord(word, each))) && other.every((word) => one.some((each) => isSameWord(word, each)));

/**
 * Whether two titles of one day are likely to name one event: the same words but for their inflection, typing errors, bokmål or nynorsk and
 * the form in which one meets. Numbers, places, kinds of teams and «nasjonal» or «regional» tell events apart.
 */
export function isNearTitle(one: string, other: string): boolean {
  const [here, there] = [partsOf(one), partsOf(other)];
  if (one === other || (here.all.length > 0 && isSameList(here.all, there.all))) return true;
  if (!isSameList(here.marks, there.marks) && !isSameSet(here.marked, there.marked)) return false;
  if (!isNoContradiction(here.years, there.years) || isOpposite(here, there)) return false;
  if (!here.classes.every((each, n) => isNoContradiction(each, there.classes[n] ?? new Set()))) return false;
  if (here.words.length > 0 || there.words.length > 0) return here.joined === there.joined || areSameWords(here.words, there.words);
  // Nothing but forms and classes: something of it must be the same.
  return here.classes.some((each, n) => each.size > 0 && isSameSet(each, there.classes[n] ?? new Set()));
}

type Searched = Pick<Webinar, 'title' | 'description' | 'series' | 'coOrganisers' | 'audience' | 'place'>;

interface Word {
  readonly word: string;
  readonly bare: string;
  readonly key: string;
}

const wordsOf = (text: string): Word[] => tokenise(text).map((word) => ({ word, bare: skeleton(word), key: keyOf(word) }));

/** From this length on a word is found by its beginning, and within a compound. */
const SHORTEST_BEGINNING = 3;

function isFoundIn(asked: Word, { word, bare, key }: Word): boolean {
  if (asked.word === word || asked.key === key) return true;
  if (/^\d+$/.test(asked.word) || asked.bare.length < SHORTEST_BEGINNING) return false;
  return bare.startsWith(asked.bare) || partOf(key, asked.key) !== null || isSameWord(asked.key, key);
}

/** Whether an event has every word of a text: by its beginning, its stem, as part of a compound, with small typing errors. */
export function matches(webinar: Searched, text: string): boolean {
  const asked = wordsOf(text.slice(0, READ));
  const telling = asked.filter(({ word }) => !isWeightless(word));
  const { title, description, series, coOrganisers, audience, place } = webinar;
  const words = [title, description, series, ...coOrganisers, ...audience, place].flatMap(wordsOf);
  return (telling.length > 0 ? telling : asked).every((word) => words.some((each) => isFoundIn(word, each)));
}
