import assert from 'node:assert/strict';
import { BANK } from '../../../src/core/banks.ts';
import { setupSchema } from '../../../src/core/setup.ts';
import { bringIn } from '../../../src/furnish.ts';
import { HOUSE } from '../../../src/storage/port.ts';
import { inTeam, openHouse, pressed, said, type TestHouse, textsOf } from '../../support/house.ts';

const PLACE = inTeam('19:team-rph');

describe('a bank’s public calendar', () => {
  let house: TestHouse;
  const open = async (env: Record<string, string> = {}) => {
    house = await openHouse({ env: { PUBLIC_URL: 'https://bot.example.no/', ...env } });
  };
  beforeEach(() => open());
  afterEach(() => house.close());

  const isOn = async (bank = 'rph') => BANK.schema.parse((await house.storage.get(HOUSE, BANK.name, bank))?.body).feed;
  async function press(data: Record<string, string> = {}, who = 'ada') {
    const { reply } = await house.handle(pressed(who, { verb: 'admin.feed', data: { bank: 'rph', ...data } }, { place: PLACE }));
    if (reply.kind !== 'form' && reply.kind !== 'show') return { kind: reply.kind, text: textsOf(reply), button: undefined };
    const { card } = house.house.render(reply.card, 'nb');
    const [button] = card.actions as { title: string; verb: string; data: Record<string, string> }[];
    return { kind: reply.kind, text: textsOf(card), button };
  }

  it('is off, and the form says so, what would be in it and how it is switched on', async () => {
    const { kind, text, button } = await press();
    assert.equal(kind, 'form');
    assert.match(text, /^Åpen kalender for RPH Ressursbank\nKalenderen er slått av/);
    assert.match(text, /åpne arrangementene[^\n]*teamledere og møtelenker er aldri med/);
    assert.doesNotMatch(text, /https/);
    assert.deepEqual([button?.title, button?.verb, button?.data], ['Slå på', 'admin.feed', { bank: 'rph', on: 'true' }]);
    assert.equal(await isOn(), false);
  });

  it('switched on, it tells where it is, and can be switched off', async () => {
    const { kind, text, button } = await press({ on: 'true' });
    assert.deepEqual([kind, await isOn(), await isOn('fact-ung')], ['show', true, false]);
    assert.match(
      text,
      /slått på[\s\S]*\[https:\/\/bot\.example\.no\/calendar\/rph\.ics\]\(https:\/\/bot\.example\.no\/calendar\/rph\.ics\)/,
    );
    assert.deepEqual([button?.title, button?.data.on], ['Slå av', 'false']);
    assert.match((await press()).text, /slått på/);
    assert.match((await press({ on: 'false' })).text, /slått av/);
    assert.equal(await isOn(), false);
  });

  it('pressed twice is pressed once', async () => {
    await press({ on: 'true' });
    const before = await house.storage.get(HOUSE, BANK.name, 'rph');
    await press({ on: 'true' });
    assert.equal((await house.storage.get(HOUSE, BANK.name, 'rph'))?.etag, before?.etag);
  });

  it('is seen by the next turn', async () => {
    await press({ on: 'true' });
    assert.equal((await house.house.bot.directory.bank('rph'))?.feed, true);
  });

  it('is for admins alone', async () => {
    for (const who of ['kari', 'eli', 'roar', 'sara']) assert.match((await press({ on: 'true' }, who)).text, /^Bare den som har rollen/);
    assert.equal(await isOn(), false);
  });

  it('says what is missing when nobody has said where the bot can be reached', async () => {
    await house.close();
    await open({ PUBLIC_URL: '', PORT: '0' });
    assert.match((await press({ on: 'true' })).text, /Adressen kan ikke vises ennå.*PUBLIC_URL/);
  });

  it('has a button in the set-up', async () => {
    const { reply } = await house.handle(said('ada', 'oppsett', { place: PLACE }));
    assert.ok(reply.kind === 'show');
    const card = JSON.stringify(house.house.render(reply.card, 'nb').card);
    assert.match(card, /"title":"Kalender","verb":"admin\.feed","data":\{"bank":"rph"\}/);
  });

  describe('and the set-up file', () => {
    const RPH = { id: 'rph', name: 'RPH Ressursbank', teamsTeams: [{ id: '19:team-rph' }] };
    const bring = (bank: object, force = false) => bringIn(house.house, setupSchema.parse({ banks: [bank] }), force);
    beforeEach(() => bring(RPH));

    it('stays on through every import, and is no change of what the file says', async () => {
      await press({ on: 'true' });
      assert.deepEqual(await bring(RPH), { changed: [], left: [] });
      assert.deepEqual(await bring({ ...RPH, name: 'Ny bank' }), { changed: ['bank rph'], left: [] });
      assert.equal(await isOn(), true);
      assert.deepEqual(await bring({ ...RPH, name: 'Nyere bank' }, true), { changed: ['bank rph'], left: [] });
      assert.equal(await isOn(), true);
      await press({ on: 'false' });
      assert.deepEqual(await bring(RPH), { changed: ['bank rph'], left: [] });
      assert.equal(await isOn(), false);
    });

    it('forced, it is nothing to be brought back', async () => {
      await press({ on: 'true' });
      assert.deepEqual(await bring(RPH, true), { changed: [], left: [] });
    });

    it('a bank from before there were calendars is as the file left it', async () => {
      const item = await house.storage.get(HOUSE, BANK.name, 'rph');
      const { feed: _, ...before } = item?.body ?? {};
      await house.storage.commit(HOUSE, [{ op: 'put', kind: BANK.name, id: 'rph', body: before }]);
      assert.deepEqual(await bring({ ...RPH, name: 'Ny bank' }), { changed: ['bank rph'], left: [] });
      assert.equal(await isOn(), false);
    });
  });
});
