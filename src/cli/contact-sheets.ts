import { dayOf, readDate } from '../core/calendar.ts';
import { publishedName } from '../features/contacts/cards/field-words.ts';
import { regionName, roleName, statusName } from '../features/contacts/cards/words.ts';
import { FOLLOWED_ROLES, type Team } from '../features/contacts/model.ts';
import { type ShownTeam, visibleTo } from '../features/contacts/rules/publishing.ts';
import type { Sheet } from '../files/index.ts';
import { municipalityNames, type Register } from './contact-figures.ts';

type Cell = string | number | null;

/** Of Norway the prefix goes without saying, and a spreadsheet would take it for a formula. */
const phoneText = (phone: string) => phone.replace(/^\+47 /, '');
const yesNo = (value: boolean) => (value ? 'ja' : 'nei');

/** What a team is and for whom, as lists have it. */
interface Place {
  readonly status: string;
  readonly region: string;
  readonly county: string;
  readonly municipalities: readonly string[];
  readonly cityDistricts: readonly string[];
  readonly host: string;
}

/** The words for teams' places and standing; the county and region are those of the first municipality where the team names none. */
function placesIn(
  register: Register,
): (team: Pick<Team, 'status' | 'region' | 'county' | 'municipalities' | 'cityDistricts' | 'hostMunicipality'>) => Place {
  const { gazetteer, day } = register;
  const nameOf = municipalityNames(register);
  return ({ status, region, county, municipalities, cityDistricts, hostMunicipality }) => {
    const first = municipalities[0] ?? gazetteer.district(cityDistricts[0] ?? '')?.municipality ?? '';
    const lies = region ?? gazetteer.regionOf(first, day) ?? null;
    return {
      status: status === null ? '' : statusName(status, 'nb'),
      region: lies === null ? '' : regionName(lies, 'nb'),
      county: county || (gazetteer.countyOf(first, day)?.name ?? ''),
      municipalities: municipalities.map(nameOf),
      cityDistricts: cityDistricts.map((id) => gazetteer.district(id)?.name ?? id),
      host: hostMunicipality === '' ? '' : nameOf(hostMunicipality),
    };
  };
}

/** Of how many records nobody has said that they are right. */
export const unconfirmedIn = (teams: readonly Pick<Team, 'lastConfirmedAt'>[]): number =>
  teams.filter(({ lastConfirmedAt }) => lastConfirmedAt === null).length;

export const asOf = ({ day }: Pick<Register, 'day'>): string => `per ${readDate(day, 'nb')}`;

const AS_OF_COLUMNS = ['Per', 'Ubekreftede i lista'];
const asOfCells = ({ day, teams }: Register): Cell[] => [day, unconfirmedIn(teams)];

const confirmedCell = ({ lastConfirmedAt }: Pick<Team, 'lastConfirmedAt'>) => (lastConfirmedAt === null ? '' : dayOf(lastConfirmedAt));
const person = (contact: ShownTeam['leader']): Cell[] => [contact?.name ?? '', contact?.email ?? '', phoneText(contact?.phone ?? '')];

const CONTACT_COLUMNS = [
  ...['Team', 'Type', 'Særlig for', 'Status', 'Status siden', 'Region', 'Fylke', 'Kommuner', 'Bydeler', 'Vertskommune', 'Interkommunalt'],
  ...['Helseforetak', 'Leder', 'E-post leder', 'Telefon leder', 'Stedfortreder', 'E-post stedfortreder', 'Telefon stedfortreder'],
  ...['Felles e-post', 'Nettside', ...FOLLOWED_ROLES.map((role) => `Antall ${roleName(role, 'nb') === 'AUS' ? 'AUS' : `${role}er`}`)],
  ...['Siste fidelitymåling', 'Fidelitymåling ved', 'Kull', 'Tilskuddsår', 'Publiseres', 'Steder som ikke er kjent', 'Kommunenumre'],
  ...['Sist bekreftet', 'Id'],
];

/** The contact list for authorities. Names in roles are for the centre alone. */
export function contactSheet(register: Register): Sheet {
  const [placeOf, standing] = [placesIn(register), asOfCells(register)];
  const rowOf = (team: Team): Cell[] => {
    const { status, region, county, municipalities, cityDistricts, host } = placeOf(team);
    return [
      ...[
        team.name,
        team.type,
        team.specialty,
        status,
        team.statusSince,
        region,
        county,
        municipalities.join(', '),
        cityDistricts.join(', '),
      ],
      ...[
        host,
        yesNo(team.interMunicipal),
        team.healthTrust,
        ...person(team.leader),
        ...person(team.deputy),
        team.sharedMailbox,
        team.website,
      ],
      ...FOLLOWED_ROLES.map((role) => team.roles[role].count),
      ...[team.fidelityDate, team.fidelityBy, team.cohort, team.grantYear],
      ...[team.publish.map((field) => publishedName(field, 'nb').toLowerCase()).join(', ') || 'ingen', team.unknownPlaces.join(', ')],
      ...[team.municipalities.join(', '), confirmedCell(team), team.id],
    ];
  };
  return {
    columns: [...CONTACT_COLUMNS, ...AS_OF_COLUMNS],
    rows: register.teams.map((team) => [...rowOf(team), ...standing]),
  };
}

/** A team as everybody may see it: what was published of it, and no more. */
export interface PublicTeam extends Place {
  readonly name: string;
  readonly type: string;
  readonly specialty: string;
  readonly statusSince: string | null;
  readonly interMunicipal: boolean;
  readonly leader: string;
  readonly leaderEmail: string;
  readonly leaderPhone: string;
  readonly deputy: string;
  readonly deputyEmail: string;
  readonly deputyPhone: string;
  readonly sharedMailbox: string;
  readonly website: string;
  readonly roles: readonly { readonly role: string; readonly count: number | null; readonly names: string }[];
  /** The day on which it was last said to be right; null for never. */
  readonly confirmed: string | null;
}

export function publicTeams(register: Register): readonly PublicTeam[] {
  const placeOf = placesIn(register);
  return register.teams.map((team) => {
    const shown = visibleTo(team, 'stranger');
    const { leader, deputy, name, type, specialty, statusSince, interMunicipal, sharedMailbox, website, roles } = shown;
    return {
      ...{ name, type, specialty, ...placeOf(shown), statusSince, interMunicipal },
      ...{ leader: leader?.name ?? '', leaderEmail: leader?.email ?? '', leaderPhone: leader?.phone ?? '' },
      ...{ deputy: deputy?.name ?? '', deputyEmail: deputy?.email ?? '', deputyPhone: deputy?.phone ?? '' },
      ...{ sharedMailbox, website, roles: roles.map(({ role, count, names }) => ({ role, count, names })) },
      confirmed: shown.lastConfirmedAt === null ? null : dayOf(shown.lastConfirmedAt),
    };
  });
}

/** What the public overview says of a team, in this order. */
export const OVERVIEW_COLUMNS: readonly (readonly [column: string, cell: (team: PublicTeam) => string])[] = [
  ['Team', ({ name }) => name],
  ['Type', ({ type, specialty }) => [type, specialty].filter((part) => part !== '').join(' ')],
  ['Status', ({ status }) => status || 'Ikke oppgitt'],
  ['Region', ({ region }) => region],
  ['Fylke', ({ county }) => county],
  ['Kommuner', ({ municipalities }) => municipalities.join(', ')],
  ['Bydeler', ({ cityDistricts }) => cityDistricts.join(', ')],
  ['Leder', ({ leader }) => leader],
  ['E-post leder', ({ leaderEmail }) => leaderEmail],
  ['Telefon leder', ({ leaderPhone }) => phoneText(leaderPhone)],
  ['Stedfortreder', ({ deputy }) => deputy],
  ['E-post stedfortreder', ({ deputyEmail }) => deputyEmail],
  ['Telefon stedfortreder', ({ deputyPhone }) => phoneText(deputyPhone)],
  ['Felles e-post', ({ sharedMailbox }) => sharedMailbox],
  ['Nettside', ({ website }) => website],
  [
    'Roller',
    ({ roles }) => roles.map(({ role, count, names }) => [role, count ?? '', names].filter((part) => part !== '').join(' ')).join(', '),
  ],
  ['Sist bekreftet', ({ confirmed }) => confirmed ?? ''],
];

/** The public overview as a table. */
export function overviewSheet(register: Register): Sheet {
  const standing = asOfCells(register);
  return {
    columns: [...OVERVIEW_COLUMNS.map(([column]) => column), ...AS_OF_COLUMNS],
    rows: publicTeams(register).map((team) => [...OVERVIEW_COLUMNS.map(([, cell]) => cell(team)), ...standing]),
  };
}
