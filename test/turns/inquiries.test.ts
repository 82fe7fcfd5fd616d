import assert from 'node:assert/strict';
import { simulate } from '../../bench/inquiries/run.ts';
import { SMALL } from '../../bench/inquiries/sizes.ts';
import { faultsOf } from '../../bench/inquiries/table.ts';

/** A run takes some thirty seconds, on a busy machine more. */
const AT_MOST_MS = 120_000;

describe('inquiries over two processes', function () {
  this.timeout(AT_MOST_MS);

  it(`lose nothing and tell nothing twice, though ${SMALL.kills} times one of them is killed`, async () => {
    const figures = await simulate(SMALL);
    assert.deepEqual(faultsOf(figures), []);
    assert.equal(figures.inquiries, SMALL.inquiries);
    assert.equal(figures.kills, SMALL.kills);
    assert.ok(figures.reminders.expected > 0, 'nobody was reminded');
    assert.ok(figures.cards.compared > SMALL.inquiries, 'cards stand');
  });
});
