import ICAL from 'ical.js';
import { dayOf } from '../core/calendar.ts';
import { addDays, timeOfDay } from '../core/workdays.ts';
import { CalendarFault, type Component, propertyOf } from './ics-lines.ts';
import type { Zones } from './ics-zones.ts';

/** When an event takes place, by Norwegian clocks. */
export interface ImportedSpan {
  readonly date: string;
  /** The last day; the first one again where it lasts a day. */
  readonly endDate: string;
  /** `HH:MM`; null where it lasts whole days. */
  readonly start: string | null;
  /** Null where it lasts whole days, and where the file does not say when it ends. */
  readonly end: string | null;
}

/** A moment (epoch ms), or a day and when it begins. */
interface When {
  readonly at: number;
  readonly isDay: boolean;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;
const VALUE = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/;
const DURATION = /^\+?P[\dTWDHMS]{1,40}$/;
/** In other years an event is mistyped. */
const YEARS = /^(?:19[7-9]|2[01]\d)/;

function whenOf(event: Component, name: string, zones: Zones): When | undefined {
  const property = propertyOf(event, name);
  if (!property) return undefined;
  const [, year = '', month, date, hour, minute, utc] = VALUE.exec(property.written) ?? [];
  if (!YEARS.test(year)) throw new CalendarFault(`${name} er ikke en dato mellom 1970 og 2199`);
  const day = `${year}-${month}-${date}`;
  if (hour === undefined) return { at: zones(undefined)(day, '00:00'), isDay: true };
  const { tzid } = property.parameters;
  const zone = utc ? 'UTC' : tzid === undefined ? undefined : String(tzid);
  return { at: zones(zone)(day, `${hour}:${minute}`), isDay: false };
}

function durationOf(event: Component): number | undefined {
  const property = propertyOf(event, 'DURATION');
  if (!property) return undefined;
  if (!DURATION.test(property.written)) throw new CalendarFault('DURATION er ikke en varighet');
  try {
    return ICAL.Duration.fromString(property.written).toSeconds() * 1000;
  } catch {
    throw new CalendarFault('DURATION er ikke en varighet');
  }
}

/** When it ends (epoch ms); undefined where the file does not say so. */
function endOf(event: Component, start: When, zones: Zones): number | undefined {
  const end = whenOf(event, 'DTEND', zones);
  if (end && end.isDay !== start.isDay) throw new CalendarFault('starten er en dag og slutten et klokkeslett, eller omvendt');
  const lasts = end ? end.at - start.at : durationOf(event);
  if (lasts === undefined) return undefined;
  if (lasts < 0) throw new CalendarFault('den slutter før den begynner');
  if (lasts > MOST_DAYS * DAY_MS) throw new CalendarFault('den varer lenger enn et år');
  return lasts === 0 ? undefined : start.at + lasts;
}

/** Norwegian time of an event. Throws a CalendarFault where it can't be told. */
export function importedSpan(event: Component, zones: Zones): ImportedSpan {
  const start = whenOf(event, 'DTSTART', zones);
  if (!start) throw new CalendarFault('den har ingen start (DTSTART)');
  const end = endOf(event, start, zones);
  const date = dayOf(start.at);
  if (start.isDay) return wholeDays(date, end === undefined ? addDays(date, 1) : dayOf(end));
  const from = timeOfDay(start.at);
  if (end === undefined) return { date, endDate: date, start: from, end: null };
  const to = timeOfDay(end);
  /** Some programs write whole days so. */
  if (from === '00:00' && to === '00:00') return wholeDays(date, dayOf(end));
  return { date, endDate: dayOf(end), start: from, end: to };
}

/** A calendar's last day is the one before that on which it is over. */
function wholeDays(date: string, over: string): ImportedSpan {
  const last = addDays(over, -1);
  return { date, endDate: last < date ? date : last, start: null, end: null };
}
