/** Words of a text, the way the whole bot compares them. */

/** «24/8» in a name is one word; «2022/2023» is two years. */
const WORD = /(?<![\p{N}/])\d{1,2}\/\d{1,2}(?![\p{N}/])|[\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]*$/;

/** Single letters that belong to the word after the hyphen: «e-post», «e-læring». */
const JOINED_LETTER = /(?<![\p{L}\p{N}])([ei])[-‑–](?=\p{L}{3})/gu;

/** No word is longer: what is, is noise, and would be compared with every word there is. */
const LONGEST_WORD = 60;

/** NFC and lower-case, with «e-post» joined to «epost». Says nothing about punctuation. */
export function normalise(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  return lower.includes('e-') || lower.includes('i-') || lower.includes('e–') ? lower.replace(JOINED_LETTER, '$1') : lower;
}

/** The words of a text in order: normalised runs of letters and digits. Hyphen, slash and apostrophe separate. */
export function tokenise(text: string): string[] {
  return (normalise(text).match(WORD) ?? []).filter((word) => word.length <= LONGEST_WORD);
}

const FOLDS: Readonly<Record<string, string>> = {
  æ: 'a',
  ä: 'a',
  å: 'a',
  á: 'a',
  à: 'a',
  ø: 'o',
  ö: 'o',
  ó: 'o',
  ò: 'o',
  é: 'e',
  è: 'e',
  ê: 'e',
  ü: 'u',
};

const DOUBLED = /a[ae]|oe/;

/**
 * The word without what a keyboard may lack: æ/ä/ae and å/aa become a, ø/ö/oe become o, accents fall.
 * Two spellings of one word have the same skeleton; different words may share one («før» and «for»).
 */
export function skeleton(word: string): string {
  const folded = PLAIN.test(word) ? word : word.replace(/[æäåáàøöóòéèêü]/g, (letter) => FOLDS[letter] ?? letter);
  return DOUBLED.test(folded) ? folded.replace(/aa|ae/g, 'a').replace(/oe/g, 'o') : folded;
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[æä]|ae/g, 'e'],
  [/[åøö]|aa|oe/g, 'o'],
  [/^(?:skj|sj|tj|kj|s?k(?=[iy]))/g, 'x'],
  [/^h(?=[jv])/g, ''],
  [/^gj/g, 'j'],
  [/gn/g, 'ng'],
  [/ck|c(?=[aou])/g, 'k'],
  [/[cz]/g, 's'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/eg(?=[nl])|ei|ai|ey/g, 'ei'],
  [/(.)\1/g, '$1'],
  [/([ln])d/g, '$1'],
];

/** How a word sounds, roughly: words that are written as they are heard («skino», «vordan», «opplering») meet. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [pattern, left]) => sound.replace(pattern, left), word);
}

const DOTTED_OR_CAPITALS = /(?<!\p{L})(?:\p{L}{2,}(?=\.)|\p{Lu}{2,4}(?!\p{L}))/gu;
const WITHOUT_VOWEL = /(?<!\p{L})[bcdfghjklmnpqrstvwxz]{2,4}(?!\p{L})/gu;

/** The words of a text that look shortened, normalised: before a full stop («oppdr.»), in capitals («PVO»), without a vowel («tl»). */
export function shortenedWords(text: string): ReadonlySet<string> {
  const dotted = text.match(DOTTED_OR_CAPITALS) ?? [];
  const bare = normalise(text).match(WITHOUT_VOWEL) ?? [];
  return new Set([...dotted.map(normalise), ...bare]);
}

/** True for a word of digits only. */
export function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(word);
}
