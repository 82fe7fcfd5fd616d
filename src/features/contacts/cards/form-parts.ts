import { faultLines as linesOf } from '../../../core/fault-words.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Line } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { faultText } from './fault-words.ts';

/** Of the 28 KB of a card, for what was typed. */
const LINE_BYTES = 420;
const ROOM: Readonly<Record<string, number>> = { municipalities: 1_800, cityDistricts: 900 };
const FAULT_BYTES = 300;

export const roomOf = (input: string): number => ROOM[input] ?? LINE_BYTES;

/** What is the matter, a sentence each. */
export function faultLines(faults: readonly FaultData[], locale: Locale): Line[] {
  return linesOf(
    faults.map((fault) => faultText(fault, locale)),
    FAULT_BYTES,
  );
}
