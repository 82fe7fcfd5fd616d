import { addMonths, dayOf } from '../../core/calendar.ts';
import type { Context, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { JOB } from '../../core/outbox.ts';
import { nextWorkday, timeAt } from '../../core/workdays.ts';
import { nextStartAt } from './rules/checking.ts';

type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

/** What leaders changed is shown to the centre together, the next working morning. */
const DIGEST_TIME = '08:00';
const NEXT_CHECK = 'contacts:check';

/** What leaders changed comes to the centre with all else that they change until then. */
export function digestSoon({ tx, now }: Desk): void {
  tx.later('contacts:digest', timeAt(nextWorkday(dayOf(now)), DIGEST_TIME), { job: 'contacts.digest', data: {} });
}

/** Months after which the address of somebody who left goes from the record. */
const KEPT_AFTER_LEAVING = 3;

/** What is kept of somebody who left goes in time, unless they are back by then. */
export function forgetLater(
  { tx, now }: Desk,
  data: { readonly team: string; readonly part: 'leader' | 'deputy'; readonly name: string },
): void {
  tx.later(`contacts:left:${data.team}:${data.part}`, addMonths(now, KEPT_AFTER_LEAVING), { job: 'contacts.forgetLeft', data });
}

/** The next round comes by itself, so many months after `after` (half a year, unless said otherwise). */
export function nextCheck({ tx, now }: Desk, months?: number): void {
  tx.later(NEXT_CHECK, nextStartAt(now, months), { job: 'contacts.startCheck', data: {} });
}

/** When the next round comes by itself; undefined where none is to come. */
export async function nextCheckAt(tx: Pick<Tx, 'get'>): Promise<number | undefined> {
  const job = await tx.get(JOB, idFrom(NEXT_CHECK));
  return job?.state === 'waiting' ? job.at : undefined;
}

/** A round goes on: at once, or when somebody has been waited for long enough. */
export function roundOn({ tx }: Pick<Desk, 'tx'>, check: string, at: number): void {
  tx.later(`contacts:${check}:round`, at, { job: 'contacts.round', data: { check } });
}
