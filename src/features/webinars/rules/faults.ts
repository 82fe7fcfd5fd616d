import { clip } from '../../../core/markdown.ts';
import { lineOf } from './reading.ts';

/** What can be wrong with what was typed; the sentences for it are the cards'. */
export type FaultCode =
  | ('noDate' | 'noTime' | 'timeSkipped' | 'endBeforeStart' | 'endDateBeforeDate' | 'tooLong' | 'past')
  | ('link' | 'tooLongText' | 'unknownAudience' | 'unknownRegion' | 'unknownMode' | 'unknownBank' | 'unknownReminder')
  | ('countsAs' | 'number' | 'publishAt' | 'publishAtPast' | 'publishAtLate');

/**
 * `params` for the sentence: always `given`, what was typed, clipped; besides it `max` (tooLongText, tooLong, countsAs), `days` (tooLong) and
 * `date` and `time` (timeSkipped).
 */
export interface Fault {
  /** The name of the input. */
  readonly input: string;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string>>;
}

const LONGEST_GIVEN = 60;
/** Long enough for what is clipped, short enough to be cleaned at once. */
const LOOKED_AT = 400;

export function faultOf(input: string, code: FaultCode, params: Readonly<Record<string, string>> & { readonly given: string }): Fault {
  return { input, code, params: { ...params, given: clip(lineOf(params.given.slice(0, LOOKED_AT)), LONGEST_GIVEN) } };
}
