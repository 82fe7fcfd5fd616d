import type { FormData, HandOverData, ListData, TeamData } from '../../src/features/contacts/cards/data.ts';
import * as contacts from '../../src/features/contacts/cards/index.ts';
import { about, at, atOnce, centreMay, changes, heavy, longest, NAME, ownMay, team } from './contacts-sample-team.ts';
import { long, many, personId, type Sample } from './sample.ts';

const teamOf = (of: Partial<TeamData> = {}) => contacts.teamCard.ref({ ...team, ...of });
const own = { reader: 'own' as const, can: ownMay, chat: null };
const centre = { reader: 'centre' as const, can: centreMay };
const event = { at: at('03T10:00'), name: 'Kari Eksempel', what: 'confirmed' as const, lines: [], undone: false };

/** Every receipt that the others don't show. */
const receipts: readonly TeamData['done'][] = ['approved', 'rejected', 'undone', 'merged', 'removed', 'handedOver', 'nothingChanged'];

const teams: readonly Sample[] = [
  { of: 'medlem', card: teamOf() },
  {
    of: 'ukjent, for en nabokommune',
    card: teamOf({
      ...{
        reader: 'stranger',
        coversFor: 'Eksempeldal',
        leader: { name: '', email: '', phone: '+47 22 33 44 55' },
        deputy: null,
        roles: [],
      },
      ...{ sharedMailbox: '', website: '', confirmed: { at: at('03T10:00'), name: '' }, chat: null },
    }),
  },
  {
    of: 'ukjent, ingenting er vist fram',
    card: teamOf({
      ...{
        type: 'FACT',
        specialty: 'rus',
        status: 'etablering',
        statusSince: null,
        reader: 'stranger',
        leader: null,
        deputy: null,
        roles: [],
      },
      ...{ sharedMailbox: '', website: '', chat: null, confirmed: null, interMunicipal: false },
    }),
  },
  { of: 'eget team', card: teamOf(own) },
  { of: 'bekreftet', card: teamOf({ ...own, done: 'confirmed' }) },
  { of: 'lagret', card: teamOf({ ...own, done: 'saved', changed: atOnce }) },
  { of: 'sendt til senteret', card: teamOf({ ...own, done: 'sentForApproval', changed: changes, waiting: 1 }) },
  { of: 'delt', card: teamOf({ ...own, done: 'savedAndSent', changed: [...atOnce, ...changes], waiting: 2 }) },
  { of: 'endret av en annen', card: teamOf({ ...own, done: 'changedSince', changed: changes }) },
  { of: 'den nye er spurt', card: teamOf({ ...own, done: 'handOverAsked', handOver: { name: 'Ola Prøve', mine: false } }) },
  { of: 'spurt om å ta over', card: teamOf({ handOver: { name: 'Ola Prøve', mine: true }, chat: null }) },
  { of: 'takket nei', card: teamOf({ done: 'handOverDeclined', chat: null }) },
  {
    of: 'senteret',
    card: teamOf({
      ...centre,
      ...{ leader: null, deputy: null, unknownPlaces: ['Gamlevik'], chat: null, healthTrust: 'Helse Prøve', confirmed: null },
      ...{ fidelityDate: '2025-11-04', fidelityBy: 'NKROP', cohort: 'Kull 7', grantYear: 2023 },
      roles: [{ role: 'russpesialist', count: null, names: 'Per Prøvesen' }],
      history: [event, { ...event, what: 'changed', lines: changes, undone: true }, { ...event, name: '', what: 'imported' }],
    }),
  },
  { of: 'nedlagt, uten kjent status', card: teamOf({ status: null, statusSince: null, region: null, host: '', interMunicipal: false }) },
  ...receipts.map((done) => ({ of: String(done), card: teamOf({ ...centre, status: 'nedlagt', done }) })),
  { of: 'lengst', card: contacts.teamCard.ref(longest), worst: true },
];

const item = {
  ...about,
  ...{ name: NAME, type: 'RPH' as const, status: 'drift' as const, places: 'Prøvevik, Eksempeldal', leader: '', confirmed: at('03T10:00') },
};
const found: ListData = { bank: 'rph', items: [], more: 0, suggestions: [], none: false };

const lists: readonly Sample[] = [
  {
    of: 'flere',
    card: contacts.listCard.ref(
      {
        ...found,
        items: [item, { ...item, name: 'FACT ung Prøvevik', type: 'FACT ung', status: null, leader: 'Ola Prøve', confirmed: null }],
        more: 7,
      },
      { text: 'prøvevik' },
    ),
  },
  { of: 'uten søk', card: contacts.listCard.ref({ ...found, items: [item], more: 1 }) },
  {
    of: 'mente du',
    card: contacts.listCard.ref(
      { ...found, none: true, suggestions: ['Prøvevik', 'Prøvestrand', 'FACT ung Prøvevik'] },
      { text: '*prøvik*' },
    ),
  },
  { of: 'ingen', card: contacts.listCard.ref({ ...found, none: true }, { text: 'båt' }) },
  { of: 'ingen, uten søk', card: contacts.listCard.ref({ ...found, none: true }) },
  {
    of: 'lengst',
    card: contacts.listCard.ref(
      {
        ...{ ...found, more: 99, suggestions: many(10, () => heavy(200)) },
        items: many(40, () => ({
          ...item,
          name: heavy(200),
          places: heavy(900),
          leader: heavy(200),
          status: 'ikke-etter-modell' as const,
        })),
      },
      { text: 'Et langt ord å søke etter' },
    ),
    worst: true,
  },
];

const values = {
  ...{ name: NAME, type: 'RPH', specialty: '', status: 'drift', statusSince: '2024-01-01', municipalities: 'Prøvevik, Eksempeldal' },
  ...{ cityDistricts: '', hostMunicipality: 'Prøvevik', interMunicipal: 'true', region: '', county: 'Vestland', healthTrust: '' },
  ...{ sharedMailbox: 'rph@provevik.example.no', website: 'https://provevik.example.no/rph' },
  ...{ leaderName: 'Kari Eksempel', leaderEmail: 'kari@provevik.example.no', leaderPhone: '+47 22 33 44 55' },
  ...{ deputyName: 'Ola Prøve', deputyEmail: '', deputyPhone: '', publish: 'name,email,sharedMailbox' },
  ...{ ausCount: '2', ausNames: '', brukerspesialistCount: '1', brukerspesialistNames: 'Per Prøvesen' },
};
const form: FormData = {
  ...{ ...about, name: NAME, version: 7, faults: [], isCentre: false, asksConsent: false, changedSince: false },
};
const formOf = (of: Partial<FormData>, typed?: Record<string, string>) =>
  contacts.formCard.ref({ ...form, ...of }, typed && { values: typed });
const forms: readonly Sample[] = [
  { of: 'leder', card: formOf({}, values) },
  { of: 'nytt, senteret', card: formOf({ team: null, name: '', version: null, isCentre: true }) },
  { of: 'første gang', card: formOf({ asksConsent: true }) },
  {
    of: 'feil',
    card: formOf(
      {
        faults: [
          { input: 'municipalities', code: 'unknownPlace', params: { given: 'Prøvik', suggestions: 'Prøvevik, Prøvestrand' } },
          { input: 'leaderEmail', code: 'email', params: { given: 'kari' } },
          { input: 'leaderPhone', code: 'phone', params: { given: '12' } },
          { input: 'ausCount', code: 'number', params: { given: 'to', min: '0', max: '999' } },
        ],
      },
      { ...values, municipalities: 'Prøvik', leaderEmail: 'kari', leaderPhone: '12', ausCount: 'to' },
    ),
  },
  {
    of: 'endret av en annen',
    card: formOf(
      {
        changedSince: true,
        isCentre: true,
        faults: [
          { input: 'status', code: 'changedTo', params: { value: 'nedlagt' } },
          { input: 'deputyName', code: 'changedTo', params: { value: '' } },
        ],
      },
      values,
    ),
  },
  {
    of: 'lengst',
    card: formOf(
      {
        ...{ name: heavy(200), changedSince: true },
        faults: many(10, () => ({ input: 'municipalities', code: 'unknownPlace', params: { given: heavy(60), suggestions: heavy(200) } })),
      },
      // What is longer than its field is scrolled there: how much room it takes is checked elsewhere.
      { ...values, municipalities: long(4_000) },
    ),
    worst: true,
  },
];

const handOver: HandOverData = { ...about, name: NAME, leader: 'Kari Eksempel', people: [], fault: null };
const handOverOf = (of: Partial<HandOverData>, to?: string) =>
  contacts.handOverCard.ref({ ...handOver, ...of }, to === undefined ? {} : { to });
const people = [
  { id: personId(1), name: 'Ola Prøve' },
  { id: personId(2), name: 'Per Prøvesen' },
];
const merge = { ...about, name: NAME, candidates: [], fault: null };
const candidate = { team: 'rph-provevik-2', name: 'RPH-team Prøvevik', places: 'Prøvevik' };

const steps: readonly Sample[] = [
  { of: 'velg', card: handOverOf({ people }) },
  { of: 'skriv', card: handOverOf({ leader: '' }) },
  { of: 'uklart', card: handOverOf({ people, fault: 'unclear' }, 'Ola') },
  { of: 'valgt, leder alt', card: handOverOf({ people, fault: 'same' }, personId(1)) },
  { of: 'ikke e-post', card: handOverOf({ fault: 'email' }, 'Ola Prøve, ola@') },
  { of: 'mangler', card: handOverOf({ fault: 'missing' }) },
  {
    of: 'lengst',
    card: handOverOf(
      { name: heavy(200), leader: heavy(200), fault: 'unclear', people: many(400, (n) => ({ id: personId(n), name: long(120) })) },
      'Ola Prøve, ola@example.no',
    ),
    worst: true,
  },
  { of: 'velg', card: contacts.mergeCard.ref({ ...merge, candidates: [candidate, { ...candidate, team: 'x', name: 'RPH Eksempeldal' }] }) },
  { of: 'ingen', card: contacts.mergeCard.ref(merge) },
  { of: 'seg selv', card: contacts.mergeCard.ref({ ...merge, fault: 'same', candidates: [candidate] }) },
  { of: 'borte', card: contacts.mergeCard.ref({ ...merge, fault: 'unknown', candidates: [candidate] }) },
  { of: 'mangler', card: contacts.mergeCard.ref({ ...merge, fault: 'missing', candidates: [candidate] }) },
  {
    of: 'lengst',
    card: contacts.mergeCard.ref({
      ...{ ...merge, name: heavy(200), fault: 'unknown' },
      candidates: many(200, (n) => ({ team: `rph-provevik-${n}`, name: heavy(200), places: heavy(300) })),
    }),
    worst: true,
  },
];

export const contactsTeamSamples: readonly Sample[] = [...teams, ...lists, ...forms, ...steps];
