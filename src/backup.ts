import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { SetupError, Unavailable } from './core/errors.ts';
import { bytesOf, checkChanges } from './storage/checks.ts';
import { migrate, type Schema, schemaNow } from './storage/migrations.ts';
import { type Item, MAX_CHANGES, MAX_COMMIT_BYTES, type Put, type Storage } from './storage/port.ts';

const FORMAT = 'ressursbank-backup';
const FORMAT_VERSION = 1;
/** Who is the sender just now means nothing in another store. */
const NOT_KEPT: readonly string[] = ['lease'];
/** What a store may hold and still be taken for empty: a process that was started on it has written these. */
const OF_NO_ACCOUNT: readonly string[] = [...NOT_KEPT, 'clock', 'secret'];
/** A store under load asks for short waits; this many in a row for the same batch are a fault. */
const MAX_ATTEMPTS = 20;
const WAIT_MS = 1000;

const headerSchema = z.object({ format: z.literal(FORMAT), version: z.number().int(), schema: z.number().int() });
const recordSchema = z.object({
  bank: z.string().min(1),
  kind: z.string(),
  id: z.string(),
  schema: z.number().int(),
  body: z.record(z.string(), z.unknown()),
  dueAt: z.number().optional(),
  expiresAt: z.number().optional(),
});
const endSchema = z.object({ end: z.literal(true), records: z.number().int() });

/**
 * The records of a store as JSON lines, without line ends: a header, one line per record, and a last line that tells how many they were. Leases are
 * left out. While others write, each record is as it was at some time during the backup.
 */
export async function* backup(storage: Storage, schema: Schema = schemaNow): AsyncIterable<string> {
  yield JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, schema: schema.version });
  let records = 0;
  for await (const { etag: _own, ...record } of everything(storage)) {
    if (NOT_KEPT.includes(record.kind)) continue;
    records++;
    yield JSON.stringify(record);
  }
  yield JSON.stringify({ end: true, records });
}

async function* everything(storage: Storage): AsyncIterable<Item> {
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await storage.all(cursor);
    yield* page.items;
    cursor = page.cursor;
  }
}

export interface RestoreOptions {
  readonly schema?: Schema;
  /** Waits so many milliseconds before a batch is tried again. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/**
 * Puts the records of a backup into an empty store, and gives their number. All lines are read and checked first; they are held in memory. SetupError,
 * and nothing written, when a line is broken (the first one is named), the end is missing, newer code wrote the backup, or the store holds
 * records that are not of this backup. A restore that was broken off is finished by running it again. Empty lines are passed over.
 */
export async function restore(
  storage: Storage,
  lines: AsyncIterable<string> | Iterable<string>,
  options: RestoreOptions = {},
): Promise<number> {
  const records = await readRecords(lines, options.schema ?? schemaNow);
  await checkEmpty(storage, records);
  for (const { bank, puts } of batchesOf([...records.values()])) {
    await commitPatiently(() => storage.commit(bank, puts), options.wait ?? sleep);
  }
  return records.size;
}

interface Restored {
  readonly bank: string;
  readonly put: Put;
}

async function readRecords(lines: AsyncIterable<string> | Iterable<string>, schema: Schema): Promise<Map<string, Restored>> {
  const records = new Map<string, Restored>();
  let number = 0;
  let state: 'header' | 'records' | 'end' = 'header';
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const value = parseLine(line, number);
    if (state === 'header') {
      checkHeader(value, schema);
      state = 'records';
    } else if (state === 'records' && endSchema.safeParse(value).success) {
      if (endSchema.parse(value).records !== records.size) throw broken(number);
      state = 'end';
    } else if (state === 'records') {
      addRecord(records, { value, number, schema });
    } else throw broken(number);
  }
  if (state === 'end') return records;
  throw new SetupError('Sikkerhetskopien er ikke hel: slutten mangler. Ingenting er skrevet.', [
    'Bruk en annen kopi, eller hent filen på nytt.',
  ]);
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw broken(number);
  }
}

function broken(number: number): SetupError {
  return new SetupError(`Linje ${number} i sikkerhetskopien kan ikke leses. Ingenting er skrevet.`, [
    'Bruk en annen kopi, eller hent filen på nytt.',
  ]);
}

function checkHeader(value: unknown, schema: Schema): void {
  const header = headerSchema.safeParse(value);
  if (!header.success)
    throw new SetupError('Filen er ingen sikkerhetskopi av ressursbanken. Ingenting er skrevet.', ['Velg en fil som `backup` har laget.']);
  if (header.data.version <= FORMAT_VERSION && header.data.schema <= schema.version) return;
  throw new SetupError('Sikkerhetskopien er laget av en nyere utgave av roboten. Ingenting er skrevet.', [
    'Legg den tilbake med den utgaven, eller en nyere.',
  ]);
}

function addRecord(records: Map<string, Restored>, { value, number, schema }: { value: unknown; number: number; schema: Schema }): void {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success || parsed.data.schema > schema.version || records.has(keyOf(parsed.data))) throw broken(number);
  const { bank, dueAt, expiresAt, ...record } = parsed.data;
  const { kind, id, body } = migrate({ ...record, bank, etag: '' }, schema);
  const times = { ...(dueAt === undefined ? {} : { dueAt }), ...(expiresAt === undefined ? {} : { expiresAt }) };
  const put: Put = { op: 'put', kind, id, body, ...times };
  try {
    checkChanges(bank, [put]);
  } catch {
    throw broken(number);
  }
  records.set(keyOf({ bank, kind, id }), { bank, put });
}

function keyOf({ bank, kind, id }: { bank: string; kind: string; id: string }): string {
  return JSON.stringify([bank, kind, id]);
}

/** What a restore that was broken off has left is no hindrance. */
async function checkEmpty(storage: Storage, records: ReadonlyMap<string, Restored>): Promise<void> {
  for await (const item of everything(storage)) {
    if (OF_NO_ACCOUNT.includes(item.kind)) continue;
    const put = records.get(keyOf(item))?.put;
    const same = put !== undefined && isDeepStrictEqual([put.body, put.dueAt, put.expiresAt], [item.body, item.dueAt, item.expiresAt]);
    if (same) continue;
    throw new SetupError('Lageret er ikke tomt. Ingenting er skrevet.', [
      'Stans roboten, pek DATA_DIR (eller COSMOS_DATABASE) til et tomt sted, og legg sikkerhetskopien tilbake der.',
    ]);
  }
}

/** Neighbours of one bank, as many as one commit takes. */
function* batchesOf(records: readonly Restored[]): Iterable<{ bank: string; puts: Put[] }> {
  let puts: Put[] = [];
  let bytes = 0;
  let current = '';
  for (const { bank, put } of records) {
    const size = bytesOf(put, JSON.stringify(put.body));
    if (puts.length > 0 && (bank !== current || puts.length === MAX_CHANGES || bytes + size > MAX_COMMIT_BYTES)) {
      yield { bank: current, puts };
      puts = [];
      bytes = 0;
    }
    current = bank;
    puts.push(put);
    bytes += size;
  }
  if (puts.length > 0) yield { bank: current, puts };
}

async function commitPatiently(commit: () => Promise<unknown>, wait: (ms: number) => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await commit();
      return;
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt === MAX_ATTEMPTS) throw error;
      await wait(error.retryAfterMs ?? WAIT_MS);
    }
  }
}
