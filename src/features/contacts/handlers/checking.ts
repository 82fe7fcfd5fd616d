import type { Context, Turn } from '../../../core/features.ts';
import { newId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import { checkCentre } from '../access.ts';
import { startCheckCard } from '../cards/index.ts';
import { type Ask, askSchema, CHECK, type Check, type Team } from '../model.ts';
import { notify } from '../notices.ts';
import { keepAskCard, keepProgress } from '../postings.ts';
import type { Registrar } from '../register.ts';
import { type Askable, type Asked, askAbout, goesOnAt, type Move, mayStart, steppedTo, whoIsAsked } from '../rules/checking.ts';
import { nextCheck, nextCheckAt, roundOn } from '../schedule.ts';
import { askOf, asksOf, checkNamed, putAsk, runningCheck, teamsIn } from '../store.ts';

type Desk = Pick<Context, 'bank' | 'now' | 'tx'>;

/** Half a year between rounds, unless the centre says otherwise. */
const MONTHS = 6;
const MOST_MONTHS = 24;
/** Teams taken up, and steps taken, in one commit: each is a record, a card and a message at most. */
const AT_ONCE = 25;

/** Begins a round; the next ones come by themselves, so many months apart. */
export async function startCheck(registrar: Registrar, turn: Turn, { months }: { months?: string | undefined }): Promise<Reply> {
  checkCentre(turn);
  const { tx, now, bank } = turn;
  const running = await runningCheck(tx);
  const teams = (await teamsIn(tx)).filter(isAskedAbout);
  const count = Number(months);
  const isMonths = months !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_MONTHS;
  const form = async (fault: 'months' | 'july' | null, begun?: number): Promise<Reply> => ({
    kind: 'form',
    card: startCheckCard.ref(
      {
        bank: bank.id,
        teams: teams.length,
        running: begun ?? running?.body.startedAt ?? null,
        nextAt: (await nextCheckAt(tx)) ?? null,
        fault,
      },
      { months: months ?? String(MONTHS) },
    ),
  });
  if (running || months === undefined) return form(null);
  if (!isMonths) return form('months');
  if (!mayStart(now)) return form('july');
  const { id } = actorOf(turn);
  const check = begin(turn, { by: id, months: count, total: teams.length });
  await keepProgress(turn, check.id);
  registrar.forget(bank.id);
  return form(null, now);
}

const isAskedAbout = ({ status }: Team) => status !== 'nedlagt';

function begin(desk: Desk, { by, months, total }: Pick<Check, 'by' | 'months' | 'total'>): { readonly id: string } {
  const id = newId();
  desk.tx.put(CHECK, id, { startedAt: desk.now, months, state: 'running', by, total });
  nextCheck(desk, months);
  roundOn(desk, id, desk.now);
  return { id };
}

/** A round that comes by itself; one that is still running goes on instead. */
export async function startByItself(context: Context): Promise<void> {
  const teams = (await teamsIn(context.tx)).filter(isAskedAbout);
  const running = await runningCheck(context.tx);
  if (teams.length === 0) return;
  if (running || !mayStart(context.now)) return nextCheck(context, 1);
  const { id } = begin(context, { by: '', months: MONTHS, total: teams.length });
  await keepProgress(context, id);
}

/** Takes the steps of a round that can be taken now, some at a time, and says when it goes on. */
export async function goOn(registrar: Registrar, context: Context, id: string): Promise<void> {
  const check = await checkNamed(context.tx, id);
  if (check?.state !== 'running') return;
  const teams = (await teamsIn(context.tx)).filter(isAskedAbout);
  const asks = await asksOf(context.tx, id);
  const known = new Set(asks.map(({ team }) => team));
  const fresh = teams.filter((team) => !known.has(team.id)).slice(0, AT_ONCE);
  if (fresh.length > 0 && asks.length < check.total) {
    for (const team of fresh) putAsk(context.tx, kept(askAbout({ check: id, team: team.id, now: context.now })));
    await linkSome(registrar, context, fresh);
    return roundOn(context, id, context.now);
  }
  const round = { teams: askable(teams, asks), now: context.now };
  const moves = whoIsAsked(asks, { ...round, most: AT_ONCE });
  const named = new Map(teams.map((team) => [team.id, team]));
  for (const move of moves) await step(context, move, named.get(move.ask.team));
  await keepProgress(context, id);
  if (moves.length === AT_ONCE) return roundOn(context, id, context.now);
  const after = asks.map((ask) => {
    const move = moves.find((each) => each.ask === ask);
    return move ? steppedTo(ask, move, context.now) : ask;
  });
  const next = goesOnAt(after, round);
  if (next === undefined) context.tx.put(CHECK, id, { ...check, state: 'ended' });
  else roundOn(context, id, next);
}

/** Whom one can ask about each team: nobody writes to mailboxes yet, and who could not be reached is passed over. */
function askable(teams: readonly Team[], asks: readonly Ask[]): ReadonlyMap<string, Askable> {
  const lost = new Map(asks.map((ask) => [ask.team, ask.lost]));
  return new Map(
    teams.map(({ id, leaderId, deputyId }) => {
      const reached = (person: string) => (lost.get(id)?.includes(person) ? '' : person);
      return [id, { leaderId: reached(leaderId), deputyId: reached(deputyId), sharedMailbox: '' }];
    }),
  );
}

/** As it is written down. */
const kept = (ask: Asked): Ask => askSchema.parse(ask);

async function step(context: Context, move: Move, team: Team | undefined): Promise<void> {
  const { ask, step: to, person } = move;
  const { check, team: id } = ask;
  putAsk(context.tx, kept(steppedTo(ask, move, context.now)));
  if (!team) return;
  const name = (person === team.leaderId ? team.leader : team.deputy)?.name ?? '';
  if (to === 'leader' || to === 'deputy') await keepAskCard(context, { check, team: id, person, name });
  if (to === 'reminded') remind(context, { check, team, person, name });
  // Whoever was asked before sees that it has gone on.
  if (ask.person !== '' && ask.person !== person) await keepAskCard(context, { check, team: id, person: ask.person, name: '' });
}

/** Somebody's chat takes no card: the next one is asked. */
export async function notReached(
  context: Context,
  { check, team, person }: { check: string; team: string; person: string },
): Promise<void> {
  const ask = await askOf(context.tx, check, team);
  if (ask?.outcome !== 'waiting' || ask.lost.includes(person)) return;
  putAsk(context.tx, { ...ask, lost: [...ask.lost, person] });
  roundOn(context, check, context.now);
}

const reminder = {
  nb: (team: string) => `Du har et kort her med spørsmål om opplysningene om ${team} stemmer. Trykk «Stemmer» eller «Endre» på det.`,
  nn: (team: string) => `Du har eit kort her med spørsmål om opplysningane om ${team} stemmer. Trykk «Stemmer» eller «Endre» på det.`,
  en: (team: string) => `You have a card here that asks whether what is registered about ${team} is right. Press one of its buttons.`,
};

function remind({ tx, bank }: Context, { check, team, person, name }: { check: string; team: Team; person: string; name: string }): void {
  const content = { type: 'text' as const, text: reminder[bank.locale](team.name) };
  tx.post({
    key: `contacts:${check}:${team.id}:reminded:${person}`,
    recipient: { to: 'person', aadId: person, name },
    content,
    locale: bank.locale,
  });
}

/** Leaders who are known by their e-mail address alone are asked whether it is them. */
async function linkSome(registrar: Registrar, context: Context, teams: readonly Team[]): Promise<void> {
  const roster = await registrar.ports.roster(context.bank.id);
  for (const team of teams) {
    const email = team.leader?.id === null ? team.leader.email.toLowerCase() : '';
    const found = email === '' ? undefined : roster?.find((each) => each.email?.toLowerCase() === email);
    if (found) notify(context, { team, what: 'isItYou', to: { id: found.aadId, name: found.name }, once: email });
  }
}
