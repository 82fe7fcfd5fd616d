import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONVERSATION_LIMITS, createPace, TENANT_LIMITS } from '../../src/delivery/pacing.ts';
import { ARRIVES_WITHIN_MS, nextAllowed } from '../../src/delivery/rules.ts';

const NOW = 1_000_000_000;
const HOUR = 3_600_000;
const at = (ms: number) => NOW + ms;

describe('delivery: pacing', () => {
  const seven = Array.from({ length: 7 }, (_, i) => i * 10);
  const eight = Array.from({ length: 8 }, (_, i) => i * 250);
  const cases: [string, number[], number, number][] = [
    ['nothing sent', [], 0, 0],
    ['six in a second', seven.slice(0, 6), 100, 100],
    ['seven in a second', seven, 100, 1_000],
    ['eight in two seconds', eight, 1_751, 2_000],
    ['sixty in thirty seconds', Array.from({ length: 60 }, (_, i) => i * 400), 24_000, 30_000],
    ['1,800 in an hour', Array.from({ length: 1_800 }, (_, i) => i * 1_900), 3_500_000, HOUR],
  ];
  for (const [name, history, now, expected] of cases) {
    it(`${name}: next at ${expected}`, () => {
      assert.equal(nextAllowed(history.map(at), CONVERSATION_LIMITS, at(now)), at(expected));
    });
  }

  it('30 in a second for a tenant', () => {
    const history = Array.from({ length: 30 }, (_, i) => at(i));
    assert.equal(nextAllowed(history, TENANT_LIMITS, at(40)), at(1_000));
  });

  it('keeps every limit in every window, whatever the pauses between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 700 }), { minLength: 70, maxLength: 150 }), (pauses) => {
        const sent: number[] = [];
        let now = NOW;
        for (const pause of pauses) {
          now = nextAllowed(sent, CONVERSATION_LIMITS, now + pause);
          sent.push(now);
        }
        return CONVERSATION_LIMITS.every(({ count, windowMs }) =>
          sent.every((time, i) => i < count || time - (sent[i - count] ?? 0) >= windowMs),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('pauses the conversation that was told to wait, and nobody else', () => {
    const pace = createPace();
    pace.refuse({ key: 'a', tenant: 't', creating: false }, NOW, at(5_000));
    assert.equal(pace.openAt('a', 't', NOW), at(5_000));
    assert.equal(pace.openAt('b', 't', NOW), NOW);
  });

  it('pauses the tenant when new conversations are refused, or three conversations within a second', () => {
    const creating = createPace();
    creating.refuse({ key: 'a', tenant: 't', creating: true }, NOW, at(5_000));
    assert.equal(creating.openAt('b', 't', NOW), at(5_000));
    assert.equal(creating.openAt('b', 'other', NOW), NOW);
    const several = createPace();
    for (const key of ['a', 'a', 'b']) several.refuse({ key, tenant: 't', creating: false }, NOW, at(5_000));
    assert.equal(several.openAt('x', 't', NOW), NOW);
    several.refuse({ key: 'c', tenant: 't', creating: false }, NOW, at(5_000));
    assert.equal(several.openAt('x', 't', NOW), at(5_000));
  });

  it('counts every call of a tenant, in whichever conversation', () => {
    const pace = createPace();
    for (let i = 0; i < 30; i++) pace.note(`c${i}`, 't', NOW);
    assert.equal(pace.openAt('new', 't', NOW), at(1_000 + ARRIVES_WITHIN_MS));
    assert.equal(pace.openAt('new', 'other', NOW), NOW);
  });

  it('takes a call to be there when it is answered, and at the latest some time after it was made', () => {
    const pace = createPace();
    const answered = Array.from({ length: 30 }, (_, i) => pace.note(`c${i}`, 't', NOW));
    answered[3]?.(at(5));
    assert.equal(pace.openAt('new', 't', at(10)), at(1_006), 'one may go then');
    answered[7]?.(at(700));
    pace.note('new', 't', at(1_006));
    assert.equal(pace.openAt('new', 't', at(1_006)), at(1_000 + ARRIVES_WITHIN_MS));
    assert.equal(pace.openAt('c3', 'other', at(1_006)), at(1_006));
  });

  it('keeps the limit where calls arrive, however long each is under way, as long as it is there in time or answered', () => {
    const trip = fc.record({ there: fc.nat({ max: ARRIVES_WITHIN_MS }), back: fc.nat({ max: 2_000 }), pause: fc.nat({ max: 50 }) });
    fc.assert(
      fc.property(fc.array(trip, { minLength: 70, maxLength: 120 }), (trips) => {
        const pace = createPace();
        const arrivals: number[] = [];
        let pending: { at: number; tell: (at: number) => void }[] = [];
        let now = NOW;
        const open = () => {
          for (const { at, tell } of pending.filter((each) => each.at <= now)) tell(at);
          pending = pending.filter((each) => each.at > now);
          return pace.openAt('c', 't', now);
        };
        for (const [i, { there, back, pause }] of trips.entries()) {
          now += pause;
          for (let next = open(); next > now; next = open()) now = Math.min(next, ...pending.map((each) => each.at));
          pending.push({ at: now + there + back, tell: pace.note(`c${i}`, 't', now) });
          arrivals.push(now + there);
        }
        const sorted = arrivals.toSorted((a, b) => a - b);
        return sorted.every((time, i) => i < 30 || time - (sorted[i - 30] ?? 0) >= 1_000);
      }),
      { numRuns: 100 },
    );
  });
});
