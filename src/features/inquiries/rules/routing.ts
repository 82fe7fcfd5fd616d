import type { PersonRecord } from '../../../core/banks.ts';
import type { Referral } from '../../../core/referrals.ts';
import { addDays, isWorkday, weekdayOf } from '../../../core/workdays.ts';
import type { Phase, Region, Route } from '../model.ts';

/** What an inquiry is routed by; null is not known. */
export interface Keys {
  readonly topic: string | null;
  readonly region: Region | null;
  readonly phase: Phase | null;
}

const KEYS = ['topic', 'region', 'phase'] as const;

/** Kinds of routes by the keys that they name, the most specific first (contract §3). */
const ORDER: readonly (readonly (typeof KEYS)[number][])[] = [
  ['topic', 'region', 'phase'],
  ['topic', 'region'],
  ['topic', 'phase'],
  ['topic'],
  ['region', 'phase'],
  ['region'],
  ['phase'],
  [],
];

/** The name of the kind of route that names no key. */
export const FALLBACK = 'fallback';
/** What stands for a route where none leads to anybody: the bank's admins are asked. */
export const ADMINS = 'admins';

/** Where an inquiry goes. `advisers` are equals, in the route's order; empty only with a `referral`. */
export interface Found {
  readonly advisers: readonly string[];
  /** Present deputies, for when those stay silent. */
  readonly deputies: readonly string[];
  /** The kind of route: `topic+region`, …, `fallback`. */
  readonly route: string;
  readonly referral: Referral | null;
}

const distinct = (ids: readonly string[]) => [...new Set(ids)];

/**
 * The first kind of route, by specificity, that leads to somebody who is not away: its advisers, else its deputies with those who stand in
 * for its advisers, else its address outside the centre if it names no adviser. Undefined: the bank's admins.
 */
export function findRoute(
  routes: readonly Route[],
  asked: Keys,
  who: { readonly isAway: (id: string) => boolean; readonly standIn?: (id: string) => string | undefined },
): Found | undefined {
  const present = (ids: readonly string[]) => distinct(ids).filter((id) => !who.isAway(id));
  for (const named of ORDER) {
    const matching = routes.filter((route) => KEYS.every((key) => route[key] === (named.includes(key) ? asked[key] : null)));
    const known = named.every((key) => asked[key] !== null);
    if (!known || matching.length === 0) continue;
    const route = named.join('+') || FALLBACK;
    const all = matching.flatMap(({ advisers }) => advisers);
    const standIns = all.filter(who.isAway).flatMap((id) => who.standIn?.(id) ?? []);
    const deputies = present([...matching.flatMap((each) => each.deputies), ...standIns]);
    const advisers = present(all);
    const referral = matching.find((each) => each.referral !== null)?.referral ?? null;
    if (advisers.length > 0) return { advisers, deputies: deputies.filter((id) => !advisers.includes(id)), route, referral };
    if (deputies.length > 0) return { advisers: deputies, deputies: [], route, referral };
    if (all.length === 0 && referral) return { advisers: [], deputies: [], route, referral };
  }
  return undefined;
}

/** Whether the person is away on a day by an absence of theirs. */
export function isAwayOn(person: Pick<PersonRecord, 'away'> | undefined, day: string): boolean {
  return person?.away.some(({ from, to }) => from <= day && day <= to) ?? false;
}

/** Who stands in for the person on a day, if they named somebody. */
export function standInOn(person: Pick<PersonRecord, 'away'> | undefined, day: string): string | undefined {
  return person?.away.find(({ from, to, deputy }) => deputy !== null && from <= day && day <= to)?.deputy ?? undefined;
}

/** How far ahead it is looked for a day on which somebody is at work. */
const MOST_DAYS_AHEAD = 120;

/** The first day, `day` or later, on which the person is at work; undefined when none is near. No days named is every working day. */
export function nextDayAtWork(person: Pick<PersonRecord, 'away' | 'workdays'>, day: string): string | undefined {
  for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead++) {
    const each = addDays(day, ahead);
    const works = person.workdays.length === 0 || person.workdays.includes(weekdayOf(each));
    if (works && isWorkday(each) && !isAwayOn(person, each)) return each;
  }
  return undefined;
}

/** One of several equals. */
export interface Candidate {
  readonly id: string;
  /** The first day that they are at work; undefined when that is not known to be near. */
  readonly at: string | undefined;
  /** Open inquiries that they are asked for or have. */
  readonly load: number;
  /** When they were last given one, epoch ms; 0 for never. */
  readonly lastGiven: number;
}

/** Far in the future, as a day. */
const NEVER = '9999-12-31';

/** Who of the equals is asked: who is at work first, then who has least, then who has waited longest, then the first named. */
export function chooseAmong(candidates: readonly Candidate[]): string | undefined {
  const [first] = candidates.toSorted((one, other) => {
    const [a, b] = [one.at ?? NEVER, other.at ?? NEVER];
    if (a !== b) return a < b ? -1 : 1;
    return one.load - other.load || one.lastGiven - other.lastGiven;
  });
  return first?.id;
}
