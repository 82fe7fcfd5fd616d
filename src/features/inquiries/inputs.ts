import { z } from 'zod';
import { PHASES, REGIONS } from '../../core/banks.ts';
import { flag, orNothing, short, typed, word, written } from '../../core/inputs.ts';
import { WISHES } from './model.ts';

/** What the inputs of this feature's cards may hold, as they come: texts. */

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
