import type { Bank } from '../../core/banks.ts';
import { addMonths, dayOf } from '../../core/calendar.ts';
import type { Context } from '../../core/features.ts';
import { nextOpening, nextWorkday, timeAt } from '../../core/workdays.ts';
import type { Inquiry } from './model.ts';
import { hoursOf } from './placing.ts';
import { closesAt, replySteps, type Step, stepsOf, WATCHES, type Watch, watched } from './rules/deadlines.ts';

/** What a change of an inquiry needs of the turn or the job that makes it. */
export type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

/** What a watch's job carries: the deadline that it was set for, and since when. */
export interface WatchData extends Record<string, unknown> {
  readonly inquiry: string;
  readonly watch: Watch;
  readonly due: number;
  readonly from: number;
}

const jobKey = (number: string, what: Watch | 'close' | 'expire') => `inquiry:${number}:${what}`;

/** The steps of a watch, in order. */
export function stepsFor(inquiry: Pick<Inquiry, 'urgent'>, { watch, due, from }: WatchData, bank: Bank): readonly Step[] {
  const hours = hoursOf(bank);
  return watch === 'reply' ? replySteps(from, hours) : stepsOf(due, watch, { from, urgent: inquiry.urgent, hours });
}

/** Sets the job for the first step of a watch that is still ahead of `after`. */
export function watchOn({ tx, bank }: Desk, inquiry: Inquiry, of: { data: WatchData; after: number }): void {
  const next = stepsFor(inquiry, of.data, bank).find(({ at }) => at > of.after);
  if (next) tx.later(jobKey(inquiry.number, of.data.watch), next.at, { job: 'inquiries.watch', data: of.data });
}

/** Starts, moves and ends what is watched, from what was to what is. */
export function watch(desk: Desk, before: Inquiry | undefined, after: Inquiry): void {
  for (const each of WATCHES) {
    const was = before && watched(before, each);
    const due = watched(after, each);
    if (due === was) continue;
    if (due === undefined) desk.tx.cancel(jobKey(after.number, each));
    else watchOn(desk, after, { data: { inquiry: after.number, watch: each, due, from: desk.now }, after: desk.now });
  }
}

/** States in which nothing is owed to anybody any more. */
const isDone = ({ state }: Pick<Inquiry, 'state'>) => state === 'closed' || state === 'withdrawn' || state === 'referred';

/** Sets the jobs that close what is answered and take out the texts of what is done. */
export function endings({ tx, now, bank }: Desk, before: Inquiry | undefined, after: Inquiry): void {
  const { number, state } = after;
  if (state === before?.state && after.removed === before.removed) return;
  const work = { data: { inquiry: number } };
  if (state === 'answered') tx.later(jobKey(number, 'close'), closesAt(now, hoursOf(bank)), { job: 'inquiries.close', ...work });
  else if (before?.state === 'answered') tx.cancel(jobKey(number, 'close'));
  if (after.removed !== null) tx.cancel(jobKey(number, 'expire'));
  else if (isDone(after)) tx.later(jobKey(number, 'expire'), addMonths(now, bank.keptMonths), { job: 'inquiries.expire', ...work });
  else if (before && isDone(before)) tx.cancel(jobKey(number, 'expire'));
}

/** The next opening that is still ahead: today's, before office hours. */
export function nextMorning({ bank, now }: Pick<Desk, 'bank' | 'now'>): number {
  const hours = hoursOf(bank);
  const opening = nextOpening(now, hours);
  return opening > now ? opening : timeAt(nextWorkday(dayOf(now)), hours.from);
}

/** When it is next looked whether everything that is open has somebody who is there. */
export function lookAgain({ tx }: Desk, at: number): void {
  tx.later('inquiries:morning', at, { job: 'inquiries.morning', data: {} });
}
