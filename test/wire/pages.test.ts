import assert from 'node:assert/strict';
import { type IncomingHttpHeaders, request } from 'node:http';
import sinon from 'sinon';
import { silentLog } from '../../src/core/log.ts';
import type { Page, PageAnswer } from '../../src/core/pages.ts';
import { startServer } from '../../src/wire/server.ts';

const ICS: PageAnswer = {
  type: 'text/calendar; charset=utf-8',
  body: 'BEGIN:VCALENDAR\r\nSUMMARY:Møte\r\nEND:VCALENDAR\r\n',
  fileName: 'møte "1".ics',
  maxAgeSeconds: 300,
};

describe('pages', () => {
  let server: { url: string; stop(): Promise<void> };
  const log = silentLog();
  const answer = sinon.stub<Parameters<Page['answer']>, ReturnType<Page['answer']>>();

  before(async () => {
    const others = { log, messages: async () => undefined, ready: () => true, metrics: async () => '' };
    const pages: readonly Page[] = [
      { path: '/webinars/:file', answer },
      { path: '/pictures/:file', answer },
    ];
    server = await startServer({ host: '127.0.0.1', port: 0, ...others, pages });
  });
  beforeEach(() => {
    answer.reset();
    answer.resolves(ICS);
  });
  afterEach(() => sinon.restore());
  after(() => server.stop());

  /** As it stands: `fetch` would mend the address and the answer. */
  function ask(path: string, { method = 'GET', ...headers }: Record<string, string> = {}) {
    return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const asked = request({ hostname, port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  it('show what they hold, to be kept for a while by the one who asked', async () => {
    const { status, headers, body } = await ask('/webinars/w1.ics?sig=abc');
    assert.deepEqual([status, body], [200, ICS.body]);
    const { date: _, connection: _c, 'keep-alive': _k, server: _s, etag, ...rest } = headers;
    assert.match(etag ?? '', /^"[\w-]{20,}"$/);
    assert.deepEqual(rest, {
      'cache-control': 'private, max-age=300',
      'content-disposition': `attachment; filename="m_te _1_.ics"; filename*=UTF-8''m%C3%B8te%20%221%22.ics`,
      'content-length': String(Buffer.byteLength(String(ICS.body))),
      'content-type': 'text/calendar; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    assert.deepEqual(answer.firstCall.args, [{ file: 'w1.ics' }, { sig: 'abc' }]);
  });

  it('are told to be for all, and shown where they are asked for, where they say so', async () => {
    const body = Uint8Array.of(0x89, 0x50, 0, 0xff);
    answer.resolves({ type: 'image/png', body, maxAgeSeconds: 86_400, isPublic: true });
    const response = await fetch(`${server.url}/pictures/a.png`);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=86400');
    assert.equal(response.headers.get('content-disposition'), null);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), body);
  });

  it('tell HEAD the same without the body', async () => {
    const [got, head] = [await ask('/webinars/w1.ics'), await ask('/webinars/w1.ics', { method: 'HEAD' })];
    const compared = ({ headers }: typeof got) => [
      headers.etag,
      headers['content-type'],
      headers['content-length'],
      headers['cache-control'],
    ];
    assert.deepEqual([head.status, head.body, compared(head)], [200, '', compared(got)]);
    answer.resolves(undefined);
    assert.equal((await ask('/webinars/w1.ics', { method: 'HEAD' })).status, 404);
    assert.equal((await ask('/webinars/w1.ics', { method: 'POST' })).status, 405);
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await ask('/webinars/w1.ics');
    const etag = headers.etag ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, `"other",W/${etag} , "more"`, '*']) {
      const again = await ask('/webinars/w1.ics', { 'if-none-match': held });
      assert.deepEqual([again.status, again.body, again.headers.etag], [304, '', etag], held);
      assert.equal(again.headers['cache-control'], 'private, max-age=300');
    }
    for (const other of ['"other"', etag.slice(1, -1), `"x${etag.slice(1)}`, '']) {
      assert.equal((await ask('/webinars/w1.ics', { 'if-none-match': other })).status, 200, other);
    }
    answer.resolves({ ...ICS, body: 'changed' });
    const changed = await ask('/webinars/w1.ics', { 'if-none-match': etag });
    assert.deepEqual([changed.status, changed.body], [200, 'changed']);
  });

  it('are not there when nothing is answered', async () => {
    answer.resolves(undefined);
    const { status, body, headers } = await ask('/webinars/w1.ics');
    assert.deepEqual([status, JSON.parse(body)], [404, { error: 'There is nothing here.' }]);
    assert.equal(headers['cache-control'], undefined);
  });

  it('tell nothing of an error', async () => {
    const noise = sinon.stub(log, 'error');
    for (const fail of [() => Promise.reject(new Error('secret detail')), () => assert.fail('secret detail')]) {
      answer.callsFake(fail);
      const { status, body } = await ask('/webinars/w1.ics?sig=secret');
      assert.deepEqual([status, JSON.parse(body)], [500, { error: 'Something went wrong.' }]);
    }
    assert.equal(noise.callCount, 2);
  });

  for (const [what, path] of [
    ['broken percent-encoding', '/webinars/%E0%A4%A'],
    ['a percent sign that means nothing', '/webinars/%zz.ics'],
    ['no name', '/webinars/'],
    ['a long name', `/webinars/${'a'.repeat(101)}`],
    ['a very long name', `/webinars/${'a'.repeat(10_000)}`],
    ['a name that leads elsewhere', '/webinars/..%2F..%2Fetc%2Fpasswd'],
    ['one for Windows', '/webinars/..%5Cboot.ini'],
    ['what nobody sees', '/webinars/w1%00.ics'],
    ['a line break', '/webinars/w1%0D%0Aset-cookie:x'],
    ['half a sign', '/webinars/%ED%A0%80'],
  ] as const) {
    it(`are not looked for under ${what}`, async () => {
      assert.equal((await ask(path)).status, 404);
      assert.equal(answer.callCount, 0);
      assert.equal((await ask('/webinars/w1.ics')).status, 200);
    });
  }

  it('take any query', async () => {
    await ask(`/webinars/w1.ics?sig=%zz&sig=a+b&__proto__=x&=y&${'n'.repeat(201)}=1&long=${'v'.repeat(201)}`);
    const [, query] = answer.firstCall.args;
    assert.deepEqual(Object.entries(query), [
      ['sig', 'a b'],
      ['__proto__', 'x'],
      ['', 'y'],
    ]);
  });

  for (const fileName of ['a\r\nset-cookie: x=1', '"; filename=evil.exe', '../../x.ics', '\ud800.ics', 'ø'.repeat(100)]) {
    it(`carry no more than a name in their name: ${JSON.stringify(fileName).slice(0, 30)}`, async () => {
      answer.resolves({ ...ICS, fileName });
      const { status, headers } = await ask('/webinars/w1.ics');
      assert.equal(status, 200);
      assert.match(headers['content-disposition'] ?? '', /^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w.%!~-]*$/);
      assert.equal(headers['set-cookie'], undefined);
    });
  }
});
