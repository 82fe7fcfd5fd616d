/** The cheap first stage: which passages are worth a closer look, by the impacts of the question's rarest terms. */

import type { Chains } from './chains.ts';
import type { Documents } from './documents.ts';
import type { Lens } from './matching.ts';
import { impactOf, slotOf } from './postings.ts';
import type { TermId, Vocabulary } from './vocabulary.ts';

/** Passages looked at closely. */
const MOST_CANDIDATES = 200;
/** Postings read per question, rarest terms first; common terms are then weighed in the closer look alone. */
const MOST_POSTINGS = 120_000;

export interface Shelves {
  readonly vocabulary: Vocabulary;
  readonly documents: Documents;
  readonly postings: Chains;
}

let scores = new Float32Array(0);
const buffer = new Uint32Array(MOST_POSTINGS);

/** Slots of the best candidates, in no order. */
export function findCandidates(lens: Lens, { vocabulary, documents, postings }: Shelves): number[] {
  if (scores.length < documents.slots) scores = new Float32Array(documents.slots * 2);
  const touched: number[] = [];
  let left = MOST_POSTINGS;
  for (const { term, value } of termsByValue(lens, vocabulary)) {
    const uses = vocabulary.uses(term);
    if (uses > left) continue;
    const count = postings.read(term, buffer);
    left -= count;
    for (let at = 0; at < count; at++) {
      const posting = buffer[at] as number;
      const slot = slotOf(posting);
      if (scores[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] as number) + value * impactOf(posting);
    }
  }
  return best(touched, documents);
}

/** Every term of the question with what it is worth: weight of the concepts × quality, a composite's weight shared by its parts. */
function termsByValue({ plan, matches, weights }: Lens, vocabulary: Vocabulary): { term: TermId; value: number }[] {
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

function best(touched: number[], documents: Documents): number[] {
  const alive = touched.filter((slot) => documents.id(slot) !== null);
  let chosen = alive;
  if (alive.length > MOST_CANDIDATES) {
    const sorted = Float32Array.from(alive, (slot) => scores[slot] as number).sort();
    const threshold = sorted[sorted.length - MOST_CANDIDATES] as number;
    chosen = alive.filter((slot) => (scores[slot] as number) >= threshold).slice(0, 2 * MOST_CANDIDATES);
  }
  for (const slot of touched) scores[slot] = 0;
  return chosen;
}
