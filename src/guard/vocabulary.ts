import { editDistance } from '../norwegian/spelling.ts';
import { skeleton } from '../norwegian/tokens.ts';

/** Words from this length on may be misspelt by one letter; in shorter ones another word is nearer than an error. */
const SHORTEST_MISSPELT = 7;
/** Folded words («gjore») shorter than this are words of their own («for», «far»). */
const SHORTEST_FOLDED = 4;
/** Words of earlier texts whose reading is kept. */
const MOST_REMEMBERED = 20_000;
/** No word of the lists comes near this length. */
const LONGEST_WORD = 40;

type Ids = readonly number[];
const NONE: Ids = [];

function add(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

/** Spellings of a word on a keyboard without æ, ø and å. */
function respelt(word: string): string[] {
  const digraphs = word.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae');
  const folded = skeleton(word);
  return folded.length < SHORTEST_FOLDED ? [digraphs] : [digraphs, folded];
}

/** The word with one letter left out, each way: two words that differ by one error meet in one of them. */
function shortened(word: string): string[] {
  const ways = [word];
  for (let at = 0; at < word.length; at++) ways.push(word.slice(0, at) + word.slice(at + 1));
  return ways;
}

function isNear(typed: string, word: string): boolean {
  return typed[0] === word[0] && editDistance(typed, word, 1) <= 1;
}

/**
 * The words of the lists: whole (`kniv`), with any ending (`selvmord*`), with any beginning (`*tanker`) or both. Tells which of them a
 * typed word is, misspelt by a letter or without æ, ø and å.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #whole = new Map<string, number[]>();
  readonly #beginnings = new Map<string, number[]>();
  readonly #endings = new Map<string, number[]>();
  readonly #within: (readonly [string, number])[] = [];
  readonly #shortened = new Map<string, number[]>();
  readonly #beginningLengths = new Set<number>();
  readonly #endingLengths = new Set<number>();
  readonly #remembered = new Map<string, Ids>();

  /** The number of a word of the lists. */
  idOf(written: string): number {
    const known = this.#ids.get(written);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ids.set(written, id);
    const word = written.replaceAll('*', '');
    this.#words.push(word);
    const spellings = new Set([word, ...respelt(word)]);
    for (const spelling of spellings) this.#index(written, spelling, id);
    if (word.length >= SHORTEST_MISSPELT && !written.startsWith('*')) for (const short of shortened(word)) add(this.#shortened, short, id);
    return id;
  }

  #index(written: string, word: string, id: number): void {
    if (written.startsWith('*') && written.endsWith('*')) this.#within.push([word, id]);
    else if (written.startsWith('*')) {
      add(this.#endings, word, id);
      this.#endingLengths.add(word.length);
    } else if (written.endsWith('*')) {
      add(this.#beginnings, word, id);
      this.#beginningLengths.add(word.length);
    } else add(this.#whole, word, id);
  }

  /** The words of the lists that a typed word (lower-case) is. */
  read(typed: string): Ids {
    if (typed.length > LONGEST_WORD) return NONE;
    const before = this.#remembered.get(typed);
    if (before) return before;
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    const ids = this.#lookUp(typed);
    this.#remembered.set(typed, ids);
    return ids;
  }

  #lookUp(typed: string): Ids {
    const drawn = typed.replace(/(\p{L})\1{2,}/gu, '$1');
    const found = this.#spelt(drawn);
    if (drawn !== typed) for (const id of this.#spelt(typed)) found.add(id);
    if (found.size === 0 && drawn.length >= SHORTEST_MISSPELT - 1) for (const id of this.#misspelt(drawn)) found.add(id);
    return found.size === 0 ? NONE : [...found];
  }

  #spelt(typed: string): Set<number> {
    const found = new Set(this.#whole.get(typed));
    for (const length of this.#beginningLengths) for (const id of this.#beginnings.get(typed.slice(0, length)) ?? NONE) found.add(id);
    for (const length of this.#endingLengths) for (const id of this.#endings.get(typed.slice(-length)) ?? NONE) found.add(id);
    for (const [word, id] of this.#within) if (typed.includes(word)) found.add(id);
    return found;
  }

  #misspelt(typed: string): number[] {
    const near = new Set<number>();
    for (const short of shortened(typed)) for (const id of this.#shortened.get(short) ?? NONE) near.add(id);
    return [...near].filter((id) => isNear(typed, this.#words[id] ?? ''));
  }
}
