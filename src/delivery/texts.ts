import type { Texts } from '../core/locale.ts';

/** Calls people to what is new for them, and tells nobody else what it is. `names`: the mentions; `count`: how many they are. */
export const CALLED_UPON: Texts<[names: string, count: number]> = {
  nb: (names, count) =>
    `${names} – det er noe nytt til ${count === 1 ? 'deg' : 'dere'}. Åpne chatten med meg, eller se etter her i tråden.`,
  nn: (names, count) =>
    `${names} – det er noko nytt til ${count === 1 ? 'deg' : 'dykk'}. Opne chatten med meg, eller sjå etter her i tråden.`,
  en: (names) => `${names} – there is something new for you. Open the chat with me, or have a look in this thread.`,
};
