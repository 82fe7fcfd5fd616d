import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Incoming } from '../../src/core/incoming.ts';
import { readActivity } from '../../src/wire/activity.ts';
import { toIncoming } from '../../src/wire/inbound.ts';
import { activity } from '../support/activities.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const CHANNEL = '19:kanal-sporsmal-invented@thread.tacv2';
const TEAM = '19:team-rph-invented@thread.tacv2';

function read<K extends Incoming['kind']>(kind: K, raw: unknown): Extract<Incoming, { kind: K }> {
  const incoming = toIncoming(raw);
  assert.equal(incoming?.kind, kind);
  return incoming as Extract<Incoming, { kind: K }>;
}

describe('inbound: messages', () => {
  it('takes the mention of the bot out by its entity and turns other mentions into names', () => {
    const message = read('message', activity('message-channel-mention'));
    assert.equal(message.text, 'hvordan kommer vi i gang med Ola?');
    assert.equal(message.hasFiles, false);
    assert.equal(message.quoted, undefined);
    assert.equal(message.locale, 'nb-NO');
    assert.deepEqual(message.person, { id: '29:1kari-invented', aadId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Kari Eksempel' });
    assert.deepEqual(message.place, {
      kind: 'channel',
      conversationId: `${CHANNEL};messageid=1700000000001`,
      teamsTeamId: TEAM,
      channelId: CHANNEL,
      threadId: '1700000000001',
    });
    assert.deepEqual(message.via, {
      serviceUrl: 'http://127.0.0.1:9999/',
      botId: '28:9a1e0b6c-0000-4000-8000-00000000b07a',
      botName: 'Ressursbanken',
      tenantId: TENANT,
    });
  });

  it('leaves the name of the bot where it is no mention', () => {
    assert.equal(read('message', activity('message-personal', { text: 'hva er Ressursbanken?' })).text, 'hva er Ressursbanken?');
  });

  it('tells a person of the same name from the bot', () => {
    const entities = [
      { type: 'mention', text: '<at>Ressursbanken</at>', mentioned: { id: '29:namesake', name: 'Ressursbanken' } },
      { type: 'mention', text: '<at>Ressursbanken</at>', mentioned: { id: '28:9a1e0b6c-0000-4000-8000-00000000b07a' } },
    ];
    const text = '<at>Ressursbanken</at> og <at>Ressursbanken</at> hei';
    assert.equal(read('message', activity('message-personal', { text, entities })).text, 'Ressursbanken og hei');
  });

  it('takes a bot that is mentioned twice out twice, though it is named once', () => {
    const entities = [{ type: 'mention', text: '<at>Ressursbanken</at>', mentioned: { id: '28:9a1e0b6c-0000-4000-8000-00000000b07a' } }];
    const text = '<at>Ressursbanken</at> hei <at>Ressursbanken</at>';
    assert.equal(read('message', activity('message-personal', { text, entities })).text, 'hei');
  });

  it('knows the places', () => {
    assert.deepEqual(read('message', activity('message-personal')).place, { kind: 'personal', conversationId: 'a:1personlig-invented' });
    assert.deepEqual(read('message', activity('message-group')).place, { kind: 'group', conversationId: '19:gruppe-invented@thread.v2' });
    const untyped = { conversation: { id: '19:x@thread.tacv2;messageid=7' }, channelData: {} };
    assert.deepEqual(read('message', activity('message-personal', untyped)).place, {
      kind: 'channel',
      conversationId: '19:x@thread.tacv2;messageid=7',
      channelId: '19:x@thread.tacv2',
      threadId: '7',
    });
    const group = { conversation: { id: '19:meeting@thread.v2' }, channelData: {} };
    assert.equal(read('message', activity('message-personal', group)).place.kind, 'group');
    assert.equal(read('message', activity('message-personal', { conversation: { id: 'x' }, channelData: {} })).place.kind, 'personal');
  });

  it('finds files, and does not take the HTML copy, quotations and cards for files', () => {
    const withAttachments = (...attachments: unknown[]) => read('message', activity('message-personal', { attachments })).hasFiles;
    assert.equal(read('message', activity('message-personal-file')).hasFiles, true);
    assert.equal(read('message', activity('message-personal-reference')).hasFiles, false);
    assert.equal(read('message', activity('message-personal-quote')).hasFiles, false);
    assert.equal(withAttachments({ contentType: 'image/png', contentUrl: 'https://example.no/p.png' }), true);
    assert.equal(withAttachments({ contentType: 'image/*', contentUrl: 'https://example.no/p' }), true);
    assert.equal(withAttachments({ contentType: 'text/html', content: '<p>se <img src="https://example.no/p.png"></p>' }), true);
    assert.equal(
      withAttachments({ contentType: 'text/html', content: '<p><img itemtype="http://schema.skype.com/Emoji" alt="🙂"></p>' }),
      false,
    );
    assert.equal(withAttachments({ contentType: 'text/html', content: '<attachment id="1"></attachment>' }), true);
    assert.equal(withAttachments({ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }), false);
    assert.equal(withAttachments(), false);
  });

  it('reads what is quoted, and takes it out of the text where the client repeats it', () => {
    const reply = read('message', activity('message-personal-quote'));
    assert.equal(reply.quoted, 'Når åpner dere?');
    assert.equal(reply.text, 'Vi åpner klokka åtte');
    const reference = read('message', activity('message-personal-reference'));
    assert.equal(reference.quoted, 'Søk om midler før 1. mars');
    assert.equal(reference.text, 'takk for svaret');
  });

  describe('which message is answered', () => {
    const HTML = { contentType: 'text/html', content: '<p>Vi er ni</p>' };
    const cardQuoted = {
      contentType: 'text/html',
      content: '<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1690000000007"></blockquote><p>Vi er ni</p>',
    };
    const reference = (content: unknown) => ({ contentType: 'messageReference', content });
    const cases: readonly (readonly [title: string, name: string, changes: Record<string, unknown>, id: string | undefined])[] = [
      ['the one that is quoted', 'message-personal-quote', {}, '1690000000000'],
      ['the one that is referred to', 'message-personal-reference', {}, '1690000000000'],
      ['a card, of which there is no text', 'message-personal', { attachments: [cardQuoted] }, '1690000000007'],
      ['a reference that is an object', 'message-personal', { attachments: [reference({ messageId: '7' }), HTML] }, '7'],
      ['the one that the client names', 'message-personal', { replyToId: '42', attachments: [HTML] }, '42'],
      ['what is quoted before what the client names', 'message-personal-quote', { replyToId: '42' }, '1690000000000'],
      ['none', 'message-personal', { attachments: [HTML] }, undefined],
      ['none, by an empty id', 'message-personal', { replyToId: '', attachments: [HTML] }, undefined],
      ['none, by a broken reference', 'message-personal', { attachments: [reference('{"messageId":'), HTML] }, undefined],
      ['none, by an id that is no text', 'message-personal', { attachments: [reference({ messageId: 7 }), HTML] }, undefined],
    ];
    for (const [title, name, changes, id] of cases) {
      it(title, () => {
        const message = read('message', activity(name, changes));
        assert.equal(message.quotedId, id);
        assert.equal('quotedId' in message, id !== undefined);
      });
    }
    it('a quoted card takes nothing from the text and is no file', () => {
      const message = read('message', activity('message-personal', { text: 'Vi er ni', attachments: [cardQuoted] }));
      assert.deepEqual([message.text, message.quoted, message.hasFiles], ['Vi er ni', undefined, false]);
    });
  });

  it('keeps what the writer says before the quoted words', () => {
    const text = 'jeg spurte: Når åpner dere?';
    assert.equal(read('message', activity('message-personal-quote', { text })).text, text);
  });

  it('reads the locale of the client where the activity has none', () => {
    assert.equal(read('message', activity('message-personal', { locale: undefined })).locale, 'nn-NO');
    assert.equal(read('message', activity('message-personal', { locale: undefined, entities: [] })).locale, undefined);
  });

  it('takes the odd ids of the Playground', () => {
    assert.equal(read('message', activity('playground-message')).person.aadId, '00000000-0000-0000-0000-0000000000020');
    const message = read('message', activity('playground-channel-message'));
    assert.equal(message.text, 'hei');
    assert.deepEqual(message.place, {
      kind: 'channel',
      conversationId: 'channel-announcements-id;messageid=1700',
      teamsTeamId: 'team-id',
      channelId: 'channel-announcements-id',
      threadId: '1700',
    });
    assert.equal(read('installed', activity('playground-installed')).place.teamsTeamId, 'team-id');
  });
});

describe('inbound: edits and deletions', () => {
  it('reads them', () => {
    assert.equal(read('edited', activity('message-edited')).text, 'hvordan søker vi om midler?');
    assert.equal(read('deleted', activity('message-deleted')).id, '1700000000001');
    assert.equal(toIncoming(activity('message-undeleted')), undefined);
  });
});

describe('inbound: actions and queries', () => {
  it('reads Action.Execute', () => {
    const action = read('action', activity('action-execute'));
    assert.equal(action.verb, 'webinars.interested');
    assert.deepEqual(action.data, { bank: 'rph', webinar: 'w42' });
    assert.equal(action.invoke, true);
    assert.equal(action.cardActivityId, '1700000000090');
  });

  it('reads Action.Submit', () => {
    const action = read('action', activity('action-submit'));
    assert.equal(action.verb, 'inquiries.send');
    assert.deepEqual(action.data, { bank: 'rph', question: 'Hvem kan hjelpe?' });
    assert.equal(action.invoke, false);
    assert.equal(action.cardActivityId, '1700000000091');
  });

  it('takes odd actions for actions without a verb or data', () => {
    const odd: unknown[] = [
      undefined,
      {},
      { action: null },
      { action: 'x' },
      { action: { verb: 7, data: 'x' } },
      { action: { data: [1] } },
    ];
    for (const value of odd) {
      const action = read('action', activity('action-execute', { value }));
      assert.equal(action.verb, '');
      assert.deepEqual(action.data, {});
    }
    assert.equal(read('action', activity('action-submit', { value: { question: 'x' } })).verb, '');
  });

  it('does not let the data name the verb of an Execute', () => {
    const value = { action: { verb: 'handbook.show', data: { verb: 'admin.forgetMe', entry: 'R12' } } };
    const action = read('action', activity('action-execute', { value }));
    assert.equal(action.verb, 'handbook.show');
    assert.deepEqual(action.data, { entry: 'R12' });
  });

  it('takes a message with a text for a message, whatever its value', () => {
    assert.equal(read('message', activity('action-submit', { text: 'hei' })).text, 'hei');
  });

  it('reads queries', () => {
    const query = read('query', activity('query'));
    assert.equal(query.commandId, 'handbook.search');
    assert.equal(query.query, 'finansiering');
    assert.equal(read('query', activity('query-initial')).query, '');
    assert.equal(read('query', activity('query', { value: { parameters: 'x' } })).commandId, '');
  });

  it('makes nothing of other invokes', () => {
    assert.equal(toIncoming(activity('task-fetch')), undefined);
  });
});

describe('inbound: who comes and goes', () => {
  it('reads installations', () => {
    for (const [name, action, added] of [
      ['installed-team-add', 'add', true],
      ['installed-team-add', 'add-upgrade', true],
      ['installed-team-remove', 'remove', false],
      ['installed-personal-remove', 'remove-upgrade', false],
    ] as const) {
      assert.equal(read('installed', activity(name, { action })).added, added);
    }
    assert.equal(read('installed', activity('installed-team-add')).place.teamsTeamId, TEAM);
    assert.equal(read('installed', activity('installed-personal-add')).place.kind, 'personal');
    assert.equal(toIncoming(activity('installed-team-add', { action: 'odd' })), undefined);
  });

  it('reads members, never the bot itself', () => {
    const per = { id: '29:1per-invented', aadId: 'dddddddd-0000-4000-8000-000000000004', name: '' };
    const added = read('members', activity('members-added'));
    assert.deepEqual([added.joined, added.left], [[per], []]);
    const removed = read('members', activity('members-removed'));
    assert.deepEqual([removed.joined, removed.left], [[], [per]]);
    assert.equal(toIncoming(activity('bot-added')), undefined);
    assert.equal(toIncoming(activity('channel-renamed')), undefined);
    assert.equal(toIncoming(activity('message-personal', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] })), undefined);
  });

  it('makes nothing of typing, reactions and events', () => {
    for (const name of ['typing', 'reaction', 'event-read-receipt']) assert.equal(toIncoming(activity(name)), undefined);
  });
});

describe('inbound: keys', () => {
  const keyOf = (name: string, changes?: Record<string, unknown>) => toIncoming(activity(name, changes))?.key;

  it('are the same for a redelivery and differ by activity, conversation and type', () => {
    assert.equal(keyOf('message-personal'), keyOf('message-personal'));
    assert.equal(keyOf('message-personal'), keyOf('message-personal', { serviceUrl: 'http://127.0.0.1:1/' }));
    const keys = [
      keyOf('message-personal'),
      keyOf('message-personal', { id: 'other' }),
      keyOf('message-personal', { conversation: { id: 'a:other', conversationType: 'personal' } }),
      keyOf('message-deleted'),
      keyOf('message-edited'),
      keyOf('message-channel-mention'),
    ];
    assert.equal(new Set(keys).size, keys.length);
  });

  it('of edits differ for A → B → A, not for a redelivery', () => {
    const first = { text: 'A', timestamp: '2026-03-02T08:00:00Z' };
    const back = { text: 'A', timestamp: '2026-03-02T08:02:00Z' };
    const other = { text: 'B', timestamp: '2026-03-02T08:00:00Z' };
    assert.equal(keyOf('message-edited', first), keyOf('message-edited', first));
    assert.notEqual(keyOf('message-edited', first), keyOf('message-edited', back));
    assert.notEqual(keyOf('message-edited', first), keyOf('message-edited', other));
  });

  it('go by the content where there is no id', () => {
    assert.equal(keyOf('message-personal', { id: undefined }), keyOf('message-personal', { id: undefined }));
    assert.notEqual(keyOf('message-personal', { id: undefined }), keyOf('message-personal', { id: undefined, text: 'annet' }));
  });
});

describe('inbound: odd bodies', () => {
  it('names the field that is missing', () => {
    const cases: [unknown, string][] = [
      [undefined, '"type"'],
      [null, '"type"'],
      [[], '"type"'],
      ['x', '"type"'],
      [{ type: 7 }, '"type"'],
      [{ type: 'message' }, '"conversation.id"'],
      [activity('message-personal', { conversation: {} }), '"conversation.id"'],
      [activity('message-personal', { conversation: null }), '"conversation.id"'],
      [activity('message-personal', { from: { id: 7 } }), '"from.id"'],
      [activity('message-personal', { from: undefined }), '"from.id"'],
      [activity('message-personal', { serviceUrl: '' }), '"serviceUrl"'],
    ];
    for (const [body, field] of cases) {
      const result = readActivity(body);
      assert.ok('reason' in result && result.reason.includes(field), JSON.stringify(result));
      assert.equal(toIncoming(body), undefined);
    }
  });

  it('asks little of what is only acknowledged', () => {
    assert.ok('activity' in readActivity({ type: 'typing' }));
  });

  it('never throws, whatever stands in place of a field', () => {
    const names = readdirSync(new URL('../fixtures/activities/', import.meta.url)).map((name) => name.replace('.json', ''));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.anything(), (name, at, odd) => {
        const recorded = activity(name);
        const keys = Object.keys(recorded);
        toIncoming({ ...recorded, [keys[at % keys.length] ?? 'x']: odd });
      }),
      { numRuns: 500 },
    );
  });
});
