import sinon from 'sinon';
import type { Clock } from '../../src/core/clock.ts';
import { createClock } from '../../src/core/clock.ts';
import type { Connector, Outgoing } from '../../src/core/connector.ts';
import { SendRefused } from '../../src/core/errors.ts';
import { idFrom } from '../../src/core/ids.ts';
import { silentLog } from '../../src/core/log.ts';
import {
  CONVERSATION,
  JOB,
  OUTBOX,
  type OutboxRow,
  outboxSchema,
  POSTING,
  type Posting,
  type Recipient,
  TENANT,
} from '../../src/core/outbox.ts';
import { createDelivery, type Delivery, type DeliveryOptions } from '../../src/delivery/index.ts';
import { HOUSE, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';

export const BANK = 'rph';
export const START = Date.parse('2026-03-02T08:00:00Z');
export const ADDRESS = { serviceUrl: 'https://smba.example.no/', botId: '28:bot', tenantId: 't1' };

export interface Call {
  readonly what: 'send' | 'update' | 'remove' | 'startThread' | 'openPersonal';
  readonly to: string;
  readonly message?: Outgoing;
  readonly at: number;
}

/** What goes wrong with a call, `number` counted from 1; undefined: nothing. `hang`: no answer ever. */
export type Script = (call: Call, number: number) => SendRefused | 'hang' | undefined;

export const refused = (status?: number, retryAfterMs?: number) =>
  new SendRefused('scripted', {
    permanent: [400, 403, 404, 405, 410].includes(status ?? 0),
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

/** A connector in memory. `took`: what it has taken. */
export class FakeConnector implements Connector {
  readonly calls: Call[] = [];
  readonly took: Call[] = [];
  script: Script = () => undefined;
  /** How long a call takes, ms. */
  latency = 20;

  texts(): (string | undefined)[] {
    return this.took
      .filter(({ what }) => what !== 'openPersonal' && what !== 'remove')
      .map(({ message }) => message?.text ?? message?.summary);
  }

  async #do(what: Call['what'], to: string, message?: Outgoing): Promise<string> {
    const call = { what, to, at: Date.now(), ...(message === undefined ? {} : { message }) };
    this.calls.push(call);
    const fault = this.script(call, this.calls.length);
    if (fault === 'hang') return new Promise(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, this.latency));
    if (fault) throw fault;
    this.took.push(call);
    return `a${this.took.length}`;
  }

  async send(...[, { conversationId }, message]: Parameters<Connector['send']>) {
    return { activityId: await this.#do('send', conversationId, message) };
  }
  async update(...[, { activityId }, message]: Parameters<Connector['update']>) {
    await this.#do('update', activityId, message);
  }
  async remove(...[, { activityId }]: Parameters<Connector['remove']>) {
    await this.#do('remove', activityId);
  }
  async startThread(...[, channelId, message]: Parameters<Connector['startThread']>) {
    const activityId = await this.#do('startThread', channelId, message);
    return { conversationId: `${channelId};messageid=${activityId}`, activityId };
  }
  async openPersonal(...[, aadId]: Parameters<Connector['openPersonal']>) {
    await this.#do('openPersonal', aadId);
    return { conversationId: `chat-${aadId}` };
  }
}

export interface Setup {
  readonly timers: sinon.SinonFakeTimers;
  readonly clock: Clock & { moveTo(to: number): void };
  readonly storage: Storage;
  readonly connector: FakeConnector;
  readonly delivery: Delivery;
  /** One more process on the same store. */
  another(options?: Partial<DeliveryOptions>): Delivery;
  end(): Promise<void>;
}

/** A delivery room with time in hand: nothing happens until `timers.tickAsync`. */
export async function setUp(options: Partial<DeliveryOptions> = {}): Promise<Setup> {
  const timers = sinon.useFakeTimers({ now: START });
  const clock = createClock();
  const storage = createSqlite({ file: ':memory:', now: clock.real });
  const connector = new FakeConnector();
  const made: Delivery[] = [];
  const another = (more: Partial<DeliveryOptions> = {}) => {
    const delivery = createDelivery({
      storage,
      connector,
      clock,
      render: (card) => ({ card: { name: card.name, ...card.data, ...card.unstored }, summary: `card ${card.name}` }),
      log: silentLog(),
      intervalMs: 1_000,
      runJob: async () => undefined,
      drawPosting: async () => undefined,
      instance: `i${made.length}`,
      random: () => 0.5,
      ...options,
      ...more,
    });
    made.push(delivery);
    return delivery;
  };
  const delivery = another();
  await storage.commit(HOUSE, [{ op: 'put', kind: TENANT.name, id: 't1', body: ADDRESS }]);
  const end = async () => {
    const stopping = Promise.all(made.map((one) => one.stop()));
    await timers.tickAsync(20_000);
    await stopping;
    timers.restore();
    await storage.close();
  };
  return { timers, clock, storage, connector, delivery, another, end };
}

export const DAY = 24 * 3_600_000;

export const toPerson = (aadId: string, thread?: string): { recipient: Recipient } => ({
  recipient: { to: 'person', aadId, name: `Navn ${aadId}`, ...(thread === undefined ? {} : { thread }) },
});

let created = 0;

export function rowOf(key: string, extra: Partial<OutboxRow> = {}): OutboxRow {
  return {
    key,
    recipient: { to: 'conversation', conversationId: 'c1' },
    content: { type: 'text', text: key },
    locale: 'nb',
    state: 'waiting',
    createdAt: Date.now() + ++created / 1_000,
    attempts: 0,
    ...extra,
  };
}

/** Puts messages as a turn does; with `claimedFor` ms, as an answer that this process sends itself. */
export async function post(storage: Storage, rows: readonly OutboxRow[], claimedFor = 0): Promise<void> {
  for (const row of rows) {
    const dueAt = Date.now() + claimedFor;
    await storage.commit(BANK, [{ op: 'put', kind: OUTBOX.name, id: idFrom(row.key), body: row, dueAt, expect: 'absent' }]);
  }
}

export async function rowAt(storage: Storage, key: string): Promise<OutboxRow> {
  const item = await storage.get(BANK, OUTBOX.name, idFrom(key));
  return outboxSchema.parse(item?.body);
}

/** Raises `wanted` as a turn does. */
export async function keep(storage: Storage, id: string, place: Posting['place'], extra: Partial<Posting> = {}): Promise<void> {
  const item = await storage.get(BANK, POSTING.name, id);
  const standing = item && POSTING.schema.parse(item.body);
  const fresh = {
    render: 'webinar',
    thing: { kind: 'webinar', id },
    place,
    locale: 'nb',
    shown: 0,
    state: 'standing',
    attempts: 0,
    shownAt: 0,
  } as const;
  const body = { ...fresh, ...extra, ...standing, wanted: (standing?.wanted ?? 0) + 1 };
  const expect = item ? { etag: item.etag } : 'absent';
  await storage.commit(BANK, [{ op: 'put', kind: POSTING.name, id, body, dueAt: Date.now(), expect }]);
}

export async function postingAt(storage: Storage, id: string): Promise<Posting> {
  return POSTING.schema.parse((await storage.get(BANK, POSTING.name, id))?.body);
}

export async function later(storage: Storage, key: string, at: number): Promise<void> {
  const body = { key, job: 'remind', data: {}, at, attempts: 0, state: 'waiting' };
  await storage.commit(BANK, [{ op: 'put', kind: JOB.name, id: idFrom(key), body, dueAt: at }]);
}

export async function removeJob(storage: Storage, key: string): Promise<void> {
  await storage.commit(BANK, [{ op: 'remove', kind: JOB.name, id: idFrom(key) }]);
}

export async function knowChat(storage: Storage, conversationId: string, aadId: string): Promise<void> {
  await storage.commit(HOUSE, [{ op: 'put', kind: CONVERSATION.name, id: conversationId, body: { ...ADDRESS, aadId } }]);
}
