import { z } from 'zod';
import { STEPS } from '../model.ts';
import { about, change, confirmed, count, fact, moment, region, type } from './data-parts.ts';

/** What the cards are drawn from that are about many teams: rounds, digests, coverage. */

export const checkData = z.object({
  ...about,
  check: z.string().min(1),
  /** Goes along as `version`: what is confirmed is what was seen. */
  version: z.number().int(),
  /** What the team is called. */
  name: z.string(),
  /** What is registered. */
  lines: z.array(fact),
  confirmed,
  step: z.enum(STEPS),
  /** How many of the reader's other teams come after it. */
  others: count,
  done: z.enum(['confirmed', 'changed', 'over']).nullable(),
});
export type CheckData = z.infer<typeof checkData>;

const answers = { total: count, confirmed: count, changed: count, waiting: count, unreachable: count };
/** `nobody`: no leader, deputy or mailbox is registered. `unknown`: those who are, are not found in Teams. `silent`: none of them answered. */
const WHYS = ['nobody', 'unknown', 'silent'] as const;

export const progressData = z.object({
  bank: z.string(),
  check: z.string().min(1),
  startedAt: moment,
  ...answers,
  byRegion: z.array(z.object({ region, ...answers })),
  unreachableTeams: z.array(z.object({ team: z.string(), name: z.string(), why: z.enum(WHYS) })),
  ended: z.boolean(),
});
export type ProgressData = z.infer<typeof progressData>;

export const startCheckData = z.object({
  bank: z.string(),
  /** How many teams will be asked about. */
  teams: count,
  /** When the one began that is still running. */
  running: moment.nullable(),
  /** When the next one begins by itself. */
  nextAt: moment.nullable(),
  /** `months`: no whole number from 1 to 24. `july`: nobody is asked in July. */
  fault: z.enum(['months', 'july']).nullable(),
  months: z.string().optional(),
});
export type StartCheckData = z.infer<typeof startCheckData>;

export const digestData = z.object({
  bank: z.string(),
  /** Days, both counted. */
  from: z.iso.date(),
  to: z.iso.date(),
  items: z.array(
    z.object({
      team: z.string(),
      /** Id of what is taken back by `contacts.undo`; null where it can't be. */
      history: z.string().nullable(),
      teamName: z.string(),
      by: z.string(),
      at: moment,
      lines: z.array(change),
    }),
  ),
  more: count,
});
export type DigestData = z.infer<typeof digestData>;

/** What the list of types sends for all of them. */
export const EVERY_TYPE = 'all';

/** Municipalities (and city districts, where teams name them) by how they are covered, and people. */
const coverage = { municipalities: count, running: count, onTheWay: count, none: count, unknown: count };
const people = { population: count, populationRunning: count };

export const coverageData = z.object({
  bank: z.string(),
  /** Null: all of `types`. */
  type: type.nullable(),
  types: z.array(type),
  day: z.iso.date(),
  regions: z.array(z.object({ region, ...coverage, ...people })),
  total: z.object({ ...coverage, ...people }),
  /** The share of all people that is aimed at; null where there is no such aim. */
  ambition: z.number().min(0).max(1).nullable(),
  /** Address of the tile grid of counties. */
  picture: z.string().nullable(),
  /** What the picture shows, for those who don't see it; share null: unknown. */
  counties: z.array(z.object({ name: z.string(), share: z.number().min(0).max(1).nullable() })),
  /** Teams of them whose record nobody has said to be right. */
  unconfirmed: count,
  /** Of when the municipalities and populations are. */
  dataDate: z.iso.date(),
});
export type CoverageData = z.infer<typeof coverageData>;

export const silentData = z.object({
  bank: z.string(),
  months: count,
  /** Null: all. */
  region,
  items: z.array(z.object({ team: z.string(), name: z.string(), region, lastSign: moment.nullable() })),
  more: count,
});
export type SilentData = z.infer<typeof silentData>;
