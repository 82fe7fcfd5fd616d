import type { SentActivity } from '../../test/support/connector-stand-in.ts';
import type { Event } from './calendar-2023.ts';
import { dayAfter, dayInWords, endOf, inWords, startOf } from './days.ts';
import { readable, type Stage } from './stage.ts';

const DAY_MS = 86_400_000;
const PHASES = { announced: '', soon: 'Begynner snart', live: 'Pågår nå', over: 'Er over', cancelled: 'Avlyst', withdrawn: '' } as const;
type Phase = keyof typeof PHASES;

/** A line that begins with a day: «torsdag 5. mars 2023 kl. 13.00–14.30, norsk tid». */
const A_DAY = /^(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) \d/i;
const FORMER = 'Var: ';

function phaseOf({ state, when }: Event, now: number): Phase {
  if (state !== 'published') return state;
  if (now >= endOf(when)) return 'over';
  if (now >= startOf(when)) return 'live';
  return now >= startOf(when) - DAY_MS ? 'soon' : 'announced';
}

const linesOf = (card: SentActivity) => readable(card).split('\n').slice(1);
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What a card in a room says otherwise than the event is. */
function wrongOn(card: SentActivity, event: Event, now: number): string[] {
  const lines = linesOf(card);
  const phase = phaseOf(event, now);
  const isMoved = event.was !== undefined && ['announced', 'soon', 'live'].includes(phase);
  const status = [isMoved ? 'Flyttet' : '', PHASES[phase]].filter((word) => word !== '').join(' · ');
  const when = `${inWords(event.when)}${event.isDigital ? ', norsk tid' : ''}`;
  const former = isMoved && event.was ? `${FORMER}${inWords(event.was)}` : undefined;
  const known = new Set<string>([...Object.values(PHASES), 'Flyttet'].filter((word) => word !== ''));
  const shownStatus = lines.find((line) => line.split(' · ').every((word) => known.has(word))) ?? '';
  return [
    ...(lines[0] === event.title ? [] : [`title «${lines[0]}»`]),
    ...(shownStatus === status ? [] : [`«${shownStatus}» for «${status}»`]),
    ...wrongDays(lines, when, former),
  ];
}

function wrongDays(lines: readonly string[], when: string, former: string | undefined): string[] {
  const days = lines.filter((line) => A_DAY.test(line));
  const was = lines.find((line) => line.startsWith(FORMER));
  return [
    ...(days.length === 1 && isSame(days[0] ?? '', when) ? [] : [`«${days.join('», «')}» for «${when}»`]),
    ...(was?.toLowerCase() === former?.toLowerCase() ? [] : [`«${was}» for «${former}»`]),
  ];
}

/** Reminders in the thread of a card, and the organisers' cards: whatever else they say, they name no other time. */
function otherTimesOn(card: SentActivity, event: Event): string[] {
  const wrong = linesOf(card).filter((line) => A_DAY.test(line) && !line.toLowerCase().startsWith(inWords(event.when).toLowerCase()));
  return wrong.map((line) => `«${line}» for «${inWords(event.when)}»`);
}

const HEADING = /^(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag) \d+\. \p{L}+$/iu;
const ITEM = /^(Avlyst: |Er over: |Pågår nå: )?\*\*(.+)\*\*$/;

/** What the week's card in a room says otherwise: an event under another day, or one that is cancelled and not marked. */
function wrongInDigest(card: SentActivity, week: { from: string; room: string }, events: readonly Event[]): string[] {
  const { from, room } = week;
  const here = events.filter(({ rooms, when }) => rooms.includes(room) && when.endDate >= from && when.date <= dayAfter(from, 13));
  const wanted = here
    .filter(({ state }) => state !== 'withdrawn')
    .map(
      ({ title, when, state }) => `${dayInWords(when.date < from ? from : when.date)}: ${state === 'cancelled' ? 'Avlyst: ' : ''}${title}`,
    );
  let day = '';
  const shown = linesOf(card).flatMap((line) => {
    if (HEADING.test(line)) day = line.toLowerCase();
    const [, mark = '', title] = ITEM.exec(line) ?? [];
    return title === undefined ? [] : [`${day}: ${mark === 'Avlyst: ' ? mark : ''}${title}`];
  });
  const [is, mustBe] = [shown.toSorted().join('; '), wanted.toSorted().join('; ')];
  return is === mustBe ? [] : [`the week from ${from} in ${room}: «${is}» for «${mustBe}»`];
}

/** Everything that stands in the rooms, as a reader sees it, beside the events as they must be. */
export interface Wall {
  readonly compared: number;
  readonly wrong: readonly string[];
}

const isDigest = (card: SentActivity) => linesOf(card)[0] === 'Denne uka og neste';

/** `mondays`: of the weeks whose cards are kept true; `now`: domain time. */
export function lookAtWall(
  { standIn }: Stage,
  events: readonly Event[],
  { now, mondays }: { now: number; mondays: readonly string[] },
): Wall {
  const byId = new Map(events.map((event) => [event.webinar, event]));
  const first = new Map(standIn.sent().map((sent) => [`${sent.conversationId} ${sent.activityId}`, sent]));
  const wrong: string[] = [];
  const seen = new Map<string, number>();
  const ofThread = new Map<string, Event>();
  let compared = 0;
  const told = (card: SentActivity, faults: readonly string[]) => {
    compared++;
    wrong.push(...faults.map((fault) => `${card.conversationId.split(';')[0]} «${linesOf(card)[0]}»: ${fault}`));
  };
  for (const card of standIn.standing()) {
    const [room = ''] = card.conversationId.split(';');
    const sent = first.get(`${card.conversationId} ${card.activityId}`);
    const event = byId.get(/"webinar":"([^"]+)"/.exec(JSON.stringify(sent?.activity.attachments ?? ''))?.[1] ?? '');
    const isThread = card.conversationId.endsWith(`=${card.activityId}`);
    const [, from] = /· (\d+\. \p{L}+ \d{4}) til/u.exec(linesOf(card)[1] ?? '') ?? [];
    const monday = mondays.find((day) => from === `${Number(day.slice(8))}. ${dayInWords(day).split(' ').at(-1)} ${day.slice(0, 4)}`);
    if (event?.rooms.includes(room) && isThread) {
      ofThread.set(card.conversationId, event);
      seen.set(`${event.webinar} ${room}`, (seen.get(`${event.webinar} ${room}`) ?? 0) + 1);
      told(card, wrongOn(card, event, now));
    } else if (isDigest(card) && monday !== undefined) told(card, wrongInDigest(card, { from: monday, room }, events));
    else if (!isDigest(card) && !room.startsWith('a:personal-p')) {
      const about = event ?? ofThread.get(card.conversationId);
      if (about) told(card, otherTimesOn(card, about));
    }
  }
  return { compared, wrong: [...wrong, ...wrongNumbers(events, seen)] };
}

/** Each event has one card in each of its rooms; one that was taken back has none. */
function wrongNumbers(events: readonly Event[], seen: ReadonlyMap<string, number>): string[] {
  return events.flatMap(({ webinar, title, rooms, state }) =>
    rooms.flatMap((room) => {
      const [is, mustBe] = [seen.get(`${webinar} ${room}`) ?? 0, state === 'withdrawn' ? 0 : 1];
      return is === mustBe ? [] : [`${is} cards of «${title}» in ${room}`];
    }),
  );
}
