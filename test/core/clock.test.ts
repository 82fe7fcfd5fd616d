import assert from 'node:assert/strict';
import { createClock, isFresh } from '../../src/core/clock.ts';

describe('clock', () => {
  const ages: readonly (readonly [what: string, at: number, fresh: boolean])[] = [
    ['just read', 1_000, true],
    ['read a little before', 901, true],
    ['read too long ago', 900, false],
    ['read before the clock was set back', 5_000, false],
  ];
  for (const [what, at, fresh] of ages) {
    it(`${what}: ${fresh ? 'still believed' : 'read anew'}`, () => assert.equal(isFresh(at, 1_000, 100), fresh));
  }

  it('domain time goes on with real time, ahead of it, and is never set back', () => {
    let real = 1_000;
    const clock = createClock({ start: 5_000, real: () => real });
    real = 1_500;
    assert.deepEqual([clock.now(), clock.real()], [5_500, 1_500]);
    clock.moveTo(9_000);
    clock.moveTo(2_000);
    assert.equal(clock.now(), 9_000);
  });
});
