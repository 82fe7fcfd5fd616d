import type { CardDefinition } from '../../src/cards.ts';
import * as desk from '../../src/features/inquiries/cards/desk.ts';
import { long, many, personId, type Sample } from './sample.ts';

export const deskCards: readonly CardDefinition[] = [
  desk.deskCard,
  desk.logCard,
  desk.awayCard,
  desk.figuresCard,
  desk.routesCard,
  desk.topicRoutesCard,
];

const at = (time: string) => Date.parse(`2026-03-${time}:00+01:00`);
const HOUR = 3_600_000;

const item = {
  inquiry: 'RPH-26-0042',
  state: 'taken' as const,
  topic: 'Stillinger og roller',
  region: 'vest' as const,
  team: 'RPH Prøvevik',
  name: 'Roar Rådgiver',
  created: at('05T09:12'),
  due: at('10T15:30'),
  overdue: false,
  urgent: false,
};
const items = [
  item,
  { ...item, inquiry: 'RPH-26-0039', state: 'new' as const, name: '', overdue: true, urgent: true, topic: null },
  { ...item, inquiry: 'RPH-26-0037', state: 'new' as const },
  { ...item, inquiry: 'RPH-26-0031', state: 'answered' as const, due: null, team: null, region: null, topic: null },
];
const questions = {
  'RPH-26-0042': 'Vi skal lyse ut en stilling til i teamet. Må det være psykolog, eller kan det være en med videreutdanning?',
  'RPH-26-0039': 'Hvordan fører vi polikliniske konsultasjoner på video?',
};
const board = { bank: 'rph', filter: 'mine' as const, page: 1, pages: 1, counts: { mine: 3, unassigned: 2, overdue: 1, open: 12 }, items };

const boards: readonly Sample[] = [
  { of: 'mine', card: desk.deskCard.ref(board, { questions }) },
  { of: 'side 2 av 5', card: desk.deskCard.ref({ ...board, filter: 'open', page: 2, pages: 5, items: [item] }) },
  {
    of: 'tomt',
    card: desk.deskCard.ref({ ...board, filter: 'overdue', items: [], counts: { mine: 0, unassigned: 0, overdue: 0, open: 0 } }),
  },
  { of: 'treff', card: desk.deskCard.ref({ ...board, filter: null, items: [item] }, { text: 'psykolog', questions }) },
  { of: 'ingen treff', card: desk.deskCard.ref({ ...board, filter: null, items: [] }, { text: '*båt*' }) },
  {
    of: 'lengst',
    card: desk.deskCard.ref(
      {
        ...board,
        page: 2,
        pages: 300,
        items: many(10, (index) => ({
          ...item,
          inquiry: `FACT-UNG-26-${1000 + index}`,
          topic: long(100),
          team: long(100),
          name: long(100),
          overdue: true,
          urgent: true,
        })),
      },
      { text: long(300), questions: Object.fromEntries(many(10, (index) => [`FACT-UNG-26-${1000 + index}`, long(4_000)])) },
    ),
    worst: true,
  },
];

const topics = [
  { id: 'psykolog', label: 'Psykolog i teamet' },
  { id: 'opplæring', label: 'Opplæring' },
];
const people = [
  { id: personId(1), label: 'Sara Prøve' },
  { id: personId(2), label: 'Eli Eksempel' },
  { id: personId(3), label: 'Roar Rådgiver' },
];
const manyTopics = many(45, (index) => ({ id: `tema-nummer-${index}`, label: long(90) }));
const manyPeople = many(40, (index) => ({ id: personId(index), label: long(90) }));
const log = { bank: 'rph', done: null, topics, topic: null, region: null, channel: 'phone' as const };
const away = { bank: 'rph', saved: false, today: '2026-03-05', absences: [], people, open: 0 };
const absence = { from: '2026-03-09', to: '2026-03-13', deputy: 'Eli Eksempel' };

const forms: readonly Sample[] = [
  { of: 'tomt', card: desk.logCard.ref(log) },
  { of: 'loggført', card: desk.logCard.ref({ ...log, done: 'RPH-26-0043', topic: 'opplæring', region: 'vest', channel: 'email' }) },
  { of: 'fra Teams', card: desk.logCard.ref({ ...log, channel: 'teams' }) },
  { of: 'lengst', card: desk.logCard.ref({ ...log, topics: manyTopics }), worst: true },
  { of: 'ikke noe', card: desk.awayCard.ref(away) },
  {
    of: 'lagret',
    card: desk.awayCard.ref({
      ...away,
      saved: true,
      absences: [absence, { from: '2026-04-07', to: '2026-04-07', deputy: '' }],
      open: 3,
    }),
  },
  { of: 'én åpen', card: desk.awayCard.ref({ ...away, absences: [absence], open: 1 }) },
  {
    of: 'lengst',
    card: desk.awayCard.ref({
      ...away,
      saved: true,
      absences: many(40, () => ({ ...absence, deputy: long(90) })),
      people: manyPeople,
      open: 99,
    }),
    worst: true,
  },
];

const figures = {
  bank: 'rph',
  bankName: 'RPH Ressursbank',
  period: '2026-1',
  from: '2026-01-01',
  to: '2026-06-30',
  periods: ['2026-1', '2025-2', '2026', '2025'],
  total: 31,
  byChannel: [
    { label: 'teams', count: 24 },
    { label: 'phone', count: 7 },
  ],
  byTopic: many(13, (index) => ({ label: `Tema nummer ${index + 1}`, count: 13 - index })),
  byRegion: [
    { label: 'vest', count: 20 },
    { label: '', count: 11 },
  ],
  byPhase: [{ label: 'drift', count: 31 }],
  barriers: [{ label: 'Økonomi', count: 4 }],
  takeMedian: 0.5 * HOUR,
  takeP90: 3 * HOUR,
  answerMedian: 7.5 * HOUR,
  answerP90: 11.25 * HOUR,
  inTime: { count: 18, of: 20 },
  reopened: { count: 1, of: 20 },
  referred: 2,
  rating: 4.2,
  ratings: 12,
};
const none = { of: 0, count: 0 };
const tall: readonly Sample[] = [
  { of: 'et halvår', card: desk.figuresCard.ref(figures) },
  {
    of: 'et år, én vurdering',
    card: desk.figuresCard.ref({
      ...figures,
      period: '2026',
      takeMedian: null,
      takeP90: null,
      byTopic: [],
      byPhase: [],
      rating: 5,
      ratings: 1,
    }),
  },
  {
    of: 'ingenting',
    card: desk.figuresCard.ref({
      ...figures,
      period: '2025-2',
      total: 0,
      byChannel: [],
      byTopic: [],
      byRegion: [],
      byPhase: [],
      barriers: [],
      takeMedian: null,
      takeP90: null,
      answerMedian: null,
      answerP90: null,
      inTime: none,
      reopened: none,
      referred: 0,
      rating: null,
      ratings: 0,
    }),
  },
  {
    of: 'lengst',
    card: desk.figuresCard.ref({
      ...figures,
      bankName: long(200),
      byChannel: many(40, () => ({ label: long(200), count: 1 })),
      byTopic: many(40, () => ({ label: long(200), count: 1 })),
      byRegion: many(40, () => ({ label: long(200), count: 1 })),
      byPhase: many(40, () => ({ label: long(200), count: 1 })),
      barriers: many(40, () => ({ label: long(200), count: 1 })),
    }),
    worst: true,
  },
];

const route = {
  region: null,
  phase: null,
  advisers: ['Roar Rådgiver', 'Sara Prøve'],
  deputies: ['Eli Eksempel'],
  referral: null,
  gone: false,
};
const byTopic = {
  bank: 'rph',
  topic: 'opplæring',
  label: 'Opplæring',
  routes: [],
  people,
  chosen: { region: null, phase: null, advisers: [], deputies: [], referralName: '', referralAddress: '' },
  history: [],
  note: null,
};
const fordeling: readonly Sample[] = [
  {
    of: 'fordeling',
    card: desk.routesCard.ref({
      bank: 'rph',
      topics: [
        { id: 'opplæring', label: 'Opplæring', who: 'Roar Rådgiver, Sara Prøve', gone: false },
        { id: 'psykolog', label: 'Psykolog i teamet', who: '', gone: false },
        { id: 'rus', label: 'Rus', who: 'Ola Sluttet', gone: true },
        { id: '*', label: 'Alle andre temaer', who: '', gone: false },
      ],
    }),
  },
  {
    of: 'lengst',
    card: desk.routesCard.ref({ bank: 'rph', topics: manyTopics.map((topic) => ({ ...topic, who: long(300), gone: true })) }),
    worst: true,
  },
  { of: 'ingen egen', card: desk.topicRoutesCard.ref(byTopic) },
  { of: 'alle temaer, ingen', card: desk.topicRoutesCard.ref({ ...byTopic, topic: '*', label: 'Alle andre temaer' }) },
  {
    of: 'to',
    card: desk.topicRoutesCard.ref({
      ...byTopic,
      note: 'Fordelingen er lagret.',
      routes: [
        route,
        { ...route, region: 'vest', phase: 'drift', deputies: [], gone: true },
        { ...route, region: 'nord', advisers: [], deputies: [], referral: { name: 'NFKT', address: '', note: '' } },
        { ...route, region: 'sør', advisers: [], deputies: [] },
      ],
      chosen: { ...byTopic.chosen, region: 'vest', phase: 'drift', advisers: [personId(1)], referralName: 'NFKT' },
      history: [
        { at: at('05T09:12'), name: 'Ola Prøve', text: 'Alle regioner: Roar Rådgiver, Sara Prøve' },
        { at: at('03T12:00'), name: '', text: 'Fjernet region midt' },
      ],
    }),
  },
  {
    of: 'lengst',
    card: desk.topicRoutesCard.ref({
      ...byTopic,
      label: long(200),
      note: long(500),
      routes: many(30, () => ({
        ...route,
        region: 'midt',
        phase: 'forprosjekt',
        advisers: many(10, () => long(60)),
        deputies: many(10, () => long(60)),
        gone: true,
      })),
      people: many(90, (index) => ({ id: personId(index), label: long(90) })),
      chosen: { ...byTopic.chosen, advisers: [personId(80)], referralName: long(25), referralAddress: long(25) },
      history: many(30, () => ({ at: at('05T09:12'), name: long(100), text: long(600) })),
    }),
    worst: true,
  },
];

export const deskSamples: readonly Sample[] = [...boards, ...forms, ...tall, ...fordeling];
