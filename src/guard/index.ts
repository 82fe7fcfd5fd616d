import { type AcuteWords, createAcute } from './acute.ts';
import { createPatient, type Finding, type PatientWords } from './patient.ts';
import { plainOf } from './plain.ts';
import { tokensOf } from './tokens.ts';
import type { Points } from './weighing.ts';

export { type Finding, isIdentity, PATIENT_KINDS, type PatientKind, type PatientWords, withoutFound } from './patient.ts';

export interface Checked<Danger extends string = string> {
  /** Somebody's life or health is in danger, by what the text says. */
  readonly danger?: Danger;
  /** What it tells of a patient, in the order of the text; places count UTF-16 units of the text as typed. */
  readonly findings: readonly Finding[];
}

export type Guard<Danger extends string = string> = (text: string) => Checked<Danger>;

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
    const tokens = tokensOf(plain.text);
    const danger = dangerIn(plain.text, tokens);
    const findings = findingsIn(plain.text, tokens).map(({ kind, from, to }) => ({
      kind,
      from: plain.origin(from),
      to: plain.origin(to - 1) + 1,
    }));
    return danger === undefined ? { findings } : { danger, findings };
  };
}
