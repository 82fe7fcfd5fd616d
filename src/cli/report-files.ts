import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { House } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { SetupError } from '../core/errors.ts';
import { type Period, periodOf } from '../features/inquiries/rules/figures.ts';
import { bankNamed, furnishIfEmpty, inHouse } from './house.ts';
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

/** A report that is to be written: of which banks, and where to. */
export interface Assignment {
  readonly period: Period;
  readonly banks: readonly Bank[];
  /** Of the files, in the order of their names. */
  readonly paths: readonly string[];
}

/** What a report says of itself once it is written: lines for a reader, or the figures for a program. */
export interface Told {
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, unknown>>;
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

/**
 * Writes a report of the files named, and prints what was written. SetupError when one of them is there already, or there is no such bank;
 * nothing is written then.
 */
export async function writeReport(
  options: ReportOptions,
  command: Command,
  report: { readonly files: readonly string[]; readonly write: (house: House, assignment: Assignment) => Promise<Told> },
): Promise<void> {
  const period = chosenPeriod(options);
  if (typeof period === 'string') return command.error(period);
  const paths = report.files.map((name) => join(options.out, name));
  refuseThere(paths);
  await inHouse(async (house) => {
    await furnishIfEmpty(house);
    const all = await house.bot.directory.banks();
    const banks = options.bank === ALL ? all : [bankNamed(all, options.bank)];
    await makeFolder(options.out);
    const { lines, figures } = await report.write(house, { period, banks, paths });
    if (options.json) return printJson({ ...period, ...figures, files: paths });
    for (const line of [...lines, ...paths.map((path) => `Skrevet: ${path}`)]) await print(line);
  });
}

/** SetupError when one of the files is there already. */
export function refuseThere(paths: readonly string[], what = 'Rapporten er ikke skrevet.'): void {
  const there = paths.filter((path) => existsSync(path));
  if (there.length === 0) return;
  throw new SetupError(
    `${what} Velg en annen mappe med --out, eller flytt disse:`,
    there.map((path) => `${path} finnes fra før`),
  );
}

export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new SetupError(`Mappa ${path} kan ikke lages:`, [error instanceof Error ? error.message : String(error)]);
  }
}

/** «1 arrangement», «3 arrangementer». */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
