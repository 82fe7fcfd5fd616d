/** How sure it is that a passage answers: one number that compares across questions, and what is decided on it. */

import { dot, type Ranked } from './engine.ts';
import { FEATURES, type FeatureRow } from './features.ts';
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
/** What one rare word and no more says. */
const ONE_WORD = 0.25;
/** As sure as a passage can be that shares a single other word with the question: that may be a mere namesake. */
const MOST_BY_ONE_WORD = SURE - 0.05;

/** One loose word makes no sure answer, whatever else speaks for the passage. */
function isSlender(features: FeatureRow): boolean {
  return features[NO_LITERAL] === 1 && (features[EVIDENCE] as number) < ONE_WORD;
}

/** The ranked passages with their confidence, order kept and scores never rising. */
export function weigh(ranked: readonly Ranked[]): Hit[] {
  let ceiling = 1;
  return ranked.map((passage, at) => {
    const logit = CONFIDENCE.bias + dot(passage.features, WEIGHTS) + CONFIDENCE.margin * lead(ranked, at);
    const most = isSlender(passage.features) ? MOST_BY_ONE_WORD : 1;
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

export function decide(hits: readonly Hit[]): Decision {
  const score = hits[0]?.score ?? 0;
  if (score >= SURE) return 'sure';
  return score >= UNSURE ? 'unsure' : 'none';
}
