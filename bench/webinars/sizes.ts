/** How much the bench does. */
export interface Sizes {
  /** Who presses in the rooms, within `pressMs`. */
  readonly pressing: number;
  readonly pressMs: number;
  /** Who is told of a move. */
  readonly told: number;
  /** Sends to all of them once before, without a kill. */
  readonly calmToo: boolean;
  /** Months of the year that is lived through; all events of 2023 with 12. */
  readonly months: number;
}

export const WHOLE: Sizes = { pressing: 500, pressMs: 10_000, told: 513, calmToo: true, months: 12 };
/** For a look in between: a minute. */
export const QUICK: Sizes = { pressing: 150, pressMs: 3_000, told: 180, calmToo: false, months: 2 };

/** When the rush and the fan-out begin, a Monday morning. */
export const MONDAY = '2026-03-02T09:00:00+01:00';
