import { readDate } from '../../../core/calendar.ts';
import { fitted } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { escapeMarkdown } from '../../../core/markdown.ts';
import { capital } from '../../../core/words.ts';
import { readDay } from '../../../core/workdays.ts';
import type { DigestData, ItemData } from './data.ts';
import { digestLabels } from './list-labels.ts';
import { aboutText } from './list-view.ts';
import { hoursText, whenText } from './when-words.ts';
import { phaseColour, phaseName } from './words.ts';

/** Of the 28 KB of a card. */
const TITLES_BYTES = 8_000;
const TITLE_BYTES = 600;
const NAME_BYTES = 200;
const ITEMS_SHOWN = 30;

function itemOf(item: ItemData, titleBytes: number, locale: Locale) {
  const { date, endDate, phase } = item;
  const status = phase === 'announced' || phase === 'soon' ? '' : `${phaseName(phase, locale)}: `;
  const hours = date === endDate ? hoursText(item, locale) : capital(whenText(item, locale, date.slice(0, 4)));
  return {
    text: `${status}**${fitted(item.title, titleBytes)}**`,
    color: phase === 'cancelled' ? phaseColour(phase) : 'Default',
    about: [capital(hours), aboutText(item, locale)].filter((part) => part !== '').join(' · '),
  };
}

/** What the template of the week's card sees. */
export function viewDigest({ bank, bankName, from, to, items }: DigestData, locale: Locale): Record<string, unknown> {
  const words = digestLabels[locale];
  const shown = items.slice(0, ITEMS_SHOWN);
  const titleBytes = Math.min(TITLE_BYTES, Math.floor(TITLES_BYTES / Math.max(1, shown.length)));
  // What began before stands under the first day.
  const byDay = Map.groupBy(shown, ({ date }) => (date < from ? from : date));
  const days = [...byDay.keys()].toSorted();
  return {
    bank,
    about: `${fitted(bankName, NAME_BYTES)} · ${`${readDate(from, locale)} ${words.until} ${readDate(to, locale)}`}`,
    days: days.map((day) => ({
      day: escapeMarkdown(capital(readDay(day, locale))),
      items: (byDay.get(day) ?? []).map((item) => itemOf(item, titleBytes, locale)),
    })),
    isEmpty: items.length === 0,
  };
}
