import type { County, District, Municipality, Places } from '../../../core/places.ts';
import { type Atlas, createAtlas } from './atlas.ts';
import { type Candidate, candidatesIn, type PlaceHit } from './place-hits.ts';
import { createPlaceNames, type PlaceNames, type Region } from './place-names.ts';
import { type Match, readPlaceWords } from './place-reading.ts';
import { type PlaceKind, queryWords } from './query-words.ts';
import { NEWEST } from './succession.ts';

export type { PlaceHit } from './place-hits.ts';

/** What a name or number of a form or a file means: municipality numbers and ids of city districts, or names that may have been meant. */
export type Resolved = { readonly ids: readonly string[] } | { readonly suggestions: readonly string[] };

/** Knows municipalities, city districts, counties and regions by name and number. Days are YYYY-MM-DD; without one, the newest rows hold. */
export interface Gazetteer {
  /** The places that a text names, the likeliest first: all of those that bear one name, and all that a misspelling is as near to. */
  find(text: string, options?: { readonly day?: string; readonly limit?: number }): readonly PlaceHit[];
  /** Names to offer where nothing is certain; each is found for certain when it is chosen. */
  suggest(text: string, limit: number): readonly string[];
  /**
   * One name or number, or several with a comma, semicolon, slash, line or «og» between. Sure only where a text is nothing but names as
   * they are written: several ids for what was divided. What is misspelt, or the name of two places, is suggested.
   */
  resolve(text: string, day: string): Resolved;
  /** The municipality that bears a number, or what became of it. */
  municipality(number: string, day?: string): Municipality | undefined;
  district(id: string): District | undefined;
  countyOf(number: string, day: string): County | undefined;
  regionOf(number: string, day: string): Region | undefined;
  /** No source says the region of its county. */
  isRegionAssumed(number: string, day: string): boolean;
  /** The newest figure of the day or before it, else the oldest. */
  population(number: string, day?: string): { readonly people: number; readonly date: string } | undefined;
  /** What the area of a number, of whatever time, is on a day: several where it was divided. */
  numbersOn(number: string, day: string): readonly string[];
  /** The municipalities of a day. */
  all(day: string): readonly Municipality[];
  districts(day: string): readonly District[];
}

const MOST_HITS = 10;
const MOST_SUGGESTED = 5;
/** A misspelling with this many errors more is still worth a question. */
const FURTHER_OFF = 1;
const SHORTEST_BEGINNING = 2;
/** Below, a place is no more than likely. */
const SURE = 0.89;
const NAMED: ReadonlySet<PlaceKind> = new Set(['municipality', 'district', 'county']);
const RESOLVED: ReadonlySet<PlaceKind> = new Set(['municipality', 'district']);
const LIST = /\s*[,;/\n]\s*|\s+(?:og|and|&|\+)\s+/iu;

export function createGazetteer(places: Places): Gazetteer {
  const atlas = createAtlas(places);
  const names = createPlaceNames(places);
  const context = (day = NEWEST) => ({ atlas, divisions: places.divisions, day });
  const read = (text: string, day?: string) => {
    const reading = readPlaceWords(queryWords(text), names);
    return { isMore: reading.isMore, found: candidatesIn(reading, context(day)) };
  };
  const labelOf = createLabels(atlas);
  /** Labels of what a text names, or may mean where nothing is certain. */
  const likely = (text: string, wanted: ReadonlySet<PlaceKind>) => {
    const { found } = read(text);
    const isSure = found.some(({ score, how }) => score >= SURE && how !== 'misspelt');
    const guessed = isSure ? [] : candidatesIn({ matches: likelyNames(text, names), isMore: false }, context());
    const named = guessed.filter(({ said, name }) => said === name);
    return [...new Set([...found, ...named].filter(({ kind }) => wanted.has(kind)).map(labelOf))];
  };
  const one = (text: string, day: string): readonly string[] => {
    const { isMore, found } = read(text, day);
    return isMore ? [] : sureOnes(found);
  };
  return {
    find: (text, { day, limit = MOST_HITS } = {}) => read(text, day).found.slice(0, limit).map(asHit),
    suggest: (text, limit) => likely(text, NAMED).slice(0, limit),
    resolve: (text, day) => {
      const whole = one(text, day);
      if (whole.length > 0) return { ids: whole };
      const parts = text.split(LIST).filter((part) => part.trim() !== '');
      const resolved = parts.map((part) => ({ part, ids: one(part, day) }));
      const unknown = resolved.filter(({ ids }) => ids.length === 0);
      if (resolved.length > 0 && unknown.length === 0) return { ids: [...new Set(resolved.flatMap(({ ids }) => ids))] };
      return {
        suggestions: [...new Set(unknown.flatMap(({ part }) => likely(part, RESOLVED).slice(0, MOST_SUGGESTED)))].slice(0, MOST_SUGGESTED),
      };
    },
    municipality: (number, day = NEWEST) => atlas.municipality(number, day),
    district: atlas.district,
    countyOf: atlas.countyOf,
    regionOf: (number, day) => atlas.regionOf(number, day)?.region,
    isRegionAssumed: (number, day) => atlas.regionOf(number, day)?.assumed ?? false,
    population: (number, day = NEWEST) => atlas.population(number, day),
    numbersOn: (number, day) => atlas.numbersOn(number, day),
    all: (day) => atlas.municipalities.valid(day),
    districts: atlas.districts,
  };
}

function asHit({ kind, id, name, score, how, said, was, isOfArea }: Candidate): PlaceHit {
  return { kind, id, name, score, how, said, ...(was !== undefined && { was }), isOfArea };
}

/** What is meant for certain: one municipality or city district, or those that one was divided into. */
function sureOnes(found: readonly Candidate[]): readonly string[] {
  const sure = found.filter(
    ({ kind, how, score, isOfArea }) =>
      (kind === 'municipality' || kind === 'district') && how !== 'misspelt' && how !== 'part' && score >= SURE && !isOfArea,
  );
  const best = sure.filter(({ score }) => score === sure[0]?.score);
  const isOne = best.length === 1 || best.every(({ was, match }) => was !== undefined && was === best[0]?.was && match === best[0]?.match);
  return isOne ? best.map(({ id }) => id) : [];
}

type Labels = (place: Pick<PlaceHit, 'kind' | 'id' | 'name'>) => string;

/** Names that are found for certain: with the county or the city where others are called so. */
function createLabels(atlas: Atlas): Labels {
  const alike = new Map<string, number>();
  for (const { name } of atlas.municipalities.valid(NEWEST)) alike.set(name, (alike.get(name) ?? 0) + 1);
  return ({ kind, id, name }) => {
    if (kind === 'district') return `${name} (${atlas.municipality(atlas.district(id)?.municipality ?? '', NEWEST)?.name ?? ''})`;
    return kind === 'municipality' && (alike.get(name) ?? 0) > 1 ? `${name} (${atlas.countyOf(id, NEWEST)?.name ?? ''})` : name;
  };
}

/** Names that begin with what is written, then those that are like it. */
function likelyNames(text: string, names: PlaceNames): readonly Match[] {
  const words = queryWords(text);
  const content = words.filter(({ isNoise }) => !isNoise);
  const key = (content.length > 0 ? content : words).map(({ bare }) => bare).join('');
  const beginning = key.length < SHORTEST_BEGINNING ? [] : names.beginning(key);
  const near = names.near(key, FURTHER_OFF).map(({ near: { cost }, entries }) => guessOf(entries, cost));
  return [...(beginning.length > 0 ? [guessOf(beginning, 0)] : []), ...near];
}

const guessOf = (entries: Match['entries'], cost: number): Match => ({
  ...{ from: 0, to: 1, how: 'misspelt', entries, cost },
  ...{ hasPreposition: false, kind: undefined, isEveryday: false, isDoubtful: false },
});
