import type { Logger } from '../core/log.ts';
import type { Jobs } from './jobs.ts';
import type { LeaseHold } from './lease.ts';
import type { Loop } from './loop.ts';

export interface PulseDeps {
  readonly lease: LeaseHold;
  readonly jobs: Jobs;
  readonly loop: Loop;
  readonly log: Logger;
  readonly leads: () => boolean;
  /** How often due work is looked for, ms. */
  readonly intervalMs: number;
  /** How often the lease is renewed or tried for, ms. */
  readonly renewMs: number;
}

/** What happens again and again: the lease is renewed, due work is looked for. */
export interface Pulse {
  start(): void;
  stop(): void;
  /** Looks for due work now, if this process is the one that sends. */
  look(): void;
}

export function createPulse({ lease, jobs, loop, log, leads, intervalMs, renewMs }: PulseDeps): Pulse {
  const timers: NodeJS.Timeout[] = [];
  let beating = false;
  let runningJobs = false;

  const report = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const runJobs = async () => {
    if (runningJobs) return;
    runningJobs = true;
    await jobs.runDue(leads).finally(() => {
      runningJobs = false;
    });
  };
  const look = () => {
    if (!leads()) return;
    loop.look().catch(report('looking for messages failed'));
    runJobs().catch(report('looking for jobs failed'));
  };
  const renew = async () => {
    const led = lease.held();
    if (beating && (await lease.take()) && !led) look();
  };

  return {
    look,
    start() {
      const tryRenew = () => renew().catch(report('lease not renewed'));
      beating = true;
      void tryRenew();
      timers.push(setInterval(tryRenew, renewMs).unref(), setInterval(look, intervalMs).unref());
    },
    stop() {
      beating = false;
      for (const timer of timers.splice(0)) clearInterval(timer);
    },
  };
}
