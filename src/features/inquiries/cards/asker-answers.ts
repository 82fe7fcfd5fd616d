import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import { fitted, linked } from '../../../core/fit.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import { LONGEST_COMMENT } from '../model.ts';
import * as labels from './asker-labels.ts';
import { readDayOf, referralParts } from './asker-parts.ts';
import { answeredBy, partOf, sentences } from './asker-sentences.ts';
import { about, mention, removedSchema, time } from './data.ts';
import { lowered, mentionText, msteamsOf, removedText } from './words.ts';

/** Of the 28 KB of a card: what was asked, what was answered, and an answer that stands along with its whole question. */
const QUESTION_BYTES = 3_000;
const ANSWER_BYTES = 18_000;
const PUBLISHED_BYTES = 16_000;
/** A summary stands in the notification list: longer than this nobody sees it. */
const SUMMARY_LENGTH = 300;

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
  view: (data, locale) => {
    const last = data.part === data.parts;
    const day = readDayOf(data.at, locale);
    return {
      msteams: msteamsOf(data.mention),
      called: data.mention === null ? '' : sentences.hasAnswer[locale](mentionText(data.mention)),
      heading: sentences.answerTo[locale](data.inquiry),
      part: data.parts > 1 ? partOf[locale](data.part, data.parts) : '',
      question: data.inChannel || data.removed || data.part > 1 ? '' : fitted(data.question, QUESTION_BYTES),
      answer: data.removed ? removedText(data.removed, locale) : linked(data.answer, ANSWER_BYTES),
      from: answeredBy({ name: escapeMarkdown(data.name), topic: escapeMarkdown(lowered(data.topic ?? '')), day }, locale),
      longest: LONGEST_COMMENT,
      canRate: data.canRate && data.rating === null && last,
      rated: data.rating !== null && last,
      canReopen: data.canReopen && last,
      data: { bank: data.bank, inquiry: data.inquiry },
    };
  },
  summary: ({ inquiry }, locale) => sentences.answerTo[locale](inquiry),
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
  view: (data, locale) => {
    const referred = sentences.isReferred[locale](data.inquiry);
    return {
      msteams: msteamsOf(data.mention),
      called: data.mention === null ? referred : `${mentionText(data.mention)}, ${referred}`,
      heading: sentences.answersThis[locale](escapeMarkdown(data.referral.name)),
      ...referralParts(data.referral),
      text: data.removed ? '' : linked(data.text, QUESTION_BYTES),
      removed: removedText(data.removed, locale),
      canReopen: data.canReopen,
      data: { bank: data.bank, inquiry: data.inquiry },
    };
  },
  summary: ({ inquiry, referral }, locale) => `${inquiry}: ${sentences.answersThis[locale](referral.name)}`,
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
  view: (data, locale) => ({
    bank: data.bank,
    question: data.removed ? '' : fitted(data.question, QUESTION_BYTES),
    answer: data.removed ? removedText(data.removed, locale) : linked(data.answer, PUBLISHED_BYTES),
    topic: escapeMarkdown(data.topic ?? ''),
    from: answeredBy({ name: escapeMarkdown(data.name), topic: '', day: readDayOf(data.at, locale) }, locale),
  }),
  summary: ({ question, removed }, locale) =>
    removed || question === '' ? labels.publishedLabels[locale].heading : clip(question, SUMMARY_LENGTH),
});
