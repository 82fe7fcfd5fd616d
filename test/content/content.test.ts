import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { SetupError } from '../../src/core/errors.ts';
import { DANGERS } from '../../src/core/guard-files.ts';
import { entrySchema } from '../../src/features/handbook/index.ts';

const ENTRY = 'question: Q?\n  answer: A.\n  source: S\n  asOf: 2026-01-01\n  reviewBy: 2027-01-01\n  owner: redaktør';

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SetupError) return error.faults;
    throw error;
  }
  return [];
}

describe('content', () => {
  const real = createContent(ROOT);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'));
    mkdirSync(join(folder, 'content'));
    cpSync(join(ROOT, 'content/topics.yaml'), join(folder, 'content/topics.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const setup = (value: unknown) => {
    put('setup.json', typeof value === 'string' ? value : JSON.stringify(value));
    return createContent(folder).setup('setup.json');
  };

  it('the starter banks are there, each with a handbook that can be read', () => {
    const banks = real.banks();
    assert.deepEqual(
      banks.map((bank) => bank.id),
      ['rph', 'fact-ung'],
    );
    const topics = real.topics();
    for (const bank of banks) {
      assert.ok(bank.handbook !== null && real.entries(bank.handbook, entrySchema).length > 50);
      assert.deepEqual(
        bank.topics.filter((topic) => !topics.has(topic)),
        [],
      );
      assert.ok(bank.examples.length > 0);
    }
  });

  it('what belongs in every bank is the same entry in both', () => {
    const [one, other] = ['rph', 'fact-ung'].map((id) => real.entries(`content/handbook/${id}`, entrySchema));
    const shared = one?.filter((entry) => entry.id.startsWith('C')) ?? [];
    assert.ok(shared.length > 10);
    assert.deepEqual(
      shared,
      other?.filter((entry) => entry.id.startsWith('C')),
    );
  });

  it('the acute texts are there in every language, with the numbers to call', () => {
    const { texts, phones } = real.acute();
    for (const danger of DANGERS) {
      const { call, ...said } = texts[danger];
      for (const { lines } of Object.values(said)) for (const number of call) assert.match(lines.join(' '), new RegExp(number));
      assert.equal(call.includes('110'), danger === 'fire');
    }
    assert.deepEqual(Object.keys(phones).sort(), ['110', '112', '113', '116 117']);
  });

  it('reads entries of a folder and of the shared one beside it', () => {
    put('handbook/one/a.yaml', `- id: A1\n  ${ENTRY}`);
    put('handbook/felles/b.yaml', `- id: B1\n  ${ENTRY}`);
    put('handbook/two/c.yaml', `- id: C1\n  ${ENTRY}`);
    const ids = createContent(folder)
      .entries('handbook/one', entrySchema)
      .map(({ id }) => id);
    assert.deepEqual(ids, ['A1', 'B1']);
  });

  it('names every fault of a handbook at once, with its file', () => {
    put('handbook/one/a.yaml', `- id: A1\n  ${ENTRY}\n- id: A2\n  question: Q?`);
    put('handbook/one/b.yaml', `- id: A1\n  ${ENTRY}`);
    put('handbook/one/c.yaml', '- : - x\n :');
    const faults = faultsOf(() => createContent(folder).entries('handbook/one', entrySchema));
    assert.ok(faults.some((fault) => /a\.yaml: \[1\]\.answer/.test(fault)));
    assert.ok(faults.some((fault) => fault.includes('c.yaml')));
    put('handbook/one/a.yaml', `- id: A1\n  ${ENTRY}`);
    put('handbook/one/c.yaml', '[]');
    assert.match(
      faultsOf(() => createContent(folder).entries('handbook/one', entrySchema)).join(),
      /b\.yaml: id-en A1 er brukt i .*a\.yaml også/,
    );
  });

  it('a folder that is not there is a fault, no empty handbook', () =>
    assert.match(faultsOf(() => createContent(folder).entries('handbook/none', entrySchema)).join(), /finnes ikke/));

  describe('set-up file', () => {
    it('asks of a bank for no more than id and name', () => {
      const { setup: read, warnings } = setup({ banks: [{ id: 'tips', name: 'Tips' }] });
      const nothing = { people: [], listsPeople: false, routes: [], listsRoutes: false, teams: [] };
      assert.deepEqual(read, { banks: [{ id: 'tips', name: 'Tips' }], ...nothing });
      assert.deepEqual(warnings, ['tips: ingen fordeling uten tema, region og fase; henvendelser går til administratorene']);
    });

    it('says which routes lead to nobody', () => {
      const { warnings } = setup({
        banks: [{ id: 'tips', name: 'Tips' }],
        people: [{ id: 'kim', name: 'Kim', roles: [{ bank: 'tips', role: 'adviser' }] }],
        routes: [{ bank: 'tips' }, { bank: 'tips', topic: 'rus', advisers: ['kim', 'ukjent'] }],
      });
      assert.deepEqual(warnings, [
        'routes[0]: ingen rådgiver, vikar eller henvisning',
        'routes[1]: «ukjent» har ingen rolle som rådgiver i tips i filen',
        'tips: ingen fordeling uten tema, region og fase; henvendelser går til administratorene',
      ]);
    });

    it('ignores what it does not know, with a word', () => {
      const { warnings } = setup({
        banks: [{ id: 'tips', name: 'Tips', colour: 'red' }],
        routes: [
          { bank: 'tips', advisers: ['kim'] },
          { bank: 'tips', topic: 'sopp', advisers: ['kim'] },
        ],
        moods: [],
      });
      assert.deepEqual(warnings, [
        'banks[0].colour: feltet er ikke kjent og er ikke brukt',
        'moods: feltet er ikke kjent og er ikke brukt',
        'routes[1].topic: temaet «sopp» er ikke kjent',
      ]);
    });

    it('names every fault at once, each with its place', () => {
      const faults = faultsOf(() =>
        setup({
          banks: [{ id: 'Tips og triks' }, { id: 'b', name: 'B', hours: { from: '8', to: '15:30' } }],
          people: [
            { id: 'p', name: 'P', email: 'none', roles: [{ bank: 'b', role: 'king' }], away: [{ from: '1.3.2026', to: '2026-03-02' }] },
          ],
          routes: [{ bank: 'b', region: 'nordpolen', phase: 'senere' }],
          teams: [{ bank: 'elsewhere', id: 't', name: 'T', type: 'XX', status: 'vet ikke' }],
        }),
      );
      const places = faults.map((fault) => fault.split(':')[0]).sort();
      assert.deepEqual(places, [
        'banks[0].id',
        'banks[0].name',
        'banks[1].hours.from',
        'people[0].away[0].from',
        'people[0].email',
        'people[0].roles[0].role',
        'routes[0].phase',
        'routes[0].region',
        'teams[0].bank',
        'teams[0].status',
        'teams[0].type',
      ]);
    });

    it('names banks that are not there, and ids that are used twice', () => {
      const bank = { id: 'a', name: 'A' };
      const faults = faultsOf(() =>
        setup({
          banks: [bank, bank],
          people: [{ id: 'p', name: 'P', roles: [{ bank: 'x', role: 'editor' }] }],
          routes: [{ bank: 'y' }],
          teams: [{ bank: 'z', id: 't', name: 'T', type: 'RPH' }],
        }),
      );
      assert.deepEqual(
        faults.map((fault) => fault.split(':')[0]),
        ['banks[1].id', 'people[0].roles[0].bank', 'routes[0].bank', 'teams[0].bank'],
      );
    });

    for (const [what, text] of [
      ['no JSON', '{ banks: '],
      ['a list', '[]'],
      ['null', 'null'],
      ['banks that are no list', '{"banks":{}}'],
    ] as const) {
      it(`refuses ${what}`, () => assert.ok(faultsOf(() => setup(text)).length > 0));
    }

    it('a file that is not there is told with its path', () =>
      assert.throws(() => createContent(folder).setup('nowhere.json'), /nowhere\.json kan ikke leses/));
  });
});
