import assert from 'node:assert/strict';
import { datesIn, daysIn, emailsIn, housesIn, mayBeBirth, phonesIn, type Shape, streetsIn, workEmailsIn } from '../../src/guard/shapes.ts';

const written = (text: string, shapesIn: (text: string) => Shape[]) => shapesIn(text).map(({ from, to }) => text.slice(from, to));

function finds(shapesIn: (text: string) => Shape[], cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, shapes] of Object.entries(cases)) it(`«${text}»`, () => assert.deepEqual(written(text, shapesIn), shapes));
}

describe('shapes in a text', () => {
  describe('telephone numbers', () =>
    finds(phonesIn, {
      'ring 01234567 nå': ['01234567'],
      'ring 01 23 45 67': ['01 23 45 67'],
      'ring 012 34 567.': ['012 34 567'],
      'ring 01.23.45.67': ['01.23.45.67'],
      'ring +47 01234567': ['+47 01234567'],
      'ring 0047 012 34 567': ['0047 012 34 567'],
      'ring +46 70 123 45 67': ['+46 70 123 45 67'],
      'den 12031987': [],
      'sak 012345678': [],
      'kl 12.30': [],
    }));

  describe('e-mail addresses', () => {
    finds(emailsIn, {
      'skriv til fjell.rev_9@example.com, takk': ['fjell.rev_9@example.com'],
      'skriv til fjellrev(at)example.com': ['fjellrev(at)example.com'],
      'skriv til fjellrev krøllalfa example punktum no': ['fjellrev krøllalfa example punktum no'],
      'see you at work. at noon': [],
      'skriv til post@example.no': [],
      'skriv til kari.moe@enhet.kommune.example.no': [],
      '@kari': [],
    });
    it('those of a service are told apart', () =>
      assert.deepEqual(written('post@example.no, rev@example.no', workEmailsIn), ['post@example.no']));
  });

  describe('dates', () =>
    finds(datesIn, {
      'f. 12.03.87': ['12.03.87'],
      '12/3-87': ['12/3-87'],
      '12.3.1987': ['12.3.1987'],
      '1987-03-12': ['1987-03-12'],
      '120387': ['120387'],
      '12031987': ['12031987'],
      '12. mars 1987': ['12. mars 1987'],
      '12.mars 87': ['12.mars 87'],
      '12. februar 87': ['12. februar 87'],
      '12. febuar 1987': ['12. febuar 1987'],
      '2. des. 1962': ['2. des. 1962'],
      'March 12, 1987': ['March 12, 1987'],
      '12th of March 1987': ['12th of March 1987'],
      '11-27-1999': ['11-27-1999'],
      '8/XI 1951': ['8/XI 1951'],
      'den tolvte mars nittenåttisju': ['tolvte mars nittenåttisju'],
      'den tredje i sjette to tusen og ti': ['tredje i sjette to tusen og ti'],
      'niende mars sekstisju': ['niende mars sekstisju'],
      'den 28. i tiande 2007': ['28. i tiande 2007'],
      'født 27 12 01': ['27 12 01'],
      'rom 27 12 01': [],
      'E6 i 2015': [],
      'tredje gangen 12 dager': [],
      'versjon 3.2.11.4': [],
      '321987': [],
      'i 1987': [],
    }));

  for (const [date, may] of Object.entries({
    '12.03.87': true,
    '250780': true,
    '12. mars 2011': true,
    'tolvte mars nittenåttisju': true,
    '12.03.2023': false,
    '12.03.24': false,
    '17.05.1814': false,
    '10-12 15': false,
  }))
    it(`«${date}» ${may ? 'may be' : 'is hardly'} a date of birth`, () => assert.equal(mayBeBirth(date), may));

  describe('days', () =>
    finds(daysIn, {
      'den 12. mars': ['12. mars'],
      'on March 12th': ['March 12th'],
      'den tolvte mars': ['tolvte mars'],
      'om 12 dager': [],
    }));

  describe('streets', () =>
    finds(streetsIn, {
      'i Bakkevegen tjueto': ['Bakkevegen tjueto'],
      'Storgt. 5': ['Storgt. 5'],
      'bjørnebærvn 15b': ['bjørnebærvn 15b'],
      'petra ringt 2 g': [],
      'etternavn 3': [],
      'bor i Storgata 12': ['Storgata 12'],
      'bor i storgata 12b': ['storgata 12b'],
      'Storgt. 4B': ['Storgt. 4B'],
      'Nedre Kirkegate 3': ['Nedre Kirkegate 3'],
      'Solbakken 7': ['Solbakken 7'],
      'leilighet H0203': ['leilighet H0203'],
      'solbakken 7 år': [],
      'Uke 12': [],
    }));

  describe('houses', () =>
    finds(housesIn, {
      'Utsikten 12': ['Utsikten 12'],
      'Utsikten 1B.': ['Utsikten 1B'],
      'Uke 12': [],
      'Januar 12': [],
      'Gutten 12 år': [],
      'PHQ 12': [],
      'Klokka 12.30': [],
    }));
});
