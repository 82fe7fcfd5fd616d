import assert from 'node:assert/strict';
import { inPartition } from '../../../src/bot/partition.ts';
import { SetupError } from '../../../src/core/errors.ts';
import { setupSchema } from '../../../src/core/setup.ts';
import { HISTORY, TEAM, type Team } from '../../../src/features/contacts/model.ts';
import { historyOf } from '../../../src/features/contacts/store.ts';
import { bringIn } from '../../../src/furnish.ts';
import { NOW, openHouse, type TestHouse } from '../../support/house.ts';

const RPH = { id: 'rph', name: 'RPH Ressursbank' };
const SANDVIK = {
  ...{ bank: 'rph', id: 'rph-sandvik', name: 'RPH Sandvik', type: 'RPH', status: 'drift', statusSince: '2024-01-01', region: 'vest' },
  ...{ county: 'Vestland', municipalities: ['Stord'], cityDistricts: [], hostMunicipality: 'Stord', interMunicipal: false },
  leader: { name: 'Kari Lie', email: 'kari@sandvik.example', phone: '22334455' },
  ...{ sharedMailbox: null, deputy: null, publish: ['name', 'email'], lastConfirmedAt: null },
};

describe('teams of a set-up file', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse({ env: { SETUP_FILE: '', ADMINS: 'ada' } });
  });
  afterEach(() => house.close());

  const bring = (teams: readonly object[], { force = false, banks = [RPH] }: { force?: boolean; banks?: readonly object[] } = {}) =>
    bringIn(house.house, setupSchema.parse({ banks, teams }), force);
  const within = <T>(work: Parameters<ReturnType<typeof inPartition>>[1]) =>
    inPartition(house.storage, house.house.clock)('rph', work) as Promise<T>;
  const stored = async (id = 'rph-sandvik'): Promise<Team> => {
    const team = await within<Team | undefined>((tx) => tx.get(TEAM, id));
    assert.ok(team);
    return team;
  };
  /** As somebody does it in Teams. */
  const change = (how: Partial<Team>) =>
    within<void>(async (tx) => {
      const team = await tx.get(TEAM, 'rph-sandvik');
      if (team) tx.put(TEAM, team.id, { ...team, ...how });
    });

  it('come in under their ids, with places by number and a line of history', async () => {
    const { changed, left, warnings } = await bring([SANDVIK]);
    assert.deepEqual([changed, left, warnings], [['team rph rph-sandvik'], [], undefined]);
    const team = await stored();
    assert.deepEqual(
      [team.municipalities, team.hostMunicipality, team.status, team.statusSince],
      [['4614'], '4614', 'drift', '2024-01-01'],
    );
    assert.deepEqual(team.leader, { id: null, name: 'Kari Lie', email: 'kari@sandvik.example', phone: '+47 22 33 44 55' });
    assert.deepEqual([team.publish, team.lastConfirmedAt, team.version, team.leaderId], [['name', 'email'], null, 1, '']);
    const [event, ...more] = await within<Awaited<ReturnType<typeof historyOf>>>((tx) => historyOf(tx, 'rph-sandvik'));
    assert.deepEqual([event?.body.what, event?.body.name, more], ['imported', 'oppsettfil', []]);
    assert.deepEqual(await bring([SANDVIK]), { changed: [], left: [] });
  });

  it('keep what people changed, until the file changes too: then it is told, and forced', async () => {
    await bring([SANDVIK]);
    await change({ status: 'nedlagt', website: 'https://sandvik.example', version: 2 });
    assert.deepEqual(await bring([SANDVIK]), { changed: [], left: [] });
    const later = { ...SANDVIK, leader: { ...SANDVIK.leader, phone: '99887766' } };
    for (let again = 0; again < 2; again++) assert.deepEqual(await bring([later]), { changed: [], left: ['team rph rph-sandvik'] });
    assert.deepEqual((await bring([later], { force: true })).changed, ['team rph rph-sandvik']);
    const team = await stored();
    assert.deepEqual([team.status, team.leader?.phone, team.website], ['drift', '+47 99 88 77 66', 'https://sandvik.example']);
    assert.deepEqual(await bring([later]), { changed: [], left: [] });
  });

  it('follow the file where people only filled in what it does not say, or linked the leader', async () => {
    await bring([SANDVIK]);
    const before = await stored();
    await change({
      website: 'https://sandvik.example',
      leader: { ...(before.leader ?? assert.fail()), id: 'aad-kari' },
      leaderId: 'aad-kari',
    });
    assert.deepEqual((await bring([{ ...SANDVIK, status: 'nedlagt', statusSince: '2026-01-01' }])).changed, ['team rph rph-sandvik']);
    const team = await stored();
    assert.deepEqual([team.status, team.statusSince, team.leaderId, team.version], ['nedlagt', '2026-01-01', 'aad-kari', 2]);
  });

  it('link the leader that the file names by id, and somebody new is not linked to the old account', async () => {
    await bring([{ ...SANDVIK, leader: { ...SANDVIK.leader, id: 'aad-kari' } }]);
    assert.equal((await stored()).leaderId, 'aad-kari');
    await bring([{ ...SANDVIK, leader: { name: 'Per Moe', email: 'per@sandvik.example' } }]);
    const team = await stored();
    assert.deepEqual([team.leader?.name, team.leader?.phone, team.leaderId], ['Per Moe', '', '']);
  });

  it('keep names of places that nobody knows, and say so', async () => {
    const odd = { ...SANDVIK, municipalities: ['Stord', 'Bortevekk', '1246'], publish: ['name', 'tull'], lastConfirmedAt: '2026-02-01' };
    const { warnings = [] } = await bring([odd]);
    assert.equal(warnings.length, 2);
    assert.match(warnings.join('\n'), /team rph rph-sandvik: .*«Bortevekk».*\n|«tull»/);
    const team = await stored();
    assert.deepEqual([team.municipalities, team.unknownPlaces, team.publish], [['4614', '4626'], ['Bortevekk'], ['name']]);
    assert.equal(team.lastConfirmedAt, Date.parse('2026-02-01T12:00:00+01:00'));
    assert.deepEqual((await bring([odd])).changed, []);
  });

  it('confirm nothing that was not yet, and take nothing confirmed away', async () => {
    const { warnings = [] } = await bring([{ ...SANDVIK, lastConfirmedAt: '2031-01-01' }]);
    assert.equal(warnings.length, 1);
    const at = Date.parse(NOW);
    await change({ lastConfirmedAt: at });
    await bring([{ ...SANDVIK, lastConfirmedAt: '2026-01-01T10:00:00Z' }]);
    assert.equal((await stored()).lastConfirmedAt, at);
  });

  it('leave a record alone that was put away, and bring it back by force alone', async () => {
    await bring([SANDVIK]);
    await change({ removed: true, mergedInto: 'other' });
    assert.deepEqual(await bring([SANDVIK]), { changed: [], left: [] });
    const later = { ...SANDVIK, name: 'RPH Sandvik og Vik' };
    assert.deepEqual((await bring([later])).left, ['team rph rph-sandvik']);
    await bring([later], { force: true });
    const { removed, mergedInto, name } = await stored();
    assert.deepEqual([removed, mergedInto, name], [false, null, 'RPH Sandvik og Vik']);
  });

  it('stay when the file no longer has them; many come in several steps; unknown banks are a fault', async () => {
    const many = Array.from({ length: 90 }, (_, n) => ({ ...SANDVIK, id: `t${n}`, name: `RPH ${n}` }));
    assert.equal((await bring(many)).changed.filter((name) => name.startsWith('team ')).length, 90);
    await bring([SANDVIK]);
    assert.equal(await within<number>((tx) => tx.count(TEAM)), 91);
    assert.equal(await within<number>((tx) => tx.count(HISTORY)), 91);
    await assert.rejects(bring([{ ...SANDVIK, bank: 'tull' }], { banks: [] }), SetupError);
  });
});
