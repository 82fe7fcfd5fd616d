import type { Bank, Role } from '../../core/banks.ts';
import type { RosterMember } from '../../core/connector.ts';
import type { Reader, Tx } from '../../core/features.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Places } from '../../core/places.ts';

/** What this feature needs of the rest of the house; the composition root plugs it. */
export interface ContactPorts {
  banks(): Promise<readonly Bank[]>;
  /** As what the one who acts stands in a bank, be it another than where they are. */
  standsIn(incoming: Incoming, bank: string): Promise<{ readonly member: boolean; readonly roles: ReadonlySet<Role> }>;
  /** Who sees to a region of a bank, by directory object id. */
  coordinatorsOf(bank: string): Promise<readonly { readonly id: string; readonly name: string; readonly region: string | null }[]>;
  /** Who is in a bank's rooms; undefined when Teams doesn't say. E-mail addresses are never user principal names. */
  roster(bank: string): Promise<readonly RosterMember[] | undefined>;
  /** Reads another bank's records. */
  reader(bank: string): Reader;
  /** Reads and changes what belongs to no bank. */
  readonly house: Reader;
  inHouse<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The places of Norway; asked for once, when they are first needed. */
  places(): Places;
  /** The address of a picture that is drawn once for the same description, and kept for some weeks; null where the bot has no public address. */
  keepPicture(of: string, draw: () => Promise<Uint8Array>): Promise<string | null>;
}
