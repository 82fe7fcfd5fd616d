import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from '../../src/core/errors.ts';
import { readTable, writeCsv, writeXlsx } from '../../src/files/index.ts';
import { xlsxOf } from '../../src/files/xlsx.ts';

describe('files', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-files-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function file(name: string, contents: string | Uint8Array): string {
    writeFileSync(join(folder, name), contents);
    return join(folder, name);
  }

  const EXPECTED = {
    columns: ['Tema', 'Rådgivere'],
    rows: [
      { line: 2, cells: { Tema: 'opplæring', Rådgivere: 'Kari Eksempel, Ola Prøve' } },
      { line: 4, cells: { Tema: 'drift', Rådgivere: '' } },
    ],
  };
  const SEMICOLONS = 'Tema;Rådgivere\r\n opplæring ;Kari Eksempel, Ola Prøve\r\n;\r\ndrift;\r\n';
  const texts: readonly (readonly [string, string | Uint8Array])[] = [
    ['semicolons in UTF-8', SEMICOLONS],
    ['a byte order mark', `\ufeff${SEMICOLONS}`],
    ['Windows-1252', Buffer.from(SEMICOLONS, 'latin1')],
    ['commas', 'Tema,Rådgivere\nopplæring,"Kari Eksempel, Ola Prøve"\n\ndrift,\n'],
    ['tabs', 'Tema\tRådgivere\nopplæring\tKari Eksempel, Ola Prøve\n\t\ndrift'],
    ['quotes around everything', '"Tema";"Rådgivere"\n"opplæring";"Kari Eksempel, Ola Prøve"\n"";""\n"drift";""'],
    ['columns without a heading that are empty', 'Tema;;Rådgivere;\nopplæring;;Kari Eksempel, Ola Prøve;\n;;;\ndrift;;;'],
  ];
  for (const [what, contents] of texts) {
    it(`reads ${what}`, async () => assert.deepEqual(await readTable(file('tabell.csv', contents)), EXPECTED));
  }

  it('reads a quoted cell with line ends, quotes and delimiters in it, and counts rows as a spreadsheet does', async () => {
    const { columns, rows } = await readTable(file('sitat.csv', '"Et ""sitat"", kort";B\n"en\nto;tre";x\nfire;y'));
    assert.deepEqual(columns, ['Et "sitat", kort', 'B']);
    assert.deepEqual(
      rows.map(({ line, cells }) => [line, Object.values(cells)]),
      [
        [2, ['en\nto;tre', 'x']],
        [3, ['fire', 'y']],
      ],
    );
  });

  it('reads a table of one column, and one whose heading comes later', async () => {
    assert.deepEqual((await readTable(file('en.csv', 'Navn\nKari\nOla'))).rows.length, 2);
    const { rows } = await readTable(file('sen.csv', '\n;\nNavn;By\nKari;Stord'));
    assert.deepEqual(rows, [{ line: 4, cells: { Navn: 'Kari', By: 'Stord' } }]);
  });

  it('takes a column for a column, whatever its name', async () => {
    const { rows } = await readTable(file('navn.csv', '__proto__;constructor\n1;2'));
    assert.deepEqual(Object.entries(rows[0]?.cells ?? {}), [
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });

  it('reads the first sheet of a workbook: texts, numbers, dates and times', async () => {
    const day = 86_400_000;
    const at = (ms: number) => ({ value: new Date(ms), format: 'yyyy-mm-dd hh:mm' });
    const { default: write } = await import('write-excel-file/node');
    const data = [
      ['Tekst', 'Tall', 'Dato', 'Tid', 'Begge'],
      [null, null, null, null, null],
      [' opplæring ', 1.5, at(Date.parse('2026-03-05')), at(-25_569 * day + 12.5 * 3_600_000), at(Date.parse('2026-03-05T12:30:00Z'))],
    ];
    const path = file('bok.xlsx', await write([{ data }, { data: [['Annet ark']] }]).toBuffer());
    const { rows } = await readTable(path);
    const cells = { Tekst: 'opplæring', Tall: '1.5', Dato: '2026-03-05', Tid: '12:30', Begge: '2026-03-05 12:30' };
    assert.deepEqual(rows, [{ line: 3, cells }]);
  });

  const refused: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['nothing', 'tom.csv', '', /filen er tom/],
    ['empty lines alone', 'blank.csv', ';;\n;;\n', /filen er tom/],
    ['a column twice', 'to.csv', 'Tema;Tema\na;b', /«Tema» står to ganger/],
    ['a cell too many', 'mye.csv', 'Tema;Region\na;b;c\nd;e\nf;g;h', /rad 2, 4: noe står i en kolonne uten overskrift/],
    ['a quote that does not end', 'brutt.csv', 'Tema;Region\na;b\n"c;d\ne;f', /rad 3: et anførselstegn/],
    ['a workbook by the name of a text', 'bok.csv', Buffer.from('PK\u0003\u0004\u0000\u0000'), /ikke en CSV-fil/],
    ['a text by the name of a workbook', 'tekst.xlsx', SEMICOLONS, /regnearket kan ikke leses/],
    ['an empty workbook', 'ingenting.xlsx', '', /regnearket kan ikke leses/],
    ['another kind of file', 'brev.docx', 'x', /bare \.xlsx og \.csv/],
    ['an old workbook', 'gammel.xls', 'x', /bare \.xlsx og \.csv/],
  ];
  for (const [what, name, contents, text] of refused) {
    it(`refuses ${what}, by the file's name and with what to do`, async () => {
      const path = file(name, contents);
      await assert.rejects(readTable(path), (error) => {
        assert.ok(error instanceof SetupError);
        assert.ok(error.message.startsWith(path));
        assert.match(error.faults.join('\n'), text);
        return true;
      });
    });
  }

  it('refuses half a workbook, a file that is not there and one that is too large', async () => {
    const whole = await xlsxOf([{ name: 'Ark', columns: ['Tema'], rows: Array.from({ length: 500 }, (_, n) => [`tema ${n}`]) }]);
    await assert.rejects(readTable(file('halv.xlsx', whole.subarray(0, whole.length / 2))), /regnearket kan ikke leses/);
    await assert.rejects(readTable(join(folder, 'borte.csv')), SetupError);
    const large = file('stor.csv', 'Tema\n');
    truncateSync(large, 20_000_001);
    await assert.rejects(readTable(large), /større enn 20 MB/);
  });

  it('writes text that Norwegian Excel opens, and no formula', async () => {
    const path = join(folder, 'ut.csv');
    const rows = [
      ['=1+1', '+47 00 00', '-', '@kari', 'a;b', 'sa "hei"', 'to\nlinjer', null, 1.5, -2],
      ['a=b', '4-5', 'æ', '', ' = x', '\t=1', '\r=1', 'x', 0, 1_000_000],
    ];
    await writeCsv(path, { columns: [...'abcdefghij'], rows });
    const [heading, ...lines] = readFileSync(path, 'utf8').split('\r\n');
    assert.equal(heading, '\ufeffa;b;c;d;e;f;g;h;i;j');
    assert.equal(lines[0], `'=1+1;'+47 00 00;'-;'@kari;"a;b";"sa ""hei""";"to\nlinjer";;1,5;-2`);
    assert.equal(lines[1], `a=b;4-5;æ;;' = x;'\t=1;"'\r=1";x;0;1000000`);
  });

  it('writes a heading that is no formula either, and reads back what it wrote', async () => {
    const path = join(folder, 'om.csv');
    await writeCsv(path, { columns: ['=A', 'Tema'], rows: [['x', 'opplæring; drift']] });
    assert.deepEqual((await readTable(path)).rows, [{ line: 2, cells: { "'=A": 'x', Tema: 'opplæring; drift' } }]);
  });

  it('writes a workbook whose texts stay texts', async () => {
    const path = join(folder, 'ut.xlsx');
    await writeXlsx(path, [
      {
        name: 'Henvendelser',
        columns: ['Tema', 'Antall'],
        rows: [
          ['=1+1', 3],
          ['opplæring', null],
        ],
      },
      { name: 'Annet', columns: ['Tom'], rows: [] },
    ]);
    const { columns, rows } = await readTable(path);
    assert.deepEqual(columns, ['Tema', 'Antall']);
    assert.deepEqual(
      rows.map(({ cells }) => Object.values(cells)),
      [
        ['=1+1', '3'],
        ['opplæring', ''],
      ],
    );
  });

  it('says where it could not write', async () => {
    const path = join(folder, 'borte', 'ut.csv');
    await assert.rejects(
      writeCsv(path, { columns: ['a'], rows: [] }),
      (error) => error instanceof SetupError && error.message.includes(path),
    );
  });
});
