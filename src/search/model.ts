/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4,
  coverTitle: 2.08,
  coverLiteral: 2.67,
  reverse: 3.3,
  missing: 0.69,
  sameKind: 1.43,
  otherKind: -0.07,
  factGiven: 0.41,
  factLacking: -0.79,
  near: 2.93,
  evidence: 3.67,
  unknown: 0,
  agreement: 1.86,
  length: -0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -2.59,
  cover: 1.36,
  coverTitle: 1.27,
  coverLiteral: -0.11,
  reverse: 0.25,
  missing: -0.92,
  sameKind: 0.47,
  otherKind: -0.28,
  factGiven: -0.02,
  factLacking: -1.01,
  near: 1.21,
  evidence: 1.84,
  unknown: -0.16,
  agreement: 1.37,
  length: 1.3,
  margin: 0.69,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.3;
