/** How the months are written, in bokmål, nynorsk and English, from January on. */
const MONTHS: readonly (readonly string[])[] = [
  ...[
    ['januar', 'january', 'jan'],
    ['februar', 'february', 'feb'],
    ['mars', 'march'],
    ['april', 'apr'],
    ['mai', 'may'],
    ['juni', 'june', 'jun'],
  ],
  ...[
    ['juli', 'july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nov'],
  ],
  ['desember', 'december', 'des', 'dec'],
];
/** «mars», «i mars», «mars 2026». */
const WRITTEN = /^(?:i |in )?(\p{L}+)\.?(?: (\d{4}))?$/u;

/** The month (`YYYY-MM`) that a text names: without a year, the next one of that name, this month counted. Undefined for any other text. */
export function monthFrom(text: string, today: string): string | undefined {
  const [, word = '', year] = WRITTEN.exec(text.trim().toLowerCase()) ?? [];
  const at = MONTHS.findIndex((names) => names.includes(word));
  if (at === -1) return undefined;
  const month = String(at + 1).padStart(2, '0');
  const thisYear = Number(today.slice(0, 4));
  return `${year ?? (month < today.slice(5, 7) ? thisYear + 1 : thisYear)}-${month}`;
}
