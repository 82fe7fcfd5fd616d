import assert from 'node:assert/strict';
import { type EntriesRead, entriesFromCalendar, entriesFromTable } from '../../src/cli/event-rows.ts';
import { guardNow } from '../../src/cli/guard-check.ts';
import { entryId } from '../../src/features/webinars/rules/imports.ts';
import type { ImportedEntry, Table } from '../../src/files/index.ts';

const BANKS = [
  { id: 'rph', name: 'RPH Ressursbank' },
  { id: 'fact-ung', name: 'FACT ung-forum' },
];
const known = { bank: { id: 'rph' }, banks: BANKS, guard: guardNow() };

const tableOf = (columns: readonly string[], ...rows: readonly (readonly string[])[]): Table => ({
  columns,
  rows: rows.map((cells, at) => ({ line: at + 2, cells: Object.fromEntries(columns.map((column, n) => [column, cells[n] ?? ''])) })),
});
const read = (...table: Parameters<typeof tableOf>) => entriesFromTable(tableOf(...table), known);
const filedIn = ({ entries, faults }: EntriesRead) => {
  assert.deepEqual(faults, []);
  return entries.map(({ filed }) => filed);
};

describe('events: rows of a table', () => {
  it('have columns in Norwegian and English, and banks by id or name', () => {
    const nb = read(
      ['Arrangement', 'Medarrangør(er)', 'Deltakere', 'Dato', 'Starttid', 'Sluttid', 'Ressursbanker', 'Antall team', 'Opptak'],
      ['Oppstart', 'NKROP; KORUS sør', '1 690', '5.3.2026', '13.00', '14:30', 'fact ung-forum', '58', 'https://example.no/opptak'],
    );
    const en = read(
      ['title', 'coOrganisers', 'participants', 'date', 'start', 'end', 'banks', 'teams', 'recordingUrl'],
      ['Oppstart', 'NKROP,KORUS sør', '1690', '2026-03-05', '13:00', '14:30', 'FACT-UNG', '58', 'https://example.no/opptak'],
    );
    assert.deepEqual(filedIn(nb), filedIn(en));
    const [filed] = filedIn(nb);
    assert.deepEqual(
      [filed?.participants, filed?.teams, filed?.coOrganisers, filed?.banks],
      [1690, 58, ['NKROP', 'KORUS sør'], ['fact-ung']],
    );
    assert.deepEqual(
      nb.entries.map(({ id }) => id),
      en.entries.map(({ id }) => id),
    );
  });

  it('need no times, may be over, and may say when they are to be published', () => {
    const [over, ahead] = filedIn(read(['Tittel', 'Dato', 'Publiseres'], ['A', '5.3.2003', ''], ['B', '5.3.2031', '2026-01-05']));
    assert.deepEqual([over?.date, over?.start, over?.publishAt], ['2003-03-05', null, null]);
    assert.equal(ahead?.publishAt, Date.parse('2026-01-05T08:00:00+01:00'));
  });

  it('are two events where one stands twice, which is told', () => {
    const { entries, warnings } = read(['Tittel', 'Dato', 'Sted'], ['Samling', '5.3.2026', 'Oslo'], ['samling', '05.03.2026', 'Bergen']);
    assert.equal(new Set(entries.map(({ id }) => id)).size, 2);
    assert.deepEqual(warnings, ['rad 3: «samling» står også i rad 2, og er hentet inn som et eget arrangement']);
  });

  it('know which columns there are, and which of their cells hold something', () => {
    const [first] = read(['Tittel', 'Dato', 'Sted', 'Farge'], ['A', '12.–13.9.2026', '', 'rød']).entries;
    assert.deepEqual(
      [first?.fields, first?.given],
      [
        ['title', 'date', 'place', 'endDate'],
        ['title', 'date', 'endDate'],
      ],
    );
  });

  it('name columns that are not read', () =>
    assert.deepEqual(read(['Tittel', 'Dato', 'Farge'], ['A', '5.3.2026', 'rød']).warnings, [
      'kolonnen «Farge» er ikke kjent og er ikke brukt',
    ]));

  const HEADING = ['Tittel', 'Dato', 'Sluttdato', 'Fra', 'Til', 'Lenke', 'Deltakere', 'Ressursbanker', 'Beskrivelse'];
  const row = (of: Readonly<Record<string, string>>) => HEADING.map((column) => ({ Tittel: 'A', Dato: '5.3.2026', ...of })[column] ?? '');
  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, readonly RegExp[]])[] = [
    ['no title', { Tittel: ' ' }, [/^rad 2, Tittel: mangler$/]],
    ['no date', { Dato: '' }, [/^rad 2, Dato: mangler$/]],
    ['a date that is none', { Dato: '30.2.2026' }, [/^rad 2, Dato: «30\.2\.2026» er ingen dato; skriv den slik: 2026-03-05/]],
    ['a last day before the first', { Sluttdato: '4.3.2026' }, [/^rad 2, Sluttdato: «.+» er før første dag$/]],
    ['too many days', { Sluttdato: '5.5.2026' }, [/^rad 2, Sluttdato: det varer i 62 dager; høyst 31 går an$/]],
    ['a time that is none', { Fra: '25:00', Til: '26:00' }, [/^rad 2, Fra: «25:00»/, /^rad 2, Til: «26:00»/]],
    ['an end before the start', { Fra: '14:00', Til: '13:00' }, [/^rad 2, Til: slutten «13:00» er ikke etter starten$/]],
    ['an end missing', { Fra: '14:00' }, [/^rad 2, Til: mangler$/]],
    [
      'a time that the clock skips',
      { Dato: '29.3.2026', Fra: '02:30', Til: '04:00' },
      [/^rad 2, Fra: klokka stilles fram 2026-03-29, og 02:30 /],
    ],
    ['a link that is none', { Lenke: 'javascript:alert(1)' }, [/^rad 2, Lenke: «.+» er ikke en lenke/]],
    ['a number that is none', { Deltakere: 'nesten 250' }, [/^rad 2, Deltakere: «nesten 250» er ikke et helt tall, 0 eller høyere$/]],
    ['a number below zero', { Deltakere: '-3' }, [/^rad 2, Deltakere: «-3»/]],
    ['half a person', { Deltakere: '2,5' }, [/^rad 2, Deltakere: «2,5»/]],
    [
      'a bank that there is not',
      { Ressursbanker: 'rph, ukjent' },
      [/^rad 2, Ressursbanker: det finnes ingen ressursbank som heter «ukjent»$/],
    ],
    ['a title that is too long', { Tittel: 'x'.repeat(201) }, [/^rad 2, Tittel: teksten er lengre enn 200 tegn$/]],
    [
      'what tells of a patient',
      { Tittel: 'Samtale med 13097248022', Beskrivelse: 'Pasienten Kari Nordmann, født 1.2.1980, bor i Storgata 5.' },
      [/^rad 2, Tittel: ser ut til å inneholde et fødselsnummer$/, /^rad 2, Beskrivelse: ser ut til å inneholde /],
    ],
  ];
  for (const [what, cells, expected] of wrong) {
    it(`are not brought in with ${what}`, () => {
      const { entries, faults } = read(HEADING, row(cells));
      assert.equal(entries.length, 0);
      assert.equal(faults.length, expected.length, faults.join('\n'));
      for (const [at, pattern] of expected.entries()) assert.match(faults[at] ?? '', pattern);
    });
  }

  it('tell the faults of all of them at once', () => {
    const { faults } = read(['Tittel', 'Dato', 'Form'], ['', 'i går', ''], ['B', '5.3.2026', ''], ['C', '6.3.2026', 'telepati']);
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      ['rad 2, Tittel', 'rad 2, Dato', 'rad 4, Form'],
    );
  });

  const tables: readonly (readonly [string, Parameters<typeof tableOf>, readonly RegExp[]])[] = [
    ['no column of titles', [['Dato'], ['5.3.2026']], [/ingen kolonne for tittel/]],
    ['no column of days', [['Tittel'], ['A']], [/ingen kolonne for dato/]],
    [
      'a column twice',
      [
        ['Tittel', 'Arrangement', 'Dato'],
        ['A', 'A', '5.3.2026'],
      ],
      [/«Tittel» og «Arrangement»/],
    ],
    ['no rows', [['Tittel', 'Dato']], [/ingen rader/]],
  ];
  for (const [what, table, expected] of tables) {
    it(`of which there is ${what}`, () => {
      const { faults } = read(...table);
      assert.equal(faults.length, expected.length, faults.join('\n'));
      for (const [at, pattern] of expected.entries()) assert.match(faults[at] ?? '', pattern);
    });
  }
});

describe('events: entries of a calendar', () => {
  const EVENT: ImportedEntry = {
    ...{ number: 1, uid: 'a@example.no', sequence: 2, title: 'Oppstart', description: 'Om oppstart.', cancelled: false },
    ...{ date: '2026-03-05', endDate: '2026-03-05', start: '13:00', end: '14:30', location: '', url: '', joinUrl: '' },
  };
  const calendar = (...events: readonly Partial<ImportedEntry>[]) =>
    entriesFromCalendar(
      events.map((event, at) => ({ ...EVENT, number: at + 1, ...event })),
      known,
    );
  const JOIN = 'https://teams.microsoft.com/l/meetup-join/1';

  it('are known by their own id, whatever else changes', () => {
    const { entries } = calendar({}, { title: 'Ny tittel', date: '2026-03-06', endDate: '2026-03-06' });
    assert.deepEqual(
      entries.map(({ id, sequence }) => [id, sequence]),
      [
        [entryId('a@example.no'), 2],
        [entryId('a@example.no'), 2],
      ],
    );
  });

  const places: readonly (readonly [string, Partial<ImportedEntry>, readonly string[]])[] = [
    ['a room', { location: 'Oslo' }, ['physical', 'Oslo', '', '']],
    ['a Teams meeting', { location: 'Microsoft Teams-møte', joinUrl: JOIN }, ['digital', '', JOIN, '']],
    ['a Teams meeting with a room', { location: 'Microsoft Teams Meeting; Rom 3', joinUrl: JOIN }, ['hybrid', 'Rom 3', JOIN, '']],
    ['both', { location: 'Oslo', joinUrl: JOIN }, ['hybrid', 'Oslo', JOIN, '']],
    ['another meeting', { location: 'https://zoom.example.no/j/1' }, ['digital', '', 'https://zoom.example.no/j/1', '']],
    ['a page of its own', { location: 'Oslo', url: 'https://napha.example.no/1' }, ['physical', 'Oslo', '', 'https://napha.example.no/1']],
    ['a page that is none', { url: 'javascript:alert(1)' }, ['digital', '', '', '']],
  ];
  for (const [what, event, expected] of places) {
    it(`take place in ${what}`, () => {
      const filed = filedIn(calendar(event))[0];
      assert.deepEqual([filed?.mode, filed?.place, filed?.joinUrl, filed?.signupUrl], expected);
    });
  }

  it('without an id of their own go by title and time', () => {
    const { entries } = calendar({ uid: '' }, { uid: '' }, { uid: '', date: '2026-03-06', endDate: '2026-03-06' });
    assert.equal(new Set(entries.map(({ id }) => id)).size, 3);
  });

  it('tell their faults by number', () => {
    const { faults } = calendar({}, { title: 'x'.repeat(201) }, { end: null });
    assert.deepEqual(faults, ['hendelse 2, tittel: teksten er lengre enn 200 tegn', 'hendelse 3, til kl.: mangler']);
  });
});
