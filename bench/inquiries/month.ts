import { setTimeout as pause } from 'node:timers/promises';
import { addDays, isWorkday } from '../../src/core/workdays.ts';
import { Case, type Facts } from './case.ts';
import { elsewhere, FATES, type Fate, race } from './fates.ts';
import { FIRST_DAY, momentAt, type Sizes, TIMES } from './sizes.ts';
import { inChat, inThread, type Teams } from './teams.ts';
import { ADVISING, type BankId, isClosed, MEMBERS_OF, PHASES, REFERRED, REGIONS, TOPICS } from './town.ts';

/** People who act at the same time. */
const AT_ONCE = 12;
/** Every so many inquiries one is of the other bank, is urgent, is for all to read, is for another body, or names no topic. */
const EVERY = { otherBank: 6, urgent: 5, published: 7, elsewhere: 17, topicless: 11 } as const;
/** Nothing is sent in the last days, so that most of it comes to its end. */
const LAST_DAYS = 3;
/** A kill comes within so many ms after the clock begins to move, or after people begin to act. */
const LATEST_KILL_MS = 250;

interface Started {
  readonly one: Case;
  readonly acts: AsyncGenerator<number, void>;
}

function factsOf(teams: Teams, at: number, isRace: boolean): Facts {
  const bank: BankId = at % EVERY.otherBank === 5 && !isRace ? 'fact-ung' : 'rph';
  const members = MEMBERS_OF[bank];
  const asker = members[(at * 13) % members.length] ?? { id: '', name: '' };
  const isThread = isClosed(asker) || at % 4 === 0;
  const isElsewhere = at % EVERY.elsewhere === 7 && !isRace && bank === 'rph';
  const topic = isElsewhere ? REFERRED[at % REFERRED.length] : at % EVERY.topicless === 3 ? undefined : TOPICS[at % TOPICS.length];
  return {
    ...{ at, bank, asker, topic },
    spot: isThread ? inThread(bank, teams.nextId('15')) : inChat(asker),
    // A question for another body names no region: then no other route is nearer.
    region: isElsewhere || at % 3 === 0 ? undefined : REGIONS[at % REGIONS.length],
    phase: isElsewhere || at % 2 === 0 ? undefined : PHASES[at % PHASES.length],
    urgent: at % EVERY.urgent === 2,
    wish: at % EVERY.published === 1 ? 'channel' : 'here',
  };
}

function fateOf(one: Case, isRace: boolean): Fate {
  const all = Object.values(FATES);
  if (isRace) return race;
  if (one.facts.bank === 'rph' && REFERRED.some((each) => each === one.facts.topic)) return elsewhere;
  return all[(one.facts.at * 3) % all.length] ?? race;
}

async function allOf(works: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...works];
  const one = async () => {
    for (let work = left.shift(); work; work = left.shift()) await work();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** The turns of the clock in which something is sent, weighted: most on working days at noon. */
function turnsFor({ inquiries, days }: Sizes): number[] {
  const turns: number[] = [];
  for (let day = 0; day < days - LAST_DAYS; day++) {
    const weight = isWorkday(addDays(FIRST_DAY, day)) ? [1, 4, 2] : [0, 1, 0];
    for (const [time, times] of weight.entries()) for (let n = 0; n < times; n++) turns.push(day * TIMES.length + time);
  }
  return Array.from({ length: inquiries }, (_, at) => turns[Math.floor((at * turns.length) / inquiries)] ?? 0);
}

/** An adviser puts in an absence, and another looks at the desk; an asker looks at their own. */
async function daily(teams: Teams, day: number): Promise<void> {
  const [away, deputy, other] = [0, 3, 5].map((more) => ADVISING.rph[(day * 3 + more) % ADVISING.rph.length]);
  const asker = MEMBERS_OF.rph[(day * 2 + 1) % MEMBERS_OF.rph.length];
  if (!away || !deputy || !other || !asker) return;
  if (day % 3 === 1) {
    const from = addDays(FIRST_DAY, day + 1);
    const data = { bank: 'rph', from, to: addDays(from, 2), deputy: deputy.id };
    const { kind, text } = await teams.press({ by: away, at: inChat(away), verb: 'inquiries.away', data });
    if (kind !== 'card') teams.problems.push(`inquiries.away of ${away.name}: «${text}»`);
  }
  await teams.press({ by: other, at: inChat(other), verb: 'inquiries.desk', data: { bank: 'rph' } });
  await teams.write(other, inChat(other), { text: 'status', step: 'status' });
  if (!isClosed(asker)) await teams.write(asker, inChat(asker), { text: 'mine henvendelser', step: 'mine henvendelser' });
}

/** The turns of the clock in which a process is killed. */
function killsAt({ kills, days }: Sizes): ReadonlySet<number> {
  const turns = (days - 1) * TIMES.length;
  return new Set(Array.from({ length: kills }, (_, at) => 1 + Math.floor((at * turns) / kills)));
}

/** A month, or what `sizes` say of it, turn by turn of the clock. Gives every inquiry with the state that it must have. */
export async function liveThrough(teams: Teams, sizes: Sizes): Promise<readonly Case[]> {
  const cases: Case[] = [];
  const due = new Map<number, Started[]>();
  const put = (turn: number, started: Started) => due.set(turn, [...(due.get(turn) ?? []), started]);
  const sent = Map.groupBy(turnsFor(sizes).entries(), ([, turn]) => turn);
  const raceEvery = Math.floor(sizes.inquiries / sizes.races);
  const kills = killsAt(sizes);
  const start = async (at: number, turn: number) => {
    const isRace = at % raceEvery === 1;
    const one = new Case(teams, factsOf(teams, at, isRace));
    cases.push(one);
    await one.send();
    await goOn({ one, acts: fateOf(one, isRace)(one) }, turn);
  };
  const goOn = async (started: Started, turn: number) => {
    const { done, value } = await started.acts.next();
    if (!done) put(turn + value, started);
  };
  const turns = sizes.days * TIMES.length;
  for (let turn = 0; turn < turns; turn++) {
    const day = Math.floor(turn / TIMES.length);
    const time = TIMES[turn % TIMES.length] ?? TIMES[0];
    const works = [
      ...(due.get(turn) ?? []).map((started) => () => goOn(started, turn)),
      ...(sent.get(turn) ?? []).map(
        ([at]) =>
          () =>
            start(at, turn),
      ),
      ...(time === '12:00' ? [() => daily(teams, day)] : []),
    ];
    const kill = async () => {
      if (!kills.has(turn)) return;
      await pause(Math.random() * LATEST_KILL_MS);
      await teams.bots.kill(Math.floor(Math.random() * 2));
    };
    const move = () => teams.bots.setClock(momentAt(addDays(FIRST_DAY, day), time));
    // Every other kill comes while the clock moves, and what is due is done.
    await Promise.all([move(), ...(turn % 2 === 0 ? [kill()] : [])]);
    await Promise.all([allOf(works), ...(turn % 2 === 1 ? [kill()] : [])]);
  }
  return cases;
}

/** The end of the last day. */
export const endOf = ({ days }: Sizes) => momentAt(addDays(FIRST_DAY, days - 1), '20:00');
