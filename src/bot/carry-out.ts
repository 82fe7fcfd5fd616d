import type { Clock } from '../core/clock.ts';
import { Unavailable } from '../core/errors.ts';
import type { Feature } from '../core/features.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { banksOf } from './access.ts';
import { sentenceFor } from './failures.ts';
import type { Here, Planned } from './plan.ts';
import { type Committed, runTurn } from './turns.ts';

/** Sends what a turn left in the outbox. */
export interface Sender {
  sendNow(bank: string, row: string, unstored?: Readonly<Record<string, unknown>>): Promise<void>;
  settled(bank: string, row: string): Promise<unknown>;
  wake(): void;
}

export interface Answered {
  readonly reply: Reply;
  readonly locale: Locale;
}

export interface CarryOutOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly features: readonly Feature[];
  readonly delivery: Sender;
  /** Banks or bindings may have been changed. */
  readonly houseChanged: () => void;
  /** One turn, for the figures. */
  readonly measure?: ((of: { feature: string; name: string; outcome: string; ms: number }) => void) | undefined;
}

/** Runs, commits and answers what was planned. Rejects when nothing could be stored. */
export type CarryOut = (here: Here, planned: Planned) => Promise<Answered>;

export function createCarryOut(options: CarryOutOptions): CarryOut {
  const { storage, clock, delivery, features } = options;

  async function commit(here: Here, { partition, run }: Planned): Promise<Committed> {
    const { incoming, locale, standing } = here;
    const around = [HOUSE, ...banksOf(standing)];
    const plan = { incoming, partition, around, locale };
    try {
      return await runTurn(storage, clock, { ...plan, run });
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      const text = sentenceFor(error, here, features);
      return runTurn(storage, clock, { ...plan, run: async () => ({ kind: 'say', text }) });
    }
  }

  async function send({ partition }: Planned, { row, reply, again, wakes }: Committed): Promise<void> {
    if (wakes) delivery.wake();
    if (row === undefined) return;
    const card = reply.kind === 'show' || reply.kind === 'form' ? reply.card : undefined;
    if (again) await delivery.settled(partition, row);
    else await delivery.sendNow(partition, row, card?.unstored);
  }

  return async (here, planned) => {
    const started = performance.now();
    const done = await commit(here, planned);
    if (planned.partition === HOUSE && done.writes > 1) options.houseChanged();
    await send(planned, done);
    const { feature, name, partition } = planned;
    const outcome = done.again ? 'again' : done.reply.kind;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    options.measure?.({ feature, name, outcome, ms });
    here.log.info({ bank: partition, feature, name, outcome, ms, reads: done.reads, writes: done.writes, ...planned.notes }, 'turn');
    return { reply: done.reply, locale: done.locale };
  };
}
