import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Contact, type Entry, entrySchema, LONGEST_LINE, PUBLISHABLE, STATUSES } from '../../../src/features/contacts/model.ts';
import { ENTRY_INPUTS, type EntryInput, type EntryInputs, inputsOf, readEntry } from '../../../src/features/contacts/rules/form.ts';
import { ENTRY, entries, LEADER, NOW, nameOf, resolve, TODAY } from './entry.ts';

const HUGE = 'æ '.repeat(100_000);
const read = (inputs: EntryInputs, before: Entry | undefined = ENTRY) =>
  readEntry(inputs, { now: NOW, day: TODAY, resolve, before, nameOf });
const created = (inputs: EntryInputs) => readEntry(inputs, { now: NOW, day: TODAY, resolve, before: undefined });
/** What the form makes of the record; all that is wrong where there is none. */
function entryOf(inputs: EntryInputs, before: Entry | undefined = ENTRY): Entry {
  const { entry, faults } = read(inputs, before);
  assert.ok(entry, JSON.stringify(faults).slice(0, 500));
  return entrySchema.strict().parse(entry);
}
const wrong = (inputs: EntryInputs) => {
  const { entry, faults } = read(inputs);
  assert.equal(entry === undefined, faults.length > 0);
  return faults.map(({ input, code }) => `${input} ${code}`);
};
const leader = (change: Partial<Contact>): Partial<Entry> => ({ leader: { ...LEADER, ...change } });

describe('contacts: a form as a record', () => {
  const kept: readonly (readonly [inputs: EntryInputs, change: Partial<Entry>])[] = [
    [{}, {}],
    [{ name: '  RPH \u202eSand\u0000vik\n og Stord ' }, { name: 'RPH Sandvik og Stord' }],
    [{ name: '=HYPERLINK("https://x.example","Klikk")' }, { name: '=HYPERLINK("https://x.example","Klikk")' }],
    [{ name: 'æ'.repeat(LONGEST_LINE) }, { name: 'æ'.repeat(LONGEST_LINE) }],
    [{ type: 'fact UNG-team' }, { type: 'FACT ung' }],
    [{ type: 'Rask psykisk helsehjelp' }, { type: 'RPH' }],
    [{ type: 'FACT rus' }, { type: 'FACT', specialty: 'rus' }],
    [
      { type: 'FACT rus', specialty: 'eldre' },
      { type: 'FACT', specialty: 'eldre' },
    ],
    [{ status: 'I drift' }, { status: 'drift', statusSince: TODAY }],
    [
      { status: 'drift', statusSince: '2025-01-01' },
      { status: 'drift', statusSince: TODAY },
    ],
    [
      { status: 'drift', statusSince: '1.6.2025' },
      { status: 'drift', statusSince: '2025-06-01' },
    ],
    [{ status: 'ikkje heilt etter modellkrava' }, { status: 'ikke-etter-modell', statusSince: TODAY }],
    [{ status: '' }, { status: null, statusSince: null }],
    [{ statusSince: '' }, { statusSince: null }],
    [{ municipalities: 'Stord' }, { municipalities: ['4614'] }],
    [{ municipalities: '4613; stord' }, { municipalities: ['4614', '4613'] }],
    [{ municipalities: 'Stord, Bømlo, Oslo' }, { municipalities: ['4614', '4613', '0301'] }],
    [{ municipalities: 'Stord og Bømlo og Oslo' }, { municipalities: ['4614', '4613', '0301'] }],
    [{ municipalities: 'Tysfjord' }, { municipalities: ['1806', '1875'] }],
    [{ municipalities: 'Finnøy' }, { municipalities: ['1103'] }],
    [{ cityDistricts: 'Finnøy' }, { cityDistricts: ['stavanger-finnoy'] }],
    [{ municipalities: 'Stord, Sagene' }, { municipalities: ['4614'], cityDistricts: ['oslo-sagene'] }],
    [
      { municipalities: '', cityDistricts: 'Sagene, Gamle Oslo,' },
      { municipalities: [], cityDistricts: ['oslo-sagene', 'oslo-gamle-oslo'] },
    ],
    [{ hostMunicipality: 'bømlo' }, { hostMunicipality: '4613' }],
    [{ hostMunicipality: '' }, { hostMunicipality: '' }],
    [
      { hostMunicipality: 'Tysfjord', municipalities: 'Narvik, Stord' },
      { hostMunicipality: '1806', municipalities: ['1806', '4614'] },
    ],
    [{ interMunicipal: 'Nei' }, { interMunicipal: false }],
    [{ interMunicipal: '' }, { interMunicipal: false }],
    [{ region: 'Sørlandet' }, { region: 'sør' }],
    [{ region: 'aust' }, { region: 'øst' }],
    [{ region: '' }, { region: null }],
    [{ leaderPhone: '90011222' }, leader({ phone: '+47 90 01 12 22' })],
    [{ leaderPhone: '0046 8 123 456 78' }, leader({ phone: '0046 8 123 456 78' })],
    [{ leaderEmail: 'kari@ny.example' }, leader({ email: 'kari@ny.example' })],
    [{ leaderName: 'KARI LIE' }, leader({ name: 'KARI LIE' })],
    [{ leaderName: 'Kari Lie Moen' }, leader({ name: 'Kari Lie Moen' })],
    [
      { leaderName: 'Kari Lie Moen', leaderEmail: 'kari@ny.example' },
      leader({ id: null, name: 'Kari Lie Moen', email: 'kari@ny.example' }),
    ],
    [{ leaderName: 'Siv Aas' }, leader({ id: null, name: 'Siv Aas' })],
    [{ leaderName: '', leaderEmail: '', leaderPhone: ' ' }, { leader: null }],
    [{ deputyName: '', deputyEmail: '' }, { deputy: null }],
    [{ website: 'sandvik.example' }, { website: 'https://sandvik.example' }],
    [{ ausCount: '0', ausNames: '' }, { roles: { ...ENTRY.roles, AUS: { count: 0, names: '' } } }],
    [{ psykologCount: '' }, { roles: { ...ENTRY.roles, psykolog: { count: null, names: '' } } }],
    [
      { fidelityDate: '2. mars 2026', grantYear: '2026' },
      { fidelityDate: TODAY, grantYear: 2026 },
    ],
    [{ publish: 'email,name' }, {}],
    [{ publish: 'e-post; Telefon, roller' }, { publish: ['email', 'phone', 'roles'] }],
    [{ publish: 'alle' }, { publish: [...PUBLISHABLE] }],
    [{ publish: '' }, { publish: [] }],
    [{ publish: 'ingen' }, { publish: [] }],
  ];
  for (const [inputs, change] of kept) {
    it(JSON.stringify(inputs).slice(0, 90), () => assert.deepEqual(entryOf(inputs), { ...ENTRY, ...change }));
  }

  const refused: readonly (readonly [inputs: EntryInputs, ...wrong: string[]])[] = [
    [{ name: '' }, 'name missing'],
    [{ name: '\u200b \u0000\u2066' }, 'name missing'],
    [{ type: '' }, 'type missing'],
    [{ type: 'legevakt' }, 'type unknownType'],
    [{ status: 'kanskje', region: 'utlandet' }, 'status unknownStatus', 'region unknownRegion'],
    [{ statusSince: '2026-03-03', fidelityDate: '2099-01-01' }, 'statusSince future', 'fidelityDate future'],
    [{ statusSince: '2025-02-29' }, 'statusSince noDate'],
    [{ municipalities: 'Atlantis' }, 'municipalities unknownPlace'],
    [{ municipalities: 'Stord, Bømblo, Atlantis' }, 'municipalities unknownPlace', 'municipalities unknownPlace'],
    [{ municipalities: 'Stord og Atlantis', cityDistricts: '9999' }, 'municipalities unknownPlace', 'cityDistricts unknownPlace'],
    [{ municipalities: '=HYPERLINK("x")' }, 'municipalities unknownPlace'],
    [{ hostMunicipality: 'Atlantis' }, 'hostMunicipality unknownPlace'],
    [{ hostMunicipality: 'Stord, Bømlo, Oslo', municipalities: 'Stord, Bømlo' }, 'hostMunicipality severalPlaces'],
    [{ hostMunicipality: 'Sagene' }, 'hostMunicipality severalPlaces'],
    [{ interMunicipal: 'kanskje' }, 'interMunicipal yesOrNo'],
    [{ leaderEmail: `${'a'.repeat(64)}@${'b.'.repeat(117)}no` }, 'leaderEmail tooLongText'],
    [{ leaderEmail: `${'a'.repeat(288)}@sandvik.no` }, 'leaderEmail tooLongText'],
    [
      { leaderEmail: 'kari', deputyEmail: 'ola@', sharedMailbox: 'a b@c.no' },
      'sharedMailbox email',
      'leaderEmail email',
      'deputyEmail email',
    ],
    [{ leaderEmail: 'kari_sandvik.example#EXT#@centre.onmicrosoft.com' }, 'leaderEmail guestEmail'],
    [{ leaderPhone: '+47', deputyPhone: 'ring meg' }, 'leaderPhone phone', 'deputyPhone phone'],
    [{ website: 'javascript:alert(1)' }, 'website link'],
    [{ ausCount: '-1', psykologCount: '1,5', grantYear: '24' }, 'ausCount number', 'psykologCount number', 'grantYear number'],
    [{ publish: 'name, personnummer' }, 'publish unknownPublish'],
    [{ leaderName: 'æ'.repeat(LONGEST_LINE + 1) }, 'leaderName tooLongText'],
  ];
  for (const [inputs, ...faults] of refused) it(JSON.stringify(inputs).slice(0, 90), () => assert.deepEqual(wrong(inputs), faults));

  it('200,000 characters in every input: told, quickly, for each', () => {
    for (const text of [HUGE, 'Atlantis, '.repeat(20_000), '1'.repeat(200_000), 'a/'.repeat(100_000), ' og '.repeat(50_000)]) {
      const begun = performance.now();
      const faults = wrong(Object.fromEntries(ENTRY_INPUTS.map((input) => [input, text])));
      assert.equal(new Set(faults.map((fault) => fault.split(' ')[0])).size, ENTRY_INPUTS.length, text.slice(0, 20));
      assert.ok(performance.now() - begun < 2_000);
    }
  });
  it('many places that nobody knows are told of once each, the first ones', () => {
    let asked = 0;
    const counting = (text: string) => {
      asked++;
      return resolve(text);
    };
    const municipalities = Array.from({ length: 600 }, (_, n) => `x${n}`).join('/ ');
    const { faults } = readEntry({ municipalities }, { now: NOW, day: TODAY, resolve: counting, before: ENTRY });
    assert.equal(faults.length, 5);
    assert.ok(asked < 20, String(asked));
  });
  it('suggests what may have been meant, three names at most', () => {
    const { faults } = read({ municipalities: 'Stord, Herøya' });
    assert.deepEqual(faults, [
      ...[
        {
          input: 'municipalities',
          code: 'unknownPlace',
          params: { given: 'Herøya', suggestions: 'Herøy i Nordland, Herøy i Møre og Romsdal' },
        },
      ],
    ]);
    assert.deepEqual(read({ municipalities: 'Atlantis' }).faults[0]?.params, { given: 'Atlantis' });
  });
  it('names what was typed, clipped and without what turns it around', () => {
    const [fault] = read({ leaderPhone: `\u202e${'ring '.repeat(100)}` }).faults;
    assert.match(fault?.params.given ?? '', /^(?:ring )+ring…$/);
  });
});

describe('contacts: a new record', () => {
  it('needs a name and a type, and has nothing that was not given', () => {
    assert.deepEqual(
      created({}).faults.map(({ input, code }) => `${input} ${code}`),
      ['name missing', 'type missing'],
    );
    const { entry } = created({ name: 'FACT Fjord', type: 'FACT' });
    assert.deepEqual(entrySchema.strict().parse(entry), {
      ...{ ...ENTRY, name: 'FACT Fjord', type: 'FACT', status: null, statusSince: null, region: null, county: '', municipalities: [] },
      ...{ hostMunicipality: '', interMunicipal: false, healthTrust: '', sharedMailbox: '', website: '', leader: null, deputy: null },
      ...{
        cohort: '',
        grantYear: null,
        publish: [],
        roles: { ...ENTRY.roles, AUS: ENTRY.roles.russpesialist, psykolog: ENTRY.roles.russpesialist },
      },
    });
  });
  it('of several municipalities is inter-municipal unless it says otherwise', () => {
    const of = { name: 'FACT Fjord', type: 'FACT', municipalities: 'Stord, Bømlo' };
    assert.equal(created(of).entry?.interMunicipal, true);
    assert.equal(created({ ...of, interMunicipal: 'nei' }).entry?.interMunicipal, false);
  });
  it('nobody knows since when a status holds that comes without a date', () =>
    assert.equal(created({ name: 'FACT Fjord', type: 'FACT', status: 'drift' }).entry?.statusSince, null));
  it('takes a leader without an account', () =>
    assert.deepEqual(created({ name: 'FACT Fjord', type: 'FACT', leaderName: 'Kari Lie' }).entry?.leader, {
      ...{ id: null, name: 'Kari Lie', email: '', phone: '' },
    }));
});

describe('contacts: what stands on a form', () => {
  it('means what it meant: one of two places of a name, and places that are no more', () => {
    const before: Entry = { ...ENTRY, municipalities: ['1515', '9999'], hostMunicipality: '1818' };
    assert.deepEqual(entryOf({ ...inputsOf(before, nameOf), cohort: '' }, before), { ...before, cohort: '' });
    assert.deepEqual(entryOf({ municipalities: 'Herøy, Stord' }, before).municipalities, ['1515', '4614']);
  });
  it('places that nobody knows stay until the places are changed', () => {
    const before: Entry = { ...ENTRY, unknownPlaces: ['Bømblo'] };
    assert.deepEqual(entryOf({ ...inputsOf(before, nameOf), cohort: 'Kull 5' }, before).unknownPlaces, ['Bømblo']);
    assert.deepEqual(entryOf({ municipalities: 'Bømlo, Stord' }, before).unknownPlaces, ['Bømblo']);
    assert.deepEqual(entryOf({ municipalities: 'Bømlo' }, before).unknownPlaces, []);
  });
  it('that breaks the rules since it was brought in is no fault of who changes something else', () => {
    const before: Entry = { ...ENTRY, sharedMailbox: 'ikke en adresse', leader: { ...LEADER, phone: 'internt 123' } };
    assert.deepEqual(entryOf({ ...inputsOf(before, nameOf), cohort: '' }, before), { ...before, cohort: '' });
  });
  it('makes the same record again', () =>
    fc.assert(
      fc.property(entries, (entry) => {
        assert.deepEqual(entryOf(inputsOf(entry, nameOf), entry), entry);
      }),
    ));
  it('makes the same record from nothing, but for accounts and places that are unclear', () =>
    fc.assert(
      fc.property(entries, (entry) => {
        const unlinked = (contact: Contact | null) => contact && { ...contact, id: null };
        const { entry: again } = created(inputsOf(entry, (_, id) => id));
        const [leader, deputy] = [unlinked(entry.leader), unlinked(entry.deputy)];
        assert.deepEqual(again, { ...entry, unknownPlaces: [], leader, deputy });
      }),
    ));
  it('and what is typed never gives a record that is none, nor an account to somebody new', () =>
    fc.assert(
      fc.property(
        entries,
        fc.dictionary(
          fc.constantFrom(...ENTRY_INPUTS),
          fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', 'Stord', ...STATUSES)),
        ),
        (before, inputs) => {
          const { entry, faults } = read(inputs, before);
          assert.equal(entry === undefined, faults.length > 0);
          if (!entry) return;
          entrySchema.strict().parse(entry);
          for (const who of ['leader', 'deputy'] as const) if (entry[who]?.id) assert.equal(entry[who].id, before[who]?.id);
          const typed = (input: EntryInput) => inputs[input] !== undefined;
          if (!typed('name')) assert.equal(entry.name, before.name);
          if (!typed('publish')) assert.deepEqual(entry.publish, before.publish);
        },
      ),
    ));
});
