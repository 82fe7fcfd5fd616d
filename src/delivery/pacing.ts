import { ARRIVES_WITHIN_MS, type Limit, nextAllowed } from './rules.ts';

/** What Teams takes from a bot in one conversation (Microsoft, «Optimize your bot with rate limiting»). */
export const CONVERSATION_LIMITS: readonly Limit[] = [
  { count: 7, windowMs: 1_000 },
  { count: 8, windowMs: 2_000 },
  { count: 60, windowMs: 30_000 },
  { count: 1_800, windowMs: 3_600_000 },
];

/** What Teams takes from a bot in one tenant, new conversations counted (same page). */
export const TENANT_LIMITS: readonly Limit[] = [{ count: 30, windowMs: 1_000 }];

/** So many conversations told to wait within a second mean that the tenant is. */
const TENANT_SIGNS = 3;
const SIGN_WINDOW_MS = 1_000;

/** How many conversations are remembered before those at rest are forgotten. */
const SWEEP_AT = 5_000;

export interface Pace {
  /** When the next call may be made, real time; `now` or earlier when at once. */
  openAt(key: string, tenant: string, now: number): number;
  /** Until when the other side asked to wait, real time; 0 when it did not. */
  pausedUntil(key: string, tenant: string): number;
  /** A call is being made. What is given is to be called when it is answered: then it is known to have been there. */
  note(key: string, tenant: string, now: number): (at: number) => void;
  /** The other side said «later»: to a conversation, or to all of the tenant when it was about a new conversation. */
  refuse(scope: { key: string; tenant: string; creating: boolean }, now: number, until: number): void;
}

/** By what they count under, when calls were there at the latest, rising. */
function createHistory() {
  const calls = new Map<string, number[]>();
  return {
    of: (key: string): readonly number[] => calls.get(key) ?? [],
    size: () => calls.size,
    add(key: string, latest: number, limits: readonly Limit[]) {
      const times = calls.get(key) ?? [];
      times.push(latest);
      const most = Math.max(...limits.map((limit) => limit.count));
      if (times.length > 2 * most) times.splice(0, times.length - most);
      calls.set(key, times);
    },
    /** A call was there earlier than was thought. */
    correct(key: string, was: number, latest: number) {
      const times = calls.get(key) ?? [];
      const from = times.lastIndexOf(was);
      if (from < 0) return;
      times.splice(from, 1);
      times.splice(times.findLastIndex((time) => time <= latest) + 1, 0, latest);
    },
    forgetBefore(then: number) {
      for (const [key, times] of calls) if ((times.at(-1) ?? 0) <= then) calls.delete(key);
    },
  };
}

/** The calls that this process made lately. */
export function createPace(): Pace {
  const history = createHistory();
  const pauses = new Map<string, number>();
  let signs: { key: string; at: number }[] = [];
  const tenantKey = (tenant: string) => `tenant:${tenant}`;

  const sweep = (now: number) => {
    history.forgetBefore(now - Math.max(...CONVERSATION_LIMITS.map((limit) => limit.windowMs)));
    for (const [key, until] of pauses) if (until <= now) pauses.delete(key);
  };
  const pausedUntil = (key: string, tenant: string) => Math.max(pauses.get(key) ?? 0, pauses.get(tenantKey(tenant)) ?? 0);

  return {
    pausedUntil,
    openAt: (key, tenant, now) =>
      Math.max(
        nextAllowed(history.of(key), CONVERSATION_LIMITS, now),
        nextAllowed(history.of(tenantKey(tenant)), TENANT_LIMITS, now),
        pausedUntil(key, tenant),
      ),
    note(key, tenant, now) {
      if (history.size() > SWEEP_AT) sweep(now);
      const atLatest = now + ARRIVES_WITHIN_MS;
      history.add(key, atLatest, CONVERSATION_LIMITS);
      history.add(tenantKey(tenant), atLatest, TENANT_LIMITS);
      return (answeredAt) => {
        // Within the millisecond that the clock shows.
        const latest = answeredAt + 1;
        if (latest < atLatest) for (const each of [key, tenantKey(tenant)]) history.correct(each, atLatest, latest);
      };
    },
    refuse({ key, tenant, creating }, now, until) {
      signs = [...signs.filter((sign) => sign.at > now - SIGN_WINDOW_MS && sign.key !== key), { key, at: now }];
      const wide = creating || signs.length >= TENANT_SIGNS;
      for (const paused of wide ? [key, tenantKey(tenant)] : [key]) pauses.set(paused, Math.max(pauses.get(paused) ?? 0, until));
    },
  };
}
