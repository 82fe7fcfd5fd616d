import { isValid } from '../../../core/places.ts';

/** What an area was and became: municipalities and counties through reforms. */

interface Numbered {
  readonly number: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly became: readonly string[];
}

/** After all rows that end. */
export const NEWEST = '9999-12-31';
/** Days for which answers are kept. */
const MOST_DAYS = 16;

export interface Succession<R extends Numbered> {
  /** The row that bears a number on a day, or bore it last. */
  withNumber(number: string, day: string): R | undefined;
  /** What the area of a number is on a day: several where it was divided, the one that kept the name first. */
  areaOf(number: string, day: string): readonly R[];
  /** The rows that hold on a day. */
  valid(day: string): readonly R[];
  /** What a row's area is on a day: itself, or several where it was divided or put together. */
  on(row: R, day: string): readonly R[];
  /** The same for the row's name: where one of several kept the name, that one alone. */
  namedOn(row: R, day: string): readonly R[];
}

const lastDay = ({ validTo }: Numbered) => validTo ?? NEWEST;

function byNumberOf<R extends Numbered>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const byNumber = new Map<string, R[]>();
  for (const row of [...rows].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1)))
    byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
  return byNumber;
}

/** What of an area's rows hold on a day: from one reform to the next, and at once where a row tells a later number as well. */
function forward<R extends Numbered>(row: R, day: string, byNumber: ReadonlyMap<string, readonly R[]>): readonly R[] {
  if (isValid(row, day)) return [row];
  const next = row.became.flatMap((number) => byNumber.get(number) ?? []).filter((each) => lastDay(each) > lastDay(row));
  const valid = next.filter((each) => isValid(each, day));
  if (valid.length > 0) return valid;
  return [...new Set(next.filter(({ validFrom }) => validFrom <= day).flatMap((each) => forward(each, day, byNumber)))];
}

/** What is kept of a day. */
interface Day<R> {
  readonly valid: readonly R[];
  readonly areas: Map<R, readonly R[]>;
}

export function createSuccession<R extends Numbered>(rows: readonly R[]): Succession<R> {
  const first = rows.reduce((least, { validFrom }) => (validFrom < least ? validFrom : least), NEWEST);
  const inTime = (day: string) => (day < first ? first : day);
  const byNumber = byNumberOf(rows);
  const kept = new Map<string, Day<R>>();
  const atDay = (day: string): Day<R> => {
    const known = kept.get(day);
    if (known) return known;
    if (kept.size >= MOST_DAYS) kept.clear();
    const made: Day<R> = { valid: rows.filter((row) => isValid(row, day)), areas: new Map() };
    kept.set(day, made);
    return made;
  };
  const on = (row: R, given: string): readonly R[] => {
    const day = inTime(given);
    const { valid, areas } = atDay(day);
    const known = areas.get(row);
    if (known) return known;
    const isBefore = row.validFrom > day;
    const found = isBefore ? valid.filter((each) => forward(each, lastDay(row), byNumber).includes(row)) : forward(row, day, byNumber);
    areas.set(row, found);
    return found;
  };
  const withNumber = (number: string, day: string) => {
    const bearing = byNumber.get(number) ?? [];
    return bearing.find((row) => isValid(row, inTime(day))) ?? bearing.at(-1);
  };
  /** Those of the name first. */
  const named = (found: readonly R[], name: string | undefined) => [
    ...found.filter((row) => row.name === name),
    ...found.filter((row) => row.name !== name),
  ];
  return {
    withNumber,
    areaOf: (number, day) => {
      const row = withNumber(number, day);
      return row ? named(on(row, day), row.name) : [];
    },
    valid: (day) => atDay(inTime(day)).valid,
    on,
    namedOn: (row, day) => {
      const found = on(row, day);
      const namesakes = found.filter(({ name }) => name === row.name);
      return namesakes.length > 0 ? namesakes : found;
    },
  };
}
