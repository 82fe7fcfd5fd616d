import assert from 'node:assert/strict';
import { contentWeight, isNegation, nearestCommonWord } from '../../src/norwegian/stop-words.ts';

describe('norwegian/stop-words', () => {
  it('gives function words of three languages no weight', () => {
    assert.deepEqual(['og', 'ikkje', 'hva', 'kven', 'the', 'which', 'x'].map(contentWeight), [0, 0, 0, 0, 0, 0, 0]);
  });

  it('gives abbreviations of function words no weight', () => {
    assert.deepEqual([...new Set(['mtp', 'ifm', 'iht', 'pga', 'feks', 'osv', 'vha', 'ila'].map(contentWeight))], [0]);
  });

  it('knows what turns a word into its opposite', () => {
    assert.deepEqual(['uten', 'ikkje', 'without', 'med'].map(isNegation), [true, true, true, false]);
  });

  it('gives light words less than words of content', () => {
    for (const light of ['finnes', 'gjere', 'hei', 'please']) assert.ok(contentWeight(light) > 0 && contentWeight(light) < 1, light);
    for (const heavy of ['psykolog', 'egenandel', 'interpreter']) assert.equal(contentWeight(heavy), 1);
  });

  const misspelt: [string, string | null][] = [
    ['hvofor', 'hvorfor'],
    ['hvrodan', 'hvordan'],
    ['nar', 'når'],
    ['mnage', 'mange'],
    ['turnus', null],
    ['tid', 'tid'],
    ['kur', null],
  ];
  for (const [word, common] of misspelt) {
    it(`takes ${word} for ${common ?? 'no common word'}`, () => {
      assert.equal(nearestCommonWord(word), common);
    });
  }
});
