import type { Feature } from '../../core/features.ts';
import { actionsOf } from './actions.ts';
import { createBureau } from './bureau.ts';
import { commandsOf } from './commands.ts';
import { renderersOf } from './draw.ts';
import { asReply } from './handlers/following.ts';
import { jobsOf } from './jobs.ts';
import { personalData } from './personal.ts';
import type { InquiryPorts } from './ports.ts';
import { sentenceOf } from './texts.ts';

export { inquiryCards } from './cards/all.ts';
export type { InquiryPorts } from './ports.ts';

/** Carries a question to the right adviser, and the answer back to the one who asked. */
export function createInquiries(ports: InquiryPorts): Feature {
  const bureau = createBureau(ports);
  return {
    name: 'inquiries',
    commands: commandsOf(bureau),
    actions: actionsOf(bureau),
    queries: [],
    jobs: jobsOf(bureau),
    postings: renderersOf(bureau),
    reply: (turn, text) => asReply(bureau, turn, text),
    warm: () => {
      bureau.topics.profile('');
    },
    personal: personalData,
    sentence: sentenceOf,
  };
}
