import type { ListQuery, Reader } from './features.ts';
import type { Kind } from './records.ts';

/** The largest page that a store gives. */
const PAGE = 1000;

/** All records of a kind that meet the conditions, however many pages they fill. */
export async function listAll<T extends object>(
  reader: Pick<Reader, 'list'>,
  kind: Kind<T>,
  where: NonNullable<ListQuery['where']> = [],
): Promise<{ readonly id: string; readonly body: T }[]> {
  const all: { readonly id: string; readonly body: T }[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.list(kind, { where, limit: PAGE, ...(cursor !== undefined && { cursor }) });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}
