import type { Clock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import type { Tx } from '../core/features.ts';
import { idFrom } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import type { Locale } from '../core/locale.ts';
import { CLAIM_MS, type Content, OUTBOX, type OutboxRow, type Recipient } from '../core/outbox.ts';
import type { Reply } from '../core/reply.ts';
import type { Change, Storage } from '../storage/port.ts';
import { commitOnce, retryOnConflict } from './commit.ts';
import { HANDLED, MARK_KEPT_FOR_MS, markOf, messageMark } from './handled.ts';
import { openTx, readerOf } from './tx.ts';

export interface Committed {
  readonly reply: Reply;
  readonly locale: Locale;
  /** The outbox row that holds the answer to a message. */
  readonly row?: string;
  /** The activity was handled before: this is what was answered then. */
  readonly again: boolean;
  readonly reads: number;
  readonly writes: number;
  readonly wakes: boolean;
}

export interface TurnPlan {
  readonly incoming: Incoming;
  /** The partition that it commits in. */
  readonly partition: string;
  /** Where else the message may have been answered before it was edited. */
  readonly around: readonly string[];
  readonly locale: Locale;
  readonly run: (tx: Tx) => Promise<Reply>;
}

/** Whether an answer goes out as a message of its own, rather than in an invoke's response. */
export function isAnsweredByMessage(incoming: Incoming): boolean {
  if (incoming.kind === 'action') return !incoming.invoke;
  return incoming.kind !== 'query';
}

/** Runs a handler and commits all that it caused with the mark that the activity was handled; again on fresh state when others were first. */
export async function runTurn(storage: Storage, clock: Clock, plan: TurnPlan): Promise<Committed> {
  const mark = markOf(plan.incoming);
  const posted = new Set<string>();
  const isMark = (conflict: Conflict) => conflict.kind === HANDLED.name && conflict.id === mark;
  try {
    return await retryOnConflict(() => attempt(storage, clock, { ...plan, mark, posted }), isMark);
  } catch (error) {
    if (!(error instanceof Conflict) || !isMark(error)) throw error;
    return handledBefore(storage, plan);
  }
}

async function attempt(storage: Storage, clock: Clock, plan: TurnPlan & { mark: string; posted: Set<string> }): Promise<Committed> {
  const { partition, locale } = plan;
  const tx = openTx(storage, partition, { locale, real: clock.real(), posted: plan.posted });
  const reply = await plan.run(tx);
  const row = await answerRow(storage, plan, { reply, real: clock.real() });
  const handled = row ? { locale, row: row.id } : { locale, reply: storable(reply) };
  const changes: Change[] = [
    { op: 'put', kind: HANDLED.name, id: plan.mark, body: handled, expect: 'absent', expiresAt: clock.real() + MARK_KEPT_FOR_MS },
    ...tx.changes(),
    ...(row ? [row.change] : []),
  ];
  await commitOnce(storage, partition, { changes, posted: plan.posted });
  const done = { reply, locale, again: false, reads: tx.reads, writes: changes.length, wakes: tx.wakes };
  return row ? { ...done, row: row.id } : done;
}

/** The reply without what must not be stored. */
function storable(reply: Reply): Reply {
  if (reply.kind !== 'show' && reply.kind !== 'form') return reply;
  return { kind: reply.kind, card: { name: reply.card.name, data: reply.card.data } };
}

async function answerRow(
  storage: Storage,
  plan: TurnPlan & { mark: string },
  { reply, real }: { reply: Reply; real: number },
): Promise<{ id: string; change: Change } | undefined> {
  const { incoming } = plan;
  const content = contentOf(reply);
  if (!content || !isAnsweredByMessage(incoming)) return undefined;
  const key = `answer:${plan.mark}`;
  const replaces = incoming.kind === 'edited' ? await answerBefore(storage, plan) : undefined;
  const row: OutboxRow = {
    key,
    recipient: recipientOf(incoming),
    content,
    locale: plan.locale,
    state: 'waiting',
    createdAt: real,
    attempts: 0,
    ...(replaces && { replaces }),
  };
  const id = idFrom(key);
  return { id, change: { op: 'put', kind: OUTBOX.name, id, body: row, dueAt: real + CLAIM_MS, expect: 'absent' } };
}

function contentOf(reply: Reply): Content | undefined {
  if (reply.kind === 'say') return { type: 'text', text: reply.text };
  if (reply.kind === 'show' || reply.kind === 'form') return { type: 'card', name: reply.card.name, data: { ...reply.card.data } };
  return undefined;
}

function recipientOf(incoming: Incoming): Recipient {
  const { conversationId } = incoming.place;
  const isAnswer = (incoming.kind === 'message' || incoming.kind === 'edited') && incoming.id !== '';
  return isAnswer ? { to: 'conversation', conversationId, replyToId: incoming.id } : { to: 'conversation', conversationId };
}

/** The answer to a message before it was edited. */
async function answerBefore(storage: Storage, { incoming, partition, around }: TurnPlan): Promise<OutboxRow['replaces']> {
  const mark = messageMark(incoming.place.conversationId, incoming.id);
  for (const bank of new Set([partition, ...around])) {
    const before = await readerOf(storage, bank).get(HANDLED, mark);
    if (before?.row !== undefined) return { bank, row: before.row };
  }
  return undefined;
}

async function handledBefore(storage: Storage, plan: TurnPlan): Promise<Committed> {
  const before = await readerOf(storage, plan.partition).get(HANDLED, markOf(plan.incoming));
  const nothing: Reply = { kind: 'ack' };
  const done = { reply: before?.reply ?? nothing, locale: before?.locale ?? plan.locale, again: true, reads: 1, writes: 0, wakes: false };
  return before?.row ? { ...done, row: before.row } : done;
}

/** Whether an activity was handled in one of these partitions; which one. */
export async function handledIn(storage: Storage, partitions: readonly string[], incoming: Incoming): Promise<string | undefined> {
  for (const partition of partitions) if (await storage.get(partition, HANDLED.name, markOf(incoming))) return partition;
  return undefined;
}
