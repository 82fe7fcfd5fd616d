/** Groups of terms that say the same, looked up by the stems of what was written. */

import { root } from '../norwegian/stems.ts';
import { isNegation } from '../norwegian/stop-words.ts';
import { tokenise } from '../norwegian/tokens.ts';
import { NO_TERM, type TermId, type Vocabulary } from './vocabulary.ts';

export interface ThesaurusGroup {
  /** Terms that say the same: one or more words each, any of bokmål, nynorsk, English, abbreviations. */
  readonly terms: readonly string[];
}

export interface Thesaurus {
  readonly groups: readonly ThesaurusGroup[];
}

/** A term of a group, as the vocabulary's terms without function words. */
export type Wording = readonly TermId[];

/** Longest wording that is looked for in a question, in words that are not function words. */
export const LONGEST_WORDING = 4;

/** Marks the key of a term that says «uten» or «ikke» of the rest. */
const DENIED = '!';

export class CompiledThesaurus {
  readonly #groups: Wording[][] = [];
  readonly #members = new Set<TermId>();
  readonly #byKey = new Map<string, number[]>();
  readonly #vocabulary: Vocabulary;

  constructor(thesauri: readonly Thesaurus[], vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const { groups } of thesauri) {
      for (const { terms } of groups) this.#addGroup(terms);
    }
  }

  #addGroup(terms: readonly string[]): void {
    const number = this.#groups.length;
    const wordings: Wording[] = [];
    const keys = new Set<string>();
    for (const term of terms) {
      const words = tokenise(term);
      const wording = words.map((word) => this.#vocabulary.learn(word)).filter((id) => id !== NO_TERM);
      const denied = words.some((word) => isNegation(word));
      const key = `${denied} ${wording.join(' ')}`;
      if (wording.length === 0 || keys.has(key)) continue;
      keys.add(key);
      for (const id of wording) this.#members.add(id);
      if (!denied) wordings.push(wording);
      if (wording.length <= LONGEST_WORDING) this.#register(wording, number, denied);
    }
    this.#groups.push(wordings);
  }

  #register(wording: Wording, group: number, denied: boolean): void {
    for (const bare of new Set([this.#key(wording, false), this.#key(wording, true)])) {
      const key = denied ? `${DENIED}${bare}` : bare;
      const groups = this.#byKey.get(key) ?? [];
      if (!groups.includes(group)) groups.push(group);
      this.#byKey.set(key, groups);
    }
  }

  #key(wording: Wording, rooted: boolean): string {
    const words = wording.map((id) => this.#vocabulary.word(id));
    return rooted ? `~${words.map(root).join(' ')}` : words.join(' ');
  }

  /**
   * The other wordings of every group that has this wording; by stem, else by root. `denied` when «uten», «ikke» or the like stands
   * before it: then the terms with such a word count too, which never match without. They are not given as alternatives.
   */
  alternatives(wording: Wording, denied: boolean): Wording[] {
    const groups = this.#groupsOf(wording, denied);
    const own = wording.join(' ');
    return groups.flatMap((group) => (this.#groups[group] ?? []).filter((other) => other.join(' ') !== own));
  }

  #groupsOf(wording: Wording, denied: boolean): readonly number[] {
    const exact = this.#key(wording, false);
    const found = this.#byKey.get(exact) ?? this.#byKey.get(this.#key(wording, true)) ?? [];
    const negative = denied ? this.#byKey.get(`${DENIED}${exact}`) : undefined;
    return negative === undefined ? found : [...new Set([...negative, ...found])];
  }

  /** Whether any wording holds the term. */
  has(id: TermId): boolean {
    return this.#members.has(id);
  }
}
