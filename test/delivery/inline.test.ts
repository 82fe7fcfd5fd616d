import assert from 'node:assert/strict';
import { idFrom } from '../../src/core/ids.ts';
import { CLAIM_MS, OUTBOX } from '../../src/core/outbox.ts';
import { BANK, DAY, post, refused, rowAt, rowOf, type Setup, setUp } from './support.ts';

describe('delivery: answers', () => {
  let now: Setup;
  beforeEach(async () => {
    now = await setUp();
  });
  afterEach(() => now.end());

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

  it('to an edited question take the place of one that waits elsewhere, once that is through', async () => {
    const other = now.another();
    now.connector.script = (_, number) => (number === 1 ? refused(503) : undefined);
    await post(now.storage, [rowOf('a', answer)], CLAIM_MS);
    const first = now.delivery.sendNow(BANK, idFrom('a'));
    await now.timers.tickAsync(30);
    await first;
    await post(now.storage, [rowOf('b', { ...answer, replaces: { bank: BANK, row: idFrom('a') } })], CLAIM_MS);
    const edited = other.sendNow(BANK, idFrom('b'));
    await now.timers.tickAsync(30);
    await edited;
    assert.deepEqual(now.connector.texts(), []);
    now.delivery.start();
    await now.timers.tickAsync(5_000);
    assert.deepEqual(
      now.connector.took.map(({ what, to, message }) => [what, to, message?.text]),
      [
        ['send', 'c1', 'a'],
        ['update', 'a1', 'b'],
      ],
    );
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

  it('go at once where limits would hold back others, and count in them', async () => {
    const answers = Array.from({ length: 9 }, (_, i) => `k${i}`);
    for (const key of answers) await post(now.storage, [rowOf(key, answer)], CLAIM_MS);
    const sent = Promise.all(answers.map((key) => now.delivery.sendNow(BANK, idFrom(key))));
    await now.timers.tickAsync(500);
    await sent;
    assert.deepEqual(now.connector.texts(), answers);
    await post(now.storage, [rowOf('later', { ...answer })]);
    now.delivery.start();
    await now.timers.tickAsync(500);
    assert.equal(now.connector.took.length, answers.length);
    await now.timers.tickAsync(5_000);
    assert.equal(now.connector.took.length, answers.length + 1);
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
