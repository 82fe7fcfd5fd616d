import assert from 'node:assert/strict';
import { EVERYDAY } from '../../src/norwegian/everyday.ts';

describe('norwegian/everyday', () => {
  it('holds groups of two words or more, each one word in lower case', () => {
    for (const { terms } of EVERYDAY.groups) {
      assert.ok(terms.length >= 2, terms.join(' '));
      for (const term of terms) assert.match(term, /^[a-zæøå]+$/);
    }
  });

  const meets: [string, string][] = [
    ['tilsett', 'ansatt'],
    ['rettleiing', 'veiledning'],
    ['interpreter', 'tolk'],
    ['pasient', 'bruker'],
  ];
  for (const [first, second] of meets) {
    it(`lets ${first} and ${second} meet`, () => {
      assert.ok(EVERYDAY.groups.some(({ terms }) => terms.includes(first) && terms.includes(second)));
    });
  }
});
