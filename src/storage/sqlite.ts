import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { realNow } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import { checkChanges, checkLimit, RANK, spanOf, textsOf, toCursor } from './checks.ts';
import { migrate, type Schema, schemaNow } from './migrations.ts';
import { type Change, type Item, MAX_LIMIT, type Page, type Put, type Remove, type Storage } from './port.ts';
import { guarded, openFile, transact } from './sqlite-file.ts';
import { COLUMNS, countSql, LIVE, listSql, type Query } from './sqlite-query.ts';

/** So many commits lie between two clearings of what has expired, and so many records go at most in one (some 2 ms). */
const COMMITS_PER_PURGE = 500;
const PURGE_LIMIT = 500;

export interface SqliteOptions {
  /** Path of the database, made when missing; `:memory:` for one that ends with the process. */
  readonly file: string;
  /** Real time, for `expiresAt`. */
  readonly now?: () => number;
  readonly schema?: Schema;
}

type Row = Record<string, unknown>;
type Value = string | number | null;

const SQL = {
  get: `SELECT ${COLUMNS} FROM records WHERE bank = ? AND kind = ? AND id = ? AND ${LIVE}`,
  put: `INSERT INTO records (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    etag = excluded.etag, schema = excluded.schema, body = excluded.body, due_at = excluded.due_at, expires_at = excluded.expires_at`,
  update: `UPDATE records SET etag = ?, schema = ?, body = ?, due_at = ?, expires_at = ?
    WHERE bank = ? AND kind = ? AND id = ? AND etag = ? AND ${LIVE}`,
  remove: 'DELETE FROM records WHERE bank = ? AND kind = ? AND id = ?',
  removeSame: `DELETE FROM records WHERE bank = ? AND kind = ? AND id = ? AND etag = ? AND ${LIVE}`,
  due: `SELECT ${COLUMNS} FROM records WHERE kind = ? AND due_at >= ? AND due_at <= ? AND ${LIVE} ORDER BY due_at, bank, id LIMIT ?`,
  all: `SELECT ${COLUMNS} FROM records WHERE (bank, kind, id) > (?, ?, ?) AND ${LIVE} ORDER BY bank, kind, id LIMIT ?`,
  purge: `DELETE FROM records WHERE (bank, kind, id) IN
    (SELECT bank, kind, id FROM records WHERE expires_at <= ? ORDER BY expires_at LIMIT ${PURGE_LIMIT})`,
};
/** Put where there is none, or where what stands has expired. */
const PUT_ABSENT = `${SQL.put} WHERE records.expires_at <= ?`;

/**
 * Records in one file, for one or several processes on the same machine. Calls are synchronous underneath: some 10 µs for a
 * read by id, some 50 µs for a commit. SetupError when the file can't be used, or was written by newer code.
 */
export function createSqlite(options: SqliteOptions): Storage {
  const schema = options.schema ?? schemaNow;
  return new Sqlite(openFile(options.file, schema.version), { now: options.now ?? realNow, schema });
}

class Sqlite implements Storage {
  readonly #database: DatabaseSync;
  readonly #now: () => number;
  readonly #schema: Schema;
  readonly #prepared = new Map<string, StatementSync>();
  /** Etags are never used twice: this connection's own name and a number. */
  readonly #name = randomUUID().slice(0, 13);
  #written = 0;
  #commits = 0;

  constructor(database: DatabaseSync, { now, schema }: { now: () => number; schema: Schema }) {
    this.#database = database;
    this.#now = now;
    this.#schema = schema;
  }

  async get(bank: string, kind: string, id: string): Promise<Item | undefined> {
    const row = guarded(() => this.#statement(SQL.get).get(bank, kind, id, this.#now()));
    return row === undefined ? undefined : this.#item(row);
  }

  async list(...[bank, kind, options = {}]: Parameters<Storage['list']>): Promise<Page> {
    const rows = this.#rows(listSql({ bank, kind, now: this.#now() }, options));
    return this.#page(rows, checkLimit(options.limit), (last) =>
      options.order === undefined ? toCursor(String(last.id)) : toCursor(String(last.id), Number(last.rank), orderedValue(last)),
    );
  }

  async count(...[bank, kind, where = []]: Parameters<Storage['count']>): Promise<number> {
    const [row] = this.#rows(countSql({ bank, kind, now: this.#now() }, where));
    return Number(row?.count);
  }

  async commit(bank: string, changes: readonly Change[]): Promise<readonly string[]> {
    const bodies = checkChanges(bank, changes);
    if (changes.length === 0) return [];
    return guarded(() =>
      transact(this.#database, () => {
        if (this.#commits++ % COMMITS_PER_PURGE === 0) this.#run(SQL.purge, [this.#now()]);
        return changes.map((change, at) =>
          change.op === 'put' ? this.#put(bank, change, bodies[at] ?? '{}') : this.#remove(bank, change),
        );
      }),
    );
  }

  async due(...[kind, when, limit]: Parameters<Storage['due']>): Promise<readonly Item[]> {
    const { from, before } = spanOf(when);
    return this.#rows({ sql: SQL.due, values: [kind, from, before, this.#now(), checkLimit(limit)] }).map((row) => this.#item(row));
  }

  async all(cursor?: string): Promise<Page> {
    const [bank = '', kind = '', id = ''] = cursor === undefined ? [] : textsOf(cursor, 3);
    const rows = this.#rows({ sql: SQL.all, values: [bank, kind, id, this.#now(), MAX_LIMIT + 1] });
    return this.#page(rows, MAX_LIMIT, (last) => toCursor(String(last.bank), String(last.kind), String(last.id)));
  }

  async wipe(): Promise<void> {
    guarded(() => this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  #put(bank: string, { kind, id, dueAt, expiresAt, expect }: Put, body: string): string {
    const etag = `${this.#name}-${++this.#written}`;
    const written: Value[] = [etag, this.#schema.version, body, dueAt ?? null, expiresAt ?? null];
    if (typeof expect === 'object') this.#expectOne([kind, id], SQL.update, [...written, bank, kind, id, expect.etag, this.#now()]);
    else if (expect === 'absent') this.#expectOne([kind, id], PUT_ABSENT, [bank, kind, id, ...written, this.#now()]);
    else this.#run(SQL.put, [bank, kind, id, ...written]);
    return etag;
  }

  #remove(bank: string, { kind, id, expect }: Remove): string {
    if (expect === undefined) this.#run(SQL.remove, [bank, kind, id]);
    else this.#expectOne([kind, id], SQL.removeSame, [bank, kind, id, expect.etag, this.#now()]);
    return '';
  }

  #expectOne([kind, id]: readonly [string, string], sql: string, values: readonly Value[]): void {
    if (this.#run(sql, values) !== 1) throw new Conflict(kind, id);
  }

  #run(sql: string, values: readonly Value[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  #rows({ sql, values }: Query): Row[] {
    return guarded(() => this.#statement(sql).all(...values));
  }

  #statement(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  #page(rows: Row[], limit: number, cursorAt: (last: Row) => string): Page {
    const items = rows.slice(0, limit).map((row) => this.#item(row));
    const last = rows[limit - 1];
    return rows.length > limit && last !== undefined ? { items, cursor: cursorAt(last) } : { items };
  }

  #item(row: Row): Item {
    const { due_at: dueAt, expires_at: expiresAt } = row;
    const item: Item = {
      bank: String(row.bank),
      kind: String(row.kind),
      id: String(row.id),
      etag: String(row.etag),
      schema: Number(row.schema),
      body: JSON.parse(String(row.body)),
      ...(typeof dueAt === 'number' ? { dueAt } : {}),
      ...(typeof expiresAt === 'number' ? { expiresAt } : {}),
    };
    return migrate(item, this.#schema);
  }
}

function orderedValue({ value, rank }: Row): string | number {
  return rank === RANK.text ? String(value) : Number(value);
}
