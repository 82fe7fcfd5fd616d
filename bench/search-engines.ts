/** Our engine and its peers behind one face. The peers get Norwegian stemming, stop words, title boost, and what else they offer. */

import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/norwegian';
import MiniSearch from 'minisearch';
import { contentWeight } from '../src/norwegian/stop-words.ts';
import { tokenise } from '../src/norwegian/tokens.ts';
import { createIndex, type Passage, type Thesaurus } from '../src/search/index.ts';
import type { Answer } from './search-measures.ts';

export type Ask = (query: string) => Answer | Promise<Answer>;
export type Build = (passages: Iterable<Passage>, thesaurus: Thesaurus) => Ask | Promise<Ask>;

const LIMIT = 10;
const TITLE_BOOST = 2;

const BATCH = 1000;

function* batches(passages: Iterable<Passage>): Generator<Passage[]> {
  let batch: Passage[] = [];
  for (const passage of passages) {
    batch.push(passage);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function stems(text: string): string[] {
  return tokenise(text)
    .filter((word) => contentWeight(word) > 0)
    .map((word) => stemmer(word));
}

const buildOurs: Build = (passages, thesaurus) => {
  const index = createIndex(thesaurus);
  for (const batch of batches(passages)) index.put(batch);
  return (query) => {
    const { hits, decision } = index.search(query, { limit: LIMIT });
    return { ids: hits.map(({ id }) => id), score: hits[0]?.score ?? 0, answered: decision === 'sure' };
  };
};

const buildMiniSearch: Build = (passages) => {
  const index = new MiniSearch<Passage>({
    fields: ['title', 'text'],
    tokenize: tokenise,
    processTerm: (term) => (contentWeight(term) > 0 ? stemmer(term) : null),
    searchOptions: { boost: { title: TITLE_BOOST }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 3 ? 0.2 : false) },
  });
  for (const batch of batches(passages)) index.addAll(batch);
  return (query) => {
    const hits = index.search(query).slice(0, LIMIT);
    return { ids: hits.map(({ id }) => String(id)), score: hits[0]?.score ?? 0, answered: false };
  };
};

const buildOrama: Build = async (passages) => {
  const db = create({
    schema: { id: 'string', title: 'string', text: 'string' } as const,
    components: {
      tokenizer: { language, normalizationCache: new Map<string, string>(), tokenize: (raw: string) => [...new Set(stems(raw))] },
    },
  });
  for (const batch of batches(passages)) {
    const documents = batch.map(({ id, title, text }) => ({ id, title, text }));
    await insertMultiple(db, documents, BATCH);
  }
  return async (query) => {
    const found = await searchOrama(db, {
      term: query,
      properties: ['title', 'text'],
      boost: { title: TITLE_BOOST },
      tolerance: 1,
      threshold: 1,
      limit: LIMIT,
    });
    return { ids: found.hits.map(({ id }) => String(id)), score: found.hits[0]?.score ?? 0, answered: false };
  };
};

const buildSqlite: Build = (passages) => {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, text, tokenize = 'unicode61')");
  const insert = db.prepare('INSERT INTO passages VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const { id, title, text } of passages) insert.run(id, stems(title).join(' '), stems(text).join(' '));
  db.exec('COMMIT');
  const select = db.prepare(
    `SELECT id, -bm25(passages, 0, ${TITLE_BOOST}, 1) AS score FROM passages WHERE passages MATCH ? ORDER BY score DESC LIMIT ${LIMIT}`,
  );
  return (query) => {
    const terms = stems(query).map((term) => `"${term}"*`);
    const hits = terms.length === 0 ? [] : select.all(terms.join(' OR '));
    return { ids: hits.map(({ id }) => String(id)), score: Number(hits[0]?.score ?? 0), answered: false };
  };
};

export const OURS = 'ressursbank';
export const ENGINES: ReadonlyMap<string, Build> = new Map([
  [OURS, buildOurs],
  ['MiniSearch', buildMiniSearch],
  ['Orama', buildOrama],
  ['SQLite FTS5', buildSqlite],
]);
