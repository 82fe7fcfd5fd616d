import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { isoTime } from '../core/clock.ts';
import { type Sheet, type Table, TableFault, tableOf } from './table.ts';

const MINUTE_MS = 60_000;
/** The day that a spreadsheet counts from: what lies on it is a time of day alone. */
const FIRST_DAY = '1899-12-30';

/** A date as `2026-03-05`, a time of day as `12:30`, both as `2026-03-05 12:30`. Excel keeps times as fractions, so they are rounded. */
function readDate(at: number): string {
  const [day = '', time = ''] = isoTime(Math.round(at / MINUTE_MS) * MINUTE_MS)
    .slice(0, 16)
    .split('T');
  if (day <= FIRST_DAY) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return readDate(cell.getTime());
  return cell === null || cell === undefined ? '' : String(cell);
}

/** Reads the first sheet of a workbook. Rejects with a TableFault. */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  return tableOf((await sheetIn(bytes)).map((line) => line.map(textOf)));
}

async function sheetIn(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(bytes);
  } catch (cause) {
    throw new TableFault('regnearket kan ikke leses; åpne det i Excel og lagre det på nytt som .xlsx', { cause });
  }
}

export interface NamedSheet extends Sheet {
  /** 1–31 characters, none of `[]/\:*?`. */
  readonly name: string;
}

/** The width of a column in characters, at least so that its heading can be read, and at most so that the next is still in sight. */
const NARROWEST = 8;
const WIDEST = 60;

function widthsOf({ columns, rows }: Sheet): { width: number }[] {
  return columns.map((heading, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? '').length), heading.length);
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
}

/** A workbook; text stays text, whatever it begins with. */
export function xlsxOf(sheets: readonly NamedSheet[]): Promise<Buffer> {
  const drawn = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [sheet.columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...sheet.rows.map((row) => [...row])],
    columns: widthsOf(sheet),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(drawn).toBuffer();
}
