import { type Clock, isFresh } from '../core/clock.ts';
import type { Address } from '../core/connector.ts';
import { Unavailable } from '../core/errors.ts';
import { CONVERSATION, type ConversationRecord, TENANT } from '../core/outbox.ts';
import { HOUSE, type Item, MAX_LIMIT, type Storage } from '../storage/port.ts';

/** Facts of a conversation that never change. */
interface Whereabouts {
  /** Whose personal chat it is. */
  readonly owner?: string;
  readonly tenant: string;
}

export interface Places {
  /** The tenant's id; without one, of the only tenant there is; empty while nobody has written from it. */
  tenantOf(tenantId: string | undefined): Promise<string>;
  whereabouts(conversationId: string): Promise<Whereabouts>;
  /** Where to send for a conversation. Rejects with `Unavailable` when nobody has written from its tenant yet. */
  addressOf(conversationId: string): Promise<Address>;
  /** Where to start conversations in a tenant; without one, in the only tenant there is. Rejects with `Unavailable` as above. */
  addressIn(tenantId: string | undefined): Promise<Address>;
  /** The person's personal chat, if one is known. */
  personalChat(aadId: string): Promise<string | undefined>;
  rememberChat(aadId: string, conversationId: string, address: Address): Promise<void>;
  forgetChat(conversationId: string): Promise<void>;
}

/** How many conversations' whereabouts are kept in memory. */
const MOST_KNOWN = 20_000;
/** How long a chat that was written down elsewhere may go unseen: it is opened once more then, which finds the same one. */
const CHATS_FRESH_FOR_MS = 4_000;

function toAddress(record: Pick<ConversationRecord, 'serviceUrl' | 'botId' | 'botName' | 'tenantId'>): Address {
  const { serviceUrl, botId, botName, tenantId } = record;
  return { serviceUrl, botId, ...(botName === undefined ? {} : { botName }), ...(tenantId === undefined ? {} : { tenantId }) };
}

/** The channel that a thread stands in, for conversation ids with `;messageid=`. */
function channelOf(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

async function recordOf(storage: Storage, conversationId: string): Promise<ConversationRecord | undefined> {
  const channel = channelOf(conversationId);
  const item =
    (await storage.get(HOUSE, CONVERSATION.name, conversationId)) ??
    (channel === conversationId ? undefined : await storage.get(HOUSE, CONVERSATION.name, channel));
  return item && CONVERSATION.schema.parse(item.body);
}

async function onlyTenant(storage: Storage): Promise<Item | undefined> {
  return (await storage.list(HOUSE, TENANT.name, { limit: 1 })).items[0];
}

async function addressIn(storage: Storage, tenantId: string | undefined): Promise<Address> {
  const item = tenantId === undefined ? await onlyTenant(storage) : await storage.get(HOUSE, TENANT.name, tenantId);
  if (!item) throw new Unavailable('no service URL is known for the tenant yet');
  return toAddress(TENANT.schema.parse(item.body));
}

/** Personal chats by whose they are: a search for one looks through as many records as for all. */
async function readChats(storage: Storage): Promise<Map<string, string>> {
  const chats = new Map<string, string>();
  const options = { where: [{ field: 'aadId', op: '>', value: '' }], limit: MAX_LIMIT } as const;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await storage.list(HOUSE, CONVERSATION.name, cursor === undefined ? options : { ...options, cursor });
    for (const { id, body } of page.items) if (!chats.has(String(body.aadId))) chats.set(String(body.aadId), id);
    cursor = page.cursor;
  }
  return chats;
}

/** Who is reached where, read anew every few seconds. */
function createChats(storage: Storage, clock: Pick<Clock, 'real'>) {
  let held: { readonly at: number; readonly chats: Promise<Map<string, string>> } | undefined;
  const all = () => {
    if (held && isFresh(held.at, clock.real(), CHATS_FRESH_FOR_MS)) return held.chats;
    const read = { at: clock.real(), chats: readChats(storage) };
    held = read;
    read.chats.catch(() => {
      if (held === read) held = undefined;
    });
    return read.chats;
  };
  return {
    async of(aadId: string): Promise<string | undefined> {
      const id = (await all()).get(aadId);
      const item = id === undefined ? undefined : await storage.get(HOUSE, CONVERSATION.name, id);
      if (id === undefined || item?.body.aadId === aadId) return id;
      held = undefined;
      return (await all()).get(aadId);
    },
    remember(aadId: string, conversationId: string) {
      held?.chats.then(
        (chats) => chats.set(aadId, conversationId),
        () => undefined,
      );
    },
    forget() {
      held = undefined;
    },
  };
}

/** What the turns wrote down about where conversations are. */
export function createPlaces(storage: Storage, clock: Pick<Clock, 'real'>): Places {
  const chats = createChats(storage, clock);
  const known = new Map<string, Whereabouts>();
  let only = '';
  const tenantOf = async (tenantId: string | undefined) => {
    if (tenantId !== undefined) return tenantId;
    if (only === '') only = (await onlyTenant(storage))?.id ?? '';
    return only;
  };

  return {
    tenantOf,
    addressIn: (tenantId) => addressIn(storage, tenantId),
    async whereabouts(conversationId) {
      const found = known.get(conversationId);
      if (found) return found;
      const record = await recordOf(storage, conversationId);
      if (!record) return { tenant: await tenantOf(undefined) };
      const facts = { tenant: await tenantOf(record.tenantId), ...(record.aadId === undefined ? {} : { owner: record.aadId }) };
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(conversationId, facts);
      return facts;
    },
    async addressOf(conversationId) {
      const record = await recordOf(storage, conversationId);
      return record ? toAddress(record) : addressIn(storage, undefined);
    },
    personalChat: chats.of,
    async rememberChat(aadId, conversationId, address) {
      const body: ConversationRecord = { ...address, aadId };
      await storage.commit(HOUSE, [{ op: 'put', kind: CONVERSATION.name, id: conversationId, body }]);
      chats.remember(aadId, conversationId);
    },
    async forgetChat(conversationId) {
      known.delete(conversationId);
      await storage.commit(HOUSE, [{ op: 'remove', kind: CONVERSATION.name, id: conversationId }]);
      chats.forget();
    },
  };
}
