import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import { fitted } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { escapeMarkdown } from '../../../core/markdown.ts';
import { readDay, readMoment } from '../../../core/workdays.ts';
import { LONGEST_COMMENT, LONGEST_QUESTION, type Phase, type Region } from '../model.ts';
import * as labels from './asker-labels.ts';
import { recalled, recalledAnswers, referralParts } from './asker-parts.ts';
import { asks, doneTexts, goesOutside, goesTo, sentences, standings } from './asker-sentences.ts';
import {
  about,
  type Deadline,
  deadlineSchema,
  mention,
  named,
  phase,
  publishedSchema,
  type Receiver,
  receiverSchema,
  region,
  removedSchema,
  stateSchema,
  time,
  wishSchema,
} from './data.ts';
import { asTitles, phaseChoices, regionChoices } from './inputs.ts';
import { deadlineText, mentionText, msteamsOf, receiverText, removedText } from './words.ts';

/** A team's name as the form takes it. */
const LONGEST_TEAM = 200;
/** Of the 28 KB of a card, for what an adviser asks. */
const ASKED_BYTES = 20_000;

type Chosen = { topic: string | null; region: Region | null; phase: Phase | null; team: string | null; urgent: boolean; wish: string };

const chosenValues = ({ topic, region, phase, team, urgent, wish }: Chosen) => ({
  ...{ topic: topic ?? '', region: region ?? '', phase: phase ?? '', wish },
  team: (team ?? '').slice(0, LONGEST_TEAM),
  urgent: String(urgent),
});

function whoAndWhen({ receiver, due }: { receiver: Receiver; due: Deadline }, locale: Locale): string {
  const who = escapeMarkdown(receiverText(receiver, locale));
  return receiver.role === 'referral' ? goesOutside[locale](who) : goesTo[locale](who, deadlineText(due, locale));
}

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
    /** The bank has a channel in which answers can be published. */
    canPublish: z.boolean(),
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
  view: (data, locale) => {
    const words = labels.formLabels[locale];
    const entry = data.failed?.entry;
    return {
      heading: data.inquiry === null ? words.ask : words.change,
      question: (data.question ?? '').slice(0, LONGEST_QUESTION),
      longest: LONGEST_QUESTION,
      longestTeam: LONGEST_TEAM,
      failed: recalled(data.failed?.question ?? ''),
      similar: recalledAnswers(data.similar),
      topics: asTitles(data.topics),
      regions: regionChoices(locale),
      phases: phaseChoices(locale),
      chosen: chosenValues(data.chosen),
      suggested: data.suggested,
      here: data.inChannel ? words.hereInThread : words.hereInChat,
      inChannel: data.inChannel,
      canPublish: data.canPublish,
      goesTo: whoAndWhen(data, locale),
      data: { bank: data.bank, ...(data.inquiry !== null && { inquiry: data.inquiry }), ...(entry !== undefined && { entry }) },
    };
  },
  summary: ({ inquiry }, locale) => labels.formLabels[locale][inquiry === null ? 'ask' : 'change'],
});

function receiptHeading({ inquiry, changed }: { inquiry: string; changed: boolean }, locale: Locale): string {
  return (changed ? sentences.changed : sentences.sent)[locale](inquiry);
}

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
  verbs: ['inquiries.compose', 'inquiries.add', 'inquiries.withdraw', 'inquiries.reopen'],
  labels: labels.receiptLabels,
  view: (data, locale) => {
    const who = escapeMarkdown(receiverText(data.receiver, locale));
    const outside = data.receiver.role === 'referral';
    return {
      heading: outside ? `${data.inquiry}: ${sentences.answersThis[locale](who)}` : receiptHeading(data, locale),
      outside,
      receiver: who,
      due: deadlineText(data.due, locale),
      ...referralParts(data.receiver.referral),
      urgent: data.urgent,
      backOn: data.backOn === null ? '' : sentences.backOn[locale](readDay(data.backOn, locale)),
      opensOn: data.opensOn === null ? '' : sentences.opensOn[locale](readDay(data.opensOn, locale)),
      similar: recalledAnswers(data.similar),
      inChannel: data.inChannel,
      link: data.link ?? '',
      data: { bank: data.bank, inquiry: data.inquiry },
    };
  },
  summary: (data, locale) => receiptHeading(data, locale),
});

export const STATUS_DONE = ['added', 'replied', 'withdrawn', 'reopened'] as const;

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
    /** What the reader did just now. */
    done: z.enum(STATUS_DONE).nullable(),
  }),
  verbs: ['inquiries.add', 'inquiries.withdraw'],
  labels: labels.statusLabels,
  view: (data, locale) => {
    const open = data.state === 'new' || data.state === 'taken' || data.state === 'asked';
    return {
      done: data.done === null ? '' : doneTexts[data.done][locale],
      line: standings[data.state][locale]({ number: data.inquiry, name: escapeMarkdown(data.name) }),
      receiver: data.state === 'new' ? escapeMarkdown(receiverText(data.receiver, locale)) : '',
      due: open && data.due !== null ? readMoment(data.due, locale) : '',
      removed: removedText(data.removed, locale),
      open,
      data: { bank: data.bank, inquiry: data.inquiry },
    };
  },
  summary: ({ inquiry, state, name }, locale) => standings[state][locale]({ number: inquiry, name }),
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
    /** The asker's word is still waited for. */
    waits: z.boolean(),
    replied: z.boolean(),
    removed: removedSchema,
  }),
  verbs: ['inquiries.add'],
  labels: labels.askedLabels,
  view: (data, locale) => ({
    msteams: msteamsOf(data.mention),
    mention: mentionText(data.mention),
    line: asks[locale](escapeMarkdown(data.name), data.inquiry),
    text: data.removed ? removedText(data.removed, locale) : fitted(data.text, ASKED_BYTES),
    waits: data.waits && data.removed === null,
    replied: data.replied && data.removed === null,
    inChannel: data.inChannel,
    longest: LONGEST_COMMENT,
    data: { bank: data.bank, inquiry: data.inquiry },
  }),
  summary: ({ name, inquiry }, locale) => asks[locale](name, inquiry).replace(/:$/, ''),
});
