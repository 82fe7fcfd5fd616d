import { timingSafeEqual } from 'node:crypto';
import restify, { type Request, type Response, type Server } from 'restify';
import { z } from 'zod';
import { SetupError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { Page } from '../core/pages.ts';
import { type JsonHandler, refuse, withJson } from './body.ts';
import { addPages } from './pages.ts';

/** A request that has not arrived whole by then is dropped, ms: slow senders hold no connection for long. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How long running turns may take when the process is asked to stop, ms. */
const STOP_DEADLINE_MS = 10_000;

const clockSchema = z.object({ now: z.iso.datetime({ offset: true }) });

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly log: Logger;
  /** What answers `POST /api/messages`, the JSON body read. */
  readonly messages: JsonHandler;
  readonly pages?: readonly Page[];
  readonly ready: () => Promise<boolean> | boolean;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  /** Opens `/metrics` to whoever bears it; without it, to this machine alone. */
  readonly metricsToken?: string | undefined;
  /** Local mode only: sets the domain's clock forward (epoch ms) and says what came of it. Without it there is no such route. */
  readonly clock?: ((now: number) => Promise<{ now: string; ran: number; outbox: number }>) | undefined;
}

/** True when the request comes from this machine itself and not through a proxy on it. */
function isFromHere(request: Request): boolean {
  const { 'x-forwarded-for': proxied, forwarded } = request.headers;
  return proxied === undefined && forwarded === undefined && /^(?:::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
}

function bears(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function addMetrics(server: Server, { metrics, metricsToken }: ServerOptions): void {
  server.get('/metrics', async (request: Request, response: Response) => {
    if (!isFromHere(request) && !(metricsToken && bears(request, metricsToken))) {
      return refuse(response, metricsToken ? 401 : 403, 'The metrics are not for everyone.');
    }
    const text = await metrics();
    response.sendRaw(200, text, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

function addClock(server: Server, clock: NonNullable<ServerOptions['clock']>): void {
  const put: JsonHandler = async (request, response) => {
    const parsed = clockSchema.safeParse(request.body);
    if (!parsed.success) return refuse(response, 400, '"now" must be an ISO time with an offset, such as 2026-03-02T08:00:00+01:00.');
    response.json(200, await clock(Date.parse(parsed.data.now)));
  };
  server.put('/local/clock', withJson(put));
}

/** Errors of the framework and of handlers, without the message of either. */
function addErrors(server: Server, log: Logger): void {
  const words: Readonly<Record<number, string>> = { 404: 'There is nothing here.', 405: 'This can’t be done here.' };
  server.on('restifyError', (_request: Request, response: Response, error: Error & { statusCode?: number }, done: () => void) => {
    const status = error.statusCode === 404 || error.statusCode === 405 ? error.statusCode : 500;
    if (status === 500) log.error({ err: error }, 'a request failed');
    if (!response.headersSent) refuse(response, status, words[status] ?? 'Something went wrong.');
    done();
  });
}

/** Why an address can't be listened on, for whoever set it up. */
function setupFault({ code }: NodeJS.ErrnoException, host: string, port: number): SetupError | undefined {
  if (code === 'EADDRINUSE') {
    return new SetupError(`Port ${port} er opptatt på ${host}.`, ['Stopp programmet som bruker porten, eller velg en annen med PORT.']);
  }
  const isOther = code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND';
  return isOther
    ? new SetupError(`Kan ikke lytte på ${host}:${port} (${code}).`, ['Velg en annen adresse med HOST eller PORT.'])
    : undefined;
}

function listen(server: Server, { host, port, log }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      log.error({ err: error }, 'the server failed');
      reject(setupFault(error, host, port) ?? error);
    });
    server.listen(port, host, () => resolve());
  });
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.server.closeAllConnections(), STOP_DEADLINE_MS);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.server.closeIdleConnections();
    // A connection that was busy then would be kept open for the next request, which is not to come.
    server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
  });
}

/**
 * Listens. `url` tells where; `stop` takes no more, lets running requests finish and ends after 10 s at the latest. Rejects with a
 * `SetupError` when the port is taken or the address isn't ours.
 */
export async function startServer(options: ServerOptions): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { host, log, messages, ready, clock } = options;
  const server = restify.createServer({ name: 'ressursbank-bot' });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  addErrors(server, log);
  server.post('/api/messages', withJson(messages));
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.json(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const isReady = await Promise.resolve()
      .then(ready)
      .catch((error: unknown) => {
        log.error({ err: error }, 'not ready');
        return false;
      });
    response.json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' });
  });
  addMetrics(server, options);
  addPages(server, options.pages ?? []);
  if (clock) addClock(server, clock);
  await listen(server, options);
  const address = server.address();
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, stop: () => stopServer(server) };
}
