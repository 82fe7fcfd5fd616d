import { z } from 'zod';
import { type Bank, REGIONS, ROLES } from '../../core/banks.ts';
import { defineAction, type Feature } from '../../core/features.ts';
import type { Incoming } from '../../core/incoming.ts';
import { LOCALES, type Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply.ts';
import { chooseBankCard } from './cards.ts';
import {
  askToForget,
  bindForm,
  bindTeam,
  changeRole,
  chooseBank,
  chooseLocale,
  comeOrGo,
  forgetMe,
  help,
  listRoles,
  resend,
  setLocale,
  setup,
  showPersonalData,
  switchBank,
  tellRemoved,
} from './handlers.ts';
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

/** Help, languages, banks, rights and what is stored about a person. `adminsOf` names who is told when something is amiss. */
export function createAdmin(
  ports: AdminPorts,
  adminsOf: (bank: string) => Promise<readonly { readonly id: string; readonly name: string }[]>,
): Feature {
  return {
    name: 'admin',
    commands: commandsOf(ports),
    actions: actionsOf(ports),
    queries: [],
    jobs: [jobOf(adminsOf)],
    installed: comeOrGo,
  };
}

function jobOf(adminsOf: (bank: string) => Promise<readonly { readonly id: string; readonly name: string }[]>): Feature['jobs'][number] {
  const told = z.object({ bankName: z.string(), key: z.string() });
  return {
    name: 'admin.tellRemoved',
    run: async ({ tx, bank }, data) => tellRemoved(tx, { admins: await adminsOf(bank.id), locale: bank.locale, ...told.parse(data) }),
  };
}

function commandsOf(ports: AdminPorts): Feature['commands'] {
  return [
    {
      name: 'admin.help',
      words: { nb: ['hjelp', 'hjelp meg', 'hva kan du', 'meny'], nn: ['hjelp', 'kva kan du'], en: ['help', 'what can you do'] },
      who: 'anyone',
      help: { nb: 'det jeg kan', nn: 'det eg kan', en: 'what I can do' },
      run: (turn) => help(ports, turn),
    },
    {
      name: 'admin.locale',
      words: { nb: ['språk', 'bytt språk'], nn: ['språk', 'byt språk'], en: ['language'] },
      who: 'anyone',
      help: { nb: 'velg bokmål, nynorsk eller engelsk', nn: 'vel bokmål, nynorsk eller engelsk', en: 'choose Bokmål, Nynorsk or English' },
      run: chooseLocale,
    },
    {
      name: 'admin.switchBank',
      words: { nb: ['bytt bank', 'bytt ressursbank'], nn: ['byt bank', 'byt ressursbank'], en: ['switch bank', 'change bank'] },
      who: 'member',
      help: { nb: 'velg en annen ressursbank', nn: 'vel ein annan ressursbank', en: 'choose another resource bank' },
      run: (turn) => switchBank(ports, turn),
    },
    {
      name: 'admin.personalData',
      words: { nb: ['mine data'], nn: ['mine data', 'dataa mine'], en: ['my data'] },
      who: 'anyone',
      home: 'house',
      help: { nb: 'se hva jeg har lagret om deg', nn: 'sjå kva eg har lagra om deg', en: 'see what I have stored about you' },
      run: (turn) => showPersonalData(ports, turn),
    },
    {
      name: 'admin.forget',
      words: { nb: ['slett mine data'], nn: ['slett mine data', 'slett dataa mine'], en: ['delete my data', 'forget me'] },
      who: 'anyone',
      help: { nb: 'slett det jeg har lagret om deg', nn: 'slett det eg har lagra om deg', en: 'delete what I have stored about you' },
      run: askToForget,
    },
    {
      name: 'admin.roles',
      words: { nb: ['roller'], nn: ['roller'], en: ['roles'] },
      takesText: true,
      who: ['admin'],
      home: 'house',
      help: { nb: 'se, gi og ta bort roller', nn: 'sjå, gi og ta bort roller', en: 'see, give and take away roles' },
      run: (turn, text) => listRoles(ports, turn, { text, note: null }),
    },
    {
      name: 'admin.setup',
      words: { nb: ['oppsett'], nn: ['oppsett'], en: ['setup'] },
      who: ['admin'],
      help: {
        nb: 'kanaler, rom og det som ikke kom fram',
        nn: 'kanalar, rom og det som ikkje kom fram',
        en: 'channels, rooms and what was not delivered',
      },
      run: (turn) => setup(ports, turn),
    },
  ];
}

function actionsOf(ports: AdminPorts): Feature['actions'] {
  const channel = z.string().min(1).max(300).optional();
  const channels = { announceIn: channel, adviserChannel: channel, leaderChannel: channel, editorChannel: channel, centreChannel: channel };
  const give = z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .default(true)
    .transform((value) => value === true || value === 'true');
  return [
    defineAction({
      verb: 'admin.bindTeam',
      who: ['admin'],
      home: 'house',
      data: z.object({ ...channels, form: z.string().optional() }),
      freeText: [],
      run: (turn, data) => bindTeam(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.chooseBank',
      who: 'member',
      home: 'house',
      data: z.object({ question: z.string().max(2000).optional() }),
      freeText: ['question'],
      run: chooseBank,
    }),
    defineAction({
      verb: 'admin.roles',
      who: ['admin'],
      home: 'house',
      data: z.object({
        person: z.string().max(200).optional(),
        role: z.enum(ROLES).optional(),
        region: z.enum(REGIONS).optional(),
        give,
      }),
      freeText: [],
      run: (turn, data) => changeRole(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.resend',
      who: ['admin'],
      data: z.object({ message: z.string().min(1).max(100) }),
      freeText: [],
      run: (turn, data) => resend(ports, turn, data),
    }),
    defineAction({
      verb: 'admin.setLocale',
      who: 'anyone',
      home: 'house',
      data: z.object({ locale: z.enum(LOCALES) }),
      freeText: [],
      run: setLocale,
    }),
    defineAction({
      verb: 'admin.forgetMe',
      who: 'anyone',
      home: 'house',
      data: z.object({ confirm: z.string().optional() }),
      freeText: [],
      run: (turn, data) => forgetMe(ports, turn, data),
    }),
  ];
}
