import { defineCard } from '../../../cards.ts';
import { type Button, isLink, press } from '../../../core/buttons.ts';
import { allFitted, fitted, inRows } from '../../../core/fit.ts';
import { type Line, line } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import { capital, listed } from '../../../core/words.ts';
import { readMoment } from '../../../core/workdays.ts';
import * as buttonWords from './announcement-labels.ts';
import { type PreviewData, previewData } from './data.ts';
import { eventLines } from './event-view.ts';
import { previewLabels } from './preview-labels.ts';
import { whenText } from './when-words.ts';
import { stateName } from './words.ts';

/** Of the 28 KB of a card: for what is written about the event, and for inputs that go along in a button. */
const DESCRIPTION_BYTES = 10_000;
const LEAST_DESCRIPTION_BYTES = 800;
const FREE_BYTES = 18_500;
const NAME_BYTES = 200;
const PLACES_BYTES = 2_000;
const DUPLICATES_SHOWN = 3;
const TITLE_LENGTH = 100;
const SUMMARY_LENGTH = 160;

type Words = (typeof previewLabels)['nb'];

const sizeOfAll = (inputs: Record<string, string>): number => Buffer.byteLength(JSON.stringify(inputs));

/** Which buttons stand on the announcement, in words: here they can't be pressed. */
function buttonsText({ signupUrl, joinUrl, mode }: PreviewData, locale: Locale): string {
  const names = [
    buttonWords.interested,
    ...(isLink(signupUrl) ? [buttonWords.signUp] : []),
    buttonWords.addToCalendar,
    buttonWords.notInterested,
    ...(mode !== 'physical' && isLink(joinUrl) ? [buttonWords.join] : []),
  ];
  return listed(
    names.map((name) => name[locale]),
    locale,
  );
}

/** The places one below the other; those that get no card stand out. */
function placesOf({ places }: PreviewData, words: Words): Line[] {
  if (places.length === 0) return line(words.nowhere, { color: 'Attention', spacing: 'None' });
  const texts = places.map(({ bank, channel }) => (channel === '' ? bank : `${bank}: ${channel ?? words.noChannelHere}`));
  const shown = allFitted(texts, PLACES_BYTES);
  const those = (without: boolean) => shown.filter((_text, at) => (places[at]?.channel === null) === without).join('\n\n');
  return [...line(those(false), { spacing: 'None' }), ...line(those(true), { spacing: 'None', color: 'Attention' })];
}

/** What is to be known before it is announced. */
function notesOf(data: PreviewData, locale: Locale): Line[] {
  const words = previewLabels[locale];
  return [
    ...line(data.publishAt === null ? '' : `${words.publishedAt} ${readMoment(data.publishAt, locale)}.`),
    ...line(data.moves ? words.moves : ''),
    ...data.notes.flatMap((note) => line(words[note], { color: 'Warning' })),
  ];
}

function duplicatesOf({ duplicates }: PreviewData, locale: Locale) {
  return duplicates.slice(0, DUPLICATES_SHOWN).map(({ bank, webinar, title, date, start, state }) => ({
    text: `**${fitted(clip(title, TITLE_LENGTH), 4 * NAME_BYTES)}**`,
    about: `${capital(whenText({ date, endDate: date, start, end: null }, locale))} · ${stateName(state, locale)}`,
    data: { bank, webinar },
  }));
}

/** Whether its cards stand somewhere already. */
const isOut = ({ isLive, phase }: PreviewData): boolean => isLive && phase !== 'draft' && phase !== 'scheduled';

function publishTitle(data: PreviewData, words: Words): string {
  if (isOut(data)) return words.save;
  return data.publishAt === null ? words.publish : words.schedule;
}

/** What was typed goes along to the form as well where there is room for it twice: without it, it would be lost there. */
function buttonsOf(data: PreviewData, words: Words): Button[] {
  const { bank, webinar, isLive, phase } = data;
  const carried = data.carried ?? {};
  const goesTwice = 2 * sizeOfAll(carried) <= FREE_BYTES - LEAST_DESCRIPTION_BYTES;
  const isDraft = phase === 'draft' && !isLive;
  return [
    press(publishTitle(data, words), 'webinars.publish', { data: { ...carried, bank, webinar }, style: 'positive' }),
    ...(goesTwice ? [press(words.change, 'webinars.create', { data: { ...carried, bank, webinar } })] : []),
    press(words.back, isLive ? 'webinars.manage' : 'webinars.list', { data: { bank, ...(isLive && { webinar }) } }),
    ...(isDraft ? [press(words.remove, 'webinars.withdraw', { data: { bank, webinar }, style: 'destructive' })] : []),
  ];
}

/** How an event will be announced, and where, before it is. `carried` is handed in unstored. */
export const previewCard = defineCard({
  name: 'webinars-preview',
  data: previewData,
  verbs: ['webinars.publish', 'webinars.create', 'webinars.withdraw', 'webinars.manage', 'webinars.list'],
  labels: previewLabels,
  view: (data, locale) => {
    const words = previewLabels[locale];
    const buttons = buttonsOf(data, words);
    const room = FREE_BYTES - sizeOfAll(data.carried ?? {}) * (buttons.some(({ verb }) => verb === 'webinars.create') ? 2 : 1);
    const shown = isOut(data) ? data : { ...data, phase: 'announced' as const };
    return {
      heading: data.isLive ? words.changes : words.heading,
      lines: eventLines(shown, locale, { counts: false, room: Math.max(LEAST_DESCRIPTION_BYTES, Math.min(DESCRIPTION_BYTES, room)) }),
      buttons: isOut(data) ? '' : `${words.buttons} ${buttonsText(data, locale)}.`,
      about: [...line(`**${isOut(data) ? words.stands : words.places}**`), ...placesOf(data, words), ...notesOf(data, locale)],
      banks: data.banks.length > 1 ? `${words.banks} ${fitted(listed(data.banks, locale), 4 * NAME_BYTES)}.` : '',
      duplicates: duplicatesOf(data, locale),
      rows: inRows(buttons),
    };
  },
  summary: ({ title, isLive }, locale) => {
    const words = previewLabels[locale];
    return `${isLive ? words.changes : words.heading}: ${clip(title, SUMMARY_LENGTH)}`;
  },
});
