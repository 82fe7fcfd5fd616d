import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import sinon from 'sinon';
import { SetupError } from '../../src/core/errors.ts';
import { silentLog } from '../../src/core/log.ts';
import { MAX_BODY_BYTES } from '../../src/wire/body.ts';
import { type ServerOptions, startServer } from '../../src/wire/server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('server', () => {
  let server: { url: string; stop(): Promise<void> } | undefined;
  const messages = sinon.stub<Parameters<ServerOptions['messages']>, Promise<void>>();

  async function start(changes: Partial<ServerOptions> = {}): Promise<string> {
    const options = { host: '127.0.0.1', port: 0, log: silentLog(), messages, ready: () => true, metrics: async () => 'up 1\n' };
    server = await startServer({ ...options, ...changes });
    return server.url;
  }
  beforeEach(() => {
    messages.reset();
    messages.callsFake(async ({ body }, response) => response.json(200, { body }));
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    sinon.restore();
  });

  const post = (url: string, body: RequestInit['body'], headers: Record<string, string> = JSON_TYPE) =>
    fetch(`${url}/api/messages`, { method: 'POST', headers, ...(body !== undefined && { body }), duplex: 'half' } as RequestInit);

  async function reason(response: Response): Promise<[number, string]> {
    const { error } = (await response.json()) as { error: string };
    return [response.status, error];
  }

  it('reads JSON', async () => {
    const url = await start();
    const response = await post(url, '{"type":"message"}', {
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': 'identity',
    });
    assert.deepEqual(await response.json(), { body: { type: 'message' } });
    assert.equal(response.headers.get('server'), 'ressursbank-bot');
  });

  for (const [what, body, headers, expected] of [
    [
      'a gzip body',
      gzipSync('{"type":"message"}'),
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      [415, 'A content-encoding is not supported.'],
    ],
    ['a broken gzip body', 'nonsense', { ...JSON_TYPE, 'content-encoding': 'gzip' }, [415, 'A content-encoding is not supported.']],
    ['brotli', 'nonsense', { ...JSON_TYPE, 'content-encoding': 'br' }, [415, 'A content-encoding is not supported.']],
    ['a large body', `"${'x'.repeat(MAX_BODY_BYTES)}"`, JSON_TYPE, [413, 'The body is too large.']],
    ['broken JSON', '{"type":', JSON_TYPE, [400, 'The body is not JSON.']],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0]), JSON_TYPE, [400, 'The body is not JSON.']],
    ['an empty body', '', JSON_TYPE, [400, 'The body is empty.']],
    [
      'a form',
      'type=message',
      { 'content-type': 'application/x-www-form-urlencoded' },
      [400, 'The content-type must be application/json.'],
    ],
    ['bytes', '{"type":"message"}', { 'content-type': 'application/octet-stream' }, [400, 'The content-type must be application/json.']],
    ['plain text', '{"type":"message"}', { 'content-type': 'text/plain' }, [400, 'The content-type must be application/json.']],
    ['a type that only begins alike', '{}', { 'content-type': 'application/jsonx' }, [400, 'The content-type must be application/json.']],
  ] as const) {
    it(`refuses ${what} and lives on`, async () => {
      const url = await start();
      assert.deepEqual(await reason(await post(url, body, headers)), expected);
      assert.equal(messages.callCount, 0);
      assert.equal((await post(url, '{}')).status, 200);
    });
  }

  it('refuses a body without a type', async () => {
    const url = await start();
    const status = await new Promise((resolve) => {
      request(`${url}/api/messages`, { method: 'POST' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end('{}');
    });
    assert.equal(status, 400);
  });

  it('refuses a large body that comes in pieces', async () => {
    const url = await start();
    const piece = new Uint8Array(16 * 1024).fill(120);
    let left = 40;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left > 0) controller.enqueue(piece);
        else controller.close();
      },
    });
    assert.equal((await post(url, body)).status, 413);
    assert.equal(messages.callCount, 0);
  });

  it('lives on when a sender goes away in the middle, and makes no noise of it', async () => {
    const log = silentLog();
    const noise = sinon.stub(log, 'error');
    const url = await start({ log });
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
        socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ty');
        setImmediate(() => socket.resetAndDestroy());
      });
      socket.on('close', () => resolve());
      socket.on('error', () => undefined);
    });
    assert.equal((await post(url, '{}')).status, 200);
    assert.equal(noise.callCount, 0);
  });

  it('tells nothing of an error', async () => {
    const url = await start();
    messages.rejects(new Error('secret detail'));
    assert.deepEqual(await reason(await post(url, '{}')), [500, 'Something went wrong.']);
    messages.callsFake(() => {
      throw new TypeError('secret detail');
    });
    assert.deepEqual(await reason(await post(url, '{}')), [500, 'Something went wrong.']);
    const failing = { metrics: () => Promise.reject(new Error('secret')), ready: () => Promise.reject(new Error('secret')) };
    await server?.stop();
    const other = await start(failing);
    assert.deepEqual(await reason(await fetch(`${other}/metrics`)), [500, 'Something went wrong.']);
    assert.equal((await fetch(`${other}/readyz`)).status, 503);
  });

  it('answers 404 and 405 in JSON, without what was asked for', async () => {
    const url = await start();
    assert.deepEqual(await reason(await fetch(`${url}/%3Cscript%3E`)), [404, 'There is nothing here.']);
    assert.deepEqual(await reason(await fetch(`${url}/api/messages`)), [405, 'This can’t be done here.']);
    assert.deepEqual(await reason(await fetch(`${url}/healthz`, { method: 'DELETE' })), [405, 'This can’t be done here.']);
    assert.equal((await fetch(`${url}/nothing`, { headers: { accept: 'text/html' } })).headers.get('content-type'), 'application/json');
  });

  it('tells whether it lives and whether it is ready', async () => {
    let isReady = false;
    const url = await start({ ready: async () => isReady });
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.equal((await fetch(`${url}/readyz`)).status, 503);
    isReady = true;
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
  });

  it('gives the metrics to this machine, else only for the token', async () => {
    const proxied = { 'x-forwarded-for': '203.0.113.7' };
    const open = await start();
    const response = await fetch(`${open}/metrics`);
    assert.deepEqual([response.status, await response.text()], [200, 'up 1\n']);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.equal((await fetch(`${open}/metrics`, { headers: proxied })).status, 403);
    assert.equal((await fetch(`${open}/metrics`, { headers: { forwarded: 'for=203.0.113.7' } })).status, 403);
    await server?.stop();
    const guarded = await start({ metricsToken: 'right' });
    const ask = (authorization: string) => fetch(`${guarded}/metrics`, { headers: { ...proxied, authorization } });
    assert.equal((await ask('Bearer right')).status, 200);
    for (const wrong of ['Bearer wrong', 'Bearer righ', 'right', 'Bearer ', '']) assert.equal((await ask(wrong)).status, 401);
  });

  it('moves the clock in local mode, and has no such route elsewhere', async () => {
    const clock = sinon.stub().resolves({ now: '2026-03-02T07:00:00.000Z', ran: 2, outbox: 0 });
    const url = await start({ clock });
    const put = (body: string, at = url) => fetch(`${at}/local/clock`, { method: 'PUT', headers: JSON_TYPE, body });
    const response = await put('{"now":"2026-03-02T08:00:00+01:00"}');
    assert.deepEqual(await response.json(), { now: '2026-03-02T07:00:00.000Z', ran: 2, outbox: 0 });
    assert.deepEqual(clock.firstCall.args, [Date.parse('2026-03-02T07:00:00Z')]);
    for (const wrong of ['{}', '{"now":7}', '{"now":"i morgen"}', '{"now":"2026-03-02"}', '{"now":"2026-03-02T08:00:00"}', '[]', 'null']) {
      const [status, error] = await reason(await put(wrong));
      assert.equal(status, 400);
      assert.match(error, /"now"/);
    }
    assert.equal((await put('{"now":')).status, 400);
    assert.equal(clock.callCount, 1);
    await server?.stop();
    assert.equal((await put('{}', await start())).status, 404);
  });

  it('says which port is taken and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const error = await start({ port }).then(
      () => assert.fail('it started'),
      (error: unknown) => error,
    );
    assert.ok(error instanceof SetupError);
    assert.match(error.message, new RegExp(`Port ${port} er opptatt på 127\\.0\\.0\\.1\\.\n.*PORT`));
    await new Promise((resolve) => other.close(resolve));
  });

  it('says when an address isn’t ours', async () => {
    await assert.rejects(start({ host: '203.0.113.7' }), SetupError);
  });

  describe('stopping', () => {
    async function slow(): Promise<{ url: string; answer: Promise<Response>; finish: () => void }> {
      let finish = (): void => assert.fail('not begun');
      const url = await start();
      const begun = new Promise<void>((resolve) => {
        messages.callsFake(async (_request, response) => {
          resolve();
          await new Promise<void>((end) => {
            finish = end;
          });
          response.json(200, {});
        });
      });
      const answer = post(url, '{}');
      await begun;
      return { url, answer, finish };
    }

    it('lets a running turn finish and takes no more', async () => {
      const { url, answer, finish } = await slow();
      const stopped = server?.stop();
      await assert.rejects(post(url, '{}'));
      finish();
      assert.equal((await answer).status, 200);
      await stopped;
    });

    it('does not wait for idle connections', async () => {
      const url = await start();
      assert.equal((await post(url, '{}')).status, 200);
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      await new Promise<void>((resolve) => socket.once('connect', resolve));
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      await new Promise((resolve) => socket.once('data', resolve));
      const closed = new Promise((resolve) => socket.once('close', resolve));
      await server?.stop();
      await closed;
    });

    it('ends after ten seconds at the latest', async () => {
      const { answer, finish } = await slow();
      const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const stopped = server?.stop();
      const broken = assert.rejects(answer);
      clock.tick(10_000);
      await stopped;
      await broken;
      finish();
    });
  });
});
