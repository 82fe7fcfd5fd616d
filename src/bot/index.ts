import type { Bank } from '../core/banks.ts';
import type { Clock } from '../core/clock.ts';
import type { Address, Connector, Roster } from '../core/connector.ts';
import { Conflict, SendRefused, Unavailable, UserError } from '../core/errors.ts';
import { type Feature, may, type Turn, type Tx } from '../core/features.ts';
import { newId } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import { type Locale, localeOf, type Texts } from '../core/locale.ts';
import type { Logger } from '../core/log.ts';
import type { Reply } from '../core/reply.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { createAccess, type Standing } from './access.ts';
import { acuteCard } from './cards.ts';
import { createConversations } from './conversations.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createMembers, type Members } from './members.ts';
import { createRoutes, type Route, type Routes, typedTexts } from './route.ts';
import { broken, refusals, say } from './texts.ts';
import { type Committed, handledIn, isAnsweredByMessage, runTurn } from './turns.ts';

/** What is said where there is no bank yet. Plugged by the feature that knows banks. */
export interface Lobby {
  /** A personal chat with somebody in several banks; the question comes along, unstored. */
  choose(banks: readonly Bank[], locale: Locale, question: string): Reply;
  /** A room that no bank is bound to; `banks` are those that this person may bind it to. */
  unbound(incoming: Incoming, banks: readonly Bank[], locale: Locale): Promise<Reply>;
  stranger(locale: Locale): Reply;
}

/** The fixed text for danger to somebody, and the check that calls for it. */
export interface Acute {
  isAcute(text: string): boolean;
  readonly text: { readonly [L in Locale]: { readonly title: string; readonly lines: readonly string[] } };
  readonly phones: readonly { readonly label: string; readonly number: string }[];
}

export interface BotOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly features: readonly Feature[];
  readonly lobby: Lobby;
  readonly acute: Acute;
  readonly connector: Connector;
  readonly roster: Roster;
  readonly admins: readonly string[];
  readonly local: boolean;
  readonly open: boolean;
  /** One turn, for the figures. */
  readonly measure?: (of: { feature: string; name: string; outcome: string; ms: number }) => void;
  /** Sends what a turn left in the outbox. */
  readonly delivery: {
    sendNow(bank: string, row: string, unstored?: Readonly<Record<string, unknown>>): Promise<void>;
    settled(bank: string, row: string): Promise<unknown>;
    wake(): void;
  };
}

export interface Answered {
  readonly reply: Reply;
  readonly locale: Locale;
}

export interface Bot {
  /**
   * Takes one activity through its turn. An invoke's answer is returned; a message's has been sent (or lies in the outbox) by then.
   * Rejects with `Unavailable` only when nothing could be stored and nothing could be said.
   */
  handle(incoming: Incoming): Promise<Answered>;
  readonly directory: Directory;
  readonly members: Members;
  /** Whether some feature answers to this verb. */
  readonly has: (verb: string) => boolean;
}

interface Here {
  readonly incoming: Incoming;
  readonly standing: Standing;
  readonly locale: Locale;
  readonly log: Logger;
}

interface Planned {
  readonly feature: string;
  readonly name: string;
  readonly partition: string;
  readonly run: (tx: Tx) => Promise<Reply>;
}

/** The switchboard: place, person and rights; guard; handler; commit; answer. */
export function createBot(options: BotOptions): Bot {
  const { storage, clock, delivery, features } = options;
  const directory = createDirectory(storage, clock);
  const members = createMembers(options.roster, clock, options.log);
  const access = createAccess({ directory, members, admins: options.admins, local: options.local, open: options.open });
  const conversations = createConversations(storage);
  const routes = createRoutes(features);
  const actions = features.flatMap((feature) => feature.actions);

  async function locate(incoming: Incoming): Promise<Omit<Here, 'log'>> {
    const person = await directory.person(incoming.person.aadId);
    const standing = await access.locate(incoming, person);
    const ofBank = standing.kind === 'bank' ? standing.bank.locale : 'nb';
    return { incoming, standing, locale: person?.locale ?? (incoming.locale === undefined ? ofBank : localeOf(incoming.locale)) };
  }

  async function commit(here: Here, planned: Planned): Promise<Committed> {
    const { incoming, locale } = here;
    const plan = { incoming, partition: planned.partition, locale };
    try {
      return await runTurn(storage, clock, { ...plan, run: planned.run });
    } catch (error) {
      const sentence = sentenceFor(error, here, features);
      if (error instanceof Unavailable) throw error;
      return runTurn(storage, clock, { ...plan, run: async () => ({ kind: 'say', text: sentence }) });
    }
  }

  async function answer(planned: Planned, done: Committed): Promise<Answered> {
    if (planned.partition === HOUSE && done.writes > 1) directory.forget();
    if (done.wakes) delivery.wake();
    if (done.row !== undefined) {
      const card = done.reply.kind === 'show' || done.reply.kind === 'form' ? done.reply.card : undefined;
      if (done.again) await delivery.settled(planned.partition, done.row);
      else await delivery.sendNow(planned.partition, done.row, card?.unstored);
    }
    return { reply: done.reply, locale: done.locale };
  }

  async function turn(here: Here, planned: Planned): Promise<Answered> {
    const started = performance.now();
    const done = await commit(here, planned);
    const answered = await answer(planned, done);
    const { feature, name, partition } = planned;
    const outcome = done.again ? 'again' : done.reply.kind;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    options.measure?.({ feature, name, outcome, ms });
    here.log.info({ bank: partition, feature, name, outcome, ms, reads: done.reads, writes: done.writes }, 'turn');
    return answered;
  }

  async function handleLocated(here: Here): Promise<Answered> {
    const { incoming } = here;
    if (typedTexts(incoming, actions).some(options.acute.isAcute)) return turn(here, acutePlan(here, options.acute));
    const before = here.standing.kind === 'bank' ? here.standing.banks : [];
    const partitions = incoming.place.kind === 'personal' && before.length > 1 ? [HOUSE, ...before] : [];
    const elsewhere = await handledIn(storage, partitions, incoming);
    const planned = plan(here, { routes, lobby: options.lobby, now: clock.now() });
    const answered = await turn(here, elsewhere === undefined ? planned : { ...planned, partition: elsewhere });
    if (answered.reply.kind !== 'ask-there' || incoming.kind !== 'action') return answered;
    const question = String(incoming.data.question ?? '');
    const asked = { ...here, standing: await access.locate(incoming, await directory.person(incoming.person.aadId)) };
    const asMessage: Incoming = { ...incoming, key: `${incoming.key}:asked` };
    const route = routes.find({ ...incoming, kind: 'message', text: question, hasFiles: false });
    return turn({ ...asked, incoming: asMessage }, planRoute({ ...asked, incoming: asMessage }, route, { routes, now: clock.now() }));
  }

  return {
    directory,
    members,
    has: routes.has,
    handle: async (incoming) => {
      const log = options.log.child({ request: newId(), activity: incoming.id, kind: incoming.kind });
      try {
        await conversations.remember(incoming);
        const here = { ...(await locate(incoming)), log };
        traceText(log, incoming, options.local);
        if (incoming.kind === 'members' && incoming.place.teamsTeamId !== undefined) {
          members.left(
            incoming.place.teamsTeamId,
            incoming.left.map((person) => person.aadId).filter((id) => id !== undefined),
          );
        }
        return await handleLocated(here);
      } catch (error) {
        if (!(error instanceof Unavailable) && !(error instanceof Conflict)) throw error;
        log.error({ err: error }, 'turn not done');
        return sayDirectly(options.connector, incoming, error);
      }
    },
  };
}

function traceText(log: Logger, incoming: Incoming, local: boolean): void {
  if (local && log.isLevelEnabled('trace') && 'text' in incoming) log.trace({ text: incoming.text }, 'text');
}

function acutePlan(here: Here, acute: Acute): Planned {
  const { standing, locale } = here;
  const bank = standing.kind === 'bank' ? standing.bank : undefined;
  const { title, lines } = acute.text[locale];
  const card = acuteCard.ref({ bank: bank?.id ?? '', title, lines: [...lines], phones: [...acute.phones, ...(bank?.phones ?? [])] });
  return { feature: 'guard', name: 'acute', partition: bank?.id ?? HOUSE, run: async () => ({ kind: 'show', card }) };
}

function plan(here: Here, hall: { routes: Routes; lobby: Lobby; now: number }): Planned {
  const { incoming, standing, locale } = here;
  const inLobby = (name: string, run: () => Promise<Reply>): Planned => ({ feature: 'lobby', name, partition: HOUSE, run });
  const speaks = incoming.kind !== 'members' && incoming.kind !== 'deleted' && !(incoming.kind === 'installed' && !incoming.added);
  if (standing.kind === 'bank') return planRoute(here, hall.routes.find(incoming), hall);
  if (!speaks) return inLobby('ack', async () => ({ kind: 'ack' }));
  if (standing.kind === 'unbound') return inLobby('unbound', () => hall.lobby.unbound(incoming, standing.banks, locale));
  if (standing.kind === 'stranger') return inLobby('stranger', async () => hall.lobby.stranger(locale));
  const question = incoming.kind === 'message' || incoming.kind === 'edited' ? incoming.text : '';
  return inLobby('choose', async () => hall.lobby.choose(standing.banks, locale, question));
}

function planRoute(here: Here, route: Route, hall: { routes: Routes; now: number }): Planned {
  const { incoming, standing, locale, log } = here;
  if (standing.kind !== 'bank') throw new Error('a route needs a bank');
  const { bank, roles, banks } = standing;
  const partition = route.home === 'house' ? HOUSE : bank.id;
  const note: Turn['note'] = (fields) => log.info(fields, 'note');
  const run = (tx: Tx) => route.run({ incoming, bank, banks, roles, locale, now: hall.now, tx, has: hall.routes.has, note });
  const allowed = may(route.who, standing);
  const refused = async (): Promise<Reply> => say(refusals.noRight, locale);
  return { feature: route.feature, name: route.name, partition, run: allowed ? run : refused };
}

function sentenceFor(error: unknown, here: Here, features: readonly Feature[]): string {
  if (error instanceof UserError) {
    for (const feature of features) {
      const sentence = feature.sentence?.(error.code, error.params, here.locale);
      if (sentence !== undefined) return sentence;
    }
  }
  if (error instanceof Conflict) return refusals.busy[here.locale];
  const id = newId().slice(0, 8);
  here.log.error({ err: error, id }, 'handler failed');
  return broken[here.locale](id);
}

/** The store is away: the person hears so in one sentence; nothing is remembered of it. */
async function sayDirectly(connector: Connector, incoming: Incoming, error: Unavailable | Conflict): Promise<Answered> {
  const locale = localeOf(incoming.locale);
  const sentence: Texts = error instanceof Conflict ? refusals.busy : refusals.unavailable;
  const reply = say(sentence, locale);
  if (!isAnsweredByMessage(incoming) || (incoming.kind !== 'message' && incoming.kind !== 'action')) return { reply, locale };
  const address: Address = incoming.via;
  try {
    await connector.send(address, { conversationId: incoming.place.conversationId, replyToId: incoming.id }, { text: reply.text });
  } catch (refused) {
    if (refused instanceof SendRefused) throw new Unavailable('neither store nor connector answered', { cause: refused });
    throw refused;
  }
  return { reply, locale };
}
