import assert from 'node:assert/strict';
import { dayOf, readDate } from '../../src/core/calendar.ts';
import { LOCALES } from '../../src/core/locale.ts';

describe('core/calendar', () => {
  const dates = [
    ['2023-12-31', '31. desember 2023', '31. desember 2023', '31 December 2023'],
    ['2024-01-01', '1. januar 2024', '1. januar 2024', '1 January 2024'],
    ['2024-02-29', '29. februar 2024', '29. februar 2024', '29 February 2024'],
    ['2026-03-29', '29. mars 2026', '29. mars 2026', '29 March 2026'],
    ['2026-10-25', '25. oktober 2026', '25. oktober 2026', '25 October 2026'],
  ] as const;
  for (const [date, ...readings] of dates) {
    it(`reads ${date} in every language`, () => {
      assert.deepEqual(
        LOCALES.map((locale) => readDate(date, locale)),
        readings,
      );
    });
  }

  for (const wrong of ['', '2023-02-29', '2023-13-01', '31.12.2023', '2023-12-31T10:00:00Z']) {
    it(`refuses «${wrong}»`, () => assert.throws(() => readDate(wrong, 'nb'), RangeError));
  }

  const instants = [
    ['the last minute of the year in Norway', '2023-12-31T22:59:59.999Z', '2023-12-31'],
    ['the first of the next, while it is still the old year in London', '2023-12-31T23:00:00Z', '2024-01-01'],
    ['the evening before summer time begins, still one hour ahead', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['the day that summer time begins', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['the end of that day, two hours ahead', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['the day after', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['the day that summer time ends, begun two hours ahead', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['its 25th hour', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['the day after it, one hour ahead', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['a leap day', '2024-02-29T12:00:00Z', '2024-02-29'],
  ] as const;
  for (const [what, instant, day] of instants) {
    it(`knows the day: ${what}`, () => assert.equal(dayOf(Date.parse(instant)), day));
  }

  it('refuses what is no time', () => assert.throws(() => dayOf(Number.NaN), RangeError));
});
