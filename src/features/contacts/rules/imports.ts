import type { Entry, Team } from '../model.ts';
import { ENTRY_INPUTS, inputsOf, ROLE_INPUTS } from './entry-words.ts';
import { personAfter } from './people.ts';

/** What a file says of a team, by field, as the register writes it: of leader and deputy and of roles every part by itself. */
export const FILED_FIELDS = [...ENTRY_INPUTS, 'unknownPlaces', 'leaderId', 'deputyId', 'lastConfirmedAt'] as const;
export type FiledField = (typeof FILED_FIELDS)[number];

/** A team as a file has it. */
export interface Filed {
  readonly id: string;
  /** All fields; those that the file is silent on as they are for a new record. */
  readonly entry: Entry;
  readonly lastConfirmedAt: number | null;
  /** What the file speaks of. */
  readonly fields: readonly FiledField[];
}

export type What = 'new' | 'changed' | 'same';

/** What a file makes of a record that is there. */
export interface Decision {
  readonly what: Exclude<What, 'new'>;
  /** The fields to be changed, with what they become. */
  readonly change: Partial<Entry>;
  readonly lastConfirmedAt: number | null;
  /** What the file said, to be remembered on the record. */
  readonly imported: string | null;
  /** Fields in which the file says something new that is not done: people changed them since, or have put the record away. */
  readonly left: readonly FiledField[];
}

interface Rules {
  /** A status that changes without a date of its own holds from this day on. */
  readonly day: string;
  /** Where people changed a field that the file speaks of, nothing of what is new in it is done. */
  readonly isWhole: boolean;
  /** What people changed gives way. */
  readonly force: boolean;
}

type Said = Readonly<Record<FiledField, string>>;
type Confirmed = Pick<Team, 'lastConfirmedAt'>;

const byId = (_: string, id: string) => id;

function saidOf(entry: Entry, { lastConfirmedAt }: Confirmed): Said {
  return {
    ...inputsOf(entry, byId),
    unknownPlaces: entry.unknownPlaces.join(', '),
    leaderId: entry.leader?.id ?? '',
    deputyId: entry.deputy?.id ?? '',
    lastConfirmedAt: lastConfirmedAt === null ? '' : String(lastConfirmedAt),
  };
}

/** What the file said, as it is remembered: with what an earlier file with other columns said. */
function remembered(
  { fields }: Filed,
  of: { said: Said; earlier: Readonly<Record<string, unknown>>; left: readonly FiledField[] },
): string {
  const told = fields.filter((field) => !of.left.includes(field)).map((field) => [field, of.said[field]] as const);
  return JSON.stringify({ ...of.earlier, ...Object.fromEntries(told) });
}

/** What is remembered of a file whose record is new here. */
export function firstRemembered(filed: Filed): string {
  return remembered(filed, { said: saidOf(filed.entry, filed), earlier: {}, left: [] });
}

/** What belongs together: once people changed the first, the file's word on the others is about something else. */
const TOGETHER: readonly (readonly FiledField[])[] = [
  ['leaderName', 'leaderEmail', 'leaderPhone', 'leaderId'],
  ['deputyName', 'deputyEmail', 'deputyPhone', 'deputyId'],
  ['status', 'statusSince'],
];

const isUnsaid = (field: FiledField, text: string) => text === '' || (field === 'interMunicipal' && text === 'false');

/** Brings into a record what changed in its file since the last time; what people changed stays, and is told where the file differs. */
export function decide(before: Team, filed: Filed, { day, isWhole, force }: Rules): Decision {
  const { fields } = filed;
  const [said, is] = [saidOf(filed.entry, filed), saidOf(before, before)];
  const earlier: Readonly<Record<string, unknown>> = JSON.parse(before.imported ?? '{}');
  const isNewer = (filed.lastConfirmedAt ?? 0) > (before.lastConfirmedAt ?? 0);
  const isNew = (field: FiledField) => (field in earlier ? said[field] !== earlier[field] : !isUnsaid(field, said[field]));
  const changed = fields.filter((field) =>
    field === 'lastConfirmedAt' ? isNewer && isNew(field) : (force || isNew(field)) && said[field] !== is[field],
  );
  const isTouched = (field: FiledField) =>
    field !== 'lastConfirmedAt' &&
    (field in earlier ? is[field] !== earlier[field] : !isUnsaid(field, is[field])) &&
    (!isWhole || said[field] !== is[field]);
  const stays = (field: FiledField) =>
    isTouched(field) || TOGETHER.some((those) => those.includes(field) && those[0] !== undefined && isTouched(those[0]));
  const isOut = before.removed || (isWhole && fields.some(isTouched));
  const left = force ? [] : changed.filter((field) => isOut || stays(field));
  const done = new Set(changed.filter((field) => !left.includes(field)));
  const imported = isWhole && left.length > 0 ? before.imported : remembered(filed, { said, earlier, left });
  const lastConfirmedAt = done.has('lastConfirmedAt') ? filed.lastConfirmedAt : before.lastConfirmedAt;
  const isRevived = force && before.removed;
  return {
    what: done.size > 0 || isRevived ? 'changed' : 'same',
    change: changeOf(before, filed, { done, day }),
    lastConfirmedAt,
    imported,
    left,
  };
}

const PLAIN = [
  ...(['name', 'type', 'specialty', 'municipalities', 'cityDistricts', 'unknownPlaces', 'hostMunicipality', 'interMunicipal'] as const),
  ...([
    'region',
    'county',
    'healthTrust',
    'sharedMailbox',
    'website',
    'fidelityDate',
    'fidelityBy',
    'cohort',
    'grantYear',
    'publish',
  ] as const),
] as const satisfies readonly (FiledField & keyof Entry)[];

type Done = ReadonlySet<FiledField>;

function changeOf(before: Entry, { entry, fields }: Filed, { done, day }: { done: Done; day: string }): Partial<Entry> {
  const isOf = (names: readonly FiledField[]) => names.some((name) => done.has(name));
  const since = fields.includes('statusSince') && entry.statusSince !== null ? entry.statusSince : day;
  return {
    ...Object.fromEntries(PLAIN.filter((field) => done.has(field)).map((field) => [field, entry[field]])),
    ...(done.has('statusSince') && { statusSince: entry.statusSince }),
    ...(done.has('status') && { status: entry.status, statusSince: entry.status === null ? null : since }),
    ...(isOf(['leaderName', 'leaderEmail', 'leaderPhone', 'leaderId']) && { leader: personOf('leader', before, { entry, done }) }),
    ...(isOf(['deputyName', 'deputyEmail', 'deputyPhone', 'deputyId']) && { deputy: personOf('deputy', before, { entry, done }) }),
    ...(isOf(Object.values(ROLE_INPUTS).flatMap(({ count, names }) => [count, names])) && { roles: rolesOf(before, { entry, done }) }),
  };
}

interface Applied {
  readonly entry: Entry;
  readonly done: Done;
}

/** Whoever is another person than before is not linked to the old one's account. */
function personOf(who: 'leader' | 'deputy', before: Entry, { entry, done }: Applied): Entry['leader'] {
  const [was, given] = [before[who], entry[who]];
  const part = (of: 'name' | 'email' | 'phone', field: FiledField) => (done.has(field) ? given : was)?.[of] ?? '';
  const written = { name: part('name', `${who}Name`), email: part('email', `${who}Email`), phone: part('phone', `${who}Phone`) };
  const after = personAfter(was, written);
  return after && done.has(`${who}Id`) ? { ...after, id: given?.id ?? null } : after;
}

function rolesOf(before: Entry, { entry, done }: Applied): Entry['roles'] {
  const roleOf = (role: keyof Entry['roles']) => ({
    count: (done.has(ROLE_INPUTS[role].count) ? entry : before).roles[role].count,
    names: (done.has(ROLE_INPUTS[role].names) ? entry : before).roles[role].names,
  });
  return {
    AUS: roleOf('AUS'),
    brukerspesialist: roleOf('brukerspesialist'),
    russpesialist: roleOf('russpesialist'),
    psykolog: roleOf('psykolog'),
  };
}
