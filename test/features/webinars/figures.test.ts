import assert from 'node:assert/strict';
import type { Webinar } from '../../../src/features/webinars/model.ts';
import { eventFigures, eventsThatTookPlace } from '../../../src/features/webinars/rules/figures.ts';
import { drafted } from '../../../src/features/webinars/rules/lifecycle.ts';
import { NOW, PLAN } from './plan.ts';

let last = 0;
const eventOf = (given: Partial<Webinar> = {}): Webinar => ({
  ...drafted(PLAN, { id: `event-${++last}`, bank: 'rph', tenantId: null, by: { at: NOW, by: 'eli', name: 'Eli' }, what: 'created' }),
  ...given,
});
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const OVER = { startsAt: NOW - 7_200_000, endsAt: NOW - 3_600_000 };

describe('webinars: figures', () => {
  const cases: readonly (readonly [what: string, event: Partial<Webinar>, counts: boolean])[] = [
    ['a published one that is over', { state: 'published', ...OVER }, true],
    ['a published one that lasts still', { state: 'published', startsAt: NOW - 1, endsAt: NOW + 1 }, false],
    ['a published one that ends now', { state: 'published', startsAt: NOW - 1, endsAt: NOW }, true],
    ['a draft', OVER, false],
    ['a draft that somebody counted those of', { ...OVER, participants: 3 }, true],
    ['one to which nobody came', { ...OVER, participants: 0 }, true],
    ['a cancelled one', { state: 'cancelled', ...OVER }, false],
    ['a cancelled one with participants', { state: 'cancelled', ...OVER, participants: 3 }, false],
    ['a withdrawn one', { state: 'withdrawn', ...OVER, participants: 3 }, false],
    ['one of the first day', { participants: 3, date: '2026-01-01' }, true],
    ['one of the last day, over later', { participants: 3, date: '2026-12-31', endDate: '2027-01-02' }, true],
    ['one of the year before, over in this one', { participants: 3, date: '2025-12-31', endDate: '2026-01-02' }, false],
    ['one of the year after', { participants: 3, date: '2027-01-01' }, false],
  ];
  for (const [what, event, counts] of cases) {
    it(`${counts ? 'counts' : 'does not count'} ${what}`, () =>
      assert.equal(eventsThatTookPlace([eventOf(event)], YEAR, NOW).length, counts ? 1 : 0));
  }

  it('gives each event once, in order of time', () => {
    const one = eventOf({ title: 'b', participants: 1, startsAt: 2 });
    const events = [one, eventOf({ title: 'a', participants: 1, startsAt: 2 }), one, eventOf({ title: 'c', participants: 1, startsAt: 1 })];
    assert.deepEqual(
      eventsThatTookPlace(events, YEAR, NOW).map(({ title }) => title),
      ['c', 'a', 'b'],
    );
  });

  it('adds up events by what they count as, and by area', () => {
    const figures = eventFigures([
      eventOf({ reportArea: 'RPH', participants: 10, teams: 2 }),
      eventOf({ reportArea: '', participants: 1 }),
      eventOf({ reportArea: 'ACT/FACT', participants: 60, countsAs: 14 }),
      eventOf({ reportArea: ' rph ', participants: null, teams: 3 }),
    ]);
    assert.deepEqual(figures, {
      ...{ events: 17, participants: 71, teams: 5, unknown: 1 },
      areas: [
        { area: 'ACT/FACT', events: 14, participants: 60, teams: 0 },
        { area: 'RPH', events: 2, participants: 10, teams: 5 },
        { area: '', events: 1, participants: 1, teams: 0 },
      ],
    });
  });

  it('adds nothing up to nothing', () =>
    assert.deepEqual(eventFigures([]), { events: 0, participants: 0, teams: 0, areas: [], unknown: 0 }));
});
