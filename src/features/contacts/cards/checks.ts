import { defineCard } from '../../../cards.ts';
import { type Button, press } from '../../../core/buttons.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import { heading, type Line, line, subtle } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import { checkLabels, progressLabels, startCheckLabels } from './check-labels.ts';
import { type CheckData, checkData, type FactLine, progressData, startCheckData } from './data.ts';
import { fieldName, valueText } from './field-words.ts';
import { mailLink, phoneLink } from './links.ts';
import { progressLine, viewProgress } from './progress-view.ts';
import { confirmedText, nameText } from './team-parts.ts';

const SUMMARY_LENGTH = 160;
/** Of the 28 KB of a card. */
const VALUE_BYTES = 700;
const FACTS_SHOWN = 18;
const USUAL_MONTHS = 6;
const MOST_MONTHS = 24;

type Words = (typeof checkLabels)['nb'];

function shownValue(field: string, value: string, locale: Locale): string {
  if (/Email$|Mailbox$/.test(field)) return mailLink(value);
  if (field.endsWith('Phone')) return phoneLink(value);
  return fitted(valueText(field, value, locale), VALUE_BYTES);
}

function factLine({ field, value }: FactLine, words: Words, locale: Locale): Line[] {
  const shown = shownValue(field, value, locale) || `_${words.notGiven}_`;
  return line(`**${escapeMarkdown(fieldName(field, locale))}:** ${shown}`, { spacing: 'None' });
}

function askText({ step }: CheckData, words: Words): string {
  if (step === 'queued') return words.leader;
  return words[step === 'coordinator' ? 'mailbox' : step];
}

function othersText({ others, done }: CheckData, words: Words): string {
  if (others === 0 || done === 'over') return '';
  return others === 1 ? words.oneOther : `${others} ${words.others}`;
}

function checkLines(data: CheckData, locale: Locale): Line[] {
  const words = checkLabels[locale];
  const { name, done, lines, confirmed } = data;
  const title = line(`**${nameText(name)}**`, { spacing: done === null ? 'None' : 'Small' });
  if (done !== null) {
    const color = done === 'over' ? 'Default' : 'Good';
    return [...line(words[done], { color, weight: 'Bolder' }), ...title, ...subtle(othersText(data, words), { spacing: 'Small' })];
  }
  return [
    ...heading(words.heading),
    ...title,
    ...line(askText(data, words)),
    ...lines
      .slice(0, FACTS_SHOWN)
      .flatMap((fact, at) => factLine(fact, words, locale).map((each) => (at === 0 ? { ...each, spacing: 'Medium' as const } : each))),
    ...subtle(confirmedText(confirmed, locale), { spacing: 'Medium' }),
    ...subtle(othersText(data, words), { spacing: 'Small' }),
  ];
}

function checkButtons({ bank, team, check, version, step, done }: CheckData, words: Words): Button[] {
  if (done !== null) return [];
  const data = { bank, team, check };
  const isLeader = step === 'queued' || step === 'leader' || step === 'reminded';
  return [
    press(words.isRight, 'contacts.confirm', { data: { ...data, version }, style: 'positive' }),
    press(words.edit, 'contacts.edit', { data }),
    press(isLeader ? words.notLeader : words.newLeader, 'contacts.handOver', { data }),
  ];
}

/** The question to a leader, or who is asked in their place: is what is registered still right? */
export const checkCard = defineCard({
  name: 'contacts-check',
  data: checkData,
  verbs: ['contacts.confirm', 'contacts.edit', 'contacts.handOver'],
  labels: checkLabels,
  view: (data, locale) => ({ lines: checkLines(data, locale), rows: inRows(checkButtons(data, checkLabels[locale])) }),
  summary: ({ name, done }, locale) => {
    const words = checkLabels[locale];
    return `${clip(name, SUMMARY_LENGTH)}: ${done === null ? words.heading : words[done]}`;
  },
});

/** How far a round has come, in the centre's channel; kept true. */
export const progressCard = defineCard({
  name: 'contacts-progress',
  data: progressData,
  verbs: ['contacts.show'],
  labels: progressLabels,
  view: viewProgress,
  summary: (data, locale) => `${progressLabels[locale].heading} ${progressLine(data, locale)}`,
});

/** A form: asks everybody. `months` is handed in unstored. */
export const startCheckCard = defineCard({
  name: 'contacts-start-check',
  data: startCheckData,
  verbs: ['contacts.startCheck'],
  labels: startCheckLabels,
  view: ({ bank, teams, running, nextAt, fault, months }, locale) => {
    const words = startCheckLabels[locale];
    const asked = teams === 0 ? words.noTeams : teams === 1 ? words.oneTeam : `${teams} ${words.teams}`;
    const moment = (at: number) => escapeMarkdown(readMoment(at, locale));
    return {
      teams: running === null ? asked : `${words.running} ${moment(running)}.`,
      nextAt: nextAt === null ? '' : `${words.nextAt} ${moment(nextAt)}.`,
      fault: { none: '', months: words.monthsRequired, july: words.july }[fault ?? 'none'],
      canStart: running === null && teams > 0,
      months: Number(months) || USUAL_MONTHS,
      most: MOST_MONTHS,
      data: { bank },
    };
  },
  summary: (_data, locale) => startCheckLabels[locale].heading,
});
