import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry } from '../../../src/features/contacts/model.ts';
import { changesBetween, inputsOf, needsApproval } from '../../../src/features/contacts/rules/form.ts';
import { DEPUTY, ENTRY, entries, LEADER, nameOf, teamOf, teams } from './entry.ts';

const AT_ONCE: readonly Partial<Entry>[] = [
  { sharedMailbox: 'ny@sandvik.example' },
  { website: '' },
  { healthTrust: 'Helse Bergen' },
  { publish: [] },
  { roles: { ...ENTRY.roles, AUS: { count: 2, names: '' } } },
  { fidelityDate: '2026-01-15', fidelityBy: 'NKROP' },
  { cohort: 'Kull 5', grantYear: 2025 },
  { leader: { ...LEADER, email: 'ny@sandvik.example', phone: '' } },
  { deputy: { ...DEPUTY, phone: '+47 90 01 12 22' } },
];
const LATER: readonly Partial<Entry>[] = [
  { name: 'RPH Stord' },
  { type: 'FACT' },
  { specialty: 'rus' },
  { status: 'drift', statusSince: '2026-03-02' },
  { statusSince: null },
  { municipalities: ['4614'] },
  { cityDistricts: ['oslo-sagene'] },
  { unknownPlaces: ['Bømblo'] },
  { hostMunicipality: '' },
  { interMunicipal: false },
  { region: null, county: '' },
  { leader: null },
  { leader: { ...LEADER, name: 'Siv Aas' } },
  { leader: { ...LEADER, id: 'aad-siv' } },
  { leader: { id: null, name: 'Siv Aas', email: 'siv@sandvik.example', phone: '' } },
  { deputy: null },
  { deputy: { ...DEPUTY, name: 'Siv Aas' } },
];

describe('contacts: what the centre decides on', () => {
  for (const change of AT_ONCE) {
    it(`at once: ${JSON.stringify(change).slice(0, 80)}`, () =>
      assert.deepEqual(needsApproval(ENTRY, { ...ENTRY, ...change }, 'leader'), { now: change, later: {} }));
  }
  for (const change of LATER) {
    it(`later: ${JSON.stringify(change).slice(0, 80)}`, () => {
      for (const by of ['leader', 'deputy'] as const) {
        assert.deepEqual(needsApproval(ENTRY, { ...ENTRY, ...change }, by), { now: {}, later: change });
      }
      assert.deepEqual(needsApproval(ENTRY, { ...ENTRY, ...change }, 'centre'), { now: change, later: {} });
    });
  }
  it('somebody where there was nobody', () => {
    const before = { ...ENTRY, leader: null };
    assert.deepEqual(needsApproval(before, ENTRY, 'deputy'), { now: {}, later: { leader: LEADER } });
  });
  it('what was not changed is in neither, and nothing of a team but its entry', () => {
    assert.deepEqual(needsApproval(ENTRY, structuredClone(ENTRY), 'leader'), { now: {}, later: {} });
    assert.deepEqual(needsApproval(teamOf(ENTRY), teamOf(ENTRY, { version: 7, lastConfirmedAt: null }), 'leader'), { now: {}, later: {} });
  });
  it('a leader or deputy never changes at once what a team is, how far it has come, whom it is for or who leads it', () =>
    fc.assert(
      fc.property(entries, entries, fc.constantFrom('leader', 'deputy'), (before, after, by) => {
        const { now, later } = needsApproval(before, after, by);
        const held = (entry: Entry) => {
          const { name, type, specialty, status, statusSince, municipalities, cityDistricts, unknownPlaces, region, county } = entry;
          const { hostMunicipality, interMunicipal, leader, deputy } = entry;
          return [
            ...[name, type, specialty, status, statusSince, municipalities, cityDistricts, unknownPlaces, region, county],
            ...[hostMunicipality, interMunicipal, leader?.id, leader?.name, deputy?.id, deputy?.name],
          ];
        };
        assert.deepEqual(held({ ...before, ...now }), held(before));
        assert.deepEqual({ ...before, ...now, ...later }, after);
        assert.deepEqual(
          Object.keys(now).filter((field) => field in later),
          [],
        );
      }),
    ));
});

describe('contacts: what was changed, in words', () => {
  it('by the inputs’ names, places by theirs', () => {
    const after: Entry = {
      ...{ ...ENTRY, status: 'drift', municipalities: ['4614'], unknownPlaces: ['Bømblo'], deputy: null, publish: [] },
      ...{ leader: { ...LEADER, phone: '' }, interMunicipal: false },
    };
    assert.deepEqual(changesBetween(ENTRY, after, nameOf), [
      { field: 'status', from: 'etablering', to: 'drift' },
      { field: 'municipalities', from: 'Stord, Bømlo', to: 'Stord' },
      { field: 'interMunicipal', from: 'true', to: 'false' },
      { field: 'leaderPhone', from: '+47 22 33 44 55', to: '' },
      { field: 'deputyName', from: 'Ola Vik', to: '' },
      { field: 'deputyEmail', from: 'ola.vik@sandvik.example', to: '' },
      { field: 'publish', from: 'name,email', to: '' },
      { field: 'unknownPlaces', from: '', to: 'Bømblo' },
    ]);
  });
  it('of parts of records: what is left out has not changed, or was not known', () => {
    assert.deepEqual(changesBetween({ name: 'A', cohort: '1' }, { name: 'B' }, nameOf), [{ field: 'name', from: 'A', to: 'B' }]);
    assert.deepEqual(changesBetween({}, { type: 'FACT', cohort: undefined }, nameOf), [{ field: 'type', from: '', to: 'FACT' }]);
  });
  it('nothing when nothing was; each change that a form shows otherwise, once', () =>
    fc.assert(
      fc.property(teams, entries, (before, after) => {
        assert.deepEqual(changesBetween(before, before, nameOf), []);
        const changes = changesBetween(before, after, nameOf).filter(({ field }) => field !== 'unknownPlaces');
        const [from, to] = [inputsOf(before, nameOf), inputsOf(after, nameOf)];
        assert.deepEqual({ ...from, ...Object.fromEntries(changes.map(({ field, to: value }) => [field, value])) }, to);
        assert.equal(new Set(changes.map(({ field }) => field)).size, changes.length);
      }),
    ));
});
