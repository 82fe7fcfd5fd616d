import { easter } from 'date-easter';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { dayOf } from './calendar.ts';
import { isoTime } from './clock.ts';
import type { Locale } from './locale.ts';

/** Days are `YYYY-MM-DD` and times of day `HH:MM`, both in Norway; moments are epoch ms. What is none of these is a RangeError. */

const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a bank answers on a working day. It is open at `from` and closed at `to`, which is later the same day. */
export interface OfficeHours {
  readonly from: string;
  readonly to: string;
}

/** For banks that give none: the office hours that Norwegian public bodies keep at least, all year round. */
export const STANDARD_HOURS: OfficeHours = { from: '08:00', to: '15:30' };

const isoDate = z.iso.date();

/** The start of a day in UTC: for counting days, which are all equally long there. */
function counted(day: string): number {
  if (!isoDate.safeParse(day).success) throw new RangeError(`not a day: ${day}`);
  return Date.parse(day);
}

export function addDays(day: string, n: number): string {
  return isoTime(counted(day) + n * DAY_MS).slice(0, 10);
}

export function weekdayOf(day: string): Weekday {
  const sinceThursday = counted(day) / DAY_MS;
  return WEEKDAYS[(((sinceThursday + 3) % 7) + 7) % 7] ?? 'mon';
}

/** Public holidays in Norway (lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdager), as month and day … */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-17', '12-25', '12-26'] as const;
/** … and in days after Easter Sunday: Maundy Thursday, Good Friday, both Easter days, Ascension Day, both days of Pentecost. */
const HOLIDAYS_AFTER_EASTER = [-3, -2, 0, 1, 39, 49, 50] as const;

const holidaysOf = new Map<string, ReadonlySet<string>>();

/** The public holidays of a year. Christmas Eve and the like are none. */
function holidaysIn(year: string): ReadonlySet<string> {
  const known = holidaysOf.get(year);
  if (known) return known;
  const { month, day } = easter(Number(year));
  const sunday = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const found = new Set([
    ...FIXED_HOLIDAYS.map((date) => `${year}-${date}`),
    ...HOLIDAYS_AFTER_EASTER.map((days) => addDays(sunday, days)),
  ]);
  holidaysOf.set(year, found);
  return found;
}

/** Monday to Friday, and no public holiday in Norway. */
export function isWorkday(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 'sat' && weekday !== 'sun' && !holidaysIn(day.slice(0, 4)).has(day);
}

/** The first working day after a day. */
export function nextWorkday(day: string): string {
  let next = addDays(day, 1);
  while (!isWorkday(next)) next = addDays(next, 1);
  return next;
}

/** A time of day. One that the clock skips in spring is an hour later; one that it shows twice in autumn is either. */
export function timeAt(day: string, time: string): number {
  const found = DateTime.fromISO(`${day}T${time}`, { zone: ZONE });
  if (!found.isValid) throw new RangeError(`not a time of day: ${day} ${time}`);
  return found.toMillis();
}

interface Span {
  readonly opens: number;
  readonly closes: number;
}

function spanOf(day: string, { from, to }: OfficeHours): Span {
  const [opens, closes] = [timeAt(day, from), timeAt(day, to)];
  if (opens >= closes) throw new RangeError(`no office hours: ${from} to ${to}`);
  return { opens, closes };
}

/** The open span that `at` lies in, else the next. */
function spanFrom(at: number, hours: OfficeHours): Span {
  const day = dayOf(at);
  if (isWorkday(day)) {
    const today = spanOf(day, hours);
    if (at < today.closes) return today;
  }
  return spanOf(nextWorkday(day), hours);
}

export function isOpen(at: number, hours: OfficeHours): boolean {
  return spanFrom(at, hours).opens <= at;
}

/** `at` itself when open then, else when it opens next. */
export function nextOpening(at: number, hours: OfficeHours): number {
  return Math.max(at, spanFrom(at, hours).opens);
}

/** Closing time of the `count`-th working day after the day of `at`, which never counts itself; `count` is 1 or more. */
export function afterWorkdays(at: number, count: number, hours: OfficeHours): number {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of working days: ${count}`);
  let day = dayOf(at);
  for (let passed = 0; passed < count; passed++) day = nextWorkday(day);
  return spanOf(day, hours).closes;
}

/** When `ms` of office hours have gone by since `at`. What ends with the day ends at closing time, not at the next opening. */
export function afterWorkingTime(at: number, ms: number, hours: OfficeHours): number {
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`not a working time: ${ms}`);
  let left = ms;
  let span = spanFrom(at, hours);
  let start = Math.max(at, span.opens);
  while (left > span.closes - start) {
    left -= span.closes - start;
    span = spanFrom(span.closes, hours);
    start = span.opens;
  }
  return start + left;
}

/** Milliseconds of office hours between two moments; 0 when `to` is not after `from`. */
export function workingTimeBetween(from: number, to: number, hours: OfficeHours): number {
  let sum = 0;
  for (let span = spanFrom(from, hours); span.opens < to; span = spanFrom(span.closes, hours))
    sum += Math.max(0, Math.min(to, span.closes) - Math.max(from, span.opens));
  return sum;
}

type Readers = { readonly [L in Locale]: Intl.DateTimeFormat };
const readersOf = (options: Intl.DateTimeFormatOptions): Readers => ({
  nb: new Intl.DateTimeFormat('nb-NO', options),
  nn: new Intl.DateTimeFormat('nn-NO', options),
  en: new Intl.DateTimeFormat('en-GB', options),
});
const written = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const days = readersOf({ ...written, timeZone: 'UTC' });
const dates = readersOf({ ...written, timeZone: ZONE });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });

/** The time of day in Norway, `HH:MM`. */
export function timeOfDay(at: number): string {
  return clock.format(at);
}

/** Whether the clock skips this time of the day when summer time begins. */
export function isSkipped(day: string, time: string): boolean {
  return timeOfDay(timeAt(day, time)) !== time;
}

/** «torsdag 5. mars», «Thursday 5 March». */
export function readDay(day: string, locale: Locale): string {
  return days[locale].format(counted(day));
}

/** «torsdag 5. mars kl. 15.30», «Thursday 5 March at 15:30». */
export function readMoment(at: number, locale: Locale): string {
  const [date, time] = [dates[locale].format(at), timeOfDay(at)];
  return locale === 'en' ? `${date} at ${time}` : `${date} kl. ${time.replace(':', '.')}`;
}
