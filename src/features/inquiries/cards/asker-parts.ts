import { dayOf, readDate } from '../../../core/calendar.ts';
import { fitted } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { asLink, asParagraphs, clip, escapeMarkdown } from '../../../core/markdown.ts';

/** Parts that several of the askers' cards are made of. */

/** What is only recalled: characters. */
const QUESTION_RECALLED = 200;
const ANSWER_RECALLED = 300;
/** Of the 28 KB of a card, for an address and for a note along with it. */
const ADDRESS_BYTES = 1_000;
const NOTE_BYTES = 3_000;

/** The day of a moment, written out: «5. mars 2026». */
export const readDayOf = (at: number, locale: Locale): string => readDate(dayOf(at), locale);

/** One line of something that was written, cut short. */
export const recalled = (text: string): string => asParagraphs(clip(text.replace(/\s+/g, ' ').trim(), QUESTION_RECALLED));

/** Questions that were answered before, each with how its answer begins. */
export function recalledAnswers(similar: readonly { question: string; answer: string }[]) {
  return similar.map(({ question, answer }) => ({
    question: recalled(question),
    answer: asParagraphs(clip(answer, ANSWER_RECALLED)),
  }));
}

const EMAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;

/** An address to press where it is a web or an e-mail address; a telephone number and anything else as it was written. */
function addressText(address: string): string {
  if (!EMAIL.test(address)) return asLink(address, address);
  const target = address.replace(/_/g, '%5F');
  return `[${escapeMarkdown(address)}](mailto:${target})`;
}

/** Where to turn outside the centre. What is too long for an address is none, and is left out. */
export function referralParts(referral: { name: string; address: string; note: string } | null) {
  const address = addressText(referral?.address.trim() ?? '');
  return {
    address: address.length <= ADDRESS_BYTES ? address : '',
    note: fitted(referral?.note ?? '', NOTE_BYTES),
  };
}
