import { faultOf } from '../../../core/faults.ts';
import { lineOf, linesOf, linkFrom, momentFrom, partsOf, timeFrom, wholeNumberFrom } from '../../../core/reading.ts';
import { isSkipped, timeAt } from '../../../core/workdays.ts';
import { regionFrom } from '../../../norwegian/regions.ts';
import type { LONGEST_DESCRIPTION, LONGEST_LINE, LONGEST_LINK, LONGEST_TITLE, Mode, Plan } from '../model.ts';
import { audienceFrom, everyReminder, modeFrom, remindersFrom } from './choices.ts';
import type { Fault, FaultCode } from './faults.ts';
import { spanOf } from './times.ts';
import { readWhen } from './when.ts';

export type { Fault } from './faults.ts';

/** The inputs of an event's form. */
export const PLAN_INPUTS = [
  ...(['title', 'description', 'date', 'endDate', 'start', 'end', 'mode', 'place', 'joinUrl', 'signupUrl', 'audience', 'region'] as const),
  ...(['banks', 'channels', 'coOrganisers', 'series', 'reportArea', 'countsAs', 'reminders', 'publishAt', 'publishTime'] as const),
] as const;
export type PlanInput = (typeof PLAN_INPUTS)[number];
/** What was typed; '' is missing. */
export type PlanInputs = Partial<Record<PlanInput, string | undefined>>;

export interface PlanLimits {
  /** The bank that it lies in. */
  readonly bank: string;
  /** Ids of the banks that it can be for. */
  readonly banks: readonly string[];
  readonly now: number;
  /** Whether what is on the net must have a start and an end. */
  readonly requireTimes: boolean;
  /** Whether it may be over already, and the time to publish it gone by. */
  readonly allowPast: boolean;
}

export interface ReadPlan {
  /** Only when nothing is missing and nothing is wrong. */
  readonly plan?: Plan;
  /** When it is to be published by itself; null where nothing was said. Left out when that can't be read. */
  readonly publishAt?: number | null;
  readonly faults: Fault[];
  /** Names of the inputs that must be given and are not. */
  readonly missing: string[];
}

const LONGEST: Readonly<Record<'title' | 'place' | 'series' | 'reportArea' | 'coOrganisers' | 'description' | 'channels', number>> = {
  title: 200 satisfies typeof LONGEST_TITLE,
  place: 300 satisfies typeof LONGEST_LINE,
  series: 300 satisfies typeof LONGEST_LINE,
  reportArea: 300 satisfies typeof LONGEST_LINE,
  coOrganisers: 1_000,
  description: 4_000 satisfies typeof LONGEST_DESCRIPTION,
  channels: 4_000,
};
const IN_LINES: ReadonlySet<string> = new Set(['description', 'coOrganisers', 'channels']);
const LONGEST_ADDRESS = 1_000 satisfies typeof LONGEST_LINK;
const MOST_EVENTS = 1_000;
const LIST = /[,;\n]/;
/** When what is given a day alone is published. */
const PUBLISH_TIME = '08:00';

/** Reads one form; what is wrong is gathered. */
interface Reading {
  readonly faults: Fault[];
  given(input: PlanInput): string;
  fail(input: PlanInput, code: FaultCode, params?: Readonly<Record<string, string>>): void;
}

function readingOf(inputs: PlanInputs): Reading {
  const faults: Fault[] = [];
  const given = (input: PlanInput) => (inputs[input] ?? '').trim();
  return { faults, given, fail: (input, code, params) => void faults.push(faultOf(input, code, { given: given(input), ...params })) };
}

/** Text that is not too long, '' for what is. */
function textOf({ given, fail }: Reading, input: keyof typeof LONGEST): string {
  const text = IN_LINES.has(input) ? linesOf(given(input)) : lineOf(given(input));
  if (text.length <= LONGEST[input]) return text;
  fail(input, 'tooLongText', { max: String(LONGEST[input]) });
  return '';
}

function linkOf({ given, fail }: Reading, input: 'joinUrl' | 'signupUrl'): string {
  const text = given(input);
  if (text === '') return '';
  const link = text.length > LONGEST_ADDRESS ? undefined : linkFrom(text);
  if (link === undefined && text.length > LONGEST_ADDRESS) fail(input, 'tooLongText', { max: String(LONGEST_ADDRESS) });
  else if (link === undefined) fail(input, 'link');
  return link ?? '';
}

/** Without a word: where it is says it. */
function modeOf({ given, fail }: Reading): Mode | undefined {
  const text = given('mode');
  if (text === '') return given('place') !== '' && given('joinUrl') === '' ? 'physical' : 'digital';
  const mode = modeFrom(text);
  if (mode === undefined) fail('mode', 'unknownMode');
  return mode;
}

function regionOf({ given, fail }: Reading): Plan['region'] {
  const text = given('region');
  const region = text === '' ? null : regionFrom(text);
  if (region === undefined) fail('region', 'unknownRegion');
  return region ?? null;
}

function audienceOf({ given, fail }: Reading): Plan['audience'] {
  const { values, unknown } = audienceFrom(partsOf(given('audience'), /[,;/\n]/));
  if (unknown.length > 0) fail('audience', 'unknownAudience', { given: unknown.join(', ') });
  return values;
}

function banksOf({ given, fail }: Reading, { bank, banks }: PlanLimits): string[] {
  const words = partsOf(given('banks'), LIST);
  if (words.length === 0) return [bank];
  const known = new Map(banks.map((id) => [id.toLowerCase(), id]));
  const unknown = words.filter((word) => !known.has(word.toLowerCase()));
  if (unknown.length > 0) fail('banks', 'unknownBank', { given: unknown.join(', ') });
  return [...new Set(words.flatMap((word) => known.get(word.toLowerCase()) ?? []))];
}

function remindersOf({ given, fail }: Reading): Plan['reminders'] {
  const words = partsOf(given('reminders'), LIST);
  if (words.length === 0) return everyReminder();
  const { values, unknown } = remindersFrom(words);
  if (unknown.length > 0) fail('reminders', 'unknownReminder', { given: unknown.join(', ') });
  return values;
}

function countOf({ given, fail }: Reading): number {
  const text = given('countsAs');
  const count = text === '' ? 1 : wholeNumberFrom(text, 1, MOST_EVENTS);
  if (count === undefined) fail('countsAs', 'countsAs', { max: String(MOST_EVENTS) });
  return count ?? 1;
}

/** Undefined for what can't be read, null for nothing. */
function publishAtOf({ given, fail }: Reading): number | null | undefined {
  const text = given('publishAt');
  if (text === '') return null;
  const moment = momentFrom(text);
  if (moment === undefined) return void fail('publishAt', 'publishAt');
  if (moment.offset !== undefined) {
    const at = Date.parse(`${moment.date}T${moment.time}:00${moment.offset}`);
    return Number.isFinite(at) ? at : void fail('publishAt', 'publishAt');
  }
  const ownTime = given('publishTime');
  const time = moment.time ?? (ownTime === '' ? PUBLISH_TIME : timeFrom(ownTime));
  if (time === undefined) return void fail('publishTime', 'noTime');
  if (isSkipped(moment.date, time)) return void fail('publishAt', 'timeSkipped', { date: moment.date, time });
  return timeAt(moment.date, time);
}

/**
 * Reads what was typed, or stood in a file, of an event: dates and times in the ways they are written here, choices by their names. All
 * that is missing or wrong is told at once.
 */
export function readPlan(inputs: PlanInputs, of: PlanLimits): ReadPlan {
  const reading = readingOf(inputs);
  const { faults, given, fail } = reading;
  const title = textOf(reading, 'title');
  const mode = modeOf(reading);
  const needsTimes = of.requireTimes && mode !== undefined && mode !== 'physical';
  const [date, endDate, start, end] = [given('date'), given('endDate'), given('start'), given('end')];
  const { when, ...read } = readWhen({ date, endDate, start, end }, { ...of, needsTimes });
  const rest = {
    description: textOf(reading, 'description'),
    place: textOf(reading, 'place'),
    joinUrl: linkOf(reading, 'joinUrl'),
    signupUrl: linkOf(reading, 'signupUrl'),
    audience: audienceOf(reading),
    region: regionOf(reading),
    banks: banksOf(reading, of),
    channels: partsOf(textOf(reading, 'channels'), LIST),
    coOrganisers: partsOf(textOf(reading, 'coOrganisers'), LIST),
    series: textOf(reading, 'series'),
    reportArea: textOf(reading, 'reportArea'),
    countsAs: countOf(reading),
    reminders: remindersOf(reading),
  };
  const publishAt = publishAtOf(reading);
  if (typeof publishAt === 'number' && publishAt <= of.now && !of.allowPast) fail('publishAt', 'publishAtPast');
  else if (typeof publishAt === 'number' && when && publishAt >= spanOf(when).endsAt) fail('publishAt', 'publishAtLate');
  const missing = [...(lineOf(given('title')) === '' ? ['title'] : []), ...read.missing];
  const all = [...faults, ...read.faults];
  const isRight = when && mode && missing.length === 0 && all.length === 0;
  return {
    ...(isRight && { plan: { title, ...when, mode, ...rest } }),
    ...(publishAt !== undefined && { publishAt }),
    faults: all,
    missing,
  };
}

/** What a form is filled with so that it is this plan; `''` where nothing is given. */
export function inputsOf(plan: Plan): Record<Exclude<PlanInput, 'publishAt' | 'publishTime'>, string> {
  const { title, description, date, endDate, start, end, mode, place, joinUrl, signupUrl, series, reportArea } = plan;
  return {
    ...{ title, description, date, endDate: endDate === date ? '' : endDate, start: start ?? '', end: end ?? '', mode, place },
    ...{ joinUrl, signupUrl, audience: plan.audience.join(','), region: plan.region ?? '', banks: plan.banks.join(',') },
    ...{ channels: plan.channels.join(','), coOrganisers: plan.coOrganisers.join(', '), series, reportArea },
    ...{ countsAs: String(plan.countsAs), reminders: plan.reminders.length === 0 ? 'none' : plan.reminders.join(',') },
  };
}
