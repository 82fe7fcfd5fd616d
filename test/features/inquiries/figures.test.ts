import assert from 'node:assert/strict';
import { STANDARD_HOURS } from '../../../src/core/workdays.ts';
import type { Inquiry } from '../../../src/features/inquiries/model.ts';
import { figuresOf, masked, maskedShare, periodOf, periodsUntil } from '../../../src/features/inquiries/rules/figures.ts';
import { DAY, inquiryOf, MONDAY } from './inquiry.ts';

const HOUR = 60 * 60_000;
/** Office hours of a day: 08:00–15:30. */
const WORKDAY = 7.5 * HOUR;
const HALF_YEAR = { from: '2026-01-01', to: '2026-06-30' };

let last = 0;
const one = (given: Partial<Inquiry> = {}) => inquiryOf({ number: `RPH-26-${String(++last).padStart(4, '0')}`, ...given });
const figures = (...inquiries: readonly Inquiry[]) => figuresOf(inquiries, HALF_YEAR, STANDARD_HOURS);

describe('figures of inquiries', () => {
  const times: readonly (readonly [at: string, counted: boolean])[] = [
    ['2025-12-31T23:59:59+01:00', false],
    ['2026-01-01T00:00:00+01:00', true],
    ['2026-06-30T23:59:59+02:00', true],
    ['2026-07-01T00:00:00+02:00', false],
  ];
  for (const [at, counted] of times) {
    it(`what came at ${at} is ${counted ? '' : 'not '}in the first half of 2026`, () =>
      assert.equal(figures(one({ createdAt: Date.parse(at) })).total, counted ? 1 : 0));
  }

  it('nothing is nothing, and no time of zero', () => {
    const { total, byTopic, takeMedian, takeP90, answerMedian, answerP90, rating, inTime, minutes } = figures();
    assert.deepEqual([total, byTopic, minutes, inTime], [0, [], 0, { of: 0, count: 0 }]);
    assert.deepEqual([takeMedian, takeP90, answerMedian, answerP90, rating], [null, null, null, null, null]);
  });

  it('counts by what they are sorted by, the most first, what was not given last of as many', () => {
    const { byChannel, byTopic, byRegion, byPhase, barriers } = figures(
      one({ topic: 'juss', region: null, phase: null, barriers: ['økonomi', 'juss', 'juss'] }),
      one({ topic: null, region: 'nord', phase: 'drift', barriers: ['juss'] }),
      one({ topic: 'drift', region: 'nord', phase: 'drift', channel: 'phone', kind: 'logged' }),
      one({ topic: 'juss', region: 'øst', phase: 'drift' }),
    );
    const plain = (rows: readonly { id: string | null; count: number }[]) => rows.map(({ id, count }) => `${id} ${count}`);
    assert.deepEqual(plain(byChannel), ['teams 3', 'phone 1']);
    assert.deepEqual(plain(byTopic), ['juss 2', 'drift 1', 'null 1']);
    assert.deepEqual(plain(byRegion), ['nord 2', 'øst 1', 'null 1']);
    assert.deepEqual(plain(byPhase), ['drift 3', 'null 1']);
    assert.deepEqual(plain(barriers), ['juss 2', 'økonomi 1']);
  });

  it('times are working time: a night and a weekend are none', () => {
    const friday = Date.parse('2026-03-06T15:00:00+01:00');
    const { takeMedian, answerMedian } = figures(
      one({ createdAt: friday, takenAt: Date.parse('2026-03-09T08:30:00+01:00'), answeredAt: Date.parse('2026-03-10T08:00:00+01:00') }),
    );
    assert.deepEqual([takeMedian, answerMedian], [HOUR, 0.5 * HOUR + WORKDAY]);
  });

  const ranks: readonly (readonly [hours: readonly number[], median: number, p90: number])[] = [
    [[3], 3, 3],
    [[4, 1], 1, 4],
    [[3, 1, 2], 2, 3],
    [[1, 2, 3, 4, 5, 6, 0, 0.5, 1.5, 2.5], 2, 5],
    [[6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1], 3.5, 5.5],
  ];
  for (const [hours, median, p90] of ranks) {
    it(`of ${hours.join(', ')} hours the median is ${median} and nine of ten take at most ${p90}`, () => {
      const { takeMedian, takeP90 } = figures(...hours.map((each) => one({ takenAt: MONDAY + each * HOUR })));
      assert.deepEqual([takeMedian, takeP90], [median * HOUR, p90 * HOUR]);
    });
  }

  for (const kind of ['acute', 'logged'] as const) {
    it(`${kind}: counted, but without times`, () => {
      const { total, byChannel, takeMedian, answerMedian, inTime, reopened } = figures(
        one({ kind, takenAt: MONDAY + HOUR, answeredAt: MONDAY + HOUR, reopened: 1 }),
      );
      assert.deepEqual([total, byChannel.length, takeMedian, answerMedian], [1, 1, null, null]);
      assert.deepEqual(
        [inTime, reopened],
        [
          { of: 0, count: 0 },
          { of: 0, count: 0 },
        ],
      );
    });
  }

  it('in time: answered at the latest when it was due, of those that were answered', () => {
    const due = MONDAY + DAY;
    const { inTime } = figures(
      one({ answeredAt: due, dueAnswer: due }),
      one({ answeredAt: due + 1, dueAnswer: due }),
      one({ dueAnswer: due }),
    );
    assert.deepEqual(inTime, { of: 2, count: 1 });
  });

  it('opened again: of those that were answered, and of those that have no answer any more because of it', () => {
    const answeredAt = MONDAY + HOUR;
    assert.deepEqual(figures(one({ answeredAt, reopened: 2 }), one({ answeredAt }), one({ reopened: 1 }), one()).reopened, {
      of: 3,
      count: 2,
    });
  });

  it('referred, rated, and the minutes put down', () => {
    const referral = { name: 'NFKT', address: '', note: '' };
    const { referred, rating, ratings, minutes } = figures(
      one({ referral, state: 'referred' }),
      one({ referral, state: 'closed', rating: 5 }),
      one({ rating: 4, minutes: 15, kind: 'logged' }),
      one({ minutes: 5 }),
    );
    assert.deepEqual([referred, rating, ratings, minutes], [2, 4.5, 2, 20]);
  });
});

describe('periods of the figures', () => {
  const named: readonly (readonly [name: string, days: string | undefined])[] = [
    ['2026-1', '2026-01-01 2026-06-30'],
    ['2026-2', '2026-07-01 2026-12-31'],
    ['2026', '2026-01-01 2026-12-31'],
    ['2026-3', undefined],
    ['26-1', undefined],
    ['2026-', undefined],
    ['', undefined],
  ];
  for (const [name, days] of named) {
    it(`«${name}»: ${days}`, () => {
      const period = periodOf(name);
      assert.equal(period && `${period.from} ${period.to}`, days);
    });
  }

  const offered: readonly (readonly [day: string, periods: string])[] = [
    ['2026-01-01', '2026-1 2025-2 2026 2025'],
    ['2026-06-30', '2026-1 2025-2 2026 2025'],
    ['2026-07-01', '2026-2 2026-1 2026 2025'],
    ['2026-12-31', '2026-2 2026-1 2026 2025'],
  ];
  for (const [day, periods] of offered) it(`on ${day}: ${periods}`, () => assert.equal(periodsUntil(day).join(' '), periods));
});

describe('what those outside may see', () => {
  const rows: readonly (readonly [counts: readonly number[], shown: readonly (number | null)[], why: string])[] = [
    [[], [], 'nothing'],
    [[9, 7, 5], [9, 7, 5], 'none is small'],
    [[9, 4, 3], [9, null, null], 'two are small'],
    [[9, 7, 4], [9, null, null], 'one alone could be counted back, so the next goes too'],
    [[4, 9, 7], [null, 9, null], 'in any order'],
    [[9, 8, 2, 2], [9, null, null, null], 'together they are still a few'],
    [[9, 0, 3, 2], [9, 0, null, null], 'nobody is no group'],
    [[7, 2], [null, null], 'there are but two'],
    [[3], [null], 'there is but one'],
    [[6, 6, 1], [null, 6, null], 'of equals one goes'],
  ];
  for (const [counts, shown, why] of rows) {
    it(`${counts.join(', ')}: ${why}`, () =>
      assert.deepEqual(
        masked(counts.map((count, at) => ({ id: `t${at}`, count }))).map(({ count }) => count),

        shown,
      ));
  }

  it('a hidden row keeps its name', () =>
    assert.deepEqual(
      masked([
        { id: 'a', count: 4 },
        { id: 'b', count: 9 },
        { id: 'c', count: 1 },
      ]),
      [
        { id: 'a', count: null },
        { id: 'b', count: 9 },
        { id: 'c', count: null },
      ],
    ));

  const shares: readonly (readonly [count: number, of: number, shown: readonly (number | null)[]])[] = [
    [18, 20, [null, 20]],
    [20, 20, [20, 20]],
    [0, 20, [0, 20]],
    [5, 10, [5, 10]],
    [2, 20, [null, 20]],
    [3, 3, [null, null]],
    [0, 0, [0, 0]],
  ];
  for (const [count, of, shown] of shares) {
    it(`${count} of ${of}`, () => {
      const share = maskedShare({ of, count });
      assert.deepEqual([share.count, share.of], shown);
    });
  }
});
