import type { Announced, News, Plan, State, Webinar, WebinarEvent, When } from '../model.ts';
import { spanOf } from './times.ts';

/** What can be done with an event. `remove`: a draft is thrown away, a scheduled one is a draft again. */
export type Act = 'edit' | 'publish' | 'reschedule' | 'cancel' | 'withdraw' | 'remove' | 'wrapUp' | 'interest' | 'evaluate';

const STATES_FOR: Readonly<Record<Act, readonly State[]>> = {
  edit: ['draft', 'scheduled', 'published'],
  publish: ['draft', 'scheduled', 'published'],
  reschedule: ['draft', 'scheduled', 'published'],
  cancel: ['draft', 'scheduled', 'published'],
  withdraw: ['published', 'cancelled'],
  remove: ['draft', 'scheduled', 'cancelled'],
  wrapUp: ['draft', 'scheduled', 'published'],
  interest: ['published'],
  evaluate: ['published'],
};
/** What is for events that are still ahead, and for those that have begun. */
const AHEAD: readonly Act[] = ['reschedule', 'cancel', 'interest'];
const BEGUN: readonly Act[] = ['wrapUp', 'evaluate'];

/** Why something can't be done now: a code of the feature's sentences; undefined when it can. */
export function refusalOf(
  { state, startsAt, endsAt }: Pick<Webinar, 'state' | 'startsAt' | 'endsAt'>,
  act: Act,
  now: number,
): string | undefined {
  if (!STATES_FOR[act].includes(state)) return `is-${state}`;
  if (AHEAD.includes(act) && endsAt <= now) return 'isOver';
  if (BEGUN.includes(act) && startsAt > now) return 'notYet';
  return undefined;
}

type By = Pick<WebinarEvent, 'at' | 'by' | 'name'>;

const noted = ({ history }: Pick<Webinar, 'history'>, what: WebinarEvent['what'], by: By) => [...history, { what, ...by }];

/** An event that nobody has been told of yet. */
export function drafted(plan: Plan, of: Pick<Webinar, 'id' | 'bank' | 'tenantId'> & { by: By; what: 'created' | 'imported' }): Webinar {
  const { by, what, ...rest } = of;
  return {
    ...plan,
    ...rest,
    ...spanOf(plan),
    ...{ state: 'draft', version: 0, revision: 1, publishAt: null, publishedAt: null, organiser: by.by, organiserName: by.name },
    ...{ announced: [], was: null, reason: '', recordingUrl: '', materialsUrl: '', participants: null, teams: null, wrappedUpAt: null },
    ...{ told: [], remindedIn: [], history: [{ what, ...by }], createdAt: by.at, changedAt: by.at, imported: null, interestedThen: null },
  };
}

export const whenOf = ({ date, endDate, start, end }: When): When => ({ date, endDate, start, end });

export const isSameWhen = (one: When, other: When) =>
  one.date === other.date && one.endDate === other.endDate && one.start === other.start && one.end === other.end;

/** Whether somebody who planned to come must know of a change: when it is, where, and by which link. */
export function isMove(before: Plan, after: Plan): boolean {
  return !isSameWhen(before, after) || before.mode !== after.mode || before.place !== after.place || before.joinUrl !== after.joinUrl;
}

/** Writes down that those who are interested are told something of the event as it is now. */
function told(webinar: Webinar, what: News, at: number): Webinar {
  return { ...webinar, told: [...webinar.told, { what, version: webinar.version, at }] };
}

/** A change that a person makes. */
function changed(before: Webinar, what: WebinarEvent['what'], { by, change }: { by: By; change: Partial<Webinar> }): Webinar {
  return { ...before, ...change, revision: before.revision + 1, changedAt: by.at, history: noted(before, what, by) };
}

const isOut = ({ state }: Pick<Webinar, 'state'>) => state === 'published';

/** What is shown as the time of before: the one that everybody heard of first, and where it is back there, the one between. */
function wasOf(before: Webinar, plan: Plan): When | null {
  if (isSameWhen(before, plan)) return before.was;
  return before.was === null || isSameWhen(before.was, plan) ? whenOf(before) : before.was;
}

/** With another plan. One that is published, is still to be held, and is to be at another time or place, is moved: those who are interested are told. */
export function withPlan(before: Webinar, { plan, reason = '' }: { plan: Plan; reason?: string }, by: By): Webinar {
  const change = { ...plan, ...spanOf(plan) };
  const isMoved = isOut(before) && isMove(before, plan) && change.endsAt > by.at;
  if (!isMoved) return changed(before, 'changed', { by, change });
  const isSame = isSameWhen(before, plan);
  const why = { was: wasOf(before, plan), reason: isSame && reason === '' ? before.reason : reason };
  // What was wrapped up is still to be held.
  const after = changed(before, 'moved', { by, change: { ...change, ...why, wrappedUpAt: null, version: before.version + 1 } });
  return told(after, 'moved', by.at);
}

/** Announced in these places from now on; those where it is announced already keep their time. */
export function published(before: Webinar, places: readonly Omit<Announced, 'at'>[], by: By): Webinar {
  const announced = places.map((place) => before.announced.find(({ channel }) => channel === place.channel) ?? { ...place, at: by.at });
  if (isOut(before)) return { ...before, announced };
  return changed(before, 'published', { by, change: { state: 'published', publishAt: null, publishedAt: by.at, announced } });
}

export function scheduled(before: Webinar, publishAt: number, by: By): Webinar {
  return changed(before, 'scheduled', { by, change: { state: 'scheduled', publishAt } });
}

/** A scheduled one as a draft again. */
export function unscheduled(before: Webinar, by: By): Webinar {
  return changed(before, 'changed', { by, change: { state: 'draft', publishAt: null, announced: [] } });
}

/** Does not take place. Nobody is told of what nobody had heard of. */
export function cancelled(before: Webinar, reason: string, by: By): Webinar {
  const change = { state: 'cancelled' as const, publishAt: null, reason, version: before.version + 1 };
  const after = changed(before, 'cancelled', { by, change });
  return isOut(before) ? told(after, 'cancelled', by.at) : after;
}

export function withdrawn(before: Webinar, by: By): Webinar {
  return told(changed(before, 'withdrawn', { by, change: { state: 'withdrawn', version: before.version + 1 } }), 'withdrawn', by.at);
}

export type WrapUp = Partial<Pick<Webinar, 'recordingUrl' | 'materialsUrl' | 'participants' | 'teams'>>;

/** What became of it. The first time, and when a recording or material is new, those who are interested are told. */
export function wrappedUp(before: Webinar, given: WrapUp, by: By): Webinar {
  const isNew = (link: string | undefined, known: string) => link !== undefined && link !== '' && link !== known;
  const brings = isNew(given.recordingUrl, before.recordingUrl) || isNew(given.materialsUrl, before.materialsUrl);
  const tells = isOut(before) && (before.wrappedUpAt === null || brings);
  const change = { ...given, wrappedUpAt: before.wrappedUpAt ?? by.at, version: before.version + (tells ? 1 : 0) };
  const after = changed(before, 'wrappedUp', { by, change });
  return tells ? told(after, 'recording', by.at) : after;
}

/** A reminder is sent now. */
export function reminded(before: Webinar, what: News, at: number): Webinar {
  return told(before, what, at);
}

/** Reminders in channels that are kept true. */
const MOST_REMINDERS = 2;

/** The channels are reminded now. */
export function channelsReminded(before: Webinar): Webinar {
  return { ...before, remindedIn: [...before.remindedIn, before.version].slice(-MOST_REMINDERS) };
}
