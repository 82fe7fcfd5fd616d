/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 3.93,
  coverTitle: 2.19,
  coverLiteral: 2.8,
  reverse: 3.21,
  missing: 0.49,
  sameKind: 1.56,
  otherKind: -0.4,
  factGiven: 0.31,
  factLacking: -0.79,
  near: 2.68,
  evidence: 3.53,
  unknown: 0,
  agreement: 2.09,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -2.77,
  cover: 1.52,
  coverTitle: 1.3,
  coverLiteral: -0.1,
  reverse: 0.3,
  missing: -0.86,
  sameKind: 0.58,
  otherKind: -0.27,
  factGiven: -0.17,
  factLacking: -0.88,
  near: 1.28,
  evidence: 1.75,
  unknown: 0.03,
  agreement: 1.35,
  length: 1.23,
  margin: 0.75,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.3;
