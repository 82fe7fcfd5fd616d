/** A large corpus of realistic vocabulary, made from the real one: the same every time. */

import type { Passage } from '../src/search/index.ts';
import { seededRandom } from './search-measures.ts';

const SEED = 7;
/** Words beyond the real ones: compounds of real words, in several forms. Norwegian text of this size holds about so many. */
const COMPOUNDS = 150_000;
const ENDINGS = ['', '', '', 'en', 'er', 'et', 'ene', 's', 'a', 'ane'];
/** Share of the longer words of a real sentence that give way to a word from the tail. */
const REPLACED = 0.45;
const SHORTEST_REPLACED = 6;
const SENTENCES = [1, 10] as const;

function sentencesOf(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ text }) => text.split(/(?<=[.?!])\s+/)).filter((sentence) => sentence.length > 20);
}

/** Real words first, then compounds: word number n is drawn about 1/n as often as the first (Zipf). */
function growVocabulary(passages: readonly Passage[], random: () => number): string[] {
  const counts = new Map<string, number>();
  for (const { title, text } of passages) {
    for (const word of `${title} ${text}`.toLowerCase().match(/\p{L}{4,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const real = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const pick = () => real[Math.floor(random() * real.length)] ?? '';
  const compounds = new Set<string>();
  while (compounds.size < COMPOUNDS) {
    const link = random() < 0.4 ? 's' : '';
    compounds.add(pick() + link + pick() + (ENDINGS[Math.floor(random() * ENDINGS.length)] ?? ''));
  }
  return [...real, ...compounds];
}

/** `size` passages: real sentences, a share of their words exchanged; the real passages come first, as they are. */
export function blowUp(real: readonly Passage[], size: number): Passage[] {
  const random = seededRandom(SEED);
  const sentences = sentencesOf(real);
  const words = growVocabulary(real, random);
  const drawWord = () => words[Math.floor(words.length ** random()) - 1] ?? '';
  const drawSentence = () =>
    (sentences[Math.floor(random() * sentences.length)] ?? '').replace(/\p{L}+/gu, (word) =>
      word.length >= SHORTEST_REPLACED && random() < REPLACED ? drawWord() : word,
    );
  const passages = [...real];
  while (passages.length < size) {
    const title = (real[Math.floor(random() * real.length)]?.title ?? '').replace(/\p{L}{5,}/gu, (word) =>
      random() < 0.6 ? drawWord() : word,
    );
    const count = SENTENCES[0] + Math.floor(random() * SENTENCES[1]);
    const text = Array.from({ length: count }, drawSentence).join(' ');
    passages.push({ id: `large-${passages.length}`, title, text });
  }
  return passages;
}
