import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { cleanText } from './plain.ts';
import type { Sheet } from './table.ts';

export interface DocumentTable extends Sheet {
  readonly heading?: string;
  /** The last row, in bold. */
  readonly total?: Sheet['rows'][number];
}

export interface TextDocument {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly tables: readonly DocumentTable[];
}

type Cell = string | number | null;

const WRITER = 'ressursbank-bot';
/** Twentieths of a point: an A4 sheet with 2 cm around the text. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_134;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
/** Of columns, in characters: a number can be read, and a long text leaves room for the others. */
const NARROWEST = 8;
const WIDEST = 40;
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };
/** Half points and twentieths of a point. */
const STYLES = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'nb-NO', eastAsia: 'nb-NO' } },
      paragraph: { spacing: { after: 120 } },
    },
    title: { run: { font: 'Calibri', size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { font: 'Calibri', size: 28, bold: true },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true, outlineLevel: 0 },
    },
  },
};

function runsOf(text: string, bold = false): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, n) => new TextRun({ text: line, ...(bold ? { bold } : {}), ...(n > 0 ? { break: 1 } : {}) }));
}

/** Numbers have a decimal comma. */
const written = (cell: Cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? ''));

interface Column {
  readonly width: number;
  /** Every cell that holds something holds a number. */
  readonly isNumeric: boolean;
}

function columnsOf({ columns, rows, total = [] }: DocumentTable): Column[] {
  const lines = [...rows, total];
  const sizes = columns.map((heading, n) => {
    const longest = lines.reduce((most, line) => Math.max(most, written(line[n] ?? null).length), heading.length);
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, n) => {
    const held = rows.flatMap((line) => line[n] ?? []);
    return { width: Math.floor((TEXT_WIDTH * size) / all), isNumeric: held.length > 0 && held.every((cell) => typeof cell === 'number') };
  });
}

function cellOf(cell: Cell, column: Column, style: { bold: boolean; isHeading: boolean }): TableCell {
  const isRight = typeof cell === 'number' || (style.isHeading && column.isNumeric);
  return new TableCell({
    width: { size: column.width, type: WidthType.DXA },
    margins: CELL_MARGINS,
    children: [
      new Paragraph({
        spacing: { after: 0 },
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runsOf(written(cell), style.bold),
      }),
    ],
  });
}

function tableOf(table: DocumentTable): Table {
  const columns = columnsOf(table);
  const rowOf = (line: readonly Cell[], style: { bold: boolean; isHeading: boolean }) =>
    new TableRow({
      cantSplit: true,
      ...(style.isHeading ? { tableHeader: true } : {}),
      children: columns.map((column, n) => cellOf(line[n] ?? null, column, style)),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    tableLook: { firstRow: true, noVBand: true },
    columnWidths: columns.map(({ width }) => width),
    rows: [
      rowOf(table.columns, { bold: true, isHeading: true }),
      ...table.rows.map((line) => rowOf(line, { bold: false, isHeading: false })),
      ...(table.total ? [rowOf(table.total, { bold: true, isHeading: false })] : []),
    ],
  });
}

/** Between two tables without a heading something must stand: Word makes them one. */
function partOf(table: DocumentTable): (Paragraph | Table)[] {
  const heading =
    table.heading === undefined ? new Paragraph({}) : new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(table.heading) });
  return [heading, tableOf(table)];
}

/** A Word document in Norwegian on A4: real headings, and tables whose heading comes again on every page. Text stays text. */
export function docxOf({ title, paragraphs = [], tables }: TextDocument): Promise<Buffer> {
  const document = new Document({
    title: cleanText(title),
    creator: WRITER,
    lastModifiedBy: WRITER,
    styles: STYLES,
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) }),
          ...paragraphs.map((paragraph) => new Paragraph({ children: runsOf(paragraph) })),
          ...tables.flatMap(partOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
