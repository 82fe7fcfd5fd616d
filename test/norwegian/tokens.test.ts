import assert from 'node:assert/strict';
import { isNumber, normalise, shortenedWords, skeleton, soundOf, tokenise } from '../../src/norwegian/tokens.ts';

describe('norwegian/tokens', () => {
  const texts: [string, string[]][] = [
    ['Hva er RPH-håndboka?', ['hva', 'er', 'rph', 'håndboka']],
    ['Send e‑post, ta e-læring', ['send', 'epost', 'ta', 'elæring']],
    ['IS-24/8 og 50 %', ['is', '24/8', 'og', '50']],
    ['«Bedre i lag» – napha.no', ['bedre', 'i', 'lag', 'napha', 'no']],
    ['RA\u030aD', ['råd']],
    ['…', []],
  ];
  for (const [text, words] of texts) {
    it(`reads ${text}`, () => {
      assert.deepEqual(tokenise(text), words);
    });
  }

  it('joins a single letter before a hyphen only to a word', () => {
    assert.equal(normalise('ta e-post og A-E 2'), 'ta epost og a-e 2');
  });

  const skeletons: [string, string][] = [
    ['håndbok', 'handbok'],
    ['haandbok', 'handbok'],
    ['søknad', 'soknad'],
    ['soeknad', 'soknad'],
    ['lærer', 'larer'],
    ['laerer', 'larer'],
    ['idé', 'ide'],
  ];
  for (const [word, bare] of skeletons) {
    it(`${word} has the skeleton ${bare}`, () => {
      assert.equal(skeleton(word), bare);
    });
  }

  const sounds: [string, string][] = [
    ['hvordan', 'vordan'],
    ['kjøre', 'skjøre'],
    ['gjøre', 'jøre'],
    ['opplæring', 'oplering'],
    ['på', 'po'],
    ['lege', 'lege'],
  ];
  for (const [word, heard] of sounds) {
    it(`${word} sounds like ${heard}`, () => {
      assert.equal(soundOf(word), soundOf(heard));
    });
  }

  it('tells words apart that sound different', () => {
    assert.notEqual(soundOf('kurs'), soundOf('kors'));
  });

  it('knows numbers', () => {
    assert.deepEqual(['24', '2026', '7b', 'sju'].map(isNumber), [true, true, false, false]);
  });

  it('sees which words look shortened', () => {
    assert.deepEqual([...shortenedWords('NAPHAs oppdr. for PVO og tl-møter')].sort(), ['oppdr', 'pvo', 'tl']);
  });
});
