import { z } from 'zod';
import { clip } from './markdown.ts';
import { lineOf } from './reading.ts';

/** What is wrong with one input of a form. `params` are for the sentence: always `given`, what was typed, clipped. */
export interface Fault<Code extends string> {
  /** The name of the input. */
  readonly input: string;
  readonly code: Code;
  readonly params: Readonly<Record<string, string>>;
}

/** The same as a card keeps it: its name, why, and what the sentence about it needs. */
export const faultData = z.object({ input: z.string(), code: z.string(), params: z.record(z.string(), z.string()) });
export type FaultData = z.infer<typeof faultData>;

const LONGEST_GIVEN = 60;
/** Long enough for what is clipped, short enough to be cleaned at once. */
const LOOKED_AT = 400;

type Params = Readonly<Record<string, string>> & { readonly given: string };

export function faultOf<Code extends string>(input: string, code: Code, params: Params): Fault<Code> {
  return { input, code, params: { ...params, given: clip(lineOf(params.given.slice(0, LOOKED_AT)), LONGEST_GIVEN) } };
}
