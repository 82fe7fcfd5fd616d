/** How sure it is that a passage answers: one number that compares across questions, and what is decided on it. */

import { dot, type Ranked } from './engine.ts';
import { FEATURES, type FeatureRow, SCANT } from './features.ts';
import { CONFIDENCE, SURE, UNSURE } from './model.ts';

export type Decision = 'sure' | 'unsure' | 'none';

export interface Hit {
  readonly id: string;
  /** 0–1, compares across questions: confidence that this passage answers. */
  readonly score: number;
}

const WEIGHTS = Float64Array.from(FEATURES, (feature) => CONFIDENCE[feature]);

const EVIDENCE = FEATURES.indexOf('evidence');
const NO_LITERAL = FEATURES.indexOf('noLiteral');
const SAME_KIND = FEATURES.indexOf('sameKind');
const REVERSE = FEATURES.indexOf('reverse');
const LENGTH = FEATURES.indexOf('length');
const COVER_TITLE = FEATURES.indexOf('coverTitle');
/** The length feature of a question with one concept: log(2) / log(20), rounded up. */
const ONE_CONCEPT = 0.24;
/** What one rare word and no more says. */
const ONE_WORD = 0.25;
/** As sure as a passage can be that shares a single other word with the question, or lacks its figure: that may be a mere namesake. */
const MOST_WHEN_DOUBTFUL = SURE - 0.05;

/** One loose word makes no sure answer, unless the title asks the very same in other words. */
function isSlender(features: FeatureRow): boolean {
  return features[NO_LITERAL] === 1 && (features[EVIDENCE] as number) < ONE_WORD && !asksTheSame(features);
}

/** A question of nothing but what most passages are about («Hva er RPH?») is only surely answered where its kind of fact is asked for too. */
function isVague(features: FeatureRow): boolean {
  return (features[EVIDENCE] as number) < SCANT && features[SAME_KIND] === 0;
}

/** Less of a word than this stands in the title: a distant relative of it. */
const LITTLE = 0.5;

/** A word and no question. */
function isBareWord(features: FeatureRow): boolean {
  return (features[LENGTH] as number) <= ONE_CONCEPT && features[SAME_KIND] === 0;
}

/** A bare word that the title does not hold says little of what the passage is about. */
function isMentioned(features: FeatureRow): boolean {
  return isBareWord(features) && (features[COVER_TITLE] as number) < LITTLE;
}

function asksTheSame(features: FeatureRow): boolean {
  return features[SAME_KIND] === 1 && features[REVERSE] === 1;
}

/** The ranked passages with their confidence, order kept and scores never rising. */
export function weigh(ranked: readonly Ranked[]): Hit[] {
  let ceiling = 1;
  return ranked.map((passage, at) => {
    const logit = CONFIDENCE.bias + dot(passage.features, WEIGHTS) + CONFIDENCE.margin * lead(ranked, at);
    const { features } = passage;
    const doubtful = passage.lacksNumber || isSlender(features) || isVague(features) || isMentioned(features);
    const most = doubtful ? MOST_WHEN_DOUBTFUL : 1;
    ceiling = Math.min(ceiling, most, 1 / (1 + Math.exp(-logit)));
    return { id: passage.id, score: ceiling };
  });
}

/** How far number one is before number two, capped at 1; how far any other is behind number one, as a negative number. */
export function lead(ranked: readonly Ranked[], at: number): number {
  const own = ranked[at]?.rank ?? 0;
  const other = at === 0 ? (ranked[1]?.rank ?? 0) : (ranked[0]?.rank ?? 0);
  return Math.max(-1, Math.min(1, own - other));
}

/** What is decided on the hits of these passages. A bare word that fits several surely («kommune») is one to choose by. */
export function decide(ranked: readonly Ranked[], hits: readonly Hit[]): Decision {
  const [score = 0, second = 0] = hits.map((hit) => hit.score);
  const [best] = ranked;
  if (best && isBareWord(best.features) && second >= SURE) return 'unsure';
  if (score >= SURE) return 'sure';
  return score >= UNSURE ? 'unsure' : 'none';
}
