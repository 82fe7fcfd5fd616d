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

interface Known {
  readonly first: ReadonlySet<string>;
  readonly plainFirst: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly plainLast: ReadonlySet<string>;
}

const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());

/** Endings of surnames that no list holds: «Kvernmosen», «Askeland», «Petrovic». */
const SURNAME_ENDING = /(?:sen|son|sson|datter|dottir|dóttir|stad|rud|land|seth|heim|nes|vik|berg|haug|moen|bakken|hagen|dal|lund|gård|gaard|strøm|røed|skaar|sund|brekke|ović|ovic|ić|vić|ski|ska|wicz|enko|chuk|yan|poulos|oglu|zadeh)$/;
/** A possessive: «Karis», «Kari's». */
const POSSESSIVE = /^(.{2,}?)'?s$/;
const ADJACENT = /^(?: |-|‑)$/;
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
}

function sightsOf(text: string, tokens: readonly Token[]): Sight[] {
  const shouting = tokens.filter(({ from, to }) => isShouted(text.slice(from, to))).length > tokens.length / 2;
  return tokens.map((token, at) => {
    const written = text.slice(token.from, token.to);
    const before = tokens[at - 1];
    const close = before !== undefined && ADJACENT.test(text.slice(before.to, token.from));
    return { ...token, written, proper: token.capital && !(shouting || (isShouted(written) && written.length >= LEAST_CAPS)), close };
  });
}

type NameFinder = (text: string, tokens: readonly Token[]) => NameAt[];

/** Finds names of persons; words that may be names are given as such. */
export function createNames(lists: NameLists): NameFinder {
  const known = knownFrom(lists);
  const isOrdinary = (word: string) => !known.first.has(word) && !known.last.has(word);

  /** How the name goes on after its first word: given names, initials, particles and surnames. */
  function endOf(sights: readonly Sight[], from: number): number {
    let at = from + 1;
    for (; ; at++) {
      const next = sights[at];
      if (!next?.close) return at;
      const capital = sights[from]?.proper ?? false;
      const isName = known.first.has(next.word) || known.last.has(next.word) || SURNAME_ENDING.test(next.word);
      const isInitial = next.word.length === 1 && next.capital;
      const particle = /^(?:van|von|de|al|el|bin|da|dos|af)$/.test(next.word) && (sights[at + 1]?.proper ?? false);
      const goesOn = capital ? next.proper || particle || isInitial : known.plainLast.has(next.word) || known.plainFirst.has(next.word) || (isName && !known.first.has(next.word) && next.word.length > LEAST_CAPS && known.plainFirst.has(sights[from]?.word ?? ''));
      if (!goesOn) return at;
    }
  }

  function owner(word: string): string | undefined {
    const stem = POSSESSIVE.exec(word)?.[1];
    return stem !== undefined && !known.first.has(word) && (known.first.has(stem) || known.last.has(stem)) ? stem : undefined;
  }

  function nameAt(sights: readonly Sight[], at: number): NameAt | undefined {
    const sight = sights[at];
    if (!sight || /\d/.test(sight.word)) return undefined;
    const { word, proper, first } = sight;
    const stem = owner(word) ?? word;
    const owns = stem !== word;
    const to = owns ? at + 1 : endOf(sights, at);
    const owned = owns || (to > at + 1 && owner(sights[to - 1]?.word ?? '') !== undefined);
    const name = (as: NameAt['as']): NameAt => ({ from: at, to, as, owns: owned });
    if (known.plainFirst.has(stem)) return name('full');
    if (known.first.has(stem)) {
      const followed = to > at + 1;
      if (proper && (!first || followed)) return name('full');
      return followed || proper ? name(followed && proper ? 'full' : 'word') : undefined;
    }
    if (!proper) return undefined;
    const last = sights[to - 1];
    if (to > at + 1 && last && (known.last.has(owner(last.word) ?? last.word) || SURNAME_ENDING.test(last.word)) && !first) return name('full');
    if (first && isOrdinary(stem)) return undefined;
    return name(isOrdinary(stem) ? 'unknown' : 'word');
  }

  return (text, tokens) => {
    const sights = sightsOf(text, tokens);
    const found: NameAt[] = [];
    for (let at = 0; at < sights.length; ) {
      const name = nameAt(sights, at);
      if (name) found.push(name);
      at = name?.to ?? at + 1;
    }
    return found;
  };
}
