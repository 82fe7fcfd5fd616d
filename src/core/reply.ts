/** What a handler gives back to the one who acted. Plain data: it is stored with the turn and can be rendered again. */

export interface CardRef {
  /** Name of the template: `cards/<name>.json`. */
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Data that is rendered now but never stored: typed text that nobody has checked yet. A replay renders without it. */
  readonly unstored?: Readonly<Record<string, unknown>>;
}

/** What a card that stands shall be: as drawn, or away; where Teams does not delete, `takeAway` comes in its place. */
export type Drawing = CardRef | { readonly takeAway: CardRef };

export interface Say {
  readonly kind: 'say';
  readonly text: string;
}

/** A card; to a message it is a new activity, to an invoke it stands in the response. */
export interface Show {
  readonly kind: 'show';
  readonly card: CardRef;
}

/** A card that asks the presser for input. */
export interface Form {
  readonly kind: 'form';
  readonly card: CardRef;
}

/** Hits of a messaging extension query. */
export interface Results {
  readonly kind: 'results';
  readonly items: readonly { readonly title: string; readonly text: string; readonly card: CardRef }[];
}

/** Seen; nothing is said. */
export interface Ack {
  readonly kind: 'ack';
}

/** The question that came along in the action's `question` is to be answered in the bank that was just chosen. */
export interface AskThere {
  readonly kind: 'ask-there';
}

export type Reply = Say | Show | Form | Results | Ack | AskThere;
