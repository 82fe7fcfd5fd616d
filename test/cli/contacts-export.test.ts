import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPartition } from '../../src/bot/partition.ts';
import { readerOf } from '../../src/bot/tx.ts';
import { overviewHtml } from '../../src/cli/contact-html.ts';
import { publicTeams } from '../../src/cli/contact-sheets.ts';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { createClock } from '../../src/core/clock.ts';
import { EXPORT, TEAM } from '../../src/features/contacts/model.ts';
import { createGazetteer } from '../../src/features/contacts/rules/gazetteer.ts';
import { INTEREST } from '../../src/features/webinars/model.ts';
import { readTable } from '../../src/files/index.ts';
import { ENTRY, teamOf } from '../features/contacts/entry.ts';
import { runCli } from '../support/child.ts';
import { inStore } from '../support/store.ts';

const CLOCK = '2026-03-02T09:00:00+01:00';
const LIST = [
  'id;Type;Team;Kommune;Bydel;Leder;E-post leder;Telefon leder;AUS;Status;Siden;Publiser;Nettside;Sist bekreftet',
  'sandvik;RPH;RPH Sandvik;Stord, Bømlo;;<b>Kari</b> & Co;kari@x.example;22334455;Per Moe;drift;1.1.2024;navn, nettside;https://x.example/?a=1&b=2;1.2.2026',
  'aas;RPH;=RPH Ås;Ås;;Ola;ola@x.example;+46 8 123 456 78;2;etablering;1.1.2025;telefon;;',
  'stovner;RPH;RPH Stovner;0301;Stovner;;;;;nedlagt;1.2.2026;;;',
  'ukjent;RPH;RPH Ukjent;Alta;;;;;;;;;;',
];

describe('contacts export, silent and report coverage', function () {
  this.timeout(60_000);
  let folder: string;
  let env: { DATA_DIR: string; CLOCK: string };
  const run = (...args: readonly string[]) => runCli(args, { env });
  const out = (name: string) => join(folder, name);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-export-'));
    env = { DATA_DIR: join(folder, 'data'), CLOCK };
    writeFileSync(out('liste.csv'), LIST.join('\r\n'));
    const { code, err } = await run('contacts', 'import', out('liste.csv'), '--bank', 'rph');
    assert.deepEqual([code, err], [0, '']);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('writes one register in six files that agree, logs it, and overwrites nothing', async () => {
    const { code, out: said } = await run('contacts', 'export', '--bank', 'rph', '--out', out('ut'));
    assert.equal(code, 0);
    assert.match(said, /^Per 2\. mars 2026: 4 team\. Ikke bekreftet: 3\.\n(?:Skrevet: .*\n){6}$/);
    assert.deepEqual(readdirSync(out('ut')).sort(), [
      'kontaktliste.csv',
      'kontaktliste.xlsx',
      'oversikt.csv',
      'oversikt.html',
      'oversikt.json',
      'oversikt.xlsx',
    ]);
    const [contacts, workbook] = await Promise.all(
      ['kontaktliste.csv', 'kontaktliste.xlsx'].map((name) => readTable(join(out('ut'), name))),
    );
    const [sandvik] = contacts?.rows.filter(({ cells }) => cells.Id === 'sandvik') ?? [];
    assert.deepEqual(
      [sandvik?.cells['Telefon leder'], sandvik?.cells.Kommuner, sandvik?.cells['Antall AUS'], sandvik?.cells.Fylke],
      ['22 33 44 55', 'Stord, Bømlo', '', 'Vestland'],
    );
    assert.doesNotMatch(JSON.stringify(contacts), /Per Moe/, 'names in roles');
    assert.deepEqual(
      workbook?.rows.map(({ cells }) => cells.Team),
      ['=RPH Ås', 'RPH Sandvik', 'RPH Stovner', 'RPH Ukjent'],
    );
    const [overview, book] = await Promise.all(['oversikt.csv', 'oversikt.xlsx'].map((name) => readTable(join(out('ut'), name))));
    assert.deepEqual(
      overview?.rows.map(({ cells }) => cells.Team),
      ["'=RPH Ås", 'RPH Sandvik', 'RPH Stovner', 'RPH Ukjent'],
    );
    for (const table of [overview, book])
      assert.ok(table?.rows.every(({ cells }) => cells.Per === '2026-03-02' && cells['Ubekreftede i lista'] === '3'));
    const json = JSON.parse(readFileSync(join(out('ut'), 'oversikt.json'), 'utf8'));
    assert.deepEqual(
      [json.asOf, json.text, json.teams, json.unconfirmed, json.entries.length],
      ['2026-03-02', 'per 2. mars 2026', 4, 3, 4],
    );
    const html = readFileSync(join(out('ut'), 'oversikt.html'), 'utf8');
    assert.match(html, /<p>Per 2\. mars 2026: 4 team\. Ikke bekreftet: 3\.<\/p>/);
    assert.match(
      html,
      /<th scope="row">RPH Sandvik<\/th>.*<td>&lt;b&gt;Kari&lt;\/b&gt; &amp; Co<\/td>.*<a href="https:\/\/x\.example\/\?a=1&amp;b=2">/,
    );
    for (const text of [JSON.stringify(overview), JSON.stringify(json), html])
      assert.doesNotMatch(text, /kari@|ola@|22 33 44 55|>Ola|"Ola"|Per Moe/);
    const { items } = await inStore(env.DATA_DIR, (storage) => readerOf(storage, 'rph').list(EXPORT));
    assert.deepEqual(items.map(({ body: { what, by, rows } }) => [what, by, rows]).sort(), [
      ['kontaktliste', 'kommandolinja', 4],
      ['oversikt', 'kommandolinja', 4],
    ]);
    const again = await run('contacts', 'export', '--bank', 'rph', '--out', out('ut'));
    assert.deepEqual([again.code, again.out], [1, '']);
    assert.match(again.err, /Listene er ikke skrevet\./);
  });

  it('reads its own contact list back as the same teams', async () => {
    await run('contacts', 'export', '--bank', 'rph', '--out', out('tilbake'));
    for (const name of ['kontaktliste.csv', 'kontaktliste.xlsx']) {
      const { code, out: said } = await run('contacts', 'import', join(out('tilbake'), name), '--bank', 'rph', '--dry-run', '--json');
      const { teams, faults } = JSON.parse(said);
      assert.deepEqual([code, faults], [0, []]);
      const fields = teams.flatMap(({ what, changes }: { what: string; changes: { field: string }[] }) => [
        what === 'new',
        ...changes.map(({ field }) => field),
      ]);
      assert.deepEqual([...new Set(fields)].sort(), ['county', false, 'region'].sort(), 'the list only says where the places lie');
    }
  });

  it('counts coverage by the last day, the same in files and figures, unknown as unknown', async () => {
    const report = async (name: string, ...args: readonly string[]) => {
      const { code, out: said } = await run('report', 'coverage', '--bank', 'rph', '--out', out(name), '--json', ...args);
      assert.equal(code, 0);
      return JSON.parse(said);
    };
    const { groups, asOf } = await report('nå', '--half-year', '2026-1');
    const [group] = groups;
    const json = JSON.parse(readFileSync(join(out('ut'), 'oversikt.json'), 'utf8')).coverage;
    assert.deepEqual(
      [asOf, groups.length, group.types, group.ambition, group.teams, group.unconfirmed],
      ['2026-06-30', 1, ['RPH'], null, 4, 3],
    );
    assert.deepEqual([group.total.running, group.total.onTheWay, group.total.none, group.total.share], [2, 1, 1, json.share]);
    const { rows } = await readTable(join(out('nå'), 'dekning.csv'));
    const at = (level: string, place: string) => rows.find(({ cells }) => cells.Nivå === level && cells.Sted === place)?.cells;
    assert.equal(at('kommune', 'Stord')?.['Andel innbyggere, i drift (%)'], '100');
    assert.equal(at('kommune', 'Alta')?.['Andel innbyggere, i drift (%)'], 'ukjent');
    assert.deepEqual([at('kommune', 'Oslo')?.['Kommuner og bydeler'], at('kommune', 'Oslo')?.['Lagt ned']], ['15', '1']);
    const sum = (level: string, column: string) =>
      rows.filter(({ cells }) => cells.Nivå === level).reduce((all, { cells }) => all + Number(cells[column]), 0);
    for (const column of ['Kommuner og bydeler', 'I drift', 'Ukjent', 'Innbyggere', 'Innbyggere, i drift'])
      for (const level of ['region', 'fylke', 'kommune']) assert.equal(sum(level, column), sum('landet', column), `${level}: ${column}`);
    const before = await report('før', '--from', '2024-01-01', '--to', '2024-06-30');
    assert.deepEqual(
      [before.groups[0].total.running, before.groups[0].total.onTheWay, before.groups[0].total.none],
      [2, 0, 0],
      'what came later',
    );
    const all = await run('report', 'coverage', '--bank', 'all', '--half-year', '2026-1', '--out', out('alle'));
    assert.match(all.out, /^FACT ung: andelen innbyggere er ukjent \(målet er 94\s%\)/m);
  });

  it('lists silent teams until somebody of them is heard of', async () => {
    const silent = async () => {
      const { code, out: said } = await run('contacts', 'silent', '--bank', 'rph', '--months', '6', '--json');
      assert.equal(code, 0);
      return JSON.parse(said).teams.map(({ id, region, lastSign }: { id: string; region: string; lastSign: unknown }) => [
        region,
        id,
        lastSign,
      ]);
    };
    assert.deepEqual(await silent(), [
      ['nord', 'ukjent', null],
      ['øst', 'aas', null],
    ]);
    await inStore(env.DATA_DIR, (storage) =>
      inPartition(storage, createClock())('rph', async (tx) => {
        const team = await tx.get(TEAM, 'aas');
        if (team) tx.put(TEAM, 'aas', { ...team, leaderId: 'aad-ola' });
        const at = Date.parse('2026-01-01');
        tx.put(INTEREST, 'w:aad-ola', {
          webinar: 'w',
          person: 'aad-ola',
          name: 'Ola',
          interested: true,
          at,
          locale: 'nb',
          thread: null,
          reachable: true,
          tenantId: null,
        });
      }),
    );
    assert.deepEqual(await silent(), [['nord', 'ukjent', null]]);
    const { out: said } = await run('contacts', 'silent', '--bank', 'rph', '--months', '6');
    assert.match(
      said,
      /^1 team uten spørsmål, arrangement eller bekreftet kontakt siden 2\. september 2025\n\nNord \(1\)\n {2}- RPH Ukjent: aldri hørt fra\n$/,
    );
    assert.equal((await run('contacts', 'silent', '--bank', 'rph', '--months', '0')).code, 2);
  });

  it('puts into a web page nothing that is more than text', () => {
    const gazetteer = createGazetteer(createContent(ROOT).places());
    const odd = teamOf({
      ...ENTRY,
      name: '<script>alert("x")</script>',
      website: 'javascript:alert(1)',
      sharedMailbox: 'a@b.example?bcc=x',
      publish: ['website', 'sharedMailbox'],
    });
    const html = overviewHtml(publicTeams({ banks: [], teams: [odd], gazetteer, day: '2026-03-02' }), {
      title: 'A & B',
      note: '«per» <i>',
    });
    assert.doesNotMatch(html, /<script|href=|<i>|onclick|style=/);
    assert.match(html, /<caption>A &amp; B<\/caption>/);
  });
});
