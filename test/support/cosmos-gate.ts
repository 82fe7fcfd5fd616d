import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { type BatchAnswer, type BatchOperation, idOf, judgeBatch, refuseBatch } from './cosmos-gate-batch.ts';

const PARTITION_HEADER = 'x-ms-documentdb-partitionkey';
/** Limit of the service for one request. */
const MAX_BYTES = 2 * 1024 * 1024;

export interface CosmosGate {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * An account of Cosmos DB in memory: @vercel/cosmosdb-server, with requests taken one at a time, and with transactional batches executed as the
 * service does: every condition is checked before anything is written. Port 0 takes a free one. Rejects when the port is in use.
 */
export async function startCosmosGate(port = 0): Promise<CosmosGate> {
  const server = createHttpServer({ keepAlive: true });
  const inner = server.listeners('request')[0] as (req: IncomingMessage, res: ServerResponse) => void;
  const pass = randomUUID();
  let queue: Promise<void> = Promise.resolve();
  server.removeAllListeners('request');
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (req.headers['x-gate-pass'] === pass) return inner(req, res);
    queue = queue
      .then(() => serve({ req, res, inner, ask: askerOf(server, pass) }))
      .catch((error: unknown) => answer(res, 500, { message: String(error) }));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** Asks the server itself, past the queue. */
function askerOf(server: Server, pass: string): Ask {
  return (path, init) => fetch(`http://127.0.0.1:${portOf(server)}${path}`, { ...init, headers: { ...init.headers, 'x-gate-pass': pass } });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly inner: (req: IncomingMessage, res: ServerResponse) => void;
  readonly ask: Ask;
}

async function serve({ req, res, inner, ask }: Exchange): Promise<void> {
  if (res.destroyed) return;
  if (Number(req.headers['content-length'] ?? 0) > MAX_BYTES) {
    req.resume();
    return answer(res, 413, { code: 'RequestEntityTooLarge', message: 'Request size is too large' });
  }
  if (req.headers['x-ms-cosmos-is-batch-request'] === undefined || req.headers['x-ms-cosmos-batch-atomic'] === undefined) {
    const done = new Promise<void>((resolve) => res.once('close', resolve).once('finish', resolve));
    inner(req, res);
    return done;
  }
  const operations: BatchOperation[] = JSON.parse(await text(req));
  const { status, body } = await executeBatch(operations, {
    path: String(req.url),
    partitionKey: String(req.headers[PARTITION_HEADER]),
    ask,
  });
  answer(res, status, body);
}

async function executeBatch(
  operations: readonly BatchOperation[],
  { path, partitionKey, ask }: { path: string; partitionKey: string; ask: Ask },
): Promise<BatchAnswer> {
  const refused = refuseBatch(operations);
  if (refused !== undefined) return refused;
  // Without the second header, which the driver sends with every read, the server stumbles over a document that is not there.
  const headers = { [PARTITION_HEADER]: partitionKey, 'x-ms-documentdb-query-enablecrosspartition': 'true' };
  const standing = new Map<string, string>();
  for (const id of new Set(operations.map(idOf))) {
    const response = await ask(`${path.replace(/\/$/, '')}/${encodeURIComponent(id)}`, { headers });
    const document = (await response.json()) as { _etag?: string };
    if (response.ok && document._etag !== undefined) standing.set(id, document._etag);
  }
  const failed = judgeBatch(operations, standing);
  if (failed !== undefined) return failed;
  const response = await ask(path, {
    method: 'POST',
    headers: { ...headers, 'x-ms-cosmos-is-batch-request': 'true', 'x-ms-cosmos-batch-atomic': 'true' },
    body: JSON.stringify(operations.map(({ ifMatch: _checked, ...operation }) => ({ ...operation, partitionKey }))),
  });
  return { status: response.status, body: await response.json() };
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json', 'x-ms-request-charge': '1', 'x-ms-activity-id': randomUUID() });
  res.end(JSON.stringify(body));
}
