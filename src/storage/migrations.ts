import { type Item, SCHEMA_VERSION } from './port.ts';

/** Lifts a body from the schema it stands under to the next one. Pure; the record is written anew when somebody puts it. */
type Migration = (body: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By kind, then by the schema version that the body stands under. */
type Migrations = Readonly<Record<string, Readonly<Record<number, Migration>>>>;

/** What a backend writes, and how it reads what was written before. */
export interface Schema {
  readonly version: number;
  readonly migrations: Migrations;
}

/**
 * The schema of this code. A condition or an order of `list` sees a record as it is stored, before its migration: a field that is
 * asked for in that way is renamed by writing the records anew.
 */
export const schemaNow: Schema = { version: SCHEMA_VERSION, migrations: {} };

/** The record under the schema's version; itself when there is nothing to do. */
export function migrate(item: Item, { version, migrations }: Schema): Item {
  if (item.schema >= version) return item;
  let body = item.body;
  for (let from = item.schema; from < version; from++) body = migrations[item.kind]?.[from]?.(body) ?? body;
  return { ...item, schema: version, body };
}
