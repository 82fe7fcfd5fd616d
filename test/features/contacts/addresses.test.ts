import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LONGEST_EMAIL } from '../../../src/features/contacts/model.ts';
import { emailFrom, isGuestName, phoneFrom, websiteFrom } from '../../../src/features/contacts/rules/addresses.ts';

const HUGE = 'æ '.repeat(100_000);

describe('contacts: a phone number as it is typed', () => {
  const numbers: readonly (readonly [text: string, number: string | undefined])[] = [
    ['22334455', '+47 22 33 44 55'],
    ['22 33 44 55', '+47 22 33 44 55'],
    ['223 34 455', '+47 22 33 44 55'],
    ['22.33.44.55', '+47 22 33 44 55'],
    ['22-33-44-55', '+47 22 33 44 55'],
    ['+4722334455', '+47 22 33 44 55'],
    ['+47 22 33 44 55', '+47 22 33 44 55'],
    ['(+47) 22 33 44 55', '+47 22 33 44 55'],
    ['+47 (0) 22 33 44 55', '+47 22 33 44 55'],
    ['0047 22334455', '+47 22 33 44 55'],
    ['4722334455', '+47 22 33 44 55'],
    ['tlf. 900 11 222', '+47 90 01 12 22'],
    ['Mobil: 90011222', '+47 90 01 12 22'],
    ['tlf 90011222', '+47 90 01 12 22'],
    ['９００１１２２２', '+47 90 01 12 22'],
    ['\u202a900\u00a011\u2009222\u202c', '+47 90 01 12 22'],
    ['9001\u00001222', '+47 90 01 12 22'],
    ['99 99 99 99', '+47 99 99 99 99'],
    ['800 12 345', '+47 800 12 345'],
    ['81500000', '+47 815 00 000'],
    ['02800', '02800'],
    ['+47 02800', '02800'],
    ['+46 8 123 456 78', '+46 8 123 456 78'],
    ['0046 8-123 456 78', '0046 8-123 456 78'],
    ['+1 (202) 555-0123', '+1 (202) 555-0123'],
    ['+358 40 1234567', '+358 40 1234567'],
    ...(
      [
        '',
        '+47',
        '+',
        '47',
        '0047',
        '(',
        '+47 2',
        '2233445',
        '223344556',
        '12345678',
        '00 00 00 00',
        '+47 12 34 56 78',
        '+0 12 34 56 78',
      ] as const
    ).map((text) => [text, undefined] as const),
    ...(
      ['abc', 'ring 22334455', '22334455 / 90011222', '22334455, 90011222', '22334455x', 'femti', '२२३३४४५५', '+47+22334455'] as const
    ).map((text) => [text, undefined] as const),
    ...(
      ['=HYPERLINK("x")22334455', '110', '116117', '1881', `+46${'1'.repeat(20)}`, '1'.repeat(200_000), '+'.repeat(200_000), HUGE] as const
    ).map((text) => [text, undefined] as const),
  ];
  for (const [text, number] of numbers) {
    it(`${JSON.stringify(text.slice(0, 30))}: ${number ?? 'none'}`, () => assert.equal(phoneFrom(text), number));
  }
  it('what was read is read again as it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+() -'), maxLength: 20 }), (text) => {
        const number = phoneFrom(text);
        if (number !== undefined) assert.equal(phoneFrom(number), number);
      }),
    ));
  it('every number of eight digits from 2 to 9 is one, however it is spaced', () =>
    fc.assert(
      fc.property(fc.integer({ min: 20_000_000, max: 99_999_999 }), fc.array(fc.nat({ max: 8 }), { maxLength: 4 }), (number, gaps) => {
        const spaced = [...String(number)].map((digit, at) => (gaps.includes(at) ? ` ${digit}` : digit)).join('');
        assert.equal(phoneFrom(spaced)?.replace(/ /g, ''), `+47${number}`);
      }),
    ));
});

describe('contacts: an e-mail address as it is typed', () => {
  const longest = `${'a'.repeat(64)}@${'b'.repeat(LONGEST_EMAIL - 64 - 1 - 3)}.no`;
  const addresses: readonly (readonly [text: string, address: string | undefined])[] = [
    ['kari@sandvik.example', 'kari@sandvik.example'],
    [' Kari.Lie+rph@Sandvik.kommune.no ', 'Kari.Lie+rph@Sandvik.kommune.no'],
    ['mailto:kari@sandvik.example', 'kari@sandvik.example'],
    ['Kari Lie <kari@sandvik.example>', 'kari@sandvik.example'],
    ['kari\u200b@sandvik.\u0000example', 'kari@sandvik.example'],
    [longest, longest],
    ...(
      ['', 'kari', 'kari@', '@sandvik.example', 'kari@sandvik', 'kari @sandvik.example', 'kari@sandvik..example', 'a@b.no, c@d.no'] as const
    ).map((text) => [text, undefined] as const),
    ...(
      [
        'a@b.no\r\nBcc: c@d.no',
        'a@b.no?bcc=c@d.no',
        '<a@b.no',
        'a<b@c.no>d',
        'javascript:a@b.no',
        HUGE,
        `a@${'b.'.repeat(100_000)}no`,
      ] as const
    ).map((text) => [text, undefined] as const),
    ['kari_sandvik.example#EXT#@centre.onmicrosoft.com', undefined],
  ];
  for (const [text, address] of addresses) {
    it(`${JSON.stringify(text.slice(0, 40))}: ${address?.slice(0, 40) ?? 'none'}`, () => assert.equal(emailFrom(text), address));
  }
  it('a guest’s name is known as one', () => {
    assert.equal(isGuestName('kari_sandvik.example#ext#@centre.onmicrosoft.com'), true);
    assert.equal(isGuestName('kari@sandvik.example'), false);
  });
});

describe('contacts: a web address as it is typed', () => {
  const links: readonly (readonly [text: string, link: string | undefined])[] = [
    ['https://sandvik.example/rph', 'https://sandvik.example/rph'],
    ['www.sandvik.kommune.no', 'https://www.sandvik.kommune.no'],
    ['sandvik.kommune.no/rph?a=1', 'https://sandvik.kommune.no/rph?a=1'],
    ['våler.kommune.no', 'https://våler.kommune.no'],
    ...(
      [
        '',
        'sandvik',
        'javascript:alert(1)',
        'ftp://sandvik.example',
        'se nettsida',
        'kari@sandvik.example',
        '=HYPERLINK("a.no")',
        HUGE,
      ] as const
    ).map((text) => [text, undefined] as const),
  ];
  for (const [text, link] of links)
    it(`${JSON.stringify(text.slice(0, 40))}: ${link ?? 'none'}`, () => assert.equal(websiteFrom(text), link));
});
