import { OUTBOX } from '../core/outbox.ts';
import type { Loop, LoopDeps } from './loop.ts';
import { attempt, type Outcome, readWaiting, rest } from './outbox.ts';
import { pause } from './pause.ts';
import type { Waiting } from './rows.ts';

export interface InlineDeps extends Omit<LoopDeps, 'leads'> {
  readonly loop: Loop;
  readonly stopped: () => boolean;
}

export interface Inline {
  /**
   * Sends an answer that this process has just committed with a claim (`dueAt` = now + CLAIM_MS, real time). When it can't be sent now,
   * it waits with the others. Never rejects. `unstored` is drawn into the card now, and not when it has to wait.
   */
  sendNow(bank: string, id: string, unstored?: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * What has become of an answer: waits at most a claim's time for another process that may be sending it, and sends it when nobody is.
   * `waiting`: it is sent when it can be. `sent` too for one of which nothing is known any more. Rejects when the store can't be reached.
   */
  settled(bank: string, id: string): Promise<'sent' | 'dead' | 'waiting'>;
  /** Ends when no answer is on its way. */
  idle(): Promise<void>;
}

/** A turn in the limits is waited for so long before an answer is left to the others. */
const PATIENCE_MS = 1_000;
/** How often it is looked whether another process has sent. */
const LOOK_MS = 200;
/** Beyond the claim: time for the other process to write down what it did. */
const GRACE_MS = 1_000;

export function createInline(deps: InlineDeps): Inline {
  const { storage, clock, log, timings, loop } = deps;
  const running = new Set<Promise<unknown>>();

  const track = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => running.delete(tracked));
    running.add(tracked);
    return tracked;
  };
  const read = async (bank: string, id: string) => {
    const item = await storage.get(bank, OUTBOX.name, id);
    return item && readWaiting(deps, item);
  };

  const settle = async (bank: string, id: string) => {
    const deadline = clock.real() + timings.claimMs + GRACE_MS;
    for (;;) {
      const item = await storage.get(bank, OUTBOX.name, id);
      const state = stateOf(item?.body.state);
      if (!item || state !== 'waiting') return state;
      const now = clock.real();
      const waiting = await readWaiting(deps, item);
      if (!waiting) continue;
      if (waiting.dueAt <= now) await sendInTurn(deps, waiting, false);
      else if (waiting.row.attempts > 0 || now >= deadline || deps.stopped()) return 'waiting';
      else await pause(Math.min(LOOK_MS, waiting.dueAt - now));
      if (clock.real() >= deadline) return stateOf((await storage.get(bank, OUTBOX.name, id))?.body.state);
    }
  };

  return {
    async sendNow(bank, id, unstored) {
      const work = async () => {
        const waiting = await read(bank, id);
        if (waiting) await sendInTurn(deps, unstored ? { ...waiting, unstored } : waiting, true);
      };
      try {
        await track(work());
      } catch (error) {
        log.error({ err: error, bank, row: id }, 'answer not sent');
        loop.pump();
      }
    },
    settled: (bank, id) => track(settle(bank, id)),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

function stateOf(state: unknown): 'sent' | 'dead' | 'waiting' {
  if (state === 'waiting') return 'waiting';
  return state === 'dead' || state === 'dropped' ? 'dead' : 'sent';
}

/** Sends an answer after those before it in its conversation. `ours`: this process holds a claim until `dueAt`. */
async function sendInTurn(deps: InlineDeps, waiting: Waiting, ours: boolean): Promise<void> {
  const { lanes, loop } = deps;
  await lanes.enter(waiting.lane);
  let outcome: Outcome = { state: 'waiting' };
  try {
    const at = laterAt(deps, waiting);
    const held = ours ? { etags: [waiting.etag], until: waiting.dueAt } : undefined;
    [outcome = outcome] = at === undefined ? await attempt(deps, [{ ...waiting, urgent: true }], held) : [await leave(deps, waiting, at)];
  } finally {
    lanes.leave(waiting.lane);
    loop.note(waiting, outcome);
  }
}

/** When an answer that can't go now may be tried; undefined when it can. */
function laterAt({ clock, pace, loop, stopped }: InlineDeps, waiting: Waiting): number | undefined {
  const now = clock.real();
  if (stopped() || loop.isBehind(waiting)) return now;
  const openAt = pace.pausedUntil(waiting.pace, waiting.tenant);
  return openAt - now > PATIENCE_MS ? openAt : undefined;
}

function leave(deps: InlineDeps, waiting: Waiting, dueAt: number): Promise<Outcome> {
  return rest(deps, waiting, { row: waiting.row, dueAt });
}
