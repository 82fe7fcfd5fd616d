/** A question made ready: its concepts, what terms stand for each, and the wordings that need several terms at once. */

import { splitCompound } from '../norwegian/compounds.ts';
import { askedKinds, asksByName, type KindSet } from '../norwegian/question-kind.ts';
import { stem } from '../norwegian/stems.ts';
import { isNegation } from '../norwegian/stop-words.ts';
import { shortenedWords, tokenise } from '../norwegian/tokens.ts';
import { abbreviated } from './abbreviations.ts';
import { compoundsWith, corrections, type Expansion, keepBest, misspeltCompound, QUALITY, type Reader, sameWord } from './expansion.ts';
import { repairWords } from './repair.ts';
import { type CompiledThesaurus, LONGEST_WORDING, type Wording } from './thesaurus.ts';
import { formWeight, type TermId, type Vocabulary } from './vocabulary.ts';

/** A word of content in the question. */
export interface Concept {
  readonly form: string;
  /** How much the form says by itself, 0–1. */
  readonly weight: number;
  readonly terms: Expansion;
  /** The best known reading, for the thesaurus; null when the word is unknown. */
  reading: TermId | null;
  /** «uten», «ikke» or the like stands before it. */
  readonly denied: boolean;
  /** How sure the reading is: 1 as written, below when corrected. */
  certainty: number;
}

/** Several terms that together say what concepts `from`…`to` (inclusive) say. */
export interface Composite {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Expansion[];
  readonly quality: number;
}

export interface Plan {
  readonly concepts: readonly Concept[];
  readonly composites: readonly Composite[];
  readonly asked: KindSet;
  /** Number of the concept that is asked for by name («hvilken utdanning …», «hvor mange feriedager …»); -1 when there is none. */
  readonly focus: number;
}

/** «hvor mange andre team»: how far from the word that asks the word asked for may stand. */
const FOCUS_WITHIN = 2;

/** Words beyond this many are left out: nobody's question is longer, and a pasted page must not stall the bot. */
const MOST_CONCEPTS = 24;

export function planQuestion(question: string, vocabulary: Vocabulary, thesaurus: CompiledThesaurus): Plan {
  const isKnown = (id: TermId) => vocabulary.uses(id) > 0 || thesaurus.has(id);
  const shortened = shortenedWords(question);
  const words = repairWords(tokenise(question), { vocabulary, isKnown });
  const composites: Composite[] = [];
  const concepts = readWords(words, { vocabulary, isKnown });
  joinNeighbours(concepts, { vocabulary, isKnown, composites });
  concepts.forEach((concept, at) => {
    splitOrCorrect(concept, at, { vocabulary, isKnown, composites, shortened });
  });
  addSynonyms(concepts, composites, { vocabulary, thesaurus });
  return { concepts, composites, asked: askedKinds(words), focus: focusOf(words, concepts) };
}

/** The word of content that stands right after «hvilken», «hva slags», «hvor mange». */
function focusOf(words: readonly string[], concepts: readonly Concept[]): number {
  const after = words.findIndex((word) => asksByName(word));
  if (after < 0) return -1;
  const named = words.slice(after + 1, after + 1 + FOCUS_WITHIN).find((word) => formWeight(word) === 1);
  return named === undefined ? -1 : concepts.findIndex(({ form }) => form === named);
}

function readWords(words: readonly string[], reader: Reader): Concept[] {
  const concepts: Concept[] = [];
  let denied = false;
  for (let at = 0; at < words.length && concepts.length < MOST_CONCEPTS; at++) {
    const word = words[at] as string;
    if (isNegation(word)) denied = true;
    if (formWeight(word) === 0) continue;
    const concept = readWord(word, denied, reader);
    addStuck(concept, { before: words[at - 1] ?? '', after: words[at + 1] ?? '' }, reader.vocabulary);
    concepts.push(concept);
    denied = false;
  }
  return concepts;
}

function readWord(form: string, denied: boolean, { vocabulary, isKnown }: Reader): Concept {
  const stemmed = stem(form);
  const terms = sameWord(vocabulary, stemmed);
  let reading: TermId | null = null;
  let best = 0;
  for (const [id, quality] of terms) {
    if (quality > best && isKnown(id)) {
      best = quality;
      reading = id;
    }
  }
  for (const [id, quality] of compoundsWith(vocabulary, stemmed)) keepBest(terms, id, quality);
  return { form, weight: formWeight(form), terms, reading, denied, certainty: 1 };
}

/** «for prosjekt», «opp følging»: with the function word beside it the word is another one. */
function addStuck({ form, terms }: Concept, { before, after }: { before: string; after: string }, vocabulary: Vocabulary): void {
  const joined: string[] = [];
  if (formWeight(before) === 0) joined.push(before + form);
  if (formWeight(after) === 0) joined.push(form + after);
  for (const word of joined) {
    const id = word === form ? undefined : vocabulary.find(stem(word));
    if (id !== undefined && vocabulary.uses(id) > 0) keepBest(terms, id, QUALITY.joined);
  }
}

/** «senge plasser» is «sengeplasser»: two neighbours that together are a known word. */
function joinNeighbours(concepts: readonly Concept[], { vocabulary, isKnown, composites }: Omit<Workplace, 'shortened'>): void {
  for (let at = 0; at + 1 < concepts.length; at++) {
    const first = concepts[at] as Concept;
    const second = concepts[at + 1] as Concept;
    const joined = sameWord(vocabulary, stem(first.form + second.form));
    const known = [...joined].filter(([id, quality]) => quality >= QUALITY.spelling && isKnown(id));
    if (known.length === 0) continue;
    composites.push({ from: at, to: at + 1, parts: [new Map(known)], quality: QUALITY.joined });
    for (const concept of [first, second]) concept.reading ??= known[0]?.[0] ?? null;
  }
}

interface Workplace {
  readonly vocabulary: Vocabulary;
  readonly isKnown: (id: TermId) => boolean;
  readonly composites: Composite[];
  readonly shortened: ReadonlySet<string>;
}

/** A compound of known parts may be said apart; a word that is unknown even so is taken for a misspelling. */
function splitOrCorrect(concept: Concept, at: number, { vocabulary, isKnown, composites, shortened }: Workplace): void {
  const parts = splitCompound(concept.form, (part) => knownStem(part, vocabulary, isKnown));
  if (parts !== null) {
    const expansions = parts.map((part) => withCompounds(vocabulary, part));
    composites.push({ from: at, to: at, parts: expansions, quality: QUALITY.compound });
  }
  if (concept.reading !== null || parts !== null || concept.weight < 1) return;
  const likely = shortened.has(concept.form)
    ? abbreviated(vocabulary, concept.form, isKnown)
    : corrections({ vocabulary, isKnown }, concept.form);
  let best = 0;
  for (const [id, quality] of likely) {
    if (quality > best) {
      best = quality;
      concept.reading = id;
      concept.certainty = quality;
    }
    const corrected = withCompounds(vocabulary, vocabulary.word(id));
    for (const [term, likeness] of corrected) keepBest(concept.terms, term, likeness * quality);
  }
  if (best >= QUALITY.likeness) return;
  const split = (part: string) => wordOrParts(part, vocabulary, isKnown);
  const misspelt = misspeltCompound({ vocabulary, isKnown }, concept.form, split);
  if (misspelt !== null) composites.push({ from: at, to: at, parts: misspelt, quality: QUALITY.compound });
}

/** A known word is its own only part. */
function wordOrParts(part: string, vocabulary: Vocabulary, isKnown: (id: TermId) => boolean): readonly string[] | null {
  const find = (piece: string) => knownStem(piece, vocabulary, isKnown);
  const whole = find(part) ?? (part.endsWith('s') ? find(part.slice(0, -1)) : null);
  return whole === null ? splitCompound(part, find) : [whole];
}

function knownStem(part: string, vocabulary: Vocabulary, isKnown: (id: TermId) => boolean): string | null {
  const stemmed = stem(part);
  const id = vocabulary.find(stemmed);
  return id !== undefined && isKnown(id) ? stemmed : null;
}

function withCompounds(vocabulary: Vocabulary, stemmed: string): Expansion {
  const terms = sameWord(vocabulary, stemmed);
  for (const [id, quality] of compoundsWith(vocabulary, stemmed)) keepBest(terms, id, quality);
  return terms;
}

interface Sources {
  readonly vocabulary: Vocabulary;
  readonly thesaurus: CompiledThesaurus;
}

/** Other wordings for every stretch of the question that the thesaurus knows; longer stretches beside the shorter ones. */
function addSynonyms(concepts: readonly Concept[], composites: Composite[], { vocabulary, thesaurus }: Sources): void {
  for (let from = 0; from < concepts.length; from++) {
    const wording: TermId[] = [];
    let certainty = 1;
    let denied = false;
    for (let to = from; to < Math.min(concepts.length, from + LONGEST_WORDING); to++) {
      const { reading, certainty: sure, denied: negative } = concepts[to] as Concept;
      if (reading === null) break;
      denied ||= negative;
      wording.push(reading);
      certainty *= sure;
      for (const other of thesaurus.alternatives(wording, denied)) {
        addWording(other, { concepts, composites, vocabulary, from, to, quality: QUALITY.synonym * certainty });
      }
    }
  }
}

interface Place extends Omit<Workplace, 'isKnown' | 'shortened'> {
  readonly concepts: readonly Concept[];
  readonly from: number;
  readonly to: number;
  readonly quality: number;
}

function addWording(wording: Wording, { concepts, composites, vocabulary, from, to, quality }: Place): void {
  const parts = wording.map((id) => sameWord(vocabulary, vocabulary.word(id)));
  if (from < to || parts.length > 1) {
    if (parts.every((part) => anyUsed(part, vocabulary))) composites.push({ from, to, parts, quality });
    return;
  }
  const terms = concepts[from]?.terms;
  for (const [id, likeness] of parts[0] ?? []) if (terms !== undefined) keepBest(terms, id, likeness * quality);
}

function anyUsed(terms: Expansion, vocabulary: Vocabulary): boolean {
  for (const id of terms.keys()) if (vocabulary.uses(id) > 0) return true;
  return false;
}
