import { partsOf } from '../../../core/reading.ts';

/** What a name or a number of a place says: the ids that it means (several for a place that was divided), or names that may have been meant. */
export type Resolve = (text: string) => { readonly ids: readonly string[] } | { readonly suggestions: readonly string[] };

/** Municipalities have numbers of four digits; ids of city districts are none. */
const isMunicipality = (id: string): boolean => /^\d{4}$/.test(id);

interface Unknown {
  readonly given: string;
  /** Names that may have been meant, the likeliest first. */
  readonly suggestions: readonly string[];
}

export interface ReadPlaces {
  readonly municipalities: readonly string[];
  readonly cityDistricts: readonly string[];
  /** What names no place: the first ones. */
  readonly unknown: readonly Unknown[];
}

interface Limits {
  /** What the input is for: of a name that means both a municipality and a city district, this is taken. */
  readonly wants: 'municipalities' | 'cityDistricts';
  readonly resolve: Resolve;
  /** What the names that stand there already mean. */
  readonly standing: ReadonlyMap<string, string>;
}

const LIST = /[,;\n]/;
const AND = / (?:og|and|&|\+) | ?\/ ?/i;
/** What is wrong besides is not told: each costs a search for what was meant. */
const MOST_UNKNOWN = 5;
const MOST_SUGGESTIONS = 3;

/** One name: ids, or what may have been meant. */
function lookUp(
  given: string,
  { wants, resolve, standing }: Limits,
): { readonly ids: readonly string[]; readonly suggestions: readonly string[] } {
  const same = standing.get(given);
  if (same !== undefined) return { ids: [same], suggestions: [] };
  const found = resolve(given);
  if (!('ids' in found)) return { ids: [], suggestions: found.suggestions.slice(0, MOST_SUGGESTIONS) };
  const wanted = found.ids.filter((id) => isMunicipality(id) === (wants === 'municipalities'));
  return { ids: wanted.length > 0 ? wanted : found.ids, suggestions: [] };
}

/** The places of a list of names and numbers. A city district among municipalities goes where it belongs, and the other way round. */
export function readPlaces(text: string, limits: Limits): ReadPlaces {
  const ids = new Set<string>();
  const unknown: Unknown[] = [];
  const read = (given: string, isWhole: boolean): void => {
    if (unknown.length >= MOST_UNKNOWN) return;
    const found = lookUp(given, limits);
    const pieces = found.ids.length === 0 && isWhole ? partsOf(given, AND) : [];
    if (pieces.length > 1) for (const piece of pieces) read(piece, false);
    else if (found.ids.length === 0) unknown.push({ given, suggestions: found.suggestions });
    for (const id of found.ids) ids.add(id);
  };
  for (const part of partsOf(text, LIST)) read(part, true);
  const all = [...ids];
  return { municipalities: all.filter(isMunicipality), cityDistricts: all.filter((id) => !isMunicipality(id)), unknown };
}
