import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { SetupError } from '../core/errors.ts';
import { csvOf, readCsv } from './csv.ts';
import { type Sheet, type Table, TableFault } from './table.ts';
import { type NamedSheet, readXlsx, xlsxOf } from './xlsx.ts';

export type { Sheet, Table, TableRow } from './table.ts';
export type { NamedSheet } from './xlsx.ts';

/** Tables of people and routes are some kilobytes; what is larger is another file, and would fill the memory. */
const LARGEST_MB = 20;

const READERS: Readonly<Record<string, (bytes: Buffer) => Table | Promise<Table>>> = {
  '.xlsx': readXlsx,
  '.csv': readCsv,
  '.tsv': readCsv,
  '.txt': readCsv,
};

/**
 * Reads a spreadsheet: the first sheet of an `.xlsx`, or text with `;`, `,` or tabs (`.csv`, `.tsv`, `.txt`). The first row is the heading.
 * Dates come as `2026-03-05`, times of day as `12:30`. Rejects with a SetupError that names the file and what to do.
 */
export async function readTable(path: string): Promise<Table> {
  const read = READERS[extname(path).toLowerCase()];
  if (!read) throw new SetupError(`${path} kan ikke brukes:`, ['bare .xlsx og .csv kan leses; lagre filen som en av dem']);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_MB * 1_000_000)
      throw new TableFault(`filen er større enn ${LARGEST_MB} MB; del den opp, eller ta bort det som ikke trengs`);
    return await read(await readFile(path));
  } catch (error) {
    if (error instanceof TableFault) throw new SetupError(`${path} kan ikke brukes:`, [error.message]);
    throw new SetupError(`${path} kan ikke leses:`, [error instanceof Error ? error.message : String(error)]);
  }
}

async function write(path: string, contents: string | Buffer): Promise<void> {
  try {
    await writeFile(path, contents);
  } catch (error) {
    throw new SetupError(`${path} kan ikke skrives:`, [error instanceof Error ? error.message : String(error)]);
  }
}

/** Writes a table that Norwegian Excel opens; text that would be a formula there is made harmless. Rejects with a SetupError. */
export function writeCsv(path: string, sheet: Sheet): Promise<void> {
  return write(path, csvOf(sheet));
}

/** Writes a workbook with a sheet for each table. Rejects with a SetupError, and with an Error on a name that no sheet can have. */
export async function writeXlsx(path: string, sheets: readonly NamedSheet[]): Promise<void> {
  await write(path, await xlsxOf(sheets));
}
