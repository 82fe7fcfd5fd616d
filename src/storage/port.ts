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
  /** Epoch ms (real time) after which it is as if it had never been. */
  readonly expiresAt?: number;
}

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

/** A condition on a top-level field of the body. A field that is missing matches no condition but `= null`. */
export interface Condition {
  readonly field: string;
  readonly op: '=' | '<' | '<=' | '>' | '>=';
  readonly value: Scalar;
}

export interface ListOptions {
  readonly where?: readonly Condition[];
  /** By a top-level field of the body; without it by id. Equal ones by id. */
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

export interface Storage {
  /** The record, or undefined when there is none or it has expired. */
  get(bank: string, kind: string, id: string): Promise<Item | undefined>;
  list(bank: string, kind: string, options?: ListOptions): Promise<Page>;
  count(bank: string, kind: string, where?: readonly Condition[]): Promise<number>;
  /**
   * All changes or none. Rejects with `Conflict` naming the first change whose expectation failed, `Unavailable` when the
   * store can't be reached, RangeError over MAX_CHANGES or MAX_COMMIT_BYTES. An empty list is a no-op.
   * One (kind, id) may occur once. Gives the new etags by position (empty string for a removal).
   */
  commit(bank: string, changes: readonly Change[]): Promise<readonly string[]>;
  /** Records of a kind with dueAt ≤ before, over all partitions, earliest first. The one query that crosses partitions. */
  due(kind: string, before: number, limit: number): Promise<readonly Item[]>;
  /** Every live record of every partition, in pages: for backup. */
  all(cursor?: string): Promise<Page>;
  close(): Promise<void>;
}
