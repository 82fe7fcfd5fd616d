import type { ConnectorCall, Fault } from '../../test/support/connector-stand-in.ts';
import { CALLS_A_SECOND, type TeamsLimits } from '../../test/support/teams-limits.ts';
import type { Somebody } from './hall.ts';

/** Whose chat is closed. */
export const isGuest = ({ id }: Somebody) => Number(id.slice(1)) % 9 === 0;

/** How long a call that is refused with 429 asks to wait. */
export const ASKED_MS = 1_000;
const TOO_MANY: Fault = { status: 429, retryAfter: ASKED_MS / 1_000, code: 'TooManyRequests' };

/** What goes wrong once each, by the person's number: when the chat is opened, and when it is written to. */
const OPENING: readonly (readonly [every: number, rest: number, fault: Fault])[] = [
  [256, 128, TOO_MANY],
  [43, 4, { status: 502, code: 'BadGateway' }],
  [61, 7, 'reset'],
];
const WRITING: readonly (readonly [every: number, rest: number, fault: Fault])[] = [
  [23, 1, TOO_MANY],
  [29, 2, 'reset'],
  [37, 3, { status: 503, code: 'ServiceUnavailable' }],
  [53, 5, { status: 500, code: 'InternalServerError' }],
];
const CLOSED: Fault = { status: 403, code: 'BotNotInConversationRoster' };

/** Whose chat a call is about: `p12` of a new one's member, or of a chat. */
export function personIn({ conversationId, body }: Pick<ConnectorCall, 'conversationId' | 'body'>): string | undefined {
  return /^p\d+$/.exec(body.members?.[0]?.id ?? '')?.[0] ?? /^a:personal-(p\d+)$/.exec(conversationId ?? '')?.[1];
}

/** Refuses what is beyond the limits, and lets some of the rest go wrong. Guests' chats are closed: every other one already when it is opened. */
export function mishaps(limits: TeamsLimits): (call: ConnectorCall) => Fault | undefined {
  const done = new Set<string>();
  return (call) => {
    const beyond = limits.check(call);
    const id = personIn(call);
    if (beyond || id === undefined) return beyond;
    const number = Number(id.slice(1));
    const isOpening = call.conversationId === undefined;
    if (isGuest({ id, name: '' }) && (!isOpening || number % 2 === 0)) return CLOSED;
    const [, , fault] = (isOpening ? OPENING : WRITING).find(([every, rest]) => number % every === rest) ?? [];
    const key = `${isOpening} ${id}`;
    if (fault === undefined || done.has(key)) return undefined;
    done.add(key);
    return fault;
  };
}

/** The time that the limit of a tenant leaves for so many calls, ms: a second for each full window but the last. */
export const leastMsFor = (calls: number): number => Math.floor(Math.max(0, calls - 1) / CALLS_A_SECOND) * 1_000;
