import type { Tile, TileSpec } from '../../../core/tiles.ts';

export interface CountyShare {
  /** The county's number. */
  readonly county: string;
  readonly name: string;
  /** From 0 to 1; null: not known. */
  readonly share: number | null;
}

/** Where the counties of 2024 lie, by number: column and row. The upper left corner is the sea's, and the legend's. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '55': [2, 0], // Troms
  '56': [3, 0], // Finnmark
  '18': [2, 1], // Nordland
  '50': [2, 2], // Trøndelag
  '15': [1, 3], // Møre og Romsdal
  '34': [2, 3], // Innlandet
  '46': [0, 4], // Vestland
  '33': [1, 4], // Buskerud
  '03': [2, 4], // Oslo
  '32': [3, 4], // Akershus
  '11': [0, 5], // Rogaland
  '40': [1, 5], // Telemark
  '39': [2, 5], // Vestfold
  '31': [3, 5], // Østfold
  '42': [1, 6], // Agder
};
const COLUMNS = 4;

const QUARTERS = [0.25, 0.5, 0.75];
const NBSP = '\u00a0';

/** A share in whole per cent: neither 0 nor 100 is said of what is only near it. */
export function wholePercent(share: number): number {
  const rounded = Math.round(share * 100);
  if (share > 0 && share < 1) return Math.min(99, Math.max(1, rounded));
  return rounded;
}

/** Step 0 is nothing at all; the others begin at 0 and at each of the limits. */
const stepOf = (share: number, limits: readonly number[]): number =>
  share === 0 ? 0 : 1 + limits.filter((limit) => wholePercent(share) >= wholePercent(limit)).length;

const percent = (share: number): string => `${wholePercent(share)}${NBSP}%`;

/** «1–24 %», «25–49 %» … «94–100 %». */
function stepTexts(limits: readonly number[]): string[] {
  const starts = [1, ...limits.map(wholePercent)];
  const spans = starts.map((start, at) => `${start}–${(starts[at + 1] ?? 101) - 1}${NBSP}%`);
  return [percent(0), ...spans];
}

/** A county that the map does not know comes below the others, so that none is missing after a reform. */
function placeOf(county: string, unplaced: readonly string[]): readonly [column: number, row: number] {
  const known = PLACES[county];
  if (known) return known;
  const at = unplaced.indexOf(county);
  const firstFree = Math.max(...Object.values(PLACES).map(([, row]) => row)) + 1;
  return [at % COLUMNS, firstFree + Math.floor(at / COLUMNS)];
}

/**
 * How much of each county is covered, as a grid of tiles: colours and figures. `ambition`, where there is one, is where the last colour
 * begins.
 */
export function tilesOf(
  counties: readonly CountyShare[],
  of: { readonly ambition: number | null; readonly title: string; readonly unknown: string },
): TileSpec {
  const limits = [...QUARTERS, ...(of.ambition === null ? [] : [of.ambition])].toSorted((one, other) => one - other);
  const unplaced = counties.map(({ county }) => county).filter((county) => !(county in PLACES));
  const tiles = counties.map(({ county, name, share }): Tile => {
    const [column, row] = placeOf(county, unplaced);
    return { column, row, name, value: share === null ? of.unknown : percent(share), step: share === null ? null : stepOf(share, limits) };
  });
  const steps = stepTexts(limits).map((text, step) => ({ step, text }));
  return { steps: steps.length, tiles, legend: { title: of.title, entries: [...steps, { step: null, text: of.unknown }] } };
}
