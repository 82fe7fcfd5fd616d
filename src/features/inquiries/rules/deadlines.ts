import { dayOf } from '../../../core/calendar.ts';
import { afterWorkdays, afterWorkingTime, nextOpening, nextWorkday, type OfficeHours, timeAt } from '../../../core/workdays.ts';
import type { Deadline } from '../cards/data.ts';
import type { Inquiry } from '../model.ts';

const HOUR_MS = 60 * 60_000;

/** A first word within a working day and the answer within three: what the centre can hold with part-time advisers. */
const ORDINARY = { first: { count: 1, unit: 'workdays' }, answer: { count: 3, unit: 'workdays' } } as const;
/** What is urgent is seen to the same day, and answered by the next. */
const URGENT = { first: { count: 2, unit: 'hours' }, answer: { count: 1, unit: 'workdays' } } as const;
/** A word that answers a question back gives the adviser at least this much again. */
const AFTER_REPLY = { count: 1, unit: 'workdays' } as const;
/** The asker is reminded of a question back, and then the adviser told that nothing comes. */
const REPLY_REMINDER_WORKDAYS = 2;
const REPLY_SILENT_WORKDAYS = 5;
/** An answered inquiry that nobody opens again is closed. */
const CLOSE_AFTER_WORKDAYS = 10;

type Term = { readonly count: number; readonly unit: Deadline['unit'] };

function ends(at: number, { count, unit }: Term, hours: OfficeHours): number {
  return unit === 'workdays' ? afterWorkdays(at, count, hours) : afterWorkingTime(at, count * HOUR_MS, hours);
}

/** By when the first word to the asker and the answer are due, for what is sent at `at`. */
export function deadlinesFor(at: number, urgent: boolean, hours: OfficeHours): { readonly first: Deadline; readonly answer: Deadline } {
  const { first, answer } = urgent ? URGENT : ORDINARY;
  return { first: { ...first, at: ends(at, first, hours) }, answer: { ...answer, at: ends(at, answer, hours) } };
}

/** The answer's deadline once the asker has replied: never earlier than it was. */
export function dueAfterReply(due: number, at: number, hours: OfficeHours): number {
  return Math.max(due, ends(at, AFTER_REPLY, hours));
}

export function closesAt(at: number, hours: OfficeHours): number {
  return nextOpening(afterWorkdays(at, CLOSE_AFTER_WORKDAYS, hours), hours);
}

/** What is watched: the first word, the answer, and the asker's reply to a question back. */
export const WATCHES = ['first', 'answer', 'reply'] as const;
export type Watch = (typeof WATCHES)[number];

/** `adviser`: reminded before; `due`: the card shows it; then the `deputy` and the `coordinator`. `asker`: reminded; `silent`: the adviser is told. */
export type Stage = 'adviser' | 'due' | 'deputy' | 'coordinator' | 'asker' | 'silent';

export interface Step {
  readonly stage: Stage;
  readonly at: number;
}

/** When it is called upon whom for a deadline that was set at `from`, in order; always in working time but for the card's own mark. */
export function stepsOf(due: number, watch: Exclude<Watch, 'reply'>, given: { from: number; urgent: boolean; hours: OfficeHours }): Step[] {
  const { from, urgent, hours } = given;
  const { unit } = (urgent ? URGENT : ORDINARY)[watch];
  const opening = timeAt(dayOf(due), hours.from);
  const halfway = afterWorkingTime(from, HOUR_MS, hours);
  const reminder = unit === 'hours' ? Math.min(halfway, due) : Math.max(opening, Math.min(halfway, due));
  const deputy = nextOpening(due, hours);
  const coordinator = urgent ? afterWorkingTime(deputy, 2 * HOUR_MS, hours) : timeAt(nextWorkday(dayOf(deputy)), hours.from);
  return [
    { stage: 'adviser', at: reminder },
    { stage: 'due', at: due },
    { stage: 'deputy', at: deputy },
    { stage: 'coordinator', at: coordinator },
  ];
}

/** When it is called upon whom for a question back that was sent at `from`. */
export function replySteps(from: number, hours: OfficeHours): Step[] {
  return [
    { stage: 'asker', at: nextOpening(afterWorkdays(from, REPLY_REMINDER_WORKDAYS, hours), hours) },
    { stage: 'silent', at: nextOpening(afterWorkdays(from, REPLY_SILENT_WORKDAYS, hours), hours) },
  ];
}

/** The deadline that a watch is about, as the inquiry has it now; undefined when there is nothing to watch any more. */
export function watched(inquiry: Inquiry, watch: Watch): number | undefined {
  const { state, respondedAt, dueFirst, dueAnswer } = inquiry;
  if (watch === 'reply') return state === 'asked' ? (inquiry.events.findLast(({ what }) => what === 'asked')?.at ?? undefined) : undefined;
  if (state !== 'new' && state !== 'taken') return undefined;
  if (watch === 'answer') return dueAnswer;
  return respondedAt === null ? dueFirst : undefined;
}

/** Whether the next thing that an adviser owes is late. */
export function isOverdue(inquiry: Inquiry, now: number): boolean {
  const due = watched(inquiry, 'first') ?? watched(inquiry, 'answer');
  return (due !== undefined && due <= now) || (watched(inquiry, 'answer') ?? Number.POSITIVE_INFINITY) <= now;
}
