import assert from 'node:assert/strict';
import { Unavailable } from '../../src/core/errors.ts';
import { CONVERSATION } from '../../src/core/outbox.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { HOUSE, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { ADDRESS, knowChat } from './support.ts';

describe('delivery: where people are reached', () => {
  let inner: Storage;
  let lists: number;
  let fails: boolean;
  let now: number;
  const open = () => {
    const storage: Storage = {
      ...inner,
      get: (...of) => inner.get(...of),
      commit: (...of) => inner.commit(...of),
      list: async (...of) => {
        lists++;
        if (fails) throw new Unavailable('away');
        return inner.list(...of);
      },
    };
    return createPlaces(storage, { real: () => now });
  };
  beforeEach(() => {
    inner = createSqlite({ file: ':memory:' });
    [lists, fails, now] = [0, false, 1_000_000];
  });
  afterEach(() => inner.close());

  it('is looked up once for many people, known and unknown', async () => {
    await knowChat(inner, 'c-kari', 'kari');
    await inner.commit(HOUSE, [{ op: 'put', kind: CONVERSATION.name, id: '19:thread', body: ADDRESS }]);
    const places = open();
    const found = await Promise.all(['kari', 'ola', '', 'undefined', 'nils', 'kari'].map((who) => places.personalChat(who)));
    assert.deepEqual(found, ['c-kari', undefined, undefined, undefined, undefined, 'c-kari']);
    assert.equal(lists, 1);
  });

  it('finds everybody, however many there are', async () => {
    for (let from = 0; from < 2_100; from += 100) {
      const puts = Array.from({ length: 100 }, (_, n) => {
        const id = `c${from + n}`;
        return { op: 'put', kind: CONVERSATION.name, id, body: { ...ADDRESS, aadId: `p${from + n}` } } as const;
      });
      await inner.commit(HOUSE, puts);
    }
    const places = open();
    for (const n of [0, 999, 1_000, 1_999, 2_099]) assert.equal(await places.personalChat(`p${n}`), `c${n}`);
    assert.equal(lists, 3);
  });

  it('knows at once what it opened itself, and what it found to be gone', async () => {
    const places = open();
    assert.equal(await places.personalChat('kari'), undefined);
    await places.rememberChat('kari', 'c-kari', ADDRESS);
    assert.equal(await places.personalChat('kari'), 'c-kari');
    await places.forgetChat('c-kari');
    assert.equal(await places.personalChat('kari'), undefined);
  });

  it('sees before long what others wrote down', async () => {
    const places = open();
    await places.personalChat('kari');
    await knowChat(inner, 'c-kari', 'kari');
    now += 4_000;
    assert.equal(await places.personalChat('kari'), 'c-kari');
  });

  it('never gives an address that was deleted meanwhile', async () => {
    await knowChat(inner, 'c-kari', 'kari');
    const places = open();
    assert.equal(await places.personalChat('kari'), 'c-kari');
    await inner.commit(HOUSE, [{ op: 'remove', kind: CONVERSATION.name, id: 'c-kari' }]);
    assert.equal(await places.personalChat('kari'), undefined);
    await knowChat(inner, 'c-new', 'kari');
    now += 4_000;
    assert.equal(await places.personalChat('kari'), 'c-new');
    await inner.commit(HOUSE, [{ op: 'put', kind: CONVERSATION.name, id: 'c-new', body: { ...ADDRESS, aadId: 'ola' } }]);
    assert.equal(await places.personalChat('kari'), undefined);
  });

  it('a store that does not answer is asked again', async () => {
    await knowChat(inner, 'c-kari', 'kari');
    const places = open();
    fails = true;
    await assert.rejects(places.personalChat('kari'), Unavailable);
    await places.rememberChat('ola', 'c-ola', ADDRESS);
    fails = false;
    assert.deepEqual([await places.personalChat('kari'), await places.personalChat('ola')], ['c-kari', 'c-ola']);
  });
});
