/** Search over a bank's handbook: in memory, pure, for bokmål, nynorsk and English questions. */

import { EVERYDAY } from '../norwegian/everyday.ts';
import { type Decision, decide, type Hit, weigh } from './confidence.ts';
import { Engine, type Passage } from './engine.ts';
import type { Thesaurus, ThesaurusGroup } from './thesaurus.ts';

export type { Decision, Hit, Passage, Thesaurus, ThesaurusGroup };

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Of the best hit: 'sure' is the answer, 'unsure' is «mente du», 'none' is «står ikke i håndboka». */
  readonly decision: Decision;
}

export interface SearchIndex {
  readonly size: number;
  /** Adds passages; one with an id that is there is replaced. Cheap for a few, and the full build for many. */
  put(passages: readonly Passage[]): void;
  /** Ids that are not there are passed over. */
  remove(ids: readonly string[]): void;
  search(query: string, options?: { limit?: number }): SearchResult;
  /** Ids of the passages about the same as this one, nearest first, at most `limit`. Empty when none is near, or the id is not there. */
  related(id: string, limit: number): readonly string[];
}

const DEFAULT_LIMIT = 10;

export function createIndex(thesaurus: Thesaurus): SearchIndex {
  const engine = new Engine([thesaurus, EVERYDAY]);
  return {
    get size() {
      return engine.size;
    },
    put(passages) {
      for (const passage of passages) engine.put(passage);
    },
    remove(ids) {
      for (const id of ids) engine.remove(id);
    },
    search(query, { limit = DEFAULT_LIMIT } = {}) {
      const ranked = engine.rank(query, Math.max(limit, 2));
      const hits = weigh(ranked);
      return { hits: hits.slice(0, limit), decision: decide(ranked, hits) };
    },
    related: (id, limit) => engine.related(id, limit),
  };
}
