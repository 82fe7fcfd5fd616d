import { z } from 'zod';
import { CARE_TEAM_TYPES } from '../../core/banks.ts';
import { flag, orNothing, plain, word } from '../../core/inputs.ts';
import { EVERY_TYPE } from './cards/data.ts';
import { ENTRY_INPUTS } from './rules/form.ts';

/** What the inputs of this feature's cards may hold, as they come: texts. An empty one empties its field. */
const field = z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(z.string().max(200_000)).transform(plain).optional();
const digits = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export const team = word;
export const version = orNothing(z.union([z.number().int(), digits]));
/** A list's «alle typer» is none of them. */
export const type = orNothing(z.enum([...CARE_TEAM_TYPES, EVERY_TYPE]).transform((given) => (given === EVERY_TYPE ? undefined : given)));
export const text = orNothing(z.union([z.string(), z.number()]).transform(String).pipe(z.string().max(1_000)).transform(plain));
export const edited = z.object({
  ...Object.fromEntries(ENTRY_INPUTS.map((name) => [name, field])),
  team: word.optional(),
  version,
  whole: flag.optional(),
});
