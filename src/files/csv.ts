import Papa from 'papaparse';
import { textOf } from './encoding.ts';
import { type Sheet, type Table, TableFault, tableOf } from './table.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** Norwegian Excel writes semicolons, since the comma is in its numbers; others write commas or tabs. */
const DELIMITERS = [';', ',', '\t'] as const;
/** What a spreadsheet would take for a formula when it stands first in a cell. */
const FORMULA = /^[\t\r]|^\s*[=+\-@]/;

/** The sign that stands most often in the first line that is not empty, quoted parts aside. */
function delimiterOf(text: string): string {
  const heading = /\S[^\r\n]*/.exec(text.replaceAll(/"(?:[^"]|"")*"/g, 'x'))?.[0] ?? '';
  const counted = DELIMITERS.map((sign) => ({ sign, count: heading.split(sign).length - 1 }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** Reads comma-, semicolon- or tab-separated text. Throws a TableFault. */
export function readCsv(bytes: Uint8Array): Table {
  if (bytes.includes(0)) throw new TableFault('dette er ikke en CSV-fil; lagre den som .xlsx eller som CSV (UTF-8)');
  const text = textOf(bytes);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new TableFault(`rad ${(broken.row ?? 0) + 1}: et anførselstegn mangler eller står feil; dobbelt skrives ""`);
  return tableOf(data);
}

/** A cell that no spreadsheet takes for anything but its text. Numbers have a decimal comma. */
function harmless(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = cell ?? '';
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Text that Norwegian Excel opens by a double click: semicolons and a byte order mark. */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns, ...rows].map((line) => line.map(harmless));
  return BYTE_ORDER_MARK + Papa.unparse(lines, { delimiter: ';', newline: '\r\n' });
}
