import type { Command } from 'commander';
import type { House } from '../compose.ts';
import { inHouse as inTransaction } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { listAll } from '../core/list-all.ts';
import { INQUIRY } from '../features/inquiries/model.ts';
import { hoursOf } from '../features/inquiries/placing.ts';
import { figuresOf, inPeriod, type Period } from '../features/inquiries/rules/figures.ts';
import { writeCsv, writeXlsx } from '../files/index.ts';
import { caseSheet, figuresForOthers, figuresInFull, type Names, type Reported } from './inquiry-sheets.ts';
import { type Assignment, counted, type ReportOptions, type Told, writeReport } from './report-files.ts';

/** For the centre; the last one for others. */
const FILES = ['henvendelser.xlsx', 'henvendelser.csv', 'henvendelser-rader.csv', 'henvendelser-utad.csv'] as const;
/** With a blank, so that no bank's id is the same. */
const CASES_SHEET = 'Alle henvendelser';
/** What a workbook takes for the name of a sheet. */
const LONGEST_SHEET_NAME = 31;

/** Writes the report of the inquiries of a period. SetupError when a file of it is there already, or there is no such bank. */
export function reportInquiries(options: ReportOptions, command: Command): Promise<void> {
  return writeReport(options, command, { files: FILES, write: writeInquiries });
}

async function writeInquiries(house: House, { period, banks, paths }: Assignment): Promise<Told> {
  const reported: Reported[] = [];
  for (const bank of banks) reported.push(await reportedOf(house, bank, period));
  await writeFiles(reported, namesIn(house), paths);
  const each = reported.map(({ bank, figures }) => ({ bank: bank.id, inquiries: figures.total }));
  const days = `fra ${period.from} til ${period.to}`;
  const lines = each.map(({ bank, inquiries }) => `${bank}: ${counted(inquiries, 'henvendelse', 'henvendelser')} ${days}`);
  return { lines, figures: { banks: each } };
}

async function reportedOf(house: House, bank: Bank, period: Period): Promise<Reported> {
  const hours = hoursOf(bank);
  const all = await inTransaction(house)(bank.id, (tx) => listAll(tx, INQUIRY));
  const inquiries = inPeriod(
    all.map(({ body }) => body),
    period,
  );
  return { bank, hours, inquiries, figures: figuresOf(inquiries, period, hours) };
}

function namesIn({ content }: House): Names {
  return { topics: content.topicNames(), barriers: new Map(content.barriers().map(({ id, label }) => [id, label])) };
}

async function writeFiles(reported: readonly Reported[], names: Names, paths: readonly string[]): Promise<void> {
  const [workbook = '', full = '', cases = '', others = ''] = paths;
  await writeXlsx(workbook, [
    ...reported.map((each) => ({ name: each.bank.id.slice(0, LONGEST_SHEET_NAME), ...figuresInFull([each], names) })),
    { name: CASES_SHEET, ...caseSheet(reported, names) },
  ]);
  await writeCsv(full, figuresInFull(reported, names));
  await writeCsv(cases, caseSheet(reported, names));
  await writeCsv(others, figuresForOthers(reported, names));
}
