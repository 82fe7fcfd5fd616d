import assert from 'node:assert/strict';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { regionOf, regionsSchema } from '../../src/core/regions.ts';

const COUNTIES_2024 = [
  ...['Oslo', 'Rogaland', 'Møre og Romsdal', 'Nordland', 'Østfold', 'Akershus', 'Buskerud', 'Innlandet'],
  ...['Vestfold', 'Telemark', 'Agder', 'Vestland', 'Trøndelag', 'Troms', 'Finnmark'],
];

describe('core/regions', () => {
  const nord = ['Nordland'];
  const one = { from: '2020-01-01', source: 'S', regions: { nord, midt: ['A'], vest: ['B'], øst: ['Viken'], sør: ['C'] } };
  const other = { ...one, from: '2024-01-01', regions: { ...one.regions, øst: ['Akershus'] }, assumed: ['C'] };
  const divisions = regionsSchema.parse([one, other]);

  const cases = [
    ['Viken', '2023-12-31', { region: 'øst', assumed: false }],
    ['Viken', '2024-01-01', undefined],
    ['Akershus', '2024-01-01', { region: 'øst', assumed: false }],
    ['C', '2023-06-01', { region: 'sør', assumed: false }],
    ['C', '2025-06-01', { region: 'sør', assumed: true }],
    ['Nordland', '2019-12-31', undefined],
  ] as const;
  for (const [county, day, expected] of cases) {
    it(`${county} on ${day}`, () => assert.deepEqual(regionOf(divisions, county, day), expected));
  }

  const faulty = [
    ['a county in two regions', [{ ...one, regions: { ...one.regions, midt: nord } }]],
    ['an assumption about no county of theirs', [{ ...one, assumed: ['D'] }]],
    ['the newest first', [other, one]],
    ['a region that is none', [{ ...one, regions: { ...one.regions, utland: ['X'] } }]],
    ['nothing', []],
  ] as const;
  for (const [what, table] of faulty) it(`refuses ${what}`, () => assert.equal(regionsSchema.safeParse(table).success, false));

  it('every county of today has a region', () => {
    const real = createContent(ROOT).regions();
    assert.deepEqual(
      COUNTIES_2024.filter((county) => regionOf(real, county, '2026-11-22') === undefined),
      [],
    );
    assert.deepEqual(regionOf(real, 'Telemark', '2026-11-22'), { region: 'sør', assumed: true });
  });
});
