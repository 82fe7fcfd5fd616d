import { z } from 'zod';
import { idFrom } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import { LOCALES } from '../core/locale.ts';
import { defineKind } from '../core/records.ts';
import type { Reply } from '../core/reply.ts';

/** How long an activity is remembered as handled: longer than anything is redelivered. */
export const MARK_KEPT_FOR_MS = 24 * 60 * 60_000;

const cardSchema = z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) });
const replySchema: z.ZodType<Reply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), text: z.string() }),
  z.object({ kind: z.literal('show'), card: cardSchema }),
  z.object({ kind: z.literal('form'), card: cardSchema }),
  z.object({ kind: z.literal('results'), items: z.array(z.object({ title: z.string(), text: z.string(), card: cardSchema })) }),
  z.object({ kind: z.literal('ack') }),
  z.object({ kind: z.literal('ask-there') }),
]);

/**
 * The mark that an activity was handled, committed with what it caused. An invoke's mark holds its answer; a message's the outbox row
 * of its answer.
 */
const handledSchema = z.object({ reply: replySchema.optional(), locale: z.enum(LOCALES), row: z.string().optional() });
export const HANDLED = defineKind('handled', handledSchema);

/** The id of an activity's mark. A message's is derived from where it stands, so that its edit finds it; not all senders give one an id. */
export function markOf(incoming: Incoming): string {
  const { kind, id, key, place } = incoming;
  return kind === 'message' && id !== '' ? messageMark(place.conversationId, id) : idFrom('handled', key);
}

export function messageMark(conversationId: string, activityId: string): string {
  return idFrom('message', conversationId, activityId);
}
