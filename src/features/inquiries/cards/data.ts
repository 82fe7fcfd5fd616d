import { z } from 'zod';
import { PHASES, REGIONS } from '../../../core/banks.ts';
import { referralSchema } from '../../../core/referrals.ts';
import { STATES, WISHES } from '../model.ts';

/** Shapes that several cards share. Times are epoch ms, days YYYY-MM-DD; words are made when a card is drawn, in its reader's language. */

export const region = z.enum(REGIONS).nullable();
export const phase = z.enum(PHASES).nullable();
export const time = z.number();
/** Somebody to be called upon: stands as `<at>Name</at>` with an entity. */
export const mention = z.object({ id: z.string().min(1), name: z.string() }).nullable();
export const named = z.object({ id: z.string().min(1), label: z.string() });

/** What every card about one inquiry begins with. */
export const about = { bank: z.string(), inquiry: z.string().min(1) };

/** Who answers, by role: an adviser for topic, region and phase; an administrator; a body outside the centre. */
export const receiverSchema = z.object({
  role: z.enum(['adviser', 'admin', 'referral']),
  /** Name of the topic, where the route goes by it. */
  topic: z.string().nullable(),
  region,
  phase,
  referral: referralSchema.nullable(),
});
export type Receiver = z.infer<typeof receiverSchema>;

/** By when the answer is due: the moment, and how the deadline is counted (so many working days, or hours of working time). */
export const deadlineSchema = z.object({
  at: time,
  count: z.number().int(),
  unit: z.enum(['workdays', 'hours']),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/** What was asked before and answered in the open. */
export const publishedSchema = z.object({ question: z.string(), answer: z.string() });

export const stateSchema = z.enum(STATES);
export const wishSchema = z.enum(WISHES);
/** Why a text is not there any more. */
export const removedSchema = z.enum(['expired', 'forgotten']).nullable();
