import { z } from 'zod';
import { defineCard } from '../../cards.ts';
import { readDate } from '../../core/calendar.ts';
import { asLink, asParagraphs, clip, escapeMarkdown } from '../../core/markdown.ts';
import { answerLabels, missingLabels, narrowLabels, reasonLabels, unsureLabels } from './card-labels.ts';

/** A summary stands in the notification list: longer than this nobody sees it. */
const SUMMARY_LENGTH = 300;
/** A colleague's message is recalled, not repeated. */
const QUOTE_LENGTH = 280;
/** A typed question travels in each button's data, and a card may have 28 KB in all. */
const QUESTION_LENGTH = 1000;

const entry = z.string().min(1);
/** What was typed: handed in unstored, it goes along to an adviser. Empty when the turn is replayed. */
const asked = z.string().optional();
const asAsked = (text: string | undefined) => (text ?? '').slice(0, QUESTION_LENGTH);
const pointer = z.object({ entry, question: z.string() });
type Pointer = z.infer<typeof pointer>;

/** Questions that one presses: the title is read aloud, the text is shown. */
function asChoices(pointers: readonly Pointer[]) {
  return pointers.map(({ entry, question }) => ({ entry, title: question, text: escapeMarkdown(question) }));
}

/** An answer of the handbook. */
export const answerCard = defineCard({
  name: 'handbook-answer',
  data: z.object({
    bank: z.string(),
    entry,
    question: z.string(),
    answer: z.string(),
    source: z.string(),
    /** Shown as a link only when it is https. */
    link: z.string().nullable(),
    asOf: z.iso.date(),
    /** Past its review. */
    stale: z.boolean(),
    related: z.array(pointer).max(3),
    canRate: z.boolean(),
    canAsk: z.boolean(),
    canShare: z.boolean(),
    /** Rated: thanks stand in place of the buttons that rate. */
    thanks: z.boolean(),
    /** The words that were asked about, when it answers a colleague's message. */
    quote: z.string().nullable(),
    asked,
  }),
  verbs: ['handbook.helpful', 'handbook.notHelpful', 'inquiries.compose', 'handbook.share', 'handbook.show'],
  labels: answerLabels,
  view: (data, locale) => ({
    ...data,
    quote: asParagraphs(clip(data.quote ?? '', QUOTE_LENGTH)),
    question: escapeMarkdown(data.question),
    answer: asParagraphs(data.answer),
    source: asLink(data.source, data.link),
    asOf: readDate(data.asOf, locale),
    related: asChoices(data.related),
    canRate: data.canRate && !data.thanks,
    asked: asAsked(data.asked),
  }),
  summary: ({ question, answer }) => clip(`${question} ${answer}`, SUMMARY_LENGTH),
});

/** «Mente du …?»: entries that may be what was asked for. */
export const unsureCard = defineCard({
  name: 'handbook-unsure',
  data: z.object({ bank: z.string(), options: z.array(pointer).min(1).max(3), canAsk: z.boolean(), asked }),
  verbs: ['handbook.show', 'inquiries.compose'],
  labels: unsureLabels,
  view: (data) => ({ ...data, options: asChoices(data.options), asked: asAsked(data.asked) }),
  summary: ({ options }, locale) =>
    clip(`${unsureLabels[locale].heading} ${options.map(({ question }) => question).join(' ')}`, SUMMARY_LENGTH),
});

/** The handbook has no answer. */
export const missingCard = defineCard({
  name: 'handbook-missing',
  data: z.object({ bank: z.string(), canAsk: z.boolean(), examples: z.array(z.string()), asked }),
  verbs: ['inquiries.compose'],
  labels: missingLabels,
  view: (data) => ({ ...data, examples: data.examples.map((text) => ({ text: escapeMarkdown(text) })), asked: asAsked(data.asked) }),
  summary: (_data, locale) => missingLabels[locale].heading,
});

/** One short question back. `question` is what was typed: handed in unstored, empty when the turn is replayed. */
export const narrowCard = defineCard({
  name: 'handbook-narrow',
  data: z.object({
    bank: z.string(),
    ask: z.string(),
    choices: z
      .array(z.object({ choice: z.string().min(1), label: z.string() }))
      .min(2)
      .max(4),
    question: z.string().optional(),
  }),
  verbs: ['handbook.narrow'],
  labels: narrowLabels,
  view: (data) => ({
    ...data,
    ask: escapeMarkdown(data.ask),
    choices: data.choices.map(({ choice, label }) => ({ choice, title: label, text: escapeMarkdown(label) })),
    question: (data.question ?? '').slice(0, QUESTION_LENGTH),
  }),
  summary: ({ ask }) => clip(ask, SUMMARY_LENGTH),
});

/** Asks what was wrong with an answer. */
export const reasonCard = defineCard({
  name: 'handbook-reason',
  data: z.object({ bank: z.string(), entry, question: z.string() }),
  verbs: ['handbook.notHelpful'],
  labels: reasonLabels,
  view: (data) => ({ ...data, question: escapeMarkdown(data.question) }),
  summary: ({ question }, locale) => clip(`${reasonLabels[locale].heading} ${question}`, SUMMARY_LENGTH),
});
