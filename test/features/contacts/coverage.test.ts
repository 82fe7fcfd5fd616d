import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CARE_TEAM_TYPES } from '../../../src/core/banks.ts';
import { type Region, STATUSES, type Team } from '../../../src/features/contacts/model.ts';
import { AMBITION, COVERS, type CoveragePlaces, type Covered, coverageOf } from '../../../src/features/contacts/rules/coverage.ts';
import { ENTRY, NOW, TODAY, teamOf } from './entry.ts';

interface Here {
  readonly county: string;
  readonly region?: Region;
  readonly people?: number;
}
/** A country of six: one city with three districts, one place whose people nobody counted, one of no region. 3001 is what 0101 became. */
const COUNTRY: Readonly<Record<string, Here>> = {
  '0301': { county: 'Oslo', region: 'øst', people: 1_001 },
  '3001': { county: 'Østfold', region: 'øst', people: 300 },
  '4613': { county: 'Vestland', region: 'vest', people: 200 },
  '4614': { county: 'Vestland', region: 'vest', people: 100 },
  '5001': { county: 'Trøndelag', region: 'midt' },
  '9001': { county: 'Ingensteds', people: 50 },
};
const gazetteer: CoveragePlaces = {
  all: () => Object.keys(COUNTRY).map((number) => ({ number })),
  countyOf: (number) => {
    const name = COUNTRY[number]?.county;
    return name === undefined ? undefined : { number: name.slice(0, 2), name };
  },
  regionOf: (number) => COUNTRY[number]?.region,
  population: (number) => {
    const people = COUNTRY[number]?.people;
    return people === undefined ? undefined : { people, date: number === '9001' ? '2023-01-01' : '2024-01-01' };
  },
  numbersOn: (number) => {
    if (number === '0101') return ['3001'];
    if (number === '1850') return ['4613', '4614'];
    return number in COUNTRY ? [number] : [];
  },
  districts: () => ['gamle-oslo', 'sagene', 'frogner'].map((id) => ({ id, municipality: '0301' })),
};

let made = 0;
const team = (of: Partial<Team>): Team =>
  teamOf({ ...ENTRY, type: 'FACT', status: 'drift', municipalities: [], cityDistricts: [] }, { id: `t${made++}`, ...of });
const cover = (teams: readonly Team[], types: readonly Team['type'][] = ['FACT'], day = TODAY) =>
  coverageOf({ teams, gazetteer, day, types });
const counts = ({ municipalities, running, onTheWay, none, unknown }: Covered) => [municipalities, running, onTheWay, none, unknown];
const people = ({ population, populationRunning, populationOnTheWay, populationNone, populationUnknown }: Covered) => [
  ...[population, populationRunning, populationOnTheWay, populationNone, populationUnknown],
];

describe('contacts: what is covered', () => {
  it('where nothing is registered, nothing is known', () => {
    const { total, regions, counties, teams, unconfirmed, ambition, peopleAt, uncounted } = cover([]);
    assert.deepEqual(counts(total), [6, 0, 0, 0, 6]);
    assert.deepEqual(people(total), [1_651, 0, 0, 0, 1_651]);
    assert.deepEqual(
      regions.map(({ region }) => region),
      ['midt', 'vest', 'øst', null],
    );
    assert.ok(counties.every(({ share }) => share === null));
    assert.deepEqual([teams, unconfirmed, ambition, peopleAt, uncounted], [0, 0, AMBITION, '2023-01-01', 1]);
  });

  const statuses = { drift: 'running', 'ikke-etter-modell': 'running', nedlagt: 'none' } as const;
  for (const status of [...STATUSES, null]) {
    const expected = status === null ? 'unknown' : status in statuses ? statuses[status as keyof typeof statuses] : 'onTheWay';
    it(`a team that is ${status ?? 'at a stage nobody knows'}: ${expected}`, () => {
      const { total } = cover([team({ status, municipalities: ['4614'] })]);
      assert.deepEqual(
        COVERS.map((each) => total[each] - (each === 'unknown' ? 5 : 0)),
        COVERS.map((each) => Number(each === expected)),
      );
    });
  }

  const places: readonly (readonly [what: string, teams: readonly Partial<Team>[], counts: readonly number[], running: number])[] = [
    ['a team in two municipalities', [{ municipalities: ['4613', '4614'] }], [6, 2, 0, 0, 4], 300],
    ['two teams in one', [{ municipalities: ['4613'] }, { municipalities: ['4613'] }], [6, 1, 0, 0, 5], 200],
    ['the one that runs counts', [{ municipalities: ['4613'], status: 'søkt' }, { municipalities: ['4613'] }], [6, 1, 0, 0, 5], 200],
    [
      'closed and planned anew',
      ['nedlagt', 'planlegger'].map((status) => ({ municipalities: ['4613'], status }) as Partial<Team>),
      [6, 0, 1, 0, 5],
      0,
    ],
    [
      'closed, and one that nobody knows of',
      [
        { municipalities: ['4613'], status: 'nedlagt' },
        { municipalities: ['4613'], status: null },
      ],
      [6, 0, 0, 0, 6],
      0,
    ],
    ['a number from before the reform', [{ municipalities: ['0101'] }], [6, 1, 0, 0, 5], 300],
    ['a municipality that was divided', [{ municipalities: ['1850'] }], [6, 2, 0, 0, 4], 300],
    ['a place that there is not', [{ municipalities: ['0000'], cityDistricts: ['atlantis'] }], [6, 0, 0, 0, 6], 0],
    ['a city as a whole', [{ municipalities: ['0301'] }], [6, 1, 0, 0, 5], 1_001],
    ['one district of it', [{ cityDistricts: ['sagene'] }], [8, 1, 0, 0, 7], 334],
    ['the city, of which it names a district', [{ municipalities: ['0301'], cityDistricts: ['sagene'] }], [8, 1, 0, 0, 7], 334],
    ['a district besides the whole', [{ municipalities: ['0301'] }, { cityDistricts: ['sagene'], status: 'søkt' }], [8, 3, 0, 0, 5], 1_001],
    ['a district and another municipality', [{ municipalities: ['4614'], cityDistricts: ['gamle-oslo'] }], [8, 2, 0, 0, 6], 434],
    ['one that is put away', [{ municipalities: ['4613'], removed: true }], [6, 0, 0, 0, 6], 0],
    ['one of another type', [{ municipalities: ['4613'], type: 'RPH' }], [6, 0, 0, 0, 6], 0],
    ['one that began later', [{ municipalities: ['4613'], statusSince: '2026-03-03' }], [6, 0, 0, 0, 6], 0],
    ['one that began that day', [{ municipalities: ['4613'], statusSince: TODAY }], [6, 1, 0, 0, 5], 200],
  ];
  for (const [what, teams, expected, running] of places) {
    it(what, () => {
      const { total } = cover(teams.map(team));
      assert.deepEqual([counts(total), total.populationRunning], [expected, running]);
    });
  }

  it('by type and status, and each type by itself', () => {
    const teams = [
      team({ municipalities: ['4613', '4614'] }),
      team({ municipalities: ['4613'], lastConfirmedAt: null }),
      team({ municipalities: ['4614'], type: 'FACT ung', status: 'forprosjekt' }),
      team({ municipalities: ['3001'], type: 'FACT ung', status: null }),
    ];
    const { total, regions, teams: count, unconfirmed } = cover(teams, ['FACT', 'FACT ung', 'FACT']);
    assert.deepEqual(total.byStatus, [
      { type: 'FACT', status: 'drift', places: 2, teams: 2 },
      { type: 'FACT ung', status: 'forprosjekt', places: 1, teams: 1 },
      { type: 'FACT ung', status: null, places: 1, teams: 1 },
    ]);
    assert.deepEqual(
      total.byType.map((each) => [each.type, ...counts(each)]),
      [
        ['FACT', 6, 2, 0, 0, 4],
        ['FACT ung', 6, 0, 1, 0, 5],
      ],
    );
    assert.deepEqual(regions.find(({ region }) => region === 'vest')?.populationRunning, 300);
    assert.deepEqual([count, unconfirmed], [4, 1]);
  });
  it('counties, by name: the share of their people where a team runs, none where nothing is known', () =>
    assert.deepEqual(
      cover([team({ municipalities: ['4614'] }), team({ municipalities: ['3001'], status: 'nedlagt' })]).counties.map(
        ({ number, county, region, share }) => [number, county, region, share],
      ),
      [
        ['In', 'Ingensteds', null, null],
        ['Os', 'Oslo', 'øst', null],
        ['Tr', 'Trøndelag', 'midt', null],
        ['Ve', 'Vestland', 'vest', 1 / 3],
        ['Øs', 'Østfold', 'øst', 0],
      ],
    ));
  it('the aim is for ACT, FACT and FACT ung', () => {
    assert.equal(cover([], ['ACT', 'FACT', 'FACT ung']).ambition, 0.94);
    assert.equal(cover([], ['RPH']).ambition, null);
    assert.equal(cover([], [...CARE_TEAM_TYPES]).ambition, null);
    assert.equal(cover([], []).ambition, null);
  });
});

describe('contacts: what always holds of what is covered', () => {
  const teams = fc.array(
    fc.record({
      type: fc.constantFrom(...CARE_TEAM_TYPES),
      status: fc.option(fc.constantFrom(...STATUSES)),
      statusSince: fc.constantFrom(null, '2020-01-01', '2027-01-01'),
      municipalities: fc.subarray([...Object.keys(COUNTRY), '0101', '1850', '0000']),
      cityDistricts: fc.subarray(['gamle-oslo', 'sagene', 'frogner', 'atlantis']),
      removed: fc.boolean(),
      lastConfirmedAt: fc.constantFrom(null, NOW),
    }),
    { maxLength: 8 },
  );
  const types = fc.subarray([...CARE_TEAM_TYPES]);
  const sumOf = (areas: readonly Covered[]) => {
    const add = (sum: number[], values: readonly number[]) => sum.map((each, n) => each + (values[n] ?? 0));
    return areas.map((each) => [...counts(each), ...people(each)]).reduce(add, Array<number>(10).fill(0));
  };
  const all = Object.values(COUNTRY).reduce((sum, { people: here = 0 }) => sum + here, 0);

  it('the parts add up, and everybody lives somewhere', () =>
    fc.assert(
      fc.property(teams, types, (some, chosen) => {
        const { total, regions, counties } = cover(some.map(team), chosen);
        for (const each of [total, ...total.byType, ...regions, ...counties]) {
          assert.equal(each.running + each.onTheWay + each.none + each.unknown, each.municipalities);
          assert.equal(each.populationRunning + each.populationOnTheWay + each.populationNone + each.populationUnknown, each.population);
        }
        assert.equal(total.population, all);
        assert.deepEqual(sumOf(regions), sumOf([total]));
        assert.deepEqual(sumOf(counties), sumOf([total]));
      }),
    ));
  it('one more team that runs never takes from those who have one, and teams of other types make no difference', () =>
    fc.assert(
      fc.property(teams, types, fc.subarray(Object.keys(COUNTRY)), (some, chosen, municipalities) => {
        const before = cover(some.map(team), chosen);
        const type = chosen[0];
        if (type)
          assert.ok(
            cover([...some.map(team), team({ type, municipalities })], chosen).total.populationRunning >= before.total.populationRunning,
          );
        assert.deepEqual(cover(some.filter((each) => chosen.includes(each.type) && !each.removed).map(team), chosen).total, before.total);
      }),
    ));
});
