import assert from 'node:assert/strict';
import { columnsOf, inputsOfRow, typeInName } from '../../../src/features/contacts/rules/columns.ts';
import { type Compared, duplicatesAmong } from '../../../src/features/contacts/rules/duplicates.ts';
import { decide, FILED_FIELDS, type Filed, firstRemembered } from '../../../src/features/contacts/rules/imports.ts';
import { DEPUTY, ENTRY, LEADER, NOW, TODAY, teamOf } from './entry.ts';

describe('columns of a list of teams', () => {
  const named: readonly (readonly [column: string, field: string | undefined])[] = [
    ...([
      ['Team', 'name'],
      ['NAVN', 'name'],
      ['Teamnamn', 'name'],
      ['Name of the team', 'name'],
      ['leaderName', 'leaderName'],
    ] as const),
    ...([
      ['Kommune(r)', 'municipalities'],
      ['Kommunar', 'municipalities'],
      ['Kommunenr.', 'municipalities'],
      ['Bydel(er)', 'cityDistricts'],
    ] as const),
    ...([
      ['Leiar', 'leaderName'],
      ['Teamleder', 'leaderName'],
      ['E-post leder', 'leaderEmail'],
      ['Leders e-post', 'leaderEmail'],
    ] as const),
    ...([
      ['E-post til leiaren', 'leaderEmail'],
      ['Epost', 'leaderEmail'],
      ['Tlf. leder', 'leaderPhone'],
      ['Mobil', 'leaderPhone'],
    ] as const),
    ...([
      ['Nestleder', 'deputyName'],
      ['E-post stedfortreder', 'deputyEmail'],
      ['Telefon nestleiar', 'deputyPhone'],
    ] as const),
    ...([
      ['Felles e-post', 'sharedMailbox'],
      ['Fellespostkasse', 'sharedMailbox'],
      ['Nettside', 'website'],
      ['Vertskommune', 'hostMunicipality'],
    ] as const),
    ...([
      ['Siden', 'statusSince'],
      ['Status siden (dato)', 'statusSince'],
      ['Fylke', 'county'],
      ['Interkommunal', 'interMunicipal'],
    ] as const),
    ...([
      ['AUS', 'aus'],
      ['Antall AUS', 'ausCount'],
      ['Russpesialist', 'russpesialist'],
      ['Psykologer', 'psykolog'],
      ['Kull', 'cohort'],
    ] as const),
    ...([
      ['Tilskuddsår', 'grantYear'],
      ['Fidelity', 'fidelityDate'],
      ['Publiser', 'publish'],
      ['Sist bekreftet', 'lastConfirmedAt'],
      ['id', 'id'],
    ] as const),
    ...([
      ['Farge', undefined],
      ['Merknad', undefined],
      ['x'.repeat(500), undefined],
    ] as const),
  ];
  for (const [column, field] of named)
    it(`«${column.slice(0, 30)}» is ${field ?? 'none'}`, () => assert.equal(columnsOf([column]).fields.get(column), field));

  const types: readonly (readonly [name: string, type: string | undefined])[] = [
    ...([
      ['RPH Sandvik', 'RPH'],
      ['RPH-teamet i Sandvik', 'RPH'],
      ['Sandvik FACT ung', 'FACT ung'],
      ['FACT rus Bergen', 'FACT rus'],
    ] as const),
    ...([
      ['Rask psykisk helsehjelp Lier', 'Rask psykisk helsehjelp'],
      ['ACT/FACT Nord', undefined],
      ['Teamet', undefined],
      ['Kontakt', undefined],
    ] as const),
  ];
  for (const [name, type] of types) it(`the type in «${name}» is ${type ?? 'none'}`, () => assert.equal(typeInName(name), type));

  it('reads roles as counts, yes and no, or names; numbers that lost their zero; and nothing where nothing is said', () => {
    const row = {
      cells: {
        Team: 'RPH Sandvik',
        Kommune: '301, 4614',
        AUS: 'Per Moe',
        Psykolog: '2',
        Brukerspesialist: 'nei',
        Russpesialist: 'ja',
        Leder: '–',
      },
    };
    const { inputs, id } = inputsOfRow(
      { cells: { ...row.cells, Siden: '2024-01-01 00:00' } },
      columnsOf([...Object.keys(row.cells), 'Siden']).fields,
    );
    assert.equal(id, '');
    assert.deepEqual(inputs, {
      ...{ name: 'RPH Sandvik', type: 'RPH', municipalities: '0301, 4614', leaderName: '', statusSince: '2024-01-01' },
      ...{
        ausCount: '',
        ausNames: 'Per Moe',
        psykologCount: '2',
        psykologNames: '',
        brukerspesialistCount: '0',
        brukerspesialistNames: '',
      },
      ...{ russpesialistCount: '1', russpesialistNames: '' },
    });
  });
});

describe('what a list makes of a record', () => {
  const filed = (entry: Partial<typeof ENTRY> = {}, fields: Filed['fields'] = FILED_FIELDS): Filed => ({
    ...{ id: 'rph-sandvik', entry: { ...ENTRY, ...entry }, lastConfirmedAt: null, fields },
  });
  const before = teamOf(ENTRY, { imported: firstRemembered(filed()) });
  const rules = { day: TODAY, isWhole: false, force: false };

  it('nothing, where the list is as it was, whatever people changed', () => {
    const { what, change, left, imported } = decide({ ...before, name: 'RPH Vik', website: '' }, filed(), rules);
    assert.deepEqual([what, change, left, imported], ['same', {}, [], before.imported]);
  });

  it('what changed in it, and nothing else', () => {
    const later = filed({ leader: { ...LEADER, phone: '+47 99 88 77 66' }, status: 'drift', statusSince: null });
    const { what, change, left } = decide({ ...before, website: 'https://other.example' }, later, rules);
    assert.equal(what, 'changed');
    assert.deepEqual(change, { leader: { ...LEADER, phone: '+47 99 88 77 66' }, status: 'drift', statusSince: TODAY });
    assert.deepEqual(left, []);
  });

  it('not what people changed as well, and the same is told again', () => {
    const touched = { ...before, sharedMailbox: 'ny@sandvik.example' };
    const later = filed({ sharedMailbox: 'fil@sandvik.example', cohort: 'Kull 5' });
    const { what, change, left, imported } = decide(touched, later, rules);
    assert.deepEqual([what, change, left], ['changed', { cohort: 'Kull 5' }, ['sharedMailbox']]);
    const again = decide({ ...touched, cohort: 'Kull 5', imported }, later, rules);
    assert.deepEqual([again.what, again.left], ['same', ['sharedMailbox']]);
  });

  it('no number of somebody who leads no more', () => {
    const touched = { ...before, leader: { ...DEPUTY, phone: '' } };
    const later = filed({ leader: { ...LEADER, phone: '+47 99 88 77 66' } });
    assert.deepEqual([decide(touched, later, rules).change, decide(touched, later, rules).left], [{}, ['leaderPhone']]);
  });

  it('a new column fills what is empty, and an empty one empties nothing', () => {
    const was = { ...before, imported: JSON.stringify({ name: ENTRY.name }), cohort: '' };
    const { change, left } = decide(was, filed({ cohort: 'Kull 4', healthTrust: '' }, ['name', 'cohort', 'healthTrust']), rules);
    assert.deepEqual([change, left], [{ cohort: 'Kull 4' }, []]);
  });

  it('as a whole: nothing where people changed something of what it says, unless forced', () => {
    const touched = { ...before, name: 'RPH Vik' };
    const later = filed({ cohort: 'Kull 5' });
    const { what, change, left, imported } = decide(touched, later, { ...rules, isWhole: true });
    assert.deepEqual([what, change, left, imported], ['same', {}, ['cohort'], before.imported]);
    assert.deepEqual(decide(touched, later, { ...rules, isWhole: true, force: true }).change, { name: ENTRY.name, cohort: 'Kull 5' });
  });

  it('a later confirmation counts, an earlier one doesn’t', () => {
    const at = (lastConfirmedAt: number) => decide(before, { ...filed(), lastConfirmedAt }, rules);
    assert.deepEqual([at(NOW + 1).what, at(NOW + 1).lastConfirmedAt], ['changed', NOW + 1]);
    assert.deepEqual([at(NOW - 1).what, at(NOW - 1).lastConfirmedAt], ['same', NOW]);
  });
});

describe('records that may be of one team', () => {
  const team = (id: string, name: string, more: Partial<Compared> = {}): Compared => ({
    ...{ id, name, type: 'RPH', specialty: '', municipalities: [], cityDistricts: [], ...more },
  });
  const pairs = (teams: readonly Compared[], asked = teams.map(({ id }) => id)) =>
    duplicatesAmong(teams, (id) => asked.includes(id)).map(({ one, other, why }) => [one.id, other.id, why]);

  const cases: readonly (readonly [string, readonly Compared[], readonly string[] | undefined])[] = [
    ['the same name put otherwise', [team('a', 'RPH Sandvik'), team('b', 'Sandvik kommune, RPH-team')], ['a', 'b', 'sameName']],
    ['a letter too many', [team('a', 'RPH Sandvik'), team('b', 'RPH Sandviik')], ['a', 'b', 'nearName']],
    ['another letter', [team('a', 'RPH Sandvik'), team('b', 'RPH Sandvig')], ['a', 'b', 'nearName']],
    ['another type', [team('a', 'RPH Sandvik'), team('b', 'ACT Sandvik', { type: 'ACT' })], undefined],
    ['another number', [team('a', 'RPH Bydelen 11'), team('b', 'RPH Bydelen 12')], undefined],
    [
      'names that are near, of places that are not',
      [team('a', 'RPH Sogndal', { municipalities: ['4640'] }), team('b', 'RPH Sokndal', { municipalities: ['1111'] })],
      undefined,
    ],
    [
      'the same places',
      [team('a', 'RPH Nord', { municipalities: ['1', '2'] }), team('b', 'RPH Sør', { municipalities: ['2', '1'] })],
      ['a', 'b', 'samePlaces'],
    ],
    ['names that say nothing', [team('a', 'RPH'), team('b', 'RPH-teamet')], undefined],
  ];
  for (const [what, teams, pair] of cases) it(what, () => assert.deepEqual(pairs(teams), pair ? [pair] : []));

  it('only where one of them is asked about, and many alike beside the first', () => {
    const alike = ['a', 'b', 'c', 'd'].map((id) => team(id, 'RPH Sandvik'));
    assert.deepEqual(pairs(alike, []), []);
    assert.deepEqual(pairs(alike).length, 3);
  });
});
