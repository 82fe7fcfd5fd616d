import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONVERSATION_LIMITS, createPace, TENANT_LIMITS } from '../../src/delivery/pacing.ts';
import { ARRIVES_WITHIN_MS, nextAllowed } from '../../src/delivery/rules.ts';

const NOW = 1_000_000_000;
const HOUR = 3_600_000;
const at = (ms: number) => NOW + ms;

describe('delivery: pacing', () => {
  const margin = WINDOW_MARGIN_MS;
  const seven = Array.from({ length: 7 }, (_, i) => i * 10);
  const eight = Array.from({ length: 8 }, (_, i) => i * 250);
  const cases: [string, number[], number, number][] = [
    ['nothing sent', [], 0, 0],
    ['six in a second', seven.slice(0, 6), 100, 100],
    ['seven in a second', seven, 100, 1_000 + margin],
    ['eight in two seconds', eight, 1_751, 2_000 + margin],
    ['sixty in thirty seconds', Array.from({ length: 60 }, (_, i) => i * 400), 24_000, 30_000 + margin],
    ['1,800 in an hour', Array.from({ length: 1_800 }, (_, i) => i * 1_900), 3_500_000, HOUR + margin],
  ];
  for (const [name, history, now, expected] of cases) {
    it(`${name}: next at ${expected}`, () => {
      assert.equal(nextAllowed(history.map(at), CONVERSATION_LIMITS, at(now)), at(expected));
    });
  }

  it('30 in a second for a tenant', () => {
    const history = Array.from({ length: 30 }, (_, i) => at(i));
    assert.equal(nextAllowed(history, TENANT_LIMITS, at(40)), at(1_000 + margin));
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
    assert.equal(pace.openAt('new', 't', NOW), at(1_000 + margin));
    assert.equal(pace.openAt('new', 'other', NOW), NOW);
  });
});
