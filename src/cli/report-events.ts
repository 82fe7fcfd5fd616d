import type { Command } from 'commander';
import type { House } from '../compose.ts';
import { readDate } from '../core/calendar.ts';
import type { Webinar } from '../features/webinars/model.ts';
import { type EventFigures, eventFigures, eventsThatTookPlace, type Sums } from '../features/webinars/rules/figures.ts';
import { type Sheet, writeCsv, writeDocx, writeXlsx } from '../files/index.ts';
import { eventsFor } from './events.ts';
import { type Assignment, counted, type ReportOptions, type Told, writeReport } from './report-files.ts';

const FILES = ['arrangementer.csv', 'arrangementer.xlsx', 'arrangementer.docx', 'arrangementer-summer.csv'] as const;

/** The columns of the annual report's appendix. */
const COLUMNS = ['Arrangement', 'Medarrangør(er)', 'Deltakere'];
const SUM_COLUMNS = ['Område', 'Arrangementer', 'Deltakere', 'Team'];
const NO_AREA = 'Uten område';
const IN_ALL = 'I alt';

/** Writes the appendix of the annual report, and its sums. SetupError when a file of it is there already, or there is no such bank. */
export function reportEvents(options: ReportOptions, command: Command): Promise<void> {
  return writeReport(options, command, { files: FILES, write: writeEvents });
}

/** A line for each event, in the order given. */
export function appendix(events: readonly Webinar[]): Sheet {
  return { columns: COLUMNS, rows: events.map(({ title, coOrganisers, participants }) => [title, coOrganisers.join(', '), participants]) };
}

const sumsIn = ({ events, participants, teams }: Sums) => [events, participants, teams];

/** A line for each report area, and the last for all of them. */
export function sumSheet(figures: EventFigures): Sheet {
  const rows = figures.areas.map((area) => [area.area || NO_AREA, ...sumsIn(area)]);
  return { columns: SUM_COLUMNS, rows: [...rows, [IN_ALL, ...sumsIn(figures)]] };
}

async function writeEvents(house: House, { period, banks, paths }: Assignment): Promise<Told> {
  const events = eventsThatTookPlace(await eventsFor(house, banks), period, house.clock.now());
  const figures = eventFigures(events);
  const [table, sums] = [appendix(events), sumSheet(figures)];
  const [csv = '', workbook = '', document = '', sumsCsv = ''] = paths;
  await writeCsv(csv, table);
  await writeXlsx(workbook, [
    { name: 'Arrangementer', ...table },
    { name: 'Summer', ...sums },
  ]);
  const days = `${readDate(period.from, 'nb')}–${readDate(period.to, 'nb')}`;
  await writeDocx(document, {
    title: `Arrangementer ${days}`,
    tables: [table, { heading: 'Summer', columns: sums.columns, rows: sums.rows.slice(0, -1), total: sums.rows.at(-1) ?? [] }],
  });
  await writeCsv(sumsCsv, sums);
  const { areas, unknown, ...all } = figures;
  const named = areas.map((area) => ({ ...area, area: area.area || NO_AREA }));
  return { lines: linesOf(figures, period), figures: { banks: banks.map(({ id }) => id), ...all, areas: named } };
}

function linesOf(figures: EventFigures, { from, to }: Assignment['period']): string[] {
  const inWords = ({ events, participants, teams }: Sums) =>
    [counted(events, 'arrangement', 'arrangementer'), counted(participants, 'deltaker', 'deltakere'), `${teams} team`].join(', ');
  return [
    `${inWords(figures)} fra ${from} til ${to}`,
    ...figures.areas.map((area) => `  ${area.area || NO_AREA}: ${inWords(area)}`),
    ...(figures.unknown === 0 ? [] : [`${figures.unknown} uten deltakertall`]),
  ];
}
