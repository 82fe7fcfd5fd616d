import { setTimeout as wait } from 'node:timers/promises';
import { Conflict } from '../core/errors.ts';
import { OUTBOX } from '../core/outbox.ts';
import type { Change, Storage } from '../storage/port.ts';

/** How long a turn whose records others keep changing is run again (design: up to 3 s). */
const GIVE_UP_AFTER_MS = 3_000;
/** The first pause between two runs; it doubles, with jitter. */
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 200;

/**
 * Runs `attempt` until it commits. A `Conflict` runs it again on fresh state, after a jittered pause, for at most 3 s; `isFinal` names
 * conflicts that no new run can mend. Anything else is thrown on.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T>, isFinal: (conflict: Conflict) => boolean = () => false): Promise<T> {
  const started = performance.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Conflict) || isFinal(error)) throw error;
      if (performance.now() - started > GIVE_UP_AFTER_MS) throw error;
      await wait(pause * (0.5 + Math.random()));
    }
  }
}

/**
 * Commits a turn's changes. A message whose key was sent before refuses the commit: its id is put into `posted`, so that the next run
 * leaves it out.
 */
export async function commitOnce(storage: Storage, bank: string, turn: { changes: readonly Change[]; posted: Set<string> }): Promise<void> {
  try {
    await storage.commit(bank, turn.changes);
  } catch (error) {
    if (error instanceof Conflict && error.kind === OUTBOX.name) turn.posted.add(error.id);
    throw error;
  }
}
