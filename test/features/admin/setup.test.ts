import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BANK, PERSON, type Role } from '../../../src/core/banks.ts';
import { setupSchema } from '../../../src/core/setup.ts';
import { bringIn } from '../../../src/furnish.ts';
import { HOUSE } from '../../../src/storage/port.ts';
import { inTeam, openHouse, pressed, said, type TestHouse } from '../../support/house.ts';

const RPH = { id: 'rph', name: 'RPH Ressursbank', teamsTeams: [{ id: '19:team-rph' }] };
const person = (id: string, ...roles: string[]) => ({ id, name: `P ${id}`, roles: roles.map((role) => ({ bank: 'rph', role })) });

describe('set-up, imported again', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse({ env: { SETUP_FILE: '', ADMINS: 'ada' } });
  });
  afterEach(() => house.close());

  const bring = (file: object, force = false) => bringIn(house.house, setupSchema.parse(file), force);
  const rolesOf = async (id: string) => {
    const record = await house.storage.get(HOUSE, PERSON.name, id);
    return PERSON.schema.parse(record?.body).roles.map(({ role, fromFile }) => `${role}${fromFile ? '' : ' (Teams)'}`);
  };
  const bankName = async () => (await house.storage.get(HOUSE, BANK.name, 'rph'))?.body.name;
  const giveInTeams = (id: string, role: Role, give = 'true') =>
    house.handle(pressed('ada', { verb: 'admin.roles', data: { bank: 'rph', person: id, role, give } }, { place: inTeam('19:team-rph') }));
  const rename = async (name: string) => {
    const bank = await house.storage.get(HOUSE, BANK.name, 'rph');
    await house.storage.commit(HOUSE, [{ op: 'put', kind: BANK.name, id: 'rph', body: { ...bank?.body, name } }]);
  };

  it('brings in what is new, and nothing the second time', async () => {
    const file = { banks: [RPH], people: [person('p1', 'editor')] };
    assert.deepEqual(await bring(file), { changed: ['bank rph', 'person p1'], left: [] });
    assert.deepEqual(await bring(file), { changed: [], left: [] });
  });

  it('brings in only what changed in the file', async () => {
    await bring({ banks: [RPH], people: [person('p1', 'editor'), person('p2')] });
    const again = await bring({ banks: [RPH], people: [person('p1', 'adviser'), person('p2')] });
    assert.deepEqual(again, { changed: ['person p1'], left: [] });
    assert.deepEqual(await rolesOf('p1'), ['adviser']);
  });

  it('leaves what people changed in Teams while the file stayed the same, and says nothing', async () => {
    await bring({ banks: [RPH] });
    await rename('Vår bank');
    assert.deepEqual(await bring({ banks: [RPH] }), { changed: [], left: [] });
    assert.equal(await bankName(), 'Vår bank');
  });

  it('leaves what changed on both sides, and says so each time, until it is forced', async () => {
    await bring({ banks: [RPH] });
    await rename('Vår bank');
    const changed = { banks: [{ ...RPH, name: 'Ny bank' }] };
    assert.deepEqual(await bring(changed), { changed: [], left: ['bank rph'] });
    assert.deepEqual(await bring(changed), { changed: [], left: ['bank rph'] });
    assert.equal(await bankName(), 'Vår bank');
    assert.deepEqual(await bring(changed, true), { changed: ['bank rph'], left: [] });
    assert.equal(await bankName(), 'Ny bank');
    assert.deepEqual(await bring(changed), { changed: [], left: [] });
  });

  it('forced, brings back what was changed in Teams alone, and leaves the rest in peace', async () => {
    await bring({ banks: [RPH], people: [person('p1', 'editor')] });
    await rename('Vår bank');
    assert.deepEqual(await bring({ banks: [RPH], people: [person('p1', 'editor')] }, true), { changed: ['bank rph'], left: [] });
    assert.equal(await bankName(), 'RPH Ressursbank');
  });

  it('who is taken out of the file loses the roles it gave, and keeps those given in Teams', async () => {
    await bring({ banks: [RPH], people: [person('kari', 'editor'), person('p2', 'adviser')] });
    await giveInTeams('kari', 'reviewer');
    assert.deepEqual(await bring({ banks: [RPH], people: [person('p2', 'adviser')] }), { changed: ['person kari'], left: [] });
    assert.deepEqual(await rolesOf('kari'), ['reviewer (Teams)']);
    assert.deepEqual(await rolesOf('p2'), ['adviser']);
  });

  it('the last one who is taken out too, when the file lists people at all', async () => {
    await bring({ banks: [RPH], people: [person('p1', 'editor')] });
    await bring({ banks: [RPH] });
    assert.deepEqual(await rolesOf('p1'), ['editor']);
    await bring({ banks: [RPH], people: [] });
    assert.deepEqual(await rolesOf('p1'), []);
  });

  it('who comes back into the file has the roles again', async () => {
    const both = { banks: [RPH], people: [person('p1', 'editor'), person('p2', 'adviser')] };
    await bring(both);
    await bring({ banks: [RPH], people: [person('p2', 'adviser')] });
    await bring(both);
    assert.deepEqual(await rolesOf('p1'), ['editor']);
  });

  it('a role that was given in Teams before the file gave it stays when the file no longer does', async () => {
    await bring({ banks: [RPH], people: [person('kari')] });
    await giveInTeams('kari', 'editor');
    await bring({ banks: [RPH], people: [person('kari', 'editor')] });
    assert.deepEqual(await rolesOf('kari'), ['editor (Teams)']);
    await bring({ banks: [RPH], people: [person('kari')] });
    assert.deepEqual(await rolesOf('kari'), ['editor (Teams)']);
  });

  it('a role that was taken away in Teams is a change of people there', async () => {
    await bring({ banks: [RPH], people: [person('kari', 'editor')] });
    await giveInTeams('kari', 'editor', 'false');
    assert.deepEqual(await rolesOf('kari'), []);
    assert.deepEqual(await bring({ banks: [RPH], people: [person('kari', 'editor')] }), { changed: [], left: [] });
    assert.deepEqual(await bring({ banks: [RPH], people: [person('kari', 'editor', 'adviser')] }), { changed: [], left: ['person kari'] });
    assert.deepEqual(await rolesOf('kari'), []);
  });

  it('a language that somebody chose is theirs, and no change of what the file says', async () => {
    await bring({ banks: [RPH], people: [person('kari', 'editor')] });
    await house.handle(pressed('kari', { verb: 'admin.setLocale', data: { bank: 'rph', locale: 'nn' } }, { place: inTeam('19:team-rph') }));
    assert.deepEqual(await bring({ banks: [RPH], people: [person('kari', 'adviser')] }), { changed: ['person kari'], left: [] });
    assert.equal((await house.storage.get(HOUSE, PERSON.name, 'kari'))?.body.locale, 'nn');
  });

  it('more people than fit in one commit', async () => {
    const people = Array.from({ length: 130 }, (_, at) => person(`p${at}`, 'editor'));
    assert.equal((await bring({ banks: [RPH], people })).changed.length, 131);
    assert.deepEqual(await bring({ banks: [RPH], people }), { changed: [], left: [] });
    const gone = await bring({ banks: [RPH], people: people.slice(0, 1) });
    assert.equal(gone.changed.length, 129);
  });

  it('people with roles are found among thousands', async () => {
    await bring({ banks: [RPH], people: [person('zoe', 'admin')] });
    for (let from = 0; from < 1100; from += 100) {
      const people = Array.from({ length: 100 }, (_, at) => PERSON.schema.parse({ id: `a${from + at}` }));
      await house.storage.commit(
        HOUSE,
        people.map((body) => ({ op: 'put', kind: PERSON.name, id: body.id, body })),
      );
    }
    const { reply } = await house.handle(pressed('ada', { verb: 'admin.roles', data: { bank: 'rph' } }));
    assert.match(JSON.stringify(reply), /P zoe/);
    await bring({ banks: [RPH], people: [] });
    assert.deepEqual(await rolesOf('zoe'), []);
  });

  it('a third bank by a set-up file alone, with a handbook of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bank-'));
    mkdirSync(join(folder, 'handbook/act'), { recursive: true });
    const entry = {
      id: 'A1',
      question: 'Hvor ofte møtes ACT-teamet?',
      answer: 'Hver morgen klokka ni.',
      source: 'Håndboka',
      asOf: '2026-01-01',
      reviewBy: '2027-01-01',
      owner: 'redaktør',
    };
    writeFileSync(join(folder, 'handbook/act/a.yaml'), JSON.stringify([entry]));
    const bank = { id: 'act', name: 'ACT-banken', handbook: join(folder, 'handbook/act'), teamsTeams: [{ id: '19:team-act' }] };
    writeFileSync(join(folder, 'setup.json'), JSON.stringify({ banks: [bank] }));
    const own = await openHouse({ env: { SETUP_FILE: join(folder, 'setup.json') } });
    try {
      const { reply } = await own.handle(said('kari', 'Hvor ofte møtes ACT-teamet?', { place: inTeam('19:team-act') }));
      assert.ok(reply.kind === 'show' && reply.card.name === 'handbook-answer' && reply.card.data.entry === 'A1');
      const banks = await own.house.bot.directory.banks();
      assert.deepEqual(
        banks.map(({ id }) => id),
        ['act'],
      );
    } finally {
      await own.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('what a bank leaves out is as the starter bank of the same id has it', async () => {
    await bring({ banks: [{ id: 'fact-ung', name: 'Vårt forum' }] });
    const stored = BANK.schema.parse((await house.storage.get(HOUSE, BANK.name, 'fact-ung'))?.body);
    const { name, handbook, careTeams } = stored;
    assert.deepEqual({ name, handbook, careTeams }, { name: 'Vårt forum', handbook: 'content/handbook/fact-ung', careTeams: ['FACT ung'] });
  });

  it('a bank that does not say whom it is for is for the teams that its file names', async () => {
    const team = (id: string, type: string) => ({ bank: 'act', id, name: id, type });
    await bring({ banks: [{ id: 'act', name: 'ACT-forum' }], teams: [team('a', 'ACT'), team('b', 'FACT'), team('c', 'ACT')] });
    const stored = BANK.schema.parse((await house.storage.get(HOUSE, BANK.name, 'act'))?.body);
    assert.deepEqual(stored.careTeams, ['ACT', 'FACT']);
  });
});
