import type { Bank, Role } from '../../core/banks.ts';
import type { Reader, Tx } from '../../core/features.ts';
import type { Incoming } from '../../core/incoming.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
}

/** What this feature needs of the rest of the house; the composition root plugs it. */
export interface WebinarPorts {
  banks(): Promise<readonly Bank[]>;
  /** As what the one who acts stands in a bank, be it another than where they are. */
  standsIn(incoming: Incoming, bank: string): Promise<{ readonly member: boolean; readonly roles: ReadonlySet<Role> }>;
  /** The channels of a bank's rooms; undefined when Teams doesn't say. */
  channels(incoming: Incoming, bank: string): Promise<readonly Channel[] | undefined>;
  /** Reads another bank's records: a thing lives in its home bank. */
  reader(bank: string): Reader;
  /** Reads what belongs to no bank. */
  readonly house: Reader;
  /** Changes what belongs to no bank. */
  inHouse<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction in another bank, of its own. */
  within<T>(bank: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Where links lead; undefined when nobody has said it. */
  publicUrl(): string | undefined;
  /** A signature that nobody else can make, and whether one is it. */
  sign(...parts: readonly string[]): string;
  isSigned(given: string, ...parts: readonly string[]): boolean;
  /** Domain time, epoch ms: for what is asked for outside of turns. */
  now(): number;
}
