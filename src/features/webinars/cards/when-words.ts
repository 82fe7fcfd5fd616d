import { readDate } from '../../../core/calendar.ts';
import { isoTime } from '../../../core/clock.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import { capital } from '../../../core/words.ts';
import { readDay } from '../../../core/workdays.ts';
import type { When } from '../model.ts';

const until: Texts = { nb: 'til', nn: 'til', en: 'to' };

/** «13.00», «13:00». */
const clock = (time: string, locale: Locale): string => (locale === 'en' ? time : time.replace(':', '.'));

/** « kl. 13.00», « at 13:00»; '' for no time. */
function atTime(time: string | null, locale: Locale): string {
  if (time === null) return '';
  return locale === 'en' ? ` at ${clock(time, locale)}` : ` kl. ${clock(time, locale)}`;
}

const yearOf = (day: string): string => day.slice(0, 4);
const dayWithYear = (day: string, locale: Locale): string => `${readDay(day, locale)} ${yearOf(day)}`;

/** «torsdag 12.» of «torsdag 12. mars». */
const withoutMonth = (day: string): string => day.replace(/ \S+$/, '');

/** When in its day: «kl. 13.00–14.30», «13:00–14:30»; '' where it lasts the whole day. */
export function hoursText({ start, end }: Pick<When, 'start' | 'end'>, locale: Locale): string {
  if (start === null) return '';
  const hours = end === null ? clock(start, locale) : `${clock(start, locale)}–${clock(end, locale)}`;
  return locale === 'en' ? hours : `kl. ${hours}`;
}

function daysText({ date, endDate, start, end }: When, locale: Locale, last: string): string {
  const isSameYear = yearOf(date) === yearOf(endDate);
  const isPlain = start === null && date.slice(0, 7) === endDate.slice(0, 7);
  const first = isSameYear ? readDay(date, locale) : dayWithYear(date, locale);
  return `${isPlain ? withoutMonth(first) : first}${atTime(start, locale)} ${until[locale]} ${last}${atTime(end, locale)}`;
}

/**
 * When it is, to stand in a sentence: «torsdag 5. mars 2026 kl. 13.00–14.30», «torsdag 12. til fredag 13. mars 2026». `year`: the year that
 * the reader has in mind, which is not said.
 */
export function whenText(when: When, locale: Locale, year?: string): string {
  const { date, endDate } = when;
  const last = yearOf(endDate) === year ? readDay(endDate, locale) : dayWithYear(endDate, locale);
  if (date !== endDate) return daysText(when, locale, last);
  const hours = hoursText(when, locale);
  return hours === '' ? last : `${last}${locale === 'en' ? ', ' : ' '}${hours}`;
}

const own: Texts = { nb: 'Din tid', nn: 'Di tid', en: 'Your time' };

/** When it begins where the reader is: the reader's Teams writes it out. */
export function ownTimeText(startsAt: number, locale: Locale): string {
  const utc = isoTime(startsAt).replace(/\.\d+Z$/, 'Z');
  return `${own[locale]}: {{DATE(${utc},COMPACT)}} {{TIME(${utc})}}`;
}

/** A month as a choice: `2026-03` → «Mars 2026». */
export function monthName(month: string, locale: Locale): string {
  return capital(readDate(`${month}-01`, locale).replace(/^1\.? /, ''));
}
