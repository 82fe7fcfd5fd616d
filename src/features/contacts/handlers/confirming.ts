import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { forChange } from '../access.ts';
import { CONSENT } from '../model.ts';
import type { Registrar } from '../register.ts';
import { keepTeam } from '../store.ts';
import { drawTeam } from '../view.ts';
import { answered } from './answers.ts';
import { edit } from './editing.ts';

/** Says that what is registered is right. */
export async function confirm(registrar: Registrar, turn: Turn, data: { team: string; version?: number | undefined }): Promise<Reply> {
  const { team } = await forChange(turn, data.team);
  // Nobody confirms what they have not seen.
  if (data.version !== undefined && data.version !== team.version) {
    return { kind: 'show', card: await drawTeam(registrar, turn, { team, done: 'changedSince' }) };
  }
  const { id, name } = actorOf(turn);
  const after = { ...team, lastConfirmedAt: turn.now, lastConfirmedBy: name };
  keepTeam(turn, { before: team, after, what: 'confirmed', by: { by: id, name } });
  await answered(turn, { team: after, outcome: 'confirmed' });
  registrar.forget(turn.bank.id);
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: after, done: 'confirmed' }) };
}

/** Has read what is kept of them and what for; the form comes after it. */
export async function consent(registrar: Registrar, turn: Turn, data: { team?: string | undefined }): Promise<Reply> {
  const { id } = actorOf(turn);
  await registrar.ports.inHouse(async (house) => house.put(CONSENT, id, { person: id, at: turn.now }));
  return edit(registrar, turn, data);
}
