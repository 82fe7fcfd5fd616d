import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readerOf } from '../../src/bot/tx.ts';
import { HISTORY, TEAM, type Team } from '../../src/features/contacts/model.ts';
import { writeXlsx } from '../../src/files/index.ts';
import { runCli, startChild } from '../support/child.ts';
import { inStore } from '../support/store.ts';

const CLOCK = '2026-03-02T09:00:00+01:00';

interface Said {
  readonly code: number | null;
  readonly columns: readonly { column: string; field: string }[];
  readonly unknown: readonly string[];
  readonly teams: readonly {
    id: string;
    line: number;
    name: string;
    what: string;
    changes: { field: string; from: string; to: string }[];
  }[];
  readonly duplicates: readonly { why: string; one: { id: string; name: string }; other: { id: string; name: string } }[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

describe('contacts import', function () {
  this.timeout(60_000);
  let folder: string;
  let env: { DATA_DIR: string; CLOCK: string };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-contacts-'));
    env = { DATA_DIR: join(folder, 'data'), CLOCK };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function file(name: string, ...lines: readonly string[]): string {
    writeFileSync(join(folder, name), lines.join('\r\n'));
    return join(folder, name);
  }
  async function brings(path: string, ...args: readonly string[]): Promise<Said> {
    const { code, out, err } = await runCli(['contacts', 'import', path, '--bank', 'rph', '--json', ...args], { env });
    assert.equal(err, '');
    return { code, ...JSON.parse(out) };
  }
  const teams = (): Promise<readonly Team[]> =>
    inStore(env.DATA_DIR, async (storage) => (await readerOf(storage, 'rph').list(TEAM)).items.map(({ body }) => body));
  /** As somebody does it in Teams. */
  const changes = (name: string, change: Partial<Team>): Promise<void> =>
    inStore(env.DATA_DIR, async (storage) => {
      const { items } = await readerOf(storage, 'rph').list(TEAM);
      const [team] = items.filter(({ body }) => body.name === name);
      if (team) await storage.commit('rph', [{ op: 'put', kind: TEAM.name, id: team.id, body: { ...team.body, ...change } }]);
    });

  const HEADING = 'Kommune(r);Team;Farge;E-post leder;Leder;Telefon leder;Status;Siden;Publiser';
  const SANDVIK = 'Stord, 4613;RPH Sandvik;rød;kari@sandvik.example;Kari Lie;22334455;i drift;1.1.2024;navn';
  const AKER = '301;FACT ung Nordre Aker;;ola@aker.example;=2+2;+46 8 123 456 78;etablering;;';

  it('brings a list in by its columns’ names, the same again changes nothing, and people’s changes stay', async () => {
    const first = await brings(file('liste.csv', HEADING, SANDVIK, AKER));
    assert.deepEqual([first.code, first.faults, first.unknown], [0, [], ['Farge']]);
    assert.deepEqual(first.columns[0], { column: 'Kommune(r)', field: 'municipalities' });
    assert.deepEqual(
      first.teams.map(({ name, what, line }) => [name, what, line]),
      [
        ['RPH Sandvik', 'new', 2],
        ['FACT ung Nordre Aker', 'new', 3],
      ],
    );
    const [sandvik, aker] = (await teams()).toSorted((one, other) => other.name.localeCompare(one.name));
    assert.deepEqual(
      [sandvik?.type, sandvik?.municipalities, sandvik?.status, sandvik?.statusSince, sandvik?.publish],
      ['RPH', ['4614', '4613'], 'drift', '2024-01-01', ['name']],
    );
    assert.deepEqual(
      [sandvik?.leader?.phone, aker?.leader, aker?.type, aker?.municipalities],
      ['+47 22 33 44 55', { id: null, name: '=2+2', email: 'ola@aker.example', phone: '+46 8 123 456 78' }, 'FACT ung', ['0301']],
    );
    await changes('RPH Sandvik', { website: 'https://sandvik.example', status: 'nedlagt' });
    const again = await brings(file('liste.csv', HEADING, SANDVIK, AKER));
    assert.deepEqual(
      again.teams.map(({ id, what }) => [id, what]),
      first.teams.map(({ id }) => [id, 'same']),
    );
    const later = await brings(file('liste.csv', HEADING, SANDVIK.replace('22334455', '99887766').replace('i drift', 'etablering'), AKER));
    assert.deepEqual(later.teams[0]?.changes, [{ field: 'leaderPhone', from: '+47 22 33 44 55', to: '+47 99 88 77 66' }]);
    assert.deepEqual(later.warnings, [
      'rad 2: «RPH Sandvik» er endret i Teams siden sist, og filen sier noe annet; ikke hentet inn: Status',
    ]);
    const [team] = (await teams()).filter(({ name }) => name === 'RPH Sandvik');
    assert.deepEqual(
      [team?.status, team?.website, team?.leader?.phone, team?.version],
      ['nedlagt', 'https://sandvik.example', '+47 99 88 77 66', 2],
    );
    const history = await inStore(env.DATA_DIR, (storage) => readerOf(storage, 'rph').list(HISTORY));
    assert.deepEqual(
      history.items.map(({ body }) => body.what),
      ['imported', 'imported', 'imported'],
    );
  });

  it('tells in a dry run what would be done, and does nothing', async () => {
    const path = file('liste.csv', HEADING, SANDVIK);
    const { code, out } = await runCli(['contacts', 'import', path, '--bank', 'rph', '--dry-run'], { env });
    assert.equal(code, 0);
    assert.match(out, /^Kolonner:\n {2}«Kommune\(r\)» → Kommuner\n[\s\S]*\nNye: 1 team\n {2}- RPH Sandvik \(RPH\)\nEndret: 0 team\n/);
    assert.match(out, /Advarsel: kolonnen «Farge» er ikke kjent[\s\S]*Dette var en prøve, og ingenting er hentet inn\.\n$/);
    assert.deepEqual(await teams(), []);
    await brings(path);
    const next = file('liste.csv', HEADING, SANDVIK.replace('Kari Lie', 'Per Moe').replace('Stord', 'Fitjar'));
    const { out: changed } = await runCli(['contacts', 'import', next, '--bank', 'rph', '--dry-run'], { env });
    assert.match(changed, /Nye: 1 team/, 'another place first is another team');
    assert.match(
      changed,
      /Kan være samme team \(1\)[^\n]*\n {2}- «RPH Sandvik» \([0-9a-f]{32}\) og «RPH Sandvik» \([0-9a-f]{32}\): samme navn og type/,
    );
    const { out: other } = await runCli(
      ['contacts', 'import', file('b.csv', HEADING, SANDVIK.replace('Kari Lie', 'Per Moe')), '--bank', 'rph', '--dry-run'],
      { env },
    );
    assert.match(other, /Endret: 1 team\n {2}- RPH Sandvik\n {6}Leder: «Kari Lie» → «Per Moe»\n/);
  });

  it('brings nothing in where one row is wrong, and tells every fault by row', async () => {
    const bad = `Storrd;RPH Vik;;${'x'.repeat(300)}@vik.example;Ida;123;tull;31.2.2024;navn,tull`;
    const path = file('feil.csv', HEADING, SANDVIK, bad, ';;;;;;;;', 'Stord;Team uten type;;;;;;;');
    const { code, teams: brought, faults } = await brings(path);
    assert.deepEqual([code, brought], [1, []]);
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      [
        'rad 3, Kommune(r)',
        'rad 3, Status',
        'rad 3, Siden',
        'rad 3, E-post leder',
        'rad 3, Telefon leder',
        'rad 3, Publiser',
        'rad 5, type',
      ],
    );
    assert.match(faults[0] ?? '', /«Storrd» er ikke kjent; mente du Stord\?/);
    const told = await runCli(['contacts', 'import', path, '--bank', 'rph'], { env });
    assert.deepEqual([told.code, told.out], [1, '']);
    assert.match(told.err, /feil\.csv har feil, og ingenting er hentet inn:\n {2}- rad 3, Kommune\(r\)/);
    const dry = await brings(path, '--dry-run');
    assert.deepEqual([dry.code, dry.teams.map(({ name }) => name), dry.faults], [1, ['RPH Sandvik'], faults]);
    assert.deepEqual(await teams(), []);
  });

  it('takes ids of the list, proposes what may be one, passes over what is written twice, and reads workbooks', async () => {
    const path = join(folder, 'liste.xlsx');
    const columns = ['id', 'Type', 'Navn', 'Kommunenummer'];
    const rows = [
      ['rph-sandvik', 'RPH', '=HYPERLINK("https://x.example")', 4614],
      [null, 'FACT', 'FACT Sandvika', 3201],
      [null, 'FACT', 'FACT Sandvika', 3201],
      [null, 'FACT', 'FACT Sandvikka', 3201],
    ];
    await writeXlsx(path, [{ name: 'Team', columns, rows }]);
    const { code, teams: brought, duplicates, warnings, faults } = await brings(path);
    assert.deepEqual([code, faults, brought.length, brought[0]?.id], [0, [], 3, 'rph-sandvik']);
    assert.deepEqual(warnings, ['rad 4: «FACT Sandvika» står helt likt i rad 3, og er tatt med én gang']);
    assert.deepEqual(
      duplicates.map(({ why, one, other }) => [why, one.name, other.name]),
      [['nearName', 'FACT Sandvika', 'FACT Sandvikka']],
    );
    assert.equal((await teams()).find(({ id }) => id === 'rph-sandvik')?.name, '=HYPERLINK("https://x.example")');
    const twice = await brings(file('to.csv', 'id;Team;Kommune', 'a;RPH Vik;Stord', 'a;RPH Nes;Bømlo'));
    assert.deepEqual(twice.faults, ['rad 3, id: «a» står også i rad 2']);
  });

  it('looks teams up, one question or line by line', async () => {
    await brings(file('liste.csv', HEADING, SANDVIK, AKER));
    const { out, code } = await runCli(['contacts', 'find', 'hvem leder RPH i Bømlo', '--bank', 'rph'], { env });
    assert.equal(code, 0);
    assert.match(
      out,
      /^Funnet:\n\n0\.\d\d {2}[0-9a-f]{32} {2}RPH Sandvik\n {6}RPH · I drift · Stord, Bømlo\n {6}Leder: Kari Lie, kari@sandvik\.example, \+47 22 33 44 55\n {6}Ikke bekreftet av noen ennå\n$/,
    );
    const { out: json } = await runCli(['contacts', 'find', 'Alta', '--bank', 'rph', '--json'], { env });
    assert.deepEqual(JSON.parse(json), { answered: false, results: [] });
    const child = startChild('src/cli.ts', ['contacts', 'find', '--jsonl', '--bank', 'rph'], env);
    const [{ id } = { id: '' }] = (await teams()).filter(({ name }) => name === 'RPH Sandvik');
    child.write('{"id":7,"query":"kontakt RPH Sandvik"}');
    const answer = JSON.parse((await child.line()) ?? '');
    assert.deepEqual([answer.id, answer.answered, answer.results[0].id, typeof answer.results[0].score], [7, true, id, 'number']);
    child.write('{');
    child.write('{"id":"b","query":"Alta"}');
    assert.deepEqual(JSON.parse((await child.line()) ?? ''), { id: 'b', results: [], answered: false });
    assert.equal((await child.end()).code, 1);
    for (const args of [['x', '--jsonl'], []])
      assert.equal((await runCli(['contacts', 'find', '--bank', 'rph', ...args], { env })).code, 2);
  });
});
