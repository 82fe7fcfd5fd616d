/** What the sending side of Teams can do. Implemented by the wire; all calls reject with `SendRefused` and are never retried inside. */

export interface Address {
  readonly serviceUrl: string;
  readonly botId: string;
  readonly botName?: string;
  readonly tenantId?: string;
}

/** A message ready to send. */
export interface Outgoing {
  readonly text?: string;
  /** A rendered Adaptive Card. */
  readonly card?: Readonly<Record<string, unknown>>;
  /** For the notification list: what the card says in a line. */
  readonly summary?: string;
  /** Each stands in the text as `<at>Name</at>`. */
  readonly mentions?: readonly { readonly aadId: string; readonly name: string }[];
}

export interface Connector {
  /** A new activity in a conversation, as an answer to `replyToId` if given. */
  send(address: Address, to: { conversationId: string; replyToId?: string }, message: Outgoing): Promise<{ activityId: string }>;
  /** Puts `message` in the place of an activity that stands. */
  update(address: Address, at: { conversationId: string; activityId: string }, message: Outgoing): Promise<void>;
  /** Takes an activity away. */
  remove(address: Address, at: { conversationId: string; activityId: string }): Promise<void>;
  /** Starts a thread in a channel. */
  startThread(address: Address, channelId: string, message: Outgoing): Promise<{ conversationId: string; activityId: string }>;
  /** Opens the personal chat with a person, or finds it. */
  openPersonal(address: Address, aadId: string): Promise<{ conversationId: string }>;
}

export interface RosterMember {
  /** Directory object id. */
  readonly aadId: string;
  readonly name: string;
  /** A guest's address is never taken from the user principal name. */
  readonly email?: string;
}

/** Who is in a Teams team. */
export interface Roster {
  /** All members of the Teams team. Rejects with `Unavailable` or `SendRefused` when Teams doesn't answer. */
  members(address: Address, teamsTeamId: string): Promise<readonly RosterMember[]>;
  /** One person looked up singly, undefined when not a member. */
  member(address: Address, teamsTeamId: string, aadId: string): Promise<RosterMember | undefined>;
  /** The channels of a Teams team; the first one (General) may have no name. */
  channels(address: Address, teamsTeamId: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
}
