import { type Bank, CHANNELS, type Grant, type PersonRecord, type Role } from '../../core/banks.ts';

export interface RoleChange {
  readonly bank: string;
  readonly role: Role;
  readonly region: Grant['region'];
  readonly give: boolean;
}

const isSame = (grant: Grant, change: RoleChange): boolean =>
  grant.bank === change.bank && grant.role === change.role && grant.region === change.region;

/** A person's grants after one is given or taken. Giving twice gives once. */
export function withRole(grants: readonly Grant[], change: RoleChange): Grant[] {
  const others = grants.filter((grant) => !isSame(grant, change));
  const { bank, role, region } = change;
  return change.give ? [...others, { bank, role, region, fromFile: false }] : others;
}

export interface Binding {
  readonly teamsTeamId: string;
  readonly announceIn?: string | undefined;
  readonly adviserChannel?: string | undefined;
  readonly leaderChannel?: string | undefined;
  readonly editorChannel?: string | undefined;
  readonly centreChannel?: string | undefined;
}

/** The bank with a Teams team bound to it; a channel that is not named stays as it was. */
export function bound(bank: Bank, binding: Binding): Bank {
  const before = bank.teamsTeams.find((team) => team.id === binding.teamsTeamId);
  const team = { id: binding.teamsTeamId, announceIn: binding.announceIn ?? before?.announceIn ?? null };
  const channels = Object.fromEntries(CHANNELS.map((name) => [name, binding[name] ?? bank[name]]));
  return { ...bank, ...channels, teamsTeams: [...bank.teamsTeams.filter((other) => other.id !== team.id), team] };
}

/** The bank without a Teams team. */
export function unbound(bank: Bank, teamsTeamId: string): Bank {
  return { ...bank, teamsTeams: bank.teamsTeams.filter((team) => team.id !== teamsTeamId) };
}

/** People with a role in a bank, by name. */
export function withRolesIn(people: readonly PersonRecord[], bank: string): PersonRecord[] {
  return people
    .filter((person) => person.roles.some((grant) => grant.bank === bank))
    .sort((one, other) => one.name.localeCompare(other.name, 'nb'));
}

/** A person's record without what they chose themselves; undefined when nothing else is left. */
export function withoutChoices(person: PersonRecord): PersonRecord | undefined {
  const isPlain = person.roles.length === 0 && person.away.length === 0 && person.workdays.length === 0 && person.email === null;
  return isPlain ? undefined : { ...person, locale: null, bank: null };
}

/** People to choose among: those in the rooms, and those who have a role without being there. */
export function withHolders(
  present: readonly { readonly id: string; readonly name: string }[],
  holders: readonly PersonRecord[],
): { id: string; name: string }[] {
  const absent = holders.filter((holder) => !present.some((person) => person.id === holder.id));
  return [...present, ...absent.map(({ id, name }) => ({ id, name: name || id }))].sort((one, other) =>
    one.name.localeCompare(other.name, 'nb'),
  );
}

/** Channels to choose among: those of the room, and those that were chosen and are not in its list. */
export function withChosen(
  channels: readonly { readonly id: string; readonly name: string }[],
  chosen: Readonly<Record<string, string | null>>,
): { id: string; name: string }[] {
  const known = new Set(channels.map(({ id }) => id));
  const others = Object.values(chosen).filter((id) => id !== null && !known.has(id));
  return [...channels, ...[...new Set(others)].flatMap((id) => (id === null ? [] : [{ id, name: id }]))];
}
