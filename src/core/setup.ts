import { z } from 'zod';
import { CARE_TEAM_TYPES, grantSchema, PHASES, personSchema, REGIONS } from './banks.ts';
import { LOCALES } from './locale.ts';
import { referralFrom, referralSchema } from './referrals.ts';

const statuses = z.enum(['planlegger', 'søkt', 'forprosjekt', 'etablering', 'drift', 'ikke-etter-modell', 'nedlagt']);
const id = z.string().min(1);
const timeOfDay = z.iso.time({ precision: -1, abort: true });
const contact = z.object({
  id: id.nullish(),
  name: z.string().min(1),
  email: z.email().nullish(),
  phone: z.string().nullish(),
});

const { name: referralName, address: referralAddress, note: referralNote } = referralSchema.shape;
/** A name, or a referral of which fields may be null. */
const referralInFile = z
  .union(
    [
      referralName.trim(),
      z.object({ name: referralName, address: referralAddress.unwrap().nullish(), note: referralNote.unwrap().nullish() }),
    ],
    { error: 'skriv et navn, eller { "name", "address", "note" }' },
  )
  .nullish()
  .transform((given) => {
    if (typeof given === 'string') return referralFrom(given);
    return given ? { name: given.name, address: given.address ?? '', note: given.note ?? '' } : null;
  });

/** A bank in the set-up file: what it leaves out is as in `content/banks.yaml`, where a bank of that id is there. */
const bankInFile = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'bruk små bokstaver, tall og bindestrek'),
  name: z.string().min(1),
  locale: z.enum(LOCALES).optional(),
  handbook: z.string().nullish(),
  teamsTeams: z.array(z.object({ id, announceIn: id.nullish() })).optional(),
  adviserChannel: id.nullish(),
  leaderChannel: id.nullish(),
  editorChannel: id.nullish(),
  centreChannel: id.nullish(),
  hours: z
    .object({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from < to, 'stengetiden må være senere enn åpningstiden')
    .nullish(),
  phones: z.array(z.object({ label: z.string().min(1), number: z.string().min(1) })).optional(),
  careTeams: z.array(z.enum(CARE_TEAM_TYPES)).optional(),
  topics: z.array(id).optional(),
  examples: z.array(z.string().min(1)).optional(),
  keptMonths: z.number().int().min(1).max(120).optional(),
});

const personInFile = z.object({
  id,
  name: z.string().min(1),
  email: z.email().nullish(),
  workdays: personSchema.shape.workdays.optional(),
  away: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), deputy: id.nullish() })).optional(),
  roles: z.array(z.object({ bank: id, role: grantSchema.shape.role, region: z.enum(REGIONS).nullish() })).optional(),
});

const routeInFile = z.object({
  bank: id,
  topic: id.nullish(),
  region: z.enum(REGIONS).nullish(),
  phase: z.enum(PHASES).nullish(),
  advisers: z.array(id).default([]),
  deputies: z.array(id).default([]),
  referral: referralInFile,
});

const teamInFile = z.object({
  bank: id,
  id,
  name: z.string().min(1),
  type: z.enum(CARE_TEAM_TYPES),
  status: statuses.optional(),
  statusSince: z.iso.date().nullish(),
  region: z.enum(REGIONS).nullish(),
  county: z.string().nullish(),
  municipalities: z.array(z.string().min(1)).optional(),
  cityDistricts: z.array(z.string().min(1)).optional(),
  hostMunicipality: z.string().nullish(),
  interMunicipal: z.boolean().optional(),
  sharedMailbox: z.email().nullish(),
  leader: contact.nullish(),
  deputy: contact.nullish(),
  publish: z.array(z.string()).optional(),
  lastConfirmedAt: z.string().nullish(),
});

/** The set-up file: banks, people, routes and teams. Fields that are not named are ignored. */
export const setupSchema = z
  .object({
    banks: z.array(bankInFile).default([]),
    people: z.array(personInFile).optional(),
    routes: z.array(routeInFile).optional(),
    teams: z.array(teamInFile).default([]),
  })
  .transform(({ people, routes, ...rest }) => ({
    ...{ ...rest, people: people ?? [], listsPeople: people !== undefined },
    ...{ routes: routes ?? [], listsRoutes: routes !== undefined },
  }));
/**
 * `listsPeople`: the file speaks of people, be it that there are none. Who is not in it then loses the roles that it gave. `listsRoutes`:
 * it speaks of routes, and those that it gave before and no longer has go.
 */
export type Setup = z.infer<typeof setupSchema>;
export type BankInFile = z.infer<typeof bankInFile>;
export type PersonInFile = z.infer<typeof personInFile>;

/** What is in the file and in no schema: paths like `banks[0].colour`. */
export function unknownFields(raw: unknown): string[] {
  const known: Readonly<Record<string, z.ZodObject>> = { banks: bankInFile, people: personInFile, routes: routeInFile, teams: teamInFile };
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([section, rows]) => {
    const schema = known[section];
    if (!schema) return [section];
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row, at) =>
      Object.keys(row ?? {})
        .filter((field) => !(field in schema.shape))
        .map((field) => `${section}[${at}].${field}`),
    );
  });
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of a section as they stand in the file, fit or not. */
function rowsOf(raw: unknown, section: string): readonly Row[] {
  const rows: unknown = raw !== null && typeof raw === 'object' ? Reflect.get(raw, section) : undefined;
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) => (row !== null && typeof row === 'object' ? { ...row } : {}));
}

/**
 * What is wrong between the records of a file, each with its place. Takes the file as it was read, so that these faults are told together
 * with those of single fields. A file without banks speaks of those that are there already.
 */
export function faultsBetween(raw: unknown): string[] {
  const banks = new Set(rowsOf(raw, 'banks').map((bank) => bank.id));
  const faults: string[] = [];
  const named = (place: string, { bank }: Row) => {
    if (banks.size > 0 && typeof bank === 'string' && !banks.has(bank))
      faults.push(`${place}.bank: ressursbanken «${bank}» står ikke under banks`);
  };
  const twice = (section: string, idOf: (row: Row) => unknown) => {
    const ids = rowsOf(raw, section).map(idOf);
    for (const [at, each] of ids.entries())
      if (typeof each === 'string' && ids.indexOf(each) !== at) faults.push(`${section}[${at}].id: «${each}» er brukt to ganger`);
  };
  twice('banks', (bank) => bank.id);
  twice('people', (person) => person.id);
  twice('teams', (team) => `${team.bank} ${team.id}`);
  for (const [at, person] of rowsOf(raw, 'people').entries()) {
    for (const [of, role] of rowsOf(person, 'roles').entries()) named(`people[${at}].roles[${of}]`, role);
  }
  for (const section of ['routes', 'teams']) for (const [at, row] of rowsOf(raw, section).entries()) named(`${section}[${at}]`, row);
  return faults;
}

const ANSWERING: readonly string[] = ['adviser', 'coordinator', 'admin'];

/** People whom routes name and to whom the file gives no role in the bank: they are not asked. A file without people says nothing of them. */
function strangersIn({ people, listsPeople, routes }: Setup): string[] {
  if (!listsPeople) return [];
  const hasRole = (person: string, bank: string) =>
    people.some(({ id, roles = [] }) => id === person && roles.some((grant) => grant.bank === bank && ANSWERING.includes(grant.role)));
  return routes.flatMap(({ bank, advisers, deputies }, at) =>
    [...advisers, ...deputies]
      .filter((person) => !hasRole(person, bank))
      .map((person) => `routes[${at}]: «${person}» har ingen rolle som rådgiver i ${bank} i filen`),
  );
}

/** What is worth a word but no refusal. */
export function warningsFor(setup: Setup, topics: ReadonlySet<string>): string[] {
  const leadsNowhere = ({ advisers, deputies, referral }: Setup['routes'][number]) => advisers.length + deputies.length === 0 && !referral;
  const fallbacks = new Set(setup.routes.filter((r) => !r.topic && !r.region && !r.phase && !leadsNowhere(r)).map((route) => route.bank));
  const unknownTopics = setup.routes.flatMap((route, at) =>
    route.topic && !topics.has(route.topic) ? [`routes[${at}].topic: temaet «${route.topic}» er ikke kjent`] : [],
  );
  const withoutFallback = setup.banks
    .filter((bank) => !fallbacks.has(bank.id))
    .map((bank) => `${bank.id}: ingen fordeling uten tema, region og fase; henvendelser går til administratorene`);
  const empty = setup.routes.flatMap((route, at) => (leadsNowhere(route) ? [`routes[${at}]: ingen rådgiver, vikar eller henvisning`] : []));
  return [...unknownTopics, ...empty, ...strangersIn(setup), ...withoutFallback];
}
