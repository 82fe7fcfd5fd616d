import assert from 'node:assert/strict';
import { STANDARD_HOURS, timeAt } from '../../../src/core/workdays.ts';
import type { Inquiry } from '../../../src/features/inquiries/model.ts';
import {
  closesAt,
  deadlinesFor,
  dueAfterReply,
  isOverdue,
  replySteps,
  stepsOf,
  watched,
} from '../../../src/features/inquiries/rules/deadlines.ts';
import { inquiryOf } from './inquiry.ts';

/** «2026-04-01 12:00» in Norway. */
const on = (moment: string) => timeAt(moment.slice(0, 10), moment.slice(11));
const told = (at: number) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(at);
const hours = STANDARD_HOURS;
const SHORT_DAY = { from: '10:00', to: '14:00' };

describe('inquiries: when an answer is due', () => {
  const cases: readonly (readonly [title: string, sent: string, urgent: boolean, first: string, answer: string])[] = [
    ['on a Monday morning', '2026-03-02 09:00', false, '2026-03-03 15:30', '2026-03-05 15:30'],
    ['before it opens', '2026-03-02 06:00', false, '2026-03-03 15:30', '2026-03-05 15:30'],
    ['on a Friday evening', '2026-03-06 18:00', false, '2026-03-09 15:30', '2026-03-11 15:30'],
    ['on a Saturday', '2026-03-07 12:00', false, '2026-03-09 15:30', '2026-03-11 15:30'],
    ['the day before Easter', '2026-04-01 09:00', false, '2026-04-07 15:30', '2026-04-09 15:30'],
    ['on Easter Monday', '2026-04-06 12:00', false, '2026-04-07 15:30', '2026-04-09 15:30'],
    ['before 1 May', '2026-04-30 09:00', false, '2026-05-04 15:30', '2026-05-06 15:30'],
    ['over the change to summer time', '2026-03-27 09:00', false, '2026-03-30 15:30', '2026-04-01 15:30'],
    ['urgent in the morning', '2026-03-02 09:00', true, '2026-03-02 11:00', '2026-03-03 15:30'],
    ['urgent an hour before closing', '2026-03-02 14:30', true, '2026-03-03 09:00', '2026-03-03 15:30'],
    ['urgent at night', '2026-03-02 23:00', true, '2026-03-03 10:00', '2026-03-03 15:30'],
    ['urgent on a Saturday', '2026-03-07 12:00', true, '2026-03-09 10:00', '2026-03-09 15:30'],
    ['urgent the day before Easter', '2026-04-01 14:30', true, '2026-04-07 09:00', '2026-04-07 15:30'],
  ];
  for (const [title, sent, urgent, first, answer] of cases) {
    it(`${title}: ${first} and ${answer}`, () => {
      const due = deadlinesFor(on(sent), urgent, hours);
      assert.deepEqual([told(due.first.at), told(due.answer.at)], [first, answer]);
    });
  }
  it('it is told as it is counted', () => {
    const counted = (urgent: boolean) =>
      Object.values(deadlinesFor(on('2026-03-02 09:00'), urgent, hours)).map(({ count, unit }) => `${count} ${unit}`);
    assert.deepEqual(
      [counted(false), counted(true)],
      [
        ['1 workdays', '3 workdays'],
        ['2 hours', '1 workdays'],
      ],
    );
  });
  it("a bank's own hours count", () => {
    assert.equal(told(deadlinesFor(on('2026-03-02 09:00'), false, SHORT_DAY).answer.at), '2026-03-05 14:00');
    assert.equal(told(deadlinesFor(on('2026-03-02 13:00'), true, SHORT_DAY).first.at), '2026-03-03 11:00');
  });
  it('a reply gives a working day, and takes none', () => {
    const at = on('2026-03-04 12:00');
    assert.equal(told(dueAfterReply(on('2026-03-03 15:30'), at, hours)), '2026-03-05 15:30');
    assert.equal(told(dueAfterReply(on('2026-03-10 15:30'), at, hours)), '2026-03-10 15:30');
  });
  it('what is answered is closed after ten working days, in the morning', () => {
    assert.equal(told(closesAt(on('2026-03-02 09:00'), hours)), '2026-03-17 08:00');
    assert.equal(told(closesAt(on('2026-03-27 09:00'), hours)), '2026-04-16 08:00');
  });
});

describe('inquiries: who is called upon, and when', () => {
  type Case = readonly [title: string, watch: 'first' | 'answer', sent: string, urgent: boolean, steps: readonly string[]];
  const cases: readonly Case[] = [
    [
      'the first word',
      'first',
      '2026-03-02 09:00',
      false,
      ['2026-03-03 08:00', '2026-03-03 15:30', '2026-03-04 08:00', '2026-03-05 08:00'],
    ],
    ['the answer', 'answer', '2026-03-02 09:00', false, ['2026-03-05 08:00', '2026-03-05 15:30', '2026-03-06 08:00', '2026-03-09 08:00']],
    ['over Easter', 'first', '2026-04-01 09:00', false, ['2026-04-07 08:00', '2026-04-07 15:30', '2026-04-08 08:00', '2026-04-09 08:00']],
    [
      'the answer before Easter',
      'answer',
      '2026-03-27 09:00',
      false,
      ['2026-04-01 08:00', '2026-04-01 15:30', '2026-04-07 08:00', '2026-04-08 08:00'],
    ],
    ['urgent', 'first', '2026-03-02 09:00', true, ['2026-03-02 10:00', '2026-03-02 11:00', '2026-03-02 11:00', '2026-03-02 13:00']],
    [
      'urgent, into the next day',
      'first',
      '2026-03-02 14:30',
      true,
      ['2026-03-02 15:30', '2026-03-03 09:00', '2026-03-03 09:00', '2026-03-03 11:00'],
    ],
    [
      'the answer to what is urgent',
      'answer',
      '2026-03-02 09:00',
      true,
      ['2026-03-03 08:00', '2026-03-03 15:30', '2026-03-04 08:00', '2026-03-04 10:00'],
    ],
    [
      'the answer to what is urgent on a Saturday',
      'answer',
      '2026-03-07 12:00',
      true,
      ['2026-03-09 09:00', '2026-03-09 15:30', '2026-03-10 08:00', '2026-03-10 10:00'],
    ],
  ];
  for (const [title, watch, sent, urgent, expected] of cases) {
    it(`${title}: ${expected.join(', ')}`, () => {
      const from = on(sent);
      const due = deadlinesFor(from, urgent, hours)[watch].at;
      const steps = stepsOf(due, watch, { from, urgent, hours });
      assert.deepEqual(
        steps.map(({ stage }) => stage),
        ['adviser', 'due', 'deputy', 'coordinator'],
      );
      assert.deepEqual(
        steps.map(({ at }) => told(at)),
        expected,
      );
    });
  }
  const silences = [
    ['2026-03-02 10:00', '2026-03-05 08:00', '2026-03-10 08:00'],
    ['2026-04-01 10:00', '2026-04-09 08:00', '2026-04-14 08:00'],
  ] as const;
  for (const [asked, reminded, silent] of silences) {
    it(`a question back of ${asked}: the asker on ${reminded}, the adviser on ${silent}`, () => {
      const steps = replySteps(on(asked), hours).map(({ stage, at }) => [stage, told(at)]);
      assert.deepEqual(steps, [
        ['asker', reminded],
        ['silent', silent],
      ]);
    });
  }
});

describe('inquiries: what is watched', () => {
  const [first, answer, askedAt] = [1_000, 3_000, 500];
  const events = [{ at: askedAt, what: 'asked' as const, by: 'roar', name: 'Roar Rådgiver', text: 'Hvor?' }];
  const of = (given: Partial<Inquiry>) => inquiryOf({ number: 'RPH-26-0001', dueFirst: first, dueAnswer: answer, events, ...given });
  const cases: readonly (readonly [Partial<Inquiry>, first: number | undefined, answer: number | undefined, reply: number | undefined])[] =
    [
      [{ state: 'new' }, first, answer, undefined],
      [{ state: 'taken' }, first, answer, undefined],
      [{ state: 'taken', respondedAt: 1 }, undefined, answer, undefined],
      [{ state: 'asked', respondedAt: 1 }, undefined, undefined, askedAt],
      [{ state: 'answered', respondedAt: 1 }, undefined, undefined, undefined],
      [{ state: 'referred' }, undefined, undefined, undefined],
      [{ state: 'withdrawn' }, undefined, undefined, undefined],
      [{ state: 'closed' }, undefined, undefined, undefined],
    ];
  for (const [given, ...expected] of cases) {
    it(`${JSON.stringify(given)}: ${expected.map((each) => each ?? '–').join(', ')}`, () => {
      const inquiry = of(given);
      assert.deepEqual([watched(inquiry, 'first'), watched(inquiry, 'answer'), watched(inquiry, 'reply')], expected);
    });
  }

  const late: readonly (readonly [Partial<Inquiry>, now: number, boolean])[] = [
    [{ state: 'new' }, first - 1, false],
    [{ state: 'new' }, first, true],
    [{ state: 'taken', respondedAt: 1 }, first, false],
    [{ state: 'taken', respondedAt: 1 }, answer, true],
    [{ state: 'asked', respondedAt: 1 }, answer, false],
    [{ state: 'answered', respondedAt: 1 }, answer, false],
    [{ state: 'withdrawn' }, answer, false],
    [{ state: 'new', dueFirst: answer, dueAnswer: first }, first, true],
  ];
  for (const [given, now, expected] of late)
    it(`${JSON.stringify(given)} at ${now} is ${expected ? '' : 'not '}late`, () => assert.equal(isOverdue(of(given), now), expected));
});
