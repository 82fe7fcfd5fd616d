/**
 * A card's TextBlock and FactSet read Markdown. Text that a person wrote goes through here before it is shown there; titles of buttons
 * and choices are plain text and don't.
 */

/** `text` so that a card shows it letter by letter: emphasis, links, code, headings, quotes and lists are taken literally. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_[\]`~]/g, '\\$&')
    .replace(/^([ \t]*)([#>+-])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2');
}

/** `text` escaped, each of its lines a paragraph: a card runs single line breaks together. */
export function asParagraphs(text: string): string {
  return escapeMarkdown(text)
    .split(/\s*[\n\r]+\s*/)
    .filter((line) => line !== '')
    .join('\n\n');
}

/** `text` as a link to `url`; as plain text when `url` is missing or is not https. */
export function asLink(text: string, url: string | null): string {
  if (url === null || !URL.canParse(url) || new URL(url).protocol !== 'https:') return escapeMarkdown(text);
  const target = new URL(url).href.replace(/[()_*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${escapeMarkdown(text)}](${target})`;
}

/** At most `longest` characters of `text`; what is cut ends in «…» at a word's end. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1);
  return `${kept.replace(/\s+\S*$/, '').replace(/[\ud800-\udbff]$/, '') || kept}…`;
}
