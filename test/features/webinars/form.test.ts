import assert from 'node:assert/strict';
import fc from 'fast-check';
import { REGIONS } from '../../../src/core/banks.ts';
import { lineOf, linkFrom } from '../../../src/core/reading.ts';
import { addDays, isSkipped, timeAt } from '../../../src/core/workdays.ts';
import { AUDIENCES, LONGEST_LINK, LONGEST_TITLE, MODES, type Plan, planSchema, REMINDERS } from '../../../src/features/webinars/model.ts';
import {
  inputsOf,
  PLAN_INPUTS,
  type PlanInput,
  type PlanInputs,
  type PlanLimits,
  readPlan,
} from '../../../src/features/webinars/rules/form.ts';
import { readMove } from '../../../src/features/webinars/rules/when.ts';
import { NOW, PLAN } from './plan.ts';

/** «2026-04-01 12:00» in Norway. */
const on = (moment: string) => timeAt(moment.slice(0, 10), moment.slice(11));
const LIMITS: PlanLimits = { bank: 'rph', banks: ['rph', 'fact-ung'], now: NOW, requireTimes: true, allowPast: false };
const WHOLE: PlanInputs = { title: 'Webinar om oppstart', date: '2026-03-05', start: '13:00', end: '14:30' };
const HUGE = 'æ '.repeat(100_000);

const read = (inputs: PlanInputs, limits: Partial<PlanLimits> = {}) => readPlan({ ...WHOLE, ...inputs }, { ...LIMITS, ...limits });
/** The plan that comes of it; what is wrong where there is none. */
function planOf(inputs: PlanInputs, limits: Partial<PlanLimits> = {}): Plan {
  const { plan, faults, missing } = read(inputs, limits);
  assert.ok(plan, JSON.stringify({ faults, missing }));
  return plan;
}
const wrong = (inputs: PlanInputs, limits: Partial<PlanLimits> = {}) => {
  const { plan, faults, missing } = read(inputs, limits);
  assert.equal(plan === undefined, faults.length + missing.length > 0);
  return [...missing.map((input) => `${input} missing`), ...faults.map(({ input, code }) => `${input} ${code}`)];
};

describe('webinars: a form as a plan', () => {
  it('of what must be given comes an event with all the rest as it mostly is', () => assert.deepEqual(planOf({}), PLAN));

  const kept: readonly (readonly [PlanInputs, Partial<Plan>])[] = [
    [{ endDate: '6.3.2026' }, { endDate: '2026-03-06' }],
    [
      { endDate: '2026-03-06', start: '13:00', end: '09:00' },
      { endDate: '2026-03-06', end: '09:00' },
    ],
    [
      { place: 'Oslo', start: '', end: '' },
      { place: 'Oslo', mode: 'physical', start: null, end: null },
    ],
    [
      { place: 'Oslo', joinUrl: 'https://napha.no' },
      { place: 'Oslo', joinUrl: 'https://napha.no', mode: 'digital' },
    ],
    [{ mode: 'Hybrid' }, { mode: 'hybrid' }],
    [{ mode: 'fysisk' }, { mode: 'physical' }],
    [{ mode: 'på nett' }, { mode: 'digital' }],
    [{ audience: 'ledere, fact UNG' }, { audience: ['FACT ung', 'ledere'] }],
    [{ audience: 'teamleiarar;russpesialister;RPH;rph' }, { audience: ['RPH', 'ledere', 'russpesialist'] }],
    [{ audience: 'ACT/FACT/FACT ung' }, { audience: ['ACT', 'FACT', 'FACT ung'] }],
    [{ audience: 'FACT og FACT ung' }, { audience: ['FACT', 'FACT ung'] }],
    [{ audience: 'alle' }, { audience: [] }],
    [{ region: 'Øst' }, { region: 'øst' }],
    [{ region: 'Midt-Norge' }, { region: 'midt' }],
    [{ region: 'hele landet' }, { region: null }],
    [{ banks: 'fact-ung,RPH,rph' }, { banks: ['fact-ung', 'rph'] }],
    [{ channels: '19:a@thread.tacv2, 19:b@thread.tacv2' }, { channels: ['19:a@thread.tacv2', '19:b@thread.tacv2'] }],
    [{ coOrganisers: 'KORUS midt; SF Møre og Romsdal, KORUS midt,' }, { coOrganisers: ['KORUS midt', 'SF Møre og Romsdal'] }],
    [{ coOrganisers: 'NKROP\nNIT' }, { coOrganisers: ['NKROP', 'NIT'] }],
    [{ countsAs: '14' }, { countsAs: 14 }],
    [{ reminders: 'channel,week' }, { reminders: ['week', 'channel'] }],
    [{ reminders: 'Dag, time' }, { reminders: ['day', 'hour'] }],
    [{ reminders: 'none' }, { reminders: [] }],
    [{ reminders: 'false' }, { reminders: [] }],
    [{ reminders: 'true' }, { reminders: ['week', 'day', 'hour', 'channel'] }],
    [{ reminders: 'ingen' }, { reminders: [] }],
    [{ title: ' \u202eWebinar\u0000 om\noppstart ' }, { title: 'Webinar om oppstart' }],
    [{ description: 'Linje\u0000 én\r\n\r\nLinje \u202eto\u200b ' }, { description: 'Linje én\n\nLinje to' }],
    [
      { date: '2026-10-25', start: '02:30', end: '02:45' },
      { date: '2026-10-25', endDate: '2026-10-25', start: '02:30', end: '02:45' },
    ],
    [{ title: 'æ'.repeat(LONGEST_TITLE) }, { title: 'æ'.repeat(LONGEST_TITLE) }],
  ];
  for (const [inputs, expected] of kept) {
    it(`${JSON.stringify(inputs).slice(0, 80)}`, () => assert.deepEqual(planOf(inputs), { ...PLAN, ...expected }));
  }

  const refused: readonly (readonly [PlanInputs, ...string[]])[] = [
    [{ title: '', date: '', start: '', end: '' }, 'title missing', 'date missing', 'start missing', 'end missing'],
    [{ title: '\u200b \u0000' }, 'title missing'],
    [{ end: '' }, 'end missing'],
    [{ start: '' }, 'start missing'],
    [{ mode: 'hybrid', place: 'Oslo', start: '', end: '' }, 'start missing', 'end missing'],
    [{ place: 'Oslo', start: '' }, 'start missing'],
    [{ date: '29.02.2027' }, 'date noDate'],
    [{ date: '31.4.2026', endDate: 'x', start: '25:00', end: 'x' }, 'date noDate', 'endDate noDate', 'start noTime', 'end noTime'],
    [{ date: '0001-01-01' }, 'date noDate'],
    [{ date: '9999-12-31' }, 'date noDate'],
    [{ date: '2026-03-29', start: '02:30', end: '04:00' }, 'start timeSkipped'],
    [{ date: '2026-03-29', start: '01:30', end: '02:00' }, 'end timeSkipped'],
    [{ date: '2026-03-28', endDate: '2026-03-29', end: '02:59' }, 'end timeSkipped'],
    [{ end: '13:00' }, 'end endBeforeStart'],
    [{ end: '12:00' }, 'end endBeforeStart'],
    [{ endDate: '2026-03-04' }, 'endDate endDateBeforeDate'],
    [{ endDate: '2026-04-05' }, 'endDate tooLong'],
    [{ date: '2026-03-02', start: '08:00', end: '09:00' }, 'date past'],
    [{ date: '2026-03-01' }, 'date past'],
    [{ joinUrl: 'javascript:alert(1)', signupUrl: 'www.napha.no' }, 'joinUrl link', 'signupUrl link'],
    [{ joinUrl: `https://napha.no/${'x'.repeat(LONGEST_LINK)}` }, 'joinUrl tooLongText'],
    [{ audience: 'RPH,ordførere' }, 'audience unknownAudience'],
    [{ region: 'Svalbard' }, 'region unknownRegion'],
    [{ mode: 'telepati', start: '', end: '' }, 'mode unknownMode'],
    [{ banks: 'rph,annen' }, 'banks unknownBank'],
    [{ reminders: 'week,month' }, 'reminders unknownReminder'],
    ...(['1e9', 'Infinity', '-1', '0', '1001', 'mange'] as const).map((countsAs) => [{ countsAs }, 'countsAs countsAs'] as const),
    [{ title: HUGE, description: HUGE, place: HUGE }, 'title tooLongText', 'description tooLongText', 'place tooLongText'],
    [
      { series: HUGE, reportArea: HUGE, coOrganisers: HUGE, channels: HUGE },
      ...['channels', 'coOrganisers', 'series', 'reportArea'].map((input) => `${input} tooLongText`),
    ],
    [{ audience: HUGE, banks: HUGE }, 'audience unknownAudience', 'banks unknownBank'],
    [{ title: '', countsAs: 'x', region: 'y' }, 'title missing', 'region unknownRegion', 'countsAs countsAs'],
  ];
  for (const [inputs, ...expected] of refused) {
    it(`${JSON.stringify(inputs).slice(0, 80)}: ${expected.join(', ')}`, () => assert.deepEqual(wrong(inputs), expected));
  }

  it('the longest that can be', () => assert.equal(planOf({ endDate: '2026-04-04' }).endDate, '2026-04-04'));
  it('of the past only where that is allowed', () => {
    assert.equal(planOf({ date: '29.11.2023' }, { allowPast: true }).date, '2023-11-29');
    assert.equal(planOf({ date: '2026-03-02', start: '08:00', end: '09:01' }).start, '08:00');
  });
  it('on the net without times where they need not be given, yet never only one of them', () => {
    assert.equal(planOf({ start: '', end: '' }, { requireTimes: false }).start, null);
    assert.deepEqual(wrong({ end: '' }, { requireTimes: false }), ['end missing']);
  });

  it('tells what was typed, clipped, and the limits', () => {
    const { faults } = read({
      title: 'x'.repeat(1_000),
      date: '2026-03-29',
      start: '02.30',
      end: '04:00',
      countsAs: '\u202e1e9',
      audience: 'a,b,RPH',
    });
    const params = Object.fromEntries(
      faults.map(({ input, params: { given, ...rest } }) => [input, { given: (given ?? '').length, ...rest }]),
    );
    assert.deepEqual(params, {
      title: { given: 60, max: '200' },
      audience: { given: 4 },
      countsAs: { given: 3, max: '1000' },
      start: { given: 5, date: '2026-03-29', time: '02:30' },
    });
  });
});

describe('webinars: when an event is published by itself', () => {
  const times = [
    [{}, null],
    [{ publishTime: '10:00' }, null],
    [{ publishAt: '2026-03-04' }, '2026-03-04 08:00'],
    [{ publishAt: '4.3.2026', publishTime: 'kl. 10' }, '2026-03-04 10:00'],
    [{ publishAt: '2026-03-04T09:15', publishTime: '10:00' }, '2026-03-04 09:15'],
    [{ publishAt: '2026-03-04T09:15:30.000Z' }, '2026-03-04 10:15'],
    [{ publishAt: '2026-03-04T09:15+0100' }, '2026-03-04 09:15'],
    [{ publishAt: '2026-03-05 14:29' }, '2026-03-05 14:29'],
    [{ publishAt: '2026-03-02 09:01' }, '2026-03-02 09:01'],
  ] as const;
  for (const [inputs, at] of times) {
    it(`${JSON.stringify(inputs)}: ${at ?? 'never'}`, () => assert.equal(read(inputs).publishAt, at && on(at)));
  }
  const refused = [
    [{ publishAt: 'snart' }, 'publishAt publishAt'],
    [{ publishAt: '2026-03-04T09:15+99:00' }, 'publishAt publishAt'],
    [{ publishAt: '2026-03-04', publishTime: '25:00' }, 'publishTime noTime'],
    [{ date: '2026-04-05', publishAt: '2026-03-29 02:30' }, 'publishAt timeSkipped'],
    [{ publishAt: '2026-03-02 09:00' }, 'publishAt publishAtPast'],
    [{ publishAt: '2026-03-05 14:30' }, 'publishAt publishAtLate'],
    [{ publishAt: HUGE }, 'publishAt publishAt'],
  ] as const;
  for (const [inputs, expected] of refused) {
    it(`${JSON.stringify(inputs).slice(0, 60)}: ${expected}`, () => assert.deepEqual(wrong(inputs), [expected]));
  }
  it('a time that has gone by is told, not refused, where the past is allowed', () =>
    assert.equal(read({ publishAt: '2026-02-01' }, { allowPast: true }).publishAt, on('2026-02-01 08:00')));
  it('says nothing of a time that can’t be read', () => assert.equal('publishAt' in read({ publishAt: 'snart' }), false));
});

describe('webinars: another time as it is typed', () => {
  const limits = { now: NOW, allowPast: false, needsTimes: true };
  const move = (inputs: Parameters<typeof readMove>[1], before = PLAN) => {
    const { when, faults, missing } = readMove(before, inputs, limits);
    return when ?? [...missing.map((input) => `${input} missing`), ...faults.map(({ input, code }) => `${input} ${code}`)];
  };
  const days: Plan = { ...PLAN, endDate: '2026-03-06', start: null, end: null };
  const cases = [
    [move({ date: '12.3.2026' }), { date: '2026-03-12', endDate: '2026-03-12', start: '13:00', end: '14:30' }],
    [move({ start: 'kl. 10' }), { date: '2026-03-05', endDate: '2026-03-05', start: '10:00', end: '11:30' }],
    [
      move({ date: '28.3.2026' }, { ...days, start: '09:00', end: '15:00' }),
      { date: '2026-03-28', endDate: '2026-03-29', start: '09:00', end: '15:00' },
    ],
    [move({ date: '2026-03-29', start: '02:30' }), ['start timeSkipped']],
    [move({ date: '29.02.2027', end: '25:00' }), ['date noDate', 'end noTime']],
    [move({ end: '12:00' }), ['end endBeforeStart']],
    [move({ date: '2026-03-01' }), ['date past']],
    [move({ endDate: '2026-03-01' }), ['endDate endDateBeforeDate']],
    [move({ date: '12.3.2026' }, days), ['start missing', 'end missing']],
    [move({ start: '10:00' }, days), ['end missing']],
    [move({ start: 'x' }, days), ['end missing', 'start noTime']],
  ] as const;
  for (const [got, expected] of cases) it(JSON.stringify(expected), () => assert.deepEqual(got, expected));
  it('whole days stay whole days where they may', () =>
    assert.deepEqual(readMove(days, { date: '12.3.2026' }, { ...limits, needsTimes: false }).when, {
      ...{ date: '2026-03-12', endDate: '2026-03-13', start: null, end: null },
    }));
});

describe('webinars: what always holds of the form', () => {
  const line = (max: number) =>
    fc
      .string({ unit: 'grapheme', maxLength: max })
      .map(lineOf)
      .filter((text) => text.length <= max);
  const name = line(30)
    .map((text) => text.replace(/[,;]/g, '').trim())
    .filter((text) => text !== '');
  const link = fc.webUrl({ withQueryParameters: true, withFragments: true }).filter((text) => linkFrom(text) === text);
  const time = fc
    .integer({ min: 0, max: 1_439 })
    .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
  const when = fc
    .record({ from: fc.nat({ max: 5_000 }), days: fc.nat({ max: 30 }), times: fc.option(fc.tuple(time, time)) })
    .map(({ from, days, times }) => {
      const [date, endDate] = [addDays('2026-03-03', from), addDays('2026-03-03', from + days)];
      return { date, endDate, start: times?.[0] ?? null, end: times?.[1] ?? null };
    })
    .filter(
      ({ date, endDate, start, end }) =>
        start === null || end === null || ((date !== endDate || start < end) && !isSkipped(date, start) && !isSkipped(endDate, end)),
    );
  const plan: fc.Arbitrary<Plan> = fc
    .record({
      title: line(60).filter((text) => text !== ''),
      description: fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
      mode: fc.constantFrom(...MODES),
      place: line(60),
      joinUrl: fc.oneof(fc.constant(''), link),
      signupUrl: fc.oneof(fc.constant(''), link),
      audience: fc.subarray([...AUDIENCES]),
      region: fc.option(fc.constantFrom(...REGIONS)),
      banks: fc.subarray(['rph', 'fact-ung'], { minLength: 1 }),
      channels: fc.uniqueArray(name, { maxLength: 3 }),
      coOrganisers: fc.uniqueArray(name, { maxLength: 4 }),
      series: line(60),
      reportArea: line(60),
      countsAs: fc.integer({ min: 1, max: 1_000 }),
      reminders: fc.subarray([...REMINDERS]),
    })
    .chain((rest) => when.map((span) => ({ ...rest, ...span })));

  it('a form that is filled with a plan gives it back', () =>
    fc.assert(
      fc.property(plan, (each) => {
        const { plan: again, faults, missing, publishAt } = readPlan(inputsOf(each), { ...LIMITS, requireTimes: false });
        assert.deepEqual({ again, faults, missing, publishAt }, { again: each, faults: [], missing: [], publishAt: null });
      }),
    ));

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '2026-03-05',
      '13:00',
      '02:30',
      '2026-03-29',
      '2026-10-25',
      'hybrid',
      'RPH',
      'rph',
      '1e9',
      '__proto__',
      'none',
      ',',
      '-',
    ),
  );
  const inputs = fc.record(Object.fromEntries(PLAN_INPUTS.map((input) => [input, anything])) as Record<PlanInput, typeof anything>, {
    requiredKeys: [],
  });

  it('whatever is typed gives a plan that can be kept, or says what is wrong', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          inputs,
          inputs.map((some) => ({ ...WHOLE, ...some })),
        ),
        (typed) => {
          const { plan: got, faults, missing } = readPlan(typed, LIMITS);
          assert.equal(got === undefined, faults.length + missing.length > 0);
          for (const { params } of faults) for (const value of Object.values(params)) assert.ok(value.length <= 60);
          if (got) assert.deepEqual(planSchema.parse(got), got);
          if (got) assert.deepEqual(readPlan(inputsOf(got), LIMITS).plan, got);
        },
      ),
      { numRuns: 500 },
    ));
});
