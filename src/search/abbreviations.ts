/** Shortened words: «oppdr» for «oppdrag», «pvo» for «personvernombud». */

import { splitCompound } from '../norwegian/compounds.ts';
import { stem } from '../norwegian/stems.ts';
import { type Expansion, keepBest, QUALITY } from './expansion.ts';
import type { TermId, Vocabulary } from './vocabulary.ts';

const SHORTEST_BEGINNING = 3;
const SHORTEST_INITIALS = 2;
const LONGEST_INITIALS = 4;
/** A beginning that more words share than this says nothing. */
const MOST_WORDS = 8;
/** Initials are looked for word by word: in larger vocabularies that takes too long, and matches too much. */
const LARGEST_VOCABULARY = 30_000;

/** The known words that a form may be short for; empty when there are none, or too many to tell. */
export function abbreviated(vocabulary: Vocabulary, form: string, known: (id: TermId) => boolean): Expansion {
  const begun = form.length < SHORTEST_BEGINNING ? [] : vocabulary.beginning(form).filter(known);
  const words = begun.length > 0 ? begun : compoundsByInitials(vocabulary, form);
  const expansion: Expansion = new Map();
  if (words.length > MOST_WORDS) return expansion;
  for (const id of words) keepBest(expansion, id, QUALITY.abbreviation);
  return expansion;
}

function compoundsByInitials(vocabulary: Vocabulary, initials: string): TermId[] {
  const found: TermId[] = [];
  if (initials.length < SHORTEST_INITIALS || initials.length > LONGEST_INITIALS || vocabulary.size > LARGEST_VOCABULARY) return found;
  const find = (part: string) => {
    const stemmed = stem(part);
    return vocabulary.find(stemmed) === undefined ? null : stemmed;
  };
  for (let id = 0; id < vocabulary.size; id++) {
    const word = vocabulary.word(id);
    if (word.charCodeAt(0) !== initials.charCodeAt(0) || vocabulary.uses(id) === 0 || !holdsInOrder(word, initials)) continue;
    const parts = splitCompound(word, find) ?? [];
    const smallest = parts.flatMap((part) => splitCompound(part, find) ?? [part]);
    if (initialsOf(parts) === initials || initialsOf(smallest) === initials) found.push(id);
  }
  return found;
}

function initialsOf(parts: readonly string[]): string {
  return parts.map((part) => part.charAt(0)).join('');
}

function holdsInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
