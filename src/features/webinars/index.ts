import type { Feature, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { JOB } from '../../core/outbox.ts';
import { actionsOf } from './actions.ts';
import { commandsOf } from './commands.ts';
import { renderersOf } from './draw.ts';
import { jobsOf } from './jobs.ts';
import { pagesOf } from './pages.ts';
import { personalDataOf } from './personal.ts';
import type { WebinarPorts } from './ports.ts';
import { CHECK_JOB, checkOn, DIGEST_JOB, digestOn } from './schedule.ts';
import { sentenceOf } from './texts.ts';

export { webinarCards } from './cards/all.ts';
export type { WebinarPorts } from './ports.ts';

/** Whether a job is still to come: one that was given up is not. */
const waits = async (tx: Pick<Tx, 'get'>, key: string) => (await tx.get(JOB, idFrom(key)))?.state === 'waiting';

/** Takes an event through its whole life, on the same card in every room. */
export function createWebinars(ports: WebinarPorts): Feature {
  return {
    name: 'webinars',
    commands: commandsOf(ports),
    actions: actionsOf(ports),
    queries: [],
    jobs: jobsOf(ports),
    postings: renderersOf(ports),
    pages: pagesOf(ports),
    personal: personalDataOf(ports),
    opens: async (desk) => {
      if (!(await waits(desk.tx, DIGEST_JOB))) digestOn(desk);
      if (!(await waits(desk.tx, CHECK_JOB))) checkOn(desk);
    },
    sentence: sentenceOf,
  };
}
