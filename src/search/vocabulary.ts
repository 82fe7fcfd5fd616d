/** The words that the index knows, by stem; found again by spelling without æøå, by root, and by four-letter pieces. */

import { root, stem } from '../norwegian/stems.ts';
import { contentWeight } from '../norwegian/stop-words.ts';
import { isNumber, skeleton } from '../norwegian/tokens.ts';
import { Chains, grown } from './chains.ts';

export type TermId = number;
/** In the place of a term: a function word, which is not indexed. */
export const NO_TERM: TermId = -1;

const BUCKETS = 1 << 18;
const GRAM = 4;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzæøå';
/** A piece that this many words hold tells nothing; only the first of them are looked at. */
const LONGEST_GRAM_LIST = 6000;
/** Forms remembered between stemmings; forgotten all at once when full. */
const REMEMBERED_FORMS = 40_000;
/** A bare number is weaker evidence of the subject than a word. */
const NUMBER_WEIGHT = 0.6;

/** 32-bit FNV-1a over UTF-16 units of `text` from `from` to `to`, as a bucket number. */
function bucketOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS;
}

/** How much a form says, 0–1, before it is known how rare it is. */
export function formWeight(form: string): number {
  return isNumber(form) ? NUMBER_WEIGHT : contentWeight(form);
}

/** A word cut out of a text keeps the whole text in memory (V8's sliced strings); a copy does not. */
function ownCopy(word: string): string {
  return word.split('').join('');
}

export class Vocabulary {
  readonly #ids = new Map<string, TermId>();
  readonly #words: string[] = [];
  /** Their skeletons; the same string where nothing is folded. */
  readonly #bares: string[] = [];
  #weights = new Float32Array(64);
  #uses = new Uint32Array(64);
  readonly #skeletons = new Chains(BUCKETS);
  readonly #roots = new Chains(BUCKETS);
  readonly #grams = new Chains(BUCKETS);
  readonly #forms = new Map<string, TermId>();
  readonly #found = new Uint32Array(LONGEST_GRAM_LIST);

  get size(): number {
    return this.#words.length;
  }

  word(id: TermId): string {
    return this.#words[id] ?? '';
  }

  /** The word's skeleton. */
  bare(id: TermId): string {
    return this.#bares[id] ?? '';
  }

  /** 0–1: light words and numbers below 1. */
  weight(id: TermId): number {
    return this.#weights[id] ?? 0;
  }

  /** How many passages hold the term. */
  uses(id: TermId): number {
    return this.#uses[id] ?? 0;
  }

  count(id: TermId, change: 1 | -1): void {
    this.#uses[id] = (this.#uses[id] as number) + change;
  }

  find(stemmed: string): TermId | undefined {
    return this.#ids.get(stemmed);
  }

  /** The term of a word form, made when it is new; `NO_TERM` for a function word. */
  learn(form: string): TermId {
    const known = this.#forms.get(form);
    if (known !== undefined) return known;
    const weight = formWeight(form);
    const id = weight === 0 ? NO_TERM : this.#intern(stem(form), weight);
    if (this.#forms.size >= REMEMBERED_FORMS) this.#forms.clear();
    this.#forms.set(ownCopy(form), id);
    return id;
  }

  #intern(found: string, weight: number): TermId {
    const known = this.#ids.get(found);
    if (known !== undefined) return known;
    const stemmed = ownCopy(found);
    const id = this.#words.length;
    this.#ids.set(stemmed, id);
    this.#words.push(stemmed);
    this.#weights = grown(this.#weights, id + 1);
    this.#uses = grown(this.#uses, id + 1);
    this.#weights[id] = weight;
    const folded = skeleton(stemmed);
    const bare = folded === stemmed ? stemmed : ownCopy(folded);
    this.#bares.push(bare);
    this.#skeletons.add(bucketOf(bare), id);
    const rooted = root(stemmed);
    this.#roots.add(bucketOf(rooted), id);
    const framed = `^${bare}$`;
    for (let at = 0; at + GRAM <= framed.length; at++) this.#grams.add(bucketOf(framed, at, at + GRAM), id);
    return id;
  }

  /** Terms spelt alike but for æ, ø, å. */
  spelledLike(stemmed: string): TermId[] {
    const bare = skeleton(stemmed);
    const count = this.#skeletons.read(bucketOf(bare), this.#found);
    return this.#keep(count, (id) => this.bare(id) === bare);
  }

  /** Terms of the same root. */
  rootedLike(stemmed: string): TermId[] {
    const rooted = root(stemmed);
    const count = this.#roots.read(bucketOf(rooted), this.#found);
    return this.#keep(count, (id) => root(this.word(id)) === rooted);
  }

  #keep(count: number, matches: (id: TermId) => boolean): TermId[] {
    const kept: TermId[] = [];
    for (let at = 0; at < count; at++) {
      const id = this.#found[at] as number;
      if (matches(id)) kept.push(id);
    }
    return kept;
  }

  /** Terms that begin so (at least three letters), longer than the beginning. */
  beginning(start: string): TermId[] {
    const bare = skeleton(start);
    const framed = `^${bare}`.slice(0, GRAM);
    if (framed.length < GRAM) return [];
    const count = this.#grams.read(bucketOf(framed), this.#found);
    return this.#keep(count, (id) => this.word(id).length > start.length && this.bare(id).startsWith(bare));
  }

  /** Terms that contain `part` (at least four letters) anywhere, unchecked beyond that. */
  containing(part: string): TermId[] {
    const bare = skeleton(part);
    let best = Number.POSITIVE_INFINITY;
    let bucket = -1;
    for (let at = 0; at + GRAM <= bare.length; at++) {
      const candidate = bucketOf(bare, at, at + GRAM);
      const size = this.#grams.read(candidate, this.#found);
      if (size < best) {
        best = size;
        bucket = candidate;
      }
    }
    if (bucket < 0) return [];
    const count = this.#grams.read(bucket, this.#found);
    return this.#keep(count, (id) => this.word(id).length > part.length && this.bare(id).includes(bare));
  }

  /** Terms one letter more, less or other, or two neighbours exchanged: in short words such errors leave no four-letter piece whole. */
  oneErrorFrom(stemmed: string): TermId[] {
    const found = new Set<TermId>();
    const look = (word: string) => {
      const id = this.#ids.get(word);
      if (id !== undefined && word !== stemmed) found.add(id);
    };
    for (let at = 0; at <= stemmed.length; at++) {
      const [before, after] = [stemmed.slice(0, at), stemmed.slice(at)];
      look(before + after.slice(1));
      if (after.length > 1) look(before + after.charAt(1) + after.charAt(0) + after.slice(2));
      for (const letter of ALPHABET) {
        look(before + letter + after);
        look(before + letter + after.slice(1));
      }
    }
    return [...found];
  }

  /** Terms that share most four-letter pieces with the word (Dice over pieces), best first. */
  resembling(stemmed: string, limit: number): { id: TermId; likeness: number }[] {
    const framed = `^${skeleton(stemmed)}$`;
    const shared = new Map<TermId, number>();
    const pieces = framed.length - GRAM + 1;
    for (let at = 0; at < pieces; at++) {
      const count = this.#grams.read(bucketOf(framed, at, at + GRAM), this.#found);
      for (let index = 0; index < count; index++) {
        const id = this.#found[index] as number;
        shared.set(id, (shared.get(id) ?? 0) + 1);
      }
    }
    const scored = [...shared].map(([id, count]) => ({ id, likeness: (2 * count) / (pieces + this.word(id).length + 2 - GRAM + 1) }));
    scored.sort((a, b) => b.likeness - a.likeness || a.id - b.id);
    return scored.slice(0, limit);
  }
}
