import type { Feature } from '../../core/features.ts';
import { actionsOf } from './actions.ts';
import { commandsOf } from './commands.ts';
import { renderersOf } from './draw.ts';
import { jobsOf } from './jobs.ts';
import { pagesOf } from './pages.ts';
import { personalDataOf } from './personal.ts';
import type { WebinarPorts } from './ports.ts';
import { sentenceOf } from './texts.ts';

export { webinarCards } from './cards/all.ts';
export type { WebinarPorts } from './ports.ts';

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
    sentence: sentenceOf,
  };
}
