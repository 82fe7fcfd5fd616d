import { identitiesIn } from './identity.ts';
import { isCounted, noticedOfNames } from './named.ts';
import { createNames, type NameAt, type NameFinder, type NameLists, rangeOfName } from './names.ts';
import { keyOf, Language, type Range, type Reading, type WordLists } from './patterns.ts';
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
import { markSightings, rangeOf } from './sightings.ts';
import type { Token } from './tokens.ts';
import { createWeighing, holding, type Noticed, type Points } from './weighing.ts';

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

/** The kinds of what was found, each once. */
export function kindsOf(findings: readonly Finding[]): PatientKind[] {
  return [...new Set(findings.map(({ kind }) => kind))];
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
  CONTACT: 'phone-clinical',
  CALL: 'phone-clinical',
  DATE: 'birth-date',
  DAY: 'birth-date',
  PAST: 'birth-date',
  TOLD: 'name-clinical',
  LAST: 'name-clinical',
  AUTHOR: 'name-clinical',
  HOME: 'address',
  BIRTH: 'birth-date',
  STREET: 'address',
  HOUSE: 'address',
};

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

/** What joins names that are spoken of as one: «Kari og Ola», «Kari & Ola». */
const JOIN = /^,? (?:og|and|eller|or|&|samt) $/i;
/** A patient's name makes these a patient's too, in its sentence and the next. */
const BESIDE_NAME: readonly string[] = ['CONTACT', 'STREET'];
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

/** The names that are joined to these: they are a patient's, or are spared, together. */
function joinedTo(ranges: readonly Range[], names: readonly Range[], between: (left: Range, right: Range) => string): Set<string> {
  const keys = new Set(ranges.map(keyOf));
  const joined = new Set<string>();
  for (const [at, right] of names.entries()) {
    const left = names[at - 1];
    if (!left || !JOIN.test(between(left, right))) continue;
    if (keys.has(keyOf(left))) joined.add(keyOf(right));
    if (keys.has(keyOf(right))) joined.add(keyOf(left));
  }
  return joined;
}

type Place = Pick<Finding, 'from' | 'to'>;
const overlaps = (one: Place, other: Place) => one.from < other.to && one.to > other.from;

/** What the hits find, and what is left of it when the frames have let theirs pass, and the names joined to those. */
function ruled(rules: Rules, reading: Reading, { text, names }: { text: string; names: readonly Range[] }) {
  const { tokens } = reading;
  const all = foundBy(reading, rules.hits);
  const left = unspared(reading, all, rules.frames);
  const keys = new Set(left.map(({ range }) => keyOf(range)));
  const spared = all.filter(({ range }) => !keys.has(keyOf(range))).map(({ range }) => range);
  const joined = joinedTo(spared, names, (one, other) => text.slice(tokens[one[1] - 1]?.to, tokens[other[0]]?.from));
  return { left: left.filter(({ stop, range }) => stop.written.sure || !joined.has(keyOf(range))), spared: spared.length > 0 };
}

/** What is a patient's since something beside it is: a number beside a patient's name, a name beside a patient's date of birth. */
function carriedOver(
  rules: Rules,
  reading: Reading,
  { left, identities }: { left: readonly Finding[]; identities: readonly Range[] },
): Found[] {
  const sentenceAt = new Map(reading.tokens.map(({ from, sentence }) => [from, sentence] as const));
  const sentencesOf = (isOne: (kind: PatientKind) => boolean) =>
    new Set(left.filter(({ kind }) => isOne(kind)).map(({ from }) => sentenceAt.get(from) ?? 0));
  const named = sentencesOf((kind) => kind === 'name-clinical');
  const known = new Set([...sentencesOf((kind) => BESIDE_THESE.has(kind)), ...identities.map((range) => reading.sentenceOf(range))]);
  const beside = foundBy(reading, rules.besideName).filter(({ range }) => {
    const own = reading.sentenceOf(range);
    return named.has(own) || named.has(own - 1);
  });
  const names = foundBy(reading, rules.names).filter(({ range }) => known.has(reading.sentenceOf(range)));
  return unspared(reading, [...beside, ...names], rules.frames);
}

/** What the rules find in a text, and what is weighed of its names. */
export interface Sighted {
  readonly findings: readonly Finding[];
  /** Undefined when no name counts and no rule found one. */
  readonly noticed: Noticed | undefined;
}

/**
 * Reads what tells who a patient is. `isNamed` decides whether a text's names are a patient's: by what was noticed, and whether the rules
 * found one.
 */
export function createSightings(
  words: PatientWords,
  isNamed: (noticed: Noticed, hit: boolean) => boolean = (_, hit) => hit,
): (text: string, tokens: readonly Token[]) => Sighted {
  const rules = rulesFrom(words);
  const email = rules.language.special('EMAIL');

  return (text, tokens) => {
    const found = identitiesIn(text);
    const reading = rules.language.read(tokens);
    const names = markSightings(rules, text, reading);
    const sayings = foundBy(reading, rules.idioms).map(({ range }) => range);
    const isSaying = ({ from, to }: NameAt) => sayings.some(([start, end]) => from < end && to > start);
    const counted = names.filter((name) => isCounted(name) && !isSaying(name));
    const noticedBefore = noticedOfNames(rules.language, reading, { text, names: counted });
    const identities = found.map((each) => rangeOf(tokens, each)).filter((range) => range !== undefined);
    for (const range of identities) reading.mark(rules.language.special('ID'), range);
    reading.blot(...sayings);

    const findingFrom = ({ stop, range }: Found): Finding => {
      const kind = rules.kinds.get(stop.pattern.steps[stop.subject]?.list ?? -1) ?? 'name-clinical';
      const isEmail = kind === 'phone-clinical' && reading.at(email, range[0]).length > 0;
      return { kind: isEmail ? 'email-clinical' : kind, ...placeIn(tokens, range) };
    };
    const { left, spared } = ruled(rules, reading, { text, names: names.map(rangeOfName) });
    const findings = left.map(findingFrom);
    const byRule = findings.filter(isName);
    const hit = byRule.length > 0;
    const marks = holding({ hit, spared, other: findings.length > byRule.length, identity: found.length > 0 });
    const noticed = { ...noticedBefore, marks };
    const isOne = (hit || counted.length > 0) && isNamed(noticed, hit);
    const named = hit ? byRule : counted.map((name): Finding => ({ kind: 'name-clinical', ...placeIn(tokens, rangeOfName(name)) }));
    const kept = [...findings.filter((each) => !isName(each)), ...(isOne ? named : [])];
    const carried = carriedOver(rules, reading, { left: kept, identities }).map(findingFrom);
    const all = [...kept, ...carried].filter((each) => !found.some((identity) => overlaps(each, identity)));
    return { findings: distinct([...found, ...all]), noticed: hit || counted.length > 0 ? noticed : undefined };
  };
}

const isName = ({ kind }: Finding): boolean => kind === 'name-clinical';
const placeIn = (tokens: readonly Token[], [from, to]: Range): Place => ({ from: tokens[from]?.from ?? 0, to: tokens[to - 1]?.to ?? 0 });

/** What a text with names must weigh for them to be a patient's: even, and a hair below, as a stop costs the writer one press. */
const ENOUGH = -0.05;

/** Finds what tells who a patient is: what the rules found, and for names all that stands around them, weighed together. */
export function createPatient(words: PatientWords, points: Points): (text: string, tokens: readonly Token[]) => readonly Finding[] {
  const weigh = createWeighing(points);
  const sightings = createSightings(words, (noticed) => weigh(noticed) > ENOUGH);
  return (text, tokens) => sightings(text, tokens).findings;
}

/** Each once, in the order of the text. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const by = new Map(findings.map((finding) => [`${finding.kind}:${finding.from}:${finding.to}`, finding] as const));
  return [...by.values()].sort((one, other) => one.from - other.from || other.to - one.to);
}
