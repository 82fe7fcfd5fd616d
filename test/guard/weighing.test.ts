import assert from 'node:assert/strict';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { tokensOf } from '../../src/guard/tokens.ts';
import { createWeighing, formOf, weighedAs } from '../../src/guard/weighing.ts';

describe('many small signs', () => {
  const weigh = createWeighing({
    words: { overdose: 3, kurset: -2, svelget: 1, '0': 0.5 },
    lists: { now: 1, course: -4 },
    marks: { sign: 2 },
  });
  const weights: readonly (readonly [what: string, noticed: Record<string, readonly string[]>, weight: number])[] = [
    ['nothing noticed weighs nothing', {}, 0],
    ['what has no points counts for nothing', { words: ['hus'], lists: ['home'], others: ['x'] }, 0],
    ['points add up, by the root of how many had any', { words: ['overdose'].map(weighedAs), lists: ['now'] }, 4 / Math.sqrt(2)],
    ['what speaks against is taken away', { words: ['overdose', 'kurs'].map(weighedAs), lists: ['course'] }, -3 / Math.sqrt(3)],
    ['any form of a word', { words: ['overdoser'].map(weighedAs) }, 3],
    ['a word with one letter wrong', { words: ['overdoise'].map(weighedAs) }, 3],
    ['any number', { words: ['40'].map(weighedAs) }, 0.5],
    ['what the rules found', { marks: ['sign', 'spared'] }, 2],
  ];
  for (const [what, noticed, weight] of weights)
    it(what, () => assert.ok(Math.abs(weigh(noticed) - weight) < 1e-9, String(weigh(noticed))));

  const forms: readonly (readonly [string, readonly string[]])[] = [
    ['Hei', ['text', '1 words', '1 sentences']],
    ['hva nå? Ring!', ['text', '2 words', '2 sentences', 'question', 'exclamation', 'small first letter']],
    ['Boka «Nå» er ute, har du lest?', ['text', '4 words', '1 sentences', 'question', 'question at the end', 'quotation']],
    ['', ['text', '1 words', '1 sentences']],
  ];
  for (const [text, form] of forms) it(`is written so: «${text}»`, () => assert.deepEqual(formOf(text, tokensOf(text)), form));

  it('points are kept for lists that are there, each list for one thing', () => {
    const { acute, weighed, patient, points } = createContent(ROOT).guard();
    const named = (section: Readonly<Record<string, number>> | undefined) => Object.keys(section ?? {});
    const lists = new Set([...Object.keys(acute.lists), ...Object.keys(weighed)]);
    assert.equal(lists.size, Object.keys(acute.lists).length + Object.keys(weighed).length, 'two lists bear one name');
    assert.deepEqual(
      named(points.danger.lists).filter((name) => !lists.has(name)),
      [],
    );
    for (const section of ['lists', 'listBefore', 'listAfter'])
      assert.deepEqual(
        named(points.names[section]).filter((name) => !(name in patient.lists)),
        [],
      );
    for (const each of [points.danger, points.names])
      for (const section of ['words', 'lists', 'marks', 'form']) assert.ok(named(each[section]).length > 0, section);
  });
});
