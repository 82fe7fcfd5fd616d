import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import * as labels from './asker-labels.ts';
import {
  about,
  deadlineSchema,
  mention,
  named,
  phase,
  publishedSchema,
  receiverSchema,
  region,
  removedSchema,
  stateSchema,
  time,
  wishSchema,
} from './data.ts';

/**
 * The form for a question. `question` and `text` are handed in unstored: what was typed. `inquiry`: the one that is being changed.
 * In a channel the form says plainly that an answer «here» is seen by everyone.
 */
export const formCard = defineCard({
  name: 'inquiries-form',
  data: z.object({
    bank: z.string(),
    inquiry: z.string().nullable(),
    inChannel: z.boolean(),
    topics: z.array(named),
    /** Values that are filled in. `suggested`: the topic is the bot's suggestion. */
    chosen: z.object({ topic: z.string().nullable(), region, phase, team: z.string().nullable(), urgent: z.boolean(), wish: wishSchema }),
    suggested: z.boolean(),
    /** The handbook's answer that did not help. */
    failed: z.object({ entry: z.string(), question: z.string() }).nullable(),
    /** Who the filled-in values go to, and by when. */
    receiver: receiverSchema,
    due: deadlineSchema,
    similar: z.array(publishedSchema).max(2),
    question: z.string().optional(),
  }),
  verbs: ['inquiries.send'],
  labels: labels.formLabels,
  summary: () => 'Spør en rådgiver',
});

/** What the asker is told when it is sent (or `changed`). Never the question: in a thread everyone sees it. */
export const receiptCard = defineCard({
  name: 'inquiries-receipt',
  data: z.object({
    ...about,
    inChannel: z.boolean(),
    changed: z.boolean(),
    receiver: receiverSchema,
    due: deadlineSchema,
    urgent: z.boolean(),
    /** The one who is asked is away until then: the next day (YYYY-MM-DD) that they work. */
    backOn: z.iso.date().nullable(),
    /** Outside office hours: the next working day. */
    opensOn: z.iso.date().nullable(),
    /** To the thread where it was asked. */
    link: z.string().nullable(),
    similar: z.array(publishedSchema).max(2),
  }),
  verbs: ['inquiries.compose', 'inquiries.add', 'inquiries.withdraw'],
  labels: labels.receiptLabels,
  summary: ({ inquiry }) => inquiry,
});

/** Stands where it was asked, and says how it goes. */
export const statusCard = defineCard({
  name: 'inquiries-status',
  data: z.object({
    ...about,
    state: stateSchema,
    /** Name of the adviser who has it; '' when nobody has taken it. */
    name: z.string(),
    receiver: receiverSchema,
    due: time.nullable(),
    removed: removedSchema,
  }),
  verbs: ['inquiries.add', 'inquiries.withdraw'],
  labels: labels.statusLabels,
  summary: ({ inquiry }) => inquiry,
});

/** An adviser asks the asker something; `text` of the form is the reply. `replied`: thanks stand in place of the form. */
export const askedCard = defineCard({
  name: 'inquiries-asked',
  data: z.object({
    ...about,
    inChannel: z.boolean(),
    mention,
    name: z.string(),
    text: z.string(),
    replied: z.boolean(),
    removed: removedSchema,
  }),
  verbs: ['inquiries.add'],
  labels: labels.askedLabels,
  summary: ({ inquiry }) => inquiry,
});

/** The answer, whole or a part of it (`part` of `parts`, from 1). Rating and opening again stand on the last part alone. */
export const answerCard = defineCard({
  name: 'inquiries-answer',
  data: z.object({
    ...about,
    inChannel: z.boolean(),
    mention,
    /** '' in a channel. */
    question: z.string(),
    answer: z.string(),
    part: z.number().int(),
    parts: z.number().int(),
    /** The adviser's name, and the topic that they answer for. */
    name: z.string(),
    topic: z.string().nullable(),
    at: time,
    rating: z.number().int().nullable(),
    canRate: z.boolean(),
    canReopen: z.boolean(),
    removed: removedSchema,
  }),
  verbs: ['inquiries.rate', 'inquiries.reopen'],
  labels: labels.answerLabels,
  summary: ({ inquiry }) => inquiry,
});

/** Somebody outside the centre answers this: where to turn. `text`: the adviser's word along with it. */
export const referralCard = defineCard({
  name: 'inquiries-referral',
  data: z.object({
    ...about,
    mention,
    referral: z.object({ name: z.string(), address: z.string(), note: z.string() }),
    text: z.string(),
    canReopen: z.boolean(),
    removed: removedSchema,
  }),
  verbs: ['inquiries.reopen'],
  labels: labels.referralLabels,
  summary: ({ inquiry }) => inquiry,
});

/** Question and answer in the bank's channel for all to learn from, without the asker. */
export const publishedCard = defineCard({
  name: 'inquiries-published',
  data: z.object({
    bank: z.string(),
    question: z.string(),
    answer: z.string(),
    topic: z.string().nullable(),
    name: z.string(),
    at: time,
    removed: removedSchema,
  }),
  verbs: ['inquiries.compose'],
  labels: labels.publishedLabels,
  summary: ({ question }) => question,
});

export const WRITE_PURPOSES = ['add', 'reopen', 'askBack', 'note', 'answer', 'pass'] as const;

/**
 * A form with one text. `purpose` is the verb's last word and decides the words on it; the input is named `answer` for an answer, `comment`
 * for `pass`, else `text`. `question` is shown above to advisers alone, unstored.
 */
export const writeCard = defineCard({
  name: 'inquiries-write',
  data: z.object({
    ...about,
    purpose: z.enum(WRITE_PURPOSES),
    /** Everybody in the thread will see what is written. */
    isPublic: z.boolean(),
    longest: z.number().int(),
    question: z.string().optional(),
  }),
  verbs: ['inquiries.add', 'inquiries.reopen', 'inquiries.askBack', 'inquiries.note', 'inquiries.answer', 'inquiries.pass'],
  labels: labels.writeLabels,
  summary: ({ inquiry }) => inquiry,
});

/** The reader's own inquiries, newest first. Questions come unstored, by number, and never in a channel. */
export const mineCard = defineCard({
  name: 'inquiries-mine',
  data: z.object({
    bank: z.string(),
    items: z.array(
      z.object({
        ...about,
        state: stateSchema,
        topic: z.string().nullable(),
        name: z.string(),
        at: time,
        due: time.nullable(),
        link: z.string().nullable(),
        canAdd: z.boolean(),
        canWithdraw: z.boolean(),
      }),
    ),
    /** How many more there are. */
    more: z.number().int(),
    questions: z.record(z.string(), z.string()).optional(),
  }),
  verbs: ['inquiries.add', 'inquiries.withdraw', 'inquiries.compose'],
  labels: labels.mineLabels,
  summary: () => 'Mine henvendelser',
});

/** «Er dette svar på …?»: `text` is what was typed, unstored; it travels in the buttons. */
export const looseCard = defineCard({
  name: 'inquiries-loose',
  data: z.object({ bank: z.string(), items: z.array(z.object(about)).min(1).max(5), text: z.string().optional() }),
  verbs: ['inquiries.add', 'inquiries.notReply'],
  labels: labels.looseLabels,
  summary: ({ items }) => items.map(({ inquiry }) => inquiry).join(', '),
});
