import type { StorageConfig } from './open.ts';
import type { Storage } from './port.ts';

export async function openCosmos(_config: StorageConfig['cosmos']): Promise<Storage> {
  throw new Error('not there yet');
}
