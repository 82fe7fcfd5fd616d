/**
 * Two times. Real time runs leases, pacing and retries. Domain time runs due dates, reminders and «i dag»: it is real time, but for
 * local mode, where it can be set forward.
 */
export interface Clock {
  /** Domain time, epoch ms. */
  now(): number;
  /** Real time, epoch ms. */
  real(): number;
}

export interface MovableClock extends Clock {
  /** Domain time goes on from `to` (epoch ms); an earlier one than now is left as it is. */
  moveTo(to: number): void;
}

/** The wall clock. */
export function realNow(): number {
  return Date.now();
}

/** A time (epoch ms) as ISO text in UTC. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

/** Whether what was read at `at` may still be believed at `now`. A clock that was set back makes nothing young. */
export function isFresh(at: number, now: number, keptForMs: number): boolean {
  return at <= now && now - at < keptForMs;
}

/** A clock whose domain time starts at `start` (epoch ms) and ticks with `real`. */
export function createClock(options: { start?: number; real?: () => number } = {}): MovableClock {
  const real = options.real ?? realNow;
  let ahead = options.start === undefined ? 0 : options.start - real();
  return {
    now: () => real() + ahead,
    real,
    moveTo(to) {
      ahead = Math.max(ahead, to - real());
    },
  };
}
