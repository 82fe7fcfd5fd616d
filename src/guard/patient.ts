import { identitiesIn } from './identity.ts';
import { createNames, type NameLists } from './names.ts';
import { Language, type Range, type Reading, type WordLists } from './patterns.ts';
import { foundBy, ruleOf, unspared, type WrittenRule, type WrittenSpare, type WrittenStop } from './rules.ts';
import { datesIn, daysIn, emailsIn, housesIn, phonesIn, type Shape, streetsIn } from './shapes.ts';
import type { Token } from './tokens.ts';

export const PATIENT_KINDS = ['national-id', 'd-number', 'phone-clinical', 'email-clinical', 'name-clinical', 'birth-date', 'address'] as const;
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

/** What is found by its shape, and only where there are digits. */
const NUMBERED: Readonly<Record<string, (text: string) => Shape[]>> = { PHONE: phonesIn, DATE: datesIn, DAY: daysIn, HOUSE: housesIn };
/** What joins names that are spoken of as one: «Kari og Ola», «Kari & Ola», «Kari, Ola og Per». */
const JOIN = /^(?:,? (?:og|and|eller|or|&) |, )$/;
/** What a name that is a patient's makes a patient's too, in its sentence and the one after it. */
const WITH_NAME: readonly string[] = ['PHONE', 'EMAIL', 'STREET'];
/** Names in the sentence of these are the patient's. */
const NAMES_BESIDE: ReadonlySet<PatientKind> = new Set(['birth-date', 'national-id', 'd-number', 'address']);

/** Finds what tells who a patient is. */
export function createPatient(words: PatientWords): (text: string, tokens: readonly Token[]) => Finding[] {
  const language = new Language(words.lists);
  const special = (name: string) => language.special(name);
  const kinds = new Map(Object.entries(SUBJECTS).map(([name, kind]) => [special(name), kind] as const));
  const [number, identity, told] = [special('NUMBER'), special('ID'), special('TOLD')];
  const [pronoun, health] = [language.list('pronoun'), language.list('health')];
  const subjects = new Set(kinds.keys());
  const read = <W extends WrittenRule>(rules: readonly W[]) => rules.map((each) => ruleOf(language, each, subjects));
  const [idioms, hits, frames] = [read(words.idioms), read(words.hits), read(words.frames)];
  const beside = read(WITH_NAME.map((pattern) => ({ pattern })));
  const named = read([{ pattern: 'NAME' }]);
  const namesIn = createNames(words.names);

  /** Marks what is found in other ways than by words, and gives the names. */
  function markAll(reading: Reading, text: string): Range[] {
    const { tokens } = reading;
    const mark = (name: string, shapes: readonly Shape[]): Range[] => {
      const ranges = shapes.map((shape) => rangeOf(tokens, shape)).filter((range) => range !== undefined);
      for (const range of ranges) reading.mark(special(name), range);
      return ranges;
    };
    const listed = reading.starts();
    const taken = [...mark('EMAIL', emailsIn(text)), ...mark('STREET', streetsIn(text))];
    if (tokens.some(({ word }) => word >= '0' && word < ':')) for (const [name, shapesIn] of Object.entries(NUMBERED)) mark(name, shapesIn(text));
    for (const [at, { word }] of tokens.entries()) if (SMALL_NUMBER.test(word)) reading.mark(number, [at, at + 1]);
    return namesIn(text, tokens).flatMap(({ from, to, as, owns }): Range[] => {
      const range: Range = [from, to];
      if (taken.some(([start, end]) => from < end && to > start) || (as === 'unknown' && listed.has(from))) return [];
      if (as === 'full') reading.mark(special('NAME'), range);
      reading.mark(special('MAYBE'), range);
      if (owns) reading.mark(special('OWNER'), range);
      return [range];
    });
  }

  return (text, tokens) => {
    const identities = identitiesIn(text);
    const reading = language.read(tokens);
    markAll(reading, text);
    for (const { range } of foundBy(reading, idioms)) reading.blot(range);
    const found = unspared(reading, foundBy(reading, hits), frames).map(({ stop, range }): Finding => {
      const list = stop.pattern.steps[stop.subject]?.list ?? -1;
      const [first, last] = [tokens[range[0]], tokens[range[1] - 1]];
      return { kind: kinds.get(list) ?? 'name-clinical', from: first?.from ?? 0, to: last?.to ?? 0 };
    });
    return distinct([...identities, ...found.filter(({ from, to }) => !identities.some((id) => from < id.to && to > id.from))]);
  };
}

/** The tokens that a shape covers. */
function rangeOf(tokens: readonly Token[], { from, to }: Shape): Range | undefined {
  const first = tokens.findIndex((token) => token.to > from);
  if (first < 0) return undefined;
  let last = first;
  while (tokens[last + 1] && (tokens[last + 1]?.from ?? to) < to) last++;
  return [first, last + 1];
}

/** Each once, in the order of the text. */
function distinct(findings: readonly Finding[]): Finding[] {
  const by = new Map(findings.map((finding) => [`${finding.kind}:${finding.from}:${finding.to}`, finding] as const));
  return [...by.values()].sort((one, other) => one.from - other.from || other.to - one.to);
}
