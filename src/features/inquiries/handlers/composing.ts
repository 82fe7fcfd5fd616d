import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Bureau, topicsOf } from '../bureau.ts';
import { formCard } from '../cards/index.ts';
import { announceIn, hoursOf, place } from '../placing.ts';
import { deadlinesFor } from '../rules/deadlines.ts';
import { askerOf } from '../store.ts';
import { type Asked, keysOf, published, roleOf } from './asked.ts';
import { checkPrivate, forAsker, isInChannel } from './case.ts';

/** The form, filled with what came along, what the person gave last time, and a topic that the text suggests. */
export async function compose(bureau: Bureau, turn: Turn, asked: Asked): Promise<Reply> {
  if (asked.inquiry !== undefined) return composeChange(bureau, turn, asked.inquiry);
  const { id } = actorOf(turn);
  const before = (await askerOf(turn.tx, id)) ?? (await bureau.ports.teamOf(turn.bank.id, id));
  const suggested = asked.topic === undefined && asked.question !== undefined ? suggest(bureau, turn, asked.question) : undefined;
  const filled = {
    ...asked,
    topic: asked.topic ?? suggested,
    region: asked.region ?? before?.region ?? undefined,
    phase: asked.phase ?? before?.phase ?? undefined,
    team: asked.team ?? before?.team ?? undefined,
  };
  return form(bureau, turn, { filled, suggested: suggested !== undefined });
}

function suggest(bureau: Bureau, { bank }: Turn, question: string): string | undefined {
  return bureau.topics.suggest(question, topicsOf(bureau, bank));
}

async function composeChange(bureau: Bureau, turn: Turn, number: string): Promise<Reply> {
  checkPrivate(turn);
  const inquiry = await forAsker(turn, number, 'change');
  const { question, topic, region, phase, team, urgent, wish } = inquiry;
  const filled = {
    question,
    topic: topic ?? undefined,
    region: region ?? undefined,
    phase: phase ?? undefined,
    team: team ?? undefined,
    urgent,
    wish,
    inquiry: number,
  };
  return form(bureau, turn, { filled, suggested: false });
}

async function form(bureau: Bureau, turn: Turn, { filled, suggested }: { filled: Asked; suggested: boolean }): Promise<Reply> {
  const { bank, now, tx } = turn;
  const { question, entry, team = null, urgent = false, wish = 'here', inquiry = null } = filled;
  const keys = await keysOf(bureau, turn, filled);
  const cases = await bureau.casebook.open(bank.id, tx);
  const placed = await place(bureau, turn, { keys, cases, ...(inquiry !== null && { self: inquiry }) });
  const failed = entry === undefined ? undefined : await bureau.ports.entry(bank.id, entry);
  const ids = topicsOf(bureau, bank);
  const offered = keys.topic === null || ids.includes(keys.topic) ? ids : [...ids, keys.topic];
  const card = formCard.ref(
    {
      ...{ bank: bank.id, inquiry, inChannel: isInChannel(turn.incoming.place), suggested, canPublish: announceIn(bank) !== undefined },
      topics: offered.map((id) => ({ id, label: bureau.topics.label(id) })),
      chosen: { ...keys, team: null, urgent, wish },
      failed: failed && entry !== undefined ? { entry, question: failed.question } : null,
      receiver: roleOf(bureau, placed, keys),
      due: deadlinesFor(now, urgent, hoursOf(bank)).answer,
      similar: [],
    },
    {
      question: question ?? '',
      chosen: { ...keys, team, urgent, wish },
      similar: question === undefined ? [] : published(cases, question, inquiry ?? undefined),
    },
  );
  return { kind: 'form', card };
}
