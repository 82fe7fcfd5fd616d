import type { Bank, PersonRecord, Role } from '../core/banks.ts';
import { ROLES } from '../core/banks.ts';
import type { Action, Incoming } from '../core/incoming.ts';
import type { Directory } from './directory.ts';
import type { Members } from './members.ts';

export interface InBank {
  readonly kind: 'bank';
  readonly bank: Bank;
  readonly roles: ReadonlySet<Role>;
  readonly member: boolean;
  /** Not known to be a member, because Teams doesn't say who is in the rooms. */
  readonly isUnsure: boolean;
  readonly banks: readonly string[];
}

/** Where an activity belongs, and as what the person stands there. */
export type Standing =
  | InBank
  /** A personal chat with somebody who is in several banks and has not chosen. */
  | { readonly kind: 'choose'; readonly banks: readonly Bank[]; readonly among: readonly InBank[] }
  /** A Teams team or group that is bound to no bank; `banks` are those that the person may bind it to. */
  | { readonly kind: 'unbound'; readonly banks: readonly Bank[] }
  /** Nobody's member. */
  | { readonly kind: 'stranger' }
  /** Maybe a member: Teams doesn't say who is in the rooms. */
  | { readonly kind: 'unsure' }
  /** The bank that was named is not there. */
  | { readonly kind: 'unknown' };

/** Ids of the banks that an activity may be about. */
export function banksOf(standing: Standing): readonly string[] {
  if (standing.kind === 'bank') return [...new Set([standing.bank.id, ...standing.banks])];
  return standing.kind === 'choose' ? standing.banks.map(({ id }) => id) : [];
}

export interface AccessOptions {
  readonly directory: Directory;
  readonly members: Members;
  /** Admins of every bank, by directory object id. */
  readonly admins: readonly string[];
  /** Local mode: where Teams doesn't give a roster, everyone is a member. */
  readonly local: boolean;
  /** Local mode without a set-up file: everyone is an admin of every bank. */
  readonly open: boolean;
}

export interface Access {
  locate(incoming: Incoming, person: PersonRecord | undefined): Promise<Standing>;
  /** As what the one who acts stands in a bank, be it another than where they are. In one that is not there: as nobody. */
  standsIn(incoming: Incoming, bank: string): Promise<{ readonly member: boolean; readonly roles: ReadonlySet<Role> }>;
}

/** The roles that a person has in a bank, those included that another brings along. */
function rolesIn(bank: string, person: PersonRecord | undefined, isAdmin: boolean): ReadonlySet<Role> {
  const given = (person?.roles ?? []).filter((grant) => grant.bank === bank).map((grant) => grant.role);
  const roles = new Set<Role>(isAdmin ? [...given, 'admin'] : given);
  if (roles.has('admin')) {
    roles.add('editor');
    roles.add('adviser');
  }
  return roles;
}

/** Decides where an activity belongs and what the person may do there (contract §2: bank of a place). */
export function createAccess(options: AccessOptions): Access {
  const { directory } = options;
  return {
    locate: async (incoming, person) => {
      const visit = { ...options, incoming, person, thorough: true };
      const named = incoming.kind === 'action' ? bankNamedBy(incoming) : undefined;
      if (named !== undefined) {
        const bank = await directory.bank(named);
        return bank ? standingIn(visit, bank) : { kind: 'unknown' };
      }
      const there = await directory.bankOf(incoming.place);
      if (there) return standingIn(visit, there);
      return incoming.place.kind === 'channel' ? unbound(visit) : personal(visit);
    },
    standsIn: async (incoming, id) => {
      const bank = await directory.bank(id);
      if (!bank) return { member: false, roles: new Set() };
      const person = await directory.person(incoming.person.aadId);
      const { member, roles } = await standingIn({ ...options, incoming, person, thorough: true }, bank);
      return { member, roles };
    },
  };
}

interface Visit extends AccessOptions {
  /** Looks people up singly before they are taken for strangers. */
  readonly thorough: boolean;
  readonly incoming: Incoming;
  readonly person: PersonRecord | undefined;
}

function heldRoles({ open, admins, incoming, person }: Omit<Visit, 'thorough'>, bank: string): ReadonlySet<Role> {
  if (open) return new Set(ROLES);
  const { aadId } = incoming.person;
  return rolesIn(bank, person, aadId !== undefined && admins.includes(aadId));
}

/** Whether the person is in one of the bank's rooms; `unknown` when Teams doesn't say, which in local mode is a yes. */
async function membership({ directory, members, open, local, incoming, thorough }: Visit, bank: Bank): Promise<'yes' | 'no' | 'unknown'> {
  const { aadId } = incoming.person;
  if (open) return 'yes';
  if (aadId === undefined) return 'no';
  let isSaid = true;
  for (const team of await directory.teamsOf(bank.id)) {
    const answer = await members.has(incoming.via, { teamsTeamId: team, aadId, thorough });
    if (answer === 'yes' || (answer === 'unknown' && local)) return 'yes';
    if (answer === 'unknown') isSaid = false;
  }
  return isSaid ? 'no' : 'unknown';
}

async function standingIn(visit: Visit, bank: Bank): Promise<InBank> {
  const there = await visit.directory.bankOf(visit.incoming.place);
  const roles = heldRoles(visit, bank.id);
  const isIn = there?.id === bank.id || roles.size > 0 ? 'yes' : await membership(visit, bank);
  return { kind: 'bank', bank, roles, member: isIn === 'yes', isUnsure: isIn === 'unknown', banks: [bank.id] };
}

/** All banks at once: a roster that Teams doesn't give takes seconds. */
async function standings(visit: Visit) {
  return Promise.all((await visit.directory.banks()).map((bank) => standingIn(visit, bank)));
}

async function personal(visit: Visit): Promise<Standing> {
  const known = await standings({ ...visit, thorough: false });
  const all = known.some(({ member }) => member) ? known : await standings(visit);
  const mine = all.filter(({ member }) => member);
  const banks = mine.map(({ bank }) => bank.id);
  const chosen = mine.find(({ bank }) => bank.id === visit.person?.bank) ?? (mine.length === 1 ? mine[0] : undefined);
  if (chosen) return { ...chosen, banks };
  if (mine.length === 0) return { kind: all.some(({ isUnsure }) => isUnsure) ? 'unsure' : 'stranger' };
  return { kind: 'choose', banks: mine.map(({ bank }) => bank), among: mine.map((standing) => ({ ...standing, banks })) };
}

async function unbound(visit: Visit): Promise<Standing> {
  const all = await visit.directory.banks();
  return { kind: 'unbound', banks: all.filter((bank) => heldRoles(visit, bank.id).has('admin')) };
}

function bankNamedBy(action: Action): string | undefined {
  const { bank } = action.data;
  return typeof bank === 'string' && bank !== '' ? bank : undefined;
}
