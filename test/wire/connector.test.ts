import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Connector, Roster } from '../../src/core/connector.ts';
import { SendRefused } from '../../src/core/errors.ts';
import { createAuthentication } from '../../src/wire/auth.ts';
import { createCalls, createConnector, isPermanent, retryAfterMs } from '../../src/wire/connector.ts';
import { createRoster, memberOf } from '../../src/wire/roster.ts';
import { type ConnectorStandIn, type Fault, startConnectorStandIn } from '../support/connector-stand-in.ts';

const CHANNEL = '19:kanal-invented@thread.tacv2';

describe('connector', () => {
  let standIn: ConnectorStandIn;
  let connector: Connector;
  let roster: Roster;
  const address = () => ({ serviceUrl: standIn.url, botId: '28:bot', botName: 'Ressursbanken', tenantId: 'tenant' });

  before(async () => {
    standIn = await startConnectorStandIn();
    const call = createCalls({ clientFor: createAuthentication({}).clientFor, rule: { localOnly: true, loopbackToo: false } });
    connector = createConnector(call);
    roster = createRoster(call);
  });
  afterEach(() => {
    standIn.setFault(undefined);
    sinon.restore();
  });
  after(() => standIn.close());

  async function refusal(fault: Fault): Promise<SendRefused & { attempts: number }> {
    standIn.setFault(() => fault);
    const before = standIn.calls.length;
    const error = await connector.send(address(), { conversationId: 'a:1' }, { text: 'hei' }).then(
      () => assert.fail('it was taken'),
      (error: unknown) => error,
    );
    assert.ok(error instanceof SendRefused);
    return Object.assign(error, { attempts: standIn.calls.length - before });
  }

  it('sends a new message and an answer', async () => {
    const first = await connector.send(address(), { conversationId: 'a:1' }, { text: 'hei' });
    const answer = await connector.send(address(), { conversationId: `${CHANNEL};messageid=7`, replyToId: '7' }, { text: 'svar' });
    const [one, two] = standIn.sent().slice(-2);
    assert.deepEqual([one?.conversationId, one?.activityId, one?.replyToId], ['a:1', first.activityId, undefined]);
    assert.deepEqual([two?.conversationId, two?.activityId, two?.replyToId], [`${CHANNEL};messageid=7`, answer.activityId, '7']);
    assert.deepEqual(one?.activity, {
      type: 'message',
      text: 'hei',
      textFormat: 'plain',
      channelId: 'msteams',
      from: { id: '28:bot', name: 'Ressursbanken' },
      conversation: { id: 'a:1' },
    });
    assert.equal(standIn.calls.at(-1)?.authorization, undefined);
  });

  it('sends cards and mentions whole', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '<at>Kari</at>', 'x-own': [1, null] }] };
    await connector.send(address(), { conversationId: 'a:1' }, { card, summary: 'Kort', mentions: [{ aadId: 'k', name: 'Kari' }] });
    const [attachment] = standIn.sent().at(-1)?.activity.attachments ?? [];
    assert.deepEqual(attachment?.content.body, card.body);
    assert.deepEqual(attachment?.content.msteams.entities[0].mentioned, { id: 'k', name: 'Kari' });
    await connector.send(address(), { conversationId: 'a:1' }, { text: '<at>Kari</at>', mentions: [{ aadId: 'k', name: 'Kari' }] });
    assert.deepEqual(standIn.sent().at(-1)?.activity.entities?.[0]?.mentioned, { id: 'k', name: 'Kari' });
  });

  it('puts a message in the place of another', async () => {
    const { activityId } = await connector.send(address(), { conversationId: 'a:1' }, { text: 'før' });
    await connector.update(address(), { conversationId: 'a:1', activityId }, { text: 'etter' });
    assert.equal(standIn.calls.at(-1)?.method, 'PUT');
    assert.equal(standIn.standing().find((one) => one.activityId === activityId)?.activity.text, 'etter');
  });

  it('takes a message away', async () => {
    const { activityId } = await connector.send(address(), { conversationId: `${CHANNEL};messageid=7` }, { text: 'bort' });
    await connector.remove(address(), { conversationId: `${CHANNEL};messageid=7`, activityId });
    const { method, path } = standIn.calls.at(-1) ?? {};
    assert.deepEqual([method, path], ['DELETE', `/v3/conversations/${CHANNEL};messageid=7/activities/${activityId}`]);
    assert.equal(
      standIn.standing().find((one) => one.activityId === activityId),
      undefined,
    );
  });

  it('starts a thread and knows its first message', async () => {
    const { conversationId, activityId } = await connector.startThread(address(), CHANNEL, { text: 'kunngjøring' });
    assert.equal(conversationId, `${CHANNEL};messageid=${activityId}`);
    const body = standIn.calls.at(-1)?.body;
    assert.deepEqual([body?.isGroup, body?.bot?.id, body?.tenantId], [true, '28:bot', 'tenant']);
    assert.deepEqual(body?.channelData, { channel: { id: CHANNEL }, tenant: { id: 'tenant' } });
    assert.equal(body?.activity?.text, 'kunngjøring');
  });

  it('opens a personal chat by directory id', async () => {
    const opened = await connector.openPersonal(address(), 'aad-kari');
    assert.deepEqual(await connector.openPersonal(address(), 'aad-kari'), opened);
    const body = standIn.calls.at(-1)?.body;
    assert.deepEqual([body?.isGroup, body?.members?.[0]?.id, body?.tenantId], [false, 'aad-kari', 'tenant']);
  });

  for (const [fault, permanent, wait] of [
    [{ status: 429, retryAfter: 7 }, false, 7000],
    [{ status: 429 }, false, undefined],
    [{ status: 503, retryAfter: '0' }, false, 0],
    [{ status: 500 }, false, undefined],
    [{ status: 502 }, false, undefined],
    [{ status: 412 }, false, undefined],
    [{ status: 401 }, false, undefined],
    [{ status: 400 }, true, undefined],
    [{ status: 403, code: 'MessageWritesBlocked' }, true, undefined],
    [{ status: 404 }, true, undefined],
    [{ status: 413 }, true, undefined],
  ] as const) {
    it(`tries once and tells: ${JSON.stringify(fault)}`, async () => {
      const error = await refusal(fault);
      assert.deepEqual([error.status, error.permanent, error.retryAfterMs, error.attempts], [fault.status, permanent, wait, 1]);
    });
  }

  it('tries nothing twice, whatever the call', async () => {
    standIn.setFault(() => ({ status: 503, after: 'done' }));
    const before = standIn.calls.length;
    const calls = [
      connector.update(address(), { conversationId: 'a:1', activityId: '1' }, { text: 'hei' }),
      connector.remove(address(), { conversationId: 'a:1', activityId: '1' }),
      connector.startThread(address(), CHANNEL, { text: 'hei' }),
      connector.openPersonal(address(), 'aad-kari'),
      roster.members(address(), '19:team'),
      roster.member(address(), '19:team', 'aad-kari'),
    ];
    for (const call of calls) await assert.rejects(call, { name: 'SendRefused', status: 503, permanent: false });
    assert.equal(standIn.calls.length - before, calls.length);
  });

  it('takes a broken connection for passing', async () => {
    const error = await refusal('reset');
    assert.deepEqual([error.status, error.permanent, error.attempts], [undefined, false, 1]);
  });

  it('takes a closed port for passing', async () => {
    const gone = { ...address(), serviceUrl: 'http://127.0.0.1:9' };
    await assert.rejects(connector.send(gone, { conversationId: 'a:1' }, { text: 'hei' }), { name: 'SendRefused', permanent: false });
  });

  it('gives up on a connector that hangs after 5 s', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const before = standIn.calls.length;
    const refused = refusal('hang');
    while (standIn.calls.length === before) await new Promise((resolve) => setImmediate(resolve));
    clock.tick(5000);
    const error = await refused;
    assert.deepEqual([error.status, error.permanent, error.attempts], [undefined, false, 1]);
  });

  it('does not send to a strange host', async () => {
    const strange = { ...address(), serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    await assert.rejects(connector.send(strange, { conversationId: 'a:1' }, { text: 'hei' }), { status: 403, permanent: true });
  });

  it('reads what Retry-After asks for', () => {
    const now = Date.parse('2026-03-02T08:00:00Z');
    for (const [header, ms] of [
      ['3', 3000],
      ['0.5', 500],
      ['-1', 0],
      ['Mon, 02 Mar 2026 08:00:10 GMT', 10_000],
      ['Mon, 02 Mar 2026 07:00:00 GMT', 0],
      ['soon', undefined],
      ['', undefined],
      [undefined, undefined],
    ] as const) {
      assert.equal(retryAfterMs(header, now), ms);
    }
  });

  it('knows what can’t be helped', () => {
    const permanent = [400, 403, 404, 405, 410, 413, 422];
    const passing = [undefined, 401, 408, 409, 412, 425, 429, 500, 501, 502, 503, 504];
    assert.deepEqual(permanent.filter(isPermanent), permanent);
    assert.deepEqual(passing.filter(isPermanent), []);
  });

  it('reads rosters of many pages', async () => {
    const many = Array.from({ length: 1203 }, (_, at) => ({ id: `29:${at}`, aadObjectId: `aad-${at}`, name: `Person ${at}` }));
    standIn.setRoster('19:many', many);
    const before = standIn.calls.length;
    const members = await roster.members(address(), '19:many');
    assert.equal(members.length, 1203);
    assert.deepEqual(members[1202], { aadId: 'aad-1202', name: 'Person 1202' });
    assert.equal(standIn.calls.length - before, 3);
    assert.equal(standIn.calls[before]?.query.continuationToken, undefined);
    standIn.setRoster('19:none', []);
    assert.deepEqual(await roster.members(address(), '19:none'), []);
  });

  it('looks one person up', async () => {
    standIn.setRoster('19:team', [{ id: '29:k', aadObjectId: 'aad-k', name: 'Kari Eksempel', email: 'kari@example.no', userRole: 'user' }]);
    assert.deepEqual(await roster.member(address(), '19:team', 'aad-k'), {
      aadId: 'aad-k',
      name: 'Kari Eksempel',
      email: 'kari@example.no',
    });
    assert.equal(await roster.member(address(), '19:team', 'aad-x'), undefined);
    await assert.rejects(roster.member(address(), '19:unknown', 'aad-k'), { name: 'SendRefused', status: 404 });
    standIn.setFault(() => ({ status: 403 }));
    await assert.rejects(roster.member(address(), '19:team', 'aad-k'), { name: 'SendRefused', status: 403 });
    await assert.rejects(roster.members(address(), '19:team'), { name: 'SendRefused', status: 403 });
  });

  it('reads the channels of a team, trying once', async () => {
    const general = { id: '19:team', name: null };
    standIn.setChannels('19:team', [general, { id: '19:other', name: 'Spørsmål' }]);
    assert.deepEqual(await roster.channels(address(), '19:team'), [
      { id: '19:team', name: '' },
      { id: '19:other', name: 'Spørsmål' },
    ]);
    standIn.setFault(() => ({ status: 503 }));
    const before = standIn.calls.length;
    await assert.rejects(roster.channels(address(), '19:team'), { name: 'SendRefused', status: 503 });
    assert.equal(standIn.calls.length - before, 1);
  });

  it('never takes a principal name for a guest’s address', () => {
    const upn = 'ola_example.no#EXT#@center.example.no';
    for (const [raw, email] of [
      [{ userRole: 'guest', email: 'ola@example.no', userPrincipalName: upn }, 'ola@example.no'],
      [{ userRole: 'guest', email: upn, userPrincipalName: upn }, undefined],
      [{ userRole: 'guest', email: 'Ola@example.no', userPrincipalName: 'ola@example.no' }, undefined],
      [{ email: upn }, undefined],
      [{ userPrincipalName: upn }, undefined],
      [{ userRole: 'user', userPrincipalName: 'kari@example.no' }, undefined],
      [{ userRole: 'user', email: 'kari@example.no', userPrincipalName: 'kari@example.no' }, 'kari@example.no'],
    ] as const) {
      assert.deepEqual(memberOf({ aadObjectId: 'a', name: 'N', ...raw }), { aadId: 'a', name: 'N', ...(email && { email }) });
    }
    assert.deepEqual(memberOf({ objectId: 'a' }), { aadId: 'a', name: '' });
    assert.equal(memberOf({ id: '28:bot', name: 'Bot' }), undefined);
    assert.equal(memberOf(null), undefined);
  });
});
