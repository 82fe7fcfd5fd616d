/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<Feature, number>> = {
  cover: 4.73,
  coverTitle: 2.48,
  coverLiteral: 1.93,
  reverse: 3.73,
  missing: 0.49,
  sameKind: 1.42,
  otherKind: -0.07,
  factGiven: 0.38,
  factLacking: -0.76,
  near: 2.96,
  evidence: 4.13,
  unknown: -0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -1.96,
  cover: 1.72,
  coverTitle: 1.24,
  coverLiteral: -0.48,
  reverse: 0.89,
  missing: -1.16,
  sameKind: 0.58,
  otherKind: -0.28,
  factGiven: -0.06,
  factLacking: -0.86,
  near: 1.35,
  evidence: 2.15,
  unknown: 0.07,
  margin: 0.7,
};

/** From this confidence on the answer is shown as the answer. */
export const SURE = 0.5;
/** Below this nothing is shown; between the two: «mente du». */
export const UNSURE = 0.2;
