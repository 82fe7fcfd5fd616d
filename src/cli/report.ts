import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { House } from '../compose.ts';
import { inHouse as inTransaction } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { SetupError } from '../core/errors.ts';
import { listAll } from '../core/list-all.ts';
import { INQUIRY } from '../features/inquiries/model.ts';
import { hoursOf } from '../features/inquiries/placing.ts';
import { figuresOf, inPeriod, type Period, periodOf } from '../features/inquiries/rules/figures.ts';
import { writeCsv, writeXlsx } from '../files/index.ts';
import { bankNamed, furnishIfEmpty, inHouse } from './house.ts';
import { caseSheet, figuresForOthers, figuresInFull, type Names, type Reported } from './inquiry-sheets.ts';
import { print, printJson } from './output.ts';

export interface ReportOptions {
  readonly bank: string;
  readonly out: string;
  readonly from?: string;
  readonly to?: string;
  readonly halfYear?: string;
  readonly json?: true;
}

/** `--bank` for all of them. */
const ALL = 'all';
/** For the centre; the last one for others. */
const FILES = ['henvendelser.xlsx', 'henvendelser.csv', 'henvendelser-rader.csv', 'henvendelser-utad.csv'] as const;
/** With a blank, so that no bank's id is the same. */
const CASES_SHEET = 'Alle henvendelser';
/** What a workbook takes for the name of a sheet. */
const LONGEST_SHEET_NAME = 31;

/** Writes the report of the inquiries of a period. SetupError when a file of it is there already, or there is no such bank. */
export async function reportInquiries(options: ReportOptions, command: Command): Promise<void> {
  const period = chosenPeriod(options);
  if (typeof period === 'string') return command.error(period);
  const paths = FILES.map((name) => join(options.out, name));
  const there = paths.filter((path) => existsSync(path));
  if (there.length > 0) {
    throw new SetupError(
      'Rapporten er ikke skrevet. Velg en annen mappe med --out, eller flytt disse:',
      there.map((path) => `${path} finnes fra før`),
    );
  }
  await inHouse(async (house) => {
    await furnishIfEmpty(house);
    const reported = await readReported(house, options.bank, period);
    await writeReport(reported, namesIn(house), { folder: options.out, paths });
    await tellWritten(reported, { period, files: paths, json: options.json === true });
  });
}

/** The period that the options name; a sentence when they name none. */
export function chosenPeriod({ from, to, halfYear }: Pick<ReportOptions, 'from' | 'to' | 'halfYear'>): Period | string {
  if (halfYear !== undefined) {
    if (from !== undefined || to !== undefined) return 'Velg enten --half-year eller --from og --to.';
    return periodOf(halfYear) ?? 'Skriv halvåret slik: --half-year 2026-1';
  }
  if (from === undefined || to === undefined) return 'Si hvilken periode, med --from og --to eller --half-year.';
  const isDay = (text: string) => z.iso.date().safeParse(text).success;
  if (!isDay(from) || !isDay(to)) return 'Skriv datoene slik: --from 2026-01-01 --to 2026-06-30';
  return from > to ? 'Datoen etter --from må ikke være senere enn datoen etter --to.' : { from, to };
}

async function readReported(house: House, chosen: string, period: Period): Promise<Reported[]> {
  const banks = await house.bot.directory.banks();
  const reported: Reported[] = [];
  for (const bank of chosen === ALL ? banks : [bankNamed(banks, chosen)]) reported.push(await reportedOf(house, bank, period));
  return reported;
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

/** Writes the files of a report; their folder is made where it is not there. */
async function writeReport(reported: readonly Reported[], names: Names, to: { folder: string; paths: readonly string[] }): Promise<void> {
  await makeFolder(to.folder);
  const [workbook = '', full = '', cases = '', others = ''] = to.paths;
  await writeXlsx(workbook, [
    ...reported.map((each) => ({ name: each.bank.id.slice(0, LONGEST_SHEET_NAME), ...figuresInFull([each], names) })),
    { name: CASES_SHEET, ...caseSheet(reported, names) },
  ]);
  await writeCsv(full, figuresInFull(reported, names));
  await writeCsv(cases, caseSheet(reported, names));
  await writeCsv(others, figuresForOthers(reported, names));
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new SetupError(`Mappa ${path} kan ikke lages:`, [error instanceof Error ? error.message : String(error)]);
  }
}

async function tellWritten(
  reported: readonly Reported[],
  { period, files, json }: { period: Period; files: readonly string[]; json: boolean },
): Promise<void> {
  const banks = reported.map(({ bank, figures }) => ({ bank: bank.id, inquiries: figures.total }));
  if (json) return printJson({ ...period, banks, files });
  for (const { bank, inquiries } of banks) {
    await print(`${bank}: ${inquiries} ${inquiries === 1 ? 'henvendelse' : 'henvendelser'} fra ${period.from} til ${period.to}`);
  }
  for (const file of files) await print(`Skrevet: ${file}`);
}
