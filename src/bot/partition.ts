import type { Clock } from '../core/clock.ts';
import type { Tx } from '../core/features.ts';
import type { Storage } from '../storage/port.ts';
import { commitOnce, retryOnConflict } from './commit.ts';
import { openTx } from './tx.ts';

export type InPartition = <T>(bank: string, work: (tx: Tx) => Promise<T>) => Promise<T>;

/** A transaction without an activity: for start-up, the command line and what goes over several banks, one atomic step each. */
export function inPartition(storage: Storage, clock: Clock): InPartition {
  return (bank, work) => {
    const posted = new Set<string>();
    return retryOnConflict(async () => {
      const tx = openTx(storage, bank, { locale: 'nb', real: clock.real(), posted });
      const result = await work(tx);
      await commitOnce(storage, bank, { changes: tx.changes(), posted });
      return result;
    });
  };
}
