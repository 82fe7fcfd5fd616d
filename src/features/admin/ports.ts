import type { Bank } from '../../core/banks.ts';
import type { Command, Turn } from '../../core/features.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Locale } from '../../core/locale.ts';

/** A message that could not be delivered after all. */
export interface DeadLetter {
  readonly id: string;
  readonly to: string;
  readonly reason: string;
}

/** What this feature needs of the rest of the house; the composition root plugs it. */
export interface AdminPorts {
  /** All commands of all features, for the help. */
  commands(): readonly Command[];
  banks(): Promise<readonly Bank[]>;
  /** Whether the one who acts is an admin of a bank, be it another than the turn's. */
  isAdmin(incoming: Incoming, bank: string): Promise<boolean>;
  /** Who is told when something is amiss in a bank. */
  adminsOf(bank: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Who is in the bank's rooms: directory object id and name. */
  people(turn: Turn): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** The channels of the Teams team that the activity came from; empty when Teams doesn't say. */
  channels(incoming: Incoming): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Where the bank's public calendar is; undefined when nobody has said where the bot can be reached. */
  feedAddress(bank: string): string | undefined;
  deadLetters(bank: string): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back in the queue; false when it is no longer dead. */
  resend(bank: string, letter: string): Promise<boolean>;
  /** What the features know of a person, over all banks. */
  personalData(person: string, locale: Locale): Promise<readonly { readonly label: string; readonly value: string }[]>;
  /** Takes out what the features know of a person, bank by bank, and the personal chat's address. May be run again. */
  forget(person: string): Promise<void>;
}
