import type { FaultData } from '../../../core/faults.ts';
import type { Turn } from '../../../core/features.ts';
import { listAll } from '../../../core/list-all.ts';
import type { Reply } from '../../../core/reply.ts';
import { reasonCard, rescheduleCard, wrapUpCard } from '../cards/index.ts';
import { ledgerOf } from '../draw.ts';
import { LONGEST_COMMENT, WEBINAR, type Webinar, type When } from '../model.ts';
import type { WebinarPorts } from '../ports.ts';
import { cancelled, isSameWhen, unscheduled, whenOf, withdrawn, withPlan, wrappedUp } from '../rules/lifecycle.ts';
import { spanOf } from '../rules/times.ts';
import { readMove } from '../rules/when.ts';
import { readWrapUp } from '../rules/wrap-up.ts';
import { checkNow, ledgerLater } from '../schedule.ts';
import { interestOf, isAhead, keepCards, keepWebinar, removeWebinar } from '../store.ts';
import { checkedText } from '../texts.ts';
import { byOf, checkOrganiser, forOrganiser, managed } from './common.ts';

/** An event as its organisers see it. */
export async function manage(ports: WebinarPorts, turn: Turn, { webinar: id }: { webinar: string }): Promise<Reply> {
  return managed(ports, turn, { webinar: await forOrganiser(ports, turn, { id }) });
}

export interface Rescheduled {
  readonly webinar: string;
  readonly version?: number | undefined;
  readonly date?: string | undefined;
  readonly endDate?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly reason?: string | undefined;
}

/** Moves an event; its cards show it, and those who are interested are told. */
export async function reschedule(ports: WebinarPorts, turn: Turn, data: Rescheduled): Promise<Reply> {
  const before = await forOrganiser(ports, turn, { id: data.webinar, act: 'reschedule' });
  const { version, date, endDate, start, end, reason = '' } = data;
  const typed = Object.fromEntries(Object.entries({ date, endDate, start, end }).filter(([, value]) => value !== undefined));
  const form = async (of: { faults?: readonly FaultData[]; changedSince?: boolean } = {}) =>
    rescheduleForm(turn, before, { ...of, typed, reason });
  if (version !== undefined && version !== before.revision) return form({ changedSince: true });
  if (Object.keys(typed).length === 0) return form();
  const { when, faults, missing } = readMove(before, typed, { now: turn.now, allowPast: false, needsTimes: before.start !== null });
  const lacking = missing.map((input) => ({ input, code: 'missing', params: {} }));
  const tooLong =
    reason.length > LONGEST_COMMENT ? [{ input: 'reason', code: 'tooLongText', params: { max: String(LONGEST_COMMENT) } }] : [];
  const isLate = when !== undefined && before.publishAt !== null && spanOf(when).endsAt <= before.publishAt;
  const late = isLate ? [{ input: 'date', code: 'publishAtLate', params: {} }] : [];
  const all = [...lacking, ...faults, ...tooLong, ...late];
  if (!when || all.length > 0) return form({ faults: all });
  const after = withPlan(before, { plan: { ...before, ...when }, reason }, byOf(turn));
  if (isSameWhen(before, after)) return managed(ports, turn, { webinar: before });
  await keepWebinar(turn, before, after);
  return managed(ports, turn, { webinar: after, done: 'moved' });
}

async function rescheduleForm(
  turn: Turn,
  before: Webinar,
  of: { faults?: readonly FaultData[]; changedSince?: boolean; typed: Partial<Record<keyof When, string>>; reason: string },
): Promise<Reply> {
  const { faults = [], changedSince = false, typed, reason } = of;
  const { bank, id, title, revision } = before;
  const card = rescheduleCard.ref(
    {
      ...{ bank, webinar: id, title, revision, faults: [...faults], changedSince, interested: await interestOf(turn.tx, before) },
      // What was changed since is shown as it is now.
      when: { ...whenOf(before), ...(changedSince ? {} : typed) },
    },
    { reason },
  );
  return { kind: 'form', card };
}

/** It does not take place: its cards say so, and those who are interested are told. */
export async function cancel(ports: WebinarPorts, turn: Turn, data: { webinar: string; reason?: string | undefined }): Promise<Reply> {
  const before = await forOrganiser(ports, turn, { id: data.webinar, act: 'cancel' });
  if (data.reason === undefined) return askFor(turn, before, 'webinars.cancel');
  const after = cancelled(before, data.reason.slice(0, LONGEST_COMMENT), byOf(turn));
  await keepWebinar(turn, before, after);
  return managed(ports, turn, { webinar: after, done: 'cancelled' });
}

async function askFor(turn: Turn, webinar: Webinar, verb: 'webinars.cancel' | 'webinars.withdraw'): Promise<Reply> {
  const { bank, id, title } = webinar;
  const card = reasonCard.ref({ bank, webinar: id, title, verb, interested: await interestOf(turn.tx, webinar) });
  return { kind: 'form', card };
}

/**
 * Undoes a publishing: all cards are taken away, and those who pressed are told. A draft is thrown away, a scheduled one is a draft again.
 * `ask`: what will happen is shown first.
 */
export async function withdraw(ports: WebinarPorts, turn: Turn, data: { webinar: string; ask?: boolean | undefined }): Promise<Reply> {
  const { state, publishedAt } = await forOrganiser(ports, turn, { id: data.webinar });
  const isUnknown = publishedAt === null;
  const before = await forOrganiser(ports, turn, { id: data.webinar, act: isUnknown ? 'remove' : 'withdraw' });
  if (data.ask) return askFor(turn, before, 'webinars.withdraw');
  if (isUnknown && state !== 'scheduled') {
    removeWebinar(turn, before);
    return managed(ports, turn, { webinar: { ...before, state: 'withdrawn' }, done: 'removed' });
  }
  const after = state === 'scheduled' ? unscheduled(before, byOf(turn)) : withdrawn(before, byOf(turn));
  await keepWebinar(turn, before, after);
  return managed(ports, turn, { webinar: after, done: state === 'scheduled' ? 'saved' : 'withdrawn' });
}

export interface Wrapped {
  readonly webinar: string;
  readonly recordingUrl?: string | undefined;
  readonly materialsUrl?: string | undefined;
  readonly participants?: string | undefined;
  readonly teams?: string | undefined;
}

/** What became of it: recording and material reach those who are interested, with the question of what they found of it. */
export async function wrapUp(ports: WebinarPorts, turn: Turn, { webinar: id, ...typed }: Wrapped): Promise<Reply> {
  const before = await forOrganiser(ports, turn, { id, act: 'wrapUp' });
  const { given, faults } = readWrapUp(typed);
  if (faults.length > 0 || Object.keys(given).length === 0) return wrapUpForm(before, typed, faults);
  const after = wrappedUp(before, given, byOf(turn));
  await keepWebinar(turn, before, after);
  return managed(ports, turn, { webinar: after, done: 'wrappedUp' });
}

function wrapUpForm(before: Webinar, typed: Omit<Wrapped, 'webinar'>, faults: readonly FaultData[]): Reply {
  const { bank, id, title, recordingUrl, materialsUrl, participants, teams } = before;
  const known = { recordingUrl, materialsUrl, participants: String(participants ?? ''), teams: String(teams ?? '') };
  const values = Object.fromEntries(Object.entries({ ...known, ...typed }).map(([name, value]) => [name, value ?? '']));
  return { kind: 'form', card: wrapUpCard.ref({ bank, webinar: id, title, faults: [...faults] }, { values }) };
}

/** The event of a card that stands: `webinar:<id>:<channel>`. */
const eventOf = (posting: string | undefined) => /^webinar:([^:]+):/.exec(posting ?? '')?.[1];

/**
 * Looks at every card of an event: those that were lost are put up anew where it is still ahead, the others are shown once more. Without
 * an event, at all that is ahead in the bank; the answer names what is amiss.
 */
export async function repair(
  ports: WebinarPorts,
  turn: Turn,
  data: { webinar?: string | undefined; posting?: string | undefined },
): Promise<Reply> {
  const id = data.webinar ?? eventOf(data.posting);
  if (id === undefined) return repairAll(ports, turn);
  const webinar = await forOrganiser(ports, turn, { id });
  if (webinar.publishedAt === null) return managed(ports, turn, { webinar });
  await keepCards(turn, webinar);
  ledgerLater(turn, id);
  return managed(ports, turn, { webinar, done: 'repaired' });
}

async function repairAll(ports: WebinarPorts, turn: Turn): Promise<Reply> {
  checkOrganiser(turn);
  const { tx, now, locale } = turn;
  const ahead = (await listAll(tx, WEBINAR, [{ field: 'endsAt', op: '>', value: now }])).filter(({ body }) => isAhead(body, now));
  const amiss: string[] = [];
  for (const { body } of ahead) {
    for (const { name, state, reason } of await ledgerOf(ports, tx, body)) {
      if (state === 'failed' || state === 'gone') amiss.push(`${body.title}, ${name}${reason === '' ? '' : `: ${reason}`}`);
    }
  }
  checkNow(turn);
  return { kind: 'say', text: checkedText[locale](ahead.length, amiss) };
}
