import { dayOf } from '../../../core/calendar.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { nextOpening, readDay } from '../../../core/workdays.ts';
import type { Bureau } from '../bureau.ts';
import { receiptCard } from '../cards/index.ts';
import { adviserOf, type Inquiry, inquirySchema, LONGEST_QUESTION } from '../model.ts';
import { notify } from '../notices.ts';
import { hoursOf, type Placed, place } from '../placing.ts';
import { deadlinesFor } from '../rules/deadlines.ts';
import { happened, passedBy } from '../rules/lifecycle.ts';
import type { Keys } from '../rules/routing.ts';
import { keepInquiry, keepStatus, nextNumber, rememberAsker } from '../store.ts';
import { acuteQuestion, toldText } from '../texts.ts';
import { type Asked, keysOf, published, referralOf, roleOf } from './asked.ts';
import { checkLength, eventBy, forAsker, isInChannel, linkTo } from './case.ts';
import { compose } from './composing.ts';

/** So many that are near in meaning are shown to advisers. */
const MOST_SIMILAR = 3;
/** Somebody who presses twice in their need is one inquiry. */
const SAME_NEED_MS = 60 * 60_000;

/** Sends an inquiry, or changes one that nobody has taken yet; without a question the form is shown. */
export async function send(bureau: Bureau, turn: Turn, asked: Asked): Promise<Reply> {
  const { question } = asked;
  if (question === undefined || question.trim() === '') return compose(bureau, turn, asked);
  checkLength(question, LONGEST_QUESTION);
  const changed = asked.inquiry === undefined ? undefined : await forAsker(turn, asked.inquiry, 'change');
  const cases = await bureau.casebook.open(turn.bank.id, turn.tx);
  const keys = await keysOf(bureau, turn, asked);
  const placed = await place(bureau, turn, { keys, cases, ...(changed && { self: changed.number, except: passedBy(changed) }) });
  const given = {
    ...keys,
    question: question.trim(),
    team: asked.team?.trim() || null,
    urgent: asked.urgent ?? false,
    wish: asked.wish ?? 'here',
  };
  const similar = cases.similar(question, { limit: MOST_SIMILAR, ...(changed && { except: changed.number }) }).map(({ number }) => number);
  const facts = { ...given, ...whoHas(turn, placed, given.urgent), similar };
  const inquiry = changed ? await change(turn, changed, facts) : await create(bureau, turn, { facts, entry: asked.entry });
  rememberAsker(turn.tx, { person: actorOf(turn).id, ...given });
  return receipt(bureau, turn, { inquiry, placed, changed: changed !== undefined, similar: published(cases, question, inquiry.number) });
}

/** Who is asked and by when; where another body answers, nobody of the centre is. */
function whoHas({ bank, now }: Pick<Turn, 'bank' | 'now'>, placed: Placed, urgent: boolean) {
  const { adviser, adviserName, deputies, route } = placed;
  const { first, answer } = deadlinesFor(now, urgent, hoursOf(bank));
  const referral = referralOf(placed);
  return {
    ...{ adviser, adviserName, deputies: [...deputies], route, referral, dueFirst: first.at, dueAnswer: answer.at },
    ...(referral ? { state: 'referred' as const, respondedAt: now, closedAt: now } : { state: 'new' as const }),
  };
}

type Facts = ReturnType<typeof whoHas> & Pick<Inquiry, 'question' | 'topic' | 'region' | 'phase' | 'team' | 'urgent' | 'wish' | 'similar'>;

async function create(
  bureau: Bureau,
  turn: Turn,
  { facts, entry, kind = 'question' }: { facts: Facts; entry: string | undefined; kind?: Inquiry['kind'] },
) {
  const failed = entry === undefined ? undefined : await bureau.ports.entry(turn.bank.id, entry);
  const inquiry = await newInquiry(turn, {
    ...facts,
    kind,
    entry: failed && entry !== undefined ? { id: entry, question: failed.question } : null,
  });
  await keepInquiry(turn, undefined, inquiry);
  return inquiry;
}

async function newInquiry(turn: Turn, facts: Facts & Pick<Inquiry, 'kind' | 'entry'>): Promise<Inquiry> {
  const { now, incoming, locale } = turn;
  const { id, name } = actorOf(turn);
  const { place: where, via } = incoming;
  return inquirySchema.parse({
    ...facts,
    number: await nextNumber(turn),
    version: 1,
    open: facts.state === 'new',
    ...{ channel: 'teams', asker: id, askerName: name, locale, createdAt: now, changedAt: now },
    where: { kind: where.kind, conversationId: where.conversationId, link: linkTo(where, via.tenantId) },
    tenantId: via.tenantId,
    events: [
      eventBy(turn, 'sent'),
      ...(facts.state === 'referred' ? [{ at: now, what: 'referred', by: '', name: '', text: '', referral: facts.referral }] : []),
    ],
  } satisfies Partial<Record<keyof Inquiry, unknown>>);
}

async function change(turn: Turn, before: Inquiry, facts: Facts): Promise<Inquiry> {
  const after = happened(before, eventBy(turn, 'changed'), facts);
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: false });
  if (after.adviser !== null && after.adviser !== before.adviser) {
    await notify(turn, after, { what: 'assigned', to: adviserOf(after), once: String(after.version) });
  }
  return after;
}

/** The next day at work, where it is not today (any more). */
function opensOn({ bank, now }: Pick<Turn, 'bank' | 'now'>): string | null {
  const opening = dayOf(nextOpening(now, hoursOf(bank)));
  return opening > dayOf(now) ? opening : null;
}

interface Sent {
  readonly inquiry: Inquiry;
  readonly placed: Placed;
  readonly changed: boolean;
  readonly similar: ReturnType<typeof published>;
}

function receipt(bureau: Bureau, turn: Turn, { inquiry, placed, changed, similar }: Sent): Reply {
  const { bank, now } = turn;
  const card = receiptCard.ref(
    {
      ...{ bank: bank.id, inquiry: inquiry.number, inChannel: isInChannel(turn.incoming.place), changed, urgent: inquiry.urgent },
      receiver: roleOf(bureau, placed, inquiry),
      due: deadlinesFor(now, inquiry.urgent, hoursOf(bank)).answer,
      backOn: placed.backOn,
      opensOn: opensOn(turn),
      link: inquiry.where?.link ?? null,
      similar: [],
    },
    { similar },
  );
  return { kind: 'show', card };
}

/** Somebody in acute need wants the centre to know: an urgent inquiry without a word of what they wrote. */
export async function tellSomeone(bureau: Bureau, turn: Turn): Promise<Reply> {
  const keys: Keys = { topic: null, region: null, phase: null };
  const cases = await bureau.casebook.open(turn.bank.id, turn.tx);
  const placed = await place(bureau, turn, { keys, cases, here: true });
  const { id } = actorOf(turn);
  const told = cases
    .openOnes()
    .find(({ kind, asker, createdAt }) => kind === 'acute' && asker === id && turn.now - createdAt < SAME_NEED_MS);
  const question = acuteQuestion[turn.bank.locale];
  const facts = { ...keys, ...whoHas(turn, placed, true), question, team: null, urgent: true, wish: 'here' as const, similar: [] };
  const inquiry = told ?? (await create(bureau, turn, { facts, entry: undefined, kind: 'acute' }));
  const opening = opensOn(turn);
  // A sentence, so that the card with the numbers to call stays.
  return { kind: 'say', text: toldText[turn.locale](inquiry.number, opening === null ? '' : readDay(opening, turn.locale)) };
}
