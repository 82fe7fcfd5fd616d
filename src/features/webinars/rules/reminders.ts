import { dayOf } from '../../../core/calendar.ts';
import { addDays, timeAt, timeOfDay } from '../../../core/workdays.ts';
import type { Reminder, Webinar } from '../model.ts';

type Reminded = Pick<Webinar, 'startsAt' | 'start' | 'reminders'>;

const HOUR_MS = 3_600_000;
/** Nobody is reminded at night, by the clock in Norway: from the evening on until the morning. */
const MORNING = '07:00';
const EVENING = '20:00';
/** What would come in the evening comes shortly before. */
const BEFORE_EVENING = '19:45';
/** When those of an event without times come. */
const WHOLE_DAY = '09:00';

/** Whether anybody may be reminded at this time of day. */
export function mayRemindAt(now: number): boolean {
  const time = timeOfDay(now);
  return time >= MORNING && time < EVENING;
}

/** When it is morning next: the same day for what comes before. */
export function morningAfter(now: number): number {
  const day = dayOf(now);
  return timeAt(timeOfDay(now) < MORNING ? day : addDays(day, 1), MORNING);
}

/** `at`, or the nearest time by day that is no help too late. */
function byDay(at: number, startsAt: number): number {
  if (mayRemindAt(at)) return at;
  const day = dayOf(at);
  if (timeOfDay(at) >= EVENING) return timeAt(day, BEFORE_EVENING);
  const morning = timeAt(day, MORNING);
  return morning < startsAt ? morning : timeAt(addDays(day, -1), BEFORE_EVENING);
}

const DAYS_BEFORE = { week: 7, day: 1, channel: 1 } as const;

/** When a reminder comes; undefined for an hour before what has no time. */
function timeFor(reminder: Reminder, { startsAt, start }: Reminded): number | undefined {
  if (reminder === 'hour') return start === null ? undefined : byDay(startsAt - HOUR_MS, startsAt);
  const time = start === null ? WHOLE_DAY : timeOfDay(startsAt);
  return byDay(timeAt(addDays(dayOf(startsAt), -DAYS_BEFORE[reminder]), time), startsAt);
}

interface Due {
  readonly reminder: Reminder;
  readonly at: number;
}

/** From the farthest to the nearest; the one for the channel goes to others, and comes last. */
const ORDER: readonly Reminder[] = ['week', 'day', 'hour', 'channel'];

/** All that an event is to have, in order of time. Of two for the same people at one time the nearer stays. */
function allOf(webinar: Reminded): Due[] {
  const due = ORDER.flatMap((reminder): Due[] => {
    const at = webinar.reminders.includes(reminder) ? timeFor(reminder, webinar) : undefined;
    return at === undefined ? [] : [{ reminder, at }];
  });
  const isOvertaken = ({ at }: Due, n: number) => due.slice(n + 1).some((nearer) => nearer.reminder !== 'channel' && nearer.at <= at);
  return due.filter((each, n) => !isOvertaken(each, n)).sort((one, other) => one.at - other.at);
}

/** The reminders that are still to come, in order of time: never at night, and never after it has begun. */
export function remindersAhead(webinar: Reminded, now: number): Due[] {
  return allOf(webinar).filter(({ at }) => at > now && at < webinar.startsAt);
}

/** Whether a reminder that comes now comes too late: it was for another day, the event has begun, the next one is due as well, or it is no longer to come at all. */
export function isStale(reminder: Reminder, webinar: Reminded, now: number): boolean {
  if (now >= webinar.startsAt) return true;
  const all = allOf(webinar);
  const own = all.find((due) => due.reminder === reminder);
  // «I morgen» is true on one day only.
  if (own !== undefined && dayOf(own.at) !== dayOf(now)) return true;
  return own === undefined || all.some(({ reminder: other, at }) => other !== 'channel' && at > own.at && at <= now);
}
