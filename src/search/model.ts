/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4.75,
  coverTitle: 2.52,
  coverLiteral: 1.84,
  reverse: 3.71,
  missing: 0.4,
  sameKind: 1.42,
  otherKind: -0.07,
  factGiven: 0.3,
  factLacking: -0.79,
  near: 2.99,
  evidence: 4.17,
  unknown: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -1.94,
  cover: 1.8,
  coverTitle: 1.27,
  coverLiteral: -0.57,
  reverse: 0.87,
  missing: -1.21,
  sameKind: 0.59,
  otherKind: -0.28,
  factGiven: -0.08,
  factLacking: -0.87,
  near: 1.34,
  evidence: 2.2,
  unknown: 0.08,
  margin: 0.69,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.2;
