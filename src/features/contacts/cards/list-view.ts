import { press } from '../../../core/buttons.ts';
import { dayOf, readDate } from '../../../core/calendar.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import { line, subtle } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import type { DigestData, ListData, ListItem, SilentData } from './data.ts';
import { digestLabels, listLabels, silentLabels } from './list-labels.ts';
import { roomFor } from './room.ts';
import { changeLines, confirmedText, personText } from './team-parts.ts';
import { dotted, regionName, statusName } from './words.ts';

/** Of the 28 KB of a card, for what stands in a list; and what an item takes besides its texts and buttons. */
const ITEMS_BYTES = 20_000;
const ITEM_BYTES = 480;
const NAME_BYTES = 400;
const PLACES_BYTES = 300;
const CHANGES_BYTES = 2_400;
const SUGGESTIONS_SHOWN = 6;
const SUGGESTION_LENGTH = 30;

/** One thing of a list as its template sees it. */
const itemOf = (title: string, details: readonly string[], actions: readonly unknown[]) => ({
  title: `**${fitted(title, NAME_BYTES)}**`,
  details: details.flatMap((text) => line(text, { spacing: 'None' })),
  actions,
});

function teamItem(item: ListItem, locale: Locale) {
  const words = listLabels[locale];
  const { bank, team, name, type, status, places, leader, confirmed } = item;
  const details = [
    dotted(type, statusName(status, locale)),
    fitted(places, PLACES_BYTES),
    leader === '' ? '' : `${words.leader}: ${personText(leader)}`,
  ];
  const shown = itemOf(name, details, [press(words.open, 'contacts.show', { data: { bank, team } })]);
  return {
    ...shown,
    details: [...shown.details, ...subtle(confirmedText(confirmed === null ? null : { at: confirmed, name: '' }, locale))],
  };
}

/** What the template of the teams that were found sees. */
export function viewList(data: ListData, locale: Locale): Record<string, unknown> {
  const words = listLabels[locale];
  const { bank, suggestions, none, text = '' } = data;
  const asked = text === '' ? '' : `«${fitted(text, NAME_BYTES)}»`;
  const { shown, left } = roomFor(
    data.items.map((item) => teamItem(item, locale)),
    { bytes: ITEMS_BYTES, each: ITEM_BYTES },
  );
  const more = data.more + left;
  const meant = suggestions.slice(0, SUGGESTIONS_SHOWN).map((name) => {
    return press(clip(name, SUGGESTION_LENGTH), 'contacts.find', { data: { bank, text: clip(name, 200) } });
  });
  return {
    heading: asked === '' || none ? words.heading : `${words.found} ${asked}`,
    empty: none ? (asked === '' ? words.nothing : `${words.nothingFor} ${asked}.`) : '',
    tryAgain: none && meant.length === 0 ? words.tryAgain : '',
    items: shown,
    more: more === 0 ? '' : more === 1 ? words.oneMore : `${more} ${words.more}`,
    meant: inRows(meant),
    text: clip(text, 200),
    bank,
  };
}

/** What the template of the teams that are not heard of sees. */
export function viewSilent({ bank, months, region, items, more }: SilentData, locale: Locale): Record<string, unknown> {
  const words = silentLabels[locale];
  const all = items.map(({ team, name, region: where, lastSign }) => {
    const heard = lastSign === null ? words.never : `${words.lastSign} ${escapeMarkdown(readDate(dayOf(lastSign), locale))}`;
    const details = [region === null ? dotted(regionName(where, locale), heard) : heard];
    return itemOf(name, details, [press(words.open, 'contacts.show', { data: { bank, team } })]);
  });
  const { shown, left } = roomFor(all, { bytes: ITEMS_BYTES, each: ITEM_BYTES });
  return {
    where: region === null ? words.allRegions : `${words.region} ${regionName(region, locale)}`,
    about: `${words.about} ${months} ${months === 1 ? words.month : words.months}.`,
    empty: items.length === 0,
    items: shown,
    more: more + left === 0 ? '' : `${words.andMore} ${more + left} ${words.more}`,
  };
}

/** What the template of what leaders changed sees. */
export function viewDigest({ bank, from, to, items, more }: DigestData, locale: Locale): Record<string, unknown> {
  const words = digestLabels[locale];
  const all = items.map(({ team, history, teamName, by, at, lines }) => {
    const data = { bank, team };
    const who = dotted(personText(by), escapeMarkdown(readDate(dayOf(at), locale)));
    const item = itemOf(
      teamName,
      [who],
      [
        press(words.open, 'contacts.show', { data }),
        ...(history === null ? [] : [press(words.undo, 'contacts.undo', { data: { ...data, history } })]),
      ],
    );
    return {
      ...item,
      details: [...item.details.map((each) => ({ ...each, isSubtle: true })), ...changeLines(lines, CHANGES_BYTES, locale)],
    };
  });
  const { shown, left } = roomFor(all, { bytes: ITEMS_BYTES, each: ITEM_BYTES });
  const days = from === to ? readDate(from, locale) : `${readDate(from, locale)} ${words.until} ${readDate(to, locale)}`;
  return {
    days: escapeMarkdown(days),
    empty: items.length === 0,
    items: shown,
    more: more + left === 0 ? '' : `${words.andMore} ${more + left} ${words.more}`,
  };
}
