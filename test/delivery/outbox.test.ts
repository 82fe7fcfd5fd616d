import assert from 'node:assert/strict';
import { idFrom } from '../../src/core/ids.ts';
import { OUTBOX } from '../../src/core/outbox.ts';
import { TIMINGS } from '../../src/delivery/timings.ts';
import { BANK, DAY, keep, knowChat, post, refused, rowAt, rowOf, type Setup, START, setUp, toPerson } from './support.ts';

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
    assert.ok((row.sentAt ?? 0) > START, 'when it was sent');
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
    assert.equal(dead.sentAt, undefined);
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
    const before = ['stands', 'deleted'].map((activityId) => rowOf(activityId, { state: 'sent', activityId }));
    const row = (key: string) => ({ replaces: { bank: BANK, row: idFrom(key) } });
    await post(now.storage, [...before, rowOf('a', row('stands')), rowOf('b', row('deleted')), rowOf('c', row('never there'))]);
    now.delivery.start();
    await now.timers.tickAsync(1_500);
    assert.deepEqual(
      now.connector.took.map(({ what, to }) => [what, to]),
      [
        ['update', 'stands'],
        ['send', 'c1'],
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
});
