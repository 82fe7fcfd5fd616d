/** What is known about a passage as an answer to a question: a row of named numbers, mostly 0–1, on which ranking and confidence stand. */

import { DISTINCT_KINDS, type KindSet, VISIBLE_KINDS, withRelatives } from '../norwegian/question-kind.ts';
import { isNumber } from '../norwegian/tokens.ts';
import type { Documents } from './documents.ts';
import { type Coverage, type Lens, rarity } from './matching.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What ranking goes by. */
export const RANKING_FEATURES = [
  /** Share of the question's weight that the passage covers; that its title covers; that it covers in the question's own words. */
  'cover',
  'coverTitle',
  'coverLiteral',
  /** Share of the title's weight that the question covers. */
  'reverse',
  /** Share of the question's weight that lies in its heaviest word that the passage lacks. */
  'missing',
  /** Question and title ask for the same kind of fact; for different kinds. */
  'sameKind',
  'otherKind',
  /** The text gives the kind of fact asked for; it does not, though such a fact would show. */
  'factGiven',
  'factLacking',
  /** Neighbours in the question that are neighbours in the passage. */
  'near',
  /** How much the covered words say in all: grows with their number, flat from about four rare ones. */
  'evidence',
  /** Share of the question's weight in words that no passage has. */
  'unknown',
  /** Question and title cover each other: cover × reverse. */
  'agreement',
  /** Words of content in the question, as a logarithm: a long question is never covered whole. */
  'length',
] as const;

/** What confidence goes by: those and more. */
export const FEATURES = [
  ...RANKING_FEATURES,
  /** Share of the question's weight in the heaviest word that the passage does not have as written. */
  'missingLiteral',
  /** Share of the question's weight that is covered by other words than its own, by how well. */
  'loose',
  /** 1 when no passage has some word of the question. */
  'someUnknown',
  /** Cover squared: half covered is less than half as good. */
  'coverSquared',
  /** How far what is asked for by name («hvilken utdanning») is missing. */
  'focusMissing',
  /** 1 when the passage has no word of the question as written: it rests on other words alone. */
  'noLiteral',
] as const;
export type RankingFeature = (typeof RANKING_FEATURES)[number];
export type Feature = (typeof FEATURES)[number];
export type FeatureRow = Float64Array;

/** Evidence below this: the question has nothing but words that stand in most passages. */
export const SCANT = 0.07;

const LITERAL = 0.9;
/** The logarithm of about 20 words. */
const LONG_QUESTION = 3;
const FULL_EVIDENCE = 3;

export interface Scene {
  readonly documents: Documents;
  readonly vocabulary: Vocabulary;
  readonly lens: Lens;
  readonly coverage: Coverage;
}

/** The features of the passage in `slot`, in the order of `FEATURES`. Reads the passage into the scene's coverage. */
export function describePassage(scene: Scene, slot: number): FeatureRow {
  const { documents, lens, coverage } = scene;
  coverage.read(documents, slot);
  const shares = coverShares(lens, coverage);
  const reverse = reverseShare(scene, slot);
  const asked = lens.plan.asked;
  const titleAsks = documents.asked(slot);
  const visible = asked & VISIBLE_KINDS;
  const given = documents.given(slot);
  const { focus } = lens.plan;
  const same = (asked & titleAsks) !== 0;
  const sameVisible = (visible & titleAsks) !== 0;
  return Float64Array.of(
    shares.any,
    shares.title,
    shares.literal,
    reverse,
    shares.missing,
    same ? 1 : 0,
    areDistinct(asked, titleAsks) ? 1 : 0,
    (visible & given) !== 0 ? 1 : 0,
    visible !== 0 && (visible & given) === 0 && !sameVisible ? 1 : 0,
    nearness(lens, coverage),
    1 - Math.exp(-shares.evidence / FULL_EVIDENCE),
    shares.unknown,
    shares.any * reverse,
    Math.log(1 + lens.plan.concepts.length) / LONG_QUESTION,
    shares.missingLiteral,
    shares.loose,
    shares.someUnknown,
    shares.any ** 2,
    focus < 0 ? 0 : 1 - (coverage.any[focus] as number),
    shares.literal === 0 ? 1 : 0,
  );
}

/** The places of the figures in a question. A single digit is as often a list's or a name's. */
export function figuresIn({ plan }: Lens): readonly number[] {
  return plan.concepts.flatMap(({ form }, at) => (form.length > 1 && isNumber(form) ? [at] : []));
}

/** Whether the passage that was read last lacks one of the figures. */
export function lacksNumber({ coverage }: Scene, figures: readonly number[]): boolean {
  return figures.some((at) => (coverage.any[at] as number) < LITERAL);
}

/** Both ask for something that excludes the other. */
function areDistinct(asked: KindSet, titleAsks: KindSet): boolean {
  const [first, second] = [asked & DISTINCT_KINDS, titleAsks & DISTINCT_KINDS];
  return first !== 0 && second !== 0 && (withRelatives(first) & second) === 0;
}

interface Shares {
  any: number;
  title: number;
  literal: number;
  missing: number;
  evidence: number;
  unknown: number;
  missingLiteral: number;
  loose: number;
  someUnknown: number;
}

function coverShares({ plan, weights, unknown }: Lens, coverage: Coverage): Shares {
  let total = 0;
  const sums: Shares = { any: 0, title: 0, literal: 0, missing: 0, evidence: 0, unknown: 0, missingLiteral: 0, loose: 0, someUnknown: 0 };
  for (let at = 0; at < plan.concepts.length; at++) {
    const weight = weights[at] as number;
    const any = coverage.any[at] as number;
    total += weight;
    sums.any += weight * any;
    sums.title += weight * (coverage.title[at] as number);
    if (any >= LITERAL) sums.literal += weight;
    else {
      sums.loose += weight * any;
      sums.missingLiteral = Math.max(sums.missingLiteral, weight);
    }
    sums.missing = Math.max(sums.missing, weight * (1 - any));
    if (unknown[at] === true) {
      sums.unknown += weight;
      sums.someUnknown = 1;
    }
  }
  sums.evidence = sums.any;
  if (total === 0) return sums;
  for (const name of ['any', 'title', 'literal', 'missing', 'unknown', 'missingLiteral', 'loose'] as const) sums[name] /= total;
  return sums;
}

function reverseShare({ documents, vocabulary, coverage }: Scene, slot: number): number {
  const terms = documents.terms(slot);
  let total = 0;
  let covered = 0;
  for (let index = 0; index < documents.titleLength(slot); index++) {
    const term = terms[index] as number;
    const weight = vocabulary.weight(term) * rarity(vocabulary.uses(term), documents.size);
    total += weight;
    covered += weight * (coverage.titleTerms[index] as number);
  }
  return total === 0 ? 0 : covered / total;
}

/** Weight of the pairs of neighbouring concepts that stand near each other in the passage too, as a share. */
function nearness({ plan, weights }: Lens, coverage: Coverage): number {
  let total = 0;
  let near = 0;
  for (let at = 0; at + 1 < plan.concepts.length; at++) {
    const weight = (weights[at] as number) + (weights[at + 1] as number);
    total += weight;
    near += weight * (coverage.pairs[at] as number);
  }
  return total === 0 ? 0 : near / total;
}
