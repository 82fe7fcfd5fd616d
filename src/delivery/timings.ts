import { CLAIM_MS } from '../core/outbox.ts';

/** Times of delivery in ms of real time. They hang together: a call ends before its claim does, a claim is renewed before a call. */
export interface Timings {
  /** How long a row belongs to the one that claimed it. */
  readonly claimMs: number;
  /** A call to the connector that takes longer is taken for lost; more than the connector itself allows a request. */
  readonly sendTimeoutMs: number;
  /** How long the lease of the sender stands unless renewed. */
  readonly leaseMs: number;
  /** How often the lease is renewed or looked at: with `leaseMs` under the 5 s in which a dead sender must be replaced. */
  readonly leaseRenewMs: number;
}

export const TIMINGS: Timings = { claimMs: CLAIM_MS, sendTimeoutMs: 6_000, leaseMs: 2_500, leaseRenewMs: 800 };
