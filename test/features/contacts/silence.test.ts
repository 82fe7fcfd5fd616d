import assert from 'node:assert/strict';
import type { Team } from '../../../src/features/contacts/model.ts';
import { type Heard, silentSince, silentTeams } from '../../../src/features/contacts/rules/silence.ts';
import { ENTRY, NOW, teamOf } from './entry.ts';

const DAY = 86_400_000;
const SINCE = silentSince(NOW, 6);
const EARLIER = SINCE - DAY;
const LATER = SINCE + DAY;

describe('silent teams', () => {
  const regionOf = ({ region }: Team) => region;
  const heard = (of: Partial<Heard>): Heard => ({ person: '', team: '', at: LATER, what: 'inquiry', ...of });
  const team = (more: Partial<Team> = {}) => teamOf(ENTRY, { lastConfirmedAt: null, ...more });
  const silent = (teams: readonly Team[], signs: readonly Heard[] = []) => silentTeams(teams, signs, { since: SINCE, regionOf });

  it('counts months back on the calendar', () => assert.equal(SINCE, Date.parse('2025-09-02T09:00:00+02:00')));

  const loud: readonly (readonly [string, Partial<Team>, readonly Heard[]])[] = [
    ['a confirmation', { lastConfirmedAt: LATER }, []],
    ['a change of the record', {}, [heard({ team: 'rph-sandvik', what: 'changed' })]],
    ['a question of the leader', {}, [heard({ person: 'aad-kari' })]],
    ['an event that the deputy is interested in', {}, [heard({ person: 'aad-ola', what: 'event' })]],
    ['a question in the team’s name', {}, [heard({ team: ' rph  SANDVIK' })]],
    ['having closed down', { status: 'nedlagt' }, []],
    ['being put away', { removed: true }, []],
  ];
  for (const [what, more, signs] of loud) it(`is none after ${what}`, () => assert.deepEqual(silent([team(more)], signs), []));

  it('is who was never heard of, or too long ago, with the last that was', () => {
    const signs = [
      heard({ person: 'aad-kari', at: EARLIER - DAY }),
      heard({ team: 'rph-sandvik', at: EARLIER, what: 'changed' }),
      heard({ person: 'other' }),
    ];
    assert.deepEqual(silent([team()], signs)[0]?.last, { at: EARLIER, what: 'changed' });
    assert.equal(silent([team()])[0]?.last, null);
    const unlinked = team({ leaderId: '', deputyId: '' });
    assert.equal(silent([unlinked], [heard({ person: '' })]).length, 1, 'nobody is no person');
  });

  it('stands by region and name, whoever was silent for longest', () => {
    const teams = [
      team({ name: 'B', region: null }),
      team({ name: 'B', region: 'vest' }),
      team({ name: 'A', region: 'vest', lastConfirmedAt: EARLIER }),
      team({ name: 'C', region: 'nord' }),
    ];
    assert.deepEqual(
      silent(teams).map(({ team: { name }, region }) => [region, name]),
      [
        ['nord', 'C'],
        ['vest', 'A'],
        ['vest', 'B'],
        [null, 'B'],
      ],
    );
  });
});
