import assert from 'node:assert/strict';
import { inPartition } from '../../../src/bot/partition.ts';
import { ASK, type Ask, CHECK } from '../../../src/features/contacts/model.ts';
import { recordsOfKind } from '../../support/house.ts';
import { type Bureau, bureau, person } from './bureau.ts';

const asksIn = async (now: Bureau): Promise<Readonly<Record<string, Ask>>> => {
  const all = (await recordsOfKind(now.storage, ASK.name)).map(({ body }) => ASK.schema.parse(body));
  return Object.fromEntries(all.map((ask) => [ask.team, ask]));
};
const checkIn = async (now: Bureau) => {
  const [check] = await recordsOfKind(now.storage, CHECK.name);
  return { id: check?.id ?? '', ...CHECK.schema.parse(check?.body) };
};
/** Everybody to whom a card is standing that asks about a team. */
const cardsTo = async (now: Bureau) =>
  (await recordsOfKind(now.storage, 'posting'))
    .filter(({ body }) => body.render === 'contacts.check')
    .map(({ id }) => id.split(':').slice(3).join(' '));

describe('contacts: still right?', () => {
  const at = bureau();

  it('only the centre begins a round, and never in July', async () => {
    assert.match((await at.now.presses('kari', 'contacts.startCheck', { months: '6' })).text, /Bare senteret/);
    assert.equal((await at.now.presses('roar', 'contacts.startCheck')).card, 'contacts-start-check');
    assert.equal((await recordsOfKind(at.now.storage, CHECK.name)).length, 0);
  });

  it('each leader is asked about one team at a time; those whom nobody can reach are on the coordinator’s list', async () => {
    await at.now.presses('roar', 'contacts.startCheck', { months: '6' });
    await at.now.at('2026-03-02T09:05');
    const asks = await asksIn(at.now);
    assert.deepEqual(Object.keys(asks).sort(), ['bakken', 'fjord', 'sandvik', 'tomt']);
    const karis = ['sandvik', 'fjord'].map((team) => asks[team]?.step).sort();
    assert.deepEqual(karis, ['leader', 'queued']);
    assert.deepEqual([asks.tomt?.outcome, asks.bakken?.outcome], ['unreachable', 'unreachable']);
    const { id } = await checkIn(at.now);
    const progress = await at.now.standing(`contacts:check:${id}`);
    assert.match(progress.text, /RPH Tomt/);
  });

  it('one press confirms, and the next team is asked about', async () => {
    const first = Object.values(await asksIn(at.now)).find(({ step }) => step === 'leader')?.team ?? '';
    await at.now.presses('kari', 'contacts.confirm', { team: first });
    await at.now.at('2026-03-02T09:10');
    const asks = await asksIn(at.now);
    assert.equal(asks[first]?.outcome, 'confirmed');
    const other = first === 'sandvik' ? 'fjord' : 'sandvik';
    assert.equal(asks[other]?.step, 'leader');
    assert.equal((await at.now.team(first)).lastConfirmedBy, 'Kari Medlem');
    assert.deepEqual((await cardsTo(at.now)).sort(), ['fjord kari', 'sandvik kari']);
  });

  it('silence: a reminder, then the deputy, then the coordinator’s list; and the round ends', async () => {
    const open = Object.values(await asksIn(at.now)).find(({ outcome }) => outcome === 'waiting')?.team ?? '';
    await at.now.at('2026-03-10T09:00');
    assert.equal((await asksIn(at.now))[open]?.step, 'reminded');
    assert.equal((await at.now.told()).filter(({ key }) => key.includes(':reminded:')).length, 1);
    await at.now.at('2026-04-20T09:00');
    const after = (await asksIn(at.now))[open];
    assert.equal(after?.outcome, 'unreachable');
    if (open === 'sandvik') assert.ok(after?.asked.includes('nils'));
    assert.equal((await checkIn(at.now)).state, 'ended');
  });

  it('somebody who left is asked no more: the deputy and the centre hear of it', async () => {
    await at.now.registers('nyeby', {
      name: 'RPH Nyeby',
      municipalities: ['5401'],
      leader: person('ola', 'Ola Ung'),
      deputy: person('nils', 'Nils Nynorsk'),
    });
    const { storage, house } = at.now;
    const left = house.features.find(({ name }) => name === 'contacts')?.left;
    const bank = await house.bot.directory.bank('rph');
    assert.ok(left && bank);
    await inPartition(storage, house.clock)('rph', (tx) => left({ bank, now: house.clock.now(), tx }, 'ola'));
    assert.deepEqual([(await at.now.team('nyeby')).leaderId, (await at.now.team('nyeby')).leader?.name], ['', 'Ola Ung']);
    const told = (await at.now.told()).filter(({ key }) => key.startsWith('contacts:nyeby:leaderGone'));
    assert.deepEqual(told.map(({ recipient }) => (recipient.to === 'person' ? recipient.aadId : '')).sort(), ['kaja', 'nils']);
  });

  it('the next round comes by itself half a year later', async () => {
    await at.now.at('2026-09-02T08:10');
    const checks = (await recordsOfKind(at.now.storage, CHECK.name)).map(({ body }) => CHECK.schema.parse(body));
    assert.equal(checks.length, 2);
    assert.equal(checks.filter(({ state }) => state === 'running').length, 1);
  });
});
