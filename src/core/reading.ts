import { z } from 'zod';

/** What people type and files hold, read one value at a time: undefined for what is none. */

/** Signs that nobody sees: those that steer, that turn what is read around, halves of signs, blanks that are no space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** White space but for the mark that files begin with. */
const BLANK = /[\s--\ufeff]+/gv;

/** A text in one line, without what nobody sees. */
export function lineOf(text: string): string {
  return text.replace(BLANK, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim().normalize('NFC');
}

const UNSEEN_IN_LINES = /[[\p{Cc}\p{Cf}\p{Cs}]--[\n\t\u200d]]/gv;

/** A text in lines, without what nobody sees. */
export function linesOf(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN_IN_LINES, '')
    .trim()
    .normalize('NFC');
}

/** The parts of a list, without empty ones and repetitions. */
export function partsOf(text: string, separator: RegExp): string[] {
  return [
    ...new Set(
      text
        .split(separator)
        .map(lineOf)
        .filter((part) => part !== ''),
    ),
  ];
}

const isoDate = z.iso.date();
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
/** No date and no time that anybody writes is longer. */
const LONGEST_MOMENT = 60;

const MONTHS = [
  ...(['januar|january', 'februar|february', 'mars|march', 'april', 'mai|may', 'juni|june', 'juli|july', 'august'] as const),
  ...(['september', 'oktober|october', 'november', 'desember|december'] as const),
].map((names) => names.split('|'));
const SHORTEST_MONTH = 3;

/** «5. mars 2026», «5 Mar 2026»: the number of the month; 0 for what is none. */
function monthOf(name: string): number {
  return name.length < SHORTEST_MONTH ? 0 : MONTHS.findIndex((names) => names.some((each) => each.startsWith(name))) + 1;
}

const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const NORWEGIAN = /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4}|\d{2})$/;
const WRITTEN = /^(?<day>\d{1,2})\.? ?(?<name>\p{L}+)\.? (?<year>\d{4})$/u;

/** `2026-03-05`, `5.3.2026`, `5.3.26`, `5. mars 2026` → `2026-03-05`. Only of this century and the year 2100. */
export function dayFrom(text: string): string | undefined {
  if (text.length > LONGEST_MOMENT) return undefined;
  const line = lineOf(text).toLowerCase();
  const { year = '', month, name = '', day = '' } = (ISO.exec(line) ?? NORWEGIAN.exec(line) ?? WRITTEN.exec(line))?.groups ?? {};
  const parts = [year.length === 2 ? `20${year}` : year, month ?? String(monthOf(name)), day];
  const found = parts.map((part) => part.padStart(2, '0')).join('-');
  const isInTime = Number(parts[0]) >= FIRST_YEAR && Number(parts[0]) <= LAST_YEAR;
  return isInTime && isoDate.safeParse(found).success ? found : undefined;
}

const BEFORE_TIME = /^(?:kl|klokka|klokken|at)\b\.? ?/;
const TIME = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?:[:.]00)?)?$/;
const FOUR_DIGITS = /^(\d\d)(\d\d)$/;
/** «kl. 3» is as likely to be in the afternoon. */
const BARE_HOUR_FROM = 7;

/** `13:00`, `9:30`, `13.00`, `1300`, `kl. 13` → `13:00`. */
export function timeFrom(text: string): string | undefined {
  if (text.length > LONGEST_MOMENT) return undefined;
  const line = lineOf(text).toLowerCase().replace(BEFORE_TIME, '').replace(FOUR_DIGITS, '$1:$2');
  const { hour, minute } = TIME.exec(line)?.groups ?? {};
  if (hour === undefined || Number(hour) > 23 || Number(minute ?? 0) > 59) return undefined;
  if (minute === undefined && hour.length === 1 && Number(hour) < BARE_HOUR_FROM) return undefined;
  return `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

const MOMENT = /^(?<date>.+?)[t, ]+(?:kl\.? ?)?(?<time>\d{1,2}[:.]\d{2})(?::\d{2}(?:\.\d{1,9})?)? ?(?<offset>z|[+-]\d{2}:?\d{2})?$/;

/** A day and what is said of the time of day: an offset from UTC, if any, as `Z` or `+01:00`. */
export interface Moment {
  readonly date: string;
  readonly time?: string;
  readonly offset?: string;
}

/** `2026-03-05`, `2026-03-05T08:00`, `5.3.2026 kl. 08.00`, `2026-03-05T08:00+01:00`. */
export function momentFrom(text: string): Moment | undefined {
  const bare = dayFrom(text);
  if (bare !== undefined) return { date: bare };
  if (text.length > LONGEST_MOMENT) return undefined;
  const groups = MOMENT.exec(lineOf(text).toLowerCase())?.groups ?? {};
  const [date, time] = [dayFrom(groups.date ?? ''), timeFrom(groups.time ?? '')];
  if (date === undefined || time === undefined) return undefined;
  const offset = groups.offset?.toUpperCase().replace(/^([+-]\d\d):?/, '$1:');
  return { date, time, ...(offset !== undefined && { offset }) };
}

/** What no web address has in it. */
const NOT_IN_LINK = /[\s<>"\\^`{|}]/;

/** A web address, as it was written. One that says who logs in only looks as if it led where it begins. */
export function linkFrom(text: string): string | undefined {
  const line = lineOf(text);
  if (!/^https?:\/\/./i.test(line) || NOT_IN_LINK.test(line)) return undefined;
  const link = URL.parse(line);
  return link && /^https?:$/.test(link.protocol) && link.username === '' && link.password === '' ? line : undefined;
}

/** A whole number within these limits, written in digits alone. */
export function wholeNumberFrom(text: string, least: number, most: number): number | undefined {
  const line = lineOf(text);
  const number = /^\d{1,9}$/.test(line) ? Number(line) : undefined;
  return number !== undefined && number >= least && number <= most ? number : undefined;
}
