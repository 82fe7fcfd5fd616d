import { PHASES } from '../core/banks.ts';
import type { Crew } from '../features/inquiries/rules/crew.ts';
import { ADMINS, FALLBACK } from '../features/inquiries/rules/routing.ts';
import { type Cell, COLUMNS, type MatrixRow, type RoutesChecked } from './routes-check.ts';

/** Stand in a cell for what its topic shares with many others. */
const SIGNS: Readonly<Record<string, string>> = { [FALLBACK]: '·', [ADMINS]: '!' };
const RECEIVERS: Readonly<Record<string, string>> = { [FALLBACK]: 'reserven', [ADMINS]: 'administratorene' };
const LEGEND = '·  reserven: fordelingen uten tema, region og fase     !  ressursbankens administratorer';
const UNKNOWN_REGION = 'ukjent region';
const NO_TOPIC = 'uten tema';
const GAP = '  ';

const labelOf = ({ topic, phase }: MatrixRow) => (phase === null ? (topic ?? NO_TOPIC) : `  i ${phase}`);

function cellText({ route, advisers, referral }: Cell, topic: string | null, crew: Crew): string {
  const sign = topic === null && route === FALLBACK ? undefined : SIGNS[route];
  return sign ?? (referral === null ? advisers.map(crew.nameOf).join(', ') : `→ ${referral}`);
}

/** The matrix as lines of text: topics down, regions across. A row that is the same everywhere is said once. */
export function matrixLines({ matrix }: RoutesChecked, crew: Crew): string[] {
  const heading = ['', ...COLUMNS.map((region) => region ?? UNKNOWN_REGION)];
  const rows = matrix.map((row) => {
    const cells = row.cells.map((cell) => cellText(cell, row.topic, crew));
    const isSame = cells.every((cell) => cell === cells[0]) && cells[0] !== '' && !Object.values(SIGNS).includes(cells[0] ?? '');
    return isSame ? [labelOf(row), `${cells[0]} (alle regioner)`] : [labelOf(row), ...cells];
  });
  const widths = heading.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row.length === 2 && column > 0 ? 0 : (row[column]?.length ?? 0)))),
  );
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  return [lineOf(heading), ...rows.map(lineOf), '', LEGEND];
}

/** What is wrong, in sections of lines; empty when nothing is. */
export function faultLines(checked: RoutesChecked, crew: Crew): string[] {
  const names = (ids: readonly string[]) => ids.map(crew.nameOf).join(', ');
  const why = { unknown: 'er ikke kjent', noRole: 'har ikke rollen rådgiver' };
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)];
  return [
    ...section('Hull:', holeLines(checked)),
    ...section(
      'Flere fordelinger med samme tema, region og fase:',
      checked.double.map(({ route, count }) => `${route}: ${count}`),
    ),
    ...section(
      'Navngitt, men får ingen henvendelser:',
      checked.gone.map((each) => `${each.route}: ${crew.nameOf(each.person)} ${why[each.why]}`),
    ),
    ...section('Temaer som ressursbanken ikke har:', checked.unknownTopics),
    ...section(
      'Alle rådgivere er borte i dag:',
      checked.allAway.map(({ route, advisers, deputies }) => {
        const instead = deputies.length === 0 ? 'ingen vikar' : `vikar: ${names(deputies)}`;
        return `${route}: ${names(advisers)} (${instead})`;
      }),
    ),
  ];
}

/** Topics with the same hole share a line. */
function holeLines({ holes }: RoutesChecked): string[] {
  const byPlace = Map.groupBy(holes, ({ to, regions, phases }) => {
    const where = regions.length === COLUMNS.length ? '' : ` i ${regions.map((region) => region ?? UNKNOWN_REGION).join(', ')}`;
    return `går til ${RECEIVERS[to]}${where}${phasesText(phases)}`;
  });
  return [...byPlace].map(([place, same]) => `${place}: ${same.map(({ topic }) => topic ?? NO_TOPIC).join(', ')}`);
}

function phasesText(phases: RoutesChecked['holes'][number]['phases']): string {
  if (!phases.includes(null)) return ` i fase ${phases.join(', ')}`;
  const covered = PHASES.filter((phase) => !phases.includes(phase));
  return covered.length === 0 ? '' : `, utenom fase ${covered.join(', ')}`;
}
