/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4.67,
  coverTitle: 2.49,
  coverLiteral: 1.88,
  reverse: 3.73,
  missing: 0.5,
  sameKind: 1.43,
  otherKind: -0.1,
  factGiven: 0.46,
  factLacking: -0.68,
  near: 2.95,
  evidence: 4.11,
  unknown: 0.23,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -1.94,
  cover: 1.72,
  coverTitle: 1.34,
  coverLiteral: -0.44,
  reverse: 0.87,
  missing: -1.39,
  sameKind: 0.58,
  otherKind: -0.31,
  factGiven: -0.12,
  factLacking: -0.97,
  near: 1.11,
  evidence: 2,
  unknown: -0.11,
  margin: 0.88,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.2;
