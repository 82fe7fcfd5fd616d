import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Conflict } from '../../src/core/errors.ts';
import type { Change, Storage } from '../../src/storage/port.ts';
import { newBank, type Opened } from './contract-tools.ts';

const KINDS = ['note', 'job'];
const IDS = ['a', 'b/c', 'å'];

/** What a change expects, said without an etag: the one that stands, one that stood, none at all. */
type Expectation = 'nothing' | 'absent' | 'current' | 'stale';

interface Step {
  readonly put: boolean;
  readonly kind: string;
  readonly id: string;
  readonly n: number;
  readonly expectation: Expectation;
}

type Model = Map<string, { etag: string; n: number }>;

const step = fc.record({
  put: fc.boolean(),
  kind: fc.constantFrom(...KINDS),
  id: fc.constantFrom(...IDS),
  n: fc.integer(),
  expectation: fc.constantFrom<Expectation[]>('nothing', 'nothing', 'absent', 'current', 'current', 'stale'),
});
const commits = fc.array(fc.uniqueArray(step, { minLength: 1, maxLength: 4, selector: keyOf }), { minLength: 1, maxLength: 10 });

/** Random sequences of commits leave the store as they leave a Map. */
export function describeModel(open: Opened, runs: number): void {
  it('does what a map would do', async () => {
    const { storage } = open();
    await fc.assert(
      fc.asyncProperty(commits, async (sequence) => {
        const bank = newBank();
        const model: Model = new Map();
        for (const steps of sequence) await commitBoth(storage, { bank, model, steps });
        assert.deepEqual(await contents(storage, bank), [...model].map(([key, { etag, n }]) => `${key} ${etag} ${n}`).toSorted());
      }),
      { numRuns: runs },
    );
  });
}

function keyOf({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}

async function commitBoth(storage: Storage, { bank, model, steps }: { bank: string; model: Model; steps: readonly Step[] }): Promise<void> {
  const refused = steps.find((each) => !holds(each, model));
  const changes = steps.map((each) => changeOf(each, model));
  if (refused !== undefined) {
    await assert.rejects(storage.commit(bank, changes), new Conflict(refused.kind, refused.id));
    return;
  }
  const etags = await storage.commit(bank, changes);
  for (const [at, each] of steps.entries()) {
    if (each.put) model.set(keyOf(each), { etag: etags[at] ?? '', n: each.n });
    else model.delete(keyOf(each));
  }
}

function holds(each: Step, model: Model): boolean {
  const standing = model.has(keyOf(each));
  if (each.expectation === 'absent') return !(each.put && standing);
  if (each.expectation === 'current') return standing;
  return each.expectation === 'nothing';
}

function changeOf(each: Step, model: Model): Change {
  const { kind, id, n, expectation } = each;
  const etag = expectation === 'current' ? (model.get(keyOf(each))?.etag ?? 'none') : 'stale';
  const expected = expectation === 'current' || expectation === 'stale';
  if (!each.put) return { op: 'remove', kind, id, ...(expected ? { expect: { etag } } : {}) };
  if (expectation === 'absent') return { op: 'put', kind, id, body: { n }, expect: 'absent' };
  return { op: 'put', kind, id, body: { n }, ...(expected ? { expect: { etag } } : {}) };
}

async function contents(storage: Storage, bank: string): Promise<string[]> {
  const pages = await Promise.all(KINDS.map((kind) => storage.list(bank, kind)));
  return pages
    .flatMap(({ items }) => items)
    .map((item) => `${keyOf(item)} ${item.etag} ${item.body.n}`)
    .toSorted();
}
