import type { Render } from '../cards.ts';
import type { Address, Connector, Outgoing } from '../core/connector.ts';
import { SendRefused } from '../core/errors.ts';
import type { OutboxRow, Recipient } from '../core/outbox.ts';
import type { Call } from './calls.ts';
import type { Places } from './places.ts';
import type { Waiting } from './rows.ts';

/** How a message got through. */
export type Delivered = Required<Pick<OutboxRow, 'way' | 'conversationId' | 'activityId'>>;

export interface Means {
  readonly connector: Connector;
  readonly render: Render;
  readonly places: Places;
}

function drawContent(render: Render, { row: { content, locale }, unstored = {} }: Waiting): Outgoing {
  return content.type === 'text' ? { text: content.text } : render({ name: content.name, data: content.data, unstored }, locale);
}

/** Sends a message its first way: in the conversation, as a new thread, or to the person's chat. Rejects as `call` does. */
export async function deliver(means: Means, waiting: Waiting, call: Call): Promise<Delivered> {
  const { recipient } = waiting.row;
  const message = drawContent(means.render, waiting);
  if (recipient.to === 'channel') return startThread(means, { waiting, recipient, message }, call);
  if (recipient.to === 'person') return toPerson(means, { waiting, recipient, message }, call);
  return toConversation(means, { waiting, recipient, message }, call);
}

interface Task<To extends Recipient['to']> {
  readonly waiting: Waiting;
  readonly recipient: Extract<Recipient, { to: To }>;
  readonly message: Outgoing;
}

const scopeOf = ({ pace, tenant, urgent = false }: Waiting, creating: boolean) => ({ key: pace, tenant, creating, urgent });

async function toConversation(means: Means, { waiting, recipient, message }: Task<'conversation'>, call: Call): Promise<Delivered> {
  const { connector, places } = means;
  const { conversationId, replyToId } = recipient;
  const address = await places.addressOf(conversationId);
  const scope = scopeOf(waiting, false);
  const { replaces } = waiting;
  if (replaces !== undefined) {
    try {
      await call(scope, () => connector.update(address, { conversationId, activityId: replaces }, message));
      return { way: 'conversation', conversationId, activityId: replaces };
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  const to = { conversationId, ...(replyToId === undefined ? {} : { replyToId }) };
  const { activityId } = await call(scope, () => connector.send(address, to, message));
  return { way: 'conversation', conversationId, activityId };
}

async function startThread(means: Means, { waiting, recipient, message }: Task<'channel'>, call: Call): Promise<Delivered> {
  const address = await means.places.addressIn(recipient.tenantId);
  const started = await call(scopeOf(waiting, true), () => means.connector.startThread(address, recipient.channelId, message));
  return { way: 'channel', ...started };
}

async function toPerson(means: Means, { waiting, recipient, message }: Task<'person'>, call: Call): Promise<Delivered> {
  const sent = await sendInChat(means, recipient, { call, message, scopeOf: (creating) => scopeOf(waiting, creating) });
  return { way: 'personal', ...sent };
}

/** Somebody whose personal chat is written to. */
export type ChatOwner = Pick<Extract<Recipient, { to: 'person' }>, 'aadId' | 'tenantId'>;

/** Writes into a person's chat: the one that is known, else one that is opened. Rejects as `call` does. */
export async function sendInChat(
  { connector, places }: Pick<Means, 'connector' | 'places'>,
  { aadId, tenantId }: ChatOwner,
  { call, message, scopeOf }: { call: Call; message: Outgoing; scopeOf: (creating: boolean) => Parameters<Call>[0] },
): Promise<{ conversationId: string; activityId: string }> {
  const write = async (conversationId: string, address: Address) => {
    const { activityId } = await call(scopeOf(false), () => connector.send(address, { conversationId }, message));
    return { conversationId, activityId };
  };
  const known = await places.personalChat(aadId);
  if (known !== undefined) {
    try {
      return await write(known, await places.addressOf(known));
    } catch (error) {
      // A chat that was deleted, or one of an earlier installation: there may be another by now.
      if (!isNotFound(error)) throw error;
      await places.forgetChat(known);
    }
  }
  const address = await places.addressIn(tenantId);
  const { conversationId } = await call(scopeOf(true), () => connector.openPersonal(address, aadId));
  await places.rememberChat(aadId, conversationId, address);
  return write(conversationId, address);
}

function isNotFound(error: unknown): boolean {
  return error instanceof SendRefused && error.status === 404;
}
