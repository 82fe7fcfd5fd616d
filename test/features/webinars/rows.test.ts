import assert from 'node:assert/strict';
import { inputWords } from '../../../src/features/webinars/cards/input-words.ts';
import { PLAN_INPUTS } from '../../../src/features/webinars/rules/form.ts';
import { columnsOf, inputsOfRow } from '../../../src/features/webinars/rules/rows.ts';

describe('webinars: columns of a table', () => {
  const cases = [
    ['title', 'Arrangement', 'Tittel', 'TITLE', ' Tittel: '],
    ['coOrganisers', 'Medarrangør(er)', 'Medarrangører', 'medarrangørar', 'coOrganisers', 'Co-organisers', 'Medarrangoerer'],
    ['participants', 'Deltakere', 'Deltakarar', 'Antall deltakere', 'Participants', 'Antall deltakere (ca.)'],
    ['teams', 'Antall team', 'Antall teams', 'teams', 'Tal på team'],
    ['date', 'Dato', 'date', 'Startdato', 'DATO (dd.mm.åååå)'],
    ['endDate', 'Sluttdato', 'Til dato', 'endDate', 'end date', 'End_Date'],
    ['start', 'Start', 'Fra kl', 'Fra kl.', 'Starttid', 'Frå kl.', 'Start (kl.)', 'Tid', 'Klokkeslett'],
    ['end', 'Slutt', 'Til kl.', 'end', 'Sluttid'],
    ['mode', 'Form', 'Type', 'mode'],
    ['place', 'Sted', 'Stad', 'place'],
    ['joinUrl', 'Lenke', 'Møtelenke', 'joinUrl', 'Join URL'],
    ['signupUrl', 'Påmelding', 'signupUrl', 'Lenke til påmelding'],
    ['audience', 'Målgruppe', 'Maalgruppe', 'audience'],
    ['region', 'Region'],
    ['banks', 'Ressursbank', 'Ressursbanker', 'banks'],
    ['channels', 'Kanaler', 'Kanalar', 'channels'],
    ['series', 'Serie', 'Kull', 'Serie/kull', 'series'],
    ['reportArea', 'Rapportområde', 'Område', 'reportArea'],
    ['countsAs', 'Teller som', 'Antall møter', 'countsAs', 'Tel som'],
    ['reminders', 'Påminnelser', 'Påminningar', 'reminders'],
    ['publishAt', 'Publiseres', 'publishAt'],
    ['publishTime', 'Publiseres kl.', 'publishTime'],
    ['recordingUrl', 'Opptak', 'recordingUrl'],
    ['materialsUrl', 'Materiell', 'materialsUrl'],
    ['description', 'Beskrivelse', 'Tekst', 'description', 'Omtale'],
  ] as const;
  for (const [field, ...names] of cases) {
    for (const name of names) {
      it(`«${name}»: ${field}`, () => assert.deepEqual(columnsOf([name]), { fields: new Map([[name, field]]), unknown: [] }));
    }
  }

  it('knows every input by the names that the forms give it', () => {
    const inputs = [...PLAN_INPUTS, 'participants', 'teams', 'recordingUrl', 'materialsUrl'] as const;
    const missed = inputs.flatMap((input) =>
      [input, ...Object.values(inputWords[input])]
        .filter((name) => columnsOf([name]).fields.get(name) !== input)
        .map((name) => `${input}: ${name}`),
    );
    assert.deepEqual(missed, []);
  });
  it('tells those that it does not know, in their order', () =>
    assert.deepEqual(columnsOf(['Arrangør', 'Tittel', '★', '__proto__', 'x'.repeat(200_000)]), {
      fields: new Map([['Tittel', 'title']]),
      unknown: ['Arrangør', '★', '__proto__', 'x'.repeat(200_000)],
    }));
  it('lets two columns say the same', () =>
    assert.deepEqual(
      [...columnsOf(['Tittel', 'Arrangement']).fields],
      [
        ['Tittel', 'title'],
        ['Arrangement', 'title'],
      ],
    ));
});

describe('webinars: a row as the inputs of a form', () => {
  const read = (cells: Readonly<Record<string, string>>) => inputsOfRow({ cells }, columnsOf(Object.keys(cells)).fields);

  it('takes what it knows; a dash is nothing', () =>
    assert.deepEqual(read({ Arrangement: ' Teamledermøte ', 'Medarrangør(er)': '–', Deltakere: '17', Arrangør: 'NAPHA' }), {
      title: 'Teamledermøte',
      coOrganisers: '',
      participants: '17',
    }));

  const days = [
    ['12.–13.9.2026', '2026-09-12', '2026-09-13'],
    ['12.-13.09.2026', '2026-09-12', '2026-09-13'],
    ['12 – 13.9.2026', '2026-09-12', '2026-09-13'],
    ['30.9.–1.10.2026', '2026-09-30', '2026-10-01'],
    ['12.–13. september 2026', '2026-09-12', '2026-09-13'],
    ['30. september – 1. oktober 2026', '2026-09-30', '2026-10-01'],
    ['2026-09-12 – 2026-09-13', '2026-09-12', '2026-09-13'],
    ['12.9.2026–13.9.2026', '2026-09-12', '2026-09-13'],
  ] as const;
  for (const [cell, date, endDate] of days) {
    it(`«${cell}»: ${date} to ${endDate}`, () => assert.deepEqual(read({ Dato: cell }), { date, endDate }));
  }
  const times = [
    ['10.00–12.00', '10:00', '12:00'],
    ['kl. 10-12', '10:00', '12:00'],
    ['09:00 - 15:30', '09:00', '15:30'],
  ] as const;
  for (const [cell, start, end] of times) it(`«${cell}»: ${start} to ${end}`, () => assert.deepEqual(read({ Tid: cell }), { start, end }));

  const left = [
    { Dato: '2026-09-12' },
    { Dato: 'høsten 2026' },
    { Dato: '–13.9.2026' },
    { Dato: '12.–13.–14.9.2026' },
    { Dato: '12.–13.9.2026', Sluttdato: '14.9.2026' },
    { Tid: '10.00', Slutt: '12.00' },
    { Tid: '1–3' },
    { Tid: '10–12', Slutt: '13' },
    { Dato: '-'.repeat(200_000) },
  ];
  const names = { Dato: 'date', Sluttdato: 'endDate', Tid: 'start', Slutt: 'end' } as const;
  for (const cells of left) {
    it(`leaves ${JSON.stringify(cells).slice(0, 60)} as it is`, () => {
      const expected = Object.entries(cells).map(([name, cell]) => [names[name as keyof typeof names], /^-+$/.test(cell) ? '' : cell]);
      assert.deepEqual(read(cells), Object.fromEntries(expected));
    });
  }

  it('a day that the spreadsheet has given a time has one', () => {
    assert.deepEqual(read({ Dato: '2026-09-12 10:00' }), { date: '2026-09-12', start: '10:00' });
    assert.deepEqual(read({ Dato: '2026-09-12 10:00', Sluttdato: '2026-09-13 15:00' }), {
      ...{ date: '2026-09-12', start: '10:00' },
      ...{ endDate: '2026-09-13', end: '15:00' },
    });
    assert.deepEqual(read({ Dato: '2026-09-12 10:00', Start: '11' }), { date: '2026-09-12 10:00', start: '11' });
  });
});
