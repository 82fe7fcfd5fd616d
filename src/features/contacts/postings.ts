import type { Bank } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Context, Feature, PostingRenderer } from '../../core/features.ts';
import type { Posting } from '../../core/outbox.ts';
import { changeCard, checkCard, progressCard } from './cards/index.ts';
import { type Change, partOf, type Team } from './model.ts';
import type { Registrar } from './register.ts';
import { progressOf } from './rules/checking.ts';
import { inputsOf } from './rules/form.ts';
import { askOf, asksOf, cardIds, changeNamed, checkNamed, teamNamed, teamsIn } from './store.ts';
import { linesOf, namesOf, regionOf } from './view.ts';

type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

/** Where the centre's cards stand: its own channel, else the editors' or the advisers'. Null where a bank has none of them. */
export function centreChannel({ centreChannel: own, editorChannel, adviserChannel }: Bank): string | null {
  return own ?? editorChannel ?? adviserChannel;
}

async function keepInCentre(
  { bank, tx }: Desk,
  card: { id: string; render: string; thing: Posting['thing']; tenantId?: string | null },
): Promise<void> {
  const channelId = centreChannel(bank);
  if (channelId === null) return;
  const { id, render, thing, tenantId } = card;
  await tx.keep(id, { render, thing, place: { in: 'channel', channelId, ...(tenantId && { tenantId }) }, locale: bank.locale });
}

/** The card on which the centre decides on a change, kept true. */
export function keepChangeCard(desk: Desk, id: string, { tenantId }: Change): Promise<void> {
  return keepInCentre(desk, { id: cardIds.change(id), render: 'contacts.change', thing: { kind: 'team-change', id }, tenantId });
}

/** The card that shows how far a round has come. */
export function keepProgress(desk: Desk, check: string): Promise<void> {
  return keepInCentre(desk, { id: cardIds.progress(check), render: 'contacts.progress', thing: { kind: 'team-check', id: check } });
}

/** The card on which a leader is asked whether what is registered is right, in their chat. */
export async function keepAskCard({ bank, tx }: Desk, of: { check: string; team: string; person: string; name: string }): Promise<void> {
  const { check, team, person, name } = of;
  await tx.keep(cardIds.ask(check, team, person), {
    ...{ render: 'contacts.check', thing: { kind: 'team-ask', id: `${check}/${team}/${person}` }, locale: bank.locale },
    place: { in: 'person', aadId: person, name },
    ifLost: { job: 'contacts.notReached', data: { check, team, person } },
  });
}

/** Fields that are shown when it is asked whether they are right. */
const ASKED = [
  'status',
  'municipalities',
  'cityDistricts',
  'leaderName',
  'leaderEmail',
  'leaderPhone',
  'deputyName',
  'sharedMailbox',
] as const;

const drawChange =
  (registrar: Registrar): PostingRenderer =>
  async (reader, posting, { bank, now }) => {
    const { id } = posting.thing;
    const found = await changeNamed(reader, id);
    const team = found && (await teamNamed(reader, found.team));
    if (!found || !team) return undefined;
    const { name: by, at, state, decidedName: decidedBy, comment, before, after } = found;
    const lines = linesOf(registrar, { before: partOf(before), after: partOf(after) }, dayOf(now));
    return changeCard.ref({ bank: bank.id, team: team.id, change: id, teamName: team.name, by, at, lines, state, decidedBy, comment });
  };
const drawProgress =
  (registrar: Registrar): PostingRenderer =>
  async (reader, posting, { bank, now }) => {
    const { id } = posting.thing;
    const check = await checkNamed(reader, id);
    if (!check) return undefined;
    const asks = await asksOf(reader, id);
    const teams = await teamsIn(reader);
    const counted = progressOf(
      asks,
      teams.map((team) => ({ id: team.id, region: regionOf(registrar, team, now) })),
    );
    const named = new Map(teams.map((team) => [team.id, team]));
    const unreachableTeams = asks.flatMap(({ team: teamId, outcome }) => {
      const team = outcome === 'unreachable' ? named.get(teamId) : undefined;
      return team ? [{ team: team.id, name: team.name, why: whyOf(team) }] : [];
    });
    const { total, confirmed, changed, waiting, unreachable } = counted;
    const counts = { total, confirmed, changed, waiting, unreachable };
    const byRegion = counted.byRegion.map((each) => ({ ...each }));
    return progressCard.ref({
      bank: bank.id,
      check: id,
      startedAt: check.startedAt,
      ...counts,
      byRegion,
      unreachableTeams,
      ended: check.state === 'ended',
    });
  };
const drawAsked =
  (registrar: Registrar): PostingRenderer =>
  async (reader, posting, { bank, now }) => {
    const [check = '', teamId = '', person = ''] = posting.thing.id.split('/');
    const ask = await askOf(reader, check, teamId);
    const team = await teamNamed(reader, teamId);
    if (!ask || !team) return undefined;
    const isTheirs = ask.outcome === 'waiting' && ask.person === person;
    const inputs = inputsOf(team, namesOf(registrar, dayOf(now)));
    const theirs = new Set((await teamsIn(reader)).filter(({ leaderId }) => leaderId === person).map(({ id }) => id));
    const others = (await asksOf(reader, check)).filter((each) => each.step === 'queued' && theirs.has(each.team)).length;
    return checkCard.ref({
      ...{ bank: bank.id, team: teamId, check, version: team.version, name: team.name, step: ask.step, others },
      lines: ASKED.map((field) => ({ field, value: inputs[field] })),
      confirmed: team.lastConfirmedAt === null ? null : { at: team.lastConfirmedAt, name: team.lastConfirmedBy },
      done: isTheirs ? null : ask.outcome === 'confirmed' || ask.outcome === 'changed' ? ask.outcome : 'over',
    });
  };
/** Draws the cards of this feature that stand somewhere, from the register as it is. */
export function renderersOf(registrar: Registrar): NonNullable<Feature['postings']> {
  return { 'contacts.change': drawChange(registrar), 'contacts.progress': drawProgress(registrar), 'contacts.check': drawAsked(registrar) };
}

function whyOf({ leader, deputy, leaderId, deputyId, sharedMailbox }: Team): 'nobody' | 'unknown' | 'silent' {
  if (leader === null && deputy === null && sharedMailbox === '') return 'nobody';
  return leaderId === '' && deputyId === '' ? 'unknown' : 'silent';
}
