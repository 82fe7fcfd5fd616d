import type { TeamData } from '../../src/features/contacts/cards/data.ts';
import { FOLLOWED_ROLES } from '../../src/features/contacts/model.ts';
import { many } from './sample.ts';

/** A moment of March 2026, Norwegian time. */
export const at = (time: string) => Date.parse(`2026-03-${time}:00+01:00`);
/** What takes the most of a card for its length. */
export const heavy = (length: number) => '漢*\\ '.repeat(Math.ceil(length / 4)).slice(0, length);
export const longEmail = `${'a_'.repeat(30)}@${`${'b'.repeat(60)}.`.repeat(3)}no`;

export const about = { bank: 'rph', team: 'rph-provevik' };
export const NAME = 'RPH Prøvevik';

const may = { edit: false, confirm: false, handOver: false, undo: false, merge: false, history: false };
export const ownMay = { ...may, edit: true, confirm: true, handOver: true, undo: true };
export const centreMay = { ...ownMay, merge: true, history: true };

/** A team as members of its bank see it. */
export const team: TeamData = {
  ...about,
  ...{ version: 7, name: NAME, type: 'RPH', specialty: '', status: 'drift', statusSince: '2024-01-01' },
  ...{ places: ['Prøvevik', 'Eksempeldal', 'Tenkestrand'], unknownPlaces: [], coversFor: null, region: 'vest', host: 'Prøvevik' },
  ...{ interMunicipal: true, healthTrust: '', website: 'https://www.provevik.example.no/rph' },
  leader: { name: 'Kari Eksempel', email: 'kari.eksempel@provevik.example.no', phone: '+47 22 33 44 55' },
  deputy: { name: 'Ola Prøve', email: 'ola_prove@provevik.example.no', phone: '' },
  sharedMailbox: 'rph@provevik.example.no',
  roles: [
    { role: 'AUS', count: 2, names: '' },
    { role: 'brukerspesialist', count: 1, names: '' },
    { role: 'psykolog', count: null, names: '' },
  ],
  ...{ fidelityDate: null, fidelityBy: '', cohort: '', grantYear: null },
  confirmed: { at: at('03T10:00'), name: 'Kari Eksempel' },
  ...{ reader: 'member', chat: 'https://teams.microsoft.com/l/chat/0/0?users=kari.eksempel@provevik.example.no', can: may },
  ...{ waiting: 0, handOver: null, history: [], done: null, changed: [] },
};

export const changes = [
  { field: 'status', from: 'etablering', to: 'drift' },
  { field: 'statusSince', from: '', to: '2026-03-01' },
  { field: 'municipalities', from: 'Prøvevik', to: 'Prøvevik, Eksempeldal' },
  { field: 'leaderName', from: 'Kari Eksempel', to: 'Ola Prøve' },
];
export const atOnce = [
  { field: 'leaderPhone', from: '+47 22 33 44 55', to: '+46 8 123 456 78' },
  { field: 'publish', from: 'name', to: 'name,email' },
  { field: 'website', from: 'https://provevik.example.no', to: '' },
];

const someone = { name: heavy(200), email: longEmail, phone: '+47 22 33 44 55' };
export const longChanges = many(20, () => ({ field: 'municipalities', from: heavy(600), to: heavy(600) }));
export const longest: TeamData = {
  ...team,
  ...{ name: heavy(200), type: 'FACT ung', specialty: heavy(200), status: 'ikke-etter-modell', region: 'sør', host: heavy(200) },
  ...{ places: many(60, () => heavy(40)), unknownPlaces: many(10, () => heavy(60)), coversFor: heavy(200), healthTrust: heavy(200) },
  ...{ leader: someone, deputy: someone, sharedMailbox: longEmail, website: `https://example.no/${'a'.repeat(980)}` },
  roles: FOLLOWED_ROLES.map((role) => ({ role, count: 12, names: heavy(500) })),
  ...{ fidelityDate: '2025-11-04', fidelityBy: heavy(200), cohort: heavy(200), grantYear: 2023 },
  ...{ confirmed: { at: at('03T10:00'), name: heavy(200) }, reader: 'centre', can: centreMay, waiting: 3 },
  ...{ handOver: { name: heavy(200), mine: true }, done: 'savedAndSent', changed: longChanges },
  history: many(12, () => ({ at: at('03T10:00'), name: heavy(200), what: 'changed' as const, lines: longChanges, undone: true })),
};
