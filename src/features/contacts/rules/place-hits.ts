import { isValid, type Places, regionOfCounty } from '../../../core/places.ts';
import type { Atlas } from './atlas.ts';
import type { NameEntry, Region, Target } from './place-names.ts';
import type { Match, Reading } from './place-reading.ts';
import type { PlaceKind } from './query-words.ts';

/** What the names in a text mean on a day, the likeliest first. */

export interface PlaceHit {
  readonly kind: PlaceKind;
  /** A municipality's number on the day asked for, a district's id, a county's number, a region. */
  readonly id: string;
  readonly name: string;
  /** 0–1: how surely the place is meant. */
  readonly score: number;
  /** `exact`: by its name of the day or its number; `part`: by a word of its name. A misspelling is never `exact`. */
  readonly how: 'exact' | 'former' | 'other-name' | 'misspelt' | 'part';
  /** The name that was recognised, as the tables have it: «Fjell» of what is Øygarden now. */
  readonly said: string;
  /** The number of another time that it was found under: `1246`. */
  readonly was?: string;
  /** It is one of several that an area without borders is made of («Lofoten»). */
  readonly isOfArea: boolean;
}

export interface Candidate extends PlaceHit {
  readonly match: Match;
  /** Numbers of the counties that it has lain in under this name. */
  readonly counties: ReadonlySet<string>;
  /** A district's municipality. */
  readonly municipality: string | undefined;
  readonly region: Region | undefined;
  readonly people: number;
}

/** How surely a place is meant by its own name, and by names of other sorts. */
const BY_NAME = 1;
const BY_SORT: Readonly<Record<NameEntry['sort'], number>> = { name: BY_NAME, other: 0.97, town: 0.93, compass: 0.9, area: 0.7, part: 0.6 };
const BY_FORMER_NAME = 0.95;
/** A former name that is a name of today elsewhere; a word of a former name. */
const NAMESAKE = 0.05;
const DOUBTFUL = 0.85;
const OTHER_KIND = 0.85;
const MISSPELT = 0.88;
const PER_ERROR = 0.12;

interface Context {
  readonly atlas: Atlas;
  readonly divisions: Places['divisions'];
  readonly day: string;
}

/** A place before it is known how it was written. */
type Meaning = Omit<Candidate, 'match'>;

/** A name's row on the day, and whether it is called so then. */
interface Named extends Pick<NameEntry, 'said' | 'sort'> {
  readonly target: Exclude<Target, { kind: 'region' }>;
  readonly isNow: boolean;
}

function howOf({ sort, isNow }: Named): PlaceHit['how'] {
  if (sort === 'part') return 'part';
  if (!isNow) return 'former';
  return sort === 'name' ? 'exact' : 'other-name';
}

function meaningOf(named: Named, { atlas, divisions, day }: Context): Meaning {
  const { said, sort, target, isNow } = named;
  const number = target.kind === 'district' ? (atlas.municipality(target.row.municipality, day)?.number ?? '') : target.row.number;
  const region = target.kind === 'county' ? regionOfCounty(divisions, target.row, day) : atlas.regionOf(number, day);
  return {
    ...{ kind: target.kind, id: target.kind === 'district' ? target.row.id : number, name: target.row.name, said },
    ...{ how: howOf(named), score: isNow ? BY_SORT[sort] : Math.min(BY_FORMER_NAME, BY_SORT[sort]), isOfArea: sort === 'area' },
    counties: new Set([number.slice(0, 2)]),
    municipality: target.kind === 'district' ? number : undefined,
    region: region?.region,
    people: target.kind === 'municipality' ? (atlas.population(number, day)?.people ?? 0) : 0,
  };
}

const regionMeaning = (region: Region, { said, sort }: NameEntry): Meaning => ({
  ...{ kind: 'region', id: region, name: region, score: BY_SORT[sort], how: 'exact', said, isOfArea: false },
  ...{ counties: new Set(), municipality: undefined, region, people: 0 },
});

type Row = (Target & { kind: 'municipality' | 'county' })['row'];
const targetOf = (kind: 'municipality' | 'county', row: Row) => ({ kind, row }) as Named['target'];

/** What a name is on the day. */
function meaningsOf(entry: NameEntry, context: Context): Meaning[] {
  const { said, sort, target } = entry;
  const { atlas, day } = context;
  if (target.kind === 'region') return [regionMeaning(target.region, entry)];
  if (target.kind === 'district') return isValid(target.row, day) ? [meaningOf({ said, sort, target, isNow: true }, context)] : [];
  const rows: readonly Row[] =
    target.kind === 'municipality' ? atlas.municipalities.namedOn(target.row, day) : atlas.counties.namedOn(target.row, day);
  return rows.map((row) => {
    const isNow = row.name === target.row.name;
    const meaning = meaningOf({ said, sort, target: targetOf(target.kind, row), isNow }, context);
    const counties = new Set([...meaning.counties, target.row.number.slice(0, 2)]);
    return { ...meaning, counties, ...(!isNow && { was: target.row.number }) };
  });
}

/** What a number is on the day: of a municipality, or with two digits of a county. */
function meaningsOfNumber(number: string, context: Context): Meaning[] {
  const { atlas, day } = context;
  const kind = number.length === 4 ? 'municipality' : 'county';
  const known = kind === 'municipality' ? atlas.municipalities : atlas.counties;
  const said = known.withNumber(number, day)?.name ?? '';
  return known.areaOf(number, day).map((row) => {
    const isNow = row.number === number;
    return {
      ...meaningOf({ said, sort: 'name', target: targetOf(kind, row), isNow }, context),
      score: BY_NAME,
      ...(!isNow && { was: number }),
    };
  });
}

/** How much less a name of the past says: it is a name of today as well, or a word of one. */
const behind = ({ how, was }: Meaning, isNamed: boolean) =>
  (isNamed && how === 'former') || (how === 'part' && was !== undefined) ? NAMESAKE : 0;

function certaintyOf({ how, cost, isDoubtful }: Match): number {
  if (how === 'misspelt') return MISSPELT - PER_ERROR * cost;
  return isDoubtful ? DOUBTFUL : 1;
}

/** The candidates of one match, each place once; names of today put former namesakes behind. */
function candidatesOf(match: Match, context: Context): Candidate[] {
  const { number, entries, kind } = match;
  const all = number === undefined ? entries.flatMap((entry) => meaningsOf(entry, context)) : meaningsOfNumber(number, context);
  const isNamed = number === undefined && all.some(({ how, isOfArea }) => how !== 'part' && how !== 'former' && !isOfArea);
  const byPlace = new Map<string, Candidate>();
  for (const one of all) {
    const score = (one.score - behind(one, isNamed)) * certaintyOf(match) * (kind && kind !== one.kind ? OTHER_KIND : 1);
    const how = match.how === 'misspelt' ? 'misspelt' : one.how;
    const key = `${one.kind} ${one.id}`;
    const before = byPlace.get(key);
    const counties = new Set([...one.counties, ...(before?.counties ?? [])]);
    const better = before && before.score >= score ? before : { ...one, match, score, how };
    byPlace.set(key, { ...better, counties });
  }
  return [...byPlace.values()];
}

/** Whether a place lies in another one that the text names as well. */
function liesIn(one: Candidate, other: Candidate): boolean {
  if (other.kind === 'region') return one.kind !== 'region' && one.region === other.id;
  if (other.kind === 'county')
    return (one.kind === 'municipality' || one.kind === 'district') && [...other.counties].some((each) => one.counties.has(each));
  if (other.isOfArea) return one.kind === 'municipality' && !one.isOfArea && one.id === other.id;
  return one.kind === 'district' && one.municipality === other.id;
}

/** «Våler i Østfold», «Stovner, Oslo»: what lies in another place that the text names is meant, and the other only tells which one it is. */
function withinEachOther(groups: readonly (readonly Candidate[])[]): Candidate[] {
  const containers = new Set<readonly Candidate[]>();
  const narrowed = groups.map((group) => {
    const within = groups.filter((other) => other !== group && group.some((one) => other.some((each) => liesIn(one, each))));
    for (const other of within) containers.add(other);
    return within.length === 0 ? group : group.filter((one) => within.some((other) => other.some((each) => liesIn(one, each))));
  });
  return narrowed.flatMap((group, at) => (containers.has(groups[at] ?? []) ? [] : group));
}

const KIND_ORDER: readonly PlaceKind[] = ['municipality', 'district', 'county', 'region'];

/** Whether something else in the text speaks against a candidate: a name that is written right, a place that a preposition points at. */
function isOverruled(one: Candidate, all: readonly Candidate[]): boolean {
  const others = all.filter(({ match }) => match.from !== one.match.from);
  if (others.length === 0) return false;
  if (one.match.how === 'misspelt' && others.some(({ match }) => match.how === 'written' || match.how === 'number')) return true;
  const isCompass = one.kind === 'region' && one.said === one.id;
  const isSaid = ({ match }: Candidate) => match.hasPreposition || match.kind !== undefined;
  return isCompass || (one.match.isEveryday && !isSaid(one) && others.some(isSaid));
}

const compare = (one: Candidate, other: Candidate) =>
  other.score - one.score ||
  one.match.from - other.match.from ||
  KIND_ORDER.indexOf(one.kind) - KIND_ORDER.indexOf(other.kind) ||
  (one.match.number === undefined ? other.people - one.people : 0);

export function candidatesIn({ matches }: Reading, context: Context): readonly Candidate[] {
  const byWords = new Map<number, Candidate[]>();
  for (const match of matches) byWords.set(match.from, [...(byWords.get(match.from) ?? []), ...candidatesOf(match, context)]);
  const all = withinEachOther([...byWords.values()]);
  const best = new Map<string, Candidate>();
  for (const one of all) {
    const key = `${one.kind} ${one.id}`;
    if (!isOverruled(one, all) && (best.get(key)?.score ?? 0) < one.score) best.set(key, one);
  }
  return [...best.values()].sort(compare);
}
