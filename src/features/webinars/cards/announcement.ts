import { defineCard } from '../../../cards.ts';
import { type Button, opener, press } from '../../../core/buttons.ts';
import { inRows } from '../../../core/fit.ts';
import { heading, line, subtle } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/markdown.ts';
import { capital } from '../../../core/words.ts';
import * as labels from './announcement-labels.ts';
import { type AnnouncementData, announcementData, type CalendarData, calendarData, goneData } from './data.ts';
import { eventLines, isAhead, titleText } from './event-view.ts';
import { whenText } from './when-words.ts';
import { phaseName } from './words.ts';

/** A summary stands in the notification list: longer than this nobody sees it. */
const SUMMARY_LENGTH = 160;

type Words = (typeof labels.announcementLabels)['nb'];

/** «Avlyst: Kommunikasjonsarbeid i RPH, torsdag 5. mars 2026 kl. 13.00–14.30»: plain text. */
function eventSummary(event: Pick<AnnouncementData, 'title' | 'phase' | 'date' | 'endDate' | 'start' | 'end'>, locale: Locale): string {
  const marked = event.phase === 'announced' ? '' : `${phaseName(event.phase, locale)}: `;
  return `${marked}${clip(event.title, SUMMARY_LENGTH)}, ${whenText(event, locale)}`;
}

function aheadButtons(event: AnnouncementData, words: Words): Button[] {
  const { bank, webinar, mine, phase } = event;
  const data = { bank, webinar };
  return [
    ...(phase === 'soon' ? opener(words.join, event.joinUrl) : []),
    ...(mine === true ? [] : [press(words.interested, 'webinars.interested', { data, style: 'positive' })]),
    ...opener(words.signUp, event.signupUrl),
    press(words.addToCalendar, 'webinars.ics', { data }),
    ...(mine === false ? [] : [press(words.notInterested, 'webinars.notInterested', { data })]),
  ];
}

/** What can be pressed on an announcement, by how it stands. */
function buttonsOf(event: AnnouncementData, words: Words): Button[] {
  const data = { bank: event.bank, webinar: event.webinar };
  if (isAhead(event)) return aheadButtons(event, words);
  if (event.phase === 'live') return [...opener(words.join, event.joinUrl, 'positive'), ...opener(words.signUp, event.signupUrl)];
  if (event.phase === 'cancelled') return [press(words.updateCalendar, 'webinars.ics', { data })];
  if (event.phase !== 'over') return [];
  return [
    ...opener(words.recording, event.recordingUrl),
    ...opener(words.materials, event.materialsUrl),
    ...(event.done === 'evaluated' ? [] : [press(words.evaluate, 'webinars.evaluate', { data })]),
  ];
}

/** What the reader did just now, or before. */
function doneText({ done, quiet, mine, phase }: AnnouncementData, words: Words): string {
  if (done === null) return mine === true && isAhead({ phase }) ? words.isInterested : '';
  if (done === 'counted') return words.counted;
  if (done !== 'interested') return words[done === 'evaluated' ? 'evaluated' : 'notedNot'];
  return quiet ? words.noted : `${words.noted} ${words.reminded}`;
}

/** The event as all see it in a channel, and as one sees it who pressed or opened it. */
export const announcementCard = defineCard({
  name: 'webinars-card',
  data: announcementData,
  verbs: ['webinars.interested', 'webinars.notInterested', 'webinars.ics', 'webinars.evaluate'],
  labels: labels.announcementLabels,
  view: (event, locale) => {
    const words = labels.announcementLabels[locale];
    return { done: doneText(event, words), lines: eventLines(event, locale), rows: inRows(buttonsOf(event, words)) };
  },
  summary: eventSummary,
});

function calendarLines(event: CalendarData, locale: Locale) {
  const words = labels.calendarLabels[locale];
  const hint = event.cancelled ? words.remove : words.hint;
  return [
    ...heading(event.cancelled ? words.update : words.heading),
    ...line(`**${titleText(event.title)}**`),
    ...line(capital(whenText(event, locale)), { spacing: 'None' }),
    ...subtle(event.ics === null && !event.cancelled ? words.choose : hint, { spacing: 'Small' }),
  ];
}

/** How to get the event into a calendar. Links for Outlook and Google make a new entry; the file also changes the one that is there. */
export const calendarCard = defineCard({
  name: 'webinars-calendar',
  data: calendarData,
  verbs: ['webinars.show'],
  labels: labels.calendarLabels,
  view: (event, locale) => {
    const words = labels.calendarLabels[locale];
    const { bank, webinar, ics, outlook, google, cancelled } = event;
    return {
      lines: calendarLines(event, locale),
      rows: inRows([
        ...opener(words.file, ics ?? ''),
        ...(cancelled ? [] : [...opener(words.outlook, outlook), ...opener(words.google, google)]),
        press(words.back, 'webinars.show', { data: { bank, webinar } }),
      ]),
    };
  },
  summary: ({ cancelled, title }, locale) => {
    const words = labels.calendarLabels[locale];
    return `${cancelled ? words.update : words.heading}: ${clip(title, SUMMARY_LENGTH)}`;
  },
});

/** Stands where a card was taken back that Teams would not delete. */
export const goneCard = defineCard({
  name: 'webinars-gone',
  data: goneData,
  verbs: [],
  labels: labels.goneLabels,
  view: ({ title }) => ({ title: titleText(title) }),
  summary: ({ title }, locale) => `${labels.goneLabels[locale].gone} ${clip(title, SUMMARY_LENGTH)}`,
});
