const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What steers a machine and what is no character, but for line ends and tabs: nobody sees them, and not every file may hold them. */
const UNSEEN = /(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

/** Text with `\n` at its line ends, and without what no file can hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(LINE_END, '\n').replace(UNSEEN, '');
}

/** The same in one line, trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}
