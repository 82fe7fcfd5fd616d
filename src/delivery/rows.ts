import { Conflict, Unavailable } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { OUTBOX, type OutboxRow } from '../core/outbox.ts';
import type { Item, Put, Storage } from '../storage/port.ts';
import { pause } from './pause.ts';
import { type Candidate, keptUntil } from './rules.ts';

/** A row of the outbox that waits, with what the choice of the next one needs. */
export interface Waiting extends Candidate {
  readonly bank: string;
  readonly etag: string;
  readonly row: OutboxRow;
  /** Card data that is drawn this once and never written down: typed text that nobody has checked yet. */
  readonly unstored?: Readonly<Record<string, unknown>>;
  /** The activity whose place it takes. */
  readonly replaces?: string | undefined;
  /** An answer that somebody waits for. */
  readonly urgent?: boolean;
  /** What calls for it are counted under. */
  readonly pace: string;
  readonly tenant: string;
}

/** A claim on records that go out together: others leave them alone until then (real time). */
export interface Claim {
  etags: readonly string[];
  until: number;
}

/** What has happened is written down through two minutes of failures of the store. */
const RECORD_TRIES = 60;
const RECORD_FIRST_PAUSE_MS = 50;
const RECORD_LONGEST_PAUSE_MS = 2_000;

/**
 * Commits what can't be undone (a message has left), through failures of the store. Rejects with `Conflict` at once. A try whose answer
 * got lost may have worked: the next one is then a conflict, which the caller looks into.
 */
export async function persist(storage: Storage, bank: string, changes: readonly Put[]): Promise<readonly string[]> {
  for (let tried = 1; tried < RECORD_TRIES; tried++) {
    try {
      return await storage.commit(bank, changes);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await pause(error.retryAfterMs ?? Math.min(RECORD_LONGEST_PAUSE_MS, RECORD_FIRST_PAUSE_MS * 2 ** tried));
    }
  }
  return storage.commit(bank, changes);
}

export function putRow(id: string, row: OutboxRow, options: { etag: string; dueAt?: number; expiresAt?: number }): Put {
  const { etag, ...times } = options;
  return { op: 'put', kind: OUTBOX.name, id, body: row, expect: { etag }, ...times };
}

/** A row that is through: without what it said, kept so that its key is not sent again. */
function closedPut(id: string, row: OutboxRow, options: { etag: string; now: number }): Put {
  const content: OutboxRow['content'] = row.state === 'dead' ? row.content : { type: 'text', text: '' };
  return putRow(id, { ...row, content }, { etag: options.etag, expiresAt: keptUntil(row.recipient, options.now) });
}

/** Claims rows of one bank together. Undefined when one of them is not as it was: none is claimed then. */
export async function claimRows(storage: Storage, rows: readonly Waiting[], until: number): Promise<Claim | undefined> {
  const puts = rows.map(({ id, row, etag }) => putRow(id, row, { etag, dueAt: until }));
  try {
    return { etags: await storage.commit(rows[0]?.bank ?? '', puts), until };
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

/**
 * Writes down that a message is through (sent, dropped or dead). When the record was changed meanwhile, a message that was sent is still
 * recorded as sent, whatever else had been decided of it.
 */
export async function closeRow(storage: Storage, { bank, id, row, ...as }: Waiting, now: number): Promise<void> {
  let { etag } = as;
  for (;;) {
    try {
      await persist(storage, bank, [closedPut(id, row, { etag, now })]);
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const item = await storage.get(bank, OUTBOX.name, id);
      if (!item || item.body.state === 'sent' || row.state !== 'sent') return;
      etag = item.etag;
    }
  }
}

/** A row that can't even be read is set aside as it is, with the reason. */
export async function setAside(options: { storage: Storage; log: Logger }, item: Item, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.name : String(error);
  options.log.error({ bank: item.bank, kind: item.kind, id: item.id, reason }, 'a record that is not as it should be is set aside');
  const body = { ...item.body, state: 'dead', reason: `can't be read: ${reason}` };
  try {
    await options.storage.commit(item.bank, [{ op: 'put', kind: item.kind, id: item.id, body, expect: { etag: item.etag } }]);
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure;
  }
}
