import assert from 'node:assert/strict';
import type { Render } from '../../src/cards.ts';
import type { Reply } from '../../src/core/reply.ts';
import { toActivity, toInvokeBody, toQueryBody } from '../../src/wire/outbound.ts';

const render: Render = ({ name, data }, locale) => ({ card: { type: 'AdaptiveCard', name, data, locale }, summary: `${name} i en linje` });
const card = { name: 'handbook-answer', data: { entry: 'R12' } };
const drawn = { type: 'AdaptiveCard', name: 'handbook-answer', data: { entry: 'R12' }, locale: 'nn' };

describe('outbound: messages', () => {
  it('sends text as it was typed', () => {
    const text = '**fet** <b>x</b> [lenke](https://example.no) <at>Kari</at>\nny linje';
    assert.deepEqual(toActivity({ text }), { type: 'message', text, textFormat: 'plain' });
  });

  it('makes mentions in text, and mark-up of nothing else', () => {
    const activity = toActivity({
      text: '<at>Kari & co</at>: <b>A & B</b>\n<at>Ola</at>',
      mentions: [{ aadId: 'aad-kari', name: 'Kari & co' }],
    });
    assert.deepEqual(activity, {
      type: 'message',
      text: '<at>Kari &amp; co</at>: &lt;b&gt;A &amp; B&lt;/b&gt;<br/>&lt;at&gt;Ola&lt;/at&gt;',
      textFormat: 'xml',
      entities: [{ type: 'mention', text: '<at>Kari &amp; co</at>', mentioned: { id: 'aad-kari', name: 'Kari & co' } }],
    });
  });

  it('puts mentions of a card into its msteams, beside what stands there, and leaves the card it was given', () => {
    const given = { type: 'AdaptiveCard', msteams: { width: 'Full' } };
    const activity = toActivity({ card: given, summary: 'Ny henvendelse', mentions: [{ aadId: 'aad-kari', name: 'Kari' }] });
    assert.equal(activity.summary, 'Ny henvendelse');
    assert.equal(activity.text, undefined);
    assert.deepEqual(activity.attachments, [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          msteams: { width: 'Full', entities: [{ type: 'mention', text: '<at>Kari</at>', mentioned: { id: 'aad-kari', name: 'Kari' } }] },
        },
      },
    ]);
    assert.deepEqual(given, { type: 'AdaptiveCard', msteams: { width: 'Full' } });
  });
});

describe('outbound: answers to invokes', () => {
  it('answers a press with the card or one sentence', () => {
    const cases: [Reply, unknown][] = [
      [
        { kind: 'show', card },
        { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: drawn },
      ],
      [
        { kind: 'form', card },
        { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: drawn },
      ],
      [
        { kind: 'say', text: 'Nei.' },
        { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Nei.' },
      ],
      [{ kind: 'ack' }, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Motteke.' }],
    ];
    for (const [reply, body] of cases) assert.deepEqual(toInvokeBody(reply, 'nn', render), body);
  });

  it('answers a query with its hits, a card or one sentence', () => {
    const hit = (title: string, text: string) => ({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: drawn,
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
    });
    const list = (...attachments: unknown[]) => ({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
    const cases: [Reply, unknown][] = [
      [{ kind: 'results', items: [{ title: 'T', text: 'X', card }] }, list(hit('T', 'X'))],
      [{ kind: 'results', items: [] }, list()],
      [{ kind: 'show', card }, list(hit('handbook-answer i en linje', ''))],
      [{ kind: 'ack' }, list()],
      [{ kind: 'say', text: 'Nei.' }, { composeExtension: { type: 'message', text: 'Nei.' } }],
    ];
    for (const [reply, body] of cases) assert.deepEqual(toQueryBody(reply, 'nn', render), body);
  });
});
