import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import papa from 'papaparse';
import type { ConnectorCall } from '../../test/support/connector-stand-in.ts';
import { teamsLimits } from '../../test/support/teams-limits.ts';
import { BANKS, bankOf, people, roomOf, type Somebody } from './hall.ts';
import { ASKED_MS, isGuest, leastMsFor, mishaps, personIn } from './mishaps.ts';
import { WEBINAR } from './rush.ts';
import { MONDAY } from './sizes.ts';
import { onStage, realNow, type Stage, threadsOf, until } from './stage.ts';

/** As a connector answers. */
const ANSWERS_AFTER_MS = 120;
/** From the arrival of a message to the commit that it was sent: the stated window, in which a kill may double it. */
const WINDOW_MS = 1_000;
const AT_ONCE = 16;
/** Longer than the slowest sending that is still worth measuring. */
const PATIENCE_MS = 120_000;
/** No call for so long: all is through. */
const QUIET_MS = 4_000;
/** At most so many are called upon in one post. */
const MOST_MENTIONS = 20;

export interface FanOut {
  readonly people: number;
  readonly killed: boolean;
  readonly lost: readonly string[];
  readonly doubledInWindow: readonly string[];
  readonly doubledOutside: readonly string[];
  /** Reached in their chat, and by a mention. */
  readonly inChat: number;
  readonly mentioned: number;
  readonly posts: number;
  /** What the delivery report says otherwise than what happened. */
  readonly misreported: readonly string[];
  readonly calls: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
  /** From the press to the last message, ms; and what the limits leave for the calls that were made. */
  readonly tookMs: number;
  readonly leastMs: number;
  /** For so long the connector asked for no calls at all: new chats were refused with 429. */
  readonly askedMs: number;
  /** The longest time without a call: the other process takes over. */
  readonly silentMs: number;
  readonly problems: readonly string[];
  readonly errors: readonly string[];
}

/** All who are interested are told of a move, one by one. */
export function fanOut(count: number, kill: boolean): Promise<FanOut> {
  const all = people(count);
  return onStage({ clock: MONDAY, people: all }, async (stage) => {
    const { webinar } = await stage.organise('webinars.publish', WEBINAR);
    const threads = await threadsOf(stage, webinar, BANKS.map(roomOf));
    const problems = await gather(stage, { all, webinar, threads });
    const limits = teamsLimits();
    stage.standIn.setDelay(ANSWERS_AFTER_MS);
    stage.standIn.setFault(mishaps(limits));
    const began = realNow();
    await stage.organise('webinars.reschedule', { webinar, date: '2026-03-20', reason: 'Foredragsholderen kan ikke på torsdag.' });
    const half = () => arrivalsSince(stage, began).length >= count / 2;
    if (kill && (await until(half, PATIENCE_MS))) await stage.bots.kill(0);
    await untilThrough(stage, all, began);
    const reported = await reportOf(stage);
    const calls = stage.standIn.calls.filter(({ at, method }) => at >= began && method !== 'GET');
    const arrivals = arrivalsSince(stage, began);
    return {
      ...{ people: count, killed: kill, ...fatesOf(all, arrivals, stage.bots.kills), ...timesOf(calls, arrivals, began) },
      ...{ misreported: misreported(all, arrivals, reported), violations: limits.violations, problems, errors: stage.bots.errors() },
    };
  });
}

async function gather(stage: Stage, of: { all: readonly Somebody[]; webinar: string; threads: readonly string[] }): Promise<string[]> {
  const left = [...of.all];
  const problems: string[] = [];
  const one = async () => {
    for (let by = left.shift(); by; by = left.shift()) {
      const thread = of.threads[BANKS.indexOf(bankOf(by))] ?? '';
      const { kind, text } = await stage.press({ by, verb: 'webinars.interested', data: { webinar: of.webinar }, thread });
      if (kind !== 'card') problems.push(`${by.name}: «${text.slice(0, 200)}»`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  // The limits are as free as they are on another day.
  await pause(1_500);
  return problems;
}

/** A message that reached somebody: in a chat, or as one of those who are called upon in a thread. */
interface Arrival {
  readonly person: string;
  readonly how: 'chat' | 'mention';
  readonly at: number;
  readonly call: ConnectorCall;
}

function arrivalsSince({ standIn }: Stage, since: number): Arrival[] {
  const taken = standIn.calls.filter(
    ({ method, status, at, path }) => method === 'POST' && status === 201 && at >= since && path.includes('/activities'),
  );
  return taken.flatMap((call): Arrival[] => {
    const owner = personIn(call);
    if (owner !== undefined) return [{ person: owner, how: 'chat', at: call.at, call }];
    const mentioned = (call.body.entities ?? []).flatMap(({ type, mentioned: who }) => (type === 'mention' ? [String(who?.id)] : []));
    return mentioned.map((person) => ({ person, how: 'mention', at: call.at, call }));
  });
}

/** Until everybody was reached and nothing more comes; or nothing comes for long. */
async function untilThrough(stage: Stage, all: readonly Somebody[], began: number): Promise<void> {
  const reached = () => new Set(arrivalsSince(stage, began).map(({ person }) => person)).size;
  await until(() => reached() >= all.length, PATIENCE_MS);
  await until(() => realNow() - (stage.standIn.calls.at(-1)?.at ?? 0) > QUIET_MS, 3 * QUIET_MS);
}

function fatesOf(all: readonly Somebody[], arrivals: readonly Arrival[], kills: readonly number[]) {
  const byPerson = Map.groupBy(arrivals, ({ person }) => person);
  const doubled = [...byPerson.values()].filter(({ length }) => length > 1);
  const inWindow = (those: readonly Arrival[]) => those.some(({ at }) => kills.some((kill) => at >= kill - WINDOW_MS && at <= kill + 50));
  const told = (those: readonly Arrival[]) =>
    `${those[0]?.person}: ${those.map(({ how, at }) => `${how} at ${Math.round(at)}`).join(', ')}`;
  const posts = new Set(arrivals.flatMap(({ how, call }) => (how === 'mention' ? [call] : [])));
  const crowded = [...posts].filter(({ body }) => (body.entities ?? []).length > MOST_MENTIONS);
  return {
    lost: all.filter(({ id }) => !byPerson.has(id)).map(({ name }) => name),
    doubledInWindow: doubled.filter(inWindow).map(told),
    doubledOutside: [...doubled.filter((those) => !inWindow(those)).map(told), ...crowded.map(() => 'more than 20 called upon in a post')],
    inChat: [...byPerson.values()].filter(([first]) => first?.how === 'chat').length,
    mentioned: [...byPerson.values()].filter(([first]) => first?.how === 'mention').length,
    posts: posts.size,
  };
}

function timesOf(calls: readonly ConnectorCall[], arrivals: readonly Arrival[], began: number) {
  const end = Math.max(...arrivals.map(({ at }) => at));
  const within = calls.filter(({ at }) => at <= end);
  const refused = Map.groupBy(
    within.filter(({ status }) => status >= 400 || status === 0),
    ({ status }) => String(status || 'reset'),
  );
  const asked = within.filter(({ status, conversationId }) => status === 429 && conversationId === undefined);
  const gaps = within.slice(1).map(({ at }, before) => at - (within[before]?.at ?? 0));
  return {
    ...{ calls: within.length, tookMs: end - began, leastMs: leastMsFor(within.length), silentMs: Math.max(...gaps) },
    askedMs: asked.length * ASKED_MS,
    refused: Object.fromEntries([...refused].map(([status, those]) => [status, those.length])),
  };
}

interface Line {
  readonly Hva: string;
  readonly Til: string;
  readonly Hvor: string;
  readonly Nådd: string;
}

/** What the delivery report says of those who were told of the move. */
async function reportOf({ cli, folder }: Stage): Promise<readonly Line[]> {
  const out = join(folder, 'report');
  await cli('report', 'deliveries', '--bank', 'rph', '--from', '2026-03-01', '--to', '2026-03-31', '--out', out);
  const csv = readFileSync(join(out, 'leveranser.csv'), 'utf8').replace(/^\uFEFF/, '');
  return papa.parse<Line>(csv, { header: true, skipEmptyLines: true }).data.filter(({ Hva }) => Hva === 'Flyttet');
}

function misreported(all: readonly Somebody[], arrivals: readonly Arrival[], lines: readonly Line[]): string[] {
  const ways = new Map(arrivals.map(({ person, how }) => [person, how === 'chat' ? 'personlig chat' : 'nevnt i tråden']));
  return all.flatMap((person) => {
    const own = lines.filter(({ Til }) => Til === person.name);
    const is = own.map(({ Hvor, Nådd }) => `${Nådd}, ${Hvor}`).join('; ');
    const way = ways.get(person.id);
    const mustBe = way === undefined ? 'nei, ' : `ja, ${way}`;
    const isOdd = isGuest(person) !== (way === 'nevnt i tråden');
    return is.startsWith(mustBe) && own.length === 1 && !isOdd ? [] : [`${person.name}: «${is}» for «${mustBe}»`];
  });
}
