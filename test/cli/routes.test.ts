import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRoutes, type MatrixRow } from '../../src/cli/routes-check.ts';
import { type Asked, whoAnswers } from '../../src/cli/routes-crew.ts';
import { routesFrom } from '../../src/cli/routes-table.ts';
import { faultLines, matrixLines } from '../../src/cli/routes-view.ts';
import { type PersonRecord, personSchema } from '../../src/core/banks.ts';
import type { Route } from '../../src/features/inquiries/model.ts';
import { crewOf } from '../../src/features/inquiries/rules/crew.ts';
import type { Table } from '../../src/files/index.ts';
import { runCli } from '../support/child.ts';

const DAY = '2026-03-02';
const route = (keys: Partial<Route>, advisers: readonly string[] = [], more: Partial<Route> = {}): Route => ({
  ...{ topic: null, region: null, phase: null, advisers: [...advisers], deputies: [], referral: null },
  ...keys,
  ...more,
});
const person = (id: string, name: string, more: object = {}): PersonRecord =>
  personSchema.parse({ id, name, email: `${id}@example.no`, roles: [{ bank: 'rph', role: 'adviser' }], ...more });
const AWAY = { away: [{ from: '2026-03-01', to: DAY, deputy: 'ola' }] };
const PEOPLE = [
  person('kari', 'Kari Eksempel'),
  person('ola', 'Ola Prøve'),
  person('syk', 'Siv Syk', AWAY),
  person('bo', 'Bo Borte', { roles: [{ bank: 'fact-ung', role: 'adviser' }] }),
  person('to1', 'Per Dobbel'),
  person('to2', 'Per Dobbel'),
];
const ADMINS = [{ id: 'ada', name: 'Ada Admin' }];
const crew = crewOf({ bank: 'rph', people: PEOPLE, admins: ADMINS, day: DAY });

describe('routes: who answers', () => {
  const routes = [
    route({}, ['ada']),
    route({ topic: 'drift' }, ['syk']),
    route({ topic: 'fit' }, ['bo'], { deputies: ['kari'] }),
    route({ topic: 'fit', region: 'vest' }, ['bo']),
    route({ topic: 'juss' }, [], { referral: { name: 'Advokaten', address: '', note: '' } }),
    route({ region: 'nord' }, ['kari', 'ola']),
  ];
  const cases: readonly (readonly [string, Asked, string])[] = [
    ['a topic whose adviser is away: who stands in', { topic: 'drift' }, 'ola topic'],
    ['nobody is absent, although the record says so', { topic: 'drift', absent: [] }, 'syk topic'],
    ['others are absent, and nobody stands in by the record', { topic: 'drift', absent: ['syk'] }, 'ada fallback'],
    ['an adviser without a role, and a present deputy', { topic: 'fit' }, 'kari topic'],
    ['an adviser without a role counts as away, whatever is said', { topic: 'fit', region: 'vest', absent: [] }, 'kari topic'],
    ['several who are equals', { region: 'nord' }, 'kari,ola region'],
    ['one of them is absent', { region: 'nord', absent: ['kari'] }, 'ola region'],
    ['a topic and a region that nobody knows', { topic: 'sopp', region: 'utlandet', phase: 'avvikling' }, 'ada fallback'],
    ['nothing', { topic: null, region: null, phase: null, absent: null }, 'ada fallback'],
    ['nobody at all', { absent: ['ada'] }, 'ada admins'],
    ['somebody outside', { topic: 'juss' }, ' topic Advokaten'],
  ];
  for (const [what, asked, expected] of cases) {
    it(`answers for ${what}`, () => {
      const found = whoAnswers(asked, { routes, crew });
      assert.equal([found.advisers.join(), found.route, ...(found.referral ? [found.referral.name] : [])].join(' '), expected);
    });
  }

  it('takes a bank that gave nobody a role by its routes alone', () => {
    const free = crewOf({ bank: 'ny', people: PEOPLE, admins: ADMINS, day: DAY });
    assert.deepEqual(whoAnswers({ topic: 'fit', region: 'vest' }, { routes, crew: free }).advisers, ['bo']);
    assert.deepEqual(whoAnswers({ topic: 'drift' }, { routes, crew: free }).advisers, ['ola'], 'who is away is away there too');
  });
});

describe('routes: the check', () => {
  const routes = [
    route({}, ['ada']),
    route({ topic: 'drift' }, ['kari']),
    route({ topic: 'drift' }, ['ola']),
    route({ topic: 'drift', phase: 'etablering' }, ['syk']),
    route({ topic: 'fit', region: 'vest' }, ['syk'], { deputies: ['kari', 'hvem'] }),
    route({ topic: 'fit', region: 'vest', phase: 'drift' }, ['syk']),
    route({ topic: 'juss' }, [], { referral: { name: 'Advokaten', address: '', note: '' } }),
    route({ topic: 'sopp', phase: 'drift' }, ['bo', 'ola']),
  ];
  const topics = ['drift', 'fit', 'juss', 'bolig'];
  const checked = checkRoutes({ bank: 'rph', routes, topics, crew });
  const short = ({ topic, phase, cells }: MatrixRow) =>
    `${topic} ${phase}: ${cells.map(({ advisers, referral }) => referral ?? advisers.join('+')).join(' ')}`;

  it('has a row for each topic, and for a phase where others answer', () =>
    assert.deepEqual(checked.matrix.map(short), [
      'null null: ada ada ada ada ada ada',
      'drift null: kari+ola kari+ola kari+ola kari+ola kari+ola kari+ola',
      'drift etablering: syk syk syk syk syk syk',
      'fit null: ada ada syk ada ada ada',
      'juss null: Advokaten Advokaten Advokaten Advokaten Advokaten Advokaten',
      'bolig null: ada ada ada ada ada ada',
      'sopp null: ada ada ada ada ada ada',
      'sopp drift: ola ola ola ola ola ola',
    ]));

  it('finds holes, double coverage, those who can’t answer, unknown topics and who is away today', () => {
    const told = faultLines(checked, crew).join('\n');
    assert.equal(
      told,
      [
        '',
        'Hull:',
        '  - går til reserven i nord, midt, øst, sør, ukjent region: fit',
        '  - går til reserven: bolig',
        '  - går til reserven, utenom fase drift: sopp',
        '',
        'Flere fordelinger med samme tema, region og fase:',
        '  - drift: 2',
        '',
        'Navngitt, men får ingen henvendelser:',
        '  - fit+vest: hvem er ikke kjent',
        '  - sopp+drift: Bo Borte har ikke rollen rådgiver',
        '',
        'Temaer som ressursbanken ikke har:',
        '  - sopp',
        '',
        'Alle rådgivere er borte i dag:',
        '  - drift+etablering: Siv Syk (vikar: Ola Prøve)',
        '  - fit+vest: Siv Syk (vikar: Kari Eksempel, Ola Prøve)',
        '  - fit+vest+drift: Siv Syk (vikar: Ola Prøve)',
      ].join('\n'),
    );
  });

  it('draws a table in which what is the same everywhere stands once', () => {
    assert.deepEqual(matrixLines(checked, crew).slice(0, 6), [
      '                nord  midt  vest     øst  sør  ukjent region',
      'uten tema       Ada Admin (alle regioner)',
      'drift           Kari Eksempel, Ola Prøve (alle regioner)',
      '  i etablering  Siv Syk (alle regioner)',
      'fit             ·     ·     Siv Syk  ·    ·    ·',
      'juss            → Advokaten (alle regioner)',
    ]);
  });

  it('finds nothing where nothing is wrong', () => {
    const sound = checkRoutes({ bank: 'rph', routes: [route({}, ['ada']), route({ topic: 'drift' }, ['kari'])], topics: ['drift'], crew });
    assert.deepEqual(faultLines(sound, crew), []);
  });

  it('a bank without routes is one hole', () => {
    const none = checkRoutes({ bank: 'rph', routes: [], topics: ['drift'], crew });
    assert.deepEqual(faultLines(none, crew), ['', 'Hull:', '  - går til administratorene: uten tema, drift']);
    assert.match(matrixLines(none, crew)[2] ?? '', /^drift +! +! +! +! +! +!$/);
  });

  it('one phase alone may be a hole', () => {
    const all = ['planlegging', 'forprosjekt', 'etablering'] as const;
    const given = [route({}, ['ada']), ...all.map((phase) => route({ topic: 'drift', phase }, ['kari']))];
    const [first, ...more] = checkRoutes({ bank: 'rph', routes: given, topics: ['drift'], crew }).holes;
    assert.deepEqual([first?.phases, more], [[null, 'drift'], []]);
    const regional = [
      route({}, ['ada']),
      ...[null, 'vest' as const].map((region) => route({ topic: 'fit', region, phase: 'drift' }, ['kari'])),
    ];
    const holes = checkRoutes({ bank: 'rph', routes: regional, topics: ['fit'], crew });
    assert.match(faultLines(holes, crew).join('\n'), /går til reserven, utenom fase drift: fit/);
  });
});

describe('routes: a table', () => {
  const topics = new Map([
    ['opplæring', 'Opplæring og kurs'],
    ['drift', 'Drift'],
  ]);
  const tableOf = (columns: readonly string[], ...rows: readonly (readonly string[])[]): Table => ({
    columns,
    rows: rows.map((cells, at) => ({ line: at + 2, cells: Object.fromEntries(columns.map((column, n) => [column, cells[n] ?? ''])) })),
  });
  const read = (...table: Parameters<typeof tableOf>) => routesFrom(tableOf(...table), { people: PEOPLE, topics });

  it('reads columns and values in Norwegian and English, in any case', () => {
    const norwegian = read(['TEMA', 'Region', 'fase', 'Rådgivere', 'Vikar'], ['Opplæring', 'VEST', 'Drift', 'kari', 'ola']);
    const english = read(['topic', 'REGION', 'Phase', 'advisers', 'Deputies'], ['opplæring og kurs', 'vest', 'drift', 'kari', 'ola']);
    const expected = route({ topic: 'opplæring', region: 'vest', phase: 'drift' }, ['kari'], { deputies: ['ola'] });
    assert.deepEqual(norwegian, { routes: [expected], ignored: [], faults: [] });
    assert.deepEqual(english, norwegian);
  });

  const peopleCases: readonly (readonly [string, string, readonly string[]])[] = [
    ['ids, addresses and names', 'kari, OLA@example.no; Siv Syk\nada', ['kari', 'ola', 'syk']],
    ['one twice', 'kari,Kari Eksempel', ['kari']],
    ['empty places', ' kari ,, ;\r\n', ['kari']],
  ];
  for (const [what, cell, expected] of peopleCases) {
    it(`reads people: ${what}`, () => assert.deepEqual(read(['Tema', 'Rådgiver'], ['', cell]).routes[0]?.advisers, expected));
  }

  it('takes empty keys and «alle» for any', () => {
    const { routes } = read(['Tema', 'Region', 'Fase', 'Rådgiver'], ['', 'alle', '*', 'kari'], ['Alle', '-', 'all', 'kari']);
    assert.deepEqual(routes, [route({}, ['kari']), route({}, ['kari'])]);
  });

  it('reads a referral, whose address may stand within it', () => {
    const { routes, faults } = read(
      ['Tema', 'Henvisning', 'Adresse', 'Merknad'],
      ['drift', 'NAV', '55 55 00', 'Ring først'],
      ['drift', 'NAV post@nav.example.no', '', ''],
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      routes.map(({ referral }) => referral),
      [
        { name: 'NAV', address: '55 55 00', note: 'Ring først' },
        { name: 'NAV post@nav.example.no', address: 'post@nav.example.no', note: '' },
      ],
    );
  });

  it('names columns that it does not read', () =>
    assert.deepEqual(read(['Tema', 'Rådgiver', 'Farge'], ['drift', 'kari']).ignored, ['Farge']));

  const wrong: readonly (readonly [string, Parameters<typeof tableOf>, readonly RegExp[]])[] = [
    [
      'every fault with its row',
      [
        ['Tema', 'Region', 'Fase', 'Rådgiver'],
        ['drift', '', '', 'kari'],
        ['sopp', 'vestt', 'slutt', 'Per Ukjent'],
      ],
      [/^rad 3: temaet «sopp»/, /^rad 3: region «vestt»/, /^rad 3: fase «slutt»/, /^rad 3: «Per Ukjent»/],
    ],
    [
      'a name that two have',
      [
        ['Tema', 'Rådgiver'],
        ['drift', 'Per Dobbel'],
      ],
      [/^rad 2: flere heter «Per Dobbel»/],
    ],
    [
      'a row without anybody',
      [
        ['Tema', 'Rådgiver'],
        ['drift', ''],
      ],
      [/^rad 2: skriv en rådgiver/],
    ],
    [
      'an address without a name',
      [
        ['Tema', 'Rådgiver', 'Adresse'],
        ['drift', 'kari', 'x'],
      ],
      [/^rad 2: adressen/],
    ],
    [
      'a referral that is too long',
      [
        ['Tema', 'Henvisning'],
        ['drift', 'x'.repeat(201)],
      ],
      [/^rad 2: henvisningen er for lang/],
    ],
    ['no column of keys', [['Rådgiver'], ['kari']], [/tema, region, fase/]],
    ['no column of people', [['Tema'], ['drift']], [/rådgivere, vikarer, henvisning/]],
    [
      'a column twice',
      [
        ['Tema', 'Topic', 'Rådgiver'],
        ['drift', 'drift', 'kari'],
      ],
      [/«Tema» og «Topic»/],
    ],
    ['no rows', [['Tema', 'Rådgiver']], [/ingen rader/]],
  ];
  for (const [what, table, expected] of wrong) {
    it(`finds ${what}`, () => {
      const { faults } = read(...table);
      assert.equal(faults.length, expected.length, faults.join('\n'));
      for (const [at, pattern] of expected.entries()) assert.match(faults[at] ?? '', pattern);
    });
  }
});

describe('routes: on the command line', function () {
  this.timeout(30_000);
  let folder: string;
  let env: { DATA_DIR: string; CLOCK: string };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-routes-'));
    env = { DATA_DIR: join(folder, 'data'), CLOCK: `${DAY}T09:00:00+01:00` };
  });
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('finds by what a set-up file gave, replaces it by a table, and shows it', async () => {
    const routes = [
      { bank: 'rph', advisers: ['kari'] },
      { bank: 'rph', topic: 'opplæring', region: 'vest', advisers: ['syk'] },
    ];
    const people = PEOPLE.map(({ id, name, email, away, roles }) => ({ id, name, email, away, roles }));
    const banks = [
      { id: 'rph', name: 'Prøvebanken' },
      { id: 'fact-ung', name: 'Annen' },
    ];
    const setup = await runCli(['setup', 'import', file('setup.json', JSON.stringify({ banks, people, routes })), '--json'], { env });
    assert.ok(JSON.parse(setup.out).changed.includes('route rph opplæring+vest'), setup.out);

    const asked = [
      '{"id":"a","topic":"opplæring","region":"vest"}',
      'tull',
      '{"id":2,"topic":"opplæring","region":"vest","absent":["ola"]}',
      '{"id":"c"}',
    ];
    const found = await runCli(['routes', 'find', '--jsonl', '--bank', 'rph'], { env, input: asked.join('\n') });
    assert.deepEqual(
      found.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [
        { id: 'a', advisers: ['ola'], route: 'topic+region' },
        { id: 2, advisers: ['syk'], route: 'topic+region' },
        { id: 'c', advisers: ['kari'], route: 'fallback' },
      ],
    );
    assert.deepEqual([found.code, /^linje 2: /.test(found.err)], [1, true]);

    const broken = file('feil.csv', 'Tema;Rådgiver\nopplæring;Hvem Som Helst\n');
    const refused = await runCli(['routes', 'import', broken, '--bank', 'rph', '--json'], { env });
    assert.deepEqual([refused.code, JSON.parse(refused.out).changed, JSON.parse(refused.out).faults.length], [1, [], 1]);

    const table = file('fordeling.csv', '\ufeffTema;Rådgivere\r\nopplæring;"Ola Prøve, kari@example.no"\r\n;bo@example.no\r\n');
    const imported = await runCli(['routes', 'import', table, '--bank', 'rph'], { env });
    assert.equal(imported.code, 0, imported.err);
    assert.match(
      imported.out,
      /^Endret: 3\n {2}- fallback\n {2}- opplæring\n {2}- opplæring\+vest\nAdvarsel: Bo Borte har ikke rollen rådgiver/,
    );

    const checked = await runCli(['routes', 'check', '--bank', 'rph'], { env });
    assert.match(
      checked.out,
      /^Fordelingen i Prøvebanken\n\n.*\nuten tema +! .*\n[\s\S]*\nopplæring +Ola Prøve, Kari Eksempel \(alle regioner\)\n/,
    );
    assert.match(checked.out, /fallback: Bo Borte har ikke rollen rådgiver/);
    const json = JSON.parse((await runCli(['routes', 'check', '--bank', 'rph', '--json'], { env })).out);
    assert.deepEqual(json.gone, [{ route: 'fallback', person: 'bo', why: 'noRole' }]);
  });
});
