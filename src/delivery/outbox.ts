import type { Clock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { OUTBOX, type OutboxRow, outboxSchema } from '../core/outbox.ts';
import type { Item, Storage } from '../storage/port.ts';
import { type Call, createCall, Paced } from './calls.ts';
import { callUpon } from './mentions.ts';
import type { Pace } from './pacing.ts';
import { type Claim, claimRows, closeRow, persist, putRow, setAside, type Waiting } from './rows.ts';
import { failureOf, isOvertaken, judge, laneOf } from './rules.ts';
import type { Timings } from './timings.ts';
import { type Delivered, deliver, type Means } from './ways.ts';

export interface OutboxDeps extends Means {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pace: Pace;
  readonly timings: Timings;
  readonly random: () => number;
}

/** A message whose place another one takes is through so much later than it could be tried. */
const BEHIND_MS = 200;

/** What has become of a message: through, or it waits on, as it is now. */
export type Outcome = { readonly state: 'sent' | 'dropped' | 'dead' } | { readonly state: 'waiting'; readonly waiting?: Waiting };

/** A record of the outbox as one that waits; undefined when it does not, or is unfit and was set aside. */
export async function readWaiting(deps: Pick<OutboxDeps, 'storage' | 'log' | 'places'>, item: Item): Promise<Waiting | undefined> {
  const parsed = outboxSchema.safeParse(item.body);
  if (!parsed.success) {
    await setAside(deps, item, parsed.error);
    return undefined;
  }
  return parsed.data.state === 'waiting' ? toWaiting(deps, item, parsed.data) : undefined;
}

type Standing = Pick<Item, 'bank' | 'id' | 'etag' | 'dueAt'>;

async function toWaiting({ places }: Pick<OutboxDeps, 'places'>, item: Standing, row: OutboxRow): Promise<Waiting> {
  const { recipient } = row;
  const facts = recipient.to === 'conversation' ? await places.whereabouts(recipient.conversationId) : undefined;
  const lane = laneOf(recipient, facts?.owner);
  const called = row.way === 'mention' && recipient.to === 'person' ? recipient.thread : undefined;
  return {
    bank: item.bank,
    id: item.id,
    etag: item.etag,
    row,
    createdAt: row.createdAt,
    dueAt: item.dueAt ?? 0,
    lane: called === undefined ? lane : `mention:${item.bank}:${called}`,
    pace: called === undefined ? lane : `conversation:${called}`,
    tenant: recipient.to === 'conversation' ? (facts?.tenant ?? '') : await places.tenantOf(recipient.tenantId),
    notice: recipient.to !== 'conversation',
  };
}

/**
 * Tries to send what waits: one message, or people of one bank and thread who are called upon together. `held`: the claim that this
 * process has on it already; without it the rows are claimed first. Rejects when the store can't be reached.
 */
export async function attempt(deps: OutboxDeps, rows: readonly Waiting[], held?: Claim): Promise<Outcome[]> {
  const [first] = rows;
  if (!first) return [];
  const { clock, storage, timings } = deps;
  if (first.row.way !== 'mention' && (await dropOvertaken(deps, first))) return [{ state: 'dropped' }];
  const claim = held ?? (await claimRows(storage, rows, clock.real() + timings.claimMs));
  if (!claim) return rows.map(() => ({ state: 'waiting' }));
  const claimed = () => rows.map((waiting, at) => ({ ...waiting, etag: claim.etags[at] ?? '' }));
  const renew = () => claimRows(storage, claimed(), clock.real() + timings.claimMs);
  let delivered: Delivered;
  try {
    delivered = await send(deps, rows, createCall(deps, claim, renew));
  } catch (error) {
    if (error instanceof Conflict) return rows.map(() => ({ state: 'waiting' }));
    return Promise.all(claimed().map((waiting) => putBack(deps, waiting, error)));
  }
  return Promise.all(claimed().map((waiting) => close(deps, waiting, { state: 'sent', ...delivered })));
}

async function send(deps: OutboxDeps, rows: readonly Waiting[], call: Call): Promise<Delivered> {
  const [first] = rows;
  if (!first) throw new RangeError('nothing to send');
  if (first.row.way === 'mention') return callUpon(deps, rows, call);
  return deliver(deps, { ...first, replaces: await replacedBy(deps, first) }, call);
}

/** The activity whose place a message takes, if that was sent. Rejects with `Paced` while it waits to be. */
async function replacedBy({ storage, clock }: OutboxDeps, { row: { replaces } }: Waiting): Promise<string | undefined> {
  const item = replaces && (await storage.get(replaces.bank, OUTBOX.name, replaces.row));
  if (!item) return undefined;
  const before = outboxSchema.parse(item.body);
  if (before.state === 'waiting') throw new Paced(Math.max(item.dueAt ?? 0, clock.real()) + BEHIND_MS);
  return before.activityId;
}

async function dropOvertaken(deps: OutboxDeps, waiting: Waiting): Promise<boolean> {
  const { about } = waiting.row;
  if (!about) return false;
  const thing = await deps.storage.get(waiting.bank, about.kind, about.id);
  const overtaken = isOvertaken(about, thing?.body);
  if (overtaken === undefined) return false;
  await close(deps, waiting, { state: 'dropped', reason: `${about.kind} ${overtaken}` });
  return true;
}

type Closing = Partial<Delivered> & { state: 'sent' | 'dropped' | 'dead'; reason?: string };

async function close(deps: OutboxDeps, waiting: Waiting, closing: Closing): Promise<Outcome> {
  const now = deps.clock.real();
  const row: OutboxRow = { ...waiting.row, ...closing, ...(closing.state === 'sent' && { sentAt: now }) };
  await closeRow(deps.storage, { ...waiting, row }, now);
  const { bank, id } = waiting;
  const fields = { bank, row: id, state: row.state, way: row.way, attempts: row.attempts, reason: row.reason };
  if (row.state === 'dead') deps.log.error(fields, 'message given up');
  else deps.log.debug(fields, 'message done');
  return { state: closing.state };
}

/** Writes down a failed attempt: later again, by the next way, or given up. */
async function putBack(deps: OutboxDeps, waiting: Waiting, error: unknown): Promise<Outcome> {
  const now = deps.clock.real();
  if (error instanceof Paced) return rest(deps, waiting, { row: waiting.row, dueAt: error.at });
  const failure = failureOf(error);
  const { reason } = failure;
  const row: OutboxRow = { ...waiting.row, attempts: waiting.row.attempts + 1 };
  const verdict = judge(row, failure, { now, random: deps.random() });
  if (verdict.do === 'dead') return close(deps, { ...waiting, row }, { state: 'dead', reason });
  const fields = { bank: waiting.bank, row: waiting.id, attempts: row.attempts, reason };
  deps.log.warn(fields, verdict.do === 'mention' ? 'personal chat is closed' : 'message waits for another attempt');
  if (verdict.do === 'retry') return rest(deps, waiting, { row, dueAt: verdict.at });
  return rest(deps, waiting, { row: { ...row, attempts: 0, way: 'mention' }, dueAt: now });
}

/** Leaves a message to its next attempt. */
export async function rest(
  deps: Pick<OutboxDeps, 'storage' | 'places'>,
  waiting: Waiting,
  next: { row: OutboxRow; dueAt: number },
): Promise<Outcome> {
  const { bank, id } = waiting;
  const { row, dueAt } = next;
  try {
    const [etag = ''] = await persist(deps.storage, bank, [putRow(id, row, { etag: waiting.etag, dueAt })]);
    return { state: 'waiting', waiting: await toWaiting(deps, { bank, id, etag, dueAt }, row) };
  } catch (error) {
    if (error instanceof Conflict) return { state: 'waiting' };
    throw error;
  }
}

/** Makes a message that was given up wait again, as a new one. Anything else is left as it is. */
export async function revive(storage: Storage, at: { bank: string; id: string }, now: number): Promise<void> {
  const item = await storage.get(at.bank, OUTBOX.name, at.id);
  if (item?.body.state !== 'dead') return;
  const { way: _way, reason: _reason, ...row } = outboxSchema.parse(item.body);
  await storage.commit(at.bank, [putRow(at.id, { ...row, state: 'waiting', attempts: 0 }, { etag: item.etag, dueAt: now })]);
}
