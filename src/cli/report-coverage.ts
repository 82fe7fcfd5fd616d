import type { Command } from 'commander';
import type { House } from '../compose.ts';
import { readDate } from '../core/calendar.ts';
import { writeCsv, writeXlsx } from '../files/index.ts';
import { registerOf, shareOf } from './contact-figures.ts';
import { coverageByGroup, coverageSheet, type GroupCoverage, typesInWords } from './coverage-sheets.ts';
import { type Assignment, counted as countedIn, type ReportOptions, type Told, writeReport } from './report-files.ts';

const FILES = ['dekning.xlsx', 'dekning.csv'] as const;

/** Writes where teams are, by the last day of the period. SetupError when a file of it is there already, or there is no such bank. */
export function reportCoverage(options: ReportOptions, command: Command): Promise<void> {
  return writeReport(options, command, { files: FILES, write: writeCoverage });
}

async function writeCoverage(house: House, { period, banks, paths }: Assignment): Promise<Told> {
  const register = await registerOf(house, banks, period.to);
  const groups = coverageByGroup(register);
  const [workbook = '', csv = ''] = paths;
  await writeXlsx(workbook, [
    { name: 'Landet og regionene', ...coverageSheet(register, groups, ['landet', 'region']) },
    { name: 'Fylkene', ...coverageSheet(register, groups, ['fylke']) },
    { name: 'Kommunene', ...coverageSheet(register, groups, ['kommune']) },
  ]);
  await writeCsv(csv, coverageSheet(register, groups));
  return {
    lines: [
      `Per ${readDate(register.day, 'nb')}`,
      ...(groups.length === 0 ? ['Ingen team er registrert.'] : groups.map(lineOf)),
      ...uncountedIn(groups),
    ],
    figures: { banks: banks.map(({ id }) => id), asOf: register.day, groups: groups.map(figuresOf) },
  };
}

/** Where the numbers of people are of another time than the municipalities. */
function uncountedIn([first]: readonly GroupCoverage[]): string[] {
  const uncounted = first?.counted.uncounted ?? 0;
  return uncounted === 0 ? [] : [`Uten folketall: ${countedIn(uncounted, 'kommune', 'kommuner')}, som teller null innbyggere`];
}

const percents = new Intl.NumberFormat('nb-NO', { style: 'percent', maximumFractionDigits: 1 });

function lineOf({ types, counted: { total, teams, unconfirmed, ambition } }: GroupCoverage): string {
  const share = shareOf(total);
  const people = share === null ? 'andelen innbyggere er ukjent' : `${percents.format(share)} av innbyggerne har team i drift`;
  const aim = ambition === null ? '' : ` (målet er ${percents.format(ambition)})`;
  const places = `${total.running} steder i drift, ${total.onTheWay} på vei, ${total.none} lagt ned, ${total.unknown} ukjent`;
  return `${typesInWords(types)}: ${people}${aim}; ${places}; ${countedIn(teams, 'team', 'team')}, ${unconfirmed} ikke bekreftet`;
}

/** For programs. Municipalities stand in the files. */
function figuresOf({ types, counted }: GroupCoverage) {
  const { total, regions, counties, teams, unconfirmed, ambition, peopleAt, uncounted } = counted;
  const withShare = <C extends Parameters<typeof shareOf>[0]>(covered: C) => ({ ...covered, share: shareOf(covered) });
  return {
    ...{ types, ambition, teams, unconfirmed, peopleAt, uncounted, total: withShare(total) },
    ...{ regions: regions.map(withShare), counties: counties.map(withShare) },
  };
}
