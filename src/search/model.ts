/** The weights of ranking and confidence. Fitted on the develop questions by `bench/search-fit.ts`; fit again after a change of features. */

import type { Feature, RankingFeature } from './features.ts';

/** A passage's place in the list: the sum of feature × weight. */
export const RANKING: Readonly<Record<RankingFeature, number>> = {
  cover: 3.86,
  coverTitle: 1.84,
  coverLiteral: 2.37,
  reverse: 3.54,
  missing: 0.69,
  sameKind: 1.55,
  otherKind: -0.74,
  factGiven: 0.14,
  factLacking: -0.65,
  near: 2.88,
  evidence: 3.8,
  unknown: 0,
  agreement: 2.13,
  length: 0,
};

/** Logit of the confidence that the passage answers: `bias` + the sum of feature × weight + `margin` × the lead over number two. */
export const CONFIDENCE: Readonly<Record<Feature | 'bias' | 'margin', number>> = {
  bias: -3.33,
  cover: 0.94,
  coverTitle: 1.48,
  coverLiteral: 0.15,
  reverse: 0.56,
  missing: -0.49,
  sameKind: 0.63,
  otherKind: -0.41,
  factGiven: -0.31,
  factLacking: -1.05,
  near: 0.94,
  evidence: 1.59,
  unknown: -1.11,
  agreement: 0.8,
  length: 2.53,
  missingLiteral: -0.62,
  loose: 1.01,
  someUnknown: 0.56,
  coverSquared: 1.19,
  focusMissing: -1.52,
  noLiteral: 0.17,
  margin: 0.82,
};

/** From this confidence on the answer is shown as the answer: where most develop and other questions came out right. */
export const SURE = 0.56;
/**
 * Below this nothing is shown; between the two: «mente du». Of the answerable questions whose answer is among the first three hits,
 * 1–4 % fall below it; of those about something else, 60–75 %.
 */
export const UNSURE = 0.37;
