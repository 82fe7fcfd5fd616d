import type { Item, Storage } from '../storage/port.ts';
import { pause } from './pause.ts';

/** What waits is read in pages of so many records. */
const PAGE = 1_000;
/** So many are looked at; the order within a conversation is kept among them. */
const MOST_LOOKED_AT = 5_000;

export interface Due {
  readonly items: readonly Item[];
  /** Nothing else waits. */
  readonly isAll: boolean;
  readonly isLong: boolean;
}

/**
 * Everything of a kind that waits, for now or for later: what is due late may be what holds back a message that is due before. Of those that
 * are due in the same millisecond a page at most is seen at a time.
 */
export async function readDue(storage: Storage, kind: string): Promise<Due> {
  const found = new Map<string, Item>();
  for (let from = 0; found.size < MOST_LOOKED_AT; ) {
    const page = await storage.due(kind, { from, before: Number.MAX_SAFE_INTEGER }, PAGE);
    for (const item of page) found.set(`${item.bank}\n${item.id}`, item);
    const last = page.at(-1)?.dueAt;
    const isLong = found.size >= PAGE;
    if (page.length < PAGE || last === undefined) return { items: [...found.values()], isAll: true, isLong };
    // Some of the last moment may not have been on the page.
    from = last > from ? last : last + 1;
    // Others get their turn between the pages.
    await pause(1);
  }
  return { items: [...found.values()], isAll: false, isLong: true };
}
