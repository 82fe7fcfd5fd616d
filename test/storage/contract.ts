import assert from 'node:assert/strict';
import { Conflict, SetupError } from '../../src/core/errors.ts';
import type { Schema } from '../../src/storage/migrations.ts';
import type { Storage } from '../../src/storage/port.ts';
import { describeLists } from './contract-lists.ts';
import { describeModel } from './contract-model.ts';
import { describeCommits, describeExpiry, describeIds, describeLimits, describeRecords, describeRefusals } from './contract-records.ts';
import { everything, newBank, type Opened, putOf, START } from './contract-tools.ts';

/** Somewhere to keep records. */
export interface Place {
  /** Opens a connection; again for another one to the same records, if `shared`. */
  open(options?: { now?: () => number; schema?: Schema }): Promise<Storage>;
  /** True when two connections see the same records. */
  readonly shared: boolean;
  end(): Promise<void>;
}

/** The suite that every backend keeps to. `runs`: how many random sequences are tried. */
export function describeStorage(name: string, newPlace: () => Promise<Place>, runs: number): void {
  describe(`storage: ${name}`, () => {
    let place: Place;
    let storage: Storage;
    let bank: string;
    let now = START;
    before(async () => {
      place = await newPlace();
      storage = await place.open({ now: () => now });
    });
    beforeEach(() => {
      bank = newBank();
      now = START;
    });
    after(async () => {
      await storage.close();
      await place.end();
    });
    const open = () => ({ storage, bank });
    describe('records', () => describeRecords(open));
    describe('ids', () => describeIds(open));
    describe('commits', () => describeCommits(open));
    describe('refused commits', () => describeRefusals(open));
    describe('limits', () => describeLimits(open));
    describe('expiry', () => describeExpiry(() => ({ storage, bank, passTime: (ms: number) => (now += ms) })));
    describe('lists', () => describeLists(open, runs));
    describe('against a model', () => describeModel(open, runs));
    describe('several connections', () => describeConnections(open, () => place));
  });
  describe(`storage: ${name}: schema`, () => describeSchema(newPlace));
}

const WRITERS = 20;

function describeConnections(open: Opened, place: () => Place): void {
  it(`loses none of ${WRITERS} increments at once`, async () => {
    const { storage, bank } = open();
    const others = place().shared ? [await place().open(), storage] : [storage];
    await storage.commit(bank, [putOf('sum', { n: 0 })]);
    const increment = async (connection: Storage): Promise<void> => {
      const item = await connection.get(bank, 'note', 'sum');
      const change = putOf('sum', { n: Number(item?.body.n) + 1 }, { expect: { etag: item?.etag ?? '' } });
      await connection.commit(bank, [change]).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
        return increment(connection);
      });
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, n) => increment(others[n % others.length] as Storage)));
    assert.equal((await storage.get(bank, 'note', 'sum'))?.body.n, WRITERS);
    if (others.length > 1) await others[0]?.close();
  });
}

const LATER: Schema = { version: 2, migrations: { note: { 1: ({ first, ...rest }) => ({ ...rest, name: `${first} Vik` }) } } };

function describeSchema(newPlace: () => Promise<Place>): void {
  it('reads older records migrated, and refuses what newer code wrote', async function () {
    const place = await newPlace();
    if (!place.shared) return this.skip();
    const bank = newBank();
    const old = await place.open();
    await old.commit(bank, [
      putOf('a', { first: 'Kari', n: 1 }, { dueAt: 1 }),
      { op: 'put', kind: 'other', id: 'a', body: { first: 'Ola' } },
    ]);
    await old.close();
    const later = await place.open({ schema: LATER });
    const lifted = { n: 1, name: 'Kari Vik' };
    const reads = [await later.get(bank, 'note', 'a'), ...(await later.list(bank, 'note')).items, ...(await later.due('note', 1, 10))];
    assert.deepEqual(
      [...reads, ...(await everything(later))].map((item) => [item?.kind, item?.schema, item?.body]),
      [...Array(4).fill(['note', 2, lifted]), ['other', 2, { first: 'Ola' }]],
    );
    await later.commit(bank, [putOf('a', lifted)]);
    assert.deepEqual((await later.get(bank, 'note', 'a'))?.body, lifted);
    await later.close();
    await assert.rejects(place.open(), (error) => error instanceof SetupError && /nyere/.test(error.message));
    const again = await place.open({ schema: LATER });
    assert.equal(await again.count(bank, 'note'), 1);
    await again.close();
    await place.end();
  });
}
