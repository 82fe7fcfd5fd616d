import { z } from 'zod';
import { defineCard } from '../cards.ts';
import { labelsOf } from '../core/labels.ts';
import { asParagraphs, escapeMarkdown } from '../core/markdown.ts';

/** Someone may be in danger: approved words and the numbers to call. The words are handed in; the card adds none but «Ring». */
export const acuteCard = defineCard({
  name: 'guard-acute',
  data: z.object({
    bank: z.string(),
    title: z.string(),
    lines: z.array(z.string()),
    phones: z.array(z.object({ label: z.string(), number: z.string() })),
  }),
  verbs: [],
  labels: labelsOf({ call: { nb: 'Ring', nn: 'Ring', en: 'Call' } }),
  view: (data) => ({
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
