import { idFrom } from '../../../core/ids.ts';
import type { Plan, Webinar, WebinarEvent } from '../model.ts';
import { cancelled, drafted, refusalOf, scheduled, unscheduled, type WrapUp, withPlan, wrappedUp } from './lifecycle.ts';
import { spanOf } from './times.ts';

/** An event as a file has it: all fields, those that the file is silent on as they are for a new event. */
export type Filed = Plan & Required<WrapUp> & { readonly publishAt: number | null; readonly isCancelled: boolean };
type Field = keyof Filed;

/** One row of a table or entry of a calendar. */
export interface Entry {
  readonly id: string;
  /** Its row in the table, or its number in the calendar. */
  readonly line: number;
  readonly filed: Filed;
  /** What the file speaks of: it has a column for it. */
  readonly fields: readonly Field[];
  /** Those of them in which something stands. */
  readonly given: readonly Field[];
  /** Of a calendar: raised with each change. */
  readonly sequence?: number;
}

export type What = 'new' | 'changed' | 'same';

/** What an entry makes of the event that it stands for. `after` is undefined when there is nothing to write. */
export interface Imported {
  readonly what: What;
  readonly after: Webinar | undefined;
  /** What the file says and is not done: it is `cancelled` or `withdrawn` here. */
  readonly left: Webinar['state'] | undefined;
}

type By = Pick<WebinarEvent, 'at' | 'by' | 'name'>;
/** Where an event is brought in, and by whom. */
export interface Into {
  readonly bank: string;
  readonly tenantId: string | null;
  readonly by: By;
}

const PLAN_FIELDS = [
  ...(['title', 'description', 'date', 'endDate', 'start', 'end', 'mode', 'place', 'joinUrl', 'signupUrl', 'audience'] as const),
  ...(['region', 'banks', 'channels', 'coOrganisers', 'series', 'reportArea', 'countsAs', 'reminders'] as const),
] satisfies readonly (keyof Plan)[];
const WHEN_FIELDS = ['date', 'endDate', 'start', 'end'] satisfies readonly (keyof Plan)[];
const RESULT_FIELDS = ['participants', 'teams', 'recordingUrl', 'materialsUrl'] satisfies readonly (keyof WrapUp)[];
export const FILED_FIELDS: readonly Field[] = [...PLAN_FIELDS, ...RESULT_FIELDS, 'publishAt', 'isCancelled'];

const folded = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');

/** The id of the `n`-th row of a table (from 1) with this title at this time. */
export function rowId({ title, date, start }: Pick<Plan, 'title' | 'date' | 'start'>, n: number): string {
  return idFrom('webinar', folded(title), date, start ?? '', String(n));
}

/** What two rows with the same id but for their number have in common. */
export const sameRow = (plan: Pick<Plan, 'title' | 'date' | 'start'>): string => rowId(plan, 1);

export const entryId = (uid: string): string => idFrom('webinar', uid);

const pick = <F extends Field>(of: Filed, fields: readonly F[]) =>
  Object.fromEntries(fields.map((field) => [field, of[field]])) as Pick<Filed, F>;
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What the file said before, by field. */
type Earlier = Readonly<Record<string, unknown>>;

/** A copy of a calendar that is older than the one that was brought in. */
const isOutdated = ({ sequence = 0 }: Entry, earlier: Earlier) => typeof earlier.sequence === 'number' && earlier.sequence > sequence;

/** What the file said, as it is remembered: with what an earlier file with other columns said. */
function remembered({ filed, fields, sequence }: Entry, earlier: Earlier): string {
  const said = pick(
    filed,
    FILED_FIELDS.filter((field) => fields.includes(field)),
  );
  return JSON.stringify({ ...earlier, ...said, ...(sequence !== undefined && { sequence }) });
}

/** The fields that the file says something else of than last time. A new column counts where something stands in it. */
function changedIn({ filed, fields, given }: Entry, earlier: Earlier): ReadonlySet<Field> {
  return new Set(fields.filter((field) => (field in earlier ? !isSame(filed[field], earlier[field]) : given.includes(field))));
}

const withBanks = (plan: Plan, ...banks: readonly string[]): Plan => ({ ...plan, banks: [...new Set([...plan.banks, ...banks])] });
const planOf = (of: Plan): Plan => Object.fromEntries(PLAN_FIELDS.map((field) => [field, of[field]])) as Plan;

/** An event that is not here yet. What is over, or was cancelled before anybody heard of it, is a draft: nobody is told. */
export function broughtIn(entry: Entry, into: Into): Webinar {
  const { filed, id } = entry;
  const { bank, tenantId, by } = into;
  const made = drafted(withBanks(planOf(filed), bank), { id, bank, tenantId, by, what: 'imported' });
  const webinar = { ...made, ...pick(filed, RESULT_FIELDS), organiserName: '', imported: remembered(entry, {}) };
  return isAhead(filed.publishAt, webinar, by.at) ? scheduled(webinar, filed.publishAt, by) : webinar;
}

function isAhead(publishAt: number | null, { endsAt }: Pick<Webinar, 'endsAt'>, now: number): publishAt is number {
  return publishAt !== null && publishAt > now && publishAt < endsAt;
}

/** Brings into an event what changed in its file since the last time; everything else stays as people made it. */
export function broughtUpToDate(before: Webinar, entry: Entry, into: Into): Imported {
  const earlier: Earlier = JSON.parse(before.imported ?? '{}');
  if (isOutdated(entry, earlier)) return { what: 'same', after: undefined, left: undefined };
  const changed = changedIn(entry, earlier);
  const isOut = before.state === 'cancelled' || before.state === 'withdrawn';
  if (isOut) {
    const isSilent = changed.size === 0 || (before.state === 'cancelled' && entry.filed.isCancelled);
    return { what: 'same', after: undefined, left: isSilent ? undefined : before.state };
  }
  const steps = [planned, counted, timed, calledOff];
  const after = steps.reduce((webinar, step) => step(webinar, { entry, changed, into }), before);
  const imported = remembered(entry, earlier);
  if (after !== before) return { what: 'changed', after: { ...after, imported }, left: undefined };
  return { what: 'same', after: imported === before.imported ? undefined : { ...before, imported }, left: undefined };
}

interface Change {
  readonly entry: Entry;
  readonly changed: ReadonlySet<Field>;
  readonly into: Into;
}

function planned(before: Webinar, { entry: { filed }, changed, into }: Change): Webinar {
  const known = planOf(before);
  const asked = {
    ...known,
    ...pick(
      filed,
      PLAN_FIELDS.filter((field) => changed.has(field)),
    ),
  };
  const plan = withBanks(asked, before.bank, into.bank);
  // Moved in Teams since, and half of the time changed in the file: they would not fit together.
  const { startsAt, endsAt } = spanOf(plan);
  const fits = startsAt < endsAt && (plan.start === null) === (plan.end === null);
  const next = fits ? plan : { ...plan, ...pick(filed, WHEN_FIELDS) };
  return isSame(next, known) ? before : withPlan(before, { plan: next }, into.by);
}

/** What became of it. Before it has begun, nobody is told. */
function counted(before: Webinar, { entry: { filed }, changed, into: { by } }: Change): Webinar {
  const results = pick(
    filed,
    RESULT_FIELDS.filter((field) => changed.has(field) && !isSame(filed[field], before[field])),
  );
  if (Object.keys(results).length === 0) return before;
  if (before.startsAt <= by.at) return wrappedUp(before, results, by);
  return { ...withPlan(before, { plan: planOf(before) }, by), ...results };
}

function timed(before: Webinar, { entry: { filed }, changed, into: { by } }: Change): Webinar {
  if (!changed.has('publishAt') || before.state === 'published' || before.publishAt === filed.publishAt) return before;
  if (isAhead(filed.publishAt, before, by.at)) return scheduled(before, filed.publishAt, by);
  return before.state === 'scheduled' ? unscheduled(before, by) : before;
}

function calledOff(before: Webinar, { entry: { filed }, changed, into: { by } }: Change): Webinar {
  const isOff = changed.has('isCancelled') && filed.isCancelled && refusalOf(before, 'cancel', by.at) === undefined;
  return isOff ? cancelled(before, '', by) : before;
}
