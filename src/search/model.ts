/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4,
  coverTitle: 2,
  coverLiteral: 1,
  reverse: 2,
  missing: -0.5,
  sameKind: 0.6,
  otherKind: -0.3,
  factGiven: 0.3,
  factLacking: -0.3,
  near: 0.5,
  evidence: 0,
  unknown: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -5,
  cover: 3,
  coverTitle: 1,
  coverLiteral: 1,
  reverse: 2,
  missing: -3,
  sameKind: 0.8,
  otherKind: -0.3,
  factGiven: 0.3,
  factLacking: -0.8,
  near: 0.5,
  evidence: 1,
  unknown: -1,
  margin: 0.5,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.2;
