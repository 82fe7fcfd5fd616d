import { z } from 'zod';
import { PHASES, REGIONS } from '../../core/banks.ts';
import { WISHES } from './model.ts';

/** What the inputs of this feature's cards may hold, as they come: texts. */

const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');
const word = z.string().trim().min(1).max(200);
/** White space alone counts as nothing. */
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional());
/** Signs that are not seen and turn what is read around, and marks that would call somebody upon. */
const UNSEEN = /[[\p{Cc}\p{Cf}]--[\n\r\t\u200d]]|<\/?at\b[^<>]*>/giv;
const plain = (text: string) => text.replaceAll(UNSEEN, '');
const written = (most: number) => orNothing(z.string().max(most).transform(plain).pipe(z.string().trim()));
/** What somebody typed: how long it may be is told in a sentence of its own. */
export const typed = written(200_000);
export const short = orNothing(word);
/** What a list sends for «vet ikke»: cards take no choice without a value. */
const UNSET = '-';
const chosen = <T extends z.ZodType>(schema: T) =>
  orNothing(z.preprocess((value) => (value === UNSET ? undefined : value), schema.optional()));
export const topic = chosen(word);
export const region = chosen(z.enum(REGIONS));
export const phase = chosen(z.enum(PHASES));
/** The number of an inquiry. */
export const inquiry = word;

export const asked = z.object({
  question: typed,
  topic,
  region,
  phase,
  team: written(200),
  urgent: flag.optional(),
  wish: z.enum(WISHES).optional(),
  entry: short,
  inquiry: short,
});
