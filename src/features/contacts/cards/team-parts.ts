import { dayOf, readDate } from '../../../core/calendar.ts';
import { fitted } from '../../../core/fit.ts';
import { type Line, line } from '../../../core/lines.ts';
import type { Locale, Texts } from '../../../core/locale.ts';
import { escapeMarkdown } from '../../../core/markdown.ts';
import type { ChangeLine, TeamData } from './data.ts';
import { fieldName, valueText } from './field-words.ts';

/** Of the 28 KB of a card, for the texts that people wrote. */
const NAME_BYTES = 900;
const PERSON_BYTES = 400;

export const nameText = (name: string): string => fitted(name, NAME_BYTES);
export const personText = (name: string): string => fitted(name, PERSON_BYTES);

const nothing: Texts = { nb: 'tomt', nn: 'tomt', en: 'empty' };

/** «**Status:** Under etablering → I drift». */
function changeText({ field, from, to }: ChangeLine, bytes: number, locale: Locale): string {
  const shown = (value: string) => {
    const text = valueText(field, value, locale);
    return text === '' ? `_${nothing[locale]}_` : fitted(text, bytes);
  };
  return `**${escapeMarkdown(fieldName(field, locale))}:** ${shown(from)} → ${shown(to)}`;
}

const LONGEST_VALUE_BYTES = 700;
/** What a line takes of a card besides its text. */
const LINE_BYTES = 190;

const others: Texts<[number]> = {
  nb: (count) => `… og ${count} ${count === 1 ? 'endring' : 'endringer'} til`,
  nn: (count) => `… og ${count} ${count === 1 ? 'endring' : 'endringar'} til`,
  en: (count) => `… and ${count} more ${count === 1 ? 'change' : 'changes'}`,
};

/** What was changed, a line each, in at most `room` bytes. */
export function changeLines(changes: readonly ChangeLine[], room: number, locale: Locale): Line[] {
  const share = Math.floor(room / Math.max(1, changes.length)) - LINE_BYTES;
  const bytes = Math.min(LONGEST_VALUE_BYTES, Math.max(80, Math.floor(share / 2) - 40));
  const fits = Math.max(1, Math.floor(room / (2 * bytes + LINE_BYTES + 80)));
  const shown = changes.length > fits ? changes.slice(0, fits) : changes;
  return [
    ...shown.flatMap((change, at) => line(changeText(change, bytes, locale), { spacing: at === 0 ? 'Small' : 'None' })),
    ...(shown.length < changes.length ? line(others[locale](changes.length - shown.length), { isSubtle: true, spacing: 'None' }) : []),
  ];
}

const confirmedWord: Texts = { nb: 'Bekreftet', nn: 'Stadfesta', en: 'Confirmed' };
const by: Texts = { nb: 'av', nn: 'av', en: 'by' };
const unconfirmed: Texts = { nb: 'Ikke bekreftet', nn: 'Ikkje stadfesta', en: 'Not confirmed' };

/** «Bekreftet 3. mars 2026 av Kari Eksempel», «Ikke bekreftet». */
export function confirmedText(confirmed: TeamData['confirmed'], locale: Locale): string {
  if (confirmed === null) return unconfirmed[locale];
  const day = escapeMarkdown(readDate(dayOf(confirmed.at), locale));
  const who = confirmed.name === '' ? '' : ` ${by[locale]} ${personText(confirmed.name)}`;
  return `${confirmedWord[locale]} ${day}${who}`;
}
