import { createHash } from 'node:crypto';
import { migrate, type Schema } from './migrations.ts';
import type { Item, Put } from './port.ts';

/** What lies in the container. `key` is the id of the record; `id` is that of the document, unique in the bank. */
export type Document = {
  id: string;
  bank: string;
  kind: string;
  key: string;
  schema: number;
  body: Record<string, unknown>;
  dueAt?: number;
  expiresAt?: number;
  /** Seconds after which the service clears the document away. */
  ttl?: number;
};

export type StoredDocument = Document & { readonly _etag: string };

/** Ids of documents may not hold `/ \ ? #` and be 1,023 bytes at most; what is no plain short text is named by its hash. */
const PLAIN_ID = /^[A-Za-z0-9._:@ -]{0,254}[A-Za-z0-9._:@-]$/;
/** In no plain id, and in no kind. */
const HASHED = '~';
/** The service knows a ttl of 32 bits. */
const MAX_TTL = 2 ** 31 - 1;
/** Between the etag of the service and the record's expiry; etags are quoted hex numbers. */
const EXPIRY_MARK = '|';

export function documentId(kind: string, id: string): string {
  return `${kind}:${PLAIN_ID.test(id) ? id : HASHED + createHash('sha256').update(id).digest('hex')}`;
}

export function toDocument(bank: string, put: Put, { schema, now }: { schema: number; now: number }): Document {
  const { kind, id, body, dueAt, expiresAt } = put;
  return {
    id: documentId(kind, id),
    bank,
    kind,
    key: id,
    schema,
    body,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(expiresAt === undefined ? {} : { expiresAt, ttl: ttlOf(expiresAt - now) }),
  };
}

function ttlOf(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms / 1000), 1), MAX_TTL);
}

export function toItem(document: StoredDocument, schema: Schema): Item {
  const { bank, kind, key, body, dueAt, expiresAt } = document;
  const item: Item = {
    bank,
    kind,
    id: key,
    etag: toEtag(document._etag, expiresAt),
    schema: document.schema,
    body,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  return migrate(item, schema);
}

export function isLive({ expiresAt }: { expiresAt?: number }, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** The etag of the port carries the expiry: so a commit that expects it knows without a read whether the record is still there. */
export function toEtag(etag: string, expiresAt: number | undefined): string {
  return expiresAt === undefined ? etag : `${etag}${EXPIRY_MARK}${expiresAt}`;
}

export function fromEtag(etag: string): { etag: string; expiresAt?: number } {
  const at = etag.lastIndexOf(EXPIRY_MARK);
  return at < 0 ? { etag } : { etag: etag.slice(0, at), expiresAt: Number(etag.slice(at + 1)) };
}
