/**
 * The one door to what the bot remembers. Two backends keep to it, and one suite holds both (`test/storage/contract.ts`).
 * Records lie in partitions (a bank, or `_house`); a commit is atomic within one partition.
 */

/** Partition of what belongs to no bank: people, bindings, conversations to write to, leases, the clock of local mode. */
export const HOUSE = '_house';

/** Schema of the records that this code writes. A store that holds a higher one is refused untouched. */
export const SCHEMA_VERSION = 1;

/** What one commit may hold at most: the limit of a Cosmos DB transactional batch. */
export const MAX_CHANGES = 100;
/** Bytes of one commit at most: Cosmos DB's 2 MB less room for the envelope. */
export const MAX_COMMIT_BYTES = 1_900_000;

/** Records of one page at most. */
export const MAX_LIMIT = 1000;

export type Scalar = string | number | boolean | null;

export interface Item {
  readonly bank: string;
  readonly kind: string;
  readonly id: string;
  /** Opaque; changes at every write. */
  readonly etag: string;
  /** Schema version that it was written under. */
  readonly schema: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Epoch ms at which `due` names it. */
  readonly dueAt?: number;
  /** Epoch ms (real time) from which on it is as if it had never been. */
  readonly expiresAt?: number;
}

/** `kind` is a name (letters, digits, `.`, `_`, `-`; a letter first), `id` any well-formed text of 1–1000 UTF-16 units. */
export interface Put {
  readonly op: 'put';
  readonly kind: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly dueAt?: number;
  readonly expiresAt?: number;
  /** `absent`: only if there is none; an etag: only if unchanged; left out: whatever stands there. */
  readonly expect?: 'absent' | { readonly etag: string };
}

export interface Remove {
  readonly op: 'remove';
  readonly kind: string;
  readonly id: string;
  readonly expect?: { readonly etag: string };
}

export type Change = Put | Remove;

/**
 * A condition on a top-level field of the body, of letters and digits. A field that is missing or null matches no condition but
 * `= null`; a value of another type than the one asked for matches none; texts compare by code point, false is less than true.
 */
export interface Condition {
  readonly field: string;
  readonly op: '=' | '<' | '<=' | '>' | '>=';
  readonly value: Scalar;
}

export interface ListOptions {
  readonly where?: readonly Condition[];
  /**
   * By a top-level field of the body; without it by id. Equal ones by id, upwards in either direction. First come those that have no
   * such field (or null, a list or an object there), then booleans, numbers, texts; all the other way round when descending.
   */
  readonly order?: { readonly field: string; readonly descending?: boolean };
  /** 1–1000; default 100. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page {
  readonly items: readonly Item[];
  /** Present when there may be more. */
  readonly cursor?: string;
}

/**
 * Every call rejects with `Unavailable` when the store can't be reached or is overloaded, and with RangeError when it was asked for what
 * no store takes. A commit that rejects with `Unavailable` may have been done all the same, if the answer was what got lost.
 */
export interface Storage {
  /** The record, or undefined when there is none or it has expired. */
  get(bank: string, kind: string, id: string): Promise<Item | undefined>;
  list(bank: string, kind: string, options?: ListOptions): Promise<Page>;
  count(bank: string, kind: string, where?: readonly Condition[]): Promise<number>;
  /**
   * All changes or none. Rejects with `Conflict` naming the first change whose expectation failed, RangeError over MAX_CHANGES or
   * MAX_COMMIT_BYTES. An empty list is a no-op, and so is the removal, without an expectation, of what is not there.
   * One (kind, id) may occur once. Gives the new etags by position (empty string for a removal).
   */
  commit(bank: string, changes: readonly Change[]): Promise<readonly string[]>;
  /**
   * Records of a kind with dueAt ≤ before, over all partitions, earliest first; limit 1–1000. With `from` those that are due then or later:
   * the next page begins where the last one ended. The one query that crosses partitions.
   */
  due(kind: string, before: number | { readonly from: number; readonly before: number }, limit: number): Promise<readonly Item[]>;
  /** Every live record of every partition, in pages, ordered by bank: for backup. Not a snapshot: each page is as of its own time. */
  all(cursor?: string): Promise<Page>;
  /** What was removed or written over is gone from what the engine keeps beside its records too, as far as it can. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}
