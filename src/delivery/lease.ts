import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import { defineKind } from '../core/records.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import { mayLead } from './rules.ts';

const LEASE = defineKind('lease', z.object({ holder: z.string(), until: z.number() }));
/** Its id in the house: the one sender of the store. */
const SENDER = 'sender';

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
      [etag] = await storage.commit(HOUSE, [{ op: 'put', kind: LEASE.name, id: SENDER, body, expect }]);
      until = body.until;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      until = 0;
      etag = undefined;
    }
  };

  return {
    held: () => clock.real() < until,
    async take() {
      // The time counts from before the write, so that it ends here before it ends for others.
      const now = clock.real();
      if (etag !== undefined && now < until) await write({ etag }, now);
      else {
        const item = await storage.get(HOUSE, LEASE.name, SENDER);
        const lease = item && LEASE.schema.parse(item.body);
        if (mayLead(lease, instance, now)) await write(item ? { etag: item.etag } : 'absent', now);
      }
      return clock.real() < until;
    },
    async release() {
      if (etag === undefined) return;
      const change = { op: 'remove', kind: LEASE.name, id: SENDER, expect: { etag } } as const;
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
