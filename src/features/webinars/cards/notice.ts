import { defineCard } from '../../../cards.ts';
import { type Button, isLink, opener, press } from '../../../core/buttons.ts';
import { inRows } from '../../../core/fit.ts';
import { heading, type Line, line } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import { capital } from '../../../core/words.ts';
import { LONGEST_COMMENT } from '../model.ts';
import { type NoticeData, noticeData } from './data.ts';
import { factLines, formerLine, reasonLine, timeLines, titleText } from './event-view.ts';
import { noticeLabels } from './notice-labels.ts';
import { whenText } from './when-words.ts';
import { phaseColour, phaseName } from './words.ts';

const SUMMARY_LENGTH = 160;

type Words = (typeof noticeLabels)['nb'];

/** Names what there is to see. */
function readyText({ recordingUrl, materialsUrl }: NoticeData, words: Words): string {
  const [recording, materials] = [isLink(recordingUrl), isLink(materialsUrl)];
  if (recording && materials) return words.bothReady;
  if (recording) return words.recordingReady;
  return materials ? words.materialsReady : words.thanks;
}

/** What happened, in a few words. */
function newsText(data: NoticeData, locale: Locale): string {
  const words = noticeLabels[locale];
  if (data.what === 'moved') return data.was === null ? words.otherPlace : words.moved;
  if (data.what === 'recording') return readyText(data, words);
  // This one stands in the channel after its day as well.
  if (data.what === 'channel') return phaseName(data.phase, locale) || words.channel;
  return words[data.what];
}

function newsColour({ what, phase }: NoticeData): string {
  if (what === 'cancelled' || what === 'withdrawn') return 'Attention';
  if (what === 'moved') return 'Warning';
  return what === 'channel' ? phaseColour(phase) : 'Default';
}

function linesOf(data: NoticeData, locale: Locale): Line[] {
  const { what } = data;
  const words = noticeLabels[locale];
  const tells = [
    ...heading(titleText(data.title)),
    ...line(newsText(data, locale), { color: newsColour(data), weight: 'Bolder', spacing: 'None' }),
  ];
  if (what === 'withdrawn') return [...tells, ...line(words.nothingToDo)];
  if (what === 'recording') return [...tells, ...line(capital(whenText(data, locale)), { isSubtle: true })];
  const isCalledOff = what === 'cancelled' || data.phase === 'cancelled';
  return [
    ...tells,
    ...timeLines(data, locale),
    ...(what === 'moved' ? formerLine(data, locale) : []),
    ...(what === 'moved' || isCalledOff ? reasonLine(data, locale) : []),
    ...(isCalledOff ? [] : factLines({ ...data, audience: [], region: null, coOrganisers: [], series: '' }, locale)),
  ];
}

function calendarButton({ bank, webinar, ics }: NoticeData, words: Words): Button[] {
  return ics === null ? [press(words.addToCalendar, 'webinars.ics', { data: { bank, webinar } })] : opener(words.updateCalendar, ics);
}

function buttonsOf(event: NoticeData, words: Words): Button[] {
  const { what, bank, webinar, joinUrl } = event;
  const data = { bank, webinar };
  const join = event.mode === 'physical' ? [] : opener(words.join, joinUrl, 'positive');
  const notInterested = press(words.notInterested, 'webinars.notInterested', { data });
  if (what === 'moved') return [...calendarButton(event, words), notInterested];
  if (what === 'cancelled') return event.ics === null ? [] : calendarButton(event, words);
  if (what === 'channel') return event.phase === 'soon' || event.phase === 'live' ? join : [];
  if (what === 'withdrawn') return [];
  if (what === 'recording') return [...opener(words.recording, event.recordingUrl), ...opener(words.materials, event.materialsUrl)];
  const noReminders = press(words.noReminders, 'webinars.reminders', { data: { ...data, on: 'false' } });
  return [...(what === 'week' ? [] : join), notInterested, noReminders];
}

/** News of an event for one person; `channel`: the reminder in the thread of its card. */
export const noticeCard = defineCard({
  name: 'webinars-notice',
  data: noticeData,
  verbs: ['webinars.ics', 'webinars.notInterested', 'webinars.reminders', 'webinars.evaluate'],
  labels: noticeLabels,
  view: (data, locale) => ({
    lines: linesOf(data, locale),
    rows: inRows(buttonsOf(data, noticeLabels[locale])),
    asks: data.what === 'recording',
    longest: LONGEST_COMMENT,
    data: { bank: data.bank, webinar: data.webinar },
  }),
  summary: (data, locale) => {
    const news = `${newsText(data, locale)}: ${clip(data.title, SUMMARY_LENGTH)}`;
    return data.what === 'recording' || data.what === 'withdrawn' ? news : `${news}, ${whenText(data, locale)}`;
  },
});
