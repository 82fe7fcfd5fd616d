import type { NameEntry, PlaceNames } from './place-names.ts';
import { isEverydayWord, isModifier, type PlaceKind, type Word } from './query-words.ts';

/** Finds the names and numbers of places among the words of a text. */

export interface Match {
  /** The words that it stands on: from, up to and without. */
  readonly from: number;
  readonly to: number;
  readonly how: 'written' | 'part' | 'misspelt' | 'number';
  readonly entries: readonly NameEntry[];
  /** A number: of a municipality with four digits, of a county with two. */
  readonly number?: string;
  /** How far a misspelling is from the name; see `Near`. */
  readonly cost: number;
  readonly hasPreposition: boolean;
  /** The kind of place that it is said to be. */
  readonly kind: PlaceKind | undefined;
  /** It may be a word of every day. */
  readonly isEveryday: boolean;
  /** The -s at the end may be a genitive's or belong to another name. */
  readonly isDoubtful: boolean;
}

export interface Reading {
  readonly matches: readonly Match[];
  /** More stands there than names as they are written, and words that go with places. */
  readonly isMore: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const keyOf = (words: readonly Word[], { from, to }: Span, form: 'letters' | 'bare') => {
  let key = '';
  for (let at = from; at < to; at++) key += words[at]?.[form] ?? '';
  return key;
};

function matchAt(words: readonly Word[], span: Span, found: Pick<Match, 'how' | 'entries'> & { cost?: number; number?: string }): Match {
  const before = words[span.from - 1];
  const [after, far] = [words[span.to], words[span.from - 2]];
  const isWord = span.to - span.from === 1;
  return {
    ...{ ...span, cost: 0, ...found },
    hasPreposition: before?.isPreposition === true || (before?.kind !== undefined && far?.isPreposition === true),
    kind: after?.kind ?? before?.kind,
    isEveryday: isWord && isEverydayWord(words[span.from]?.bare ?? ''),
    isDoubtful: false,
  };
}

const isFree = (matches: readonly Match[], { from, to }: Span) => matches.every((match) => match.to <= from || match.from >= to);
/** A noise word begins a name only where it is a modifier («Gamle Oslo»), and ends none. */
const mayBeName = (words: readonly Word[], { from, to }: Span) => {
  const [first, last] = [words[from], words[to - 1]];
  return first !== undefined && last !== undefined && !last.isNoise && (!first.isNoise || isModifier(first.bare));
};

type WrittenForm = (words: readonly Word[], span: Span, names: PlaceNames) => readonly NameEntry[];

/** What stands there as it is written, with its own letters before without. */
const writtenAt: WrittenForm = (words, span, names) => {
  const own = names.written(keyOf(words, span, 'letters'));
  return own.length > 0 ? own : names.writtenBare(keyOf(words, span, 'bare'));
};

/** The same as a genitive. */
const ownerAt: WrittenForm = (words, span, names) => {
  const key = keyOf(words, span, 'letters');
  if (!key.endsWith('s')) return [];
  const own = names.written(key.slice(0, -1));
  return own.length > 0 ? own : names.writtenBare(keyOf(words, span, 'bare').slice(0, -1));
};

/** A name as it is written. At the end of a text an -s may be a genitive's or belong to a misspelt name («Sandes»): both are told. */
function readNameAt(words: readonly Word[], span: Span, names: PlaceNames): Match[] {
  if (!mayBeName(words, span)) return [];
  const written = writtenAt(words, span, names);
  const entries = written.length > 0 ? written : ownerAt(words, span, names);
  if (entries.length === 0) return [];
  const match = matchAt(words, span, { how: 'written', entries });
  if (written.length > 0 || span.to < words.length) return [match];
  const near = names.near(keyOf(words, span, 'bare'));
  const others = near.map(({ near: { cost }, entries: likely }) => matchAt(words, span, { how: 'misspelt', entries: likely, cost }));
  return [{ ...match, isDoubtful: others.length > 1 }, ...others];
}

/** Names as they are written: from left to right, the longest first. */
function readWritten(words: readonly Word[], names: PlaceNames): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + names.longest); to > from; to--) {
      const found = readNameAt(words, { from, to }, names);
      if (found.length === 0) continue;
      matches.push(...found);
      from = to - 1;
      break;
    }
  }
  return matches;
}

/** A place that is called like a word of no weight («Re», «Heim»): where the text has no other but a county or region, and it is said to be a place or stands alone. */
function readNoise(words: readonly Word[], names: PlaceNames, before: readonly Match[]): Match[] {
  const isOpen = (at: number) => isFree(before, { from: at, to: at + 1 });
  const isAlone = words.every(({ isNoise }, at) => isNoise || !isOpen(at));
  const own = words.flatMap(({ isAsking, isPreposition }, at) => (isAsking || isPreposition || !isOpen(at) ? [] : at));
  return words.flatMap((word, from): Match[] => {
    if (!word.isNoise || word.isAsking || word.isPreposition || !isOpen(from)) return [];
    const span = { from, to: from + 1 };
    const entries = names.written(word.letters);
    const bare = entries.length > 0 ? entries : names.writtenBare(word.bare);
    if (bare.length === 0) return [];
    const match = matchAt(words, span, { how: 'written', entries: bare });
    const isSaid = match.hasPreposition || match.kind === 'municipality' || words.length === 1;
    const isLast = isAlone && from === own.at(-1) && (entries.length > 0 || own.length === 1);
    return isSaid || isLast ? [match] : [];
  });
}

/** A word of no weight that a text has alone may be a misspelling («Halde»). */
function readNearNoise(words: readonly Word[], names: PlaceNames): Match[] {
  const own = words.flatMap(({ isAsking, isPreposition }, at) => (isAsking || isPreposition ? [] : at));
  const [from] = own;
  const bare = words[from ?? -1]?.bare ?? '';
  if (from === undefined || own.length > 1 || bare.length < SHORTEST_NOISE) return [];
  return names.near(bare).map(({ near, entries }) => matchAt(words, { from, to: from + 1 }, { how: 'misspelt', entries, cost: near.cost }));
}

const SHORTEST_NOISE = 5;
const YEAR = /^(?:19|20)\d\d$/;

/** A municipality's number, a county's where it stands alone. What looks like a year is one only where it is said or nothing else stands there. */
function readNumbers(words: readonly Word[]): Match[] {
  const isOnly = words.filter(({ isNoise, bare }) => !isNoise || /^\d+$/.test(bare)).length === 1;
  return words.flatMap(({ bare }, from): Match[] => {
    if (!/^\d{2,4}$/.test(bare)) return [];
    const [before, after] = [words[from - 1], words[from + 1]];
    const isSaid = before?.isNumberWord === true || before?.kind !== undefined || after?.kind !== undefined;
    const isSure = bare.length === 4 && !YEAR.test(bare);
    if (!isOnly && !isSaid && !isSure) return [];
    // A spreadsheet takes away the null that a number begins with.
    const number = bare.length === 3 ? bare.padStart(4, '0') : bare;
    return [matchAt(words, { from, to: from + 1 }, { how: 'number', entries: [], number })];
  });
}

/** Words of longer names («Toten»), where they are no names themselves. */
function readParts(words: readonly Word[], names: PlaceNames, before: readonly Match[]): Match[] {
  return words.flatMap((word, from): Match[] => {
    const span = { from, to: from + 1 };
    const entries = word.isNoise || !isFree(before, span) ? [] : names.withWord(word.bare);
    return entries.length > 0 ? [matchAt(words, span, { how: 'part', entries })] : [];
  });
}

/** Words are left that no match explains. */
const isRestIn = (words: readonly Word[], matches: readonly Match[]) =>
  words.some(({ isNoise, isNumberWord }, at) => !isNoise && !isNumberWord && isFree(matches, { from: at, to: at + 1 }));

/** Longest run of words that is put together to find a misspelling. */
const LONGEST_RUN = 4;
const SHORTEST_WITH_NAME = 8;

/** What a run of words may be a misspelling of. Where other words are left, it is another word, unless it is said to be a place. */
function misspeltAt(words: readonly Word[], span: Span, { names, before }: { names: PlaceNames; before: readonly Match[] }): Match[] {
  const { hasPreposition, kind } = matchAt(words, span, { how: 'misspelt', entries: [] });
  const isSaid = hasPreposition || kind !== undefined;
  const likely = names.near(keyOf(words, span, 'bare')).filter(({ near }) => isSaid || !near.isChance);
  const matches = likely.map(({ near, entries }) => matchAt(words, span, { how: 'misspelt', entries, cost: near.cost }));
  return isSaid || !isRestIn(words, [...before, ...matches]) ? matches : [];
}

/** Whether a run may be one misspelt name, given what is known already: it holds a new word, and parts of it are no names that stand well alone. */
function mayBeMisspelt(words: readonly Word[], span: Span, before: readonly Match[]): boolean {
  if (!mayBeName(words, span)) return false;
  const within = before.filter(({ from, to }) => from < span.to && to > span.from);
  const isNew = words
    .slice(span.from, span.to)
    .some(({ isNoise }, n) => !isNoise && isFree(within, { from: span.from + n, to: span.from + n + 1 }));
  if (!isNew) return within.length > 0 && within.every(({ how }) => how === 'part') && span.to - span.from > 1;
  // Beside a city district nothing else is looked for; beside a county or a city, what lies in it may be.
  if (within.length === 0) return before.every(({ entries }) => entries.every(({ target }) => target.kind !== 'district'));
  const isWeak = within.every(({ how, entries }) => how === 'part' || entries.every(({ sort }) => sort === 'compass'));
  return isWeak || keyOf(words, span, 'bare').length >= SHORTEST_WITH_NAME;
}

/** The misspelt name that stands on most words, and is the nearest one of those. */
function readMisspelt(words: readonly Word[], names: PlaceNames, before: readonly Match[]): Match[] {
  let best: Match[] = [];
  let [bestLength, bestCost] = [0, Number.POSITIVE_INFINITY];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_RUN); to++) {
      const length = to - from;
      if (length < bestLength || !mayBeMisspelt(words, { from, to }, before)) continue;
      const matches = misspeltAt(words, { from, to }, { names, before });
      const { cost } = matches[0] ?? { cost: Number.POSITIVE_INFINITY };
      if (matches.length === 0 || (length === bestLength && cost >= bestCost)) continue;
      [best, bestLength, bestCost] = [matches, length, cost];
    }
  }
  return best;
}

const isContext = ({ entries, how }: Match) =>
  how === 'written' && entries.every(({ target: { kind } }) => kind === 'county' || kind === 'region');

function readKnown(words: readonly Word[], names: PlaceNames): Match[] {
  const written = readWritten(words, names);
  const numbers = readNumbers(words).filter((match) => isFree(written, match));
  const sure = [...written, ...numbers];
  if (!sure.every(isContext)) return sure;
  const noise = readNoise(words, names, sure);
  if (sure.length + noise.length > 0 || words.some(({ isNoise }) => !isNoise)) return [...sure, ...noise];
  return readNearNoise(words, names);
}

/** What the words say of places. A misspelling is looked for where words are left that no name explains. */
export function readPlaceWords(words: readonly Word[], names: PlaceNames): Reading {
  const sure = readKnown(words, names);
  const known = [...sure, ...readParts(words, names, sure)];
  const misspelt = isRestIn(words, known) ? readMisspelt(words, names, known) : [];
  const [first] = misspelt;
  const matches = first ? [...known.filter((match) => isFree([first], match)), ...misspelt] : known;
  const certain = matches.filter(({ how }) => how !== 'misspelt');
  const isMore = words.some(({ isAsking, isPreposition }, at) => !isAsking && !isPreposition && isFree(certain, { from: at, to: at + 1 }));
  return { matches, isMore };
}
