import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PHASES, REGIONS } from '../../../src/core/banks.ts';
import type { Route } from '../../../src/features/inquiries/model.ts';
import { chooseAmong, findRoute, isAwayOn, type Keys, nextDayAtWork, standInOn } from '../../../src/features/inquiries/rules/routing.ts';

const ELSEWHERE = { name: 'Statsforvalteren', address: 'post@example.no', note: '' };

function routeOf(keys: Partial<Keys>, people: Partial<Pick<Route, 'advisers' | 'deputies' | 'referral'>> = {}): Route {
  return { topic: null, region: null, phase: null, advisers: [], deputies: [], referral: null, ...keys, ...people };
}

const ASKED: Keys = { topic: 'opplæring', region: 'vest', phase: 'drift' };
const { topic, region, phase } = ASKED;
/** One route of each kind, the most specific first; each has an adviser named for its kind. */
const KINDS: readonly (readonly [kind: string, keys: Partial<Keys>])[] = [
  ['topic+region+phase', { topic, region, phase }],
  ['topic+region', { topic, region }],
  ['topic+phase', { topic, phase }],
  ['topic', { topic }],
  ['region+phase', { region, phase }],
  ['region', { region }],
  ['phase', { phase }],
  ['fallback', {}],
];
const LADDER = KINDS.map(([kind, keys]) => routeOf(keys, { advisers: [kind] }));
const nobodyAway = { isAway: () => false };
const away = (...ids: readonly string[]) => ({ isAway: (id: string) => ids.includes(id) });

describe('inquiries: the order of routes', () => {
  for (const [at, [kind]] of KINDS.entries()) {
    it(`${kind} is taken when none before it is there`, () => {
      const left = LADDER.slice(at).toReversed();
      assert.deepEqual(findRoute(left, ASKED, nobodyAway), { advisers: [kind], deputies: [], route: kind, referral: null });
    });
    it(`${kind} is taken when all before it are away`, () => {
      const before = KINDS.slice(0, at).map(([each]) => each);
      assert.equal(findRoute(LADDER, ASKED, away(...before))?.route, kind);
    });
  }

  const unknown: readonly (readonly [title: string, asked: Keys, kind: string])[] = [
    ['without a topic', { ...ASKED, topic: null }, 'region+phase'],
    ['without a region', { ...ASKED, region: null }, 'topic+phase'],
    ['without a phase', { ...ASKED, phase: null }, 'topic+region'],
    ['with a topic alone', { topic, region: null, phase: null }, 'topic'],
    ['with a phase alone', { topic: null, region: null, phase }, 'phase'],
    ['with nothing known', { topic: null, region: null, phase: null }, 'fallback'],
    ['with another topic', { ...ASKED, topic: 'rus' }, 'region+phase'],
    ['with another region', { ...ASKED, region: 'nord' }, 'topic+phase'],
    ['with all of it other', { topic: 'rus', region: 'nord', phase: 'planlegging' }, 'fallback'],
  ];
  for (const [title, asked, kind] of unknown)
    it(`${title}: ${kind}`, () => assert.equal(findRoute(LADDER, asked, nobodyAway)?.route, kind));

  it('no route that leads to anybody: undefined', () => {
    assert.equal(findRoute([], ASKED, nobodyAway), undefined);
    assert.equal(findRoute(LADDER, ASKED, { isAway: () => true }), undefined);
    assert.equal(findRoute([routeOf({ topic: 'rus' }, { advisers: ['siri'] })], ASKED, nobodyAway), undefined);
  });
});

describe('inquiries: who a route leads to', () => {
  const people = { advisers: ['roar', 'siri'], deputies: ['tor', 'vilde'] };
  const cases: readonly (readonly [string, string[], { advisers: string[]; deputies: string[] }])[] = [
    ['all are there', [], { advisers: ['roar', 'siri'], deputies: ['tor', 'vilde'] }],
    ['an adviser is away', ['roar'], { advisers: ['siri'], deputies: ['tor', 'vilde'] }],
    ['a deputy is away', ['tor'], { advisers: ['roar', 'siri'], deputies: ['vilde'] }],
    ['all advisers are away: the deputies', ['roar', 'siri'], { advisers: ['tor', 'vilde'], deputies: [] }],
    ['all advisers and a deputy are away', ['roar', 'siri', 'tor'], { advisers: ['vilde'], deputies: [] }],
  ];
  for (const [title, out, expected] of cases) {
    it(title, () => {
      const found = findRoute([routeOf({ topic }, people), routeOf({}, { advisers: ['ada'] })], ASKED, away(...out));
      assert.deepEqual(found, { ...expected, route: 'topic', referral: null });
    });
  }
  it('all of a route are away: the next one', () => {
    const found = findRoute([routeOf({ topic }, people), routeOf({}, { advisers: ['ada'] })], ASKED, away('roar', 'siri', 'tor', 'vilde'));
    assert.deepEqual([found?.advisers, found?.route], [['ada'], 'fallback']);
  });
  it('routes with the same keys count together, nobody twice, no adviser as their own deputy', () => {
    const routes = [
      routeOf({ topic }, { advisers: ['roar'], deputies: ['siri'] }),
      routeOf({ topic }, { advisers: ['siri', 'roar'], deputies: ['tor', 'tor'] }),
    ];
    assert.deepEqual(findRoute(routes, ASKED, nobodyAway), {
      advisers: ['roar', 'siri'],
      deputies: ['tor'],
      route: 'topic',
      referral: null,
    });
  });
  it('who stands in for somebody away is a deputy, and asked when nobody else is there', () => {
    const standIn = (id: string) => (id === 'vilde' ? 'tor' : undefined);
    const routes = [routeOf({ topic }, { advisers: ['vilde'] }), routeOf({}, { advisers: ['ada'] })];
    assert.deepEqual(findRoute(routes, ASKED, { ...away('vilde'), standIn })?.advisers, ['tor']);
    assert.equal(findRoute(routes, ASKED, { ...away('vilde', 'tor'), standIn })?.route, 'fallback');
    assert.deepEqual(findRoute(routes, ASKED, { ...nobodyAway, standIn })?.deputies, [], 'nobody stands in for who is there');
  });
  it('an address outside the centre is used where no adviser is named', () => {
    const routes = [routeOf({ topic }, { referral: ELSEWHERE }), routeOf({}, { advisers: ['ada'] })];
    assert.deepEqual(findRoute(routes, ASKED, nobodyAway), { advisers: [], deputies: [], route: 'topic', referral: ELSEWHERE });
  });
  it('an address stands back for advisers, and is none for their absence', () => {
    const routes = [routeOf({ topic }, { advisers: ['roar'], referral: ELSEWHERE }), routeOf({}, { advisers: ['ada'] })];
    assert.deepEqual(findRoute(routes, ASKED, nobodyAway)?.advisers, ['roar']);
    assert.deepEqual(findRoute(routes, ASKED, away('roar'))?.advisers, ['ada']);
  });
});

describe('inquiries: routes, whatever they are', () => {
  const id = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e');
  const ids = fc.uniqueArray(id, { maxLength: 3 });
  const keys = fc.record({
    topic: fc.option(fc.constantFrom('opplæring', 'rus')),
    region: fc.option(fc.constantFrom(...REGIONS.slice(0, 2))),
    phase: fc.option(fc.constantFrom(...PHASES.slice(0, 2))),
  });
  const route = fc
    .record({ keys, advisers: ids, deputies: ids, referral: fc.option(fc.constant(ELSEWHERE)) })
    .map(({ keys: named, ...people }) => routeOf(named, people));
  const situation = fc.record({ routes: fc.array(route, { maxLength: 8 }), asked: keys, out: fc.uniqueArray(id, { maxLength: 5 }) });

  const NAMES = ['topic', 'region', 'phase'] as const;
  const matches = (one: Route, asked: Keys) => NAMES.every((name) => one[name] === null || one[name] === asked[name]);
  const kindOf = (one: Route) => NAMES.filter((name) => one[name] !== null).join('+') || 'fallback';
  const rank = (kind: string) => KINDS.findIndex(([each]) => each === kind);

  it('nobody who is away is asked or stands by', () => {
    fc.assert(
      fc.property(situation, ({ routes, asked, out }) => {
        const found = findRoute(routes, asked, away(...out));
        for (const each of [...(found?.advisers ?? []), ...(found?.deputies ?? [])]) assert.ok(!out.includes(each));
      }),
    );
  });
  it('no route is taken while a more specific one has somebody who is there', () => {
    fc.assert(
      fc.property(situation, ({ routes, asked, out }) => {
        const found = findRoute(routes, asked, away(...out));
        const reached = found ? rank(found.route) : KINDS.length;
        for (const each of routes.filter((one) => matches(one, asked) && rank(kindOf(one)) < reached))
          assert.ok([...each.advisers, ...each.deputies].every((person) => out.includes(person)));
      }),
    );
  });
  it('who is asked is named in a route of that kind that matches, an adviser before a deputy', () => {
    fc.assert(
      fc.property(situation, ({ routes, asked, out }) => {
        const found = findRoute(routes, asked, away(...out));
        if (!found) return;
        const theirs = routes.filter((one) => matches(one, asked) && kindOf(one) === found.route);
        const advisers = theirs.flatMap((one) => one.advisers).filter((person) => !out.includes(person));
        const deputies = theirs.flatMap((one) => one.deputies).filter((person) => !out.includes(person));
        assert.deepEqual(new Set(found.advisers), new Set(advisers.length > 0 ? advisers : deputies));
        if (found.advisers.length === 0) assert.ok(found.referral && theirs.every((one) => one.advisers.length === 0));
      }),
    );
  });
});

describe('inquiries: absences and working days', () => {
  const vilde = {
    away: [
      { from: '2026-03-02', to: '2026-03-06', deputy: 'tor' },
      { from: '2026-03-16', to: '2026-03-16', deputy: null },
    ],
  };
  const days: readonly (readonly [string, boolean, string | undefined])[] = [
    ['2026-03-01', false, undefined],
    ['2026-03-02', true, 'tor'],
    ['2026-03-06', true, 'tor'],
    ['2026-03-07', false, undefined],
    ['2026-03-16', true, undefined],
  ];
  for (const [day, isAway, deputy] of days) {
    it(`${day}: ${isAway ? 'away' : 'there'}, ${deputy ?? 'nobody'} stands in`, () => {
      assert.deepEqual([isAwayOn(vilde, day), standInOn(vilde, day)], [isAway, deputy]);
    });
  }
  it('nobody is known to be away of whom nothing is known', () => {
    assert.deepEqual([isAwayOn(undefined, '2026-03-02'), standInOn(undefined, '2026-03-02')], [false, undefined]);
  });

  const next: readonly (readonly [string, Parameters<typeof nextDayAtWork>[0], string, string | undefined])[] = [
    ['a working day is one at once', { away: [], workdays: [] }, '2026-03-02', '2026-03-02'],
    ['not at the weekend', { away: [], workdays: [] }, '2026-03-07', '2026-03-09'],
    ['part-time: the next of their days', { away: [], workdays: ['thu', 'fri'] }, '2026-03-02', '2026-03-05'],
    ['after an absence', { ...vilde, workdays: [] }, '2026-03-02', '2026-03-09'],
    ['after Easter', { away: [], workdays: [] }, '2026-04-02', '2026-04-07'],
    ['part-time on Mondays, over Easter Monday', { away: [], workdays: ['mon'] }, '2026-04-01', '2026-04-13'],
    [
      'not to be seen: on leave for a year',
      { away: [{ from: '2026-01-01', to: '2026-12-31', deputy: null }], workdays: [] },
      '2026-03-02',
      undefined,
    ],
  ];
  for (const [title, person, day, expected] of next) it(title, () => assert.equal(nextDayAtWork(person, day), expected));
});

describe('inquiries: who of several equals', () => {
  const one = { id: 'one', at: '2026-03-02', load: 1, lastGiven: 10 };
  const other = { ...one, id: 'other' };
  const cases: readonly (readonly [string, Parameters<typeof chooseAmong>[0], string | undefined])[] = [
    ['nobody of nobody', [], undefined],
    ['the first named, when nothing tells them apart', [one, other], 'one'],
    ['who is at work first', [{ ...one, at: '2026-03-03', load: 0 }, other], 'other'],
    ['who is at work at all', [{ ...one, at: undefined, load: 0 }, other], 'other'],
    ['who has least', [one, { ...other, load: 0, lastGiven: 20 }], 'other'],
    ['who has waited longest', [one, { ...other, lastGiven: 0 }], 'other'],
  ];
  for (const [title, candidates, expected] of cases) it(title, () => assert.equal(chooseAmong(candidates), expected));
});
