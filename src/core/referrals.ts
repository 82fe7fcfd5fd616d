import { z } from 'zod';

/** Where to turn outside the centre. `address` is an e-mail address, a web address or a telephone number, as somebody wrote it. */
export const referralSchema = z.object({
  name: z.string().min(1).max(200),
  address: z.string().max(500).default(''),
  note: z.string().max(1_000).default(''),
});
export type Referral = z.infer<typeof referralSchema>;

/** An e-mail or web address within a text. */
const ADDRESS = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+|\b(?:https?:\/\/|www\.)[^\s<>]+/i;

/** A referral as one text says it: all of it is the name, and the first address in it is where they are reached. */
export function referralFrom(text: string): Referral {
  return { name: text.trim(), address: ADDRESS.exec(text)?.[0].replace(/[.,;:!?)]+$/, '') ?? '', note: '' };
}
