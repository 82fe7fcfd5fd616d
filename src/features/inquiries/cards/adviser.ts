import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import { CHANNELS_IN, EVENTS, KINDS, LONGEST_COMMENT } from '../model.ts';
import * as labels from './adviser-labels.ts';
import { viewCase } from './case-view.ts';
import { about, mention, named, phase, region, removedSchema, stateSchema, time, wishSchema } from './data.ts';
import { asTitles } from './inputs.ts';
import { noticeSentences } from './notice-words.ts';
import { mentionText, msteamsOf, stateWords } from './words.ts';

const NAME_LENGTH = 60;

const caseData = z.object({
  ...about,
  kind: z.enum(KINDS),
  state: stateSchema,
  urgent: z.boolean(),
  wish: wishSchema,
  channel: z.enum(CHANNELS_IN),
  question: z.string(),
  removed: removedSchema,
  /** The question of the handbook's answer that did not help. */
  failed: z.string().nullable(),
  topic: z.string().nullable(),
  region,
  phase,
  team: z.string().nullable(),
  askerName: z.string(),
  /** Who is asked, from `taken` on who has it. */
  mention,
  created: time,
  /** Since when somebody has it. */
  since: time.nullable(),
  /** When the first word to the asker, and the answer, is due; null when that is done with. */
  dueFirst: time.nullable(),
  dueAnswer: time.nullable(),
  overdue: z.boolean(),
  /** To the thread where it was asked. */
  link: z.string().nullable(),
  /** The last things that happened, in order; `earlier`: how many are not here. */
  events: z.array(z.object({ at: time, what: z.enum(EVENTS), name: z.string(), text: z.string() })),
  earlier: z.number().int(),
  /** Numbers of inquiries near in meaning. */
  similar: z.array(z.string()),
  barriers: z.array(z.string()),
  rating: z.number().int().nullable(),
  referral: z.string().nullable(),
  can: z.object({
    take: z.boolean(),
    answer: z.boolean(),
    askBack: z.boolean(),
    assign: z.boolean(),
    pass: z.boolean(),
    refer: z.boolean(),
    note: z.boolean(),
    tag: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
  }),
});
export type CaseData = z.infer<typeof caseData>;

/** The inquiry as advisers see it. Texts (`question`, event texts) are '' when removed. `can` says which buttons stand. */
export const caseCard = defineCard({
  name: 'inquiries-case',
  data: caseData,
  verbs: [
    'inquiries.take',
    'inquiries.answer',
    'inquiries.askBack',
    'inquiries.assign',
    'inquiries.pass',
    'inquiries.refer',
    'inquiries.note',
    'inquiries.tag',
    'inquiries.close',
    'inquiries.reopen',
    'inquiries.find',
  ],
  labels: labels.caseLabels,
  view: viewCase,
  summary: ({ inquiry, state, urgent, overdue }, locale) => {
    const words = labels.caseLabels[locale];
    const parts = [inquiry, stateWords[state][locale], ...(overdue ? [words.overdue] : []), ...(urgent ? [words.urgent] : [])];
    return parts.join(' · ');
  },
});

/** A form: choose one (`to`) and say why (`comment`, may be left out). `purpose` is the verb's last word. */
export const chooseCard = defineCard({
  name: 'inquiries-choose',
  data: z.object({ ...about, purpose: z.enum(['assign', 'refer']), choices: z.array(named).min(1) }),
  verbs: ['inquiries.assign', 'inquiries.refer', 'inquiries.find'],
  labels: labels.chooseLabels,
  view: ({ bank, inquiry, purpose, choices }, locale) => {
    const words = labels.chooseLabels[locale];
    const assigns = purpose === 'assign';
    return {
      heading: `${assigns ? words.assignTo : words.referTo} ${escapeMarkdown(inquiry)}?`,
      label: assigns ? words.adviser : words.receiver,
      hint: assigns ? words.inside : words.outside,
      button: assigns ? words.assign : words.refer,
      verb: `inquiries.${purpose}`,
      longest: LONGEST_COMMENT,
      choices: asTitles(choices),
      data: { bank, inquiry },
      back: { bank, text: inquiry },
    };
  },
  summary: ({ inquiry, purpose }, locale) => {
    const words = labels.chooseLabels[locale];
    return `${purpose === 'assign' ? words.assignTo : words.referTo} ${inquiry}?`;
  },
});

/** A form: what stands in the way (`barriers`, several, comma-separated). */
export const tagCard = defineCard({
  name: 'inquiries-tag',
  data: z.object({ ...about, choices: z.array(named).min(1), chosen: z.array(z.string()) }),
  verbs: ['inquiries.tag', 'inquiries.find'],
  labels: labels.tagLabels,
  view: ({ bank, inquiry, choices, chosen }) => ({
    inquiry: escapeMarkdown(inquiry),
    choices: asTitles(choices),
    chosen: chosen.join(','),
    data: { bank, inquiry },
    back: { bank, text: inquiry },
  }),
  summary: ({ inquiry }, locale) => `${inquiry}. ${labels.tagLabels[locale].heading}`,
});

export const NOTICES = [
  'assigned',
  'passed',
  'added',
  'replied',
  'reopened',
  'withdrawn',
  'remindFirst',
  'remindAnswer',
  'lateFirst',
  'lateAnswer',
  'coordinateFirst',
  'coordinateAnswer',
  'silentAsker',
  'handedOver',
  'undelivered',
] as const;

export type Notice = (typeof NOTICES)[number];

const noticeData = z.object({
  ...about,
  what: z.enum(NOTICES),
  mention,
  /** Who caused it, or who has it; '' where that says nothing. */
  name: z.string(),
  due: time.nullable(),
});

function sentenceOf({ inquiry, what, name, due }: z.infer<typeof noticeData>, locale: Locale): string {
  return noticeSentences[what][locale]({ inquiry, name: clip(name, NAME_LENGTH), due: due === null ? '' : readMoment(due, locale) });
}

/** Calls an adviser upon in the thread of the inquiry's card: what happened, and never what was written. */
export const noticeCard = defineCard({
  name: 'inquiries-notice',
  data: noticeData,
  verbs: [],
  labels: labels.noticeLabels,
  view: (data, locale) => {
    const sentence = sentenceOf(data, locale);
    const called = mentionText(data.mention);
    return {
      text: called === '' ? escapeMarkdown(sentence) : `${called}: ${escapeMarkdown(sentence)}`,
      msteams: msteamsOf(data.mention),
    };
  },
  summary: sentenceOf,
});
