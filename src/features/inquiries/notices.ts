import { POSTING, type Recipient } from '../../core/outbox.ts';
import { type NOTICES, noticeCard } from './cards/index.ts';
import { type Inquiry, tenantOf } from './model.ts';
import { cardIds } from './store.ts';
import type { Desk } from './watches.ts';

export interface Notice {
  readonly what: (typeof NOTICES)[number];
  /** Who is called upon; null: nobody could be found. */
  readonly to: { readonly id: string; readonly name: string } | null;
  /** Who caused it, or who has it. */
  readonly name?: string;
  readonly due?: number;
  /** Tells notices of one inquiry and kind apart: the same is never sent twice. */
  readonly once: string;
}

/**
 * Calls somebody of the centre upon, in the thread of the inquiry's card: it says what happened, and never what was written. Where the
 * card does not stand yet a thread of its own is started; without a channel, or where it takes no cards, it goes to the person.
 */
export async function notify({ tx, bank }: Desk, inquiry: Inquiry, notice: Notice): Promise<void> {
  const { what, to, name = '', due = null, once } = notice;
  const { number } = inquiry;
  const tenant = tenantOf(inquiry);
  const recipient = async (): Promise<Recipient | undefined> => {
    const { conversationId, state } = (await tx.get(POSTING, cardIds.case(number))) ?? {};
    const isClosed = state !== undefined && state !== 'standing' && conversationId === undefined;
    if (bank.adviserChannel === null || isClosed) return to === null ? undefined : { to: 'person', aadId: to.id, name: to.name, ...tenant };
    if (conversationId !== undefined && state !== 'gone') return { to: 'conversation', conversationId };
    return { to: 'channel', channelId: bank.adviserChannel, ...tenant };
  };
  const whereTo = await recipient();
  if (whereTo === undefined) return;
  const { name: card, data } = noticeCard.ref({ bank: bank.id, inquiry: number, what, mention: to, name, due });
  tx.post({
    key: `inquiry:${number}:${what}:${once}`,
    recipient: whereTo,
    content: { type: 'card', name: card, data: { ...data } },
    locale: bank.locale,
  });
}
