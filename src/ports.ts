import type { Bot } from './bot/index.ts';
import { inPartition } from './bot/partition.ts';
import type { Signing } from './bot/signing.ts';
import { readerOf } from './bot/tx.ts';
import type { Config } from './config.ts';
import type { Content } from './content.ts';
import type { Clock } from './core/clock.ts';
import type { Roster } from './core/connector.ts';
import { SendRefused, Unavailable } from './core/errors.ts';
import type { Feature, Tx } from './core/features.ts';
import { CONVERSATION, OUTBOX, POSTING, type Posting, type Recipient } from './core/outbox.ts';
import type { Delivery } from './delivery/index.ts';
import type { AdminPorts } from './features/admin/index.ts';
import { entrySchema, type Library } from './features/handbook/index.ts';
import type { InquiryPorts } from './features/inquiries/index.ts';
import type { WebinarPorts } from './features/webinars/index.ts';
import { HOUSE, type Storage } from './storage/port.ts';

/** Dead letters shown at a time. */
const MOST_LETTERS = 50;
/** Tells cards that failed from messages that were given up. */
const CARD = 'card:';

export interface PortsOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly config: Config;
  readonly roster: Roster;
  readonly features: readonly Feature[];
  /** For links that nobody can make up. */
  readonly signing: Signing;
  /** Where links lead; undefined when nobody has said it. */
  readonly publicUrl: () => string | undefined;
  readonly bot: () => Bot;
  readonly delivery: () => Delivery;
}

const GENERAL = 'Generelt';
/** Teams gives the first channel of a team no name. */
const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name: name || GENERAL });

/** What a roster says; undefined where Teams doesn't say. */
export async function askRoster<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SendRefused || error instanceof Unavailable) return undefined;
    throw error;
  }
}

/** What the admin feature needs of the rest of the house. */
export function adminPorts(options: PortsOptions): AdminPorts {
  const { storage, features, roster } = options;
  const directory = () => options.bot().directory;

  return {
    commands: () => features.flatMap((feature) => feature.commands),
    banks: () => directory().banks(),
    isAdmin: async (incoming, bank) => (await options.bot().standsIn(incoming, bank)).roles.has('admin'),
    adminsOf: (bank) => adminsOf(options, bank),
    people: async (turn) => {
      const teams = await directory().teamsOf(turn.bank.id);
      const rosters = await Promise.all(teams.map((team) => options.bot().members.all(turn.incoming.via, team)));
      const own = turn.incoming.person;
      const found = new Map(rosters.flatMap((people) => people ?? []).map((person) => [person.aadId, person.name] as const));
      if (own.aadId !== undefined) found.set(own.aadId, own.name);
      return [...found].map(([id, name]) => ({ id, name: name || id }));
    },
    channels: async ({ via, place: { teamsTeamId: team } }) => {
      if (team === undefined) return [];
      const channels = (await askRoster(() => roster.channels(via, team))) ?? [];
      return channels.map(named);
    },
    feedAddress: (bank) => {
      const url = options.publicUrl();
      return url === undefined ? undefined : `${url}/calendar/${bank}.ics`;
    },
    deadLetters: (bank) => deadLettersOf(storage, bank),
    resend: async (bank, letter) => {
      if (letter.startsWith(CARD)) return showAgain(options, bank, letter.slice(CARD.length));
      const row = await readerOf(storage, bank).get(OUTBOX, letter);
      if (row?.state !== 'dead') return false;
      await options.delivery().resend(bank, letter);
      return true;
    },
    ...personalPorts(options),
  };
}

/** What the features know of a person, over all banks. */
function personalPorts({ storage, clock, features, bot }: PortsOptions): Pick<AdminPorts, 'personalData' | 'forget'> {
  const within = inPartition(storage, clock);
  return {
    personalData: async (person, locale) => {
      const facts: { label: string; value: string }[] = [];
      for (const id of [HOUSE, ...(await bot().directory.banks()).map((bank) => bank.id)]) {
        for (const { personal } of features) if (personal) facts.push(...(await within(id, (tx) => personal.show(tx, person, locale))));
      }
      return facts;
    },
    forget: async (person) => {
      for (const bank of await bot().directory.banks()) {
        for (const { personal } of features) {
          const forgetSome = async (tx: Tx) => (await personal?.forget({ bank, now: clock.now(), tx }, person)) ?? false;
          for (let more = true; more; more = await within(bank.id, forgetSome));
        }
      }
      const chats = await within(HOUSE, async (tx) => {
        const { items } = await tx.list(CONVERSATION, { where: [{ field: 'aadId', op: '=', value: person }] });
        for (const { id } of items) tx.remove(CONVERSATION, id);
        return items;
      });
      for (const { id } of chats) bot().conversations.forget(id);
      await storage.wipe();
    },
  };
}

/** Messages that were given up, and cards that could not be put up or brought up to date. */
async function deadLettersOf(storage: Storage, bank: string): ReturnType<AdminPorts['deadLetters']> {
  const inState = (state: string) => ({ where: [{ field: 'state', op: '=', value: state }], limit: MOST_LETTERS }) as const;
  const letters = await readerOf(storage, bank).list(OUTBOX, inState('dead'));
  const failed = await readerOf(storage, bank).list(POSTING, inState('failed'));
  return [
    ...letters.items.map(({ id, body }) => ({ id, to: nameOf(body.recipient), reason: body.reason ?? '' })),
    ...failed.items.map(({ id, body }) => ({ id: `${CARD}${id}`, to: placeOf(body.place), reason: body.reason ?? '' })),
  ];
}

/** Has a card tried again that could not be put up or brought up to date; false when it is no longer so. */
async function showAgain({ storage, clock, delivery }: PortsOptions, bank: string, id: string): Promise<boolean> {
  const isFailed = await inPartition(storage, clock)(bank, async (tx) => {
    const standing = await tx.get(POSTING, id);
    if (standing?.state !== 'failed') return false;
    await tx.keep(id, standing);
    return true;
  });
  if (isFailed) delivery().wake();
  return isFailed;
}

function placeOf(place: Posting['place']): string {
  if (place.in === 'person') return place.name;
  return place.in === 'channel' ? place.channelId : place.conversationId;
}

function nameOf(recipient: Recipient): string {
  if (recipient.to === 'person') return recipient.name;
  return recipient.to === 'channel' ? recipient.channelId : recipient.conversationId;
}

/** The admins of a bank: those of the store and those of the configuration. */
export async function adminsOf({ bot, config }: Pick<PortsOptions, 'bot' | 'config'>, bank: string): ReturnType<AdminPorts['adminsOf']> {
  const people = await bot().directory.people();
  const isAdmin = (roles: readonly { bank: string; role: string }[]) =>
    roles.some((grant) => grant.bank === bank && grant.role === 'admin');
  const admins = new Map(people.filter(({ roles }) => isAdmin(roles)).map((person) => [person.id, person.name] as const));
  for (const id of config.admins) if (!admins.has(id)) admins.set(id, people.find((person) => person.id === id)?.name ?? '');
  return [...admins].map(([id, name]) => ({ id, name }));
}

/** What the inquiries need of the rest of the house. */
export function inquiryPorts(
  options: PortsOptions & { readonly content: Content; readonly library: Library; readonly thesaurus: InquiryPorts['thesaurus'] } & Pick<
      InquiryPorts,
      'teamOf'
    >,
): InquiryPorts {
  const { storage, bot, content, library } = options;
  return {
    people: () => bot().directory.people(),
    adminsOf: (bank) => adminsOf(options, bank),
    reader: (bank) => readerOf(storage, bank),
    teamOf: options.teamOf,
    entry: async (bank, id) => (await library.shelf(bank, readerOf(storage, bank))).entries.get(id),
    topics: [...content.topicNames()].map(([id, label]) => ({ id, label })),
    topicExamples: () => [
      ...content.topicExamples(),
      ...startersOf(content).flatMap(({ tags, question }) => tags.map((topic) => ({ topic, text: question }))),
    ],
    barriers: content.barriers(),
    referrals: content.referrals(),
    thesaurus: options.thesaurus,
  };
}

/** The entries that the starter banks begin with, each once. */
function startersOf(content: Content) {
  const entries = content.banks().flatMap(({ handbook }) => (handbook === null ? [] : content.entries(handbook, entrySchema)));
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** What the webinars need of the rest of the house. */
export function webinarPorts({ storage, clock, roster, signing, publicUrl, bot }: PortsOptions): WebinarPorts {
  const within = inPartition(storage, clock);
  return {
    banks: () => bot().directory.banks(),
    standsIn: (incoming, bank) => bot().standsIn(incoming, bank),
    channels: async (incoming, bank) => {
      const teams = await bot().directory.teamsOf(bank);
      const lists = await Promise.all(teams.map((team) => askRoster(() => roster.channels(incoming.via, team))));
      const known = lists.flatMap((list) => list?.map(named) ?? []);
      return lists.includes(undefined) && known.length === 0 ? undefined : known;
    },
    reader: (bank) => readerOf(storage, bank),
    house: readerOf(storage, HOUSE),
    inHouse: (work) => within(HOUSE, work),
    within,
    publicUrl,
    now: () => clock.now(),
    ...signing,
  };
}
