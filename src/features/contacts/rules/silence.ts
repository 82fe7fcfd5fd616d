import { REGIONS } from '../../../core/banks.ts';
import { addMonths } from '../../../core/calendar.ts';
import { lineOf } from '../../../core/reading.ts';
import type { Region, Team } from '../model.ts';

/** That somebody was heard of: a person by directory object id, or a team by its id or its name as somebody wrote it; '' for neither. */
export interface Heard {
  readonly person: string;
  readonly team: string;
  readonly at: number;
  readonly what: 'confirmed' | 'changed' | 'inquiry' | 'event';
}

export interface Silent {
  readonly team: Team;
  readonly region: Region | null;
  /** Null: never. */
  readonly last: Pick<Heard, 'at' | 'what'> | null;
}

const keyOf = (text: string) => lineOf(text).toLocaleLowerCase('nb');

/** The last that was heard under each person and each team's id or name. */
function latest(heard: readonly Heard[]): (key: string) => Heard | undefined {
  const found = new Map<string, Heard>();
  for (const each of heard) {
    for (const key of [each.person && `person ${each.person}`, each.team && `team ${keyOf(each.team)}`]) {
      if (key !== '' && (found.get(key)?.at ?? 0) < each.at) found.set(key, each);
    }
  }
  return (key) => found.get(key);
}

/** When the silence begins that is asked about. */
export const silentSince = (now: number, months: number): number => addMonths(now, -months);

/**
 * Teams that nobody has heard of since a time: neither themselves nor their leader or deputy. Region by region in their order, then by name:
 * a list to work with, and no ranking. What is closed down is not expected to be heard of.
 */
export function silentTeams(
  teams: readonly Team[],
  heard: readonly Heard[],
  of: { readonly since: number; readonly regionOf: (team: Team) => Region | null },
): Silent[] {
  const lastOf = latest(heard);
  const silent = teams
    .filter(({ removed, status }) => !removed && status !== 'nedlagt')
    .map((team): Silent => {
      const { id, name, leaderId, deputyId, lastConfirmedAt } = team;
      const confirmed: Heard[] = lastConfirmedAt === null ? [] : [{ person: '', team: id, at: lastConfirmedAt, what: 'confirmed' }];
      const keys = [`team ${keyOf(id)}`, `team ${keyOf(name)}`, `person ${leaderId}`, `person ${deputyId}`];
      const all = [...confirmed, ...keys.flatMap((key) => lastOf(key) ?? [])];
      const last = all.reduce<Heard | null>((best, each) => (best === null || each.at > best.at ? each : best), null);
      return { team, region: of.regionOf(team), last: last && { at: last.at, what: last.what } };
    })
    .filter(({ last }) => last === null || last.at < of.since);
  const place = (region: Region | null) => (region === null ? REGIONS.length : REGIONS.indexOf(region));
  return silent.sort((one, other) => place(one.region) - place(other.region) || one.team.name.localeCompare(other.team.name, 'nb'));
}
