import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetupError, Unavailable } from '../../src/core/errors.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { describeStorage, type Place } from './contract.ts';
import { putOf } from './contract-tools.ts';

const RUNS = 150;

async function inMemory(): Promise<Place> {
  return { shared: false, open: async (options) => createSqlite({ file: ':memory:', ...options }), end: async () => {} };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'storage-'));
}

async function onFile(): Promise<Place> {
  const folder = newFolder();
  return {
    shared: true,
    open: async (options) => createSqlite({ file: join(folder, 'new', 'a.sqlite'), ...options }),
    end: async () => rmSync(folder, { recursive: true }),
  };
}

describeStorage('SQLite in memory', inMemory, RUNS);
describeStorage('SQLite on file', onFile, RUNS);

describe('sqlite', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = newFolder();
    file = join(folder, 'a.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refused = (reason: RegExp) => (error: unknown) =>
    error instanceof SetupError && error.faults.length > 0 && reason.test(error.message);

  it('is opened in the data folder, and goes on where it was', async () => {
    const first = await openStorage({ storage: 'sqlite', dataDir: join(folder, 'data') });
    await first.commit('rph', [putOf('a', { n: 1 })]);
    await first.close();
    await first.close();
    const again = createSqlite({ file: join(folder, 'data', 'ressursbank.sqlite') });
    assert.deepEqual((await again.get('rph', 'note', 'a'))?.body, { n: 1 });
    await again.close();
  });

  it('lies in a folder that is open to its owner alone, where that is made for it', async function () {
    if (process.platform === 'win32') this.skip();
    const dataDir = join(folder, 'data');
    const store = await openStorage({ storage: 'sqlite', dataDir });
    await store.close();
    assert.equal(statSync(dataDir).mode & 0o077, 0);
  });

  it('refuses what is no database and leaves it as it is', () => {
    const text = 'Dette er en handleliste.\n'.repeat(100);
    writeFileSync(file, text);
    assert.throws(() => createSqlite({ file }), refused(/ingen database/));
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  it('refuses a folder that can not be made, and a file that is a folder', () => {
    writeFileSync(join(folder, 'file'), '');
    assert.throws(() => createSqlite({ file: join(folder, 'file', 'a.sqlite') }), refused(/kan ikke skrives/));
    mkdirSync(file);
    assert.throws(() => createSqlite({ file }), refused(/kan ikke skrives/));
  });

  it('does not touch the file that newer code wrote', async () => {
    const newer = createSqlite({ file, schema: { version: 7, migrations: {} } });
    await newer.commit('rph', [putOf('a', {})]);
    await newer.close();
    const bytes = readFileSync(file);
    assert.throws(() => createSqlite({ file }), refused(/skjema 7/));
    assert.deepEqual(readFileSync(file), bytes);
  });

  it('says Unavailable while another process keeps the file to itself', async () => {
    const storage = createSqlite({ file });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(storage.commit('rph', [putOf('a', {})]), Unavailable);
    other.exec('ROLLBACK');
    other.close();
    await storage.commit('rph', [putOf('a', {})]);
    assert.equal(await storage.count('rph', 'note'), 1);
    await storage.close();
  });

  it('clears expired records away when it is opened anew and written to', async () => {
    const past = createSqlite({ file, now: () => 1000 });
    await past.commit('rph', [putOf('a', {}, { expiresAt: 2000 }), putOf('b', {}), putOf('c', {}, { expiresAt: 9000 })]);
    await past.close();
    const later = createSqlite({ file, now: () => 2000 });
    await later.commit('rph', [putOf('d', {})]);
    await later.close();
    const database = new DatabaseSync(file, { readOnly: true });
    const ids = database.prepare('SELECT id FROM records ORDER BY id').all();
    database.close();
    assert.deepEqual(
      ids.map(({ id }) => id),
      ['b', 'c', 'd'],
    );
  });

  it('serves several processes that meet a new file at once', async () => {
    const each = 100;
    const script = `
      import { createSqlite } from ${JSON.stringify(new URL('../../src/storage/sqlite.ts', import.meta.url).href)};
      const storage = createSqlite({ file: ${JSON.stringify(file)} });
      for (let done = 0; done < ${each}; ) {
        const item = await storage.get('rph', 'note', 'sum');
        const expect = item === undefined ? 'absent' : { etag: item.etag };
        const change = { op: 'put', kind: 'note', id: 'sum', body: { n: (item?.body.n ?? 0) + 1 }, expect };
        await storage.commit('rph', [change]).then(() => done++, (error) => { if (error.name !== 'Conflict') throw error; });
      }
      await storage.close();`;
    const children = [1, 2, 3, 4].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    assert.deepEqual(codes, [0, 0, 0, 0]);
    const storage = createSqlite({ file });
    assert.equal((await storage.get('rph', 'note', 'sum'))?.body.n, 4 * each);
    await storage.close();
  });
});
