import assert from 'node:assert/strict';
import { inPartition } from '../../../src/bot/partition.ts';
import { recordsOf } from '../../support/house.ts';
import { type Bureau, bureau } from './bureau.ts';

/** Records of the register that say something. */
async function saying(now: Bureau, text: string): Promise<readonly string[]> {
  const ours = (await recordsOf(now.storage)).filter(({ kind }) => kind.startsWith('team') || kind === 'contacts-consent');
  return ours.filter(({ id, body }) => JSON.stringify([id, body]).includes(text)).map(({ kind, id }) => `${kind} ${id}`);
}

describe('contacts: what is kept of a person', () => {
  const at = bureau();

  it('«mine data» says which teams, and «slett mine data» takes the person out of them and of their history', async () => {
    await at.now.presses('kari', 'contacts.save', { team: 'sandvik', leaderEmail: 'privat@example.no' });
    await at.now.presses('kari', 'contacts.consent', { team: 'sandvik' });
    assert.match((await at.now.says('kari', 'mine data')).text, /RPH Sandvik, RPH Fjord|RPH Fjord, RPH Sandvik/);
    await at.now.presses('kari', 'admin.forgetMe', { confirm: 'true' });
    assert.deepEqual(await saying(at.now, 'privat@example.no'), []);
    assert.deepEqual(await saying(at.now, 'Kari Medlem'), []);
    assert.deepEqual(await saying(at.now, '"kari"'), []);
    assert.equal((await at.now.team('sandvik')).deputyId, 'nils', 'nobody else goes');
  });

  it('who left goes from the record some months later, and not before', async () => {
    const { storage, house } = at.now;
    const left = house.features.find(({ name }) => name === 'contacts')?.left;
    const bank = await house.bot.directory.bank('rph');
    assert.ok(left && bank);
    await inPartition(storage, house.clock)('rph', (tx) => left({ bank, now: house.clock.now(), tx }, 'nils'));
    await at.now.at('2026-05-30T09:00');
    assert.equal((await at.now.team('sandvik')).deputy?.name, 'Nils Nynorsk');
    await at.now.at('2026-06-03T09:00');
    assert.equal((await at.now.team('sandvik')).deputy, null);
    assert.equal((await at.now.team('bakken')).leader?.name, 'Berit Begge', 'who was never linked stays');
  });

  it('a form to an adviser begins with the team that one answers for', async () => {
    await at.now.registers('nyeby', {
      name: 'RPH Nyeby',
      municipalities: ['4614'],
      status: 'forprosjekt',
      leader: { id: 'ola', name: 'Ola Ung', email: 'ola@example.no', phone: '' },
    });
    const { data } = await at.now.says('ola', 'spør rådgiver Hvordan kommer vi i gang?');
    const { team, region, phase } = data.chosen as Record<string, string>;
    assert.deepEqual([team, region, phase], ['RPH Nyeby', 'vest', 'forprosjekt']);
  });
});
