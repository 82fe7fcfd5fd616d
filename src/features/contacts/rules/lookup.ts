import type { Gazetteer, PlaceHit } from './gazetteer.ts';
import { queryWords, type Word } from './query-words.ts';
import { NEWEST } from './succession.ts';
import { createTeamAreas, type LookupTeam, type TeamAreas } from './team-areas.ts';
import { createTeamNames, type NamedTeam, type NameFound, saidBy, type TeamNames } from './team-names.ts';
import { type TeamType, typesIn } from './team-types.ts';

export type { LookupTeam } from './team-areas.ts';

export interface TeamFound {
  /** Up to ten, the best first. `score` (0–1) is how surely the team is what was asked for. */
  readonly results: readonly { readonly id: string; readonly score: number }[];
  /** The first of them is what was asked for: named, or of the type that was asked for and running there. */
  readonly answered: boolean;
  readonly place: PlaceHit | undefined;
  /** The type that was asked for, where it was one. */
  readonly type: TeamType | undefined;
}

/** Finds teams by what people write to the bot: names, types and places in whole sentences, misspelt too. */
export interface TeamLookup {
  /**
   * Teams of that name; then those of the asked type that cover the place, then others that cover it; of a county or region all of them.
   * What is closed down comes last. Nothing where nobody covers what was asked: never a place that only sounds like it.
   */
  find(query: string): TeamFound;
}

const MOST_RESULTS = 10;
const MOST_PLACES = 40;
/** A place this much less likely than the first one is not meant. */
const LESS_LIKELY = 0.15;
/** A full name; what tells it from others together with its type, and alone. */
const NAMED = { full: 1, typed: 0.99, core: 0.98 } as const;
/** What covers a place: of any type, where none is asked for; of the type; what «FACT» alone may mean; of another type. */
const COVERS = { any: 0.9, own: 0.95, young: 0.7, other: 0.55 } as const;
/** What covers the place of a team that was called by name. */
const BESIDE_NAMED = 0.7;
/** A team that bears the place's name, before others that cover it. */
const SAME_NAME = 0.01;
const MISSPELT = 0.88;
const PER_ERROR = 0.12;
const PARTLY_NAMED = 0.6;
const OTHER_TYPE = 0.6;
const EQUAL = 0.001;

function coverScore(type: TeamType, asked: readonly TeamType[]): number {
  if (asked.length === 0) return COVERS.any;
  if (asked.includes(type)) return COVERS.own;
  return type === 'FACT ung' && asked.includes('FACT') ? COVERS.young : COVERS.other;
}

/** What a query is about. */
interface Asked {
  readonly words: readonly Word[];
  readonly types: readonly TeamType[];
  /** The likeliest place, and those that are about as likely. */
  readonly place: PlaceHit | undefined;
  readonly places: readonly PlaceHit[];
}

/** Scores by the teams' places among those that were given. */
type Scores = Map<number, number>;
const raise = (scores: Scores, team: number, score: number) => {
  if (score > (scores.get(team) ?? 0)) scores.set(team, score);
};

interface Register {
  readonly names: TeamNames;
  readonly areas: TeamAreas;
  typeOf(team: number): TeamType;
  placesIn(text: string): readonly PlaceHit[];
}

function askedIn({ placesIn }: Register, query: string): Asked {
  const words = queryWords(query);
  const { types, used } = typesIn(words);
  const all = placesIn(saidBy(words.filter((_, at) => !used.has(at))));
  const [place] = all;
  return { words, types, place, places: all.filter(({ score }) => score >= (place?.score ?? 0) - LESS_LIKELY) };
}

/** The teams called by name; not where the name is a place's, and another place is named beside it: «RPH Nes i Buskerud». */
function calledIn({ placesIn, areas }: Register, { teams, said, rest }: NameFound): readonly NamedTeam[] {
  const places = rest === '' || teams.length === 0 ? [] : placesIn(rest);
  if (places.length === 0) return teams;
  if (placesIn(said).some(({ how }) => how !== 'misspelt' && how !== 'part')) return [];
  const served = new Set(places.flatMap((place) => areas.serving(place)).map(({ team }) => team));
  return teams.filter(({ team }) => served.has(team));
}

/** What covers the places, weighed by type and by how surely they are meant. */
function coverScores({ areas, typeOf }: Register, { types, places }: Asked): Scores {
  const scores: Scores = new Map();
  for (const place of places)
    for (const { team, worth, isNamesake } of areas.serving(place))
      raise(scores, team, place.score * worth * coverScore(typeOf(team), types) + (isNamesake ? SAME_NAME : 0));
  return scores;
}

/**
 * Names that are misspelt, or else said in part: those that are at least as near as the likeliest place. A misspelt name of another type
 * than was asked for is another team's.
 */
function likelyScores({ names, typeOf }: Register, { words, types, place }: Asked): Scores {
  const isOfType = (team: number) => types.length === 0 || types.includes(typeOf(team));
  const misspelt = names.near(words).filter(({ team }) => isOfType(team));
  const near = misspelt.map(({ team, cost }) => ({ team, score: MISSPELT - PER_ERROR * cost }));
  const likely = near.length > 0 ? near : names.withWords(words).map((team) => ({ team, score: PARTLY_NAMED }));
  const scores: Scores = new Map();
  for (const { team, score } of likely)
    if (score >= (place?.score ?? 0) - EQUAL) raise(scores, team, score * (isOfType(team) ? 1 : OTHER_TYPE));
  return scores;
}

function scored(register: Register, asked: Asked, named: readonly NamedTeam[]): Scores {
  const { types, place } = asked;
  const covering = coverScores(register, asked);
  if (named.length > 0) {
    const scores: Scores = new Map([...covering].map(([team, score]) => [team, BESIDE_NAMED * score]));
    for (const { team, how } of named) scores.set(team, NAMED[how === 'core' && types.length > 0 ? 'typed' : how]);
    return scores;
  }
  const isSure = place !== undefined && place.how !== 'misspelt' && place.how !== 'part';
  if (!isSure) for (const [team, score] of likelyScores(register, asked)) raise(covering, team, score);
  return covering;
}

/** `day`: whose municipalities count; the newest where none is given. */
export function createTeamLookup(gazetteer: Gazetteer, teams: readonly LookupTeam[], day = NEWEST): TeamLookup {
  const register: Register = {
    names: createTeamNames(teams),
    areas: createTeamAreas(gazetteer, teams, day),
    typeOf: (team) => teams[team]?.type ?? 'RPH',
    placesIn: (text) => gazetteer.find(text, { day, limit: MOST_PLACES }),
  };
  const { names, areas, typeOf } = register;
  const find = (query: string): TeamFound => {
    const asked = askedIn(register, query);
    const { words, types, place } = asked;
    const named = calledIn(register, names.named(words, types));
    const ordered = [...scored(register, asked, named)].sort(areas.compare).slice(0, MOST_RESULTS);
    const [best] = ordered[0] ?? [];
    const isCalled = named.some(({ team }) => team === best);
    const isOfType = best !== undefined && (types.length === 0 || coverScore(typeOf(best), types) >= COVERS.young);
    return {
      results: ordered.map(([team, score]) => ({ id: teams[team]?.id ?? '', score })),
      answered: best !== undefined && (isCalled || (isOfType && !areas.isClosed(best))),
      place,
      type: types.length === 1 ? types[0] : undefined,
    };
  };
  return { find };
}
