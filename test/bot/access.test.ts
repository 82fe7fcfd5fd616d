import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Incoming, Place } from '../../src/core/incoming.ts';
import { FakeRoster, inChat, inTeam, openHouse, personOf, pressed, said, type TestHouse, textsOf } from '../support/house.ts';

const QUESTION = 'Må vi ha psykolog i teamet?';
const SIGNED = { BOT_ID: 'bot', BOT_TENANT_ID: 'tenant', BOT_PASSWORD: 'secret', CLOCK: '' };

/** What the answer says of where somebody stands. */
async function standing(house: TestHouse, incoming: Incoming): Promise<string> {
  const { reply } = await house.handle(incoming);
  if (reply.kind === 'show' || reply.kind === 'form')
    return reply.card.name.startsWith('handbook') ? `bank ${reply.card.data.bank}` : reply.card.name;
  const text = textsOf(reply);
  if (text.startsWith('Jeg kjenner deg ikke')) return 'stranger';
  if (text.startsWith('Dette rommet')) return 'unbound';
  return text.startsWith('Bare den som har rollen') ? 'no right' : text;
}

describe('access', () => {
  let house: TestHouse;
  const open = async (env: Record<string, string> = {}, roster = new FakeRoster()) => {
    house = await openHouse({ env, roster });
  };
  afterEach(async () => {
    sinon.restore();
    await house.close();
  });

  describe('the bank of a place', () => {
    const channel = (channelId: string): Place => ({
      kind: 'channel',
      conversationId: `${channelId};messageid=1`,
      teamsTeamId: '19:elsewhere',
      channelId,
    });
    const table: readonly (readonly [what: string, who: string, place: Place, stands: string])[] = [
      ['the team that is bound', 'sara', inTeam('19:team-rph'), 'bank rph'],
      ['a channel that the set-up names, in a team that is not bound', 'sara', channel('19:rph-radgivere'), 'bank rph'],
      ['a channel for announcements', 'sara', channel('19:rph-kunngjoring'), 'bank rph'],
      ['any other channel', 'kari', channel('19:other'), 'unbound'],
      ['any other channel, for an admin', 'ada', channel('19:other'), 'admin-bind'],
      ['a group chat, as a chat with the one who writes', 'kari', { kind: 'group', conversationId: '19:g@thread.v2' }, 'bank rph'],
      ['a chat with who is in one bank', 'kari', inChat('kari'), 'bank rph'],
      ['a chat with who is in another', 'ola', inChat('ola'), 'bank fact-ung'],
      ['a chat with who is in two', 'berit', inChat('berit'), 'admin-choose-bank'],
      ['a chat with who has a role and is in no room', 'ada', inChat('ada'), 'bank rph'],
      ['a chat with who is in none', 'sara', inChat('sara'), 'stranger'],
    ];
    for (const [what, who, place, stands] of table) {
      it(`${what}: ${stands}`, async () => {
        await open(SIGNED);
        assert.equal(await standing(house, said(who, QUESTION, { place })), stands);
      });
    }

    it('is never decided by the channel account', async () => {
      await open(SIGNED);
      const person = { id: '29:kari', name: 'Kari Medlem' };
      assert.equal(await standing(house, said('kari', QUESTION, { person })), 'stranger');
      assert.equal(await standing(house, said('kari', QUESTION, { person: { ...person, id: 'kari' } })), 'stranger');
    });

    it('an admin of the configuration is an admin of every bank', async () => {
      await open({ ...SIGNED, ADMINS: 'sara' });
      assert.equal(await standing(house, said('sara', 'hei')), 'admin-choose-bank');
      assert.equal(await standing(house, said('sara', 'oppsett', { place: inTeam('19:team-fact-ung') })), 'admin-setup');
    });

    it('is no longer the one that was chosen when the person is not in it any more', async () => {
      await open(SIGNED);
      await house.handle(pressed('berit', { verb: 'admin.chooseBank', data: { bank: 'rph' } }));
      assert.equal(await standing(house, said('berit', QUESTION)), 'bank rph');
      house.roster.rooms.set('19:team-rph', []);
      await house.house.bot.members.changed('19:team-rph', { joined: [], left: [personOf('berit')] });
      assert.equal(await standing(house, said('berit', 'Hva er en AUS?')), 'bank fact-ung');
    });
  });

  describe('local mode', () => {
    it('without a set-up file everyone is admin of the starter banks', async () => {
      await open({ SETUP_FILE: '' });
      assert.equal(await standing(house, said('sara', 'hei')), 'admin-choose-bank');
      assert.equal(await standing(house, said('sara', 'hei', { place: inTeam('19:new') })), 'admin-bind');
      await house.handle(pressed('sara', { verb: 'admin.bindTeam', data: { bank: 'rph' } }, { place: inTeam('19:new') }));
      assert.equal(await standing(house, said('kari', QUESTION, { place: inTeam('19:new') })), 'bank rph');
    });

    it('where a roster can not be had everyone is a member', async () => {
      const roster = new FakeRoster();
      roster.fails = true;
      await open({}, roster);
      assert.equal(await standing(house, said('sara', 'hei')), 'admin-choose-bank');
    });

    it('but roles are what they are', async () => {
      const roster = new FakeRoster();
      roster.fails = true;
      await open({}, roster);
      assert.equal(await standing(house, pressed('sara', { verb: 'admin.roles', data: { bank: 'rph' } })), 'no right');
    });

    it('an empty roster is a roster', async () => {
      const roster = new FakeRoster();
      for (const team of roster.rooms.keys()) roster.rooms.set(team, []);
      await open({}, roster);
      assert.equal(await standing(house, said('kari', QUESTION)), 'stranger');
    });

    it('who is missing in a held roster and can not be looked up is not sent away', async () => {
      await open();
      await house.handle(said('kari', QUESTION));
      house.roster.fails = true;
      assert.notEqual(await standing(house, said('sara', QUESTION)), 'stranger');
    });
  });

  it('outside local mode a roster that can not be had makes nobody a member', async () => {
    const roster = new FakeRoster();
    roster.fails = true;
    await open(SIGNED, roster);
    assert.match(await standing(house, said('kari', QUESTION)), /^Teams sier ikke akkurat nå/, 'nobody is called a stranger for it');
    assert.match(
      await standing(house, pressed('kari', { verb: 'handbook.show', data: { bank: 'rph', entry: 'R12' } })),
      /^Teams sier ikke/,
    );
    assert.equal(
      await standing(house, said('kari', QUESTION, { place: inTeam('19:team-rph') })),
      'bank rph',
      'who writes in the room is in it',
    );
  });

  describe('standing in another bank', () => {
    const inBank = async (who: string, bank: string, place: Place = inChat(who), person = personOf(who)) => {
      const { member, roles } = await house.house.bot.standsIn(said(who, '', { place, person }), bank);
      return [member ? 'member' : 'no member', ...[...roles].toSorted()].join(', ');
    };
    const table: readonly (readonly [what: string, who: string, bank: string, stands: string])[] = [
      ['who is in its room', 'kari', 'rph', 'member'],
      ['who is in another bank’s room', 'kari', 'fact-ung', 'no member'],
      ['who is in two, in one', 'berit', 'fact-ung', 'member'],
      ['who has a role', 'roar', 'rph', 'member, adviser'],
      ['who has a role elsewhere', 'roar', 'fact-ung', 'no member'],
      ['its admin, in no room', 'ada', 'rph', 'member, admin, adviser, editor'],
      ['an admin of the configuration', 'sara', 'fact-ung', 'member, admin, adviser, editor'],
      ['a bank that is not there', 'sara', 'nowhere', 'no member'],
      ['a bank of no name', 'ada', '', 'no member'],
    ];
    for (const [what, who, bank, stands] of table) {
      it(`${what}: ${stands}`, async () => {
        await open({ ...SIGNED, ADMINS: 'sara' });
        assert.equal(await inBank(who, bank), stands);
        assert.equal(await inBank(who, bank, inTeam('19:team-fact-alle')), stands, 'wherever it is asked');
      });
    }

    it('who writes in one of its rooms is a member of it alone', async () => {
      await open(SIGNED);
      const room = inTeam('19:team-fact-ung');
      assert.deepEqual([await inBank('sara', 'fact-ung', room), await inBank('sara', 'rph', room)], ['member', 'no member']);
    });

    it('goes by no channel account, and by no roster that can not be had', async () => {
      await open(SIGNED);
      assert.equal(await inBank('kari', 'rph', inChat('kari'), { id: '29:kari', name: 'Kari' }), 'no member');
      house.roster.fails = true;
      assert.equal(await inBank('kari', 'rph'), 'no member');
      assert.equal(await inBank('ada', 'rph'), 'member, admin, adviser, editor');
    });

    it('in local mode is as there: open without a set-up file, else by rosters', async () => {
      await open({ SETUP_FILE: '' });
      assert.match(await inBank('sara', 'rph'), /^member, admin, adviser, coordinator, editor, reviewer$/);
      assert.equal(await inBank('sara', 'nowhere'), 'no member');
      await house.close();
      await open();
      assert.equal(await inBank('sara', 'rph'), 'no member');
      house.roster.fails = true;
      await house.house.bot.members.changed('19:team-rph', { joined: [personOf('sara')], left: [] });
      assert.equal(await inBank('sara', 'rph'), 'member');
    });
  });

  describe('rosters', () => {
    beforeEach(() => open(SIGNED));

    it('are held: many questions of a member ask for each once', async () => {
      for (const n of [1, 2, 3]) await house.handle(said('kari', QUESTION, { place: inChat('kari', `${n}`) }));
      assert.deepEqual(house.roster.asked, { members: 3, member: 0 });
    });

    it('of all banks are asked for at once: one that hangs holds up no other', async () => {
      const ask = house.roster.members.bind(house.roster);
      const all = Promise.withResolvers<void>();
      house.roster.members = async (...of) => {
        const found = await ask(...of);
        if (house.roster.asked.members === 3) all.resolve();
        await all.promise;
        return found;
      };
      assert.equal(await standing(house, said('kari', QUESTION)), 'bank rph');
    });

    it('who came in since is found by a look-up', async () => {
      await house.handle(said('kari', QUESTION));
      house.roster.rooms.get('19:team-rph')?.push({ aadId: 'sara', name: 'Sara Strand' });
      assert.equal(await standing(house, said('sara', QUESTION)), 'bank rph');
    });

    it('who left is out at once', async () => {
      await house.handle(said('kari', QUESTION));
      house.roster.rooms.set('19:team-rph', []);
      assert.equal(await standing(house, said('kari', QUESTION)), 'bank rph', 'nobody has told the bot yet');
      const { text: _, hasFiles: _files, ...base } = said('nils', '', { place: inTeam('19:team-rph') });
      await house.handle({ ...base, kind: 'members', joined: [], left: [personOf('kari')] });
      assert.equal(await standing(house, said('kari', QUESTION)), 'stranger');
    });

    it('who left is out though Teams still names them, until they come back', async () => {
      const { text: _, hasFiles: _files, ...base } = said('nils', '', { place: inTeam('19:team-rph') });
      const change = (joined: readonly string[], left: readonly string[]) =>
        house.handle({ ...base, key: `${joined}-${left}`, kind: 'members', joined: joined.map(personOf), left: left.map(personOf) });
      await house.handle(said('kari', QUESTION));
      await change([], ['kari']);
      assert.equal(await standing(house, said('kari', QUESTION)), 'stranger');
      await change(['kari'], []);
      assert.equal(await standing(house, said('kari', QUESTION)), 'bank rph');
    });

    it('a leaver without a directory id makes the roster be fetched anew', async () => {
      await house.handle(said('kari', QUESTION));
      house.roster.rooms.set('19:team-rph', []);
      const { text: _, hasFiles: _files, ...base } = said('nils', '', { place: inTeam('19:team-rph') });
      await house.handle({ ...base, kind: 'members', joined: [], left: [{ id: '29:kari', name: '' }] });
      assert.equal(await standing(house, said('kari', QUESTION)), 'stranger');
    });

    it('are fetched anew after a quarter of an hour', async () => {
      const timers = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
      await house.handle(said('kari', QUESTION));
      house.roster.rooms.set('19:team-rph', []);
      timers.tick(15 * 60_000 + 1);
      assert.equal(await standing(house, said('kari', QUESTION)), 'stranger');
    });

    it('one that failed is asked for again before long', async () => {
      const timers = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
      house.roster.fails = true;
      assert.match(await standing(house, said('kari', QUESTION)), /^Teams sier ikke/);
      house.roster.fails = false;
      assert.match(await standing(house, said('kari', QUESTION)), /^Teams sier ikke/, 'believed for a while');
      timers.tick(30_001);
      assert.equal(await standing(house, said('kari', QUESTION)), 'bank rph');
    });
  });
});
