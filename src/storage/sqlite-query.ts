import { checkConditions, checkField, checkLimit, type Place, placeOf, RANK } from './checks.ts';
import type { Condition, ListOptions } from './port.ts';

/** SQL with the values to bind, by position. The text depends on the shape of what is asked for alone, so it can be kept prepared. */
export interface Query {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The live records of one kind in one bank at a time. */
export interface Scope {
  readonly bank: string;
  readonly kind: string;
  readonly now: number;
}

export const COLUMNS = 'bank, kind, id, etag, schema, body, due_at, expires_at';
export const LIVE = '(expires_at IS NULL OR expires_at > ?)';

const NOTHING: Query = { sql: '', values: [] };
const TYPES = { string: "('text')", number: "('integer', 'real')", boolean: "('true', 'false')" } as const;

/** A type is asked for beside the value: to SQLite `true` is 1, and a list is its own JSON text. */
function conditionSql({ field, op, value }: Condition): Query {
  const path = `$.${field}`;
  if (value === null) return op === '=' ? { sql: 'json_extract(body, ?) IS NULL', values: [path] } : { sql: '0', values: [] };
  const type = typeof value === 'string' ? TYPES.string : typeof value === 'number' ? TYPES.number : TYPES.boolean;
  const bound = typeof value === 'boolean' ? Number(value) : value;
  return { sql: `(json_extract(body, ?) ${op} ? AND json_type(body, ?) IN ${type})`, values: [path, bound, path] };
}

function filterSql({ bank, kind, now }: Scope, conditions: readonly Condition[]): Query {
  checkConditions(conditions);
  const parts = conditions.map(conditionSql);
  return {
    sql: ['bank = ?', 'kind = ?', LIVE, ...parts.map((part) => part.sql)].join(' AND '),
    values: [bank, kind, now, ...parts.flatMap((part) => part.values)],
  };
}

/** One row with `count`. */
export function countSql(scope: Scope, conditions: readonly Condition[]): Query {
  const filter = filterSql(scope, conditions);
  return { sql: `SELECT count(*) AS count FROM records WHERE ${filter.sql}`, values: filter.values };
}

/** Rows of COLUMNS, with `rank` and `value` where an order is given; one more than the limit, which tells whether there is more. */
export function listSql(scope: Scope, options: ListOptions): Query {
  const filter = filterSql(scope, options.where ?? []);
  const limit = checkLimit(options.limit) + 1;
  const place = placeOf(options);
  if (options.order !== undefined) return orderedSql(filter, options.order, { place, limit });
  const after: Query = place === undefined ? NOTHING : { sql: 'AND id > ?', values: [place.id] };
  return {
    sql: `SELECT ${COLUMNS} FROM records WHERE ${filter.sql} ${after.sql} ORDER BY id LIMIT ?`,
    values: [...filter.values, ...after.values, limit],
  };
}

const RANK_SQL = `CASE json_type(body, ?) WHEN 'true' THEN ${RANK.boolean} WHEN 'false' THEN ${RANK.boolean}
  WHEN 'integer' THEN ${RANK.number} WHEN 'real' THEN ${RANK.number} WHEN 'text' THEN ${RANK.text} ELSE ${RANK.nothing} END`;
/** Numbers as floating point: an integer beyond 2^53 would not come out of the driver. */
const VALUE_SQL = `CASE json_type(body, ?) WHEN 'text' THEN json_extract(body, ?) WHEN 'object' THEN 0 WHEN 'array' THEN 0
  ELSE coalesce(CAST(json_extract(body, ?) AS REAL), 0) END`;

function orderedSql(filter: Query, order: NonNullable<ListOptions['order']>, page: { place: Place | undefined; limit: number }): Query {
  checkField(order.field);
  const path = `$.${order.field}`;
  const descending = order.descending === true;
  const after = page.place === undefined ? NOTHING : afterSql(page.place, descending);
  const way = descending ? 'DESC' : 'ASC';
  return {
    sql: `SELECT * FROM (SELECT ${RANK_SQL} AS rank, ${VALUE_SQL} AS value, ${COLUMNS} FROM records WHERE ${filter.sql})
      ${after.sql} ORDER BY rank ${way}, value ${way}, id LIMIT ?`,
    values: [path, path, path, path, ...filter.values, ...after.values, page.limit],
  };
}

function afterSql({ rank, value, id }: Place, descending: boolean): Query {
  if (!descending) return { sql: 'WHERE (rank, value, id) > (?, ?, ?)', values: [rank, value, id] };
  return { sql: 'WHERE (rank, value) < (?, ?) OR ((rank, value) = (?, ?) AND id > ?)', values: [rank, value, rank, value, id] };
}
