import type { Incoming } from '../core/incoming.ts';
import { CONVERSATION, type ConversationRecord, TENANT } from '../core/outbox.ts';
import { setNewest } from '../core/recent.ts';
import { HOUSE, type Storage } from '../storage/port.ts';

/** Conversations that this process knows to be written down, at most; the rest is looked up in the store. */
const MOST_REMEMBERED = 5_000;

export interface Conversations {
  /** Writes down how a conversation can be written to, where that is new or has changed. */
  remember(incoming: Incoming): Promise<void>;
  /** It was taken out of the store: to be written down anew when it is next heard from. */
  forget(conversationId: string): void;
}

export function createConversations(storage: Storage): Conversations {
  const known = new Map<string, string>();

  async function write(kind: string, id: string, body: Record<string, unknown>): Promise<void> {
    const written = JSON.stringify(body);
    const key = keyOf(kind, id);
    if (known.get(key) === written) return;
    const stored = await storage.get(HOUSE, kind, id);
    if (JSON.stringify(stored?.body) !== written) await storage.commit(HOUSE, [{ op: 'put', kind, id, body }]);
    setNewest(known, [key, written], MOST_REMEMBERED);
  }

  return {
    remember: async (incoming) => {
      const { via, place, person } = incoming;
      const way: ConversationRecord = {
        serviceUrl: via.serviceUrl,
        botId: via.botId,
        ...(via.botName !== undefined && { botName: via.botName }),
        ...(via.tenantId !== undefined && { tenantId: via.tenantId }),
      };
      const owner = place.kind === 'personal' && person.aadId !== undefined ? { aadId: person.aadId } : {};
      const team = place.teamsTeamId === undefined ? {} : { teamsTeamId: place.teamsTeamId };
      await write(CONVERSATION.name, place.conversationId, { ...way, ...owner, ...team });
      if (via.tenantId !== undefined) await write(TENANT.name, via.tenantId, { ...way });
    },
    forget: (conversationId) => {
      known.delete(keyOf(CONVERSATION.name, conversationId));
    },
  };
}

function keyOf(kind: string, id: string): string {
  return `${kind}\n${id}`;
}
