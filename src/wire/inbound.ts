import { idFrom } from '../core/ids.ts';
import type { Incoming, Person, Place, Via } from '../core/incoming.ts';
import { readActivity, type WireActivity } from './activity.ts';
import { foldText, hasFiles, plainMentions, quoteOf, withoutQuote } from './text.ts';

type Base = Pick<Incoming, 'id' | 'key' | 'person' | 'place' | 'via' | 'locale'>;

/**
 * What an activity as Teams posts it means to the bot; undefined for what it doesn't care about (reactions, typing, events, its own
 * coming and going) and for what is no activity. Never throws.
 */
export function toIncoming(raw: unknown): Incoming | undefined {
  const read = readActivity(raw);
  return 'activity' in read ? incomingOf(read.activity) : undefined;
}

/** The same for an activity that was read before. */
export function incomingOf(activity: WireActivity): Incoming | undefined {
  if (activity.type === 'message') return messageOf(activity);
  if (activity.type === 'messageUpdate') return editedOf(activity);
  if (activity.type === 'messageDelete') return deletedOf(activity);
  if (activity.type === 'invoke') return invokeOf(activity);
  if (activity.type === 'installationUpdate') return installedOf(activity);
  if (activity.type === 'conversationUpdate') return membersOf(activity);
  return undefined;
}

function messageOf(activity: WireActivity): Incoming {
  const text = foldText(plainMentions(activity));
  if (text === '' && activity.value) return { ...baseOf(activity), ...actionOf(activity.value, activity), kind: 'action', invoke: false };
  const quote = quoteOf(activity.attachments);
  return {
    ...baseOf(activity),
    kind: 'message',
    text: withoutQuote(text, quote),
    ...(quote && quote.text !== '' && { quoted: quote.text }),
    ...repliedTo(quote?.id || activity.replyToId),
    hasFiles: hasFiles(activity.attachments),
  };
}

const repliedTo = (id: string | undefined) => (id ? { quotedId: id } : {});

function actionOf(value: Readonly<Record<string, unknown>>, activity: WireActivity) {
  // `msteams` is an order to the client, not something that was filled in.
  const { verb, msteams: _, ...data } = value;
  return { verb: typeof verb === 'string' ? verb : '', data, ...(activity.replyToId && { cardActivityId: activity.replyToId }) };
}

function editedOf(activity: WireActivity): Incoming | undefined {
  if ((activity.channelData.eventType ?? 'editMessage') !== 'editMessage') return undefined;
  const text = withoutQuote(foldText(plainMentions(activity)), quoteOf(activity.attachments));
  // An edit keeps the message's id. With its time, changing a text to and fro is three different edits, a redelivery none.
  const base = baseOf(activity, idFrom(text), activity.timestamp ?? '');
  return { ...base, kind: 'edited', text, hasFiles: hasFiles(activity.attachments) };
}

function deletedOf(activity: WireActivity): Incoming | undefined {
  if ((activity.channelData.eventType ?? 'softDeleteMessage') !== 'softDeleteMessage') return undefined;
  return { ...baseOf(activity), kind: 'deleted' };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}

function invokeOf(activity: WireActivity): Incoming | undefined {
  const value = activity.value ?? {};
  if (activity.name === 'adaptiveCard/action') {
    const action = asObject(value.action);
    return { ...baseOf(activity), ...actionOf({ ...asObject(action.data), verb: action.verb }, activity), kind: 'action', invoke: true };
  }
  if (activity.name !== 'composeExtension/query') return undefined;
  const parameters = (Array.isArray(value.parameters) ? value.parameters : []).map(asObject);
  const query = parameters.find(({ name }) => name === 'query')?.value;
  return {
    ...baseOf(activity),
    kind: 'query',
    commandId: typeof value.commandId === 'string' ? value.commandId : '',
    query: typeof query === 'string' ? query.trim() : '',
  };
}

function installedOf(activity: WireActivity): Incoming | undefined {
  const action = activity.action ?? '';
  if (!['add', 'add-upgrade', 'remove', 'remove-upgrade'].includes(action)) return undefined;
  return { ...baseOf(activity), kind: 'installed', added: action.startsWith('add') };
}

function membersOf(activity: WireActivity): Incoming | undefined {
  const people = (accounts: WireActivity['membersAdded']) => accounts.filter(({ id }) => id !== activity.recipient?.id).map(personOf);
  const joined = people(activity.membersAdded);
  const left = people(activity.membersRemoved);
  const base = baseOf(activity);
  if (base.place.kind === 'personal' || joined.length + left.length === 0) return undefined;
  return { ...base, kind: 'members', joined, left };
}

function personOf({ id, name, aadObjectId }: WireActivity['from']): Person {
  return { id, ...(aadObjectId && { aadId: aadObjectId }), name: name ?? '' };
}

function baseOf(activity: WireActivity, ...telling: readonly string[]): Base {
  const { id, type, conversation } = activity;
  // Without an id the whole content stands for it.
  const own = id || JSON.stringify(activity);
  const locale = activity.locale ?? activity.entities.find(({ type }) => type === 'clientInfo')?.locale;
  return {
    id: id ?? '',
    key: idFrom(type, conversation.id, own, ...telling),
    person: personOf(activity.from),
    place: placeOf(activity),
    via: viaOf(activity),
    ...(locale && { locale }),
  };
}

function kindOf({ conversation, channelData }: WireActivity): Place['kind'] {
  const { conversationType, id } = conversation;
  if (conversationType === 'personal' || conversationType === 'channel') return conversationType;
  if (conversationType) return 'group';
  if (channelData.team?.id || channelData.channel?.id || /@thread\.(?:tacv2|skype)\b/.test(id)) return 'channel';
  return conversation.isGroup === true || /@thread\.v2\b/.test(id) ? 'group' : 'personal';
}

function placeOf(activity: WireActivity): Place {
  const { conversation, channelData } = activity;
  const kind = kindOf(activity);
  if (kind !== 'channel') return { kind, conversationId: conversation.id };
  const [room, threadId] = conversation.id.split(';messageid=');
  const channelId = channelData.channel?.id ?? channelData.teamsChannelId ?? room;
  const teamsTeamId = channelData.team?.id;
  return {
    kind,
    conversationId: conversation.id,
    ...(teamsTeamId && { teamsTeamId }),
    ...(channelId && { channelId }),
    ...(threadId && { threadId }),
  };
}

function viaOf({ serviceUrl, recipient, channelData, conversation }: WireActivity): Via {
  const tenantId = channelData.tenant?.id ?? conversation.tenantId;
  return {
    serviceUrl,
    botId: recipient?.id ?? '',
    ...(recipient?.name && { botName: recipient.name }),
    ...(tenantId && { tenantId }),
  };
}
