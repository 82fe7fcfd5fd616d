import { SendRefused, Unavailable } from '../core/errors.ts';
import type { About, OutboxRow, Posting, Recipient } from '../core/outbox.ts';

export interface Limit {
  readonly count: number;
  readonly windowMs: number;
}

/** The other side measures arrivals, we departures: a call is taken to be there so much later at the latest, or when it is answered. */
export const ARRIVES_WITHIN_MS = 50;

/** The earliest time, `now` or later, at which one more call keeps every limit. `history`: when calls were there at the latest, rising. */
export function nextAllowed(history: readonly number[], limits: readonly Limit[], now: number): number {
  return limits.reduce((at, limit) => {
    const first = history.length < limit.count ? undefined : history[history.length - limit.count];
    return first === undefined ? at : Math.max(at, first + limit.windowMs);
  }, now);
}

const RETRY_BASE_MS = 1_000;
const RETRY_CAP_MS = 600_000;

/** Exponential with full jitter; `attempts` counts the failed ones, from 1; `random` in [0, 1). */
export function backoff(attempts: number, random: number): number {
  return Math.round(random * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** Math.min(attempts - 1, 20)));
}

export interface Failure {
  /** later: may work another time; final: never this way; broken: our own fault. */
  readonly kind: 'later' | 'final' | 'broken';
  readonly reason: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
}

/** What went wrong, without anything that a message says. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SendRefused) {
    return {
      kind: error.permanent ? 'final' : 'later',
      reason: error.status === undefined ? error.message : `${error.status} ${error.message}`,
      ...(error.status === undefined ? {} : { status: error.status }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    };
  }
  if (error instanceof Unavailable) {
    return { kind: 'later', reason: error.message, ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }) };
  }
  return { kind: 'broken', reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** A message that could not be sent for so long is given up: what it says is a day old. */
export const GIVE_UP_MS = 24 * 3_600_000;
/** But not before so many attempts: the bot itself may have been away for a day. */
export const LEAST_ATTEMPTS = 20;
/** What fails by our own fault fails again; a few times, in case the cause was a passing one. */
export const BROKEN_ATTEMPTS = 4;

export type Verdict = { readonly do: 'retry'; readonly at: number } | { readonly do: 'mention' } | { readonly do: 'dead' };

/** What becomes of a message after a failed attempt. `row.attempts` counts this attempt. */
export function judge(
  row: Pick<OutboxRow, 'attempts' | 'createdAt' | 'recipient' | 'way'>,
  failure: Failure,
  time: { now: number; random: number },
): Verdict {
  if (failure.kind === 'final') {
    const { recipient } = row;
    return recipient.to === 'person' && recipient.thread !== undefined && row.way !== 'mention' ? { do: 'mention' } : { do: 'dead' };
  }
  if (failure.kind === 'broken' && row.attempts >= BROKEN_ATTEMPTS) return { do: 'dead' };
  if (row.attempts >= LEAST_ATTEMPTS && time.now - row.createdAt >= GIVE_UP_MS) return { do: 'dead' };
  return { do: 'retry', at: time.now + (failure.retryAfterMs ?? backoff(row.attempts, time.random)) };
}

/** Whether what a message tells of has changed since, or is gone. `body`: the thing's record, undefined when there is none. */
export function isOvertaken(about: About | undefined, body: Readonly<Record<string, unknown>> | undefined): 'changed' | 'gone' | undefined {
  if (!about) return undefined;
  if (!body) return 'gone';
  return typeof body.version === 'number' && body.version > about.version ? 'changed' : undefined;
}

/** Messages with one lane go one after the other. A personal chat has its person's lane (`owner`: whose chat it is). */
export function laneOf(recipient: Recipient, owner: string | undefined): string {
  if (recipient.to === 'person') return `person:${recipient.aadId}`;
  if (recipient.to === 'channel') return `channel:${recipient.channelId}`;
  return owner === undefined ? `conversation:${recipient.conversationId}` : `person:${owner}`;
}

const DAY_MS = 24 * 3_600_000;

/** Until when a row that is through is kept, so that its key is not sent again: an answer a day, other messages 30 days. */
export function keptUntil(recipient: Recipient, now: number): number {
  return now + (recipient.to === 'conversation' && recipient.replyToId !== undefined ? DAY_MS : 30 * DAY_MS);
}

/** Whether a call of up to `callMs` that begins now ends while the claim still stands. */
export function claimLasts(claimedUntil: number, now: number, callMs: number): boolean {
  return claimedUntil - now > callMs;
}

/** What the choice of the next message needs to know of a waiting one. */
export interface Candidate {
  readonly id: string;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly lane: string;
  /** A notice, which lets card updates go first. */
  readonly notice: boolean;
}

export interface Situation {
  readonly now: number;
  /** Lanes with a message on its way. */
  readonly busy: ReadonlySet<string>;
  /** Cards are still to be updated. */
  readonly cardsFirst: boolean;
}

/**
 * The first message, in order of creation, that may go now; else when to look again (undefined: only something new changes that). Of a
 * lane only the oldest is looked at: a later one never overtakes it.
 */
export function pickNext<C extends Candidate>(
  candidates: readonly C[],
  situation: Situation,
  openAt: (candidate: C) => number,
): { readonly pick?: C; readonly lookAt?: number } {
  const seen = new Set(situation.busy);
  let lookAt: number | undefined;
  for (const candidate of candidates.toSorted(byCreation)) {
    if (seen.has(candidate.lane)) continue;
    seen.add(candidate.lane);
    if (candidate.notice && situation.cardsFirst) continue;
    const at = Math.max(candidate.dueAt, openAt(candidate));
    if (at <= situation.now) return { pick: candidate };
    lookAt = Math.min(lookAt ?? at, at);
  }
  return lookAt === undefined ? {} : { lookAt };
}

export function byCreation(a: Candidate, b: Candidate): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

/** At most so many are called upon in one post (platform limit of mentions in a message). */
export const MOST_MENTIONS = 20;
/** How long the first waits for others who can be called upon in the same thread. */
export const MENTION_HOLD_MS = 20_000;

/**
 * When those who can only be reached in a thread are called upon: at once when a post is full or nobody else may still join, at the
 * latest MENTION_HOLD_MS after the first. `since`: when each came to it; `others`: messages on their way to people of the same thread.
 */
export function mentionAt(since: readonly number[], others: number): number {
  const first = Math.min(...since);
  return since.length >= MOST_MENTIONS || others === 0 ? first : first + MENTION_HOLD_MS;
}

/** A busy card is updated at most so often. */
const CARD_GAP_MS = 5_000;

export type PostingStep = { readonly do: 'post' | 'update' | 'rest' } | { readonly do: 'wait'; readonly at: number };

/** What a card needs. The first change after the posting goes at once; from then on the card counts as busy. */
export function postingStep(posting: Pick<Posting, 'state' | 'wanted' | 'shown' | 'shownAt' | 'activityId'>, now: number): PostingStep {
  if (posting.state === 'gone' || posting.shown >= posting.wanted) return { do: 'rest' };
  if (posting.activityId === undefined) return { do: 'post' };
  const at = posting.shown <= 1 ? now : posting.shownAt + CARD_GAP_MS;
  return at <= now ? { do: 'update' } : { do: 'wait', at };
}

/** Over 24 h at the longest back-off: a card that can't be reached until then has failed until something changes on it. */
export const POSTING_ATTEMPTS = 300;

/** Whether what a call was about is no longer there. */
export function isNowhere({ status }: Failure): boolean {
  return status === 404 || status === 410;
}

/** Whether a card can't be taken away where it stands: not by this bot, or not at all (501). */
export function isDeletingRefused(failure: Failure): boolean {
  return (failure.kind === 'final' && !isNowhere(failure)) || failure.status === 501;
}

/** What becomes of a card after a failed attempt. `attempts` counts this one. */
export function judgePosting(
  attempts: number,
  failure: Failure,
  time: { now: number; random: number },
): { state: Posting['state']; at?: number } {
  if (failure.kind === 'final') return { state: isNowhere(failure) ? 'gone' : 'failed' };
  if (attempts >= (failure.kind === 'broken' ? BROKEN_ATTEMPTS : POSTING_ATTEMPTS)) return { state: 'failed' };
  return { state: 'standing', at: time.now + (failure.retryAfterMs ?? backoff(attempts, time.random)) };
}

/** A job that failed so often is set aside: about ten minutes of trying. */
export const JOB_ATTEMPTS = 10;

/** When a failed job is tried again (domain time), undefined when it is set aside. `attempts` counts this one. */
export function jobRetryAt(attempts: number, time: { now: number; random: number }): number | undefined {
  return attempts >= JOB_ATTEMPTS ? undefined : time.now + Math.max(RETRY_BASE_MS, backoff(attempts, time.random));
}

/** The lease as it stands: who sends, until when (real time). */
export interface Lease {
  readonly holder: string;
  readonly until: number;
}

export function mayLead(lease: Lease | undefined, me: string, now: number): boolean {
  return lease === undefined || lease.holder === me || lease.until <= now;
}
