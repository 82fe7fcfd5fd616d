/** What of an answer goes into one card: with the words around it, and two bytes a letter, well under the 28 KB that Teams takes. */
export const LONGEST_PART = 7_000;

/** Where a text is best cut: after a paragraph, a line, a sentence, a word. */
const ENDS = [/\n\s*\n/g, /\n/g, /[.!?]\s/g, /\s/g] as const;

function cutOf(text: string): number {
  const window = text.slice(0, LONGEST_PART);
  for (const end of ENDS) {
    const last = [...window.matchAll(end)].at(-1);
    // A cut in the first half would leave a card half empty.
    if (last && last.index + last[0].length > LONGEST_PART / 2) return last.index + last[0].length;
  }
  return /[\ud800-\udbff]$/.test(window) ? LONGEST_PART - 1 : LONGEST_PART;
}

/** A long text in parts that fit into a card each, cut where it reads best; one that is short enough as it is. Nothing is lost. */
export function inParts(text: string): readonly string[] {
  if (text.length <= LONGEST_PART) return [text];
  const cut = cutOf(text);
  return [text.slice(0, cut).trimEnd(), ...inParts(text.slice(cut).trimStart())];
}
