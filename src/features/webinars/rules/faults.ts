import type { Fault as FaultOf } from '../../../core/faults.ts';

/** What can be wrong with what was typed; the sentences for it are the cards'. */
export type FaultCode =
  | ('noDate' | 'noTime' | 'timeSkipped' | 'endBeforeStart' | 'endDateBeforeDate' | 'tooLong' | 'past')
  | ('link' | 'tooLongText' | 'unknownAudience' | 'unknownRegion' | 'unknownMode' | 'unknownBank' | 'unknownReminder')
  | ('countsAs' | 'number' | 'publishAt' | 'publishAtPast' | 'publishAtLate');

/** `params` besides `given`: `max` (tooLongText, tooLong, countsAs), `days` (tooLong), `date` and `time` (timeSkipped). */
export type Fault = FaultOf<FaultCode>;
