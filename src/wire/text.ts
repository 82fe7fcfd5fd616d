import type { WireActivity } from './activity.ts';

type Attachment = WireActivity['attachments'][number];

/** Tags that Teams itself writes. Any other `<…>` is something a person typed and stays. */
const LINE_BREAK = /<br\b[^<>]*>|<\/(?:p|div|li|h[1-6]|tr|blockquote|pre)>/gi;
const TAG =
  /<\/?(?:a|at|attachment|b|blockquote|br|code|codeblock|div|em|emoji|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LEADING_MENTION = /^\s*<at\b[^<>]*>[^<>]*<\/at>/i;
const LAST_CODE_POINT = 0x10ffff;

function decode(whole: string, ...[decimal, hex, name]: readonly (string | undefined)[]): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
}

/** Teams text as a person sees it: no tags, no character references, single spaces, line breaks kept (two at most). */
export function foldText(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(TAG, '')
    .replace(ENTITY, decode)
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The text without its mentions of the bot; other mentions become plain names. Goes by the entities, in their order, never by names. */
export function plainMentions(activity: WireActivity): string {
  let left = activity.text ?? '';
  let done = '';
  const botTexts = new Set<string>();
  for (const { type, text, mentioned } of activity.entities) {
    if (type !== 'mention' || !text) continue;
    const ofBot = mentioned?.id !== undefined && mentioned.id === activity.recipient?.id;
    if (ofBot) botTexts.add(text);
    const at = left.indexOf(text);
    if (at < 0) continue;
    done += left.slice(0, at) + (ofBot ? ' ' : mentionName(text, mentioned?.name));
    left = left.slice(at + text.length);
  }
  // Some clients send one entity for a bot that is mentioned twice.
  for (const text of botTexts) if (text.startsWith('<at')) left = left.replaceAll(text, ' ');
  // A mention at the head without its entity can only be the bot's: nobody else's message reaches it.
  return (done + left).replace(LEADING_MENTION, ' ');
}

function mentionName(text: string, name: string | undefined): string {
  const inner = text.replace(/^<at\b[^<>]*>|<\/at>$/gi, '');
  return inner || (name ?? '');
}

function htmlOf(attachments: readonly Attachment[]): string {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof html === 'string' ? html : '';
}

function isReference({ contentType }: Attachment): boolean {
  return /messagereference$/i.test(contentType ?? '');
}

function parseObject(content: unknown): object | undefined {
  if (typeof content !== 'string') return content !== null && typeof content === 'object' ? content : undefined;
  try {
    return parseObject(JSON.parse(content) ?? undefined);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What stands between the first tag of that name whose attributes hold `mark` and the tag's end. */
function inside(html: string, name: string, mark = ''): string {
  for (const open of html.matchAll(new RegExp(`<${name}\\b[^<>]*>`, 'g'))) {
    if (!open[0].includes(mark)) continue;
    const from = open.index + open[0].length;
    const to = html.indexOf(`</${name}>`, from);
    return to < 0 ? '' : html.slice(from, to);
  }
  return '';
}

export interface Quote {
  /** '' for a card, of which Teams gives no text. */
  readonly text: string;
  readonly by: string;
  /** The activity that is quoted, where Teams says which. */
  readonly id: string;
}

/** What stands in a quotation: who wrote it, as far as Teams says, and what. */
export function quoteOf(attachments: readonly Attachment[]): Quote | undefined {
  const reference = parseObject(attachments.find(isReference)?.content);
  const preview = reference && Reflect.get(reference, 'messagePreview');
  const messageId = reference && Reflect.get(reference, 'messageId');
  const block = inside(htmlOf(attachments), 'blockquote', 'schema.skype.com/Reply');
  const copy = inside(block, 'p', 'itemprop="copy"') || inside(block, 'p', 'itemprop="preview"') || block;
  const text = foldText(typeof preview === 'string' ? preview : copy);
  const id = typeof messageId === 'string' ? messageId : (/<blockquote\b[^<>]*\bitemid="([^"]+)"/i.exec(htmlOf(attachments))?.[1] ?? '');
  return text === '' && id === '' ? undefined : { text, by: foldText(inside(block, 'strong')), id };
}

/** What the writer added below a quotation: some clients repeat the quoted text before it. */
export function withoutQuote(text: string, quote: Quote | undefined): string {
  if (!quote || quote.text === '') return text;
  const at = text.indexOf(quote.text);
  if (at < 0) return text;
  const before = text.slice(0, at).trim();
  return before === '' || before === quote.by ? text.slice(at + quote.text.length).trim() : text;
}

/**
 * Whether a file or a picture came along. The copy of the text as HTML, quotations and cards are none; in a channel a bot is sent
 * neither, only their places in that HTML.
 */
export function hasFiles(attachments: readonly Attachment[]): boolean {
  const html = htmlOf(attachments);
  const pictures = html.match(/<img\b[^<>]*>/gi)?.some((tag) => !/schema\.skype\.com\/emoji/i.test(tag)) ?? false;
  const places = html.match(/<attachment\b/gi)?.length ?? 0;
  const others = attachments.filter((one) => one.contentType !== 'text/html' && !isReference(one));
  const isCard = (type = '') => /^application\/vnd\.microsoft\.(?:teams\.)?card\b/.test(type);
  const cards = others.filter(({ contentType }) => isCard(contentType));
  return pictures || others.length > cards.length || places > attachments.filter(isReference).length + cards.length;
}
