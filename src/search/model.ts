/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature, RankingFeature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<RankingFeature, number>> = {
  cover: 3.99,
  coverTitle: 2.16,
  coverLiteral: 2.72,
  reverse: 3.18,
  missing: 0.5,
  sameKind: 1.51,
  otherKind: -0.23,
  factGiven: 0.13,
  factLacking: -0.77,
  near: 2.83,
  evidence: 3.7,
  unknown: 0,
  agreement: 2.27,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -2.56,
  cover: 0.69,
  coverTitle: 1.56,
  coverLiteral: -0.07,
  reverse: 0.18,
  missing: -0.42,
  sameKind: 0.66,
  otherKind: -0.37,
  factGiven: -0.29,
  factLacking: -0.89,
  near: 1.07,
  evidence: 1.46,
  unknown: -0.77,
  agreement: 1.11,
  length: 2.48,
  missingLiteral: -0.98,
  loose: 0.97,
  someUnknown: 0.46,
  coverSquared: 1.31,
  focusMissing: -1.59,
  margin: 0.48,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.57;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.3;
