import { activity } from '../../test/support/activities.ts';
import type { ConnectorStandIn } from '../../test/support/connector-stand-in.ts';
import type { Bots } from './bots.ts';
import { ADVISER_ROOM, type BankId, chatOf, roomOf, type Somebody, teamOf } from './town.ts';

/** Where somebody writes or presses. */
export interface Spot {
  readonly conversation: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly channelData: Readonly<Record<string, unknown>>;
}

const TENANT = { id: 'tenant' };

function inRoom(team: string, channel: string, thread: string): Spot {
  const conversation = { conversationType: 'channel', isGroup: true, tenantId: TENANT.id, id: `${channel};messageid=${thread}` };
  return { conversation, channelData: { team: { id: team }, channel: { id: channel }, tenant: TENANT } };
}

export const inThread = (bank: BankId, thread: string): Spot => inRoom(teamOf(bank), roomOf(bank), thread);
export const inChat = (person: Somebody): Spot => ({
  conversation: { conversationType: 'personal', tenantId: TENANT.id, id: chatOf(person) },
  channelData: { tenant: TENANT },
});

/** What a press was answered: a card, or a sentence. */
export type Outcome = { readonly kind: 'card'; readonly text: string } | { readonly kind: 'said'; readonly text: string };

export interface Press {
  readonly by: Somebody;
  readonly at: Spot;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Teams as its users meet it: what they write and press, delivered until it is taken. */
export class Teams {
  readonly bots: Bots;
  readonly standIn: ConnectorStandIn;
  /** Times of the calls that were answered at once, ms, by step. */
  readonly times = new Map<string, number[]>();
  /** What went otherwise than it should. */
  readonly problems: string[] = [];
  /** Messages that must have been answered: conversation and id. */
  readonly written: { readonly conversation: string; readonly id: string }[] = [];
  presses = 0;
  /** Calls that failed or were cut, and came again. */
  redelivered = 0;
  #last = 0;
  #seen = 0;
  readonly #caseThreads = new Map<string, string>();

  constructor(bots: Bots, standIn: ConnectorStandIn) {
    this.bots = bots;
    this.standIn = standIn;
  }

  nextId(prefix: string): string {
    return `${prefix}${++this.#last}`;
  }

  async write(by: Somebody, at: Spot, given: { text: string; id?: string; step: string }): Promise<string> {
    const { text, step, id = this.nextId('16') } = given;
    const kind = at.conversation.conversationType === 'personal' ? 'message-personal' : 'message-channel-mention';
    await this.#deliver(step, activity(kind, { id, text, ...this.#frame(by, at), attachments: [] }));
    this.written.push({ conversation: at.conversation.id, id });
    return id;
  }

  async press({ by, at, verb, data }: Press): Promise<Outcome> {
    this.presses++;
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const body = await this.#deliver(
      verb,
      activity('action-execute', { id: this.nextId('f:'), value, replyToId: undefined, ...this.#frame(by, at) }),
    );
    if (typeof body.value === 'string') return { kind: 'said', text: body.value };
    return { kind: 'card', text: JSON.stringify(body.value) };
  }

  /** Where an adviser works on an inquiry: in the thread of its card, once that stands, else in their chat. */
  deskOf(bank: BankId, adviser: Somebody, number: string): Spot {
    const sent = this.standIn.sent();
    for (; this.#seen < sent.length; this.#seen++) {
      const { conversationId = '', activity: told } = sent[this.#seen] ?? {};
      const thread = conversationId.startsWith(`${ADVISER_ROOM};messageid=`) ? conversationId.split('=')[1] : undefined;
      const found = /[A-Z-]+-26-\d{4}/.exec(JSON.stringify(told?.attachments ?? ''))?.[0];
      if (thread !== undefined && found !== undefined && !this.#caseThreads.has(found)) this.#caseThreads.set(found, thread);
    }
    const thread = this.#caseThreads.get(number);
    return thread === undefined ? inChat(adviser) : inRoom(teamOf(bank), ADVISER_ROOM, thread);
  }

  #frame({ id, name }: Somebody, { conversation, channelData }: Spot) {
    const from = { id: `29:${id}`, name, aadObjectId: id };
    return { serviceUrl: this.standIn.url, from, conversation, channelData, locale: 'nb-NO', entities: [] };
  }

  async #deliver(step: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
    const taken = await this.bots.post(body);
    this.redelivered += taken.failed;
    if (taken.failed === 0) this.times.set(step, [...(this.times.get(step) ?? []), taken.ms]);
    return taken.body;
  }
}
