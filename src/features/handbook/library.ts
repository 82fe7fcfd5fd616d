import type { Tx } from '../../core/features.ts';
import { createIndex, type SearchIndex, type Thesaurus } from '../../search/index.ts';
import type { StoredEntry } from './model.ts';
import { entriesSince, handbookVersion } from './store.ts';

/** A bank's live entries with their index, as of a version. */
export interface Shelf {
  readonly version: number;
  readonly index: SearchIndex;
  readonly entries: ReadonlyMap<string, StoredEntry>;
}

export interface Library {
  /** The bank's shelf at the version that the store holds now: one point read when nothing changed, else the changes alone. */
  shelf(bank: string, tx: Tx): Promise<Shelf>;
}

/** The handbooks of all banks, in memory. */
export function createLibrary(thesaurus: Thesaurus): Library {
  const shelves = new Map<string, Shelf>();
  return {
    shelf: async (bank, tx) => {
      const version = await handbookVersion(tx);
      const known = shelves.get(bank) ?? { version: 0, index: createIndex(thesaurus), entries: new Map<string, StoredEntry>() };
      if (known.version >= version && shelves.has(bank)) return known;
      const changed = await entriesSince(tx, known.version);
      const live = changed.filter((entry) => !entry.retired);
      const gone = changed.filter((entry) => entry.retired).map((entry) => entry.id);
      known.index.remove(gone);
      known.index.put(live.map(({ id, question, answer, tags }) => ({ id, title: question, text: answer, tags })));
      const entries = new Map(known.entries);
      for (const id of gone) entries.delete(id);
      for (const entry of live) entries.set(entry.id, entry);
      const shelf = { version: Math.max(version, ...changed.map((entry) => entry.version)), index: known.index, entries };
      shelves.set(bank, shelf);
      return shelf;
    },
  };
}
