import { z } from 'zod';
import { defineCard } from '../../cards.ts';
import { CHANNELS } from '../../core/banks.ts';
import { LOCALES, type Locale } from '../../core/locale.ts';
import { asLink, asParagraphs, clip, escapeMarkdown } from '../../core/markdown.ts';
import * as labels from './card-labels.ts';

/** A typed question travels in each button's data, and a card may have 28 KB in all. */
const QUESTION_LENGTH = 1000;
/** What fits into 28 KB with long names: rows shown, and choices in one list. A chosen channel is always among them. */
const PEOPLE_SHOWN = 30;
const PEOPLE_TO_CHOOSE = 100;
const CHANNELS_TO_CHOOSE = 24;
const LETTERS_SHOWN = 8;
const NAME_LENGTH = 60;
const REASON_LENGTH = 200;

const named = z.object({ id: z.string().min(1), name: z.string() });
const fact = z.object({ label: z.string(), value: z.string() });

/** Lines for a list; what is said in it is shown as it was written. */
function asLines(texts: readonly string[]) {
  return texts.map((text) => ({ text: escapeMarkdown(text) }));
}

function asFacts(facts: readonly z.infer<typeof fact>[]) {
  return facts.map(({ label, value }) => ({ label: escapeMarkdown(label), value: asParagraphs(value) }));
}

/** Says how many are not shown; empty when all are. */
function restOf(count: number, shown: number, locale: Locale): string {
  if (count <= shown) return '';
  return { nb: `Og ${count - shown} til.`, nn: `Og ${count - shown} til.`, en: `And ${count - shown} more.` }[locale];
}

/** What one can write, with examples of questions. */
export const helpCard = defineCard({
  name: 'admin-help',
  data: z.object({
    bank: z.string(),
    bankName: z.string(),
    commands: z.array(z.object({ words: z.string(), help: z.string() })),
    examples: z.array(z.string()),
  }),
  verbs: [],
  labels: labels.helpLabels,
  view: (data) => ({
    bankName: escapeMarkdown(data.bankName),
    commands: data.commands.map(({ words, help }) => ({ words: escapeMarkdown(words), help: escapeMarkdown(help) })),
    examples: asLines(data.examples),
  }),
  summary: (_data, locale) => `${labels.helpLabels[locale].heading}. ${labels.helpLabels[locale].ask}`,
});

/** The first card in a place. */
export const welcomeCard = defineCard({
  name: 'admin-welcome',
  data: z.object({ bank: z.string(), bankName: z.string(), examples: z.array(z.string()), inTeam: z.boolean() }),
  verbs: [],
  labels: labels.welcomeLabels,
  view: (data) => ({ bankName: escapeMarkdown(data.bankName), inTeam: data.inTeam, examples: asLines(data.examples) }),
  summary: ({ bankName }, locale) => `${labels.welcomeLabels[locale].hello} ${bankName}.`,
});

/** Asks which bank it is. `question` is what was typed: handed in unstored, empty when the turn is replayed. */
export const chooseBankCard = defineCard({
  name: 'admin-choose-bank',
  data: z.object({ banks: z.array(named).min(1), question: z.string().optional() }),
  verbs: ['admin.chooseBank'],
  labels: labels.chooseBankLabels,
  view: (data) => ({
    banks: data.banks.map(({ id, name }) => ({ id, title: name, text: escapeMarkdown(name) })),
    question: (data.question ?? '').slice(0, QUESTION_LENGTH),
  }),
  summary: (_data, locale) => labels.chooseBankLabels[locale].heading,
});

const CHANNEL_INPUTS = ['announceIn', ...CHANNELS] as const;
const channel = z.string().nullable();

/** Asks which bank a Teams team is for and what its channels are for; `done` says that it was saved. */
export const bindCard = defineCard({
  name: 'admin-bind',
  data: z.object({
    bank: z.string().nullable(),
    banks: z.array(named),
    channels: z.array(named),
    chosen: z.object({
      announceIn: channel,
      adviserChannel: channel,
      leaderChannel: channel,
      editorChannel: channel,
      centreChannel: channel,
    }),
    done: z.boolean(),
  }),
  verbs: ['admin.bindTeam'],
  labels: labels.bindLabels,
  view: (data, locale) => {
    const words = labels.bindLabels[locale];
    const chosen = new Set(Object.values(data.chosen));
    const channels = data.channels
      .toSorted((one, other) => Number(chosen.has(other.id)) - Number(chosen.has(one.id)))
      .slice(0, CHANNELS_TO_CHOOSE)
      .map(({ id, name }) => ({ id, name: clip(name, NAME_LENGTH) }));
    const nameOf = (id: string | null) => data.channels.find((each) => each.id === id)?.name ?? words.none;
    return {
      bank: data.bank ?? '',
      bankName: escapeMarkdown(data.banks.find(({ id }) => id === data.bank)?.name ?? data.bank ?? ''),
      banks: data.banks,
      channels,
      inputs: CHANNEL_INPUTS.map((id) => ({ id, label: words[id], value: data.chosen[id] ?? '' })),
      facts: CHANNEL_INPUTS.map((id) => ({ label: words[id], value: escapeMarkdown(clip(nameOf(data.chosen[id]), NAME_LENGTH)) })),
      done: data.done,
    };
  },
  summary: ({ bank, banks, done }, locale) => {
    const words = labels.bindLabels[locale];
    return done ? `${words.done} ${banks.find(({ id }) => id === bank)?.name ?? bank}.` : words.heading;
  },
});

/** How a bank is set up, and what could not be delivered. */
export const setupCard = defineCard({
  name: 'admin-setup',
  data: z.object({
    bank: z.string(),
    bankName: z.string(),
    facts: z.array(fact),
    letters: z.array(z.object({ message: z.string(), to: z.string(), reason: z.string() })),
    canRoute: z.boolean(),
  }),
  verbs: ['admin.resend', 'admin.bindTeam', 'admin.roles', 'admin.feed', 'inquiries.routes'],
  labels: labels.setupLabels,
  view: (data, locale) => ({
    bank: data.bank,
    bankName: escapeMarkdown(data.bankName),
    canRoute: data.canRoute,
    facts: asFacts(data.facts),
    letters: data.letters.slice(0, LETTERS_SHOWN).map(({ message, to, reason }) => ({
      message,
      to: escapeMarkdown(clip(to, NAME_LENGTH)),
      reason: escapeMarkdown(clip(reason, REASON_LENGTH)),
    })),
    rest: restOf(data.letters.length, LETTERS_SHOWN, locale),
  }),
  summary: ({ bankName }, locale) => `${labels.setupLabels[locale].heading} ${bankName}`,
});

/** Whether the bank's public calendar is on, what is in it, and where it is. */
export const feedCard = defineCard({
  name: 'admin-feed',
  data: z.object({ bank: z.string(), bankName: z.string(), on: z.boolean(), address: z.string().nullable() }),
  verbs: ['admin.feed'],
  labels: labels.feedLabels,
  view: ({ bank, bankName, on, address }, locale) => {
    const words = labels.feedLabels[locale];
    return {
      bank,
      bankName: escapeMarkdown(bankName),
      state: on ? words.on : words.off,
      address: on ? (address === null ? words.noAddress : asLink(address, address)) : '',
      change: on ? words.turnOff : words.turnOn,
      next: String(!on),
    };
  },
  summary: ({ on }, locale) => (on ? labels.feedLabels[locale].on : labels.feedLabels[locale].off),
});

/** Who has which role, and a form to change it. */
export const rolesCard = defineCard({
  name: 'admin-roles',
  data: z.object({
    bank: z.string(),
    bankName: z.string(),
    people: z.array(named.extend({ roles: z.string() })),
    choices: z.array(named),
    note: z.string().nullable(),
  }),
  verbs: ['admin.roles'],
  labels: labels.rolesLabels,
  view: (data, locale) => ({
    bank: data.bank,
    bankName: escapeMarkdown(data.bankName),
    people: data.people.slice(0, PEOPLE_SHOWN).map(({ name, roles }) => ({
      name: escapeMarkdown(clip(name, NAME_LENGTH)),
      roles: escapeMarkdown(clip(roles, REASON_LENGTH)),
    })),
    rest: restOf(data.people.length, PEOPLE_SHOWN, locale),
    choices: data.choices.slice(0, PEOPLE_TO_CHOOSE).map(({ id, name }) => ({ id, name: clip(name, NAME_LENGTH) })),
    note: escapeMarkdown(data.note ?? ''),
  }),
  summary: ({ bankName, note }, locale) => note ?? `${labels.rolesLabels[locale].heading} ${bankName}`,
});

/** The three languages to choose from. */
export const localeCard = defineCard({
  name: 'admin-locale',
  data: z.object({ bank: z.string(), chosen: z.enum(LOCALES) }),
  verbs: ['admin.setLocale'],
  labels: labels.localeLabels,
  view: (data) => ({ bank: data.bank, now: labels.localeLabels[data.chosen].now }),
  summary: (_data, locale) => labels.localeLabels[locale].heading,
});

/** What is stored about the one who asks. */
export const personalDataCard = defineCard({
  name: 'admin-personal-data',
  data: z.object({ bank: z.string(), facts: z.array(fact) }),
  verbs: ['admin.forgetMe'],
  labels: labels.personalDataLabels,
  view: (data) => ({ bank: data.bank, facts: asFacts(data.facts) }),
  summary: (_data, locale) => labels.personalDataLabels[locale].heading,
});

/** Asks once more before anything is deleted. */
export const forgetCard = defineCard({
  name: 'admin-forget',
  data: z.object({ bank: z.string() }),
  verbs: ['admin.forgetMe'],
  labels: labels.forgetLabels,
  summary: (_data, locale) => labels.forgetLabels[locale].heading,
});
