import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import { realNow } from '../core/clock.ts';
import type { Address, Connector, Outgoing } from '../core/connector.ts';
import { SendRefused } from '../core/errors.ts';
import { toActivity } from './outbound.ts';
import { mayTalkTo, type ServiceUrlRule } from './service-url.ts';

/** Client errors that pass: an expired token, a time-out, an edit that met another, too many calls. */
const PASSING = new Set([401, 408, 409, 412, 425, 429]);

const vendorErrorSchema = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});

/** Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date. Undefined when it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Whether trying again can't help. No status at all is a broken connection or a time-out. */
export function isPermanent(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && !PASSING.has(status);
}

function retryHeader(error: unknown): string | undefined {
  const parsed = z.object({ response: z.object({ headers: z.instanceof(Object) }) }).safeParse(error);
  if (!parsed.success) return undefined;
  const { headers } = parsed.data.response;
  const get = Reflect.get(headers, 'get');
  const value = typeof get === 'function' ? get.call(headers, 'retry-after') : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** What a vendor's error means to the one who sent. */
function refusalOf(error: unknown, now: number): SendRefused {
  if (error instanceof SendRefused) return error;
  const { statusCode: status, code, name } = vendorErrorSchema.catch({}).parse(error);
  const wait = retryAfterMs(retryHeader(error), now);
  return new SendRefused(['the connector refused', status, code ?? name].filter((part) => part !== undefined).join(' '), {
    permanent: isPermanent(status),
    cause: error,
    ...(status !== undefined && { status }),
    ...(wait !== undefined && { retryAfterMs: wait }),
  });
}

/** One call of the connector behind the address; every failure becomes `SendRefused`. */
export type Calls = <T>(address: Address, run: (client: ConnectorClient) => Promise<T>) => Promise<T>;

/** Calls that stay within the hosts that may be talked to. */
export function createCalls(options: {
  readonly clientFor: (serviceUrl: string) => Promise<ConnectorClient>;
  readonly rule: ServiceUrlRule;
}): Calls {
  return async (address, run) => {
    if (!mayTalkTo(address.serviceUrl, options.rule)) {
      throw new SendRefused('this service URL may not be talked to', { status: 403, permanent: true });
    }
    try {
      return await run(await options.clientFor(address.serviceUrl));
    } catch (error) {
      throw refusalOf(error, realNow());
    }
  };
}

function botOf({ botId, botName }: Address) {
  return { id: botId, name: botName ?? '' };
}

function activityFor(address: Address, message: Outgoing, conversationId?: string): Partial<Activity> {
  const conversation = conversationId === undefined ? {} : { conversation: { id: conversationId } as Activity['conversation'] };
  return { ...toActivity(message), ...conversation, channelId: 'msteams', from: botOf(address) };
}

function creationOf(address: Address, channel?: { id: string }) {
  const { tenantId } = address;
  return {
    bot: botOf(address),
    channelData: { ...(channel && { channel }), ...(tenantId && { tenant: { id: tenantId } }) },
    ...(tenantId && { tenantId }),
  };
}

/** The sending side of Teams over the library's client. Never tries twice. */
export function createConnector(call: Calls): Connector {
  return {
    send: (address, { conversationId, replyToId }, message) =>
      call(address, async ({ conversations }) => {
        const activity = activityFor(address, message, conversationId);
        const sent = replyToId
          ? await conversations.replyToActivity(conversationId, replyToId, { ...activity, replyToId })
          : await conversations.sendToConversation(conversationId, activity);
        return { activityId: sent.id ?? '' };
      }),
    update: (address, { conversationId, activityId }, message) =>
      call(address, async ({ conversations }) => {
        await conversations.updateActivity(conversationId, activityId, {
          ...activityFor(address, message, conversationId),
          id: activityId,
        });
      }),
    remove: (address, { conversationId, activityId }) =>
      call(address, async ({ conversations }) => {
        await conversations.deleteActivity(conversationId, activityId);
      }),
    startThread: (address, channelId, message) =>
      call(address, async ({ conversations }) => {
        const activity = activityFor(address, message) as Activity;
        const made = await conversations.createConversation({ ...creationOf(address, { id: channelId }), isGroup: true, activity });
        return { conversationId: made.id, activityId: made.activityId || (made.id.split(';messageid=')[1] ?? '') };
      }),
    openPersonal: (address, aadId) =>
      call(address, async ({ conversations }) => {
        const made = await conversations.createConversation({ ...creationOf(address), isGroup: false, members: [{ id: aadId, name: '' }] });
        return { conversationId: made.id };
      }),
  };
}
