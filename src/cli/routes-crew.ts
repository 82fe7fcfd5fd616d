import { PHASES, REGIONS } from '../core/banks.ts';
import type { Referral } from '../core/referrals.ts';
import type { Phase, Region, Route } from '../features/inquiries/model.ts';
import type { Crew } from '../features/inquiries/rules/crew.ts';
import { ADMINS, findRoute } from '../features/inquiries/rules/routing.ts';

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
  const who = absent
    ? { isAway: (id: string) => !crew.isAdviser(id) || absent.includes(id) }
    : { isAway: crew.isAway, standIn: crew.standIn };
  const found = findRoute(routes, { topic, region: regionFrom(asked.region), phase: phaseFrom(asked.phase) }, who);
  return found ?? { advisers: crew.admins, route: ADMINS, referral: null };
}
