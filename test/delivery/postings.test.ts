import assert from 'node:assert/strict';
import type { Posting } from '../../src/core/outbox.ts';
import { POSTING } from '../../src/core/outbox.ts';
import type { CardRef } from '../../src/core/reply.ts';
import { BANK, keep, post, postingAt, refused, rowOf, type Setup, setUp } from './support.ts';

const PLACE = { in: 'channel', channelId: 'ch1' } as const;

describe('delivery: postings', () => {
  let now: Setup;
  let drawn: Posting[];
  let draw: (posting: Posting) => CardRef | undefined;
  beforeEach(async () => {
    drawn = [];
    draw = (posting) => ({ name: 'webinar', data: { wanted: posting.wanted } });
    now = await setUp({
      drawPosting: async (_, posting) => {
        drawn.push(posting);
        return draw(posting);
      },
    });
    now.delivery.start();
    await now.timers.tickAsync(10);
  });
  afterEach(() => now.end());

  const raise = async () => {
    await keep(now.storage, 'w', PLACE);
    now.delivery.wake();
  };
  const whats = () => now.connector.took.map(({ what, to }) => `${what} ${to}`);

  it('starts a thread in a channel and remembers where the card stands', async () => {
    await raise();
    await now.timers.tickAsync(50);
    assert.deepEqual(whats(), ['startThread ch1']);
    const { conversationId, activityId, shown, state, shownAt } = await postingAt(now.storage, 'w');
    assert.deepEqual([conversationId, activityId, shown, state], ['ch1;messageid=a1', 'a1', 1, 'standing']);
    assert.ok(shownAt > 0);
    await now.timers.tickAsync(10_000);
    assert.equal(now.connector.calls.length, 1);
    assert.equal((await now.storage.due(POSTING.name, Number.MAX_SAFE_INTEGER, 10)).length, 0);
  });

  it('sends into a conversation', async () => {
    await keep(now.storage, 'w', { in: 'conversation', conversationId: 'c1' });
    now.delivery.wake();
    await now.timers.tickAsync(50);
    assert.deepEqual(whats(), ['send c1']);
    assert.equal((await postingAt(now.storage, 'w')).conversationId, 'c1');
  });

  it('makes few updates of many changes, and the last one wins', async () => {
    for (let i = 0; i < 100; i++) {
      await raise();
      await now.timers.tickAsync(100);
    }
    await now.timers.tickAsync(10_000);
    const posting = await postingAt(now.storage, 'w');
    assert.deepEqual([posting.wanted, posting.shown], [100, 100]);
    assert.deepEqual(now.connector.took.at(-1)?.message?.card, { name: 'webinar', wanted: 100 });
    const updates = now.connector.took.filter(({ what }) => what === 'update').map(({ at }) => at);
    assert.ok(updates.length >= 3 && updates.length <= 5, `${updates.length} updates`);
    for (const [i, at] of updates.slice(1).entries()) assert.ok(at - (updates[i] ?? 0) >= 5_000);
    assert.equal(now.connector.took.filter(({ what }) => what === 'startThread').length, 1);
  });

  it('keeps a change that is made while the card is on its way', async () => {
    now.connector.latency = 200;
    await raise();
    await now.timers.tickAsync(100);
    await raise();
    await now.timers.tickAsync(10_000);
    assert.deepEqual(whats(), ['startThread ch1', 'update a1']);
    const posting = await postingAt(now.storage, 'w');
    assert.deepEqual([posting.wanted, posting.shown], [2, 2]);
  });

  it('takes a card that is not found for gone, and lets it be', async () => {
    await raise();
    await now.timers.tickAsync(50);
    now.connector.script = () => refused(404);
    await raise();
    await now.timers.tickAsync(50);
    assert.equal((await postingAt(now.storage, 'w')).state, 'gone');
    now.connector.script = () => undefined;
    await raise();
    await now.timers.tickAsync(10_000);
    assert.deepEqual(whats(), ['startThread ch1']);
    assert.equal((await now.storage.due(POSTING.name, Number.MAX_SAFE_INTEGER, 10)).length, 0);
  });

  it('takes a thing that shows nothing any more for done with', async () => {
    draw = () => undefined;
    await raise();
    await now.timers.tickAsync(50);
    const { state, reason } = await postingAt(now.storage, 'w');
    assert.deepEqual([state, reason], ['gone', 'nothing to show any more']);
    assert.equal(now.connector.calls.length, 0);
  });

  it('retries a passing failure, and tries a failed card again when something changes', async () => {
    now.connector.script = (_, number) => (number <= 2 ? refused(503) : undefined);
    await raise();
    await now.timers.tickAsync(10_000);
    assert.deepEqual(whats(), ['startThread ch1']);
    assert.equal((await postingAt(now.storage, 'w')).attempts, 0);
    now.connector.script = () => refused(403);
    await raise();
    await now.timers.tickAsync(10_000);
    assert.equal((await postingAt(now.storage, 'w')).state, 'failed');
    now.connector.script = () => undefined;
    await raise();
    await now.timers.tickAsync(10_000);
    const { state, shown, reason } = await postingAt(now.storage, 'w');
    assert.deepEqual([state, shown, reason], ['standing', 3, undefined]);
  });

  it('sets a poisoned card aside and goes on with the rest', async () => {
    draw = () => {
      throw new TypeError('broken');
    };
    await raise();
    await now.storage.commit(BANK, [{ op: 'put', kind: POSTING.name, id: 'odd', body: { wanted: 'x' }, dueAt: Date.now() }]);
    await post(now.storage, [rowOf('a')]);
    await now.timers.tickAsync(60_000);
    const { state, reason } = await postingAt(now.storage, 'w');
    assert.deepEqual([state, reason, drawn.length], ['failed', 'TypeError: broken', 4]);
    assert.equal((await now.storage.get(BANK, POSTING.name, 'odd'))?.dueAt, undefined);
    assert.deepEqual(now.connector.texts(), ['a']);
  });
});
