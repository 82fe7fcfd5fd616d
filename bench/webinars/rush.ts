import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectorCall } from '../../test/support/connector-stand-in.ts';
import { echoTimes } from './echo.ts';
import { BANKS, bankOf, people, roomOf, type Somebody } from './hall.ts';
import { MONDAY, type Sizes } from './sizes.ts';
import { onStage, readable, realNow, type Stage, threadsOf, until } from './stage.ts';

/** Every so many press twice at the same time, take it back, and press anew after that. */
const EVERY = { twice: 5, back: 7, again: 21 } as const;
/** A posting is updated at most so often. */
export const GAP_MS = 5_000;
const TRUE_WITHIN_MS = 30_000;
/** What a process makes ready after its start is ready by then. */
const READY_MS = 2_500;
/** Who looks at the card before: two processes' first turns are no measure of the others. */
const WARMING = 50;

export interface Rush {
  readonly people: number;
  readonly presses: number;
  readonly expected: number;
  /** What each room's card says in the end. */
  readonly counted: readonly number[];
  /** Ms from the last answered press until the last card is true; undefined: never. */
  readonly trueAfterMs: number | undefined;
  /** Updates of all cards, and the least time between two of one card. */
  readonly updates: number;
  readonly postings: number;
  readonly leastGapMs: number;
  /** Ms of each press, sorted; and of a bare echo bot's turns. */
  readonly times: readonly number[];
  readonly echo: readonly number[];
  readonly errors: readonly string[];
  readonly problems: readonly string[];
}

/** A webinar on Thursday 19 March 2026. */
export const WEBINAR = {
  ...{ title: 'Kommunikasjon i RPH', date: '2026-03-19', start: '13:00', end: '14:30', mode: 'digital' },
  ...{ joinUrl: 'https://teams.example.no/l/meetup/1', banks: BANKS.join(',') },
} as const;

const isBack = (at: number) => at % EVERY.back === 0;
const isAgain = (at: number) => at % EVERY.again === 0;
/** Whether somebody is interested in the end. */
const staysIn = (at: number) => !isBack(at) || isAgain(at);

/** Hundreds of people press in three rooms within seconds. */
export async function rush(sizes: Sizes): Promise<Rush> {
  const all = people(sizes.pressing);
  const figures = await onStage({ clock: MONDAY, people: all }, async (stage) => {
    const { webinar } = await stage.organise('webinars.publish', WEBINAR);
    const threads = await threadsOf(stage, webinar, BANKS.map(roomOf));
    await pause(READY_MS);
    for (const by of all.slice(0, WARMING)) await stage.press({ by, verb: 'webinars.show', data: { webinar }, thread: threads[0] ?? '' });
    const { times, problems } = await pressAll(stage, { all, webinar, threads, withinMs: sizes.pressMs });
    const done = realNow();
    const expected = all.filter((_person, at) => staysIn(at)).length;
    const counts = () => countsOn(stage, threads);
    const isTrue = await until(() => counts().every((count) => count === expected), TRUE_WITHIN_MS);
    const trueAfterMs = isTrue ? realNow() - done : undefined;
    // What is right stays right.
    await pause(GAP_MS + 1_000);
    const updates = updatesOf(stage.standIn.calls);
    return {
      ...{ people: all.length, presses: times.length, expected, counted: counts(), trueAfterMs, problems },
      ...{ updates: [...updates.values()].flat().length, postings: updates.size, leastGapMs: leastGap([...updates.values()]) },
      ...{ times: times.toSorted((one, other) => one - other), errors: stage.bots.errors() },
    };
  });
  return { ...figures, echo: await echoTimes(figures.presses, sizes.pressMs) };
}

interface Pressing {
  readonly all: readonly Somebody[];
  readonly webinar: string;
  readonly threads: readonly string[];
  readonly withinMs: number;
}

async function pressAll(stage: Stage, { all, webinar, threads, withinMs }: Pressing) {
  const times: number[] = [];
  const problems: string[] = [];
  const began = performance.now();
  const one = async (by: Somebody, at: number) => {
    const thread = threads[BANKS.indexOf(bankOf(by))] ?? '';
    const press = async (verb: string) => {
      const answer = await stage.press({ by, verb, data: { webinar }, thread });
      times.push(answer.ms);
      if (answer.kind !== 'card') problems.push(`${by.name} ${verb}: «${answer.text.slice(0, 200)}»`);
    };
    // In no order of rooms or people, and the last ones early enough to change their minds.
    await pause(((at * 7919) % all.length) * ((withinMs * 0.95) / all.length));
    await Promise.all(Array.from({ length: at % EVERY.twice === 0 ? 2 : 1 }, () => press('webinars.interested')));
    if (isBack(at)) await press('webinars.notInterested');
    if (isAgain(at)) await press('webinars.interested');
  };
  await Promise.all(all.map(one));
  const took = performance.now() - began;
  if (took > withinMs + 1_000) problems.push(`the presses took ${Math.round(took)} ms`);
  return { times, problems };
}

/** How many are interested, as the card in each thread says. */
function countsOn({ standIn }: Stage, threads: readonly string[]): number[] {
  const standing = standIn.standing();
  return threads.map((thread) => {
    const card = standing.find(({ conversationId, activityId }) => conversationId === thread && thread.endsWith(`=${activityId}`));
    return Number(/(\d+) er interesserte?/.exec(card ? readable(card) : '')?.[1] ?? 0);
  });
}

/** When each card was updated. */
function updatesOf(calls: readonly ConnectorCall[]): ReadonlyMap<string, readonly number[]> {
  const puts = calls.filter(({ method }) => method === 'PUT');
  return new Map([...Map.groupBy(puts, ({ path }) => path)].map(([path, those]) => [path, those.map(({ at }) => at)]));
}

function leastGap(updates: readonly (readonly number[])[]): number {
  return Math.min(...updates.flatMap((times) => times.slice(1).map((at, before) => at - (times[before] ?? 0))));
}
