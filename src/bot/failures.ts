import type { Connector } from '../core/connector.ts';
import { Conflict, SendRefused, Unavailable, UserError } from '../core/errors.ts';
import type { Feature } from '../core/features.ts';
import { newId } from '../core/ids.ts';
import type { Incoming } from '../core/incoming.ts';
import { type Locale, localeOf } from '../core/locale.ts';
import type { Logger } from '../core/log.ts';
import type { Reply } from '../core/reply.ts';
import type { Here } from './plan.ts';
import { broken, refusals } from './texts.ts';
import { isAnsweredByMessage } from './turns.ts';

/** How much of an id is told to a person: enough to find the line in the log. */
const TOLD_ID_LENGTH = 8;

/** What is said when a handler did not get through. */
export function sentenceFor(error: unknown, here: Pick<Here, 'locale' | 'log'>, features: readonly Feature[]): string {
  const { locale, log } = here;
  if (error instanceof UserError) {
    for (const feature of features) {
      const sentence = feature.sentence?.(error.code, error.params, locale);
      if (sentence !== undefined) return sentence;
    }
  }
  if (error instanceof Conflict) return refusals.busy[locale];
  if (error instanceof Unavailable) return refusals.unavailable[locale];
  const id = newId().slice(0, TOLD_ID_LENGTH);
  log.error({ err: error, id }, 'handler failed');
  return broken[locale](id);
}

/**
 * Nothing could be stored: the person hears so in one sentence, and nothing is remembered of it; with `instead` that
 * stands in its place. Rejects with `Unavailable` when it could not be sent either.
 */
export async function sayUnstored(
  connector: Connector,
  { incoming, log, instead }: { incoming: Incoming; log: Logger; instead: ((locale: Locale) => string) | undefined },
  error: unknown,
): Promise<{ reply: Reply; locale: Locale }> {
  const locale = localeOf(incoming.locale);
  const text = instead?.(locale) ?? sentenceFor(error, { locale, log }, []);
  const reply: Reply = { kind: 'say', text };
  const asked = incoming.kind === 'message' || incoming.kind === 'edited' || incoming.kind === 'action';
  if (!asked || !isAnsweredByMessage(incoming)) return { reply, locale };
  const { conversationId } = incoming.place;
  try {
    await connector.send(incoming.via, { conversationId, ...(incoming.id !== '' && { replyToId: incoming.id }) }, { text });
  } catch (refused) {
    if (refused instanceof SendRefused) throw new Unavailable('neither store nor connector answered', { cause: refused });
    throw refused;
  }
  return { reply, locale };
}
