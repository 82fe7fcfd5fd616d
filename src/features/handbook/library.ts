import type { Reader } from '../../core/features.ts';
import { createRecent } from '../../core/recent.ts';
import { createIndex, type SearchIndex, type SearchResult, type Thesaurus } from '../../search/index.ts';
import type { StoredEntry } from './model.ts';
import { entriesSince, handbookVersion } from './store.ts';

/** A bank's live entries with their index, as of a version. */
export interface Shelf {
  readonly version: number;
  readonly index: SearchIndex;
  readonly search: (question: string) => SearchResult;
  /** Entries akin to one, the nearest first. */
  readonly related: (entry: string, limit: number) => readonly string[];
  readonly entries: ReadonlyMap<string, StoredEntry>;
}

export interface Library {
  /** The bank's shelf at the version that the store holds now: one point read when nothing changed, else the changes alone. */
  shelf(bank: string, tx: Reader): Promise<Shelf>;
}

/** Answers of the index that are remembered, per bank and version. */
const MOST_REMEMBERED = 500;

/** An index whose answers are remembered: many ask the same. It is made anew at each version. */
function remembered(index: SearchIndex): Pick<Shelf, 'search' | 'related'> {
  const results = createRecent<SearchResult>(MOST_REMEMBERED);
  const related = createRecent<readonly string[]>(MOST_REMEMBERED);
  return {
    search: (question) => results(question, () => index.search(question)),
    related: (entry, limit) => related(`${entry} ${limit}`, () => index.related(entry, limit)),
  };
}

/** The handbooks of all banks, in memory. */
export function createLibrary(thesaurus: Thesaurus): Library {
  const shelves = new Map<string, Shelf>();
  return {
    shelf: async (bank, tx) => {
      const version = await handbookVersion(tx);
      const held = shelves.get(bank);
      if (held && held.version >= version) return held;
      const index = held?.index ?? createIndex(thesaurus);
      const changed = await entriesSince(tx, held?.version ?? 0);
      const live = changed.filter((entry) => !entry.retired);
      const gone = changed.filter((entry) => entry.retired).map((entry) => entry.id);
      index.remove(gone);
      index.put(live.map(({ id, question, answer, tags }) => ({ id, title: question, text: answer, tags })));
      const entries = new Map(held?.entries);
      for (const id of gone) entries.delete(id);
      for (const entry of live) entries.set(entry.id, entry);
      const shelf = { version: Math.max(version, ...changed.map((entry) => entry.version)), index, entries, ...remembered(index) };
      shelves.set(bank, shelf);
      return shelf;
    },
  };
}
