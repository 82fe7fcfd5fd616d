import assert from 'node:assert/strict';
import { inPartition } from '../../../src/bot/partition.ts';
import { SetupError } from '../../../src/core/errors.ts';
import type { Tx } from '../../../src/core/features.ts';
import { listAll } from '../../../src/core/list-all.ts';
import { setupSchema } from '../../../src/core/setup.ts';
import { ROUTE, ROUTE_CHANGE, type Route, type StoredRoute } from '../../../src/features/inquiries/model.ts';
import { importRoutes, nameOfRoute, replaceRoutes } from '../../../src/features/inquiries/route-import.ts';
import { bringIn } from '../../../src/furnish.ts';
import { openHouse, type TestHouse } from '../../support/house.ts';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const route = (topic: string | null, advisers: readonly string[] = [], more: Partial<Route> = {}): Route => ({
  ...{ topic, region: null, phase: null, advisers: [...advisers], deputies: [], referral: null },
  ...more,
});
const A = route('drift', ['a']);
const B = route('drift', ['b']);
const C = route('juss', ['c'], { region: 'vest', referral: { name: 'Advokaten', address: '', note: '' } });

describe('inquiries: routes from files', () => {
  let house: TestHouse;
  before(async () => {
    house = await openHouse({ env: { SETUP_FILE: '' } });
  });
  afterEach(() => house.reset());
  after(() => house.close());

  const within = <T>(work: (tx: Tx) => Promise<T>) => inPartition(house.storage, house.house.clock)('rph', work);
  const bring = (routes: readonly Route[], force = false) => within((tx) => importRoutes(tx, { routes, now: NOW, force }));
  const replace = (routes: readonly Route[]) => within((tx) => replaceRoutes(tx, { routes, by: 'ada', name: 'Ada Admin', now: NOW }));
  const records = () => within((tx) => listAll(tx, ROUTE));
  const live = async () =>
    (await records())
      .filter(({ body }) => !body.removed)
      .map(({ body }) => `${nameOfRoute(body)}: ${body.advisers.join()}`)
      .sort();
  const changes = async () => (await within((tx) => listAll(tx, ROUTE_CHANGE))).map(({ body }) => body);
  /** As people in Teams change a route. */
  const change = async (advisers: string, made: Partial<StoredRoute>) => {
    const found = (await records()).find(({ body }) => body.advisers.join() === advisers);
    assert.ok(found);
    await within(async (tx) => tx.put(ROUTE, found.id, { ...found.body, ...made, touched: true }));
  };

  it('brings in what is new, with its history, and nothing the second time', async () => {
    assert.deepEqual(await bring([A, C]), { changed: ['drift', 'juss+vest'], left: [], more: false });
    const [first] = (await changes()).filter(({ topic }) => topic === 'juss');
    assert.deepEqual(first, { at: NOW, by: '', name: 'oppsettfil', topic: 'juss', before: null, after: C });
    assert.deepEqual(await bring([A, C]), { changed: [], left: [], more: false });
    assert.equal((await changes()).length, 2);
  });

  it('keeps apart routes that have the same keys, and fallbacks', async () => {
    const fallback = route(null, ['f']);
    await bring([A, B, fallback]);
    assert.deepEqual(await live(), ['drift: a', 'drift: b', 'fallback: f']);
    assert.deepEqual((await bring([A, fallback])).changed, ['drift']);
    assert.deepEqual(await live(), ['drift: a', 'fallback: f']);
  });

  it('brings in what changed in the file, and takes out what it no longer has', async () => {
    await bring([A, C]);
    assert.deepEqual((await bring([route('drift', ['x'])])).changed, ['drift', 'juss+vest']);
    assert.deepEqual(await live(), ['drift: x']);
    const last = (await changes()).filter(({ before }) => before !== null);
    assert.deepEqual(last.map(({ before, after }) => [before?.advisers, after?.advisers]).sort(), [
      [['a'], ['x']],
      [['c'], undefined],
    ]);
  });

  it('brings back what was taken out of the file and comes into it again', async () => {
    await bring([A]);
    await bring([]);
    assert.deepEqual(await live(), []);
    assert.deepEqual((await bring([A])).changed, ['drift']);
    assert.deepEqual(await live(), ['drift: a']);
  });

  it('leaves what people changed or removed while the file stayed the same, and says nothing', async () => {
    await bring([A, C]);
    await change('a', { advisers: ['t'] });
    await change('c', { removed: true });
    assert.deepEqual(await bring([A, C]), { changed: [], left: [], more: false });
    assert.deepEqual(await live(), ['drift: t']);
  });

  it('leaves what changed on both sides, and says so each time, until it is forced', async () => {
    await bring([A]);
    await change('a', { advisers: ['t'] });
    for (const _ of [1, 2]) assert.deepEqual(await bring([B]), { changed: [], left: ['drift'], more: false });
    assert.deepEqual(await bring([]), { changed: [], left: ['drift'], more: false });
    assert.deepEqual(await live(), ['drift: t']);
    assert.deepEqual(await bring([B], true), { changed: ['drift'], left: [], more: false });
    assert.deepEqual(await live(), ['drift: b']);
    assert.deepEqual(await bring([B]), { changed: [], left: [], more: false });
  });

  it('forced, brings back what was changed in Teams alone, and takes out what the file no longer has', async () => {
    await bring([A, C]);
    await change('a', { removed: true });
    await change('c', { advisers: ['t'] });
    assert.deepEqual((await bring([A], true)).changed, ['drift', 'juss+vest']);
    assert.deepEqual(await live(), ['drift: a']);
    assert.deepEqual((await bring([A], true)).changed, []);
  });

  it('leaves what was made in Teams alone: the file never had it', async () => {
    await within(async (tx) => tx.put(ROUTE, 'in-teams', { ...A, removed: false, origin: '', touched: true }));
    assert.deepEqual(await bring([C]), { changed: ['juss+vest'], left: [], more: false });
    assert.deepEqual(await bring([B, C]), { changed: [], left: ['drift'], more: false });
    assert.deepEqual((await bring([A, C])).changed, ['drift'], 'the file says the same: from now on it is the file’s');
    assert.deepEqual(await live(), ['drift: a', 'juss+vest: c']);
    assert.equal((await changes()).length, 1, 'nothing of it changed');
  });

  it('takes the order of what a referral says for nothing', async () => {
    await bring([C]);
    const turned = { ...C, referral: { note: '', address: '', name: 'Advokaten' } };
    assert.deepEqual((await bring([turned])).changed, []);
  });

  it('brings in more than fits in one commit', async () => {
    const many = Array.from({ length: 100 }, (_, n) => route(`tema-${n}`, ['a']));
    const runs = [await bring(many), await bring(many), await bring(many), await bring(many)];
    assert.deepEqual(
      runs.map(({ changed, more }) => [changed.length, more]),
      [
        [40, true],
        [40, true],
        [20, false],
        [0, false],
      ],
    );
    assert.equal((await changes()).length, 100);
  });

  it('a file as the whole table: nothing else is left, and what is the same is not written', async () => {
    await bring([A, C]);
    await within(async (tx) => tx.put(ROUTE, 'in-teams', { ...route('fit', ['t']), removed: false, origin: '', touched: true }));
    const table = [C, route('fit', ['t']), route(null, ['f'])];
    const { changed, more } = await replace(table);
    assert.deepEqual([changed.sort(), more], [['drift', 'fallback'], false]);
    assert.deepEqual(await live(), ['fallback: f', 'fit: t', 'juss+vest: c']);
    assert.ok((await changes()).some(({ by, name, before }) => by === 'ada' && name === 'Ada Admin' && before?.advisers[0] === 'a'));
    assert.deepEqual(await replace(table), { changed: [], more: false });
  });

  it('a file as the whole table is a change by people to the set-up file', async () => {
    await bring([A, C]);
    await replace([B]);
    assert.deepEqual(await bring([A, C]), { changed: [], left: [], more: false });
    assert.deepEqual(await live(), ['drift: b']);
    assert.deepEqual((await bring([route('drift', ['x']), C])).left, ['drift']);
  });

  describe('of a set-up file', () => {
    const RPH = { id: 'rph', name: 'RPH Ressursbank' };
    const file = (routes?: readonly object[], banks: readonly object[] = [RPH]) => setupSchema.parse({ banks, ...(routes && { routes }) });
    const bringFile = async (...given: Parameters<typeof file>) => bringIn(house.house, file(...given), false);

    it('are brought in after the banks, and named', async () => {
      const given = [{ bank: 'rph', topic: 'opplæring', region: 'vest', advisers: ['a'] }, { bank: 'rph' }];
      assert.deepEqual((await bringFile(given)).changed, ['route rph opplæring+vest', 'route rph fallback']);
      assert.deepEqual(await bringFile(given), { changed: [], left: [] });
      await change('a', { advisers: ['t'] });
      assert.deepEqual((await bringFile([{ ...given[0], advisers: ['b'] }])).left, ['route rph opplæring+vest']);
    });

    it('stay when the file does not speak of routes, and go when it has none', async () => {
      await bringFile([{ bank: 'rph', topic: 'drift', advisers: ['a'] }]);
      await bringFile();
      assert.deepEqual(await live(), ['drift: a']);
      await bringFile([]);
      assert.deepEqual(await live(), []);
    });

    it('without banks speaks of those that are there, and of no others', async () => {
      await bringFile([{ bank: 'rph', topic: 'drift', advisers: ['a'] }], []);
      assert.deepEqual(await live(), ['drift: a']);
      await assert.rejects(bringFile([{ bank: 'tull', advisers: ['a'] }], []), SetupError);
      assert.deepEqual(await live(), ['drift: a']);
      await bringFile([], []);
      assert.deepEqual(await live(), []);
    });

    const referrals: readonly (readonly [string, unknown, Route['referral']])[] = [
      ['none', null, null],
      ['nothing said', undefined, null],
      ['a name', ' Statsforvalteren ', { name: 'Statsforvalteren', address: '', note: '' }],
      [
        'an e-mail address in a name',
        'NAPHA (post@napha.example.no)',
        { name: 'NAPHA (post@napha.example.no)', address: 'post@napha.example.no', note: '' },
      ],
      [
        'a web address in a name',
        'Se https://example.no/hjelp.',
        { name: 'Se https://example.no/hjelp.', address: 'https://example.no/hjelp', note: '' },
      ],
      ['a name alone', { name: 'NAV' }, { name: 'NAV', address: '', note: '' }],
      ['all of it', { name: 'NAV', address: '55 55', note: 'Ring' }, { name: 'NAV', address: '55 55', note: 'Ring' }],
    ];
    for (const [what, referral, expected] of referrals) {
      it(`reads a referral: ${what}`, () => assert.deepEqual(file([{ bank: 'rph', referral }]).routes[0]?.referral, expected));
    }

    for (const wrong of [7, '', { address: 'x' }, { name: '' }, 'x'.repeat(201)])
      it(`refuses the referral ${JSON.stringify(wrong).slice(0, 20)}`, () =>
        assert.throws(() => file([{ bank: 'rph', referral: wrong }]), /routes/));

    it('refuses office hours that end before they begin', () =>
      assert.throws(() => file([], [{ ...RPH, hours: { from: '16:00', to: '08:00' } }]), /stengetiden/));
  });
});
