/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4.73,
  coverTitle: 2.5,
  coverLiteral: 2.46,
  reverse: 3.64,
  missing: 1.02,
  sameKind: 1.46,
  otherKind: -0.11,
  factGiven: 0.62,
  factLacking: -0.5,
  near: 2.11,
  evidence: 4.26,
  unknown: 0.12,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -1.99,
  cover: 1.77,
  coverTitle: 1.19,
  coverLiteral: -0.34,
  reverse: 0.94,
  missing: -1.37,
  sameKind: 0.57,
  otherKind: -0.42,
  factGiven: -0.16,
  factLacking: -0.77,
  near: 0.81,
  evidence: 2.01,
  unknown: -0,
  margin: 0.91,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.2;
