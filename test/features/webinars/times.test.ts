import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, timeAt } from '../../../src/core/workdays.ts';
import type { State, When } from '../../../src/features/webinars/model.ts';
import { daysBetween, moveTo, nextPhaseAt, phaseOf, spanOf } from '../../../src/features/webinars/rules/times.ts';

/** «2026-04-01 12:00» in Norway. */
const on = (moment: string) => timeAt(moment.slice(0, 10), moment.slice(11));
/** «2026-03-05 13:00 / 2026-03-06 14:30», «2026-03-05 / 2026-03-06» for whole days. */
function when(written: string): When {
  const [[date = '', start = null] = [], [endDate = '', end = null] = []] = written.split(' / ').map((part) => part.split(' '));
  return { date, endDate, start, end };
}

describe('webinars: from when until when', () => {
  const cases = [
    ['2026-03-05 13:00 / 2026-03-05 14:30', '2026-03-05T12:00Z', '2026-03-05T13:30Z'],
    ['2026-07-05 13:00 / 2026-07-06 14:30', '2026-07-05T11:00Z', '2026-07-06T12:30Z'],
    ['2026-03-05 / 2026-03-05', '2026-03-04T23:00Z', '2026-03-05T23:00Z'],
    ['2026-03-28 / 2026-03-29', '2026-03-27T23:00Z', '2026-03-29T22:00Z'],
    ['2026-10-24 / 2026-10-25', '2026-10-23T22:00Z', '2026-10-25T23:00Z'],
    ['2026-03-29 01:30 / 2026-03-29 03:00', '2026-03-29T00:30Z', '2026-03-29T01:00Z'],
    ['2026-10-25 02:30 / 2026-10-25 03:00', '2026-10-25T01:30Z', '2026-10-25T02:00Z'],
    ['2026-12-31 22:00 / 2027-01-01 01:00', '2026-12-31T21:00Z', '2027-01-01T00:00Z'],
  ] as const;
  for (const [written, start, end] of cases) {
    it(written, () => assert.deepEqual(spanOf(when(written)), { startsAt: Date.parse(start), endsAt: Date.parse(end) }));
  }

  it('refuses what is no day and no time', () => {
    assert.throws(() => spanOf(when('2026-02-30 / 2026-03-01')), RangeError);
    assert.throws(() => spanOf(when('2026-03-05 25:00 / 2026-03-05 26:00')), RangeError);
  });
});

describe('webinars: the phases of one', () => {
  const of = (state: State) => ({ state, ...spanOf(when('2026-03-05 13:00 / 2026-03-05 14:30')) });
  const cases = [
    ['2026-02-01 12:00', 'announced', '2026-03-04 13:00'],
    ['2026-03-04 12:59', 'announced', '2026-03-04 13:00'],
    ['2026-03-04 13:00', 'soon', '2026-03-05 13:00'],
    ['2026-03-05 12:59', 'soon', '2026-03-05 13:00'],
    ['2026-03-05 13:00', 'live', '2026-03-05 14:30'],
    ['2026-03-05 14:29', 'live', '2026-03-05 14:30'],
    ['2026-03-05 14:30', 'over', undefined],
    ['2027-03-05 14:30', 'over', undefined],
  ] as const;
  for (const [now, phase, next] of cases) {
    it(`${now}: ${phase}`, () => {
      assert.equal(phaseOf(of('published'), on(now)), phase);
      assert.equal(nextPhaseAt(of('published'), on(now)), next && on(next));
    });
  }
  for (const state of ['draft', 'scheduled', 'cancelled', 'withdrawn'] as const) {
    it(`${state} stays so`, () => {
      assert.equal(phaseOf(of(state), on('2026-03-05 13:30')), state);
      assert.equal(nextPhaseAt(of(state), on('2026-03-01 13:30')), undefined);
    });
  }
});

describe('webinars: moved', () => {
  const cases = [
    ['2026-03-05 13:00 / 2026-03-05 14:30', { date: '2026-03-12' }, '2026-03-12 13:00 / 2026-03-12 14:30'],
    ['2026-03-27 09:00 / 2026-03-28 15:00', { date: '2026-03-28' }, '2026-03-28 09:00 / 2026-03-29 15:00'],
    ['2026-03-05 / 2026-03-07', { date: '2026-12-30' }, '2026-12-30 / 2027-01-01'],
    ['2026-03-05 / 2026-03-07', { date: '2026-03-12', endDate: '2026-03-12' }, '2026-03-12 / 2026-03-12'],
    ['2026-03-05 13:00 / 2026-03-05 14:30', { start: '09:15' }, '2026-03-05 09:15 / 2026-03-05 10:45'],
    ['2026-03-05 13:00 / 2026-03-05 14:30', { start: '23:00' }, '2026-03-05 23:00 / 2026-03-06 00:30'],
    ['2026-03-05 23:00 / 2026-03-06 00:30', { start: '13:00' }, '2026-03-05 13:00 / 2026-03-05 14:30'],
    ['2026-03-05 13:00 / 2026-03-05 14:30', { end: '16:00' }, '2026-03-05 13:00 / 2026-03-05 16:00'],
    ['2026-03-05 13:00 / 2026-03-05 14:30', { date: '2026-04-07', start: '10:00', end: '12:00' }, '2026-04-07 10:00 / 2026-04-07 12:00'],
    ['2026-03-05 / 2026-03-05', { start: '10:00', end: '12:00' }, '2026-03-05 10:00 / 2026-03-05 12:00'],
    ['2026-03-05 13:00 / 2026-03-05 14:30', {}, '2026-03-05 13:00 / 2026-03-05 14:30'],
  ] as const;
  for (const [before, to, after] of cases) {
    it(`${before}, ${JSON.stringify(to)}: ${after}`, () => assert.deepEqual(moveTo(when(before), to), when(after)));
  }

  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2020-01-01', n));
  const time = fc
    .integer({ min: 0, max: 1_439 })
    .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);

  it('on another day it lasts as many days, by the same clock; moved back it is as before', () =>
    fc.assert(
      fc.property(day, fc.nat({ max: 30 }), day, time, (date, days, other, start) => {
        const before = { date, endDate: addDays(date, days), start, end: '23:59' };
        const after = moveTo(before, { date: other });
        assert.equal(daysBetween(after.date, after.endDate), days);
        assert.deepEqual([after.start, after.end], [start, '23:59']);
        assert.deepEqual(moveTo(after, { date }), before);
      }),
    ));

  it('from another hour on it lasts as long by the clock', () =>
    fc.assert(
      fc.property(day, time, time, time, (date, start, end, other) => {
        const before = { date, endDate: addDays(date, end <= start ? 1 : 0), start, end };
        assert.deepEqual(moveTo(moveTo(before, { start: other }), { start }), before);
      }),
    ));

  it('ends after it began, over the changes of the clock too', () =>
    fc.assert(
      fc.property(day, fc.nat({ max: 30 }), time, time, (date, days, one, other) => {
        const [start, end] = [one, other].sort();
        const endDate = addDays(date, days);
        const timed = spanOf({ date, endDate, start: start ?? '', end: end ?? '' });
        // A time that the clock skips is an hour later: what is asked of a form.
        if (one !== other && (start ?? '') >= '03:00') assert.ok(timed.endsAt > timed.startsAt);
        const whole = spanOf({ date, endDate, start: null, end: null });
        assert.ok(whole.endsAt - whole.startsAt >= 23 * 3_600_000);
        assert.ok(whole.startsAt <= timed.startsAt && timed.startsAt < whole.endsAt);
      }),
    ));
});
