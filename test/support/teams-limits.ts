import type { ConnectorCall, Fault } from './connector-stand-in.ts';

/** So many calls within a window (Microsoft, «Optimize your bot with rate limiting»). */
const IN_CONVERSATION = [
  { count: 7, windowMs: 1_000 },
  { count: 8, windowMs: 2_000 },
  { count: 60, windowMs: 30_000 },
  { count: 1_800, windowMs: 3_600_000 },
] as const;
/** New conversations counted. */
const IN_TENANT = [{ count: 30, windowMs: 1_000 }] as const;

type Limits = readonly { readonly count: number; readonly windowMs: number }[];

/** What Teams takes from a bot in a second, over all conversations of a tenant. */
export const CALLS_A_SECOND = IN_TENANT[0].count;

/** The limits of Teams as a connector keeps them, by the arrival of calls. */
export interface TeamsLimits {
  /** Refuses a call beyond a limit with 429; a call that is refused so counts in no window. */
  check(call: ConnectorCall): Fault | undefined;
  /** Every call that was beyond a limit. */
  readonly violations: readonly string[];
}

/** Until when a limit is used up, undefined when another call may come. `times`: of calls that were let in, rising. */
function closedUntil(times: readonly number[], limits: Limits, now: number): number | undefined {
  const ends = limits.flatMap(({ count, windowMs }) => {
    const first = times[times.length - count];
    return first !== undefined && now - first < windowMs ? [first + windowMs] : [];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** What is written counts; what is read (rosters, channels) has limits of its own. */
export function teamsLimits(): TeamsLimits {
  const times = new Map<string, number[]>();
  const violations: string[] = [];
  return {
    violations,
    check({ method, conversationId, body, at }) {
      if (method === 'GET') return undefined;
      const place = conversationId ?? body.channelData?.channel?.id ?? body.members?.[0]?.id ?? '';
      const scopes = [[`conversation ${place}`, IN_CONVERSATION] as const, ['tenant', IN_TENANT] as const];
      for (const [scope, limits] of scopes) {
        const until = closedUntil(times.get(scope) ?? [], limits, at);
        if (until === undefined) continue;
        violations.push(`${scope}: ${method} ${until - at} ms too early`);
        return { status: 429, retryAfter: Math.ceil((until - at) / 1_000), code: 'TooManyRequests' };
      }
      for (const [scope] of scopes) times.set(scope, [...(times.get(scope) ?? []).slice(-IN_CONVERSATION[3].count), at]);
      return undefined;
    },
  };
}
