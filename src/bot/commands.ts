import type { Command } from '../core/features.ts';
import { LOCALES } from '../core/locale.ts';
import { editDistance } from '../norwegian/spelling.ts';

/** Words shorter than this must be spelt right: one letter more or less makes another word of them. */
const SHORTEST_WITH_ONE_ERROR = 5;
/** From this length on two errors still leave no doubt. */
const SHORTEST_WITH_TWO_ERRORS = 9;

export interface MatchedCommand {
  readonly command: Command;
  /** What stands after the words, as typed. */
  readonly text: string;
}

/** Lower-case words without punctuation, one space between. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function errorsAllowed(word: string): number {
  if (word.length >= SHORTEST_WITH_TWO_ERRORS) return 2;
  return word.length >= SHORTEST_WITH_ONE_ERROR ? 1 : 0;
}

function isLike(typed: string, word: string): boolean {
  return typed === word || editDistance(typed, word, errorsAllowed(word)) <= errorsAllowed(word);
}

/** The part of `text` after its first `count` words, as typed. */
function after(text: string, count: number): string {
  const words = text.trim().split(/\s+/);
  return words.slice(count).join(' ');
}

/** Whether a command takes a message that has more than its words. */
function takes({ takesText }: Command, text: string): boolean {
  return takesText === 'no question' ? !text.trim().endsWith('?') : takesText === true;
}

/**
 * The command that a message is, in any language, with small typing errors; undefined for anything else. Where text follows, the words
 * of the command must be spelt right: «rollen til psykologen» is no `roller`.
 */
export function matchCommand(commands: readonly Command[], text: string): MatchedCommand | undefined {
  const typed = normalise(text);
  if (typed === '') return undefined;
  const words = typed.split(' ');
  for (const command of commands) {
    for (const phrase of LOCALES.flatMap((locale) => command.words[locale])) {
      const length = phrase.split(' ').length;
      const isFollowed = words.length > length && words.slice(0, length).join(' ') === phrase;
      if (isFollowed && takes(command, text)) return { command, text: after(text, length) };
      if (isLike(typed, phrase)) return { command, text: '' };
    }
  }
  return undefined;
}
