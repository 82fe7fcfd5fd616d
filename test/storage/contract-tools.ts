import { randomUUID } from 'node:crypto';
import type { Item, Put, Storage } from '../../src/storage/port.ts';

/** The store under test, and a partition that no other test uses. */
export type Opened = () => { storage: Storage; bank: string };

/** A partition that no other test uses. */
export function newBank(): string {
  return `bank-${randomUUID()}`;
}

export function putOf(id: string, body: Record<string, unknown>, more: Partial<Put> = {}): Put {
  return { op: 'put', kind: 'note', id, body, ...more };
}

export function idsOf(items: readonly Item[]): string[] {
  return items.map(({ id }) => id);
}

/** Every record of the store. */
export async function everything(storage: Storage): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await storage.all(cursor);
    items.push(...page.items);
    cursor = page.cursor;
  }
  return items;
}

/** Where the suite's clock starts, epoch ms. */
export const START = 1_800_000_000_000;
