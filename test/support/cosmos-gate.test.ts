import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Container, CosmosClient, type OperationInput } from '@azure/cosmos';
import { type CosmosGate, startCosmosGate } from './cosmos-gate.ts';
import { judgeBatch, refuseBatch } from './cosmos-gate-batch.ts';

const STAND_IN = fileURLToPath(new URL('./cosmos-stand-in.ts', import.meta.url));

describe('cosmos gate', () => {
  let gate: CosmosGate;
  let container: Container;
  let client: CosmosClient;
  before(async () => {
    gate = await startCosmosGate();
    client = new CosmosClient({ endpoint: gate.endpoint, key: 'eA==', connectionPolicy: { enableEndpointDiscovery: false } });
    const { database } = await client.databases.createIfNotExists({ id: 'd' });
    ({ container } = await database.containers.createIfNotExists({ id: 'c', partitionKey: { paths: ['/bank'] } }));
  });
  after(async () => {
    client.dispose();
    await gate.stop();
  });

  const create = (bank: string, id: string): OperationInput => ({ operationType: 'Create', resourceBody: { id, bank } });
  const ids = async (bank: string) => {
    const query = { query: 'SELECT c.id FROM c WHERE c.bank = @bank ORDER BY c.id', parameters: [{ name: '@bank', value: bank }] };
    return (await container.items.query(query).fetchAll()).resources.map(({ id }) => id);
  };

  it('writes a whole batch in one partition and gives the etags that then stand', async () => {
    const other = await container.items.create({ id: 'x', bank: 'other' });
    const { code, result } = await container.items.batch([create('a', 'x'), create('a', 'y')], 'a');
    assert.equal(code, 200);
    assert.deepEqual(
      result?.map(({ statusCode }) => statusCode),
      [201, 201],
    );
    const { resource } = await container.item('x', 'a').read();
    assert.equal(result?.[0]?.eTag, resource._etag);
    assert.equal((await container.item('x', 'other').read()).resource._etag, other.etag);
  });

  it('writes nothing of a batch that fails, and names the failure by position', async () => {
    await container.items.create({ id: 'there', bank: 'b' });
    const { code, result } = await container.items.batch([create('b', 'new'), create('b', 'there'), create('b', 'new2')], 'b');
    assert.equal(code, 207);
    assert.deepEqual(
      result?.map(({ statusCode }) => statusCode),
      [424, 409, 424],
    );
    assert.deepEqual(await ids('b'), ['there']);
  });

  it('lets an operation see what those before it in the batch have done', async () => {
    const remove: OperationInput = { operationType: 'Delete', id: 'x' };
    assert.equal((await container.items.batch([create('e', 'x'), remove, create('e', 'x')], 'e')).code, 200);
    assert.equal((await container.items.batch([remove, remove], 'e')).result?.[1]?.statusCode, 404);
    assert.deepEqual(await ids('e'), ['x']);
  });

  it('refuses a request beyond 2 MB', async () => {
    const body = { id: 'big', bank: 'b', text: 'x'.repeat(2.1 * 1024 * 1024) };
    await assert.rejects(container.items.create(body), (error) => error instanceof Error && 'code' in error && error.code === 413);
  });
});

describe('judgement of a batch', () => {
  const standing = new Map([['a', 'e1']]);
  const cases: readonly [Parameters<typeof judgeBatch>[0], number[] | undefined][] = [
    [[{ operationType: 'Create', resourceBody: { id: 'b' } }], undefined],
    [[{ operationType: 'Create', resourceBody: { id: 'a' } }], [409]],
    [[{ operationType: 'Upsert', resourceBody: { id: 'a' } }], undefined],
    [[{ operationType: 'Upsert', resourceBody: { id: 'b' } }], undefined],
    [[{ operationType: 'Replace', id: 'a', ifMatch: 'e1' }], undefined],
    [[{ operationType: 'Replace', id: 'a', ifMatch: 'e0' }], [412]],
    [[{ operationType: 'Replace', id: 'b' }], [404]],
    [[{ operationType: 'Delete', id: 'a', ifMatch: 'e0' }], [412]],
    [[{ operationType: 'Delete', id: 'b' }], [404]],
    [
      [
        { operationType: 'Upsert', resourceBody: { id: 'a' } },
        { operationType: 'Delete', id: 'a', ifMatch: 'e1' },
      ],
      [424, 412],
    ],
  ];
  for (const [operations, statuses] of cases) {
    it(`${JSON.stringify(operations)} → ${statuses ?? 'done'}`, () => {
      const judged = judgeBatch(operations, standing);
      const body = judged?.body as { statusCode: number }[] | undefined;
      assert.deepEqual(
        body?.map(({ statusCode }) => statusCode),
        statuses,
      );
    });
  }
  it('does not begin with 101 operations, ids that are none, or what it does not know', () => {
    const operation = { operationType: 'Delete', id: 'a' } as const;
    assert.equal(refuseBatch(Array(100).fill(operation)), undefined);
    assert.equal(refuseBatch(Array(101).fill(operation))?.status, 400);
    for (const id of ['', 'a/b', 'a\\b', 'a?', '#', 'å'.repeat(512)])
      assert.equal(refuseBatch([{ operationType: 'Delete', id }])?.status, 400);
    assert.equal(refuseBatch([{ operationType: 'Patch', id: 'a' }])?.status, 400);
  });
});

describe('cosmos stand-in', () => {
  async function run(...args: string[]): Promise<[code: number, stderr: string]> {
    const child = spawn(process.execPath, [STAND_IN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    return [code, stderr];
  }

  it('says when it is ready, answers, and stops when it is told to', async () => {
    const child = spawn(process.execPath, [STAND_IN, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    assert.match(line, /^listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    assert.equal((await fetch(line.trim().split(' ')[2])).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  for (const args of [[], ['--port', 'x'], ['--port', '70000'], ['--prot', '1'], ['8081']]) {
    it(`refuses ${JSON.stringify(args)} in one line`, async () => {
      const [code, stderr] = await run(...args);
      assert.equal(code, 2);
      assert.match(stderr, /^[^\n]*usage: [^\n]+\n$/);
    });
  }

  it('refuses a port in use in one line', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const [code, stderr] = await run('--port', String(typeof address === 'object' ? address?.port : ''));
    server.close();
    assert.equal(code, 1);
    assert.match(stderr, /^[^\n]*EADDRINUSE[^\n]*\n$/);
  });
});
