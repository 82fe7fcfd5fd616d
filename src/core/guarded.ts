import { z } from 'zod';
import { defineKind } from './records.ts';

/**
 * That the guard had something to say, a record each, without the person and without a word of the text: `stopped`, what the person chose
 * after (`removed`, `notPatient`), or `acute`. `kinds` are what was found.
 */
export const GUARDED = defineKind(
  'guarded',
  z.object({ what: z.enum(['acute', 'stopped', 'removed', 'notPatient']), kinds: z.array(z.string()), day: z.iso.date() }),
);
export type Guarded = z.infer<typeof GUARDED.schema>;
