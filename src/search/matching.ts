/** How well one passage covers the concepts of a question, read from the passage's row of terms. */

import type { Documents } from './documents.ts';
import { QUALITY } from './expansion.ts';
import type { Composite, Concept, Plan } from './plan.ts';
import type { TermId, Vocabulary } from './vocabulary.ts';

/** What a part of a composite still says when other parts are missing. */
const PARTIAL = 0.5;
/** A term counts toward how rare a concept is when it stands for it at least this surely. */
const SURE_QUALITY = 0.85;
/** Tags name the topic and answer nothing. */
const TAG_QUALITY = 0.5;
/** Words of content between neighbours that still stand together. */
const NEIGHBOUR_DISTANCE = 3;
const FAR = 1000;

interface Match {
  /** Number of a concept, or of a composite's part: those come after the concepts. */
  readonly place: number;
  readonly quality: number;
}

/** A question's concepts laid over the vocabulary: what each term counts for, and how much each concept weighs. */
export interface Lens {
  readonly plan: Plan;
  readonly matches: ReadonlyMap<TermId, readonly Match[]>;
  /** Weight of each concept: what the word says × how rare it is here (0–1; an unknown word is the rarest). */
  readonly weights: Float64Array;
  /** Concepts for which no passage has any term. */
  readonly unknown: readonly boolean[];
  readonly places: number;
}

/** 0–1: 1 for a term that no passage holds, 0 for one that all hold. */
export function rarity(uses: number, passages: number): number {
  return Math.max(0, Math.log((passages + 1) / (uses + 0.5)) / Math.log((passages + 1) / 0.5));
}

export function layLens(plan: Plan, vocabulary: Vocabulary, passages: number): Lens {
  const matches = new Map<TermId, Match[]>();
  const enter = (place: number, terms: ReadonlyMap<TermId, number>) => {
    for (const [id, quality] of terms) {
      if (vocabulary.uses(id) === 0) continue;
      const list = matches.get(id);
      if (list === undefined) matches.set(id, [{ place, quality }]);
      else list.push({ place, quality });
    }
  };
  plan.concepts.forEach((concept, place) => {
    enter(place, concept.terms);
  });
  let place = plan.concepts.length;
  for (const { parts } of plan.composites) for (const part of parts) enter(place++, part);
  const weights = Float64Array.from(plan.concepts, (concept, at) => {
    let uses = 0;
    for (const [id, quality] of concept.terms) if (quality >= SURE_QUALITY) uses = Math.max(uses, vocabulary.uses(id));
    for (const composite of plan.composites) uses = Math.max(uses, usesOfComposite(composite, at, vocabulary));
    return Math.min(concept.weight, weightInIndex(concept, vocabulary)) * rarity(uses, passages);
  });
  const unknown = plan.concepts.map((_, at) => isUnknown(plan, at, vocabulary));
  return { plan, matches, weights, unknown, places: place };
}

function isUnknown({ concepts, composites }: Plan, at: number, vocabulary: Vocabulary): boolean {
  const isUsed = (terms: ReadonlyMap<TermId, number>) => [...terms.keys()].some((id) => vocabulary.uses(id) > 0);
  if (isUsed(concepts[at]?.terms ?? new Map())) return false;
  return !composites.some(({ from, to, parts }) => at >= from && at <= to && parts.every(isUsed));
}

/** A word that only light words of the index stand for is light itself; 1 when nothing stands for it. */
function weightInIndex({ terms }: Concept, vocabulary: Vocabulary): number {
  let weight = 0;
  for (const [id, quality] of terms) {
    if (quality >= QUALITY.modifier && vocabulary.uses(id) > 0) weight = Math.max(weight, vocabulary.weight(id));
  }
  return weight === 0 ? 1 : weight;
}

/** A concept said by one other term alone («rask psykisk helsehjelp» by «RPH») is as common as that term. */
function usesOfComposite({ from, to, parts }: Composite, at: number, vocabulary: Vocabulary): number {
  if (at < from || at > to || from === to || parts.length > 1) return 0;
  let uses = 0;
  for (const [id, quality] of parts[0] ?? []) if (quality >= SURE_QUALITY) uses = Math.max(uses, vocabulary.uses(id));
  return uses;
}

/** Best qualities per concept in a passage. Made once per question, filled anew for every passage. */
export class Coverage {
  /** In the title; in title, text or tags. */
  readonly title: Float64Array;
  readonly any: Float64Array;
  /** How well each concept and the one after it stand near each other in the passage: the poorer of the two matches. */
  readonly pairs: Float64Array;
  /** Best quality of each title term for any concept. */
  titleTerms = new Float64Array(16);
  readonly #lens: Lens;
  /** Where in the row each place was last matched, and how well. */
  readonly #lastAt: Int32Array;
  readonly #lastQuality: Float64Array;

  constructor(lens: Lens) {
    this.#lens = lens;
    this.title = new Float64Array(lens.places);
    this.any = new Float64Array(lens.places);
    this.pairs = new Float64Array(lens.places);
    this.#lastAt = new Int32Array(lens.places);
    this.#lastQuality = new Float64Array(lens.places);
  }

  read(documents: Documents, slot: number): void {
    this.title.fill(0);
    this.any.fill(0);
    this.pairs.fill(0);
    this.#lastAt.fill(-FAR);
    const terms = documents.terms(slot);
    const titleLength = documents.titleLength(slot);
    const tagsFrom = titleLength + documents.textLength(slot);
    if (this.titleTerms.length < titleLength) this.titleTerms = new Float64Array(titleLength * 2);
    this.titleTerms.fill(0);
    for (let index = 0; index < terms.length; index++) {
      const found = this.#lens.matches.get(terms[index] as number);
      if (found === undefined) continue;
      const worth = index >= tagsFrom ? TAG_QUALITY : 1;
      for (const { place, quality } of found) {
        if (index < titleLength) this.#noteTitle(place, quality, index);
        this.#note(place, quality * worth, index);
      }
    }
    this.#addComposites();
  }

  #noteTitle(place: number, quality: number, index: number): void {
    if (quality > (this.title[place] as number)) this.title[place] = quality;
    if (quality > (this.titleTerms[index] as number)) this.titleTerms[index] = quality;
  }

  #note(place: number, quality: number, index: number): void {
    if (quality > (this.any[place] as number)) this.any[place] = quality;
    if (place >= this.#lens.plan.concepts.length) return;
    this.#lastAt[place] = index;
    this.#lastQuality[place] = quality;
    this.#pair(place - 1, place, index);
    this.#pair(place, place + 1, index);
  }

  #pair(first: number, second: number, index: number): void {
    if (first < 0 || second >= this.#lens.plan.concepts.length) return;
    const apart = Math.max(index - (this.#lastAt[first] as number), index - (this.#lastAt[second] as number));
    if (apart > NEIGHBOUR_DISTANCE) return;
    const quality = Math.min(this.#lastQuality[first] as number, this.#lastQuality[second] as number);
    if (quality > (this.pairs[first] as number)) this.pairs[first] = quality;
  }

  #addComposites(): void {
    const { concepts, composites } = this.#lens.plan;
    let place = concepts.length;
    for (const { from, to, parts, quality } of composites) {
      const inTitle = quality * together(this.title, place, parts.length);
      const inAny = quality * together(this.any, place, parts.length);
      for (let concept = from; concept <= to; concept++) {
        if (inTitle > (this.title[concept] as number)) this.title[concept] = inTitle;
        if (inAny > (this.any[concept] as number)) this.any[concept] = inAny;
        if (concept < to && inAny > (this.pairs[concept] as number)) this.pairs[concept] = inAny;
      }
      place += parts.length;
    }
  }
}

/** The mean of the parts; less when one is missing. */
function together(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  let missing = false;
  for (let part = from; part < from + count; part++) {
    const value = values[part] as number;
    sum += value;
    if (value < QUALITY.modifier) missing = true;
  }
  return (sum / count) * (missing ? PARTIAL : 1);
}
