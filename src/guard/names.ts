import type { Range } from './patterns.ts';
import type { Token } from './tokens.ts';

export interface NameLists {
  readonly first: readonly string[];
  readonly short: readonly string[];
  readonly surnames: readonly string[];
  /** Given names, and surnames, that are ordinary words or places too. */
  readonly ambiguous_first: readonly string[];
  readonly ambiguous_surnames: readonly string[];
}

/** A name in the text: tokens from..to (exclusive). */
export interface NameAt {
  readonly from: number;
  readonly to: number;
  /** `full`: surely a person's; `word`: a name that is an ordinary word too; `unknown`: a word with a capital that no list of names has. */
  readonly as: 'full' | 'word' | 'unknown';
  /** With the ending of a possessive: «Karis». */
  readonly owns: boolean;
}

/** The tokens of a name. */
export const rangeOfName = ({ from, to }: NameAt): Range => [from, to];

interface Known {
  readonly first: ReadonlySet<string>;
  readonly plainFirst: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly plainLast: ReadonlySet<string>;
}

const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());

/** Endings of surnames that no list holds: «Kvernmosen», «Askeland», «Petrovic». */
const SURNAME_ENDING =
  /(?:sen|son|sson|datter|dottir|dóttir|stad|rud|land|seth|heim|nes|vik|berg|haug|moen|bakken|hagen|dal|lund|gård|gaard|strøm|røed|skaar|sund|brekke|ović|ovic|ić|vić|ski|ska|wicz|enko|chuk|yan|poulos|oglu|zadeh)$/;
/** A possessive: «Karis», «Kari's». */
const POSSESSIVE = /^(.{2,}?)'?s$/;
const AFTER_INITIAL = /^\.?(?: |-|‑)?$/;
const ADJACENT = /^(?: |-|‑)$/;
/** A hyphen before a small letter, or a part left out. */
const COMPOUND = /^-(?:\p{Ll}|\s|$)/u;
const LEAST_CAPS = 3;

function knownFrom(lists: NameLists): Known {
  const first = new Set(lower([...lists.first, ...lists.short]));
  const last = new Set(lower(lists.surnames));
  const without = (all: ReadonlySet<string>, ambiguous: readonly string[]) => {
    const words = new Set(lower(ambiguous));
    return new Set([...all].filter((name) => !words.has(name)));
  };
  return { first, last, plainFirst: without(first, lists.ambiguous_first), plainLast: without(last, lists.ambiguous_surnames) };
}

/** Words in capitals are shouted, or short for something: their capitals say nothing. */
function isShouted(written: string): boolean {
  return written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase();
}

interface Sight extends Token {
  readonly written: string;
  /** A capital that means something. */
  readonly proper: boolean;
  /** Follows the token before by a blank or a hyphen alone. */
  readonly close: boolean;
  /** Begins a compound: «Sander-avdelingen». */
  readonly compound: boolean;
  /** An ordinary word. */
  readonly listed: boolean;
}

function sightsOf(text: string, tokens: readonly Token[], listed: ReadonlySet<number>): Sight[] {
  const shouting = tokens.filter(({ from, to }) => isShouted(text.slice(from, to))).length > tokens.length / 2;
  return tokens.map((token, at) => {
    const written = text.slice(token.from, token.to);
    const before = tokens[at - 1];
    const close =
      before !== undefined && (before.to - before.from === 1 ? AFTER_INITIAL : ADJACENT).test(text.slice(before.to, token.from));
    const compound = COMPOUND.test(text.slice(token.to, token.to + 2));
    return {
      ...token,
      written,
      compound,
      listed: listed.has(at),
      proper: token.capital && !(shouting || (isShouted(written) && written.length >= LEAST_CAPS)),
      close,
    };
  });
}

/** `listed`: the tokens that are ordinary words, by their place. */
export type NameFinder = (text: string, tokens: readonly Token[], listed: ReadonlySet<number>) => NameAt[];

/** Small words within names: «Omar al Hassan», «Ida van der Berg». */
const PARTICLE = /^(?:van|von|der|den|de|al|el|bin|da|dos|af|abu|ibn)$/;
/** Before a name that no list of given names has, these tell of a place. */
const BEFORE_PLACE = /^(?:i|på|fra|frå|ved|mot|nær|rundt|utenfor|utanfor|in|at|near|from)$/;
/** Words that begin an English sentence, and a name may follow. */
const ENGLISH_START = /^(?:ask|will|can|did|may|are)$/;
/** Before a surname by itself. */
const MISTER = /^(?:fru|herr|hr|frk|frøken|mr|mrs|ms|miss)$/;
const LEAST_SURNAME = 4;

/** The name in a possessive: «Karis», «Kari's». */
function ownerOf(known: Known, word: string): string | undefined {
  const stem = POSSESSIVE.exec(word)?.[1];
  if (stem !== undefined && word.endsWith("'s")) return stem;
  return stem !== undefined && !known.first.has(word) && (known.first.has(stem) || known.last.has(stem)) ? stem : undefined;
}

function isSurname(known: Known, word: string): boolean {
  const stem = ownerOf(known, word) ?? word;
  return known.last.has(stem) || SURNAME_ENDING.test(stem);
}

/** Whether a name that began with a capital goes on with a word: a capital, an initial, or a particle before one. */
function goesOn({ word, proper, capital }: Sight, after: Sight | undefined): boolean {
  if (proper || (word.length === 1 && capital)) return true;
  return PARTICLE.test(word) && (after?.proper || PARTICLE.test(after?.word ?? ''));
}

/** Whether a name that began with a small letter goes on with a word: only with one that is surely a name. */
function goesOnSmall(known: Known, word: string): boolean {
  if (known.plainLast.has(word) || known.plainFirst.has(word)) return true;
  return word.length >= LEAST_SURNAME && known.last.has(word) && isSurname(known, word);
}

/** How the name goes on after its first word: given names, initials, particles and surnames. */
function endOf(known: Known, sights: readonly Sight[], from: number): number {
  const capital = sights[from]?.proper ?? false;
  for (let at = from + 1; ; at++) {
    const [next, after] = [sights[at], sights[at + 1]];
    if (!next?.close || !(capital ? goesOn(next, after) : goesOnSmall(known, next.word))) return at;
  }
}

/** A word that no list of given names has: it is one with its surname, and may be one by itself. */
function strangerAt(known: Known, sights: readonly Sight[], at: number): NameAt['as'] | undefined {
  const sight = sights[at];
  if (!sight?.proper || sight.listed) return undefined;
  const to = endOf(known, sights, at);
  const isOne = to === at + 1;
  if (sight.first && (isOne || known.first.has(sights[at + 1]?.word ?? ''))) return undefined;
  if (isOne && BEFORE_PLACE.test(sights[at - 1]?.word ?? '')) return undefined;
  if (isOne) return known.last.has(ownerOf(known, sight.word) ?? sight.word) ? 'word' : 'unknown';
  return isSurname(known, sights[to - 1]?.word ?? '') ? 'full' : 'unknown';
}

function kindAt(known: Known, sights: readonly Sight[], at: number): NameAt['as'] | undefined {
  const sight = sights[at];
  if (!sight || sight.compound || /\d/.test(sight.word)) return undefined;
  const stem = ownerOf(known, sight.word) ?? sight.word;
  if (sight.first && ENGLISH_START.test(sight.word) && sights[at + 1]?.proper) return undefined;
  if (known.plainFirst.has(stem)) return 'full';
  if (MISTER.test(sights[at - 1]?.word ?? '') && known.plainLast.has(stem)) return 'full';
  if (!known.first.has(stem)) return strangerAt(known, sights, at);
  const isFollowed = endOf(known, sights, at) > at + 1;
  if (sight.proper) return !sight.first || isFollowed ? 'full' : 'word';
  return isFollowed && !sights[at + 1]?.proper ? 'word' : undefined;
}

/** Finds names of persons; words that may be names are given as such. */
export function createNames(lists: NameLists): NameFinder {
  const known = knownFrom(lists);
  return (text, tokens, listed) => {
    const sights = sightsOf(text, tokens, listed);
    const found: NameAt[] = [];
    for (let at = 0; at < sights.length; ) {
      const as = kindAt(known, sights, at);
      const isOwner = ownerOf(known, sights[at]?.word ?? '') !== undefined;
      const to = as === undefined || isOwner ? at + 1 : endOf(known, sights, at);
      if (as) found.push({ from: at, to, as, owns: isOwner || ownerOf(known, sights[to - 1]?.word ?? '') !== undefined });
      at = to;
    }
    return found;
  };
}
