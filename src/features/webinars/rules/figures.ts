import type { Webinar } from '../model.ts';

/** Days in Norway, `YYYY-MM-DD`; both are in it. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** Sums over events. `events` are counted by what each stands for. */
export interface Sums {
  readonly events: number;
  readonly participants: number;
  readonly teams: number;
}

/** `area` is '' where none was given. */
export interface AreaSums extends Sums {
  readonly area: string;
}

/** What the annual report counts of a period. */
export interface EventFigures extends Sums {
  /** In order of their names, those without one last; they add up to the sums of all. */
  readonly areas: readonly AreaSums[];
  /** How many records say nothing of how many took part: they add nothing to the sums. */
  readonly unknown: number;
}

/** Whether an event took place, as far as is known: somebody counted those who came, or it was published and is over. */
function tookPlace({ state, participants, endsAt }: Pick<Webinar, 'state' | 'participants' | 'endsAt'>, now: number): boolean {
  if (state === 'cancelled' || state === 'withdrawn') return false;
  return participants !== null || (state === 'published' && endsAt <= now);
}

const before = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The events of a period that took place, each once, in order of time. An event belongs where its first day lies. */
export function eventsThatTookPlace(webinars: readonly Webinar[], { from, to }: Days, now: number): Webinar[] {
  const chosen = webinars.filter((webinar) => webinar.date >= from && webinar.date <= to && tookPlace(webinar, now));
  const once = [...new Map(chosen.map((webinar) => [webinar.id, webinar])).values()];
  return once.sort((one, other) => one.startsAt - other.startsAt || before(one.title, other.title) || before(one.id, other.id));
}

/** An area is the same however it is spaced and in whatever case it stands. */
const keyOf = ({ reportArea }: Webinar) => reportArea.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');

function sumsOf(webinars: readonly Webinar[]): Sums {
  const sum = (value: (webinar: Webinar) => number) => webinars.reduce((total, webinar) => total + value(webinar), 0);
  return {
    events: sum(({ countsAs }) => countsAs),
    participants: sum(({ participants }) => participants ?? 0),
    teams: sum(({ teams }) => teams ?? 0),
  };
}

/** The sums of these events, and of each report area. An area goes by the name that stands on its first event. */
export function eventFigures(webinars: readonly Webinar[]): EventFigures {
  const byArea = [...Map.groupBy(webinars, keyOf)].sort(
    ([one], [other]) => Number(one === '') - Number(other === '') || one.localeCompare(other, 'nb'),
  );
  const areas = byArea.map(([, those]) => ({ area: those[0]?.reportArea.trim() ?? '', ...sumsOf(those) }));
  return { ...sumsOf(webinars), areas, unknown: webinars.filter(({ participants }) => participants === null).length };
}
