import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMoment, timeAt, timeOfDay } from '../../../src/core/workdays.ts';
import { REMINDERS, type Reminder } from '../../../src/features/webinars/model.ts';
import { isStale, mayRemindAt, morningAfter, remindersAhead } from '../../../src/features/webinars/rules/reminders.ts';

/** «2026-04-01 12:00» in Norway. */
const on = (moment: string) => timeAt(moment.slice(0, 10), moment.slice(11));
const told = (at: number) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(at);
const LONG_BEFORE = on('2020-01-01 12:00');
/** One that begins then, «2026-03-05» for whole days; with all reminders unless others are named. */
const of = (start: string, reminders: Reminder[] = [...REMINDERS]) =>
  start.length > 10
    ? { startsAt: on(start), start: start.slice(11), reminders }
    : { startsAt: timeAt(start, '00:00'), start: null, reminders };
const ahead = (start: string, now = LONG_BEFORE, reminders?: Reminder[]) =>
  remindersAhead(of(start, reminders), now).map(({ reminder, at }) => `${reminder} ${told(at)}`);

describe('webinars: when one is reminded', () => {
  const cases: readonly (readonly [title: string, start: string, week: string, day: string, hour: string])[] = [
    ['in the afternoon', '2026-03-05 13:00', '2026-02-26 13:00', '2026-03-04 13:00', '2026-03-05 12:00'],
    ['the hour before it is seven', '2026-03-05 08:00', '2026-02-26 08:00', '2026-03-04 08:00', '2026-03-05 07:00'],
    ['the hour before it is early', '2026-03-05 07:30', '2026-02-26 07:30', '2026-03-04 07:30', '2026-03-05 07:00'],
    ['at seven', '2026-03-05 07:00', '2026-02-26 07:00', '2026-03-04 07:00', '2026-03-04 19:45'],
    ['at six', '2026-03-05 06:00', '2026-02-26 07:00', '2026-03-04 07:00', '2026-03-04 19:45'],
    ['at a minute past midnight', '2026-03-05 00:01', '2026-02-26 07:00', '2026-03-04 07:00', '2026-03-04 19:45'],
    ['just before eight in the evening', '2026-03-05 19:59', '2026-02-26 19:59', '2026-03-04 19:59', '2026-03-05 18:59'],
    ['at eight in the evening', '2026-03-05 20:00', '2026-02-26 19:45', '2026-03-04 19:45', '2026-03-05 19:00'],
    ['late in the evening', '2026-03-05 22:30', '2026-02-26 19:45', '2026-03-04 19:45', '2026-03-05 19:45'],
    ['over the change to summer time', '2026-03-29 13:00', '2026-03-22 13:00', '2026-03-28 13:00', '2026-03-29 12:00'],
    ['the day after it', '2026-03-30 09:00', '2026-03-23 09:00', '2026-03-29 09:00', '2026-03-30 08:00'],
    ['the day after the change to winter time', '2026-10-26 07:30', '2026-10-19 07:30', '2026-10-25 07:30', '2026-10-26 07:00'],
    ['over New Year', '2027-01-01 12:00', '2026-12-25 12:00', '2026-12-31 12:00', '2027-01-01 11:00'],
  ];
  for (const [title, start, week, day, hour] of cases) {
    it(`${title}, ${start}: ${[week, day, hour].join(', ')}`, () =>
      assert.deepEqual(ahead(start), [`week ${week}`, `day ${day}`, `channel ${day}`, `hour ${hour}`]));
  }

  it('of whole days in the morning, and no hour before', () =>
    assert.deepEqual(ahead('2026-03-05'), ['week 2026-02-26 09:00', 'day 2026-03-04 09:00', 'channel 2026-03-04 09:00']));
  it('only those that were chosen', () => {
    assert.deepEqual(ahead('2026-03-05 13:00', LONG_BEFORE, ['hour', 'channel']), ['channel 2026-03-04 13:00', 'hour 2026-03-05 12:00']);
    assert.deepEqual(ahead('2026-03-05 13:00', LONG_BEFORE, []), []);
  });

  const late = [
    ['2026-02-26 12:59', ['week', 'day', 'channel', 'hour']],
    ['2026-02-26 13:00', ['day', 'channel', 'hour']],
    ['2026-03-04 12:59', ['day', 'channel', 'hour']],
    ['2026-03-04 13:00', ['hour']],
    ['2026-03-05 11:59', ['hour']],
    ['2026-03-05 12:00', []],
    ['2026-03-06 12:00', []],
  ] as const;
  for (const [now, left] of late) {
    it(`what is still ahead on ${now}: ${left.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(
        remindersAhead(of('2026-03-05 13:00'), on(now)).map(({ reminder }) => reminder),
        left,
      ));
  }
  it('one that was made at night for the next morning has none', () =>
    assert.deepEqual(ahead('2026-03-05 06:30', on('2026-03-04 21:00')), []));
});

describe('webinars: at night nobody is reminded', () => {
  const cases = [
    ['2026-03-05 06:59', false, '2026-03-05 07:00'],
    ['2026-03-05 07:00', true, '2026-03-06 07:00'],
    ['2026-03-05 19:59', true, '2026-03-06 07:00'],
    ['2026-03-05 20:00', false, '2026-03-06 07:00'],
    ['2026-03-05 00:00', false, '2026-03-05 07:00'],
    ['2026-03-28 23:30', false, '2026-03-29 07:00'],
    ['2026-03-29 01:30', false, '2026-03-29 07:00'],
    ['2026-10-25 02:30', false, '2026-10-25 07:00'],
    ['2026-12-31 23:30', false, '2027-01-01 07:00'],
  ] as const;
  for (const [at, may, morning] of cases) {
    it(`${at}: ${may}, and the next morning is ${morning}`, () => {
      assert.equal(mayRemindAt(on(at)), may);
      assert.equal(told(morningAfter(on(at))), morning);
    });
  }
});

describe('webinars: a reminder that comes too late', () => {
  const cases: readonly (readonly [reminder: Reminder, now: string, stale: boolean])[] = [
    ['week', '2026-02-26 13:00', false],
    ['week', '2026-02-26 19:30', false],
    ['week', '2026-02-27 07:00', true],
    ['day', '2026-03-04 13:00', false],
    ['day', '2026-03-04 19:59', false],
    ['day', '2026-03-05 07:00', true],
    ['channel', '2026-03-04 13:00', false],
    ['channel', '2026-03-05 12:00', true],
    ['hour', '2026-03-05 12:59', false],
    ['hour', '2026-03-05 13:00', true],
  ];
  for (const [reminder, now, stale] of cases) {
    it(`${reminder} on ${now}: ${stale ? 'too late' : 'in time'}`, () =>
      assert.equal(isStale(reminder, of('2026-03-05 13:00'), on(now)), stale));
  }
  it('one is in time on its own day: what it says of the time is true on that day only', () => {
    assert.equal(isStale('week', of('2026-03-05 13:00', ['week', 'channel']), on('2026-02-26 23:59')), false);
    assert.equal(isStale('week', of('2026-03-05 13:00', ['week', 'channel']), on('2026-03-05 12:59')), true);
    assert.equal(isStale('channel', of('2026-03-05', ['channel']), on('2026-03-04 23:59')), false);
    assert.equal(isStale('channel', of('2026-03-05', ['channel']), on('2026-03-05 00:00')), true);
  });
  it('one that is not to come any more is never in time', () => {
    assert.equal(isStale('week', of('2026-03-05 13:00', ['day']), on('2026-02-26 13:00')), true);
    assert.equal(isStale('hour', of('2026-03-05'), on('2026-03-04 13:00')), true);
  });
});

describe('webinars: what always holds of reminders', () => {
  const minute = (year: number) => Date.parse(`${year}-01-01T00:00Z`) / 60_000;
  const moment = fc.integer({ min: minute(2024), max: minute(2036) }).map((n) => n * 60_000);
  /** Within two days of the changes of the clock. */
  const changing = fc
    .tuple(fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'), fc.integer({ min: -2_880, max: 12_960 }))
    .map(([day, minutes]) => timeAt(day, '03:00') + minutes * 60_000);
  const webinar = fc.record({
    startsAt: fc.oneof(moment, changing),
    start: fc.constantFrom('x', null),
    reminders: fc.subarray([...REMINDERS], { minLength: 0 }),
  });
  const midnight = ({ startsAt, start, reminders }: { startsAt: number; start: string | null; reminders: Reminder[] }) =>
    start === null ? of(told(startsAt).slice(0, 10), reminders) : { startsAt, start: timeOfDay(startsAt), reminders };

  it('never at night, never when it has begun, never before now, in order, and only what was chosen', () =>
    fc.assert(
      fc.property(webinar.map(midnight), fc.nat({ max: 10 * 24 * 60 }), (each, before) => {
        const now = each.startsAt - before * 60_000;
        const due = remindersAhead(each, now);
        for (const { reminder, at } of due) {
          const message = `${reminder} at ${readMoment(at, 'en')} of ${readMoment(each.startsAt, 'en')}`;
          assert.ok(mayRemindAt(at), message);
          assert.ok(at > now && at < each.startsAt, message);
          assert.ok(each.reminders.includes(reminder), message);
          assert.equal(isStale(reminder, each, at), false, message);
        }
        const times = due.map(({ at }) => at);
        assert.deepEqual(
          times,
          times.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 1_000 },
    ));

  it('nobody has two at one time', () =>
    fc.assert(
      fc.property(webinar.map(midnight), (each) => {
        const own = remindersAhead(each, 0).filter(({ reminder }) => reminder !== 'channel');
        assert.equal(new Set(own.map(({ at }) => at)).size, own.length);
        const order = own.map(({ reminder }) => REMINDERS.indexOf(reminder));
        assert.deepEqual(
          order,
          order.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 1_000 },
    ));

  it('as time goes by, they become fewer and stay the same', () =>
    fc.assert(
      fc.property(webinar.map(midnight), moment, fc.nat({ max: 20 * 24 * 3_600_000 }), (each, now, later) => {
        const left = remindersAhead(each, now + later);
        assert.deepEqual(
          remindersAhead(each, now).filter(({ at }) => at > now + later),
          left,
        );
      }),
    ));

  it('the next morning is the first time after that is not night', () =>
    fc.assert(
      fc.property(fc.oneof(moment, changing), (at) => {
        const morning = morningAfter(at);
        assert.ok(morning > at && timeOfDay(morning) === '07:00' && !mayRemindAt(morning - 1));
        if (!mayRemindAt(at)) for (let night = at; night < morning; night += 1_800_000) assert.ok(!mayRemindAt(night));
      }),
    ));
});
