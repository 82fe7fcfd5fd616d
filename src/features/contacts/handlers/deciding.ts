import { dayOf } from '../../../core/calendar.ts';
import type { Turn } from '../../../core/features.ts';
import { newId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { checkCentre, named } from '../access.ts';
import { rejectCard } from '../cards/index.ts';
import { CHANGE, type Change, type Entry, HISTORY, partOf, type Team } from '../model.ts';
import { notify } from '../notices.ts';
import { keepChangeCard } from '../postings.ts';
import type { Registrar } from '../register.ts';
import { changeNamed, differenceOf, historyOf, keepTeam, withEntry } from '../store.ts';
import { refused } from '../texts.ts';
import { drawTeam, linesOf } from '../view.ts';

const LONGEST_COMMENT = 1_000;

/** A change that the centre decides on: a card in its channel. */
export async function askCentre(
  _registrar: Registrar,
  turn: Turn,
  { team, later }: { team: Team; later: Partial<Entry> },
): Promise<string> {
  const { id, name } = actorOf(turn);
  const { place, via } = turn.incoming;
  const change: Change = {
    ...{ team: team.id, by: id, name, at: turn.now, locale: turn.locale, ...differenceOf(team, later) },
    ...{ state: 'waiting', decidedBy: '', decidedName: '', comment: '' },
    thread: place.kind === 'personal' ? null : place.conversationId,
    tenantId: via.tenantId ?? null,
  };
  const changeId = newId();
  turn.tx.put(CHANGE, changeId, change);
  await keepChangeCard(turn, changeId, change);
  return changeId;
}

/** The change, where it can still be decided: once, by whoever was first. */
async function undecided(turn: Turn, id: string): Promise<Change> {
  checkCentre(turn);
  const change = await changeNamed(turn.tx, id);
  if (!change) throw refused('notFound');
  if (change.state !== 'waiting') throw refused(change.state === 'overtaken' ? 'overtaken' : 'decided', { name: change.decidedName });
  return change;
}

/** Takes a change over, unless somebody else has changed the same since. */
export async function approve(registrar: Registrar, turn: Turn, { change: id }: { change: string }): Promise<Reply> {
  const change = await undecided(turn, id);
  const team = await named(turn, change.team);
  const before = partOf(change.before);
  const isOvertaken = Object.keys(differenceOf(before, pick(team, before)).after).length > 0;
  if (isOvertaken) {
    await decide(turn, { id, change, state: 'overtaken' });
    tell(turn, { team, change, id, what: 'overtaken' });
    return { kind: 'show', card: await drawTeam(registrar, turn, { team, done: 'changedSince' }) };
  }
  const after = withEntry(team, partOf(change.after), turn.now);
  const { id: by, name } = actorOf(turn);
  keepTeam(turn, { before: team, after, what: 'approved', by: { by, name } });
  await decide(turn, { id, change, state: 'approved' });
  tell(turn, { team: after, change, id, what: 'approved' });
  registrar.forget(turn.bank.id);
  const changed = linesOf(registrar, { before, after: partOf(change.after) }, dayOf(turn.now));
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: after, done: 'approved', changed }) };
}

/** The same fields of a team. */
function pick(team: Team, fields: Partial<Entry>): Partial<Entry> {
  return partOf(Object.fromEntries(Object.keys(fields).map((field) => [field, team[field as keyof Entry]])));
}

async function decide(turn: Turn, of: { id: string; change: Change; state: Change['state']; comment?: string }): Promise<void> {
  const { id, change, state, comment = '' } = of;
  const actor = actorOf(turn);
  const after: Change = { ...change, state, decidedBy: actor.id, decidedName: actor.name, comment };
  turn.tx.put(CHANGE, id, after);
  await keepChangeCard(turn, id, after);
}

/** Tells the one who asked for it what became of a change. */
function tell(
  turn: Turn,
  of: { team: Team; change: Change; id: string; what: 'approved' | 'rejected' | 'overtaken'; comment?: string },
): void {
  const { team, change, id, what, comment = '' } = of;
  const { by, name, thread, tenantId } = change;
  notify(turn, { team, what, to: { id: by, name }, thread, tenantId, change: id, by: actorOf(turn).name, comment, once: id });
}

/** Leaves the record as it is, with a word to the one who asked for it. */
export async function reject(registrar: Registrar, turn: Turn, data: { change: string; comment?: string | undefined }): Promise<Reply> {
  const change = await undecided(turn, data.change);
  const team = await named(turn, change.team);
  const { comment } = data;
  if (comment === undefined || comment.length > LONGEST_COMMENT) {
    const { bank, now } = turn;
    const lines = linesOf(registrar, { before: partOf(change.before), after: partOf(change.after) }, dayOf(now));
    const about = { bank: bank.id, team: team.id, change: data.change, teamName: team.name, by: change.name, lines };
    return { kind: 'form', card: rejectCard.ref({ ...about, tooLong: comment !== undefined }, { comment: comment ?? '' }) };
  }
  await decide(turn, { id: data.change, change, state: 'rejected', comment });
  tell(turn, { team, change, id: data.change, what: 'rejected', comment });
  return { kind: 'show', card: await drawTeam(registrar, turn, { team, done: 'rejected' }) };
}

/** Takes back the last change, or the one that is named: what has been changed again since stays. */
export async function undo(
  registrar: Registrar,
  turn: Turn,
  data: { team: string; history?: string | undefined; version?: number | undefined },
): Promise<Reply> {
  const team = await named(turn, data.team);
  // A second press would take back one change more.
  if (data.version !== undefined && data.version !== team.version) {
    return { kind: 'show', card: await drawTeam(registrar, turn, { team, done: 'changedSince' }) };
  }
  const { id: by, name } = actorOf(turn);
  const events = await historyOf(turn.tx, team.id);
  const last = events.find(({ id, body }) =>
    data.history === undefined ? !body.undone && Object.keys(body.before).length > 0 : id === data.history,
  );
  if (last?.body.by !== by) checkCentre(turn);
  if (!last || last.body.undone) throw refused('nothingToUndo');
  const after = partOf(last.body.after);
  const isChangedSince = Object.keys(differenceOf(after, pick(team, after)).after).length > 0;
  if (isChangedSince) throw refused('overtaken');
  const back = withEntry(team, partOf(last.body.before), turn.now);
  turn.tx.put(HISTORY, last.id, { ...last.body, undone: true });
  keepTeam(turn, { before: team, after: back, what: 'undone', by: { by, name } });
  registrar.forget(turn.bank.id);
  const changed = linesOf(registrar, { before: after, after: partOf(last.body.before) }, dayOf(turn.now));
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: back, done: 'undone', changed }) };
}
