import { z } from 'zod';
import type { Bank } from '../../core/banks.ts';
import type { Feature } from '../../core/features.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply.ts';
import { actionsOf } from './actions.ts';
import { chooseBankCard } from './cards.ts';
import { commandsOf } from './commands.ts';
import { bindForm, comeOrGo, tellRemoved } from './handlers.ts';
import type { AdminPorts } from './ports.ts';
import { texts } from './texts.ts';

export * as adminCards from './cards.ts';
export type { AdminPorts } from './ports.ts';
export { type ImportReport, importSetup } from './setup.ts';

/** What is said where no bank answers yet. */
export interface AdminLobby {
  choose(banks: readonly Bank[], locale: Locale, question: string): Reply;
  unbound(incoming: Incoming, banks: readonly Bank[], locale: Locale): Promise<Reply>;
  stranger(locale: Locale): Reply;
}

export function createLobby(ports: AdminPorts): AdminLobby {
  return {
    choose: (banks, _locale, question) => ({
      kind: 'show',
      card: chooseBankCard.ref({ banks: banks.map(({ id, name }) => ({ id, name })) }, { question }),
    }),
    unbound: async (incoming, banks, locale) =>
      banks.length > 0 ? bindForm(ports, incoming, banks) : { kind: 'say', text: texts.unbound[locale] },
    stranger: (locale) => ({ kind: 'say', text: texts.stranger[locale] }),
  };
}

/** Help, languages, banks, rights and what is stored about a person. */
export function createAdmin(ports: AdminPorts): Feature {
  return {
    name: 'admin',
    commands: commandsOf(ports),
    actions: actionsOf(ports),
    queries: [],
    jobs: [jobOf(ports)],
    installed: comeOrGo,
  };
}

function jobOf({ adminsOf }: AdminPorts): Feature['jobs'][number] {
  const told = z.object({ bankName: z.string(), key: z.string() });
  return {
    name: 'admin.tellRemoved',
    run: async ({ tx, bank }, data) => tellRemoved(tx, { admins: await adminsOf(bank.id), locale: bank.locale, ...told.parse(data) }),
  };
}
