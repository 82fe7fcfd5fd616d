import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingOf, guardNow } from '../../src/cli/guard-check.ts';
import { withoutFound } from '../../src/guard/index.ts';

/** The number of somebody born in 1880. */
const NUMBER = '01018050079';
/** Pieces of a text, and what they share (`index.ts`). */
const AROUND_A_CUT = [5_600, 5_690, 5_700, 5_990, 6_000, 11_400];

describe('the guard', () => {
  const guard = guardNow();
  const what = (text: string) => findingOf(guard, text);

  const stopped: readonly (readonly [what: string, text: string])[] = [
    ['between signs that look like a tag', `Pasienten <fnr ${NUMBER}> har psykose`],
    ['after a word that begins like «konto»', `Pasienten kom til kontoret ${NUMBER}`],
    ['after another sentence on an account', `Pasienten har ikke oppgitt konto. ${NUMBER}`],
    ['with many blanks between', '010180        50079'],
    ['in a table', '| 010180 | 50079 |'],
    ['with the year in four digits', 'født 01.01.1880 50079'],
    ['cut by a tag', '010180<b>50079</b>, 010180<span style="color:red">50079</span>'],
    ['cut by a reference', '010180&ndash;50079'],
  ];
  for (const [how, text] of stopped) it(`finds an identity number ${how}`, () => assert.deepEqual(what(text).what, ['national-id']));

  const passed: readonly string[] = [
    'Behovet ble identifisert 12.03.2024 125 000 kr er satt av',
    'Vi lagrer ikke fnr. 10.11.2024 120 deltakere',
    'Frist 06.06.2025 105 kr',
    'Møte 08.04.23 15355 kr',
    'kvifor er himmelen blå',
    'xyz abc',
    'æ æ æ',
    '',
    '🙂',
  ];
  for (const text of passed) it(`lets pass: «${text}»`, () => assert.deepEqual(what(text), { finding: 'clean', what: [] }));

  it('danger between signs that look like a tag is danger', () => {
    assert.equal(what('<hun har tatt overdose og puster ikke>').finding, 'acute');
  });

  it('cuts out whole characters, in whatever disguise', () => {
    const disguised: readonly (readonly [string, string])[] = [
      ['𝟎𝟏𝟎𝟏𝟖𝟎𝟓𝟎𝟎𝟕𝟗', '…'],
      [[...NUMBER].map((digit) => `&#${digit.charCodeAt(0)};`).join(''), '…'],
      [[...NUMBER].map((digit) => `${digit}\ufe0f\u20e3`).join(''), '…'],
      [[...NUMBER].join('\u200b'), '…'],
    ];
    for (const [text, left] of disguised) assert.equal(withoutFound(text, guard(text).findings), left);
  });

  it('nothing is missed where a long text is judged in pieces', () => {
    for (const at of AROUND_A_CUT) {
      const text = `${'a '.repeat(at / 2)}fnr 010180 50079 ${'b '.repeat(4_000)}`;
      assert.equal(withoutFound(text, guard(text).findings).includes('50079'), false, String(at));
      assert.equal(guard(text).findings.length, 1);
    }
  });

  it('takes any text, and gives places within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { from, to } of guard(text).findings) assert.ok(from >= 0 && from < to && to <= text.length);
      }),
    );
  });
});
