import { z } from 'zod';
import { type Clock, isFresh } from '../core/clock.ts';
import type { Address, Roster, RosterMember } from '../core/connector.ts';
import { SendRefused, Unavailable } from '../core/errors.ts';
import type { Person } from '../core/incoming.ts';
import type { Logger } from '../core/log.ts';
import { setNewest } from '../core/recent.ts';
import { defineKind } from '../core/records.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { inPartition } from './partition.ts';

/** How old a roster may be before it is fetched again. */
const KEPT_FOR_MS = 15 * 60_000;
/** How long a failed fetch is believed before the next try. */
const FAILURE_KEPT_FOR_MS = 30_000;
/** Rosters held at a time; the one fetched longest ago goes first. */
const MOST_ROSTERS = 2_000;

/** `since`: the etag of who left, as of the fetch. */
type Held = { readonly at: number; readonly since: string; readonly people: Map<string, RosterMember> | 'failed' };

export interface Members {
  /**
   * Whether the person is in the Teams team. `unknown` when Teams didn't answer. Who is missing in a held roster is looked up singly only
   * when `thorough`: that is a call to Teams.
   */
  has(address: Address, person: { teamsTeamId: string; aadId: string; thorough: boolean }): Promise<'yes' | 'no' | 'unknown'>;
  /** Everybody in the Teams team; undefined when Teams didn't answer. */
  all(address: Address, teamsTeamId: string): Promise<readonly RosterMember[] | undefined>;
  /** Who left is out at once, at every process; who joined is in again. A person without a directory id makes the roster be fetched anew. */
  changed(teamsTeamId: string, change: { readonly joined: readonly Person[]; readonly left: readonly Person[] }): Promise<void>;
}

export interface MembersOptions {
  readonly roster: Roster;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Who left a room lately, under the Teams team's id: its etag tells every process that what it holds of the room is no longer true. */
const LEFT = defineKind('left', z.object({ gone: z.array(z.string()) }));

/** Rosters, held for at most a quarter of an hour. */
export function createMembers({ roster, storage, clock, log }: MembersOptions): Members {
  const asked = asking(log);
  const held = new Map<string, Held>();
  const fetching = new Map<string, Promise<Held>>();
  const within = inPartition(storage, clock);

  async function fetch(address: Address, team: string, since: string): Promise<Held> {
    const people = await asked(team, () => roster.members(address, team));
    return { at: clock.real(), since, people: people === 'failed' ? people : new Map(people.map((person) => [person.aadId, person])) };
  }

  async function rosterOf(address: Address, team: string): Promise<Held & { readonly fresh: boolean; readonly gone: readonly string[] }> {
    const known = held.get(team);
    const left = await storage.get(HOUSE, LEFT.name, team);
    const since = left?.etag ?? '';
    const gone = left ? LEFT.schema.parse(left.body).gone : [];
    const keptFor = known?.people === 'failed' ? FAILURE_KEPT_FOR_MS : KEPT_FOR_MS;
    if (known && known.since === since && isFresh(known.at, clock.real(), keptFor)) return { ...known, gone, fresh: false };
    const running = fetching.get(team) ?? fetch(address, team, since).finally(() => fetching.delete(team));
    fetching.set(team, running);
    const fresh = await running;
    setNewest(held, [team, fresh], MOST_ROSTERS);
    return { ...fresh, gone, fresh: true };
  }

  return {
    has: async (address, { teamsTeamId: team, aadId, thorough }) => {
      const { people, fresh, gone } = await rosterOf(address, team);
      if (gone.includes(aadId)) return 'no';
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
    changed: (team, { joined, left }) =>
      within(HOUSE, async (tx) => {
        const before = (await tx.get(LEFT, team))?.gone ?? [];
        const gone = [...new Set([...before, ...idsOf(left)])].filter((id) => !idsOf(joined).includes(id));
        tx.putFor(LEFT, team, { body: { gone }, keptForMs: KEPT_FOR_MS });
      }),
  };
}

function idsOf(people: readonly Person[]): string[] {
  return people.map((person) => person.aadId).filter((id) => id !== undefined);
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
