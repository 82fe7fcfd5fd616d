import { REGIONS } from '../../src/core/banks.ts';
import type {
  ChangeData,
  CheckData,
  CoverageData,
  NoticeData,
  ProgressData,
  StartCheckData,
} from '../../src/features/contacts/cards/data.ts';
import * as contacts from '../../src/features/contacts/cards/index.ts';
import { about, at, atOnce, changes, heavy, longChanges, NAME } from './contacts-sample-team.ts';
import { many, type Sample } from './sample.ts';

const change: ChangeData = {
  ...{ ...about, change: 'c-1', teamName: NAME, by: 'Kari Eksempel', at: at('03T10:00'), lines: changes, state: 'waiting' },
  ...{ decidedBy: '', comment: '' },
};
const changeOf = (of: Partial<ChangeData> = {}) => contacts.changeCard.ref({ ...change, ...of });
const reject = { ...about, change: 'c-1', teamName: NAME, by: 'Kari Eksempel', lines: changes, tooLong: false };
const comment = 'Prøvevik og Eksempeldal søker hver for seg. *Ring* meg gjerne.';

const notice: NoticeData = { ...about, change: 'c-1', what: 'approved', teamName: NAME, by: 'Siri Senter', lines: [], comment: '' };
const noticeOf = (of: Partial<NoticeData>) => contacts.noticeCard.ref({ ...notice, ...of });

const decisions: readonly Sample[] = [
  { of: 'venter', card: changeOf() },
  { of: 'godkjent', card: changeOf({ state: 'approved', decidedBy: 'Siri Senter' }) },
  { of: 'avvist', card: changeOf({ state: 'rejected', decidedBy: 'Siri Senter', comment }) },
  { of: 'forbigått', card: changeOf({ state: 'overtaken' }) },
  {
    of: 'lengst',
    card: changeOf({
      teamName: heavy(200),
      by: heavy(200),
      lines: longChanges,
      state: 'rejected',
      decidedBy: heavy(200),
      comment: heavy(1_000),
    }),
    worst: true,
  },
  { of: 'avvis', card: contacts.rejectCard.ref(reject) },
  { of: 'for lang', card: contacts.rejectCard.ref({ ...reject, tooLong: true }, { comment }) },
  {
    of: 'lengst',
    card: contacts.rejectCard.ref(
      { ...reject, teamName: heavy(200), by: heavy(200), lines: longChanges, tooLong: true },
      { comment: heavy(1_000) },
    ),
    worst: true,
  },
  { of: 'godkjent', card: noticeOf({ lines: changes }) },
  { of: 'avvist', card: noticeOf({ what: 'rejected', lines: changes.slice(0, 1), comment }) },
  { of: 'forbigått', card: noticeOf({ what: 'overtaken', lines: changes.slice(0, 1) }) },
  { of: 'av senteret', card: noticeOf({ by: '' }) },
  { of: 'lederen er borte, uten navn', card: noticeOf({ what: 'leaderGone', change: null, by: '' }) },
  { of: 'senteret endret', card: noticeOf({ what: 'changed', change: null, lines: atOnce }) },
  { of: 'spurt om å ta over', card: noticeOf({ what: 'handOverAsk', change: null, by: 'Kari Eksempel' }) },
  { of: 'tok over', card: noticeOf({ what: 'handOverAccepted', change: null, by: 'Ola Prøve' }) },
  { of: 'tok ikke over', card: noticeOf({ what: 'handOverDeclined', change: null, by: 'Ola Prøve' }) },
  { of: 'er det deg', card: noticeOf({ what: 'isItYou', change: null, by: '' }) },
  { of: 'ingen leder', card: noticeOf({ what: 'askLeader', change: null, by: '' }) },
  { of: 'lederen er borte', card: noticeOf({ what: 'leaderGone', change: null, by: 'Kari Eksempel' }) },
  {
    of: 'lengst',
    card: noticeOf({ what: 'rejected', teamName: heavy(200), by: heavy(200), lines: longChanges, comment: heavy(1_000) }),
    worst: true,
  },
];

const check: CheckData = {
  ...{ ...about, check: '2026-1', version: 7, name: NAME, step: 'leader', others: 0, done: null },
  confirmed: { at: Date.parse('2025-09-03T10:00:00+02:00'), name: 'Kari Eksempel' },
  lines: [
    { field: 'status', value: 'drift' },
    { field: 'municipalities', value: 'Prøvevik, Eksempeldal' },
    { field: 'leaderName', value: 'Kari Eksempel' },
    { field: 'leaderEmail', value: 'kari_eksempel@provevik.example.no' },
    { field: 'leaderPhone', value: '+47 22 33 44 55' },
    { field: 'deputyName', value: '' },
    { field: 'sharedMailbox', value: 'rph@provevik.example.no' },
    { field: 'publish', value: 'name,email' },
  ],
};
const checkOf = (of: Partial<CheckData>) => contacts.checkCard.ref({ ...check, ...of });

const counts = { total: 120, confirmed: 43, changed: 12, waiting: 61, unreachable: 4 };
const progress: ProgressData = {
  ...{ bank: 'rph', check: '2026-1', startedAt: at('02T08:00'), ...counts, ended: false },
  byRegion: [
    { region: 'nord', total: 20, confirmed: 8, changed: 2, waiting: 9, unreachable: 1 },
    { region: 'øst', total: 60, confirmed: 25, changed: 5, waiting: 28, unreachable: 2 },
    { region: 'midt', total: 0, confirmed: 0, changed: 0, waiting: 0, unreachable: 0 },
    { region: null, total: 40, confirmed: 10, changed: 5, waiting: 24, unreachable: 1 },
  ],
  unreachableTeams: [
    { team: 'a', name: 'RPH Tenkestrand', why: 'nobody' },
    { team: 'b', name: 'FACT Gamlevik', why: 'unknown' },
    { team: 'c', name: 'ACT Eksempeldal', why: 'silent' },
  ],
};
const start: StartCheckData = { bank: 'rph', teams: 120, running: null, nextAt: at('02T08:00'), fault: null };
const startOf = (of: Partial<StartCheckData>, months?: string) =>
  contacts.startCheckCard.ref({ ...start, ...of }, months === undefined ? {} : { months });

const rounds: readonly Sample[] = [
  { of: 'leder', card: checkOf({}) },
  { of: 'påminnelse', card: checkOf({ step: 'reminded', others: 1, confirmed: null }) },
  { of: 'stedfortreder', card: checkOf({ step: 'deputy', others: 3 }) },
  { of: 'felles e-post', card: checkOf({ step: 'mailbox' }) },
  { of: 'bekreftet', card: checkOf({ done: 'confirmed', others: 2 }) },
  { of: 'endret', card: checkOf({ done: 'changed' }) },
  { of: 'over', card: checkOf({ done: 'over', others: 2 }) },
  {
    of: 'lengst',
    card: checkOf({ name: heavy(200), others: 9, lines: many(30, () => ({ field: 'municipalities', value: heavy(900) })) }),
    worst: true,
  },
  { of: 'i gang', card: contacts.progressCard.ref(progress) },
  {
    of: 'over',
    card: contacts.progressCard.ref({
      ...{ ...progress, ended: true, confirmed: 108, waiting: 0, changed: 12, unreachable: 0, unreachableTeams: [], byRegion: [] },
    }),
  },
  {
    of: 'ingen',
    card: contacts.progressCard.ref({
      ...progress,
      total: 0,
      confirmed: 0,
      changed: 0,
      waiting: 0,
      unreachable: 0,
      byRegion: [],
      unreachableTeams: [],
    }),
  },
  {
    of: 'lengst',
    card: contacts.progressCard.ref({
      ...progress,
      byRegion: [...REGIONS, null].map((region) => ({ region, ...counts })),
      unreachableTeams: many(200, (n) => ({ team: `t-${n}`, name: heavy(200), why: 'nobody' })),
    }),
    worst: true,
  },
  { of: 'start', card: startOf({}) },
  { of: 'i gang', card: startOf({ running: at('02T08:00'), nextAt: null }) },
  { of: 'juli', card: startOf({ fault: 'july', teams: 1 }) },
  { of: 'feil tall', card: startOf({ fault: 'months', nextAt: null }, 'mange') },
  { of: 'ingen team', card: startOf({ teams: 0, nextAt: null }) },
];

const digestItem = { ...about, history: 'h-1', teamName: NAME, by: 'Kari Eksempel', at: at('03T10:00'), lines: atOnce };
const digest = { bank: 'rph', from: '2026-03-03', to: '2026-03-04', items: [], more: 0 };
const silent = { bank: 'rph', months: 6, region: 'vest' as const, items: [], more: 0 };
const silentItem = { team: 'a', name: NAME, region: 'vest' as const, lastSign: Date.parse('2025-06-03T10:00:00+02:00') };

const region = (
  name: (typeof REGIONS)[number] | null,
  numbers: readonly [running: number, onTheWay: number, none: number, unknown: number],
) => {
  const [running, onTheWay, none, unknown] = numbers;
  const municipalities = running + onTheWay + none + unknown;
  return {
    region: name,
    municipalities,
    running,
    onTheWay,
    none,
    unknown,
    population: 10_000 * municipalities,
    populationRunning: 10_000 * running,
  };
};
const coverage: CoverageData = {
  ...{ bank: 'fact-ung', type: 'FACT ung', types: ['ACT', 'FACT', 'FACT ung'], day: '2026-03-03' },
  regions: [region('nord', [30, 10, 5, 35]), region('øst', [80, 4, 0, 0]), region('sør', [0, 0, 0, 48]), region(null, [0, 0, 0, 0])],
  total: { municipalities: 212, running: 110, onTheWay: 14, none: 5, unknown: 83, population: 5_550_203, populationRunning: 3_441_126 },
  ...{ ambition: 0.94, picture: null, unconfirmed: 12, dataDate: '2024-01-01' },
  counties: [
    { name: 'Oslo', share: 1 },
    { name: 'Vestland', share: 0.005 },
    { name: 'Agder', share: null },
  ],
};
/** The stage answers here. */
const PICTURE = 'https://example.no/pictures/0.png';

const overviews: readonly Sample[] = [
  {
    of: 'to dager',
    card: contacts.digestCard.ref({ ...digest, items: [digestItem, { ...digestItem, history: null, teamName: 'FACT Gamlevik' }], more: 3 }),
  },
  { of: 'ingenting', card: contacts.digestCard.ref({ ...digest, to: digest.from }) },
  {
    of: 'lengst',
    card: contacts.digestCard.ref({
      ...digest,
      items: many(40, () => ({ ...digestItem, teamName: heavy(200), by: heavy(200), lines: longChanges })),
    }),
    worst: true,
  },
  { of: 'en region', card: contacts.silentCard.ref({ ...silent, items: [silentItem, { ...silentItem, lastSign: null }], more: 2 }) },
  {
    of: 'alle regioner',
    card: contacts.silentCard.ref({ ...silent, months: 1, region: null, items: [silentItem, { ...silentItem, region: null }] }),
  },
  { of: 'ingen', card: contacts.silentCard.ref(silent) },
  {
    of: 'lengst',
    card: contacts.silentCard.ref({ ...silent, region: null, items: many(300, () => ({ ...silentItem, name: heavy(200) })) }),
    worst: true,
  },
  { of: 'én type', card: contacts.coverageCard.ref({ ...coverage, picture: PICTURE }) },
  {
    of: 'alle typer, nådd',
    card: contacts.coverageCard.ref({
      ...coverage,
      type: null,
      unconfirmed: 1,
      total: { ...coverage.total, populationRunning: 5_550_203 },
    }),
  },
  {
    of: 'ingenting kjent',
    card: contacts.coverageCard.ref({
      ...{ ...coverage, bank: 'rph', type: 'RPH', types: ['RPH'], ambition: null, unconfirmed: 0, regions: [] },
      total: { municipalities: 357, running: 0, onTheWay: 0, none: 0, unknown: 357, population: 5_550_203, populationRunning: 0 },
    }),
  },
  {
    of: 'lengst',
    card: contacts.coverageCard.ref({
      ...{ ...coverage, type: null, picture: `https://example.no/pictures/${'0'.repeat(300)}.png` },
      regions: [...REGIONS, null].map((name) => region(name, [30, 10, 5, 35])),
      counties: many(15, () => ({ name: heavy(60), share: 0.5 })),
    }),
    worst: true,
  },
];

export const contactsCentreSamples: readonly Sample[] = [...decisions, ...rounds, ...overviews];
