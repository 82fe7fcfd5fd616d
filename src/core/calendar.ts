import { DateTime } from 'luxon';
import type { Locale } from './locale.ts';

/** Where the days of this bot begin and end. */
const ZONE = 'Europe/Oslo';

const DATE_FORMATS: { readonly [L in Locale]: string } = { nb: 'd. LLLL yyyy', nn: 'd. LLLL yyyy', en: 'd LLLL yyyy' };

/** A date written out: `2023-12-31` → «31. desember 2023», «31 December 2023». Throws a RangeError on what is no date. */
export function readDate(date: string, locale: Locale): string {
  const day = DateTime.fromFormat(date, 'yyyy-MM-dd', { zone: ZONE });
  if (!day.isValid) throw new RangeError(`not a date: ${date}`);
  return day.setLocale(locale).toFormat(DATE_FORMATS[locale]);
}

/** The day in Norway at `nowMs` (epoch ms), `YYYY-MM-DD`. Throws a RangeError on what is no time. */
export function dayOf(nowMs: number): string {
  const day = DateTime.fromMillis(nowMs, { zone: ZONE }).toISODate();
  if (day === null) throw new RangeError(`not a time: ${nowMs}`);
  return day;
}
