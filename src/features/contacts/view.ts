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
import { visibleTo } from './rules/publishing.ts';
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

/** A team as the one who acts may see it. */
export async function drawTeam(
  registrar: Registrar,
  turn: Turn,
  { team, coversFor = null, done = null, changed = [] }: Shown,
): Promise<CardRef> {
  const { ports, gazetteer } = registrar;
  const { tx, now, bank } = turn;
  const person = actorOf(turn).id;
  const reader = await readerOf(ports, turn, team);
  const shown = visibleTo(team, reader);
  const isOwn = reader === 'own' || reader === 'centre';
  const day = dayOf(now);
  const history = reader === 'centre' ? await eventsOf(registrar, turn, team) : [];
  const hasChanged = history.some(({ what, undone }) => !undone && (what === 'changed' || what === 'approved'));
  const { id, name, type, specialty, status, statusSince, region, interMunicipal, healthTrust, version } = team;
  const card = teamCard.ref({
    ...{
      bank: bank.id,
      team: id,
      version,
      name,
      type,
      specialty,
      status,
      statusSince,
      interMunicipal,
      healthTrust,
      website: shown.website,
    },
    ...{
      region: region ?? gazetteer().regionOf(team.municipalities[0] ?? '', day) ?? null,
      coversFor,
      reader,
      done,
      changed: [...changed],
    },
    places: placeNames(registrar, team, now),
    unknownPlaces: isOwn ? team.unknownPlaces : [],
    host: gazetteer().municipality(team.hostMunicipality, day)?.name ?? '',
    ...{ leader: shown.leader, deputy: shown.deputy, sharedMailbox: shown.sharedMailbox, roles: shown.roles },
    ...{ fidelityDate: isOwn ? team.fidelityDate : null, fidelityBy: isOwn ? team.fidelityBy : '' },
    ...{ cohort: isOwn ? team.cohort : '', grantYear: isOwn ? team.grantYear : null },
    confirmed: team.lastConfirmedAt === null ? null : { at: team.lastConfirmedAt, name: isOwn ? team.lastConfirmedBy : '' },
    chat: reader === 'stranger' ? null : chatWith(shown.leader?.email ?? ''),
    can: {
      ...{ edit: isOwn, confirm: isOwn, handOver: isOwn, merge: reader === 'centre', history: reader === 'centre' },
      undo: reader === 'centre' ? hasChanged : isOwn && partIn(team, person) !== undefined,
    },
    waiting: isOwn ? (await waitingFor(tx, id)).length : 0,
    handOver: team.handOver && isOwn ? { name: team.handOver.to.name, mine: team.handOver.to.id === person } : null,
    history,
  });
  return card;
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
export function regionOf({ gazetteer }: Registrar, { region, municipalities }: Team, now: number): Team['region'] {
  return region ?? gazetteer().regionOf(municipalities[0] ?? '', dayOf(now)) ?? null;
}
