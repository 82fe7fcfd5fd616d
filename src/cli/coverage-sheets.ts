import { regionName } from '../features/contacts/cards/words.ts';
import type { Team } from '../features/contacts/model.ts';
import { type Coverage, type Covered, coverageOf } from '../features/contacts/rules/coverage.ts';
import type { Sheet } from '../files/index.ts';
import { coverageIn, groupsOf, municipalityNames, type Register, shareOf, typesOf } from './contact-figures.ts';

type Type = Team['type'];
type Cell = string | number | null;

/** The coverage of some types of teams, and of each municipality by itself. */
export interface GroupCoverage {
  readonly types: readonly Type[];
  readonly counted: Coverage;
  readonly municipalities: readonly (Covered & {
    readonly number: string;
    readonly name: string;
    readonly county: string;
    readonly region: Coverage['regions'][number]['region'];
  })[];
}

/** Coverage by types: all together, those that the aim is for, and each by itself. */
export function coverageByGroup(register: Register): readonly GroupCoverage[] {
  const near = teamsByMunicipality(register);
  return groupsOf(typesOf(register)).map((types) => ({
    types,
    counted: coverageIn(register, types),
    municipalities: municipalitiesOf(register, { types, near }),
  }));
}

/** Teams by the municipalities that they can cover, so that each is counted among few. */
function teamsByMunicipality({ teams, gazetteer, day }: Register): ReadonlyMap<string, readonly Team[]> {
  const found = new Map<string, Team[]>();
  for (const team of teams) {
    const cities = team.cityDistricts.flatMap((id) => gazetteer.district(id)?.municipality ?? []);
    const numbers = new Set([...team.municipalities, ...cities].flatMap((number) => gazetteer.numbersOn(number, day)));
    for (const number of numbers) found.set(number, [...(found.get(number) ?? []), team]);
  }
  return found;
}

function municipalitiesOf(
  register: Register,
  of: { types: readonly Type[]; near: ReadonlyMap<string, readonly Team[]> },
): GroupCoverage['municipalities'] {
  const { gazetteer, day } = register;
  const nameOf = municipalityNames(register);
  const byCity = Map.groupBy(gazetteer.districts(day), ({ municipality }) => gazetteer.numbersOn(municipality, day)[0] ?? '');
  const rows = gazetteer.all(day).map((municipality) => {
    const { number } = municipality;
    const alone = { ...gazetteer, all: () => [municipality], districts: () => byCity.get(number) ?? [] };
    const { total } = coverageOf({ teams: of.near.get(number) ?? [], gazetteer: alone, day, types: of.types });
    const county = gazetteer.countyOf(number, day)?.name ?? '';
    return { ...total, number, name: nameOf(number), county, region: gazetteer.regionOf(number, day) ?? null };
  });
  return rows.toSorted((one, other) => one.county.localeCompare(other.county, 'nb') || one.name.localeCompare(other.name, 'nb'));
}

const COLUMNS = [
  ...[
    'Ressursbank',
    'Per',
    'Typer',
    'Nivå',
    'Region',
    'Fylke',
    'Kommunenummer',
    'Sted',
    'Kommuner og bydeler',
    'I drift',
    'På vei',
    'Lagt ned',
    'Ukjent',
  ],
  ...[
    'Innbyggere',
    'Innbyggere, i drift',
    'Innbyggere, på vei',
    'Innbyggere, lagt ned',
    'Innbyggere, ukjent',
    'Andel innbyggere, i drift (%)',
    'Mål (%)',
  ],
];
const UNKNOWN = 'ukjent';
const percent = (share: number | null) => (share === null ? UNKNOWN : Number((share * 100).toFixed(1)));

export const typesInWords = (types: readonly Type[]): string => types.join('/');

function figures(covered: Covered): Cell[] {
  const { municipalities, running, onTheWay, none, unknown, population } = covered;
  const people = [population, covered.populationRunning, covered.populationOnTheWay, covered.populationNone, covered.populationUnknown];
  return [municipalities, running, onTheWay, none, unknown, ...people, percent(shareOf(covered))];
}

export const LEVELS = ['landet', 'region', 'fylke', 'kommune'] as const;

/** A line for each place on these levels, for each group of types. */
export function coverageSheet(
  register: Register,
  groups: readonly GroupCoverage[],
  levels: readonly (typeof LEVELS)[number][] = LEVELS,
): Sheet {
  const bank = register.banks.map(({ name }) => name).join(', ');
  const rows = groups.flatMap(({ types, counted, municipalities }) => {
    const aim = counted.ambition === null ? null : percent(counted.ambition);
    const lines: readonly (readonly [level: (typeof LEVELS)[number], where: readonly string[], covered: Covered])[] = [
      ['landet', ['', '', '', 'Hele landet'], counted.total],
      ...counted.regions.map((each) => ['region', [named(each.region), '', '', named(each.region)], each] as const),
      ...counted.counties.map((each) => ['fylke', [named(each.region), each.county, '', each.county], each] as const),
      ...municipalities.map((each) => ['kommune', [named(each.region), each.county, each.number, each.name], each] as const),
    ];
    return lines
      .filter(([level]) => levels.includes(level))
      .map(([level, where, covered]) => [bank, register.day, typesInWords(types), level, ...where, ...figures(covered), aim]);
  });
  return { columns: COLUMNS, rows };
}

const named = (region: Coverage['regions'][number]['region']) => regionName(region, 'nb');
