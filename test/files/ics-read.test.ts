import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SetupError } from '../../src/core/errors.ts';
import { type CalendarEntry, calendarOf, type ImportedEntry, readCalendar } from '../../src/files/index.ts';

type Lines = readonly string[];
const calendar = (...lines: Lines) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: Lines) => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Møte', ...lines, 'END:VEVENT'];
const zone = (name: string, ...lines: Lines) => ['BEGIN:VTIMEZONE', `TZID:${name}`, ...lines, 'END:VTIMEZONE'];
const half = (name: string, offset: string, ...lines: Lines) => [
  `BEGIN:${name}`,
  'DTSTART:16010101T030000',
  `TZOFFSETTO:${offset}`,
  ...lines,
  `END:${name}`,
];
/** As Exchange writes it. */
const western = (name: string) =>
  zone(
    name,
    ...half('STANDARD', '+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10'),
    ...half('DAYLIGHT', '+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3'),
  );

describe('files/ics: in', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-ics-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function file(contents: string | Uint8Array, name = 'kalender.ics'): string {
    writeFileSync(join(folder, name), contents);
    return join(folder, name);
  }
  const read = (contents: string | Uint8Array) => readCalendar(file(contents));
  const first = async (contents: string | Uint8Array): Promise<ImportedEntry> => (await read(contents))[0] ?? assert.fail('no entry');

  async function faultsIn(contents: string | Uint8Array): Promise<readonly string[]> {
    const path = file(contents);
    const error = await readCalendar(path).then(
      () => assert.fail('it was read'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof SetupError, String(error));
    assert.ok(error.message.startsWith(path));
    return error.faults;
  }

  it('reads an event with all that it tells', async () => {
    const told = event(
      'SEQUENCE:3',
      'DTSTART:20260305T120000Z',
      'DTEND:20260305T133000Z',
      'DESCRIPTION:En\\nto\\, tre',
      'LOCATION:Stord',
      'URL:https://x.no/a;b,c',
    );
    assert.deepEqual(await read(calendar(...told)), [
      {
        number: 1,
        uid: '1',
        sequence: 3,
        title: 'Møte',
        description: 'En\nto, tre',
        location: 'Stord',
        url: 'https://x.no/a;b,c',
        joinUrl: '',
        date: '2026-03-05',
        endDate: '2026-03-05',
        start: '13:00',
        end: '14:30',
        cancelled: false,
      },
    ]);
  });

  const times: readonly (readonly [what: string, lines: Lines, expected: string])[] = [
    ['UTC in winter', event('DTSTART:20260305T120000Z', 'DTEND:20260305T130000Z'), '2026-03-05 13:00 – 2026-03-05 14:00'],
    ['UTC in summer', event('DTSTART:20260701T120000Z', 'DTEND:20260701T130000Z'), '2026-07-01 14:00 – 2026-07-01 15:00'],
    ['UTC that is another day here', event('DTSTART:20260705T223000Z', 'DTEND:20260705T230000Z'), '2026-07-06 00:30 – 2026-07-06 01:00'],
    ['floating', event('DTSTART:20260701T120000', 'DTEND:20260701T130000'), '2026-07-01 12:00 – 2026-07-01 13:00'],
    [
      'Google',
      event('DTSTART;TZID=Europe/Oslo:20260701T120000', 'DTEND;TZID=Europe/Oslo:20260701T130000'),
      '2026-07-01 12:00 – 2026-07-01 13:00',
    ],
    [
      'Outlook',
      [
        ...western('W. Europe Standard Time'),
        ...event('DTSTART;TZID=W. Europe Standard Time:20260701T120000', 'DTEND;TZID="W. Europe Standard Time":20260701T130000'),
      ],
      '2026-07-01 12:00 – 2026-07-01 13:00',
    ],
    [
      'a name of Windows without a description',
      event('DTSTART;TZID=Romance Standard Time:20260305T120000'),
      '2026-03-05 12:00 – 2026-03-05 null',
    ],
    [
      'a name that only the file explains',
      [
        ...western('(UTC+01:00) Amsterdam\\, Berlin'),
        ...event('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20260701T120000', 'DURATION:PT45M'),
      ],
      '2026-07-01 12:00 – 2026-07-01 12:45',
    ],
    [
      'a zone of its own that never changes',
      [...zone('Vår', ...half('STANDARD', '+0300')), ...event('DTSTART;TZID=Vår:20260701T120000', 'DURATION:PT1H')],
      '2026-07-01 11:00 – 2026-07-01 12:00',
    ],
    [
      'London',
      event('DTSTART;TZID=Europe/London:20260701T120000', 'DTEND;TZID=GMT Standard Time:20260701T130000'),
      '2026-07-01 13:00 – 2026-07-01 14:00',
    ],
    [
      'New York before Europe changes',
      event('DTSTART;TZID=America/New_York:20260320T090000', 'DURATION:PT1H'),
      '2026-03-20 14:00 – 2026-03-20 15:00',
    ],
    [
      'another program’s address before the name',
      event('DTSTART;TZID=/mozilla.org/20050126_1/Europe/Helsinki:20260305T120000', 'DURATION:PT1H'),
      '2026-03-05 11:00 – 2026-03-05 12:00',
    ],
    [
      'UTC though a zone is named',
      event('DTSTART;TZID=Europe/London:20260701T120000Z', 'DURATION:PT1H'),
      '2026-07-01 14:00 – 2026-07-01 15:00',
    ],
    ['two zones', event('DTSTART;TZID=Europe/Helsinki:20260305T120000', 'DTEND:20260305T120000Z'), '2026-03-05 11:00 – 2026-03-05 13:00'],
    ['the hour that is shown twice', event('DTSTART:20261025T023000', 'DTEND:20261025T030000'), '2026-10-25 02:30 – 2026-10-25 03:00'],
    ['a duration over a change of clocks', event('DTSTART:20260329T013000', 'DURATION:PT1H'), '2026-03-29 01:30 – 2026-03-29 03:30'],
    ['a duration of days and hours', event('DTSTART:20260305T100000', 'DURATION:P1DT2H'), '2026-03-05 10:00 – 2026-03-06 12:00'],
    ['no end', event('DTSTART:20260305T100000'), '2026-03-05 10:00 – 2026-03-05 null'],
    ['an end that is the start', event('DTSTART:20260305T100000', 'DTEND:20260305T100000'), '2026-03-05 10:00 – 2026-03-05 null'],
    ['until midnight', event('DTSTART:20260305T200000', 'DTEND:20260306T000000'), '2026-03-05 20:00 – 2026-03-06 00:00'],
    ['a day', event('DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260306'), '2026-03-05 null – 2026-03-05 null'],
    ['a day without an end', event('DTSTART;VALUE=DATE:20260305'), '2026-03-05 null – 2026-03-05 null'],
    [
      'a day that ends when it begins',
      event('DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260305'),
      '2026-03-05 null – 2026-03-05 null',
    ],
    [
      'days over a change of clocks',
      event('DTSTART;VALUE=DATE:20260327', 'DTEND;VALUE=DATE:20260331'),
      '2026-03-27 null – 2026-03-30 null',
    ],
    ['days as a duration', event('DTSTART;VALUE=DATE:20260305', 'DURATION:P3D'), '2026-03-05 null – 2026-03-07 null'],
    ['a day that does not say that it is one', event('DTSTART:20260305', 'DTEND:20260307'), '2026-03-05 null – 2026-03-06 null'],
    ['a day from midnight to midnight', event('DTSTART:20260305T000000', 'DTEND:20260307T000000'), '2026-03-05 null – 2026-03-06 null'],
  ];
  for (const [what, lines, expected] of times) {
    it(`tells when, in Norway: ${what}`, async () => {
      const { date, start, endDate, end } = await first(calendar(...lines));
      assert.equal(`${date} ${start} – ${endDate} ${end}`, expected);
    });
  }

  const START = 'DTSTART:20260305T120000Z';
  const LINK = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_ABC%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d';
  const RULE = '_'.repeat(80);
  const links: readonly (readonly [what: string, lines: Lines, joinUrl: string, description: string])[] = [
    ['in brackets', event(START, `DESCRIPTION:Hei\\nBli med<${LINK}>\\nHilsen`), LINK, `Hei\nBli med<${LINK}>\nHilsen`],
    ['at the end of a sentence', event(START, `DESCRIPTION:Se ${LINK}.`), LINK, `Se ${LINK}.`],
    [
      'in what Teams adds',
      event(START, `DESCRIPTION:Hei\\n\\n${RULE}\\nMicrosoft Teams-møte\\nBli med<${LINK}>\\n${RULE}\\n`),
      LINK,
      'Hei',
    ],
    ['in what Teams adds before a text', event(START, `DESCRIPTION:${RULE}\\nBli med ${LINK}\\n${RULE}\\nVel møtt`), LINK, 'Vel møtt'],
    ['as the place', event(START, `LOCATION:${LINK}`), LINK, ''],
    ['as Exchange tells it', event(START, `X-MICROSOFT-SKYPETEAMSMEETINGURL:${LINK}`), LINK, ''],
    [
      'in its new form',
      event(START, 'DESCRIPTION:https://teams.microsoft.com/meet/3141592?p=abc'),
      'https://teams.microsoft.com/meet/3141592?p=abc',
      'https://teams.microsoft.com/meet/3141592?p=abc',
    ],
    [
      'no meeting',
      event(START, `DESCRIPTION:${RULE}\\nhttps://teams.microsoft.com/l/channel/1`),
      '',
      'https://teams.microsoft.com/l/channel/1',
    ],
  ];
  for (const [what, lines, joinUrl, description] of links) {
    it(`finds the link of a Teams meeting: ${what}`, async () => {
      const entry = await first(calendar(...lines));
      assert.deepEqual([entry.joinUrl, entry.description], [joinUrl, description]);
    });
  }

  it('knows what is cancelled', async () => {
    assert.equal((await first(calendar(...event(START, 'STATUS:CANCELLED')))).cancelled, true);
    assert.equal((await first(calendar('METHOD:CANCEL', ...event(START)))).cancelled, true);
    assert.equal((await first(calendar('METHOD:REQUEST', ...event(START, 'STATUS:CONFIRMED')))).cancelled, false);
  });

  it('passes over what is no event, and reminders within one', async () => {
    const alarm = ['BEGIN:VALARM', 'SUMMARY:Husk', 'DURATION:PT5M', 'UID:2', 'END:VALARM'];
    const lines = ['BEGIN:VTODO', 'SUMMARY:Gjøre', 'END:VTODO', 'BEGIN:VEVENT', ...alarm, 'UID:1', START, 'SUMMARY:Møte', 'END:VEVENT'];
    const entries = await read(calendar(...lines));
    assert.deepEqual(
      entries.map(({ number, uid, title, end }) => [number, uid, title, end]),
      [[1, '1', 'Møte', null]],
    );
  });

  const UID_OF_SERIES = ['UID:serie', 'SUMMARY:Møte', START];
  it('reads single occurrences of a series under names of their own', async () => {
    const lines = ['0305', '0312'].flatMap((day) => ['BEGIN:VEVENT', ...UID_OF_SERIES, `RECURRENCE-ID:2026${day}T120000Z`, 'END:VEVENT']);
    assert.deepEqual(
      (await read(calendar(...lines))).map(({ uid }) => uid),
      ['serie/2026-03-05T12:00:00Z', 'serie/2026-03-12T12:00:00Z'],
    );
  });

  it('reads what programs make of the format', async () => {
    const text = calendar(...event(START));
    const octets = Buffer.from(calendar(...event(START, 'LOCATION:Blåbærøya')));
    const inLetter = octets.indexOf('å') + 1;
    const variants: readonly (string | Uint8Array)[] = [
      text.replaceAll('\r\n', '\n'),
      text.replaceAll('\r\n', '\r'),
      text.replaceAll('\r\n', '\r\r\n'),
      `\ufeff${text}`,
      text.toLowerCase().replace('møte', 'Møte').replace('20260305t120000z', '20260305T120000Z'),
      Buffer.from(text, 'latin1'),
      `${text}${calendar('BEGIN:VTODO', 'END:VTODO')}`,
      text.replace('SUMMARY:Møte', 'SUMMARY;LANGUAGE=nb:Mø\r\n te'),
    ];
    for (const variant of variants) assert.equal((await first(variant)).title, 'Møte', JSON.stringify(variant.slice(0, 60)));
    const folded = Buffer.concat([octets.subarray(0, inLetter), Buffer.from('\r\n '), octets.subarray(inLetter)]);
    assert.equal((await first(folded)).location, 'Blåbærøya');
  });

  const ENTRY: CalendarEntry = {
    ...{ uid: '1', sequence: 4, title: 'x', description: '', location: '', url: '', cancelled: false, createdAt: 0, changedAt: 0 },
    ...{ startsAt: Date.parse('2026-03-05T12:00:00Z'), endsAt: Date.parse('2026-03-05T13:00:00Z') },
  };
  it('reads what the bot wrote', async () => {
    const words = fc.string({ unit: fc.constantFrom(...'aæøå;,\\:" n🎉é') }).map((word) => `a${word.trim()}`);
    await fc.assert(
      fc.asyncProperty(words, words, async (title, description) => {
        const entry = await first(calendarOf([{ ...ENTRY, title, description }], { method: 'PUBLISH' }));
        assert.deepEqual(
          [entry.title, entry.description, entry.sequence, entry.start, entry.end],
          [title, description, 4, '13:00', '14:00'],
        );
      }),
    );
  });

  const CANNOT = /^dette er ikke en kalenderfil/;
  const refused: readonly (readonly [what: string, contents: string | Uint8Array, fault: RegExp])[] = [
    ['nothing', '', CANNOT],
    ['octets', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), CANNOT],
    ['another text', 'Tema;Region\r\na;b', CANNOT],
    ['UTF-16', Buffer.from(calendar(...event(START)), 'utf16le'), CANNOT],
    ['a calendar without events', calendar('BEGIN:VTODO', 'END:VTODO'), /^det er ingen hendelser i filen$/],
    ['half a file', calendar(...event(START)).slice(0, 80), /^filen slutter midt i/],
    ['a line that is none', calendar('BEGIN:VEVENT', 'hei på deg', 'END:VEVENT'), /^filen er ødelagt ved «hei på deg»/],
    ['an end without a beginning', calendar('END:VEVENT'), /^filen er ødelagt ved «END:VEVENT»/],
    ['an end too many', `${calendar(...event(START))}END:VCALENDAR`, /^filen er ødelagt ved «END:VCALENDAR»/],
    ['ends that cross', calendar('BEGIN:VEVENT', 'BEGIN:VALARM', 'END:VEVENT', 'END:VALARM'), /^filen er ødelagt ved/],
    ['no start', calendar(...event()), /^hendelse 1 «Møte»: den har ingen start/],
    ['no title', calendar('BEGIN:VEVENT', START, 'END:VEVENT'), /^hendelse 1: den har ingen tittel/],
    ['an empty title', calendar('BEGIN:VEVENT', START, 'SUMMARY: \\n ', 'END:VEVENT'), /^hendelse 1: den har ingen tittel/],
    [
      'a series',
      calendar(...event(START, 'RRULE:FREQ=WEEKLY')),
      /^hendelse 1 «Møte»: gjentakelser leses ikke; legg inn hver dato for seg$/,
    ],
    ['a series by dates', calendar(...event(START, 'RDATE:20260312T120000Z')), /gjentakelser leses ikke/],
    ['a day that does not exist', calendar(...event('DTSTART:20260230T120000')), /2026-02-30 12:00 finnes ikke/],
    ['an hour that does not exist', calendar(...event('DTSTART:20260305T250000Z')), /2026-03-05 25:00 finnes ikke/],
    ['an hour that the clock skips', calendar(...event('DTSTART:20260329T023000')), /02:30 finnes ikke 2026-03-29; da stilles klokka fram/],
    ['the year 99999', calendar(...event('DTSTART:999990101T120000Z')), /DTSTART er ikke en dato mellom 1970 og 2199/],
    ['the year 1601', calendar(...event('DTSTART:16010101T120000Z')), /DTSTART er ikke en dato mellom/],
    ['a word for a time', calendar(...event('DTSTART:i morgen')), /DTSTART er ikke en dato/],
    ['a time with an offset', calendar(...event('DTSTART:20260305T120000+0200')), /DTSTART er ikke en dato/],
    ['an end before the start', calendar(...event(START, 'DTEND:20260305T110000Z')), /den slutter før den begynner/],
    ['a day and a time', calendar(...event('DTSTART;VALUE=DATE:20260305', 'DTEND:20260305T110000Z')), /en dag og slutten et klokkeslett/],
    ['a negative duration', calendar(...event(START, 'DURATION:-PT1H')), /DURATION er ikke en varighet/],
    ['no duration', calendar(...event(START, 'DURATION:P')), /DURATION er ikke en varighet/],
    ['a duration of ages', calendar(...event(START, `DURATION:P${'9'.repeat(30)}D`)), /den varer lenger enn et år/],
    [
      'a zone that nobody knows',
      calendar(...event('DTSTART;TZID=Mars/Olympus:20260305T120000')),
      /tidssonen «Mars\/Olympus» er ukjent; bruk Europe\/Oslo/,
    ],
    [
      'a zone of its own that changes in its own way',
      calendar(
        ...zone('Vår', ...half('STANDARD', '+0100', 'RRULE:FREQ=SECONDLY'), ...half('DAYLIGHT', '+0200', 'RRULE:FREQ=SECONDLY')),
        ...event('DTSTART;TZID=Vår:20260305T120000'),
      ),
      /tidssonen «Vår» er ukjent/,
    ],
    ['a quote that does not end', calendar(...event(START, 'LOCATION;X="a:b')), /«LOCATION;X="a:b» kan ikke leses/],
    ['an entry twice', calendar(...event(START), ...event(START)), /^hendelse 2 «Møte»: den har samme UID som hendelse 1/],
  ];
  for (const [what, contents, fault] of refused) {
    it(`refuses ${what}, by the file's name and with what to do`, async () => {
      const faults = await faultsIn(contents);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', fault);
    });
  }

  it('names all that is wrong at once, by the number of its event', async () => {
    const faults = await faultsIn(calendar(...event(START), ...event('RRULE:FREQ=DAILY').toSpliced(1, 1), 'BEGIN:VEVENT', 'END:VEVENT'));
    assert.deepEqual(faults, [
      'hendelse 2 «Møte»: gjentakelser leses ikke; legg inn hver dato for seg',
      'hendelse 2 «Møte»: den har ingen start (DTSTART)',
      'hendelse 3: den har ingen tittel (SUMMARY)',
      'hendelse 3: den har ingen start (DTSTART)',
    ]);
  });

  it('names twenty faults, and how many more there are', async () => {
    const faults = await faultsIn(calendar(...Array.from({ length: 30 }, () => event()).flat()));
    assert.deepEqual([faults.length, faults.at(-1)], [21, 'og 10 feil til']);
  });

  it('refuses other files, one that is not there and one that is too large', async () => {
    await assert.rejects(readCalendar(file(calendar(...event(START)), 'kalender.txt')), /bare \.ics kan leses/);
    await assert.rejects(readCalendar(join(folder, 'borte.ics')), SetupError);
    const large = file(calendar(...event(START)), 'stor.ics');
    truncateSync(large, 5_000_001);
    await assert.rejects(readCalendar(large), /større enn 5 MB/);
  });

  const MANY = 1_000_000;
  const hostile: readonly (readonly [what: string, contents: () => string])[] = [
    [
      '2 MB of events',
      () =>
        calendar(...Array.from({ length: 2_000 }, (_, n) => event(START, `DESCRIPTION:${'æ, '.repeat(240)}`).with(1, `UID:${n}`)).flat()),
    ],
    ['a property of a million lines', () => calendar(...event(START, `DESCRIPTION:${'x\r\n '.repeat(MANY)}`))],
    ['a million of escapes', () => calendar(...event(START, `DESCRIPTION:${'\\n'.repeat(MANY)}`))],
    ['components within each other', () => `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(MANY / 4)}`],
    ['a million of parameters', () => calendar(...event(START, `LOCATION${';A=1'.repeat(MANY)}:x`))],
    ['a rule without end', () => calendar(...event(START, `RRULE:FREQ=SECONDLY;BYDAY=${'MO,'.repeat(MANY)}`))],
    ['a long duration', () => calendar(...event(START, `DURATION:P${'1W'.repeat(MANY)}`))],
    [
      'underscores',
      () => calendar(...event(START, `DESCRIPTION:${'_'.repeat(2 * MANY)}x\\nhttps://teams.microsoft.com/meet/${'.'.repeat(MANY)}x`)),
    ],
    ['line ends', () => `BEGIN:VCALENDAR\r\n${'\r'.repeat(4 * MANY)}x`],
    ['blanks', () => `BEGIN:VCALENDAR\r\nX:${' '.repeat(4 * MANY)}\r\n`],
    ['thousands of events', () => calendar('BEGIN:VEVENT\nEND:VEVENT\n'.repeat(MANY / 10))],
    [
      'thousands of zones',
      () => calendar(Array.from({ length: 30_000 }, (_, n) => zone(`A${n}`, ...half('STANDARD', '+0100')).join('\n')).join('\n')),
    ],
  ];
  for (const [what, contents] of hostile) {
    it(`reads or refuses in a moment: ${what}`, async () => {
      const path = file(contents());
      const started = performance.now();
      await readCalendar(path).catch((error) => assert.ok(error instanceof SetupError, String(error)));
      assert.ok(performance.now() - started < 2_000);
    });
  }

  it('breaks on nothing', async () => {
    const word = fc.constantFrom(
      'BEGIN:',
      'END:',
      'VCALENDAR',
      'VEVENT',
      '\r\n',
      '\r\n ',
      ':',
      ';',
      '"',
      '=',
      'DTSTART',
      'DTEND',
      'TZID',
      'SUMMARY',
      'DURATION:P',
      '1',
      'T',
      'Z',
      '\u0000',
      '__proto__',
      'constructor',
      'VALUE=RECUR',
      'æ',
    );
    const body = fc.array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((words) => words.join(''));
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        await read(calendar(...event(START, text))).catch((error) => assert.ok(error instanceof SetupError, String(error.stack)));
      }),
      { numRuns: 300 },
    );
  });
});
