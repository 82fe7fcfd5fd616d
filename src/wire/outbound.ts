import type { Activity } from 'botbuilder';
import type { Render } from '../cards.ts';
import type { Outgoing } from '../core/connector.ts';
import type { Locale } from '../core/locale.ts';
import type { CardRef, Reply } from '../core/reply.ts';
import { wireTexts } from './texts.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const MESSAGE = 'application/vnd.microsoft.activity.message';

type Mention = NonNullable<Outgoing['mentions']>[number];

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** In plain text a mention would not be one; in XML everything else is written so that it can't be mark-up. */
function mentioningText(text: string, mentions: readonly Mention[]): string {
  const escaped = escapeXml(text).replace(/\r?\n/g, '<br/>');
  return mentions.reduce((whole, { name }) => {
    const tag = escapeXml(`<at>${name}</at>`);
    return whole.replaceAll(tag, `<at>${escapeXml(name)}</at>`);
  }, escaped);
}

function entityOf({ aadId, name }: Mention, text: string) {
  return { type: 'mention', text: `<at>${text}</at>`, mentioned: { id: aadId, name } };
}

function cardWithMentions(card: Readonly<Record<string, unknown>>, mentions: readonly Mention[]): Record<string, unknown> {
  if (mentions.length === 0) return { ...card };
  const own = typeof card.msteams === 'object' ? card.msteams : {};
  return { ...card, msteams: { ...own, entities: mentions.map((mention) => entityOf(mention, mention.name)) } };
}

/** The message as Teams takes it. Text is never interpreted: what a person typed arrives as it was typed. */
export function toActivity(message: Outgoing): Partial<Activity> {
  const { text, card, summary, mentions = [] } = message;
  const mentioning = text !== undefined && mentions.length > 0;
  return {
    type: 'message',
    ...(text !== undefined && !mentioning && { text, textFormat: 'plain' }),
    ...(mentioning && {
      text: mentioningText(text, mentions),
      textFormat: 'xml',
      entities: mentions.map((mention) => entityOf(mention, escapeXml(mention.name))),
    }),
    ...(card && { attachments: [{ contentType: ADAPTIVE_CARD, content: cardWithMentions(card, mentions) }] }),
    ...(summary && { summary }),
  };
}

/** A sentence as the answer to any invoke. */
export function sentenceBody(text: string): Record<string, unknown> {
  return { statusCode: 200, type: MESSAGE, value: text };
}

/** What an invoke of a card is answered with: the card, seen by the presser alone, or one sentence. */
export function toInvokeBody(reply: Reply, locale: Locale, render: Render): Record<string, unknown> {
  if (reply.kind === 'show' || reply.kind === 'form')
    return { statusCode: 200, type: ADAPTIVE_CARD, value: render(reply.card, locale).card };
  if (reply.kind === 'results') return toQueryBody(reply, locale, render);
  return sentenceBody(reply.kind === 'say' ? reply.text : wireTexts.done[locale]);
}

/** What a messaging extension query is answered with. */
export function toQueryBody(reply: Reply, locale: Locale, render: Render): Record<string, unknown> {
  if (reply.kind === 'say') return { composeExtension: { type: 'message', text: reply.text } };
  const hit = (ref: CardRef, title?: string, text?: string) => {
    const { card, summary } = render(ref, locale);
    return {
      contentType: ADAPTIVE_CARD,
      content: card,
      preview: { contentType: THUMBNAIL, content: { title: title ?? summary, text: text ?? '' } },
    };
  };
  const attachments = reply.kind === 'results' ? reply.items.map(({ card, title, text }) => hit(card, title, text)) : [];
  if (reply.kind === 'show' || reply.kind === 'form') attachments.push(hit(reply.card));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}
