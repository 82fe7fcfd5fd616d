import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import { CHANNELS_IN, EVENTS, KINDS } from '../model.ts';
import * as labels from './adviser-labels.ts';
import { about, mention, named, phase, region, removedSchema, stateSchema, time, wishSchema } from './data.ts';

/** The inquiry as advisers see it. Texts (`question`, event texts) are '' when removed. `can` says which buttons stand. */
export const caseCard = defineCard({
  name: 'inquiries-case',
  data: z.object({
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
  }),
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
  summary: ({ inquiry }) => inquiry,
});

/** A form: choose one (`to`) and say why (`comment`, may be left out). `purpose` is the verb's last word. */
export const chooseCard = defineCard({
  name: 'inquiries-choose',
  data: z.object({ ...about, purpose: z.enum(['assign', 'refer']), choices: z.array(named).min(1) }),
  verbs: ['inquiries.assign', 'inquiries.refer'],
  labels: labels.chooseLabels,
  summary: ({ inquiry }) => inquiry,
});

/** A form: what stands in the way (`barriers`, several, comma-separated). */
export const tagCard = defineCard({
  name: 'inquiries-tag',
  data: z.object({ ...about, choices: z.array(named).min(1), chosen: z.array(z.string()) }),
  verbs: ['inquiries.tag'],
  labels: labels.tagLabels,
  summary: ({ inquiry }) => inquiry,
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
  'coordinate',
  'silentAsker',
  'handedOver',
  'rated',
] as const;

/** Calls an adviser upon in the thread of the inquiry's card: what happened, and never what was written. */
export const noticeCard = defineCard({
  name: 'inquiries-notice',
  data: z.object({
    ...about,
    what: z.enum(NOTICES),
    mention,
    /** Who caused it, or who has it; '' where that says nothing. */
    name: z.string(),
    due: time.nullable(),
  }),
  verbs: [],
  labels: labels.noticeLabels,
  summary: ({ inquiry }) => inquiry,
});
