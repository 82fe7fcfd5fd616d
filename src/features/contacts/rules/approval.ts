import type { Contact, Entry } from '../model.ts';
import { NOTHING_KNOWN } from './entry-words.ts';

/** Who a team is, how far it has come and whom it is for: the centre decides. */
const DECIDED = [
  ...(['name', 'type', 'specialty', 'status', 'statusSince', 'region', 'county', 'municipalities', 'cityDistricts'] as const),
  ...(['unknownPlaces', 'hostMunicipality', 'interMunicipal'] as const),
] as const satisfies readonly (keyof Entry)[];
const decided: ReadonlySet<string> = new Set(DECIDED);
const isPerson = (field: string): field is 'leader' | 'deputy' => field === 'leader' || field === 'deputy';

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
/** Another name is another person, until the centre has said otherwise. */
const isAnother = (before: Contact | null, after: Contact | null) => before?.name !== after?.name || before?.id !== after?.id;

/**
 * Which of the changed fields hold at once (`now`), and which wait for the centre (`later`). A leader's or deputy's e-mail and phone hold at
 * once as long as it is the same person. What the centre itself changes holds at once.
 */
export function needsApproval(
  before: Entry,
  after: Entry,
  by: 'leader' | 'deputy' | 'centre',
): { readonly now: Partial<Entry>; readonly later: Partial<Entry> } {
  const waits = (field: keyof Entry) =>
    by !== 'centre' && (decided.has(field) || (isPerson(field) && isAnother(before[field], after[field])));
  const fields = Object.keys({ ...NOTHING_KNOWN, type: '' }) as (keyof Entry)[];
  const changed = fields.filter((field) => !isEqual(before[field], after[field]));
  const only = (fields: readonly (keyof Entry)[]): Partial<Entry> => Object.fromEntries(fields.map((field) => [field, after[field]]));
  return { now: only(changed.filter((field) => !waits(field))), later: only(changed.filter(waits)) };
}
