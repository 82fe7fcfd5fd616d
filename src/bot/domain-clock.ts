import { z } from 'zod';
import { createClock, isoTime, type MovableClock } from '../core/clock.ts';
import { JOB } from '../core/outbox.ts';
import { defineKind } from '../core/records.ts';
import { HOUSE, type Storage } from '../storage/port.ts';

/** The domain's time as last written down, epoch ms: in the house partition, local mode only. */
const CLOCK = defineKind('clock', z.object({ now: z.number() }));
const CURRENT = 'current';
/** How often the time is written down while it is ahead of the wall clock. */
export const CLOCK_WRITTEN_EVERY_MS = 2_000;

export interface DomainClock extends MovableClock {
  /** Takes over what another instance set. */
  sync(): Promise<void>;
  /** Writes the time down, where it is ahead of the wall clock. */
  write(): Promise<void>;
  /**
   * Sets the time forward to `target` for all instances; on the way, what comes due is run one by one, in due order, each at its own
   * time. Gives the time reached, how many jobs ran and how many messages still wait.
   */
  setForward(
    target: number,
    runAllDue: () => Promise<{ ran: number; outbox: number }>,
  ): Promise<{ now: string; ran: number; outbox: number }>;
}

/** The clock of local mode: it starts at `start` (epoch ms; default: now), or where it was when the bot stopped, if that is later. */
export async function openDomainClock(storage: Storage, start: number | undefined): Promise<DomainClock> {
  const clock = createClock(start === undefined ? {} : { start });

  async function sync(): Promise<void> {
    const stored = await storage.get(HOUSE, CLOCK.name, CURRENT);
    if (stored) clock.moveTo(CLOCK.schema.parse(stored.body).now);
  }
  async function put(now: number): Promise<void> {
    await storage.commit(HOUSE, [{ op: 'put', kind: CLOCK.name, id: CURRENT, body: { now } }]);
  }
  async function step(to: number): Promise<void> {
    clock.moveTo(to);
    await put(clock.now());
  }

  await sync();
  return {
    ...clock,
    sync,
    write: async () => {
      if (clock.now() > clock.real()) await put(clock.now());
    },
    setForward: async (target, runAllDue) => {
      let ran = 0;
      for (;;) {
        const [next] = await storage.due(JOB.name, target, 1);
        if (next?.dueAt === undefined) break;
        await step(next.dueAt);
        ran += (await runAllDue()).ran;
      }
      await step(target);
      const last = await runAllDue();
      return { now: isoTime(clock.now()), ran: ran + last.ran, outbox: last.outbox };
    },
  };
}
