import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/config.ts';
import { createContent } from '../../../src/content.ts';
import { createGazetteer } from '../../../src/features/contacts/rules/gazetteer.ts';
import { createTeamLookup, type LookupTeam } from '../../../src/features/contacts/rules/lookup.ts';

interface LookUp {
  readonly half: 'develop' | 'measure';
  readonly kind: string;
  readonly query: string;
  /** Teams of which one must come first; none: nobody covers what was asked. */
  readonly expect: readonly string[];
}

const linesOf = <T>(name: string): T[] =>
  readFileSync(join(ROOT, 'test/features/contacts', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const HIT_AT_1 = 0.97;

describe('contacts/lookup', () => {
  const gazetteer = createGazetteer(createContent(ROOT).places());
  const register = linesOf<LookupTeam>('teams.jsonl');
  const lookUps = linesOf<LookUp>('look-ups.jsonl');
  const inRegister = createTeamLookup(gazetteer, register);

  for (const half of ['develop', 'measure'] as const) {
    it(`finds the right team first in a register of ${register.length}, half «${half}»`, () => {
      const questions = lookUps.filter((each) => each.half === half);
      const isHit = ({ query, expect }: LookUp) => {
        const { results, answered } = inRegister.find(query);
        return expect.length === 0 ? results.length === 0 && !answered : expect.includes(results[0]?.id ?? '');
      };
      const missed = questions.filter((each) => !isHit(each)).map(({ query }) => query);
      assert.ok(questions.length > 300);
      assert.ok(1 - missed.length / questions.length >= HIT_AT_1, missed.join('\n'));
    });
  }

  describe('in a small register', () => {
    const team = (name: string, municipalities: readonly string[], more: Partial<LookupTeam> = {}): LookupTeam => ({
      id: name.toLowerCase().replaceAll(/[^a-zæøå]+/g, '-'),
      type: name.startsWith('FACT ung') ? 'FACT ung' : name.startsWith('FACT') ? 'FACT' : name.startsWith('ACT') ? 'ACT' : 'RPH',
      ...{ name, status: 'drift', municipalities, districts: [], region: null, county: null, ...more },
    });
    const teams = [
      team('RPH Sandvik', ['4614']),
      team('RPH Stord', ['4614'], { status: 'nedlagt' }),
      team('FACT Sunnhordland', ['4613', '4614', '4615', '4616']),
      team('FACT ung Sunnhordland', ['4613', '4614']),
      team('RPH Nes', ['3228']),
      team('RPH Hallingdal', ['3320', '3322', '3324']),
      team('RPH Stovner', ['0301'], { districts: ['oslo-stovner'] }),
      team('RPH Oslo vest', ['0301'], { districts: ['oslo-frogner', 'oslo-ullern'], status: 'etablering' }),
      team('ACT Oslo', ['0301']),
      team('RPH Sandnes', ['1108']),
      team('RPH Haugesund', ['1106']),
      team('RPH Fyret', ['5501'], { status: 'nedlagt' }),
      team('FACT Gamle Drammen', ['3005']),
      team('RPH Fylket', [], { county: 'Telemark' }),
      team('RPH Landsdelen', [], { region: 'nord' }),
      team('RPH Øygarden', ['4626']),
    ];
    const lookup = createTeamLookup(gazetteer, teams);
    const first = (query: string) => lookup.find(query).results.map(({ id }) => id);

    const cases: readonly (readonly [query: string, ...ids: string[]])[] = [
      ['Sandvik', 'rph-sandvik'],
      ['RPH Sandvik', 'rph-sandvik'],
      ['hvem leder rph sandvik?', 'rph-sandvik'],
      ['sandvik-teamet', 'rph-sandvik'],
      ['RPH Sandvk', 'rph-sandvik'],
      ['RPH Sandvik i Stord', 'rph-sandvik', 'fact-ung-sunnhordland', 'fact-sunnhordland', 'rph-stord'],
      // The type that is asked for, then the others; what is closed comes last.
      ['FACT ung Stord', 'fact-ung-sunnhordland', 'rph-sandvik', 'fact-sunnhordland', 'rph-stord'],
      ['FACT i Stord', 'fact-sunnhordland', 'fact-ung-sunnhordland', 'rph-sandvik', 'rph-stord'],
      ['RPH Stord', 'rph-sandvik', 'fact-ung-sunnhordland', 'fact-sunnhordland', 'rph-stord'],
      ['RPH Fyret', 'rph-fyret'],
      ['Tromsø', 'rph-fyret'],
      // City districts, and who covers the city.
      ['rask psykisk helsehjelp på Stovner', 'rph-stovner', 'act-oslo'],
      ['ACT på Stovner', 'act-oslo', 'rph-stovner'],
      ['RPH Bjerke', 'act-oslo'],
      ['RPH Oslo', 'rph-oslo-vest', 'rph-stovner', 'act-oslo'],
      // The same name, elsewhere.
      ['RPH Nes', 'rph-nes', 'rph-hallingdal'],
      ['RPH Nes i Buskerud', 'rph-hallingdal'],
      ['RPH Nes i Akershus', 'rph-nes'],
      // Merged, of earlier times, by number.
      ['Fjell', 'rph-øygarden'],
      ['kontakt 1246', 'rph-øygarden'],
      ['FACT Drammen', 'fact-gamle-drammen'],
      // Counties and regions.
      ['RPH i Telemark', 'rph-fylket'],
      ['FACT i Buskerud', 'fact-gamle-drammen', 'rph-hallingdal'],
      ['RPH i Nord-Norge', 'rph-landsdelen', 'rph-fyret'],
      // Nobody: never one that sounds like it.
      ['FACT ung i Utsira'],
      ['RPH Sande i Møre og Romsdal'],
      ['RPH Sandviken'],
      ['RPH Sandøya'],
      ['RPH'],
      [''],
      ['hei'],
    ];
    for (const [query, ...expected] of cases) {
      it(`«${query}»: ${expected.join(', ') || 'nobody'}`, () => {
        assert.deepEqual(first(query), expected);
      });
    }

    it('says whether it is what was asked for', () => {
      const answered = (query: string) => lookup.find(query).answered;
      assert.deepEqual(['RPH Sandvik', 'Stord', 'FACT Stord', 'RPH Fyret', 'RPH i Oslo'].map(answered), [true, true, true, true, true]);
      assert.deepEqual(['ACT i Stord', 'Tromsø', 'FACT ung i Utsira', 'RPH', 'ACT Haugesund'].map(answered), [
        false,
        false,
        false,
        false,
        false,
      ]);
    });

    it('says the type and the place that were asked for', () => {
      const { type, place } = lookup.find('kven er leiar for FACT ung på Stord');
      assert.deepEqual([type, place?.id], ['FACT ung', '4614']);
      assert.equal(lookup.find('ACT/FACT i Stord').type, undefined);
      assert.equal(lookup.find('Stord').type, undefined);
      assert.equal(lookup.find('FACT ung i Utsira').place?.name, 'Utsira');
    });

    it('the score tells a name from what covers the place', () => {
      const [named, next] = lookup.find('RPH Nes').results;
      assert.ok((named?.score ?? 0) - (next?.score ?? 0) >= 0.25);
      const scores = ['RPH Sandvik', 'RPH i Haugesund', 'RPH i Haugesnd', 'FACT i Haugesund'].map(
        (query) => lookup.find(query).results[0]?.score ?? 0,
      );
      assert.deepEqual(
        scores,
        [...scores].sort((one, other) => other - one),
      );
    });

    const types: readonly (readonly [query: string, type: string | undefined])[] = [
      ['RPH', 'RPH'],
      ['rask psykisk helsehjelp', 'RPH'],
      ['rask psyksik helsehjlp', 'RPH'],
      ['rask hjelp', 'RPH'],
      ['FACT', 'FACT'],
      ['FACT-teamet', 'FACT'],
      ['factteam', 'FACT'],
      ['fleksibel aktiv oppsøkende behandling', 'FACT'],
      ['FACT ung', 'FACT ung'],
      ['FACT-ung', 'FACT ung'],
      ['factung', 'FACT ung'],
      ['FACT-team for ungdom', 'FACT ung'],
      ['ung-teamet', 'FACT ung'],
      ['ACT', 'ACT'],
      ['assertive community treatment', 'ACT'],
      ['psykisk helse', undefined],
      ['team', undefined],
    ];
    for (const [query, type] of types) it(`«${query}» asks for ${type ?? 'no type'}`, () => assert.equal(lookup.find(query).type, type));
  });

  it('municipalities count as they are on the day', () => {
    const teams: readonly LookupTeam[] = [
      { id: 'a', name: 'RPH A', type: 'RPH', status: 'drift', municipalities: ['1580'], districts: [], region: null, county: null },
    ];
    const ids = (query: string, day: string) =>
      createTeamLookup(gazetteer, teams, day)
        .find(query)
        .results.map(({ id }) => id);
    assert.deepEqual(ids('Ålesund', '2021-06-01'), ['a']);
    assert.deepEqual(ids('Ålesund', '2024-06-01'), []);
    assert.deepEqual(ids('Haram', '2018-06-01'), ['a']);
  });

  it('is quick with 2,000 teams', () => {
    const teams = [1, 2, 3, 4, 5].flatMap((n) => register.map((each) => ({ ...each, id: `${each.id}-${n}`, name: `${each.name} ${n}` })));
    const began = process.hrtime.bigint();
    const lookup = createTeamLookup(gazetteer, teams);
    const built = process.hrtime.bigint();
    for (const { query } of lookUps) lookup.find(query);
    const ms = (from: bigint, to: bigint) => Number(to - from) / 1e6;
    assert.ok(ms(began, built) < 1000, `built in ${ms(began, built)} ms`);
    assert.ok(ms(built, process.hrtime.bigint()) / lookUps.length < 5);
  });
});
