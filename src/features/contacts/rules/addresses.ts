import { z } from 'zod';
import { lineOf, linkFrom } from '../../../core/reading.ts';
import type { LONGEST_EMAIL } from '../model.ts';

/** How somebody is reached, as it is typed: undefined for what is no address or number. */

const email = z.email().max(254 satisfies typeof LONGEST_EMAIL);
/** How mail programs write an address. */
const WRAPPED = /^(?:mailto:|[^<>]*<(?=[^<>]*>$))?(?<address>[^<>]*)>?$/i;

export function emailFrom(text: string): string | undefined {
  const address = WRAPPED.exec(lineOf(text))?.groups?.address?.trim() ?? '';
  return email.safeParse(address).success ? address : undefined;
}

/** A guest's user principal name looks like an e-mail address and is none. */
export const isGuestName = (text: string): boolean => /#ext#/i.test(lineOf(text));

const LABEL = /^(?:tlf|telefon|mob|mobil|mobiltlf|tel|phone)(?:[.:]+ ?| (?=[\d+(]))/i;
const NUMBER = /^\(?\+?[\d ().–‑-]+$/;
/** E.164 allows 15 digits; the shortest numbers of small countries have 7 with their prefix. */
const FOREIGN = /^(?:\+|00)[1-9]\d{6,14}$/;
const OWN_PREFIX = /^(?:\+47|0047|47(?=\d{8}$))/;
const EIGHT_DIGITS = /^[2-9]\d{7}$/;
const inPairs = (digits: string) => digits.replace(/..(?=.)/g, '$& ');
const inThrees = (digits: string) => digits.replace(/^(...)(..)/, '$1 $2 ');
/** Numbers of firms, as 02800: they have no other form. */
const FIVE_DIGITS = /^0\d{4}$/;

/**
 * A Norwegian number as «+47 22 33 44 55» («+47 800 12 345» where the number begins with 8), one with a foreign prefix as it was typed.
 * What is no number, or two, is undefined. Of the world's numbers only Norway's are tidied, and they have one form: libphonenumber-js reads
 * them no better, and takes 13 MB of disk, 20 MB of memory and 30 ms at the start.
 */
export function phoneFrom(text: string): string | undefined {
  const line = lineOf(text).normalize('NFKC').replace(LABEL, '');
  if (!NUMBER.test(line)) return undefined;
  const dialled = line.replace('(0)', '').replace(/[^\d+]/g, '');
  const national = dialled.replace(OWN_PREFIX, '');
  if (FIVE_DIGITS.test(national)) return national;
  if (EIGHT_DIGITS.test(national)) return `+47 ${national.startsWith('8') ? inThrees(national) : inPairs(national)}`;
  return FOREIGN.test(dialled) && !OWN_PREFIX.test(dialled) ? line : undefined;
}

const BARE = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#].*)?$/u;

/** A web address; «www.sandvik.kommune.no» is one as well. */
export function websiteFrom(text: string): string | undefined {
  const line = lineOf(text);
  return linkFrom(BARE.test(line) ? `https://${line}` : line);
}
