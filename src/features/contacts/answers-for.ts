import type { PHASES } from '../../core/banks.ts';
import { realNow } from '../../core/clock.ts';
import { partIn } from './access.ts';
import type { Region, Status } from './model.ts';
import type { Registrar } from './register.ts';
import { regionOf } from './view.ts';

type Phase = (typeof PHASES)[number];

/** How far a team's status says that it has come; a team that was closed down is in none. */
const PHASE_OF: Readonly<Record<Status, Phase | null>> = {
  ...({ planlegger: 'planlegging', søkt: 'planlegging', forprosjekt: 'forprosjekt', etablering: 'etablering' } as const),
  ...({ drift: 'drift', 'ikke-etter-modell': 'drift', nedlagt: null } as const),
};

/** The team that somebody answers for, with its region and phase; the first of several. Undefined for who answers for none. */
export async function answersFor(
  registrar: Registrar,
  bank: string,
  person: string,
): Promise<{ readonly team: string; readonly region: Region | null; readonly phase: Phase | null } | undefined> {
  const { teams } = await registrar.shelf(bank, registrar.ports.reader(bank));
  const team = [...teams.values()].find((each) => partIn(each, person) !== undefined);
  if (!team) return undefined;
  return { team: team.name, region: regionOf(registrar, team, realNow()), phase: team.status && PHASE_OF[team.status] };
}
