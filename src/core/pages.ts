/** What the bot shows to whoever has the address, without Teams: a calendar file, a picture. */

export interface PageAnswer {
  /** With its charset, where it has one. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** The name that it is saved under; without one it is shown where it is asked for. */
  readonly fileName?: string;
  /** How long it may be shown again without asking. */
  readonly maxAgeSeconds: number;
  /** Others than the one who asked may keep it too: it holds nothing that a secret in the address opens. */
  readonly isPublic?: boolean;
}

export interface Page {
  /** Where it is: `/webinars/:file`. */
  readonly path: string;
  /** Undefined: there is nothing there. What stands in the address comes as it was written, unchecked but for its length. */
  readonly answer: (params: Readonly<Record<string, string>>, query: Readonly<Record<string, string>>) => Promise<PageAnswer | undefined>;
}
