import type { Role } from '../../core/banks.ts';
import type { Turn } from '../../core/features.ts';
import { actorOf } from '../../core/incoming.ts';
import type { Team } from './model.ts';
import type { ContactPorts } from './ports.ts';
import { teamNamed } from './store.ts';
import { refused } from './texts.ts';

/** Who sees to the register: everybody with a role. */
const CENTRE: readonly Role[] = ['editor', 'adviser', 'coordinator'];

/** As what somebody looks at a team: of the centre, of the team itself, a member of the bank, or a stranger to it. */
export type ReaderOf = 'centre' | 'own' | 'member' | 'stranger';

export const isCentre = (roles: ReadonlySet<Role>): boolean => CENTRE.some((role) => roles.has(role));

/** Leader or deputy of a team. */
export function partIn({ leaderId, deputyId }: Pick<Team, 'leaderId' | 'deputyId'>, person: string): 'leader' | 'deputy' | undefined {
  if (leaderId !== '' && leaderId === person) return 'leader';
  return deputyId !== '' && deputyId === person ? 'deputy' : undefined;
}

export async function readerOf(ports: ContactPorts, turn: Turn, team: Team): Promise<ReaderOf> {
  if (isCentre(turn.roles)) return 'centre';
  if (partIn(team, actorOf(turn).id) !== undefined) return 'own';
  const { member, roles } = await ports.standsIn(turn.incoming, turn.bank.id);
  return member || roles.size > 0 ? 'member' : 'stranger';
}

/** The team that an action names, as it is. */
export async function named(turn: Turn, id: string): Promise<Team> {
  const team = await teamNamed(turn.tx, id);
  if (team && !team.removed) return team;
  turn.note({ refused: 'no-such-team' });
  throw refused('notFound');
}

/** The team for somebody who may change it: of the centre, its leader or its deputy. */
export async function forChange(turn: Turn, id: string): Promise<{ readonly team: Team; readonly as: 'centre' | 'leader' | 'deputy' }> {
  const team = await named(turn, id);
  const as = isCentre(turn.roles) ? 'centre' : partIn(team, actorOf(turn).id);
  if (as === undefined) throw refused('notYours', { name: team.name });
  return { team, as };
}

/** UserError when the one who acts is not of the centre. */
export function checkCentre({ roles }: Turn): void {
  if (!isCentre(roles)) throw refused('onlyCentre');
}
