import type { z } from 'zod';

/** A kind of record: its name in the store and the shape of its body. */
export interface Kind<T extends object> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

export function defineKind<T extends object>(name: string, schema: z.ZodType<T>): Kind<T> {
  return { name, schema };
}
