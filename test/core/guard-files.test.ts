import assert from 'node:assert/strict';
import { acuteRulesSchema, acuteTextsSchema } from '../../src/core/guard-files.ts';

const why = 'Fordi';
const sign = { pattern: '{wish} … dø', danger: 'life', why, case: 'Vil dø' };
const rules = (signs: readonly object[]) => ({ lists: { wish: { why, words: 'vil, ønsker å' } }, idioms: [], signs, frames: [] });
const faults = (signs: readonly object[]) => acuteRulesSchema.safeParse(rules(signs)).error?.issues.map(({ message }) => message) ?? [];

describe('the files of the guard', () => {
  it('words stand in a list, or in a text with commas', () => {
    assert.deepEqual(acuteRulesSchema.parse(rules([sign])).lists.wish?.words, ['vil', 'ønsker å']);
  });

  const broken: readonly (readonly [what: string, rule: object, fault: RegExp])[] = [
    ['a list that is not there', { ...sign, pattern: '{nobody} dø' }, /«\{nobody\} dø».*lista \{nobody\} finnes ikke/],
    ['one in `with`', { ...sign, with: ['nowhere'] }, /lista \{nowhere\} finnes ikke/],
    ['a step that is none', { ...sign, pattern: '{wish}|dø' }, /«\{wish\}\|dø» er ikke et ledd/],
    ['a field that nobody knows', { ...sign, wiht: [] }, /wiht/],
    ['a danger that nobody knows', { ...sign, danger: 'rain' }, /fire/],
    ['a reason left out', { ...sign, why: '' }, /./],
  ];
  for (const [what, rule, fault] of broken) it(`tells ${what}`, () => assert.match(faults([rule]).join(), fault));

  it('tells a number to call that has no name', () => {
    const said = { title: 'Fare', lines: ['Ring'] };
    const text = { call: ['999'], nb: said, nn: said, en: said };
    const given = { phones: {}, texts: { fire: text, child: text, violence: text, life: text } };
    const told = acuteTextsSchema.safeParse(given).error?.issues.map(({ message }) => message) ?? [];
    assert.equal(told.length, 4);
    assert.match(told[0] ?? '', /999 står ikke under phones/);
  });
});
