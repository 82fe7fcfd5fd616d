import type { z } from 'zod';
import type { Bank, Role } from './banks.ts';
import type { Incoming } from './incoming.ts';
import type { Locale } from './locale.ts';
import type { About, Content, Posting, Recipient } from './outbox.ts';
import type { Page } from './pages.ts';
import type { Kind } from './records.ts';
import type { Drawing, Reply } from './reply.ts';

export type Scalar = string | number | boolean | null;

export interface Where {
  readonly field: string;
  readonly op: '=' | '<' | '<=' | '>' | '>=';
  readonly value: Scalar;
}

export interface ListQuery {
  readonly where?: readonly Where[];
  readonly order?: { readonly field: string; readonly descending?: boolean };
  readonly limit?: number;
  readonly cursor?: string;
}

/** Reads of one partition. What a turn has put it reads back by `get`; `list` and `count` see what is committed. */
export interface Reader {
  get<T extends object>(kind: Kind<T>, id: string): Promise<T | undefined>;
  list<T extends object>(
    kind: Kind<T>,
    query?: ListQuery,
  ): Promise<{ readonly items: readonly { readonly id: string; readonly body: T }[]; readonly cursor?: string }>;
  count<T extends object>(kind: Kind<T>, where?: readonly Where[]): Promise<number>;
}

export interface Post {
  /** Names what it is (`webinar:42:moved:2:<person>`): the same key is never sent twice. */
  readonly key: string;
  readonly recipient: Recipient;
  readonly content: Content;
  readonly about?: About;
  /** Default: the turn's. */
  readonly locale?: Locale;
}

/**
 * One turn's view of its partition. Reads remember etags; writes wait for the one commit at the end, and a record that was read and
 * is written must still be as it was read, else the whole handler runs again on fresh state.
 */
export interface Tx extends Reader {
  put<T extends object>(kind: Kind<T>, id: string, body: T): void;
  /** Puts what is remembered for `keptForMs` (real time) only. */
  putFor<T extends object>(kind: Kind<T>, id: string, put: { readonly body: T; readonly keptForMs: number }): void;
  remove<T extends object>(kind: Kind<T>, id: string): void;
  /** Makes the commit depend on a record that is read but not written. */
  touch<T extends object>(kind: Kind<T>, id: string): Promise<void>;
  post(message: Post): void;
  /** Puts up a card, or asks for an update of one that stands (`wanted` grows). `isNew`: none stands under the id, which is not looked up. */
  keep(
    id: string,
    posting: Pick<Posting, 'render' | 'thing' | 'place' | 'teamsTeamId'> &
      Partial<Pick<Posting, 'ifLost'>> & { readonly locale?: Locale; readonly isNew?: boolean },
  ): Promise<void>;
  /** `at` is domain time, epoch ms. The same key replaces. */
  later(key: string, at: number, work: { readonly job: string; readonly data: Readonly<Record<string, unknown>> }): void;
  cancel(key: string): void;
}

/** What every handler is given. */
export interface Context {
  readonly bank: Bank;
  readonly locale: Locale;
  /** Domain time, epoch ms. */
  readonly now: number;
  readonly tx: Tx;
  /** Whether some feature answers to this verb: a button for it may stand. */
  readonly has: (verb: string) => boolean;
}

export interface Turn<I extends Incoming = Incoming> extends Context {
  readonly incoming: I;
  /** Ids of all banks that the actor is in, where that was asked for (in a personal chat); else the turn's alone. */
  readonly banks: readonly string[];
  /** The actor's roles in the bank; `admin` brings `editor` and `adviser` along. */
  readonly roles: ReadonlySet<Role>;
  /** Adds a field to the turn's log line: never a text of a person, never a name. */
  readonly note: (fields: Readonly<Record<string, string | number | boolean>>) => void;
}

/** Members may; or only who has one of these roles. */
export type Who = 'anyone' | 'member' | readonly Role[];

/** Whether someone who stands so may do what is for `who`. */
export function may(who: Who, standing: { readonly member: boolean; readonly roles: ReadonlySet<Role> }): boolean {
  if (who === 'anyone') return true;
  if (who === 'member') return standing.member || standing.roles.size > 0;
  return who.some((role) => standing.roles.has(role));
}

/** Where the turn's records lie: the bank of the thing, or the house (people, bindings). */
export type Home = 'bank' | 'house';

export interface Command {
  readonly name: string;
  /** How it is written; the first is shown in the help. */
  readonly words: { readonly [L in Locale]: readonly string[] };
  /** Takes what stands after it (`kontakt <sted>`), or takes it unless that is a question. Without it the words must stand alone. */
  readonly takesText?: boolean | 'no question';
  /** For who else says its words with text after them, it is a question (`roller i teamet`). */
  readonly who: Who;
  readonly home?: Home;
  /** It asks for banks itself: in a chat it is taken up in the first of the person's banks where they may, instead of asking which one. */
  readonly asksBanks?: boolean;
  /** One line for `hjelp`. */
  readonly help: { readonly [L in Locale]: string };
  readonly run: (turn: Turn, text: string) => Promise<Reply>;
}

export interface Action {
  readonly verb: string;
  readonly who: Who;
  readonly home?: Home;
  /** As a command's: where the data names no bank. */
  readonly asksBanks?: boolean;
  /** What the data must hold beside `bank`; unknown fields are dropped. Inputs arrive as strings; empty ones are taken out before. */
  readonly data: z.ZodType<Record<string, unknown>>;
  /** Inputs that a person typed freely: they pass the guard first. */
  readonly freeText: readonly string[];
  readonly run: (turn: Turn, data: Record<string, unknown>) => Promise<Reply>;
}

/** An action whose handler is typed by its schema. */
export function defineAction<D extends Record<string, unknown>>(action: {
  verb: string;
  who: Who;
  home?: Home;
  asksBanks?: boolean;
  data: z.ZodType<D>;
  freeText: readonly string[];
  run: (turn: Turn, data: D) => Promise<Reply>;
}): Action {
  return { ...action, run: (turn, data) => action.run(turn, action.data.parse(data)) };
}

export interface QueryHandler {
  readonly commandId: string;
  readonly who: Who;
  readonly run: (turn: Turn, query: string) => Promise<Reply>;
}

export interface JobHandler {
  readonly name: string;
  readonly run: (context: Context, data: Readonly<Record<string, unknown>>) => Promise<void>;
}

/**
 * Draws a posting from fresh state, or has it taken away from where it stands; undefined takes the posting for done with (the thing is
 * gone). One that is away comes back through `keep` with `isNew` alone.
 */
export type PostingRenderer = (reader: Reader, posting: Posting, context: { bank: Bank; now: number }) => Promise<Drawing | undefined>;

/** What a feature knows of a person in one bank. */
export interface PersonalData {
  /** A line each for «mine data»: of a bank's partition, and of what belongs to no bank. */
  readonly show: (tx: Tx, person: string, locale: Locale) => Promise<readonly { readonly label: string; readonly value: string }[]>;
  /** Takes it out, as much as goes into one commit (100 changes); true when there is more: to be run again. */
  readonly forget: (context: Pick<Context, 'bank' | 'now' | 'tx'>, person: string) => Promise<boolean>;
}

/** A capability: everything that the switchboard knows of it. */
export interface Feature {
  readonly name: string;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly queries: readonly QueryHandler[];
  readonly jobs: readonly JobHandler[];
  readonly postings?: Readonly<Record<string, PostingRenderer>>;
  /** What it shows outside Teams, under PUBLIC_URL. */
  readonly pages?: readonly Page[];
  /** Takes a message that answers something the feature asked before; undefined for any other. Comes after commands and before questions. */
  readonly reply?: (turn: Turn, text: string) => Promise<Reply | undefined>;
  /** What a message is that no command matches. One feature has it. */
  readonly question?: (turn: Turn, text: string) => Promise<Reply>;
  /** Makes ready what the first turn would else wait for; called once the bot listens. */
  readonly warm?: () => void;
  /** What the bot says when it comes into a place; the first feature that gives a reply has said it. */
  readonly installed?: (turn: Turn) => Promise<Reply>;
  /** Somebody (by directory object id) left a room of the bank. */
  readonly left?: (context: Pick<Context, 'bank' | 'now' | 'tx'>, person: string) => Promise<void>;
  readonly personal?: PersonalData;
  /** The sentence for a `UserError` of this feature; undefined when the code is not its own. */
  readonly sentence?: (code: string, params: Readonly<Record<string, string>>, locale: Locale) => string | undefined;
}
