import assert from 'node:assert/strict';
import { CONVERSATION } from '../../src/core/outbox.ts';
import { MENTION_HOLD_MS } from '../../src/delivery/rules.ts';
import { HOUSE } from '../../src/storage/port.ts';
import { knowChat, post, refused, rowAt, rowOf, type Setup, setUp, toPerson } from './support.ts';

describe('delivery: people', () => {
  let now: Setup;
  beforeEach(async () => {
    now = await setUp();
  });
  afterEach(() => now.end());

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
