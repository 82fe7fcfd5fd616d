import assert from 'node:assert/strict';
import { corrections, sameWord } from '../../src/search/expansion.ts';
import { NO_TERM, type TermId, Vocabulary } from '../../src/search/vocabulary.ts';

function makeVocabulary(forms: readonly string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const form of forms) vocabulary.count(vocabulary.learn(form), 1);
  return vocabulary;
}

function wordsOf(vocabulary: Vocabulary, ids: Iterable<TermId>): string[] {
  return [...ids].map((id) => vocabulary.word(id)).sort();
}

describe('search/vocabulary', () => {
  const vocabulary = makeVocabulary(['nettverkssamling', 'samling', 'psykolog', 'psykologer', 'håndbok', 'veiledning', 'samtale']);

  it('keeps one term for all forms of a word, and none for function words', () => {
    assert.equal(vocabulary.learn('psykologen'), vocabulary.find('psykolog'));
    assert.equal(vocabulary.learn('hvordan'), NO_TERM);
    assert.equal(vocabulary.uses(vocabulary.learn('psykolog')), 2);
  });

  it('finds a word by its spelling without æøå, by root, by a piece and by its beginning', () => {
    assert.deepEqual(wordsOf(vocabulary, vocabulary.spelledLike('handbok')), ['håndbok']);
    assert.deepEqual(wordsOf(vocabulary, vocabulary.rootedLike('veiled')), ['veiledning']);
    assert.deepEqual(wordsOf(vocabulary, vocabulary.containing('samling')), ['nettverkssamling']);
    assert.deepEqual(wordsOf(vocabulary, vocabulary.beginning('psyk')), ['psykolog']);
  });

  it('finds a word one error away, even where no four letters in a row are right', () => {
    assert.deepEqual(wordsOf(vocabulary, vocabulary.oneErrorFrom('smatal')), ['samtal']);
    assert.deepEqual(wordsOf(vocabulary, vocabulary.oneErrorFrom('håndbk')), ['håndbok']);
    assert.deepEqual(wordsOf(vocabulary, vocabulary.oneErrorFrom('turnus')), []);
  });

  it('prefers the word itself to its relatives', () => {
    const expansion = sameWord(vocabulary, 'veiledning');
    assert.equal(expansion.get(vocabulary.learn('veiledning')), 1);
  });

  const misspelt: [string, string[]][] = [
    ['pskyolog', ['psykolog']],
    ['samtlae', ['samtal']],
    ['sykolog', ['psykolog']],
    ['sakmtale', ['samtal']],
    ['turnus', []],
  ];
  for (const [form, words] of misspelt) {
    it(`takes ${form} for ${words.join(', ') || 'nothing it knows'}`, () => {
      assert.deepEqual(wordsOf(vocabulary, corrections({ vocabulary, isKnown: () => true }, form).keys()), words);
    });
  }

  it('takes no short word for another that differs in a letter', () => {
    const reader = { vocabulary: makeVocabulary(['fact', 'kurs']), isKnown: () => true };
    assert.deepEqual([corrections(reader, 'fakta').size, corrections(reader, 'kors').size, corrections(reader, 'krus').size], [0, 0, 1]);
  });

  it('does not look at words that do not count', () => {
    assert.equal(corrections({ vocabulary, isKnown: () => false }, 'pskyolog').size, 0);
  });
});
