import type { Clock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { JOB, type Job, jobSchema } from '../core/outbox.ts';
import type { Item, Storage } from '../storage/port.ts';
import { setAside } from './rows.ts';
import { failureOf, jobRetryAt } from './rules.ts';

export interface JobDeps {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
  /** Runs the job as a turn of its own, which removes the record. */
  readonly runJob: (bank: string, job: Job) => Promise<void>;
}

/** Runs jobs that are due by domain time. */
export interface Jobs {
  /** One by one, earliest first, until none is due or `may` says no; gives how many ran well. Rejects when the store can't be reached. */
  runDue(may: () => boolean): Promise<number>;
}

export function createJobs(deps: JobDeps): Jobs {
  let last: Promise<unknown> = Promise.resolve();
  const runAll = async (may: () => boolean) => {
    let ran = 0;
    let before: string | undefined;
    while (may()) {
      const [item] = await deps.storage.due(JOB.name, deps.clock.now(), 1);
      if (!item) break;
      // A job that ran and still stands as it was would run for ever.
      const stands = item.etag === before;
      before = item.etag;
      if (await runOne(deps, item, stands)) ran++;
    }
    return ran;
  };
  return {
    runDue(may) {
      const run = last.then(() => runAll(may));
      last = run.catch(() => undefined);
      return run;
    },
  };
}

async function runOne(deps: JobDeps, item: Item, stands: boolean): Promise<boolean> {
  const parsed = jobSchema.safeParse(item.body);
  if (!parsed.success) {
    await setAside(deps, item, parsed.error);
    return false;
  }
  try {
    if (stands) throw new Error('ran, but was not removed');
    await deps.runJob(item.bank, parsed.data);
    return true;
  } catch (error) {
    await putBack(deps, item, { job: parsed.data, error });
    return false;
  }
}

async function putBack(deps: JobDeps, { bank, id, etag }: Item, failed: { job: Job; error: unknown }): Promise<void> {
  const attempts = failed.job.attempts + 1;
  const { reason } = failureOf(failed.error);
  const dueAt = jobRetryAt(attempts, { now: deps.clock.now(), random: deps.random() });
  const fields = { bank, job: failed.job.job, id, attempts, reason };
  if (dueAt === undefined) deps.log.error(fields, 'job set aside');
  else deps.log.warn(fields, 'job failed');
  const state = dueAt === undefined ? 'dead' : 'waiting';
  const times = dueAt === undefined ? {} : { dueAt };
  try {
    const body: Job = { ...failed.job, attempts, reason, state };
    await deps.storage.commit(bank, [{ op: 'put', kind: JOB.name, id, body, expect: { etag }, ...times }]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
