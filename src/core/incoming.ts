/** What reaches the bot, free of Teams: made by the wire, the terminal chat and the tests alike. */

export interface Person {
  /** The channel account id (`29:…`): good for mentions and for writing back, never for rights. */
  readonly id: string;
  /** The directory object id: what roles and rosters go by. Missing for some channel accounts. */
  readonly aadId?: string;
  readonly name: string;
}

/** Who did something. */
export interface Actor {
  /** Directory object id, else the channel account's. */
  readonly id: string;
  readonly name: string;
}

export function actorOf({ incoming: { person } }: { readonly incoming: { readonly person: Person } }): Actor {
  return { id: person.aadId ?? person.id, name: person.name };
}

export interface Place {
  readonly kind: 'personal' | 'channel' | 'group';
  /** Where an answer goes; in a channel it carries the thread (`19:…;messageid=…`). */
  readonly conversationId: string;
  readonly teamsTeamId?: string;
  readonly channelId?: string;
  readonly threadId?: string;
}

/** How the connector that sent this can be written to. */
export interface Via {
  readonly serviceUrl: string;
  readonly botId: string;
  readonly botName?: string;
  readonly tenantId?: string;
}

interface Base {
  /** The activity's id: what an answer replies to. */
  readonly id: string;
  /** The same for every delivery of the same activity, different for any other. */
  readonly key: string;
  readonly person: Person;
  readonly place: Place;
  readonly via: Via;
  /** The reader's client locale as sent (`nb-NO`), if any. */
  readonly locale?: string;
}

export interface Message extends Base {
  readonly kind: 'message';
  /** The text with mentions of the bot taken out and white space folded; may be empty. */
  readonly text: string;
  /** The text of the message that this one quotes or stands under, where Teams sends it along. */
  readonly quoted?: string;
  /** The activity that this one quotes or replies to, where Teams says which. */
  readonly quotedId?: string;
  /** The writer has said that it is a question of its own, and no reply to anything. */
  readonly isQuestion?: boolean;
  /** A file or picture came with it. */
  readonly hasFiles: boolean;
}

export interface Edited extends Base {
  readonly kind: 'edited';
  readonly text: string;
  readonly hasFiles: boolean;
}

export interface Deleted extends Base {
  readonly kind: 'deleted';
}

export interface Action extends Base {
  readonly kind: 'action';
  /** Empty when the sender left it out: answered as an unknown verb. */
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The activity that holds the card that was pressed. */
  readonly cardActivityId?: string;
  /** True for Action.Execute (answered in the HTTP response), false for Action.Submit (answered by a message). */
  readonly invoke: boolean;
}

export interface Query extends Base {
  readonly kind: 'query';
  readonly commandId: string;
  readonly query: string;
}

export interface Installed extends Base {
  readonly kind: 'installed';
  readonly added: boolean;
}

export interface MembersChanged extends Base {
  readonly kind: 'members';
  readonly joined: readonly Person[];
  readonly left: readonly Person[];
}

export type Incoming = Message | Edited | Deleted | Action | Query | Installed | MembersChanged;
