import assert from 'node:assert/strict';
import { editDistance, errorsAllowed } from '../../src/norwegian/spelling.ts';

describe('norwegian/spelling', () => {
  const pairs: [string, string, number, number][] = [
    ['psykolog', 'psykolog', 2, 0],
    ['pskyolog', 'psykolog', 2, 1],
    ['psykolg', 'psykolog', 2, 1],
    ['psykologg', 'psykolog', 2, 1],
    ['psykalog', 'psykolog', 2, 1],
    ['studipoenng', 'studiepoeng', 2, 2],
    ['turnus', 'tavle', 2, 3],
    ['kommune', 'kommunene', 1, 2],
    ['', 'ab', 2, 2],
  ];
  for (const [a, b, limit, distance] of pairs) {
    it(`«${a}» to «${b}» is ${distance} within ${limit}`, () => {
      assert.equal(editDistance(a, b, limit), distance);
    });
  }

  it('believes in more errors in longer words', () => {
    assert.deepEqual([3, 4, 5, 7, 8, 12].map(errorsAllowed), [0, 1, 1, 1, 2, 2]);
  });
});
