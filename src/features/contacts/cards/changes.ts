import { defineCard } from '../../../cards.ts';
import { type Button, press } from '../../../core/buttons.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import { type Line, line } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import { changeLabels, noticeLabels, rejectLabels } from './change-labels.ts';
import { type ChangeData, changeData, type NoticeData, noticeData, rejectData } from './data.ts';
import { changeLines, nameText, personText } from './team-parts.ts';

const SUMMARY_LENGTH = 160;
/** Of the 28 KB of a card. */
const LINES_BYTES = 12_000;
const COMMENT_BYTES = 3_000;
const LONGEST_COMMENT = 1_000;

const named = (said: string, name: string): string => `${said}: ${clip(name, SUMMARY_LENGTH)}`;

type Words = (typeof changeLabels)['nb'];

function stateLine({ state, decidedBy, comment }: ChangeData, words: Words): Line[] {
  const color = { waiting: 'Warning', approved: 'Good', rejected: 'Attention', overtaken: 'Default' }[state];
  const by = decidedBy === '' || state === 'waiting' || state === 'overtaken' ? '' : ` ${words.by} ${personText(decidedBy)}`;
  const why = state === 'rejected' && comment.trim() !== '' ? `${words.why}: ${fitted(comment, COMMENT_BYTES)}` : '';
  return [...line(`${words[state]}${by}`, { color, weight: 'Bolder', spacing: 'Medium' }), ...line(why)];
}

/** Somebody's change that the centre decides on, in its channel; kept true by what became of it. */
export const changeCard = defineCard({
  name: 'contacts-change',
  data: changeData,
  verbs: ['contacts.approve', 'contacts.reject', 'contacts.show'],
  labels: changeLabels,
  view: (data, locale) => {
    const words = changeLabels[locale];
    const { bank, team, change, teamName, by, at, lines, state } = data;
    return {
      team: nameText(teamName),
      asked: `${personText(by)} ${words.wanted} · ${escapeMarkdown(readMoment(at, locale))}`,
      lines: [...changeLines(lines, LINES_BYTES, locale), ...stateLine(data, words)],
      isWaiting: state === 'waiting',
      longest: LONGEST_COMMENT,
      data: { bank, team, change },
      about: { bank, team },
    };
  },
  summary: ({ state, teamName }, locale) => {
    const words = changeLabels[locale];
    return named(state === 'waiting' ? words.heading : `${words.heading} (${words[state].toLowerCase()})`, teamName);
  },
});

/** A form: why not. `comment` is handed in unstored. */
export const rejectCard = defineCard({
  name: 'contacts-reject',
  data: rejectData,
  verbs: ['contacts.reject', 'contacts.show'],
  labels: rejectLabels,
  view: ({ bank, team, change, teamName, by, lines, tooLong, comment }, locale) => ({
    team: nameText(teamName),
    asked: `${personText(by)} ${rejectLabels[locale].wanted}:`,
    lines: changeLines(lines, LINES_BYTES, locale),
    tooLong,
    comment: (comment ?? '').slice(0, LONGEST_COMMENT),
    longest: LONGEST_COMMENT,
    data: { bank, team, change },
    about: { bank, team },
  }),
  summary: ({ teamName }, locale) => named(rejectLabels[locale].heading, teamName),
});

type NoticeWords = (typeof noticeLabels)['nb'];

function newsOf({ what, by }: NoticeData, words: NoticeWords): { readonly heading: string; readonly text: string } {
  const who = by === '' ? words.centre : personText(by);
  if (what === 'leaderGone' && by !== '') return { heading: words.askLeader, text: `${who} ${words.leaderGoneBy}` };
  const news = what === 'leaderGone' ? 'askLeader' : what;
  const says = words[`${news}By`];
  const isImpersonal = news === 'overtaken' || news === 'isItYou' || news === 'askLeader';
  return { heading: words[news], text: isImpersonal ? says : `${who} ${says}` };
}

const colours: { readonly [W in NoticeData['what']]?: string } = {
  ...{ approved: 'Good', handOverAccepted: 'Good', rejected: 'Attention', handOverDeclined: 'Warning', leaderGone: 'Warning' },
};

function noticeLines(data: NoticeData, locale: Locale): Line[] {
  const words = noticeLabels[locale];
  const { heading, text } = newsOf(data, words);
  const why = data.comment.trim() === '' ? '' : `${words.why}: ${fitted(data.comment, COMMENT_BYTES)}`;
  return [
    ...line(heading, { style: 'heading', size: 'Medium', weight: 'Bolder', color: colours[data.what] ?? 'Default' }),
    ...line(`**${nameText(data.teamName)}**`, { spacing: 'None' }),
    ...line(text),
    ...changeLines(data.lines, LINES_BYTES, locale),
    ...line(why),
  ];
}

function noticeButtons({ what, bank, team }: NoticeData, words: NoticeWords): Button[] {
  const data = { bank, team };
  const open = press(words.open, 'contacts.show', { data });
  if (what === 'handOverAsk' || what === 'isItYou')
    return [
      press(what === 'isItYou' ? words.itIsMe : words.takeOver, 'contacts.acceptHandOver', { data, style: 'positive' }),
      press(words.decline, 'contacts.declineHandOver', { data }),
      open,
    ];
  if (what === 'askLeader' || what === 'leaderGone')
    return [press(words.nameLeader, 'contacts.handOver', { data, style: 'positive' }), open];
  if (what === 'handOverDeclined') return [press(words.askAnother, 'contacts.handOver', { data }), open];
  if (what === 'handOverAccepted') return [open];
  return [open, press(words.edit, 'contacts.edit', { data })];
}

/** News of a team for one person, or a question to them. */
export const noticeCard = defineCard({
  name: 'contacts-notice',
  data: noticeData,
  verbs: ['contacts.show', 'contacts.edit', 'contacts.handOver', 'contacts.acceptHandOver', 'contacts.declineHandOver'],
  labels: noticeLabels,
  view: (data, locale) => ({ lines: noticeLines(data, locale), rows: inRows(noticeButtons(data, noticeLabels[locale])) }),
  summary: (data, locale) => named(newsOf(data, noticeLabels[locale]).heading, data.teamName),
});
