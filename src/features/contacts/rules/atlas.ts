import { type County, type District, isValid, type Municipality, type Places, regionOfCounty } from '../../../core/places.ts';
import type { Region } from './place-names.ts';
import { createSuccession, type Succession } from './succession.ts';

/** Where places lie, by day. Days are YYYY-MM-DD; a day before the tables begin is their first. */
export interface Atlas {
  readonly municipalities: Succession<Municipality>;
  readonly counties: Succession<County>;
  district(id: string): District | undefined;
  districts(day: string): readonly District[];
  /** The municipality that bears a number on the day; of a number of another time, what its area is then (of several, the one that kept the name). */
  municipality(number: string, day: string): Municipality | undefined;
  /** What the area of a number, of whatever time, is on the day. */
  numbersOn(number: string, day: string): readonly string[];
  countyOf(number: string, day: string): County | undefined;
  regionOf(number: string, day: string): { readonly region: Region; readonly assumed: boolean } | undefined;
  /** The newest figure of the day or before it, else the oldest one. */
  population(number: string, day: string): { readonly people: number; readonly date: string } | undefined;
}

export function createAtlas(places: Places): Atlas {
  const municipalities = createSuccession(places.municipalities);
  const counties = createSuccession(places.counties);
  const districts = new Map(places.districts.map((row) => [row.id, row]));
  const figures = new Map<string, { people: number; date: string }[]>();
  for (const { number, date, population } of [...places.population].sort((one, other) => (one.date < other.date ? -1 : 1)))
    figures.set(number, [...(figures.get(number) ?? []), { people: population, date }]);

  const municipality: Atlas['municipality'] = (number, day) => municipalities.areaOf(number, day)[0];
  const countyOf: Atlas['countyOf'] = (number, day) => {
    const found = municipality(number, day);
    return found && counties.withNumber(found.number.slice(0, 2), day);
  };
  return {
    municipalities,
    counties,
    district: (id) => districts.get(id),
    districts: (day) => places.districts.filter((row) => isValid(row, day)),
    municipality,
    numbersOn: (number, day) => municipalities.areaOf(number, day).map((row) => row.number),
    countyOf,
    regionOf: (number, day) => {
      const county = countyOf(number, day);
      return county && regionOfCounty(places.divisions, county, day);
    },
    population: (number, day) => {
      const known = figures.get(number) ?? [];
      return known.findLast(({ date }) => date <= day) ?? known[0];
    },
  };
}
