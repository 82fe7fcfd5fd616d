/**
 * Derives the weights of `src/search/model.ts` anew from the develop questions and the other corpus (never from the measure half):
 * ranking by a softmax over each question's candidates, confidence by logistic regression on each question's first hit.
 * Prints both, and how they do on questions left out (five folds). Run: node bench/search-fit.ts
 */

import { EVERYDAY } from '../src/norwegian/everyday.ts';
import { lead } from '../src/search/confidence.ts';
import { dot, Engine, type Ranked } from '../src/search/engine.ts';
import { FEATURES, RANKING_FEATURES } from '../src/search/features.ts';
import { type Question, readQuestions, readThesaurus } from './search-data.ts';
import { type Answer, bestThreshold, figuresOf, withThreshold } from './search-measures.ts';

const CANDIDATES = 60;
const FOLDS = 5;
const STEPS = 600;
const RATE = 0.1;
/** Pull toward 0, so that rare features don't take wild weights. */
const RANKING_PULL = 0.002;
const CONFIDENCE_PULL = 0.001;
/** An answerable question whose first hit is wrong still counts as answerable, but not as found. */
const WRONG_HIT_LABEL = 0.6;

interface Case {
  readonly question: Question;
  readonly candidates: readonly Ranked[];
}

function readCases(): Case[] {
  const thesauri = [readThesaurus(), EVERYDAY];
  return (['develop', 'other'] as const).flatMap((half) => {
    const { questions, corpora } = readQuestions(half);
    const engines = new Map(
      [...corpora].map(([bank, passages]) => {
        const engine = new Engine(thesauri);
        for (const passage of passages) engine.put(passage);
        return [bank, engine] as const;
      }),
    );
    return questions.map((question) => ({ question, candidates: engines.get(question.bank)?.rank(question.query, CANDIDATES) ?? [] }));
  });
}

/** Full-batch Adam: `slope` adds the gradient of the loss at `weights` to `into`. */
function descend(size: number, slope: (weights: Float64Array, into: Float64Array) => void): Float64Array {
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0);
    slope(weights, gradient);
    for (let at = 0; at < size; at++) {
      const g = gradient[at] as number;
      first[at] = 0.9 * (first[at] as number) + 0.1 * g;
      second[at] = 0.999 * (second[at] as number) + 0.001 * g * g;
      const mean = (first[at] as number) / (1 - 0.9 ** step);
      const spread = Math.sqrt((second[at] as number) / (1 - 0.999 ** step));
      weights[at] = (weights[at] as number) - (RATE * mean) / (spread + 1e-8);
    }
  }
  return weights;
}

function fitRanking(cases: readonly Case[]): Float64Array {
  const usable = cases.filter(({ question, candidates }) => candidates.some(({ id }) => question.expected.includes(id)));
  return descend(RANKING_FEATURES.length, (weights, into) => {
    for (const { question, candidates } of usable) {
      const odds = candidates.map(({ features }) => Math.exp(dot(features, weights)));
      const total = odds.reduce((sum, value) => sum + value, 0);
      const right = candidates.map(({ id }, at) => (question.expected.includes(id) ? (odds[at] as number) : 0));
      const rightTotal = right.reduce((sum, value) => sum + value, 0);
      candidates.forEach(({ features }, at) => {
        const pull = (odds[at] as number) / total - (right[at] as number) / rightTotal;
        for (let f = 0; f < RANKING_FEATURES.length; f++) into[f] = (into[f] as number) + (pull * (features[f] as number)) / usable.length;
      });
    }
    for (let f = 0; f < RANKING_FEATURES.length; f++) into[f] = (into[f] as number) + RANKING_PULL * (weights[f] as number);
  });
}

function rerank({ question, candidates }: Case, weights: Float64Array): Case {
  const ranked = candidates.map((candidate) => ({ ...candidate, rank: dot(candidate.features, weights) }));
  return { question, candidates: ranked.sort((a, b) => b.rank - a.rank) };
}

/** Features of the first hit, then the margin, then 1 for the bias. */
function confidenceRow({ candidates }: Case): Float64Array {
  const features = candidates[0]?.features ?? new Float64Array(FEATURES.length);
  return Float64Array.of(...features, lead(candidates, 0), 1);
}

function labelOf({ question, candidates }: Case): number {
  if (!question.answerable) return 0;
  return question.expected.includes(candidates[0]?.id ?? '') ? 1 : WRONG_HIT_LABEL;
}

function fitConfidence(ranked: readonly Case[]): Float64Array {
  const rows = ranked.map((one) => ({ row: confidenceRow(one), label: labelOf(one) }));
  const size = FEATURES.length + 2;
  return descend(size, (weights, into) => {
    for (const { row, label } of rows) {
      const off = 1 / (1 + Math.exp(-dot(row, weights))) - label;
      for (let f = 0; f < size; f++) into[f] = (into[f] as number) + (off * (row[f] as number)) / rows.length;
    }
    for (let f = 0; f < size - 1; f++) into[f] = (into[f] as number) + CONFIDENCE_PULL * (weights[f] as number);
  });
}

function answerOf(ranked: Case, confidence: Float64Array): Answer {
  const score = 1 / (1 + Math.exp(-dot(confidenceRow(ranked), confidence)));
  return { ids: ranked.candidates.map(({ id }) => id), score, answered: false };
}

function report(name: string, questions: readonly Question[], answers: readonly Answer[]): void {
  const threshold = bestThreshold(questions, answers);
  const figures = figuresOf(
    questions,
    answers.map((answer) => withThreshold(answer, threshold)),
  );
  const text = Object.entries(figures).map(([measure, value]) => `${measure} ${value.toFixed(3)}`);
  console.log(`${name}: ${text.join('  ')}  threshold ${threshold.toFixed(3)}`);
}

function crossValidate(cases: readonly Case[], name: string, foldOf: (one: Case, at: number) => number): void {
  const answers: Answer[] = [];
  const folds = new Set(cases.map(foldOf));
  for (const fold of folds) {
    const train = cases.filter((one, at) => foldOf(one, at) !== fold);
    const ranking = fitRanking(train);
    const confidence = fitConfidence(train.map((one) => rerank(one, ranking)));
    cases.forEach((one, at) => {
      if (foldOf(one, at) === fold) answers[at] = answerOf(rerank(one, ranking), confidence);
    });
  }
  for (const other of [false, true]) {
    const picked = cases
      .map((one, at) => ({ question: one.question, answer: answers[at] as Answer }))
      .filter(({ question }) => (question.bank === 'other') === other);
    const questions = picked.map(({ question }) => question);
    report(
      `${name}, ${other ? 'other corpus' : 'develop'}`,
      questions,
      picked.map(({ answer }) => answer),
    );
  }
}

function print(title: string, names: readonly string[], weights: Float64Array): void {
  console.log(title);
  names.forEach((name, at) => {
    console.log(`  ${name}: ${(weights[at] as number).toFixed(2)},`);
  });
}

const cases = readCases();
crossValidate(cases, 'five folds', (_, at) => at % FOLDS);
crossValidate(cases, 'across corpora', ({ question }) => (question.bank === 'other' ? 1 : 0));
const ranking = fitRanking(cases);
const reranked = cases.map((one) => rerank(one, ranking));
const confidence = fitConfidence(reranked);
print('RANKING', RANKING_FEATURES, ranking);
print('CONFIDENCE', [...FEATURES, 'margin', 'bias'], confidence);
report(
  'fitted on all',
  cases.map(({ question }) => question),
  reranked.map((one) => answerOf(one, confidence)),
);
const found = cases.filter(
  ({ question, candidates }) => question.answerable && candidates.some(({ id }) => question.expected.includes(id)),
);
console.log(`among the candidates: ${(found.length / cases.filter(({ question }) => question.answerable).length).toFixed(3)}`);
