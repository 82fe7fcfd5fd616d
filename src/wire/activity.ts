import { z } from 'zod';

/** The activity types that something is made of; any other is acknowledged and forgotten. */
const HANDLED = new Set(['message', 'messageUpdate', 'messageDelete', 'invoke', 'installationUpdate', 'conversationUpdate']);

/** What every handled activity must hold: without these nobody could be answered. */
const NEEDED = ['conversation.id', 'from.id', 'serviceUrl'];

const text = z.string().optional().catch(undefined);
const thing = z.record(z.string(), z.unknown()).optional().catch(undefined);
const named = z.object({ id: text, name: text }).optional().catch(undefined);
const account = z.object({ id: z.string(), name: text, aadObjectId: text });

/** An activity as Teams posts it, before any library touched it. Odd optional parts count as missing. */
const activitySchema = z.object({
  type: z.string(),
  id: text,
  name: text,
  action: text,
  text,
  locale: text,
  timestamp: text,
  replyToId: text,
  channelId: text,
  serviceUrl: z.string().catch(''),
  value: thing,
  from: account.catch({ id: '' }),
  recipient: account.optional().catch(undefined),
  conversation: z
    .object({ id: z.string(), conversationType: text, tenantId: text, isGroup: z.unknown().optional() })
    .catch({ id: '', isGroup: false }),
  membersAdded: z.array(account).catch([]),
  membersRemoved: z.array(account).catch([]),
  attachments: z.array(z.object({ contentType: text, content: z.unknown().optional() })).catch([]),
  entities: z.array(z.object({ type: text, text, locale: text, mentioned: named })).catch([]),
  channelData: z
    .object({ eventType: text, team: named, channel: named, teamsChannelId: text, tenant: named })
    .catch({ eventType: undefined, team: undefined, channel: undefined, teamsChannelId: undefined, tenant: undefined }),
});
export type WireActivity = z.infer<typeof activitySchema>;

function valueAt(body: unknown, path: string): unknown {
  let value = body;
  for (const key of path.split('.')) value = value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
  return value;
}

/** The activity in a request's body, or the reason why it is none: one English sentence that names the field. */
export function readActivity(body: unknown): { activity: WireActivity } | { reason: string } {
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) return { reason: 'The body is not an activity: "type" is missing or not a string.' };
  const needed = HANDLED.has(parsed.data.type) ? NEEDED : [];
  for (const path of needed) {
    const value = valueAt(body, path);
    if (typeof value !== 'string' || value === '') return { reason: `The activity can't be used: "${path}" is missing or not a string.` };
  }
  return { activity: parsed.data };
}
