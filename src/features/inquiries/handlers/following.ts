import { UserError } from '../../../core/errors.ts';
import { may, type Reader, type Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import { listAll } from '../../../core/list-all.ts';
import { POSTING } from '../../../core/outbox.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Bureau, topicNameOf } from '../bureau.ts';
import { looseCard, mineCard, type NOTICES, type STATUS_DONE } from '../cards/index.ts';
import { drawLastAnswer, drawStatus } from '../draw.ts';
import { adviserOf, INQUIRY, type Inquiry, LONGEST_COMMENT } from '../model.ts';
import { notify } from '../notices.ts';
import { crewFor, hoursOf } from '../placing.ts';
import { ADVISERS } from '../roles.ts';
import { deadlinesFor, dueAfterReply } from '../rules/deadlines.ts';
import { happened, isOpen, mayDo } from '../rules/lifecycle.ts';
import { awaitedIn, inquiryNamed, keepInquiry, keepStatus, redrawLast } from '../store.ts';
import { shown, writeForm } from './advising.ts';
import { checkLength, checkPrivate, eventBy, forAdviser, forAsker, isInChannel } from './case.ts';
import { nextFor } from './giving.ts';

/** How it goes now, to the asker who did something. */
function standing(bureau: Bureau, turn: Turn, { inquiry, done }: { inquiry: Inquiry; done: (typeof STATUS_DONE)[number] }): Reply {
  return { kind: 'show', card: drawStatus(bureau, inquiry, { bank: turn.bank, now: turn.now, done }) };
}

/** So many of one's own inquiries are listed. */
const MOST_LISTED = 10;
/** So many are asked about when a loose text could be the word that they wait for. */
const MOST_ASKED_ABOUT = 5;

/** Tells the one who has it (or is asked) that the asker did something. */
async function tellAdviser(turn: Turn, inquiry: Inquiry, what: (typeof NOTICES)[number]): Promise<void> {
  await notify(turn, inquiry, { what, to: adviserOf(inquiry), once: String(inquiry.version) });
}

/** The asker adds something; to a question back it is the reply. */
export async function add(bureau: Bureau, turn: Turn, data: { inquiry: string; text?: string | undefined }): Promise<Reply> {
  const before = await forAsker(turn, data.inquiry, 'add');
  if (data.text === undefined) return writeForm(turn, before, { purpose: 'add', isPublic: false });
  checkLength(data.text, LONGEST_COMMENT);
  return addTo(bureau, turn, { before, text: data.text });
}

async function addTo(bureau: Bureau, turn: Turn, { before, text }: { before: Inquiry; text: string }): Promise<Reply> {
  const isReply = before.state === 'asked';
  const event = eventBy(turn, isReply ? 'replied' : 'added', text);
  const dueAnswer = isReply ? dueAfterReply(before.dueAnswer, turn.now, hoursOf(turn.bank)) : before.dueAnswer;
  const after = happened(before, event, isReply ? { state: 'taken', dueAnswer } : {});
  await keepInquiry(turn, before, after);
  if (isReply) await keepStatus(turn, after, { tells: false });
  await tellAdviser(turn, after, isReply ? 'replied' : 'added');
  return standing(bureau, turn, { inquiry: after, done: isReply ? 'replied' : 'added' });
}

export async function withdraw(bureau: Bureau, turn: Turn, data: { inquiry: string }): Promise<Reply> {
  const before = await forAsker(turn, data.inquiry, 'withdraw');
  const after = happened(before, eventBy(turn, 'withdrawn'), { state: 'withdrawn', closedAt: turn.now });
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: false });
  await tellAdviser(turn, after, 'withdrawn');
  return standing(bureau, turn, { inquiry: after, done: 'withdrawn' });
}

/** Opens it again, for its asker or an adviser: to the one who had it, with new deadlines. */
export async function reopen(bureau: Bureau, turn: Turn, data: { inquiry: string; text?: string | undefined }): Promise<Reply> {
  const advises = may(ADVISERS, { member: false, roles: turn.roles });
  const known = await inquiryNamed(turn.tx, data.inquiry);
  const isAskers = known !== undefined && known.asker === actorOf(turn).id;
  if (!isAskers && advises) checkPrivate(turn);
  const before = await (isAskers || !advises ? forAsker : forAdviser)(turn, data.inquiry, 'reopen');
  if (data.text === undefined) return writeForm(turn, before, { purpose: 'reopen', isPublic: false });
  checkLength(data.text, LONGEST_COMMENT);
  const after = happened(before, eventBy(turn, 'reopened', data.text), await reopened(bureau, turn, before));
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: !isAskers });
  if (before.answeredAt !== null) await redrawLast(turn.tx, after, 'answered');
  if (before.state === 'referred') await redrawLast(turn.tx, after, 'referred');
  await tellAdviser(turn, after, 'reopened');
  return isAskers ? standing(bureau, turn, { inquiry: after, done: 'reopened' }) : shown(bureau, turn, after);
}

async function reopened(bureau: Bureau, turn: Turn, before: Inquiry): Promise<Partial<Inquiry>> {
  const { first, answer } = deadlinesFor(turn.now, before.urgent, hoursOf(turn.bank));
  const { isAdviser } = await crewFor(bureau, turn);
  const isThere = before.adviser !== null && isAdviser(before.adviser);
  const whose = isThere ? {} : { ...(await nextFor(bureau, turn, { inquiry: before, but: null })), takenAt: null };
  const state = isThere && before.takenAt !== null ? 'taken' : 'new';
  const times = {
    dueFirst: first.at,
    dueAnswer: answer.at,
    closedAt: null,
    answeredAt: null,
    ...(state === 'new' && { respondedAt: null }),
  };
  return { ...whose, ...times, state, referral: null, reopened: before.reopened + 1 };
}

/** What the asker found of the answer; a later word takes the place of an earlier. Without a rating the answer's card is shown, which asks for it. */
export async function rate(
  bureau: Bureau,
  turn: Turn,
  data: { inquiry: string; rating?: number | undefined; comment?: string | undefined },
): Promise<Reply> {
  const before = await forAsker(turn, data.inquiry, 'rate');
  if (data.rating === undefined) return { kind: 'form', card: drawLastAnswer(bureau, { ...before, rating: null }, turn.bank) };
  checkLength(data.comment ?? '', LONGEST_COMMENT);
  const { rating, comment: ratingComment = '' } = data;
  const after = { ...before, rating, ratingComment, version: before.version + 1, changedAt: turn.now };
  await keepInquiry(turn, before, after);
  await redrawLast(turn.tx, after, 'answered');
  return { kind: 'show', card: drawLastAnswer(bureau, after, turn.bank) };
}

async function inquiriesOf(reader: Reader, person: string): Promise<readonly Inquiry[]> {
  return (await listAll(reader, INQUIRY, [{ field: 'asker', op: '=', value: person }])).map(({ body }) => body);
}

/** The reader's own, in all banks that they are in; in a room without a word of what was asked. */
export async function mine(bureau: Bureau, turn: Turn): Promise<Reply> {
  const { id } = actorOf(turn);
  const found: { bank: string; inquiry: Inquiry }[] = [];
  const inRoom = isInChannel(turn.incoming.place);
  // What was asked in a chat is nobody's business in a room.
  for (const bank of turn.banks)
    for (const inquiry of await inquiriesOf(bureau.ports.reader(bank), id))
      if (!inRoom || inquiry.where?.kind !== 'personal') found.push({ bank, inquiry });
  found.sort((one, other) => other.inquiry.createdAt - one.inquiry.createdAt);
  const listed = found.slice(0, MOST_LISTED);
  const items = listed.map(({ bank, inquiry }) => ({
    ...{ bank, inquiry: inquiry.number, state: inquiry.state, at: inquiry.createdAt, link: inquiry.where?.link ?? null },
    topic: topicNameOf(bureau, inquiry),
    name: inquiry.state === 'new' ? '' : inquiry.adviserName,
    due: isOpen(inquiry.state) ? inquiry.dueAnswer : null,
    canAdd: mayDo(inquiry, 'add', id),
    canWithdraw: mayDo(inquiry, 'withdraw', id),
  }));
  const questions = Object.fromEntries(listed.map(({ inquiry }) => [inquiry.number, inquiry.question]));
  const card = mineCard.ref({ bank: turn.bank.id, items, more: found.length - listed.length }, inRoom ? {} : { questions });
  return { kind: 'show', card };
}

/**
 * A typed text that may be the word that an inquiry waits for. In a thread, to the one inquiry that waits there, and as a reply to the
 * question itself it is taken for that; a loose text in a chat is asked about first. Undefined when nothing waits.
 */
export async function asReply(bureau: Bureau, turn: Turn, text: string): Promise<Reply | undefined> {
  const { incoming } = turn;
  // Without a text of one's own it is somebody else's words that are quoted.
  if (incoming.kind !== 'message' || incoming.text === '' || incoming.isQuestion) return undefined;
  const waiting = await waitingFor(bureau, turn);
  if (waiting.length === 0) return undefined;
  const here = waiting.filter(({ bank }) => bank === turn.bank.id);
  const quoted = await quotedAmong(turn, here);
  const inThread = isInChannel(incoming.place) && waiting.length === 1 ? here[0] : undefined;
  const meant = quoted ?? inThread;
  if (meant) {
    const inquiry = await inquiryNamed(turn.tx, meant.inquiry);
    if (inquiry?.state === 'asked') {
      checkLength(text, LONGEST_COMMENT);
      return addTo(bureau, turn, { before: inquiry, text });
    }
  }
  const items = waiting.slice(0, MOST_ASKED_ABOUT).map(({ bank, inquiry }) => ({ bank, inquiry }));
  return { kind: 'show', card: looseCard.ref({ bank: turn.bank.id, items }, { text }) };
}

/** What waits for the writer's word in this conversation, in any of their banks. */
async function waitingFor(bureau: Bureau, turn: Turn) {
  const { id } = actorOf(turn);
  const { conversationId } = turn.incoming.place;
  const found: { bank: string; inquiry: string; posting: string }[] = [];
  for (const bank of new Set([turn.bank.id, ...turn.banks])) {
    const reader = bank === turn.bank.id ? turn.tx : bureau.ports.reader(bank);
    for (const each of await awaitedIn(reader, conversationId)) if (each.asker === id) found.push({ ...each, bank });
  }
  return found;
}

/** The inquiry whose question back is what the message answers: by the message's id, or by the number in what it quotes. */
async function quotedAmong(turn: Turn, waiting: readonly { readonly inquiry: string; readonly posting: string }[]) {
  if (turn.incoming.kind !== 'message') return undefined;
  const { quotedId, quoted } = turn.incoming;
  for (const each of waiting) {
    if (quoted?.includes(each.inquiry)) return each;
    if (quotedId !== undefined && (await turn.tx.get(POSTING, each.posting))?.activityId === quotedId) return each;
  }
  return undefined;
}

/** It was no reply: what was typed is a question, and asked as one. */
export async function notReply(data: { question?: string | undefined }): Promise<Reply> {
  if (data.question === undefined) throw new UserError('writeAgain');
  return { kind: 'ask-there' };
}
