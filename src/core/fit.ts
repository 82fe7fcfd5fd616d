import { asLink, asParagraphs, clip } from './markdown.ts';

/** What `text` takes of a card, bytes. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

/** `text` as paragraphs that take at most `bytes` of a card: what people write may double in size when it is escaped. */
export function fitted(text: string, bytes: number): string {
  let longest = Math.min(text.length, bytes);
  let shown = asParagraphs(clip(text, longest));
  while (sizeOf(shown) > bytes && longest > 1) {
    longest = Math.floor((longest * bytes) / (sizeOf(shown) + 1));
    shown = asParagraphs(clip(text, longest));
  }
  return shown;
}

/** A web address in text that was escaped, without the sign that ends its sentence. */
const ADDRESS = /https:\/\/[^\s<>"]*[^\s<>"'.,:;!?)\]»”\\]/g;

/** As `fitted`, with web addresses that one can press; with too many of them to fit, none. */
export function linked(text: string, bytes: number): string {
  const shown = fitted(text, bytes);
  const pressed = shown.replaceAll(ADDRESS, (address) => asLink(address.replaceAll('\\', ''), address.replaceAll('\\', '')));
  return sizeOf(pressed) <= bytes ? pressed : shown;
}

/** `texts` as paragraphs that take at most `bytes` together: what short ones leave goes to the long ones. */
export function allFitted(texts: readonly string[], bytes: number): string[] {
  const shown = [...texts];
  let left = bytes;
  const shortestFirst = texts.map((text, at) => ({ text, at })).toSorted((one, other) => one.text.length - other.text.length);
  for (const [place, { text, at }] of shortestFirst.entries()) {
    const part = fitted(text, Math.floor(left / (texts.length - place)));
    shown[at] = part;
    left -= sizeOf(part);
  }
  return shown;
}

/** A row of buttons on the narrowest phone: so many buttons, so many letters, and what each takes besides its title, in letters. */
const BUTTONS_IN_ROW = 2;
const LETTERS_IN_ROW = 38;
const LETTERS_AROUND_TITLE = 5;

/** Buttons in rows that hold on a narrow phone, in their order; no rows for no buttons. */
export function inRows<T extends { readonly title: string }>(buttons: readonly T[]): { readonly actions: readonly T[] }[] {
  const rows: T[][] = [];
  let free = 0;
  for (const button of buttons) {
    const takes = button.title.length + LETTERS_AROUND_TITLE;
    if (takes > free || rows.at(-1)?.length === BUTTONS_IN_ROW) {
      rows.push([]);
      free = LETTERS_IN_ROW;
    }
    rows.at(-1)?.push(button);
    free -= takes;
  }
  return rows.map((actions) => ({ actions }));
}
