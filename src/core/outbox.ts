import { z } from 'zod';
import { LOCALES } from './locale.ts';
import { defineKind } from './records.ts';

/** Who or where a message goes to. */
export const recipientSchema = z.discriminatedUnion('to', [
  /** A conversation that wrote to the bot before; with `replyToId` as an answer to that activity. */
  z.object({ to: z.literal('conversation'), conversationId: z.string(), replyToId: z.string().optional() }),
  /** A new thread in a channel of this tenant. */
  z.object({ to: z.literal('channel'), channelId: z.string(), tenantId: z.string().optional() }),
  /** A person, by directory object id: personal chat, else a mention in `thread` (a conversation id), if there is one. */
  z.object({
    to: z.literal('person'),
    aadId: z.string(),
    name: z.string(),
    tenantId: z.string().optional(),
    thread: z.string().optional(),
  }),
]);
export type Recipient = z.infer<typeof recipientSchema>;

export const contentSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('card'), name: z.string(), data: z.record(z.string(), z.unknown()) }),
]);
export type Content = z.infer<typeof contentSchema>;

/** The thing that a message is about, with the version that it tells of: overtaken, it is dropped. */
export const aboutSchema = z.object({ kind: z.string(), id: z.string(), version: z.number().int() });
export type About = z.infer<typeof aboutSchema>;

/**
 * How long a row belongs to the process that put or claimed it, ms of real time: longer than one try takes, and well under the 15 s after
 * which Teams delivers an unanswered activity again.
 */
export const CLAIM_MS = 8_000;

const OUTBOX_STATES = ['waiting', 'sent', 'dropped', 'dead'] as const;

/**
 * A message to be sent, under an id derived from its key: the same key is never sent twice.
 * `dueAt` of the record (real time) is when it may be tried next; while it is being sent, when the claim on it ends.
 */
export const outboxSchema = z.object({
  key: z.string(),
  recipient: recipientSchema,
  content: contentSchema,
  locale: z.enum(LOCALES),
  about: aboutSchema.optional(),
  /** The row whose message this one takes the place of (an edited question's answer): it goes first, if it still waits. */
  replaces: z.object({ bank: z.string(), row: z.string() }).optional(),
  state: z.enum(OUTBOX_STATES),
  createdAt: z.number(),
  attempts: z.number().int().default(0),
  /** The way that reached the person, once sent; `mention` on a waiting one: the way that is left to try. */
  way: z.enum(['conversation', 'channel', 'personal', 'mention']).optional(),
  conversationId: z.string().optional(),
  activityId: z.string().optional(),
  /** Real time, epoch ms: when it was sent. */
  sentAt: z.number().optional(),
  /** Why it was given up or dropped. */
  reason: z.string().optional(),
});
export type OutboxRow = z.infer<typeof outboxSchema>;
export const OUTBOX = defineKind('outbox', outboxSchema);

const POSTING_STATES = ['standing', 'failed', 'gone'] as const;

/** A card that stands in a conversation and must be kept true. `render` names the feature's renderer, `thing` what it shows. */
export const postingSchema = z.object({
  render: z.string(),
  thing: z.object({ kind: z.string(), id: z.string() }),
  /** Where it stands or shall stand: a channel (a new thread is started), a conversation, or a person's chat. */
  place: z.discriminatedUnion('in', [
    z.object({ in: z.literal('channel'), channelId: z.string(), tenantId: z.string().optional() }),
    z.object({ in: z.literal('conversation'), conversationId: z.string() }),
    z.object({ in: z.literal('person'), aadId: z.string(), name: z.string(), tenantId: z.string().optional() }),
  ]),
  locale: z.enum(LOCALES),
  teamsTeamId: z.string().optional(),
  conversationId: z.string().optional(),
  activityId: z.string().optional(),
  /** The job that is told, with the posting's id, when the card can't be put up or was taken down: once each time. */
  ifLost: z.object({ job: z.string(), data: z.record(z.string(), z.unknown()) }).optional(),
  /** Real time, epoch ms: new cards of one conversation go up in this order. */
  createdAt: z.number().default(0),
  wanted: z.number().int(),
  shown: z.number().int().default(0),
  state: z.enum(POSTING_STATES),
  attempts: z.number().int().default(0),
  /** Real time of the last update that reached the card, epoch ms. */
  shownAt: z.number().default(0),
  reason: z.string().optional(),
});
export type Posting = z.infer<typeof postingSchema>;
export const POSTING = defineKind('posting', postingSchema);

/** Work for later, under an id derived from its key. `dueAt` of the record is domain time. */
export const jobSchema = z.object({
  key: z.string(),
  job: z.string(),
  data: z.record(z.string(), z.unknown()),
  at: z.number(),
  attempts: z.number().int().default(0),
  state: z.enum(['waiting', 'dead']).default('waiting'),
  reason: z.string().optional(),
});
export type Job = z.infer<typeof jobSchema>;
export const JOB = defineKind('job', jobSchema);

/** How a conversation can be written to: kept in the house partition under the conversation id. */
export const conversationSchema = z.object({
  serviceUrl: z.string(),
  botId: z.string(),
  botName: z.string().optional(),
  tenantId: z.string().optional(),
  /** Of a personal chat: whose it is. */
  aadId: z.string().optional(),
  teamsTeamId: z.string().optional(),
});
export type ConversationRecord = z.infer<typeof conversationSchema>;
export const CONVERSATION = defineKind('conversation', conversationSchema);

/** The last service URL seen per tenant, under the tenant id: where new conversations are started. */
export const TENANT = defineKind('tenant', conversationSchema.pick({ serviceUrl: true, botId: true, botName: true, tenantId: true }));
