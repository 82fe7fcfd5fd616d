import { z } from 'zod';
import { CARE_TEAM_TYPES } from '../../core/banks.ts';
import { defineKind } from '../../core/records.ts';

const DAY = 'skriv datoen som ÅÅÅÅ-MM-DD';

/** A question with its answer, as an editor writes it. Dates are days (YYYY-MM-DD). */
export const entrySchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'bokstaver, tall og bindestrek'),
  question: z.string().min(1).max(500),
  answer: z.string().min(1).max(4000),
  tags: z.array(z.string().min(1)).default([]),
  /** Types of care teams that it concerns. */
  audience: z.array(z.enum(CARE_TEAM_TYPES)).default([]),
  /** Where the answer comes from. */
  source: z.string().min(1),
  link: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
  /** The day that the answer is known to be right for. */
  asOf: z.iso.date(DAY),
  /** The day by which somebody shall look at it again. */
  reviewBy: z.iso.date(DAY),
  /** The role that owns it. */
  owner: z.string().min(1),
});
export type Entry = z.infer<typeof entrySchema>;

/** An entry as it is kept: `version` is the handbook's when it was last changed; a retired one answers nothing. */
const storedEntrySchema = entrySchema.extend({ version: z.number().int(), retired: z.boolean().default(false), origin: z.string() });
export type StoredEntry = z.infer<typeof storedEntrySchema>;
export const ENTRY = defineKind('entry', storedEntrySchema);

/** The bank's handbook version: grows with every change to an entry. Kept under the id `current`. */
export const HANDBOOK = defineKind('handbook', z.object({ version: z.number().int() }));

/** That an answer was shown: a record each, without the person. */
export const SHOWN = defineKind('shown', z.object({ entry: z.string(), day: z.iso.date() }));

/** That a question had no answer: a record each, without the person and without the text. */
export const GAP = defineKind('gap', z.object({ day: z.iso.date() }));

export const REASONS = ['wrong', 'outdated', 'unclear', 'other'] as const;

/** What a person found of an answer: one per person and entry. */
export const RATING = defineKind(
  'rating',
  z.object({ entry: z.string(), person: z.string(), helpful: z.boolean(), reason: z.enum(REASONS).nullable(), day: z.iso.date() }),
);

/** What the conversation was last about: the entry that answered, and when (domain time). Never the text. */
export const SUBJECT = defineKind('subject', z.object({ entry: z.string(), at: z.number() }));
