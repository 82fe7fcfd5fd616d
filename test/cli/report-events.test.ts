import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appendix, sumSheet } from '../../src/cli/report-events.ts';
import { drafted } from '../../src/features/webinars/rules/lifecycle.ts';
import { readTable } from '../../src/files/index.ts';
import { NOW, PLAN } from '../features/webinars/plan.ts';
import { type Ended, runCli } from '../support/child.ts';

const EVENTS = fileURLToPath(new URL('../fixtures/events-2023.csv', import.meta.url));
const CLOCK = '2024-01-15T09:00:00+01:00';
/** What the annual report of 2023 adds up to. */
const AREAS = [
  { area: 'ACT/FACT', events: 31, participants: 1690, teams: 0 },
  { area: 'FACT ung', events: 16, participants: 838, teams: 0 },
  { area: 'Felles', events: 4, participants: 239, teams: 0 },
  { area: 'RPH', events: 7, participants: 632, teams: 58 },
];
const ALL = { events: 58, participants: 3399, teams: 58 };

describe('report of the events', () => {
  it('has the three columns of the appendix, and no word for what is not known', () => {
    const by = { at: NOW, by: '', name: '' };
    const event = drafted({ ...PLAN, coOrganisers: ['KORUS sør', 'NKROP'] }, { id: 'x', bank: 'rph', tenantId: null, by, what: 'created' });
    assert.deepEqual(appendix([event, { ...event, participants: 0 }]), {
      columns: ['Arrangement', 'Medarrangør(er)', 'Deltakere'],
      rows: [
        ['Webinar om oppstart', 'KORUS sør, NKROP', null],
        ['Webinar om oppstart', 'KORUS sør, NKROP', 0],
      ],
    });
  });

  it('has the sums of each area, and of all', () => {
    const areas = [
      { area: 'RPH', events: 2, participants: 10, teams: 1 },
      { area: '', events: 1, participants: 0, teams: 0 },
    ];
    assert.deepEqual(sumSheet({ events: 3, participants: 10, teams: 1, areas, unknown: 1 }).rows, [
      ['RPH', 2, 10, 1],
      ['Uten område', 1, 0, 0],
      ['I alt', 3, 10, 1],
    ]);
  });

  describe('of a file of events', function () {
    this.timeout(60_000);
    let folder = '';
    let env: Record<string, string>;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'ressursbank-events-'));
      env = { DATA_DIR: join(folder, 'data'), CLOCK };
      await imported(EVENTS, 'rph', 45);
    });
    after(() => rmSync(folder, { recursive: true }));

    async function imported(file: string, bank: string, events: number): Promise<void> {
      const { code, out, err } = await runCli(['webinars', 'import', file, '--bank', bank, '--json'], { env });
      assert.deepEqual([code, err], [0, '']);
      assert.equal(JSON.parse(out).imported.length, events);
    }
    const out = (name: string) => join(folder, name);
    const report = (bank: string, name: string, ...args: readonly string[]): Promise<Ended> =>
      runCli(['report', 'events', '--bank', bank, '--out', out(name), ...args], { env });

    it('writes the year as the annual report has it', async () => {
      const { code, out: said, err } = await report('rph', 'year', '--from', '2023-01-01', '--to', '2023-12-31', '--json');
      assert.deepEqual([code, err], [0, '']);
      const { files, ...figures } = JSON.parse(said);
      assert.deepEqual(figures, { from: '2023-01-01', to: '2023-12-31', banks: ['rph'], ...ALL, areas: AREAS });
      assert.deepEqual(
        files.map((path: string) => path.slice(out('year').length + 1)).sort(),
        readdirSync(out('year')).sort(),
        'every file is named',
      );
      const { columns, rows } = await readTable(join(out('year'), 'arrangementer.csv'));
      assert.deepEqual(columns, ['Arrangement', 'Medarrangør(er)', 'Deltakere']);
      assert.deepEqual(
        [rows.length, rows[0]?.cells.Arrangement, rows.at(-1)?.cells.Arrangement],
        [45, 'Opplæringssamling 3 FACT ung', 'Teamledermøte FACT ung'],
      );
      assert.equal(
        rows.reduce((sum, { cells }) => sum + Number(cells.Deltakere), 0),
        ALL.participants,
      );
      const workbook = await readTable(join(out('year'), 'arrangementer.xlsx'));
      assert.deepEqual(
        workbook.rows.map(({ cells }) => cells),
        rows.map(({ cells }) => cells),
      );
      const sums = await readTable(join(out('year'), 'arrangementer-summer.csv'));
      assert.deepEqual(sums.columns, ['Område', 'Arrangementer', 'Deltakere', 'Team']);
      assert.deepEqual(sums.rows.map(({ cells }) => Object.values(cells).join(' ')).slice(-2), ['RPH 7 632 58', 'I alt 58 3399 58']);
      assert.equal(
        readFileSync(join(out('year'), 'arrangementer.docx'))
          .subarray(0, 2)
          .toString(),
        'PK',
      );
    });

    it('says what it wrote, and how much is not known', async () => {
      const more = join(folder, 'more.csv');
      writeFileSync(more, 'Tittel;Dato;Deltakere;Ressursbanker\nUtenom planen;2023-08-01;4;FACT ung-forum\nUten tall;2023-08-02;;\n');
      await imported(more, 'rph', 2);
      const { code, out: said } = await report('rph', 'half', '--half-year', '2023-2');
      assert.equal(code, 0);
      const lines = said.trim().split('\n');
      assert.match(lines[0] ?? '', /^\d+ arrangementer, \d+ deltakere, 58 team fra 2023-07-01 til 2023-12-31$/);
      assert.ok(lines.includes('  Uten område: 1 arrangement, 4 deltakere, 0 team'), said);
      assert.equal(lines.filter((line) => line.startsWith('Skrevet: ')).length, 4);
      assert.doesNotMatch(said, /uten deltakertall/, 'a draft that nobody counted those of is not known to have been');
    });

    it('counts an event of two banks once for all, and for each of them', async () => {
      const figures = async (bank: string) => {
        const { out: said } = await report(bank, `${bank}-2023`, '--half-year', '2023', '--json');
        const { banks, events, participants } = JSON.parse(said);
        return { banks, events, participants };
      };
      assert.deepEqual(await figures('all'), { banks: ['fact-ung', 'rph'], events: 59, participants: 3403 });
      assert.deepEqual(await figures('fact-ung'), { banks: ['fact-ung'], events: 1, participants: 4 });
    });

    it('leaves a report that is there as it is, and knows no other banks', async () => {
      const again = await report('rph', 'year', '--half-year', '2023-1');
      assert.deepEqual([again.code, again.out], [1, '']);
      assert.match(again.err, /arrangementer\.docx finnes fra før/);
      const unknown = await report('finnesikke', 'other', '--half-year', '2023-1');
      assert.equal(unknown.code, 1);
      assert.match(unknown.err, /Disse finnes: fact-ung, rph/);
      assert.equal((await report('rph', 'other')).code, 2);
    });
  });
});
