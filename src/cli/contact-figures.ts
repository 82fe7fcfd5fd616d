import { readerOf } from '../bot/tx.ts';
import type { House } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { CARE_TEAM_TYPES } from '../core/banks.ts';
import type { Team } from '../features/contacts/model.ts';
import { type Coverage, coverageOf } from '../features/contacts/rules/coverage.ts';
import { createGazetteer, type Gazetteer } from '../features/contacts/rules/gazetteer.ts';
import { teamsIn } from '../features/contacts/store.ts';

type Type = Team['type'];

/** The registers of some banks on a day. */
export interface Register {
  readonly banks: readonly Bank[];
  readonly teams: readonly Team[];
  readonly gazetteer: Gazetteer;
  /** YYYY-MM-DD. */
  readonly day: string;
}

export async function registerOf(house: House, banks: readonly Bank[], day: string): Promise<Register> {
  const teams: Team[] = [];
  for (const { id } of banks) teams.push(...(await teamsIn(readerOf(house.storage, id))));
  const sorted = teams.toSorted((one, other) => one.name.localeCompare(other.name, 'nb') || (one.id < other.id ? -1 : 1));
  return { banks, teams: sorted, gazetteer: createGazetteer(house.content.places()), day };
}

/** Types of teams that are counted together, as the card of coverage has them: those that the banks are for, else all that there are. */
export function typesOf({ banks, teams }: Pick<Register, 'banks' | 'teams'>): readonly Type[] {
  const isForAll = banks.some(({ careTeams }) => careTeams.length === 0);
  const named = new Set([...banks.flatMap(({ careTeams }) => careTeams), ...(isForAll ? teams.map(({ type }) => type) : [])]);
  return CARE_TEAM_TYPES.filter((type) => named.has(type));
}

/** Types that go out to people: the aim of the health authorities is for these together. */
const OUTREACH: readonly Type[] = ['ACT', 'FACT', 'FACT ung'];

/** All of them together, those that the aim is for, and each by itself. */
export function groupsOf(types: readonly Type[]): readonly (readonly Type[])[] {
  const groups = [types, types.filter((type) => OUTREACH.includes(type)), ...types.map((type) => [type])].filter(
    (group) => group.length > 0,
  );
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

export function coverageIn({ teams, gazetteer, day }: Register, types: readonly Type[]): Coverage {
  return coverageOf({ teams, gazetteer, day, types });
}

/** The share of people where a team runs; null where nothing is known of any of the places. */
export function shareOf({
  municipalities,
  unknown,
  population,
  populationRunning,
}: Pick<Coverage['total'], 'municipalities' | 'unknown' | 'population' | 'populationRunning'>): number | null {
  return unknown === municipalities || population === 0 ? null : populationRunning / population;
}

/** Names of municipalities, with their county where others are called so. */
export function municipalityNames({ gazetteer, day }: Pick<Register, 'gazetteer' | 'day'>): (number: string) => string {
  const alike = Map.groupBy(gazetteer.all(day), ({ name }) => name);
  return (number) => {
    const name = gazetteer.municipality(number, day)?.name ?? number;
    return (alike.get(name)?.length ?? 0) > 1 ? `${name} (${gazetteer.countyOf(number, day)?.name ?? number})` : name;
  };
}
