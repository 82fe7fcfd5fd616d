import { openStorage } from '../../src/storage/open.ts';
import type { Storage } from '../../src/storage/port.ts';

/** Opens the embedded store that a command was run on, works with it, and closes it whatever happens. */
export async function inStore<T>(dataDir: string, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ storage: 'sqlite', dataDir });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
