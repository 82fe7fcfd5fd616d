import { type Clock, isFresh } from '../core/clock.ts';
import type { Address, Roster, RosterMember } from '../core/connector.ts';
import { SendRefused, Unavailable } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';

/** How old a roster may be before it is fetched again. */
const KEPT_FOR_MS = 15 * 60_000;
/** How long a failed fetch is believed before the next try. */
const FAILURE_KEPT_FOR_MS = 30_000;
/** Rosters held at a time; the one fetched longest ago goes first. */
const MOST_ROSTERS = 2_000;

type Held = { readonly at: number; readonly people: Map<string, RosterMember> | 'failed' };

export interface Members {
  /**
   * Whether the person is in the Teams team. `unknown` when Teams didn't answer. Who is missing in a held roster is looked up singly only
   * when `thorough`: that is a call to Teams.
   */
  has(address: Address, person: { teamsTeamId: string; aadId: string; thorough: boolean }): Promise<'yes' | 'no' | 'unknown'>;
  /** Everybody in the Teams team; undefined when Teams didn't answer. */
  all(address: Address, teamsTeamId: string): Promise<readonly RosterMember[] | undefined>;
  /** People who left are out at once. */
  left(teamsTeamId: string, aadIds: readonly string[]): void;
}

/** Rosters, held for at most a quarter of an hour. */
export function createMembers(roster: Roster, clock: Clock, log: Logger): Members {
  const asked = asking(log);
  const held = new Map<string, Held>();
  const fetching = new Map<string, Promise<Held>>();

  async function fetch(address: Address, team: string): Promise<Held> {
    const people = await asked(team, () => roster.members(address, team));
    return { at: clock.real(), people: people === 'failed' ? people : new Map(people.map((person) => [person.aadId, person])) };
  }

  async function rosterOf(address: Address, team: string): Promise<Held & { readonly fresh: boolean }> {
    const known = held.get(team);
    const keptFor = known?.people === 'failed' ? FAILURE_KEPT_FOR_MS : KEPT_FOR_MS;
    if (known && isFresh(known.at, clock.real(), keptFor)) return { ...known, fresh: false };
    const running = fetching.get(team) ?? fetch(address, team).finally(() => fetching.delete(team));
    fetching.set(team, running);
    const fresh = await running;
    held.delete(team);
    held.set(team, fresh);
    const oldest = held.keys().next().value;
    if (held.size > MOST_ROSTERS && oldest !== undefined) held.delete(oldest);
    return { ...fresh, fresh: true };
  }

  return {
    has: async (address, { teamsTeamId: team, aadId, thorough }) => {
      const { people, fresh } = await rosterOf(address, team);
      if (people === 'failed') return 'unknown';
      if (people.has(aadId)) return 'yes';
      if (fresh || !thorough) return 'no';
      const found = await asked(team, () => roster.member(address, team, aadId));
      if (found === 'failed') return 'unknown';
      if (found) people.set(aadId, found);
      return found ? 'yes' : 'no';
    },
    all: async (address, team) => {
      const { people } = await rosterOf(address, team);
      return people === 'failed' ? undefined : [...people.values()];
    },
    left: (team, aadIds) => {
      const people = held.get(team)?.people;
      if (people && people !== 'failed') for (const id of aadIds) people.delete(id);
    },
  };
}

/** Asks Teams; what it does not answer is told in the log. */
function asking(log: Logger) {
  return async <T>(team: string, ask: () => Promise<T>): Promise<T | 'failed'> => {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof SendRefused) && !(error instanceof Unavailable)) throw error;
      log.warn({ team, reason: error.message }, 'roster not available');
      return 'failed';
    }
  };
}
