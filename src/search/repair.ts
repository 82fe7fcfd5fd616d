/** Mends what typing did to the words of a question before they are looked up one by one: letters and spaces out of place. */

import { askedAfterHow } from '../norwegian/question-kind.ts';
import { stem } from '../norwegian/stems.ts';
import { contentWeight, nearestCommonWord } from '../norwegian/stop-words.ts';
import { skeleton } from '../norwegian/tokens.ts';
import { nearTerms, type Reader, sameWord } from './expansion.ts';
import { formWeight } from './vocabulary.ts';

/** Words shorter than this are found by chance in any run of letters. */
const SHORTEST_FOUND = 4;
const SHORTEST_JOINED = 6;
/** Shortest function word that is believed to be stuck to another word; «i» and «å» are the common exceptions. */
const SHORTEST_STUCK = 2;
const STUCK_LETTERS = new Set(['i', 'å']);
/** Pages are pasted whole: only a question's words are worth the work. */
const MOST_MENDED = 60;

/** The words with boundaries put right («måb ruker», «iteamet») and common words spelt right («hvofor», «hvor mage»). */
export function repairWords(words: readonly string[], reader: Reader): string[] {
  const repaired: string[] = [];
  const rest = words.slice(0, MOST_MENDED);
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string;
    const asked = askedAfterHow(repaired.at(-1) ?? '', word);
    if (asked !== null || isReadable(word, reader)) {
      repaired.push(asked ?? word);
      continue;
    }
    const next = rest[at + 1];
    const forward = next === undefined ? null : respace(word, next, reader);
    if (forward !== null) {
      rest.splice(at, 2, ...forward);
      repaired.push(rest[at] as string);
      continue;
    }
    const before = repaired.at(-1);
    const backward = before === undefined ? null : respace(before, word, reader);
    if (backward !== null) repaired.splice(-1, 1, ...backward);
    else repaired.push(...respell(word, reader));
  }
  return [...repaired, ...words.slice(MOST_MENDED)];
}

/** A common word one letter away, unless a word of the index is as near; else the two words that stick together. */
function respell(word: string, reader: Reader): readonly string[] {
  const common = nearestCommonWord(word);
  if (common !== null && (skeleton(common) === skeleton(word) || nearTerms(reader, word).every(({ distance }) => distance > 1)))
    return [common];
  return unstick(word, reader) ?? [word];
}

/** A common word, a number, or a word that the index or the thesaurus has. */
function isReadable(word: string, { vocabulary, isKnown }: Reader): boolean {
  if (formWeight(word) < 1) return true;
  for (const id of sameWord(vocabulary, stem(word)).keys()) if (isKnown(id)) return true;
  return false;
}

function isExact(word: string, { vocabulary, isKnown }: Reader): boolean {
  const id = vocabulary.find(stem(word));
  return id !== undefined && isKnown(id);
}

function isFound(word: string, reader: Reader): boolean {
  return word.length >= SHORTEST_FOUND && isReadable(word, reader);
}

/** Two words whose space is too much («enh eten») or one letter off («måb ruker», «bruke rne»). */
function respace(first: string, second: string, reader: Reader): readonly string[] | null {
  if (first.length + second.length >= SHORTEST_JOINED && isExact(first + second, reader)) return [first + second];
  const moves: [string, string][] = [
    [first.slice(0, -1), first.slice(-1) + second],
    [first + second.charAt(0), second.slice(1)],
  ];
  return moves.find(([left, right]) => isPair(left, right, reader)) ?? null;
}

/** Both can be read, and one of them is more than a function word. */
function isPair(left: string, right: string, reader: Reader): boolean {
  if (left === '' || right === '' || !(isStuck(left) || isFound(left, reader)) || !(isStuck(right) || isFound(right, reader))) return false;
  return contentWeight(left) + contentWeight(right) > 0;
}

/** A function word that may have lost its space. */
function isStuck(word: string): boolean {
  return contentWeight(word) === 0 && (word.length >= SHORTEST_STUCK || STUCK_LETTERS.has(word));
}

/** «iteamet», «hvaer»: a function word and its neighbour without the space between them. The longest known word wins. */
function unstick(word: string, reader: Reader): [string, string] | null {
  for (let cut = 1; cut <= word.length - SHORTEST_FOUND; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if (isStuck(left) && formWeight(right) === 1 && isFound(right, reader)) return [left, right];
  }
  for (let cut = word.length - 1; cut >= SHORTEST_FOUND; cut--) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if (isStuck(right) && formWeight(left) === 1 && isFound(left, reader)) return [left, right];
  }
  return null;
}
