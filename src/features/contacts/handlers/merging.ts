import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { checkCentre, named } from '../access.ts';
import { mergeCard } from '../cards/index.ts';
import type { Entry, Team } from '../model.ts';
import { placeNames, type Registrar } from '../register.ts';
import { keepTeam, teamNamed, withEntry } from '../store.ts';
import { drawTeam } from '../view.ts';

/** Candidates offered: those that share a place or a leader. */
const MOST_OFFERED = 10;

/** Puts two records of one team together: what the kept one does not know it takes from the other, which is put away. */
export async function merge(registrar: Registrar, turn: Turn, data: { team: string; into?: string | undefined }): Promise<Reply> {
  checkCentre(turn);
  const team = await named(turn, data.team);
  if (data.into === undefined) return form(registrar, turn, { team, fault: null });
  if (data.into === team.id) return form(registrar, turn, { team, fault: 'same' });
  const into = await teamNamed(turn.tx, data.into);
  if (!into || into.removed) return form(registrar, turn, { team, fault: 'unknown' });
  const { id, name } = actorOf(turn);
  const by = { by: id, name };
  const merged = withEntry(into, missingFrom(into, team), turn.now);
  keepTeam(turn, { before: into, after: merged, what: 'merged', by });
  keepTeam(turn, { before: team, after: { ...team, removed: true, mergedInto: into.id, changedAt: turn.now }, what: 'merged', by });
  registrar.forget(turn.bank.id);
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: merged, done: 'merged' }) };
}

/** What one record knows and the other does not; places are put together. */
function missingFrom(into: Team, from: Team): Partial<Entry> {
  const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  return {
    municipalities: union(into.municipalities, from.municipalities),
    cityDistricts: union(into.cityDistricts, from.cityDistricts),
    leader: into.leader ?? from.leader,
    deputy: into.deputy ?? from.deputy,
    status: into.status ?? from.status,
    statusSince: into.statusSince ?? from.statusSince,
    sharedMailbox: into.sharedMailbox || from.sharedMailbox,
    website: into.website || from.website,
    healthTrust: into.healthTrust || from.healthTrust,
    hostMunicipality: into.hostMunicipality || from.hostMunicipality,
  };
}

async function form(registrar: Registrar, turn: Turn, of: { team: Team; fault: 'same' | 'unknown' | null }): Promise<Reply> {
  const { team, fault } = of;
  const { teams } = await registrar.shelf(turn.bank.id, turn.tx);
  const isNear = (other: Team) =>
    other.id !== team.id &&
    (other.municipalities.some((number) => team.municipalities.includes(number)) || other.name.toLowerCase() === team.name.toLowerCase());
  const near = [...teams.values()].filter(isNear).slice(0, MOST_OFFERED);
  const candidates = near.map((other) => ({ team: other.id, name: other.name, places: placeNames(registrar, other, turn.now).join(', ') }));
  return { kind: 'form', card: mergeCard.ref({ bank: turn.bank.id, team: team.id, name: team.name, candidates, fault }) };
}
