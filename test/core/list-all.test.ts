import assert from 'node:assert/strict';
import { z } from 'zod';
import { readerOf } from '../../src/bot/tx.ts';
import { listAll } from '../../src/core/list-all.ts';
import { defineKind } from '../../src/core/records.ts';
import { MAX_CHANGES, type Put } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';

const SHEEP = defineKind('sheep', z.object({ number: z.number() }));

describe('all records of a kind', () => {
  it('however many pages they fill, and those alone that meet the conditions', async () => {
    const storage = createSqlite({ file: ':memory:' });
    const puts = Array.from({ length: 2300 }, (_, number): Put => ({ op: 'put', kind: 'sheep', id: `s${number}`, body: { number } }));
    for (let at = 0; at < puts.length; at += MAX_CHANGES) await storage.commit('rph', puts.slice(at, at + MAX_CHANGES));
    const reader = readerOf(storage, 'rph');
    assert.equal(new Set((await listAll(reader, SHEEP)).map(({ id }) => id)).size, 2300);
    assert.equal((await listAll(reader, SHEEP, [{ field: 'number', op: '<', value: 1200 }])).length, 1200);
    assert.deepEqual(await listAll(reader, SHEEP, [{ field: 'number', op: '<', value: 0 }]), []);
    await storage.close();
  });
});
