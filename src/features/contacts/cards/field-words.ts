import { z } from 'zod';
import { REGIONS } from '../../../core/banks.ts';
import { readDate } from '../../../core/calendar.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import { capital, listed } from '../../../core/words.ts';
import { PUBLISHABLE, type Publishable, STATUSES } from '../model.ts';
import { regionName, statusName } from './words.ts';

/** What the inputs are called, by their names. */
export const inputWords = {
  name: { nb: 'Teamets navn', nn: 'Namnet på teamet', en: 'Name of the team' },
  type: { nb: 'Type', nn: 'Type', en: 'Type' },
  specialty: { nb: 'Særlig for', nn: 'Særleg for', en: 'Specialised in' },
  status: { nb: 'Status', nn: 'Status', en: 'Status' },
  statusSince: { nb: 'Status siden', nn: 'Status sidan', en: 'Status since' },
  municipalities: { nb: 'Kommuner', nn: 'Kommunar', en: 'Municipalities' },
  cityDistricts: { nb: 'Bydeler', nn: 'Bydelar', en: 'City districts' },
  hostMunicipality: { nb: 'Vertskommune', nn: 'Vertskommune', en: 'Host municipality' },
  interMunicipal: { nb: 'Interkommunalt samarbeid', nn: 'Interkommunalt samarbeid', en: 'Shared by municipalities' },
  region: { nb: 'Region', nn: 'Region', en: 'Region' },
  county: { nb: 'Fylke', nn: 'Fylke', en: 'County' },
  healthTrust: { nb: 'Helseforetak', nn: 'Helseføretak', en: 'Health trust' },
  sharedMailbox: { nb: 'Felles e-post', nn: 'Felles e-post', en: 'Shared mailbox' },
  website: { nb: 'Nettside', nn: 'Nettside', en: 'Website' },
  leaderName: { nb: 'Leder', nn: 'Leiar', en: 'Leader' },
  leaderEmail: { nb: 'Lederens e-post', nn: 'E-posten til leiaren', en: 'Leader’s e-mail' },
  leaderPhone: { nb: 'Lederens telefon', nn: 'Telefonen til leiaren', en: 'Leader’s phone' },
  deputyName: { nb: 'Stedfortreder', nn: 'Stedfortredar', en: 'Deputy' },
  deputyEmail: { nb: 'Stedfortrederens e-post', nn: 'E-posten til stedfortredaren', en: 'Deputy’s e-mail' },
  deputyPhone: { nb: 'Stedfortrederens telefon', nn: 'Telefonen til stedfortredaren', en: 'Deputy’s phone' },
  publish: { nb: 'Kan vises for alle', nn: 'Kan visast for alle', en: 'May be shown to everybody' },
  ausCount: { nb: 'AUS, antall', nn: 'AUS, tal', en: 'AUS, number' },
  ausNames: { nb: 'AUS, navn', nn: 'AUS, namn', en: 'AUS, names' },
  brukerspesialistCount: { nb: 'Brukerspesialister, antall', nn: 'Brukarspesialistar, tal', en: 'User specialists, number' },
  brukerspesialistNames: { nb: 'Brukerspesialister, navn', nn: 'Brukarspesialistar, namn', en: 'User specialists, names' },
  russpesialistCount: { nb: 'Russpesialister, antall', nn: 'Russpesialistar, tal', en: 'Substance use specialists, number' },
  russpesialistNames: { nb: 'Russpesialister, navn', nn: 'Russpesialistar, namn', en: 'Substance use specialists, names' },
  psykologCount: { nb: 'Psykologer, antall', nn: 'Psykologar, tal', en: 'Psychologists, number' },
  psykologNames: { nb: 'Psykologer, navn', nn: 'Psykologar, namn', en: 'Psychologists, names' },
  fidelityDate: { nb: 'Siste fidelitymåling', nn: 'Siste fidelitymåling', en: 'Last fidelity assessment' },
  fidelityBy: { nb: 'Fidelitymåling ved', nn: 'Fidelitymåling ved', en: 'Fidelity assessed by' },
  cohort: { nb: 'Opplæringskull', nn: 'Opplæringskull', en: 'Training cohort' },
  grantYear: { nb: 'Tilskuddsår', nn: 'Tilskotsår', en: 'Grant year' },
} as const satisfies Readonly<Record<string, Texts>>;

/** Fields of the register that are none of the inputs, and inputs of other forms. */
const further: Readonly<Record<string, Texts>> = {
  leader: inputWords.leaderName,
  deputy: inputWords.deputyName,
  roles: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
  unknownPlaces: { nb: 'Ukjente steder', nn: 'Ukjende stader', en: 'Unknown places' },
  to: { nb: 'Ny leder', nn: 'Ny leiar', en: 'New leader' },
  comment: { nb: 'Begrunnelse', nn: 'Grunngjeving', en: 'Reason' },
};
const names: Readonly<Record<string, Texts>> = { ...inputWords, ...further };

/** What a field is called; its own name where it has no other. */
export const fieldName = (field: string, locale: Locale): string => names[field]?.[locale] ?? field;

const published: { readonly [P in Publishable]: Texts } = {
  name: { nb: 'Lederens navn', nn: 'Namnet på leiaren', en: 'Leader’s name' },
  email: { nb: 'Lederens e-post', nn: 'E-posten til leiaren', en: 'Leader’s e-mail' },
  phone: { nb: 'Lederens telefon', nn: 'Telefonen til leiaren', en: 'Leader’s phone' },
  deputy: { nb: 'Stedfortreder', nn: 'Stedfortredar', en: 'Deputy' },
  sharedMailbox: { nb: 'Felles e-post', nn: 'Felles e-post', en: 'Shared mailbox' },
  website: { nb: 'Nettside', nn: 'Nettside', en: 'Website' },
  roles: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
};
export const publishedName = (field: Publishable, locale: Locale): string => published[field][locale];

const yes: Texts = { nb: 'Ja', nn: 'Ja', en: 'Yes' };
const no: Texts = { nb: 'Nei', nn: 'Nei', en: 'No' };

const isoDate = z.iso.date();
const status = z.enum(STATUSES);
const region = z.enum(REGIONS);
const publishable = z.enum(PUBLISHABLE);

/** «Lederens navn og felles e-post». */
function publishedText(value: string, locale: Locale): string {
  const names = value
    .split(/\s*,\s*/)
    .filter((field) => field !== '')
    .map((field) => (publishable.safeParse(field).success ? publishedName(publishable.parse(field), locale) : field).toLowerCase());
  return capital(listed(names, locale));
}

/** A value of a field as one reads it: plain text, '' for nothing. */
export function valueText(field: string, value: string, locale: Locale): string {
  if (value === '') return '';
  if (field === 'status' && status.safeParse(value).success) return statusName(status.parse(value), locale);
  if (field === 'region' && region.safeParse(value).success) return regionName(region.parse(value), locale);
  if (field === 'publish') return publishedText(value, locale);
  if (value === 'true' || value === 'false') return (value === 'true' ? yes : no)[locale];
  return isoDate.safeParse(value).success ? readDate(value, locale) : value;
}
