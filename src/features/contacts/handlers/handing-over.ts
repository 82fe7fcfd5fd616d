import { dayOf } from '../../../core/calendar.ts';
import type { Context, Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { forChange, named } from '../access.ts';
import { handOverCard } from '../cards/index.ts';
import type { Contact, Team } from '../model.ts';
import { TEAM } from '../model.ts';
import { notify } from '../notices.ts';
import type { Registrar } from '../register.ts';
import { emailFrom } from '../rules/addresses.ts';
import { forgetLater, roundOn } from '../schedule.ts';
import { forgetContacts, runningCheck, teamNamed, withEntry } from '../store.ts';
import { refused } from '../texts.ts';
import { drawTeam, linesOf } from '../view.ts';
import { askCentre } from './deciding.ts';

/** Somebody written as «Navn, navn@example.no». */
const WRITTEN = /^(.*?)[\s,;<(]+([^\s,;<>()]+@[^\s,;<>()]+)[>)]?$/u;

type Named =
  | { readonly to: Contact; readonly fault?: undefined }
  | { readonly to?: undefined; readonly fault: 'missing' | 'unclear' | 'email' | 'same' };

/** Who is meant: somebody of the bank's rooms by their directory object id, or a name with an e-mail address. */
async function personNamed(registrar: Registrar, { bank }: Turn, { team, text }: { team: Team; text: string | undefined }): Promise<Named> {
  if (text === undefined) return { fault: 'missing' };
  const roster = (await registrar.ports.roster(bank.id)) ?? [];
  const known = roster.find(({ aadId }) => aadId === text);
  if (text === team.leaderId) return { fault: 'same' };
  if (known) return { to: { id: known.aadId, name: known.name, email: known.email ?? '', phone: '' } };
  const [, name = '', address = ''] = WRITTEN.exec(text.trim()) ?? [];
  if (name === '') return { fault: 'unclear' };
  const email = emailFrom(address);
  if (email === undefined) return { fault: 'email' };
  const inRoom = roster.find((each) => each.email?.toLowerCase() === email.toLowerCase());
  return { to: { id: inRoom?.aadId ?? null, name, email, phone: '' } };
}

/** Names the next leader, who is asked whether they take it over; the centre has the last word. */
export async function handOver(
  registrar: Registrar,
  turn: Turn,
  data: { team: string; to?: string | undefined; other?: string | undefined },
): Promise<Reply> {
  const { team } = await forChange(turn, data.team);
  const given = data.other ?? data.to;
  const { to, fault } = await personNamed(registrar, turn, { team, text: given });
  if (!to) return handOverForm(registrar, turn, { team, fault: given === undefined ? null : fault, to: given });
  const { id, name } = actorOf(turn);
  const after = { ...team, handOver: { to, by: id, at: turn.now }, changedAt: turn.now };
  turn.tx.put(TEAM, team.id, after);
  notify(turn, { team, what: 'handOverAsk', to: { id: to.id ?? '', name: to.name }, by: name, once: String(turn.now) });
  // Whom Teams does not know can't say yes themselves: the centre sees to it.
  if (to.id === null) await askCentre(registrar, turn, { team: after, later: { leader: to } });
  registrar.forget(turn.bank.id);
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: after, done: 'handOverAsked' }) };
}

async function handOverForm(
  registrar: Registrar,
  turn: Turn,
  { team, fault, to }: { team: Team; fault: Exclude<Named['fault'], undefined> | null; to: string | undefined },
): Promise<Reply> {
  const roster = (await registrar.ports.roster(turn.bank.id)) ?? [];
  const people = roster.map(({ aadId, name }) => ({ id: aadId, name })).sort((one, other) => one.name.localeCompare(other.name, 'nb'));
  const card = handOverCard.ref(
    { bank: turn.bank.id, team: team.id, name: team.name, leader: team.leader?.name ?? '', people, fault },
    { to: to ?? '' },
  );
  return { kind: 'form', card };
}

/** What a team has in store for the one who acts: named as its next leader, or registered by their e-mail address and not linked yet. */
async function offeredTo(registrar: Registrar, turn: Turn, team: Team): Promise<Contact | undefined> {
  const { id } = actorOf(turn);
  if (team.handOver?.to.id === id) return team.handOver.to;
  const roster = (await registrar.ports.roster(turn.bank.id)) ?? [];
  const email = roster.find(({ aadId }) => aadId === id)?.email?.toLowerCase();
  const candidate = [team.handOver?.to, team.leader].find((each) => each && each.id === null && each.email.toLowerCase() === email);
  return candidate && email !== undefined ? { ...candidate, id } : undefined;
}

/** Takes it on; the centre approves. */
export async function acceptHandOver(registrar: Registrar, turn: Turn, data: { team: string }): Promise<Reply> {
  const team = await named(turn, data.team);
  const leader = await offeredTo(registrar, turn, team);
  if (!leader) throw refused('notAsked');
  await askCentre(registrar, turn, { team, later: { leader } });
  const { name } = actorOf(turn);
  if (team.handOver)
    notify(turn, { team, what: 'handOverAccepted', to: { id: team.handOver.by, name: '' }, by: name, once: String(turn.now) });
  turn.tx.put(TEAM, team.id, { ...team, handOver: null });
  const changed = linesOf(registrar, { before: team, after: { leader } }, dayOf(turn.now));
  return { kind: 'show', card: await drawTeam(registrar, turn, { team, done: 'sentForApproval', changed }) };
}

export async function declineHandOver(registrar: Registrar, turn: Turn, data: { team: string }): Promise<Reply> {
  const team = await named(turn, data.team);
  if (!(await offeredTo(registrar, turn, team))) throw refused('notAsked');
  const { name } = actorOf(turn);
  if (team.handOver)
    notify(turn, { team, what: 'handOverDeclined', to: { id: team.handOver.by, name: '' }, by: name, once: String(turn.now) });
  const after = { ...team, handOver: null };
  turn.tx.put(TEAM, team.id, after);
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: after, done: 'handOverDeclined' }) };
}

/** Somebody left the bank's rooms: the teams that they answered for go on with the deputy, and the round asks anew. */
export async function left(registrar: Registrar, desk: Pick<Context, 'bank' | 'now' | 'tx'>, person: string): Promise<void> {
  const { teams } = await registrar.shelf(desk.bank.id, desk.tx);
  const theirs = [...teams.values()].filter(({ leaderId, deputyId }) => leaderId === person || deputyId === person);
  for (const team of theirs) {
    const isLeader = team.leaderId === person;
    const leader = isLeader && team.leader ? { ...team.leader, id: null } : team.leader;
    const deputy = !isLeader && team.deputy ? { ...team.deputy, id: null } : team.deputy;
    const after = withEntry(team, { leader, deputy }, desk.now);
    desk.tx.put(TEAM, team.id, after);
    forgetLater(desk, { team: team.id, part: isLeader ? 'leader' : 'deputy', name: (isLeader ? team.leader : team.deputy)?.name ?? '' });
    const what = isLeader ? ('leaderGone' as const) : undefined;
    if (!what) continue;
    const by = team.leader?.name ?? '';
    if (after.deputyId !== '') notify(desk, { team, what, to: { id: after.deputyId, name: after.deputy?.name ?? '' }, by, once: person });
    for (const { id, name } of await registrar.ports.coordinatorsOf(desk.bank.id))
      notify(desk, { team, what, to: { id, name }, by, once: person });
  }
  const check = await runningCheck(desk.tx);
  if (theirs.length > 0 && check) roundOn(desk, check.id, desk.now);
  registrar.forget(desk.bank.id);
}

/** Somebody of a team who left some months ago, and is not back, is taken out of its record. */
export async function forgetLeft(
  context: Context,
  { team: id, part, name }: { team: string; part: 'leader' | 'deputy'; name: string },
): Promise<void> {
  const team = await teamNamed(context.tx, id);
  if (!team || team[part]?.name !== name || team[part]?.id !== null) return;
  await forgetContacts(context, team, new Set([name]));
}
