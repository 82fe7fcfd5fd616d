import { escapeMarkdown } from '../../../core/markdown.ts';

/** What of an answer goes into one card, in letters: two screens of a phone. */
export const LONGEST_PART = 7_000;
/** And in bytes as a card holds it: with the words around it well under the 28 KB that Teams takes. */
const MOST_BYTES = 17_000;

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(JSON.stringify(escapeMarkdown(text))).length;

/** How many letters of a text go into one card. Ordinary Norwegian is never above the bytes; other scripts and many signs are. */
function roomFor(text: string): number {
  let letters = Math.min(text.length, LONGEST_PART);
  while (bytesOf(text.slice(0, letters)) > MOST_BYTES) letters = Math.floor(letters * 0.9);
  return letters;
}

/** Where a text is best cut: after a paragraph, a line, a sentence, a word. */
const ENDS = [/\n\s*\n/g, /\n/g, /[.!?]\s/g, /\s/g] as const;

function cutOf(text: string, room: number): number {
  const window = text.slice(0, room);
  for (const end of ENDS) {
    const last = [...window.matchAll(end)].at(-1);
    // A cut in the first half would leave a card half empty.
    if (last && last.index + last[0].length > room / 2) return last.index + last[0].length;
  }
  return /[\ud800-\udbff]$/.test(window) ? room - 1 : room;
}

/** A long text in parts that fit into a card each, cut where it reads best; one that is short enough as it is. Nothing is lost. */
export function inParts(text: string): readonly string[] {
  const room = roomFor(text);
  if (text.length <= room) return [text];
  const cut = cutOf(text, room);
  return [text.slice(0, cut).trimEnd(), ...inParts(text.slice(cut).trimStart())];
}
