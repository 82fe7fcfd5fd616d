import type { Contact, Entry, FOLLOWED_ROLES } from '../model.ts';

/** The inputs of a record's form. */
export const ENTRY_INPUTS = [
  ...(['name', 'type', 'specialty', 'status', 'statusSince', 'municipalities', 'cityDistricts', 'hostMunicipality'] as const),
  ...(['interMunicipal', 'region', 'county', 'healthTrust', 'sharedMailbox', 'website'] as const),
  ...(['leaderName', 'leaderEmail', 'leaderPhone', 'deputyName', 'deputyEmail', 'deputyPhone'] as const),
  ...(['ausCount', 'ausNames', 'brukerspesialistCount', 'brukerspesialistNames'] as const),
  ...(['russpesialistCount', 'russpesialistNames', 'psykologCount', 'psykologNames'] as const),
  ...(['fidelityDate', 'fidelityBy', 'cohort', 'grantYear', 'publish'] as const),
] as const;
export type EntryInput = (typeof ENTRY_INPUTS)[number];
/** As typed: what is not given stays as it is, '' empties it. */
export type EntryInputs = Partial<Record<EntryInput, string | undefined>>;

/** What a place in one of these fields is called, by its id. */
export type NameOf = (field: 'municipalities' | 'cityDistricts' | 'hostMunicipality', id: string) => string;

type Role = (typeof FOLLOWED_ROLES)[number];
export const ROLE_INPUTS = {
  AUS: { count: 'ausCount', names: 'ausNames' },
  brukerspesialist: { count: 'brukerspesialistCount', names: 'brukerspesialistNames' },
  russpesialist: { count: 'russpesialistCount', names: 'russpesialistNames' },
  psykolog: { count: 'psykologCount', names: 'psykologNames' },
} as const satisfies Readonly<Record<Role, { readonly count: EntryInput; readonly names: EntryInput }>>;

const personOf = (contact: Contact | null) => contact ?? { name: '', email: '', phone: '' };
const numberOf = (value: number | null) => (value === null ? '' : String(value));

function rolesOf({ roles }: Entry): Record<(typeof ROLE_INPUTS)[Role]['count' | 'names'], string> {
  const { AUS, brukerspesialist, russpesialist, psykolog } = roles;
  return {
    ...{ ausCount: numberOf(AUS.count), ausNames: AUS.names },
    ...{ brukerspesialistCount: numberOf(brukerspesialist.count), brukerspesialistNames: brukerspesialist.names },
    ...{ russpesialistCount: numberOf(russpesialist.count), russpesialistNames: russpesialist.names },
    ...{ psykologCount: numberOf(psykolog.count), psykologNames: psykolog.names },
  };
}

/** What a form is filled with so that it is this record; '' where nothing is known. Places that the gazetteer does not know are not in it. */
export function inputsOf(entry: Entry, nameOf: NameOf): Record<EntryInput, string> {
  const [leader, deputy] = [personOf(entry.leader), personOf(entry.deputy)];
  const { name, type, specialty, county, healthTrust, sharedMailbox, website, fidelityBy, cohort, hostMunicipality } = entry;
  const placesOf = (field: 'municipalities' | 'cityDistricts') => entry[field].map((id) => nameOf(field, id)).join(', ');
  return {
    ...{ name, type, specialty, status: entry.status ?? '', statusSince: entry.statusSince ?? '' },
    ...{ municipalities: placesOf('municipalities'), cityDistricts: placesOf('cityDistricts') },
    ...{
      hostMunicipality: hostMunicipality === '' ? '' : nameOf('hostMunicipality', hostMunicipality),
      interMunicipal: String(entry.interMunicipal),
    },
    ...{ region: entry.region ?? '', county, healthTrust, sharedMailbox, website },
    ...{ leaderName: leader.name, leaderEmail: leader.email, leaderPhone: leader.phone },
    ...{ deputyName: deputy.name, deputyEmail: deputy.email, deputyPhone: deputy.phone },
    ...rolesOf(entry),
    ...{
      fidelityDate: entry.fidelityDate ?? '',
      fidelityBy,
      cohort,
      grantYear: numberOf(entry.grantYear),
      publish: entry.publish.join(','),
    },
  };
}

const nobody = { count: null, names: '' };
/** A record of which nothing is known. */
export const NOTHING_KNOWN: Omit<Entry, 'type'> = {
  ...{ name: '', specialty: '', status: null, statusSince: null, region: null, county: '', municipalities: [], cityDistricts: [] },
  ...{ unknownPlaces: [], hostMunicipality: '', interMunicipal: false, healthTrust: '', sharedMailbox: '', website: '' },
  ...{ leader: null, deputy: null, fidelityDate: null, fidelityBy: '', cohort: '', grantYear: null, publish: [] },
  roles: { AUS: nobody, brukerspesialist: nobody, russpesialist: nobody, psykolog: nobody },
};

type PartOf<T> = { readonly [field in keyof T]?: T[field] | undefined };
interface Difference {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What differs, by the inputs' names (`unknownPlaces` besides), as a form shows it: places by their names, all else as the register holds
 * it. '' for nothing. What `after` leaves out has not changed; what `before` leaves out was not known.
 */
export function changesBetween(before: PartOf<Entry>, after: PartOf<Entry>, nameOf: NameOf): Difference[] {
  const wordsOf = (...parts: readonly PartOf<Entry>[]) => {
    const known = parts.flatMap((part) => Object.entries(part).filter(([, value]) => value !== undefined));
    const entry: Entry = { ...NOTHING_KNOWN, type: '' as Entry['type'], ...Object.fromEntries(known) };
    return { ...inputsOf(entry, nameOf), unknownPlaces: entry.unknownPlaces.join(', ') };
  };
  const [from, to] = [wordsOf(before), wordsOf(before, after)];
  const fields = [...ENTRY_INPUTS, 'unknownPlaces'] as const;
  return fields.flatMap((field) => (from[field] === to[field] ? [] : [{ field, from: from[field], to: to[field] }]));
}
