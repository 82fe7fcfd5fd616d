import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Render } from '../../src/cards.ts';
import { Unavailable } from '../../src/core/errors.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import type { Locale } from '../../src/core/locale.ts';
import { silentLog } from '../../src/core/log.ts';
import type { Reply } from '../../src/core/reply.ts';
import { startServer } from '../../src/wire/server.ts';
import { createTeams, type TeamsOptions } from '../../src/wire/teams.ts';
import { activity } from '../support/activities.ts';
import { type ConnectorStandIn, startConnectorStandIn } from '../support/connector-stand-in.ts';

const REFRESHING = { type: 'AdaptiveCard', refresh: { userIds: ['29:1kari-invented'], action: { type: 'Action.Execute', verb: 'x' } } };
const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

describe('teams', () => {
  let standIn: ConnectorStandIn;
  let stop: () => Promise<void>;
  let url: string;
  const handle = sinon.stub<[Incoming], Promise<{ reply: Reply; locale: Locale }>>();
  const log = silentLog();
  const render: Render = ({ name, data }) => ({ card: { ...REFRESHING, name, ...data }, summary: name });

  async function start(changes: Partial<TeamsOptions> = {}): Promise<void> {
    const common = { allowedTenants: 'all', localOnly: true, production: false, log, handle, render } as const;
    const teams = createTeams({ ...common, ...changes });
    const rest = { ready: () => true, metrics: async () => '' };
    const server = await startServer({ host: '127.0.0.1', port: 0, log, messages: teams.handler, ...rest });
    ({ url, stop } = server);
  }

  before(async () => {
    standIn = await startConnectorStandIn();
  });
  beforeEach(async () => {
    handle.reset();
    handle.resolves({ reply: { kind: 'ack' }, locale: 'nb' });
    await start();
  });
  afterEach(async () => {
    sinon.restore();
    await stop();
  });
  after(() => standIn.close());

  function post(name: string, changes: Record<string, unknown> = {}): Promise<Response> {
    const body = JSON.stringify(activity(name, { serviceUrl: standIn.url, ...changes }));
    return fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }

  for (const [name, kind] of [
    ['message-channel-mention', 'message'],
    ['message-edited', 'edited'],
    ['message-deleted', 'deleted'],
    ['action-submit', 'action'],
    ['installed-team-add', 'installed'],
    ['members-added', 'members'],
    ['playground-message', 'message'],
  ] as const) {
    it(`hands ${name} on as ${kind}, and sends nothing of its own`, async () => {
      const before = standIn.calls.length;
      const response = await post(name);
      assert.deepEqual([response.status, await response.text()], [200, '']);
      assert.equal(handle.callCount, 1);
      assert.equal(handle.firstCall.args[0].kind, kind);
      assert.equal(standIn.calls.length, before);
    });
  }

  for (const name of ['typing', 'reaction', 'event-read-receipt', 'message-undeleted', 'bot-added', 'channel-renamed']) {
    it(`acknowledges ${name} and does nothing`, async () => {
      assert.equal((await post(name)).status, 200);
      assert.equal(handle.callCount, 0);
    });
  }

  it('acknowledges what has hardly a field', async () => {
    const body = JSON.stringify({ type: 'somethingNew' });
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    assert.equal(response.status, 200);
  });

  it('takes an activity without recipient and channel', async () => {
    assert.equal((await post('message-personal', { recipient: undefined, channelId: undefined })).status, 200);
    assert.equal(handle.callCount, 1);
  });

  it('sends no typing indicator for a turn that takes long', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let finish = (): void => assert.fail('not handled yet');
    const begun = new Promise<void>((resolve) => {
      handle.callsFake(() => {
        resolve();
        return new Promise((end) => {
          finish = () => end({ reply: { kind: 'ack' }, locale: 'nb' });
        });
      });
    });
    const before = standIn.calls.length;
    const response = post('message-personal');
    await begun;
    clock.tick(3000);
    for (let i = 0; i < 50; i += 1) await new Promise((resolve) => setImmediate(resolve));
    finish();
    assert.equal((await response).status, 200);
    assert.equal(standIn.calls.length, before);
  });

  it('answers a press with a card that stands in the response alone, refreshing cards too', async () => {
    handle.resolves({ reply: { kind: 'show', card: { name: 'webinars-card', data: { webinar: 'w42' } } }, locale: 'nb' });
    const before = standIn.calls.length;
    for (let press = 0; press < 2; press += 1) {
      const response = await post('action-execute');
      assert.equal(response.status, 200);
      assert.deepEqual(await response.json(), {
        statusCode: 200,
        type: CARD,
        value: { ...REFRESHING, name: 'webinars-card', webinar: 'w42' },
      });
    }
    assert.equal(standIn.calls.length, before);
  });

  it('answers a press with a sentence', async () => {
    handle.resolves({ reply: { kind: 'say', text: 'Det har du ikke tilgang til.' }, locale: 'nb' });
    const response = await post('action-execute');
    assert.deepEqual(await response.json(), { statusCode: 200, type: MESSAGE, value: 'Det har du ikke tilgang til.' });
  });

  it('answers a query with hits', async () => {
    handle.resolves({ reply: { kind: 'results', items: [{ title: 'T', text: 'X', card: { name: 'c', data: {} } }] }, locale: 'nb' });
    const { composeExtension } = (await (await post('query')).json()) as { composeExtension: { type: string; attachments: unknown[] } };
    assert.deepEqual([composeExtension.type, composeExtension.attachments.length], ['result', 1]);
  });

  it('answers invokes that it does not know with a sentence in the reader’s language', async () => {
    for (const [name, changes] of [
      ['task-fetch', {}],
      ['task-fetch', { name: 'signin/verifyState' }],
      ['task-fetch', { name: undefined, value: undefined }],
    ] as const) {
      const response = await post(name, changes);
      assert.equal(response.status, 200);
      assert.deepEqual(await response.json(), {
        statusCode: 200,
        type: MESSAGE,
        value: 'Dette kan jeg ikke gjøre. Skriv «hjelp» for å se hva jeg kan.',
      });
    }
    const english = (await (await post('task-fetch', { locale: 'en-GB' })).json()) as { value: string };
    assert.match(english.value, /^I can’t do that/);
    assert.equal(handle.callCount, 0);
  });

  it('answers an invoke that fails with a sentence, not with the reason', async () => {
    handle.rejects(new Unavailable('the store is away'));
    const away = await post('action-execute');
    assert.deepEqual(
      [away.status, await away.json()],
      [200, { statusCode: 200, type: MESSAGE, value: 'Jeg fikk ikke gjort dette nå. Prøv igjen om et lite øyeblikk.' }],
    );
    handle.rejects(new Error('secret detail'));
    const failed = await post('action-execute');
    const { value } = (await failed.json()) as { value: string };
    assert.equal(failed.status, 200);
    assert.match(value, /^Noe gikk galt hos meg\. Si fra til senteret og oppgi [0-9a-f-]{36}\.$/);
  });

  it('asks for a message again when the store is away, and tells nothing of other errors', async () => {
    const printed = sinon.stub(console, 'error');
    handle.rejects(new Unavailable('the store is away'));
    assert.equal((await post('message-personal')).status, 503);
    handle.rejects(new Error('secret detail'));
    const response = await post('message-personal');
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.match(text, /^\{"error":"Something went wrong \([0-9a-f-]{36}\)\."\}$/);
    assert.equal(printed.callCount, 0);
  });

  it('refuses service URLs of other machines in local mode', async () => {
    for (const serviceUrl of ['https://smba.trafficmanager.net/emea/', 'http://169.254.169.254/', 'http://localhost.example.no/']) {
      assert.equal((await post('message-personal', { serviceUrl })).status, 403);
      assert.equal((await post('typing', { serviceUrl })).status, 403);
    }
    assert.equal(handle.callCount, 0);
  });

  it('says one sentence to a tenant that is not allowed, and nothing else', async () => {
    await stop();
    await start({ allowedTenants: ['22222222-2222-4333-8444-555555555555'] });
    const before = standIn.sent().length;
    assert.equal((await post('message-personal')).status, 200);
    const sent = standIn.sent().slice(before);
    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.activity.text, 'Denne roboten er ikkje sett opp for organisasjonen du skriv frå.');
    assert.equal(sent[0]?.conversationId, 'a:1personlig-invented');
    const press = (await (await post('action-execute')).json()) as { value: string };
    assert.equal(press.value, 'Denne roboten er ikke satt opp for organisasjonen du skriver fra.');
    assert.equal((await post('installed-team-add')).status, 200);
    assert.equal((await post('message-edited')).status, 200);
    assert.equal(standIn.sent().length, before + 1);
    assert.equal(handle.callCount, 0);
  });

  it('lets a tenant in that is allowed, however it is written, and none that is not named', async () => {
    await stop();
    await start({ allowedTenants: ['AAAAAAAA-2222-4333-8444-555555555555'] });
    const channelData = { tenant: { id: 'aaaaaaaa-2222-4333-8444-555555555555' } };
    await post('message-personal', { channelData });
    assert.equal(handle.callCount, 1);
    await post('message-personal', { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } });
    assert.equal(handle.callCount, 1);
  });

  it('acknowledges a foreign tenant even when the sentence can’t be sent', async () => {
    await stop();
    await start({ allowedTenants: [] });
    standIn.setFault(() => ({ status: 500 }));
    assert.equal((await post('message-personal')).status, 200);
    standIn.setFault(undefined);
  });
});
