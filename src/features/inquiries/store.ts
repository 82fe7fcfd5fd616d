import type { Bank } from '../../core/banks.ts';
import { addMonths, dayOf } from '../../core/calendar.ts';
import type { Context, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { POSTING, type Posting } from '../../core/outbox.ts';
import { nextOpening, nextWorkday, timeAt } from '../../core/workdays.ts';
import { ASKER, AWAITING, COUNTER, INQUIRY, type Inquiry } from './model.ts';
import { hoursOf } from './placing.ts';
import { closesAt, replySteps, type Step, stepsOf, WATCHES, type Watch, watched } from './rules/deadlines.ts';
import { inParts } from './rules/parts.ts';

/** What a change of an inquiry needs of the turn or the job that makes it. */
export type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

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
export async function keepCase({ bank, tx }: Desk, { number, holders, tenantId, open, adviser, adviserName }: Inquiry): Promise<void> {
  const tenant = tenantId === undefined ? {} : { tenantId };
  const card = { render: 'inquiries.case', thing: thingOf(number), locale: bank.locale };
  const put = async (id: string, place: Posting['place']) => {
    // A card that somebody deleted is put up anew as long as somebody has to do something.
    const isNew = (await tx.get(POSTING, id))?.state === 'gone' && open;
    await tx.keep(id, { ...card, place, isNew });
  };
  const channelId = bank.adviserChannel;
  if (channelId !== null) await put(cardIds.case(number), { in: 'channel', channelId, ...tenant });
  else
    for (const aadId of holders)
      await put(cardIds.caseOf(number, aadId), { in: 'person', aadId, name: aadId === adviser ? adviserName : '', ...tenant });
}

/** A card in the conversation where it was asked; none where nobody is told. `isNew`: nothing stands under the id yet. */
export async function keepForAsker(
  { tx }: Desk,
  { where, locale }: Inquiry,
  card: { readonly id: string; readonly render: string; readonly thing: Posting['thing']; readonly isNew?: boolean },
): Promise<void> {
  if (!where) return;
  const { id, render, thing, isNew = false } = card;
  await tx.keep(id, { render, thing, place: { in: 'conversation', conversationId: where.conversationId }, locale, isNew });
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

/** What a watch's job carries: the deadline that it was set for, and since when. */
export interface WatchData extends Record<string, unknown> {
  readonly inquiry: string;
  readonly watch: Watch;
  readonly due: number;
  readonly from: number;
}

const jobKey = (number: string, what: Watch | 'close' | 'expire') => `inquiry:${number}:${what}`;

/** The steps of a watch, in order. */
export function stepsFor(inquiry: Pick<Inquiry, 'urgent'>, { watch, due, from }: WatchData, bank: Bank): readonly Step[] {
  const hours = hoursOf(bank);
  return watch === 'reply' ? replySteps(from, hours) : stepsOf(due, watch, { from, urgent: inquiry.urgent, hours });
}

/** Sets the job for the first step of a watch that is still ahead of `after`. */
export function watchOn({ tx, bank }: Desk, inquiry: Inquiry, of: { data: WatchData; after: number }): void {
  const next = stepsFor(inquiry, of.data, bank).find(({ at }) => at > of.after);
  if (next) tx.later(jobKey(inquiry.number, of.data.watch), next.at, { job: 'inquiries.watch', data: of.data });
}

/** Starts, moves and ends what is watched, from what was to what is. */
function watch(desk: Desk, before: Inquiry | undefined, after: Inquiry): void {
  for (const each of WATCHES) {
    const was = before && watched(before, each);
    const due = watched(after, each);
    if (due === was) continue;
    if (due === undefined) desk.tx.cancel(jobKey(after.number, each));
    else watchOn(desk, after, { data: { inquiry: after.number, watch: each, due, from: desk.now }, after: desk.now });
  }
}

/** States in which nothing is owed to anybody any more. */
const isDone = ({ state }: Pick<Inquiry, 'state'>) => state === 'closed' || state === 'withdrawn' || state === 'referred';

/** Sets the jobs that close what is answered and take out the texts of what is done. */
function endings({ tx, now, bank }: Desk, before: Inquiry | undefined, after: Inquiry): void {
  const { number, state } = after;
  if (state === before?.state && after.removed === before.removed) return;
  const work = { data: { inquiry: number } };
  if (state === 'answered') tx.later(jobKey(number, 'close'), closesAt(now, hoursOf(bank)), { job: 'inquiries.close', ...work });
  else if (before?.state === 'answered') tx.cancel(jobKey(number, 'close'));
  if (after.removed !== null) tx.cancel(jobKey(number, 'expire'));
  else if (isDone(after)) tx.later(jobKey(number, 'expire'), addMonths(now, bank.keptMonths), { job: 'inquiries.expire', ...work });
  else if (before && isDone(before)) tx.cancel(jobKey(number, 'expire'));
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

/** The next opening that is still ahead: today's, before office hours. */
export function nextMorning({ bank, now }: Pick<Desk, 'bank' | 'now'>): number {
  const hours = hoursOf(bank);
  const opening = nextOpening(now, hours);
  return opening > now ? opening : timeAt(nextWorkday(dayOf(now)), hours.from);
}

/** When it is next looked whether everything that is open has somebody who is there. */
export function lookAgain({ tx }: Desk, at: number): void {
  tx.later('inquiries:morning', at, { job: 'inquiries.morning', data: {} });
}

/** Writes down what ended an inquiry, and keeps a status that stands true. */
export async function finish(desk: Desk, before: Inquiry, after: Inquiry): Promise<void> {
  await keepInquiry(desk, before, after);
  await keepStatus(desk, after, { tells: after.state === 'closed' && before.state !== 'answered' });
}
