import assert from 'node:assert/strict';
import { SendRefused, Unavailable } from '../../src/core/errors.ts';
import type { Recipient } from '../../src/core/outbox.ts';
import * as rules from '../../src/delivery/rules.ts';

const NOW = 1_000_000_000;
const HOUR = 3_600_000;
const person = (thread?: string): Recipient => ({ to: 'person', aadId: 'p1', name: 'Kari', ...(thread === undefined ? {} : { thread }) });
const conversation: Recipient = { to: 'conversation', conversationId: 'c1' };
const channel: Recipient = { to: 'channel', channelId: 'ch1' };
const at = (ms: number) => NOW + ms;

describe('delivery rules: failures', () => {
  it('backs off exponentially with full jitter, up to ten minutes', () => {
    const cases: [number, number, number][] = [
      [1, 0, 0],
      [1, 1, 1_000],
      [2, 1, 2_000],
      [5, 0.5, 8_000],
      [11, 1, 600_000],
      [500, 1, 600_000],
    ];
    for (const [attempts, random, expected] of cases) assert.equal(rules.backoff(attempts, random), expected, `attempt ${attempts}`);
  });

  it('tells what may work later from what is final and what is our own fault', () => {
    const cases: [unknown, rules.Failure][] = [
      [
        new SendRefused('slow down', { status: 429, retryAfterMs: 2_000, permanent: false }),
        { kind: 'later', reason: '429 slow down', status: 429, retryAfterMs: 2_000 },
      ],
      [new SendRefused('reset', { permanent: false }), { kind: 'later', reason: 'reset' }],
      [new SendRefused('blocked', { status: 403, permanent: true }), { kind: 'final', reason: '403 blocked', status: 403 }],
      [new Unavailable('store', { retryAfterMs: 10 }), { kind: 'later', reason: 'store', retryAfterMs: 10 }],
      [new TypeError('no such card'), { kind: 'broken', reason: 'TypeError: no such card' }],
      ['odd', { kind: 'broken', reason: 'odd' }],
    ];
    for (const [error, expected] of cases) assert.deepEqual(rules.failureOf(error), expected);
  });

  const later: rules.Failure = { kind: 'later', reason: '503' };
  const final: rules.Failure = { kind: 'final', reason: '403' };
  const broken: rules.Failure = { kind: 'broken', reason: 'TypeError' };
  const row = (extra: Partial<Parameters<typeof rules.judge>[0]> = {}) => ({ attempts: 1, createdAt: NOW, recipient: person(), ...extra });
  const old = NOW - rules.GIVE_UP_MS;
  const cases: [string, Parameters<typeof rules.judge>[0], rules.Failure, rules.Verdict][] = [
    ['a passing failure is retried by back-off', row({ attempts: 3 }), later, { do: 'retry', at: at(2_000) }],
    ['Retry-After is kept to', row(), { ...later, retryAfterMs: 7_000 }, { do: 'retry', at: at(7_000) }],
    ['after a day it is given up', row({ attempts: rules.LEAST_ATTEMPTS, createdAt: old }), later, { do: 'dead' }],
    [
      'an old one gets its attempts',
      row({ attempts: rules.LEAST_ATTEMPTS - 1, createdAt: old }),
      { ...later, retryAfterMs: 1 },
      { do: 'retry', at: at(1) },
    ],
    ['a young one goes on', row({ attempts: 500, createdAt: old + 1 }), { ...later, retryAfterMs: 1 }, { do: 'retry', at: at(1) }],
    ['a person is called upon in the thread', row({ recipient: person('th') }), final, { do: 'mention' }],
    ['a person without a thread is given up', row(), final, { do: 'dead' }],
    ['who could not be called upon is given up', row({ recipient: person('th'), way: 'mention' }), final, { do: 'dead' }],
    ['a conversation has no other way', row({ recipient: conversation }), final, { do: 'dead' }],
    ['a channel has no other way', row({ recipient: channel }), final, { do: 'dead' }],
    ['our own fault is tried again', row({ attempts: 3 }), broken, { do: 'retry', at: at(2_000) }],
    ['and then set aside', row({ attempts: rules.BROKEN_ATTEMPTS }), broken, { do: 'dead' }],
  ];
  for (const [name, facts, failure, expected] of cases) {
    it(name, () => assert.deepEqual(rules.judge(facts, failure, { now: NOW, random: 0.5 }), expected));
  }

  it('retries a job a bounded number of times, never at once', () => {
    assert.equal(rules.jobRetryAt(1, { now: NOW, random: 0 }), at(1_000));
    assert.equal(rules.jobRetryAt(4, { now: NOW, random: 0.5 }), at(4_000));
    assert.equal(rules.jobRetryAt(rules.JOB_ATTEMPTS, { now: NOW, random: 0.5 }), undefined);
  });

  it('takes a card for gone, failed or to be tried again', () => {
    const time = { now: NOW, random: 0.5 };
    const cases: [number, rules.Failure, ReturnType<typeof rules.judgePosting>][] = [
      [1, { ...final, status: 404 }, { state: 'gone' }],
      [1, { ...final, status: 403 }, { state: 'failed' }],
      [1, later, { state: 'standing', at: at(500) }],
      [1, { ...later, retryAfterMs: 9_000 }, { state: 'standing', at: at(9_000) }],
      [rules.POSTING_ATTEMPTS, later, { state: 'failed' }],
      [rules.BROKEN_ATTEMPTS, broken, { state: 'failed' }],
    ];
    for (const [attempts, failure, expected] of cases) assert.deepEqual(rules.judgePosting(attempts, failure, time), expected);
  });
});

describe('delivery rules: what goes when', () => {
  const about = { kind: 'webinar', id: 'w', version: 3 };
  it('drops what is overtaken or about something gone', () => {
    const cases: [Parameters<typeof rules.isOvertaken>[0], Record<string, unknown> | undefined, string | undefined][] = [
      [undefined, undefined, undefined],
      [about, { version: 3 }, undefined],
      [about, { version: 2 }, undefined],
      [about, { version: 4 }, 'changed'],
      [about, {}, undefined],
      [about, undefined, 'gone'],
    ];
    for (const [of, body, expected] of cases) assert.equal(rules.isOvertaken(of, body), expected);
  });

  it('puts a personal chat in its person’s lane', () => {
    assert.equal(rules.laneOf(person(), undefined), rules.laneOf(conversation, 'p1'));
    assert.equal(new Set([person(), conversation, channel].map((one) => rules.laneOf(one, undefined))).size, 3);
  });

  it('keeps answers a day, other messages 30 days', () => {
    assert.equal(rules.keptUntil({ to: 'conversation', conversationId: 'c', replyToId: 'a' }, NOW), at(24 * HOUR));
    for (const one of [conversation, channel, person()]) assert.equal(rules.keptUntil(one, NOW), at(30 * 24 * HOUR));
  });

  it('makes no call that might outlive its claim', () => {
    assert.equal(rules.claimLasts(at(10_001), NOW, 10_000), true);
    assert.equal(rules.claimLasts(at(10_000), NOW, 10_000), false);
  });

  const one = (id: string, extra: Partial<rules.Candidate> = {}): rules.Candidate => {
    const createdAt = NOW - 100 + Number(id);
    return { id, createdAt, dueAt: createdAt, lane: id, notice: true, ...extra };
  };
  const situation = { now: NOW, busy: new Set<string>(), cardsFirst: false };
  const atOnce = () => NOW;
  const picks: [string, rules.Candidate[], Partial<rules.Situation>, { pick?: string; lookAt?: number }][] = [
    ['nothing waits', [], {}, {}],
    ['the oldest goes first', [one('2'), one('1')], {}, { pick: '1' }],
    [
      'a later one does not overtake in its lane',
      [one('1', { lane: 'a', dueAt: at(50) }), one('2', { lane: 'a' })],
      {},
      { lookAt: at(50) },
    ],
    ['another lane goes on', [one('1', { lane: 'a', dueAt: at(50) }), one('2', { lane: 'b' })], {}, { pick: '2' }],
    ['a busy lane is left alone', [one('1', { lane: 'a' }), one('2', { lane: 'b' })], { busy: new Set(['a']) }, { pick: '2' }],
    ['nothing to wait for in a busy lane', [one('1', { lane: 'a' })], { busy: new Set(['a']) }, {}],
    ['notices let cards go first', [one('1'), one('2', { notice: false })], { cardsFirst: true }, { pick: '2' }],
    ['the next to be due is waited for', [one('1', { dueAt: at(90) }), one('2', { dueAt: at(40) })], {}, { lookAt: at(40) }],
  ];
  for (const [name, candidates, extra, expected] of picks) {
    it(name, () => {
      const { pick, lookAt } = rules.pickNext(candidates, { ...situation, ...extra }, atOnce);
      assert.deepEqual({ pick: pick?.id, lookAt }, { pick: undefined, lookAt: undefined, ...expected });
    });
  }

  it('waits for the limits', () => {
    assert.deepEqual(
      rules.pickNext([one('1')], situation, () => at(70)),
      { lookAt: at(70) },
    );
  });

  it('calls people upon together', () => {
    const cases: [number[], number, number][] = [
      [[5], 0, 5],
      [[5, 3], 0, 3],
      [[5, 3], 2, 3 + rules.MENTION_HOLD_MS],
      [Array.from({ length: rules.MOST_MENTIONS }, () => 7), 2, 7],
    ];
    for (const [since, others, expected] of cases) assert.equal(rules.mentionAt(since, others), expected);
  });

  it('updates a busy card at most once in five seconds', () => {
    const card = { state: 'standing' as const, wanted: 5, shown: 3, shownAt: NOW - 1_000, activityId: 'a' };
    const cases: [Partial<Parameters<typeof rules.postingStep>[0]>, rules.PostingStep][] = [
      [{}, { do: 'wait', at: at(4_000) }],
      [{ shownAt: NOW - 5_000 }, { do: 'update' }],
      [{ shown: 1 }, { do: 'update' }],
      [{ shown: 0, activityId: undefined }, { do: 'post' }],
      [{ shown: 5 }, { do: 'rest' }],
      [{ state: 'gone' }, { do: 'rest' }],
      [{ state: 'failed', shownAt: 0 }, { do: 'update' }],
    ];
    for (const [extra, expected] of cases) assert.deepEqual(rules.postingStep({ ...card, ...extra }, NOW), expected);
  });

  it('gives the lease to whom it is free for', () => {
    const lease = { holder: 'a', until: at(1) };
    const cases: [rules.Lease | undefined, string, number, boolean][] = [
      [undefined, 'b', NOW, true],
      [lease, 'a', NOW, true],
      [lease, 'b', NOW, false],
      [lease, 'b', at(1), true],
    ];
    for (const [of, me, now, expected] of cases) assert.equal(rules.mayLead(of, me, now), expected);
  });
});
