import { z } from 'zod';
import { fitted, sizeOf } from '../../../core/fit.ts';
import { type Line, line } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import type { FaultData } from './data.ts';
import { faultText } from './fault-words.ts';

/** Of the 28 KB of a card, for what was typed. */
const LINE_BYTES = 420;
const ROOM: Readonly<Record<string, number>> = { municipalities: 1_800, cityDistricts: 900 };
const FAULTS_SHOWN = 6;
const FAULT_BYTES = 300;

const isoDate = z.iso.date();

/** A day that a field for days can hold; '' for anything else. */
export const dateOrNone = (text: string | undefined): string => (isoDate.safeParse(text).success ? (text ?? '') : '');

/** What was typed, for every one of the inputs as far as a card has room; `cut`: those that are not whole. */
export function filled(
  inputs: readonly string[],
  typed: Readonly<Record<string, string>>,
): { readonly values: Record<string, string>; readonly cut: readonly string[] } {
  const cut: string[] = [];
  const values = inputs.map((input) => {
    const text = typed[input] ?? '';
    const room = ROOM[input] ?? LINE_BYTES;
    let shown = text;
    while (sizeOf(shown) > room) shown = clip(shown, Math.floor((shown.length * room) / (sizeOf(shown) + 1)));
    if (shown !== text) cut.push(input);
    return [input, shown] as const;
  });
  return { values: Object.fromEntries(values), cut };
}

/** What is the matter, a sentence each. */
export function faultLines(faults: readonly FaultData[], locale: Locale): Line[] {
  return faults.slice(0, FAULTS_SHOWN).flatMap((fault) => line(fitted(faultText(fault, locale), FAULT_BYTES), { weight: 'Bolder' }));
}
