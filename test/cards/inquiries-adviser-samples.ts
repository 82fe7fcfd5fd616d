import type { CardDefinition } from '../../src/cards.ts';
import { PHASES } from '../../src/core/banks.ts';
import * as adviser from '../../src/features/inquiries/cards/adviser.ts';
import { EVENTS, type State } from '../../src/features/inquiries/model.ts';
import { deskSamples } from './inquiries-desk-samples.ts';
import { long, many, personId, type Sample } from './sample.ts';

export const adviserCards: readonly CardDefinition[] = [adviser.caseCard, adviser.chooseCard, adviser.tagCard, adviser.noticeCard];

const at = (time: string) => Date.parse(`2026-03-${time}:00+01:00`);
const about = { bank: 'rph', inquiry: 'RPH-26-0042' };
const roar = { id: personId(1), name: 'Roar Rådgiver' };

const nothing = {
  take: false,
  answer: false,
  askBack: false,
  assign: false,
  pass: false,
  refer: false,
  note: false,
  tag: false,
  close: false,
  reopen: false,
};
const everything = {
  take: true,
  answer: true,
  askBack: true,
  assign: true,
  pass: true,
  refer: true,
  note: true,
  tag: true,
  close: true,
  reopen: true,
};
const fresh = { ...nothing, take: true, answer: true, assign: true, pass: true, refer: true, note: true, tag: true };
const under = { ...fresh, take: false, askBack: true, close: true };
const done = { ...nothing, note: true, tag: true, reopen: true };

const base = {
  ...about,
  kind: 'question' as const,
  state: 'new' as State,
  urgent: false,
  wish: 'here' as const,
  channel: 'teams' as const,
  question: 'Vi skal lyse ut en stilling til i teamet.\nMå det være psykolog, eller kan det være en med videreutdanning?',
  removed: null,
  failed: null,
  topic: 'Stillinger og roller',
  region: 'vest' as const,
  phase: 'drift' as const,
  team: 'RPH Prøvevik',
  askerName: 'Kari Eksempel',
  mention: roar,
  created: at('05T09:12'),
  since: null,
  dueFirst: at('06T15:30'),
  dueAnswer: at('10T15:30'),
  overdue: false,
  link: 'https://teams.example.no/l/message/1',
  events: [],
  earlier: 0,
  similar: [],
  barriers: [],
  rating: null,
  referral: null,
  can: fresh,
};
const event = (what: (typeof EVENTS)[number], text = '', name = 'Roar Rådgiver') => ({ at: at('05T10:30'), what, name, text });

const cases: readonly Sample[] = [
  { of: 'ny', card: adviser.caseCard.ref(base) },
  {
    of: 'ny, haster, ingen spurt',
    card: adviser.caseCard.ref({
      ...base,
      urgent: true,
      mention: null,
      wish: 'phone',
      topic: null,
      region: null,
      phase: null,
      team: null,
      link: null,
      failed: 'Må vi ha psykolog i teamet?',
      similar: ['RPH-26-0031', 'RPH-26-0017', 'RPH-25-0204'],
    }),
  },
  {
    of: 'under arbeid, over fristen',
    card: adviser.caseCard.ref({
      ...base,
      state: 'taken',
      wish: 'channel',
      since: at('05T10:02'),
      dueFirst: null,
      overdue: true,
      events: [
        event('taken'),
        event('asked', 'Hvor mange er dere i teamet i dag?'),
        event('replied', 'Vi er fire.\nTo av oss har videreutdanning.', 'Kari Eksempel'),
        event('noted', 'Spør også de andre i region vest.'),
      ],
      earlier: 4,
      barriers: ['Bemanning', 'Økonomi'],
      can: under,
    }),
  },
  {
    of: 'venter på den som spurte',
    card: adviser.caseCard.ref({ ...base, state: 'asked', since: null, earlier: 1, events: [event('asked')], can: under }),
  },
  {
    of: 'etter ord om fare',
    card: adviser.caseCard.ref({ ...base, kind: 'acute', urgent: true, wish: 'phone', question: '', topic: null, dueAnswer: null }),
  },
  {
    of: 'loggført og besvart',
    card: adviser.caseCard.ref({
      ...base,
      kind: 'logged',
      channel: 'phone',
      state: 'answered',
      askerName: '',
      team: null,
      dueFirst: null,
      dueAnswer: null,
      link: null,
      events: [event('answered', 'Dere kan lyse ut begge deler.')],
      rating: 4,
      can: done,
    }),
  },
  ...(['email', 'meeting', 'teams'] as const).map((channel) => ({
    of: `loggført, ${channel}`,
    card: adviser.caseCard.ref({
      ...base,
      kind: 'logged',
      channel,
      state: 'closed',
      mention: null,
      can: nothing,
      dueFirst: null,
      dueAnswer: null,
    }),
  })),
  {
    of: 'vist videre',
    card: adviser.caseCard.ref({ ...base, state: 'referred', dueFirst: null, dueAnswer: null, referral: 'NFKT', can: done }),
  },
  {
    of: 'trukket og slettet',
    card: adviser.caseCard.ref({
      ...base,
      state: 'withdrawn',
      question: '',
      removed: 'forgotten',
      askerName: '',
      team: null,
      dueFirst: null,
      dueAnswer: null,
      link: null,
      events: [event('withdrawn', '', '')],
      can: nothing,
    }),
  },
  {
    of: 'slettet etter tiden',
    card: adviser.caseCard.ref({ ...base, state: 'closed', question: '', removed: 'expired', dueFirst: null, dueAnswer: null, can: done }),
  },
  {
    of: 'alt som kan skje',
    card: adviser.caseCard.ref({ ...base, events: EVENTS.map((what) => event(what)), can: everything }),
    worst: true,
  },
];

const worstCase = {
  ...base,
  kind: 'logged' as const,
  state: 'asked' as State,
  urgent: true,
  overdue: true,
  wish: 'channel' as const,
  phase: PHASES[2],
  since: at('05T10:02'),
  failed: long(300),
  topic: long(200),
  team: long(200),
  askerName: long(200),
  mention: { id: personId(1), name: long(150) },
  link: `https://teams.example.no/${'a'.repeat(600)}`,
  earlier: 400,
  similar: many(5, (index) => `FACT-UNG-26-${1000 + index}`),
  barriers: many(9, () => long(60)),
  rating: 4,
  referral: long(200),
  can: everything,
};
const LONGEST = { æøå: 'Æøå '.repeat(5_000), tegn: '*_'.repeat(10_000), linjer: 'æ\n'.repeat(10_000), andre: '漢'.repeat(20_000) };
const worstCases: readonly Sample[] = Object.entries({ ...LONGEST, ord: long(20_000) }).map(([of, text]) => ({
  of: `lengst: ${of}`,
  card: adviser.caseCard.ref({
    ...worstCase,
    question: text.slice(0, 4_000),
    events: many(8, () => ({ at: at('05T10:30'), what: 'replied' as const, name: text.slice(0, 200), text })),
  }),
  worst: true,
}));

const people = [
  { id: personId(1), label: 'Sara Prøve' },
  { id: personId(2), label: 'Eli Eksempel' },
];
const manyPeople = many(100, (index) => ({ id: personId(index), label: long(90) }));
const barriers = [
  { id: 'regelverk', label: 'Regelverk' },
  { id: 'økonomi', label: 'Økonomi' },
  { id: 'bemanning', label: 'Bemanning' },
];

const forms: readonly Sample[] = [
  { of: 'gi til en annen', card: adviser.chooseCard.ref({ ...about, purpose: 'assign', choices: people }) },
  { of: 'vis videre', card: adviser.chooseCard.ref({ ...about, purpose: 'refer', choices: [{ id: 'nfkt', label: 'NFKT' }] }) },
  { of: 'lengst', card: adviser.chooseCard.ref({ ...about, purpose: 'assign', choices: manyPeople }), worst: true },
  { of: 'hindringer', card: adviser.tagCard.ref({ ...about, choices: barriers, chosen: ['økonomi', 'bemanning'] }) },
  { of: 'lengst', card: adviser.tagCard.ref({ ...about, choices: manyPeople, chosen: manyPeople.map(({ id }) => id) }), worst: true },
];

const notices: readonly Sample[] = adviser.NOTICES.flatMap((what) => {
  const due = what.startsWith('remind') ? at('10T15:30') : null;
  return [
    { of: what, card: adviser.noticeCard.ref({ ...about, what, mention: roar, name: 'Sara Prøve', due }) },
    { of: `${what}, uten navn`, card: adviser.noticeCard.ref({ ...about, what, mention: null, name: '', due: null }) },
  ];
});

/** Every card that advisers and administrators see. */
export const inquiriesAdviserSamples: readonly Sample[] = [...cases, ...worstCases, ...forms, ...notices, ...deskSamples];
