import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLines } from './search-data.ts';

/** A text with what a careful person takes it for. */
export interface Case {
  readonly id: string;
  readonly text: string;
  readonly finding: 'clean' | 'patient-data' | 'acute';
  readonly what: readonly string[];
  readonly kind: string;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The cases that the rules were developed on, or those that were kept aside. */
export function casesOf(half: 'develop' | 'measure'): Case[] {
  return globSync(`test/guard/cases/*-${half}.jsonl`, { cwd: ROOT })
    .sort()
    .flatMap((file) => readLines<Case>(file));
}

type QuestionFile = 'develop' | 'measure' | 'other-questions';

/** What people ask a handbook: nobody in it is in danger, and nobody is a patient. */
export function questionsOf(files: readonly QuestionFile[]): Case[] {
  return files.flatMap((name) =>
    readLines<{ id: string; query: string }>(`test/questions/${name}.jsonl`).map(
      ({ id, query }): Case => ({ id, text: query, finding: 'clean', what: [], kind: 'question' }),
    ),
  );
}

export interface Judged {
  readonly finding: string;
  readonly what: readonly string[];
}

export interface Figure {
  readonly right: number;
  readonly of: number;
}

const IDENTITY = ['national-id', 'd-number'];
const count = <T>(items: readonly T[], isRight: (item: T) => boolean): Figure => ({
  right: items.filter(isRight).length,
  of: items.length,
});

/** How many of each kind were found, and how many harmless texts were taken for something. */
export function figuresOf(cases: readonly Case[], judge: (text: string) => Judged): Readonly<Record<string, Figure>> {
  const rows = cases.map((each) => ({ ...each, judged: judge(each.text) }));
  const acute = rows.filter(({ finding }) => finding === 'acute');
  const patient = rows.filter(({ finding }) => finding === 'patient-data');
  const clean = rows.filter(({ finding }) => finding === 'clean');
  const kinds = [...new Set(patient.flatMap(({ what }) => what))].sort();
  const found = (kind: string) => (row: (typeof rows)[number]) => row.judged.what.includes(kind);
  const ofKind = (kind: string) => patient.filter(({ what }) => what.includes(kind));
  const other = patient.flatMap((row) => row.what.filter((kind) => !IDENTITY.includes(kind)).map((kind) => ({ row, kind })));
  return {
    acute: count(acute, ({ judged }) => judged.finding === 'acute'),
    identity: count(
      patient.filter(({ what }) => what.some((kind) => IDENTITY.includes(kind))),
      ({ judged, what }) => what.every((kind) => !IDENTITY.includes(kind) || judged.what.includes(kind)),
    ),
    'other patient data': count(other, ({ row, kind }) => found(kind)(row)),
    'patient texts stopped': count(patient, ({ judged }) => judged.finding !== 'clean'),
    ...Object.fromEntries(kinds.map((kind) => [`- ${kind}`, count(ofKind(kind), found(kind))])),
    'false: clean taken for acute': count(clean, ({ judged }) => judged.finding === 'acute'),
    'false: clean taken for patient data': count(clean, ({ judged }) => judged.finding === 'patient-data'),
    'false: patient data taken for acute': count(patient, ({ judged }) => judged.finding === 'acute'),
  };
}

export const share = ({ right, of }: Figure): number => (of === 0 ? 1 : right / of);
