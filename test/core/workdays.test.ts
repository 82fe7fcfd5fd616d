import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf } from '../../src/core/calendar.ts';
import { LOCALES } from '../../src/core/locale.ts';
import {
  addDays,
  afterWorkdays,
  afterWorkingTime,
  isOpen,
  isSkipped,
  isWorkday,
  nextOpening,
  nextWorkday,
  readDay,
  readMoment,
  STANDARD_HOURS,
  timeAt,
  timeOfDay,
  weekdayOf,
  workingTimeBetween,
} from '../../src/core/workdays.ts';

const HOUR = 3_600_000;
const HALF_HOUR = HOUR / 2;
/** «2026-04-01 12:00» in Norway. */
const on = (moment: string) => timeAt(moment.slice(0, 10), moment.slice(11));
const told = (at: number) => readMoment(at, 'nb');
const hours = STANDARD_HOURS;

describe('core/workdays: days', () => {
  const free = [
    ['New Year', '2026-01-01'],
    ['a Saturday', '2026-03-07'],
    ['a Sunday', '2026-03-08'],
    ['skjærtorsdag', '2026-04-02'],
    ['langfredag', '2026-04-03'],
    ['Easter Sunday', '2026-04-05'],
    ['Easter Monday', '2026-04-06'],
    ['1 May', '2026-05-01'],
    ['Ascension', '2026-05-14'],
    ['17 May on a Sunday', '2026-05-17'],
    ['17 May on a Monday', '2027-05-17'],
    ['Whit Monday', '2026-05-25'],
    ['Christmas', '2026-12-25'],
    ['the second day of Christmas', '2025-12-26'],
    ['Easter Monday of another year', '2027-03-29'],
  ] as const;
  for (const [what, day] of free) it(`${what}, ${day}, is free`, () => assert.equal(isWorkday(day), false));

  const work = [
    ['a Wednesday before Easter', '2026-04-01'],
    ['the Tuesday after Easter', '2026-04-07'],
    ['no 18 May in place of a Sunday', '2026-05-18'],
    ['8 May', '2026-05-08'],
    ['the day after Ascension', '2026-05-15'],
    ['Christmas Eve', '2026-12-24'],
    ["New Year's Eve", '2026-12-31'],
    ['a leap day', '2028-02-29'],
  ] as const;
  for (const [what, day] of work) it(`${what}, ${day}, is a working day`, () => assert.equal(isWorkday(day), true));

  const next = [
    ['2026-03-04', '2026-03-05'],
    ['2026-03-06', '2026-03-09'],
    ['2026-03-07', '2026-03-09'],
    ['2026-04-01', '2026-04-07'],
    ['2026-04-30', '2026-05-04'],
    ['2026-05-13', '2026-05-15'],
    ['2026-05-22', '2026-05-26'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
  ] as const;
  for (const [day, expected] of next) it(`after ${day} comes ${expected}`, () => assert.equal(nextWorkday(day), expected));

  it('adds days over months, years and changed clocks', () => {
    const added = [addDays('2026-12-31', 1), addDays('2026-03-01', -1), addDays('2028-02-28', 1), addDays('2026-03-28', 2)];
    assert.deepEqual(added, ['2027-01-01', '2026-02-28', '2028-02-29', '2026-03-30']);
    assert.equal(addDays('2026-10-24', 2), '2026-10-26');
  });

  it('knows the weekdays, those before 1970 too', () => {
    const week = Array.from({ length: 7 }, (_, n) => weekdayOf(addDays('2026-03-02', n)));
    assert.deepEqual(week, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
    assert.equal(weekdayOf('1814-05-17'), 'tue');
  });

  it('refuses what is no day, no time of day, no number and no office hours', () => {
    const at = on('2026-03-05 10:00');
    for (const wrong of ['', '2026-02-30', '5.3.2026']) assert.throws(() => isWorkday(wrong), RangeError);
    for (const wrong of ['', '25:00', 'åtte']) assert.throws(() => timeAt('2026-03-05', wrong), RangeError);
    for (const wrong of [0, -1, 0.5, Number.NaN]) assert.throws(() => afterWorkdays(at, wrong, hours), RangeError);
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => afterWorkingTime(at, wrong, hours), RangeError);
    assert.throws(() => nextOpening(at, { from: '16:00', to: '08:00' }), RangeError);
  });
});

describe('core/workdays: moments', () => {
  const instants = [
    ['2026-03-28', '08:00', '2026-03-28T07:00:00.000Z'],
    ['2026-03-29', '08:00', '2026-03-29T06:00:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-24', '15:30', '2026-10-24T13:30:00.000Z'],
    ['2026-10-25', '15:30', '2026-10-25T14:30:00.000Z'],
  ] as const;
  for (const [day, time, instant] of instants) {
    it(`${day} ${time} is ${instant}`, () => assert.equal(timeAt(day, time), Date.parse(instant)));
  }

  const openings = [
    ['2026-03-05 07:59', false, 'torsdag 5. mars kl. 08.00'],
    ['2026-03-05 08:00', true, 'torsdag 5. mars kl. 08.00'],
    ['2026-03-05 15:29', true, 'torsdag 5. mars kl. 15.29'],
    ['2026-03-05 15:30', false, 'fredag 6. mars kl. 08.00'],
    ['2026-03-06 16:00', false, 'mandag 9. mars kl. 08.00'],
    ['2026-03-27 15:30', false, 'mandag 30. mars kl. 08.00'],
    ['2026-10-23 15:30', false, 'mandag 26. oktober kl. 08.00'],
    ['2026-04-02 12:00', false, 'tirsdag 7. april kl. 08.00'],
    ['2026-12-31 15:30', false, 'mandag 4. januar kl. 08.00'],
  ] as const;
  for (const [at, open, opening] of openings) {
    it(`${at} is ${open ? 'open' : `closed until ${opening}`}`, () => {
      assert.equal(isOpen(on(at), hours), open);
      assert.equal(told(nextOpening(on(at), hours)), opening);
    });
  }

  const workdays = [
    ['2026-03-02 10:00', 3, 'torsdag 5. mars kl. 15.30'],
    ['2026-03-02 23:59', 1, 'tirsdag 3. mars kl. 15.30'],
    ['2026-03-06 12:00', 1, 'mandag 9. mars kl. 15.30'],
    ['2026-03-07 12:00', 1, 'mandag 9. mars kl. 15.30'],
    ['2026-03-08 00:00', 2, 'tirsdag 10. mars kl. 15.30'],
    ['2026-03-27 10:00', 1, 'mandag 30. mars kl. 15.30'],
    ['2026-10-23 10:00', 1, 'mandag 26. oktober kl. 15.30'],
    ['2026-04-01 10:00', 1, 'tirsdag 7. april kl. 15.30'],
    ['2026-04-30 10:00', 3, 'onsdag 6. mai kl. 15.30'],
    ['2026-05-13 10:00', 2, 'mandag 18. mai kl. 15.30'],
    ['2026-05-22 10:00', 1, 'tirsdag 26. mai kl. 15.30'],
    ['2026-12-23 10:00', 3, 'tirsdag 29. desember kl. 15.30'],
    ['2026-12-30 10:00', 2, 'mandag 4. januar kl. 15.30'],
  ] as const;
  for (const [at, count, expected] of workdays) {
    it(`${count} working days after ${at}: ${expected}`, () => assert.equal(told(afterWorkdays(on(at), count, hours)), expected));
  }

  const spent = [
    ['2026-03-05 10:00', 2 * HOUR, 'torsdag 5. mars kl. 12.00'],
    ['2026-03-05 13:30', 2 * HOUR, 'torsdag 5. mars kl. 15.30'],
    ['2026-03-05 14:30', 2 * HOUR, 'fredag 6. mars kl. 09.00'],
    ['2026-03-05 06:00', 2 * HOUR, 'torsdag 5. mars kl. 10.00'],
    ['2026-03-05 15:30', HOUR, 'fredag 6. mars kl. 09.00'],
    ['2026-03-06 15:00', 8 * HOUR, 'mandag 9. mars kl. 15.30'],
    ['2026-03-06 15:00', 8.5 * HOUR, 'tirsdag 10. mars kl. 08.30'],
    ['2026-03-27 15:00', HOUR, 'mandag 30. mars kl. 08.30'],
    ['2026-04-01 15:00', HOUR, 'tirsdag 7. april kl. 08.30'],
    ['2026-03-07 12:00', 0, 'mandag 9. mars kl. 08.00'],
  ] as const;
  for (const [at, ms, expected] of spent) {
    it(`${ms / HOUR} working hours after ${at}: ${expected}`, () => assert.equal(told(afterWorkingTime(on(at), ms, hours)), expected));
  }

  const between = [
    ['2026-03-05 10:00', '2026-03-05 12:00', 2],
    ['2026-03-05 06:00', '2026-03-05 23:00', 7.5],
    ['2026-03-06 15:00', '2026-03-09 09:00', 1.5],
    ['2026-03-07 10:00', '2026-03-08 10:00', 0],
    ['2026-04-01 15:00', '2026-04-07 08:30', 1],
    ['2026-10-23 15:00', '2026-10-26 08:30', 1],
    ['2026-03-05 12:00', '2026-03-05 10:00', 0],
    ['2026-03-05 12:00', '2026-03-02 10:00', 0],
  ] as const;
  for (const [from, to, expected] of between) {
    it(`${expected} working hours from ${from} to ${to}`, () => assert.equal(workingTimeBetween(on(from), on(to), hours), expected * HOUR));
  }

  it('keeps other hours', () => {
    const late = { from: '12:00', to: '20:00' };
    assert.equal(told(afterWorkdays(on('2026-03-05 10:00'), 1, late)), 'fredag 6. mars kl. 20.00');
    assert.equal(told(afterWorkingTime(on('2026-03-05 19:00'), 2 * HOUR, late)), 'fredag 6. mars kl. 13.00');
  });
});

describe('core/workdays: what always holds', () => {
  const moment = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-12-31T00:00:00Z') });
  const work = fc.integer({ min: 0, max: 200 * HOUR });
  const office = fc.record({ from: fc.integer({ min: 0, max: 23 }), long: fc.integer({ min: 1, max: 24 }) }).map(({ from, long }) => ({
    from: `${String(from).padStart(2, '0')}:00`,
    to: `${String(Math.min(24, from + long)).padStart(2, '0')}:00`,
  }));

  it('as much working time lies between as was added', () =>
    fc.assert(fc.property(moment, work, office, (at, ms, open) => workingTimeBetween(at, afterWorkingTime(at, ms, open), open) === ms)));

  it('working days end on a working day at closing time, with as many working days between', () =>
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 30 }), (at, count) => {
        const end = afterWorkdays(at, count, hours);
        assert.ok(isWorkday(dayOf(end)));
        assert.equal(end, timeAt(dayOf(end), hours.to));
        let passed = 0;
        for (let day = addDays(dayOf(at), 1); day <= dayOf(end); day = addDays(day, 1)) if (isWorkday(day)) passed++;
        assert.equal(passed, count);
      }),
    ));

  it('who comes later is never due earlier', () =>
    fc.assert(
      fc.property(moment, fc.nat({ max: 30 * 24 * HOUR }), work, (at, later, ms) => {
        assert.ok(afterWorkingTime(at, ms, hours) <= afterWorkingTime(at + later, ms, hours));
        assert.ok(afterWorkdays(at, 3, hours) <= afterWorkdays(at + later, 3, hours));
        assert.ok(nextOpening(at, hours) <= nextOpening(at + later, hours));
      }),
    ));

  it('time between adds up', () =>
    fc.assert(
      fc.property(moment, fc.nat({ max: 20 * 24 * HOUR }), fc.nat({ max: 20 * 24 * HOUR }), (at, first, second) => {
        const [middle, end] = [at + first, at + first + second];
        assert.equal(workingTimeBetween(at, end, hours), workingTimeBetween(at, middle, hours) + workingTimeBetween(middle, end, hours));
      }),
    ));

  it('the next opening is open, and nothing is open before it', () =>
    fc.assert(
      fc.property(moment, (at) => {
        const opening = nextOpening(at, hours);
        assert.ok(isOpen(opening, hours));
        assert.equal(workingTimeBetween(at, opening, hours), 0);
      }),
    ));
});

describe('core/workdays: read aloud', () => {
  const days = [
    ['2026-03-05', 'torsdag 5. mars', 'torsdag 5. mars', 'Thursday 5 March'],
    ['2026-05-16', 'lørdag 16. mai', 'laurdag 16. mai', 'Saturday 16 May'],
    ['2026-10-25', 'søndag 25. oktober', 'søndag 25. oktober', 'Sunday 25 October'],
  ] as const;
  for (const [day, ...readings] of days) {
    it(`${day} in every language`, () =>
      assert.deepEqual(
        LOCALES.map((locale) => readDay(day, locale)),
        readings,
      ));
  }

  const moments = [
    ['2026-03-05 15:30', 'torsdag 5. mars kl. 15.30', 'Thursday 5 March at 15:30'],
    ['2026-03-05 08:05', 'torsdag 5. mars kl. 08.05', 'Thursday 5 March at 08:05'],
    ['2026-01-01 00:00', 'torsdag 1. januar kl. 00.00', 'Thursday 1 January at 00:00'],
  ] as const;
  for (const [at, norwegian, english] of moments) {
    it(`${at} in every language`, () =>
      assert.deepEqual(
        LOCALES.map((locale) => readMoment(on(at), locale)),
        [norwegian, norwegian, english],
      ));
  }

  it('tells the time of day, winter and summer', () => {
    const told = ['2026-03-05T22:59:59Z', '2026-03-05T23:00:00Z', '2026-07-01T06:05:00Z'].map((at) => timeOfDay(Date.parse(at)));
    assert.deepEqual(told, ['23:59', '00:00', '08:05']);
    assert.throws(() => timeOfDay(Number.NaN), RangeError);
  });

  const skipped = [
    ['2026-03-29', '01:59', false],
    ['2026-03-29', '02:00', true],
    ['2026-03-29', '02:59', true],
    ['2026-03-29', '03:00', false],
    ['2026-03-28', '02:30', false],
    ['2027-03-28', '02:30', true],
    ['2026-10-25', '02:30', false],
  ] as const;
  for (const [day, time, is] of skipped) {
    it(`the clock ${is ? 'skips' : 'shows'} ${time} on ${day}`, () => assert.equal(isSkipped(day, time), is));
  }

  it('refuses what is no day and no moment', () => {
    assert.throws(() => readDay('2026-02-30', 'nb'), RangeError);
    assert.throws(() => readMoment(Number.NaN, 'nb'), RangeError);
  });

  it('half an hour is half an hour when the clock changes', () =>
    assert.equal(told(timeAt('2026-03-29', '01:45') + HALF_HOUR), 'søndag 29. mars kl. 03.15'));
});
