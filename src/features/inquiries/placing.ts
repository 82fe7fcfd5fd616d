import type { Bank } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Context, Reader } from '../../core/features.ts';
import { nextOpening, type OfficeHours, STANDARD_HOURS } from '../../core/workdays.ts';
import type { Bureau } from './bureau.ts';
import type { Receiver } from './cards/data.ts';
import type { Cases } from './casebook.ts';
import type { Inquiry, Region } from './model.ts';
import { type Crew, crewOf } from './rules/crew.ts';
import { ADMINS, chooseAmong, type Found, findRoute, type Keys, nextDayAtWork } from './rules/routing.ts';

export const hoursOf = (bank: Bank): OfficeHours => bank.hours ?? STANDARD_HOURS;

/** The channel in which a bank publishes what all may learn from, if it has one. */
export const announceIn = ({ teamsTeams }: Bank): string | undefined =>
  teamsTeams.find((team) => team.announceIn !== null)?.announceIn ?? undefined;

/** Who works for a bank on the day on which something that comes now is seen to. */
export async function crewFor({ ports }: Bureau, { bank, now }: Pick<Context, 'bank' | 'now'>): Promise<Crew> {
  const people = await ports.people();
  const admins = await ports.adminsOf(bank.id);
  return crewOf({ bank: bank.id, people, admins, day: dayOf(nextOpening(now, hoursOf(bank))) });
}

/** Everybody who answers in a bank, by name: to choose among. */
export function advisersOf(crew: Crew): { readonly id: string; readonly label: string }[] {
  return [...crew.byId.values()]
    .filter(({ id }) => crew.isAdviser(id))
    .map(({ id }) => ({ id, label: crew.nameOf(id) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'nb'));
}

/** Who sees to a region, else to the bank; the admins where nobody does. At most one, and none of `except`. */
export async function coordinatorOf(
  bureau: Bureau,
  bank: Bank,
  of: { region: Region | null; except?: readonly string[] },
): Promise<string | undefined> {
  const people = await bureau.ports.people();
  const isOut = (id: string) => of.except?.includes(id) ?? false;
  const grants = people.flatMap(({ id, roles }) =>
    roles.flatMap((grant) => (grant.bank === bank.id && grant.role === 'coordinator' && !isOut(id) ? [{ id, region: grant.region }] : [])),
  );
  const near =
    grants.find(({ region }) => region !== null && region === of.region) ?? grants.find(({ region }) => region === null) ?? grants[0];
  if (near) return near.id;
  return (await bureau.ports.adminsOf(bank.id)).find(({ id }) => !isOut(id))?.id;
}

/** Where an inquiry goes: the one who is asked, by what route, and who is next. */
export interface Placed extends Found {
  readonly adviser: string | null;
  readonly adviserName: string;
  /** The day on which the one who is asked is at work again, when that is not the day on which it is seen to. */
  readonly backOn: string | null;
}

/** Decides who is asked. `self`: the inquiry's own number, which is nobody's load. `except`: those who said that they can't. `here`: nobody outside the centre. Never nobody, as long as the bank has an admin. */
export async function place(
  bureau: Bureau,
  context: { readonly bank: Bank; readonly now: number; readonly tx: Reader },
  asked: {
    readonly keys: Keys;
    readonly cases: Cases;
    readonly self?: string;
    readonly except?: readonly string[];
    readonly here?: boolean;
  },
): Promise<Placed> {
  const { bank, tx } = context;
  const crew = await crewFor(bureau, context);
  const isOut = (id: string) => crew.isAway(id) || (asked.except?.includes(id) ?? false);
  const all = await bureau.routes.of(bank.id, tx);
  const routes = asked.here ? all.map((route) => ({ ...route, referral: null })) : all;
  const found = findRoute(routes, asked.keys, { isAway: isOut, standIn: crew.standIn }) ?? (await toAdmins(bureau, bank, isOut));
  const theirs = Map.groupBy(
    [...asked.cases.all.values()].filter(({ number }) => number !== asked.self),
    ({ adviser }) => adviser,
  );
  const candidates = found.advisers.map((id) => {
    const had = theirs.get(id) ?? [];
    const at = nextDayAtWork(crew.byId.get(id) ?? { away: [], workdays: [] }, crew.day);
    return {
      id,
      at,
      load: had.filter(({ open }) => open).length,
      lastGiven: had.reduce((last, { createdAt }) => Math.max(last, createdAt), 0),
    };
  });
  const adviser = chooseAmong(candidates) ?? null;
  const at = candidates.find(({ id }) => id === adviser)?.at;
  return {
    ...found,
    adviser,
    adviserName: adviser === null ? '' : crew.nameOf(adviser),
    // Those who are named for it come before those who could as well have been asked.
    deputies: [...found.deputies, ...found.advisers.filter((id) => id !== adviser)],
    backOn: at !== undefined && at > crew.day ? at : null,
  };
}

/** Where no route leads to anybody: the bank's admins, those who are not out before the others; its coordinator where it has none. */
async function toAdmins(bureau: Bureau, bank: Bank, isOut: (id: string) => boolean): Promise<Found> {
  const admins = (await bureau.ports.adminsOf(bank.id)).map(({ id }) => id);
  const coordinator = admins.length === 0 ? await coordinatorOf(bureau, bank, { region: null }) : undefined;
  const all = coordinator === undefined ? admins : [coordinator];
  const present = all.filter((id) => !isOut(id));
  return { advisers: present.length > 0 ? present : all, deputies: [], route: ADMINS, referral: null };
}

/** The receiver in the words of a role: what the route went by. */
export function receiverOf(
  { topics }: Bureau,
  of: Pick<Inquiry, 'route' | 'topic' | 'region' | 'phase'> & { readonly referral: Receiver['referral'] },
): Receiver {
  const went = of.route.split('+');
  const role = of.referral ? 'referral' : of.route === ADMINS ? 'admin' : 'adviser';
  return {
    role,
    topic: went.includes('topic') && of.topic !== null ? topics.label(of.topic) : null,
    region: went.includes('region') ? of.region : null,
    phase: went.includes('phase') ? of.phase : null,
    referral: of.referral,
  };
}
