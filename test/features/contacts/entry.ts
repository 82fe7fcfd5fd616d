import fc from 'fast-check';
import { CARE_TEAM_TYPES, REGIONS } from '../../../src/core/banks.ts';
import { lineOf } from '../../../src/core/reading.ts';
import {
  type Contact,
  type Entry,
  entrySchema,
  PUBLISHABLE,
  STATUSES,
  type Team,
  teamSchema,
} from '../../../src/features/contacts/model.ts';
import { emailFrom, phoneFrom, websiteFrom } from '../../../src/features/contacts/rules/addresses.ts';

/** Monday 2 March 2026, 9 o'clock in Norway. */
export const NOW = Date.parse('2026-03-02T09:00:00+01:00');
export const TODAY = '2026-03-02';

const nobody = { count: null, names: '' };
export const LEADER: Contact = { id: 'aad-kari', name: 'Kari Lie', email: 'kari.lie@sandvik.example', phone: '+47 22 33 44 55' };
export const DEPUTY: Contact = { id: 'aad-ola', name: 'Ola Vik', email: 'ola.vik@sandvik.example', phone: '' };

/** A team with its leader and deputy, of which all is known that is asked for most. */
export const ENTRY: Entry = {
  ...{
    name: 'RPH Sandvik',
    type: 'RPH',
    specialty: '',
    status: 'etablering',
    statusSince: '2025-01-01',
    region: 'vest',
    county: 'Vestland',
  },
  ...{ municipalities: ['4614', '4613'], cityDistricts: [], unknownPlaces: [], hostMunicipality: '4614', interMunicipal: true },
  ...{ healthTrust: 'Helse Fonna', sharedMailbox: 'rph@sandvik.example', website: 'https://sandvik.example/rph' },
  ...{ leader: LEADER, deputy: DEPUTY, fidelityDate: null, fidelityBy: '', cohort: 'Kull 4', grantYear: 2024, publish: ['name', 'email'] },
  roles: { AUS: { count: 1, names: 'Per Moe' }, brukerspesialist: nobody, russpesialist: nobody, psykolog: { count: 2, names: '' } },
};

export const teamOf = (entry: Entry, more: Partial<Team> = {}): Team =>
  teamSchema.parse({
    ...{ ...entry, id: 'rph-sandvik', bank: 'rph', version: 1, lastConfirmedAt: NOW, lastConfirmedBy: 'Kari Lie', handOver: null },
    ...{ createdAt: NOW, changedAt: NOW, removed: false, mergedInto: null, imported: null },
    ...{ leaderId: entry.leader?.id ?? '', deputyId: entry.deputy?.id ?? '', ...more },
  });

/** Municipalities and city districts of a small country: two have the same name, one means two, and one is a district as well. */
export const PLACES: Readonly<Record<string, readonly string[]>> = {
  Stord: ['4614'],
  Bømlo: ['4613'],
  Oslo: ['0301'],
  'Herøy i Nordland': ['1818'],
  'Herøy i Møre og Romsdal': ['1515'],
  Tysfjord: ['1806', '1875'],
  Narvik: ['1806'],
  Hamarøy: ['1875'],
  Finnøy: ['1103', 'stavanger-finnoy'],
  Stavanger: ['1103'],
  Sagene: ['oslo-sagene'],
  'Gamle Oslo': ['oslo-gamle-oslo'],
};
const names = new Map(Object.entries(PLACES).flatMap(([name, ids]) => (ids.length === 1 ? [[ids[0] ?? '', name] as const] : [])));
export const nameOf = (_field: string, id: string): string => (/^(?:1515|1818)$/.test(id) ? 'Herøy' : (names.get(id) ?? id));
export function resolve(text: string): { ids: string[] } | { suggestions: string[] } {
  const found = Object.entries(PLACES).find(
    ([name, ids]) => name.toLowerCase() === text.toLowerCase() || (ids.length === 1 && ids[0] === text),
  );
  if (found) return { ids: [...found[1]] };
  const near = Object.keys(PLACES).filter((name) => name.toLowerCase().startsWith(text.slice(0, 2).toLowerCase()));
  return { suggestions: near };
}

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(lineOf),
  fc.constantFrom(
    '',
    '',
    '=HYPERLINK("https://x.example","Klikk")',
    '+47',
    '-1+1',
    '@SUM(A1)',
    'Åse Øvrebø-Ñandú',
    'Kull 4, 2026',
    '*stjerne* [x](y)',
  ),
);
const email = fc.emailAddress().filter((text) => emailFrom(text) === text);
const phone = fc
  .oneof(fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String), fc.constantFrom('02800', '+46 8 123 456 78', '0045 20123456'))
  .map((text) => phoneFrom(text) ?? '');
const website = fc.webUrl().filter((text) => websiteFrom(text) === text);
const orNothing = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant(''), of);
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const contacts: fc.Arbitrary<Contact | null> = fc
  .record({ id: fc.option(fc.uuid()), name: line, email: orNothing(email), phone: orNothing(phone) })
  .map((contact) => (contact.name + contact.email + contact.phone === '' ? null : contact));
const role = fc.record({ count: fc.option(fc.nat({ max: 999 })), names: line });
const someOf = <T>(values: readonly T[]) => fc.subarray([...values]).map((some) => [...some]);

/** Entries as forms can make them. */
export const entries: fc.Arbitrary<Entry> = fc
  .record({
    name: line.map((text) => text || 'Et team'),
    ...{ type: fc.constantFrom(...CARE_TEAM_TYPES), specialty: line, status: fc.option(fc.constantFrom(...STATUSES)) },
    ...{ statusSince: fc.option(day), region: fc.option(fc.constantFrom(...REGIONS)), county: line },
    municipalities: someOf(['4614', '4613', '0301', '1515', '1818', '1103']),
    ...{ cityDistricts: someOf(['oslo-sagene', 'oslo-gamle-oslo']), unknownPlaces: fc.constantFrom([], ['Bømblo']) },
    ...{ hostMunicipality: fc.constantFrom('', '4614', '1515'), interMunicipal: fc.boolean(), healthTrust: line },
    ...{ sharedMailbox: orNothing(email), website: orNothing(website), leader: contacts, deputy: contacts },
    roles: fc.record({ AUS: role, brukerspesialist: role, russpesialist: role, psykolog: role }),
    ...{ fidelityDate: fc.option(day), fidelityBy: line, cohort: line, grantYear: fc.option(fc.integer({ min: 2000, max: 2100 })) },
    publish: someOf(PUBLISHABLE),
  })
  .map((entry) => entrySchema.parse({ ...entry, statusSince: entry.status === null ? null : entry.statusSince }));
export const teams: fc.Arbitrary<Team> = entries.map((entry) => teamOf(entry));
