import assert from 'node:assert/strict';
import { Language, type Range } from '../../src/guard/patterns.ts';
import { tokensOf } from '../../src/guard/tokens.ts';

const LISTS = {
  somebody: { words: ['han', 'hun', 'pasient*', 'en ung mann'] },
  wish: { words: ['vil', 'har lyst til å'] },
  illness: { words: ['*angst', 'depresjon', '*psyko*', 'forsøke', 'skjære seg'] },
};

/** The words that the whole pattern took. */
function found(pattern: string, text: string): string | undefined {
  const language = new Language(LISTS);
  const read = language.pattern(pattern);
  const tokens = tokensOf(text);
  for (const met of language.read(tokens).matches(read)) {
    return tokens
      .slice(met[0]?.[0], met.at(-1)?.[1])
      .map(({ word }) => word)
      .join(' ');
  }
  return undefined;
}

describe('patterns over words', () => {
  const cases: readonly (readonly [pattern: string, text: string, found: string | undefined])[] = [
    ['han dør', 'Nå dør han. Han dør', 'han dør'],
    ['han dør', 'han snart dør', undefined],
    ['han|hun dør', 'hun dør', 'hun dør'],
    ['han .. dør', 'han går og dør', 'han går og dør'],
    ['han .. dør', 'han går hjem og dør', undefined],
    ['han … dør', 'han går hjem og legger seg og dør', 'han går hjem og legger seg og dør'],
    ['han … dør', 'han går hjem og legger seg ned og dør', undefined],
    ['han … dør', 'han går. Katten dør', undefined],
    ['{somebody} {wish} dø', 'Pasienten vil dø', 'pasienten vil dø'],
    ['{somebody} {wish} dø', 'En ung mann har lyst til å dø', 'en ung mann har lyst til å dø'],
    ['{somebody} … {illness}', 'hun har sosialangst', 'hun har sosialangst'],
    ['{somebody} … {illness}', 'han er førpsykotisk', 'han er førpsykotisk'],
    ['{illness}', 'depressjon', 'depressjon'],
    ['{illness}', 'deprasjon', 'deprasjon'],
    ['{illness}', 'depraasjion', undefined],
    ['{illness}', 'forsoke', 'forsoke'],
    ['{illness}', 'skjaere seg', 'skjaere seg'],
    ['{illness}', 'depresjoooon', 'depresjoooon'],
    ['dø', 'do', undefined],
    ['ta_livet|drepe', 'ta livet', 'ta livet'],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`«${pattern}» ${expected === undefined ? 'is not in' : 'is in'} «${text}»`, () => assert.equal(found(pattern, text), expected));
  }

  it('a list that is not there is told', () => {
    assert.throws(() => new Language(LISTS).pattern('{nobody} dør'), /there is no list \{nobody\}/);
  });

  it('words that are blotted out mean nothing', () => {
    const language = new Language(LISTS);
    const reading = language.read(tokensOf('hun vil, han vil'));
    reading.blot([0, 2]);
    assert.deepEqual(
      [...reading.matches(language.pattern('{somebody} {wish}'))],
      [
        [
          [2, 3],
          [3, 4],
        ],
      ],
    );
  });

  it('words of several are blotted out with any of theirs, and several at once', () => {
    const language = new Language(LISTS);
    const left = (text: string, ...blotted: readonly Range[]) => {
      const reading = language.read(tokensOf(text));
      reading.blot(...blotted);
      return reading.all(language.list('somebody'));
    };
    assert.deepEqual(left('en ung mann, hun', [1, 2]), [[3, 4]]);
    assert.deepEqual(left('hun, han, pasienten', [0, 1], [2, 3]), [[1, 2]]);
    assert.deepEqual(left('hun, han'), [
      [0, 1],
      [1, 2],
    ]);
  });
});
