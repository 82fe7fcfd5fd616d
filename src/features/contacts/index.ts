import type { Feature } from '../../core/features.ts';
import { actionsOf } from './actions.ts';
import { answersFor } from './answers-for.ts';
import { commandsOf } from './commands.ts';
import { left } from './handlers/handing-over.ts';
import { jobsOf } from './jobs.ts';
import { pagesOf } from './pages.ts';
import { personalDataOf } from './personal.ts';
import type { ContactPorts } from './ports.ts';
import { renderersOf } from './postings.ts';
import { createRegistrar } from './register.ts';
import { sentenceOf } from './texts.ts';

export { contactCards } from './cards/all.ts';
export type { ContactPorts } from './ports.ts';

type AnswersFor = (bank: string, person: string) => ReturnType<typeof answersFor>;

/** The register of teams: contacts that stay true because leaders keep them so. */
export function createContacts(ports: ContactPorts): Feature & { readonly answersFor: AnswersFor } {
  const registrar = createRegistrar(ports);
  return {
    name: 'contacts',
    commands: commandsOf(registrar),
    actions: actionsOf(registrar),
    queries: [],
    jobs: jobsOf(registrar),
    postings: renderersOf(registrar),
    pages: pagesOf(ports),
    left: (context, person) => left(registrar, context, person),
    personal: personalDataOf(registrar),
    sentence: sentenceOf,
    answersFor: (bank, person) => answersFor(registrar, bank, person),
  };
}
