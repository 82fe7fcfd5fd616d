import { identitiesIn } from './identity.ts';
import { createNames, type NameFinder, type NameLists } from './names.ts';
import { Language, type Range, type Reading, type WordLists } from './patterns.ts';
import {
  type Found,
  foundBy,
  ruleOf,
  type Spare,
  type Stop,
  unspared,
  type WrittenRule,
  type WrittenSpare,
  type WrittenStop,
} from './rules.ts';
import { datesIn, daysIn, emailsIn, housesIn, phonesIn, type Shape, streetsIn, workEmailsIn } from './shapes.ts';
import type { Token } from './tokens.ts';

export const PATIENT_KINDS = [
  'national-id',
  'd-number',
  'phone-clinical',
  'email-clinical',
  'name-clinical',
  'birth-date',
  'address',
] as const;
export type PatientKind = (typeof PATIENT_KINDS)[number];

/** Something that tells who a patient is, and where it stands: UTF-16 units, `to` exclusive. */
export interface Finding {
  readonly kind: PatientKind;
  readonly from: number;
  readonly to: number;
}

/** Identity numbers are never a matter of doubt; all other kinds are. */
export function isIdentity({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'national-id' || kind === 'd-number';
}

export interface PatientWords {
  readonly names: NameLists;
  readonly lists: WordLists;
  /** What looks like a name or a number and is none: «Modum Bad», «Marte Meo». */
  readonly idioms: readonly WrittenRule[];
  readonly hits: readonly WrittenStop[];
  /** What makes it somebody else's: a colleague, a service, an author. */
  readonly frames: readonly WrittenSpare[];
}

/** What a rule may be about, as it is written in a pattern. */
const SUBJECTS: Readonly<Record<string, PatientKind>> = {
  NAME: 'name-clinical',
  MAYBE: 'name-clinical',
  OWNER: 'name-clinical',
  PHONE: 'phone-clinical',
  EMAIL: 'email-clinical',
  DATE: 'birth-date',
  DAY: 'birth-date',
  TOLD: 'name-clinical',
  LAST: 'name-clinical',
  CALL: 'phone-clinical',
  MAIL: 'email-clinical',
  HOME: 'address',
  BIRTH: 'birth-date',
  STREET: 'address',
  HOUSE: 'address',
};
/** An age, or a small number: no person has one of three digits that begins with more than a one. */
const SMALL_NUMBER = /^(?:1[01]\d|\d{1,2})$/;

/** What a left-out part leaves behind. */
const LEFT_OUT = '…';

/** The text without what was found. */
export function withoutFound(text: string, findings: readonly Finding[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of [...findings].sort((one, other) => one.from - other.from)) {
    if (from >= end) parts.push(text.slice(end, from), LEFT_OUT);
    end = Math.max(end, to);
  }
  return [...parts, text.slice(end)].join('');
}

/** Where something may stand that these find: digits, or a year in words. */
const NUMBERED = /\p{Nd}|nitten|totusen|to tusen/iu;
const numbered = (shapesIn: (text: string) => Shape[]) => (text: string) => (NUMBERED.test(text) ? shapesIn(text) : []);
const SHAPES: Readonly<Record<string, (text: string) => Shape[]>> = {
  EMAIL: emailsIn,
  WORKMAIL: workEmailsIn,
  STREET: numbered(streetsIn),
  PHONE: numbered(phonesIn),
  DATE: numbered(datesIn),
  DAY: numbered(daysIn),
  HOUSE: numbered(housesIn),
};
/** What shapes are called where the sentence before or after speaks of a patient. */
const BESIDE: Readonly<Record<string, string>> = { PHONE: 'CALL', EMAIL: 'MAIL', STREET: 'HOME', HOUSE: 'HOME', DATE: 'BIRTH' };
/** What joins names that are spoken of as one: «Kari og Ola», «Kari & Ola». */
const JOIN = /^,? (?:og|and|eller|or|&|samt) $/i;
/** A patient's name makes these a patient's too, in its sentence and the next. */
const BESIDE_NAME: readonly string[] = ['PHONE', 'EMAIL', 'STREET'];
/** These make a name in their sentence a patient's. */
const BESIDE_THESE: ReadonlySet<PatientKind> = new Set(['birth-date', 'address', 'national-id', 'd-number']);

interface Rules {
  readonly language: Language;
  readonly namesIn: NameFinder;
  /** By the list of a subject. */
  readonly kinds: ReadonlyMap<number, PatientKind>;
  readonly idioms: readonly Stop[];
  readonly hits: readonly Stop[];
  readonly frames: readonly Spare[];
  readonly besideName: readonly Stop[];
  readonly names: readonly Stop[];
}

function rulesFrom(words: PatientWords): Rules {
  const language = new Language(words.lists);
  const kinds = new Map(Object.entries(SUBJECTS).map(([name, kind]) => [language.special(name), kind] as const));
  const subjects = new Set(kinds.keys());
  const read = <W extends WrittenRule>(rules: readonly W[]) => rules.map((each) => ruleOf(language, each, subjects));
  return {
    language,
    namesIn: createNames(words.names),
    kinds,
    idioms: read(words.idioms),
    hits: read(words.hits),
    frames: read(words.frames),
    besideName: read(BESIDE_NAME.map((pattern) => ({ pattern }))),
    names: read([{ pattern: 'NAME' }]),
  };
}

/** Whether a name of one word stands last after a comma, as the name of one spoken to does: «Kan du hjelpe, Kari?» */
function isCalled(text: string, tokens: readonly Token[], [from, to]: Range): boolean {
  const [before, own, after] = [tokens[from - 1], tokens[from], tokens[to]];
  if (!before || !own || to > from + 1 || after?.sentence === own.sentence) return false;
  return text.slice(before.to, own.from).includes(',');
}

/** Marks the names in a text, and gives them. */
function markNames({ language, namesIn }: Rules, reading: Reading, { text, taken }: { text: string; taken: readonly Range[] }): Range[] {
  const names: Range[] = [];
  for (const { from, to, as, owns } of namesIn(text, reading.tokens, reading.starts())) {
    if (taken.some(([start, end]) => from < end && to > start)) continue;
    if (as === 'full') reading.mark(language.special('NAME'), [from, to]);
    reading.mark(language.special('MAYBE'), [from, to]);
    if (owns) reading.mark(language.special('OWNER'), [from, to]);
    if (isCalled(text, reading.tokens, [from, to])) reading.mark(language.special('LAST'), [from, to]);
    names.push([from, to]);
  }
  return names;
}

/** Marks what is found in other ways than by words, and gives the names. */
function markAll(rules: Rules, text: string, reading: Reading): Range[] {
  const { tokens } = reading;
  const found = Object.entries(SHAPES).map(([name, shapesIn]) => {
    const ranges = shapesIn(text).map((shape) => rangeOf(tokens, shape));
    return { name, ranges: ranges.filter((range) => range !== undefined) };
  });
  const names = markNames(rules, reading, { text, taken: found.flatMap(({ name, ranges }) => (name === 'HOUSE' ? [] : ranges)) });
  for (const { name, ranges } of found) for (const range of ranges) reading.mark(rules.language.special(name), range);
  for (const [at, { word }] of tokens.entries()) if (SMALL_NUMBER.test(word)) reading.mark(rules.language.special('NUMBER'), [at, at + 1]);
  markTold(rules, reading, names);
  return names;
}

/** Marks what the sentence beside it tells of: a name of which it says «hun har angst», a number under «pasienten ringte». */
function markTold({ language }: Rules, reading: Reading, names: readonly Range[]): void {
  const [pronoun, health, does, concerns] = ['pronoun', 'health', 'does', 'concerns'].map((name) => language.list(name)) as [number, number, number, number];
  for (const range of names) {
    const own = reading.sentenceOf(range);
    const onwards = reading.has(pronoun, own + 1) && reading.has(health, own + 1) && !reading.has(does, own + 1);
    const back = reading.has(health, own - 1) && reading.endsAt(concerns, range[0]);
    if (onwards || back) reading.mark(language.special('TOLD'), range);
  }
  const [patient, kin, care, service] = ['patient', 'kin', 'care', 'service'].map((name) => language.list(name)) as [number, number, number, number];
  const tells = (sentence: number) => !reading.has(service, sentence) && [patient, kin, health, care].some((list) => reading.has(list, sentence));
  const date = language.special('DATE');
  for (const [, end] of names) for (const range of reading.at(date, end)) if (tells(reading.sentenceOf(range))) reading.mark(language.special('BIRTH'), range);
  for (const [shape, as] of Object.entries(BESIDE)) {
    for (const range of reading.all(language.special(shape))) {
      const own = reading.sentenceOf(range);
      if ((as !== 'BIRTH' || reading.isAlone(range)) && (tells(own - 1) || tells(own + 1))) reading.mark(language.special(as), range);
    }
  }
}

const isSame = (one: Range, other: Range) => one[0] === other[0] && one[1] === other[1];

/** Names that are joined are a patient's, or are spared, together. */
function joinedTo(names: readonly Range[], text: string, tokens: readonly Token[]): (range: Range) => Range[] {
  const isJoined = (one: Range, other: Range) => JOIN.test(text.slice(tokens[one[1] - 1]?.to, tokens[other[0]]?.from));
  return (range) => {
    const at = names.findIndex((name) => isSame(name, range));
    const [before, own, after] = [names[at - 1], names[at], names[at + 1]];
    return own
      ? [before && isJoined(before, own) ? before : undefined, after && isJoined(own, after) ? after : undefined].filter(
          (name) => name !== undefined,
        )
      : [];
  };
}

type Place = Pick<Finding, 'from' | 'to'>;
const overlaps = (one: Place, other: Place) => one.from < other.to && one.to > other.from;

/** Finds what tells who a patient is. */
export function createPatient(words: PatientWords): (text: string, tokens: readonly Token[]) => Finding[] {
  const rules = rulesFrom(words);

  const findingFrom =
    (tokens: readonly Token[]) =>
    ({ stop, range }: Found): Finding => ({
      kind: rules.kinds.get(stop.pattern.steps[stop.subject]?.list ?? -1) ?? 'name-clinical',
      from: tokens[range[0]]?.from ?? 0,
      to: tokens[range[1] - 1]?.to ?? 0,
    });

  return (text, tokens) => {
    const identities = identitiesIn(text);
    const reading = rules.language.read(tokens);
    const names = markAll(rules, text, reading);
    const marked = identities.map((each) => rangeOf(tokens, each)).filter((range) => range !== undefined);
    for (const range of marked) reading.mark(rules.language.special('ID'), range);
    for (const { range } of foundBy(reading, rules.idioms)) reading.blot(range);

    const all = foundBy(reading, rules.hits);
    const joined = joinedTo(names, text, tokens);
    const own = unspared(reading, all, rules.frames);
    const spared = all.filter((each) => !own.some(({ range }) => isSame(range, each.range))).flatMap(({ range }) => joined(range));
    const left = own.filter(({ stop, range }) => stop.written.sure || !spared.some((each) => isSame(each, range)));

    const sentencesOf = (isOne: (kind: PatientKind) => boolean) =>
      new Set(left.filter((each) => isOne(findingFrom(tokens)(each).kind)).map(({ range }) => reading.sentenceOf(range)));
    const withName = sentencesOf((kind) => kind === 'name-clinical');
    const withOther = new Set([...sentencesOf((kind) => BESIDE_THESE.has(kind)), ...marked.map((range) => reading.sentenceOf(range))]);
    const besideName = foundBy(reading, rules.besideName).filter(
      ({ range }) => withName.has(reading.sentenceOf(range)) || withName.has(reading.sentenceOf(range) - 1),
    );
    const besideOther = foundBy(reading, rules.names).filter(({ range }) => withOther.has(reading.sentenceOf(range)));
    const carried = unspared(reading, [...besideName, ...besideOther], rules.frames);
    const found = [...left, ...carried].map(findingFrom(tokens));
    return distinct([...identities, ...found.filter((each) => !identities.some((id) => overlaps(each, id)))]);
  };
}

/** The tokens that a shape covers. */
function rangeOf(tokens: readonly Token[], { from, to }: Shape): Range | undefined {
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

/** Each once, in the order of the text. */
function distinct(findings: readonly Finding[]): Finding[] {
  const by = new Map(findings.map((finding) => [`${finding.kind}:${finding.from}:${finding.to}`, finding] as const));
  return [...by.values()].sort((one, other) => one.from - other.from || other.to - one.to);
}
