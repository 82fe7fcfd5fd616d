import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { idFrom } from '../../src/core/ids.ts';
import { OUTBOX, type OutboxRow, POSTING, type Recipient, TENANT } from '../../src/core/outbox.ts';
import type { Timings } from '../../src/delivery/timings.ts';
import { HOUSE, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { type ConnectorCall, type ConnectorStandIn, type Fault, startConnectorStandIn } from '../support/connector-stand-in.ts';
import type { Orders, SendNow } from './kill-child.ts';

const BANK = 'rph';
/** Everything shorter than in production, so that a storm is one of minutes. */
const TIMINGS: Timings = { claimMs: 3_000, sendTimeoutMs: 2_000, leaseMs: 600, leaseRenewMs: 150 };
/** From the arrival of a message to the commit that it was sent: a kill within may double it. */
const WINDOW_MS = 1_000;
/** How long the outbox may take to become empty after the last kill. */
const PATIENCE_MS = 180_000;

export interface StormPlan {
  readonly messages: number;
  readonly conversations: number;
  readonly cards: number;
  readonly kills: number;
  /** Pause before each kill, at least and at most, ms. */
  readonly pauses: readonly [number, number];
}

export interface StormFigures {
  readonly calls: number;
  readonly refused: number;
  readonly kills: number;
  /** Messages and cards that never arrived. */
  readonly lost: readonly string[];
  /** Those that arrived again after a kill in the window between sending and its commit. */
  readonly doubled: readonly string[];
  /** Those that arrived again without such a kill. */
  readonly doubledOutside: readonly string[];
  /** Rows that are not recorded as sent. */
  readonly unrecorded: number;
  readonly seconds: number;
}

/** One call in six fails: told to wait, refused for now, broken off, or never answered. */
function randomFault(): Fault | undefined {
  const draw = Math.random();
  if (draw < 0.05) return { status: 429, retryAfter: 1 };
  if (draw < 0.1) return { status: 503 };
  if (draw < 0.15) return 'reset';
  return draw < 0.165 ? 'hang' : undefined;
}

function recipientOf(index: number, conversations: number): Recipient {
  const one = index % conversations;
  if (index % 5 === 0) return { to: 'person', aadId: `p${one}`, name: 'Navn', tenantId: 't1' };
  if (index % 7 === 0) return { to: 'channel', channelId: `ch${one}`, tenantId: 't1' };
  return { to: 'conversation', conversationId: `c${one}`, ...(index % 2 === 0 ? { replyToId: 'q' } : {}) };
}

/** Two processes on one store, one killed and replaced again and again. */
class Victims {
  readonly kills: number[] = [];
  readonly #file: string;
  #children: ChildProcess[] = [];
  #born = 0;

  constructor(file: string) {
    this.#file = file;
    this.#children = [this.#spawn(), this.#spawn()];
  }

  sendNow(order: SendNow): void {
    const child = this.#children[this.#born % this.#children.length];
    if (child?.connected) child.send(order, () => undefined);
  }

  async killOne(): Promise<void> {
    const at = Math.floor(Math.random() * this.#children.length);
    const child = this.#children[at];
    if (!child) return;
    this.kills.push(Date.now());
    await end(child);
    this.#children[at] = this.#spawn();
  }

  async endAll(): Promise<void> {
    await Promise.all(this.#children.map(end));
  }

  #spawn(): ChildProcess {
    const orders: Orders = { file: this.#file, instance: `i${++this.#born}`, timings: TIMINGS };
    return fork(new URL('kill-child.ts', import.meta.url), [JSON.stringify(orders)], { stdio: 'inherit' });
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Sends messages while the connector fails and processes are killed, and counts what has become of them. */
export async function runStorm(plan: StormPlan): Promise<StormFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'storm-'));
  const file = join(folder, 'storm.sqlite');
  const standIn = await startConnectorStandIn();
  const storage = createSqlite({ file });
  const body = { serviceUrl: standIn.url, botId: '28:bot', tenantId: 't1' };
  await storage.commit(HOUSE, [{ op: 'put', kind: TENANT.name, id: 't1', body }]);
  standIn.setFault(randomFault);
  const started = Date.now();
  const victims = new Victims(file);
  try {
    const [keys] = await Promise.all([write(storage, plan, victims), killAll(plan, victims)]);
    await untilQuiet(storage);
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    return { ...judge(standIn, keys, victims.kills), unrecorded: await unrecorded(storage, plan), seconds };
  } finally {
    await victims.endAll();
    await storage.close();
    await standIn.close();
    await rm(folder, { recursive: true });
  }
}

async function killAll({ kills, pauses: [least, most] }: StormPlan, victims: Victims): Promise<void> {
  for (let killed = 0; killed < kills; killed++) {
    await wait(least + Math.random() * (most - least));
    await victims.killOne();
  }
}

/** Puts messages and cards, as turns of the killed processes would, all along the storm. */
async function write(storage: Storage, plan: StormPlan, victims: Victims): Promise<string[]> {
  const duration = (plan.kills * (plan.pauses[0] + plan.pauses[1])) / 2;
  const keys: string[] = [];
  for (let index = 0; index < plan.messages; index++) {
    const key = `message ${index}`;
    const recipient = recipientOf(index, plan.conversations);
    const inline = recipient.to === 'conversation' && recipient.replyToId !== undefined;
    const now = Date.now();
    const row: OutboxRow = {
      key,
      recipient,
      content: { type: 'text', text: key },
      locale: 'nb',
      state: 'waiting',
      createdAt: now,
      attempts: 0,
    };
    const id = idFrom(key);
    await storage.commit(BANK, [{ op: 'put', kind: OUTBOX.name, id, body: row, dueAt: inline ? now + TIMINGS.claimMs : now }]);
    if (inline) victims.sendNow({ bank: BANK, id });
    keys.push(key);
    if (index < plan.cards) keys.push(await writeCard(storage, index));
    await wait((0.8 * duration) / plan.messages);
  }
  return keys;
}

async function writeCard(storage: Storage, index: number): Promise<string> {
  const id = `card ${index}`;
  const body = {
    render: 'r',
    thing: { kind: 'thing', id },
    place: { in: 'channel', channelId: `ch${index}`, tenantId: 't1' },
    locale: 'nb',
    wanted: 1,
    state: 'standing',
  };
  await storage.commit(BANK, [{ op: 'put', kind: POSTING.name, id, body, dueAt: Date.now() }]);
  return id;
}

async function untilQuiet(storage: Storage): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const open = async () => {
    const [rows, cards] = await Promise.all([OUTBOX, POSTING].map(({ name }) => storage.due(name, Number.MAX_SAFE_INTEGER, 1)));
    return (rows?.length ?? 0) + (cards?.length ?? 0);
  };
  while ((await open()) > 0 && Date.now() < deadline) await wait(100);
}

async function unrecorded(storage: Storage, { messages, cards }: StormPlan): Promise<number> {
  const sent = await storage.count(BANK, OUTBOX.name, [{ field: 'state', op: '=', value: 'sent' }]);
  const shown = await storage.count(BANK, POSTING.name, [{ field: 'shown', op: '=', value: 1 }]);
  return messages + cards - sent - shown;
}

function keyOf({ body }: ConnectorCall): string {
  const activity = body?.activity ?? body;
  return activity?.text ?? activity?.summary ?? '';
}

function judge(standIn: ConnectorStandIn, keys: readonly string[], kills: readonly number[]): Omit<StormFigures, 'unrecorded' | 'seconds'> {
  const taken = Map.groupBy(
    standIn.calls.filter(({ status }) => status === 201),
    keyOf,
  );
  const times = (key: string) => (taken.get(key) ?? []).map(({ at }) => at).toSorted((a, b) => a - b);
  const isExplained = (key: string) =>
    times(key)
      .slice(0, -1)
      .every((at) => kills.some((kill) => kill >= at && kill <= at + WINDOW_MS));
  const more = keys.filter((key) => times(key).length > 1);
  return {
    calls: standIn.calls.length,
    refused: standIn.calls.filter(({ status }) => status !== 201 && status !== 200).length,
    kills: kills.length,
    lost: keys.filter((key) => times(key).length === 0),
    doubled: more.filter(isExplained),
    doubledOutside: more.filter((key) => !isExplained(key)),
  };
}
