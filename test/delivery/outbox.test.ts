import assert from 'node:assert/strict';
import { idFrom } from '../../src/core/ids.ts';
import { CONVERSATION, OUTBOX, type Recipient } from '../../src/core/outbox.ts';
import { CLAIM_MS } from '../../src/delivery/index.ts';
import { MENTION_HOLD_MS } from '../../src/delivery/rules.ts';
import { TIMINGS } from '../../src/delivery/timings.ts';
import { HOUSE } from '../../src/storage/port.ts';
import { BANK, keep, knowChat, post, refused, rowAt, rowOf, type Setup, START, setUp } from './support.ts';

const DAY = 24 * 3_600_000;
const toPerson = (aadId: string, thread?: string): { recipient: Recipient } => ({
  recipient: { to: 'person', aadId, name: `Navn ${aadId}`, ...(thread === undefined ? {} : { thread }) },
});

describe('delivery: outbox', () => {
  let now: Setup;
  beforeEach(async () => {
    now = await setUp();
  });
  afterEach(() => now.end());

  it('sends what waits, at once when woken, and keeps the row without its content', async () => {
    now.delivery.start();
    await now.timers.tickAsync(5);
    await post(now.storage, [rowOf('a')]);
    now.delivery.wake();
    await now.timers.tickAsync(50);
    assert.deepEqual(now.connector.texts(), ['a']);
    const row = await rowAt(now.storage, 'a');
    assert.equal(row.state, 'sent');
    assert.equal(row.way, 'conversation');
    assert.equal(row.activityId, 'a1');
    assert.deepEqual(row.content, { type: 'text', text: '' });
    const item = await now.storage.get(BANK, OUTBOX.name, idFrom('a'));
    assert.equal(item?.dueAt, undefined);
    assert.ok((item?.expiresAt ?? 0) >= START + 30 * DAY);
  });

  it('finds what another process put within the interval', async () => {
    now.delivery.start();
    await now.timers.tickAsync(100);
    await post(now.storage, [rowOf('a')]);
    await now.timers.tickAsync(1_100);
    assert.deepEqual(now.connector.texts(), ['a']);
  });

  it('sends cards drawn when they are sent', async () => {
    now.delivery.start();
    await post(now.storage, [rowOf('a', { content: { type: 'card', name: 'webinar', data: { id: 'w' } } })]);
    await now.timers.tickAsync(1_100);
    assert.deepEqual(now.connector.took[0]?.message, { card: { name: 'webinar', id: 'w' }, summary: 'card webinar' });
  });

  it('takes Retry-After for the conversation, keeps its order and lets others go on', async () => {
    now.connector.script = (call, number) => (number === 1 && call.to === 'c1' ? refused(429, 7_000) : undefined);
    const other = { recipient: { to: 'conversation', conversationId: 'c2' } } as const;
    await post(now.storage, [rowOf('1'), rowOf('2'), rowOf('3', other)]);
    now.delivery.start();
    await now.timers.tickAsync(6_000);
    assert.deepEqual(now.connector.texts(), ['3']);
    await now.timers.tickAsync(2_000);
    assert.deepEqual(now.connector.texts(), ['3', '1', '2']);
    assert.equal((await rowAt(now.storage, '1')).attempts, 1);
  });

  it('does not let a later message overtake one that is retried, in a personal chat neither', async () => {
    await knowChat(now.storage, 'chat', 'p1');
    now.connector.script = (_, number) => (number <= 3 ? refused(503) : undefined);
    await post(now.storage, [
      rowOf('notice', toPerson('p1')),
      rowOf('answer', { recipient: { to: 'conversation', conversationId: 'chat' } }),
    ]);
    now.delivery.start();
    await now.timers.tickAsync(20_000);
    assert.deepEqual(now.connector.texts(), ['notice', 'answer']);
    assert.equal(now.connector.calls.length, 5);
  });

  it('retries broken connections, 412 and 5xx, and gives up a hung call', async () => {
    const faults = [refused(), refused(412), refused(500), refused(502), refused(504), 'hang' as const];
    now.connector.script = (_, number) => faults[number - 1];
    await post(now.storage, [rowOf('a')]);
    now.delivery.start();
    await now.timers.tickAsync(90_000);
    assert.deepEqual(now.connector.texts(), ['a']);
    assert.equal((await rowAt(now.storage, 'a')).attempts, 6);
  });

  it('keeps a dead letter with its content and reason, and sends it again when asked', async () => {
    now.connector.script = () => refused(403);
    await post(now.storage, [rowOf('a')]);
    now.delivery.start();
    await now.timers.tickAsync(1_100);
    const dead = await rowAt(now.storage, 'a');
    assert.deepEqual([dead.state, dead.reason, dead.content], ['dead', '403 scripted', { type: 'text', text: 'a' }]);
    assert.deepEqual(await now.delivery.counts([BANK]), { waiting: 0, dead: 1 });
    now.connector.script = () => undefined;
    await now.delivery.resend(BANK, idFrom('a'));
    await now.timers.tickAsync(50);
    assert.deepEqual(now.connector.texts(), ['a']);
    const sent = await rowAt(now.storage, 'a');
    assert.deepEqual([sent.state, sent.reason], ['sent', undefined]);
    await now.delivery.resend(BANK, idFrom('a'));
    await now.timers.tickAsync(2_000);
    assert.equal(now.connector.took.length, 1);
  });

  it('gives up after a day of failures', async () => {
    await now.end();
    now = await setUp({ intervalMs: 600_000, timings: { ...TIMINGS, leaseMs: 1_000_000, leaseRenewMs: 600_000 } });
    now.connector.script = () => refused(503, 600_000);
    await post(now.storage, [rowOf('a')]);
    now.delivery.start();
    await now.timers.tickAsync(23 * 3_600_000);
    assert.equal((await rowAt(now.storage, 'a')).state, 'waiting');
    await now.timers.tickAsync(2 * 3_600_000);
    assert.equal((await rowAt(now.storage, 'a')).state, 'dead');
  });

  it('drops what its thing has overtaken, and what is about nothing any more', async () => {
    const thing = (version: number) => [{ op: 'put' as const, kind: 'webinar', id: 'w', body: { version } }];
    await now.storage.commit(BANK, thing(3));
    const about = { kind: 'webinar', id: 'w', version: 3 };
    await post(now.storage, [rowOf('old', { about: { ...about, version: 2 } }), rowOf('new', { about })]);
    await post(now.storage, [rowOf('gone', { about: { ...about, id: 'x' } })]);
    now.delivery.start();
    await now.timers.tickAsync(1_500);
    assert.deepEqual(now.connector.texts(), ['new']);
    assert.deepEqual([(await rowAt(now.storage, 'old')).state, (await rowAt(now.storage, 'old')).reason], ['dropped', 'webinar changed']);
    assert.equal((await rowAt(now.storage, 'gone')).reason, 'webinar gone');
  });

  it('sets a poisoned message aside and goes on with the rest', async () => {
    await now.end();
    now = await setUp({
      render: (card) => {
        if (card.name === 'poison') throw new TypeError('no such card');
        return { card: {}, summary: 'fine' };
      },
    });
    await post(now.storage, [rowOf('bad', { content: { type: 'card', name: 'poison', data: {} } }), rowOf('good')]);
    await now.storage.commit(BANK, [{ op: 'put', kind: OUTBOX.name, id: 'odd', body: { state: 'waiting' }, dueAt: START }]);
    now.delivery.start();
    await now.timers.tickAsync(30_000);
    assert.deepEqual(now.connector.texts(), ['good']);
    assert.equal((await rowAt(now.storage, 'bad')).reason, 'TypeError: no such card');
    assert.equal((await now.storage.get(BANK, OUTBOX.name, 'odd'))?.body.state, 'dead');
  });

  it('edits the answer that it takes the place of, or posts it anew where that is gone', async () => {
    now.connector.script = (call) => (call.what === 'update' && call.to === 'deleted' ? refused(404) : undefined);
    await post(now.storage, [rowOf('a', { replaces: 'stands' }), rowOf('b', { replaces: 'deleted' })]);
    now.delivery.start();
    await now.timers.tickAsync(1_500);
    assert.deepEqual(
      now.connector.took.map(({ what, to }) => [what, to]),
      [
        ['update', 'stands'],
        ['send', 'c1'],
      ],
    );
    assert.equal((await rowAt(now.storage, 'a')).activityId, 'stands');
  });

  it('sends no more than the limits allow in a conversation and in all', async () => {
    now.connector.latency = 1;
    const rows = Array.from({ length: 20 }, (_, i) => rowOf(`one ${i}`));
    const others = Array.from({ length: 70 }, (_, i) => rowOf(`many ${i}`, { recipient: { to: 'channel', channelId: `ch${i}` } }));
    await post(now.storage, [...rows, ...others]);
    now.delivery.start();
    await now.timers.tickAsync(30_000);
    assert.equal(now.connector.took.length, 90);
    const mostWithin = (times: number[], ms: number) => Math.max(...times.map((at) => times.filter((t) => t >= at && t < at + ms).length));
    const here = now.connector.calls.filter(({ to }) => to === 'c1').map(({ at }) => at);
    assert.deepEqual([mostWithin(here, 1_000), mostWithin(here, 2_000)], [7, 8]);
    const inAll = mostWithin(
      now.connector.calls.map(({ at }) => at),
      1_000,
    );
    assert.ok(inAll <= 30 && inAll > 25, `${inAll} in a second`);
    assert.deepEqual(
      now.connector.texts().filter((text) => text?.startsWith('one')),
      rows.map(({ key }) => key),
    );
  });

  it('updates cards before it notifies people', async () => {
    await now.end();
    now = await setUp({ drawPosting: async () => ({ name: 'webinar', data: {} }) });
    await post(now.storage, [rowOf('notice', toPerson('p1'))]);
    await keep(now.storage, 'w', { in: 'conversation', conversationId: 'c1' });
    now.delivery.start();
    await now.timers.tickAsync(500);
    assert.deepEqual(now.connector.texts(), ['card webinar', 'notice']);
  });

  describe('people', () => {
    it('opens the personal chat once and remembers it', async () => {
      await post(now.storage, [rowOf('a', toPerson('p1')), rowOf('b', toPerson('p1'))]);
      now.delivery.start();
      await now.timers.tickAsync(1_500);
      assert.deepEqual(
        now.connector.took.map(({ what }) => what),
        ['openPersonal', 'send', 'send'],
      );
      assert.equal((await now.storage.get(HOUSE, CONVERSATION.name, 'chat-p1'))?.body.aadId, 'p1');
      assert.equal((await rowAt(now.storage, 'b')).way, 'personal');
    });

    it('finds a new chat where the known one is gone', async () => {
      await knowChat(now.storage, 'deleted', 'p1');
      now.connector.script = (call) => (call.to === 'deleted' ? refused(404) : undefined);
      await post(now.storage, [rowOf('a', toPerson('p1'))]);
      now.delivery.start();
      await now.timers.tickAsync(1_500);
      assert.equal((await rowAt(now.storage, 'a')).conversationId, 'chat-p1');
      assert.equal(await now.storage.get(HOUSE, CONVERSATION.name, 'deleted'), undefined);
    });

    it('calls people upon in one post per thread, 20 at most, and reveals nothing', async () => {
      now.connector.script = (call) => (call.what === 'openPersonal' ? refused(403) : undefined);
      const people = Array.from({ length: 25 }, (_, i) => rowOf(`secret ${i}`, toPerson(`p${i}`, 'th1')));
      await post(now.storage, [...people, rowOf('secret x', toPerson('p1', 'th2')), rowOf('secret y', toPerson('p1', 'th2'))]);
      now.delivery.start();
      await now.timers.tickAsync(MENTION_HOLD_MS + 5_000);
      const posts = now.connector.took.map(({ to, message }) => [to, message?.mentions?.length]);
      assert.deepEqual(posts.toSorted(), [
        ['th1', 20],
        ['th1', 5],
        ['th2', 1],
      ]);
      for (const { message } of now.connector.took) assert.doesNotMatch(JSON.stringify(message), /secret/);
      const text = now.connector.took.find(({ to }) => to === 'th2')?.message?.text;
      assert.match(text ?? '', /^<at>Navn p1<\/at> – det er noe nytt til deg\./);
      for (const { key } of people)
        assert.deepEqual([(await rowAt(now.storage, key)).state, (await rowAt(now.storage, key)).way], ['sent', 'mention']);
    });

    it('gives up whom no way reaches', async () => {
      now.connector.script = () => refused(403);
      await post(now.storage, [rowOf('a', toPerson('p1', 'th1')), rowOf('b', toPerson('p2'))]);
      now.delivery.start();
      await now.timers.tickAsync(3_000);
      assert.equal((await rowAt(now.storage, 'a')).state, 'dead');
      assert.equal((await rowAt(now.storage, 'b')).state, 'dead');
      assert.deepEqual(now.connector.calls.map(({ what }) => what).toSorted(), ['openPersonal', 'openPersonal', 'send']);
    });

    it('waits until somebody has written from the tenant', async () => {
      await now.storage.commit(HOUSE, [{ op: 'remove', kind: 'tenant', id: 't1' }]);
      await post(now.storage, [rowOf('a', toPerson('p1'))]);
      now.delivery.start();
      await now.timers.tickAsync(3_000);
      assert.equal((await rowAt(now.storage, 'a')).state, 'waiting');
      assert.equal(now.connector.calls.length, 0);
    });
  });

  it('gets 100 messages through 429s, resets and hung calls, once each and in order', async () => {
    now.connector.script = (_, number) => {
      if (number % 7 === 0) return refused(429, 2_000);
      if (number % 11 === 0) return refused();
      return number % 31 === 0 ? 'hang' : undefined;
    };
    const rows = Array.from({ length: 100 }, (_, i) =>
      rowOf(`${i % 10}:${i}`, { recipient: { to: 'conversation', conversationId: `c${i % 10}` } }),
    );
    await post(now.storage, rows);
    now.delivery.start();
    await now.timers.tickAsync(10 * 60_000);
    assert.deepEqual(now.connector.texts().toSorted(), rows.map(({ key }) => key).toSorted());
    for (let c = 0; c < 10; c++) {
      const of = (texts: readonly (string | undefined)[]) => texts.filter((text) => text?.startsWith(`${c}:`));
      assert.deepEqual(of(now.connector.texts()), of(rows.map(({ key }) => key)));
    }
    assert.deepEqual(await now.delivery.counts([BANK]), { waiting: 0, dead: 0 });
  });

  describe('answers', () => {
    const answer = { recipient: { to: 'conversation', conversationId: 'c1', replyToId: 'q' } } as const;

    it('are sent inline, without the sender', async () => {
      await post(now.storage, [rowOf('a', answer)], CLAIM_MS);
      const sent = now.delivery.sendNow(BANK, idFrom('a'));
      await now.timers.tickAsync(20);
      await sent;
      assert.deepEqual(now.connector.texts(), ['a']);
      const item = await now.storage.get(BANK, OUTBOX.name, idFrom('a'));
      assert.equal(item?.body.state, 'sent');
      assert.ok((item?.expiresAt ?? 0) <= Date.now() + DAY);
    });

    it('that are refused wait for the sender, and the later ones behind them', async () => {
      now.delivery.start();
      await now.timers.tickAsync(10);
      now.connector.script = (_, number) => (number === 1 ? refused(503) : undefined);
      for (const key of ['a', 'b']) {
        await post(now.storage, [rowOf(key, answer)], CLAIM_MS);
        const sent = now.delivery.sendNow(BANK, idFrom(key));
        await now.timers.tickAsync(30);
        await sent;
      }
      assert.deepEqual(now.connector.texts(), []);
      await now.timers.tickAsync(1_500);
      assert.deepEqual(now.connector.texts(), ['a', 'b']);
    });

    it('are drawn with what is never stored, once', async () => {
      now.connector.script = (_, number) => (number === 1 ? refused(503) : undefined);
      await post(now.storage, [rowOf('a', { ...answer, content: { type: 'card', name: 'ask', data: { id: 'x' } } })], CLAIM_MS);
      const sent = now.delivery.sendNow(BANK, idFrom('a'), { typed: 'spørsmål' });
      await now.timers.tickAsync(20);
      await sent;
      assert.doesNotMatch(JSON.stringify(await rowAt(now.storage, 'a')), /spørsmål/);
      now.delivery.start();
      await now.timers.tickAsync(5_000);
      assert.deepEqual(
        now.connector.calls.map(({ message }) => message?.card),
        [
          { name: 'ask', id: 'x', typed: 'spørsmål' },
          { name: 'ask', id: 'x' },
        ],
      );
    });

    it('never reject, whatever the refusal', async () => {
      now.connector.script = () => refused(404);
      await post(now.storage, [rowOf('a', answer)], CLAIM_MS);
      const sent = now.delivery.sendNow(BANK, idFrom('a'));
      await now.timers.tickAsync(20);
      await sent;
      assert.equal(await now.delivery.settled(BANK, idFrom('a')), 'dead');
    });

    it('count in the limits: what may not go now is left to the sender', async () => {
      now.connector.latency = 1;
      const keys = Array.from({ length: 9 }, (_, i) => `k${i}`);
      for (const key of keys) await post(now.storage, [rowOf(key, answer)], CLAIM_MS);
      const all = Promise.all(keys.map((key) => now.delivery.sendNow(BANK, idFrom(key))));
      await now.timers.tickAsync(500);
      assert.equal(now.connector.took.length, 7);
      now.delivery.start();
      await now.timers.tickAsync(5_000);
      await all;
      assert.deepEqual(now.connector.texts(), keys);
    });

    it('asked for again: waits for the process that is sending', async () => {
      await post(now.storage, [rowOf('a', answer)], CLAIM_MS);
      const settled = now.delivery.settled(BANK, idFrom('a'));
      const other = now.another();
      const sent = other.sendNow(BANK, idFrom('a'));
      await now.timers.tickAsync(1_000);
      await sent;
      assert.equal(await settled, 'sent');
      assert.equal(now.connector.calls.length, 1);
    });

    it('asked for again: sends what a dead process claimed', async () => {
      await post(now.storage, [rowOf('a', answer)], CLAIM_MS);
      const settled = now.delivery.settled(BANK, idFrom('a'));
      await now.timers.tickAsync(CLAIM_MS - 100);
      assert.equal(now.connector.calls.length, 0);
      await now.timers.tickAsync(500);
      assert.equal(await settled, 'sent');
      assert.deepEqual(now.connector.texts(), ['a']);
    });

    it('asked for again: does not wait for the next attempt', async () => {
      now.connector.script = () => refused(503, 60_000);
      await post(now.storage, [rowOf('a', answer)], CLAIM_MS);
      const sent = now.delivery.sendNow(BANK, idFrom('a'));
      await now.timers.tickAsync(20);
      await sent;
      assert.equal(await now.delivery.settled(BANK, idFrom('a')), 'waiting');
    });
  });
});
