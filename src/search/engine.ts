/** The index at work: puts and removes passages, finds candidates, describes and ranks them. */

import { askedKinds, givenKinds } from '../norwegian/question-kind.ts';
import { tokenise } from '../norwegian/tokens.ts';
import { findCandidates, type Shelves } from './candidates.ts';
import { Chains } from './chains.ts';
import { type Analysed, Documents } from './documents.ts';
import { describePassage, type FeatureRow, figuresIn, lacksNumber, RANKING_FEATURES, SCANT } from './features.ts';
import { relatedSlots } from './kinship.ts';
import { Coverage, layLens } from './matching.ts';
import { RANKING } from './model.ts';
import { planQuestion } from './plan.ts';
import { encodePosting, impactsOf } from './postings.ts';
import { CompiledThesaurus, type Thesaurus } from './thesaurus.ts';
import { NO_TERM, type TermId, Vocabulary } from './vocabulary.ts';

export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly tags?: readonly string[];
}

/** A passage that may answer, with what is known about it. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
  readonly features: FeatureRow;
  /** The question names a figure («ungdom på 16 år») that the passage does not have. */
  readonly lacksNumber: boolean;
}

/** Compact when more slots than this are empty, and more than the share below. */
const FEWEST_EMPTY = 1000;
const EMPTY_SHARE = 0.3;
/** Words of a field that are indexed; the rest of a longer text is not found. Lengths are kept in 16 bits. */
const MOST_WORDS = 60_000;
const EVIDENCE = RANKING_FEATURES.indexOf('evidence');
const SAME_KIND = RANKING_FEATURES.indexOf('sameKind');
/** More than a title that holds the word and little else is worth. */
const KIND_BONUS = 1.2;
const RANKING_ROW = Float64Array.from(RANKING_FEATURES, (feature) => RANKING[feature]);

export class Engine {
  readonly #vocabulary = new Vocabulary();
  readonly #thesaurus: CompiledThesaurus;
  #documents = new Documents();
  #postings = new Chains(1024);

  constructor(thesauri: readonly Thesaurus[]) {
    this.#thesaurus = new CompiledThesaurus(thesauri, this.#vocabulary);
  }

  get size(): number {
    return this.#documents.size;
  }

  put(passage: Passage): void {
    this.remove(passage.id);
    this.#add(this.#analyse(passage));
  }

  remove(id: string): void {
    const slot = this.#documents.slotOf(id);
    if (slot === undefined) return;
    for (const term of new Set(this.#documents.terms(slot))) this.#vocabulary.count(term, -1);
    this.#documents.remove(slot);
    const empty = this.#documents.slots - this.#documents.size;
    if (empty > FEWEST_EMPTY && empty > this.#documents.slots * EMPTY_SHARE) this.#compact();
  }

  /** The passages that may answer, best first, at most `limit`. */
  rank(question: string, limit: number): Ranked[] {
    const plan = planQuestion(question, this.#vocabulary, this.#thesaurus);
    const lens = layLens(plan, this.#vocabulary, this.#documents.size);
    const scene = { documents: this.#documents, vocabulary: this.#vocabulary, lens, coverage: new Coverage(lens) };
    const figures = figuresIn(lens);
    const ranked = findCandidates(lens, this.#shelves()).map((slot) => {
      const features = describePassage(scene, slot);
      const rank = dot(features, RANKING_ROW) + kindBonus(features);
      return { id: this.#documents.id(slot) ?? '', rank, features, lacksNumber: lacksNumber(scene, figures) };
    });
    ranked.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
    return ranked.slice(0, limit);
  }

  /** Ids of the passages that are about the same as this one, nearest first; none for an id that is not there. */
  related(id: string, limit: number): string[] {
    const slot = this.#documents.slotOf(id);
    if (slot === undefined) return [];
    return relatedSlots(slot, this.#shelves(), limit).map((other) => this.#documents.id(other) ?? '');
  }

  #shelves(): Shelves {
    return { vocabulary: this.#vocabulary, documents: this.#documents, postings: this.#postings };
  }

  #analyse({ id, title, text, tags }: Passage): Analysed {
    const titleWords = tokenise(title);
    const textWords = tokenise(text);
    return {
      id,
      title: this.#terms(titleWords),
      text: this.#terms(textWords),
      tags: (tags ?? []).flatMap((tag) => this.#terms(tokenise(tag))),
      asked: askedKinds(titleWords),
      given: givenKinds(titleWords) | givenKinds(textWords),
    };
  }

  #terms(words: readonly string[]): TermId[] {
    const terms: TermId[] = [];
    for (const word of words.slice(0, MOST_WORDS)) {
      const term = this.#vocabulary.learn(word);
      if (term !== NO_TERM) terms.push(term);
    }
    return terms;
  }

  #add(passage: Analysed): void {
    const slot = this.#documents.add(passage);
    for (const [term, impact] of impactsOf(passage)) {
      this.#postings.add(term, encodePosting(slot, impact));
      this.#vocabulary.count(term, 1);
    }
  }

  /** Copies what is left into a new, dense store. The vocabulary stays. */
  #compact(): void {
    const old = this.#documents;
    this.#documents = new Documents();
    this.#postings = new Chains(this.#vocabulary.size);
    for (let slot = 0; slot < old.slots; slot++) {
      if (old.id(slot) === null) continue;
      const passage = old.analysed(slot);
      const added = this.#documents.add(passage);
      for (const [term, impact] of impactsOf(passage)) this.#postings.add(term, encodePosting(added, impact));
    }
  }
}

/** Where the words say next to nothing, the kind of fact that is asked for decides. */
function kindBonus(features: FeatureRow): number {
  return (features[EVIDENCE] as number) < SCANT ? KIND_BONUS * (features[SAME_KIND] as number) : 0;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < b.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
