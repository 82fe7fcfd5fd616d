import { dayOf } from '../../../core/calendar.ts';
import { UserError } from '../../../core/errors.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Bureau, barrierName, topicNameOf, topicsOf } from '../bureau.ts';
import { deskCard, type FILTERS, figuresCard, logCard } from '../cards/index.ts';
import type { Cases } from '../casebook.ts';
import { type CHANNELS_IN, type Inquiry, inquirySchema, LONGEST_QUESTION, type Region } from '../model.ts';
import { hoursOf } from '../placing.ts';
import { isOverdue } from '../rules/deadlines.ts';
import { figuresOf, periodOf, periodsUntil } from '../rules/figures.ts';
import { keepInquiry, nextNumber } from '../store.ts';
import { shown } from './advising.ts';
import { checkLength, eventBy } from './case.ts';

type Filter = (typeof FILTERS)[number];

const PAGE = 10;
const MOST_FOUND = 50;

/** Which of all belong under a filter: what is open by when it is due, what is answered by when it was. */
function filtered(cases: Cases, filter: Filter, { me, now }: { me: string; now: number }): readonly Inquiry[] {
  const open = cases.openOnes().toSorted((one, other) => Number(other.urgent) - Number(one.urgent) || one.dueAnswer - other.dueAnswer);
  if (filter === 'mine') return open.filter(({ adviser }) => adviser === me);
  if (filter === 'unassigned') return open.filter(({ state }) => state === 'new');
  if (filter === 'overdue') return open.filter((inquiry) => isOverdue(inquiry, now));
  if (filter === 'open') return open;
  return [...cases.all.values()]
    .filter(({ state }) => state === 'answered')
    .sort((one, other) => (other.answeredAt ?? 0) - (one.answeredAt ?? 0));
}

/** The adviser's desk: what is theirs, what nobody has taken, what is late. */
export async function desk(bureau: Bureau, turn: Turn, data: { filter?: Filter | undefined; page?: number | undefined }): Promise<Reply> {
  const cases = await bureau.casebook.open(turn.bank.id, turn.tx);
  const filter = data.filter ?? 'mine';
  const found = filtered(cases, filter, { me: actorOf(turn).id, now: turn.now });
  return listed(bureau, turn, { cases, found, filter, page: data.page ?? 1, text: null });
}

/** By number the inquiry itself; else a list of what has the words. Without a text the desk. */
export async function find(bureau: Bureau, turn: Turn, data: { text?: string | undefined }): Promise<Reply> {
  if (data.text === undefined) return desk(bureau, turn, {});
  const cases = await bureau.casebook.open(turn.bank.id, turn.tx);
  const found = cases.find(data.text, MOST_FOUND);
  const [first] = found;
  if (first && found.length === 1 && /\d/.test(data.text)) return shown(bureau, turn, first);
  return listed(bureau, turn, { cases, found, filter: null, page: 1, text: data.text });
}

interface Listing {
  readonly cases: Cases;
  readonly found: readonly Inquiry[];
  readonly filter: Filter | null;
  readonly page: number;
  readonly text: string | null;
}

function listed(bureau: Bureau, turn: Turn, { cases, found, filter, page: wanted, text }: Listing): Reply {
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(Math.max(wanted, 1), pages);
  const here = found.slice((page - 1) * PAGE, page * PAGE);
  const count = (each: Filter) => filtered(cases, each, { me: actorOf(turn).id, now: turn.now }).length;
  const items = here.map((inquiry) => ({
    ...{ inquiry: inquiry.number, state: inquiry.state, region: inquiry.region, team: inquiry.team, name: inquiry.adviserName },
    ...{ created: inquiry.createdAt, due: inquiry.open ? inquiry.dueAnswer : null, urgent: inquiry.urgent },
    topic: topicNameOf(bureau, inquiry),
    overdue: isOverdue(inquiry, turn.now),
  }));
  const card = deskCard.ref(
    {
      ...{ bank: turn.bank.id, filter, page, pages },
      counts: { mine: count('mine'), unassigned: count('unassigned'), overdue: count('overdue'), open: count('open') },
      items: items.map((item) => ({ ...item, team: null })),
    },
    { ...(text !== null && { text }), items, questions: Object.fromEntries(here.map(({ number, question }) => [number, question])) },
  );
  return { kind: 'show', card };
}
export interface Logged {
  readonly question?: string | undefined;
  readonly topic?: string | undefined;
  readonly region?: Region | undefined;
  readonly channel?: (typeof CHANNELS_IN)[number] | undefined;
  readonly minutes?: number | undefined;
}

/** Puts in an inquiry that came by telephone or e-mail: answered already, so that the figures are whole. */
export async function log(bureau: Bureau, turn: Turn, data: Logged): Promise<Reply> {
  const { bank, now, locale } = turn;
  const { question, region = null, channel = 'phone', minutes = null } = data;
  const ids = topicsOf(bureau, bank);
  const form = (done: string | null): Reply => ({
    kind: 'form',
    card: logCard.ref({
      bank: bank.id,
      done,
      topics: ids.map((id) => ({ id, label: bureau.topics.label(id) })),
      topic: null,
      region,
      channel,
    }),
  });
  if (question === undefined) return form(null);
  checkLength(question, LONGEST_QUESTION);
  const { id, name } = actorOf(turn);
  const known = data.topic !== undefined && bureau.topics.ids.includes(data.topic) ? data.topic : undefined;
  const topic = known ?? bureau.topics.suggest(question, ids) ?? null;
  const inquiry = inquirySchema.parse({
    ...{ number: await nextNumber(turn), version: 1, kind: 'logged', state: 'closed', open: false, question, entry: null, topic, region },
    ...{ phase: null, team: null, urgent: false, wish: 'here', channel, minutes, asker: '', askerName: '', locale, where: null },
    ...{ route: 'logged', deputies: [], adviser: id, adviserName: name, createdAt: now, changedAt: now, closedAt: now },
    ...{ dueFirst: now, dueAnswer: now, events: [eventBy(turn, 'closed')] },
  } satisfies Partial<Record<keyof Inquiry, unknown>>);
  await keepInquiry(turn, undefined, inquiry);
  return form(inquiry.number);
}

/** The bank's figures for a half-year or a year; without one, this half-year. */
export async function figures(bureau: Bureau, turn: Turn, data: { period?: string | undefined }): Promise<Reply> {
  const { bank, now, tx } = turn;
  const periods = periodsUntil(dayOf(now));
  const period = data.period !== undefined && periodOf(data.period) ? data.period : (periods[0] ?? '');
  const range = periodOf(period);
  if (!range) throw new UserError('notFound');
  const cases = await bureau.casebook.open(bank.id, tx);
  const counted = figuresOf([...cases.all.values()], range, hoursOf(bank));
  const labelled = (rows: typeof counted.byTopic, label: (id: string) => string = (id) => id) =>
    rows.map(({ id, count }) => ({ label: id === null ? '' : label(id), count }));
  return {
    kind: 'show',
    card: figuresCard.ref({
      ...counted,
      ...{ bank: bank.id, bankName: bank.name, period, periods, ...range },
      byTopic: labelled(counted.byTopic, bureau.topics.label),
      byRegion: labelled(counted.byRegion),
      byPhase: labelled(counted.byPhase),
      byChannel: labelled(counted.byChannel),
      barriers: labelled(counted.barriers, (id) => barrierName(bureau, id)),
    }),
  };
}
