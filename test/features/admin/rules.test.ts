import assert from 'node:assert/strict';
import { bankSchema, type Grant, personSchema } from '../../../src/core/banks.ts';
import { may } from '../../../src/core/features.ts';
import { bound, unbound, withChosen, withHolders, withoutChoices, withRole, withRolesIn } from '../../../src/features/admin/rules.ts';

const grant = (role: Grant['role'], more: Partial<Grant> = {}): Grant => ({ bank: 'rph', role, region: null, fromFile: false, ...more });
const bank = bankSchema.parse({ id: 'rph', name: 'RPH', adviserChannel: '19:a', teamsTeams: [{ id: 't1', announceIn: '19:n' }] });

describe('admin rules', () => {
  it('who has a role can be chosen though they are in no room', () => {
    const present = [{ id: 'kari', name: 'Kari' }];
    const holders = [
      personSchema.parse({ id: 'kari', name: 'Kari' }),
      personSchema.parse({ id: 'ada', name: 'Ada' }),
      personSchema.parse({ id: 'x' }),
    ];
    assert.deepEqual(
      withHolders(present, holders).map(({ name }) => name),
      ['Ada', 'Kari', 'x'],
    );
  });

  it('a channel that was chosen is named though the room does not list it', () => {
    const channels = [{ id: '19:a', name: 'A' }];
    assert.deepEqual(withChosen(channels, { announceIn: '19:b', adviserChannel: '19:a', leaderChannel: '19:b', editorChannel: null }), [
      ...channels,
      { id: '19:b', name: '19:b' },
    ]);
  });

  it('gives a role once, and takes away that one alone', () => {
    const editor = { bank: 'rph', role: 'editor', region: null, give: true } as const;
    const once = withRole([grant('adviser')], editor);
    assert.deepEqual(withRole(once, editor), once);
    assert.deepEqual(withRole(once, { ...editor, give: false }), [grant('adviser')]);
    assert.deepEqual(withRole(once, { ...editor, region: 'vest', give: false }), once);
    assert.deepEqual(withRole(once, { ...editor, bank: 'other', give: false }), once);
  });

  it('a role of the file that is given in Teams as well is given in Teams', () =>
    assert.deepEqual(withRole([grant('editor', { fromFile: true })], { bank: 'rph', role: 'editor', region: null, give: true }), [
      grant('editor'),
    ]));

  it('binds a Teams team; what is not named stays', () => {
    const again = bound(bank, { teamsTeamId: 't1', leaderChannel: '19:l' });
    assert.deepEqual([again.teamsTeams, again.adviserChannel, again.leaderChannel], [bank.teamsTeams, '19:a', '19:l']);
    const second = bound(bank, { teamsTeamId: 't2', announceIn: '19:m' });
    assert.deepEqual(
      second.teamsTeams.map(({ id }) => id),
      ['t1', 't2'],
    );
    assert.deepEqual(unbound(second, 't2'), bank);
  });

  it('lists who has a role in a bank, by name', () => {
    const people = ['Åse', 'Anne', 'Øyvind'].map((name) => personSchema.parse({ id: name, name, roles: [grant('editor')] }));
    const other = personSchema.parse({ id: 'x', name: 'X', roles: [grant('editor', { bank: 'other' })] });
    assert.deepEqual(
      withRolesIn([...people, other], 'rph').map(({ name }) => name),
      ['Anne', 'Øyvind', 'Åse'],
    );
  });

  it('forgets what somebody chose, and keeps what others gave', () => {
    const chose = personSchema.parse({ id: 'p', name: 'P', locale: 'nn', bank: 'rph' });
    assert.equal(withoutChoices(chose), undefined);
    const left = withoutChoices({ ...chose, roles: [grant('editor')] });
    assert.deepEqual([left?.locale, left?.bank, left?.roles.length], [null, null, 1]);
  });

  it('who may', () => {
    const standing = (member: boolean, ...roles: Grant['role'][]) => ({ member, roles: new Set(roles) });
    assert.deepEqual([may('anyone', standing(false)), may('member', standing(false)), may('member', standing(true))], [true, false, true]);
    assert.deepEqual([may('member', standing(false, 'reviewer')), may(['editor'], standing(true))], [true, false]);
    assert.ok(may(['admin', 'editor'], standing(false, 'editor')));
  });
});
