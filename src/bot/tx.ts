import type { ListQuery, Post, Reader, Tx, Where } from '../core/features.ts';
import { idFrom } from '../core/ids.ts';
import type { Locale } from '../core/locale.ts';
import { JOB, OUTBOX, POSTING } from '../core/outbox.ts';
import type { Kind } from '../core/records.ts';
import type { Change, Item, Storage } from '../storage/port.ts';

interface Write {
  readonly change: Change;
  readonly read: boolean;
}

/** A turn's transaction and what it has gathered for the commit. */
export interface OpenTx extends Tx {
  /** What is to be committed, each with the expectation that its read set. */
  changes(): readonly Change[];
  /** Store operations so far. */
  readonly reads: number;
  /** Whether something was put that the delivery should look at. */
  readonly wakes: boolean;
}

function keyOf(kind: string, id: string): string {
  return `${kind}\n${id}`;
}

/** Reads of one partition, parsed by the kind's schema. */
export function readerOf(storage: Storage, bank: string): Reader {
  return {
    get: async (kind, id) => {
      const item = await storage.get(bank, kind.name, id);
      return item ? kind.schema.parse(item.body) : undefined;
    },
    list: async (kind, query) => {
      const page = await storage.list(bank, kind.name, query);
      const items = page.items.map((item) => ({ id: item.id, body: kind.schema.parse(item.body) }));
      return page.cursor === undefined ? { items } : { items, cursor: page.cursor };
    },
    count: (kind, where) => storage.count(bank, kind.name, where),
  };
}

export interface TxOptions {
  readonly locale: Locale;
  readonly real: number;
  /** Ids of messages that were sent before under the same key: posting them again is a no-op. */
  readonly posted?: ReadonlySet<string>;
}

/** Opens a transaction in one partition. `real` is the real time (epoch ms) that rows to be sent are dated with. */
export function openTx(storage: Storage, bank: string, options: TxOptions): OpenTx {
  return new PartitionTx(storage, bank, options);
}

class PartitionTx implements OpenTx {
  readonly #storage: Storage;
  readonly #bank: string;
  readonly #locale: Locale;
  readonly #real: number;
  readonly #posted: ReadonlySet<string>;
  readonly #read = new Map<string, Item | undefined>();
  readonly #writes = new Map<string, Write>();
  reads = 0;
  wakes = false;

  constructor(storage: Storage, bank: string, options: TxOptions) {
    this.#storage = storage;
    this.#bank = bank;
    this.#locale = options.locale;
    this.#real = options.real;
    this.#posted = options.posted ?? new Set();
  }

  async #item(kind: string, id: string): Promise<Item | undefined> {
    const key = keyOf(kind, id);
    if (!this.#read.has(key)) {
      this.reads++;
      this.#read.set(key, await this.#storage.get(this.#bank, kind, id));
    }
    return this.#read.get(key);
  }

  async get<T extends object>(kind: Kind<T>, id: string): Promise<T | undefined> {
    const written = this.#writes.get(keyOf(kind.name, id))?.change;
    if (written) return written.op === 'put' ? kind.schema.parse(written.body) : undefined;
    const item = await this.#item(kind.name, id);
    return item ? kind.schema.parse(item.body) : undefined;
  }

  async list<T extends object>(kind: Kind<T>, query?: ListQuery) {
    this.reads++;
    return readerOf(this.#storage, this.#bank).list(kind, query);
  }

  count<T extends object>(kind: Kind<T>, where?: readonly Where[]): Promise<number> {
    this.reads++;
    return this.#storage.count(this.#bank, kind.name, where);
  }

  put<T extends object>(kind: Kind<T>, id: string, body: T): void {
    this.#put(kind, id, { body });
  }

  putFor<T extends object>(kind: Kind<T>, id: string, { body, keptForMs }: { body: T; keptForMs: number }): void {
    this.#put(kind, id, { body, expiresAt: this.#real + keptForMs });
  }

  #put<T extends object>(kind: Kind<T>, id: string, { body, ...times }: { body: T; dueAt?: number; expiresAt?: number }): void {
    this.#write({ op: 'put', kind: kind.name, id, body: Object.fromEntries(Object.entries(body)), ...times });
  }

  remove<T extends object>(kind: Kind<T>, id: string): void {
    this.#write({ op: 'remove', kind: kind.name, id });
  }

  #write(change: Change): void {
    const key = keyOf(change.kind, change.id);
    this.#writes.set(key, { change, read: this.#read.has(key) });
  }

  async touch<T extends object>(kind: Kind<T>, id: string): Promise<void> {
    const body = await this.get(kind, id);
    if (body) this.put(kind, id, body);
  }

  post(message: Post): void {
    const id = idFrom(message.key);
    if (this.#posted.has(id)) return;
    const row = {
      key: message.key,
      recipient: message.recipient,
      content: message.content,
      locale: message.locale ?? this.#locale,
      ...(message.about && { about: message.about }),
      state: 'waiting' as const,
      // Those of one turn go in the order in which they were posted.
      createdAt: this.#real + this.#writes.size / 1000,
      attempts: 0,
    };
    this.#write({ op: 'put', kind: OUTBOX.name, id, body: row, dueAt: this.#real, expect: 'absent' });
    this.wakes = true;
  }

  async keep(id: string, { isNew = false, ...posting }: Parameters<Tx['keep']>[1]): Promise<void> {
    const standing = isNew ? undefined : await this.get(POSTING, id);
    const wanted = (standing?.wanted ?? 0) + 1;
    const fresh = {
      ...posting,
      locale: posting.locale ?? this.#locale,
      shown: 0,
      state: 'standing' as const,
      attempts: 0,
      shownAt: 0,
      createdAt: this.#real + this.#writes.size / 1000,
    };
    this.#put(POSTING, id, { body: { ...fresh, ...standing, wanted }, dueAt: this.#real });
    this.wakes = true;
  }

  later(key: string, at: number, { job, data }: Parameters<Tx['later']>[2]): void {
    this.#put(JOB, idFrom(key), { body: { key, job, data: { ...data }, at, attempts: 0, state: 'waiting' }, dueAt: at });
    this.wakes = true;
  }

  cancel(key: string): void {
    this.remove(JOB, idFrom(key));
  }

  changes(): readonly Change[] {
    return [...this.#writes.entries()].map(([key, { change, read }]) => {
      if (!read || change.expect) return change;
      const item = this.#read.get(key);
      if (item) return { ...change, expect: { etag: item.etag } };
      return change.op === 'put' ? { ...change, expect: 'absent' as const } : change;
    });
  }
}
