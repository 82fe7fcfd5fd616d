import { z } from 'zod';

/** What the inputs of a card may hold, as they come: texts. */

export const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');
export const word = z.string().trim().min(1).max(200);
/** White space alone counts as nothing. */
export const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional());
/** Signs that are not seen and turn what is read around, and marks that would call somebody upon. */
const UNSEEN = /[[\p{Cc}\p{Cf}]--[\n\r\t\u200d]]|<\/?at\b[^<>]*>/giv;
export const plain = (text: string) => text.replaceAll(UNSEEN, '');
/** A text of at most so many characters, without what nobody sees. */
export const written = (most: number) =>
  orNothing(
    z
      .union([z.string(), z.number().transform(String)])
      .pipe(z.string().max(most))
      .transform(plain)
      .pipe(z.string().trim()),
  );
/** What somebody typed: how long it may be is told in a sentence of its own. */
export const typed = written(200_000);
export const short = orNothing(word);
