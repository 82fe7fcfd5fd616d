import { CONVERSATION } from '../core/outbox.ts';
import { type Change, HOUSE, type Item, type Storage } from '../storage/port.ts';

/**
 * The store, but for one conversation: how it is written to is known here alone and ends with the process. So the bot never takes a terminal
 * for somebody's chat in Teams.
 */
export function withOwnConversation(storage: Storage, id: string): Storage {
  let own: Item | undefined;
  const isOwn = (bank: string, kind: string, of: string) => bank === HOUSE && kind === CONVERSATION.name && of === id;
  const keep = (bank: string, change: Change) => {
    const { kind } = change;
    own = change.op === 'put' ? { bank, kind, id, etag: 'own', schema: 0, body: change.body } : undefined;
  };
  return {
    get: async (bank, kind, of) => (isOwn(bank, kind, of) ? own : storage.get(bank, kind, of)),
    list: (...query) => storage.list(...query),
    count: (...query) => storage.count(...query),
    commit: async (bank, changes) => {
      const [change] = changes;
      if (changes.length !== 1 || !change || !isOwn(bank, change.kind, change.id)) return storage.commit(bank, changes);
      keep(bank, change);
      return ['own'];
    },
    due: (...query) => storage.due(...query),
    all: (cursor) => storage.all(cursor),
    wipe: () => storage.wipe(),
    close: () => storage.close(),
  };
}
