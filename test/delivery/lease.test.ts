import assert from 'node:assert/strict';
import { Unavailable } from '../../src/core/errors.ts';
import { OUTBOX } from '../../src/core/outbox.ts';
import { createLease } from '../../src/delivery/lease.ts';
import { TIMINGS } from '../../src/delivery/timings.ts';
import { BANK, later, post, rowOf, type Setup, START, setUp } from './support.ts';

describe('delivery: one sender per store', () => {
  let now: Setup;
  let ran: string[];
  const runBy = (name: string) => ({
    runJob: async () => {
      ran.push(name);
      throw new Error('stays');
    },
  });
  beforeEach(async () => {
    ran = [];
    now = await setUp();
  });
  afterEach(() => now.end());

  it('only the holder works', async () => {
    const [a, b] = [now.another(runBy('a')), now.another(runBy('b'))];
    a.start();
    await now.timers.tickAsync(10);
    b.start();
    await later(now.storage, 'j', START);
    await now.timers.tickAsync(20_000);
    assert.deepEqual([...new Set(ran)], ['a']);
  });

  it('another takes over within 5 s when the holder dies', async () => {
    const dead = createLease({ storage: now.storage, clock: now.clock, instance: 'dead', leaseMs: TIMINGS.leaseMs });
    await dead.take();
    now.delivery.start();
    await post(now.storage, [rowOf('a')]);
    await now.timers.tickAsync(3_000);
    assert.deepEqual(now.connector.texts(), []);
    await now.timers.tickAsync(2_000);
    assert.deepEqual(now.connector.texts(), ['a']);
  });

  it('another takes over at once when the holder stops', async () => {
    const first = now.another();
    first.start();
    await now.timers.tickAsync(10);
    await first.stop();
    now.delivery.start();
    await post(now.storage, [rowOf('a')]);
    now.delivery.wake();
    await now.timers.tickAsync(100);
    assert.deepEqual(now.connector.texts(), ['a']);
  });

  it('a holder that slept through its lease does nothing more', async () => {
    const [one, other] = ['one', 'other'].map((instance) =>
      createLease({ storage: now.storage, clock: now.clock, instance, leaseMs: TIMINGS.leaseMs }),
    );
    assert.equal(await one?.take(), true);
    assert.equal(await other?.take(), false);
    await now.timers.tickAsync(TIMINGS.leaseMs);
    assert.equal(one?.held(), false);
    assert.equal(await other?.take(), true);
    assert.equal(await one?.take(), false);
    await one?.release();
    assert.equal(await other?.take(), true);
  });

  it('a lease that can’t be renewed runs out', async () => {
    const failing = { ...now.storage, get: now.storage.get.bind(now.storage), commit: now.storage.commit.bind(now.storage) };
    const lease = createLease({ storage: failing, clock: now.clock, instance: 'x', leaseMs: TIMINGS.leaseMs });
    await lease.take();
    failing.commit = async () => {
      throw new Unavailable('store');
    };
    await assert.rejects(lease.take(), Unavailable);
    assert.equal(lease.held(), true);
    await now.timers.tickAsync(TIMINGS.leaseMs);
    assert.equal(lease.held(), false);
  });

  it('two that both believe to hold it send nothing twice', async () => {
    // A house without leases: every write of one succeeds.
    const lonely = {
      ...now.storage,
      get: async (...[bank, kind, id]: Parameters<typeof now.storage.get>) =>
        kind === 'lease' ? undefined : now.storage.get(bank, kind, id),
      list: now.storage.list.bind(now.storage),
      due: now.storage.due.bind(now.storage),
      commit: async (...[bank, changes]: Parameters<typeof now.storage.commit>) =>
        changes[0]?.kind === 'lease' ? ['etag'] : now.storage.commit(bank, changes),
    };
    const [a, b] = [now.another({ storage: lonely }), now.another({ storage: lonely })];
    a.start();
    b.start();
    const rows = Array.from({ length: 60 }, (_, i) => rowOf(`m${i}`, { recipient: { to: 'conversation', conversationId: `c${i % 20}` } }));
    await post(now.storage, rows);
    await now.timers.tickAsync(30_000);
    assert.deepEqual(now.connector.texts().toSorted(), rows.map(({ key }) => key).toSorted());
    assert.equal((await now.storage.due(OUTBOX.name, Number.MAX_SAFE_INTEGER, 10)).length, 0);
  });

  it('stops after what is on its way, and leaves the rest', async () => {
    now.delivery.start();
    now.connector.latency = 2_000;
    await post(now.storage, [rowOf('a'), rowOf('b')]);
    await now.timers.tickAsync(1_100);
    const stopped = now.delivery.stop();
    await now.timers.tickAsync(2_000);
    await stopped;
    assert.deepEqual(now.connector.texts(), ['a']);
    assert.equal(await now.storage.count(BANK, OUTBOX.name, [{ field: 'state', op: '=', value: 'waiting' }]), 1);
    await now.timers.tickAsync(60_000);
    assert.equal(now.connector.calls.length, 1);
  });
});
