import { fileURLToPath } from 'node:url';
import { compose, type House } from '../../src/compose.ts';
import { ROOT, readConfig } from '../../src/config.ts';
import { type Content, createContent } from '../../src/content.ts';
import type { Connector, Outgoing, Roster, RosterMember } from '../../src/core/connector.ts';
import { SendRefused } from '../../src/core/errors.ts';
import type { Action, Incoming, Message, Person, Place } from '../../src/core/incoming.ts';
import { type Logger, silentLog } from '../../src/core/log.ts';
import { furnish } from '../../src/furnish.ts';
import { HOUSE, type Item, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';

export const SETUP_FILE = fileURLToPath(new URL('../fixtures/setup.json', import.meta.url));
export const NOW = '2026-03-02T09:00:00+01:00';
const VIA = { serviceUrl: 'http://127.0.0.1:9/', botId: '28:bot', botName: 'Ressursbanken', tenantId: 'tenant' };

/** Invented people by their directory object ids. Who is in which room stands in `ROSTERS`, who has which role in the set-up file. */
export const PEOPLE = {
  kari: 'Kari Medlem',
  nils: 'Nils Nynorsk',
  ola: 'Ola Ung',
  berit: 'Berit Begge',
  voksen: 'Vera Voksen',
  ada: 'Ada Admin',
  eli: 'Eli Redaktør',
  roar: 'Roar Rådgiver',
  sara: 'Sara Strand',
} as const;
export type PersonName = keyof typeof PEOPLE;

export const ROSTERS: Readonly<Record<string, readonly PersonName[]>> = {
  '19:team-rph': ['kari', 'nils', 'berit', 'eli', 'roar'],
  '19:team-fact-ung': ['ola', 'berit'],
  '19:team-fact-alle': ['voksen'],
};

/** A message as it reached the connector. */
export interface Sent {
  readonly what: 'send' | 'update' | 'thread' | 'remove';
  readonly to: string;
  readonly replyToId?: string;
  readonly activityId: string;
  readonly message: Outgoing;
}

export class FakeConnector implements Connector {
  readonly sent: Sent[] = [];
  /** What every call is refused with, while it is set. */
  refusal: SendRefused | undefined;

  #take(sent: Omit<Sent, 'activityId'>, activityId = `answer-${this.sent.length + 1}`): string {
    if (this.refusal) throw this.refusal;
    this.sent.push({ ...sent, activityId });
    return activityId;
  }
  async send(...[, to, message]: Parameters<Connector['send']>) {
    const replyTo = to.replyToId === undefined ? {} : { replyToId: to.replyToId };
    return { activityId: this.#take({ what: 'send', to: to.conversationId, ...replyTo, message }) };
  }
  async update(...[, at, message]: Parameters<Connector['update']>) {
    this.#take({ what: 'update', to: at.conversationId, message }, at.activityId);
  }
  async remove(...[, at]: Parameters<Connector['remove']>) {
    this.#take({ what: 'remove', to: at.conversationId, message: {} }, at.activityId);
  }
  async startThread(...[, channelId, message]: Parameters<Connector['startThread']>) {
    const activityId = this.#take({ what: 'thread', to: channelId, message });
    return { conversationId: `${channelId};messageid=${activityId}`, activityId };
  }
  async openPersonal(...[, aadId]: Parameters<Connector['openPersonal']>) {
    if (this.refusal) throw this.refusal;
    return { conversationId: `chat-${aadId}` };
  }
}

export class FakeRoster implements Roster {
  readonly rooms = new Map<string, RosterMember[]>(
    Object.entries(ROSTERS).map(([team, names]) => [team, names.map((aadId) => ({ aadId, name: PEOPLE[aadId] }))]),
  );
  /** How many times a whole roster and a single person were asked for. */
  readonly asked = { members: 0, member: 0 };
  fails = false;

  #room(team: string): RosterMember[] {
    const room = this.rooms.get(team);
    if (this.fails || !room) throw new SendRefused('no roster', { permanent: true, status: 404 });
    return room;
  }
  async members(...[, team]: Parameters<Roster['members']>) {
    this.asked.members++;
    return [...this.#room(team)];
  }
  async member(...[, team, aadId]: Parameters<Roster['member']>) {
    this.asked.member++;
    return this.#room(team).find((person) => person.aadId === aadId);
  }
  async channels(...[, team]: Parameters<Roster['channels']>) {
    this.#room(team);
    return [
      { id: '19:general', name: 'Generelt' },
      { id: '19:sporsmal', name: 'Spørsmål' },
    ];
  }
}

export interface HouseOptions {
  /** Over a local bot with the fixture's set-up file at `NOW`. An empty value takes a variable out. */
  readonly env?: Readonly<Record<string, string>>;
  readonly storage?: Storage;
  readonly roster?: FakeRoster;
  readonly connector?: FakeConnector;
  readonly log?: Logger;
}

/** A whole bot with nothing outside: records in memory, a connector and rosters that are lists. */
export interface TestHouse {
  readonly house: House;
  readonly storage: Storage;
  readonly connector: FakeConnector;
  readonly roster: FakeRoster;
  /** Takes an activity through its turn, and gives its answer and what was sent meanwhile. */
  handle(incoming: Incoming): Promise<{ reply: Awaited<ReturnType<House['bot']['handle']>>['reply']; sent: readonly Sent[] }>;
  /** Every record of the store. */
  records(): Promise<readonly Item[]>;
  /** Makes the store what it was when the house was opened. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The files of `content/`, read once for all houses of a test process: most of what opening a house takes. */
const CONTENT = remembered(createContent(ROOT));

function remembered(content: Content): Content {
  const [guard, thesaurus] = [content.guard(), content.thesaurus()];
  return { ...content, guard: () => guard, thesaurus: () => thesaurus };
}

export async function openHouse(options: HouseOptions = {}): Promise<TestHouse> {
  const storage = options.storage ?? createSqlite({ file: ':memory:' });
  const connector = options.connector ?? new FakeConnector();
  const roster = options.roster ?? new FakeRoster();
  const config = readConfig({ LOG_LEVEL: 'silent', SETUP_FILE, CLOCK: NOW, ...options.env });
  const house = await compose(config, { log: options.log ?? silentLog(), connector, roster, storage, content: CONTENT });
  await furnish(house);
  const atFirst = await recordsOf(storage);
  return {
    ...{ house, storage, connector, roster },
    handle: async (incoming) => {
      const before = connector.sent.length;
      const { reply } = await house.bot.handle(incoming);
      return { reply, sent: connector.sent.slice(before) };
    },
    records: () => recordsOf(storage),
    reset: async () => {
      await restoreTo(storage, atFirst);
      house.bot.directory.forget();
    },
    close: async () => {
      await house.delivery.stop();
      await storage.close();
    },
  };
}

export async function recordsOf(storage: Storage): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await storage.all(cursor);
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

async function restoreTo(storage: Storage, wanted: readonly Item[]): Promise<void> {
  const keyOf = ({ bank, kind, id }: Item) => JSON.stringify([bank, kind, id]);
  const before = new Map(wanted.map((item) => [keyOf(item), item]));
  for (const now of await recordsOf(storage)) {
    const first = before.get(keyOf(now));
    if (first?.etag === now.etag) continue;
    const { bank, kind, id } = now;
    await storage.commit(bank, [first ? { op: 'put', kind, id, body: first.body } : { op: 'remove', kind, id }]);
  }
}

/** The records of one kind, in all partitions but those told. */
export async function recordsOfKind(storage: Storage, kind: string): Promise<readonly Item[]> {
  return (await recordsOf(storage)).filter((record) => record.kind === kind);
}

export { HOUSE };

let count = 0;

export const inChat = (who: string, chat = ''): Place => ({ kind: 'personal', conversationId: `chat-${who}${chat}` });

/** A thread in a channel of a Teams team. */
export function inTeam(team: string, thread = 't1'): Place {
  const channelId = `${team}-sporsmal`;
  return { kind: 'channel', conversationId: `${channelId};messageid=${thread}`, teamsTeamId: team, channelId, threadId: thread };
}

export function personOf(who: PersonName | (string & {})): Person {
  return { id: `29:${who}`, aadId: who, name: PEOPLE[who as PersonName] ?? who };
}

type Given = Partial<Pick<Message, 'id' | 'key' | 'place' | 'person' | 'locale'>>;

function base(who: string, given: Given) {
  const id = given.id ?? `m${++count}`;
  const place = given.place ?? inChat(who);
  return { id, key: given.key ?? `key-${place.conversationId}-${id}`, person: personOf(who), place, via: VIA, locale: 'nb-NO', ...given };
}

export function said(who: string, text: string, given: Given & Partial<Pick<Message, 'quoted' | 'hasFiles'>> = {}): Message {
  return { kind: 'message', hasFiles: false, ...base(who, given), ...given, text };
}

export function edited(who: string, text: string, given: Given & { id: string }): Incoming {
  return { kind: 'edited', hasFiles: false, ...base(who, { ...given, key: given.key ?? `edit-${++count}` }), text };
}

export function pressed(
  who: string,
  press: { readonly verb: string; readonly data?: Readonly<Record<string, unknown>>; readonly invoke?: boolean },
  given: Given = {},
): Action {
  const { verb, data = {}, invoke = true } = press;
  return { kind: 'action', ...base(who, given), verb, data, invoke };
}

const READ: readonly string[] = ['text', 'title', 'value', 'label', 'name', 'placeholder', 'errorMessage'];

/** What a person reads of a card: all its texts, one a line. */
export function textsOf(card: unknown, key = ''): string {
  if (typeof card === 'string') return READ.includes(key) ? card : '';
  if (card === null || typeof card !== 'object') return '';
  const texts = Object.entries(card).map(([name, value]) => textsOf(value, Array.isArray(card) ? key : name));
  return texts.filter((text) => text !== '').join('\n');
}
