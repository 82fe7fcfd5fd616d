import { z } from 'zod';
import { sizeOf } from './fit.ts';
import { clip } from './markdown.ts';

/** What a form is filled with. */

const isoDate = z.iso.date();

/** A day that a field for days can hold; '' for anything else. */
export const dateOrNone = (text: string | null | undefined): string => (isoDate.safeParse(text).success ? (text ?? '') : '');

/** What was typed, for every one of the inputs as far as it has room (bytes of the card); `cut`: those that are not whole. */
export function filled(
  inputs: readonly string[],
  typed: Readonly<Record<string, string>>,
  roomOf: (input: string) => number,
): { readonly values: Record<string, string>; readonly cut: readonly string[] } {
  const cut: string[] = [];
  const values = inputs.map((input) => {
    const text = typed[input] ?? '';
    const room = roomOf(input);
    let shown = text;
    while (sizeOf(shown) > room) shown = clip(shown, Math.floor((shown.length * room) / (sizeOf(shown) + 1)));
    if (shown !== text) cut.push(input);
    return [input, shown] as const;
  });
  return { values: Object.fromEntries(values), cut };
}
