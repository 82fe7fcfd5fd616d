import { REGIONS } from '../../../core/banks.ts';
import type { County, District, Municipality, Places } from '../../../core/places.ts';
import { isModifier } from './query-words.ts';
import { bareKey, createNearKeys, letterKey, type Near, wordsIn } from './spellings.ts';

/** All names of places, by the way they are written and misspelt. */

export type Region = (typeof REGIONS)[number];
export type Target =
  | { readonly kind: 'municipality'; readonly row: Municipality }
  | { readonly kind: 'district'; readonly row: District }
  | { readonly kind: 'county'; readonly row: County }
  | { readonly kind: 'region'; readonly region: Region };

/** `name`: its own; `other`: Sami, Kven or another form; `part`: a word of its own name. */
export type NameSort = 'name' | 'other' | 'town' | 'area' | 'compass' | 'part';

export interface NameEntry {
  /** As the table has it. */
  readonly said: string;
  readonly sort: NameSort;
  readonly target: Target;
}

export interface PlaceNames {
  /** Names written so, whatever the case, with the letters that they have; `key` is words put together. */
  written(key: string): readonly NameEntry[];
  /** Names written so without æ, ø and å. */
  writtenBare(key: string): readonly NameEntry[];
  /** Names that a bare key is a misspelling of. */
  near(key: string, more?: number): readonly { readonly near: Near; readonly entries: readonly NameEntry[] }[];
  /** Names of several words of which this is one. */
  withWord(bare: string): readonly NameEntry[];
  /** Names that begin so, by their bare key. */
  beginning(key: string): readonly NameEntry[];
  /** No name has more words. */
  readonly longest: number;
}

const AND = 'og';
const SHORTEST_PART = 3;

/** A name's words put together in the ways it is written: with and without «og», the other way round, «St.» and «Sankt». */
function spellingsOf(name: string): string[] {
  const words = wordsIn(name).map(letterKey);
  const and = words.indexOf(AND);
  const all = [words];
  if (and > 0)
    all.push(
      words.filter((word) => word !== AND),
      [...words.slice(and + 1), AND, ...words.slice(0, and)],
    );
  if (words[0] === 'st') all.push(['sankt', ...words.slice(1)]);
  return [...new Set(all.map((each) => each.join('')))];
}

function entriesOf({ municipalities, districts, counties, names }: Places): NameEntry[] {
  const owned = [
    ...municipalities.map((row) => ({ row, target: { kind: 'municipality', row } as const })),
    ...districts.map((row) => ({ row, target: { kind: 'district', row } as const })),
    ...counties.map((row) => ({ row, target: { kind: 'county', row } as const })),
  ];
  const own = owned.flatMap(({ row, target }): NameEntry[] => [
    { said: row.name, sort: 'name', target },
    ...row.otherNames.map((said) => ({ said, sort: 'other' as const, target })),
  ]);
  const regions = REGIONS.map((region): NameEntry => ({ said: region, sort: 'compass', target: { kind: 'region', region } }));
  const municipalityOf = new Map(municipalities.map((row) => [row.number, row]));
  const countyOf = new Map(counties.map((row) => [row.number, row]));
  const further = names.flatMap(({ name: said, kind, means }) =>
    means.flatMap((id): NameEntry[] => {
      const sort = kind === 'town' || kind === 'area' ? kind : 'other';
      const [municipality, county] = [municipalityOf.get(id), countyOf.get(id)];
      const region = REGIONS.find((each) => each === id);
      if (municipality) return [{ said, sort, target: { kind: 'municipality', row: municipality } }];
      if (county) return [{ said, sort, target: { kind: 'county', row: county } }];
      return region ? [{ said, sort, target: { kind: 'region', region } }] : [];
    }),
  );
  return [...own, ...regions, ...further];
}

/** A region's shorter names are points of the compass. */
const SHORTEST_REGION = 7;
/** Towns, areas and points of the compass are known only as they are written: they are near too many words. */
const mayBeMisspelt = ({ sort, said, target }: NameEntry) =>
  (sort === 'name' || sort === 'other') && (target.kind !== 'region' || said.length >= SHORTEST_REGION);

export function createPlaceNames(places: Places): PlaceNames {
  const byLetters = new Map<string, NameEntry[]>();
  const byBare = new Map<string, NameEntry[]>();
  const byWord = new Map<string, NameEntry[]>();
  const misspelt = new Map<string, NameEntry[]>();
  const enter = (map: Map<string, NameEntry[]>, key: string, entry: NameEntry) => {
    const list = map.get(key);
    if (!list) map.set(key, [entry]);
    else if (!list.includes(entry)) list.push(entry);
  };
  let longest = 0;
  for (const entry of entriesOf(places)) {
    const words = wordsIn(entry.said);
    longest = Math.max(longest, words.length);
    for (const spelling of spellingsOf(entry.said)) {
      const bare = bareKey(spelling);
      enter(byLetters, spelling, entry);
      enter(byBare, bare, entry);
      if (mayBeMisspelt(entry)) enter(misspelt, bare, entry);
    }
    if (entry.sort !== 'name' || words.length < 2) continue;
    for (const word of words.map((each) => bareKey(letterKey(each))))
      if (word.length >= SHORTEST_PART && !isModifier(word)) enter(byWord, word, { ...entry, sort: 'part' });
  }
  const keys = [...misspelt.keys()];
  const nearKeys = createNearKeys(keys);
  const none: readonly NameEntry[] = [];
  return {
    longest,
    written: (key) => byLetters.get(key) ?? none,
    writtenBare: (key) => byBare.get(key) ?? none,
    near: (key, more) => nearKeys.find(key, more).map((near) => ({ near, entries: misspelt.get(keys[near.at] as string) ?? none })),
    withWord: (bare) => byWord.get(bare) ?? none,
    beginning: (key) => keys.flatMap((each) => (each.startsWith(key) ? (misspelt.get(each) ?? none) : [])),
  };
}
