import assert from 'node:assert/strict';
import { tokensOf } from '../../src/guard/tokens.ts';

/** Words by sentence. */
function sentences(text: string): string[] {
  const found: string[][] = [];
  for (const { word, sentence } of tokensOf(text)) {
    found[sentence] ??= [];
    found[sentence].push(word);
  }
  return found.map((words) => words.join(' '));
}

describe('words and sentences of a text', () => {
  const cases: readonly (readonly [what: string, text: string, sentences: readonly string[]])[] = [
    ['stops, questions and shouts end one', 'Han faller. Hva nå? Hjelp! Nå', ['han faller', 'hva nå', 'hjelp', 'nå']],
    ['an empty line does, a new line does not', 'Navn: Kari\nHar angst\n\nHilsen Ola', ['navn kari har angst', 'hilsen ola']],
    [
      'shortened words, initials and dates do not',
      'Dr. Hansen og K. Berg kl. 12. mars f. 3. mai',
      ['dr hansen og k berg kl 12 mars f 3 mai'],
    ],
    ['a small letter goes on', 'pas. har angst. hun sover', ['pas har angst hun sover']],
    ['apostrophes belong to the word', 'Kari’s mother don`t', ["kari's mother don't"]],
    ['a semicolon and a list mark do', 'Han faller; hun løper\n- Ring', ['han faller', 'hun løper', 'ring']],
    ['so do stops in a row, and quotes after one', 'Han faller... Hun sa «nei.» Ring', ['han faller', 'hun sa nei', 'ring']],
    ['nothing', ' … !', []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(sentences(text), expected));

  it('say where they stand, and which begin with a capital or a sentence', () => {
    assert.deepEqual(
      tokensOf('Da kom Kari.').map(({ from, to, capital, first }) => [from, to, capital, first]),
      [
        [0, 2, true, true],
        [3, 6, false, false],
        [7, 11, true, false],
      ],
    );
  });
});
