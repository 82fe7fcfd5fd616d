import { readDate } from '../../../core/calendar.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import { CHANNELS_IN, LONGEST_QUESTION } from '../model.ts';
import type { AwayData, DeskData, LogData } from './desk.ts';
import { awayLabels, deskLabels, logLabels } from './desk-labels.ts';
import { asTitles, regionChoices } from './inputs.ts';
import { channelName, regionName, stateWords } from './words.ts';

/** A question is recalled by its start. */
const START_LENGTH = 140;
const START_BYTES = 350;
const LINE_BYTES = 250;
const ABSENCES_SHOWN = 20;

type DeskWords = (typeof deskLabels)['nb'];

function filtersOf({ bank, filter, counts }: DeskData, words: DeskWords) {
  const titles = {
    mine: `${words.mine} (${counts.mine})`,
    unassigned: `${words.unassigned} (${counts.unassigned})`,
    overdue: `${words.overdue} (${counts.overdue})`,
    open: `${words.openOnes} (${counts.open})`,
    answered: words.answered,
  };
  return inRows(
    (Object.keys(titles) as (keyof typeof titles)[]).map((each) => ({
      title: titles[each],
      style: each === filter ? 'positive' : 'default',
      data: { bank, filter: each, page: '1' },
    })),
  );
}

function itemOf(item: DeskData['items'][number], data: DeskData, locale: Locale) {
  const words = deskLabels[locale];
  const { inquiry, state, topic, region, team, name, created, due, overdue, urgent } = item;
  const marks = [stateWords[state][locale], ...(overdue ? [words.overdue] : []), ...(urgent ? [words.urgent] : [])];
  const about = [topic, region && regionName(region, locale), team].filter(Boolean).join(' · ');
  const who = name === '' ? words.nobody : `${state === 'new' ? words.asked : words.with} ${name}`;
  const when = due === null ? `${words.came} ${readMoment(created, locale)}` : `${words.due} ${readMoment(due, locale)}`;
  return {
    heading: `**${inquiry}** · ${marks.join(' · ')}`,
    color: overdue ? 'Attention' : 'Default',
    question: fitted(clip(data.questions?.[inquiry] ?? '', START_LENGTH), START_BYTES),
    about: fitted(about, LINE_BYTES),
    who: `${fitted(who, LINE_BYTES)} · ${when}`,
    data: { bank: data.bank, text: inquiry },
  };
}

function turnsOf({ bank, filter, page, pages }: DeskData, words: DeskWords) {
  if (filter === null) return [];
  const turn = (title: string, to: number) => ({ title, data: { bank, filter, page: String(to) } });
  return [...(page > 1 ? [turn(words.previous, page - 1)] : []), ...(page < pages ? [turn(words.next, page + 1)] : [])];
}

/** What the template of the desk sees. */
export function viewDesk(data: DeskData, locale: Locale): Record<string, unknown> {
  const words = deskLabels[locale];
  return {
    heading: data.text === undefined ? words.heading : `${words.found} «${fitted(data.text, LINE_BYTES)}»`,
    filters: filtersOf(data, words),
    items: data.items.map((item) => itemOf(item, data, locale)),
    isEmpty: data.items.length === 0,
    place: data.pages > 1 ? `${words.page} ${data.page} ${words.of} ${data.pages}` : '',
    turns: turnsOf(data, words),
    bank: data.bank,
  };
}

/** What the template of the form for logging sees. */
export function viewLog({ bank, done, topics, topic, region, channel }: LogData, locale: Locale): Record<string, unknown> {
  const words = logLabels[locale];
  return {
    bank,
    heading: done === null ? words.heading : `${words.done} ${done}.`,
    done: done !== null,
    topics: asTitles(topics),
    topic: topic ?? '',
    regions: regionChoices(locale),
    region: region ?? '',
    channels: CHANNELS_IN.filter((each) => each !== 'teams').map((each) => ({ id: each, title: channelName(each, locale) })),
    channel: channel === 'teams' ? 'phone' : channel,
    longest: LONGEST_QUESTION,
  };
}

function openText(count: number, locale: Locale): string {
  if (count === 0) return '';
  return {
    nb: `Du har ${count} ${count === 1 ? 'åpen henvendelse' : 'åpne henvendelser'}. Vikaren får påminnelsene mens du er borte.`,
    nn: `Du har ${count} ${count === 1 ? 'open førespurnad' : 'opne førespurnader'}. Vikaren får påminningane medan du er borte.`,
    en: `You have ${count} open ${count === 1 ? 'inquiry' : 'inquiries'}. Your deputy gets the reminders while you are away.`,
  }[locale];
}

/** What the template of the absences sees. */
export function viewAway({ bank, saved, today, absences, people, open }: AwayData, locale: Locale): Record<string, unknown> {
  const words = awayLabels[locale];
  return {
    bank,
    saved,
    today,
    open: openText(open, locale),
    isEmpty: absences.length === 0,
    absences: absences.slice(0, ABSENCES_SHOWN).map(({ from, to, deputy }) => ({
      days: escapeMarkdown(from === to ? readDate(from, locale) : `${readDate(from, locale)} ${words.until} ${readDate(to, locale)}`),
      deputy: deputy === '' ? '' : `${words.deputy}: ${fitted(deputy, LINE_BYTES)}`,
      data: { bank, remove: from },
    })),
    people: asTitles(people),
  };
}
