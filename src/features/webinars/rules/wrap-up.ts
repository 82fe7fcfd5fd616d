import { faultOf } from '../../../core/faults.ts';
import { linkFrom, wholeNumberFrom } from '../../../core/reading.ts';
import type { Fault } from './faults.ts';
import type { WrapUp } from './lifecycle.ts';

/** The most people that a gathering is taken to have: what is more is a typing error. */
const MOST_PEOPLE = 100_000;

export interface WrapUpInputs {
  readonly recordingUrl?: string | undefined;
  readonly materialsUrl?: string | undefined;
  readonly participants?: string | undefined;
  readonly teams?: string | undefined;
}

/** What became of an event, as it was typed: what is not given stays as it was. */
export function readWrapUp(inputs: WrapUpInputs): { readonly given: WrapUp; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const read = <T>(input: keyof WrapUpInputs, code: 'link' | 'number', from: (text: string) => T | undefined) => {
    const text = inputs[input]?.trim() ?? '';
    if (text === '') return {};
    const value = from(text);
    if (value === undefined) faults.push(faultOf(input, code, { given: text }));
    return value === undefined ? {} : { [input]: value };
  };
  const count = (text: string) => wholeNumberFrom(text, 0, MOST_PEOPLE);
  const given: WrapUp = {
    ...read('recordingUrl', 'link', linkFrom),
    ...read('materialsUrl', 'link', linkFrom),
    ...read('participants', 'number', count),
    ...read('teams', 'number', count),
  };
  return { given, faults };
}
