import type { Clock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import { HOUSE, type Item, type Storage } from '../storage/port.ts';
import { type Lease, mayLead } from './rules.ts';

const LEASE = 'lease';
/** Its id in the house: the one sender of the store. */
const SENDER = 'sender';

/** A record that is not as it should be binds nobody. */
function leaseIn(item: Item | undefined): Lease | undefined {
  const { holder, until } = item?.body ?? {};
  return typeof holder === 'string' && typeof until === 'number' ? { holder, until } : undefined;
}

export interface LeaseHold {
  /** Whether this process is the one that sends. */
  held(): boolean;
  /** Takes the lease if it is free, prolongs it if it is ours. Rejects with `Unavailable`; the lease then stands until it runs out. */
  take(): Promise<boolean>;
  /** Gives the lease up, if it is ours. */
  release(): Promise<void>;
}

/** The right to send, for one process per store at a time: a record that its holder renews. */
export function createLease(deps: { storage: Storage; clock: Clock; instance: string; leaseMs: number }): LeaseHold {
  const { storage, clock, instance, leaseMs } = deps;
  let until = 0;
  let etag: string | undefined;

  const write = async (expect: 'absent' | { etag: string }, now: number) => {
    const body = { holder: instance, until: now + leaseMs };
    try {
      [etag] = await storage.commit(HOUSE, [{ op: 'put', kind: LEASE, id: SENDER, body, expect }]);
      until = body.until;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      until = 0;
      etag = undefined;
    }
  };

  const take = async () => {
    // The time counts from before the write, so that it ends here before it ends for others.
    const now = clock.real();
    if (etag !== undefined && now < until) await write({ etag }, now);
    else {
      const item = await storage.get(HOUSE, LEASE, SENDER);
      if (mayLead(leaseIn(item), instance, now)) await write(item ? { etag: item.etag } : 'absent', now);
    }
    return clock.real() < until;
  };
  let taking: Promise<boolean> | undefined;

  return {
    held: () => clock.real() < until,
    take() {
      taking ??= take().finally(() => {
        taking = undefined;
      });
      return taking;
    },
    async release() {
      if (etag === undefined) return;
      const change = { op: 'remove', kind: LEASE, id: SENDER, expect: { etag } } as const;
      until = 0;
      etag = undefined;
      try {
        await storage.commit(HOUSE, [change]);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    },
  };
}
