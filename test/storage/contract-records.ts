import assert from 'node:assert/strict';
import { Conflict } from '../../src/core/errors.ts';
import { type Change, MAX_CHANGES, MAX_COMMIT_BYTES, type Storage } from '../../src/storage/port.ts';
import { everything, idsOf, type Opened, putOf, START } from './contract-tools.ts';

const STRANGE = [
  'a/b\\c?d#e',
  'æøå ЖЯ 日本 👩‍👩‍👧',
  `"quoted" 'it''s' -- ;`,
  '%2F%',
  '19:abc@thread.tacv2;messageid=17',
  '..',
  ' x ',
  'x'.repeat(1000),
  '\n\t',
];

export function describeRecords(open: Opened): void {
  it('gives what was put, and nothing before', async () => {
    const { storage, bank } = open();
    assert.equal(await storage.get(bank, 'note', 'a'), undefined);
    const body = {
      text: 'Blåbær og 👍 \u0000 \ud800',
      n: -1.5,
      big: 2 ** 53,
      no: false,
      none: null,
      list: [1, { a: [] }],
      deep: { x: { y: 'z' } },
    };
    const [etag] = await storage.commit(bank, [putOf('a', body, { dueAt: 5 })]);
    const item = await storage.get(bank, 'note', 'a');
    assert.deepEqual(item, { bank, kind: 'note', id: 'a', etag, schema: 1, body, dueAt: 5 });
    assert.equal(await storage.get(bank, 'other', 'a'), undefined);
    assert.equal(await storage.get(`${bank}2`, 'note', 'a'), undefined);
  });
  it('drops what a second put leaves out', async () => {
    const { storage, bank } = open();
    await storage.commit(bank, [putOf('a', { x: 1, y: 2 }, { dueAt: 5, expiresAt: START + 5 })]);
    await storage.commit(bank, [putOf('a', { y: 3 })]);
    const item = await storage.get(bank, 'note', 'a');
    assert.deepEqual([item?.body, item?.dueAt, item?.expiresAt], [{ y: 3 }, undefined, undefined]);
  });
}

export function describeIds(open: Opened): void {
  for (const id of STRANGE) {
    it(`takes the id ${JSON.stringify(id.slice(0, 40))}`, async () => {
      const { storage, bank } = open();
      const [etag = ''] = await storage.commit(bank, [putOf(id, { id }, { expect: 'absent' })]);
      assert.deepEqual((await storage.get(bank, 'note', id))?.body, { id });
      assert.deepEqual(idsOf((await storage.list(bank, 'note')).items), [id]);
      await assert.rejects(storage.commit(bank, [putOf(id, {}, { expect: 'absent' })]), new Conflict('note', id));
      await storage.commit(bank, [{ op: 'remove', kind: 'note', id, expect: { etag } }]);
      assert.equal(await storage.get(bank, 'note', id), undefined);
    });
  }
  it('keeps kinds and ids apart that read the same together', async () => {
    const { storage, bank } = open();
    await storage.commit(bank, [
      { op: 'put', kind: 'a', id: 'b:c', body: { n: 1 } },
      { op: 'put', kind: 'a.b', id: 'c', body: { n: 2 } },
      { op: 'put', kind: 'A', id: 'b:c', body: { n: 3 } },
    ]);
    const found = await Promise.all([storage.get(bank, 'a', 'b:c'), storage.get(bank, 'a.b', 'c'), storage.get(bank, 'A', 'b:c')]);
    assert.deepEqual(
      found.map((item) => item?.body.n),
      [1, 2, 3],
    );
  });
}

export function describeCommits(open: Opened): void {
  it('gives a new etag for every write, by position, none for a removal', async () => {
    const { storage, bank } = open();
    const first = await storage.commit(bank, [putOf('a', {}), putOf('b', {})]);
    const second = await storage.commit(bank, [{ op: 'remove', kind: 'note', id: 'b' }, putOf('a', {})]);
    assert.equal(second[0], '');
    assert.equal(new Set([...first, ...second]).size, 4);
    assert.equal((await storage.get(bank, 'note', 'a'))?.etag, second[1]);
  });
  it('does nothing for no changes', async () => {
    const { storage, bank } = open();
    assert.deepEqual(await storage.commit(bank, []), []);
  });
  it('removes what is there and lets be what is not, along with other changes', async () => {
    const { storage, bank } = open();
    await storage.commit(bank, [putOf('a', {}), putOf('b', {})]);
    const removals = ['x', 'a', 'y'].map((id): Change => ({ op: 'remove', kind: 'note', id }));
    await storage.commit(bank, [...removals, putOf('c', {}, { expect: 'absent' })]);
    assert.deepEqual(idsOf((await storage.list(bank, 'note')).items), ['b', 'c']);
    await storage.commit(bank, removals);
    assert.equal(await storage.count(bank, 'note'), 2);
  });
}

export function describeRefusals(open: Opened): void {
  const refused: readonly [string, (etag: string) => Change, string][] = [
    ['a put that expects none where there is one', () => putOf('there', {}, { expect: 'absent' }), 'there'],
    ['a put on another etag', () => putOf('there', {}, { expect: { etag: 'other' } }), 'there'],
    ['a put on an etag where there is none', (etag) => putOf('gone', {}, { expect: { etag } }), 'gone'],
    ['a removal on another etag', () => ({ op: 'remove', kind: 'note', id: 'there', expect: { etag: 'other' } }), 'there'],
    ['a removal on an etag where there is none', (etag) => ({ op: 'remove', kind: 'note', id: 'gone', expect: { etag } }), 'gone'],
  ];
  for (const [what, change, id] of refused) {
    it(`refuses ${what}, names it, and writes nothing of the commit`, async () => {
      const { storage, bank } = open();
      const [etag = ''] = await storage.commit(bank, [putOf('there', { n: 1 })]);
      const second = putOf('there2', {}, { expect: { etag: 'never' } });
      const changes = [
        putOf('before', {}),
        { op: 'remove', kind: 'note', id: 'missing' } as const,
        change(etag),
        second,
        putOf('after', {}),
      ];
      await assert.rejects(storage.commit(bank, changes), new Conflict('note', id));
      const { items } = await storage.list(bank, 'note');
      assert.deepEqual(
        items.map((item) => [item.id, item.etag, item.body]),
        [['there', etag, { n: 1 }]],
      );
    });
  }
  it('refuses an etag that was good before a removal and a new put', async () => {
    const { storage, bank } = open();
    const [etag = ''] = await storage.commit(bank, [putOf('a', {})]);
    await storage.commit(bank, [{ op: 'remove', kind: 'note', id: 'a' }]);
    await storage.commit(bank, [putOf('a', {})]);
    await assert.rejects(storage.commit(bank, [putOf('a', {}, { expect: { etag } })]), Conflict);
  });
}

export function describeLimits(open: Opened): void {
  it(`takes ${MAX_CHANGES} changes, and not one more`, async () => {
    const { storage, bank } = open();
    const changes = Array.from({ length: MAX_CHANGES + 1 }, (_, n) => putOf(`n${n}`, { n }, { expect: 'absent' }));
    await assert.rejects(storage.commit(bank, changes), RangeError);
    await storage.commit(bank, changes.slice(1));
    assert.equal(await storage.count(bank, 'note'), MAX_CHANGES);
  });
  it('takes a commit up to its size, and not beyond', async () => {
    const { storage, bank } = open();
    const half = 'x'.repeat(MAX_COMMIT_BYTES / 2 - 100);
    await storage.commit(bank, [putOf('a', { half }), putOf('b', { half })]);
    await assert.rejects(storage.commit(bank, [putOf('a', { half }), putOf('c', { half: `${half}${'å'.repeat(100)}` })]), RangeError);
    assert.equal(await storage.count(bank, 'note'), 2);
  });
  const wrong: readonly [string, Change[]][] = [
    ['one record twice', [putOf('a', {}), { op: 'remove', kind: 'note', id: 'a' }]],
    ['an empty id', [putOf('', {})]],
    ['an id that is too long', [putOf('x'.repeat(1001), {})]],
    ['an id that is no text', [putOf('\ud800', {})]],
    ['a kind that is no name', [{ op: 'put', kind: 'a:b', id: 'c', body: {} }]],
  ];
  for (const [what, changes] of wrong) {
    it(`refuses ${what}`, async () => {
      const { storage, bank } = open();
      await assert.rejects(storage.commit(bank, changes), RangeError);
    });
  }
}

export function describeExpiry(open: () => { storage: Storage; bank: string; passTime: (ms: number) => void }): void {
  it('hides a record from its expiry on, everywhere', async () => {
    const { storage, bank, passTime } = open();
    const expiring = putOf('a', { n: 1 }, { kind: bank, expiresAt: START + 1000, dueAt: 1 });
    await storage.commit(bank, [expiring, putOf('b', { n: 1 }, { kind: bank, expiresAt: START + 60_000, dueAt: 1 })]);
    const seen = async () => [
      (await storage.get(bank, bank, 'a'))?.id,
      idsOf((await storage.list(bank, bank)).items),
      idsOf((await storage.list(bank, bank, { order: { field: 'n' } })).items),
      await storage.count(bank, bank),
      idsOf(await storage.due(bank, 1, 10)),
    ];
    passTime(999);
    assert.deepEqual(await seen(), ['a', ['a', 'b'], ['a', 'b'], 2, ['a', 'b']]);
    passTime(1);
    assert.deepEqual(await seen(), [undefined, ['b'], ['b'], 1, ['b']]);
    assert.deepEqual(idsOf((await everything(storage)).filter((item) => item.bank === bank)), ['b']);
  });
  it('counts an expired record as absent in a commit', async () => {
    const { storage, bank, passTime } = open();
    const lease = (holder: string) => putOf('lease', { holder }, { expect: 'absent', expiresAt: START + 2000 });
    const [etag = ''] = await storage.commit(bank, [lease('x')]);
    await assert.rejects(storage.commit(bank, [lease('y')]), Conflict);
    passTime(2000);
    await assert.rejects(storage.commit(bank, [putOf('lease', {}, { expect: { etag } })]), Conflict);
    await assert.rejects(storage.commit(bank, [{ op: 'remove', kind: 'note', id: 'lease', expect: { etag } }]), Conflict);
    await storage.commit(bank, [putOf('first', {}), putOf('lease', { holder: 'y' }, { expect: 'absent', expiresAt: START + 9000 })]);
    assert.deepEqual((await storage.get(bank, 'note', 'lease'))?.body, { holder: 'y' });
  });
  it('gives an expired lease to one of those who ask at once', async () => {
    const { storage, bank, passTime } = open();
    await storage.commit(bank, [putOf('lease', { holder: 'x' }, { expiresAt: START + 1000 })]);
    passTime(1000);
    const take = (holder: string) => storage.commit(bank, [putOf('lease', { holder }, { expect: 'absent', expiresAt: START + 9000 })]);
    const holders = ['a', 'b', 'c', 'd', 'e'];
    const outcomes = await Promise.allSettled(holders.map(take));
    const won = holders.filter((_, at) => outcomes[at]?.status === 'fulfilled');
    assert.equal(won.length, 1);
    assert.equal((await storage.get(bank, 'note', 'lease'))?.body.holder, won[0]);
    for (const outcome of outcomes) assert.ok(outcome.status === 'fulfilled' || outcome.reason instanceof Conflict);
  });
  it('lets a record live on that is put again', async () => {
    const { storage, bank, passTime } = open();
    const [etag = ''] = await storage.commit(bank, [putOf('a', {}, { expiresAt: START + 1000 })]);
    await storage.commit(bank, [putOf('a', { n: 2 }, { expiresAt: START + 3000, expect: { etag } })]);
    passTime(2000);
    assert.deepEqual((await storage.get(bank, 'note', 'a'))?.body, { n: 2 });
  });
}
