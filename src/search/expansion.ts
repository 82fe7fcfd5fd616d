/** Which terms of the index a word of the question may stand for, and how surely. */

import { partOf } from '../norwegian/compounds.ts';
import { editDistance, errorsAllowed } from '../norwegian/spelling.ts';
import { stem } from '../norwegian/stems.ts';
import { skeleton, soundOf } from '../norwegian/tokens.ts';
import type { TermId, Vocabulary } from './vocabulary.ts';

/** Terms with the quality of the match, 0–1: 1 is the word itself. */
export type Expansion = Map<TermId, number>;

/** Qualities of a match by kind. Chosen by judgement; a tenth more or less moved no figure of the develop questions by more than 0.01. */
export const QUALITY = {
  exact: 1,
  spelling: 0.95,
  root: 0.8,
  head: 0.65,
  modifier: 0.5,
  likeness: 0.6,
  synonym: 0.8,
  compound: 0.9,
  joined: 0.95,
  abbreviation: 0.75,
} as const;

/** A compound's part must be this long to be looked for inside other words. */
const SHORTEST_PART = 4;
const MOST_COMPOUNDS = 200;
const MOST_CANDIDATES = 40;
/** In a longer word one error leaves some four-letter piece whole. */
const LONGEST_PIECELESS = 9;
const LEAST_LIKENESS = 0.55;
const MOST_CORRECTIONS = 3;
/** One typing error in a word of n letters costs this/n of the match: in short words an error is more likely another word. */
const ERROR_COST = 0.7;

export function keepBest(expansion: Expansion, id: TermId, quality: number): void {
  if (quality > (expansion.get(id) ?? 0)) expansion.set(id, quality);
}

/** Same word in other forms: the stem itself, its spellings without æøå, its root. */
export function sameWord(vocabulary: Vocabulary, stemmed: string): Expansion {
  const expansion: Expansion = new Map();
  const exact = vocabulary.find(stemmed);
  for (const id of vocabulary.rootedLike(stemmed)) keepBest(expansion, id, QUALITY.root);
  for (const id of vocabulary.spelledLike(stemmed)) keepBest(expansion, id, QUALITY.spelling);
  if (exact !== undefined) keepBest(expansion, exact, QUALITY.exact);
  return expansion;
}

/** Compounds that have the word as their first or last element. */
export function compoundsWith(vocabulary: Vocabulary, stemmed: string): Expansion {
  const expansion: Expansion = new Map();
  if (stemmed.length < SHORTEST_PART) return expansion;
  for (const id of vocabulary.containing(stemmed)) {
    if (expansion.size >= MOST_COMPOUNDS) break;
    const place = partOf(vocabulary.word(id), stemmed);
    if (place !== null && vocabulary.uses(id) > 0) expansion.set(id, QUALITY[place]);
  }
  return expansion;
}

/** A word that only sounds like another counts as this many errors. */
const SOUND_DISTANCE = 0.5;

const SHORT_WORD = 4;

/** From this length on a word is told by the rest of it, even when its first letter is wrong. */
const TOLD_BY_REST = 7;

/** Hardly anybody mistypes the first letter; it may have changed places with the second. */
function beginsAlike(a: string, b: string): boolean {
  return (
    a.length >= TOLD_BY_REST ||
    a.charCodeAt(0) === b.charCodeAt(0) ||
    (a.charCodeAt(0) === b.charCodeAt(1) && a.charCodeAt(1) === b.charCodeAt(0))
  );
}

/** «fakt» and «fact», «kurs» and «kors»: in so short a word another letter makes another word; letters that changed places do not. */
function isAnotherWord(a: string, b: string): boolean {
  if (a.length > SHORT_WORD || a.length !== b.length || a === b) return false;
  return [...a].sort().join('') !== [...b].sort().join('');
}

/** A vocabulary with the say on which of its terms count as known. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly isKnown: (id: TermId) => boolean;
}

interface Near {
  readonly id: TermId;
  readonly distance: number;
}

/** Known terms within the typing errors that the form's length allows, nearest first. */
export function nearTerms(reader: Reader, form: string): Near[] {
  return lookAround(reader, form).near;
}

function candidatesFor(vocabulary: Vocabulary, stemmed: string): { id: TermId; likeness: number }[] {
  const alike = vocabulary.resembling(stemmed, MOST_CANDIDATES);
  if (stemmed.length > LONGEST_PIECELESS) return alike;
  const seen = new Set(alike.map(({ id }) => id));
  const others = vocabulary.oneErrorFrom(stemmed).filter((id) => !seen.has(id));
  return [...alike, ...others.map((id) => ({ id, likeness: 0 }))];
}

function lookAround({ vocabulary, isKnown }: Reader, form: string): { near: Near[]; alike: { id: TermId; likeness: number }[] } {
  const stemmed = stem(form);
  const bare = skeleton(stemmed);
  const sound = soundOf(stemmed);
  const allowed = errorsAllowed(form.length);
  const near: Near[] = [];
  const alike: { id: TermId; likeness: number }[] = [];
  for (const { id, likeness } of candidatesFor(vocabulary, stemmed)) {
    if (!isKnown(id)) continue;
    const word = vocabulary.bare(id);
    const spelt = editDistance(bare, word, allowed);
    const distance = spelt > 0 && soundOf(vocabulary.word(id)) === sound ? SOUND_DISTANCE : spelt;
    if (distance <= allowed && word.length > 2 && beginsAlike(bare, word) && !isAnotherWord(bare, word)) near.push({ id, distance });
    else if (likeness >= LEAST_LIKENESS) alike.push({ id, likeness });
  }
  near.sort((a, b) => a.distance - b.distance || vocabulary.uses(b.id) - vocabulary.uses(a.id));
  return { near, alike };
}

/** Known words that a misspelt one may have been meant as; empty when nothing is near. */
export function corrections(reader: Reader, form: string): Expansion {
  const { near, alike } = lookAround(reader, form);
  const expansion: Expansion = new Map();
  const least = near[0]?.distance;
  for (const { id, distance } of near.slice(0, MOST_CORRECTIONS)) {
    if (distance === least) keepBest(expansion, id, 1 - (ERROR_COST * distance) / form.length);
  }
  if (expansion.size > 0) return expansion;
  for (const { id, likeness } of alike.slice(0, MOST_CORRECTIONS)) keepBest(expansion, id, likeness * QUALITY.likeness);
  return expansion;
}

/** A part that is misspelt must be this long to be told from other words. */
const SHORTEST_MISSPELT_PART = 5;
/** Cuts tried, those with the longest known part first. */
const MOST_CUTS = 3;

/** The parts of a compound of which one is misspelt («personvenrbrudd»), each with what it may stand for; null when it is none. */
export function misspeltCompound(reader: Reader, form: string, split: (part: string) => readonly string[] | null): Expansion[] | null {
  const cuts: { known: readonly string[]; rest: string; first: boolean }[] = [];
  for (let cut = SHORTEST_PART - 1; cut <= form.length - SHORTEST_PART + 1; cut++) {
    const [left, right] = [form.slice(0, cut), form.slice(cut)];
    const before = right.length < SHORTEST_MISSPELT_PART ? null : split(left);
    if (before !== null) cuts.push({ known: before, rest: right, first: true });
    const after = left.length < SHORTEST_MISSPELT_PART ? null : split(right);
    if (after !== null) cuts.push({ known: after, rest: left, first: false });
  }
  cuts.sort((a, b) => a.rest.length - b.rest.length);
  for (const { known, rest, first } of cuts.slice(0, MOST_CUTS)) {
    const [nearest, second] = nearTerms(reader, rest);
    if (nearest === undefined || nearest.distance > 1 || second?.distance === nearest.distance) continue;
    const corrected: Expansion = new Map([[nearest.id, 1 - (ERROR_COST * nearest.distance) / rest.length]]);
    const others = known.map((part) => sameWord(reader.vocabulary, part));
    return first ? [...others, corrected] : [corrected, ...others];
  }
  return null;
}
