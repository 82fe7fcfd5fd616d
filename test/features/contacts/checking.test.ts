import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf } from '../../../src/core/calendar.ts';
import { isWorkday, timeAt, timeOfDay } from '../../../src/core/workdays.ts';
import type { Step } from '../../../src/features/contacts/model.ts';
import {
  type Askable,
  type Asked,
  askAbout,
  dueAt,
  goesOnAt,
  mayStart,
  nextStartAt,
  nextStep,
  progressOf,
  steppedTo,
  whoIsAsked,
} from '../../../src/features/contacts/rules/checking.ts';

/** «2026-03-02 09:00» in Norway. */
const on = (moment: string) => timeAt(moment.slice(0, 10), moment.slice(11));
const MONDAY = on('2026-03-02 09:00');
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const TEAM: Askable = { leaderId: 'kari', deputyId: 'ola', sharedMailbox: 'rph@sandvik.example' };
const NOBODY: Askable = { leaderId: '', deputyId: '', sharedMailbox: '' };

/** A team that was asked about so far, each step a week after the one before. */
function asked(steps: readonly (readonly [step: Step, person: string])[], from = MONDAY): Asked {
  return steps.reduce(
    (ask, [step, person], n) => steppedTo(ask, { step, person }, from + n * WEEK),
    askAbout({ check: 'c', team: 't', now: from }),
  );
}
const LEADER = ['leader', 'kari'] as const;
const REMINDED = ['reminded', 'kari'] as const;
const DEPUTY = ['deputy', 'ola'] as const;
const MAILBOX = ['mailbox', ''] as const;
const COORDINATOR = ['coordinator', ''] as const;
const EVERY = [LEADER, REMINDED, DEPUTY, MAILBOX, COORDINATOR];

describe('contacts: when a round begins', () => {
  const next: readonly (readonly [after: string, months: number, next: string])[] = [
    ['2026-03-02 09:00', 6, '2026-09-02 08:00'],
    ['2026-02-01 12:00', 6, '2026-08-03 08:00'],
    ['2026-01-05 08:00', 6, '2026-08-03 08:00'],
    ['2025-12-31 08:00', 6, '2026-06-30 08:00'],
    ['2026-01-31 08:00', 6, '2026-08-03 08:00'],
    ['2025-10-02 08:00', 6, '2026-04-07 08:00'],
    ['2026-11-01 08:00', 6, '2027-05-03 08:00'],
    ['2028-12-30 08:00', 6, '2029-08-01 08:00'],
    ['2026-03-02 23:30', 1, '2026-04-07 08:00'],
    ['2026-03-02 09:00', 12, '2027-03-02 08:00'],
    ['2026-06-01 09:00', 1, '2026-08-03 08:00'],
  ];
  for (const [after, months, expected] of next) {
    it(`${months} months after ${after}: ${expected}`, () => {
      const at = nextStartAt(on(after), months);
      assert.equal(`${dayOf(at)} ${timeOfDay(at)}`, expected);
    });
  }
  it('half-yearly by itself', () => assert.equal(nextStartAt(MONDAY), nextStartAt(MONDAY, 6)));
  it('later, never in July, on a working day at eight, whenever the last one was', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: on('2024-01-01 00:00'), max: on('2039-12-31 00:00') }),
        fc.integer({ min: 1, max: 24 }),
        (after, months) => {
          const at = nextStartAt(after, months);
          assert.ok(at > after);
          assert.ok(mayStart(at) && isWorkday(dayOf(at)));
          assert.equal(timeOfDay(at), '08:00');
        },
      ),
    ));
  it('nobody may begin one in July, in Norway', () => {
    assert.deepEqual(
      ['2026-06-30 23:59', '2026-07-01 00:00', '2026-07-31 23:59', '2026-08-01 00:00'].map((moment) => mayStart(on(moment))),
      [true, false, false, true],
    );
  });
});

describe('contacts: when it has been waited long enough', () => {
  const due: readonly (readonly [since: string, due: string])[] = [
    ['2026-03-02 09:00', '2026-03-09 09:00'],
    ['2026-03-02 22:00', '2026-03-10 08:00'],
    ['2026-03-07 12:00', '2026-03-16 08:00'],
    ['2026-03-26 10:00', '2026-04-07 08:00'],
    ['2026-06-23 16:00', '2026-08-03 08:00'],
    ['2026-06-24 10:00', '2026-08-03 08:00'],
    ['2026-06-22 10:00', '2026-06-29 10:00'],
  ];
  for (const [since, expected] of due) {
    it(`since ${since}: ${expected}`, () => {
      const at = dueAt({ since: on(since) });
      assert.equal(`${dayOf(at)} ${timeOfDay(at)}`, expected);
    });
  }
});

describe('contacts: where the asking goes on', () => {
  const steps: readonly (readonly [what: string, so: Asked, team: Askable, at: number, next: readonly [Step, string] | undefined])[] = [
    ['the leader first', asked([]), TEAM, MONDAY, LEADER],
    ['without a leader the deputy', asked([]), { ...TEAM, leaderId: '' }, MONDAY, DEPUTY],
    ['without both the mailbox', asked([]), { ...NOBODY, sharedMailbox: 'a@b.no' }, MONDAY, MAILBOX],
    ['without any the coordinator at once', asked([]), NOBODY, MONDAY, COORDINATOR],
    ['nobody in July', asked([]), TEAM, on('2026-07-10 09:00'), undefined],
    ['but a list is no asking', asked([]), NOBODY, on('2026-07-10 09:00'), COORDINATOR],
    ['the leader has a week', asked([LEADER]), TEAM, MONDAY + WEEK - 1, undefined],
    ['and is reminded', asked([LEADER]), TEAM, MONDAY + WEEK, REMINDED],
    ['once', asked([LEADER, REMINDED]), TEAM, MONDAY + 2 * WEEK, DEPUTY],
    ['who is deputy too is not asked again', asked([LEADER, REMINDED]), { ...TEAM, deputyId: 'kari' }, MONDAY + 2 * WEEK, MAILBOX],
    ['who is not there is passed over', asked([LEADER, REMINDED]), { ...TEAM, deputyId: '' }, MONDAY + 2 * WEEK, MAILBOX],
    ['all who are not there', asked([LEADER, REMINDED]), { ...NOBODY, leaderId: 'kari' }, MONDAY + 2 * WEEK, COORDINATOR],
    ['the mailbox after the deputy', asked([LEADER, REMINDED, DEPUTY]), TEAM, MONDAY + 3 * WEEK, MAILBOX],
    ['the list after the mailbox', asked([LEADER, REMINDED, DEPUTY, MAILBOX]), TEAM, on('2026-04-07 08:00'), COORDINATOR],
    ['and there it stays', asked(EVERY), TEAM, MONDAY + 40 * WEEK, undefined],
    ['a leader who left is not waited for', asked([LEADER]), { ...TEAM, leaderId: '' }, MONDAY + DAY, DEPUTY],
    ['a new one is asked', asked([LEADER]), { ...TEAM, leaderId: 'siv' }, MONDAY + DAY, ['leader', 'siv']],
    ['also after a reminder', asked([LEADER, REMINDED]), { ...TEAM, leaderId: 'siv' }, MONDAY + 8 * DAY, ['leader', 'siv']],
    ['the deputy who took over', asked([LEADER]), { ...TEAM, leaderId: 'ola', deputyId: 'kari' }, MONDAY + DAY, ['leader', 'ola']],
    [
      'a deputy who took over was asked',
      asked([LEADER, REMINDED, DEPUTY]),
      { ...TEAM, leaderId: 'ola', deputyId: '' },
      MONDAY + 15 * DAY,
      undefined,
    ],
    [
      'a leader who is deputy now, with no leader after',
      asked([LEADER]),
      { ...TEAM, leaderId: '', deputyId: 'kari' },
      MONDAY + DAY,
      undefined,
    ],
    [
      'a deputy who left: not the silent leader again',
      asked([LEADER, REMINDED, DEPUTY]),
      { ...TEAM, deputyId: '' },
      MONDAY + 15 * DAY,
      MAILBOX,
    ],
    ['a new deputy instead', asked([LEADER, REMINDED, DEPUTY]), { ...TEAM, deputyId: 'siv' }, MONDAY + 15 * DAY, ['deputy', 'siv']],
    [
      'a new leader after the deputy',
      asked([LEADER, REMINDED, DEPUTY]),
      { ...TEAM, leaderId: 'siv' },
      MONDAY + 21 * DAY,
      ['leader', 'siv'],
    ],
    [
      'a new leader while the mailbox is asked',
      asked([LEADER, MAILBOX]),
      { ...TEAM, leaderId: 'siv' },
      MONDAY + 8 * DAY,
      ['leader', 'siv'],
    ],
    ['a mailbox that is gone', asked([LEADER, DEPUTY, MAILBOX]), { ...TEAM, sharedMailbox: '' }, MONDAY + 15 * DAY, COORDINATOR],
    ['a new leader of one on the list', asked(EVERY), { ...TEAM, leaderId: 'siv' }, MONDAY + 35 * DAY, ['leader', 'siv']],
    ['not the one from before', asked([...EVERY, ['leader', 'siv']]), TEAM, MONDAY + 36 * DAY, COORDINATOR],
    ['nor in July', asked(EVERY), { ...TEAM, leaderId: 'siv' }, on('2026-07-10 09:00'), undefined],
    ['who left in July is waited for by the next', asked([LEADER]), { ...TEAM, leaderId: '' }, on('2026-07-10 09:00'), ['queued', 'ola']],
    ['in July nobody is reminded', asked([LEADER]), TEAM, on('2026-07-10 09:00'), undefined],
    ['what was answered is done', { ...asked([LEADER]), outcome: 'confirmed' }, NOBODY, MONDAY + 9 * WEEK, undefined],
    ['or changed', { ...asked(EVERY), outcome: 'changed' }, { ...TEAM, leaderId: 'siv' }, MONDAY + 9 * WEEK, undefined],
  ];
  for (const [what, so, team, at, next] of steps) {
    it(what, () => assert.deepEqual(nextStep(so, team, at), next && { step: next[0], person: next[1] }));
  }

  it('a mailbox of which nobody kept that it was written to is not written to again in its turn', () => {
    const forgetful: Asked = { ...asked([LEADER, DEPUTY, MAILBOX]), mailed: undefined };
    assert.deepEqual(nextStep(forgetful, TEAM, MONDAY + 40 * WEEK)?.step, 'coordinator');
  });
  it('the record keeps who was asked, and that nobody was reached', () => {
    assert.deepEqual([asked(EVERY).asked, asked(EVERY).mailed, asked([LEADER]).mailed], [['kari', 'ola'], true, false]);
    assert.deepEqual(
      [asked([LEADER]).outcome, asked(EVERY).outcome, asked([COORDINATOR, LEADER]).outcome],
      ['waiting', 'unreachable', 'waiting'],
    );
  });
});

describe('contacts: one card at a time', () => {
  const ask = (team: string, since = MONDAY): Asked => askAbout({ check: 'c', team, now: since });
  const moves = (
    asks: readonly Asked[],
    teams: Record<string, Askable>,
    more: { now?: number; busy?: ReadonlySet<string>; most?: number } = {},
  ) =>
    whoIsAsked(asks, { teams: new Map(Object.entries(teams)), now: MONDAY, ...more }).map(
      ({ ask: { team }, step, person }) => `${team} ${step} ${person}`,
    );

  it('a leader of three teams is asked about the first, the rest waits', () =>
    assert.deepEqual(moves([ask('b'), ask('a'), ask('c')], { a: TEAM, b: TEAM, c: TEAM }), ['a leader kari']));
  it('what has waited longest comes first', () =>
    assert.deepEqual(moves([ask('a'), ask('b', MONDAY - DAY)], { a: TEAM, b: TEAM }), ['b leader kari']));
  it('the next one when the first is answered', () => {
    const answered: Asked = { ...steppedTo(ask('a'), { step: 'leader', person: 'kari' }, MONDAY), outcome: 'confirmed' };
    assert.deepEqual(moves([answered, ask('b')], { a: TEAM, b: TEAM }), ['b leader kari']);
  });
  it('and when it went on to somebody else, at once', () => {
    const silent = asked([LEADER, REMINDED], MONDAY - 2 * WEEK);
    assert.deepEqual(moves([{ ...silent, team: 'a' }, ask('b')], { a: TEAM, b: TEAM }), ['a deputy ola', 'b leader kari']);
  });
  it('who is asked elsewhere is busy, but is reminded', () => {
    const busy = new Set(['kari']);
    assert.deepEqual(moves([ask('a')], { a: TEAM }, { busy }), []);
    assert.deepEqual(moves([{ ...asked([LEADER], MONDAY - WEEK), team: 'a' }], { a: TEAM }, { busy }), ['a reminded kari']);
  });
  it('while the deputy is busy, a team whose leader is silent or has left waits for the deputy', () => {
    const silent = { ...asked([LEADER, REMINDED], MONDAY - 2 * WEEK), team: 'a' };
    for (const leaderId of ['kari', '']) {
      assert.deepEqual(moves([silent], { a: { ...TEAM, leaderId } }, { busy: new Set(['ola']) }), ['a queued ola']);
    }
  });
  it('two leaders who are each other’s deputies do not wait for each other', () => {
    const silent = (team: string, leader: string): Asked => ({
      ...asked(
        [
          ['leader', leader],
          ['reminded', leader],
        ],
        MONDAY - 2 * WEEK,
      ),
      team,
    });
    const teams = { a: TEAM, b: { ...TEAM, leaderId: 'ola', deputyId: 'kari' } };
    assert.deepEqual(moves([silent('a', 'kari'), silent('b', 'ola')], teams).toSorted(), ['a deputy ola', 'b deputy kari']);
  });
  it('a team that is gone stands still and keeps nobody busy', () => {
    const gone = { ...asked([LEADER], MONDAY - WEEK), team: 'gone' };
    assert.deepEqual(moves([gone, ask('a')], { a: TEAM }), ['a leader kari']);
  });
  it('some at a time: what is taken is right by itself', () => {
    const teams = { a: TEAM, b: { ...TEAM, leaderId: 'ola', deputyId: 'kari' } };
    const silent = (team: string, leader: string): Asked => {
      const steps = [['leader', leader] as const, ['reminded', leader] as const];
      return { ...asked(steps, MONDAY - 2 * WEEK), team };
    };
    const asks = [silent('a', 'kari'), silent('b', 'ola'), ask('c')];
    const named = { ...teams, c: { ...TEAM, leaderId: 'siv' } };
    assert.deepEqual(moves(asks, named, { most: 1 }), ['a queued ola']);
    assert.deepEqual(moves(asks, named, { most: 2 }), ['a deputy ola', 'b deputy kari']);
    assert.equal(moves(asks, named, { most: 3 }).length, 3);
  });
  it('400 teams at once', () => {
    const asks = Array.from({ length: 400 }, (_, n) => ask(`t${n}`));
    const teams = Object.fromEntries(asks.map(({ team }, n) => [team, { ...TEAM, leaderId: `leader-${n % 300}` }]));
    const begun = performance.now();
    assert.equal(moves(asks, teams).length, 300);
    assert.ok(performance.now() - begun < 500);
  });
});

describe('contacts: when a round goes on by itself', () => {
  const teams = new Map([
    ['t', TEAM],
    ['queued', TEAM],
  ]);
  const queued = askAbout({ check: 'c', team: 'queued', now: MONDAY - 3 * WEEK });
  const goes: readonly (readonly [what: string, asks: readonly Asked[], now: string, at: string | undefined])[] = [
    ['the next working morning', [asked([LEADER])], '2026-03-02 09:00', '2026-03-03 08:00'],
    ['when somebody has had a week, if that is before', [asked([LEADER])], '2026-03-09 08:30', '2026-03-09 09:00'],
    ['who waits for somebody makes no haste', [asked([LEADER]), queued], '2026-03-06 15:00', '2026-03-09 08:00'],
    ['in July not at all', [asked([LEADER]), queued], '2026-07-06 15:00', '2026-08-03 08:00'],
    ['who stands on the list is not asked', [asked(EVERY)], '2026-04-07 09:00', undefined],
    ['nor who has answered', [{ ...asked([LEADER]), outcome: 'confirmed' }], '2026-03-02 09:00', undefined],
    ['nor about what is gone', [{ ...asked([LEADER]), team: 'gone' }], '2026-03-02 09:00', undefined],
  ];
  for (const [what, asks, now, expected] of goes) {
    it(what, () => {
      const at = goesOnAt(asks, { teams, now: on(now) });
      assert.equal(at && `${dayOf(at)} ${timeOfDay(at)}`, expected);
    });
  }
});

describe('contacts: how far a round has come', () => {
  it('by outcome and region, those without one last; teams that are gone are not counted', () => {
    const of = (team: string, ask: Asked): Asked => ({ ...ask, team });
    const asks = [
      of('a', { ...asked([LEADER]), outcome: 'confirmed' }),
      of('b', asked([LEADER, REMINDED])),
      of('c', asked(EVERY)),
      of('d', { ...asked(EVERY), outcome: 'changed' }),
      of('gone', asked([])),
    ];
    const teams = [
      { id: 'a', region: 'vest' },
      { id: 'b', region: null },
      { id: 'c', region: 'nord' },
      { id: 'd', region: 'vest' },
      { id: 'not asked about', region: 'sør' },
    ] as const;
    const none = { confirmed: 0, changed: 0, waiting: 0, unreachable: 0 };
    assert.deepEqual(progressOf(asks, teams), {
      ...{ total: 4, confirmed: 1, changed: 1, waiting: 1, unreachable: 1 },
      byRegion: [
        { ...none, region: 'nord', total: 1, unreachable: 1 },
        { ...none, region: 'vest', total: 2, confirmed: 1, changed: 1 },
        { ...none, region: null, total: 1, waiting: 1 },
      ],
    });
  });
});
