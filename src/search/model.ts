/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 3.95,
  coverTitle: 2.17,
  coverLiteral: 2.81,
  reverse: 3.26,
  missing: 0.5,
  sameKind: 1.57,
  otherKind: -0.36,
  factGiven: 0.32,
  factLacking: -0.79,
  near: 2.68,
  evidence: 3.59,
  unknown: 0,
  agreement: 2.05,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -2.69,
  cover: 1.47,
  coverTitle: 1.29,
  coverLiteral: -0.1,
  reverse: 0.29,
  missing: -0.9,
  sameKind: 0.57,
  otherKind: -0.28,
  factGiven: -0.17,
  factLacking: -0.88,
  near: 1.29,
  evidence: 1.74,
  unknown: 0.02,
  agreement: 1.35,
  length: 1.17,
  margin: 0.74,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.3;
