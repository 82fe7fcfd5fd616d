import { faultOf } from '../../../core/faults.ts';
import { dayFrom, timeFrom } from '../../../core/reading.ts';
import { isSkipped } from '../../../core/workdays.ts';
import type { When } from '../model.ts';
import type { Fault } from './faults.ts';
import { daysBetween, type Move, moveTo, spanOf } from './times.ts';

const WHEN_INPUTS = ['date', 'endDate', 'start', 'end'] as const;
/** What was typed of a time, trimmed; '' is missing. */
export type WhenInputs = Partial<Record<(typeof WHEN_INPUTS)[number], string | undefined>>;

interface Limits {
  readonly now: number;
  /** Whether it may be over already. */
  readonly allowPast: boolean;
  /** Whether it must have a start and an end. */
  readonly needsTimes: boolean;
}

interface ReadWhen {
  /** Only when nothing is missing and nothing is wrong. */
  readonly when?: When;
  readonly faults: Fault[];
  /** Names of the inputs that must be given and are not. */
  readonly missing: string[];
}

const MOST_DAYS = 31;

/** What is wrong with a time as a whole. Expects days and times of day that there are. */
function faultsOfWhen(when: When, { now, allowPast }: Pick<Limits, 'now' | 'allowPast'>): Fault[] {
  const { date, endDate, start, end } = when;
  const days = daysBetween(date, endDate) + 1;
  if (days < 1) return [faultOf('endDate', 'endDateBeforeDate', { given: endDate })];
  if (days > MOST_DAYS) return [faultOf('endDate', 'tooLong', { given: endDate, days: String(days), max: String(MOST_DAYS) })];
  const times = [['start', date, start] as const, ['end', endDate, end] as const];
  const skipped = times.flatMap(([input, day, time]) =>
    time !== null && isSkipped(day, time) ? [faultOf(input, 'timeSkipped', { given: time, date: day, time })] : [],
  );
  if (skipped.length > 0) return skipped;
  const { startsAt, endsAt } = spanOf(when);
  if (endsAt <= startsAt) return [faultOf('end', 'endBeforeStart', { given: end ?? '' })];
  return endsAt <= now && !allowPast ? [faultOf('date', 'past', { given: date })] : [];
}

/** The inputs that can be read, and what is wrong with the others. */
function readEach(inputs: WhenInputs): { read: Move; faults: Fault[] } {
  const faults: Fault[] = [];
  const read: { -readonly [K in keyof Move]: Move[K] } = {};
  for (const input of WHEN_INPUTS) {
    const given = inputs[input] ?? '';
    if (given === '') continue;
    const isDay = input === 'date' || input === 'endDate';
    const value = isDay ? dayFrom(given) : timeFrom(given);
    if (value === undefined) faults.push(faultOf(input, isDay ? 'noDate' : 'noTime', { given }));
    else read[input] = value;
  }
  return { read, faults };
}

/** Both times or none, and both where they are needed. */
function missingTimes(start: boolean, end: boolean, needsTimes: boolean): string[] {
  if (start === end && (start || !needsTimes)) return [];
  return [...(start ? [] : ['start']), ...(end ? [] : ['end'])];
}

function judged(when: When, { faults, missing }: ReadWhen, limits: Limits): ReadWhen {
  if (missing.length > 0 || faults.length > 0) return { faults, missing };
  const wrong = faultsOfWhen(when, limits);
  return wrong.length > 0 ? { faults: wrong, missing } : { when, faults, missing };
}

const isGiven = (text: string | undefined) => text !== undefined && text !== '';

/** When an event is to be. Without a last day it lasts one, without times whole days. */
export function readWhen(inputs: WhenInputs, limits: Limits): ReadWhen {
  const { read, faults } = readEach(inputs);
  const missing = [
    ...(isGiven(inputs.date) ? [] : ['date']),
    ...missingTimes(isGiven(inputs.start), isGiven(inputs.end), limits.needsTimes),
  ];
  const { date = '', endDate = date, start = null, end = null } = read;
  return judged({ date, endDate, start, end }, { faults, missing }, limits);
}

/** When an event is to be instead: what is not given stays as `moveTo` says. */
export function readMove(when: When, inputs: WhenInputs, limits: Limits): ReadWhen {
  const { read, faults } = readEach(inputs);
  const moved = moveTo(when, read);
  const [start, end] = [moved.start !== null || isGiven(inputs.start), moved.end !== null || isGiven(inputs.end)];
  return judged(moved, { faults, missing: missingTimes(start, end, limits.needsTimes) }, limits);
}
