import assert from 'node:assert/strict';
import sinon from 'sinon';
import { openDomainClock } from '../../src/bot/domain-clock.ts';
import { JOB } from '../../src/core/outbox.ts';
import type { Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';

const HOUR = 60 * 60_000;
const START = Date.parse('2026-03-02T08:00:00Z');

describe('the clock of local mode', () => {
  let storage: Storage;
  let timers: sinon.SinonFakeTimers;
  beforeEach(() => {
    timers = sinon.useFakeTimers({ now: START, toFake: ['Date'] });
    storage = createSqlite({ file: ':memory:' });
  });
  afterEach(async () => {
    timers.restore();
    await storage.close();
  });

  const later = (id: string, at: number) => storage.commit('rph', [{ op: 'put', kind: JOB.name, id, body: { id }, dueAt: at }]);
  const nothing = async () => ({ ran: 0, outbox: 0 });

  it('starts where it is told, and ticks on', async () => {
    const clock = await openDomainClock(storage, START + 24 * HOUR);
    timers.tick(HOUR);
    assert.equal(clock.now(), START + 25 * HOUR);
    assert.equal(clock.real(), START + HOUR);
  });

  it('without a start it is the wall clock, and nothing is written down', async () => {
    const clock = await openDomainClock(storage, undefined);
    await clock.write();
    assert.equal(clock.now(), START);
    assert.equal((await storage.all()).items.length, 0);
  });

  it('after a restart goes on from the later of its start and the last time stored', async () => {
    const before = await openDomainClock(storage, START + 48 * HOUR);
    await before.write();
    assert.equal((await openDomainClock(storage, START)).now(), START + 48 * HOUR);
    assert.equal((await openDomainClock(storage, START + 72 * HOUR)).now(), START + 72 * HOUR);
  });

  it('set forward on one instance it is so on all', async () => {
    const one = await openDomainClock(storage, START);
    const other = await openDomainClock(storage, START);
    await one.setForward(START + 5 * HOUR, nothing);
    await other.sync();
    assert.equal(other.now(), START + 5 * HOUR);
  });

  it('runs what comes due on the way one by one, in due order, each at its own time', async () => {
    const clock = await openDomainClock(storage, START);
    await later('second', START + 2 * HOUR);
    await later('first', START + HOUR);
    await later('beyond', START + 9 * HOUR);
    const ran: [string, number][] = [];
    const runAllDue = async () => {
      const due = await storage.due(JOB.name, clock.now(), 10);
      for (const { id } of due) {
        ran.push([id, (clock.now() - START) / HOUR]);
        await storage.commit('rph', [{ op: 'remove', kind: JOB.name, id }]);
        if (id === 'first') await later('from the first', START + 3 * HOUR);
      }
      return { ran: due.length, outbox: 4 };
    };
    const done = await clock.setForward(START + 5 * HOUR, runAllDue);
    assert.deepEqual(ran, [
      ['first', 1],
      ['second', 2],
      ['from the first', 3],
    ]);
    assert.deepEqual(done, { now: '2026-03-02T13:00:00.000Z', ran: 3, outbox: 4 });
  });

  it('is never set back', async () => {
    const clock = await openDomainClock(storage, START + 5 * HOUR);
    assert.equal((await clock.setForward(START, nothing)).now, '2026-03-02T13:00:00.000Z');
  });
});
