import type { Container, SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import { checkConditions, checkField, type Place, RANK } from './checks.ts';
import type { StoredDocument } from './cosmos-documents.ts';
import { asked } from './cosmos-faults.ts';
import type { Condition, ListOptions, Scalar } from './port.ts';

export const LIVE = '(NOT IS_DEFINED(c.expiresAt) OR c.expiresAt > @now)';

/** The records that a query is about: a part of WHERE with its parameters. */
export interface Filter {
  readonly sql: string;
  readonly parameters: readonly SqlParameter[];
}

/** The live records of a kind in one bank that meet the conditions. */
export function filterOf(scope: { bank: string; kind: string; now: number }, conditions: readonly Condition[]): Filter {
  checkConditions(conditions);
  const parameters = [
    { name: '@bank', value: scope.bank },
    { name: '@kind', value: scope.kind },
    { name: '@now', value: scope.now },
  ];
  const parts = conditions.map(({ field, op, value }, at) => {
    const path = pathOf(field);
    if (value === null) return op === '=' ? `(NOT IS_DEFINED(${path}) OR IS_NULL(${path}))` : 'false';
    parameters.push({ name: `@p${at}`, value: value as never });
    return `${path} ${op} @p${at}`;
  });
  return { sql: ['c.bank = @bank', 'c.kind = @kind', LIVE, ...parts].join(' AND '), parameters };
}

/** The field's name is checked to be letters and digits; in brackets, because some are words of the language. */
function pathOf(field: string): string {
  checkField(field);
  return `c.body["${field}"]`;
}

/** Runs a query; with a bank in its partition alone, else over all of them. */
export async function select<T>(container: Container, query: SqlQuerySpec, bank?: string): Promise<T[]> {
  return asked(async (abortSignal) => {
    const options = bank === undefined ? { abortSignal } : { abortSignal, partitionKey: bank };
    const { resources } = await container.items.query<T>(query, options).fetchAll();
    return resources;
  });
}

type Select = (condition: string, order: string, more: { top: number; parameters?: SqlParameter[] }) => Promise<StoredDocument[]>;

/** Up to `top` documents in the order of the port, after the place. */
export async function selectOrdered(
  container: Container,
  filter: Filter,
  page: { order: ListOptions['order']; place: Place | undefined; top: number },
): Promise<StoredDocument[]> {
  const bank = String(filter.parameters[0]?.value);
  const run: Select = (condition, order, { top, parameters = [] }) => {
    const query = `SELECT TOP ${top} * FROM c WHERE ${filter.sql}${condition} ORDER BY ${order}`;
    return select(container, { query, parameters: [...filter.parameters, ...parameters] }, bank);
  };
  const { order, place, top } = page;
  if (order !== undefined) return selectByField(run, { order, place, top });
  if (place === undefined) return run('', 'c.key', { top });
  return run(' AND c.key > @id', 'c.key', { top, parameters: [{ name: '@id', value: place.id }] });
}

interface FieldPage {
  readonly order: NonNullable<ListOptions['order']>;
  readonly place: Place | undefined;
  readonly top: number;
}

/**
 * An order by two fields needs a composite index for every field that is ever asked for. So a page is put together from queries by one field:
 * the rest of those equal to the place, those beyond it, and for the last of these, of which TOP may have cut some, all by id.
 */
async function selectByField(run: Select, { order, place, top }: FieldPage): Promise<StoredDocument[]> {
  const path = pathOf(order.field);
  const found: StoredDocument[] = [];
  const equal = async (value: Scalar, after?: string): Promise<void> => {
    if (found.length === top) return;
    const parameters: SqlParameter[] = [];
    if (value !== null) parameters.push({ name: '@value', value });
    if (after !== undefined) parameters.push({ name: '@id', value: after });
    const condition = value === null ? ` AND ${nothingAt(path)}` : ` AND ${path} = @value`;
    found.push(
      ...(await run(`${condition}${after === undefined ? '' : ' AND c.key > @id'}`, 'c.key', { top: top - found.length, parameters })),
    );
  };
  const beyond = async (): Promise<void> => {
    const wanted = top - found.length;
    if (wanted === 0) return;
    const more = beyondSql(path, place, order.descending === true);
    if (more === undefined) return;
    const rows = await run(` AND ${more.sql}`, `${path}${order.descending === true ? ' DESC' : ''}`, {
      top: wanted,
      parameters: [...more.parameters],
    });
    const groups = groupsOf(rows, order.field);
    const last = rows.length === wanted ? groups.pop() : undefined;
    found.push(...groups.flat());
    if (last?.[0] !== undefined) await equal(valueAt(last[0], order.field));
  };
  const startsWithNothing = place?.rank === RANK.nothing;
  if (place !== undefined) await equal(startsWithNothing ? null : scalarOf(place), place.id);
  if (order.descending === true) {
    if (!startsWithNothing) {
      await beyond();
      await equal(null);
    }
  } else {
    if (place === undefined) await equal(null);
    await beyond();
  }
  return found;
}

function nothingAt(path: string): string {
  return `(NOT IS_DEFINED(${path}) OR NOT (${typedAt(path).join(' OR ')}))`;
}

/** By rank: booleans, numbers, texts. */
function typedAt(path: string): readonly [string, string, string] {
  return [`IS_BOOL(${path})`, `IS_NUMBER(${path})`, `IS_STRING(${path})`];
}

/** Those with a value that come after the place, whatever their id; undefined for none. */
function beyondSql(path: string, place: Place | undefined, descending: boolean): Filter | undefined {
  const types = typedAt(path);
  if (place === undefined || (place.rank === RANK.nothing && !descending)) return { sql: `(${types.join(' OR ')})`, parameters: [] };
  const further = descending ? types.slice(0, place.rank - 1) : types.slice(place.rank);
  return {
    sql: `(${[`${path} ${descending ? '<' : '>'} @value`, ...further].join(' OR ')})`,
    parameters: [{ name: '@value', value: scalarOf(place) }],
  };
}

function scalarOf({ rank, value }: Place): Exclude<Scalar, null> {
  return rank === RANK.boolean ? value === 1 : value;
}

function valueAt(document: StoredDocument, field: string): Scalar {
  return document.body[field] as Scalar;
}

/** Neighbours with the same value, in each group by id. */
function groupsOf(rows: readonly StoredDocument[], field: string): StoredDocument[][] {
  const groups: StoredDocument[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && valueAt(group[0], field) === valueAt(row, field)) group.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => group.sort((a, b) => (a.key < b.key ? -1 : 1)));
}

/** The place of a document in an order, for the cursor. */
export function placeAt(document: StoredDocument, order: ListOptions['order']): readonly (string | number)[] {
  if (order === undefined) return [document.key];
  const value = document.body[order.field];
  if (typeof value === 'boolean') return [document.key, RANK.boolean, Number(value)];
  if (typeof value === 'number') return [document.key, RANK.number, value];
  if (typeof value === 'string') return [document.key, RANK.text, value];
  return [document.key, RANK.nothing, 0];
}
