import { dayOf } from '../../core/calendar.ts';
import { isFresh, realNow } from '../../core/clock.ts';
import type { Reader } from '../../core/features.ts';
import type { Team } from './model.ts';
import type { ContactPorts } from './ports.ts';
import { createGazetteer, type Gazetteer } from './rules/gazetteer.ts';
import { createTeamLookup, type TeamLookup } from './rules/lookup.ts';
import { teamsIn } from './store.ts';

/** How long another instance's change to the register may go unseen. */
const FRESH_FOR_MS = 4_000;

/** A bank's teams as they were at the read, to be looked up. */
export interface Shelf {
  readonly teams: ReadonlyMap<string, Team>;
  readonly lookup: TeamLookup;
}

/** What the handlers of this feature share. */
export interface Registrar {
  readonly ports: ContactPorts;
  gazetteer(): Gazetteer;
  /** A bank's teams, at most some seconds old. */
  shelf(bank: string, reader: Pick<Reader, 'list'>): Promise<Shelf>;
  /** This process changed them: read them anew at the next question. */
  forget(bank: string): void;
}

export function createRegistrar(ports: ContactPorts): Registrar {
  let made: Gazetteer | undefined;
  const gazetteer = () => {
    made ??= createGazetteer(ports.places());
    return made;
  };
  const held = new Map<string, { readonly at: number; readonly shelf: Shelf }>();
  return {
    ports,
    gazetteer,
    shelf: async (bank, reader) => {
      const known = held.get(bank);
      if (known && isFresh(known.at, realNow(), FRESH_FOR_MS)) return known.shelf;
      const at = realNow();
      const teams = await teamsIn(reader);
      const shelf = { teams: new Map(teams.map((team) => [team.id, team])), lookup: createTeamLookup(gazetteer(), teams.map(asLookedUp)) };
      held.set(bank, { at, shelf });
      return shelf;
    },
    forget: (bank) => {
      held.delete(bank);
    },
  };
}

export function asLookedUp({ id, name, type, status, municipalities, cityDistricts, region, county }: Team) {
  return { id, name, type, status: status ?? '', municipalities, districts: cityDistricts, region, county: county === '' ? null : county };
}

/** Names of a team's municipalities and city districts on a day. */
export function placeNames(
  { gazetteer }: Pick<Registrar, 'gazetteer'>,
  team: Pick<Team, 'municipalities' | 'cityDistricts'>,
  now: number,
): string[] {
  const day = dayOf(now);
  const known = gazetteer();
  return [
    ...team.municipalities.map((number) => known.municipality(number, day)?.name ?? number),
    ...team.cityDistricts.map((id) => known.district(id)?.name ?? id),
  ];
}
