import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetupError, Unavailable } from '../core/errors.ts';

/** Milliseconds that a call waits for another process to finish writing. A commit takes some 0.1 ms, a checkpoint some 10 ms. */
const BUSY_TIMEOUT_MS = 2000;
const IN_MEMORY = ':memory:';
/** Of a folder that is made for it: what is remembered of people is for those alone who run the bot. */
const OWNER_ONLY = 0o700;

const PRIMARY_CODE = 0xff;
const SQLITE = { readonly: 8, busy: 5, locked: 6, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const;
const PASSING: readonly number[] = [SQLITE.busy, SQLITE.locked, SQLITE.ioerr, SQLITE.full, SQLITE.readonly, SQLITE.cantopen];

/**
 * NORMAL: with WAL a commit survives the end of the process, whatever ends it; a loss of power may take the last commits (never a part of one, and
 * never the database) along. FULL would save those at seven times the price of a commit, and what runs where it counts is Cosmos DB.
 */
const PRAGMAS = 'PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;';

const TABLES = `
  CREATE TABLE IF NOT EXISTS records (
    bank TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, schema INTEGER NOT NULL,
    body TEXT NOT NULL, due_at INTEGER, expires_at INTEGER,
    PRIMARY KEY (bank, kind, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_due ON records (kind, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS records_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;`;

/** The database, with its table. SetupError when the file can't be used or was written by newer code; then nothing is changed. */
export function openFile(file: string, version: number): DatabaseSync {
  try {
    if (file !== IN_MEMORY) prepareFile(file, version);
    return openTables(file, version);
  } catch (error) {
    throw asSetupError(error, file);
  }
}

function prepareFile(file: string, version: number): void {
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY });
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    checkVersion(database, version);
  } finally {
    database.close();
  }
}

function checkVersion(database: DatabaseSync, version: number): number {
  const stored = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (stored <= version) return stored;
  throw new SetupError(
    `Lageret er skrevet av en nyere utgave av roboten (skjema ${stored}; denne kjenner ${version}). Ingenting er endret.`,
    ['Start den nyere utgaven, eller pek DATA_DIR til et annet sted og legg tilbake en sikkerhetskopi fra før oppgraderingen.'],
  );
}

function openTables(file: string, version: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    if (file !== IN_MEMORY) useWal(database);
    database.exec(PRAGMAS);
    transact(database, () => {
      if (checkVersion(database, version) === version) return;
      database.exec(`${TABLES} PRAGMA user_version = ${version};`);
    });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The change to WAL does not wait for others as a write does: several processes that meet a new file at once have to ask again. */
function useWal(database: DatabaseSync): void {
  for (const deadline = performance.now() + BUSY_TIMEOUT_MS; ; ) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (codeOf(error) !== SQLITE.busy || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Runs the work in one transaction that holds the write lock from its start; what it throws undoes it. */
export function transact<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Runs a call to the driver; what passes by itself or by making room becomes Unavailable. */
export function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    const code = codeOf(error);
    throw code !== undefined && PASSING.includes(code)
      ? new Unavailable('the database file is busy or can not be written', { cause: error })
      : error;
  }
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & PRIMARY_CODE : undefined;
}

function asSetupError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === SQLITE.notadb || code === SQLITE.corrupt) {
    return new SetupError(`${file} er ingen database som kan leses.`, [
      'Flytt filen et annet sted og start på nytt, eller legg tilbake en sikkerhetskopi. Ingenting er endret.',
    ]);
  }
  if (code === SQLITE.busy || code === SQLITE.locked) return new Unavailable(`${file} is locked by another process`, { cause: error });
  const refused =
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E(ACCES|PERM|ROFS|NOTDIR|EXIST|NOSPC)$/.test(error.code);
  if (!refused && (code === undefined || !PASSING.includes(code))) return error;
  return new SetupError(`${file} kan ikke skrives.`, [
    'Gi brukeren som kjører roboten skriverett til mappen, se til at det er plass på disken, eller pek DATA_DIR til et annet sted.',
  ]);
}
