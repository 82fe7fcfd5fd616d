import type { Contact, Entry, FOLLOWED_ROLES, Publishable, Team } from '../model.ts';

/** The centre; leader or deputy of the team; a member of the bank; anybody else. */
export type ReaderOf = 'centre' | 'own' | 'member' | 'stranger';

/** What a team is, and for whom: the public overviews say it. */
type Overview =
  | ('id' | 'bank' | 'name' | 'type' | 'specialty' | 'status' | 'statusSince' | 'region' | 'county' | 'municipalities' | 'cityDistricts')
  | ('hostMunicipality' | 'interMunicipal' | 'lastConfirmedAt');
/** What the centre and the team keep for themselves. */
type Kept = 'unknownPlaces' | 'fidelityDate' | 'fidelityBy' | 'cohort' | 'grantYear' | 'publish' | 'lastConfirmedBy' | 'handOver';

/** '' for what is not known and for what this reader is not shown: it can't be told which. `id` is null for strangers. */
export type ShownContact = Readonly<Contact>;
export interface ShownRole {
  readonly role: (typeof FOLLOWED_ROLES)[number];
  readonly count: number | null;
  readonly names: string;
}

/** A team as a reader may see it. */
export interface ShownTeam extends Readonly<Pick<Team, Overview>> {
  /** Null where there is nothing to show of them. */
  readonly leader: ShownContact | null;
  readonly deputy: ShownContact | null;
  readonly sharedMailbox: string;
  readonly website: string;
  readonly healthTrust: string;
  /** Those of which something is known. */
  readonly roles: ShownRole[];
  /** Only for the centre and the team itself. */
  readonly kept: Readonly<Pick<Team, Kept>> | null;
}

const ROLES = ['AUS', 'brukerspesialist', 'russpesialist', 'psykolog'] as const satisfies typeof FOLLOWED_ROLES;

function rolesOf(roles: Entry['roles'], isNamed: boolean): ShownRole[] {
  const all = ROLES.map((role) => ({ role, count: roles[role].count, names: isNamed ? roles[role].names : '' }));
  return all.filter(({ count, names }) => count !== null || names !== '');
}

function overviewOf(team: Team): Pick<Team, Overview> {
  const { id, bank, name, type, specialty, status, statusSince, region, county, municipalities, cityDistricts } = team;
  const { hostMunicipality, interMunicipal, lastConfirmedAt } = team;
  return {
    ...{ id, bank, name, type, specialty, status, statusSince, region, county, municipalities, cityDistricts },
    ...{ hostMunicipality, interMunicipal, lastConfirmedAt },
  };
}

function keptOf(team: Team): Pick<Team, Kept> {
  const { unknownPlaces, fidelityDate, fidelityBy, cohort, grantYear, publish, lastConfirmedBy, handOver } = team;
  return { unknownPlaces, fidelityDate, fidelityBy, cohort, grantYear, publish, lastConfirmedBy, handOver };
}

/** Somebody without what is not shown; null when nothing is left. */
function contactOf(contact: Contact | null, shows: { readonly [part in keyof Contact]: boolean }): ShownContact | null {
  if (contact === null) return null;
  const part = (of: 'name' | 'email' | 'phone') => (shows[of] ? contact[of] : '');
  const shown = { id: shows.id ? contact.id : null, name: part('name'), email: part('email'), phone: part('phone') };
  return shown.name === '' && shown.email === '' && shown.phone === '' && shown.id === null ? null : shown;
}

/**
 * A team as one reader may see it: what it is and for whom, always. Strangers see besides what was published of it, members of the bank how
 * it is reached and how many there are in each role. Names in roles only where they were published, or for those who keep them.
 */
export function visibleTo(team: Team, reader: ReaderOf): ShownTeam {
  const isInside = reader !== 'stranger';
  const isKeeper = reader === 'centre' || reader === 'own';
  const shows = (field: Publishable) => isInside || team.publish.includes(field);
  const deputy = shows('deputy');
  return {
    ...overviewOf(team),
    leader: contactOf(team.leader, { id: isInside, name: shows('name'), email: shows('email'), phone: shows('phone') }),
    deputy: contactOf(team.deputy, { id: isInside, name: deputy, email: deputy, phone: deputy }),
    sharedMailbox: shows('sharedMailbox') ? team.sharedMailbox : '',
    website: shows('website') ? team.website : '',
    healthTrust: isInside ? team.healthTrust : '',
    roles: shows('roles') ? rolesOf(team.roles, isKeeper || team.publish.includes('roles')) : [],
    kept: isKeeper ? keptOf(team) : null,
  };
}
