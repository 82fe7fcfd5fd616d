import assert from 'node:assert/strict';
import { type Plan, planSchema, STATES, type Webinar } from '../../../src/features/webinars/model.ts';
import * as life from '../../../src/features/webinars/rules/lifecycle.ts';

const HOUR = 3_600_000;
const plan: Plan = planSchema.parse({
  ...{ title: 'Kommunikasjon', description: '', date: '2026-03-19', endDate: '2026-03-19', start: '13:00', end: '14:30', mode: 'digital' },
  ...{ place: '', joinUrl: 'https://example.no/1', signupUrl: '', audience: [], region: null, banks: ['rph'], channels: [] },
  ...{ coOrganisers: [], series: '', reportArea: '', countsAs: 1, reminders: ['day'] },
});
const by = { at: Date.parse('2026-03-02T09:00:00+01:00'), by: 'eli', name: 'Eli' };
const draft = life.drafted(plan, { id: 'w', bank: 'rph', tenantId: null, by, what: 'created' });
const places = [{ bank: 'rph', channel: 'c1', name: '' }];
const out = life.published(draft, places, by);
const at = (state: Webinar['state']): Webinar => ({ ...out, state });

describe('webinars: lifecycle', () => {
  describe('what can be done, by state: before it, while it goes on, and after', () => {
    const times = [draft.startsAt - HOUR, draft.startsAt, draft.endsAt];
    const table: readonly (readonly [
      act: life.Act,
      may: Readonly<Partial<Record<Webinar['state'], readonly [boolean, boolean, boolean]>>>,
    ])[] = [
      ['edit', { draft: [true, true, true], scheduled: [true, true, true], published: [true, true, true] }],
      ['publish', { draft: [true, true, true], scheduled: [true, true, true], published: [true, true, true] }],
      ['reschedule', { draft: [true, true, false], scheduled: [true, true, false], published: [true, true, false] }],
      ['cancel', { draft: [true, true, false], scheduled: [true, true, false], published: [true, true, false] }],
      ['withdraw', { published: [true, true, true], cancelled: [true, true, true] }],
      ['remove', { draft: [true, true, true], scheduled: [true, true, true], cancelled: [true, true, true] }],
      ['wrapUp', { draft: [false, true, true], scheduled: [false, true, true], published: [false, true, true] }],
      ['interest', { published: [true, true, false] }],
      ['evaluate', { published: [false, true, true] }],
    ];
    for (const [act, may] of table) {
      for (const state of STATES) {
        it(`${act} when ${state}`, () => {
          const expected = may[state] ?? [false, false, false];
          assert.deepEqual(
            times.map((now) => life.refusalOf(at(state), act, now) === undefined),
            expected,
          );
        });
      }
    }
  });

  it('those who know of it are told of a new time, place or link, and of nothing else', () => {
    const table: readonly (readonly [change: Partial<Plan>, told: boolean])[] = [
      [{ date: '2026-03-20', endDate: '2026-03-20' }, true],
      [{ start: '12:00' }, true],
      [{ place: 'Oslo' }, true],
      [{ joinUrl: 'https://example.no/2' }, true],
      [{ mode: 'hybrid' }, true],
      [{ title: 'Et annet navn', description: 'Mer', signupUrl: 'https://example.no/3', countsAs: 4 }, false],
    ];
    for (const [change, told] of table) {
      const after = life.withPlan(out, { plan: { ...plan, ...change } }, by);
      assert.deepEqual(
        [after.told.length, after.version, after.revision],
        [told ? 1 : 0, told ? 1 : 0, out.revision + 1],
        JSON.stringify(change),
      );
      assert.deepEqual(life.withPlan(draft, { plan: { ...plan, ...change } }, by).told, [], 'nobody knows of a draft');
    }
  });

  it('a move of a move keeps the time that all heard of; back there it shows the one between', () => {
    const moved = (before: Webinar, change: Partial<Plan>, reason = '') =>
      life.withPlan(before, { plan: { ...plan, ...change }, reason }, by);
    const first = moved(out, { start: '12:00' }, 'Derfor');
    assert.deepEqual(moved(first, { start: '11:00' }).was?.start, '13:00');
    assert.deepEqual(moved(first, {}).was?.start, '12:00');
    const link = moved(first, { start: '12:00', joinUrl: 'https://example.no/ny' });
    assert.deepEqual([link.was?.start, link.reason], ['13:00', 'Derfor'], 'a new link after it takes nothing away');
  });

  it('what is over and is held again is moved, and is wrapped up anew', () => {
    const after = { ...by, at: out.endsAt + HOUR };
    const held = life.wrappedUp(out, { participants: 3 }, after);
    const again = life.withPlan(held, { plan: { ...plan, date: '2026-04-19', endDate: '2026-04-19' } }, after);
    assert.deepEqual([again.told.at(-1)?.what, again.version, again.wrappedUpAt], ['moved', 2, null]);
  });

  it('a move keeps what it was; a new place has no old time', () => {
    const moved = life.withPlan(out, { plan: { ...plan, start: '12:00' }, reason: 'Derfor' }, by);
    assert.deepEqual([moved.was?.start, moved.reason], ['13:00', 'Derfor']);
    assert.equal(life.withPlan(out, { plan: { ...plan, place: 'Oslo' } }, by).was, null);
  });

  it('what is over is put right without telling anybody', () => {
    const after = life.withPlan(out, { plan: { ...plan, place: 'Oslo' } }, { ...by, at: out.endsAt + HOUR });
    assert.deepEqual([after.told, after.version, after.place], [[], 0, 'Oslo']);
  });

  it('channels that it is announced in already keep since when', () => {
    const later = { ...by, at: by.at + HOUR };
    const more = life.published(out, [...places, { bank: 'rph', channel: 'c2', name: '' }], later);
    assert.deepEqual(
      more.announced.map(({ channel, at: since }) => [channel, since - by.at]),
      [
        ['c1', 0],
        ['c2', HOUR],
      ],
    );
  });

  it('a cancelling is told to those who know of it', () => {
    assert.deepEqual(
      life.cancelled(out, 'Syk', by).told.map(({ what }) => what),
      ['cancelled'],
    );
    assert.deepEqual(life.cancelled(draft, 'Syk', by).told, []);
  });

  it('a wrap-up is told once, and again when a recording comes', () => {
    const after = { ...by, at: out.endsAt + HOUR };
    const first = life.wrappedUp(out, { participants: 80 }, after);
    assert.deepEqual([first.told.length, first.version], [1, 1]);
    const second = life.wrappedUp(first, { teams: 31 }, after);
    assert.deepEqual([second.told.length, second.participants, second.teams], [1, 80, 31]);
    const third = life.wrappedUp(second, { recordingUrl: 'https://example.no/o' }, after);
    assert.deepEqual([third.told.length, third.version], [2, 2]);
    assert.equal(life.wrappedUp(third, { recordingUrl: 'https://example.no/o' }, after).told.length, 2);
    assert.deepEqual(life.wrappedUp(draft, { participants: 3 }, after).told, [], 'nobody knows of it');
  });
});
