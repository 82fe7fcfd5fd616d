import type { Bank } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { POSTING, type Posting } from '../../core/outbox.ts';
import { ASKER, AWAITING, COUNTER, INQUIRY, type Inquiry, tenantOf } from './model.ts';
import { inParts } from './rules/parts.ts';
import { type Desk, endings, lookAgain, nextMorning, watch } from './watches.ts';

/** A bank's id as it begins its numbers: `fact-ung` → `FACT-UNG`. */
const prefixOf = (bank: Bank) => bank.id.toUpperCase();
const NUMBER_LENGTH = 4;

/** The next number of a bank in the year (in Norway) of the turn: `RPH-26-0042`. */
export async function nextNumber({ bank, now, tx }: Desk): Promise<string> {
  const year = dayOf(now).slice(2, 4);
  const last = ((await tx.get(COUNTER, year))?.last ?? 0) + 1;
  tx.put(COUNTER, year, { last });
  return `${prefixOf(bank)}-${year}-${String(last).padStart(NUMBER_LENGTH, '0')}`;
}

export const inquiryNamed = (tx: Tx, number: string): Promise<Inquiry | undefined> => tx.get(INQUIRY, number);

/** Ids of an inquiry's cards that stand somewhere. Questions back and answers are counted from 1. */
export const cardIds = {
  case: (number: string) => `inquiry:${number}`,
  caseOf: (number: string, adviser: string) => `inquiry:${number}:with:${adviser}`,
  status: (number: string) => `inquiry:${number}:status`,
  asked: (number: string, nth: number) => `inquiry:${number}:asked:${nth}`,
  answer: (number: string, nth: number, part: number) => `inquiry:${number}:answer:${nth}:${part}`,
  referral: (number: string, nth: number) => `inquiry:${number}:referral:${nth}`,
  published: (number: string, nth: number) => `inquiry:${number}:published:${nth}`,
} as const;

/** What a card shows: the inquiry's number, and which of its questions back or answers, and which part of that. */
export function thingOf(number: string, ...which: readonly number[]): Posting['thing'] {
  return { kind: 'inquiry-card', id: [number, ...which].join('/') };
}

/** A posting's thing, read again. */
export function shownBy({ thing }: Pick<Posting, 'thing'>): { readonly number: string; readonly which: readonly number[] } {
  const [number = '', ...which] = thing.id.split('/');
  return { number, which: which.map(Number) };
}

/**
 * The adviser's card: in the bank's adviser channel, put up once and from then on kept true. Without a channel everybody who has been asked
 * has it in their chat.
 */
export async function keepCase(desk: Desk, inquiry: Inquiry): Promise<void> {
  const { adviserChannel } = desk.bank;
  if (adviserChannel === null) return keepInChats(desk, inquiry);
  const id = cardIds.case(inquiry.number);
  const before = await desk.tx.get(POSTING, id);
  await putCase(desk, inquiry, { id, place: { in: 'channel', channelId: adviserChannel, ...tenantOf(inquiry) } });
  // Where the channel took none, it stands in their chats, and is kept true there.
  if (before && before.state !== 'standing' && before.activityId === undefined) await keepInChats(desk, inquiry);
}

/** The adviser's card in the chats of all who have been asked. */
export async function keepInChats(desk: Desk, inquiry: Inquiry): Promise<void> {
  const { number, holders, adviser, adviserName } = inquiry;
  for (const aadId of holders) {
    const name = aadId === adviser ? adviserName : '';
    await putCase(desk, inquiry, { id: cardIds.caseOf(number, aadId), place: { in: 'person', aadId, name, ...tenantOf(inquiry) } });
  }
}

async function putCase(
  { bank, tx }: Desk,
  { number, open }: Inquiry,
  { id, place }: { id: string; place: Posting['place'] },
): Promise<void> {
  // A card that somebody deleted is put up anew as long as somebody has to do something.
  const isNew = (await tx.get(POSTING, id))?.state === 'gone' && open;
  await tx.keep(id, { render: 'inquiries.case', thing: thingOf(number), locale: bank.locale, ifLost: lostOf(number), place, isNew });
}

/** What is done when one of an inquiry's cards is lost. */
const lostOf = (inquiry: string) => ({ job: 'inquiries.cardLost', data: { inquiry } });

/** A card in the conversation where it was asked; none where nobody is told. `isNew`: nothing stands under the id yet. */
export async function keepForAsker(
  { tx }: Desk,
  { number, where, locale }: Inquiry,
  card: { readonly id: string; readonly render: string; readonly thing: Posting['thing']; readonly isNew?: boolean },
): Promise<void> {
  if (!where) return;
  const { id, render, thing, isNew = false } = card;
  const place = { in: 'conversation', conversationId: where.conversationId } as const;
  await tx.keep(id, { render, thing, place, locale, isNew, ifLost: lostOf(number) });
}

/** Has a card drawn anew, if it stands. */
async function redraw(tx: Tx, id: string): Promise<void> {
  const standing = await tx.get(POSTING, id);
  if (standing) await tx.keep(id, standing);
}

const countOf = ({ events }: Inquiry, ...whats: readonly string[]) => events.filter(({ what }) => whats.includes(what)).length;
export const questionsBack = (inquiry: Inquiry): number => countOf(inquiry, 'asked');
export const answersOf = (inquiry: Inquiry): number => countOf(inquiry, 'answered');
export const referralsOf = (inquiry: Inquiry): number => countOf(inquiry, 'referred');

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** How many cards each answer takes, in order. */
export const partsOf = ({ events }: Inquiry): readonly number[] =>
  events.filter(({ what }) => what === 'answered').map(({ text }) => inParts(text).length);

/** Has the card of the last answer (all its parts) or referral drawn anew. */
export async function redrawLast(tx: Tx, inquiry: Inquiry, what: 'answered' | 'referred'): Promise<void> {
  const { number } = inquiry;
  if (what === 'referred') await redraw(tx, cardIds.referral(number, referralsOf(inquiry)));
  if (what !== 'answered') return;
  for (const part of upTo(partsOf(inquiry).at(-1) ?? 0)) await redraw(tx, cardIds.answer(number, answersOf(inquiry), part));
}

/** Has every card of an inquiry drawn anew: its texts are gone. `parts`: how many cards each answer took, while it was there. */
export async function redrawAll(tx: Tx, inquiry: Inquiry, parts: readonly number[]): Promise<void> {
  const { number } = inquiry;
  const ids = [
    cardIds.case(number),
    ...inquiry.holders.map((adviser) => cardIds.caseOf(number, adviser)),
    cardIds.status(number),
    ...upTo(questionsBack(inquiry)).map((nth) => cardIds.asked(number, nth)),
    ...upTo(referralsOf(inquiry)).map((nth) => cardIds.referral(number, nth)),
    ...upTo(answersOf(inquiry)).flatMap((nth) => [
      ...upTo(parts[nth - 1] ?? 1).map((part) => cardIds.answer(number, nth, part)),
      cardIds.published(number, nth),
    ]),
  ];
  for (const id of ids) await redraw(tx, id);
}

/** Writes an inquiry down with all that follows from what changed: the adviser's card, what is watched, and what ends it. */
export async function keepInquiry(desk: Desk, before: Inquiry | undefined, changed: Inquiry): Promise<void> {
  const after = { ...changed, holders: [...new Set([...changed.holders, ...(changed.adviser === null ? [] : [changed.adviser])])] };
  desk.tx.put(INQUIRY, after.number, after);
  watch(desk, before, after);
  endings(desk, before, after);
  if (after.open && !before?.open) lookAgain(desk, nextMorning(desk));
  // What went straight to another body is nobody's here.
  const isElsewhere = before === undefined && after.state === 'referred';
  if (after.kind !== 'logged' && !isElsewhere) await keepCase(desk, after);
  if (before?.state === 'asked') await questionOver(desk, before, after);
}

/** A question back that was waiting is answered, asked anew or done with: its card shows it, and nobody waits for that word any more. */
async function questionOver({ tx }: Desk, before: Inquiry, after: Inquiry): Promise<void> {
  if (after.state !== 'asked') await awaitWord(tx, after);
  const isAskedAnew = questionsBack(after) > questionsBack(before);
  if (after.state !== 'asked' || isAskedAnew) await redraw(tx, cardIds.asked(after.number, questionsBack(before)));
}

/**
 * The status where it was asked: kept true once it stands. It is put up when somebody of the centre does something that nothing else
 * tells (`tells`): takes it, gives it on, closes it.
 */
export async function keepStatus(desk: Desk, inquiry: Inquiry, { tells }: { tells: boolean }): Promise<void> {
  if (!tells && !(await desk.tx.get(POSTING, cardIds.status(inquiry.number)))) return;
  await keepForAsker(desk, inquiry, { id: cardIds.status(inquiry.number), render: 'inquiries.status', thing: thingOf(inquiry.number) });
}

const awaitingId = (conversationId: string) => idFrom('awaiting', conversationId);

/** Inquiries that wait for a word in a conversation. */
export async function awaitedIn(tx: Pick<Tx, 'get'>, conversationId: string) {
  return (await tx.get(AWAITING, awaitingId(conversationId)))?.waiting ?? [];
}

/** Notes that an inquiry waits for its asker's word, or (without `posting`) no longer does. */
export async function awaitWord(tx: Tx, { number, asker, where }: Inquiry, posting?: string): Promise<void> {
  if (!where) return;
  const id = awaitingId(where.conversationId);
  const others = (await awaitedIn(tx, where.conversationId)).filter(({ inquiry }) => inquiry !== number);
  const waiting = posting === undefined ? others : [...others, { inquiry: number, asker, posting }];
  if (waiting.length > 0) tx.put(AWAITING, id, { waiting });
  else tx.remove(AWAITING, id);
}

const askerId = (person: string) => idFrom('asker', person);

/** What a person gave last time. */
export function askerOf(tx: Tx, person: string) {
  return tx.get(ASKER, askerId(person));
}

export function rememberAsker(tx: Tx, asker: { person: string } & Pick<Inquiry, 'team' | 'region' | 'phase'>): void {
  const { person, team, region, phase } = asker;
  tx.put(ASKER, askerId(person), { person, team, region, phase });
}

export function forgetAsker(tx: Tx, person: string): void {
  tx.remove(ASKER, askerId(person));
}

/** Writes down what ended an inquiry, and keeps a status that stands true. */
export async function finish(desk: Desk, before: Inquiry, after: Inquiry): Promise<void> {
  await keepInquiry(desk, before, after);
  await keepStatus(desk, after, { tells: after.state === 'closed' && before.state !== 'answered' });
}
