import { dayOf } from '../../../core/calendar.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Turn } from '../../../core/features.ts';
import { newId } from '../../../core/ids.ts';
import type { Reply } from '../../../core/reply.ts';
import { timeOfDay } from '../../../core/workdays.ts';
import type { PreviewData } from '../cards/data.ts';
import { formCard, previewCard } from '../cards/index.ts';
import type { Plan, Webinar } from '../model.ts';
import type { WebinarPorts } from '../ports.ts';
import { inputsOf, PLAN_INPUTS, type PlanInputs, readPlan } from '../rules/form.ts';
import { drafted, isMove, published, refusalOf, scheduled, withPlan } from '../rules/lifecycle.ts';
import { isNearTitle } from '../rules/near.ts';
import { isForLeaders } from '../rules/rooms.ts';
import { spanOf } from '../rules/times.ts';
import { keepWebinar, webinarsOf } from '../store.ts';
import { refused } from '../texts.ts';
import { eventData } from '../view.ts';
import { banksToOrganise, byOf, checkOrganiser, forOrganiser, managed } from './common.ts';
import { choicesIn, placesFor, roomsOf } from './places.ts';

/** What came with a press: the inputs of the form, the event that they are for, and what else the buttons carry. */
export type Planned = { readonly [name in (typeof PLAN_INPUTS)[number]]?: unknown } & {
  readonly webinar?: string | undefined;
  readonly version?: number | undefined;
  readonly whole?: boolean | undefined;
};

/** The inputs that came along. */
function given(data: Planned): PlanInputs {
  return Object.fromEntries(PLAN_INPUTS.flatMap((name) => (data[name] === undefined ? [] : [[name, String(data[name])]])));
}

interface FormOf {
  readonly webinar: Webinar | undefined;
  readonly inputs: PlanInputs;
  readonly faults?: readonly FaultData[];
  readonly changedSince?: boolean;
}

async function form(ports: WebinarPorts, turn: Turn, { webinar, inputs, faults = [], changedSince = false }: FormOf): Promise<Reply> {
  const banks = await banksToOrganise(ports, turn);
  const rooms = await roomsOf(
    ports,
    turn,
    banks.map(({ id }) => id),
  );
  const card = formCard.ref(
    {
      ...{ bank: turn.bank.id, webinar: webinar?.id ?? null, revision: webinar?.revision ?? null, faults: [...faults] },
      ...{ banks: [...banks], channels: choicesIn(rooms), isLive: isLive(webinar), changedSince },
    },
    { values: { banks: turn.bank.id, ...inputs } },
  );
  return { kind: 'form', card };
}

/** What is typed of one that others know already is written down only when it is saved. */
const isLive = (webinar: Webinar | undefined) => webinar !== undefined && webinar.state !== 'draft';

const isChangedSince = ({ revision }: Webinar, { version }: Planned) => version !== undefined && version !== revision;

/** What stands there now where something else was typed. */
function changesIn(now: PlanInputs, typed: PlanInputs): FaultData[] {
  return PLAN_INPUTS.flatMap((input) => {
    const value = now[input] ?? '';
    return value === (typed[input] ?? '') ? [] : [{ input, code: 'changedTo' as const, params: { value } }];
  });
}

/** What the form of an event is filled with. */
function inputsFor(webinar: Webinar): PlanInputs {
  const { publishAt } = webinar;
  return { ...inputsOf(webinar), ...(publishAt !== null && { publishAt: dayOf(publishAt), publishTime: timeOfDay(publishAt) }) };
}

/** The event that is named, for somebody who may change it. */
async function namedIn(ports: WebinarPorts, turn: Turn, { webinar: id }: Planned): Promise<Webinar | undefined> {
  if (id !== undefined) return forOrganiser(ports, turn, { id, act: 'edit' });
  checkOrganiser(turn);
  return undefined;
}

/** The form: empty, filled with what came along, or with an event as it is. */
export async function create(ports: WebinarPorts, turn: Turn, data: Planned): Promise<Reply> {
  const webinar = await namedIn(ports, turn, data);
  return form(ports, turn, { webinar, inputs: { ...(webinar && inputsFor(webinar)), ...given(data) } });
}

/** The form, filled with another event but for its days and the link, which belongs to one meeting. */
export async function copy(ports: WebinarPorts, turn: Turn, { webinar: id }: { webinar: string }): Promise<Reply> {
  const { date: _date, endDate: _endDate, joinUrl: _joinUrl, ...inputs } = inputsOf(await forOrganiser(ports, turn, { id }));
  return form(ports, turn, { webinar: undefined, inputs });
}

/** What was typed, as a plan with its places; or the form again, with what is wrong. */
type Read =
  | { readonly reply: Reply }
  | {
      readonly reply?: undefined;
      readonly plan: Plan;
      readonly publishAt: number | null;
      readonly places: ReturnType<typeof placesFor>['places'];
      readonly inputs: PlanInputs;
    };

async function read(ports: WebinarPorts, turn: Turn, { webinar, data }: { webinar: Webinar | undefined; data: Planned }): Promise<Read> {
  const inputs = { ...(webinar && !data.whole ? inputsFor(webinar) : {}), ...given(data) };
  if (webinar && isChangedSince(webinar, data)) {
    return { reply: await form(ports, turn, { webinar, inputs, faults: changesIn(inputsFor(webinar), inputs), changedSince: true }) };
  }
  const banks = await ports.banks();
  const allowPast = webinar !== undefined && webinar.endsAt <= turn.now;
  const of = { bank: turn.bank.id, banks: banks.map(({ id }) => id), now: turn.now, requireTimes: true, allowPast };
  const { plan, publishAt = null, faults, missing } = readPlan(inputs, of);
  // Nothing but the name of an event: its form is asked for, and nothing is wrong with it.
  const isEmpty = Object.keys(given(data)).length === 0 && webinar === undefined;
  const lacking = isEmpty ? [] : missing.map((input) => ({ input, code: 'missing' as const, params: {} }));
  if (!plan) return { reply: await form(ports, turn, { webinar, inputs, faults: [...lacking, ...faults] }) };
  const found = placesFor(plan, { rooms: await roomsOf(ports, turn, plan.banks), banks });
  if (found.faults.length > 0) return { reply: await form(ports, turn, { webinar, inputs, faults: found.faults }) };
  return { plan, publishAt: publishAt ?? null, places: found.places, inputs };
}

/** How it will look and where it will be announced. What is new is kept as a draft. */
export async function preview(ports: WebinarPorts, turn: Turn, data: Planned): Promise<Reply> {
  const before = await namedIn(ports, turn, data);
  const got = await read(ports, turn, { webinar: before, data });
  if (got.reply) return got.reply;
  const { plan, publishAt, places, inputs } = got;
  const by = byOf(turn);
  const of = { id: newId(), bank: turn.bank.id, tenantId: turn.incoming.via.tenantId ?? null, by, what: 'created' as const };
  const kept = before ? withPlan(before, { plan }, by) : drafted(plan, of);
  const draft = isLive(before) ? kept : { ...kept, publishAt };
  if (!isLive(before)) await keepWebinar(turn, before, draft);
  const names = new Map((await ports.banks()).map(({ id, name }) => [id, name] as const));
  const nameOf = (id: string) => names.get(id) ?? id;
  const card = previewCard.ref(
    {
      ...eventData({ ...draft, ...plan, ...spanOf(plan) }, 0, turn.now),
      places: placesShown(plan, places, nameOf),
      ...{ publishAt, banks: plan.banks.map(nameOf), isLive: isLive(before), moves: before?.state === 'published' && isMove(before, plan) },
      duplicates: await duplicatesOf(ports, draft, plan),
      notes: [...(await notesOn(ports, plan)), ...(places.length === 0 ? (['noChannel'] as const) : [])],
    },
    { carried: isLive(before) ? { ...inputs, whole: 'true', version: String(before?.revision) } : { version: String(draft.revision) } },
  );
  return { kind: 'show', card };
}

function placesShown({ banks }: Plan, places: readonly { bank: string; channel: string; name: string }[], nameOf: (id: string) => string) {
  return banks.flatMap((bank): PreviewData['places'] => {
    const here = places.filter((place) => place.bank === bank);
    return here.length === 0 ? [{ bank: nameOf(bank), channel: null }] : here.map(({ name }) => ({ bank: nameOf(bank), channel: name }));
  });
}

async function notesOn(ports: WebinarPorts, plan: Plan): Promise<PreviewData['notes']> {
  const banks = (await ports.banks()).filter(({ id }) => plan.banks.includes(id));
  const isLost = isForLeaders(plan) && plan.channels.length === 0 && banks.some(({ leaderChannel }) => leaderChannel === null);
  return isLost ? ['noLeaderChannel'] : [];
}

/** Duplicates shown; more would hide the rest. */
const MOST_DUPLICATES = 3;

/** Events of the same day with nearly the same title, in any of its banks. */
async function duplicatesOf(ports: WebinarPorts, { id }: Webinar, plan: Plan): Promise<PreviewData['duplicates']> {
  const banks = await ports.banks();
  const lists = await Promise.all(plan.banks.map((bank) => webinarsOf({ bank, banks }, ports.reader)));
  const all = [...new Map(lists.flat().map((webinar) => [webinar.id, webinar])).values()];
  const isNear = (other: Webinar) =>
    other.id !== id && other.date <= plan.endDate && other.endDate >= plan.date && isNearTitle(other.title, plan.title);
  return all
    .filter((other) => other.state !== 'withdrawn' && isNear(other))
    .slice(0, MOST_DUPLICATES)
    .map(({ bank, id: webinar, title, date, start, state }) => ({ bank, webinar, title, date, start, state }));
}

/** Announces now, or at the time that was given; saves what was changed of one that is announced. */
export async function publish(ports: WebinarPorts, turn: Turn, data: Planned): Promise<Reply> {
  const before = await namedIn(ports, turn, data);
  if (before?.state === 'published' && Object.keys(given(data)).length === 0)
    return managed(ports, turn, { webinar: before, done: 'published' });
  const got = await read(ports, turn, { webinar: before, data });
  if (got.reply) return got.reply;
  const { plan, publishAt, inputs } = got;
  const places = isPlacedAsBefore(before, plan) ? (before?.announced ?? []) : got.places;
  await checkBanks(ports, turn, plan);
  if (places.length === 0) {
    return form(ports, turn, { webinar: before, inputs, faults: [{ input: 'channels', code: 'noChannel', params: {} }] });
  }
  const by = byOf(turn);
  const tenantId = turn.incoming.via.tenantId ?? null;
  const draft = before ? withPlan(before, { plan }, by) : drafted(plan, { id: newId(), bank: turn.bank.id, tenantId, by, what: 'created' });
  const code = refusalOf(draft, 'publish', turn.now);
  if (code !== undefined) throw refused(code, { title: draft.title });
  if (before?.state !== 'published' && draft.endsAt <= turn.now) throw refused('isOver', { title: draft.title });
  const later = publishAt !== null && publishAt > turn.now && before?.state !== 'published';
  // What came from a file is from now on theirs who announces it.
  const organiser = draft.organiser === '' && { organiser: by.by, organiserName: by.name };
  const held = { ...draft, ...organiser, tenantId: draft.tenantId ?? tenantId };
  const after = later
    ? { ...scheduled(held, publishAt, by), announced: places.map((place) => ({ ...place, at: publishAt })) }
    : published(held, places, by);
  await keepWebinar(turn, before, after);
  return managed(ports, turn, { webinar: after, done: doneOf(before, after) });
}

/** Where nothing was said of places it stays where it is announced, whatever the banks' channels are now. */
function isPlacedAsBefore(before: Webinar | undefined, plan: Plan): boolean {
  if (before?.state !== 'published') return false;
  const isSame = (one: readonly string[], other: readonly string[]) => one.toSorted().join() === other.toSorted().join();
  return isSame(before.banks, plan.banks) && isSame(before.channels, plan.channels) && isForLeaders(before) === isForLeaders(plan);
}

function doneOf(before: Webinar | undefined, after: Webinar) {
  if (after.state === 'scheduled') return 'scheduled';
  if (before?.state !== 'published') return 'published';
  return after.version > before.version ? 'moved' : 'saved';
}

/** UserError that names the bank in which the one who acts may not announce anything. */
async function checkBanks(ports: WebinarPorts, turn: Turn, { banks }: Plan): Promise<void> {
  const may = new Set((await banksToOrganise(ports, turn)).map(({ id }) => id));
  const not = banks.find((id) => !may.has(id));
  if (not === undefined) return;
  const bank = (await ports.banks()).find(({ id }) => id === not)?.name ?? not;
  throw refused('noRoleIn', { bank });
}
