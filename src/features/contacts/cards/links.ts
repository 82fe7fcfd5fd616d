import { z } from 'zod';
import { fitted } from '../../../core/fit.ts';
import { escapeMarkdown } from '../../../core/markdown.ts';
import { LONGEST_EMAIL } from '../model.ts';

const TEXT_BYTES = 400;
const address = z.email().max(LONGEST_EMAIL);
/** A guest's user principal name, which is no address. */
const NO_ADDRESS = /#EXT#/i;

const safe = (target: string): string =>
  encodeURI(target).replace(/[()_*~#?&']/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** An e-mail address that one can press; as plain text what is none, '' for what looks like one and leads nowhere. */
export function mailLink(email: string): string {
  if (NO_ADDRESS.test(email)) return '';
  const isAddress = address.safeParse(email).success;
  return isAddress ? `[${escapeMarkdown(email)}](mailto:${safe(email)})` : fitted(email, TEXT_BYTES);
}

/** A number that one can press; as plain text what has no digits to call. */
export function phoneLink(phone: string): string {
  const called = phone.replace(/[^\d+]/g, '');
  const isNumber = /^\+?\d{3,15}$/.test(called) && /^[\d\s+().-]+$/.test(phone);
  return isNumber ? `[${escapeMarkdown(phone)}](tel:${called})` : fitted(phone, TEXT_BYTES);
}
