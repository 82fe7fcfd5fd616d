import assert from 'node:assert/strict';
import { openTx } from '../../src/bot/tx.ts';
import { outboxSchema } from '../../src/core/outbox.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';

describe('a transaction', () => {
  it('dates its messages in the order in which they were posted', () => {
    const tx = openTx(createSqlite({ file: ':memory:' }), 'rph', { locale: 'nb', real: 1_000 });
    for (const key of ['one', 'two', 'three']) {
      tx.post({ key, recipient: { to: 'conversation', conversationId: 'c' }, content: { type: 'text', text: key } });
    }
    const rows = tx.changes().map((change) => outboxSchema.parse(change.op === 'put' ? change.body : {}));
    assert.deepEqual(
      rows.toSorted((one, other) => one.createdAt - other.createdAt).map(({ key }) => key),
      ['one', 'two', 'three'],
    );
    assert.equal(new Set(rows.map(({ createdAt }) => createdAt)).size, rows.length);
  });
});
