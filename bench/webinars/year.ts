import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Act, type Event, EXTRAS, extraOf, importEvents, STATIONS, SUMS, type Sums } from './calendar-2023.ts';
import { at, dayAfter, endOf, momentAt } from './days.ts';
import { people, type Somebody } from './hall.ts';
import { onStage, realNow, type Stage, threadsOf } from './stage.ts';
import { lookAtWall } from './wall.ts';

/** What changed stands on every card so soon, at the latest. */
export const TRUE_WITHIN_MS = 60_000;
const LOOK_MS = 100;
const COLUMNS = 'Arrangement;Medarrangør(er);Deltakere';

export interface Year {
  readonly events: number;
  readonly stations: number;
  /** How often it was looked whether all cards are true, and how many cards were looked at. */
  readonly looks: number;
  readonly compared: number;
  /** Of all looks, the longest time until every card was true, ms. */
  readonly longestMs: number;
  readonly wrong: readonly string[];
  /** Messages to those who are interested. */
  readonly messages: number;
  readonly misdelivered: readonly string[];
  readonly sums: Sums;
  /** All months were lived through: the sums are what they must be, or told of in `wrongSums`. */
  readonly isWhole: boolean;
  readonly wrongSums: readonly string[];
  readonly calls: number;
  readonly seconds: number;
  readonly errors: readonly string[];
}

interface Look {
  readonly ms: number;
  readonly compared: number;
  readonly wrong: readonly string[];
}

/** The events of 2023 from their announcement to the annual report, with the clock moved over the year. */
export function year(months: number): Promise<Year> {
  const began = realNow();
  const all = people(100);
  return onStage({ clock: momentAt('2023-01-01', '08:00'), people: all, processes: 1 }, async (stage) => {
    const events = await announce(stage, months);
    await gather(stage, events, all);
    const stations = STATIONS.filter(({ day }) => Number(day.slice(5, 7)) <= months);
    const looks: Look[] = [];
    for (const { day, time, acts } of stations) {
      await stage.bots.setClock(momentAt(day, time));
      looks.push(await look(stage, events, { day, time }));
      for (const act of acts) await carryOut(stage, events, act);
      if (acts.length > 0) looks.push(await look(stage, events, { day, time }));
      await wrapUp(stage, events, at(day, time));
    }
    await stage.bots.setClock(momentAt(dayAfter(stations.at(-1)?.day ?? '', 1), '12:00'));
    return {
      ...{ events: events.length, stations: stations.length, looks: looks.length },
      compared: looks.reduce((sum, { compared }) => sum + compared, 0),
      longestMs: Math.max(...looks.map(({ ms }) => ms)),
      wrong: looks.flatMap(({ wrong }) => wrong),
      ...messagesOf(stage, events, all),
      ...(await report(stage, months)),
      ...{ calls: stage.standIn.calls.length, seconds: (realNow() - began) / 1_000, errors: stage.bots.errors() },
    };
  });
}

/** Brings all events in and announces them. */
async function announce(stage: Stage, months: number): Promise<readonly Event[]> {
  const events = await importEvents(stage, months);
  for (const { home, webinar } of events) await stage.organise('webinars.publish', { bank: home, webinar });
  const extras = EXTRAS.filter(({ when }) => Number(when.date.slice(5, 7)) <= months);
  const made: Event[] = [];
  for (const extra of extras) {
    const { home, banks, title, when } = extra;
    const { start, end, ...days } = when;
    const times = start === null ? { mode: 'physical' } : { start, end, mode: 'digital' };
    const { webinar } = await stage.organise('webinars.publish', { bank: home, title, ...days, ...times, banks: banks.join(',') });
    made.push({ ...extraOf(extra), webinar });
  }
  return [...events, ...made];
}

/** One is interested in each event. */
async function gather(stage: Stage, events: readonly Event[], all: readonly Somebody[]): Promise<void> {
  for (const [n, { webinar, home, rooms }] of events.entries()) {
    const [thread = ''] = await threadsOf(stage, webinar, rooms);
    const by = all[n] ?? { id: '', name: '' };
    const { kind, text } = await stage.press({ by, verb: 'webinars.interested', data: { bank: home, webinar }, thread });
    if (kind !== 'card') throw new Error(`${by.name} is not interested: «${text}»`);
  }
}

/** Looks at everything that stands until all of it is true. */
async function look(stage: Stage, events: readonly Event[], { day, time }: { day: string; time: string }): Promise<Look> {
  const began = performance.now();
  const monday = dayAfter(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
  for (;;) {
    const { compared, wrong } = lookAtWall(stage, events, { now: at(day, time), mondays: [monday, dayAfter(monday, -7)] });
    const ms = performance.now() - began;
    if (wrong.length === 0 || ms > TRUE_WITHIN_MS) return { ms, compared, wrong: wrong.map((each) => `${day}: ${each}`) };
    await pause(LOOK_MS);
  }
}

async function carryOut(stage: Stage, events: readonly Event[], { title, date, does, to = {} }: Act): Promise<void> {
  const event = events.find((each) => each.title === title && each.when.date === date);
  // With fewer months some are not there.
  if (!event) return;
  const about = { bank: event.home, webinar: event.webinar };
  if (does === 'move') {
    await stage.organise('webinars.reschedule', { ...about, ...to, reason: 'Det passet ikke likevel.' });
    event.was = event.when;
    event.when = { ...event.when, endDate: to.date ?? event.when.endDate, ...to };
    event.moves++;
  } else {
    await stage.organise(`webinars.${does}`, { ...about, ...(does === 'cancel' && { reason: 'For få påmeldte.' }) });
    event.state = does === 'cancel' ? 'cancelled' : 'withdrawn';
  }
}

async function wrapUp(stage: Stage, events: readonly Event[], now: number): Promise<void> {
  const over = events.filter((event) => event.state === 'published' && !event.isWrappedUp && endOf(event.when) <= now);
  for (const event of over) {
    const { home: bank, webinar, participants, teams } = event;
    await stage.organise('webinars.wrapUp', { bank, webinar, participants, ...(teams !== '' && { teams }) });
    event.isWrappedUp = true;
  }
}

/** What reached those who are interested, beside what became of their events. */
function messagesOf({ standIn }: Stage, events: readonly Event[], all: readonly Somebody[]) {
  const chats = Map.groupBy(standIn.sent(), ({ conversationId }) => conversationId);
  const misdelivered = events.flatMap((event, n) => {
    const got = (chats.get(`a:personal-${all[n]?.id}`) ?? []).map(({ activity: { summary = '' } }) => summary);
    const count = (start: string) => got.filter((summary) => summary.startsWith(start)).length;
    const must = [
      ['Ny tid', event.moves],
      ['Avlyst', Number(event.state === 'cancelled')],
      ['Kunngjøringen er trukket tilbake', Number(event.state === 'withdrawn')],
      ['Takk for interessen', Number(event.isWrappedUp)],
    ] as const;
    const twice = got.filter((summary, place) => got.indexOf(summary) !== place);
    return [
      ...must.flatMap(([start, times]) => (count(start) === times ? [] : [`«${event.title}»: ${count(start)} × «${start}» for ${times}`])),
      ...twice.map((summary) => `«${summary}» came again`),
    ];
  });
  const messages = all.reduce((sum, { id }) => sum + (chats.get(`a:personal-${id}`)?.length ?? 0), 0);
  return { messages, misdelivered };
}

const figures = z.object({
  events: z.number(),
  participants: z.number(),
  areas: z.array(z.object({ area: z.string(), events: z.number(), participants: z.number() })),
});

/** The annual report beside what it must come to; with fewer months only that it can be written. */
async function report({ cli, folder }: Stage, months: number): Promise<Pick<Year, 'sums' | 'isWhole' | 'wrongSums'>> {
  const out = join(folder, 'report');
  const told = await cli('report', 'events', '--bank', 'all', '--from', '2023-01-01', '--to', '2023-12-31', '--out', out, '--json');
  const { areas, ...all } = figures.parse(JSON.parse(told));
  const sums = Object.fromEntries([...areas.map(({ area, ...of }) => [area, of] as const), ['I alt', all] as const]);
  const wrong = Object.entries(SUMS).flatMap(([area, { events, participants }]) => {
    const is = sums[area];
    return is?.events === events && is.participants === participants
      ? []
      : [`${area}: ${is?.events} events, ${is?.participants} participants for ${events}, ${participants}`];
  });
  const [columns = ''] = readFileSync(join(out, 'arrangementer.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const wrongColumns = columns.replaceAll('"', '') === COLUMNS ? [] : [`columns «${columns}»`];
  return { sums, isWhole: months === 12, wrongSums: [...wrongColumns, ...(months === 12 ? wrong : [])] };
}
