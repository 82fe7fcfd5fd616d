import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayFrom, lineOf, linkFrom, momentFrom, timeFrom, wholeNumberFrom } from '../../src/core/reading.ts';

const HUGE = 'æ '.repeat(100_000);

describe('reading: a day as it is typed', () => {
  const days = [
    ...(['2026-03-05', '2026-3-5', '5.3.2026', '05.03.2026', '5. 3. 2026', '5.3.26', '5. mars 2026', '5 mars 2026', '5 Mar 2026'] as const),
    ...([' 5. MARS 2026 ', '5. mar. 2026', '\u200e5.3.2026', '5\u00a0March 2026'] as const),
  ];
  for (const text of days) it(`«${text}»`, () => assert.equal(dayFrom(text), '2026-03-05'));
  it('a leap day', () => assert.equal(dayFrom('29.2.2028'), '2028-02-29'));
  const none = [
    ...([
      '',
      '29.02.2027',
      '31.4.2026',
      '2026-02-30',
      '5/3/2026',
      '3-5-2026',
      '2026',
      '5. mars',
      'i morgen',
      '5. mr 2026',
      '0.3.2026',
    ] as const),
    ...([
      '0001-01-01',
      '9999-12-31',
      '1999-12-31',
      '2101-01-01',
      '5.13.2026',
      '٥.٣.٢٠٢٦',
      '2026-03-05T10:00',
      HUGE,
      '1'.repeat(200_000),
    ] as const),
  ];
  for (const text of none) it(`«${text.slice(0, 30)}» is none`, () => assert.equal(dayFrom(text), undefined));
});

describe('reading: a time of day as it is typed', () => {
  const times = [
    ...(['13:00', '13.00', '1300', '13', 'kl. 13', 'kl 13.00', 'klokka 13', 'Klokken 13:00', '13:00:00', ' at 13:00'] as const),
  ];
  for (const text of times) it(`«${text}»`, () => assert.equal(timeFrom(text), '13:00'));
  const others = [
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9', '09:00'],
    ['00:00', '00:00'],
    ['23.59', '23:59'],
    ['1:30', '01:30'],
    ['03', '03:00'],
  ] as const;
  for (const [text, time] of others) it(`«${text}» is ${time}`, () => assert.equal(timeFrom(text), time));
  const none = ['', '25:00', '24:00', '12:60', '3', '930', '13-15', '1 pm', '13:5', '-1', '1e1', 'formiddag', '13:00:30', HUGE, '٠٩:٣٠'];
  for (const text of none) it(`«${text.slice(0, 30)}» is none`, () => assert.equal(timeFrom(text), undefined));
});

describe('reading: other values as they are typed', () => {
  const links = [
    'https://napha.no',
    'http://127.0.0.1:3978/x?y=1#z',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
    'HTTPS://napha.no/blåbær',
  ];
  for (const text of links) it(`«${text}» is a link`, () => assert.equal(linkFrom(` ${text} `), text));
  const none = [
    ...([
      '',
      'napha',
      'www.napha.no',
      'https://',
      'https:///',
      'ftp://napha.no',
      'javascript:alert(1)',
      'java\u0000script:alert(1)',
    ] as const),
    ...(['JavaScript://napha.no/%0aalert(1)', 'data:text/html,hei', 'https://napha.no en lenke', 'https://napha.no@evil.example'] as const),
    ...([
      'https://a:b@napha.no',
      'https://napha.no/"><script>',
      'https://napha.no\\@evil.example',
      'https://na\u202epha.no x',
      '//napha.no',
    ] as const),
    ...(['file:///etc/passwd', 'https://[::1', 'mailto:a@b.no', HUGE] as const),
  ];
  for (const text of none) it(`${JSON.stringify(text.slice(0, 40))} is none`, () => assert.equal(linkFrom(text), undefined));

  const numbers = [
    ['1', 1],
    ['014', 14],
    ['1000', 1_000],
    ...(['', '0', '1001', '-1', '1e9', '1e2', 'Infinity', 'NaN', '1.0', '1,5', '0x10', '+3', '１', '9'.repeat(200_000)] as const).map(
      (text) => [text, undefined] as const,
    ),
  ] as const;
  for (const [text, number] of numbers) {
    it(`«${text.slice(0, 20)}»: ${number ?? 'no number from 1 to 1000'}`, () => assert.equal(wholeNumberFrom(text, 1, 1_000), number));
  }

  const lines = [
    ['  RPH  i\tOslo\r\n2026 ', 'RPH i Oslo 2026'],
    ['RPH\u0000-webinar', 'RPH-webinar'],
    ['\u202eRPH\u202c \u2066i\u2069 Oslo\u200b', 'RPH i Oslo'],
    ['opp\u00adstart\ufeff', 'oppstart'],
    ['\u3164\u115f\u2800\u200d', ''],
    ['halv\ud83d', 'halv'],
    ['A\u030apen dag', 'Åpen dag'],
    ['A\u200b\u030apen', 'Åpen'],
  ] as const;
  for (const [text, line] of lines) it(`${JSON.stringify(text)} is «${line}»`, () => assert.equal(lineOf(text), line));
  it('a line is one line, and stays as it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(lineOf(lineOf(text)), lineOf(text));
        assert.doesNotMatch(lineOf(text), /[\p{Cc}\p{Cf}\p{Cs}]|^\s|\s$|\s\s/u);
      }),
    ));

  const moments = [
    ['2026-03-04', { date: '2026-03-04' }],
    ['2026-03-04T08:00', { date: '2026-03-04', time: '08:00' }],
    ['2026-03-04 08:00', { date: '2026-03-04', time: '08:00' }],
    ['2026-03-04T08:00:00.000Z', { date: '2026-03-04', time: '08:00', offset: 'Z' }],
    ['2026-03-04T08:00+0100', { date: '2026-03-04', time: '08:00', offset: '+01:00' }],
    ['4.3.2026 kl. 8.00', { date: '2026-03-04', time: '08:00' }],
    ['4. mars 2026, 08:00', { date: '2026-03-04', time: '08:00' }],
    ...(['08:00', 'snart', '2026-03-04T25:00', '2026-02-30 08:00', ' '.repeat(200_000), `2026-03-04${' '.repeat(200_000)}x`] as const).map(
      (text) => [text, undefined] as const,
    ),
  ] as const;
  for (const [text, moment] of moments) {
    it(`«${text.slice(0, 30)}»: ${JSON.stringify(moment) ?? 'no moment'}`, () => assert.deepEqual(momentFrom(text), moment));
  }
});
