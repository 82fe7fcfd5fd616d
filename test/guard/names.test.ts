import assert from 'node:assert/strict';
import { createNames, type NameAt } from '../../src/guard/names.ts';
import { tokensOf } from '../../src/guard/tokens.ts';

const namesIn = createNames({
  first: ['Torhild', 'Ola', 'Liv', 'Sol', 'Anne'],
  short: ['Tobben'],
  surnames: ['Vangen', 'Lie', 'Hamar'],
  ambiguous_first: ['Liv', 'Sol'],
  ambiguous_surnames: ['Lie', 'Hamar'],
});

type Written = readonly (readonly [name: string, as: NameAt['as']])[];

function written(text: string, ordinary: readonly string[] = []): Written {
  const tokens = tokensOf(text);
  const listed = new Set(tokens.flatMap(({ word }, at) => (ordinary.includes(word) ? [at] : [])));
  return namesIn(text, tokens, listed).map(({ from, to, as }) => [text.slice(tokens[from]?.from, tokens[to - 1]?.to), as] as const);
}

describe('names', () => {
  const cases: Readonly<Record<string, Written>> = {
    'torhild har angst': [['torhild', 'full']],
    'Torhild Vangen ringte': [['Torhild Vangen', 'full']],
    'torhild vangen ringte': [['torhild vangen', 'full']],
    'hos Anne-Torhild i dag': [['Anne-Torhild', 'full']],
    'hos Torhild M. Vangen': [['Torhild M. Vangen', 'full']],
    'hos Torhild van der Vangen': [['Torhild van der Vangen', 'full']],
    'hos Torhild van i dag': [['Torhild', 'full']],
    'sa torhild qorbak': [['torhild', 'full']],
    'hos Tobben': [['Tobben', 'full']],
    'hos Liv': [['Liv', 'full']],
    'Sol har angst': [['Sol', 'word']],
    'det er sol i dag': [],
    'vi ser sol Torhild': [['Torhild', 'full']],
    'sol vangen ringte': [['sol vangen', 'word']],
    'det er liv i dag': [],
    'hos Zxawa Qorbak': [['Zxawa Qorbak', 'unknown']],
    'hos Zxawa Vangen': [['Zxawa Vangen', 'full']],
    'hos Zxawa Kvernmosen': [['Zxawa Kvernmosen', 'full']],
    'hos Zxawa': [['Zxawa', 'unknown']],
    'Zxawa har angst': [],
    'i Hamar': [],
    'fra Zxawa': [],
    'hos Vangen': [['Vangen', 'word']],
    'fru vangen ringte': [['vangen', 'full']],
    'til NAPHA og FACT': [],
    'Torhild-gruppa og Ola- og Liv-avdelingene': [],
    'HVA GJØR VI MED TORHILD': [['TORHILD', 'full']],
    'Ask Torhild about it': [['Torhild', 'full']],
  };
  for (const [text, names] of Object.entries(cases)) it(`«${text}»`, () => assert.deepEqual(written(text), names));

  it('ordinary words are none, and begin none', () => {
    assert.deepEqual(written('vi ga Seroquel i går', ['seroquel']), []);
    assert.deepEqual(written('Pasienten Torhild Vangen', ['pasienten']), [['Torhild Vangen', 'full']]);
  });

  it('possessives own', () => {
    const owning = (text: string) => namesIn(text, tokensOf(text), new Set()).map(({ owns }) => owns);
    assert.deepEqual(owning('Torhilds angst'), [true]);
    assert.deepEqual(owning("Torhild's anxiety"), [true]);
    assert.deepEqual(owning("Torhild Qorbak's book"), [true]);
    assert.deepEqual(owning('Torhild har angst'), [false]);
  });
});
