import assert from 'node:assert/strict';
import { backup, restore } from '../src/backup.ts';
import { openSigning } from '../src/bot/signing.ts';
import { SetupError, Unavailable } from '../src/core/errors.ts';
import { openCosmos } from '../src/storage/cosmos.ts';
import type { Schema } from '../src/storage/migrations.ts';
import { HOUSE, type Item, type Put, type Storage } from '../src/storage/port.ts';
import { createSqlite } from '../src/storage/sqlite.ts';
import { type CosmosGate, startCosmosGate } from './support/cosmos-gate.ts';

const FUTURE = Date.now() + 3_600_000;
const HEADER = '{"format":"ressursbank-backup","version":1,"schema":1}';
const RECORD = '{"bank":"rph","kind":"note","id":"a","schema":1,"body":{"n":1}}';
const END = '{"end":true,"records":1}';

function put(id: string, body: Record<string, unknown>, more: Partial<Put> = {}): Put {
  return { op: 'put', kind: 'note', id, body, ...more };
}

function inMemory(schema?: Schema): Storage {
  return createSqlite({ file: ':memory:', ...(schema === undefined ? {} : { schema }) });
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const collected: string[] = [];
  for await (const line of lines) collected.push(line);
  return collected;
}

async function contents(storage: Storage): Promise<Omit<Item, 'etag'>[]> {
  const { items } = await storage.all();
  return items.map(({ etag: _own, ...record }) => record).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function filled(): Promise<Storage> {
  const storage = inMemory();
  await storage.commit(
    'rph',
    Array.from({ length: 100 }, (_, n) => put(`n${n}`, { n })),
  );
  await storage.commit('rph', [put('æ/ø"', { text: 'Blåbær\n👍', list: [1, null] }, { dueAt: 5 }), put('z', {}, { expiresAt: FUTURE })]);
  await storage.commit('fact', [put('n1', { n: 'another' })]);
  await storage.commit(HOUSE, [
    put('sender', { holder: 'x' }, { kind: 'lease', expiresAt: FUTURE }),
    put('clock', { now: 1 }, { kind: 'clock' }),
  ]);
  return storage;
}

const refusal = (reason: RegExp) => (error: unknown) =>
  error instanceof SetupError && error.faults.length > 0 && reason.test(error.message);

describe('backup', () => {
  let gate: CosmosGate;
  before(async () => {
    gate = await startCosmosGate();
  });
  after(() => gate.stop());

  it('goes from SQLite to Cosmos DB and back, all but leases', async () => {
    const first = await filled();
    const cosmos = await openCosmos({ endpoint: gate.endpoint, database: 'backup' });
    const last = inMemory();
    const expected = (await contents(first)).filter((item) => item.kind !== 'lease');
    assert.equal(await restore(cosmos, backup(first)), expected.length);
    assert.deepEqual(await contents(cosmos), expected);
    assert.equal(await restore(last, backup(cosmos)), expected.length);
    assert.deepEqual(await contents(last), expected);
    await cosmos.close();
  });

  it('writes a header, a line for each record and their number', async () => {
    const storage = inMemory();
    await storage.commit('rph', [put('a', { n: 1 })]);
    assert.deepEqual(await collect(backup(storage)), [HEADER, RECORD, END]);
  });

  it('keeps commits within their size', async () => {
    const source = inMemory();
    const text = 'x'.repeat(700_000);
    for (const id of ['a', 'b', 'c']) await source.commit('rph', [put(id, { text })]);
    const target = inMemory();
    assert.equal(await restore(target, backup(source)), 3);
    assert.equal(await target.count('rph', 'note'), 3);
  });

  const wrong: readonly [string, string[], RegExp][] = [
    ['no lines', [], /ikke hel/],
    ['another file', ['{"id":"R1"}'], /ingen sikkerhetskopi/],
    ['a header of a newer schema', [HEADER.replace('"schema":1', '"schema":2'), END], /nyere/],
    ['a header of a newer format', [HEADER.replace('"version":1', '"version":2'), END], /nyere/],
    ['a line that is no JSON', [HEADER, RECORD, RECORD.slice(0, 20)], /Linje 3 /],
    ['a record without a kind', [HEADER, '', RECORD.replace('"kind":"note",', '')], /Linje 3 /],
    ['a record with a name that no store takes', [HEADER, RECORD.replace('note', 'no:te')], /Linje 2 /],
    ['a record of a newer schema', [HEADER, RECORD.replace('"schema":1', '"schema":2')], /Linje 2 /],
    ['a record twice', [HEADER, RECORD, RECORD], /Linje 3 /],
    ['a number of records that is wrong', [HEADER, RECORD, END.replace('1', '2')], /Linje 3 /],
    ['something after the end', [HEADER, RECORD, END, RECORD], /Linje 4 /],
    ['a missing end', [HEADER, RECORD], /slutten mangler/],
  ];
  for (const [what, lines, reason] of wrong) {
    it(`refuses ${what} before anything is written`, async () => {
      const storage = inMemory();
      await assert.rejects(restore(storage, lines), refusal(reason));
      assert.deepEqual(await contents(storage), []);
    });
  }

  it('refuses a store that holds something else', async () => {
    const storage = inMemory();
    await storage.commit('rph', [put('mine', {})]);
    await assert.rejects(restore(storage, [HEADER, RECORD, END]), refusal(/ikke tomt/));
    assert.equal((await contents(storage)).length, 1);
  });

  it('refuses a store where a record of the backup has changed', async () => {
    const storage = inMemory();
    await storage.commit('rph', [put('a', { n: 2 })]);
    await assert.rejects(restore(storage, [HEADER, RECORD, END]), refusal(/ikke tomt/));
  });

  it('minds neither leases nor the clock', async () => {
    const storage = inMemory();
    await storage.commit(HOUSE, [put('sender', {}, { kind: 'lease' }), put('clock', { now: 9 }, { kind: 'clock' })]);
    assert.equal(await restore(storage, backup(await filled())), 104);
    assert.deepEqual((await storage.get(HOUSE, 'clock', 'clock'))?.body, { now: 1 });
  });

  it('brings the secret that links are signed with, whatever the store has made up meanwhile', async () => {
    const source = inMemory();
    const target = inMemory();
    const signed = (await openSigning(source)).sign('ics', 'w1');
    await openSigning(target);
    await restore(target, backup(source));
    assert.equal((await openSigning(target)).isSigned(signed, 'ics', 'w1'), true);
  });

  it('finishes what was broken off', async () => {
    const source = await filled();
    const target = inMemory();
    let commits = 0;
    const failing: Storage = {
      get: (...call) => target.get(...call),
      list: (...call) => target.list(...call),
      count: (...call) => target.count(...call),
      due: (...call) => target.due(...call),
      all: (...call) => target.all(...call),
      wipe: () => target.wipe(),
      close: () => target.close(),
      commit: async (...call) => {
        if (++commits === 3) throw new Error('the plug was pulled');
        return target.commit(...call);
      },
    };
    await assert.rejects(restore(failing, backup(source)), /plug/);
    assert.ok((await contents(target)).length > 0);
    await restore(target, backup(source));
    assert.deepEqual(
      await contents(target),
      (await contents(source)).filter((item) => item.kind !== 'lease'),
    );
  });

  it('waits as long as a store asks for', async () => {
    const target = inMemory();
    const commit = target.commit.bind(target);
    const waits: number[] = [];
    let refusals = 2;
    target.commit = async (...call) => {
      if (refusals-- > 0) throw new Unavailable('busy', refusals === 1 ? { retryAfterMs: 250 } : {});
      return commit(...call);
    };
    await restore(target, [HEADER, RECORD, END], { wait: async (ms) => waits.push(ms) });
    assert.deepEqual(waits, [250, 1000]);
    assert.equal(await target.count('rph', 'note'), 1);
  });

  it('migrates what older code wrote', async () => {
    const schema: Schema = { version: 2, migrations: { note: { 1: ({ n }) => ({ number: n }) } } };
    const storage = inMemory(schema);
    await restore(storage, [HEADER, RECORD, END], { schema });
    const item = await storage.get('rph', 'note', 'a');
    assert.deepEqual([item?.schema, item?.body], [2, { number: 1 }]);
    assert.equal((await collect(backup(storage, schema)))[0], HEADER.replace('"schema":1', '"schema":2'));
  });
});
