import { z } from 'zod';
import { PHASES, REGIONS } from '../../core/banks.ts';
import { LOCALES } from '../../core/locale.ts';
import { defineKind } from '../../core/records.ts';
import { referralSchema } from '../../core/referrals.ts';

export type Phase = (typeof PHASES)[number];
export type Region = (typeof REGIONS)[number];

/**
 * `new`: somebody is asked; `taken`: somebody has it; `asked`: waits for the asker; `answered`: until it is closed or opened again;
 * `referred`: another body answers; `withdrawn`: by the asker; `closed`.
 */
export const STATES = ['new', 'taken', 'asked', 'answered', 'referred', 'withdrawn', 'closed'] as const;
export type State = (typeof STATES)[number];

/** How the answer is wanted: where it was asked, in the bank's channel for all to learn from, or by telephone. */
export const WISHES = ['here', 'channel', 'phone'] as const;
/** How an inquiry came; all but `teams` are put in by advisers. */
export const CHANNELS_IN = ['teams', 'phone', 'email', 'meeting'] as const;
/** `acute`: somebody asked to be contacted after words of danger; nothing of those words is kept. `logged`: put in by an adviser. */
export const KINDS = ['question', 'acute', 'logged'] as const;

export const LONGEST_QUESTION = 4_000;
export const LONGEST_COMMENT = 4_000;
/** The longest answer that is taken: some eight pages. */
export const LONGEST_ANSWER = 20_000;

/** What happened to an inquiry, in order. Only `added`, `asked`, `replied`, `answered` and `reopened` are the asker's to see. */
export const EVENTS = [
  'sent',
  'changed',
  'added',
  'taken',
  'assigned',
  'passed',
  'handedOver',
  'asked',
  'replied',
  'noted',
  'answered',
  'referred',
  'reopened',
  'withdrawn',
  'closed',
  'undelivered',
] as const;
const eventSchema = z.object({
  at: z.number(),
  what: z.enum(EVENTS),
  /** Directory object id of who did it; '' for the bot and for somebody forgotten. */
  by: z.string(),
  name: z.string(),
  /** What was written; '' when nothing was, and once texts are removed. */
  text: z.string().default(''),
  /** Of `referred`: where to turn. */
  referral: referralSchema.optional(),
});
export type CaseEvent = z.infer<typeof eventSchema>;

const time = z.number();

/** A question carried to an adviser, under its number. Times are domain time, epoch ms. */
export const inquirySchema = z.object({
  number: z.string(),
  /** Grows with every change. */
  version: z.number().int(),
  kind: z.enum(KINDS),
  state: z.enum(STATES),
  /** Somebody still has to do something: new, taken, asked. */
  open: z.boolean(),
  question: z.string(),
  /** Texts were taken out: after the time they are kept, or because the asker wanted it. */
  removed: z.enum(['expired', 'forgotten']).nullable().default(null),
  /** The handbook's answer that did not help. */
  entry: z.object({ id: z.string(), question: z.string() }).nullable(),
  topic: z.string().nullable(),
  region: z.enum(REGIONS).nullable(),
  phase: z.enum(PHASES).nullable(),
  team: z.string().nullable(),
  urgent: z.boolean(),
  wish: z.enum(WISHES),
  channel: z.enum(CHANNELS_IN),
  minutes: z.number().nullable().default(null),
  /** Directory object id, else the channel account's; '' when it was put in by an adviser and when the asker is forgotten. */
  asker: z.string(),
  askerName: z.string(),
  locale: z.enum(LOCALES),
  /** Where the asker is told; null when nobody is. */
  where: z.object({ kind: z.enum(['personal', 'channel', 'group']), conversationId: z.string(), link: z.string().nullable() }).nullable(),
  tenantId: z.string().optional(),
  /** Which kind of route it went by: `topic+region`, …, `fallback`, `admins`. */
  route: z.string(),
  /** Who is asked next when the one who has it stays silent. */
  deputies: z.array(z.string()),
  /** Who is asked, and from `taken` on who has it; null when nobody could be found. */
  adviser: z.string().nullable(),
  adviserName: z.string(),
  referral: referralSchema.nullable().default(null),
  createdAt: time,
  changedAt: time,
  takenAt: time.nullable().default(null),
  /** When the asker first heard that somebody has it, or got a word from them. */
  respondedAt: time.nullable().default(null),
  answeredAt: time.nullable().default(null),
  closedAt: time.nullable().default(null),
  dueFirst: time,
  dueAnswer: time,
  /** Times that it was opened again. */
  reopened: z.number().int().default(0),
  events: z.array(eventSchema),
  barriers: z.array(z.string()).default([]),
  rating: z.number().int().min(1).max(5).nullable().default(null),
  ratingComment: z.string().default(''),
  /** Whose chats hold its card, where the bank has no channel for its advisers. */
  holders: z.array(z.string()).default([]),
  /** Numbers of inquiries near in meaning, nearest first. */
  similar: z.array(z.string()).default([]),
});
export type Inquiry = z.infer<typeof inquirySchema>;
export const INQUIRY = defineKind('inquiry', inquirySchema);

/** The one who is asked or has it; null when nobody could be found. */
export function adviserOf({ adviser, adviserName }: Inquiry): { readonly id: string; readonly name: string } | null {
  return adviser === null ? null : { id: adviser, name: adviserName };
}

/** The tenant in which its cards and notices are put up, as a place takes it. */
export function tenantOf({ tenantId }: Inquiry): { readonly tenantId?: string } {
  return tenantId === undefined ? {} : { tenantId };
}

/** The last number given in a year, under the year's two digits. */
export const COUNTER = defineKind('inquiry-counter', z.object({ last: z.number().int() }));

/** Who answers for topic × region × phase; null is any. Two with the same keys count together. */
export const routeSchema = z.object({
  topic: z.string().nullable(),
  region: z.enum(REGIONS).nullable(),
  phase: z.enum(PHASES).nullable(),
  advisers: z.array(z.string()),
  deputies: z.array(z.string()),
  referral: referralSchema.nullable(),
});
export type Route = z.infer<typeof routeSchema>;

/** A route as it is kept. A removed one is kept so that a file that still has it does not bring it back. */
const storedRouteSchema = routeSchema.extend({
  removed: z.boolean().default(false),
  /** What the file said when it was last brought in (a hash); '' when no file has it. */
  origin: z.string().default(''),
  /** Changed in Teams since it was brought in. */
  touched: z.boolean().default(false),
});
export type StoredRoute = z.infer<typeof storedRouteSchema>;
export const ROUTE = defineKind('route', storedRouteSchema);

/** A change of the routes: for the history. */
const routeChangeSchema = z.object({
  at: time,
  /** Directory object id and name; '' and the file's kind for a file. */
  by: z.string(),
  name: z.string(),
  topic: z.string().nullable(),
  before: routeSchema.nullable(),
  after: routeSchema.nullable(),
});
export type RouteChange = z.infer<typeof routeChangeSchema>;
export const ROUTE_CHANGE = defineKind('route-change', routeChangeSchema);

/** What a person gave last, so that the form asks as little as it can. */
export const ASKER = defineKind(
  'asker',
  z.object({
    person: z.string(),
    team: z.string().nullable(),
    region: z.enum(REGIONS).nullable(),
    phase: z.enum(PHASES).nullable(),
  }),
);

/** Inquiries that wait for their asker's word in a conversation, under an id derived from it. */
export const AWAITING = defineKind(
  'awaiting',
  z.object({ waiting: z.array(z.object({ inquiry: z.string(), asker: z.string(), posting: z.string() })) }),
);
