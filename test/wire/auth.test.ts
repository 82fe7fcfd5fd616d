import assert from 'node:assert/strict';
import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { ManagedIdentityAppCredentials } from 'botframework-connector';
import { pino } from 'pino';
import sinon from 'sinon';
import { silentLog } from '../../src/core/log.ts';
import { createAuthentication } from '../../src/wire/auth.ts';
import { type ServerOptions, startServer } from '../../src/wire/server.ts';
import { createTeams, type TeamsOptions } from '../../src/wire/teams.ts';
import { activity } from '../support/activities.ts';
import { type ConnectorStandIn, startConnectorStandIn } from '../support/connector-stand-in.ts';
import { startTokenIssuer, strangeKey, type TokenIssuer } from '../support/token-issuer.ts';

const BOT = '9a1e0b6c-0000-4000-8000-00000000b07a';

describe('authentication', () => {
  let issuer: TokenIssuer;
  let standIn: ConnectorStandIn;
  let servers: { stop(): Promise<void> }[] = [];
  const handle = sinon.stub().resolves({ reply: { kind: 'say', text: 'Ja.' }, locale: 'nb' });

  before(async () => {
    issuer = await startTokenIssuer();
    standIn = await startConnectorStandIn();
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    servers = [];
    handle.resetHistory();
    sinon.restore();
  });
  after(async () => {
    await issuer.close();
    await standIn.close();
  });

  async function start(changes: Partial<TeamsOptions> = {}) {
    const { openIdMetadata, tokenIssuer, loginUrl } = issuer;
    const teams = createTeams({
      ...{ botId: BOT, botType: 'SingleTenant', botPassword: 'secret', botTenantId: 'tenant', openIdMetadata, tokenIssuer, loginUrl },
      ...{ allowedTenants: 'all', localOnly: false, production: false, log: silentLog(), handle },
      render: ({ name }) => ({ card: { name }, summary: name }),
      ...changes,
    });
    const rest: Omit<ServerOptions, 'messages'> = {
      host: '127.0.0.1',
      port: 0,
      log: silentLog(),
      ready: () => true,
      metrics: async () => '',
    };
    const server = await startServer({ ...rest, messages: teams.handler });
    servers.push(server);
    const post = (body: unknown, authorization?: string) =>
      fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify(body),
      });
    return { teams, post };
  }

  const message = (serviceUrl = standIn.url) => activity('message-personal', { serviceUrl });
  const claims = (changes: Record<string, unknown> = {}) => ({ aud: BOT, serviceurl: standIn.url, ...changes });
  const now = () => Math.floor(Date.now() / 1000);

  it('lets the channel in', async () => {
    const { post } = await start();
    assert.equal((await post(message(), `Bearer ${issuer.token(claims())}`)).status, 200);
    assert.equal(handle.callCount, 1);
  });

  it('allows clocks to differ by five minutes', async () => {
    const { post } = await start();
    assert.equal((await post(message(), `Bearer ${issuer.token(claims({ exp: now() - 200, nbf: now() - 900 }))}`)).status, 200);
    assert.equal((await post(message(), `Bearer ${issuer.token(claims({ nbf: now() + 200 }))}`)).status, 200);
  });

  const hmac = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64url');
  const refused: Record<string, () => string | Promise<string>> = {
    'no header': () => '',
    'no token': () => 'Bearer ',
    'another scheme': () => `Basic ${issuer.token(claims())}`,
    'no JWT': () => 'Bearer x.y.z',
    'JSON that is no object': () => `Bearer ${Buffer.from('null').toString('base64url')}.${Buffer.from('7').toString('base64url')}.x`,
    'another audience': () => `Bearer ${issuer.token(claims({ aud: 'other' }))}`,
    'no audience': () => `Bearer ${issuer.token(claims({ aud: undefined }))}`,
    'another issuer': () => `Bearer ${issuer.token(claims({ iss: 'https://other.example.no' }))}`,
    'the issuer of emulators': () =>
      `Bearer ${issuer.token(claims({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: BOT, ver: '1.0' }))}`,
    'an expired token': () => `Bearer ${issuer.token(claims({ exp: now() - 600 }))}`,
    'no end': () => `Bearer ${issuer.token(claims({ exp: undefined }))}`,
    'a time before its own': () => `Bearer ${issuer.token(claims({ nbf: now() + 900 }))}`,
    'odd times': () => `Bearer ${issuer.token(claims({ nbf: 'x' }))}`,
    'another service URL': () => `Bearer ${issuer.token(claims({ serviceurl: 'http://127.0.0.1:1' }))}`,
    'no service URL': () => `Bearer ${issuer.token(claims({ serviceurl: undefined }))}`,
    'the wrong key': () => `Bearer ${issuer.token(claims(), { key: strangeKey() })}`,
    'an unknown key': () => `Bearer ${issuer.token(claims(), { kid: 'other' })}`,
    'alg none': () => `Bearer ${issuer.token(claims(), { alg: 'none', signature: '' })}`,
    'alg none with a signature': () => `Bearer ${issuer.token(claims(), { alg: 'none' })}`,
    'HS256 with the public key for a secret': async () => {
      const { keys } = (await (await fetch(`${issuer.url}/keys`)).json()) as { keys: [JsonWebKey] };
      const pem = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
      const content = issuer.token(claims(), { alg: 'HS256', signature: 'x' }).split('.').slice(0, 2).join('.');
      return `Bearer ${content}.${hmac(content, pem)}`;
    },
    'a changed payload': () => {
      const [head, , signature] = issuer.token(claims({ aud: 'other' })).split('.');
      return `Bearer ${head}.${issuer.token(claims()).split('.')[1]}.${signature}`;
    },
  };
  for (const [what, header] of Object.entries(refused)) {
    it(`refuses ${what}, alike and without noise`, async () => {
      const { post } = await start();
      const noise = [sinon.stub(console, 'error'), sinon.stub(console, 'warn'), sinon.stub(console, 'log')];
      const response = await post(message(), await header());
      const printed = noise.map(({ callCount }) => callCount);
      sinon.restore();
      assert.equal(response.status, 401);
      assert.equal(response.headers.get('www-authenticate'), 'Bearer');
      assert.deepEqual(await response.json(), { error: 'The sender is not known.' });
      assert.deepEqual(printed, [0, 0, 0]);
      assert.equal(handle.callCount, 0);
    });
  }

  it('refuses a channel that the key is not for, without noise', async () => {
    const { post } = await start();
    const noise = sinon.stub(console, 'error');
    const response = await post({ ...message(), channelId: 'webchat' }, `Bearer ${issuer.token(claims())}`);
    assert.deepEqual([response.status, noise.callCount], [401, 0]);
  });

  it('asks who it is before it looks at what is sent', async () => {
    const { post } = await start();
    for (const body of [{}, [], null, { type: 'message' }]) assert.equal((await post(body)).status, 401);
    const known = await post({ type: 'message', channelId: 'msteams', serviceUrl: standIn.url }, `Bearer ${issuer.token(claims())}`);
    assert.equal(known.status, 400);
    assert.match(await known.text(), /conversation\.id/);
  });

  it('says “not now” when the keys can’t be fetched', async () => {
    const { post } = await start({ openIdMetadata: 'http://127.0.0.1:9/openid' });
    assert.equal((await post(message(), `Bearer ${issuer.token(claims())}`)).status, 503);
  });

  it('talks to this machine only when tested, never in production', async () => {
    const bearer = `Bearer ${issuer.token(claims())}`;
    const { post } = await start({ production: true });
    const response = await post(message(), bearer);
    assert.equal(response.status, 403);
    const cloud = await start({ loginUrl: undefined });
    assert.equal((await cloud.post(message(), bearer)).status, 403);
    assert.equal(handle.callCount, 0);
  });

  it('refuses a service URL that is not Microsoft’s, even of a known sender', async () => {
    const { post } = await start();
    const serviceUrl = 'https://smba.example.no/';
    assert.equal((await post(message(serviceUrl), `Bearer ${issuer.token(claims({ serviceurl: serviceUrl }))}`)).status, 403);
  });

  it('takes whatever comes from this machine in local mode, with a token or without', async () => {
    const { post } = await start({ botId: undefined, loginUrl: undefined, localOnly: true });
    assert.equal((await post(message())).status, 200);
    assert.equal((await post(message(), 'Bearer nonsense')).status, 200);
    assert.equal((await post(message('https://smba.trafficmanager.net/emea/'))).status, 403);
  });

  for (const loginPath of ['/login', '/login/oauth2/v2.0/token', '/login/tenant/oauth2/v2.0/token']) {
    it(`calls the connector with a token from ${loginPath}, fetched once`, async () => {
      const own = await startTokenIssuer({ loginPath });
      const { teams } = await start({ loginUrl: own.loginUrl });
      const address = { serviceUrl: standIn.url, botId: `28:${BOT}` };
      await teams.connector.send(address, { conversationId: 'a:1' }, { text: 'en' });
      await teams.connector.send(address, { conversationId: 'a:1' }, { text: 'to' });
      assert.deepEqual(
        standIn.calls.slice(-2).map(({ authorization }) => authorization),
        ['Bearer outgoing-1', 'Bearer outgoing-1'],
      );
      assert.equal(own.logins.length, 1);
      assert.deepEqual(Object.fromEntries(own.logins[0] ?? []), {
        grant_type: 'client_credentials',
        client_id: BOT,
        client_secret: 'secret',
        scope: 'https://api.botframework.com/.default',
      });
      await own.close();
    });
  }

  it('tells that it could not send when there is no token to be had', async () => {
    const { teams } = await start({ loginUrl: 'http://127.0.0.1:9/' });
    const address = { serviceUrl: standIn.url, botId: BOT };
    const sent = teams.connector.send(address, { conversationId: 'a:1' }, { text: 'hei' });
    await assert.rejects(sent, { name: 'SendRefused', permanent: false });
  });

  it('can be made for a managed identity', async () => {
    const { post } = await start({ botType: 'UserAssignedMSI', botPassword: undefined });
    assert.equal((await post(message(), `Bearer ${issuer.token(claims())}`)).status, 200);
  });

  it('keeps tokens and texts out of what is logged of a refusal', async () => {
    const { teams } = await start();
    standIn.setFault(() => ({ status: 500 }));
    const sent = teams.connector.send({ serviceUrl: standIn.url, botId: BOT }, { conversationId: 'a:1' }, { text: 'hemmelig spørsmål' });
    const error = await sent.then(
      () => assert.fail('it was taken'),
      (refused: unknown) => refused,
    );
    standIn.setFault(undefined);
    assert.match(standIn.calls.at(-1)?.authorization ?? '', /^Bearer outgoing/);
    const lines: string[] = [];
    pino({ level: 'error' }, { write: (line) => lines.push(line) }).error({ err: error }, 'refused');
    assert.match(lines.join(), /the connector refused 500/);
    assert.doesNotMatch(lines.join(), /outgoing|hemmelig/);
  });

  for (const [what, identity, expected] of [
    ['the public cloud', { botType: 'SingleTenant' }, ['https://login.microsoftonline.com/tenant', 'https://api.botframework.com']],
    [
      'a cloud of its own',
      { botType: 'SingleTenant', loginUrl: 'https://login.microsoftonline.us/x', tokenIssuer: 'https://api.botframework.us' },
      ['https://login.microsoftonline.us/tenant', 'https://api.botframework.us'],
    ],
    ['a managed identity', { botType: 'UserAssignedMSI', botPassword: undefined }, [undefined, 'https://api.botframework.com']],
  ] as const) {
    it(`gets tokens from the right place: ${what}`, async () => {
      const own = createAuthentication({ botId: BOT, botPassword: 'secret', botTenantId: 'tenant', ...identity });
      const { credentials } = await own.clientFor('https://smba.trafficmanager.net/emea/');
      const [endpoint, scope] = [Reflect.get(credentials, 'oAuthEndpoint'), Reflect.get(credentials, 'oAuthScope')];
      assert.equal(credentials instanceof ManagedIdentityAppCredentials, identity.botType === 'UserAssignedMSI');
      assert.deepEqual([expected[0] && endpoint, scope], expected);
    });
  }
});
