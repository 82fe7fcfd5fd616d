import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Contact, PUBLISHABLE, type Publishable, type Team } from '../../../src/features/contacts/model.ts';
import { visibleTo } from '../../../src/features/contacts/rules/publishing.ts';
import { DEPUTY, ENTRY, LEADER, NOW, teamOf, teams } from './entry.ts';

const TEAM = teamOf({ ...ENTRY, publish: [] }, { handOver: { to: { ...DEPUTY, name: 'Siv Aas' }, by: 'aad-kari', at: NOW } });
const published = (...publish: Publishable[]): Team => ({ ...TEAM, publish });
const hidden = { id: null, name: '', email: '', phone: '' };
const AUS = { role: 'AUS', count: 1, names: 'Per Moe' } as const;
const PSYCHOLOGISTS = { role: 'psykolog', count: 2, names: '' } as const;

describe('contacts: who sees what of a team', () => {
  it('a stranger sees what a team is and for whom, and nobody of it', () => {
    const { id, bank, name, type, specialty, status, statusSince, region, county, municipalities, cityDistricts } = TEAM;
    const { hostMunicipality, interMunicipal, lastConfirmedAt } = TEAM;
    assert.deepEqual(visibleTo(TEAM, 'stranger'), {
      ...{ id, bank, name, type, specialty, status, statusSince, region, county, municipalities, cityDistricts },
      ...{ hostMunicipality, interMunicipal, lastConfirmedAt, leader: null, deputy: null, sharedMailbox: '', website: '', healthTrust: '' },
      ...{ roles: [], kept: null },
    });
  });

  const shown: readonly (readonly [publish: Publishable, seen: Partial<ReturnType<typeof visibleTo>>])[] = [
    ['name', { leader: { ...hidden, name: 'Kari Lie' } }],
    ['email', { leader: { ...hidden, email: 'kari.lie@sandvik.example' } }],
    ['phone', { leader: { ...hidden, phone: '+47 22 33 44 55' } }],
    ['deputy', { deputy: { ...DEPUTY, id: null } }],
    ['sharedMailbox', { sharedMailbox: 'rph@sandvik.example' }],
    ['website', { website: 'https://sandvik.example/rph' }],
    ['roles', { roles: [AUS, PSYCHOLOGISTS] }],
  ];
  for (const [publish, seen] of shown) {
    it(`with ${publish} published, a stranger sees that besides and nothing else`, () =>
      assert.deepEqual(visibleTo(published(publish), 'stranger'), { ...visibleTo(TEAM, 'stranger'), ...seen }));
  }
  it('every field that can be published is in the table', () =>
    assert.deepEqual(
      shown.map(([publish]) => publish),
      [...PUBLISHABLE],
    ));

  it('a member sees how to reach a team, and how many there are in a role; names in roles only where they were published', () => {
    const seen = visibleTo(TEAM, 'member');
    assert.deepEqual([seen.leader, seen.deputy, seen.sharedMailbox, seen.website], [LEADER, DEPUTY, TEAM.sharedMailbox, TEAM.website]);
    assert.deepEqual(seen.roles, [{ ...AUS, names: '' }, PSYCHOLOGISTS]);
    assert.deepEqual(visibleTo(published('roles'), 'member').roles, [AUS, PSYCHOLOGISTS]);
    assert.equal(seen.kept, null);
  });
  it('the centre and the team itself see all that is kept', () => {
    for (const reader of ['centre', 'own'] as const) {
      const seen = visibleTo(TEAM, reader);
      assert.deepEqual(seen.roles, [AUS, PSYCHOLOGISTS]);
      assert.deepEqual(seen.kept?.handOver?.to.name, 'Siv Aas');
      assert.deepEqual([seen.kept?.cohort, seen.kept?.lastConfirmedBy], ['Kull 4', 'Kari Lie']);
    }
  });
  it('a leader of whom nothing is shown is none', () => {
    assert.equal(visibleTo({ ...published('phone'), leader: { ...LEADER, phone: '' } }, 'stranger').leader, null);
    assert.equal(visibleTo({ ...TEAM, leader: null }, 'centre').leader, null);
  });

  /** The team with everything changed that a stranger is not to see. */
  const masked = (team: Team, other: Team): Team => {
    const keeps = (field: Publishable) => team.publish.includes(field);
    const part = (of: 'name' | 'email' | 'phone') => (keeps(of) ? (team.leader?.[of] ?? '') : (other.leader?.[of] ?? ''));
    const leader: Contact = { id: other.leader?.id ?? null, name: part('name'), email: part('email'), phone: part('phone') };
    const { name, type, specialty, status, statusSince, region, county, municipalities, cityDistricts } = team;
    const { hostMunicipality, interMunicipal, lastConfirmedAt, publish, id, bank } = team;
    return {
      ...{ ...other, name, type, specialty, status, statusSince, region, county, municipalities, cityDistricts },
      ...{ hostMunicipality, interMunicipal, lastConfirmedAt, publish, id, bank, leader },
      deputy: keeps('deputy') ? team.deputy && { ...team.deputy, id: 'another' } : other.deputy,
      sharedMailbox: keeps('sharedMailbox') ? team.sharedMailbox : other.sharedMailbox,
      website: keeps('website') ? team.website : other.website,
      roles: keeps('roles') ? team.roles : other.roles,
    };
  };
  it('what was not published makes no difference to what a stranger sees', () =>
    fc.assert(
      fc.property(teams, teams, (team, other) => {
        assert.deepEqual(visibleTo(masked(team, other), 'stranger'), visibleTo(team, 'stranger'));
      }),
    ));
  it('nothing that is kept by a mark on it comes out to a stranger, nor names in roles to a member', () =>
    fc.assert(
      fc.property(teams, (team) => {
        const mark = (text: string) => `§${text}`;
        const contact = (of: Contact | null) => of && { id: mark('id'), name: mark(of.name), email: mark(of.email), phone: mark(of.phone) };
        const role = { count: 987_654, names: mark('names') };
        const marked: Team = {
          ...{
            ...team,
            publish: [],
            leader: contact(team.leader),
            deputy: contact(team.deputy),
            sharedMailbox: mark(''),
            website: mark(''),
          },
          ...{ healthTrust: mark(''), unknownPlaces: [mark('')], fidelityBy: mark(''), cohort: mark(''), lastConfirmedBy: mark('') },
          ...{ roles: { AUS: role, brukerspesialist: role, russpesialist: role, psykolog: role }, imported: mark(''), leaderId: mark('') },
          handOver: { to: { id: mark('id'), name: mark(''), email: mark(''), phone: '' }, by: mark(''), at: NOW },
        };
        assert.doesNotMatch(JSON.stringify(visibleTo(marked, 'stranger')), /§|987654/);
        assert.doesNotMatch(JSON.stringify(visibleTo(marked, 'member')), /§names/);
      }),
    ));
});
