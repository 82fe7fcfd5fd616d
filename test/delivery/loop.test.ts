import assert from 'node:assert/strict';
import { createClock } from '../../src/core/clock.ts';
import { silentLog } from '../../src/core/log.ts';
import { createLanes } from '../../src/delivery/lanes.ts';
import { Loop } from '../../src/delivery/loop.ts';
import { createPace } from '../../src/delivery/pacing.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { TIMINGS } from '../../src/delivery/timings.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { FakeConnector } from './support.ts';

/** More than the steps that a scan takes. */
const STEPS = 60;

describe('delivery: what waits', () => {
  it('is looked for after it was asked for, at whatever step a look before it is', async () => {
    const storage = createSqlite({ file: ':memory:' });
    let scans = 0;
    const loop = new Loop({
      storage: {
        ...{
          get: storage.get,
          list: storage.list,
          count: storage.count,
          commit: storage.commit,
          all: storage.all,
          close: storage.close,
          wipe: storage.wipe,
        },
        due: async () => {
          scans++;
          return [];
        },
      },
      connector: new FakeConnector(),
      render: () => ({ card: {}, summary: '' }),
      places: createPlaces(storage, createClock()),
      clock: createClock(),
      log: silentLog(),
      pace: createPace(),
      lanes: createLanes(),
      timings: TIMINGS,
      random: Math.random,
      drawPosting: async () => undefined,
      leads: () => true,
    });
    for (let step = 0; step < STEPS; step++) {
      const first = loop.look();
      for (let at = 0; at < step; at++) await Promise.resolve();
      const before = scans;
      await loop.look();
      assert.ok(scans > before, `asked for at step ${step}`);
      await first;
    }
    await storage.close();
  });
});
