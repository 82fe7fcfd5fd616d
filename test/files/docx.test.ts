import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SetupError } from '../../src/core/errors.ts';
import { type TextDocument, writeDocx } from '../../src/files/index.ts';

const TABLE = {
  columns: ['Arrangement', 'Medarrangør(er)', 'Deltakere'],
  rows: [
    ['=1+1', 'Kari & Ola <as>', 12.5],
    ['to\nlinjer', null, 1230],
    ['  blanke  ', '"\'', null],
  ],
};
const DOCUMENT = {
  title: 'Arrangementer 2026',
  paragraphs: ['Før tabellen.', 'Æ\u0000\u001b\uffff\ud800, ø og 🎉'],
  tables: [
    { heading: 'Åpne møter', ...TABLE, total: ['I alt', null, 1242.5] },
    { columns: ['Tom'], rows: [] },
  ],
} satisfies TextDocument;

const unescaped = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
/** The text of a piece of a document as Word shows it. */
const textOf = (xml: string) =>
  unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br)\/>/g)].map(([, text, lineEnd]) => (lineEnd ? '\n' : text)).join(''));
const elements = (xml: string, name: string) => xml.match(new RegExp(`<w:${name}(?: [^>]*)?>.*?</w:${name}>`, 'gs')) ?? [];
const cellsIn = (row: string) => elements(row, 'tc');

describe('files/docx', () => {
  let folder: string;
  let parts: Record<string, Uint8Array>;
  let body: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-docx-'));
    const path = join(folder, 'ut.docx');
    await writeDocx(path, DOCUMENT);
    parts = unzipSync(readFileSync(path));
    body = part('word/document.xml');
  });
  after(() => rmSync(folder, { recursive: true }));

  const part = (name: string) => strFromU8(parts[name] ?? assert.fail(`${name} is missing`));
  const rows = () => elements(body, 'tbl').map((table) => elements(table, 'tr'));

  it('writes every text as text', () => {
    assert.deepEqual(
      rows().map((lines) => lines.map((line) => cellsIn(line).map(textOf))),
      [
        [
          ['Arrangement', 'Medarrangør(er)', 'Deltakere'],
          ['=1+1', 'Kari & Ola <as>', '12,5'],
          ['to\nlinjer', '', '1230'],
          ['  blanke  ', '"\'', ''],
          ['I alt', '', '1242,5'],
        ],
        [['Tom']],
      ],
    );
  });

  it('writes title, paragraphs and headings in their order', () => {
    const outside = body.replace(/<w:tbl>.*?<\/w:tbl>/gs, '');
    const told = elements(outside, 'p').map((paragraph) => [/<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1], textOf(paragraph)]);
    assert.deepEqual(told, [
      ['Title', 'Arrangementer 2026'],
      [undefined, 'Før tabellen.'],
      [undefined, 'Æ\ufffd, ø og 🎉'],
      ['Heading1', 'Åpne møter'],
    ]);
    assert.match(part('word/styles.xml'), /w:styleId="Heading1".*?<w:outlineLvl w:val="0"\/>/s);
  });

  it('keeps tables apart that have no heading', () => assert.match(body, /<\/w:tbl><w:p[ />].*?<w:tbl>/s));

  it('repeats the heading of a table on every page, and no other row', () => {
    assert.deepEqual(
      rows().map((lines) => lines.map((line) => line.includes('w:tblHeader'))),
      [[true, false, false, false, false], [true]],
    );
  });

  it('draws numbers to the right and the sum in bold', () => {
    const [lines = []] = rows();
    const alignments = lines.map((line) => cellsIn(line).map((cell) => /<w:jc w:val="(\w+)"/.exec(cell)?.[1]));
    assert.deepEqual(alignments, [
      ['left', 'left', 'right'],
      ['left', 'left', 'right'],
      ['left', 'left', 'right'],
      ['left', 'left', 'left'],
      ['left', 'left', 'right'],
    ]);
    assert.deepEqual(
      lines.map((line) => line.includes('<w:b/>')),
      [true, false, false, false, true],
    );
  });

  it('is Norwegian, on A4, and has a title', () => {
    assert.match(part('word/styles.xml'), /<w:lang w:val="nb-NO"/);
    assert.match(body, /<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    assert.match(part('docProps/core.xml'), /<dc:title>Arrangementer 2026<\/dc:title>/);
  });

  it('gives the columns the width of the page', () => {
    for (const table of elements(body, 'tblGrid')) {
      const widths = [...table.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
      const sum = widths.reduce((all, width) => all + width, 0);
      assert.ok(sum <= 9_638 && sum > 9_600, String(widths));
    }
  });

  it('holds no sign that Word refuses', () => {
    for (const name of Object.keys(parts)) assert.doesNotMatch(part(name), /[^\P{Cc}\t\r\n]|\p{Noncharacter_Code_Point}/u, name);
  });

  it('says where it could not write', async () => {
    const path = join(folder, 'borte', 'ut.docx');
    await assert.rejects(writeDocx(path, DOCUMENT), (error) => error instanceof SetupError && error.message.includes(path));
  });
});
