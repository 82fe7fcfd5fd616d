import type { FormData, ManageData, PreviewData } from '../../src/features/webinars/cards/data.ts';
import * as webinars from '../../src/features/webinars/cards/index.ts';
import { channelId, long, many, type Sample } from './sample.ts';
import { about, at, event, gathering, heavy, longest, longLink, TITLE, was } from './webinars-sample-event.ts';

const duplicate = {
  ...about,
  webinar: 'w-41',
  title: 'Kommunikasjon i RPH',
  date: '2026-03-05',
  start: '09:00',
  state: 'published' as const,
};
const place = { bank: 'RPH Ressursbank', channel: 'Generelt' };
const previewOf = (changes: Partial<PreviewData> = {}, carried?: Record<string, string>) =>
  webinars.previewCard.ref(
    {
      ...{ ...event, phase: 'draft', interested: 0, places: [place], publishAt: null, banks: ['RPH Ressursbank'], duplicates: [] },
      ...{ notes: [], isLive: false, moves: false, ...changes },
    },
    carried && { carried },
  );
const typedLong = {
  ...{ title: heavy(200), description: heavy(4_000), place: long(300), joinUrl: longLink(1_000), signupUrl: longLink(1_000) },
  ...{ coOrganisers: long(1_000), series: long(300), reportArea: long(300), channels: many(20, channelId).join(','), whole: 'true' },
};

const previews: readonly Sample[] = [
  { of: 'kladd', card: previewOf() },
  {
    of: 'planlagt, ligner på en annen, to ressursbanker',
    card: previewOf({
      publishAt: at('02T08:00'),
      banks: ['RPH Ressursbank', 'FACT ung-forum'],
      places: [place, { bank: 'FACT ung-forum', channel: null }],
      duplicates: [duplicate],
      notes: ['noLeaderChannel', 'noChannel'],
    }),
  },
  { of: 'ingen kanal, i fortida', card: previewOf({ ...gathering, places: [], notes: ['past'] }) },
  {
    of: 'endret etter kunngjøring',
    card: previewOf(
      { isLive: true, phase: 'announced', was, moves: true, places: [{ ...place, channel: '' }] },
      { title: TITLE, description: event.description, whole: 'true' },
    ),
  },
  { of: 'planlagt, endret', card: previewOf({ isLive: true, phase: 'scheduled', publishAt: at('02T08:00') }, { title: TITLE }) },
  {
    of: 'lengst',
    card: previewOf({
      ...longest,
      phase: 'draft',
      publishAt: at('02T08:00'),
      banks: many(8, () => long(100)),
      places: many(20, () => ({ bank: long(100), channel: long(100) })),
      duplicates: many(3, () => ({ ...duplicate, title: heavy(200) })),
      notes: ['noLeaderChannel', 'noChannel', 'past'],
    }),
    worst: true,
  },
  {
    of: 'lengst, endret',
    card: previewOf(
      { ...longest, isLive: true, moves: true, places: many(12, () => ({ bank: long(100), channel: long(100) })) },
      typedLong,
    ),
    worst: true,
  },
];

const values = {
  ...{
    title: TITLE,
    description: event.description,
    date: '2026-03-05',
    start: '13:00',
    end: '14:30',
    mode: 'digital',
    audience: 'RPH,ledere',
  },
  ...{ joinUrl: event.joinUrl, banks: 'rph' },
};
const channels = [
  { id: channelId(1), name: 'Generelt', bank: 'RPH Ressursbank' },
  { id: channelId(2), name: 'Webinarer', bank: 'RPH Ressursbank' },
];
const banks = [
  { id: 'rph', name: 'RPH Ressursbank' },
  { id: 'fact-ung', name: 'FACT ung-forum' },
];
const formOf = (changes: Partial<FormData>, typed: Record<string, string>) =>
  webinars.formCard.ref(
    {
      bank: 'rph',
      webinar: null,
      revision: null,
      faults: [],
      banks: banks.slice(0, 1),
      channels,
      isLive: false,
      changedSince: false,
      ...changes,
    },
    { values: typed },
  );

const forms: readonly Sample[] = [
  { of: 'tomt', card: formOf({}, {}) },
  { of: 'to ressursbanker', card: formOf({ banks }, values) },
  {
    of: 'feil, flere valg åpne',
    card: formOf(
      {
        faults: [
          { input: 'title', code: 'missing', params: {} },
          { input: 'start', code: 'timeSkipped', params: { given: '02:30', date: '2026-03-29', time: '02:30' } },
          { input: 'endDate', code: 'tooLong', params: { given: '2026-05-01', max: '31' } },
          { input: 'region', code: 'unknownRegion', params: { given: '*Nordvest*' } },
          { input: 'description', code: 'tooLongText', params: { given: 'Hvordan', max: '4000' } },
        ],
      },
      {
        ...values,
        title: '',
        start: '02:30',
        endDate: '2026-05-01',
        publishAt: '2026-02-20T08:00',
        region: 'nord',
        channels: channelId(1),
      },
    ),
  },
  {
    of: 'endret av en annen, kunngjort',
    card: formOf(
      {
        ...{ webinar: 'w-42', revision: 3, isLive: true, changedSince: true },
        faults: [
          { input: 'date', code: 'changedTo', params: { value: '2026-03-06' } },
          { input: 'banks', code: 'changedTo', params: { value: 'rph,fact-ung' } },
        ],
      },
      { ...values, channels: channelId(9), reminders: 'none' },
    ),
  },
  {
    of: 'lengst',
    card: formOf(
      {
        ...{ webinar: 'w-42', revision: 3, changedSince: true },
        faults: many(10, () => ({ input: 'description', code: 'unknownAudience', params: { given: heavy(60) } })),
        banks: many(20, (index) => ({ id: `bank-nummer-${index}`, name: long(90) })),
        channels: many(60, (index) => ({ id: channelId(index), name: long(90), bank: long(90) })),
      },
      { ...values, description: heavy(4_000), reportArea: 'Rapport 2.3', publishAt: '2026-02-20', banks: 'bank-nummer-1' },
    ),
    worst: true,
  },
];

const titled = { ...about, title: TITLE };
const longTitled = { ...about, title: heavy(200) };
const when = { date: '2026-03-05', endDate: '2026-03-05', start: '13:00', end: '14:30' };
const reschedule = { ...titled, revision: 3, when, interested: 12, faults: [], changedSince: false };
const link = { code: 'link', params: { given: 'opptaket' } };

const steps: readonly Sample[] = [
  { of: 'flytt', card: webinars.rescheduleCard.ref(reschedule) },
  {
    of: 'feil og endret',
    card: webinars.rescheduleCard.ref(
      {
        ...reschedule,
        ...{ when: { date: '5. mars', endDate: '2026-03-06', start: '1300', end: null }, interested: 1, changedSince: true },
        faults: [{ input: 'end', code: 'endBeforeStart', params: { given: '12:00' } }],
      },
      { reason: 'Foredragsholderen er syk.' },
    ),
  },
  {
    of: 'lengst',
    card: webinars.rescheduleCard.ref(
      { ...reschedule, ...longTitled, faults: many(6, () => ({ input: 'reason', code: 'unknownBank', params: { given: heavy(60) } })) },
      { reason: heavy(1_000) },
    ),
    worst: true,
  },
  { of: 'avlys', card: webinars.reasonCard.ref({ ...titled, verb: 'webinars.cancel', interested: 0 }) },
  { of: 'trekk tilbake', card: webinars.reasonCard.ref({ ...titled, verb: 'webinars.withdraw', interested: 12 }) },
  { of: 'lengst', card: webinars.reasonCard.ref({ ...longTitled, verb: 'webinars.cancel', interested: 513 }), worst: true },
  { of: 'oppsummer', card: webinars.wrapUpCard.ref({ ...titled, faults: [] }) },
  {
    of: 'feil',
    card: webinars.wrapUpCard.ref(
      {
        ...titled,
        faults: [
          { input: 'recordingUrl', ...link },
          { input: 'teams', code: 'number', params: { given: 'mange' } },
        ],
      },
      { values: { recordingUrl: 'opptaket', participants: '105', teams: 'mange' } },
    ),
  },
  {
    of: 'lengst',
    card: webinars.wrapUpCard.ref(
      { ...longTitled, faults: many(6, () => ({ input: 'recordingUrl', ...link })) },
      { values: { recordingUrl: 'opptaket', materialsUrl: 'lysark', participants: '105', teams: '94' } },
    ),
    worst: true,
  },
];

const none = {
  publish: false,
  edit: false,
  reschedule: false,
  cancel: false,
  withdraw: false,
  wrapUp: false,
  copy: true,
  repair: false,
  remove: false,
};
const ahead = { ...none, edit: true, reschedule: true, cancel: true, withdraw: true, repair: true };
const every = { ...ahead, publish: true, wrapUp: true, remove: true };
const standing = { name: 'RPH Ressursbank: Generelt', state: 'standing' as const, since: at('01T08:00'), reason: '' };
const manageOf = (changes: Partial<ManageData> = {}) =>
  webinars.manageCard.ref({
    ...event,
    ...{ state: 'published', publishAt: null, places: [standing], participants: null, teams: null, evaluation: null },
    ...{ organiser: 'Kari Eksempel', can: ahead, done: null, told: 0, ...changes },
  });
const draft = { ...none, publish: true, edit: true, reschedule: true, cancel: true, remove: true };
const evaluation = {
  count: 12,
  average: 4.25,
  steps: [0, 1, 1, 4, 6],
  comments: ['Konkret og nyttig.', 'Gjerne *lengre* tid til spørsmål.'],
};

const managed: readonly Sample[] = [
  { of: 'kladd', card: manageOf({ phase: 'draft', state: 'draft', can: draft, places: [], interested: 0, done: 'saved' }) },
  { of: 'slettet', card: manageOf({ phase: 'withdrawn', state: 'withdrawn', can: none, places: [], done: 'removed' }) },
  {
    of: 'planlagt',
    card: manageOf({
      ...gathering,
      phase: 'scheduled',
      state: 'scheduled',
      publishAt: at('02T08:00'),
      can: draft,
      places: [],
      done: 'scheduled',
    }),
  },
  { of: 'kunngjort', card: manageOf({ done: 'published', places: [{ ...standing, state: 'waiting' }] }) },
  {
    of: 'flyttet',
    card: manageOf({ done: 'moved', told: 37, was, reason: 'Foredragsholderen er syk.', places: [{ ...standing, state: 'behind' }] }),
  },
  {
    of: 'sjekket',
    card: manageOf({
      done: 'repaired',
      phase: 'soon',
      places: [
        standing,
        { ...standing, name: 'FACT ung-forum: Webinarer', state: 'gone', reason: '404 ActivityNotFoundInConversation' },
        { ...standing, name: 'FACT ung-forum', state: 'failed', reason: '403 BotNotInConversationRoster' },
        { ...standing, name: 'Prøvebanken', state: 'failed', reason: 'TypeError: x is undefined' },
        { ...standing, name: 'RPH Ressursbank: Ledere', state: 'takenAway' },
      ],
    }),
  },
  {
    of: 'over, oppsummert',
    card: manageOf({
      ...{
        phase: 'over',
        can: { ...none, edit: true, wrapUp: true, repair: true, withdraw: true },
        done: 'wrappedUp',
        told: 1,
        evaluation,
      },
      ...{ recordingUrl: 'https://example.no/opptak', materialsUrl: 'https://example.no/lysark', participants: 105, teams: 94 },
    }),
  },
  {
    of: 'én tilbakemelding',
    card: manageOf({ phase: 'over', can: none, evaluation: { count: 1, average: 5, steps: [0, 0, 0, 0, 1], comments: [] } }),
  },
  {
    of: 'avlyst',
    card: manageOf({
      phase: 'cancelled',
      state: 'cancelled',
      can: { ...none, withdraw: true, repair: true },
      done: 'cancelled',
      told: 37,
      reason: 'For få påmeldte.',
    }),
  },
  { of: 'trukket tilbake', card: manageOf({ phase: 'withdrawn', state: 'withdrawn', can: none, done: 'withdrawn', told: 37 }) },
  {
    of: 'lengst',
    card: manageOf({
      ...longest,
      ...{ phase: 'live', can: every, done: 'repaired', told: 513, organiser: long(200), participants: 1_000, teams: 1_000 },
      places: many(20, () => ({ ...standing, name: long(200), state: 'failed', reason: long(300) })),
      evaluation: { count: 300, average: 3.333, steps: [60, 60, 60, 60, 60], comments: many(60, () => heavy(1_000)) },
    }),
    worst: true,
  },
];

export const webinarsOrganiserSamples: readonly Sample[] = [...previews, ...forms, ...steps, ...managed];
