import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CosmosClient } from '@azure/cosmos';
import { SetupError, Unavailable } from '../../src/core/errors.ts';
import { openCosmos } from '../../src/storage/cosmos.ts';
import { openStorage } from '../../src/storage/open.ts';
import { type CosmosGate, startCosmosGate } from '../support/cosmos-gate.ts';
import { describeStorage, type Place } from './contract.ts';
import { putOf } from './contract-tools.ts';

const RUNS = 40;
const RUNS_ON_ACCOUNT = 10;
const KEY = 'c3RhbmQtaW4=';

async function onStandIn(): Promise<Place> {
  const gate = await startCosmosGate();
  return {
    shared: true,
    open: (options) => openCosmos({ endpoint: gate.endpoint, key: KEY, database: 'test', ...options }),
    end: () => gate.stop(),
  };
}

/** A database of its own in a real account, removed at the end; with a key alone, since a managed identity may not make one. */
async function onAccount(endpoint: string, key: string): Promise<Place> {
  const database = `test-${randomUUID()}`;
  const client = new CosmosClient({ endpoint, key });
  return {
    shared: true,
    open: (options) => openCosmos({ endpoint, key, database, ...options }),
    async end() {
      await client.database(database).delete();
      client.dispose();
    },
  };
}

describeStorage('Cosmos DB, stand-in', onStandIn, RUNS);

const { COSMOS_ENDPOINT: accountEndpoint, COSMOS_KEY: accountKey } = process.env;
if (accountEndpoint && accountKey) describeStorage('Cosmos DB, account', () => onAccount(accountEndpoint, accountKey), RUNS_ON_ACCOUNT);

describe('cosmos', () => {
  let gate: CosmosGate;
  before(async () => {
    gate = await startCosmosGate();
  });
  after(() => gate.stop());

  it('is opened by the configuration', async () => {
    const config = { storage: 'cosmos', dataDir: '', cosmos: { endpoint: gate.endpoint, database: 'opened' } } as const;
    const storage = await openStorage(config);
    await storage.commit('rph', [putOf('a', { n: 1 })]);
    await storage.close();
    const again = await openStorage({ ...config, cosmos: { ...config.cosmos, key: KEY } });
    assert.deepEqual((await again.get('rph', 'note', 'a'))?.body, { n: 1 });
    await again.close();
    await assert.rejects(openStorage({ storage: 'cosmos', dataDir: '' }), SetupError);
  });

  it('lays documents down as the service wants them', async () => {
    const storage = await openCosmos({ endpoint: gate.endpoint, database: 'documents', now: () => 1000 });
    await storage.commit('rph', [putOf('a/b', { n: 1 }, { expiresAt: 4500 }), putOf('plain', {}, { dueAt: 7 })]);
    await storage.close();
    const container = new CosmosClient({ endpoint: gate.endpoint, key: KEY, connectionPolicy: { enableEndpointDiscovery: false } })
      .database('documents')
      .container('records');
    const { resource: definition } = await container.read();
    assert.deepEqual([definition?.partitionKey?.paths, definition?.defaultTtl], [['/bank'], -1]);
    const { resources } = await container.items.query('SELECT c.id, c.key, c.bank, c.ttl, c.dueAt FROM c ORDER BY c.id').fetchAll();
    const [plain, hashed, schema] = resources;
    assert.deepEqual(plain, { id: 'note:plain', key: 'plain', bank: 'rph', dueAt: 7 });
    assert.match(hashed.id, /^note:~[0-9a-f]{64}$/);
    assert.deepEqual([hashed.key, hashed.ttl, schema.id, schema.bank], ['a/b', 4, 'schema', '_house']);
  });

  it('refuses a container that is divided in another way', async () => {
    const client = new CosmosClient({ endpoint: gate.endpoint, key: KEY, connectionPolicy: { enableEndpointDiscovery: false } });
    const { database } = await client.databases.createIfNotExists({ id: 'foreign' });
    await database.containers.createIfNotExists({ id: 'records', partitionKey: { paths: ['/pk'] } });
    await assert.rejects(
      openCosmos({ endpoint: gate.endpoint, database: 'foreign' }),
      (error) => error instanceof SetupError && /\/pk/.test(error.message) && error.faults.length === 1,
    );
  });

  it('refuses an address that is none', async () => {
    await assert.rejects(openCosmos({ endpoint: 'kontoen', database: 'x' }), SetupError);
  });

  it('says Unavailable when nobody answers', async () => {
    const other = await startCosmosGate();
    const storage = await openCosmos({ endpoint: other.endpoint, database: 'x' });
    await other.stop();
    await assert.rejects(storage.get('rph', 'note', 'a'), Unavailable);
    await assert.rejects(storage.commit('rph', [putOf('a', {})]), Unavailable);
    await storage.close();
  });

  const answers: readonly [number, (error: unknown) => boolean][] = [
    [429, (error) => error instanceof Unavailable && error.retryAfterMs === 100],
    [449, (error) => error instanceof Unavailable],
    [503, (error) => error instanceof Unavailable],
    [401, (error) => error instanceof SetupError && /slipper ikke/.test(error.message)],
    [403, (error) => error instanceof SetupError],
    [404, (error) => error instanceof SetupError],
  ];
  for (const [status, expected] of answers) {
    it(`understands ${status} when it is opened`, async () => {
      const server = createServer((_, res) => {
        // Not chained: restify, where it is loaded, leaves writeHead without a value.
        res.writeHead(status, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '100' });
        res.end('{"code":"x","message":"x"}');
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      await assert.rejects(openCosmos({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, database: 'x' }), expected);
      server.closeAllConnections();
      server.close();
    });
  }
});
