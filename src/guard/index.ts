import { type AcuteWords, createAcute, type Danger } from './acute.ts';
import { createPatient, type Finding, type PatientWords } from './patient.ts';
import { plainOf } from './plain.ts';
import { tokensOf } from './tokens.ts';

export { type AcuteWords, DANGERS, type Danger } from './acute.ts';
export { type Finding, isIdentity, PATIENT_KINDS, type PatientKind, type PatientWords, withoutFound } from './patient.ts';

export interface Checked {
  /** Somebody's life or health is in danger, by what the text says. */
  readonly danger?: Danger;
  /** What it tells of a patient, in the order of the text; places count UTF-16 units of the text as typed. */
  readonly findings: readonly Finding[];
}

export type Guard = (text: string) => Checked;

/** Reads the words once; a check is pure, and takes a text of any length. */
export function createGuard(words: { readonly acute: AcuteWords; readonly patient: PatientWords }): Guard {
  const dangerIn = createAcute(words.acute);
  const findingsIn = createPatient(words.patient);
  return (text) => {
    const plain = plainOf(text);
    const tokens = tokensOf(plain.text);
    const danger = dangerIn(tokens);
    const findings = findingsIn(plain.text, tokens).map(({ kind, from, to }) => ({
      kind,
      from: plain.origin(from),
      to: plain.origin(to - 1) + 1,
    }));
    return danger === undefined ? { findings } : { danger, findings };
  };
}
