/** The passages in the index, each as its row of terms: title, text, tags. Slots of removed passages stay empty until compaction. */

import type { KindSet } from '../norwegian/question-kind.ts';
import { grown } from './chains.ts';
import type { TermId } from './vocabulary.ts';

export interface Analysed {
  readonly id: string;
  readonly title: readonly TermId[];
  readonly text: readonly TermId[];
  readonly tags: readonly TermId[];
  /** Kinds the title asks for, and kinds of fact that title and text give. */
  readonly asked: KindSet;
  readonly given: KindSet;
}

const LENGTHS = 3;

export class Documents {
  readonly #slots = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  #starts = new Uint32Array(64);
  #lengths = new Uint16Array(64 * LENGTHS);
  #asked = new Uint32Array(64);
  #given = new Uint32Array(64);
  #terms = new Uint32Array(1024);
  #end = 0;

  /** Passages that are there. */
  get size(): number {
    return this.#slots.size;
  }

  /** Slots ever given out, empty ones too. */
  get slots(): number {
    return this.#ids.length;
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** null for an empty slot. */
  id(slot: number): string | null {
    return this.#ids[slot] ?? null;
  }

  asked(slot: number): KindSet {
    return this.#asked[slot] as number;
  }

  given(slot: number): KindSet {
    return this.#given[slot] as number;
  }

  /** All terms, title first, then text, then tags. Shared memory: read it before the next `add`. */
  terms(slot: number): Uint32Array {
    const start = this.#starts[slot] as number;
    return this.#terms.subarray(
      start,
      start + this.titleLength(slot) + this.textLength(slot) + (this.#lengths[slot * LENGTHS + 2] as number),
    );
  }

  titleLength(slot: number): number {
    return this.#lengths[slot * LENGTHS] as number;
  }

  textLength(slot: number): number {
    return this.#lengths[slot * LENGTHS + 1] as number;
  }

  /** Puts a passage in a new slot; an older one of the same id must have been removed. */
  add(passage: Analysed): number {
    const slot = this.#ids.length;
    this.#ids.push(passage.id);
    this.#slots.set(passage.id, slot);
    this.#starts = grown(this.#starts, slot + 1);
    this.#lengths = grown(this.#lengths, (slot + 1) * LENGTHS);
    this.#asked = grown(this.#asked, slot + 1);
    this.#given = grown(this.#given, slot + 1);
    this.#starts[slot] = this.#end;
    this.#asked[slot] = passage.asked;
    this.#given[slot] = passage.given;
    const fields = [passage.title, passage.text, passage.tags];
    for (let field = 0; field < fields.length; field++) {
      const terms = fields[field] ?? [];
      this.#lengths[slot * LENGTHS + field] = terms.length;
      this.#terms = grown(this.#terms, this.#end + terms.length);
      this.#terms.set(terms, this.#end);
      this.#end += terms.length;
    }
    return slot;
  }

  remove(slot: number): void {
    const id = this.#ids[slot];
    if (id === null || id === undefined) return;
    this.#ids[slot] = null;
    this.#slots.delete(id);
  }

  /** The passage of a slot as it was added; for copying into a new, dense store. */
  analysed(slot: number): Analysed {
    const terms = Array.from(this.terms(slot));
    const title = this.titleLength(slot);
    const text = title + this.textLength(slot);
    return {
      id: this.id(slot) ?? '',
      title: terms.slice(0, title),
      text: terms.slice(title, text),
      tags: terms.slice(text),
      asked: this.asked(slot),
      given: this.given(slot),
    };
  }
}
