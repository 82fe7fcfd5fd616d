/** The cheap first stage: which passages are worth a closer look, by the impacts of the question's rarest terms. */

import type { Chains } from './chains.ts';
import type { Documents } from './documents.ts';
import type { Lens } from './matching.ts';
import { impactOf, slotOf } from './postings.ts';
import type { TermId, Vocabulary } from './vocabulary.ts';

/** Passages looked at closely. */
const MOST_CANDIDATES = 200;
/** Postings read per question, rarest terms first; what is left of the common ones is weighed in the closer look alone. */
const MOST_POSTINGS = 60_000;
const BINS = 1024;

export interface Shelves {
  readonly vocabulary: Vocabulary;
  readonly documents: Documents;
  readonly postings: Chains;
}

/** Room for the scores of all slots, and for one list of postings; kept between questions, cleared after each. */
let scores = new Float32Array(0);
const buffer = new Uint32Array(MOST_POSTINGS);
const touched = new Uint32Array(MOST_POSTINGS);

/** Slots of the best candidates, in no order. */
export function findCandidates(lens: Lens, { vocabulary, documents, postings }: Shelves): number[] {
  if (scores.length < documents.slots) scores = new Float32Array(documents.slots * 2);
  let left = MOST_POSTINGS;
  let count = 0;
  for (const { term, value } of termsByRarity(lens, vocabulary)) {
    const read = postings.read(term, buffer.subarray(0, left));
    left -= read;
    for (let at = 0; at < read; at++) {
      const posting = buffer[at] as number;
      const slot = slotOf(posting);
      const score = scores[slot] as number;
      if (score === 0) touched[count++] = slot;
      scores[slot] = score + value * impactOf(posting);
    }
  }
  const chosen = chooseBest(touched.subarray(0, count), documents);
  for (let at = 0; at < count; at++) scores[touched[at] as number] = 0;
  return chosen;
}

/** Every term of the question with what it is worth: weight of the concepts × quality, a composite's weight shared by its parts. */
function termsByRarity({ plan, matches, weights }: Lens, vocabulary: Vocabulary): { term: TermId; value: number }[] {
  const worth = Array.from(weights);
  for (const { from, to, parts, quality } of plan.composites) {
    let weight = 0;
    for (let at = from; at <= to; at++) weight += weights[at] as number;
    for (let part = 0; part < parts.length; part++) worth.push((weight * quality) / parts.length);
  }
  const terms = [...matches].map(([term, found]) => {
    let value = 0;
    for (const { place, quality } of found) value = Math.max(value, (worth[place] as number) * quality);
    return { term, value };
  });
  terms.sort((a, b) => vocabulary.uses(a.term) - vocabulary.uses(b.term));
  return terms.filter(({ value }) => value > 0);
}

/** The slots above a threshold that about `MOST_CANDIDATES` pass, found by counting scores in bins rather than by sorting. */
function chooseBest(slots: Uint32Array, documents: Documents): number[] {
  let highest = 0;
  for (const slot of slots) highest = Math.max(highest, scores[slot] as number);
  const perBin = (BINS - 1) / (highest || 1);
  const bins = new Uint32Array(BINS);
  for (const slot of slots) {
    const bin = Math.floor((scores[slot] as number) * perBin);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let lowest = BINS;
  for (let passed = 0; lowest > 0 && passed < MOST_CANDIDATES; ) passed += bins[--lowest] as number;
  const chosen: number[] = [];
  for (const slot of slots) {
    if (Math.floor((scores[slot] as number) * perBin) >= lowest && documents.id(slot) !== null) chosen.push(slot);
    if (chosen.length === 2 * MOST_CANDIDATES) break;
  }
  return chosen;
}
