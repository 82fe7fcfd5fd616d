import { faultLines as linesOf } from '../../../core/fault-words.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Line } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { faultText } from './fault-words.ts';

/** Of the 28 KB of a card, for what was typed. */
const LINE_BYTES = 700;
const ROOM: Readonly<Record<string, number>> = { description: 7_500, joinUrl: 1_050, signupUrl: 1_050, coOrganisers: 1_050 };
const FAULT_BYTES = 250;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day that a field for times can hold; '' for anything else. */
export const timeOrNone = (text: string | null | undefined): string => (TIME.test(text ?? '') ? (text ?? '') : '');

export const roomOf = (input: string): number => ROOM[input] ?? LINE_BYTES;

/** What is the matter, a sentence each. */
export function faultLines(faults: readonly FaultData[], locale: Locale): Line[] {
  return linesOf(
    faults.map((fault) => faultText(fault, locale)),
    FAULT_BYTES,
  );
}
