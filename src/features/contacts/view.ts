import { dayOf } from '../../core/calendar.ts';
import type { Turn } from '../../core/features.ts';
import { actorOf } from '../../core/incoming.ts';
import type { CardRef } from '../../core/reply.ts';
import { partIn, readerOf } from './access.ts';
import type { ChangeLine, TeamData } from './cards/data.ts';
import { teamCard } from './cards/index.ts';
import type { Entry, Team } from './model.ts';
import { placeNames, type Registrar } from './register.ts';
import { changesBetween } from './rules/form.ts';
import { type ShownTeam, visibleTo } from './rules/publishing.ts';
import { historyOf, waitingFor } from './store.ts';

/** Events of a record that the centre sees on its card. */
const EVENTS_SHOWN = 6;

interface Shown {
  readonly team: Team;
  readonly coversFor?: string | null;
  readonly done?: TeamData['done'];
  readonly changed?: readonly ChangeLine[];
}

/** The names of places, for what is said of changes. */
export function namesOf({ gazetteer }: Registrar, day: string): (field: string, id: string) => string {
  return (field, id) => (field === 'cityDistricts' ? gazetteer().district(id)?.name : gazetteer().municipality(id, day)?.name) ?? id;
}

/** What differs between two entries, in words. */
export function linesOf(registrar: Registrar, of: { before: Partial<Entry>; after: Partial<Entry> }, day: string): ChangeLine[] {
  return [...changesBetween(of.before, of.after, namesOf(registrar, day))];
}

/** What stands on a team's card of what its reader may see. */
function factsOf(registrar: Registrar, shown: ShownTeam, now: number) {
  const { name, type, specialty, status, statusSince, interMunicipal, healthTrust, website, leader, deputy, sharedMailbox, roles } = shown;
  const { kept, lastConfirmedAt, hostMunicipality } = shown;
  return {
    ...{ name, type, specialty, status, statusSince, interMunicipal, healthTrust, website, leader, deputy, sharedMailbox, roles },
    places: placeNames(registrar, shown, now),
    region: regionOf(registrar, shown, now),
    host: registrar.gazetteer().municipality(hostMunicipality, dayOf(now))?.name ?? '',
    ...{ unknownPlaces: kept?.unknownPlaces ?? [], fidelityDate: kept?.fidelityDate ?? null, fidelityBy: kept?.fidelityBy ?? '' },
    ...{ cohort: kept?.cohort ?? '', grantYear: kept?.grantYear ?? null },
    confirmed: lastConfirmedAt === null ? null : { at: lastConfirmedAt, name: kept?.lastConfirmedBy ?? '' },
  };
}

/** A team as the one who acts may see it. */
export async function drawTeam(
  registrar: Registrar,
  turn: Turn,
  { team, coversFor = null, done = null, changed = [] }: Shown,
): Promise<CardRef> {
  const { tx, now, bank } = turn;
  const { id, version, handOver } = team;
  const person = actorOf(turn).id;
  const reader = await readerOf(registrar.ports, turn, team);
  const shown = visibleTo(team, reader);
  const isKeeper = shown.kept !== null;
  const isCentre = reader === 'centre';
  const history = isCentre ? await eventsOf(registrar, turn, team) : [];
  const hasChanged = history.some(({ what, undone }) => !undone && (what === 'changed' || what === 'approved'));
  return teamCard.ref({
    ...{ bank: bank.id, team: id, version, coversFor, reader, done, changed: [...changed], history },
    ...factsOf(registrar, shown, now),
    chat: reader === 'stranger' ? null : chatWith(shown.leader?.email ?? ''),
    can: {
      ...{ edit: isKeeper, confirm: isKeeper, handOver: isKeeper, merge: isCentre, history: isCentre },
      undo: isCentre ? hasChanged : isKeeper && partIn(team, person) !== undefined,
    },
    waiting: isKeeper ? (await waitingFor(tx, id)).length : 0,
    handOver: handOver && isKeeper ? { name: handOver.to.name, mine: handOver.to.id === person } : null,
  });
}

/** Opens a chat by e-mail address: a guest's user principal name is none. */
function chatWith(email: string): string | null {
  return email === '' ? null : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(email)}`;
}

async function eventsOf(registrar: Registrar, { tx, now }: Turn, { id }: Team): Promise<TeamData['history']> {
  const events = (await historyOf(tx, id)).slice(0, EVENTS_SHOWN);
  return events.map(({ body: { at, name, what, before, after, undone } }) => ({
    ...{ at, name, what, undone },
    lines: linesOf(registrar, { before, after }, dayOf(now)),
  }));
}

/** The region that a team counts in: its own, else that of its first municipality. */
export function regionOf(
  { gazetteer }: Registrar,
  { region, municipalities }: Pick<Team, 'region' | 'municipalities'>,
  now: number,
): Team['region'] {
  return region ?? gazetteer().regionOf(municipalities[0] ?? '', dayOf(now)) ?? null;
}
