import assert from 'node:assert/strict';
import { partOf, splitCompound } from '../../src/norwegian/compounds.ts';
import { stem } from '../../src/norwegian/stems.ts';

const KNOWN = new Set(
  [
    'nettverk',
    'samling',
    'psykolog',
    'krav',
    'barnehage',
    'barn',
    'hage',
    'fact',
    'ung',
    'drift',
    'håndbok',
    'arbeid',
    'tid',
    'avtale',
  ].map(stem),
);

function find(part: string): string | null {
  const stemmed = stem(part);
  return KNOWN.has(stemmed) ? stemmed : null;
}

describe('norwegian/compounds', () => {
  const words: [string, string[] | null][] = [
    ['nettverkssamling', ['nettverk', 'samling']],
    ['nettverkssamlingene', ['nettverk', 'samling']],
    ['psykologkrav', ['psykolog', 'krav']],
    ['barnehage', ['barn', 'hag']],
    ['factung', ['fact', 'ung']],
    ['driftshåndboka', ['drift', 'håndbok']],
    ['arbeidstidsavtale', ['arbeid', 'tid', 'avtal']],
    ['samling', null],
    ['forkrav', null],
    ['psykologisk', null],
  ];
  for (const [word, parts] of words) {
    it(`splits ${word} into ${parts?.join(' + ') ?? 'nothing'}`, () => {
      assert.deepEqual(splitCompound(word, find), parts);
    });
  }

  const places: [string, string, 'head' | 'modifier' | null][] = [
    ['nettverkssamling', 'samling', 'head'],
    ['psykologkrav', 'psykolog', 'modifier'],
    ['samling', 'samling', null],
    ['utdanning', 'danning', null],
    ['veiledning', 'veiled', null],
    ['oppfølgingsteam', 'følging', null],
  ];
  for (const [word, part, place] of places) {
    it(`finds ${part} in ${word} as ${place ?? 'no part'}`, () => {
      assert.equal(partOf(word, part), place);
    });
  }
});
