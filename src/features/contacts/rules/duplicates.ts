import { lineOf } from '../../../core/reading.ts';
import { normalise, skeleton } from '../../../norwegian/tokens.ts';
import type { Entry } from '../model.ts';

/** Records that may be of one team. */

export type Compared = Pick<Entry, 'name' | 'type' | 'specialty' | 'municipalities' | 'cityDistricts'> & { readonly id: string };
export type Why = 'sameName' | 'nearName' | 'samePlaces';
export interface Duplicate {
  readonly one: Compared;
  readonly other: Compared;
  readonly why: Why;
}

/** Words of a name that tell nothing of which team it is. */
const GENERAL = new Set('rph act fact ung voksen team teamet rask psykisk helsehjelp kommune kommunen i og for ved'.split(' '));
const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter names are too near each other. */
const SHORTEST_NEAR = 5;

/** What a name says of which team it is, however its words are put and spelt. */
function keyOf(name: string): string {
  const words = normalise(lineOf(name)).match(WORD) ?? [];
  return words
    .filter((word) => !GENERAL.has(word))
    .map(skeleton)
    .sort()
    .join('');
}

const placesOf = ({ municipalities, cityDistricts }: Compared) => [...municipalities, ...cityDistricts];

/** Whether they can be in the same place, as far as is known. */
function canMeet(one: Compared, other: Compared): boolean {
  const [own, others] = [placesOf(one), new Set(placesOf(other))];
  return own.length === 0 || others.size === 0 || own.some((place) => others.has(place));
}

const digitsOf = (key: string) => key.replace(/\D+/g, ' ').trim();

/** The key with one letter less, each once: two keys that are one typing error apart share one of these or are one themselves. */
function shortened(key: string): readonly string[] {
  return key.length < SHORTEST_NEAR ? [] : [...new Set(Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1)))];
}

/**
 * Pairs that may be one team: of the same or nearly the same name and type, or of the same type and places. Of many alike each stands beside
 * the first. `isAsked`: at least one of a pair.
 */
export function duplicatesAmong(teams: readonly Compared[], isAsked: (id: string) => boolean): Duplicate[] {
  const found = new Map<string, Duplicate>();
  const pair = (one: Compared, other: Compared, why: Why) => {
    if (one.id === other.id || one.type !== other.type || !(isAsked(one.id) || isAsked(other.id))) return;
    const ids = [one.id, other.id].sort().join('\n');
    if (!found.has(ids)) found.set(ids, { one, other, why });
  };
  const firsts = { sameName: new Map<string, Compared>(), nearName: new Map<string, Compared>(), samePlaces: new Map<string, Compared>() };
  const meet = (why: Why, key: string, team: Compared) => {
    const first = firsts[why].get(key);
    if (!first) firsts[why].set(key, team);
    else if (why !== 'nearName' || canMeet(first, team)) pair(first, team, why);
  };
  for (const team of teams) {
    const key = keyOf(team.name);
    if (key !== '') meet('sameName', [team.type, key].join('|'), team);
    for (const near of [key, ...shortened(key)].filter((each) => each.length >= SHORTEST_NEAR - 1 && key.length >= SHORTEST_NEAR))
      meet('nearName', [team.type, digitsOf(key), near].join('|'), team);
    const places = placesOf(team).toSorted().join();
    if (places !== '') meet('samePlaces', [team.type, team.specialty, places].join('|'), team);
  }
  return [...found.values()];
}
