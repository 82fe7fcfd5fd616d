import type { Bank } from '../../core/banks.ts';
import type { Feature, PostingRenderer, Reader } from '../../core/features.ts';
import type { Posting } from '../../core/outbox.ts';
import type { CardRef } from '../../core/reply.ts';
import { type Bureau, barrierName, topicNameOf } from './bureau.ts';
import { answerCard, askedCard, caseCard, publishedCard, referralCard, type STATUS_DONE, statusCard } from './cards/index.ts';
import { adviserOf, type CaseEvent, INQUIRY, type Inquiry } from './model.ts';
import { receiverOf } from './placing.ts';
import { isOverdue, watched } from './rules/deadlines.ts';
import { isOpen, mayDo } from './rules/lifecycle.ts';
import { inParts } from './rules/parts.ts';
import { answersOf, partsOf, shownBy } from './store.ts';

/** So many of the last events stand on the adviser's card. */
const EVENTS_SHOWN = 8;

const inChannel = ({ where }: Inquiry) => where?.kind !== 'personal';

/** The asker, to be called upon in a room; in their own chat nobody is. */
function askerMention(inquiry: Inquiry) {
  return inChannel(inquiry) && inquiry.asker !== '' ? { id: inquiry.asker, name: inquiry.askerName } : null;
}

/** The inquiry as advisers see it. `viewer`: the adviser who looks at it; left out for the card that all see. */
export function drawCase(bureau: Bureau, inquiry: Inquiry, of: { bank: Bank; now: number; viewer?: string }): CardRef {
  const { kind, state, urgent, wish, channel, removed, region, phase, similar, rating, adviser } = inquiry;
  const events = inquiry.events.slice(-EVENTS_SHOWN);
  const shown = { kind, state, urgent, wish, channel, removed, region, phase, similar, rating };
  return caseCard.ref(
    {
      ...{ bank: of.bank.id, inquiry: inquiry.number, ...shown, question: '', failed: null, team: null, askerName: '' },
      topic: topicNameOf(bureau, inquiry),
      mention: adviserOf(inquiry),
      ...{ created: inquiry.createdAt, since: inquiry.takenAt },
      dueFirst: watched(inquiry, 'first') ?? null,
      dueAnswer: watched(inquiry, 'answer') ?? null,
      overdue: isOverdue(inquiry, of.now),
      ...{ link: inquiry.where?.link ?? null, earlier: inquiry.events.length - events.length, events: events.map(bare) },
      barriers: inquiry.barriers.map((id) => barrierName(bureau, id)),
      referral: inquiry.referral?.name ?? null,
      can: whatCanBeDone(inquiry, of.viewer ?? adviser ?? ''),
    },
    {
      question: kind === 'acute' ? '' : inquiry.question,
      failed: inquiry.entry?.question ?? null,
      ...{ team: inquiry.team, askerName: inquiry.askerName, events: events.map(written) },
    },
  );
}

function whatCanBeDone(inquiry: Inquiry, by: string) {
  const can = (act: Parameters<typeof mayDo>[1]) => mayDo(inquiry, act, by);
  return {
    ...{ take: can('take'), answer: can('answer'), askBack: can('askBack'), assign: can('assign'), refer: can('refer') },
    ...{ pass: can('pass') && inquiry.state !== 'asked', note: can('note'), tag: can('tag'), close: can('close'), reopen: can('reopen') },
  };
}

const written = ({ at, what, name, text }: CaseEvent) => ({ at, what, name, text });
/** What happened, without what was written and by whom: that is drawn, and never kept with the turn. */
const bare = (event: CaseEvent) => ({ ...written(event), name: '', text: '' });

/** How it goes with an inquiry; `done`: what its asker did just now. */
export function drawStatus(
  bureau: Bureau,
  inquiry: Inquiry,
  { bank, now, done = null }: { bank: Bank; now: number; done?: (typeof STATUS_DONE)[number] | null },
): CardRef {
  const { number, state, removed } = inquiry;
  const name = state === 'new' ? '' : inquiry.adviserName;
  const receiver = receiverOf(bureau, inquiry);
  // What waits for the asker has no deadline of the adviser's, and one that has passed promises nothing.
  const due = isOpen(state) && state !== 'asked' && inquiry.dueAnswer > now ? inquiry.dueAnswer : null;
  return statusCard.ref({ bank: bank.id, inquiry: number, state, name, receiver, due, removed, done });
}

function nth(inquiry: Inquiry, what: CaseEvent['what'], which: number | undefined): CaseEvent | undefined {
  return inquiry.events.filter((event) => event.what === what)[(which ?? 1) - 1];
}

function drawAsked(inquiry: Inquiry, bank: Bank, [which]: readonly number[]): CardRef | undefined {
  const event = nth(inquiry, 'asked', which);
  if (!event) return undefined;
  const since = inquiry.events.slice(inquiry.events.indexOf(event) + 1);
  const next = since.find(({ what }) => what === 'asked' || what === 'replied')?.what;
  const waits = inquiry.state === 'asked' && next === undefined;
  const { name, text } = event;
  const mention = waits ? askerMention(inquiry) : null;
  return askedCard.ref({
    bank: bank.id,
    inquiry: inquiry.number,
    inChannel: inChannel(inquiry),
    mention,
    name,
    text,
    waits,
    replied: next === 'replied',
    removed: inquiry.removed,
  });
}

function drawAnswer(bureau: Bureau, inquiry: Inquiry, { bank, which }: { bank: Bank; which: readonly number[] }): CardRef | undefined {
  const [answer = 1, part = 1] = which;
  const event = nth(inquiry, 'answered', answer);
  if (!event) return undefined;
  const parts = inParts(event.text);
  const isLast = event === inquiry.events.findLast(({ what }) => what === 'answered');
  const isAsked = inquiry.state === 'answered' || inquiry.state === 'closed';
  return answerCard.ref({
    ...{ bank: bank.id, inquiry: inquiry.number, inChannel: inChannel(inquiry), mention: part === 1 ? askerMention(inquiry) : null },
    question: inChannel(inquiry) ? '' : inquiry.question,
    ...{ answer: parts[part - 1] ?? '', part, parts: Math.max(parts.length, part), name: event.name, at: event.at },
    topic: topicNameOf(bureau, inquiry),
    rating: isLast ? inquiry.rating : null,
    canRate: isLast && isAsked && inquiry.rating === null && inquiry.removed === null,
    canReopen: isLast && isAsked && inquiry.removed === null,
    removed: inquiry.removed,
  });
}

/** The last card of the last answer, which asks what the asker found of it. Texts are drawn, and not kept with the press. */
export function drawLastAnswer(bureau: Bureau, inquiry: Inquiry, bank: Bank): CardRef {
  const card = drawAnswer(bureau, inquiry, { bank, which: [answersOf(inquiry), partsOf(inquiry).at(-1) ?? 1] });
  if (!card) throw new Error('nothing was answered');
  const { question, answer } = card.data;
  return { name: card.name, data: { ...card.data, question: '', answer: '' }, unstored: { question, answer } };
}

function drawReferral(inquiry: Inquiry, bank: Bank, [which]: readonly number[]): CardRef | undefined {
  const event = nth(inquiry, 'referred', which);
  const referral = event?.referral;
  if (!event || !referral) return undefined;
  const { removed } = inquiry;
  const isLast = event === inquiry.events.findLast(({ what }) => what === 'referred');
  const canReopen = isLast && inquiry.state === 'referred' && removed === null;
  return referralCard.ref({
    bank: bank.id,
    inquiry: inquiry.number,
    mention: askerMention(inquiry),
    referral,
    text: event.text,
    canReopen,
    removed,
  });
}

function drawPublished(bureau: Bureau, inquiry: Inquiry, { bank, which }: { bank: Bank; which: readonly number[] }): CardRef | undefined {
  const event = nth(inquiry, 'answered', which[0]);
  if (!event) return undefined;
  const topic = topicNameOf(bureau, inquiry);
  const { question, removed } = inquiry;
  return publishedCard.ref({ bank: bank.id, question, answer: event.text, topic, name: event.name, at: event.at, removed });
}

type Draw = (inquiry: Inquiry, of: { bank: Bank; now: number; which: readonly number[] }) => CardRef | undefined;

const rendererOf =
  (draw: Draw): PostingRenderer =>
  async (reader: Reader, posting: Posting, { bank, now }) => {
    const { number, which } = shownBy(posting);
    const inquiry = await reader.get(INQUIRY, number);
    return inquiry && draw(inquiry, { bank, now, which });
  };

/** Draws every card of an inquiry that stands somewhere, from the inquiry as it is. */
export function renderersOf(bureau: Bureau): NonNullable<Feature['postings']> {
  return {
    'inquiries.case': rendererOf((inquiry, of) => drawCase(bureau, inquiry, of)),
    'inquiries.status': rendererOf((inquiry, { bank, now }) => drawStatus(bureau, inquiry, { bank, now })),
    'inquiries.asked': rendererOf((inquiry, { bank, which }) => drawAsked(inquiry, bank, which)),
    'inquiries.answer': rendererOf((inquiry, of) => drawAnswer(bureau, inquiry, of)),
    'inquiries.referral': rendererOf((inquiry, { bank, which }) => drawReferral(inquiry, bank, which)),
    'inquiries.published': rendererOf((inquiry, of) => drawPublished(bureau, inquiry, of)),
  };
}
