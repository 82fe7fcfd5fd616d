import { z } from 'zod';
import { faultData } from '../../../core/faults.ts';
import { AUDIENCES, MODES, planSchema, STATES, whenSchema } from '../model.ts';

/**
 * What the cards are drawn from. Moments are epoch ms, days YYYY-MM-DD, times of day HH:MM; words are made when a card is drawn, in its
 * reader's language. What is optional is handed in unstored.
 */

/** A published one goes from `announced` to `over` by time. */
const PHASES = ['draft', 'scheduled', 'announced', 'soon', 'live', 'over', 'cancelled', 'withdrawn'] as const;
const phase = z.enum(PHASES);
const count = z.number().int().min(0);
const moment = z.number();
/** What every card about one event begins with: its home bank and its id. */
const about = { bank: z.string(), webinar: z.string().min(1) };
const titled = { ...about, title: z.string() };

/** What a card shows of the plan as it is. */
const shown = planSchema.pick({
  ...{ description: true, date: true, endDate: true, start: true, end: true, mode: true, place: true, joinUrl: true, signupUrl: true },
  ...{ audience: true, region: true, coOrganisers: true, series: true },
});

const event = {
  ...titled,
  phase,
  ...shown.shape,
  startsAt: moment,
  endsAt: moment,
  was: whenSchema.nullable(),
  reason: z.string(),
  interested: count,
  recordingUrl: z.string(),
  materialsUrl: z.string(),
};
const eventData = z.object(event);
export type EventData = z.infer<typeof eventData>;

/** By the inputs' names. */
const typed = z.record(z.string(), z.string()).optional();

export const announcementData = z.object({
  ...event,
  /** Whether the reader is interested; null on the card that all see. */
  mine: z.boolean().nullable(),
  /** What the reader did just now. */
  done: z.enum(['interested', 'counted', 'notInterested', 'evaluated']).nullable(),
  /** No reminder will come: the reader wants none, or none is ahead. */
  quiet: z.boolean(),
});
export type AnnouncementData = z.infer<typeof announcementData>;

/** An event that may be the same. */
const duplicate = z.object({
  ...about,
  title: z.string(),
  date: z.string(),
  start: z.string().nullable(),
  state: z.enum(STATES),
});

const NOTES = ['noLeaderChannel', 'noChannel', 'past'] as const;

export const previewData = z.object({
  ...event,
  /** Where it will be announced: the bank's name, and the channel's; null: the bank has no channel for it. */
  places: z.array(z.object({ bank: z.string(), channel: z.string().nullable() })),
  publishAt: moment.nullable(),
  /** Names of the banks that it is for. */
  banks: z.array(z.string()),
  duplicates: z.array(duplicate),
  notes: z.array(z.enum(NOTES)),
  /** It is published already: its changes are shown. */
  isLive: z.boolean(),
  /** Saving tells those who are interested that it was moved. */
  moves: z.boolean(),
  /** Inputs that go along in the buttons: what was typed of one that is published lies nowhere else. */
  carried: typed,
});
export type PreviewData = z.infer<typeof previewData>;

export const formData = z.object({
  bank: z.string(),
  /** Null: a new one. */
  webinar: z.string().nullable(),
  /** Goes along as `version`. */
  revision: z.number().int().nullable(),
  faults: z.array(faultData),
  /** To choose from. */
  banks: z.array(z.object({ id: z.string(), name: z.string() })),
  channels: z.array(z.object({ id: z.string(), name: z.string(), bank: z.string() })),
  isLive: z.boolean(),
  /** Somebody else changed it while this was being written. */
  changedSince: z.boolean(),
  values: typed,
});
export type FormData = z.infer<typeof formData>;

export const PLACE_STATES = ['waiting', 'standing', 'behind', 'failed', 'gone', 'takenAway'] as const;
const MANAGED = ['published', 'scheduled', 'saved', 'moved', 'cancelled', 'withdrawn', 'wrappedUp', 'repaired', 'removed'] as const;

export const manageData = z.object({
  ...event,
  state: z.enum(STATES),
  publishAt: moment.nullable(),
  /** The ledger: where its cards stand, since when, and what went wrong ('' for nothing). */
  places: z.array(z.object({ name: z.string(), state: z.enum(PLACE_STATES), since: moment, reason: z.string() })),
  participants: count.nullable(),
  teams: count.nullable(),
  /** `steps`: how many gave 1, 2, … 5. Null until somebody has answered. */
  evaluation: z.object({ count, average: z.number(), steps: z.array(count).length(5), comments: z.array(z.string()) }).nullable(),
  /** Name of the one who made it. */
  organiser: z.string(),
  /** Which buttons stand. `remove`: a draft is thrown away, a scheduled one is a draft again. */
  can: z.object({
    ...{ publish: z.boolean(), edit: z.boolean(), reschedule: z.boolean(), cancel: z.boolean(), withdraw: z.boolean() },
    ...{ wrapUp: z.boolean(), copy: z.boolean(), repair: z.boolean(), remove: z.boolean() },
  }),
  done: z.enum(MANAGED).nullable(),
  /** How many are told of what was done. */
  told: count,
});
export type ManageData = z.infer<typeof manageData>;

export const rescheduleData = z.object({
  ...titled,
  revision: z.number().int(),
  /** What the form is filled with: as it is, or as it was typed. */
  when: z.object({ date: z.string(), endDate: z.string(), start: z.string().nullable(), end: z.string().nullable() }),
  interested: count,
  faults: z.array(faultData),
  changedSince: z.boolean(),
  reason: z.string().optional(),
});

export const reasonData = z.object({ ...titled, verb: z.enum(['webinars.cancel', 'webinars.withdraw']), interested: count });

/** Values by the names recordingUrl, materialsUrl, participants, teams. */
export const wrapUpData = z.object({ ...titled, faults: z.array(faultData), values: typed });

export const evaluateData = z.object({
  ...titled,
  /** What is missing or too long. */
  fault: z.enum(['rating', 'comment']).nullable(),
  comment: z.string().optional(),
});

export const calendarData = z.object({
  ...titled,
  ...whenSchema.shape,
  /** Null when the bot has no public address. */
  ics: z.string().nullable(),
  outlook: z.string(),
  google: z.string(),
  cancelled: z.boolean(),
});
export type CalendarData = z.infer<typeof calendarData>;

/** An event in a list; `bank` is its home. */
const item = z.object({
  ...titled,
  ...whenSchema.shape,
  mode: z.enum(MODES),
  audience: z.array(z.enum(AUDIENCES)),
  phase,
  interested: count,
  recordingUrl: z.string(),
  materialsUrl: z.string(),
  mayManage: z.boolean(),
});
export type ItemData = z.infer<typeof item>;

export const listData = z.object({
  bank: z.string(),
  bankName: z.string(),
  /** YYYY-MM; null: what is ahead. */
  month: z.string().nullable(),
  months: z.array(z.string()),
  ahead: z.array(item),
  past: z.array(item),
  drafts: z.array(item),
  /** How many there are besides. */
  more: count,
  canCreate: z.boolean(),
  /** The reader has said no to reminders. */
  quiet: z.boolean(),
  /** Address of the bank's calendar feed, where it is switched on. */
  feed: z.string().nullable(),
  at: moment,
  /** What was searched for. */
  text: z.string().optional(),
});
export type ListData = z.infer<typeof listData>;

const NOTICES = ['moved', 'cancelled', 'withdrawn', 'recording', 'week', 'day', 'hour', 'channel'] as const;

/** `ics`: address of the calendar entry as it is now. */
export const noticeData = z.object({ ...event, what: z.enum(NOTICES), ics: z.string().nullable() });
export type NoticeData = z.infer<typeof noticeData>;

export const digestData = z.object({
  bank: z.string(),
  bankName: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  items: z.array(item),
});
export type DigestData = z.infer<typeof digestData>;

export const goneData = z.object({ title: z.string() });
