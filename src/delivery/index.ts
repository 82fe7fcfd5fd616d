import type { Render } from '../cards.ts';
import type { Clock } from '../core/clock.ts';
import type { Connector } from '../core/connector.ts';
import type { Logger } from '../core/log.ts';
import { type Job, OUTBOX, type Posting } from '../core/outbox.ts';
import type { Drawing } from '../core/reply.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { createInline, type Inline } from './inline.ts';
import { createJobs } from './jobs.ts';
import { createLanes } from './lanes.ts';
import { createLease } from './lease.ts';
import { Loop } from './loop.ts';
import { revive } from './outbox.ts';
import { createPace } from './pacing.ts';
import { createPlaces } from './places.ts';
import { createPulse } from './pulse.ts';
import { runAllDue } from './run-all.ts';
import { TIMINGS, type Timings } from './timings.ts';

export interface DeliveryOptions {
  readonly storage: Storage;
  readonly connector: Connector;
  readonly render: Render;
  readonly clock: Clock;
  readonly log: Logger;
  /** How often due work is looked for, ms. */
  readonly intervalMs: number;
  /** A turn of its own: runs the feature's handler and commits what it did together with the removal of the job. */
  readonly runJob: (bank: string, job: Job) => Promise<void>;
  /** The card as it should stand now; undefined when there is nothing to show any more. */
  readonly drawPosting: (bank: string, posting: Posting) => Promise<Drawing | undefined>;
  /** Names this process among those on the same store. */
  readonly instance: string;
  /** In [0, 1), for jitter. */
  readonly random?: () => number;
  readonly timings?: Timings;
}

export interface Delivery extends Pick<Inline, 'sendNow' | 'settled'> {
  /** Begins to look for due work, as soon as this process is the one of its store that sends. */
  start(): void;
  /** Begins nothing more, waits for what is on its way and lets another process send. */
  stop(): Promise<void>;
  /** A commit of this process put something: look at once. */
  wake(): void;
  /**
   * Runs the jobs that are due one by one in due order, those too that come up meanwhile, and sends what may be sent. Gives how many jobs
   * ran and how many messages wait on (1,000 at most are counted). While another process is the one that sends, waits until it has.
   */
  runAllDue(): Promise<{ ran: number; outbox: number }>;
  /** Sends a message that was given up once more. Anything else is left as it is. */
  resend(bank: string, id: string): Promise<void>;
  /** How many messages wait and how many were given up, in these banks and the house. */
  counts(banks: readonly string[]): Promise<{ waiting: number; dead: number }>;
}

export function createDelivery(options: DeliveryOptions): Delivery {
  const { storage, clock, log, instance, intervalMs } = options;
  const timings = options.timings ?? TIMINGS;
  const made = { places: createPlaces(storage, clock), pace: createPace(), lanes: createLanes() };
  const shared = { random: Math.random, ...options, timings, ...made };
  const lease = createLease({ storage, clock, instance, leaseMs: timings.leaseMs });
  const jobs = createJobs(shared);
  const state = { stopped: false };
  const leads = () => !state.stopped && lease.held();
  const loop = new Loop({ ...shared, leads });
  const inline = createInline({ ...shared, loop, stopped: () => state.stopped });
  const { sendNow, settled } = inline;
  const pulse = createPulse({ lease, jobs, loop, log, leads, intervalMs, renewMs: timings.leaseRenewMs });

  return {
    sendNow,
    settled,
    start: pulse.start,
    async stop() {
      state.stopped = true;
      pulse.stop();
      await Promise.allSettled([loop.stop(), inline.idle(), jobs.runDue(leads)]);
      await lease.release();
    },
    wake: pulse.look,
    runAllDue: () => runAllDue({ storage, clock, lease, jobs, loop, leads }),
    async resend(bank, id) {
      await revive(storage, { bank, id }, clock.real());
      pulse.look();
    },
    async counts(banks) {
      const count = async (state: string) => {
        const where = [{ field: 'state', op: '=', value: state }] as const;
        const counted = await Promise.all([HOUSE, ...banks].map((bank) => storage.count(bank, OUTBOX.name, where)));
        return counted.reduce((sum, one) => sum + one, 0);
      };
      return { waiting: await count('waiting'), dead: await count('dead') };
    },
  };
}
