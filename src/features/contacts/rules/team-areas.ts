import type { Gazetteer, PlaceHit } from './gazetteer.ts';
import { queryWords } from './query-words.ts';
import type { TeamType } from './team-types.ts';

/** Which teams serve a place. */

export interface LookupTeam {
  readonly id: string;
  readonly name: string;
  readonly type: TeamType;
  readonly status: string;
  /** Numbers, of whatever time. */
  readonly municipalities: readonly string[];
  /** Ids of city districts. */
  readonly districts: readonly string[];
  readonly region: string | null;
  /** A county's name. */
  readonly county: string | null;
}

/** A team that serves a place. */
export interface Served {
  /** Its place among the teams that were given. */
  readonly team: number;
  /** 0–1: less where the place is one of many that it serves. */
  readonly worth: number;
  /** The place's name is in the team's. */
  readonly isNamesake: boolean;
}

export interface TeamAreas {
  serving(place: PlaceHit): readonly Served[];
  isClosed(team: number): boolean;
  /** Open before closed, then by score, then what runs before what is planned, few municipalities before many, and by name. */
  compare(one: readonly [team: number, score: number], other: readonly [team: number, score: number]): number;
}

const CLOSED = 'nedlagt';
/** What has no status is not known to be less than running. */
const STATUS_ORDER: readonly string[] = ['drift', '', 'ikke-etter-modell', 'etablering', 'forprosjekt', 'søkt', 'planlegger', CLOSED];
const WORTH = { whole: 1, ofDistricts: 0.97, cityOfDistrict: 0.9, county: 0.85, region: 0.8 } as const;

interface Area {
  readonly municipalities: readonly string[];
  readonly districts: readonly string[];
  readonly counties: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

function areaOf({ municipalities, districts, county, region }: LookupTeam, gazetteer: Gazetteer, day: string): Area {
  const cities = districts.flatMap((id) => gazetteer.district(id)?.municipality ?? []);
  const numbers = [...new Set([...municipalities, ...cities].flatMap((number) => gazetteer.numbersOn(number, day)))];
  const counties = new Set(numbers.flatMap((number) => gazetteer.countyOf(number, day)?.number ?? []));
  const regions = new Set<string>(numbers.flatMap((number) => gazetteer.regionOf(number, day) ?? []));
  if (numbers.length === 0 && county !== null)
    for (const hit of gazetteer.find(county, { day })) if (hit.kind === 'county') counties.add(hit.id);
  if (region !== null) regions.add(region);
  return { municipalities: numbers, districts, counties, regions };
}

/** Teams by what they serve. */
type ByPlace = (kind: PlaceHit['kind'], id: string) => readonly number[];

function byPlaceOf(areas: readonly Area[]): ByPlace {
  const teams = new Map<string, number[]>();
  const enter = (kind: PlaceHit['kind'], ids: Iterable<string>, team: number) => {
    for (const id of ids) {
      const list = teams.get(`${kind} ${id}`);
      if (list) list.push(team);
      else teams.set(`${kind} ${id}`, [team]);
    }
  };
  for (const [at, { municipalities, districts, counties, regions }] of areas.entries()) {
    enter('municipality', municipalities, at);
    enter('district', new Set(districts), at);
    enter('county', counties, at);
    enter('region', regions, at);
  }
  return (kind, id) => teams.get(`${kind} ${id}`) ?? [];
}

/** Each team's place in an order that says nothing of the query: what runs first, few municipalities before many, then by name. */
function orderOf(teams: readonly LookupTeam[]): readonly number[] {
  const ordered = [...teams.entries()].sort(([, one], [, other]) => {
    const byStatus = STATUS_ORDER.indexOf(one.status) - STATUS_ORDER.indexOf(other.status);
    return byStatus || one.municipalities.length - other.municipalities.length || (one.name < other.name ? -1 : 1);
  });
  const order = new Array<number>(teams.length);
  for (const [place, [team]] of ordered.entries()) order[team] = place;
  return order;
}

const saidBy = (text: string) =>
  ` ${queryWords(text)
    .map(({ bare }) => bare)
    .join(' ')} `;

export function createTeamAreas(gazetteer: Gazetteer, teams: readonly LookupTeam[], day: string): TeamAreas {
  const areas = teams.map((team) => areaOf(team, gazetteer, day));
  const at = byPlaceOf(areas);
  const order = orderOf(teams);
  const names = teams.map(({ name }) => saidBy(name));
  const hasDistricts = (team: number) => (areas[team]?.districts.length ?? 0) > 0;
  const isClosed = (team: number) => teams[team]?.status === CLOSED;

  const serving = ({ kind, id, name }: PlaceHit): readonly Served[] => {
    const said = saidBy(name);
    const served = (team: number, worth: number): Served => ({ team, worth, isNamesake: names[team]?.includes(said) ?? false });
    if (kind === 'municipality') return at(kind, id).map((team) => served(team, hasDistricts(team) ? WORTH.ofDistricts : WORTH.whole));
    if (kind !== 'district') return at(kind, id).map((team) => served(team, WORTH[kind]));
    const city = gazetteer.district(id)?.municipality ?? '';
    const ofCity = gazetteer.numbersOn(city, day).flatMap((number) => at('municipality', number));
    return [
      ...at(kind, id).map((team) => served(team, WORTH.whole)),
      ...ofCity.filter((team) => !hasDistricts(team)).map((team) => served(team, WORTH.cityOfDistrict)),
    ];
  };
  return {
    serving,
    isClosed,
    compare: ([one, score], [other, otherScore]) =>
      Number(isClosed(one)) - Number(isClosed(other)) || otherScore - score || (order[one] ?? 0) - (order[other] ?? 0),
  };
}
