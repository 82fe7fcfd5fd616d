import type { Context, Reader, Tx } from '../../core/features.ts';
import { newId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import {
  ASK,
  type Ask,
  askId,
  CHANGE,
  CHECK,
  type Change,
  type Check,
  type Contact,
  contactSchema,
  type Entry,
  entrySchema,
  HISTORY,
  type History,
  TEAM,
  type Team,
} from './model.ts';
import { digestSoon } from './schedule.ts';

/** What a change of a record needs of the turn, the job or the command that makes it. */
export type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;
/** Who did something: a directory object id and a name; '' for the bot. */
export interface By {
  readonly by: string;
  readonly name: string;
}

/** Ids of the cards that stand somewhere. */
export const cardIds = {
  change: (change: string) => `contacts:change:${change}`,
  progress: (check: string) => `contacts:check:${check}`,
  ask: (check: string, team: string, person: string) => `contacts:ask:${check}:${team}:${person}`,
} as const;

export const teamNamed = (reader: Pick<Reader, 'get'>, id: string): Promise<Team | undefined> => reader.get(TEAM, id);

/** The live records of a partition. */
export async function teamsIn(reader: Pick<Reader, 'list'>): Promise<readonly Team[]> {
  return (await listAll(reader, TEAM)).flatMap(({ body }) => (body.removed ? [] : [body]));
}

const FIELDS = Object.keys(entrySchema.shape) as readonly (keyof Entry)[];

/** The fields in which two entries differ, as they were and as they are. */
export function differenceOf(
  before: Partial<Entry>,
  after: Partial<Entry>,
): { readonly before: Partial<Entry>; readonly after: Partial<Entry> } {
  const fields = FIELDS.filter((field) => field in after && JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const only = (of: Partial<Entry>) => Object.fromEntries(fields.map((field) => [field, of[field]]));
  return { before: only(before), after: only(after) };
}

/** With other values; leader and deputy can be looked up by their ids. */
export function withEntry(team: Team, change: Partial<Entry>, now: number): Team {
  const after = { ...team, ...change };
  return { ...after, leaderId: after.leader?.id ?? '', deputyId: after.deputy?.id ?? '', version: team.version + 1, changedAt: now };
}

/** Writes a record down, with what was done to it for its history. */
export function keepTeam(desk: Desk, of: { before: Team | undefined; after: Team; what: History['what']; by: By }): void {
  const { before, after, what, by } = of;
  desk.tx.put(TEAM, after.id, after);
  const fields = differenceOf(before ?? {}, after);
  const isSeen = what !== 'changed';
  desk.tx.put(HISTORY, newId(), { team: after.id, at: desk.now, what, ...by, ...fields, undone: false, seen: isSeen });
  if (!isSeen) digestSoon(desk);
}

/** What was done to a record, the newest first. */
export async function historyOf(
  reader: Pick<Reader, 'list'>,
  team: string,
): Promise<readonly { readonly id: string; readonly body: History }[]> {
  const all = await listAll(reader, HISTORY, [{ field: 'team', op: '=', value: team }]);
  return all.sort((one, other) => other.body.at - one.body.at);
}

/** Takes people out of a team's record and its history, as if they had never been named there. */
export async function forgetContacts({ tx, now }: Desk, team: Team, names: ReadonlySet<string>): Promise<void> {
  const isOut = (contact: Contact | null) => contact !== null && names.has(contact.name);
  const { leader, deputy } = team;
  const lastConfirmedBy = names.has(team.lastConfirmedBy) ? '' : team.lastConfirmedBy;
  const after = withEntry(team, { leader: isOut(leader) ? null : leader, deputy: isOut(deputy) ? null : deputy }, now);
  tx.put(TEAM, team.id, { ...after, lastConfirmedBy });
  for (const { id, body } of await historyOf(tx, team.id)) {
    const [before, after] = [withoutContacts(body.before, names), withoutContacts(body.after, names)];
    if (before !== body.before || after !== body.after) tx.put(HISTORY, id, { ...body, before, after });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields without those that name one of these people; the same object where none does. */
function withoutContacts(fields: Fields, names: ReadonlySet<string>): Fields {
  const named = (field: string) => names.has(contactSchema.safeParse(fields[field]).data?.name ?? '');
  const out = ['leader', 'deputy'].filter((field) => field in fields && named(field));
  return out.length === 0 ? fields : Object.fromEntries(Object.entries(fields).filter(([field]) => !out.includes(field)));
}

/** Changes of a team that wait for the centre. */
export async function waitingFor(
  reader: Pick<Reader, 'list'>,
  team: string,
): Promise<readonly { readonly id: string; readonly body: Change }[]> {
  const where = [{ field: 'team', op: '=', value: team }] as const;
  return (await listAll(reader, CHANGE, where)).filter(({ body }) => body.state === 'waiting');
}

export const changeNamed = (reader: Pick<Reader, 'get'>, id: string): Promise<Change | undefined> => reader.get(CHANGE, id);
export const checkNamed = (reader: Pick<Reader, 'get'>, id: string): Promise<Check | undefined> => reader.get(CHECK, id);
export const askOf = (reader: Pick<Reader, 'get'>, check: string, team: string): Promise<Ask | undefined> =>
  reader.get(ASK, askId(check, team));

export async function asksOf(reader: Pick<Reader, 'list'>, check: string): Promise<readonly Ask[]> {
  return (await listAll(reader, ASK, [{ field: 'check', op: '=', value: check }])).map(({ body }) => body);
}

export function putAsk(tx: Tx, ask: Ask): void {
  tx.put(ASK, askId(ask.check, ask.team), ask);
}

/** The round that is running in a bank, if one is. */
export async function runningCheck(reader: Pick<Reader, 'list'>): Promise<{ readonly id: string; readonly body: Check } | undefined> {
  return (await listAll(reader, CHECK)).find(({ body }) => body.state === 'running');
}
