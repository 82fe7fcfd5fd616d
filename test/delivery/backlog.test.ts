import assert from 'node:assert/strict';
import { idFrom } from '../../src/core/ids.ts';
import { OUTBOX, type OutboxRow } from '../../src/core/outbox.ts';
import { MAX_CHANGES } from '../../src/storage/port.ts';
import { BANK, refused, rowOf, type Setup, START, setUp, toPerson } from './support.ts';

const PER_SECOND = 30;

describe('delivery: when much waits', function () {
  this.timeout(30_000);
  let now: Setup;
  beforeEach(async () => {
    now = await setUp();
  });
  afterEach(() => now.end());

  /** Puts many as turns do, commit by commit: due a millisecond after those before, unless told when. */
  async function put(rows: readonly OutboxRow[], due?: number): Promise<void> {
    for (let from = 0; from < rows.length; from += MAX_CHANGES) {
      const dueAt = due ?? Date.now() + from / MAX_CHANGES;
      const changes = rows.slice(from, from + MAX_CHANGES).map((body) => ({
        ...({ op: 'put', kind: OUTBOX.name, id: idFrom(body.key), expect: 'absent' } as const),
        ...{ body, dueAt },
      }));
      await now.storage.commit(BANK, changes);
    }
  }
  const many = (count: number, extra: (n: number) => Partial<OutboxRow>) =>
    Array.from({ length: count }, (_, n) => rowOf(`m${String(n).padStart(4, '0')}`, extra(n)));
  const into = (conversationId: string): Partial<OutboxRow> => ({ recipient: { to: 'conversation', conversationId } });
  /** Refuses what comes beyond the limit of a tenant, and gives how often. */
  function limit() {
    let count = 0;
    now.connector.script = () => {
      const lately = now.connector.calls.filter(({ at }) => at > Date.now() - 1_000).length;
      if (lately <= PER_SECOND) return undefined;
      count++;
      return refused(429, 1_000);
    };
    return () => count;
  }

  it('513 people whose chats are to be opened are told as fast as Teams takes it', async () => {
    const refusals = limit();
    now.delivery.start();
    await now.timers.tickAsync(10);
    await put(many(513, (n) => toPerson(`p${n}`)));
    now.delivery.wake();
    const ideal = (2 * 513 * 1_000) / PER_SECOND;
    await now.timers.tickAsync(Math.round(1.08 * ideal));
    assert.deepEqual([now.connector.texts().length, refusals()], [513, 0]);
    assert.equal(new Set(now.connector.texts()).size, 513);
  });

  it('more than a page of messages goes out in order, each once, within the limit', async () => {
    const refusals = limit();
    const rows = many(2_200, (n) => into(`c${n % 500}`));
    await put(rows);
    now.delivery.start();
    await now.timers.tickAsync(90_000);
    const texts = now.connector.texts().map(String);
    assert.deepEqual([texts.length, refusals()], [2_200, 0]);
    const ofOne = (n: number) => texts.filter((text) => Number(text.slice(1)) % 500 === n);
    for (const n of [0, 1, 250, 499]) assert.deepEqual(ofOne(n), ofOne(n).toSorted());
    assert.deepEqual(texts.toSorted(), rows.map(({ key }) => key).toSorted());
  });

  it('a conversation that is slow holds nobody else up', async () => {
    await put(many(1_300, () => into('slow')));
    now.delivery.start();
    await now.timers.tickAsync(1_000);
    await put([rowOf('other', into('c2'))]);
    await now.timers.tickAsync(3_000);
    assert.ok(now.connector.texts().includes('other'));
  });

  it('a message that waits for another try is not overtaken, by whichever process', async () => {
    await put([rowOf('earlier', { ...into('c1'), attempts: 1 })], START + 50_000);
    await put([rowOf('later', into('c1'))], START);
    await put(many(1_300, () => into('slow')));
    now.delivery.start();
    await now.timers.tickAsync(48_000);
    assert.ok(!now.connector.texts().includes('later'));
    await now.timers.tickAsync(10_000);
    assert.deepEqual(
      now.connector.texts().filter((text) => text?.endsWith('er')),
      ['earlier', 'later'],
    );
  });

  it('more than a page that are due at the same moment all go', async () => {
    await put(
      many(1_150, (n) => into(`c${n}`)),
      START,
    );
    now.delivery.start();
    await now.timers.tickAsync(60_000);
    assert.equal(now.connector.texts().length, 1_150);
  });
});
