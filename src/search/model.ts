/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4.63,
  coverTitle: 2.61,
  coverLiteral: 2.18,
  reverse: 3.6,
  missing: 0.84,
  sameKind: 1.46,
  otherKind: -0.04,
  factGiven: 0.59,
  factLacking: -0.52,
  near: 2.78,
  evidence: 4.23,
  unknown: 0.03,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -1.94,
  cover: 1.81,
  coverTitle: 1.23,
  coverLiteral: -0.57,
  reverse: 1.03,
  missing: -1.49,
  sameKind: 0.59,
  otherKind: -0.31,
  factGiven: -0.07,
  factLacking: -0.83,
  near: 1.19,
  evidence: 1.97,
  unknown: 0.02,
  margin: 0.83,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.2;
