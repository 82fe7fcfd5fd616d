/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 3.93,
  coverTitle: 2.13,
  coverLiteral: 2.77,
  reverse: 3.21,
  missing: 0.49,
  sameKind: 1.52,
  otherKind: -0.39,
  factGiven: 0.41,
  factLacking: -0.74,
  near: 2.66,
  evidence: 3.57,
  unknown: -0,
  agreement: 2.15,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -2.82,
  cover: 1.54,
  coverTitle: 1.31,
  coverLiteral: -0.12,
  reverse: 0.32,
  missing: -0.93,
  sameKind: 0.55,
  otherKind: -0.28,
  factGiven: -0.18,
  factLacking: -0.87,
  near: 1.24,
  evidence: 1.76,
  unknown: 0.02,
  agreement: 1.34,
  length: 1.28,
  margin: 0.8,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.3;
