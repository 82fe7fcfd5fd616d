import { z } from 'zod';
import { defineCard } from '../cards.ts';
import type { Locale } from '../core/locale.ts';
import { asParagraphs, escapeMarkdown } from '../core/markdown.ts';
import { PATIENT_KINDS } from '../guard/index.ts';
import { fitsCard } from './fits-card.ts';
import { ANY_INPUT, acuteLabels, askLabels, INPUTS, kindsInWords, stoppedLabels } from './guard-texts.ts';
import { ASK_AGAIN, NO_DANGER, TELL_SOMEONE } from './guarding.ts';

/** Input fields for what was typed. */
function fieldsOf(inputs: readonly string[], texts: Readonly<Record<string, string>>, locale: Locale) {
  return inputs.map((input) => ({ input, label: (INPUTS[input] ?? ANY_INPUT)[locale], value: texts[input] ?? '' }));
}

/** Someone may be in danger: approved words and the numbers to call. The words are handed in; the card adds none but its buttons. */
export const acuteCard = defineCard({
  name: 'guard-acute',
  data: z.object({
    bank: z.string(),
    title: z.string(),
    lines: z.array(z.string()),
    phones: z.array(z.object({ label: z.string(), number: z.string() })),
    /** Somebody at the centre can be told. */
    canTell: z.boolean(),
    /** The form that it was written in, and its inputs: `left` and `rest` (what was filled in) are handed in unstored. */
    verb: z.string(),
    inputs: z.array(z.string()),
    left: z.record(z.string(), z.string()).optional(),
    rest: z.record(z.string(), z.unknown()).optional(),
  }),
  verbs: [TELL_SOMEONE],
  labels: acuteLabels,
  view: ({ verb, inputs, left, rest, ...data }, locale) => ({
    ...data,
    // Drawn again after a restart, what belongs to the form is lost.
    isForm: inputs.length > 0 && left !== undefined,
    verb,
    fields: fieldsOf(inputs, left ?? {}, locale),
    safe: { ...rest, bank: data.bank, [NO_DANGER]: 'true' },
    title: escapeMarkdown(data.title),
    lines: data.lines.map((line) => ({ text: asParagraphs(line) })),
    phones: data.phones.map(({ label, number }) => ({
      label: escapeMarkdown(label),
      number: escapeMarkdown(number),
      plain: number,
      dial: `tel:${number.replace(/[^\d+]/g, '')}`,
    })),
  }),
  summary: ({ title, phones }) => [title, ...phones.map(({ label, number }) => `${label} ${number}`)].join(' · '),
});

/**
 * A text told of a patient. `left` (what each input would be without) and `rest` (what else came with the press) are handed in unstored,
 * and only where nobody but the writer sees the card.
 */
export const stoppedCard = defineCard({
  name: 'guard-stopped',
  data: z.object({
    bank: z.string(),
    kinds: z.array(z.enum(PATIENT_KINDS)).min(1),
    doubtful: z.boolean(),
    /** Whose message it stands in, in the chat or channel where the bot can't delete it. */
    standing: z.enum(['own', 'other', 'nowhere']),
    /** Nobody but the writer sees the card. */
    alone: z.boolean(),
    /** What was pressed; for a typed question, what asks it anew. */
    verb: z.string(),
    inputs: z.array(z.string()).min(1),
    left: z.record(z.string(), z.string()).optional(),
    rest: z.record(z.string(), z.unknown()).optional(),
  }),
  verbs: [ASK_AGAIN],
  labels: stoppedLabels,
  view: ({ bank, kinds, doubtful, standing, verb, inputs, left = {}, rest, ...given }, locale) => {
    // Drawn again after a restart, a form's card has lost what belongs to it: a press would lead nowhere.
    const alone = given.alone && (verb === ASK_AGAIN || rest !== undefined);
    const hasLeft = Object.values(left).some((text) => text !== '') && fitsCard(left, 1);
    const texts = Object.fromEntries(inputs.map((input) => [input, hasLeft ? (left[input] ?? '') : '']));
    const data = { ...rest, bank };
    return {
      ...{ verb, doubtful, alone, hasLeft },
      // Its button holds the texts once more.
      canRemove: hasLeft && fitsCard(left, 2),
      canAsk: !given.alone && verb === ASK_AGAIN,
      erase: standing === 'nowhere' ? '' : stoppedLabels[locale][standing === 'own' ? 'erase' : 'askToErase'],
      found: kindsInWords(kinds, locale),
      fields: fieldsOf(inputs, texts, locale),
      removed: { ...data, ...texts, guard: 'remove' },
      edited: data,
      kept: { ...data, guard: 'notPatient' },
    };
  },
  summary: ({ kinds }, locale) => `${stoppedLabels[locale].heading}. ${stoppedLabels[locale].found} ${kindsInWords(kinds, locale)}.`,
});

/** The field in which a stopped question is written anew, seen by the writer alone. */
export const askCard = defineCard({
  name: 'guard-ask',
  data: z.object({
    bank: z.string(),
    /** The writer has said that it is about no patient. */
    notPatient: z.boolean(),
    /** Nobody but the writer sees the card. */
    alone: z.boolean(),
  }),
  verbs: [ASK_AGAIN],
  labels: askLabels,
  view: ({ bank, notPatient, alone }) => ({ notPatient, alone, data: notPatient ? { bank, guard: 'notPatient' } : { bank } }),
  summary: (_data, locale) => askLabels[locale].heading,
});
