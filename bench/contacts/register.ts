import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import type { Gazetteer } from '../../src/features/contacts/rules/gazetteer.ts';
import type { LookupTeam, TeamLookup } from '../../src/features/contacts/rules/lookup.ts';

/** Made-up teams and what people ask about them. */

export interface LookUp {
  readonly half: 'develop' | 'measure';
  readonly kind: string;
  readonly query: string;
  /** Teams of which one must come first; none: nobody covers what was asked. */
  readonly expect: readonly string[];
}

function linesOf<T>(name: string): T[] {
  const text = readFileSync(new URL(`../../test/features/contacts/${name}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

export const teams = (): readonly LookupTeam[] => linesOf('teams.jsonl');
export const lookUps = (): readonly LookUp[] => linesOf('look-ups.jsonl');

const SYLLABLES = 'bra vel mor tin kas lun fer gro sty hav dor nim ral sop ven kul tar eid jul pim'.split(' ');
const wordOf = (n: number) => [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20].map((at) => SYLLABLES[at]).join('');

/** More teams, with names that nobody asks for. */
export function moreTeams(gazetteer: Gazetteer, count: number): readonly LookupTeam[] {
  const places = gazetteer.all('2026-01-01');
  return Array.from({ length: count }, (_, n) => {
    const type = (['RPH', 'ACT', 'FACT', 'FACT ung'] as const)[n % 4] ?? 'RPH';
    const municipalities = [0, 1, 2].slice(0, 1 + (n % 3)).map((more) => places[(n * 37 + more) % places.length]?.number ?? '0301');
    const word = wordOf(n * 7 + 1);
    return { id: `more-${n}`, name: `${type} ${word}`, type, status: 'drift', municipalities, districts: [], region: null, county: null };
  });
}

/** Whether one of the expected teams comes first, or none where nobody covers what was asked. */
export const isHit = ({ expect }: LookUp, found: readonly string[]): boolean =>
  expect.length === 0 ? found.length === 0 : expect.includes(found[0] ?? '');

export type Find = (query: string) => readonly string[];

export const oursOf =
  (lookup: TeamLookup): Find =>
  (query) =>
    lookup.find(query).results.map(({ id }) => id);

/** A plain full-text search over names, types and places, which forgives typing errors. */
export function plainSearch(all: readonly LookupTeam[], gazetteer: Gazetteer): Find {
  const index = new MiniSearch<{ id: string; name: string; type: string; places: string }>({
    fields: ['name', 'type', 'places'],
    searchOptions: { boost: { name: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(
    all.map(({ id, name, type, municipalities, districts, county, region }) => {
      const named = [
        ...municipalities.map((number) => gazetteer.municipality(number)?.name),
        ...districts.map((each) => gazetteer.district(each)?.name),
      ];
      return { id, name, type, places: [...named, county, region].filter(Boolean).join(' ') };
    }),
  );
  return (query) => index.search(query).map(({ id }) => String(id));
}
