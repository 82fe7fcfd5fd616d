import { type Change, type Condition, type ListOptions, MAX_CHANGES, MAX_COMMIT_BYTES, MAX_LIMIT, type Storage } from './port.ts';

const FIELD = /^[A-Za-z][A-Za-z0-9]*$/;
const KIND = /^[A-Za-z][A-Za-z0-9._-]*$/;
const MAX_ID_LENGTH = 1000;
const DEFAULT_LIMIT = 100;

/** Rejects what no backend takes with RangeError; gives each body as JSON by position, undefined for a removal. */
export function checkChanges(bank: string, changes: readonly Change[]): readonly (string | undefined)[] {
  if (bank === '' || !bank.isWellFormed()) throw new RangeError('bank must be a text');
  if (changes.length > MAX_CHANGES) throw new RangeError(`${changes.length} changes in one commit, at most ${MAX_CHANGES}`);
  const seen = new Set<string>();
  let bytes = 0;
  const bodies = changes.map((change) => {
    checkName(change);
    seen.add(`${change.kind}:${change.id}`);
    const body = change.op === 'put' ? JSON.stringify(change.body) : undefined;
    bytes += bytesOf(change, body);
    return body;
  });
  if (seen.size < changes.length) throw new RangeError('a record may occur only once in a commit');
  if (bytes > MAX_COMMIT_BYTES) throw new RangeError(`${bytes} bytes in one commit, at most ${MAX_COMMIT_BYTES}`);
  return bodies;
}

/** What a change counts for in the size of its commit; `body` as JSON. */
export function bytesOf({ id }: Change, body: string | undefined): number {
  return Buffer.byteLength(id) + (body === undefined ? 0 : Buffer.byteLength(body));
}

function checkName({ kind, id }: Change): void {
  if (!KIND.test(kind)) throw new RangeError(`not the name of a kind: ${kind}`);
  if (id === '' || id.length > MAX_ID_LENGTH || !id.isWellFormed()) throw new RangeError(`not an id of ${kind}: ${id.slice(0, 50)}`);
}

/** RangeError for a field that is no plain name or a number that JSON does not know. */
export function checkConditions(conditions: readonly Condition[]): void {
  for (const { field, value } of conditions) {
    checkField(field);
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a number to compare with: ${field}`);
  }
}

export function checkField(field: string): void {
  if (!FIELD.test(field)) throw new RangeError(`not the name of a field: ${field}`);
}

/** The moments that `due` is asked for. */
export function spanOf(when: Parameters<Storage['due']>[1]): { readonly from: number; readonly before: number } {
  return typeof when === 'number' ? { from: Number.MIN_SAFE_INTEGER, before: when } : when;
}

export function checkLimit(limit: number = DEFAULT_LIMIT): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) throw new RangeError(`limit must be 1 to ${MAX_LIMIT}`);
  return limit;
}

/** Where a page ended: id alone, or with the rank and the value that the order looks at. */
export interface Place {
  readonly id: string;
  readonly rank: number;
  readonly value: string | number;
}

/** Order of values of different types, as Cosmos DB has it: nothing (also lists and objects), booleans, numbers, texts. */
export const RANK = { nothing: 0, boolean: 1, number: 2, text: 3 } as const;

export function toCursor(...parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The place that a cursor of `list` names; RangeError when it is none. */
export function placeOf({ cursor, order }: ListOptions): Place | undefined {
  if (cursor === undefined) return undefined;
  const [id, rank, value] = cursorParts(cursor);
  if (typeof id === 'string' && order === undefined) return { id, rank: RANK.nothing, value: 0 };
  if (typeof id === 'string' && typeof rank === 'number' && (typeof value === 'string' || typeof value === 'number'))
    return { id, rank, value };
  throw new RangeError('not a cursor of this list');
}

/** The texts of a cursor of `all`; RangeError when there are not as many as asked for. */
export function textsOf(cursor: string, count: number): readonly string[] {
  const parts = cursorParts(cursor).filter((part) => typeof part === 'string');
  if (parts.length !== count) throw new RangeError('not a cursor');
  return parts;
}

function cursorParts(cursor: string): readonly unknown[] {
  const text = Buffer.from(cursor, 'base64url').toString();
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
