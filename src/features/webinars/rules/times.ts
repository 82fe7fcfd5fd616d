import { addDays, timeAt } from '../../../core/workdays.ts';
import type { State, Webinar, When } from '../model.ts';

/** Where an event is in its life. What is published goes through `announced`, `soon`, `live` and `over` as time goes by. */
export type Phase = Exclude<State, 'published'> | 'announced' | 'soon' | 'live' | 'over';

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;

/** From when until when, epoch ms: whole days from midnight to midnight. Throws a RangeError on what is no day or no time. */
export function spanOf({ date, endDate, start, end }: When): { startsAt: number; endsAt: number } {
  return {
    startsAt: timeAt(date, start ?? '00:00'),
    endsAt: end === null ? timeAt(addDays(endDate, 1), '00:00') : timeAt(endDate, end),
  };
}

type Timed = Pick<Webinar, 'state' | 'startsAt' | 'endsAt'>;

export function phaseOf({ state, startsAt, endsAt }: Timed, now: number): Phase {
  if (state !== 'published') return state;
  if (now >= endsAt) return 'over';
  if (now >= startsAt) return 'live';
  return now >= startsAt - SOON_MS ? 'soon' : 'announced';
}

/** When time alone brings the next phase; undefined when it brings none any more. */
export function nextPhaseAt({ state, startsAt, endsAt }: Timed, now: number): number | undefined {
  return state === 'published' ? [startsAt - SOON_MS, startsAt, endsAt].find((at) => at > now) : undefined;
}

const DAY_MS = 24 * HOUR_MS;
const MINUTES_A_DAY = 24 * 60;
const NOON = '12:00';

const dayNumber = (day: string) => Math.floor(timeAt(day, NOON) / DAY_MS);
/** How many days later the other one is. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** What is said of another time; what is left out stays as it was. */
export interface Move {
  readonly date?: string;
  readonly endDate?: string;
  readonly start?: string;
  readonly end?: string;
}

/**
 * The same event at another time. Without a new last day it lasts as many days as before; with a new start alone as long as before, by the
 * clock. Whether it can be so is not asked here: see `readMove`.
 */
export function moveTo(when: When, to: Move): When {
  const date = to.date ?? when.date;
  const endDate = to.endDate ?? addDays(date, daysBetween(when.date, when.endDate));
  const start = to.start ?? when.start;
  if (to.end !== undefined || to.endDate !== undefined || to.start === undefined || when.start === null || when.end === null)
    return { date, endDate, start, end: to.end ?? when.end };
  const end = minutesOf(when.end) + minutesOf(to.start) - minutesOf(when.start);
  const days = Math.floor(end / MINUTES_A_DAY);
  return { date, endDate: addDays(endDate, days), start, end: timeOf(end - days * MINUTES_A_DAY) };
}
