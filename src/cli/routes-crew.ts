import type { PersonRecord } from '../core/banks.ts';
import { REGIONS } from '../core/banks.ts';
import { PHASES, type Phase, type Referral, type Region, type Route } from '../features/inquiries/model.ts';
import { ADMINS, findRoute, isAwayOn, standInOn } from '../features/inquiries/rules/routing.ts';

/** Who answers in a bank, and who of them is there on a day. */
export interface Crew {
  readonly admins: readonly string[];
  /** Has no part in the answering (any more): counts as away always. */
  readonly isGone: (id: string) => boolean;
  /** Nothing is remembered of this person. */
  readonly isUnknown: (id: string) => boolean;
  /** Gone, or away on the day. */
  readonly isAway: (id: string) => boolean;
  readonly standIn: (id: string) => string | undefined;
  /** The id where no name is known. */
  readonly nameOf: (id: string) => string;
}

const ADVISING: readonly string[] = ['adviser', 'admin'];

/** A bank that has given nobody a role can only go by its routes: nobody is gone there. */
export function crewOf(given: {
  readonly bank: string;
  readonly people: readonly PersonRecord[];
  readonly admins: readonly { readonly id: string; readonly name: string }[];
  /** YYYY-MM-DD. */
  readonly day: string;
}): Crew {
  const { bank, people, admins, day } = given;
  const byId = new Map(people.map((person) => [person.id, person]));
  const grants = people.flatMap(({ id, roles }) => roles.flatMap((grant) => (grant.bank === bank ? [{ id, role: grant.role }] : [])));
  const advising = new Set([...grants.filter(({ role }) => ADVISING.includes(role)), ...admins].map(({ id }) => id));
  const isGone = (id: string) => grants.length > 0 && !advising.has(id);
  return {
    admins: admins.map(({ id }) => id),
    isGone,
    isUnknown: (id) => !byId.has(id),
    isAway: (id) => isGone(id) || isAwayOn(byId.get(id), day),
    standIn: (id) => standInOn(byId.get(id), day),
    nameOf: (id) => byId.get(id)?.name || admins.find((admin) => admin.id === id)?.name || id,
  };
}

/** What is asked: texts as somebody wrote them; what is no region or phase is not known. */
export interface Asked {
  readonly topic?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly phase?: string | null | undefined;
  /** Exactly who is away; left out: those who are by their record. */
  readonly absent?: readonly string[] | null | undefined;
}

const regionFrom = (text: string | null | undefined): Region | null => REGIONS.find((region) => region === text) ?? null;
const phaseFrom = (text: string | null | undefined): Phase | null => PHASES.find((phase) => phase === text) ?? null;

/** Who is asked, and by what kind of route: the bank's admins where no route leads to anybody. */
export function whoAnswers(
  asked: Asked,
  { routes, crew }: { readonly routes: readonly Route[]; readonly crew: Crew },
): { readonly advisers: readonly string[]; readonly route: string; readonly referral: Referral | null } {
  const { topic = null, absent } = asked;
  const who = absent ? { isAway: (id: string) => crew.isGone(id) || absent.includes(id) } : { isAway: crew.isAway, standIn: crew.standIn };
  const found = findRoute(routes, { topic, region: regionFrom(asked.region), phase: phaseFrom(asked.phase) }, who);
  return found ?? { advisers: crew.admins, route: ADMINS, referral: null };
}
