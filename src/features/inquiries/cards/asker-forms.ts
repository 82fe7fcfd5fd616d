import { z } from 'zod';
import { defineCard } from '../../../cards.ts';
import { fitted } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { asLink, clip, escapeMarkdown } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import { EVENTS } from '../model.ts';
import * as labels from './asker-labels.ts';
import { readDayOf, recalled } from './asker-parts.ts';
import { sentences } from './asker-sentences.ts';
import { changedMeanwhile, writeWords } from './asker-write-words.ts';
import { about, stateSchema, time } from './data.ts';
import { stateWords } from './words.ts';

/** What is shown of a question above a form. */
const QUESTION_LENGTH = 2_000;
const QUESTION_BYTES = 8_000;
/** Of the 28 KB of a card, for a question and what was typed: what was typed goes first. */
const FORM_BYTES = 24_000;

export const WRITE_PURPOSES = ['add', 'reopen', 'askBack', 'note', 'answer', 'pass'] as const;

const INPUTS = { add: 'text', reopen: 'text', askBack: 'text', note: 'text', answer: 'answer', pass: 'comment' } as const;

/**
 * A form with one text. `purpose` is the verb's last word and decides the words on it; the input is named `answer` for an answer, `comment`
 * for `pass`, else `text`. `question` is shown above to advisers alone; it and `typed`,
 * what was written before something `changed`, are handed in unstored.
 */
export const writeCard = defineCard({
  name: 'inquiries-write',
  data: z.object({
    ...about,
    purpose: z.enum(WRITE_PURPOSES),
    /** Everybody in the thread will see what is written. */
    isPublic: z.boolean(),
    longest: z.number().int(),
    /** Of the inquiry, when the form was drawn: goes along with what is sent. */
    version: z.number().int().nullable(),
    /** What happened while it was being written. */
    changed: z.enum(EVENTS).nullable(),
    /** What the form took the place of, to go back to: the adviser's card or the answer. */
    back: z.enum(['case', 'answer']).nullable(),
    question: z.string().optional(),
    typed: z.string().optional(),
  }),
  verbs: [
    ...['inquiries.add', 'inquiries.reopen', 'inquiries.askBack', 'inquiries.note', 'inquiries.answer', 'inquiries.pass'],
    ...['inquiries.find', 'inquiries.rate'],
  ],
  labels: labels.writeLabels,
  view: (data, locale) => {
    const words = writeWords[data.purpose];
    const typed = (data.typed ?? '').slice(0, data.longest);
    const room = Math.min(QUESTION_BYTES, FORM_BYTES - Buffer.byteLength(JSON.stringify(typed)));
    return {
      heading: words.heading[locale](data.inquiry),
      question: room > 0 ? fitted(clip(data.question ?? '', QUESTION_LENGTH), room) : '',
      hint: words.hint?.[locale] ?? '',
      isPublic: data.isPublic,
      changed: data.changed === null ? '' : (changedMeanwhile[data.changed] ?? changedMeanwhile.other)[locale],
      typed,
      input: INPUTS[data.purpose],
      label: words.label[locale],
      longest: data.longest,
      button: words.button[locale],
      backToCase: data.back === 'case',
      backToAnswer: data.back === 'answer',
      back: data.back === 'case' ? { bank: data.bank, text: data.inquiry } : { bank: data.bank, inquiry: data.inquiry },
      verb: `inquiries.${data.purpose}`,
      data: { bank: data.bank, inquiry: data.inquiry, ...(data.version !== null && { version: data.version }) },
    };
  },
  summary: ({ inquiry, purpose }, locale) => writeWords[purpose].heading[locale](inquiry),
});

/** What fits into 28 KB with questions and links. */
const ITEMS_SHOWN = 10;

type MineItem = { topic: string | null; name: string; at: number; due: number | null };

function factsOf({ topic, name, at, due }: MineItem, locale: Locale): string {
  const day = sentences.sentOn[locale](readDayOf(at, locale));
  const parts = [topic ?? '', name, day, due === null ? '' : sentences.dueBy[locale](readMoment(due, locale))];
  const [first = '', ...rest] = parts.filter((part) => part !== '');
  return escapeMarkdown([first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' · '));
}

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
  view: (data, locale) => ({
    items: data.items.slice(0, ITEMS_SHOWN).map((item) => ({
      title: `${item.inquiry} · ${item.state === 'asked' ? labels.mineLabels[locale].waitsForYou : stateWords[item.state][locale]}`,
      question: recalled(data.questions?.[item.inquiry] ?? ''),
      facts: factsOf(item, locale),
      link: item.link === null ? '' : asLink(labels.mineLabels[locale].openThread, item.link),
      canAdd: item.canAdd,
      canWithdraw: item.canWithdraw,
      data: { bank: item.bank, inquiry: item.inquiry },
    })),
    none: data.items.length === 0,
    more: data.more > 0 ? sentences.more[locale](String(data.more)) : '',
    bank: data.bank,
  }),
  summary: (_data, locale) => labels.mineLabels[locale].heading,
});

/** Of the 28 KB of a card, for what was typed: it stands in every button. */
const TYPED_BYTES = 20_000;

/**
 * What was typed, for each of so many buttons; '' when it is too long to travel in all of them. Nothing is cut off unseen: without a text
 * a button asks for it.
 */
function looseText(text: string, buttons: number): string {
  return Buffer.byteLength(JSON.stringify(text)) * buttons <= TYPED_BYTES ? text : '';
}

function looseHeading(items: readonly { inquiry: string }[], locale: Locale): string {
  const [first, second] = items;
  return first && !second ? sentences.isReply[locale](first.inquiry) : labels.looseLabels[locale].which;
}

/** «Er dette svar på …?»: `text` is what was typed, unstored; it travels in the buttons. */
export const looseCard = defineCard({
  name: 'inquiries-loose',
  data: z.object({ bank: z.string(), items: z.array(z.object(about)).min(1).max(5), text: z.string().optional() }),
  verbs: ['inquiries.add', 'inquiries.notReply'],
  labels: labels.looseLabels,
  view: (data, locale) => {
    const text = looseText(data.text ?? '', data.items.length + 1);
    return {
      heading: looseHeading(data.items, locale),
      items: data.items.map(({ bank, inquiry }) => ({
        title: sentences.yesReply[locale](inquiry),
        data: { bank, inquiry, text },
      })),
      notReply: { bank: data.bank, question: text },
    };
  },
  summary: ({ items }, locale) => looseHeading(items, locale),
});
