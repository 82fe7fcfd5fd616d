import type { Fault as FaultOf } from '../../../core/faults.ts';

/** What can be wrong with what was typed; the sentences for it are the cards'. `guestEmail`: a guest's name in Entra, which no mail reaches. */
export type FaultCode =
  | ('missing' | 'tooLongText' | 'email' | 'guestEmail' | 'phone' | 'link' | 'noDate' | 'future' | 'number' | 'yesOrNo')
  | ('unknownType' | 'unknownStatus' | 'unknownRegion' | 'unknownPublish' | 'unknownPlace' | 'severalPlaces');

/**
 * `params` besides `given`: `max` (tooLongText, number), `min` (number), `suggestions` (unknownPlace: at most three names, comma-separated;
 * left out where there are none).
 */
export type Fault = FaultOf<FaultCode>;
