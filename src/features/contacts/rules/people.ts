import { tokenise } from '../../../norwegian/tokens.ts';
import type { Contact } from '../model.ts';

type Written = Omit<Contact, 'id'>;

const alike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Whether it is still the same person: of the same name, or with the same address and a part of the name kept («Kari Lie», «Kari Lie Moen»). */
function isSame(before: Contact, { name, email }: Written): boolean {
  if (alike(before.name, name)) return true;
  if (email === '' || !alike(before.email, email)) return false;
  const words = new Set(tokenise(before.name));
  return words.size === 0 || name === '' || tokenise(name).some((word) => words.has(word));
}

/** Somebody of a team as written; null for nothing. Whoever is another person than before is not linked to the old one's account. */
export function personAfter(before: Contact | null, written: Written): Contact | null {
  const { name, email, phone } = written;
  if (name === '' && email === '' && phone === '') return null;
  return { id: before && isSame(before, written) ? before.id : null, name, email, phone };
}
