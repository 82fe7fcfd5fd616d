/** A table as it stands in a file: a heading and rows of text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Its number in the file as a spreadsheet shows it: the heading is row 1 where nothing stands before it. */
  readonly line: number;
  /** Trimmed text by column; '' where nothing stands. */
  readonly cells: Readonly<Record<string, string>>;
}

/** What is written: cells in the columns' order; null is empty. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What is wrong with a file, in words for who made it. */
export class TableFault extends Error {}

const MOST_FAULTS = 20;

/** Makes a table of lines of cells: the first line with something in it is the heading, empty lines are passed over. Throws a TableFault. */
export function tableOf(lines: readonly (readonly string[])[]): Table {
  const trimmed = lines.map((line) => line.map((cell) => cell.trim()));
  const at = trimmed.findIndex((line) => line.some((cell) => cell !== ''));
  const heading = trimmed[at] ?? [];
  const columns = heading.filter((name) => name !== '');
  if (columns.length === 0) throw new TableFault('filen er tom; første rad må være overskrifter');
  const twice = columns.find((name, n) => columns.indexOf(name) !== n);
  if (twice !== undefined) throw new TableFault(`kolonnen «${twice}» står to ganger; gi den ene et annet navn`);
  const homeless: number[] = [];
  const rows = trimmed.flatMap((line, n): TableRow[] => {
    if (n <= at || line.every((cell) => cell === '')) return [];
    if (line.some((cell, column) => cell !== '' && !heading[column])) homeless.push(n + 1);
    const cells = heading.flatMap((name, column) => (name === '' ? [] : [[name, line[column] ?? ''] as const]));
    return [{ line: n + 1, cells: Object.fromEntries(cells) }];
  });
  if (homeless.length > 0) {
    const more = homeless.length > MOST_FAULTS ? ' med flere' : '';
    throw new TableFault(`rad ${homeless.slice(0, MOST_FAULTS).join(', ')}${more}: noe står i en kolonne uten overskrift`);
  }
  return { columns, rows };
}
