import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainOf } from '../../src/guard/plain.ts';

describe('plain text', () => {
  const read: readonly (readonly [what: string, typed: string, plain: string])[] = [
    ['ordinary Norwegian is left as it is', 'Får vi «æøå» – og é?', 'Får vi «æøå» – og é?'],
    ['letters of two parts become one', 'Fa\u030ar', 'Får'],
    ['invisible characters go', '0101\u200b90\u00ad12\u2060345\ufeff', '01019012345'],
    ['full-width digits are digits', '０１０１９０', '010190'],
    ['so are those of other scripts', '٠١٠١٩٠ ०१', '010190 01'],
    ['and mathematical ones', '𝟎𝟏𝟘𝟙', '0101'],
    ['and those in a keycap', '1\ufe0f\u20e32\ufe0f\u20e3', '12'],
    ['Cyrillic and Greek look-alikes are Latin', 'раsiеnt Κаri', 'pasient Kari'],
    ['tags are a blank', 'a<b>1</b><br/>2', 'a 1  2'],
    ['an arrow is no tag', 'a < b > c', 'a < b > c'],
    ['references are what they stand for', '1&nbsp;2&#51;&#x34;&amp;', '1 234&'],
    ['emoji stay', '01🙂02', '01🙂02'],
  ];
  for (const [what, typed, plain] of read) it(what, () => assert.equal(plainOf(typed).text, plain));

  it('every character knows where it stood', () => {
    const typed = 'fnr <b>0\u200b1</b>０１90';
    const { text, origin } = plainOf(typed);
    assert.equal(text, 'fnr  01 0190');
    for (const char of ['0', '9']) assert.equal(plainOf(typed[origin(text.lastIndexOf(char))] ?? '').text, char);
    assert.equal(origin(text.length), typed.length);
  });

  it('takes any text, and keeps the order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const { text, origin } = plainOf(typed);
        const places = Array.from({ length: text.length }, (_, index) => origin(index));
        assert.deepEqual(
          places,
          places.toSorted((one, other) => one - other),
        );
        for (const place of places) assert.ok(place >= 0 && place < typed.length);
      }),
    );
  });
});
