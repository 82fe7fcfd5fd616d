import { join } from 'node:path';
import { SetupError } from '../core/errors.ts';
import type { Storage } from './port.ts';
import { createSqlite } from './sqlite.ts';

const FILE = 'ressursbank.sqlite';

/** Where the records lie. */
export interface StorageConfig {
  readonly storage: 'sqlite' | 'cosmos';
  /** Folder of the SQLite file. */
  readonly dataDir: string;
  /** Asked for when storage is `cosmos`. Without a key the process signs in with its managed identity. */
  readonly cosmos?: { readonly endpoint: string; readonly key?: string; readonly database: string };
}

/** The store that the configuration names, ready for use. SetupError when it can't be used, Unavailable when it does not answer. */
export async function openStorage(config: StorageConfig): Promise<Storage> {
  if (config.storage === 'sqlite') return createSqlite({ file: join(config.dataDir, FILE) });
  if (config.cosmos === undefined) throw new SetupError('STORAGE=cosmos mangler adressen.', ['Sett COSMOS_ENDPOINT og COSMOS_DATABASE.']);
  const { openCosmos } = await import('./cosmos.ts');
  return openCosmos(config.cosmos);
}
