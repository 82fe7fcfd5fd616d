import assert from 'node:assert/strict';
import type { Feature } from '../../src/core/features.ts';
import { idFrom } from '../../src/core/ids.ts';
import { JOB } from '../../src/core/outbox.ts';
import { furnish } from '../../src/furnish.ts';
import { openHouse, recordsOfKind, type TestHouse } from '../support/house.ts';

const NIGHTLY = 'test:nightly';

describe('what a bank does from the start', () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openHouse();
  });
  afterEach(() => test.close());

  const started = (opens: NonNullable<Feature['opens']>) => {
    const feature: Feature = { name: 'test', commands: [], actions: [], queries: [], jobs: [], opens };
    return furnish({ ...test.house, features: [...test.house.features, feature] });
  };
  const nightly: NonNullable<Feature['opens']> = async ({ tx, now }) => {
    if (!(await tx.get(JOB, idFrom(NIGHTLY)))) tx.later(NIGHTLY, now + 1_000, { job: 'test.nightly', data: {} });
  };

  const nights = async () => (await recordsOfKind(test.storage, JOB.name)).filter(({ body }) => body.key === NIGHTLY);

  it('is set going in each bank, in its own partition', async () => {
    const seen: string[] = [];
    await started(async (context) => {
      seen.push(context.bank.id);
      assert.equal(context.now, test.house.clock.now());
      await nightly(context);
    });
    const banks = (await test.house.bot.directory.banks()).map(({ id }) => id);
    assert.deepEqual([...new Set(seen)], banks);
    assert.deepEqual((await nights()).map(({ bank }) => bank).toSorted(), banks.toSorted());
  });

  it('is left as it stands at every later start', async () => {
    await started(nightly);
    const before = await nights();
    await started(nightly);
    assert.deepEqual(await nights(), before);
  });

  it('comes after what the set-up brings in', async () => {
    const names: string[] = [];
    await started(async ({ bank, tx }) => {
      names.push(bank.name);
      assert.ok((await tx.count({ name: 'entry', schema: JOB.schema })) > 0 || bank.handbook === null);
    });
    assert.ok(names.includes('RPH Ressursbank'));
  });
});
