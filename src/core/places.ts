import { z } from 'zod';
import { REGIONS } from './banks.ts';
import { type Divisions, regionOf } from './regions.ts';

/** Municipalities, city districts and counties with their names, each for the time it was so: the tables in `content/places/`. */

type Region = (typeof REGIONS)[number];

const day = z.iso.date('skriv datoen slik: 2024-01-31');
const name = z.string().min(1, 'mangler');
const municipalityNumber = z.string().regex(/^\d{4}$/, 'fire sifre, også med null foran: 0301');
const countyNumber = z.string().regex(/^\d\d$/, 'to sifre, også med null foran: 03');
const splitCell = (text: unknown) => (typeof text === 'string' ? text.split('|').flatMap((part) => part.trim() || []) : text);
const listOf = <T extends z.ZodType>(each: T) => z.preprocess(splitCell, z.array(each));
const orNothing = <T extends z.ZodType>(schema: T) => z.preprocess((text) => text || null, schema.nullable());

/** First and last day on which a row holds; without a last day it holds now. */
const time = { validFrom: day, validTo: orNothing(day) };

/** The rows by table. A column `valid_from` is the field `validFrom`. */
const ROWS = {
  municipalities: z.object({
    number: municipalityNumber,
    name,
    /** Official ones in Sami and Kven. */
    otherNames: listOf(name),
    languageForm: orNothing(z.enum(['nb', 'nn', 'neutral'], 'nb, nn, neutral eller ingenting')),
    ...time,
    /** What the area's numbers were afterwards: the next ones, and later ones where those do not tell. */
    became: listOf(municipalityNumber),
  }),
  districts: z.object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'små bokstaver a–z, tall og bindestrek'),
    name,
    otherNames: listOf(name),
    municipality: municipalityNumber,
    ...time,
  }),
  counties: z.object({
    number: countyNumber,
    name,
    otherNames: listOf(name),
    /** Only for counties of the time before the first division into regions. */
    region: orNothing(z.enum(REGIONS, `${REGIONS.join(', ')} eller ingenting`)),
    regionAssumed: z.preprocess((text) => ({ yes: true, '': false })[String(text)], z.boolean('yes eller ingenting')),
    ...time,
    became: listOf(countyNumber),
  }),
  names: z.object({
    name,
    kind: z.enum(['sami', 'kven', 'form', 'town', 'area'], 'sami, kven, form, town eller area'),
    /** Municipality numbers, county numbers or regions. */
    means: listOf(name),
    ...time,
  }),
  population: z.object({ number: municipalityNumber, date: day, population: z.string().regex(/^\d+$/, 'et helt tall').transform(Number) }),
} as const;

type PlaceTable = keyof typeof ROWS;
type Row<T extends PlaceTable> = z.infer<(typeof ROWS)[T]>;
export type Municipality = Row<'municipalities'>;
export type District = Row<'districts'>;
export type County = Row<'counties'>;
export type PlaceName = Row<'names'>;

export interface Places {
  readonly municipalities: readonly Municipality[];
  readonly districts: readonly District[];
  readonly counties: readonly County[];
  readonly names: readonly PlaceName[];
  readonly population: readonly Row<'population'>[];
  readonly divisions: Divisions;
}

/** What is wrong in a table, on which line of its file; lines count from 1. */
interface PlaceFault {
  readonly table: PlaceTable;
  readonly line: number;
  readonly reason: string;
}

/** Whether a row holds on a day. */
export function isValid(row: { readonly validFrom: string; readonly validTo: string | null }, on: string): boolean {
  return row.validFrom <= on && (row.validTo === null || on <= row.validTo);
}

/** A county's region on a day: by the division of that time, else by its own row, else by the first division that knows it. */
export function regionOfCounty(divisions: Divisions, county: County, on: string): { region: Region; assumed: boolean } | undefined {
  const divided = regionOf(divisions, county.name, on);
  if (divided) return divided;
  if (county.region) return { region: county.region, assumed: county.regionAssumed };
  const first = divisions.find((each) => regionOf([each], county.name, each.from));
  return first && regionOf([first], county.name, first.from);
}

/** Reads the tables; `textOf` gives the text of a table's file. When there are faults, the places are of no use. */
export function readPlaces(textOf: (table: PlaceTable) => string, divisions: Divisions): { places: Places; faults: readonly PlaceFault[] } {
  const tables = {
    municipalities: readTable('municipalities', textOf('municipalities'), ROWS.municipalities),
    districts: readTable('districts', textOf('districts'), ROWS.districts),
    counties: readTable('counties', textOf('counties'), ROWS.counties),
    names: readTable('names', textOf('names'), ROWS.names),
    population: readTable('population', textOf('population'), ROWS.population),
  };
  const places: Places = {
    municipalities: tables.municipalities.rows,
    districts: tables.districts.rows,
    counties: tables.counties.rows,
    names: tables.names.rows,
    population: tables.population.rows,
    divisions,
  };
  const within = Object.values(tables).flatMap(({ faults }) => faults);
  if (within.length > 0) return { places, faults: within };
  const lineOf = new Map(
    Object.values(tables).flatMap(({ rows, lines }) => rows.map((row, at) => [row as object, lines[at] ?? 0] as const)),
  );
  return { places, faults: faultsBetween(places).map(({ table, row, reason }) => ({ table, line: lineOf.get(row) ?? 0, reason })) };
}

interface ReadTable<R> {
  readonly rows: readonly R[];
  /** The line that each row stands on. */
  readonly lines: readonly number[];
  readonly faults: readonly PlaceFault[];
}

/** A cell as Excel may write it: in quotation marks, those within doubled. */
const bareCell = (cell: string) => cell.trim().replace(/^"(.*)"$/, (_, inner: string) => inner.replaceAll('""', '"').trim());
const fieldOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function readTable<R>(table: PlaceTable, text: string, schema: z.ZodType<R>): ReadTable<R> {
  const [heading = '', ...body] = text.split(/\r\n|\r|\n/);
  const sign = heading.includes(';') ? ';' : ',';
  const fields = heading.split(sign).map((column) => fieldOf(bareCell(column)));
  const missing = Object.keys(ROWS[table].shape).filter((field) => !fields.includes(field));
  if (missing.length > 0)
    return { rows: [], lines: [], faults: missing.map((field) => ({ table, line: 1, reason: `kolonnen ${columnOf(field)} mangler` })) };
  const rows: R[] = [];
  const lines: number[] = [];
  const faults: PlaceFault[] = [];
  for (const [at, written] of body.entries()) {
    const cells = written.split(sign).map(bareCell);
    const line = at + 2;
    if (cells.every((cell) => cell === '')) continue;
    if (cells.length > fields.length && cells.slice(fields.length).some((cell) => cell !== ''))
      faults.push({ table, line, reason: `${cells.length} ruter, men overskriften har ${fields.length}` });
    const result = schema.safeParse(Object.fromEntries(fields.map((field, column) => [field, cells[column] ?? ''])));
    if (result.success) {
      rows.push(result.data);
      lines.push(line);
    } else {
      faults.push(...result.error.issues.map(({ path, message }) => ({ table, line, reason: `${columnOf(String(path[0]))}: ${message}` })));
    }
  }
  if (rows.length + faults.length === 0) faults.push({ table, line: 1, reason: 'tabellen er tom' });
  return { rows, lines, faults };
}

interface RowFault {
  readonly table: PlaceTable;
  readonly row: object;
  readonly reason: string;
}

/** What is wrong between rows: numbers that are not there, times that overlap or end before they begin, counties without a region. */
function faultsBetween(places: Places): RowFault[] {
  const { municipalities, districts, counties, names, population, divisions } = places;
  const numbers = new Set(municipalities.map(({ number }) => number));
  const countyNumbers = new Set(counties.map(({ number }) => number));
  const known = new Set<string>([...numbers, ...countyNumbers, ...REGIONS]);
  const faults: RowFault[] = [
    ...timeFaults('municipalities', municipalities, ({ number }) => number),
    ...timeFaults('districts', districts, ({ id }) => id),
    ...timeFaults('counties', counties, ({ number }) => number),
    ...timeFaults('names', names, ({ kind, name: said, means }) => `${kind} ${said} ${means.join()}`),
    ...afterwards('municipalities', municipalities, numbers),
    ...afterwards('counties', counties, countyNumbers),
  ];
  for (const row of municipalities) {
    const lies = counties.some(
      ({ number, ...county }) => row.number.startsWith(number) && isValid(county, row.validFrom) && isValid(county, row.validTo ?? '9999'),
    );
    if (!lies) faults.push({ table: 'municipalities', row, reason: `fylke ${row.number.slice(0, 2)} finnes ikke i hele tiden til raden` });
  }
  for (const row of districts)
    if (!numbers.has(row.municipality)) faults.push({ table: 'districts', row, reason: `municipality: ${row.municipality} finnes ikke` });
  for (const row of names) {
    const unknown = row.means.filter((means) => !known.has(means));
    if (row.means.length === 0) faults.push({ table: 'names', row, reason: 'means: mangler' });
    for (const means of unknown) faults.push({ table: 'names', row, reason: `means: ${means} finnes ikke` });
  }
  for (const row of population)
    if (!numbers.has(row.number)) faults.push({ table: 'population', row, reason: `number: ${row.number} finnes ikke` });
  for (const row of counties)
    if (!regionOfCounty(divisions, row, row.validFrom))
      faults.push({ table: 'counties', row, reason: 'region: mangler, og ../regions.yaml sier den ikke' });
  return faults;
}

interface Timed {
  readonly validFrom: string;
  readonly validTo: string | null;
}

function timeFaults<R extends Timed>(table: PlaceTable, rows: readonly R[], idOf: (row: R) => string): RowFault[] {
  const before = new Map<string, R[]>();
  return rows.flatMap((row): RowFault[] => {
    const id = idOf(row);
    const others = before.get(id) ?? [];
    before.set(id, [...others, row]);
    if (row.validTo !== null && row.validTo < row.validFrom) return [{ table, row, reason: 'valid_to er før valid_from' }];
    const overlaps = others.some((other) => isValid(other, row.validFrom) || isValid(row, other.validFrom));
    return overlaps ? [{ table, row, reason: `${id} står to ganger for samme tid` }] : [];
  });
}

/** What has ended became something that is there and began later; what holds became nothing. */
function afterwards(table: PlaceTable, rows: readonly (Municipality | County)[], numbers: ReadonlySet<string>): RowFault[] {
  return rows.flatMap((row): RowFault[] => {
    if (row.validTo === null) return row.became.length > 0 ? [{ table, row, reason: 'became: raden gjelder ennå' }] : [];
    if (row.became.length === 0) return [{ table, row, reason: 'became: mangler; hva ble den?' }];
    return row.became
      .filter((number) => !numbers.has(number) || number === row.number)
      .map((number) => ({ table, row, reason: `became: ${number} finnes ikke` }));
  });
}
