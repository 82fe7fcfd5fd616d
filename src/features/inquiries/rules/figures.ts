import { addDays, type OfficeHours, timeAt, workingTimeBetween } from '../../../core/workdays.ts';
import type { Inquiry, Phase, Region } from '../model.ts';

/** Days in Norway, `YYYY-MM-DD`; both are in it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** So many have `id`: a topic, a region …; null where it was not given. */
export interface Row<T extends string = string> {
  readonly id: T | null;
  readonly count: number;
}

export interface Share {
  readonly of: number;
  readonly count: number;
}

/**
 * Figures of the inquiries that came in a period. Durations are working time, ms; null when there is nothing to count. Rows are in order
 * of how many, the most first; those of a kind add up to `total`, but for `barriers`: an inquiry has none or several.
 */
export interface Figures extends Period {
  readonly total: number;
  readonly byChannel: readonly Row<Inquiry['channel']>[];
  readonly byTopic: readonly Row[];
  readonly byRegion: readonly Row<Region>[];
  readonly byPhase: readonly Row<Phase>[];
  readonly barriers: readonly Row[];
  /** Those that have a time until somebody had them. */
  readonly taken: number;
  readonly takeMedian: number | null;
  readonly takeP90: number | null;
  readonly answerMedian: number | null;
  readonly answerP90: number | null;
  /** Of those that were answered. */
  readonly inTime: Share;
  /** Of those that were answered, or opened again after another end. */
  readonly reopened: Share;
  readonly referred: number;
  /** 1–5, the mean. */
  readonly rating: number | null;
  readonly ratings: number;
  /** That advisers put down. */
  readonly minutes: number;
}

/** What an adviser puts in is dated when it is put in, and nobody waits for a call for help to be answered here: neither has times. */
const isTimed = ({ kind }: Inquiry) => kind === 'question';

/** Those that came in the period. */
export function inPeriod(inquiries: readonly Inquiry[], { from, to }: Period): Inquiry[] {
  const [start, end] = [timeAt(from, '00:00'), timeAt(addDays(to, 1), '00:00')];
  return inquiries.filter(({ createdAt }) => createdAt >= start && createdAt < end);
}

/** From when it was sent until somebody had it, in working time (ms); null when nobody had, or when it is not counted. */
export function takeTime(inquiry: Inquiry, hours: OfficeHours): number | null {
  return isTimed(inquiry) && inquiry.takenAt !== null ? workingTimeBetween(inquiry.createdAt, inquiry.takenAt, hours) : null;
}

/** From when it was sent until it was answered, in working time (ms); null when it was not, or when it is not counted. */
export function answerTime(inquiry: Inquiry, hours: OfficeHours): number | null {
  return isTimed(inquiry) && inquiry.answeredAt !== null ? workingTimeBetween(inquiry.createdAt, inquiry.answeredAt, hours) : null;
}

/** Whether the answer came in time; null when there is none, or when it is not counted. */
export function wasInTime(inquiry: Inquiry): boolean | null {
  return isTimed(inquiry) && inquiry.answeredAt !== null ? inquiry.answeredAt <= inquiry.dueAnswer : null;
}

export function figuresOf(inquiries: readonly Inquiry[], period: Period, hours: OfficeHours): Figures {
  const chosen = inPeriod(inquiries, period);
  const takes = chosen.map((inquiry) => takeTime(inquiry, hours)).filter((time) => time !== null);
  const answers = chosen.map((inquiry) => answerTime(inquiry, hours)).filter((time) => time !== null);
  const answered = chosen.map(wasInTime).filter((inTime) => inTime !== null);
  const ended = chosen.filter((inquiry) => isTimed(inquiry) && (inquiry.answeredAt !== null || inquiry.reopened > 0));
  const ratings = chosen.map(({ rating }) => rating).filter((rating) => rating !== null);
  return {
    ...{ from: period.from, to: period.to },
    total: chosen.length,
    byChannel: rowsOf(chosen.map(({ channel }) => channel)),
    byTopic: rowsOf(chosen.map(({ topic }) => topic)),
    byRegion: rowsOf(chosen.map(({ region }) => region)),
    byPhase: rowsOf(chosen.map(({ phase }) => phase)),
    barriers: rowsOf(chosen.flatMap(({ barriers }) => [...new Set(barriers)])),
    taken: takes.length,
    takeMedian: rankOf(takes, 0.5),
    takeP90: rankOf(takes, 0.9),
    answerMedian: rankOf(answers, 0.5),
    answerP90: rankOf(answers, 0.9),
    inTime: { of: answered.length, count: answered.filter((inTime) => inTime).length },
    reopened: { of: ended.length, count: ended.filter(({ reopened }) => reopened > 0).length },
    referred: chosen.filter(({ referral }) => referral !== null).length,
    rating: ratings.length === 0 ? null : sumOf(ratings) / ratings.length,
    ratings: ratings.length,
    minutes: sumOf(chosen.map(({ minutes }) => minutes ?? 0)),
  };
}

function rowsOf<T extends string>(ids: readonly (T | null)[]): Row<T>[] {
  const counts = new Map<T | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rows = [...counts].map(([id, count]) => ({ id, count }));
  return rows.sort((a, b) => b.count - a.count || Number(a.id === null) - Number(b.id === null) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}

/** The value at this rank (0–1) by the nearest-rank method; null of nothing. */
function rankOf(values: readonly number[], rank: number): number | null {
  return values.toSorted((a, b) => a - b)[Math.ceil(rank * values.length) - 1] ?? null;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const PERIOD = /^(\d{4})(?:-([12]))?$/;

/** The days of a half-year (`2026-1`, `2026-2`) or a year (`2026`); undefined for anything else. */
export function periodOf(name: string): Period | undefined {
  const [, year, half] = PERIOD.exec(name) ?? [];
  if (year === undefined) return undefined;
  return { from: half === '2' ? `${year}-07-01` : `${year}-01-01`, to: half === '1' ? `${year}-06-30` : `${year}-12-31` };
}

const SECOND_HALF = '07';

/** Names of the periods to choose from on a day, the newest first: this half-year, the one before, this year, the year before. */
export function periodsUntil(day: string): string[] {
  const year = Number(day.slice(0, 4));
  const halves = day.slice(5, 7) < SECOND_HALF ? [`${year}-1`, `${year - 1}-2`] : [`${year}-2`, `${year}-1`];
  return [...halves, String(year), String(year - 1)];
}

/** Of fewer than this nothing is told outside the centre: those who know a place could tell who they are. */
export const SMALLEST_SHOWN = 5;

/**
 * Rows as those outside the centre may see them: `count` is null where it is hidden. Besides the small ones, the smallest of the others are
 * hidden for as long as the hidden ones are a single one, or fewer than `SMALLEST_SHOWN` in all: else the total would give them away.
 */
export function masked<R extends { readonly count: number }>(rows: readonly R[]): (Omit<R, 'count'> & { readonly count: number | null })[] {
  const some = rows.filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count);
  const hidden = new Set(some.filter(({ count }) => count < SMALLEST_SHOWN));
  for (const next of some.slice(hidden.size)) {
    if (hidden.size === 0 || (hidden.size > 1 && sumOf([...hidden].map(({ count }) => count)) >= SMALLEST_SHOWN)) break;
    hidden.add(next);
  }
  return rows.map((row) => ({ ...row, count: hidden.has(row) ? null : row.count }));
}

/** A share as those outside the centre may see it: null where it, or what is left of the whole, is a few. */
export function maskedShare({ of, count }: Share): { readonly of: number | null; readonly count: number | null } {
  const [part] = masked([{ count }, { count: of - count }]);
  return { of: masked([{ count: of }])[0]?.count ?? null, count: part?.count ?? null };
}
