import { UserError } from '../../../core/errors.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Bureau } from '../bureau.ts';
import { tagCard, type WRITE_PURPOSES, writeCard } from '../cards/index.ts';
import { drawCase } from '../draw.ts';
import { type Inquiry, LONGEST_ANSWER, LONGEST_COMMENT, tenantOf } from '../model.ts';
import { announceIn } from '../placing.ts';
import { happened } from '../rules/lifecycle.ts';
import { inParts } from '../rules/parts.ts';
import {
  answersOf,
  awaitWord,
  cardIds,
  finish,
  keepForAsker,
  keepInquiry,
  keepStatus,
  questionsBack,
  redrawLast,
  thingOf,
} from '../store.ts';
import { checkLength, eventBy, forAdviser } from './case.ts';

/** The inquiry after what was done, to the one who did it. */
export function shown(bureau: Bureau, turn: Turn, inquiry: Inquiry): Reply {
  return { kind: 'show', card: drawCase(bureau, inquiry, { bank: turn.bank, now: turn.now, viewer: actorOf(turn).id }) };
}

type Purpose = (typeof WRITE_PURPOSES)[number];
/** A card may have 28 KB. */
const MOST_FORM_BYTES = 24_000;
const LONGEST: Partial<Record<Purpose, number>> = { answer: LONGEST_ANSWER };

/** A form for one text about an inquiry. Advisers see the question above it. `typed`: what was written when the inquiry changed meanwhile. */
export function writeForm(turn: Turn, inquiry: Inquiry, form: { purpose: Purpose; isPublic: boolean; typed?: string }): Reply {
  const { purpose, isPublic, typed } = form;
  const isAdvisers = purpose !== 'add' && inquiry.asker !== actorOf(turn).id;
  const card = writeCard.ref(
    {
      ...{ bank: turn.bank.id, inquiry: inquiry.number, purpose, isPublic, longest: LONGEST[purpose] ?? LONGEST_COMMENT },
      version: purpose === 'answer' ? inquiry.version : null,
      changed: typed === undefined ? null : (inquiry.events.at(-1)?.what ?? null),
      back: isAdvisers ? 'case' : purpose === 'reopen' && inquiry.answeredAt !== null ? 'answer' : null,
    },
    { ...(isAdvisers && { question: inquiry.question }), ...(typed !== undefined && { typed }) },
  );
  return { kind: 'form', card };
}

const isHeardByAll = ({ where }: Inquiry) => where !== null && where.kind !== 'personal';
/** An answer is read by all where it was asked in a room, and where the asker wants all to learn from it. */
const isAnswerForAll = (inquiry: Inquiry) => isHeardByAll(inquiry) || inquiry.wish === 'channel';

/** Makes the one who acts the one who has it. */
export function takenBy(turn: Turn, inquiry: Inquiry): Partial<Inquiry> {
  const { id, name } = actorOf(turn);
  return { adviser: id, adviserName: name, takenAt: inquiry.takenAt ?? turn.now, respondedAt: inquiry.respondedAt ?? turn.now };
}

/** First wins; the others are told who has it. */
export async function take(bureau: Bureau, turn: Turn, data: { inquiry: string }): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'take');
  const after = happened(before, eventBy(turn, 'taken'), { ...takenBy(turn, before), state: 'taken' });
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: true });
  return shown(bureau, turn, after);
}

export async function askBack(bureau: Bureau, turn: Turn, data: { inquiry: string; text?: string | undefined }): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'askBack');
  if (data.text === undefined) return writeForm(turn, before, { purpose: 'askBack', isPublic: isHeardByAll(before) });
  checkLength(data.text, LONGEST_COMMENT);
  const after = happened(before, eventBy(turn, 'asked', data.text), { ...takenBy(turn, before), state: 'asked' });
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: false });
  const nth = questionsBack(after);
  const id = cardIds.asked(after.number, nth);
  await keepForAsker(turn, after, { id, render: 'inquiries.asked', thing: thingOf(after.number, nth), isNew: true });
  await awaitWord(turn.tx, after, id);
  return shown(bureau, turn, after);
}

export async function note(bureau: Bureau, turn: Turn, data: { inquiry: string; text?: string | undefined }): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'note');
  if (data.text === undefined) return writeForm(turn, before, { purpose: 'note', isPublic: false });
  checkLength(data.text, LONGEST_COMMENT);
  const after = happened(before, eventBy(turn, 'noted', data.text));
  await keepInquiry(turn, before, after);
  return shown(bureau, turn, after);
}

/** Marks what stands in the way; the marks given take the place of those before. */
export async function tag(bureau: Bureau, turn: Turn, data: { inquiry: string; barriers?: string | undefined }): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'tag');
  const known = bureau.ports.barriers;
  if (data.barriers === undefined) {
    const card = tagCard.ref({ bank: turn.bank.id, inquiry: before.number, choices: [...known], chosen: before.barriers });
    return { kind: 'form', card };
  }
  const given = data.barriers.split(',').map((each) => each.trim());
  const barriers = known.map(({ id }) => id).filter((id) => given.includes(id));
  const after = { ...before, barriers, version: before.version + 1, changedAt: turn.now };
  await keepInquiry(turn, before, after);
  return shown(bureau, turn, after);
}

export async function answer(
  bureau: Bureau,
  turn: Turn,
  data: { inquiry: string; answer?: string | undefined; version?: number | undefined },
): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'answer');
  const isPublic = isAnswerForAll(before);
  if (data.answer === undefined) return writeForm(turn, before, { purpose: 'answer', isPublic });
  checkLength(data.answer);
  // What the asker or a colleague did meanwhile is seen before the answer goes out.
  if (data.version !== undefined && data.version !== before.version) return changedForm(turn, before, data.answer);
  const change = { ...takenBy(turn, before), state: 'answered' as const, answeredAt: before.answeredAt ?? turn.now };
  const after = happened(before, eventBy(turn, 'answered', data.answer), change);
  await finish(turn, before, after);
  // An answer that something is added to is rated and opened again on the last card alone.
  if (before.state === 'answered') await redrawLast(turn.tx, before, 'answered');
  await tellAnswer(turn, after, data.answer);
  return shown(bureau, turn, after);
}

/** The form once more, with what has happened since; a text that is too long for a card stays in the form that it was written in. */
function changedForm(turn: Turn, inquiry: Inquiry, typed: string): Reply {
  if (Buffer.byteLength(JSON.stringify(typed)) > MOST_FORM_BYTES) throw new UserError('changedMeanwhile', { number: inquiry.number });
  return writeForm(turn, inquiry, { purpose: 'answer', isPublic: isAnswerForAll(inquiry), typed });
}

async function tellAnswer(turn: Turn, inquiry: Inquiry, text: string): Promise<void> {
  const { number } = inquiry;
  const nth = answersOf(inquiry);
  for (const part of inParts(text).keys()) {
    const id = cardIds.answer(number, nth, part + 1);
    await keepForAsker(turn, inquiry, { id, render: 'inquiries.answer', thing: thingOf(number, nth, part + 1), isNew: true });
  }
  const channelId = announceIn(turn.bank);
  if (inquiry.wish !== 'channel' || inquiry.kind !== 'question' || channelId === undefined) return;
  const place = { in: 'channel', channelId, ...tenantOf(inquiry) } as const;
  await turn.tx.keep(cardIds.published(number, nth), {
    render: 'inquiries.published',
    thing: thingOf(number, nth),
    place,
    locale: turn.bank.locale,
    isNew: true,
  });
}

export async function close(bureau: Bureau, turn: Turn, data: { inquiry: string }): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'close');
  const after = happened(before, eventBy(turn, 'closed'), {
    ...(before.adviser === null ? takenBy(turn, before) : {}),
    state: 'closed',
    closedAt: turn.now,
  });
  await finish(turn, before, after);
  return shown(bureau, turn, after);
}
