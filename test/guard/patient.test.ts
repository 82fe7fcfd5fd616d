import assert from 'node:assert/strict';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { createSightings, type PatientKind, withoutFound } from '../../src/guard/patient.ts';
import { tokensOf } from '../../src/guard/tokens.ts';

const { patient, names } = createContent(ROOT).guard();
const sightingsIn = createSightings({ ...patient, names });
const found = (text: string) =>
  sightingsIn(text, tokensOf(text)).findings.map(({ kind, from, to }) => [kind, text.slice(from, to)] as const);

describe('what tells who a patient is', () => {
  const cases: Readonly<Record<string, readonly (readonly [PatientKind, string])[]>> = {
    'Torhild og Steinar har angst.': [
      ['name-clinical', 'Torhild'],
      ['name-clinical', 'Steinar'],
    ],
    'Torhild og Steinar, sykepleiere, kan mye om angst.': [],
    'Torhild Moe har angst. Ring 01 23 45 67.': [
      ['name-clinical', 'Torhild Moe'],
      ['phone-clinical', '01 23 45 67'],
    ],
    'Torhild Moe har angst, skriv til fjellrev@example.no.': [
      ['name-clinical', 'Torhild Moe'],
      ['email-clinical', 'fjellrev@example.no'],
    ],
    'Torhild Moe, født 12.03.1987': [
      ['name-clinical', 'Torhild Moe'],
      ['birth-date', '12.03.1987'],
    ],
    'Jeg snakket med Torhild. Hun er deprimert.': [['name-clinical', 'Torhild']],
    'Jeg snakket med Torhild. Hun holder kurs om depresjon.': [],
    'Kan du ta pasienten, Torhild?': [],
    'Sykepleier Torhild følger pasienten Steinar.': [['name-clinical', 'Steinar']],
    'Vakttelefonen for pasienter er 01 23 45 67.': [],
    '': [],
  };
  for (const [text, findings] of Object.entries(cases)) it(`«${text}»`, () => assert.deepEqual(found(text), findings));

  it('a number is an identity or a telephone number, not both', () => {
    const text = 'Pasienten har fnr 010154 50068.';
    assert.deepEqual(found(text), [['national-id', '010154 50068']]);
  });

  it('is left out of a text', () => {
    const text = 'Torhild Moe har angst.';
    assert.equal(withoutFound(text, sightingsIn(text, tokensOf(text)).findings), '… har angst.');
  });
});
