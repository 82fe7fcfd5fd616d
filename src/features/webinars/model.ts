import { z } from 'zod';
import { REGIONS } from '../../core/banks.ts';
import { LOCALES } from '../../core/locale.ts';
import { defineKind } from '../../core/records.ts';

export const MODES = ['digital', 'physical', 'hybrid'] as const;
export type Mode = (typeof MODES)[number];
export const AUDIENCES = [
  ...['RPH', 'ACT', 'FACT', 'FACT ung', 'ledere', 'forprosjekt'],
  ...['AUS', 'brukerspesialist', 'russpesialist', 'statsforvalter'],
] as const;
/** `week`, `day`, `hour` before, for those who are interested; `channel`: once, the day before, where it was announced. */
export const REMINDERS = ['week', 'day', 'hour', 'channel'] as const;
export type Reminder = (typeof REMINDERS)[number];

/**
 * `draft`; `scheduled`: is published by itself at `publishAt`; `published`; `cancelled`: does not take place, its cards say so;
 * `withdrawn`: was published by mistake, its cards are taken away.
 */
export const STATES = ['draft', 'scheduled', 'published', 'cancelled', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

export const LONGEST_TITLE = 200;
export const LONGEST_DESCRIPTION = 4_000;
export const LONGEST_LINE = 300;
export const LONGEST_LINK = 1_000;
export const LONGEST_COMMENT = 1_000;

/** Days are `YYYY-MM-DD` and times `HH:MM`, both in Norway. Without times it lasts whole days. */
export const whenSchema = z.object({
  date: z.iso.date(),
  /** The last day; the first one again where it lasts a day. */
  endDate: z.iso.date(),
  start: z.string().nullable(),
  end: z.string().nullable(),
});
export type When = z.infer<typeof whenSchema>;

/** What an organiser says of an event. Texts that are not given are empty. */
export const planSchema = whenSchema.extend({
  title: z.string(),
  description: z.string(),
  mode: z.enum(MODES),
  place: z.string(),
  joinUrl: z.string(),
  signupUrl: z.string(),
  audience: z.array(z.enum(AUDIENCES)),
  region: z.enum(REGIONS).nullable(),
  /** Ids of the banks that it is for. */
  banks: z.array(z.string()),
  /** Ids of the channels that it is announced in; empty: each bank's own. */
  channels: z.array(z.string()),
  coOrganisers: z.array(z.string()),
  series: z.string(),
  reportArea: z.string(),
  /** How many events it stands for in the annual report. */
  countsAs: z.number().int().min(1),
  reminders: z.array(z.enum(REMINDERS)),
});
export type Plan = z.infer<typeof planSchema>;

/** What was done with an event, in order. */
export const eventSchema = z.object({
  at: z.number(),
  what: z.enum([
    ...(['created', 'imported', 'changed', 'scheduled', 'published', 'moved'] as const),
    ...(['cancelled', 'withdrawn', 'wrappedUp', 'repaired'] as const),
  ]),
  by: z.string(),
  name: z.string(),
});
export type WebinarEvent = z.infer<typeof eventSchema>;

/** What those who are interested are told. */
export const NEWS = ['moved', 'cancelled', 'withdrawn', 'recording', 'week', 'day', 'hour'] as const;
export type News = (typeof NEWS)[number];

/** Where it was announced: a channel of a bank, its name where Teams told it, and since when (domain time). */
export const announcedSchema = z.object({ bank: z.string(), channel: z.string(), name: z.string(), at: z.number() });
export type Announced = z.infer<typeof announcedSchema>;

/** Times are epoch ms of domain time. */
export const webinarSchema = planSchema.extend({
  id: z.string(),
  /** The bank that it lies in. */
  bank: z.string(),
  state: z.enum(STATES),
  /** Raised by each change of when, where and whether: what was told before is overtaken. The calendar's SEQUENCE. */
  version: z.number().int(),
  /** Raised by every change that somebody makes: what a form sends along as `version`. */
  revision: z.number().int(),
  startsAt: z.number(),
  endsAt: z.number(),
  publishAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  organiser: z.string(),
  organiserName: z.string(),
  tenantId: z.string().nullable(),
  announced: z.array(announcedSchema),
  /** When it was to be before it was moved last. */
  was: whenSchema.nullable(),
  /** Why it was moved or cancelled. */
  reason: z.string(),
  recordingUrl: z.string(),
  materialsUrl: z.string(),
  participants: z.number().int().nullable(),
  teams: z.number().int().nullable(),
  wrappedUpAt: z.number().nullable(),
  /** What was told to those who are interested, in order: the delivery report goes by it. */
  told: z.array(z.object({ what: z.enum(NEWS), version: z.number().int(), at: z.number() })),
  /** Versions in which the channels were reminded, the last ones: those reminders are kept true. */
  remindedIn: z.array(z.number().int()).default([]),
  history: z.array(eventSchema),
  createdAt: z.number(),
  changedAt: z.number(),
  /** The row or calendar entry that it came from, as it was then: only what changed in the file is brought in again. */
  imported: z.string().nullable(),
  /** How many were interested, once who they were is forgotten. */
  interestedThen: z.number().int().nullable(),
});
export type Webinar = z.infer<typeof webinarSchema>;
export const WEBINAR = defineKind('webinar', webinarSchema);

/** Somebody's interest in an event, one record each: a number is a count of them. Under `interestId`. */
export const interestSchema = z.object({
  webinar: z.string(),
  /** Directory object id, else the channel account's. */
  person: z.string(),
  name: z.string(),
  interested: z.boolean(),
  at: z.number(),
  locale: z.enum(LOCALES),
  /** The room where it was pressed: where they are called upon when their chat is closed. */
  thread: z.string().nullable(),
  /** Whether messages can be addressed to them: `person` is a directory object id. */
  reachable: z.boolean(),
  tenantId: z.string().nullable(),
});
export type Interest = z.infer<typeof interestSchema>;
export const INTEREST = defineKind('interest', interestSchema);

export const interestId = (webinar: string, person: string): string => `${webinar}:${person}`;

export const RATINGS = [1, 2, 3, 4, 5] as const;
/** What somebody found of an event: under a random id, without person and time. */
export const EVALUATION = defineKind(
  'evaluation',
  z.object({ webinar: z.string(), rating: z.number().int().min(1).max(5), comment: z.string() }),
);
export type Evaluation = z.infer<typeof EVALUATION.schema>;
/** That somebody has answered, and not what: under an id derived from person and event. */
export const EVALUATED = defineKind('evaluated', z.object({ webinar: z.string() }));

/** Who wants no reminders: in the house partition, under the person's id. */
export const QUIET = defineKind('webinars-quiet', z.object({ person: z.string() }));
