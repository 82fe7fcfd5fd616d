import { UserError } from '../../../core/errors.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Referral } from '../../../core/referrals.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Bureau } from '../bureau.ts';
import { chooseCard } from '../cards/index.ts';
import { adviserOf, type Inquiry, LONGEST_COMMENT } from '../model.ts';
import { notify } from '../notices.ts';
import { advisersOf, coordinatorOf, crewFor, hoursOf, place } from '../placing.ts';
import { deadlinesFor } from '../rules/deadlines.ts';
import { happened, passedBy } from '../rules/lifecycle.ts';
import { cardIds, finish, keepForAsker, keepInquiry, keepStatus, referralsOf, thingOf } from '../store.ts';
import type { Desk } from '../watches.ts';
import { shown, takenBy, writeForm } from './advising.ts';
import { checkLength, eventBy, forAdviser } from './case.ts';

export async function assign(
  bureau: Bureau,
  turn: Turn,
  data: { inquiry: string; to?: string | undefined; comment?: string | undefined },
): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'assign');
  const crew = await crewFor(bureau, turn);
  const { to, comment = '' } = data;
  if (to === undefined) {
    const choices = advisersOf(crew).filter(({ id }) => id !== before.adviser || before.state === 'new');
    if (choices.length === 0) throw new UserError('nobodyElse', { number: before.number });
    return { kind: 'form', card: chooseCard.ref({ bank: turn.bank.id, inquiry: before.number, purpose: 'assign', choices }) };
  }
  checkLength(comment, LONGEST_COMMENT);
  if (!crew.byId.has(to) || !crew.isAdviser(to)) throw new UserError('notAdviser', { number: before.number });
  const name = crew.nameOf(to);
  const whose = { adviser: to, adviserName: name, takenAt: before.takenAt ?? turn.now, respondedAt: before.respondedAt ?? turn.now };
  const state = before.state === 'asked' ? 'asked' : 'taken';
  const after = happened(before, { ...eventBy(turn, 'assigned', comment), name: `${actorOf(turn).name} → ${name}` }, { ...whose, state });
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: true });
  if (to !== actorOf(turn).id)
    await notify(turn, after, { what: 'assigned', to: { id: to, name }, name: actorOf(turn).name, once: String(after.version) });
  return shown(bureau, turn, after);
}

/** «Kan ikke ta denne»: the next one is asked, who has not said so before; where nobody is left, the coordinator. */
export async function pass(bureau: Bureau, turn: Turn, data: { inquiry: string; comment?: string | undefined }): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'pass');
  if (data.comment === undefined) return writeForm(turn, before, { purpose: 'pass', isPublic: false });
  checkLength(data.comment, LONGEST_COMMENT);
  const me = actorOf(turn);
  const next = await nextFor(bureau, turn, { inquiry: before, but: me.id });
  const after = happened(before, eventBy(turn, 'passed', data.comment), { ...next, ...anew(turn, before) });
  await keepInquiry(turn, before, after);
  await keepStatus(turn, after, { tells: true });
  await notify(turn, after, { what: 'passed', to: adviserOf(after), name: me.name, once: String(after.version) });
  return shown(bureau, turn, after);
}

/** The one who is asked now begins from the start: nobody has it, and the time for a first word runs anew. */
export function anew({ bank, now }: Desk, { state, urgent }: Inquiry): Partial<Inquiry> {
  const { first } = deadlinesFor(now, urgent, hoursOf(bank));
  return { state: state === 'asked' ? 'asked' : 'new', takenAt: null, respondedAt: null, dueFirst: first.at };
}

/**
 * Who is asked next for an inquiry: none of those who said that they can't, and not `but`. The coordinator where the routes lead to nobody
 * else, be it that they have said so too.
 */
export async function nextFor(bureau: Bureau, desk: Desk, { inquiry, but }: { inquiry: Inquiry; but: string | null }) {
  const except = [...passedBy(inquiry), ...(but === null ? [] : [but])];
  const cases = await bureau.casebook.open(desk.bank.id, desk.tx);
  const placed = await place(bureau, desk, { keys: inquiry, cases, self: inquiry.number, except, here: true });
  if (placed.adviser !== null && !except.includes(placed.adviser)) {
    const { adviser, adviserName, deputies, route } = placed;
    return { adviser, adviserName, deputies: deputies.filter((id) => !except.includes(id)), route };
  }
  const { region } = inquiry;
  const coordinator = (await coordinatorOf(bureau, desk.bank, { region, except })) ?? (await coordinatorOf(bureau, desk.bank, { region }));
  const { nameOf } = await crewFor(bureau, desk);
  return { adviser: coordinator ?? null, adviserName: coordinator === undefined ? '' : nameOf(coordinator), deputies: [] };
}

/** Receivers outside the centre: those of the routes, with the address that was given there, and those that are known. */
async function receivers(bureau: Bureau, turn: Turn): Promise<readonly Referral[]> {
  const routes = await bureau.routes.of(turn.bank.id, turn.tx);
  const all = [...routes.flatMap(({ referral }) => referral ?? []), ...bureau.ports.referrals];
  return [...new Map(all.toReversed().map((each) => [each.name, each])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'nb'),
  );
}

export async function refer(
  bureau: Bureau,
  turn: Turn,
  data: { inquiry: string; to?: string | undefined; comment?: string | undefined },
): Promise<Reply> {
  const before = await forAdviser(turn, data.inquiry, 'refer');
  const known = await receivers(bureau, turn);
  const { to, comment = '' } = data;
  if (known.length === 0) throw new UserError('noReceivers');
  if (to === undefined) {
    const choices = known.map(({ name }) => ({ id: name, label: name }));
    return { kind: 'form', card: chooseCard.ref({ bank: turn.bank.id, inquiry: before.number, purpose: 'refer', choices }) };
  }
  checkLength(comment, LONGEST_COMMENT);
  const referral = known.find(({ name }) => name === to);
  if (!referral) throw new UserError('unknownReceiver', { number: before.number });
  const change = { ...takenBy(turn, before), referral, state: 'referred' as const, closedAt: turn.now };
  const after = happened(before, { ...eventBy(turn, 'referred', comment), referral }, change);
  await finish(turn, before, after);
  const nth = referralsOf(after);
  await keepForAsker(turn, after, {
    id: cardIds.referral(after.number, nth),
    render: 'inquiries.referral',
    thing: thingOf(after.number, nth),
    isNew: true,
  });
  return shown(bureau, turn, after);
}
