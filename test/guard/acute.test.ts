import assert from 'node:assert/strict';
import { createAcute, createSigns } from '../../src/guard/acute.ts';
import { tokensOf } from '../../src/guard/tokens.ts';

const WORDS = {
  dangers: ['fire', 'life'] as const,
  lists: { burn: { words: ['brenner'], danger: 'fire' as const }, course: { words: ['kurs'] } },
  weighed: { means: { words: ['tau'] } },
  idioms: [{ pattern: 'tau i enden' }],
  signs: [{ pattern: 'tok overdose', danger: 'life' as const }],
  frames: [{ pattern: '{course}' }],
};
const POINTS = { words: { overdose: 2, kurs: -9 }, lists: { burn: 3 }, marks: { sign: 1 }, form: { text: -1 } };

describe('danger in a text', () => {
  const dangerIn = createAcute(WORDS, POINTS);
  const cases: readonly (readonly [what: string, text: string, danger: string | undefined])[] = [
    ['by what a rule found', 'Han tok overdose', 'life'],
    ['by its words alone', 'Overdose', 'life'],
    ['by what its words are about', 'Det brenner', 'fire'],
    ['the most pressing first', 'Han tok overdose og det brenner', 'life'],
    ['none where more speaks against it', 'Kurs om overdose', undefined],
    ['none where nothing speaks for it', 'Hei', undefined],
    ['told in passing, between other sentences', 'Vi holder kurs. Det er fint. Han tok overdose. Kaffe er laget.', 'life'],
    ['not in passing in a text of two sentences', 'Vi holder kurs. Han tok overdose.', undefined],
  ];
  for (const [what, text, danger] of cases) it(what, () => assert.equal(dangerIn(text, tokensOf(text)), danger));

  it('what the rules make of it is noticed', () => {
    const signsIn = createSigns(WORDS);
    const marks = (text: string) => signsIn(text, tokensOf(text)).noticed.marks;
    assert.deepEqual(marks('Han tok overdose'), ['sign']);
    assert.deepEqual(marks('Kurs: han tok overdose'), ['spared']);
    assert.deepEqual(marks('Han har tau i enden'), ['idiom']);
    assert.deepEqual(signsIn('tau', tokensOf('tau')).noticed.lists, ['means']);
  });
});
