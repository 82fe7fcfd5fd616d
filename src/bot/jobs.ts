import type { Clock } from '../core/clock.ts';
import type { Feature, JobHandler } from '../core/features.ts';
import { idFrom } from '../core/ids.ts';
import { JOB, type Job, type Posting } from '../core/outbox.ts';
import type { Drawing } from '../core/reply.ts';
import type { Storage } from '../storage/port.ts';
import { commitOnce, retryOnConflict } from './commit.ts';
import type { Directory } from './directory.ts';
import { openTx, readerOf } from './tx.ts';

export interface JobsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly features: readonly Feature[];
  readonly directory: Directory;
  readonly has: (verb: string) => boolean;
}

export interface Jobs {
  /** Runs a job's handler as a turn of its own: what it did and the removal of the job are one commit. Rejects when it can't be done. */
  run(bank: string, job: Job): Promise<void>;
  /** The card that a posting should show now; undefined when its thing is gone. */
  draw(bank: string, posting: Posting): Promise<Drawing | undefined>;
}

export function createJobs(options: JobsOptions): Jobs {
  const { storage, clock, features, directory } = options;
  const handlers = new Map<string, JobHandler>(features.flatMap(({ jobs }) => jobs.map((job) => [job.name, job] as const)));
  const renderers = new Map(features.flatMap(({ postings }) => Object.entries(postings ?? {})));

  async function bankNamed(id: string) {
    const bank = await directory.bank(id);
    if (!bank) throw new Error(`no such bank: ${id}`);
    return bank;
  }

  return {
    run: async (id, job) => {
      const handler = handlers.get(job.job);
      if (!handler) throw new Error(`no such job: ${job.job}`);
      const bank = await bankNamed(id);
      const posted = new Set<string>();
      await retryOnConflict(async () => {
        const tx = openTx(storage, id, { locale: bank.locale, real: clock.real(), posted });
        const standing = await tx.get(JOB, idFrom(job.key));
        // Put off while it was on its way: it comes later, with what is then to be done.
        if (standing?.state !== 'waiting' || standing.at > clock.now()) return;
        // Removed first: a handler that sets the same job for a later time puts it back.
        tx.remove(JOB, idFrom(job.key));
        await handler.run({ bank, locale: bank.locale, now: clock.now(), tx, has: options.has }, standing.data);
        await commitOnce(storage, id, { changes: tx.changes(), posted });
      });
    },
    draw: async (id, posting) => {
      const renderer = renderers.get(posting.render);
      if (!renderer) throw new Error(`no such posting: ${posting.render}`);
      return renderer(readerOf(storage, id), posting, { bank: await bankNamed(id), now: clock.now() });
    },
  };
}
