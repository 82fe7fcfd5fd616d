/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature, RankingFeature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<RankingFeature, number>> = {
  cover: 3.9,
  coverTitle: 1.77,
  coverLiteral: 2.37,
  reverse: 3.63,
  missing: 0.7,
  sameKind: 1.59,
  otherKind: -0.7,
  factGiven: 0.14,
  factLacking: -0.68,
  near: 2.86,
  evidence: 3.89,
  unknown: 0,
  agreement: 2.09,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -3.07,
  cover: 0.72,
  coverTitle: 1.58,
  coverLiteral: 0.01,
  reverse: 0.51,
  missing: -0.47,
  sameKind: 0.63,
  otherKind: -0.42,
  factGiven: -0.26,
  factLacking: -1.01,
  near: 1.26,
  evidence: 1.66,
  unknown: -0.95,
  agreement: 0.62,
  length: 2.46,
  missingLiteral: -0.63,
  loose: 0.94,
  someUnknown: 0.43,
  coverSquared: 1.19,
  focusMissing: -1.62,
  margin: 0.75,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.57;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.37;
