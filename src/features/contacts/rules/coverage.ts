import { REGIONS } from '../../../core/banks.ts';
import type { Region, Status, Team } from '../model.ts';

/** The share of all people who are to have access to an ACT, FACT or FACT ung team: the health authorities' aim. */
export const AMBITION = 0.94;

interface County {
  readonly number: string;
  readonly name: string;
}
const NO_COUNTY: County = { number: '', name: '' };

/** What is asked of the places of Norway; a gazetteer knows it. Days are `YYYY-MM-DD`. */
export interface CoveragePlaces {
  /** All municipalities of a day. */
  all(day: string): readonly { readonly number: string }[];
  countyOf(number: string, day: string): County | undefined;
  regionOf(number: string, day: string): Region | undefined;
  /** How many people live there, and when that was counted. */
  population(number: string, day: string): { readonly people: number; readonly date: string } | undefined;
  /** What the area of a number, of whatever time, is on a day: several where it was divided. */
  numbersOn(number: string, day: string): readonly string[];
  /** The city districts that are counted by themselves. */
  districts(day: string): readonly { readonly id: string; readonly municipality: string }[];
}

type Covering = Pick<Team, 'id' | 'type' | 'status' | 'statusSince' | 'municipalities' | 'cityDistricts' | 'removed' | 'lastConfirmedAt'>;
type Type = Team['type'];

/** `onTheWay`: planned, applied for, or being made. `none`: what was there is closed down. `unknown`: nothing is registered. */
export const COVERS = ['running', 'onTheWay', 'none', 'unknown'] as const;
export type Cover = (typeof COVERS)[number];
const COVER_OF: Readonly<Record<Status, Cover>> = {
  ...({ planlegger: 'onTheWay', søkt: 'onTheWay', forprosjekt: 'onTheWay', etablering: 'onTheWay' } as const),
  ...({ drift: 'running', 'ikke-etter-modell': 'running', nedlagt: 'none' } as const),
};
/** What counts where several teams cover one place: a team of which it isn't known how far it has come leaves open what a closed one says. */
const STRONGEST = ['running', 'onTheWay', 'unknown', 'none'] as const satisfies readonly Cover[];

/** Municipalities, and city districts where teams name them; `running` to `unknown` add up to `municipalities`, and so do the people. */
export interface Covered extends Readonly<Record<Cover, number>> {
  readonly municipalities: number;
  readonly population: number;
  readonly populationRunning: number;
  readonly populationOnTheWay: number;
  readonly populationNone: number;
  readonly populationUnknown: number;
}

/** How many places have a team of a type that stands so, and how many such teams there are. */
interface Standing {
  readonly type: Type;
  readonly status: Status | null;
  readonly places: number;
  readonly teams: number;
}
export interface CoveredArea extends Covered {
  /** Each type by itself. */
  readonly byType: readonly (Covered & { readonly type: Type })[];
  readonly byStatus: readonly Standing[];
}

/** `number` is '' for what lies in no county. `share`: of the people, where a team runs; null where nothing is known of the whole county. */
interface CoveredCounty extends Covered {
  readonly number: string;
  readonly county: string;
  readonly region: Region | null;
  readonly share: number | null;
}

export interface Coverage {
  readonly total: CoveredArea;
  /** In their order; places without one last. They add up to the total. */
  readonly regions: readonly (CoveredArea & { readonly region: Region | null })[];
  /** By name. They add up to the total. */
  readonly counties: readonly CoveredCounty[];
  /** Teams of these types, and those whose record nobody has said to be right. */
  readonly teams: number;
  readonly unconfirmed: number;
  /** Null where there is no such aim. */
  readonly ambition: number | null;
  /** The oldest date of the numbers of people; null where there are none. */
  readonly peopleAt: string | null;
  /** Municipalities of which nobody knows how many live there: they count as none. */
  readonly uncounted: number;
}

/** A municipality, or a city district that is counted by itself, and the teams that cover it. */
interface Place {
  readonly county: County;
  readonly region: Region | null;
  readonly population: number;
  readonly teams: readonly Covering[];
}

/** The people of a city among its districts, as evenly as can be: how many live in each is not known. */
const shared = (population: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => Math.floor(population / count) + (n < population % count ? 1 : 0));

/** Which teams cover a municipality as a whole, and which a district: who names districts of a city is there for those alone. */
function teamsByPlace(teams: readonly Covering[], places: CoveragePlaces, day: string): Map<string, Covering[]> {
  const cityOf = new Map(places.districts(day).map(({ id, municipality }) => [id, municipality]));
  const found = new Map<string, Covering[]>();
  for (const team of teams) {
    const cities = new Set(
      team.cityDistricts.flatMap((id) => {
        const city = cityOf.get(id);
        return city === undefined ? [] : places.numbersOn(city, day);
      }),
    );
    const whole = team.municipalities.flatMap((number) => places.numbersOn(number, day)).filter((number) => !cities.has(number));
    for (const id of new Set([...whole, ...team.cityDistricts])) found.set(id, [...(found.get(id) ?? []), team]);
  }
  return found;
}

function placesOf(teams: readonly Covering[], gazetteer: CoveragePlaces, day: string): Place[] {
  const by = teamsByPlace(teams, gazetteer, day);
  const covering = (id: string) => by.get(id) ?? [];
  const districtsOf = Map.groupBy(gazetteer.districts(day), ({ municipality }) => gazetteer.numbersOn(municipality, day)[0] ?? '');
  return gazetteer.all(day).flatMap(({ number }) => {
    const [county, region] = [gazetteer.countyOf(number, day) ?? NO_COUNTY, gazetteer.regionOf(number, day) ?? null];
    const people = gazetteer.population(number, day)?.people ?? 0;
    const own = { county, region, population: people, teams: covering(number) };
    const districts = districtsOf.get(number) ?? [];
    if (!districts.some(({ id }) => by.has(id))) return [own];
    const shares = shared(people, districts.length);
    return districts.map(({ id }, n) => ({ ...own, population: shares[n] ?? 0, teams: [...own.teams, ...covering(id)] }));
  });
}

function coverBy(teams: readonly Covering[]): Cover {
  const covers = new Set(teams.map(({ status }) => (status === null ? 'unknown' : COVER_OF[status])));
  return STRONGEST.find((cover) => covers.has(cover)) ?? 'unknown';
}

function coveredOf(places: readonly Place[]): Covered {
  const by = Map.groupBy(places, ({ teams }) => coverBy(teams));
  const count = (cover: Cover) => by.get(cover)?.length ?? 0;
  const peopleIn = (among: readonly Place[] = []) => among.reduce((sum, { population }) => sum + population, 0);
  return {
    municipalities: places.length,
    ...{ running: count('running'), onTheWay: count('onTheWay'), none: count('none'), unknown: count('unknown') },
    population: peopleIn(places),
    ...{ populationRunning: peopleIn(by.get('running')), populationOnTheWay: peopleIn(by.get('onTheWay')) },
    ...{ populationNone: peopleIn(by.get('none')), populationUnknown: peopleIn(by.get('unknown')) },
  };
}

const ofType = (places: readonly Place[], type: Type): Place[] =>
  places.map((place) => ({ ...place, teams: place.teams.filter((team) => team.type === type) }));

function areaOf(places: readonly Place[], types: readonly Type[]): CoveredArea {
  const byStatus = types.flatMap((type) =>
    [...(Object.keys(COVER_OF) as Status[]), null].flatMap((status) => {
      const standing = ofType(places, type).map(({ teams }) => teams.filter((team) => team.status === status));
      const teams = new Set(standing.flat().map(({ id }) => id)).size;
      return teams === 0 ? [] : [{ type, status, places: standing.filter((each) => each.length > 0).length, teams }];
    }),
  );
  return { ...coveredOf(places), byType: types.map((type) => ({ type, ...coveredOf(ofType(places, type)) })), byStatus };
}

/** The aim is for teams that go out to people; there is none for RPH. */
const ambitionOf = (types: readonly Type[]) => (types.length > 0 && !types.includes('RPH') ? AMBITION : null);

function peopleOf(gazetteer: CoveragePlaces, day: string): Pick<Coverage, 'peopleAt' | 'uncounted'> {
  const dates = gazetteer.all(day).map(({ number }) => gazetteer.population(number, day)?.date ?? '');
  const known = dates.filter((date) => date !== '').toSorted();
  return { peopleAt: known[0] ?? null, uncounted: dates.length - known.length };
}

/**
 * Where in the country there are teams of these types on a day, and how far they have come. A status that began later says nothing of the
 * day. A city is counted by its districts as soon as one of the teams names one.
 */
export function coverageOf(of: {
  readonly teams: readonly Covering[];
  readonly gazetteer: CoveragePlaces;
  readonly day: string;
  readonly types: readonly Type[];
}): Coverage {
  const { gazetteer, day } = of;
  const types = [...new Set(of.types)];
  const teams = of.teams
    .filter(({ type, removed }) => types.includes(type) && !removed)
    .map((team) => (team.statusSince !== null && team.statusSince > day ? { ...team, status: null } : team));
  const places = placesOf(teams, gazetteer, day);
  const byRegion = Map.groupBy(places, ({ region }) => region);
  const counties = [...Map.groupBy(places, ({ county }) => county.number).values()].map((own) => {
    const covered = coveredOf(own);
    const share = covered.unknown === own.length || covered.population === 0 ? null : covered.populationRunning / covered.population;
    const { county = NO_COUNTY, region = null } = own[0] ?? {};
    return { number: county.number, county: county.name, region, ...covered, share };
  });
  return {
    total: areaOf(places, types),
    regions: [...REGIONS, null].flatMap((region) => {
      const own = byRegion.get(region);
      return own ? [{ region, ...areaOf(own, types) }] : [];
    }),
    counties: counties.toSorted((one, other) => one.county.localeCompare(other.county, 'nb')),
    teams: teams.length,
    unconfirmed: teams.filter(({ lastConfirmedAt }) => lastConfirmedAt === null).length,
    ambition: ambitionOf(types),
    ...peopleOf(gazetteer, day),
  };
}
