import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import type { When } from './days.ts';
import { type BankId, leadersOf, roomOf } from './hall.ts';
import type { Stage } from './stage.ts';

/** The relevant events of 2023, as they stand in the annual report; their days are chosen where the report names none. */
const FILE = new URL('../../test/fixtures/events-2023.csv', import.meta.url);

/** Of events, each counted by how many it stands for, and of who came. */
export type Sums = Readonly<Record<string, { readonly events: number; readonly participants: number }>>;

/** What the annual report must come to, by area and in all. */
export const SUMS: Sums = {
  RPH: { events: 7, participants: 632 },
  'FACT ung': { events: 16, participants: 838 },
  'ACT/FACT': { events: 31, participants: 1_690 },
  Felles: { events: 4, participants: 239 },
  'I alt': { events: 58, participants: 3_399 },
};

const AREAS: Readonly<Record<string, readonly BankId[]>> = {
  RPH: ['rph'],
  'FACT ung': ['fact-ung'],
  'ACT/FACT': ['fact'],
  // In two banks, and counted once.
  Felles: ['fact', 'fact-ung'],
};

export type Fate = 'published' | 'cancelled' | 'withdrawn';

/** An event and how it must stand, as far as the acts that were taken go. */
export interface Event {
  readonly title: string;
  readonly home: BankId;
  readonly rooms: readonly string[];
  readonly area: string;
  readonly participants: string;
  readonly teams: string;
  readonly isDigital: boolean;
  webinar: string;
  when: When;
  /** Before it was moved last. */
  was: When | undefined;
  state: Fate;
  moves: number;
  isWrappedUp: boolean;
}

type Row = Readonly<Record<string, string>>;

const dayFrom = (cell = '') => cell.split('.').reverse().join('-');
const timeFrom = (cell = '') => (cell === '' ? null : cell.replace('.', ':'));

const NEW = { webinar: '', was: undefined, state: 'published', moves: 0, isWrappedUp: false } as const;

function eventOf(row: Row): Event {
  const banks = AREAS[row.Rapportområde ?? ''] ?? ['rph'];
  const date = dayFrom(row.Dato);
  const isForLeaders = (row.Målgruppe ?? '').includes('ledere');
  return {
    ...{ ...NEW, title: row.Arrangement ?? '', home: banks[0] ?? 'rph', rooms: banks.map(isForLeaders ? leadersOf : roomOf) },
    ...{ area: row.Rapportområde ?? '', participants: row.Deltakere ?? '', teams: row['Antall team'] ?? '' },
    isDigital: row.Form === 'Digitalt',
    when: { date, endDate: dayFrom(row.Sluttdato) || date, start: timeFrom(row.Start), end: timeFrom(row.Slutt) },
  };
}

const imported = z.object({ imported: z.array(z.object({ id: z.string(), title: z.string(), date: z.string() })) });

/** Brings the events of these months in by a file for each bank that says nothing of who came, and gives them. */
export async function importEvents({ cli, folder }: Stage, months: number): Promise<readonly Event[]> {
  const text = readFileSync(FILE, 'utf8').replace(/^\uFEFF/, '');
  const rows = Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
  const pairs = rows.map((row) => ({ row, event: eventOf(row) })).filter(({ event }) => Number(event.when.endDate.slice(5, 7)) <= months);
  for (const [area, those] of Map.groupBy(pairs, ({ event }) => event.area)) {
    const banks = AREAS[area] ?? ['rph'];
    const lines = those.map(({ row: { Deltakere: _came, 'Antall team': _teams, ...plan } }) => ({
      ...plan,
      Ressursbank: banks.join(', '),
    }));
    const file = join(folder, `${area.replace('/', '-')}.csv`);
    writeFileSync(file, Papa.unparse(lines, { delimiter: ';' }));
    const told = imported.parse(JSON.parse(await cli('webinars', 'import', file, '--bank', banks[0] ?? 'rph', '--json')));
    for (const { event } of those)
      event.webinar = told.imported.find(({ title, date }) => title === event.title && date === event.when.date)?.id ?? '';
  }
  const missing = pairs.filter(({ event }) => event.webinar === '').map(({ event }) => event.title);
  if (missing.length > 0) throw new Error(`not imported: ${missing.join(', ')}`);
  return pairs.map(({ event }) => event);
}

/** Events besides, none of which takes place. */
export const EXTRAS: readonly (Pick<Event, 'title' | 'home' | 'when'> & { readonly banks: readonly BankId[] })[] = [
  {
    ...{ title: 'Åpen time om pårørende', home: 'rph', banks: ['rph', 'fact'] },
    when: { date: '2023-02-22', endDate: '2023-02-22', start: '12:00', end: '13:00' },
  },
  {
    ...{ title: 'Fagdag om bolig', home: 'fact', banks: ['fact', 'fact-ung'] },
    when: { date: '2023-05-03', endDate: '2023-05-03', start: '09:00', end: '15:00' },
  },
  {
    ...{ title: 'Verksted om tavlemøter', home: 'fact-ung', banks: ['fact-ung'] },
    when: { date: '2023-10-04', endDate: '2023-10-05', start: null, end: null },
  },
  {
    ...{ title: 'Kunngjort ved en feil', home: 'rph', banks: ['rph', 'fact-ung', 'fact'] },
    when: { date: '2023-06-20', endDate: '2023-06-20', start: '12:00', end: '13:00' },
  },
];

export const extraOf = ({ title, home, banks, when }: (typeof EXTRAS)[number]): Event => ({
  ...{ ...NEW, title, home, when, rooms: banks.map(roomOf), area: '', participants: '', teams: '', isDigital: when.start !== null },
});

/** What is done with an event at a station of the year, by its title and day. */
export interface Act {
  readonly title: string;
  readonly date: string;
  readonly does: 'move' | 'cancel' | 'withdraw';
  readonly to?: Partial<When>;
}

/** When the clock is set, and what organisers do then. */
export const STATIONS: readonly { readonly day: string; readonly time: string; readonly acts: readonly Act[] }[] = [
  { day: '2023-01-01', time: '09:05', acts: [{ title: 'Kunngjort ved en feil', date: '2023-06-20', does: 'withdraw' }] },
  { day: '2023-01-25', time: '12:05', acts: [{ title: 'Åpen time om pårørende', date: '2023-02-22', does: 'cancel' }] },
  {
    ...{ day: '2023-02-08', time: '12:05' },
    acts: [
      {
        title: 'Planlegging og oppstart av RPH',
        date: '2023-03-14',
        does: 'move',
        to: { date: '2023-03-28', start: '13:00', end: '14:30' },
      },
      { title: 'Fagdag om bolig', date: '2023-05-03', does: 'move', to: { date: '2023-05-10' } },
    ],
  },
  {
    ...{ day: '2023-03-22', time: '15:05' },
    acts: [
      {
        title: 'Nettverk for brukerspesialister i FACT ung',
        date: '2023-03-23',
        does: 'move',
        to: { date: '2023-03-30', start: '14:00', end: '16:00' },
      },
    ],
  },
  { day: '2023-03-28', time: '13:35', acts: [{ title: 'Fagdag om bolig', date: '2023-05-10', does: 'cancel' }] },
  {
    ...{ day: '2023-04-26', time: '12:05' },
    acts: [
      { title: 'Kommunikasjonsarbeid i RPH', date: '2023-05-10', does: 'move', to: { date: '2023-05-11' } },
      { title: 'Regional nettverkssamling nord', date: '2023-05-31', does: 'move', to: { date: '2023-06-02' } },
    ],
  },
  {
    ...{ day: '2023-05-09', time: '12:05' },
    acts: [
      { title: 'Kommunikasjonsarbeid i RPH', date: '2023-05-11', does: 'move', to: { date: '2023-05-16', start: '12:30', end: '13:30' } },
    ],
  },
  { day: '2023-09-20', time: '12:35', acts: [] },
  { day: '2023-10-04', time: '08:05', acts: [{ title: 'Verksted om tavlemøter', date: '2023-10-04', does: 'cancel' }] },
  {
    ...{ day: '2023-10-25', time: '12:05' },
    acts: [{ title: 'Opplæringssamling FACT ung', date: '2023-11-21', does: 'move', to: { date: '2023-11-28', endDate: '2023-11-29' } }],
  },
  { day: '2023-11-29', time: '12:05', acts: [] },
  { day: '2023-12-31', time: '19:05', acts: [] },
];
