import assert from 'node:assert/strict';
import { openSigning } from '../../src/bot/signing.ts';
import { Unavailable } from '../../src/core/errors.ts';
import { HOUSE, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { openHouse, recordsOfKind } from '../support/house.ts';

describe('signing', () => {
  let storage: Storage;
  beforeEach(() => {
    storage = createSqlite({ file: ':memory:' });
  });
  afterEach(() => storage.close());

  it('signs the same parts alike, all others otherwise', async () => {
    const { sign } = await openSigning(storage);
    assert.match(sign('ics', 'w1'), /^[0-9a-f]{32}$/);
    assert.equal(sign('ics', 'w1'), sign('ics', 'w1'));
    const all = [sign('ics', 'w1'), sign('ics', 'w2'), sign('icsw1'), sign('ics', 'w1', ''), sign('w1', 'ics'), sign()];
    assert.equal(new Set(all).size, all.length);
  });

  it('knows its own signatures from others', async () => {
    const { sign, isSigned } = await openSigning(storage);
    const given = sign('ics', 'w1');
    assert.equal(isSigned(given, 'ics', 'w1'), true);
    for (const wrong of [sign('ics', 'w2'), given.slice(1), `${given}0`, given.toUpperCase(), '', 'å'.repeat(16), 'å'.repeat(32)])
      assert.equal(isSigned(wrong, 'ics', 'w1'), false, wrong);
  });

  it('is the same for every process on a store, and no other’s', async () => {
    const all = await Promise.all([openSigning(storage), openSigning(storage), openSigning(storage)]);
    all.push(await openSigning(storage));
    assert.equal(new Set(all.map(({ sign }) => sign('ics', 'w1'))).size, 1);
    assert.equal((await recordsOfKind(storage, 'secret')).length, 1);
    const elsewhere = createSqlite({ file: ':memory:' });
    assert.notEqual((await openSigning(elsewhere)).sign('ics', 'w1'), all[0]?.sign('ics', 'w1'));
    await elsewhere.close();
  });

  it('a store that does not take the secret is no reason to sign without one', async () => {
    const full = { ...storage, get: storage.get.bind(storage), commit: () => Promise.reject(new Unavailable('full')) };
    await assert.rejects(openSigning(full), Unavailable);
  });

  it('lies in the house, where the backup finds it', async () => {
    const house = await openHouse({ storage });
    const [secret] = await recordsOfKind(storage, 'secret');
    assert.deepEqual([secret?.bank, secret?.dueAt, secret?.expiresAt], [HOUSE, undefined, undefined]);
    assert.equal(house.house.signing.sign('ics', 'w1'), (await openSigning(storage)).sign('ics', 'w1'));
    await house.house.delivery.stop();
  });
});
