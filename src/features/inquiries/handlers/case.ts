import { UserError } from '../../../core/errors.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf, type Place } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import type { CaseEvent, Inquiry } from '../model.ts';
import { LONGEST_ANSWER } from '../model.ts';
import { type Act, refusalOf } from '../rules/lifecycle.ts';
import { inquiryNamed } from '../store.ts';

/** An event of now by the one who acts. */
export function eventBy(turn: Turn, what: CaseEvent['what'], text = ''): CaseEvent {
  const { id, name } = actorOf(turn);
  return { at: turn.now, what, by: id, name, text };
}

/** The inquiry that an action names, for what is to be done with it. A number that leads nowhere is told in the log. */
async function named(turn: Turn, number: string): Promise<Inquiry> {
  const inquiry = await inquiryNamed(turn.tx, number);
  if (inquiry) return inquiry;
  turn.note({ refused: 'no-such-inquiry' });
  throw new UserError('notFound');
}

/** UserError with the reason when it can't be done. */
function check(inquiry: Inquiry, act: Act, by: string): void {
  const code = refusalOf(inquiry, act, by);
  if (code !== undefined) throw new UserError(code, { number: inquiry.number, name: inquiry.adviserName });
}

/** The inquiry for one of its advisers, who may do it now. */
export async function forAdviser(turn: Turn, number: string, act: Act): Promise<Inquiry> {
  const inquiry = await named(turn, number);
  check(inquiry, act, actorOf(turn).id);
  return inquiry;
}

/** The inquiry for its asker, who may do it now. Somebody else learns nothing of it. */
export async function forAsker(turn: Turn, number: string, act: Act): Promise<Inquiry> {
  const inquiry = await named(turn, number);
  const { id } = actorOf(turn);
  if (inquiry.asker === '' || inquiry.asker !== id) {
    turn.note({ refused: 'not-the-asker' });
    throw new UserError('notYours');
  }
  check(inquiry, act, id);
  return inquiry;
}

/** UserError when a text is longer than can be taken. */
export function checkLength(text: string, most: number = LONGEST_ANSWER): void {
  if (text.length > most) throw new UserError('tooLong', { length: String(text.length), most: String(most) });
}

export const isInChannel = ({ kind }: Place): boolean => kind !== 'personal';

/** Opens a thread in Teams; null for a chat. */
export function linkTo({ channelId, threadId }: Place, tenantId: string | undefined): string | null {
  if (channelId === undefined || threadId === undefined) return null;
  const path = `${encodeURIComponent(channelId)}/${encodeURIComponent(threadId)}`;
  const query = new URLSearchParams({ ...(tenantId !== undefined && { tenantId }), parentMessageId: threadId });
  return `https://teams.microsoft.com/l/message/${path}?${query}`;
}

/** What only advisers may see is not shown where others read along. */
export function checkPrivate({ incoming, bank }: Turn): void {
  const { place } = incoming;
  const isSeen = incoming.kind === 'action' ? !incoming.invoke : true;
  if (isSeen && isInChannel(place) && (place.channelId === undefined || place.channelId !== bank.adviserChannel))
    throw new UserError('notInPublic');
}

/** A handler that answers only where nobody else reads along. */
export function inPrivate<Given>(run: (turn: Turn, given: Given) => Promise<Reply>): (turn: Turn, given: Given) => Promise<Reply> {
  return async (turn, given) => {
    checkPrivate(turn);
    return run(turn, given);
  };
}
