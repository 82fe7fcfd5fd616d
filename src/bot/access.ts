import type { Bank, PersonRecord, Role } from '../core/banks.ts';
import { ROLES } from '../core/banks.ts';
import type { Action, Incoming } from '../core/incoming.ts';
import type { Directory } from './directory.ts';
import type { Members } from './members.ts';

/** Where an activity belongs, and as what the person stands there. */
export type Standing =
  | {
      readonly kind: 'bank';
      readonly bank: Bank;
      readonly roles: ReadonlySet<Role>;
      readonly member: boolean;
      readonly banks: readonly string[];
    }
  /** A personal chat with somebody who is in several banks and has not chosen. */
  | { readonly kind: 'choose'; readonly banks: readonly Bank[] }
  /** A Teams team or group that is bound to no bank; `banks` are those that the person may bind it to. */
  | { readonly kind: 'unbound'; readonly banks: readonly Bank[] }
  /** Nobody's member; or the bank that was named is not there. */
  | { readonly kind: 'stranger' };

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
}

/** The roles that a person has in a bank, those included that another brings along. */
export function rolesIn(bank: string, person: PersonRecord | undefined, isAdmin: boolean): ReadonlySet<Role> {
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
  const { directory, members, open } = options;

  const roles = (bank: Bank, person: PersonRecord | undefined, aadId: string | undefined): ReadonlySet<Role> => {
    if (open) return new Set(ROLES);
    return rolesIn(bank.id, person, aadId !== undefined && options.admins.includes(aadId));
  };

  async function isMember(bank: Bank, incoming: Incoming): Promise<boolean> {
    const { aadId } = incoming.person;
    if (open) return true;
    if (aadId === undefined) return false;
    for (const team of await directory.teamsOf(bank.id)) {
      const answer = await members.has(incoming.via, team, aadId);
      if (answer === 'yes' || (answer === 'unknown' && options.local)) return true;
    }
    return false;
  }

  async function standingIn(bank: Bank, incoming: Incoming, person: PersonRecord | undefined): Promise<Standing> {
    const there = await directory.bankOf(incoming.place);
    const held = roles(bank, person, incoming.person.aadId);
    const member = there?.id === bank.id || held.size > 0 || (await isMember(bank, incoming));
    return { kind: 'bank', bank, roles: held, member, banks: [bank.id] };
  }

  async function personal(incoming: Incoming, person: PersonRecord | undefined): Promise<Standing> {
    const mine: Extract<Standing, { kind: 'bank' }>[] = [];
    for (const bank of await directory.banks()) {
      const standing = await standingIn(bank, incoming, person);
      if (standing.kind === 'bank' && standing.member) mine.push(standing);
    }
    const banks = mine.map(({ bank }) => bank.id);
    const chosen = mine.find(({ bank }) => bank.id === person?.bank) ?? (mine.length === 1 ? mine[0] : undefined);
    if (chosen) return { ...chosen, banks };
    return mine.length === 0 ? { kind: 'stranger' } : { kind: 'choose', banks: mine.map(({ bank }) => bank) };
  }

  async function unbound(incoming: Incoming, person: PersonRecord | undefined): Promise<Standing> {
    const all = await directory.banks();
    return { kind: 'unbound', banks: all.filter((bank) => roles(bank, person, incoming.person.aadId).has('admin')) };
  }

  return {
    locate: async (incoming, person) => {
      const named = incoming.kind === 'action' ? bankNamedBy(incoming) : undefined;
      if (named !== undefined) {
        const bank = await directory.bank(named);
        return bank ? standingIn(bank, incoming, person) : { kind: 'stranger' };
      }
      const there = await directory.bankOf(incoming.place);
      if (there) return standingIn(there, incoming, person);
      return incoming.place.kind === 'personal' ? personal(incoming, person) : unbound(incoming, person);
    },
  };
}

function bankNamedBy(action: Action): string | undefined {
  const { bank } = action.data;
  return typeof bank === 'string' && bank !== '' ? bank : undefined;
}
