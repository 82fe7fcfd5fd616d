import * as guardCards from './bot/cards.ts';
import { type DomainClock, openDomainClock } from './bot/domain-clock.ts';
import { type Bot, createBot } from './bot/index.ts';
import { createJobs } from './bot/jobs.ts';
import { inPartition } from './bot/partition.ts';
import { openSigning, type Signing } from './bot/signing.ts';
import { type CardDefinition, createRender, type Render } from './cards.ts';
import { type Config, ROOT } from './config.ts';
import { contactPorts } from './contact-ports.ts';
import { type Content, createContent } from './content.ts';
import type { Bank } from './core/banks.ts';
import { type Clock, createClock } from './core/clock.ts';
import type { Connector, Roster } from './core/connector.ts';
import type { Feature } from './core/features.ts';
import type { Danger } from './core/guard-files.ts';
import { newId } from './core/ids.ts';
import type { Logger } from './core/log.ts';
import { createDelivery, type Delivery } from './delivery/index.ts';
import { adminCards, createAdmin, createLobby } from './features/admin/index.ts';
import { contactCards, createContacts } from './features/contacts/index.ts';
import { createHandbook, handbookCards } from './features/handbook/index.ts';
import { createInquiries, inquiryCards } from './features/inquiries/index.ts';
import { createWebinars, webinarCards } from './features/webinars/index.ts';
import type { Guard } from './guard/index.ts';
import { guardOf } from './guard-rules.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { adminPorts, inquiryPorts, webinarPorts } from './ports.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/port.ts';

/** Every card of the house. */
const CARDS: readonly CardDefinition[] = [
  ...Object.values(guardCards),
  ...Object.values(handbookCards),
  ...inquiryCards,
  ...webinarCards,
  ...contactCards,
  ...Object.values(adminCards),
];

/** The house without its wire: all that a bot is, whoever talks to it. */
export interface House {
  readonly config: Config;
  readonly log: Logger;
  readonly storage: Storage;
  readonly clock: Clock;
  /** Local mode only. */
  readonly domainClock?: DomainClock;
  readonly content: Content;
  readonly render: Render;
  readonly features: readonly Feature[];
  readonly handbook: ReturnType<typeof createHandbook>;
  readonly bot: Bot;
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  readonly signing: Signing;
  /** Judges every text before anything else is done with it. */
  readonly guard: Guard<Danger>;
  /** Where it can be reached from outside: as configured, else (in local mode) where it turned out to listen. */
  readonly address: { publicUrl: string | undefined };
  /** The starter banks by id. */
  readonly starters: ReadonlyMap<string, Bank>;
}

/** Puts the house together over a store. `connector` and `roster` are Teams, or whoever stands in for it. */
export async function compose(
  config: Config,
  outside: { log: Logger; connector: Connector; roster: Roster; storage?: Storage; content?: Content },
): Promise<House> {
  const { log, connector, roster } = outside;
  const storage = outside.storage ?? (await openStorage(config));
  const domainClock = config.local ? await openDomainClock(storage, config.clockStart) : undefined;
  const clock = domainClock ?? createClock();
  const signing = await openSigning(storage);
  const content = outside.content ?? createContent(ROOT);
  const [guard, thesaurus] = [guardOf(content), content.thesaurus()];
  const handbook = createHandbook(thesaurus);
  const features: Feature[] = [handbook];
  const render = createRender(CARDS, new URL('../cards/', import.meta.url));
  const house: { bot?: Bot; delivery?: Delivery } = {};
  const botNow = () => present(house.bot);
  const deliveryNow = () => present(house.delivery);
  const metrics = createMetrics(async () => deliveryNow().counts((await botNow().directory.banks()).map((bank) => bank.id)));
  const address: House['address'] = { publicUrl: config.publicUrl };
  const publicUrl = () => address.publicUrl;
  const plugs = { storage, clock, config, roster, features, content, signing, publicUrl, bot: botNow, delivery: deliveryNow };
  const ports = adminPorts(plugs);
  const contacts = createContacts(contactPorts(plugs));
  const inquiries = createInquiries(inquiryPorts({ ...plugs, thesaurus, library: handbook.library, teamOf: contacts.answersFor }));
  features.push(inquiries, createWebinars(webinarPorts(plugs)), contacts, createAdmin(ports));

  const bot = createBot({
    ...{ storage, clock, log, features, connector, roster },
    lobby: createLobby(ports),
    guard,
    acute: content.acute(),
    admins: config.admins,
    local: config.local,
    open: config.local && config.setupFile === undefined,
    measure: metrics.turn,
    delivery: senderOf(deliveryNow),
  });
  const jobs = createJobs({ storage, clock, features, directory: bot.directory, has: bot.has });
  const delivery = createDelivery({
    ...{ storage, connector, render, clock, log, intervalMs: config.deliveryIntervalMs },
    ...{ runJob: jobs.run, drawPosting: jobs.draw, instance: newId() },
  });
  Object.assign(house, { bot, delivery });
  const starters = new Map(content.banks().map((bank) => [bank.id, bank] as const));
  const all = {
    ...{ config, log, storage, clock, content, render, features, handbook },
    ...{ bot, delivery, metrics, signing, guard, address, starters },
  };
  return domainClock ? { ...all, domainClock } : all;
}

/** The sending side for turns, which come only when it is there. */
function senderOf(delivery: () => Delivery): Pick<Delivery, 'sendNow' | 'settled' | 'wake'> {
  return {
    sendNow: (bank, row, unstored) => delivery().sendNow(bank, row, unstored),
    settled: (bank, row) => delivery().settled(bank, row),
    wake: () => delivery().wake(),
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the house is not put together yet');
  return value;
}

/** Runs a transaction of its own in a partition, again when others were first. */
export function inHouse(house: Pick<House, 'storage' | 'clock'>) {
  return inPartition(house.storage, house.clock);
}
