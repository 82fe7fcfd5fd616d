import { addMonths, dayOf } from '../../core/calendar.ts';
import type { Context, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { JOB } from '../../core/outbox.ts';
import { addDays, timeAt, weekdayOf } from '../../core/workdays.ts';
import { type News, REMINDERS, type Reminder, type Webinar } from './model.ts';
import { whenOf } from './rules/lifecycle.ts';
import { remindersAhead } from './rules/reminders.ts';
import { nextPhaseAt } from './rules/times.ts';

type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

/** A week's card goes out on Monday at this time; an hour before, it is looked whether every card still stands. */
const DIGEST_TIME = '08:00';
const CHECK_TIME = '07:00';
/** Presses are counted on the cards once in so long, ms: however many they are. */
const COUNT_EVERY_MS = 1_000;
/** Cards are sent within seconds of a change, ms. */
const LEDGER_AFTER_MS = 15_000;

const jobKey = (id: string, what: string) => `webinar:${id}:${what}`;

/** What a reminder's job carries: one of an earlier version is void. */
export interface ReminderData extends Record<string, unknown> {
  readonly webinar: string;
  readonly reminder: Reminder;
  readonly version: number;
}

/** What is told to those who are interested; `cursor`: from whom on. */
export interface TellData extends Record<string, unknown> {
  readonly webinar: string;
  readonly what: News;
  readonly version: number;
  readonly cursor?: string;
}

/** Sets, moves and ends what happens to an event in its own time. */
export function keepDates(desk: Desk, before: Webinar | undefined, after: Webinar): void {
  const { tx, bank } = desk;
  const { id, state } = after;
  const work = { data: { webinar: id } };
  const isSame = before?.state === state && before.startsAt === after.startsAt && before.endsAt === after.endsAt;
  if (state === 'scheduled' && after.publishAt !== null)
    tx.later(jobKey(id, 'publish'), after.publishAt, { job: 'webinars.publish', ...work });
  else if (before?.state === 'scheduled') tx.cancel(jobKey(id, 'publish'));
  if (!isSame) keepPhase(desk, after);
  if (!isSame || before.reminders.join() !== after.reminders.join() || before.version !== after.version) keepReminders(desk, before, after);
  if (!isSame && after.publishedAt !== null) {
    tx.later(jobKey(id, 'forget'), addMonths(after.endsAt, bank.keptMonths), { job: 'webinars.forget', ...work });
  }
}

/** Its cards are drawn anew when it is soon, begins and ends. */
export function keepPhase({ tx, now }: Desk, webinar: Webinar): void {
  const at = webinar.state === 'published' ? nextPhaseAt(webinar, now) : undefined;
  if (at === undefined) tx.cancel(jobKey(webinar.id, 'phase'));
  else tx.later(jobKey(webinar.id, 'phase'), at, { job: 'webinars.phase', data: { webinar: webinar.id } });
}

function keepReminders({ tx, now }: Desk, before: Webinar | undefined, after: Webinar): void {
  const { id, version } = after;
  const ahead = after.state === 'published' ? remindersAhead(after, now) : [];
  for (const reminder of REMINDERS) {
    const at = ahead.find((each) => each.reminder === reminder)?.at;
    const data: ReminderData = { webinar: id, reminder, version };
    if (at !== undefined) tx.later(jobKey(id, `remind:${reminder}`), at, { job: 'webinars.remind', data });
    else if (before?.state === 'published') tx.cancel(jobKey(id, `remind:${reminder}`));
  }
}

/** A reminder that can't be sent now comes later. */
export function remindAt({ tx }: Desk, at: number, data: ReminderData): void {
  tx.later(jobKey(data.webinar, `remind:${data.reminder}`), at, { job: 'webinars.remind', data });
}

/** Those who are interested are told, some at a time. */
export function tellOn({ tx, now }: Desk, { webinar, what, version, cursor }: TellData): void {
  const data: TellData = { webinar, what, version, ...(cursor !== undefined && { cursor }) };
  tx.later(jobKey(webinar, `tell:${what}`), now, { job: 'webinars.tell', data });
}

/** The cards of an event show what was pressed, together with all that is pressed until then. */
export function countLater({ tx, now }: Desk, webinar: string): void {
  const at = (Math.floor(now / COUNT_EVERY_MS) + 1) * COUNT_EVERY_MS;
  tx.later(jobKey(webinar, 'count'), at, { job: 'webinars.count', data: { webinar } });
}

/** The organiser's card shows where the others stand, once they have been sent. */
export function ledgerLater({ tx, now }: Desk, webinar: string): void {
  tx.later(jobKey(webinar, 'ledger'), now + LEDGER_AFTER_MS, { job: 'webinars.ledger', data: { webinar } });
}

/** The weeks' cards that stand show an event as it is now. */
export function keepDigests({ tx, now }: Desk, before: Webinar | undefined, after: Webinar): void {
  const shows = (of: Webinar | undefined) =>
    JSON.stringify(of && of.publishedAt !== null && { ...whenOf(of), title: of.title, state: of.state, banks: of.banks });
  if (after.publishedAt === null || shows(before) === shows(after)) return;
  const banks = [...new Set([...(before?.banks ?? []), ...after.banks])];
  tx.later(jobKey(after.id, 'digests'), now, { job: 'webinars.digests', data: { banks } });
}

/** Who was interested is forgotten, some at a time. */
export function forgetOn({ tx, now }: Desk, webinar: string): void {
  tx.later(jobKey(webinar, 'forget'), now, { job: 'webinars.forget', data: { webinar } });
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  let monday = day;
  while (weekdayOf(monday) !== 'mon') monday = addDays(monday, -1);
  return monday;
}

function nextMonday(now: number, time: string): number {
  const today = timeAt(mondayOf(dayOf(now)), time);
  return today > now ? today : timeAt(addDays(mondayOf(dayOf(now)), 7), time);
}

export const DIGEST_JOB = 'webinars:digest';
export const CHECK_JOB = 'webinars:check';

/** Whether a job is still to come: one that was given up is not. */
export async function isToCome(tx: Pick<Tx, 'get'>, key: string): Promise<boolean> {
  return (await tx.get(JOB, idFrom(key)))?.state === 'waiting';
}

/** The next week's card. */
export function digestOn({ tx, now }: Desk): void {
  tx.later(DIGEST_JOB, nextMonday(now, DIGEST_TIME), { job: 'webinars.digest', data: {} });
}

/** Every card is looked at now. */
export function checkNow({ tx, now }: Desk): void {
  tx.later(CHECK_JOB, now, { job: 'webinars.check', data: {} });
}

/** The next look at every card; `cursor`: at the rest of them at once. */
export function checkOn({ tx, now }: Desk, cursor?: string): void {
  const at = cursor === undefined ? nextMonday(now, CHECK_TIME) : now;
  tx.later(CHECK_JOB, at, { job: 'webinars.check', data: cursor === undefined ? {} : { cursor } });
}
