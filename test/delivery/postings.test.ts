import assert from 'node:assert/strict';
import { inPartition } from '../../src/bot/partition.ts';
import type { Posting } from '../../src/core/outbox.ts';
import { JOB, POSTING } from '../../src/core/outbox.ts';
import type { Drawing } from '../../src/core/reply.ts';
import { BANK, keep, knowChat, post, postingAt, refused, rowOf, type Setup, setUp, toPerson } from './support.ts';

const PLACE = { in: 'channel', channelId: 'ch1' } as const;

describe('delivery: postings', () => {
  let now: Setup;
  let drawn: Posting[];
  let draw: (posting: Posting) => Drawing | undefined;
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

  describe('taken away', () => {
    const away = () => {
      draw = () => ({ takeAway: { name: 'withdrawn', data: {} } });
    };
    const stand = async (extra: Partial<Posting> = {}) => {
      await keep(now.storage, 'w', PLACE, { ifLost: { job: 'lost', data: {} }, ...extra });
      now.delivery.wake();
      await now.timers.tickAsync(50);
    };
    const stateOf = async () => {
      const { state, reason, shown, wanted } = await postingAt(now.storage, 'w');
      return [state, reason, shown === wanted];
    };
    const jobs = () => now.storage.count(BANK, JOB.name);
    const AWAY = ['gone', 'taken away', true];

    it('is deleted from where it stands, and nobody is told', async () => {
      await stand();
      away();
      await raise();
      await now.timers.tickAsync(50);
      assert.deepEqual(whats(), ['startThread ch1', 'remove a1']);
      assert.deepEqual(await stateOf(), AWAY);
      assert.equal(await jobs(), 0);
      await now.timers.tickAsync(60_000);
      assert.equal(now.connector.calls.length, 2);
      assert.equal((await now.storage.due(POSTING.name, Number.MAX_SAFE_INTEGER, 10)).length, 0);
    });

    it('never sent, nothing is sent', async () => {
      away();
      await stand();
      assert.deepEqual([await stateOf(), now.connector.calls.length, await jobs()], [AWAY, 0, 0]);
    });

    for (const status of [404, 410]) {
      it(`is done with when it is not there any more (${status})`, async () => {
        await stand();
        away();
        now.connector.script = () => refused(status);
        await raise();
        await now.timers.tickAsync(50);
        assert.deepEqual([await stateOf(), now.connector.calls.length, await jobs()], [AWAY, 2, 0]);
      });
    }

    for (const status of [400, 403, 405, 501]) {
      it(`says so in its place where Teams does not delete (${status})`, async () => {
        await stand();
        away();
        now.connector.script = ({ what }) => (what === 'remove' ? refused(status) : undefined);
        await raise();
        await now.timers.tickAsync(50);
        assert.deepEqual(whats(), ['startThread ch1', 'update a1']);
        assert.deepEqual(now.connector.took.at(-1)?.message?.card, { name: 'withdrawn' });
        assert.deepEqual([await stateOf(), await jobs()], [AWAY, 0]);
      });
    }

    it('is gone when it is no longer there to be said in either', async () => {
      await stand();
      away();
      now.connector.script = ({ what }) => refused(what === 'remove' ? 403 : 404);
      await raise();
      await now.timers.tickAsync(50);
      const [state] = await stateOf();
      assert.deepEqual([state, await jobs()], ['gone', 0]);
    });

    it('is tried again after a passing failure, as it is to be then', async () => {
      await stand();
      away();
      now.connector.script = (_, number) => (number <= 3 ? refused(503) : undefined);
      await raise();
      await now.timers.tickAsync(10_000);
      assert.deepEqual(whats(), ['startThread ch1', 'remove a1']);
      assert.deepEqual(await stateOf(), AWAY);
    });

    it('waits as long as Teams asks', async () => {
      await stand();
      away();
      now.connector.script = (_, number) => (number === 2 ? refused(429, 7_000) : undefined);
      await raise();
      await now.timers.tickAsync(6_900);
      assert.equal(now.connector.calls.length, 2);
      await now.timers.tickAsync(1_000);
      assert.deepEqual(await stateOf(), AWAY);
    });

    it('that can be neither deleted nor said has failed, and can be tried again', async () => {
      await stand();
      away();
      now.connector.script = () => refused(403);
      await raise();
      await now.timers.tickAsync(50);
      const [state] = await stateOf();
      assert.deepEqual([state, await jobs()], ['failed', 0]);
      now.connector.script = () => undefined;
      await raise();
      await now.timers.tickAsync(10_000);
      assert.deepEqual(await stateOf(), AWAY);
    });

    it('stays away, whatever changes; put up anew it is another card', async () => {
      await stand();
      away();
      await raise();
      await now.timers.tickAsync(50);
      draw = () => ({ name: 'webinar', data: {} });
      await raise();
      await now.timers.tickAsync(10_000);
      assert.deepEqual(whats(), ['startThread ch1', 'remove a1']);
      await inPartition(now.storage, now.clock)(BANK, async (tx) => {
        await tx.keep('w', { render: 'webinar', thing: { kind: 'webinar', id: 'w' }, place: PLACE, isNew: true });
      });
      now.delivery.wake();
      await now.timers.tickAsync(50);
      assert.deepEqual(whats().slice(2), ['startThread ch1']);
      assert.equal((await postingAt(now.storage, 'w')).activityId, 'a3');
    });

    it('put up anew while it is being deleted, the new card is put up', async () => {
      now.connector.latency = 200;
      await stand();
      await now.timers.tickAsync(500);
      away();
      await raise();
      await now.timers.tickAsync(100);
      draw = () => ({ name: 'webinar', data: {} });
      await inPartition(now.storage, now.clock)(BANK, async (tx) => {
        await tx.keep('w', { render: 'webinar', thing: { kind: 'webinar', id: 'w' }, place: PLACE, isNew: true });
      });
      await now.timers.tickAsync(10_000);
      assert.deepEqual(whats(), ['startThread ch1', 'remove a1', 'startThread ch1']);
      const { state, activityId } = await postingAt(now.storage, 'w');
      assert.deepEqual([state, activityId], ['standing', 'a3']);
    });

    it('goes by the limits of its conversation', async () => {
      await stand();
      away();
      await post(
        now.storage,
        Array.from({ length: 9 }, (_, nth) => rowOf(`m${nth}`, { recipient: { to: 'conversation', conversationId: 'ch1;messageid=a1' } })),
      );
      await raise();
      await now.timers.tickAsync(10_000);
      assert.equal(now.connector.took.length, 11);
      const at = now.connector.calls.slice(1).map((call) => call.at);
      for (const [nth, each] of at.slice(7).entries()) assert.ok(each - (at[nth] ?? 0) > 1_000, 'eight within a second');
      assert.deepEqual(await stateOf(), AWAY);
    });
  });

  describe('in the chat of a person', () => {
    const CHAT = { in: 'person', aadId: 'roar', name: 'Roar Rådgiver', tenantId: 't1' } as const;
    const put = async (id = 'w') => {
      await keep(now.storage, id, CHAT);
      now.delivery.wake();
      await now.timers.tickAsync(100);
    };

    it('opens one where none is known, and remembers it and where the card stands', async () => {
      await put();
      assert.deepEqual(whats(), ['openPersonal roar', 'send chat-roar']);
      const { conversationId, activityId, shown, state } = await postingAt(now.storage, 'w');
      assert.deepEqual([conversationId, activityId, shown, state], ['chat-roar', 'a2', 1, 'standing']);
      await put('other');
      assert.deepEqual(whats().slice(2), ['send chat-roar']);
    });
    it('writes into the one that is known', async () => {
      await knowChat(now.storage, 'c-roar', 'roar');
      await put();
      assert.deepEqual(whats(), ['send c-roar']);
      assert.equal((await postingAt(now.storage, 'w')).conversationId, 'c-roar');
    });
    it('a change is an update where it stands', async () => {
      await put();
      await put();
      assert.deepEqual(whats().slice(2), ['update a2']);
    });
    it('opens another where the known one is gone', async () => {
      await knowChat(now.storage, 'c-old', 'roar');
      now.connector.script = ({ to }) => (to === 'c-old' ? refused(404) : undefined);
      await put();
      await now.timers.tickAsync(100);
      assert.deepEqual(whats(), ['openPersonal roar', 'send chat-roar']);
      assert.equal((await postingAt(now.storage, 'w')).conversationId, 'chat-roar');
    });
    it('who can’t be written to: failed, and tried again when something changes', async () => {
      now.connector.script = () => refused(403);
      await put();
      assert.deepEqual([(await postingAt(now.storage, 'w')).state, whats()], ['failed', []]);
      now.connector.script = () => undefined;
      await put();
      assert.equal((await postingAt(now.storage, 'w')).state, 'standing');
    });
    it('does not open a second chat for a card that could not be sent into the first', async () => {
      now.connector.script = ({ what }, number) => (what === 'send' && number === 2 ? refused(503) : undefined);
      await put();
      await now.timers.tickAsync(10_000);
      assert.deepEqual(whats(), ['openPersonal roar', 'send chat-roar']);
    });
    it('counts as messages to the same person do', async () => {
      await knowChat(now.storage, 'c-roar', 'roar');
      for (let nth = 0; nth < 5; nth++) await keep(now.storage, `w${nth}`, CHAT);
      await post(
        now.storage,
        Array.from({ length: 5 }, (_, nth) => rowOf(`m${nth}`, toPerson('roar'))),
      );
      now.delivery.wake();
      await now.timers.tickAsync(900);
      assert.equal(now.connector.took.length, 7);
      await now.timers.tickAsync(10_000);
      assert.equal(now.connector.took.length, 10);
    });
  });

  describe('new cards of one conversation', () => {
    const shownIn = () => now.connector.took.map(({ message }) => message?.card?.id);
    const places = [
      ['a conversation', { in: 'conversation', conversationId: 'c1' }],
      ['a person’s chat', { in: 'person', aadId: 'roar', name: 'Roar', tenantId: 't1' }],
    ] as const;
    beforeEach(() => {
      draw = (posting) => ({ name: 'webinar', data: { id: posting.thing.id } });
    });
    for (const [title, place] of places) {
      it(`${title}: go up one after the other, in their order`, async () => {
        await knowChat(now.storage, 'c-roar', 'roar');
        now.connector.latency = 50;
        const ids = ['z', 'y', 'x', 'b', 'a'];
        for (const id of ids) {
          await keep(now.storage, id, place);
          await now.timers.tickAsync(1);
        }
        now.delivery.wake();
        await now.timers.tickAsync(10_000);
        assert.deepEqual(shownIn(), ids);
        const at = now.connector.calls.map((call) => call.at);
        for (const [nth, each] of at.slice(1).entries()) assert.ok(each - (at[nth] ?? 0) >= 50, 'not before the one before is up');
      });
    }
    it('one that can’t go up at all holds nobody back', async () => {
      now.connector.script = (_, number) => (number === 1 ? refused(403) : undefined);
      for (const id of ['first', 'second']) {
        await keep(now.storage, id, { in: 'conversation', conversationId: 'c1' });
        await now.timers.tickAsync(1);
      }
      now.delivery.wake();
      await now.timers.tickAsync(10_000);
      assert.deepEqual(shownIn(), ['second']);
    });
  });
});
