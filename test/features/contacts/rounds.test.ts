import assert from 'node:assert/strict';
import fc from 'fast-check';
import { REGIONS } from '../../../src/core/banks.ts';
import { dayOf } from '../../../src/core/calendar.ts';
import { timeAt } from '../../../src/core/workdays.ts';
import type { Step } from '../../../src/features/contacts/model.ts';
import {
  type Askable,
  type Asked,
  askAbout,
  goesOnAt,
  type Move,
  progressOf,
  steppedTo,
  whoIsAsked,
} from '../../../src/features/contacts/rules/checking.ts';

const DAY = 86_400_000;
const PEOPLE = ['ada', 'bo', 'cato', 'dina'];
const TEAMS = ['t0', 't1', 't2', 't3', 't4'];
const MAILBOX = 'post@team.example';
/** A round wakes up every working day: two years of them are more than one team after another can take. */
const MOST_WAKES = 500;

type Event = { readonly after: number } & (
  | { readonly what: 'answers'; readonly team: string; readonly outcome: 'confirmed' | 'changed' }
  | { readonly what: 'leaves' | 'isBusy' | 'isFree'; readonly person: string }
  | { readonly what: 'leads' | 'takesOver' | 'deputises'; readonly team: string; readonly person: string }
  | { readonly what: 'moves'; readonly team: string; readonly sharedMailbox: string }
  | { readonly what: 'merged'; readonly team: string }
);
interface Story {
  readonly teams: readonly Askable[];
  readonly begun: number;
  /** Who has a card from elsewhere when it begins. */
  readonly busy: readonly string[];
  readonly most: number | undefined;
  readonly events: readonly Event[];
}

const person = fc.constantFrom(...PEOPLE);
const personOrNone = fc.oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: fc.constant('') });
const mailbox = fc.constantFrom('', MAILBOX);
const team = fc.constantFrom(...TEAMS);
const after = fc.oneof(fc.integer({ min: 0, max: 20 * DAY }), fc.constantFrom(0, 1, 7 * DAY));
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ after, what: fc.constant('answers' as const), team, outcome: fc.constantFrom('confirmed' as const, 'changed' as const) }),
  fc.record({ after, what: fc.constantFrom('leaves' as const, 'isBusy' as const, 'isFree' as const), person }),
  fc.record({
    ...{ after, what: fc.constantFrom('leads' as const, 'takesOver' as const, 'deputises' as const) },
    ...{ team, person: personOrNone },
  }),
  fc.record({ after, what: fc.constant('moves' as const), team, sharedMailbox: mailbox }),
  fc.record({ after, what: fc.constant('merged' as const), team }),
);
const SUMMER = fc.integer({ min: timeAt('2026-06-01', '00:00'), max: timeAt('2026-07-31', '23:00') });
const story: fc.Arbitrary<Story> = fc.record({
  teams: fc.array(fc.record({ leaderId: personOrNone, deputyId: personOrNone, sharedMailbox: mailbox }), {
    ...{ minLength: 1, maxLength: TEAMS.length },
  }),
  begun: fc.oneof(fc.integer({ min: timeAt('2026-01-01', '00:00'), max: timeAt('2027-12-31', '00:00') }), SUMMER),
  busy: fc.subarray(PEOPLE, { maxLength: 2 }),
  most: fc.constantFrom(undefined, 1, 2),
  events: fc.array(event, { maxLength: 10 }),
});

/** Those in which July comes early and finds a team that has only a mailbox yet. */
const inSummer = fc
  .tuple(story, fc.integer({ min: timeAt('2026-06-24', '00:00'), max: timeAt('2026-07-02', '00:00') }))
  .map(([one, begun]) => ({
    ...{ ...one, begun, teams: [{ leaderId: '', deputyId: '', sharedMailbox: MAILBOX }, ...one.teams.slice(1)] },
    events: one.events.map((each) => ({ ...each, after: Math.floor(each.after / 2) })),
  }));

/** Some steps taken together, with how it stood after them. `isSettled`: nothing was left to do. */
interface Moment {
  readonly now: number;
  readonly asks: readonly Asked[];
  readonly teams: ReadonlyMap<string, Askable>;
  readonly busy: ReadonlySet<string>;
  readonly moves: readonly Move[];
  readonly isSettled: boolean;
}

/** What an event makes of a team; undefined when it is gone. */
function changed(event: Event, id: string, before: Askable): Askable | undefined {
  if (event.what === 'leaves') {
    const without = (person: string) => (person === event.person ? '' : person);
    return { ...before, leaderId: without(before.leaderId), deputyId: without(before.deputyId) };
  }
  if (!('team' in event) || event.team !== id) return before;
  if (event.what === 'merged') return undefined;
  if (event.what === 'leads') return { ...before, leaderId: event.person };
  if (event.what === 'takesOver') return { ...before, leaderId: event.person, deputyId: before.leaderId };
  if (event.what === 'deputises') return { ...before, deputyId: event.person };
  return event.what === 'moves' ? { ...before, sharedMailbox: event.sharedMailbox } : before;
}

/** How it stands after an event. */
function afterEvent(at: Moment, event: Event): Moment {
  const busy = new Set(at.busy);
  if (event.what === 'isBusy') busy.add(event.person);
  if (event.what === 'isFree' || event.what === 'leaves') busy.delete(event.person);
  const teams = [...at.teams].flatMap(([id, before]) => {
    const now = changed(event, id, before);
    return now ? [[id, now] as const] : [];
  });
  const isMeant = (ask: Asked) => event.what === 'answers' && ask.team === event.team && at.teams.has(ask.team);
  const asks = at.asks.map((ask) => (event.what === 'answers' && isMeant(ask) ? { ...ask, outcome: event.outcome, at: at.now } : ask));
  return { ...at, busy, asks, teams: new Map(teams) };
}

/** All that is to be done at one moment, by `most` teams at a time. */
function settled(from: Moment, most: number | undefined): Moment[] {
  const moments: Moment[] = [];
  for (let at = from; ; ) {
    const { teams, now, busy } = at;
    const moves = whoIsAsked(at.asks, { teams, now, busy, ...(most === undefined ? {} : { most }) });
    const asks = at.asks.map((ask) => {
      const move = moves.find((one) => one.ask === ask);
      return move ? steppedTo(ask, move, now) : ask;
    });
    at = { ...at, asks, moves, isSettled: moves.length === 0 };
    moments.push(at);
    if (at.isSettled) return moments;
    assert.ok(moments.length < 50, 'the same moment goes on and on');
  }
}

/** A whole round: it goes on at its own times and at those of the events, until nothing more comes. Who is busy elsewhere is free at last. */
function told({ teams, begun, busy, most, events }: Story): Moment[] {
  const named = teams.map((one, n) => [`t${n}`, one] as const);
  const asks = named.map(([id]) => askAbout({ check: 'c', team: id, now: begun }));
  const left = [...events, ...PEOPLE.map((one) => ({ after: 0, what: 'isFree' as const, person: one }))];
  const moments = settled({ now: begun, asks, teams: new Map(named), busy: new Set(busy), moves: [], isSettled: false }, most);
  let eventAt = begun + (left[0]?.after ?? 0);
  for (let wakes = 0; ; wakes++) {
    const last = moments.at(-1);
    assert.ok(last && wakes < MOST_WAKES, 'the round does not end');
    const goesOn = goesOnAt(last.asks, last);
    const [next] = left;
    if (goesOn === undefined && !next) return moments;
    const isEvent = next !== undefined && eventAt <= (goesOn ?? eventAt);
    const at = { ...last, now: isEvent ? eventAt : (goesOn ?? eventAt) };
    moments.push(...settled(isEvent ? afterEvent(at, next) : at, most));
    if (isEvent) left.shift();
    if (isEvent) eventAt += left[0]?.after ?? 0;
  }
}

const WITH_A_PERSON: readonly Step[] = ['leader', 'reminded', 'deputy'];
const isJuly = (now: number) => dayOf(now).slice(5, 7) === '07';
const isAnswered = ({ outcome }: Asked) => outcome === 'confirmed' || outcome === 'changed';
const ofRegister = ({ asks, teams }: Moment) => asks.filter((ask) => teams.has(ask.team));
const openIn = (at: Moment) => ofRegister(at).filter((ask) => !isAnswered(ask));
/** To whom a card is standing, each as often as there are cards. */
const holders = (at: Moment) => openIn(at).flatMap(({ step, person }) => (WITH_A_PERSON.includes(step) ? [person] : []));
const twice = (all: readonly string[]) => all.filter((one, n) => all.indexOf(one) !== n);

/** Says of each moment of random rounds what must hold. */
const always = (holds: (moments: readonly Moment[], story: Story) => void, { stories = story, numRuns = 40 } = {}) =>
  fc.assert(
    fc.property(stories, (one) => holds(told(one), one)),
    { numRuns },
  );

/** Whom one could still ask about a team: `mailbox` for its mailbox. */
function unasked(ask: Asked, team: Askable): string[] {
  const people = [team.leaderId, team.deputyId].filter((one) => one !== '' && !ask.asked.includes(one));
  return team.sharedMailbox !== '' && ask.mailed === false ? [...people, 'mailbox'] : people;
}

/** What is wrong with where the asking about a team stands. */
function astray(ask: Asked, at: Moment): string | undefined {
  const team = at.teams.get(ask.team);
  if (!team || isAnswered(ask)) return undefined;
  const isWaited = isJuly(at.now);
  if (WITH_A_PERSON.includes(ask.step))
    return [team.leaderId, team.deputyId].includes(ask.person) && ask.person !== '' ? undefined : 'waits for somebody who left';
  if (ask.step === 'mailbox') return team.sharedMailbox === '' ? 'waits for no mailbox' : undefined;
  const [first] = unasked(ask, team);
  const isTaken = first !== undefined && (holders(at).includes(first) || at.busy.has(first));
  if (ask.step === 'queued') return first !== undefined && (isWaited || isTaken) ? undefined : 'is queued for nobody';
  if (ask.outcome !== 'unreachable') return 'on the list, but not counted there';
  return first === undefined || first === 'mailbox' || isWaited || isTaken ? undefined : 'on the list, but somebody could be asked';
}

describe('contacts: whole rounds of asking', () => {
  it('nobody holds two cards at once, nor one here and one elsewhere that was there before', () =>
    always((moments) => {
      for (const at of moments) {
        assert.deepEqual(twice(holders(at)), []);
        const cards = at.moves.filter(({ step }) => step === 'leader' || step === 'deputy');
        assert.deepEqual(
          cards.filter(({ person }) => at.busy.has(person)),
          [],
        );
      }
    }));

  it('nobody is asked twice about the same team, nor reminded twice, nor a mailbox written to twice', () =>
    always((moments) => {
      const asking = moments.flatMap(({ moves }) => moves.filter(({ step }) => step !== 'queued' && step !== 'coordinator'));
      const kinds = asking.map(({ ask, step, person }) => [ask.team, step === 'deputy' ? 'leader' : step, person].join(' '));
      assert.deepEqual(twice(kinds), []);
    }));

  it('every open team is somebody’s turn, waits for somebody who is busy, or stands on the list with nobody left to ask', () =>
    always((moments) => {
      for (const at of moments.filter(({ isSettled }) => isSettled))
        assert.deepEqual(
          at.asks.flatMap((ask) => astray(ask, at) ?? []),
          [],
        );
    }));

  it('who can still answer has a week, a leader a second one with a reminder', () =>
    always((moments) => {
      for (const { now, teams, moves } of moments)
        for (const { ask, step } of moves) {
          const { leaderId, deputyId } = teams.get(ask.team) ?? {};
          const isTheirs = ask.person === leaderId || (ask.step === 'deputy' && ask.person === deputyId);
          if (!isTheirs || !WITH_A_PERSON.includes(ask.step)) continue;
          assert.ok(now - ask.since >= 7 * DAY);
          if (ask.step === 'leader') assert.equal(step, 'reminded');
        }
    }));

  it('nobody is asked, reminded or written to in July', () =>
    always(
      (moments) => {
        const july = moments.filter(({ now }) => isJuly(now)).flatMap(({ moves }) => moves);
        assert.deepEqual(
          july.filter(({ step }) => step !== 'queued' && step !== 'coordinator'),
          [],
        );
      },
      { stories: inSummer, numRuns: 100 },
    ));

  it('it ends, every team answered or unreachable, after few steps; as many teams at a time as may be, all of them if there are fewer', () =>
    always((moments, { teams, events, most }) => {
      const last = moments.at(-1);
      assert.deepEqual(last && openIn(last).filter(({ outcome }) => outcome !== 'unreachable'), []);
      const steps = moments.reduce((sum, { moves }) => sum + moves.length, 0);
      assert.ok(steps <= teams.length * 7 + events.length * 2 * teams.length, `${steps} steps`);
      assert.ok(moments.every(({ moves }) => moves.length <= (most ?? teams.length)));
      const isDone = moments.map(({ moves }) => moves.length < (most ?? Number.POSITIVE_INFINITY));
      assert.ok(moments.every(({ isSettled }, n) => isSettled || !isDone[n] || moments[n + 1]?.isSettled));
    }));

  it('it goes on later, by the next working morning at the latest, and sleeps over nothing', () =>
    always((moments) => {
      for (const at of moments.filter(({ isSettled }) => isSettled)) {
        const goesOn = goesOnAt(at.asks, at);
        assert.equal(
          goesOn === undefined,
          openIn(at).every(({ outcome }) => outcome === 'unreachable'),
        );
        if (goesOn === undefined) continue;
        assert.ok(goesOn > at.now);
        if (isJuly(at.now)) assert.ok(!isJuly(goesOn) && goesOn - at.now < 36 * DAY);
        else assert.deepEqual([goesOn - at.now < 8 * DAY, whoIsAsked(at.asks, { ...at, now: goesOn - 1 })], [true, []]);
      }
    }));

  it('how far it has come adds up, in every region and all in all', () =>
    always((moments) => {
      const region = (id: string) => [REGIONS[0], null, REGIONS[4]][Number(id.slice(1)) % 3] ?? null;
      const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
      for (const at of moments) {
        const { byRegion, ...whole } = progressOf(
          at.asks,
          [...at.teams.keys()].map((id) => ({ id, region: region(id) })),
        );
        const open = openIn(at);
        const unreachable = open.filter(({ step }) => step === 'coordinator').length;
        assert.equal(whole.total, ofRegister(at).length);
        assert.deepEqual([whole.unreachable, whole.waiting], [unreachable, open.length - unreachable]);
        for (const one of [whole, ...byRegion]) assert.equal(one.confirmed + one.changed + one.waiting + one.unreachable, one.total);
        for (const key of ['total', 'confirmed', 'changed', 'waiting', 'unreachable'] as const)
          assert.equal(sum(byRegion.map((one) => one[key])), whole[key]);
        assert.deepEqual(twice(byRegion.map((one) => String(one.region))), []);
      }
    }));
});
