import type { Context } from '../../../core/features.ts';
import type { Team } from '../model.ts';
import { keepAskCard, keepProgress } from '../postings.ts';
import { roundOn } from '../schedule.ts';
import { askOf, putAsk, runningCheck } from '../store.ts';

/** The round that is running has its answer about a team: its cards show it, and the next of the person's teams is asked about. */
export async function answered(
  desk: Pick<Context, 'bank' | 'now' | 'tx'>,
  { team, outcome }: { team: Pick<Team, 'id'>; outcome: 'confirmed' | 'changed' },
): Promise<void> {
  const check = await runningCheck(desk.tx);
  const ask = check && (await askOf(desk.tx, check.id, team.id));
  if (!check || !ask || ask.outcome === 'confirmed' || ask.outcome === 'changed') return;
  putAsk(desk.tx, { ...ask, outcome, at: desk.now });
  if (ask.person !== '') await keepAskCard(desk, { check: check.id, team: team.id, person: ask.person, name: '' });
  await keepProgress(desk, check.id);
  roundOn(desk, check.id, desk.now);
}
