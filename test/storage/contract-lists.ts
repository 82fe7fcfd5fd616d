import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RANK } from '../../src/storage/checks.ts';
import type { Condition, Item, ListOptions, Put, Scalar, Storage } from '../../src/storage/port.ts';
import { everything, idsOf, newBank, type Opened, putOf } from './contract-tools.ts';

const OPS = ['=', '<', '<=', '>', '>='] as const;

const VALUES: Readonly<Record<string, Record<string, unknown>>> = {
  one: { v: 1 },
  ten: { v: 10 },
  half: { v: 0.5 },
  textOne: { v: '1' },
  textA: { v: 'a' },
  textB: { v: 'b' },
  textAe: { v: 'æ' },
  yes: { v: true },
  no: { v: false },
  null: { v: null },
  missing: { w: 1 },
  list: { v: [1] },
  object: { v: { v: 1 } },
};

const MATCHES: readonly [Condition['op'], Scalar, string[]][] = [
  ['=', 1, ['one']],
  ['<', 1, ['half']],
  ['<=', 1, ['half', 'one']],
  ['>', 0.5, ['one', 'ten']],
  ['>=', 10, ['ten']],
  ['=', '1', ['textOne']],
  ['=', '[1]', []],
  ['<', 'b', ['textOne', 'textA']],
  ['<=', 'b', ['textOne', 'textA', 'textB']],
  ['>', 'a', ['textB', 'textAe']],
  ['>=', 'a', ['textA', 'textB', 'textAe']],
  ['=', true, ['yes']],
  ['=', false, ['no']],
  ['<', true, ['no']],
  ['>=', false, ['no', 'yes']],
  ['=', null, ['missing', 'null']],
  ['<=', null, []],
  ['>', null, []],
];

/** Conditions, orders, pages, counts, due and all. */
export function describeLists(open: Opened, runs: number): void {
  describe('conditions', () => describeConditions(open));
  describe('what it refuses', () => {
    const wrong: readonly [string, ListOptions][] = [
      ['a field that is no name', { where: [{ field: 'a.b', op: '=', value: 1 }] }],
      ['an order by what is no name', { order: { field: `x' --` } }],
      ['a number that is none', { where: [{ field: 'a', op: '=', value: Number.NaN }] }],
      ['no limit at all', { limit: 0 }],
      ['a limit of 1001', { limit: 1001 }],
      ['a cursor that it did not give', { cursor: 'abc' }],
      ['a cursor of another order', { cursor: Buffer.from('["a"]').toString('base64url'), order: { field: 'v' } }],
    ];
    for (const [what, options] of wrong) {
      it(`refuses ${what}`, async () => {
        const { storage, bank } = open();
        await assert.rejects(storage.list(bank, 'note', options), RangeError);
      });
    }
  });
  describe('order and pages', () => describeOrder(open, runs));
  describe('due and all', () => describeWide(open));
}

function describeConditions(open: Opened): void {
  for (const [op, value, ids] of MATCHES) {
    it(`v ${op} ${JSON.stringify(value)}`, async () => {
      const { storage, bank } = open();
      await storage.commit(
        bank,
        Object.entries(VALUES).map(([id, body]) => putOf(id, body)),
      );
      const where = [{ field: 'v', op, value }];
      assert.deepEqual(idsOf((await storage.list(bank, 'note', { where })).items), ids.toSorted());
      assert.equal(await storage.count(bank, 'note', where), ids.length);
    });
  }
  it('holds all of several, on fields with names that mean something elsewhere', async () => {
    const { storage, bank } = open();
    await storage.commit(bank, [
      putOf('a', { order: 1, value: 'x' }),
      putOf('b', { order: 1, value: 'y' }),
      putOf('c', { order: 2, value: 'y' }),
    ]);
    const where: Condition[] = [
      { field: 'order', op: '=', value: 1 },
      { field: 'value', op: '=', value: 'y' },
    ];
    assert.deepEqual(idsOf((await storage.list(bank, 'note', { where, order: { field: 'value' } })).items), ['b']);
  });
  it('compares with what a text holds, whatever it holds', async () => {
    const { storage, bank } = open();
    const value = `'; DROP TABLE records; -- " \\ @p0 ${'$'}{x}`;
    await storage.commit(bank, [putOf('a', { value }), putOf('b', { value: 'x' })]);
    assert.equal(await storage.count(bank, 'note', [{ field: 'value', op: '=', value }]), 1);
  });
}

function describeOrder(open: Opened, runs: number): void {
  it('walks ids in pages, also while records come and go', async () => {
    const { storage, bank } = open();
    await storage.commit(
      bank,
      ['a', 'b', 'c', 'd', 'e'].map((id) => putOf(id, {})),
    );
    const first = await storage.list(bank, 'note', { limit: 2 });
    await storage.commit(bank, [{ op: 'remove', kind: 'note', id: 'b' }, putOf('a2', {}), putOf('c2', {})]);
    const second = await storage.list(bank, 'note', { limit: 3, cursor: String(first.cursor) });
    const third = await storage.list(bank, 'note', { limit: 3, cursor: String(second.cursor) });
    assert.deepEqual([idsOf(first.items), idsOf(second.items), idsOf(third.items)], [['a', 'b'], ['c', 'c2', 'd'], ['e']]);
    assert.equal(third.cursor, undefined);
  });
  it('gives 100 without a limit, and no cursor when that was all', async () => {
    const { storage, bank } = open();
    const puts = Array.from({ length: 100 }, (_, n) => putOf(`n${n}`, {}));
    await storage.commit(bank, puts);
    assert.deepEqual(Object.keys(await storage.list(bank, 'note')), ['items']);
    await storage.commit(bank, [putOf('x', {})]);
    const page = await storage.list(bank, 'note');
    assert.deepEqual([page.items.length, typeof page.cursor], [100, 'string']);
  });
  it('orders any values either way, equal ones by id, over any pages, under any conditions', async () => {
    const { storage } = open();
    await fc.assert(
      fc.asyncProperty(recordsArbitrary, optionsArbitrary, async (bodies, options) => {
        const bank = newBank();
        const puts = bodies.map((body, n) => putOf(`n${(n * 7) % 30}`, body));
        await storage.commit(bank, puts);
        const expected = expectedIds(puts, options);
        assert.deepEqual(await walk(storage, bank, options), expected);
        assert.equal(await storage.count(bank, 'note', options.where), expected.length);
      }),
      { numRuns: runs },
    );
  });
}

const text = fc.string({ unit: fc.constantFrom('a', 'B', 'å', 'é', ' ', '"', '9'), maxLength: 3 });
const scalar = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(0.5, -1.5), text, fc.boolean(), fc.constant(null));
const value = fc.oneof({ weight: 9, arbitrary: scalar }, { weight: 1, arbitrary: fc.constantFrom([1], { a: 1 }) });
const recordsArbitrary = fc.array(fc.record({ v: value, w: fc.constantFrom(1, 2) }, { requiredKeys: [] }), { maxLength: 25 });
const conditionArbitrary = fc.record({ field: fc.constantFrom('v', 'w'), op: fc.constantFrom(...OPS), value: scalar });
const optionsArbitrary = fc.record({
  where: fc.array(conditionArbitrary, { maxLength: 1 }),
  order: fc.record({ field: fc.constantFrom('v', 'w'), descending: fc.boolean() }),
  limit: fc.integer({ min: 1, max: 9 }),
});

async function walk(storage: Storage, bank: string, options: ListOptions): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await storage.list(bank, 'note', cursor === undefined ? options : { ...options, cursor });
    ids.push(...idsOf(page.items));
    cursor = page.cursor;
  }
  return ids;
}

function expectedIds(puts: readonly Put[], { where = [], order }: ListOptions): string[] {
  const field = order?.field ?? '';
  const way = order?.descending ? -1 : 1;
  const rankOf = (put: Put) => RANK[typeName(put.body[field])];
  const compare = (a: unknown, b: unknown) =>
    Number(a) === a || typeof a === 'boolean' ? Number(a) - Number(b) : Number(String(a) > String(b)) * 2 - 1;
  return puts
    .filter(({ body }) => where.every((condition) => meets(body[condition.field], condition)))
    .sort((a, b) => {
      if (rankOf(a) !== rankOf(b)) return way * (rankOf(a) - rankOf(b));
      if (rankOf(a) !== RANK.nothing && a.body[field] !== b.body[field]) return way * compare(a.body[field], b.body[field]);
      return a.id < b.id ? -1 : 1;
    })
    .map(({ id }) => id);
}

function typeName(found: unknown): keyof typeof RANK {
  const types = { string: 'text', number: 'number', boolean: 'boolean' } as const;
  const type = typeof found;
  return type === 'string' || type === 'number' || type === 'boolean' ? types[type] : 'nothing';
}

function meets(found: unknown, { op, value: wanted }: Condition): boolean {
  if (wanted === null) return op === '=' && (found === null || found === undefined);
  if (typeof found !== typeof wanted) return false;
  const [a, b] = [found as string | number, wanted as string | number];
  return { '=': a === b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[op];
}

function describeWide(open: Opened): void {
  it('names what is due in every bank, earliest first, up to a limit', async () => {
    const { storage, bank } = open();
    const kind = bank;
    const due = (id: string, dueAt?: number) => putOf(id, {}, dueAt === undefined ? { kind } : { kind, dueAt });
    await storage.commit(`${bank}1`, [due('late', 300), due('early', 100), due('never')]);
    await storage.commit(`${bank}2`, [due('middle', 200), due('future', 301), putOf('other', {}, { dueAt: 1 })]);
    const places = (items: readonly Item[]) => items.map((item) => `${item.bank.slice(-1)} ${item.id} ${item.dueAt}`);
    assert.deepEqual(places(await storage.due(kind, 300, 10)), ['1 early 100', '2 middle 200', '1 late 300']);
    assert.deepEqual(places(await storage.due(kind, 300, 2)), ['1 early 100', '2 middle 200']);
    assert.deepEqual(places(await storage.due(kind, 99, 10)), []);
    assert.deepEqual(places(await storage.due(kind, { from: 200, before: 300 }, 10)), ['2 middle 200', '1 late 300']);
    assert.deepEqual(places(await storage.due(kind, { from: 200, before: 300 }, 1)), ['2 middle 200']);
    assert.deepEqual(places(await storage.due(kind, { from: 302, before: 1_000 }, 10)), []);
  });
  it('walks every record of every bank once', async () => {
    const { storage, bank } = open();
    const banks = ['1', '2', '3'].map((n) => `${bank}${n}`);
    for (const each of banks) {
      for (let start = 0; start < 600; start += 100) {
        const puts = Array.from({ length: 100 }, (_, n) => putOf(`n${start + n}`, { n: start + n }, { kind: n % 2 ? 'a' : 'b' }));
        await storage.commit(each, puts);
      }
    }
    const own = (await everything(storage)).filter((item) => item.bank.startsWith(bank));
    assert.equal(own.length, 1800);
    assert.equal(new Set(own.map((item) => `${item.bank} ${item.kind} ${item.id}`)).size, 1800);
    assert.deepEqual([...new Set(own.map((item) => item.bank))], banks);
  });
}
