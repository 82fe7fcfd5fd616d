/** A text as it is read, with the way back to where each character of it stood. */
export interface Plain {
  readonly text: string;
  /** Where the character at `index` stood in what was typed; the end for an index past the text. */
  readonly origin: (index: number) => number;
  /** Where what ends before `index` ended in what was typed. */
  readonly end: (index: number) => number;
}

/** Nothing in these texts is hidden: letters of Western Europe, digits and common punctuation. */
const ORDINARY = /^[\t\n\r !-%'-;=>-~¡-¬®-ÿ‐–—‘’“”„…]*$/;
/** The tags of rich text, with attributes too short to hide a number in; what else stands between «<» and «>» is text like any other. */
const TAG =
  '</?(?:a|at|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|o:p|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)' +
  '(?:\\s+[a-z-]{1,20}=(?:"(?:(?!\\d{5})[^"<>]){0,60}"|[\\w#-]{1,20}))*\\s*/?>';
/** Tags and references of HTML, then whatever stands there with its marks. */
const PARTS = new RegExp(`${TAG}|&(?:[a-z]{2,12}|#0*\\d{1,7}|#x0*[0-9a-f]{1,6});|\\P{M}\\p{M}*|\\p{M}`, 'giu');
const INVISIBLE = /\p{Cf}|\uFE0E|\uFE0F|\u20E3/gu;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', shy: '' };

/** Cyrillic and Greek letters that look like Latin ones. */
const LOOK_ALIKES = new Map(
  [...'аaвbеeззкkмmнhоoрpсcтtуyхxіiѕsјjАAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJαaοoρpνvιiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? letter] as const] : [],
  ),
);

/** The character that a reference stands for, by its name or number. */
function referred(reference: string): string {
  const code = reference.slice(1, -1).toLowerCase();
  if (!code.startsWith('#')) return NAMED[code] ?? ' ';
  const point = code.startsWith('#x') ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

/** A digit of any script as 0–9: Unicode keeps the ten of a script together, from a zero. */
function asDigit(char: string): string {
  if (!/^\p{Nd}$/u.test(char)) return char;
  let zero = char.codePointAt(0) ?? 0;
  const from = zero;
  while (from - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(from - zero);
}

function readPart(part: string): string {
  if (part.length > 1 && part.startsWith('<')) return ' ';
  const char = part.length > 2 && part.startsWith('&') ? referred(part) : part;
  return [...char.replace(INVISIBLE, '').normalize('NFKC')]
    .map((each) => LOOK_ALIKES.get(each) ?? (each <= '\x7f' ? each : asDigit(each)))
    .join('');
}

/** The text without what hides in it: markup, invisible characters, digits and letters in disguise. */
export function plainOf(typed: string): Plain {
  if (ORDINARY.test(typed)) return { text: typed, origin: (index) => index, end: (index) => index };
  const read: string[] = [];
  const origins: number[] = [];
  const ends: number[] = [];
  for (const match of typed.matchAll(PARTS)) {
    const part = readPart(match[0]);
    read.push(part);
    for (let at = 0; at < part.length; at++) {
      origins.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { text: read.join(''), origin: (index) => origins[index] ?? typed.length, end: (index) => ends[index - 1] ?? 0 };
}
