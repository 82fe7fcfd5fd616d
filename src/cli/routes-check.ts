import { PHASES, REGIONS } from '../core/banks.ts';
import type { Phase, Region, Route } from '../features/inquiries/model.ts';
import { nameOfRoute } from '../features/inquiries/route-import.ts';
import type { Crew } from '../features/inquiries/rules/crew.ts';
import { ADMINS, FALLBACK } from '../features/inquiries/rules/routing.ts';
import { whoAnswers } from './routes-crew.ts';

/** Null is: the region is not known. */
export const COLUMNS: readonly (Region | null)[] = [...REGIONS, null];
const ROWS: readonly (Phase | null)[] = [null, ...PHASES];

export interface Cell {
  readonly region: Region | null;
  readonly route: string;
  /** Object ids; empty where the referral answers. */
  readonly advisers: readonly string[];
  readonly referral: string | null;
}

/** Who answers a topic (null: none is known) in each region. A phase has a row of its own where it differs from an unknown one. */
export interface MatrixRow {
  readonly topic: string | null;
  readonly phase: Phase | null;
  readonly cells: readonly Cell[];
}

/** Where a topic falls to the fallback or the admins: in these regions with these phases, null being unknown. */
interface Hole {
  readonly topic: string | null;
  readonly to: string;
  readonly regions: readonly (Region | null)[];
  readonly phases: readonly (Phase | null)[];
}

export interface RoutesChecked {
  readonly bank: string;
  readonly matrix: readonly MatrixRow[];
  readonly holes: readonly Hole[];
  /** Names of keys that several routes have. */
  readonly double: readonly { readonly route: string; readonly count: number }[];
  /** Named in a route, and counted as away always. */
  readonly gone: readonly { readonly route: string; readonly person: string; readonly why: 'unknown' | 'noRole' }[];
  readonly unknownTopics: readonly string[];
  /** Routes whose advisers are all away today, and who stands in. */
  readonly allAway: readonly { readonly route: string; readonly advisers: readonly string[]; readonly deputies: readonly string[] }[];
}

interface Given {
  readonly bank: string;
  readonly routes: readonly Route[];
  /** Ids of the bank's topics. */
  readonly topics: readonly string[];
  readonly crew: Crew;
}

/** The routes of a bank as a table, and what is wrong with them. The table and its holes count nobody away but who is gone. */
export function checkRoutes(given: Given): RoutesChecked {
  const { bank, routes, topics } = given;
  const ofRoutes = routes.flatMap(({ topic }) => (topic === null ? [] : [topic]));
  const all = [null, ...new Set([...topics, ...ofRoutes])].map((topic) => rowsOf(topic, given));
  return {
    bank,
    matrix: all.flatMap(([first, ...others]) => (first ? [first, ...others.filter((row) => isOther(row, first))] : [])),
    holes: all.flatMap(holesIn),
    double: doublesIn(routes),
    gone: goneFrom(given),
    unknownTopics: [...new Set(ofRoutes.filter((topic) => !topics.includes(topic)))],
    allAway: awayIn(given),
  };
}

function rowsOf(topic: string | null, { routes, crew }: Given): MatrixRow[] {
  return ROWS.map((phase) => ({
    ...{ topic, phase },
    cells: COLUMNS.map((region): Cell => {
      const { advisers, route, referral } = whoAnswers({ topic, region, phase, absent: [] }, { routes, crew });
      return { region, route, advisers, referral: advisers.length === 0 ? (referral?.name ?? null) : null };
    }),
  }));
}

/** Whether other people answer, by whatever route. */
function isOther(row: MatrixRow, than: MatrixRow): boolean {
  const who = ({ cells }: MatrixRow) => JSON.stringify(cells.map(({ advisers, referral }) => [advisers, referral]));
  return who(row) !== who(than);
}

/** The holes of one topic; regions that have them in the same phases are one. */
function holesIn(rows: readonly MatrixRow[]): Hole[] {
  const topic = rows[0]?.topic ?? null;
  // What has no topic is what the fallback is for.
  const falls = topic === null ? [ADMINS] : [FALLBACK, ADMINS];
  return falls.flatMap((to) => {
    const phasesOf = (column: number) => rows.flatMap(({ phase, cells }) => (cells[column]?.route === to ? [phase] : []));
    const byPhases = Map.groupBy(COLUMNS.keys(), (column) => JSON.stringify(phasesOf(column)));
    return [...byPhases.values()].flatMap((columns) => {
      const phases = phasesOf(columns[0] ?? 0);
      return phases.length === 0 ? [] : [{ topic, to, regions: columns.map((column) => COLUMNS[column] ?? null), phases }];
    });
  });
}

function doublesIn(routes: readonly Route[]): RoutesChecked['double'] {
  const byKeys = Map.groupBy(routes, ({ topic, region, phase }) => JSON.stringify([topic, region, phase]));
  return [...byKeys.values()].flatMap((same) => (same.length > 1 && same[0] ? [{ route: nameOfRoute(same[0]), count: same.length }] : []));
}

function goneFrom({ routes, crew }: Given): RoutesChecked['gone'] {
  return routes.flatMap((route) =>
    [...new Set([...route.advisers, ...route.deputies])]
      .filter((id) => !crew.isAdviser(id))
      .map((person) => ({ route: nameOfRoute(route), person, why: !crew.byId.has(person) ? ('unknown' as const) : ('noRole' as const) })),
  );
}

function awayIn({ routes, crew }: Given): RoutesChecked['allAway'] {
  return routes.flatMap((route) => {
    const advisers = route.advisers.filter((id) => crew.isAdviser(id));
    if (advisers.length === 0 || !advisers.every(crew.isAway)) return [];
    const standIns = advisers.flatMap((id) => crew.standIn(id) ?? []);
    const deputies = [...new Set([...route.deputies, ...standIns])].filter((id) => !crew.isAway(id));
    return [{ route: nameOfRoute(route), advisers, deputies }];
  });
}
