import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createClock } from '../../src/core/clock.ts';
import { Conflict, SendRefused } from '../../src/core/errors.ts';
import { createCall, Paced } from '../../src/delivery/calls.ts';
import { createPace } from '../../src/delivery/pacing.ts';
import type { Claim } from '../../src/delivery/rows.ts';
import { TIMINGS } from '../../src/delivery/timings.ts';
import { refused, START } from './support.ts';

const SCOPE = { key: 'c1', tenant: 't1', creating: false };

describe('delivery: one call', () => {
  let timers: sinon.SinonFakeTimers;
  beforeEach(() => {
    timers = sinon.useFakeTimers({ now: START });
  });
  afterEach(() => timers.restore());

  function setUp(lasts: number, renewed?: Claim) {
    const pace = createPace();
    const claim: Claim = { etags: ['old'], until: START + lasts };
    const renew = sinon.fake.resolves(renewed);
    return { pace, claim, renew, call: createCall({ pace, clock: createClock(), timings: TIMINGS }, claim, renew) };
  }

  it('is made under a claim that outlasts it', async () => {
    const { call, renew } = setUp(TIMINGS.claimMs);
    assert.equal(await call(SCOPE, async () => 'done'), 'done');
    assert.equal(renew.callCount, 0);
  });

  it('prolongs a claim that might not', async () => {
    const { call, claim, renew } = setUp(TIMINGS.sendTimeoutMs, { etags: ['new'], until: START + TIMINGS.claimMs });
    assert.equal(await call(SCOPE, async () => 'done'), 'done');
    assert.equal(renew.callCount, 1);
    assert.deepEqual(claim, { etags: ['new'], until: START + TIMINGS.claimMs });
  });

  it('is not made when the claim is lost', async () => {
    const make = sinon.fake.resolves('done');
    await assert.rejects(setUp(0).call(SCOPE, make), Conflict);
    assert.equal(make.callCount, 0);
  });

  it('is not waited for without end', async () => {
    const hung = setUp(TIMINGS.claimMs).call(SCOPE, () => new Promise(() => undefined));
    const rejected = assert.rejects(hung, (error: unknown) => error instanceof SendRefused && !error.permanent);
    await timers.tickAsync(TIMINGS.sendTimeoutMs);
    await rejected;
  });

  it('waits shortly for its turn in the limits, and goes back when that takes longer', async () => {
    const { call, pace } = setUp(TIMINGS.claimMs);
    pace.refuse(SCOPE, START, START + 1_500);
    const made = call(SCOPE, async () => Date.now());
    await timers.tickAsync(1_500);
    assert.equal(await made, START + 1_500);
    pace.refuse(SCOPE, Date.now(), START + 60_000);
    await assert.rejects(
      call(SCOPE, async () => 'done'),
      (error: unknown) => error instanceof Paced && error.at === START + 60_000,
    );
  });

  it('of those that begin at the same moment, only as many go as may', async () => {
    const pace = createPace();
    const went: number[] = [];
    for (let i = 0; i < 60; i++) {
      const claim: Claim = { etags: [''], until: START + 60_000 };
      const call = createCall({ pace, clock: createClock(), timings: TIMINGS }, claim, async () => claim);
      void call({ key: `c${i}`, tenant: 't1', creating: false }, async () => went.push(Date.now()));
    }
    await timers.tickAsync(999);
    assert.equal(went.length, 30);
    await timers.tickAsync(1_000);
    assert.equal(went.length, 60);
    for (const [i, time] of went.slice(30).entries()) assert.ok(time - (went[i] ?? 0) >= 1_000, 'more than 30 in a second');
  });

  it('that is answered 429 pauses what it counts under', async () => {
    const { call, pace } = setUp(TIMINGS.claimMs);
    await assert.rejects(call(SCOPE, () => Promise.reject(refused(429, 5_000))));
    assert.equal(pace.openAt('c1', 't1', START), START + 5_000);
    assert.equal(pace.openAt('c2', 't1', START), START);
  });
});
