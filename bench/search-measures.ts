/** The figures of a run, and the tests between two runs on the same questions. */

import type { Question } from './search-data.ts';

/** What an engine said to one question: ids best first, its own top score, and whether it claims to have the answer. */
export interface Answer {
  readonly ids: readonly string[];
  readonly score: number;
  readonly answered: boolean;
}

export interface Figures {
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
  readonly auroc: number;
  readonly right: number;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rankOf(question: Question, { ids }: Answer): number {
  const at = ids.findIndex((id) => question.expected.includes(id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

export function isHit(question: Question, answer: Answer): boolean {
  return rankOf(question, answer) === 1;
}

/** Right answer given, or silent where there is none. */
export function isRight(question: Question, answer: Answer): boolean {
  return question.answerable ? answer.answered && isHit(question, answer) : !answer.answered;
}

/** Chance that an answerable question scores above one that is not; ties count half. */
export function auroc(questions: readonly Question[], answers: readonly Answer[]): number {
  const rows = questions.map((question, at) => ({ yes: question.answerable, score: answers[at]?.score ?? 0 }));
  rows.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && rows[to]?.score === rows[from]?.score) to++;
    const middle = (from + 1 + to) / 2;
    for (const row of rows.slice(from, to)) {
      if (!row.yes) continue;
      rankSum += middle;
      positives++;
    }
    from = to;
  }
  const negatives = rows.length - positives;
  return positives === 0 || negatives === 0 ? 0.5 : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export function figuresOf(questions: readonly Question[], answers: readonly Answer[]): Figures {
  const pairs = questions.map((question, at) => ({ question, answer: answers[at] as Answer }));
  const ranks = pairs.filter(({ question }) => question.answerable).map(({ question, answer }) => rankOf(question, answer));
  return {
    hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit3: mean(ranks.map((rank) => (rank <= 3 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => 1 / rank)),
    auroc: auroc(questions, answers),
    right: mean(pairs.map(({ question, answer }) => (isRight(question, answer) ? 1 : 0))),
  };
}

/** The threshold on an engine's score at which most questions come out right. */
export function bestThreshold(questions: readonly Question[], answers: readonly Answer[]): number {
  const scores = [...new Set(answers.map(({ score }) => score)), Number.POSITIVE_INFINITY];
  let best = { threshold: 0, right: -1 };
  for (const threshold of scores) {
    const right = questions.filter((question, at) => isRight(question, withThreshold(answers[at] as Answer, threshold))).length;
    if (right > best.right) best = { threshold, right };
  }
  return best.threshold;
}

export function withThreshold(answer: Answer, threshold: number): Answer {
  return { ...answer, answered: answer.ids.length > 0 && answer.score >= threshold };
}

/** Small seeded generator (mulberry32), 0–1: the same run gives the same figures. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Difference {
  readonly difference: number;
  /** 95 % interval of the paired bootstrap. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 10_000;
const SEED = 20260302;

/** Paired bootstrap over questions: `measure(indexes)` is the difference between two engines on those questions. */
export function bootstrap(count: number, measure: (indexes: readonly number[]) => number, resamples = RESAMPLES): Difference {
  const random = seededRandom(SEED);
  const all = Array.from({ length: count }, (_, at) => at);
  const drawn = Array.from({ length: resamples }, () => measure(all.map(() => Math.floor(random() * count)))).sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? 0;
  return { difference: measure(all), low: at(0.025), high: at(0.975) };
}

/** Exact McNemar test, two-sided, on who alone was right how often. */
export function mcNemar(onlyFirst: number, onlySecond: number): number {
  const n = onlyFirst + onlySecond;
  const least = Math.min(onlyFirst, onlySecond);
  let term = 0.5 ** n;
  let tail = 0;
  for (let k = 0; k <= least; k++) {
    tail += term;
    term = (term * (n - k)) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}
