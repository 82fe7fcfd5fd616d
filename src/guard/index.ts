import { type AcuteWords, createAcute } from './acute.ts';
import { createPatient, distinct, type Finding, type PatientWords } from './patient.ts';
import { plainOf } from './plain.ts';
import { tokensOf } from './tokens.ts';
import type { Points } from './weighing.ts';

export { type Finding, isIdentity, kindsOf, PATIENT_KINDS, type PatientKind, type PatientWords, withoutFound } from './patient.ts';

export interface Checked<Danger extends string = string> {
  /** Somebody's life or health is in danger, by what the text says. */
  readonly danger?: Danger;
  /** What it tells of a patient, in the order of the text; places count UTF-16 units of the text as typed. */
  readonly findings: readonly Finding[];
}

export type Guard<Danger extends string = string> = (text: string) => Checked<Danger>;

/** A text is judged in pieces of so many characters: what a message holds at most in practice, and what the rules read in no time. */
const PIECE = 6_000;
/** Pieces share so much, so that nothing is cut in two. */
const SHARED = 300;

/** Where the pieces of a text begin and end: at a blank, where there is one near. */
function* piecesOf(text: string): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from === 0 || from + SHARED < text.length; ) {
    const blank = text.lastIndexOf(' ', from + PIECE);
    const to = from + PIECE >= text.length ? text.length : blank > from + PIECE - SHARED ? blank : from + PIECE;
    yield [from, to];
    from = to - SHARED;
    if (to === text.length) return;
  }
}

/** Whether it is what a piece showed of a longer finding. */
function isPartOfOne({ from, to }: Finding, all: readonly Finding[]): boolean {
  return all.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from);
}

/** Reads the words once; a check is pure, and takes a text of any length. */
export function createGuard<Danger extends string>(words: {
  readonly acute: AcuteWords<Danger>;
  readonly patient: PatientWords;
  readonly points: { readonly danger: Points; readonly names: Points };
}): Guard<Danger> {
  const dangerIn = createAcute(words.acute, words.points.danger);
  const findingsIn = createPatient(words.patient, words.points.names);
  return (text) => {
    const plain = plainOf(text);
    const found: Finding[] = [];
    const dangers = new Set<Danger>();
    for (const [start, end] of piecesOf(plain.text)) {
      const piece = plain.text.slice(start, end);
      const tokens = tokensOf(piece);
      const told = dangerIn(piece, tokens);
      if (told !== undefined) dangers.add(told);
      for (const { kind, from, to } of findingsIn(piece, tokens)) {
        found.push({ kind, from: plain.origin(start + from), to: plain.end(start + to) });
      }
    }
    const once = distinct(found);
    const findings = once.filter((each) => !isPartOfOne(each, once));
    const danger = words.acute.dangers.find((each) => dangers.has(each));
    return danger === undefined ? { findings } : { danger, findings };
  };
}
