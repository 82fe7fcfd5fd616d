import type { Tx } from '../../core/features.ts';
import { createIndex, type SearchIndex, type SearchResult, type Thesaurus } from '../../search/index.ts';
import type { StoredEntry } from './model.ts';
import { entriesSince, handbookVersion } from './store.ts';

/** A bank's live entries with their index, as of a version. */
export interface Shelf {
  readonly version: number;
  readonly index: SearchIndex;
  /** The index's own search, remembering the questions asked last: many ask the same. */
  readonly search: (question: string) => SearchResult;
  readonly entries: ReadonlyMap<string, StoredEntry>;
}

export interface Library {
  /** The bank's shelf at the version that the store holds now: one point read when nothing changed, else the changes alone. */
  shelf(bank: string, tx: Tx): Promise<Shelf>;
}

/** Questions whose hits are remembered, per bank and version. */
const MOST_REMEMBERED = 500;

function remembering(index: SearchIndex): (question: string) => SearchResult {
  const known = new Map<string, SearchResult>();
  return (question) => {
    const result = known.get(question) ?? index.search(question);
    known.delete(question);
    known.set(question, result);
    const oldest = known.keys().next().value;
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    return result;
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
      const shelf = { version: Math.max(version, ...changed.map((entry) => entry.version)), index, search: remembering(index), entries };
      shelves.set(bank, shelf);
      return shelf;
    },
  };
}
