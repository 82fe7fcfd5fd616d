import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identitiesIn } from '../../src/guard/identity.ts';
import { plainOf } from '../../src/guard/plain.ts';

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A control digit by the weights; undefined where a number with these digits is not given out. */
function control(digits: readonly number[], weights: readonly number[]): number | undefined {
  const rest = 11 - (weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11);
  return rest === 10 ? undefined : rest % 11;
}

function withControls(nine: readonly number[]): string | undefined {
  const first = control(nine, FIRST_WEIGHTS);
  const second = first === undefined ? undefined : control([...nine, first], SECOND_WEIGHTS);
  return second === undefined ? undefined : [...nine, first, second].join('');
}

const two = (number: number) => String(number).padStart(2, '0');

/** Numbers of people born 1854–1898: nobody who lives has one. */
const numbers = (addedToDay: number) =>
  fc
    .record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      added: fc.constantFrom(0, 40, 65, 80),
      year: fc.integer({ min: 54, max: 98 }),
      individual: fc.integer({ min: 500, max: 749 }),
    })
    .map(({ day, month, added, year, individual }) =>
      withControls([...`${two(day + addedToDay)}${two(month + added)}${two(year)}${individual}`].map(Number)),
    )
    .filter((number) => number !== undefined);

const grouped = (number: string, sizes: readonly number[], between: string) => {
  const ends = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, at) => number.slice(ends[at - 1] ?? 0, end)).join(between);
};
const digitsFrom = (number: string, zero: number) => [...number].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

const SINGLE = Array.from({ length: 11 }, () => 1);
const spellings: Readonly<Record<string, (number: string) => string>> = {
  'in a row': (number) => number,
  'in six and five': (number) => grouped(number, [6, 5], ' '),
  'with a hyphen': (number) => grouped(number, [6, 5], '-'),
  'with a hyphen and blanks': (number) => grouped(number, [6, 5], ' - '),
  'with a dash': (number) => grouped(number, [6, 5], '–'),
  'with a slash': (number) => grouped(number, [6, 5], '/'),
  'with an underscore': (number) => grouped(number, [6, 5], '_'),
  'with a comma': (number) => grouped(number, [6, 5], ', '),
  'with a colon': (number) => grouped(number, [6, 5], ': '),
  'with an asterisk': (number) => grouped(number, [6, 5], ' * '),
  'in brackets': (number) => `${number.slice(0, 6)} (${number.slice(6)})`,
  'over two lines': (number) => grouped(number, [6, 5], '\n'),
  'over two lines of Windows': (number) => grouped(number, [6, 5], '\r\n'),
  'in twos and five': (number) => grouped(number, [2, 2, 2, 5], '-'),
  'as a date and five': (number) => `${grouped(number.slice(0, 6), [2, 2, 2], '.')} ${number.slice(6)}`,
  'as a date with slashes': (number) => `${grouped(number.slice(0, 6), [2, 2, 2], '/')} ${number.slice(6)}`,
  'six, three, two': (number) => grouped(number, [6, 3, 2], ' '),
  'threes and two': (number) => grouped(number, [3, 3, 3, 2], ' '),
  twos: (number) => grouped(number, [2, 2, 2, 2, 2, 1], ' '),
  'twos, three, two': (number) => grouped(number, [2, 2, 2, 3, 2], '.'),
  'four, four, three': (number) => grouped(number, [4, 4, 3], ' '),
  'single digits': (number) => grouped(number, SINGLE, ' '),
  'single digits with hyphens': (number) => grouped(number, SINGLE, '-'),
  'single digits with commas': (number) => grouped(number, SINGLE, ', '),
  'blanks that do not break': (number) => grouped(number, [6, 5], '\u00a0'),
  'thin blanks': (number) => grouped(number, [6, 5], '\u2009'),
  'a smiley between': (number) => grouped(number, [6, 5], ' 😀 '),
  'smileys between digits': (number) => grouped(number, SINGLE, '🙂'),
  'nothing visible inside': (number) => grouped(number, SINGLE, '\u200b'),
  'a soft hyphen inside': (number) => grouped(number, [6, 5], '\u00ad'),
  'full-width digits': (number) => digitsFrom(number, 0xff10),
  'Arabic digits': (number) => digitsFrom(number, 0x0660),
  'Persian digits': (number) => digitsFrom(number, 0x06f0),
  'Devanagari digits': (number) => digitsFrom(number, 0x0966),
  'bold digits': (number) => digitsFrom(number, 0x1d7ce),
  'tags inside': (number) => `<b>${number.slice(0, 6)}</b><i>${number.slice(6)}</i>`,
  'references inside': (number) => grouped(number, [6, 5], '&nbsp;'),
  'digits as references': (number) => [...number].map((digit) => `&#${48 + Number(digit)};`).join(''),
};

const sentences: Readonly<Record<string, (number: string) => string>> = {
  alone: (number) => number,
  'in a sentence': (number) => `Kan dere sjekke ${number}, som venter på svar?`,
  named: (number) => `fnr. ${number}`,
  glued: (number) => `fnr${number}`,
  'after a colon': (number) => `Fødselsnummer:${number}.`,
  'before a telephone number': (number) => `${number}, 12 34 56 78`,
  'after a telephone number': (number) => `tlf 12345678 ${number}`,
  'between other numbers': (number) => `3 avtaler, ${number}, 14 dager`,
  'after a year': (number) => `Fra 2024: ${number}`,
  'in quotes': (number) => `«${number}»`,
};

const found = (text: string) => identitiesIn(plainOf(text).text).map(({ kind }) => kind);

describe('identity numbers', () => {
  for (const [spelling, spelt] of Object.entries(spellings)) {
    it(`are found: ${spelling}`, () => {
      fc.assert(
        fc.property(numbers(0), fc.constantFrom(...Object.entries(sentences)), (number, [, said]) =>
          assert.deepEqual(found(said(spelt(number))), ['national-id']),
        ),
      );
      fc.assert(
        fc.property(numbers(40), fc.constantFrom(...Object.entries(sentences)), (number, [, said]) =>
          assert.deepEqual(found(said(spelt(number))), ['d-number']),
        ),
      );
    });
  }

  it('are found with letters that look like digits', () => {
    fc.assert(
      fc.property(numbers(0), (number) =>
        assert.deepEqual(found(`fnr ${number.replace('0', 'O').replace('1', 'l').replace('1', 'I')}`), ['national-id']),
      ),
    );
  });

  it('are found where they stand', () => {
    const [text, number] = ['Gjelder 010180 50021 fra i går', '01018050021'];
    const digits = withControls([...number.slice(0, 9)].map(Number)) ?? '';
    const said = text.replace('010180 50021', `${digits.slice(0, 6)} ${digits.slice(6)}`);
    const [place] = identitiesIn(said);
    assert.equal(said.slice(place?.from, place?.to), `${digits.slice(0, 6)} ${digits.slice(6)}`);
  });

  it('are found two in a row', () => {
    fc.assert(
      fc.property(numbers(0), numbers(40), (one, other) => assert.deepEqual(found(`${one} ${other}`), ['national-id', 'd-number'])),
    );
    fc.assert(
      fc.property(numbers(0), numbers(0), (one, other) =>
        assert.equal(found(`${one.slice(0, 6)} ${one.slice(6)}\n${other.slice(0, 6)} ${other.slice(6)}`).length, 2),
      ),
    );
  });

  it('count with wrong control digits where they are called so', () => {
    for (const text of [
      'fnr 01010112345',
      'fnr01010112345',
      'Personnummeret er 010101 12345',
      'd-nummer: 410101 12345',
      'f.nr. 010101-12345',
      'id number 01010112345',
    ])
      assert.equal(found(text).length, 1, text);
  });

  it('are found with the five digits told apart', () => {
    for (const text of ['født 01.01.1880, personnummer 50021', 'f. 010180, siste fem 50021', '01.01.80 pnr 50021'])
      assert.deepEqual(found(text), ['national-id'], text);
  });

  const wrongOnes = numbers(0).map((number) => number.slice(0, 10) + ((Number(number[10]) + 1) % 10));
  it('are none with wrong control digits', () => {
    fc.assert(fc.property(wrongOnes, (number) => assert.deepEqual(found(`Sak ${number} ligger i arkivet`), [])));
    fc.assert(fc.property(wrongOnes, (number) => assert.deepEqual(found(`KID ${number.slice(0, 6)} ${number.slice(6)}`), [])));
  });

  const harmless = [
    'Konto 1234.56.78903',
    'kontonummer 12345678903',
    'Org.nr. 974 760 673',
    'Kortet 4111 1111 1111 1111',
    'Saksnummer 2024/12345-12',
    'Ring 12 34 56 78 eller 01 23 45 67',
    'ISBN 978-82-000-1234-5',
    '01.01.2024 kl. 12.00–14.30',
    'Møte-ID 883 204 119 77',
    'Bestilling 00000000000',
    'KID-nummer 01010112345',
    'loooooooool Illlllllllll',
  ];
  for (const text of harmless) it(`«${text}» has none`, () => assert.deepEqual(found(text), []));

  it('are none where digits are many', () => {
    fc.assert(fc.property(numbers(0), (number) => assert.deepEqual(found(`KID ${number}4711`), [])));
    fc.assert(fc.property(numbers(0), (number) => assert.deepEqual(found(`99${number}`), [])));
  });
});
