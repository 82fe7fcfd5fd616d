import type { CardRef } from '../../src/core/reply.ts';

export interface Sample {
  /** What is special about it: with the card's name, its caption in the gallery. */
  readonly of: string;
  readonly card: CardRef;
  /** As long as it gets: checked like the others, but not in the pictures. */
  readonly worst?: boolean;
}

const LONG_WORD = 'kompetanseutviklingsplanleggingsverktøyoversikt';
/** Text of a length, with a word that is hard to break and signs that Markdown knows. */
export const long = (length: number) => `Æ*_[x](y) ${LONG_WORD} `.repeat(Math.ceil(length / 50)).slice(0, length);
export const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
export const channelId = (index: number) => `19:${String(index).padStart(32, '0')}@thread.tacv2`;
export const personId = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
