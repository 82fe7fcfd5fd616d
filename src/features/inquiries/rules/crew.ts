import type { PersonRecord } from '../../../core/banks.ts';
import { isAwayOn, standInOn } from './routing.ts';

/** Who sees to a bank's inquiries, and who of them is there on a day. */
export interface Crew {
  readonly byId: ReadonlyMap<string, PersonRecord>;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly admins: readonly string[];
  /** May be asked and have inquiries: an adviser, admin or coordinator of the bank. */
  readonly isAdviser: (id: string) => boolean;
  /** Can't be asked on the day: no adviser (any more), or away. */
  readonly isAway: (id: string) => boolean;
  readonly standIn: (id: string) => string | undefined;
  /** The id where no name is known. */
  readonly nameOf: (id: string) => string;
}

const ANSWERING: readonly string[] = ['adviser', 'coordinator', 'admin'];

/** A bank that has given nobody such a role yet can only go by its routes: everybody they name is an adviser there. */
export function crewOf(given: {
  readonly bank: string;
  readonly people: readonly PersonRecord[];
  /** Those of the configuration too. */
  readonly admins: readonly { readonly id: string; readonly name: string }[];
  readonly day: string;
}): Crew {
  const { bank, people, admins, day } = given;
  const byId = new Map(people.map((person) => [person.id, person]));
  const named = new Map(admins.map(({ id, name }) => [id, name]));
  const isHolder = ({ roles }: PersonRecord) => roles.some((grant) => grant.bank === bank && ANSWERING.includes(grant.role));
  const advisers = new Set(people.filter(isHolder).map(({ id }) => id));
  const isAdviser = (id: string) => advisers.size === 0 || advisers.has(id) || named.has(id);
  return {
    byId,
    day,
    admins: [...named.keys()],
    isAdviser,
    isAway: (id) => !isAdviser(id) || isAwayOn(byId.get(id), day),
    standIn: (id) => standInOn(byId.get(id), day),
    nameOf: (id) => byId.get(id)?.name || named.get(id) || id,
  };
}
