import type { Outgoing } from '../core/connector.ts';
import type { Locale } from '../core/locale.ts';
import type { Call } from './calls.ts';
import type { Waiting } from './rows.ts';
import { byCreation, MOST_MENTIONS, mentionAt } from './rules.ts';
import { CALLED_UPON } from './texts.ts';
import type { Delivered, Means } from './ways.ts';

/** What goes out in one post: one message, or people who are called upon together. */
export interface Unit extends Waiting {
  /** Those who are called upon together. */
  readonly together?: readonly Waiting[];
}

export function rowsOf(unit: Unit): readonly Waiting[] {
  return unit.together ?? [unit];
}

function threadOf({ bank, row }: Waiting): string | undefined {
  return row.recipient.to === 'person' && row.recipient.thread !== undefined ? JSON.stringify([bank, row.recipient.thread]) : undefined;
}

/**
 * Collects those who can only be reached in a thread: one post per bank and thread, with at most MOST_MENTIONS people. `underWay`: messages
 * that are being tried and may join them.
 */
export function toUnits(waiting: readonly Waiting[], underWay: readonly Waiting[]): readonly Unit[] {
  if (!waiting.some(({ row }) => row.way === 'mention')) return waiting;
  const called = Map.groupBy(
    waiting.filter(({ row }) => row.way === 'mention'),
    threadOf,
  );
  const first = waiting.filter(({ row }) => row.way !== 'mention');
  const others = Map.groupBy(
    [...first, ...underWay].filter(({ row }) => row.way !== 'mention' && row.attempts === 0),
    threadOf,
  );
  const posts = [...called].flatMap(([thread, members]) => {
    const rows = members.toSorted(byCreation).slice(0, MOST_MENTIONS);
    const [oldest] = rows;
    if (!oldest) return [];
    const since = rows.map(({ dueAt }) => dueAt);
    return [{ ...oldest, dueAt: mentionAt(since, others.get(thread)?.length ?? 0), together: rows }];
  });
  return [...first, ...posts];
}

/** A post that calls people upon and says nothing of what it is about. A person with several messages is called once. */
function drawMentions(people: readonly { aadId: string; name: string }[], locale: Locale): Outgoing {
  const mentions = [...new Map(people.map((person) => [person.aadId, { aadId: person.aadId, name: person.name }])).values()];
  const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
  return { text: CALLED_UPON[locale](names, mentions.length), mentions };
}

/** Calls people upon in the thread that their messages belong to. Rejects as `call` does. */
export async function callUpon({ connector, places }: Means, rows: readonly Waiting[], call: Call): Promise<Delivered> {
  const people = rows.flatMap(({ row }) => (row.recipient.to === 'person' ? [row.recipient] : []));
  const [first] = rows;
  const conversationId = people[0]?.thread;
  if (!first || conversationId === undefined) throw new RangeError('nobody to call upon');
  const address = await places.addressOf(conversationId);
  const scope = { key: first.pace, tenant: first.tenant, creating: false };
  const message = drawMentions(people, first.row.locale);
  const { activityId } = await call(scope, () => connector.send(address, { conversationId }, message));
  return { way: 'mention', conversationId, activityId };
}
