/** A posting: in which passage a term stands and how much it counts there, in one 32-bit number. */

import type { Analysed } from './documents.ts';
import type { TermId } from './vocabulary.ts';

const IMPACT_BITS = 8;
const LARGEST_IMPACT = 255;
/** BM25F: a word in the title counts as this many in the text; in the tags as this many. */
const TITLE_BOOST = 3;
const TAG_BOOST = 0.5;
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
/** Words of content in a middling passage. A constant, so that an impact never changes when other passages come. */
const MIDDLING_LENGTH = 40;

export function encodePosting(slot: number, impact: number): number {
  return ((slot << IMPACT_BITS) | impact) >>> 0;
}

export function slotOf(posting: number): number {
  return posting >>> IMPACT_BITS;
}

/** 0–1. */
export function impactOf(posting: number): number {
  return (posting & LARGEST_IMPACT) / LARGEST_IMPACT;
}

/** Each term of the passage with its impact, 1–255: term frequency by field, saturated, eased for long texts. */
export function impactsOf({ title, text, tags }: Analysed): Map<TermId, number> {
  const counts = new Map<TermId, number>();
  const ease = 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * (text.length / MIDDLING_LENGTH));
  for (const term of title) counts.set(term, (counts.get(term) ?? 0) + TITLE_BOOST);
  for (const term of text) counts.set(term, (counts.get(term) ?? 0) + ease);
  for (const term of tags) counts.set(term, (counts.get(term) ?? 0) + TAG_BOOST);
  for (const [term, count] of counts) counts.set(term, Math.max(1, Math.round((LARGEST_IMPACT * count) / (count + SATURATION))));
  return counts;
}
