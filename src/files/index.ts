import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { SetupError } from '../core/errors.ts';
import type { TileSpec } from '../core/tiles.ts';
import type { TextDocument } from './docx.ts';
import type { ImportedEntry } from './ics-read.ts';
import { type Sheet, type Table, TableFault } from './table.ts';
import type { NamedSheet } from './xlsx.ts';

export { type CalendarEntry, calendarOf } from './ics.ts';
export type { Sheet, Table, TableRow } from './table.ts';
export type { ImportedEntry, NamedSheet, TextDocument };

/** Tables of people and routes are some kilobytes; what is larger is another file, and would fill the memory. */
const LARGEST_MB = 20;
/** A year's events are some hundred kilobytes. */
const LARGEST_CALENDAR_MB = 5;

/** What a format needs is loaded when one is used: together a tenth of a second and 20 MB, of which a running bot needs nothing. */
const readXlsx = async (bytes: Buffer) => (await import('./xlsx.ts')).readXlsx(bytes);
const readCsv = async (bytes: Buffer) => (await import('./csv.ts')).readCsv(bytes);

const READERS: Readonly<Record<string, (bytes: Buffer) => Promise<Table>>> = {
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
    return await read(await readUpTo(LARGEST_MB, path));
  } catch (error) {
    throw refusal(path, error);
  }
}

/**
 * The events of a calendar file (`.ics`), by Norwegian clocks. Rejects with a SetupError that names the file and, by the number and title
 * of its event, everything that is wrong: then nothing of it can be used.
 */
export async function readCalendar(path: string): Promise<readonly ImportedEntry[]> {
  if (extname(path).toLowerCase() !== '.ics')
    throw new SetupError(`${path} kan ikke brukes:`, ['bare .ics kan leses; eksporter hendelsene som iCalendar']);
  const { CalendarFault, readIcs } = await import('./ics-read.ts');
  try {
    return readIcs(await readUpTo(LARGEST_CALENDAR_MB, path));
  } catch (error) {
    throw error instanceof CalendarFault ? new SetupError(`${path} kan ikke brukes:`, error.faults) : refusal(path, error);
  }
}

async function readUpTo(largestMb: number, path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > largestMb * 1_000_000)
    throw new TableFault(`filen er større enn ${largestMb} MB; del den opp, eller ta bort det som ikke trengs`);
  return await readFile(path);
}

function refusal(path: string, error: unknown): SetupError {
  if (error instanceof TableFault) return new SetupError(`${path} kan ikke brukes:`, [error.message]);
  return new SetupError(`${path} kan ikke leses:`, [error instanceof Error ? error.message : String(error)]);
}

async function write(path: string, contents: string | Buffer): Promise<void> {
  try {
    await writeFile(path, contents);
  } catch (error) {
    throw new SetupError(`${path} kan ikke skrives:`, [error instanceof Error ? error.message : String(error)]);
  }
}

/** Writes a table that Norwegian Excel opens; text that would be a formula there is made harmless. Rejects with a SetupError. */
export async function writeCsv(path: string, sheet: Sheet): Promise<void> {
  const { csvOf } = await import('./csv.ts');
  await write(path, csvOf(sheet));
}

/** Writes a workbook with a sheet for each table. Rejects with a SetupError, and with an Error on a name that no sheet can have. */
export async function writeXlsx(path: string, sheets: readonly NamedSheet[]): Promise<void> {
  const { xlsxOf } = await import('./xlsx.ts');
  await write(path, await xlsxOf(sheets));
}

/** Writes a Word document. Rejects with a SetupError. */
export async function writeDocx(path: string, document: TextDocument): Promise<void> {
  const { docxOf } = await import('./docx.ts');
  await write(path, await docxOf(document));
}

/** Draws a grid of tiles as a PNG, 280 points wide at two pixels each. */
export async function drawTiles(spec: TileSpec): Promise<Uint8Array> {
  return (await import('./picture.ts')).drawTiles(spec);
}
