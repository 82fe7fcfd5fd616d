import { dayOf } from '../../../core/calendar.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Turn } from '../../../core/features.ts';
import { newId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { checkCentre, forChange, isCentre } from '../access.ts';
import { NOT_GIVEN, type TeamData } from '../cards/data.ts';
import { formCard } from '../cards/index.ts';
import { newTeam } from '../making.ts';
import { CONSENT, type Entry, type Team } from '../model.ts';
import type { Registrar } from '../register.ts';
import { ENTRY_INPUTS, type EntryInputs, inputsOf, needsApproval, readEntry } from '../rules/form.ts';
import { keepTeam, withEntry } from '../store.ts';
import { drawTeam, linesOf, namesOf } from '../view.ts';
import { answered } from './answers.ts';
import { askCentre } from './deciding.ts';

/** What came with a press: the inputs of the form, and the team that they are for. */
export type Edited = { readonly [name in (typeof ENTRY_INPUTS)[number]]?: unknown } & {
  readonly team?: string | undefined;
  readonly version?: number | undefined;
  readonly whole?: boolean | undefined;
};

/** What was typed. Of a whole form, what is missing was emptied. */
function given(data: Edited): EntryInputs {
  const missing = data.whole ? '' : undefined;
  return Object.fromEntries(
    ENTRY_INPUTS.flatMap((name) => {
      const typed = data[name] === NOT_GIVEN ? '' : data[name];
      const value = typed === undefined ? missing : String(typed);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

interface FormOf {
  readonly team: Team | undefined;
  readonly inputs: EntryInputs;
  readonly faults?: readonly FaultData[];
  readonly changedSince?: boolean;
  /** Nothing is typed yet: what is kept and what for comes before it. */
  readonly isFirst?: boolean;
}

async function form(
  registrar: Registrar,
  turn: Turn,
  { team, inputs, faults = [], changedSince = false, isFirst = false }: FormOf,
): Promise<Reply> {
  const isRead = isCentre(turn.roles) || (await registrar.ports.house.get(CONSENT, actorOf(turn).id)) !== undefined;
  const card = formCard.ref(
    {
      ...{ bank: turn.bank.id, team: team?.id ?? null, name: team?.name ?? '', version: team?.version ?? null, faults: [...faults] },
      ...{ isCentre: isCentre(turn.roles), asksConsent: isFirst && !isRead, changedSince },
    },
    { values: inputs as Record<string, string> },
  );
  return { kind: 'form', card };
}

/** The form with what is registered. Without a team, an empty one for the centre. */
export async function edit(registrar: Registrar, turn: Turn, data: { team?: string | undefined }): Promise<Reply> {
  if (data.team === undefined) {
    checkCentre(turn);
    return form(registrar, turn, { team: undefined, inputs: {} });
  }
  const { team } = await forChange(turn, data.team);
  return form(registrar, turn, { team, inputs: inputsOf(team, namesOf(registrar, dayOf(turn.now))), isFirst: true });
}

/** Takes over what was typed: what the one who acts may change applies at once, the rest goes to the centre. */
export async function save(registrar: Registrar, turn: Turn, data: Edited): Promise<Reply> {
  const inputs = given(data);
  if (Object.keys(inputs).length === 0) return edit(registrar, turn, data);
  const { team, as } = await teamFor(turn, data.team);
  const names = namesOf(registrar, dayOf(turn.now));
  if (team && data.version !== undefined && data.version !== team.version) {
    const stored = inputsOf(team, names);
    return form(registrar, turn, { team, inputs: { ...stored, ...inputs }, faults: changesIn(stored, inputs), changedSince: true });
  }
  const day = dayOf(turn.now);
  const { entry, faults } = readEntry(inputs, {
    now: turn.now,
    day,
    resolve: (text) => registrar.gazetteer().resolve(text, day),
    before: team,
  });
  if (!entry) return form(registrar, turn, { team, inputs: { ...(team && inputsOf(team, names)), ...inputs }, faults });
  if (!team) return created(registrar, turn, entry);
  return changed(registrar, turn, { team, as, entry });
}

/** The team that is named, and as what the one who acts changes it; none for a new one, which the centre makes. */
async function teamFor(
  turn: Turn,
  id: string | undefined,
): Promise<{ readonly team: Team | undefined; readonly as: 'centre' | 'leader' | 'deputy' }> {
  if (id !== undefined) return forChange(turn, id);
  checkCentre(turn);
  return { team: undefined, as: 'centre' };
}

/** What stands there now where something else was typed. */
function changesIn(now: EntryInputs, typed: EntryInputs): FaultData[] {
  return ENTRY_INPUTS.flatMap((input) => {
    if (typed[input] === undefined || typed[input] === (now[input] ?? '')) return [];
    return [{ input, code: 'changedTo', params: { value: now[input] ?? '' } }];
  });
}

async function created(registrar: Registrar, turn: Turn, entry: Entry): Promise<Reply> {
  const team = newTeam(entry, { id: newId(), bank: turn.bank.id, now: turn.now });
  const { id, name } = actorOf(turn);
  keepTeam(turn, { before: undefined, after: team, what: 'created', by: { by: id, name } });
  registrar.forget(turn.bank.id);
  return { kind: 'show', card: await drawTeam(registrar, turn, { team, done: 'saved' }) };
}

interface Changed {
  readonly team: Team;
  readonly as: 'centre' | 'leader' | 'deputy';
  readonly entry: Entry;
}

async function changed(registrar: Registrar, turn: Turn, { team, as, entry }: Changed): Promise<Reply> {
  const { now, later } = needsApproval(team, entry, as);
  const { id, name } = actorOf(turn);
  const isAtOnce = Object.keys(now).length > 0;
  const isLater = Object.keys(later).length > 0;
  // Who has looked through the record and put it right has confirmed it.
  const confirmed = as === 'centre' || isLater ? {} : { lastConfirmedAt: turn.now, lastConfirmedBy: name };
  const after = isAtOnce ? { ...withEntry(team, now, turn.now), ...confirmed } : team;
  if (isAtOnce) keepTeam(turn, { before: team, after, what: as === 'centre' ? 'approved' : 'changed', by: { by: id, name } });
  if (isLater) await askCentre(registrar, turn, { team: after, later });
  if (as !== 'centre') await answered(turn, { team: after, outcome: 'changed' });
  registrar.forget(turn.bank.id);
  const lines = linesOf(registrar, { before: team, after: entry }, dayOf(turn.now));
  return { kind: 'show', card: await drawTeam(registrar, turn, { team: after, done: doneOf(isAtOnce, isLater), changed: lines }) };
}

function doneOf(isAtOnce: boolean, isLater: boolean): TeamData['done'] {
  if (isAtOnce && isLater) return 'savedAndSent';
  if (isLater) return 'sentForApproval';
  return isAtOnce ? 'saved' : 'nothingChanged';
}
