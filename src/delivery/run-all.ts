import type { Clock } from '../core/clock.ts';
import { JOB, OUTBOX } from '../core/outbox.ts';
import type { Storage } from '../storage/port.ts';
import type { Jobs } from './jobs.ts';
import type { LeaseHold } from './lease.ts';
import type { Loop } from './loop.ts';
import { pause } from './pause.ts';

/** What has come due by a change of the clock is waited for so long. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 100;
const COUNT_LIMIT = 1_000;

export interface RunAllDeps {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly lease: LeaseHold;
  readonly jobs: Jobs;
  readonly loop: Loop;
  readonly leads: () => boolean;
}

/** Runs due jobs and sends what may be sent; where another process is the one that does, waits for it. */
export async function runAllDue(deps: RunAllDeps): Promise<{ ran: number; outbox: number }> {
  const { storage, clock, lease, jobs, loop, leads } = deps;
  const deadline = clock.real() + PATIENCE_MS;
  const dueJobs = () => storage.due(JOB.name, clock.now(), COUNT_LIMIT);
  const waiting = () => storage.due(OUTBOX.name, Number.MAX_SAFE_INTEGER, COUNT_LIMIT);
  let ran = 0;
  let seen = new Set<string>();
  while (!(await lease.take()) && clock.real() < deadline) {
    const due = new Set((await dueJobs()).map(({ bank, id }) => `${bank}\n${id}`));
    ran += [...seen].filter((key) => !due.has(key)).length;
    seen = due;
    if (due.size === 0 && (await waiting()).every(({ dueAt = 0 }) => dueAt > clock.real())) break;
    await pause(LOOK_MS);
  }
  while (leads() && clock.real() < deadline) {
    ran += await jobs.runDue(leads);
    const drained = await loop.drain(deadline);
    await lease.take();
    if (drained && (await dueJobs()).length === 0) break;
  }
  return { ran, outbox: (await waiting()).length };
}
