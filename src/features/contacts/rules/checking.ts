import { REGIONS } from '../../../core/banks.ts';
import { addMonths, dayOf } from '../../../core/calendar.ts';
import { isWorkday, nextOpening, nextWorkday, STANDARD_HOURS, timeAt } from '../../../core/workdays.ts';
import type { Ask, Region, Step, Team } from '../model.ts';

/** `mailed`: the shared mailbox was written to in this round; where that was not kept, it was when its turn is past. */
export type Asked = Readonly<Ask> & { readonly mailed?: boolean | undefined };
/** Whom one can ask about a team. */
export type Askable = Readonly<Pick<Team, 'leaderId' | 'deputyId' | 'sharedMailbox'>>;

/** Where the asking goes on, and with whom: a directory object id, '' for a mailbox and the coordinator's list. */
export interface Next {
  readonly step: Step;
  readonly person: string;
}

/** How long each is waited for. */
const PATIENCE_MS = 7 * 86_400_000;
const MONTHS = 6;
const START = '08:00';
const HOLIDAY = '07';

const isHoliday = (day: string) => day.slice(5, 7) === HOLIDAY;
/** The day itself, or the first one after July. */
const afterHoliday = (day: string) => (isHoliday(day) ? `${day.slice(0, 4)}-08-01` : day);

/** Whether anybody may be asked: not in July. */
export const mayStart = (now: number): boolean => !isHoliday(dayOf(now));

/** When the next round begins after one that began at `after`: so many months later at 8 o'clock on a working day, never in July. */
export function nextStartAt(after: number, months = MONTHS): number {
  let day = afterHoliday(dayOf(addMonths(after, months)));
  while (!isWorkday(day)) day = afterHoliday(nextWorkday(day));
  return timeAt(day, START);
}

/** When it has been waited long enough for who is asked: a week later, in office hours, never in July. */
export function dueAt({ since }: Pick<Ask, 'since'>): number {
  const due = nextOpening(since + PATIENCE_MS, STANDARD_HOURS);
  const day = dayOf(due);
  return isHoliday(day) ? nextOpening(timeAt(afterHoliday(day), START), STANDARD_HOURS) : due;
}

/** In a round's beginning: nobody is asked yet. */
export function askAbout(of: { readonly check: string; readonly team: string; readonly now: number }): Asked {
  return {
    check: of.check,
    team: of.team,
    step: 'queued',
    person: '',
    since: of.now,
    outcome: 'waiting',
    at: null,
    asked: [],
    mailed: false,
    lost: [],
  };
}

const WITH_A_PERSON: ReadonlySet<Step> = new Set(['leader', 'reminded', 'deputy']);
const isAnswered = ({ outcome }: Asked) => outcome === 'confirmed' || outcome === 'changed';

const wasMailed = ({ step, mailed }: Asked) => mailed ?? (step === 'mailbox' || step === 'coordinator');

/** The first of leader, deputy, mailbox and coordinator who was not asked; who is not there is passed over. */
function firstUnasked(ask: Asked, { leaderId, deputyId, sharedMailbox }: Askable): Next {
  if (leaderId !== '' && !ask.asked.includes(leaderId)) return { step: 'leader', person: leaderId };
  if (deputyId !== '' && !ask.asked.includes(deputyId)) return { step: 'deputy', person: deputyId };
  if (sharedMailbox !== '' && !wasMailed(ask)) return { step: 'mailbox', person: '' };
  return { step: 'coordinator', person: '' };
}

/** Whether the one who is asked may still answer. A leader who became the deputy leaves it to a new leader. */
function isWithTeam({ step, person }: Asked, { leaderId, deputyId, sharedMailbox }: Askable): boolean {
  if (step === 'mailbox') return sharedMailbox !== '';
  if (step === 'deputy') return person === deputyId || person === leaderId;
  return person === leaderId || (leaderId === '' && person === deputyId);
}

/** In July nobody is asked anew: it waits, for whom is known. */
const heldInJuly = (next: Next, now: number): Next =>
  mayStart(now) || next.step === 'coordinator' ? next : { step: 'queued', person: next.person };

/**
 * Where the asking about a team goes on at `now`; undefined while it stays where it is. The leader is asked and, a week later, reminded; then
 * the deputy, the shared mailbox, the coordinator's list, each after a week without an answer. Who has left is not waited for, and somebody
 * new is asked wherever it stands. Nobody is asked a second time in a round.
 */
export function nextStep(ask: Asked, team: Askable, now: number): Next | undefined {
  if (isAnswered(ask)) return undefined;
  const next = firstUnasked(ask, team);
  if (ask.step === 'queued') return next.step === 'coordinator' || mayStart(now) ? next : undefined;
  const isNewPerson = WITH_A_PERSON.has(next.step);
  if (ask.step === 'coordinator') return isNewPerson && mayStart(now) ? next : undefined;
  if (!isWithTeam(ask, team)) return heldInJuly(next, now);
  if (ask.step === 'mailbox' && isNewPerson) return mayStart(now) ? next : undefined;
  if (now < dueAt(ask) || !mayStart(now)) return undefined;
  return ask.step === 'leader' ? { step: 'reminded', person: ask.person } : next;
}

/** The record after a step. Who stands on the coordinator's list was not reached. */
export function steppedTo(ask: Asked, { step, person }: Next, now: number): Asked {
  const isAsking = step === 'leader' || step === 'deputy';
  return {
    ...{ ...ask, step, person, since: now, outcome: step === 'coordinator' ? 'unreachable' : 'waiting' },
    ...{ asked: isAsking ? [...ask.asked, person] : ask.asked, mailed: step === 'mailbox' ? true : ask.mailed },
  };
}

interface Round {
  /** By their ids; asking about a team that is not here stands still. */
  readonly teams: ReadonlyMap<string, Askable>;
  readonly now: number;
  /** Who has such a card from elsewhere. */
  readonly busy?: ReadonlySet<string>;
  /** How many teams are gone on with at most. */
  readonly most?: number;
}

/** A step to take: what is asked about a team goes to `person`. */
export interface Move extends Next {
  readonly ask: Asked;
}

const byAge = (one: Asked, other: Asked) => one.since - other.since || (one.team < other.team ? -1 : 1);

/** The step that can be taken at once: nobody gets a card who has one. Whoever had their turn does not keep it while the next one is busy. */
function nextFree(ask: Asked, { teams, now }: Round, isBusy: (person: string) => boolean): Next | undefined {
  const team = teams.get(ask.team);
  const next = team && nextStep(ask, team, now);
  if (!next) return undefined;
  const isOwn = WITH_A_PERSON.has(ask.step) && next.person === ask.person;
  if (!WITH_A_PERSON.has(next.step) || isOwn || !isBusy(next.person)) return next;
  return WITH_A_PERSON.has(ask.step) ? { step: 'queued', person: next.person } : undefined;
}

/**
 * All steps to be taken now, so that nobody has more than one card at a time, however many teams they answer for: their others stay queued
 * until that one is answered. Who has waited longest comes first.
 */
export function whoIsAsked(asks: readonly Asked[], round: Round): Move[] {
  const state = new Map(asks.toSorted(byAge).map((ask) => [ask, ask]));
  const moves = new Map<Asked, Move>();
  const holding = new Map<string, number>();
  const hold = ({ step, person, team, ...ask }: Asked, by: number) => {
    const isHeld = WITH_A_PERSON.has(step) && ask.outcome === 'waiting' && round.teams.has(team);
    if (isHeld) holding.set(person, (holding.get(person) ?? 0) + by);
  };
  for (const ask of asks) hold(ask, 1);
  const isBusy = (person: string) => (holding.get(person) ?? 0) > 0 || round.busy?.has(person) === true;
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const [ask, at] of state) {
      const isFull = moves.size >= (round.most ?? asks.length) && !moves.has(ask);
      const next = isFull ? undefined : nextFree(at, round, isBusy);
      if (!next) continue;
      const after = steppedTo(at, next, round.now);
      hold(at, -1);
      hold(after, 1);
      state.set(ask, after);
      moves.set(ask, { ask, ...next });
      isMoving = true;
    }
  }
  return [...moves.values()];
}

/**
 * When a round goes on by itself, once all steps of `now` were taken: when somebody has been waited for long enough, at the latest the next
 * working morning; in July not at all. Undefined when nobody is asked any more.
 */
export function goesOnAt(asks: readonly Asked[], { teams, now }: Pick<Round, 'teams' | 'now'>): number | undefined {
  const open = asks.filter(({ outcome, team }) => outcome === 'waiting' && teams.has(team));
  if (open.length === 0) return undefined;
  const today = dayOf(now);
  if (isHoliday(today)) return nextOpening(timeAt(afterHoliday(today), START), STANDARD_HOURS);
  const due = open.filter(({ step }) => step !== 'queued').map(dueAt);
  return Math.min(timeAt(nextWorkday(today), START), ...due.filter((at) => at > now));
}

/** How far a round has come. `unreachable`: those on the coordinator's list. */
interface Counts {
  readonly total: number;
  readonly confirmed: number;
  readonly changed: number;
  readonly waiting: number;
  readonly unreachable: number;
}
export interface Progress extends Counts {
  /** Those regions in which a team is asked about, in their order; what has none last. They add up to the whole. */
  readonly byRegion: readonly (Counts & { readonly region: Region | null })[];
}

function countsOf(asks: readonly Asked[]): Counts {
  const isOn = ({ outcome, step }: Asked) => (outcome === 'waiting' && step === 'coordinator' ? 'unreachable' : outcome);
  const count = (what: Ask['outcome']) => asks.filter((ask) => isOn(ask) === what).length;
  const [confirmed, changed, waiting, unreachable] = [count('confirmed'), count('changed'), count('waiting'), count('unreachable')];
  return { total: asks.length, confirmed, changed, waiting, unreachable };
}

/** Teams that are gone are not counted. `region` of a team: the one that it counts in. */
export function progressOf(asks: readonly Asked[], teams: readonly { readonly id: string; readonly region: Region | null }[]): Progress {
  const regions = new Map(teams.map(({ id, region }) => [id, region]));
  const counted = asks.filter(({ team }) => regions.has(team));
  const byRegion = [...REGIONS, null].flatMap((region) => {
    const own = counted.filter(({ team }) => regions.get(team) === region);
    return own.length === 0 ? [] : [{ region, ...countsOf(own) }];
  });
  return { ...countsOf(counted), byRegion };
}
