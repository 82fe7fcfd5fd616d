import { type Button, isLink, press } from '../../../core/buttons.ts';
import { dayOf } from '../../../core/calendar.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { asLink } from '../../../core/markdown.ts';
import { capital } from '../../../core/words.ts';
import { readMoment } from '../../../core/workdays.ts';
import type { ItemData, ListData } from './data.ts';
import { listLabels } from './list-labels.ts';
import { monthName, whenText } from './when-words.ts';
import { audienceText, interestText, modeName, phaseColour, phaseName } from './words.ts';

/** Of the 28 KB of a card, for what stands in the list; and what an item takes besides its texts and buttons. */
const ITEMS_BYTES = 22_000;
const ITEM_BYTES = 480;
const TITLE_BYTES = 500;
const NAME_BYTES = 200;
const MONTHS_SHOWN = 24;
/** What the list of months sends for all of them. */
const EVERY_MONTH = 'all';

type Words = (typeof listLabels)['nb'];

/** «Digitalt · RPH og ledere»: how and for whom. */
export const aboutText = ({ mode, audience }: ItemData, locale: Locale): string =>
  [modeName(mode, locale), audienceText(audience, locale)].filter((part) => part !== '').join(' · ');

/** What there is to know of an event besides, in a line. */
function detailsOf(item: ItemData, locale: Locale): string {
  const words = listLabels[locale];
  const isAhead = item.phase === 'announced' || item.phase === 'soon';
  const parts = [
    aboutText(item, locale),
    isAhead && item.interested > 0 ? interestText(item.interested, locale) : '',
    isLink(item.recordingUrl) ? words.recording : '',
    isLink(item.materialsUrl) ? words.materials : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function buttonsOf({ bank, webinar, mayManage, phase }: ItemData, words: Words): Button[] {
  const data = { bank, webinar };
  const isKnown = phase !== 'draft' && phase !== 'scheduled';
  return [
    ...(isKnown ? [press(words.open, 'webinars.show', { data })] : []),
    ...(mayManage ? [press(isKnown ? words.manage : words.open, 'webinars.manage', { data })] : []),
  ];
}

function itemOf(item: ItemData, year: string, locale: Locale) {
  return {
    title: `**${fitted(item.title, TITLE_BYTES)}**`,
    // What is over stands under a heading that says so.
    status: item.phase === 'over' ? '' : phaseName(item.phase, locale),
    color: phaseColour(item.phase),
    when: capital(whenText(item, locale, year)),
    details: detailsOf(item, locale),
    actions: buttonsOf(item, listLabels[locale]),
  };
}

type Shown = ReturnType<typeof itemOf>;

/** As many as a card has room for, of each part in its turn; and how many are left out. */
function roomFor(parts: readonly (readonly Shown[])[]): { readonly shown: readonly (readonly Shown[])[]; readonly left: number } {
  let free = ITEMS_BYTES;
  const shown = parts.map((items) =>
    items.filter((item) => {
      free -= Buffer.byteLength(JSON.stringify(item)) + ITEM_BYTES;
      return free >= 0;
    }),
  );
  const count = (all: readonly (readonly Shown[])[]) => all.reduce((sum, { length }) => sum + length, 0);
  return { shown, left: count(parts) - count(shown) };
}

function headingOf({ bankName, month, text = '' }: ListData, locale: Locale): string {
  const words = listLabels[locale];
  const name = fitted(bankName, NAME_BYTES);
  if (text !== '') return `${words.found} «${fitted(text, NAME_BYTES)}»`;
  return month === null ? `${words.heading}: ${name}` : `${words.heading}: ${name}, ${monthName(month, locale).toLowerCase()}`;
}

/** What the template of the list sees. */
export function viewList(data: ListData, locale: Locale): Record<string, unknown> {
  const words = listLabels[locale];
  const { bank, ahead, past, drafts, month, months, feed, quiet, at, text = '' } = data;
  const year = dayOf(at).slice(0, 4);
  const { shown, left } = roomFor([ahead, past, drafts].map((items) => items.map((item) => itemOf(item, year, locale))));
  const titles = [words.ahead, words.past, words.drafts];
  const sections = shown.flatMap((items, place) => (items.length === 0 ? [] : [{ title: titles[place], items }]));
  const isChosen = month !== null || text !== '';
  const more = data.more + left;
  return {
    heading: headingOf(data, locale),
    seenAt: `${words.seenAt} ${readMoment(at, locale)}`,
    sections,
    empty: isChosen ? (sections.length === 0 ? words.nothingFound : '') : ahead.length === 0 ? words.nothingAhead : '',
    more: more > 0 ? `${more} ${words.more}` : '',
    text: text.slice(0, NAME_BYTES),
    month: month ?? EVERY_MONTH,
    months: [
      { id: EVERY_MONTH, title: words.everyMonth },
      ...months.slice(-MONTHS_SHOWN).map((each) => ({ id: each, title: monthName(each, locale) })),
    ],
    isQuiet: quiet,
    feed: feed === null ? '' : `${words.feed} ${asLink(feed, feed)}`,
    rows: inRows([
      ...(data.canCreate ? [press(words.create, 'webinars.create', { data: { bank } })] : []),
      ...(quiet ? [press(words.reminders, 'webinars.reminders', { data: { bank, on: 'true' } })] : []),
    ]),
    bank,
  };
}
