import assert from 'node:assert/strict';
import { createDirectory } from '../../src/bot/directory.ts';
import { createJobs } from '../../src/bot/jobs.ts';
import { inPartition } from '../../src/bot/partition.ts';
import { BANK, bankSchema } from '../../src/core/banks.ts';
import { createClock } from '../../src/core/clock.ts';
import type { Feature, JobHandler } from '../../src/core/features.ts';
import { idFrom } from '../../src/core/ids.ts';
import { JOB, type Job, OUTBOX } from '../../src/core/outbox.ts';
import { HOUSE, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { recordsOfKind } from '../support/house.ts';

const DATA = { who: 'ada' };

describe('jobs', () => {
  let storage: Storage;
  const clock = createClock();
  beforeEach(async () => {
    storage = createSqlite({ file: ':memory:' });
    const body = bankSchema.parse({ id: 'rph', name: 'RPH', locale: 'nn' });
    await storage.commit(HOUSE, [{ op: 'put', kind: BANK.name, id: 'rph', body }]);
  });
  afterEach(() => storage.close());

  const jobsWith = (run: JobHandler['run']) => {
    const feature: Feature = { name: 'test', commands: [], actions: [], queries: [], jobs: [{ name: 'test.remind', run }] };
    return createJobs({ storage, clock, features: [feature], directory: createDirectory(storage, clock), has: () => true });
  };
  /** Puts the job down as a turn does, and gives it back as the delivery finds it. */
  async function put(job = 'test.remind'): Promise<Job> {
    await inPartition(storage, clock)('rph', async (tx) => tx.later('k1', 1_000, { job, data: DATA }));
    const [found] = await recordsOfKind(storage, JOB.name);
    return JOB.schema.parse(found?.body);
  }
  const remind: JobHandler['run'] = async ({ tx, bank, locale }, data) => {
    assert.deepEqual([bank.id, locale, data], ['rph', 'nn', DATA]);
    const content = { type: 'text' as const, text: 'hei' };
    tx.post({ key: 'remind', recipient: { to: 'person', aadId: 'ada', name: 'Ada' }, content });
  };

  it('what a job does and its removal are one commit', async () => {
    const job = await put();
    await jobsWith(remind).run('rph', job);
    assert.deepEqual([(await recordsOfKind(storage, JOB.name)).length, (await recordsOfKind(storage, OUTBOX.name)).length], [0, 1]);
  });

  it('a job that others have run is not run again', async () => {
    const job = await put();
    await jobsWith(remind).run('rph', job);
    await jobsWith(() => assert.fail('run again')).run('rph', job);
  });

  it('two that run the same job at once do it once', async () => {
    const job = await put();
    await Promise.all([jobsWith(remind).run('rph', job), jobsWith(remind).run('rph', job)]);
    assert.equal((await recordsOfKind(storage, OUTBOX.name)).length, 1);
  });

  it('a job that fails is left where it is, and nothing of it is kept', async () => {
    const job = await put();
    const fail: JobHandler['run'] = async (context, data) => {
      await remind(context, data);
      throw new Error('fails');
    };
    await assert.rejects(jobsWith(fail).run('rph', job), /fails/);
    assert.deepEqual([(await recordsOfKind(storage, JOB.name)).length, (await recordsOfKind(storage, OUTBOX.name)).length], [1, 0]);
  });

  it('a job that sets itself again stands for its new time', async () => {
    const job = await put();
    await jobsWith(async ({ tx }) => tx.later('k1', 9_000, { job: 'test.remind', data: {} })).run('rph', job);
    assert.deepEqual(
      (await recordsOfKind(storage, JOB.name)).map(({ id, dueAt }) => [id, dueAt]),
      [[idFrom('k1'), 9_000]],
    );
  });

  it('a job that nobody knows, and one of a bank that is gone, are told', async () => {
    await assert.rejects(jobsWith(remind).run('rph', await put('test.gone')), /no such job: test\.gone/);
    await assert.rejects(jobsWith(remind).run('gone', await put()), /no such bank: gone/);
  });
});
