import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { caseSheet, figuresForOthers, figuresInFull, type Names, type Reported } from '../../src/cli/inquiry-sheets.ts';
import { reportInquiries } from '../../src/cli/report.ts';
import { chosenPeriod } from '../../src/cli/report-files.ts';
import { SetupError } from '../../src/core/errors.ts';
import { STANDARD_HOURS } from '../../src/core/workdays.ts';
import type { Inquiry } from '../../src/features/inquiries/model.ts';
import { figuresOf } from '../../src/features/inquiries/rules/figures.ts';
import { readTable, type Sheet } from '../../src/files/index.ts';
import { openStorage } from '../../src/storage/open.ts';
import { DAY, inquiryOf, MONDAY } from '../features/inquiries/inquiry.ts';
import { runCli } from '../support/child.ts';

const PERIOD = { from: '2026-01-01', to: '2026-06-30' };
const HOUR = 60 * 60_000;
const NAMES: Names = { topics: new Map([['juss', 'Jus']]), barriers: new Map([['økonomi', 'Økonomi og finansiering']]) };

let last = 0;
const one = (given: Partial<Inquiry> = {}) =>
  inquiryOf({ number: `RPH-26-${String(++last).padStart(4, '0')}`, topic: 'juss', team: 'RPH Sandvik', ...given });
const many = (count: number, given: Partial<Inquiry> = {}) => Array.from({ length: count }, () => one(given));

function reportedOf(inquiries: readonly Inquiry[]): Reported {
  const bank = { id: 'rph', name: 'RPH Ressursbank' };
  return { bank, hours: STANDARD_HOURS, inquiries, figures: figuresOf(inquiries, PERIOD, STANDARD_HOURS) };
}

/** «Tema Jus» → its value. */
function valuesIn({ columns, rows }: Sheet): Map<string, unknown> {
  const [figure, group, value] = ['Tall', 'Gruppe', 'Verdi'].map((name) => columns.indexOf(name));
  return new Map(rows.map((row) => [`${row[figure ?? 0]}: ${row[group ?? 0]}`, row[value ?? 0]]));
}

describe('report of the inquiries', () => {
  const chosen: readonly (readonly [options: Parameters<typeof chosenPeriod>[0], period: string | RegExp])[] = [
    [{ halfYear: '2026-1' }, '2026-01-01 2026-06-30'],
    [{ from: '2026-02-01', to: '2026-02-01' }, '2026-02-01 2026-02-01'],
    [{ halfYear: '2026-3' }, /--half-year 2026-1/],
    [{ halfYear: '2026-1', from: '2026-01-01' }, /enten/],
    [{ from: '2026-01-01' }, /hvilken periode/],
    [{}, /hvilken periode/],
    [{ from: '2026-01-01', to: '2026-02-30' }, /Skriv datoene slik/],
    [{ from: '1.1.2026', to: '2026-02-03' }, /Skriv datoene slik/],
    [{ from: '2026-02-02', to: '2026-02-01' }, /ikke være senere/],
  ];
  for (const [options, expected] of chosen) {
    it(`period of ${JSON.stringify(options)}`, () => {
      const period = chosenPeriod(options);
      if (expected instanceof RegExp) assert.match(typeof period === 'string' ? period : '', expected);
      else assert.equal(typeof period === 'string' ? period : `${period.from} ${period.to}`, expected);
    });
  }

  it('the centre sees every figure, by name, times in working hours', () => {
    const values = valuesIn(
      figuresInFull(
        [
          reportedOf([
            one({ takenAt: MONDAY + 1.25 * HOUR, answeredAt: MONDAY + DAY, rating: 4, barriers: ['økonomi'], minutes: 10 }),
            one({ topic: null, region: null, phase: null, channel: 'phone', kind: 'logged' }),
          ]),
        ],
        NAMES,
      ),
    );
    const expected: readonly (readonly [string, unknown])[] = [
      ['Henvendelser: I alt', 2],
      ['Kanal: Telefon', 1],
      ['Tema: Jus', 1],
      ['Tema: Ikke oppgitt', 1],
      ['Region: Vest', 1],
      ['Fase: Drift', 1],
      ['Hindring: Økonomi og finansiering', 1],
      ['Arbeidstimer til noen tok den: Median', 1.3],
      ['Arbeidstimer til svar: Ni av ti innen', 7.5],
      ['Besvart: I alt', 1],
      ['Besvart: Innen fristen', 1],
      ['Vurdering (1–5): Snitt', 4],
      ['Minutter som er ført: I alt', 10],
    ];
    for (const [name, value] of expected) assert.equal(values.get(name), value, name);
  });

  it('others see no group under five, nor what it could be counted back from, nor a measure of so few', () => {
    const inquiries = [
      ...many(9, { region: 'vest', takenAt: MONDAY + HOUR, answeredAt: MONDAY + HOUR }),
      ...many(6, { region: 'nord', rating: 5 }).map((inquiry, at) => (at < 4 ? inquiry : { ...inquiry, rating: null })),
      ...many(2, { region: 'øst', topic: 'rus' }),
    ];
    const values = valuesIn(figuresForOthers([reportedOf(inquiries)], NAMES));
    const expected: readonly (readonly [string, unknown])[] = [
      ['Henvendelser: I alt', 17],
      ['Region: Vest', 9],
      ['Region: Nord', 'skjult'],
      ['Region: Øst', 'under 5'],
      ['Tema: Jus', 'skjult'],
      ['Tema: rus', 'under 5'],
      ['Arbeidstimer til noen tok den: Median', 1],
      ['Besvart: Innen fristen', 9],
      ['Vist videre: I alt', 0],
      ['Vurdering (1–5): Snitt', 'under 5'],
      ['Vurdering (1–5): Antall', 'under 5'],
    ];
    for (const [name, value] of expected) assert.equal(values.get(name), value, name);
  });

  it('others see nothing at all of a bank with a few', () => {
    const values = valuesIn(
      figuresForOthers([reportedOf(many(3, { minutes: 7, takenAt: MONDAY, referral: { name: 'N', address: '', note: '' } }))], NAMES),
    );
    const told = [...values].filter(([, value]) => value !== 'under 5' && value !== 0 && value !== null);
    assert.deepEqual(told, []);
  });

  it('a line for each inquiry, in order of time, without anything written and anybody’s name', () => {
    const text = 'hemmelig';
    const referral = { name: text, address: text, note: text };
    const entry = { id: text, question: text };
    const people = { asker: text, askerName: text, adviser: text, adviserName: text, deputies: [text], team: text };
    const { columns, rows } = caseSheet(
      [
        reportedOf([
          one({ number: 'RPH-26-0502', createdAt: MONDAY + DAY }),
          one({
            ...{
              ...people,
              referral,
              entry,
              number: 'RPH-26-0501',
              question: text,
              ratingComment: text,
              rating: 5,
              barriers: ['økonomi', 'annet'],
            },
            ...{ events: [{ at: MONDAY, what: 'answered', by: text, name: text, text }], state: 'answered', urgent: true, reopened: 1 },
            ...{ takenAt: MONDAY + HOUR, answeredAt: MONDAY + 10 * DAY, wish: 'phone', minutes: 5 },
          }),
        ]),
      ],
      NAMES,
    );
    assert.equal(JSON.stringify(rows).includes(text), false);
    assert.deepEqual(
      rows.map((row) => row[1]),
      ['RPH-26-0501', 'RPH-26-0502'],
    );
    const cells = Object.fromEntries(columns.map((name, at) => [name, rows[0]?.[at]]));
    assert.deepEqual(cells, {
      ...{ Ressursbank: 'RPH Ressursbank', Nummer: 'RPH-26-0501', Måned: '2026-03', Kanal: 'Teams', Tema: 'Jus', Region: 'Vest' },
      ...{ Fase: 'Drift', Haster: 'ja', Ønske: 'Bli ringt', Status: 'Besvart', 'Arbeidstimer til noen tok den': 1 },
      ...{ 'Arbeidstimer til svar': 60, 'Innen fristen': 'nei', 'Ganger åpnet igjen': 1, 'Vurdering (1–5)': 5 },
      ...{ Hindringer: 'Økonomi og finansiering, annet', Minutter: 5 },
    });
  });

  describe('in files', function () {
    this.timeout(30_000);
    let folder = '';
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'ressursbank-report-'));
    });
    after(() => rmSync(folder, { recursive: true }));

    it('writes a workbook and tables that can be read again, and says what was written', async () => {
      const data = join(folder, 'data');
      const out = join(folder, 'rapport', '2026');
      const storage = await openStorage({ storage: 'sqlite', dataDir: data });
      const inquiries = [...many(6), one({ createdAt: MONDAY + 200 * DAY })];
      await storage.commit(
        'rph',
        inquiries.map((body) => ({ op: 'put', kind: 'inquiry', id: body.number, body })),
      );
      await storage.close();
      const args = ['report', 'inquiries', '--bank', 'all', '--half-year', '2026-1', '--out', out, '--json'];
      const { code, out: said, err } = await runCli(args, { env: { DATA_DIR: data } });
      assert.deepEqual([code, err], [0, '']);
      const { banks, files, ...period } = JSON.parse(said);
      assert.deepEqual(period, PERIOD);
      assert.deepEqual(banks, [
        { bank: 'fact-ung', inquiries: 0 },
        { bank: 'rph', inquiries: 6 },
      ]);
      assert.deepEqual(files.map((path: string) => path.slice(out.length + 1)).sort(), readdirSync(out).sort());
      const cases = await readTable(join(out, 'henvendelser-rader.csv'));
      assert.deepEqual(
        cases.rows.map(({ cells }) => cells.Nummer),
        inquiries.slice(0, 6).map(({ number }) => number),
      );
      const byTopic = async (name: string) => {
        const { rows } = await readTable(join(out, name));
        return rows.filter(({ cells }) => cells.Tall === 'Tema').map(({ cells }) => `${cells.Ressursbank} ${cells.Gruppe} ${cells.Verdi}`);
      };
      assert.deepEqual(await byTopic('henvendelser.csv'), ['RPH Ressursbank Jus 6']);
      assert.deepEqual(await byTopic('henvendelser-utad.csv'), ['RPH Ressursbank Jus 6']);
      const workbook = await readTable(join(out, 'henvendelser.xlsx'));
      assert.equal(workbook.rows[0]?.cells.Ressursbank, 'FACT ung-forum');
    });

    it('leaves a report that is there as it is, and says what to do', async () => {
      writeFileSync(join(folder, 'henvendelser-utad.csv'), 'mitt');
      await assert.rejects(
        reportInquiries({ bank: 'rph', halfYear: '2026-1', out: folder }, new Command()),
        (error) =>
          error instanceof SetupError &&
          /annen mappe/.test(error.message) &&
          error.faults.join() === `${join(folder, 'henvendelser-utad.csv')} finnes fra før`,
      );
    });
  });
});
