import assert from 'node:assert/strict';
import { type Half, readQuestions, readThesaurus } from '../../bench/search-data.ts';
import { type Figures, figuresOf } from '../../bench/search-measures.ts';
import { createIndex } from '../../src/search/index.ts';

/** Slightly below what was reached when the weights were last fitted: the hit rate may not fall. */
const FLOORS: readonly (readonly [Half, Figures])[] = [
  ['develop', { hit1: 0.73, hit3: 0.85, mrr: 0.8, auroc: 0.89, right: 0.71 }],
  ['other', { hit1: 0.86, hit3: 0.91, mrr: 0.89, auroc: 0.88, right: 0.77 }],
];

function answerAll(half: Half): Figures {
  const { questions, corpora } = readQuestions(half);
  const thesaurus = readThesaurus();
  const indexes = new Map([...corpora.keys()].map((bank) => [bank, createIndex(thesaurus)] as const));
  for (const [bank, passages] of corpora) indexes.get(bank)?.put(passages);
  const answers = questions.map(({ bank, query }) => {
    const { hits, decision } = indexes.get(bank)?.search(query) ?? { hits: [], decision: 'none' };
    return { ids: hits.map(({ id }) => id), score: hits[0]?.score ?? 0, answered: decision === 'sure' };
  });
  return figuresOf(questions, answers);
}

describe('search hit rate', () => {
  for (const [half, floors] of FLOORS) {
    it(`does not fall on the questions «${half}»`, () => {
      const figures = answerAll(half);
      for (const measure of ['hit1', 'hit3', 'mrr', 'auroc', 'right'] as const) {
        assert.ok(figures[measure] >= floors[measure], `${measure} is ${figures[measure].toFixed(3)}, below ${floors[measure]}`);
      }
    });
  }
});
