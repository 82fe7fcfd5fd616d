/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature, RankingFeature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<RankingFeature, number>> = {
  cover: 3.88,
  coverTitle: 1.88,
  coverLiteral: 2.34,
  reverse: 3.63,
  missing: 0.76,
  sameKind: 1.59,
  otherKind: -0.7,
  factGiven: 0.16,
  factLacking: -0.67,
  near: 2.94,
  evidence: 3.85,
  unknown: 0,
  agreement: 2.1,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -2.99,
  cover: 0.83,
  coverTitle: 1.56,
  coverLiteral: 0.05,
  reverse: 0.53,
  missing: -0.27,
  sameKind: 0.66,
  otherKind: -0.43,
  factGiven: -0.32,
  factLacking: -1.1,
  near: 0.97,
  evidence: 1.58,
  unknown: -0.83,
  agreement: 0.77,
  length: 2.47,
  missingLiteral: -0.88,
  loose: 1.03,
  someUnknown: 0.36,
  coverSquared: 1.17,
  focusMissing: -1.6,
  margin: 0.72,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.58;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.37;
