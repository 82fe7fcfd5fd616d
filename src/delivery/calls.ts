import type { Clock } from '../core/clock.ts';
import { Conflict, SendRefused } from '../core/errors.ts';
import type { Pace } from './pacing.ts';
import { pause } from './pause.ts';
import type { Claim } from './rows.ts';
import { claimLasts } from './rules.ts';
import type { Timings } from './timings.ts';

/** What a call counts under; `creating`: it makes a new conversation. */
interface Scope {
  readonly key: string;
  readonly tenant: string;
  readonly creating: boolean;
  /** Somebody waits for it: it goes unless the other side asked to wait. It counts in the limits like any other. */
  readonly urgent?: boolean;
}

/** Not now, but at `at` (real time); nothing was tried. */
export class Paced extends Error {
  readonly at: number;
  constructor(at: number) {
    super('paced');
    this.name = 'Paced';
    this.at = at;
  }
}

/** Makes one call to the connector: when the limits allow it, under a claim that lasts, and for a limited time. */
export type Call = <T>(scope: Scope, make: () => Promise<T>) => Promise<T>;

/** A turn in the limits is waited for so long; what must wait longer goes back to the others that wait. */
const PATIENCE_MS = 2_000;
/** A «later» without a time. */
const PAUSE_MS = 1_000;

async function limited<T>(made: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SendRefused('no answer in time', { permanent: false })), ms);
    timer.unref();
  });
  try {
    return await Promise.race([made, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The calls of one attempt. `renew` prolongs the claim, or gives undefined when it is lost. Rejects with `Paced`, with `Conflict` when
 * the claim is lost, else as the connector does.
 */
export function createCall(
  deps: { pace: Pace; clock: Clock; timings: Timings },
  claim: Claim,
  renew: () => Promise<Claim | undefined>,
): Call {
  const { pace, clock, timings } = deps;
  const lasts = () => claimLasts(claim.until, clock.real(), timings.sendTimeoutMs);

  const begin = async (scope: Scope) => {
    for (;;) {
      const now = clock.real();
      const open = scope.urgent ? pace.pausedUntil(scope.key, scope.tenant) : pace.openAt(scope.key, scope.tenant, now);
      const wait = open - now;
      if (wait > PATIENCE_MS) throw new Paced(open);
      if (wait > 0) await pause(wait);
      // Counted at once: of those that wait for the same moment, only as many go as may.
      else if (lasts()) return pace.note(scope.key, scope.tenant, now);
      else {
        const renewed = await renew();
        if (!renewed) throw new Conflict('claim', scope.key);
        Object.assign(claim, renewed);
      }
    }
  };

  return async (scope, make) => {
    const answered = await begin(scope);
    try {
      const given = await limited(make(), timings.sendTimeoutMs);
      answered(clock.real());
      return given;
    } catch (error) {
      if (error instanceof SendRefused && error.status !== undefined) answered(clock.real());
      if (error instanceof SendRefused && error.status === 429) {
        pace.refuse(scope, clock.real(), clock.real() + (error.retryAfterMs ?? PAUSE_MS));
      }
      throw error;
    }
  };
}
