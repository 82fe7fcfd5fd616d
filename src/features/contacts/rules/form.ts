import { dayOf } from '../../../core/calendar.ts';
import { faultOf } from '../../../core/faults.ts';
import { dayFrom, lineOf, partsOf, wholeNumberFrom } from '../../../core/reading.ts';
import { regionFrom } from '../../../norwegian/regions.ts';
import type { Contact, Entry, LONGEST_EMAIL, LONGEST_LINE } from '../model.ts';
import { emailFrom, isGuestName, phoneFrom, websiteFrom } from './addresses.ts';
import { flagFrom, publishFrom, statusFrom, typeFrom } from './choices.ts';
import { type EntryInput, type EntryInputs, inputsOf, type NameOf, NOTHING_KNOWN, ROLE_INPUTS } from './entry-words.ts';
import type { Fault, FaultCode } from './faults.ts';
import { personAfter } from './people.ts';
import { type ReadPlaces, type Resolve, readPlaces } from './place-inputs.ts';

export { needsApproval } from './approval.ts';
export { changesBetween, ENTRY_INPUTS, type EntryInput, type EntryInputs, inputsOf, type NameOf } from './entry-words.ts';
export type { Fault } from './faults.ts';

interface Limits {
  readonly now: number;
  /** As of which day it is said: since then a status that changes without a date of its own. */
  readonly day: string;
  readonly resolve: Resolve;
  /** Undefined: a new record. */
  readonly before: Entry | undefined;
  /** As the form was filled in: what was not touched means what it meant, whatever else has that name. */
  readonly nameOf?: NameOf;
}

const LINE = 200 satisfies typeof LONGEST_LINE;
const EMAIL = 254 satisfies typeof LONGEST_EMAIL;
const NAMES = 500;
const PLACES = 4_000;
const LONGEST: Partial<Readonly<Record<EntryInput, number>>> = {
  ...{ leaderEmail: EMAIL, deputyEmail: EMAIL, sharedMailbox: EMAIL, website: 1_000, municipalities: PLACES, cityDistricts: PLACES },
  ...{ ausNames: NAMES, brukerspesialistNames: NAMES, russpesialistNames: NAMES, psykologNames: NAMES },
};
const MOST_IN_ROLE = 999;
const [FIRST_GRANT, LAST_GRANT] = [2000, 2100] as const;
const LIST = /[,;\n]/;

interface Reader<T> {
  readonly before: T;
  /** What '' says. */
  readonly empty: T;
  /** Undefined for what can't be read. */
  readonly from: (text: string) => T | undefined;
  readonly code?: FaultCode | ((text: string) => FaultCode);
  readonly params?: Readonly<Record<string, string>>;
}

/** Reads one form; what is wrong is gathered, and left as it was. */
interface Reading {
  readonly faults: Fault[];
  /** Whether something else is given than what stands. */
  isNew(input: EntryInput): boolean;
  read<T>(input: EntryInput, of: Reader<T>): T;
  fail(input: EntryInput, code: FaultCode, params?: Readonly<Record<string, string>>): void;
}

function readingOf(inputs: EntryInputs, standing: EntryInputs): Reading {
  const faults: Fault[] = [];
  const given = (input: EntryInput) => inputs[input] ?? '';
  const isNew = (input: EntryInput) => inputs[input] !== undefined && lineOf(given(input)) !== standing[input];
  const fail: Reading['fail'] = (input, code, params) => void faults.push(faultOf(input, code, { given: given(input), ...params }));
  function read<T>(input: EntryInput, { before, empty, from, code, params }: Reader<T>): T {
    if (!isNew(input)) return before;
    const length = lineOf(given(input)).length;
    if (length === 0) return empty;
    const max = LONGEST[input] ?? LINE;
    if (length > max) fail(input, 'tooLongText', { max: String(max) });
    const value = length > max ? before : from(given(input));
    if (value === undefined && code) fail(input, typeof code === 'string' ? code : code(given(input)), params);
    return value ?? before;
  }
  return { faults, isNew, read, fail };
}

const textOf = ({ read }: Reading, input: EntryInput, before: string) => read(input, { before, empty: '', from: lineOf });
const emailOf = ({ read }: Reading, input: EntryInput, before: string) =>
  read(input, { before, empty: '', from: emailFrom, code: (text) => (isGuestName(text) ? 'guestEmail' : 'email') });

function personOf(reading: Reading, who: 'leader' | 'deputy', before: Contact | null): Contact | null {
  const was = before ?? { name: '', email: '', phone: '' };
  const name = textOf(reading, `${who}Name`, was.name);
  const email = emailOf(reading, `${who}Email`, was.email);
  const phone = reading.read(`${who}Phone`, { before: was.phone, empty: '', from: phoneFrom, code: 'phone' });
  return personAfter(before, { name, email, phone });
}

/** A day that has come. */
function pastDay(
  { read, fail }: Reading,
  input: 'statusSince' | 'fidelityDate',
  of: { before: string | null; today: string },
): string | null {
  const day = read<string | null>(input, { before: of.before, empty: null, from: dayFrom, code: 'noDate' });
  if (day === null || day === of.before || day <= of.today) return day;
  fail(input, 'future');
  return of.before;
}

function statusOf(
  reading: Reading,
  { status, statusSince }: Pick<Entry, 'status' | 'statusSince'>,
  of: Limits,
): Pick<Entry, 'status' | 'statusSince'> {
  const now = reading.read<Entry['status']>('status', { before: status, empty: null, from: statusFrom, code: 'unknownStatus' });
  const since = pastDay(reading, 'statusSince', { before: statusSince, today: dayOf(of.now) });
  if (now === null) return { status: null, statusSince: null };
  const isChange = status !== null && now !== status;
  return { status: now, statusSince: isChange && !reading.isNew('statusSince') ? of.day : since };
}

type Type = ReturnType<typeof typeFrom>;
const typeOf = ({ read }: Reading, was: Entry['type'] | undefined): Type =>
  read<Type>('type', { before: was && { type: was }, empty: undefined, from: typeFrom, code: 'unknownType' });

const countOf = ({ read }: Reading, input: EntryInput, of: { before: number | null; least: number; most: number }): number | null =>
  read<number | null>(input, {
    ...{ before: of.before, empty: null, code: 'number', params: { min: String(of.least), max: String(of.most) } },
    from: (text) => wholeNumberFrom(text, of.least, of.most),
  });

function rolesOf(reading: Reading, before: Entry['roles']): Entry['roles'] {
  const roleOf = (role: keyof Entry['roles']) => ({
    count: countOf(reading, ROLE_INPUTS[role].count, { before: before[role].count, least: 0, most: MOST_IN_ROLE }),
    names: textOf(reading, ROLE_INPUTS[role].names, before[role].names),
  });
  return {
    AUS: roleOf('AUS'),
    brukerspesialist: roleOf('brukerspesialist'),
    russpesialist: roleOf('russpesialist'),
    psykolog: roleOf('psykolog'),
  };
}

/** What stands is left in its order. */
const inOrderOf = <T>(before: readonly T[], after: readonly T[]): T[] =>
  before.length === after.length && after.every((each) => before.includes(each)) ? [...before] : [...after];

function publishOf({ read, fail }: Reading, before: Entry['publish']): Entry['publish'] {
  const from = (text: string) => {
    const { values, unknown } = publishFrom(partsOf(text, LIST));
    if (unknown.length > 0) fail('publish', 'unknownPublish', { given: unknown.join(', ') });
    return values;
  };
  return inOrderOf(before, read('publish', { before, empty: [], from }));
}

type Placed = Pick<Entry, 'municipalities' | 'cityDistricts' | 'unknownPlaces' | 'hostMunicipality'>;

type PlaceField = Parameters<NameOf>[0];

/** What the names on the form mean, by who filled it in: in a field, its own ones first. */
function standingNames(wants: PlaceField, before: Placed, nameOf: NameOf = (_, id) => id): ReadonlyMap<string, string> {
  const named = (field: PlaceField) => [before[field]].flat().flatMap((id) => (id === '' ? [] : [[nameOf(field, id), id] as const]));
  return new Map([...named('hostMunicipality'), ...named('cityDistricts'), ...named('municipalities'), ...named(wants)]);
}

function placesOf(reading: Reading, before: Placed, { resolve, nameOf }: Limits): Placed {
  const standing = (wants: PlaceField) => standingNames(wants, before, nameOf);
  const told = (input: EntryInput, { unknown }: ReadPlaces) => {
    for (const { given, suggestions } of unknown)
      reading.fail(input, 'unknownPlace', { given, ...(suggestions.length > 0 && { suggestions: suggestions.join(', ') }) });
  };
  const read = (wants: 'municipalities' | 'cityDistricts') => {
    const was: ReadPlaces = { municipalities: [], cityDistricts: [], unknown: [], [wants]: before[wants] };
    const from = (text: string) => readPlaces(text, { wants, resolve, standing: standing(wants) });
    const found = reading.read(wants, { before: was, empty: { municipalities: [], cityDistricts: [], unknown: [] }, from });
    told(wants, found);
    return found;
  };
  const [one, other] = [read('municipalities'), read('cityDistricts')];
  const allOf = (field: 'municipalities' | 'cityDistricts') => inOrderOf(before[field], [...new Set([...one[field], ...other[field]])]);
  const [municipalities, cityDistricts] = [allOf('municipalities'), allOf('cityDistricts')];
  const isSame = municipalities.join() === before.municipalities.join() && cityDistricts.join() === before.cityDistricts.join();
  const hostMunicipality = reading.read('hostMunicipality', {
    ...{ before: before.hostMunicipality, empty: '' },
    from: (text) => {
      const host = readPlaces(text, { wants: 'municipalities', resolve, standing: standing('hostMunicipality') });
      told('hostMunicipality', host);
      const own = host.municipalities.filter((id) => host.municipalities.length === 1 || municipalities.includes(id));
      if (host.unknown.length === 0 && own.length !== 1) reading.fail('hostMunicipality', 'severalPlaces');
      return own[0];
    },
  });
  return { municipalities, cityDistricts, unknownPlaces: isSame ? before.unknownPlaces : [], hostMunicipality };
}

/**
 * Reads what was typed, or stood in a file, of a team. What is not given stays as it was, '' empties it; all that is missing or wrong is
 * told at once. `entry` only when nothing is. A new leader or deputy is not linked to anybody's account; places that nobody knows stay on
 * the record until its places are changed.
 */
export function readEntry(inputs: EntryInputs, of: Limits): { readonly entry?: Entry; readonly faults: Fault[] } {
  const reading = readingOf(inputs, of.before ? inputsOf(of.before, of.nameOf ?? ((_, id) => id)) : {});
  const before = of.before ?? NOTHING_KNOWN;
  const name = textOf(reading, 'name', before.name);
  const read = typeOf(reading, of.before?.type);
  const places = placesOf(reading, before, of);
  const rest: Omit<Entry, 'name' | 'type'> = {
    specialty: reading.isNew('specialty') ? textOf(reading, 'specialty', before.specialty) : (read?.specialty ?? before.specialty),
    ...statusOf(reading, before, of),
    region: reading.read<Entry['region']>('region', { before: before.region, empty: null, from: regionFrom, code: 'unknownRegion' }),
    county: textOf(reading, 'county', before.county),
    ...places,
    interMunicipal: reading.read('interMunicipal', {
      ...{ before: of.before?.interMunicipal ?? places.municipalities.length > 1, empty: false, from: flagFrom, code: 'yesOrNo' },
    }),
    healthTrust: textOf(reading, 'healthTrust', before.healthTrust),
    sharedMailbox: emailOf(reading, 'sharedMailbox', before.sharedMailbox),
    website: reading.read('website', { before: before.website, empty: '', from: websiteFrom, code: 'link' }),
    leader: personOf(reading, 'leader', before.leader),
    deputy: personOf(reading, 'deputy', before.deputy),
    roles: rolesOf(reading, before.roles),
    fidelityDate: pastDay(reading, 'fidelityDate', { before: before.fidelityDate, today: dayOf(of.now) }),
    fidelityBy: textOf(reading, 'fidelityBy', before.fidelityBy),
    cohort: textOf(reading, 'cohort', before.cohort),
    grantYear: countOf(reading, 'grantYear', { before: before.grantYear, least: FIRST_GRANT, most: LAST_GRANT }),
    publish: publishOf(reading, before.publish),
  };
  const type = read?.type;
  if (name === '') reading.fail('name', 'missing');
  if (type === undefined && !reading.faults.some(({ input }) => input === 'type')) reading.fail('type', 'missing');
  const { faults } = reading;
  return { ...(faults.length === 0 && type && { entry: { name, type, ...rest } }), faults };
}
