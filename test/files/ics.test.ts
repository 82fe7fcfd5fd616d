import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEntry, calendarOf } from '../../src/files/index.ts';

const STARTS = Date.parse('2026-03-05T12:00:00Z');
const HOUR = 3_600_000;
const ENTRY = {
  uid: 'webinar-1@ressursbank-bot',
  sequence: 2,
  startsAt: STARTS,
  endsAt: STARTS + HOUR,
  title: 'Åpent møte',
  description: 'Første linje\nandre linje; med komma, og \\ skråstrek',
  location: 'Kantina, 2. etasje',
  url: 'https://example.no/møte?a=1,2;b',
  categories: ['FACT ung', 'a,b'],
  organiserName: 'Kari "K" Eksempel; Stord',
  cancelled: false,
  createdAt: Date.parse('2026-01-02T03:04:05.678Z'),
  changedAt: Date.parse('2026-02-03T04:05:06.789Z'),
} satisfies CalendarEntry;
const { startsAt: _from, endsAt: _to, ...WITHOUT_TIMES } = ENTRY;

const publish = (...entries: CalendarEntry[]) => calendarOf(entries, { method: 'PUBLISH' });
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventIn = (text: string) => parsed(text).getAllSubcomponents('vevent')[0] ?? assert.fail('no event');
/** Lines as a calendar program reads them. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const given = (text: string, name: string) => linesOf(text).filter((line) => line.startsWith(name));

describe('files/ics: out', () => {
  it('writes a calendar with all that RFC 5545 asks for', () => {
    assert.deepEqual(linesOf(calendarOf([ENTRY], { method: 'PUBLISH', name: 'RPH, åpne', refreshMs: HOUR })), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//ressursbank-bot//NO',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:RPH\\, åpne',
      'X-WR-CALNAME:RPH\\, åpne',
      'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
      'X-PUBLISHED-TTL:PT60M',
      'BEGIN:VEVENT',
      'UID:webinar-1@ressursbank-bot',
      'DTSTAMP:20260203T040506Z',
      'CREATED:20260102T030405Z',
      'LAST-MODIFIED:20260203T040506Z',
      'SEQUENCE:2',
      'DTSTART:20260305T120000Z',
      'DTEND:20260305T130000Z',
      'SUMMARY:Åpent møte',
      'DESCRIPTION:Første linje\\nandre linje\\; med komma\\, og \\\\ skråstrek',
      'LOCATION:Kantina\\, 2. etasje',
      'URL:https://example.no/m%C3%B8te?a=1,2;b',
      'CATEGORIES:FACT ung,a\\,b',
      `ORGANIZER;CN="Kari 'K' Eksempel; Stord":invalid:nomail`,
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('writes the same bytes for the same entries', () => assert.equal(publish(ENTRY, ENTRY), publish({ ...ENTRY }, { ...ENTRY })));

  const spans: readonly (readonly [string, CalendarEntry, readonly string[]])[] = [
    [
      'one day',
      { ...WITHOUT_TIMES, wholeDays: { from: '2026-03-05', to: '2026-03-05' } },
      ['DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260306'],
    ],
    [
      'days over a turn of the year',
      { ...WITHOUT_TIMES, wholeDays: { from: '2026-12-30', to: '2026-12-31' } },
      ['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270101'],
    ],
    ['a moment without an end', { ...ENTRY, endsAt: STARTS }, ['DTSTART:20260305T120000Z']],
    [
      'a summer evening',
      { ...ENTRY, startsAt: Date.parse('2026-06-30T22:30:00+02:00'), endsAt: Date.parse('2026-07-01T00:30:00+02:00') },
      ['DTSTART:20260630T203000Z', 'DTEND:20260630T223000Z'],
    ],
  ];
  for (const [what, entry, expected] of spans) {
    it(`writes ${what}`, () => {
      assert.deepEqual(given(publish(entry), 'DTSTART').concat(given(publish(entry), 'DTEND')), expected);
    });
  }

  it('writes whole days as time that is not taken', () => {
    assert.deepEqual(given(publish({ ...WITHOUT_TIMES, wholeDays: { from: '2026-03-05', to: '2026-03-06' } }), 'TRANSP'), [
      'TRANSP:TRANSPARENT',
    ]);
  });

  it('writes what does not take place as cancelled, and everything when it takes it away', () => {
    const cancelled = publish({ ...ENTRY, cancelled: true });
    const taken = calendarOf([ENTRY], { method: 'CANCEL' });
    for (const text of [cancelled, taken])
      assert.deepEqual(given(text, 'STATUS').concat(given(text, 'TRANSP')), ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT']);
    assert.deepEqual([given(cancelled, 'METHOD'), given(taken, 'METHOD')], [['METHOD:PUBLISH'], ['METHOD:CANCEL']]);
  });

  it('leaves out what is not given', () => {
    const { categories: _categories, organiserName: _name, ...entry } = ENTRY;
    const text = publish({ ...entry, description: '', location: '', url: '' });
    assert.deepEqual(
      ['DESCRIPTION', 'LOCATION', 'URL', 'CATEGORIES', 'ORGANIZER', 'NAME', 'REFRESH'].flatMap((name) => given(text, name)),
      [],
    );
  });

  const links = [
    ['javascript:alert(1)', []],
    ['ikke en lenke', []],
    ['https://example.no/a\r\nATTENDEE:mailto:x', ['URL:https://example.no/aATTENDEE:mailto:x']],
  ] as const;
  for (const [url, expected] of links) {
    it(`writes the link ${JSON.stringify(url)} as ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(given(publish({ ...ENTRY, url }), 'URL'), expected);
    });
  }

  it('writes a calendar without events that is one all the same', () => {
    const calendar = parsed(calendarOf([], { method: 'PUBLISH' }));
    assert.equal(calendar.getAllSubcomponents().length, 1);
    assert.equal(calendar.getAllSubcomponents('vevent').length, 0);
  });

  const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\r\n\t', '\u0000', '\u001b', '\ud800'];
  for (const sign of BREAKS) {
    it(`lets no text be more than text, whatever ${JSON.stringify(sign)} does`, () => {
      const text = `før${sign}END:VEVENT${sign}BEGIN:VEVENT${sign}X-INJECTED:1`;
      const entry = { ...ENTRY, uid: text, title: text, description: text, location: text, categories: [text], organiserName: text };
      const written = calendarOf([{ ...entry, url: `https://x.no/${text}` }], { method: 'PUBLISH', name: text });
      assert.deepEqual(
        written.match(/^[A-Z-]+/gm),
        publish(ENTRY)
          .replace('METHOD:PUBLISH', 'METHOD:PUBLISH\r\nNAME:\r\nX-WR-CALNAME:')
          .match(/^[A-Z-]+/gm),
      );
      assert.doesNotMatch(written, /[^\P{Cc}\t\r\n]|\r(?!\n)|(?<!\r)\n|[\u2028\u2029]/u);
    });
  }

  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(...'aæøå;,\\:"^= \n\r\t🎉é漢n'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
    maxLength: 400,
  });
  const unseen = /(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
  const plain = (value: string) =>
    value
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(unseen, '');

  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(text, text, (title, description) => {
        const event = eventIn(publish({ ...ENTRY, title, description }));
        const read = (name: string) => event.getFirstPropertyValue(name) ?? '';
        assert.equal(read('description'), plain(description));
        assert.equal(
          read('summary'),
          plain(title)
            .replace(/[\n\t]+/g, ' ')
            .trim(),
        );
      }),
    );
  });

  it('folds at 75 octets and never within a sign', () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = calendarOf([{ ...ENTRY, title: value, description: value, organiserName: value }], {
          method: 'PUBLISH',
          name: value,
        });
        assert.ok(written.isWellFormed() && written.endsWith('\r\n'));
        for (const line of written.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      }),
    );
  });
});
