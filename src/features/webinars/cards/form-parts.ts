import { z } from 'zod';
import { fitted, sizeOf } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import type { FaultData } from './data.ts';
import { type Line, line } from './event-view.ts';
import { faultText } from './fault-words.ts';

/** Of the 28 KB of a card, for what was typed. */
const LINE_BYTES = 700;
const ROOM: Readonly<Record<string, number>> = { description: 7_500, joinUrl: 1_050, signupUrl: 1_050, coOrganisers: 1_050 };
const FAULTS_SHOWN = 6;
const FAULT_BYTES = 250;

const isoDate = z.iso.date();
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day that a field for days can hold; '' for anything else. */
export const dateOrNone = (text: string | null | undefined): string => (isoDate.safeParse(text).success ? (text ?? '') : '');
/** A time of day that a field for times can hold; '' for anything else. */
export const timeOrNone = (text: string | null | undefined): string => (TIME.test(text ?? '') ? (text ?? '') : '');

/** What was typed, for every one of the inputs as far as a card has room; `cut`: those that are not whole. */
export function filled(
  inputs: readonly string[],
  typed: Readonly<Record<string, string>>,
): { values: Record<string, string>; cut: readonly string[] } {
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
