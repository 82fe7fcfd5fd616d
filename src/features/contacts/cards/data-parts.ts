import { z } from 'zod';
import { CARE_TEAM_TYPES, REGIONS } from '../../../core/banks.ts';
import { STATUSES } from '../model.ts';

/** What the data of several cards is made of. */

export const moment = z.number();
export const count = z.number().int().min(0);
/** What every card about one team begins with: its bank and its id. */
export const about = { bank: z.string(), team: z.string().min(1) };
export const type = z.enum(CARE_TEAM_TYPES);
export const status = z.enum(STATUSES).nullable();
/** Null: not known. */
export const region = z.enum(REGIONS).nullable();

/** Somebody as the reader may see them; '' for what isn't known or may not be shown. */
export const someone = z.object({ name: z.string(), email: z.string(), phone: z.string() });
export type SomeoneData = z.infer<typeof someone>;

/**
 * A field by its input's name (or its name in the register), and what it was and is: names of places and people in words; types, statuses,
 * regions, days, `true`/`false` and fields that may be published (comma-separated) as the register holds them. '' for nothing.
 */
export const change = z.object({ field: z.string(), from: z.string(), to: z.string() });
export type ChangeLine = z.infer<typeof change>;
/** A field as above, and what it is. */
export const fact = z.object({ field: z.string(), value: z.string() });
export type FactLine = z.infer<typeof fact>;

/** When a record was last said to be right, and by whom ('' where that may not be shown). */
export const confirmed = z.object({ at: moment, name: z.string() }).nullable();
