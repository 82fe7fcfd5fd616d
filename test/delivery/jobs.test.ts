import assert from 'node:assert/strict';
import { idFrom } from '../../src/core/ids.ts';
import { JOB, type Job } from '../../src/core/outbox.ts';
import { BANK, later, post, refused, removeJob, rowOf, type Setup, START, setUp } from './support.ts';

const HOUR = 3_600_000;

describe('delivery: jobs', () => {
  let now: Setup;
  let ran: string[];
  let run: (job: Job) => Promise<void>;
  beforeEach(async () => {
    ran = [];
    run = async (job) => removeJob(now.storage, job.key);
    now = await setUp({
      runJob: async (_, job) => {
        ran.push(job.key);
        await run(job);
      },
    });
  });
  afterEach(() => now.end());

  it('run when due by domain time, earliest first', async () => {
    await later(now.storage, 'b', START + 5_000);
    await later(now.storage, 'a', START + 4_000);
    await later(now.storage, 'tomorrow', START + 24 * HOUR);
    now.delivery.start();
    await now.timers.tickAsync(3_500);
    assert.deepEqual(ran, []);
    await now.timers.tickAsync(3_000);
    assert.deepEqual(ran, ['a', 'b']);
    now.clock.moveTo(START + 25 * HOUR);
    await now.timers.tickAsync(1_000);
    assert.deepEqual(ran, ['a', 'b', 'tomorrow']);
  });

  it('run one at a time', async () => {
    let running = 0;
    let most = 0;
    run = async (job) => {
      running++;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      running--;
      await removeJob(now.storage, job.key);
    };
    for (const key of ['a', 'b', 'c']) await later(now.storage, key, START);
    now.delivery.start();
    await now.timers.tickAsync(12_000);
    assert.deepEqual([ran.length, most], [3, 1]);
  });

  it('that fail are tried a bounded number of times and set aside; the rest goes on', async () => {
    run = async (job) => {
      if (job.key === 'bad') throw new TypeError('broken');
      await removeJob(now.storage, job.key);
    };
    await later(now.storage, 'bad', START);
    await later(now.storage, 'good', START + 1);
    await now.storage.commit(BANK, [{ op: 'put', kind: JOB.name, id: 'odd', body: { key: 1 }, dueAt: START }]);
    now.delivery.start();
    await now.timers.tickAsync(2_000);
    assert.ok(ran.includes('good'));
    await now.timers.tickAsync(HOUR);
    const item = await now.storage.get(BANK, JOB.name, idFrom('bad'));
    assert.deepEqual([item?.body.state, item?.body.reason, item?.body.attempts], ['dead', 'TypeError: broken', 10]);
    assert.equal(item?.dueAt, undefined);
    assert.equal(ran.filter((key) => key === 'bad').length, 10);
    assert.equal((await now.storage.get(BANK, JOB.name, 'odd'))?.body.state, 'dead');
  });

  it('that run but stay do not run for ever', async () => {
    run = async () => undefined;
    await later(now.storage, 'stays', START);
    now.delivery.start();
    await now.timers.tickAsync(HOUR);
    assert.equal((await now.storage.get(BANK, JOB.name, idFrom('stays')))?.body.state, 'dead');
    assert.ok(ran.length <= 10);
  });

  describe('when the clock is moved', () => {
    it('run in due order, those too that come up meanwhile, and what they post is sent', async () => {
      run = async (job) => {
        await removeJob(now.storage, job.key);
        await post(now.storage, [rowOf(`sent by ${job.key}`)]);
        if (job.key === 'a') await later(now.storage, 'between', START + 30 * HOUR);
      };
      for (const [key, hours] of [
        ['b', 40],
        ['a', 20],
        ['far', 90],
      ] as const)
        await later(now.storage, key, START + hours * HOUR);
      now.clock.moveTo(START + 50 * HOUR);
      const all = now.delivery.runAllDue();
      await now.timers.tickAsync(2_000);
      assert.deepEqual(await all, { ran: 3, outbox: 0 });
      assert.deepEqual(ran, ['a', 'between', 'b']);
      assert.deepEqual(now.connector.texts(), ['sent by a', 'sent by between', 'sent by b']);
    });

    it('tells how many messages wait on', async () => {
      now.connector.script = () => refused(503, 60_000);
      await post(now.storage, [rowOf('a')]);
      const all = now.delivery.runAllDue();
      await now.timers.tickAsync(100);
      assert.deepEqual(await all, { ran: 0, outbox: 1 });
    });

    it('waits through the limits', async () => {
      await post(
        now.storage,
        Array.from({ length: 12 }, (_, i) => rowOf(`m${i}`)),
      );
      const all = now.delivery.runAllDue();
      await now.timers.tickAsync(20_000);
      assert.deepEqual(await all, { ran: 0, outbox: 0 });
      assert.equal(now.connector.took.length, 12);
    });

    it('are left to the process that sends, and waited for', async () => {
      now.delivery.start();
      await now.timers.tickAsync(10);
      const other = now.another();
      await later(now.storage, 'a', START + HOUR);
      now.clock.moveTo(START + 2 * HOUR);
      const all = other.runAllDue();
      await now.timers.tickAsync(3_000);
      assert.deepEqual(await all, { ran: 1, outbox: 0 });
      assert.deepEqual(ran, ['a']);
    });
  });
});
