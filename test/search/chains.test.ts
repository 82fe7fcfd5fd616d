import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Chains, grown } from '../../src/search/chains.ts';

describe('search/chains', () => {
  it('gives back what was added to each list, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(1_000_000)), { maxLength: 3000 }), (entries) => {
        const chains = new Chains(2);
        const expected = new Map<number, number[]>();
        for (const [list, value] of entries) {
          chains.add(list, value);
          expected.set(list, [...(expected.get(list) ?? []), value]);
        }
        const into = new Uint32Array(4000);
        for (let list = 0; list <= 20; list++) {
          const count = chains.read(list, into);
          assert.deepEqual([...into.subarray(0, count)], expected.get(list) ?? []);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('reads no more than there is room for', () => {
    const chains = new Chains(1);
    for (let value = 0; value < 10; value++) chains.add(0, value);
    const into = new Uint32Array(3);
    assert.equal(chains.read(0, into), 3);
    assert.deepEqual([...into], [0, 1, 2]);
  });

  it('grows an array and keeps what it held', () => {
    const array = grown(Uint16Array.of(1, 2), 3);
    assert.ok(array.length >= 3);
    assert.deepEqual([...array.subarray(0, 3)], [1, 2, 0]);
  });
});
