import assert from 'node:assert/strict';
import type { Installed } from '../../src/core/incoming.ts';
import { OUTBOX, POSTING } from '../../src/core/outbox.ts';
import { inChat, inTeam, openHouse, recordsOfKind, said, type TestHouse } from '../support/house.ts';

describe('coming and going', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse({ env: { ADMINS: 'boss' } });
  });
  afterEach(() => house.close());

  function installed(who: string, added: boolean, place = inTeam('19:team-rph')): Installed {
    const { text: _, hasFiles: _files, ...base } = said(who, '', { place });
    return { ...base, kind: 'installed', added };
  }
  const posting = (teamsTeamId: string) => ({
    ...{ render: 'webinars.card', thing: { kind: 'webinar', id: 'w1' }, locale: 'nb' as const, teamsTeamId },
    ...{ place: { in: 'channel' as const, channelId: '19:x' }, conversationId: '19:x;messageid=1', activityId: '1' },
    ...{ wanted: 1, shown: 1, state: 'standing' as const, attempts: 0, shownAt: 0 },
  });

  it('installed in a team: one welcome', async () => {
    const { reply, sent } = await house.handle(installed('kari', true));
    assert.ok(reply.kind === 'show' && reply.card.name === 'admin-welcome' && reply.card.data.inTeam === true);
    assert.equal(sent.length, 1);
  });

  it('installed in a chat: a welcome to the bank that the person is in', async () => {
    const { reply } = await house.handle(installed('ola', true, inChat('ola')));
    assert.ok(reply.kind === 'show' && reply.card.name === 'admin-welcome' && reply.card.data.bank === 'fact-ung');
  });

  it('removed from a chat, or from a room of no bank: nothing is said', async () => {
    for (const place of [inChat('kari'), inTeam('19:nobodys')]) {
      const { reply, sent } = await house.handle(installed('kari', false, place));
      assert.deepEqual([reply.kind, sent.length], ['ack', 0]);
    }
  });

  it('removed from a team: its cards are given up, those elsewhere are not, and each admin is told once', async () => {
    await house.storage.commit('rph', [
      { op: 'put', kind: POSTING.name, id: 'here', body: posting('19:team-rph') },
      { op: 'put', kind: POSTING.name, id: 'there', body: posting('19:team-other') },
    ]);
    const removed = installed('kari', false);
    const { reply, sent } = await house.handle(removed);
    await house.handle(removed);
    assert.deepEqual([reply.kind, sent.length], ['ack', 0]);
    const states = (await recordsOfKind(house.storage, POSTING.name)).map(({ id, body }) => [id, body.state]);
    assert.deepEqual(states, [
      ['here', 'gone'],
      ['there', 'standing'],
    ]);
    house.house.delivery.start();
    await house.house.delivery.runAllDue();
    const told = (await recordsOfKind(house.storage, OUTBOX.name)).map(({ body }) => OUTBOX.schema.parse(body));
    assert.deepEqual(told.map(({ recipient }) => (recipient.to === 'person' ? recipient.aadId : '')).sort(), ['ada', 'boss']);
    for (const { message } of house.connector.sent) assert.match(message.text ?? '', /^Jeg er tatt ut av et Teams-rom i RPH Ressursbank/);
    assert.deepEqual(house.connector.sent.map(({ to }) => to).sort(), ['chat-ada', 'chat-boss']);
  });
});
