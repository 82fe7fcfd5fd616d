import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Locale } from './locale.ts';

/** Where the days of this bot begin and end. */
const ZONE = 'Europe/Oslo';

const isoDate = z.iso.date();
const written = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const readers: { readonly [L in Locale]: Intl.DateTimeFormat } = {
  nb: new Intl.DateTimeFormat('nb-NO', written),
  nn: new Intl.DateTimeFormat('nn-NO', written),
  en: new Intl.DateTimeFormat('en-GB', written),
};
/** Sweden writes dates as ISO does. */
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** A date written out: `2023-12-31` → «31. desember 2023», «31 December 2023». Throws a RangeError on what is no date. */
export function readDate(date: string, locale: Locale): string {
  if (!isoDate.safeParse(date).success) throw new RangeError(`not a date: ${date}`);
  return readers[locale].format(Date.parse(date));
}

/** The day in Norway at `nowMs` (epoch ms), `YYYY-MM-DD`. Throws a RangeError on what is no time. */
export function dayOf(nowMs: number): string {
  return days.format(nowMs);
}

/** The same time of day in Norway so many months later, epoch ms; at the month's last day where it has no such day. */
export function addMonths(at: number, months: number): number {
  return DateTime.fromMillis(at, { zone: ZONE }).plus({ months }).toMillis();
}
