/** How much a simulated run does. */
export interface Sizes {
  /** Inquiries that are sent. */
  readonly inquiries: number;
  /** Of those, how many all advisers try to take in the same second. */
  readonly races: number;
  /** Days from FIRST_DAY on. */
  readonly days: number;
  readonly kills: number;
}

/** A Monday: Easter (2 to 6 April 2026) lies within the month that follows. */
export const FIRST_DAY = '2026-03-16';
/** Summer time begins on 29 March. */
const SUMMER_FROM = '2026-03-29';

export const MONTH: Sizes = { inquiries: 200, races: 20, days: 31, kills: 15 };
/** For the test suite: some days of everything. */
export const SMALL: Sizes = { inquiries: 40, races: 3, days: 9, kills: 3 };

/** When something happens on a day: before the advisers come, in the middle of their day, and when they have gone. */
export const TIMES = ['07:00', '12:00', '18:00'] as const;

/** A time of a day in Norway with its offset, as the bot's clock is set. */
export const momentAt = (day: string, time: string) => `${day}T${time}:00${day < SUMMER_FROM ? '+01:00' : '+02:00'}`;
