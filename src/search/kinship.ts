/** Which passages are about the same as a passage: by the rare words and tags they share. */

import type { Shelves } from './candidates.ts';
import type { Documents } from './documents.ts';
import { rarity } from './matching.ts';
import { slotOf } from './postings.ts';
import type { TermId, Vocabulary } from './vocabulary.ts';

/** A word of the title, of the text and of the tags. */
const TITLE_SHARE = 1;
const TEXT_SHARE = 0.25;
const TAG_SHARE = 0.6;
/** A term that more passages hold than this finds no relatives, though it counts for those that others found. */
const MOST_HOLDERS = 500;
/** Least kinship (0–1, the cosine of the two passages' rare words) at which passages are called related; chosen on the handbooks' own entries. */
const LEAST_KINSHIP = 0.4;

type Profile = Map<TermId, { readonly weight: number; readonly names: boolean }>;

const buffer = new Uint32Array(MOST_HOLDERS);

/** Slots of the passages nearest to the one in `slot`, nearest first, at most `limit`; none that is not near enough. */
export function relatedSlots(slot: number, { documents, vocabulary, postings }: Shelves, limit: number): number[] {
  const own = profileOf(slot, documents, vocabulary);
  const near = new Map<number, number>();
  for (const term of own.keys()) {
    if (vocabulary.uses(term) >= MOST_HOLDERS) continue;
    const read = postings.read(term, buffer);
    for (let at = 0; at < read; at++) {
      const other = slotOf(buffer[at] as number);
      if (other !== slot && documents.id(other) !== null) near.set(other, 0);
    }
  }
  for (const other of near.keys()) near.set(other, cosine(own, profileOf(other, documents, vocabulary)));
  const found = [...near].filter(([, kinship]) => kinship >= LEAST_KINSHIP);
  found.sort(([a, first], [b, second]) => second - first || ((documents.id(a) ?? '') < (documents.id(b) ?? '') ? -1 : 1));
  return found.slice(0, limit).map(([other]) => other);
}

/** What each term of a passage weighs: where it stands × how rare it is, squared so that common words hardly count. Light words, and those that no other passage has, are left out. */
function profileOf(slot: number, documents: Documents, vocabulary: Vocabulary): Profile {
  const terms = documents.terms(slot);
  const textFrom = documents.titleLength(slot);
  const tagsFrom = textFrom + documents.textLength(slot);
  const profile: Profile = new Map();
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number;
    if (vocabulary.uses(term) < 2 || vocabulary.weight(term) < 1) continue;
    const share = at < textFrom ? TITLE_SHARE : at < tagsFrom ? TEXT_SHARE : TAG_SHARE;
    const weight = share * rarity(vocabulary.uses(term), documents.size) ** 2;
    if (weight > (profile.get(term)?.weight ?? 0)) profile.set(term, { weight, names: share > TEXT_SHARE });
  }
  return profile;
}

/** 0 unless some word that they share names both: it stands in the title or the tags of each. */
function cosine(first: Profile, second: Profile): number {
  let shared = 0;
  let named = false;
  for (const [term, own] of first) {
    const other = second.get(term);
    if (other === undefined) continue;
    shared += own.weight * other.weight;
    named ||= own.names && other.names;
  }
  return named ? shared / Math.sqrt(squares(first) * squares(second)) : 0;
}

function squares(profile: Profile): number {
  let sum = 0;
  for (const { weight } of profile.values()) sum += weight * weight;
  return sum;
}
