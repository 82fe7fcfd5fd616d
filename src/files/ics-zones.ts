import { dayOf } from '../core/calendar.ts';
import { timeAt, timeOfDay } from '../core/workdays.ts';
import { CalendarFault, type Component, wordOf } from './ics-lines.ts';

/** The moment (epoch ms) when the clocks of a zone show a day and a time of day. Throws a CalendarFault where they never do. */
export type Clocks = (day: string, time: string) => number;

/** The clocks that a calendar file means by a TZID; without one Norway's. Throws a CalendarFault on a zone that nobody knows. */
export type Zones = (tzid: string | undefined) => Clocks;

const NORWAY = 'Europe/Oslo';
/** What Windows calls the zones that an invitation to Norway is likely to come from. */
const WINDOWS: ReadonlyMap<string, string> = new Map([
  ['w. europe standard time', NORWAY],
  ['central europe standard time', NORWAY],
  ['central european standard time', NORWAY],
  ['romance standard time', NORWAY],
  ['gmt standard time', 'Europe/London'],
  ['greenwich standard time', 'UTC'],
  ['fle standard time', 'Europe/Helsinki'],
  ['gtb standard time', 'Europe/Athens'],
  ['turkey standard time', 'Europe/Istanbul'],
  ['russian standard time', 'Europe/Moscow'],
  ['eastern standard time', 'America/New_York'],
  ['central standard time', 'America/Chicago'],
  ['pacific standard time', 'America/Los_Angeles'],
]);
/** Zones of Europe by their offsets in winter and summer: all change on the last Sundays of March and October. */
const EUROPEAN: ReadonlyMap<string, string> = new Map([
  ['+00:00 +01:00', 'Europe/London'],
  ['+01:00 +02:00', NORWAY],
  ['+02:00 +03:00', 'Europe/Helsinki'],
]);

const norwegian: Clocks = (day, time) => {
  const at = shown(day, time);
  if (dayOf(at) !== day || timeOfDay(at) !== time)
    throw new CalendarFault(`klokkeslettet ${time} finnes ikke ${day}; da stilles klokka fram`);
  return at;
};

/** What Norwegian clocks mean by it. */
function shown(day: string, time: string): number {
  try {
    return timeAt(day, time);
  } catch {
    throw new CalendarFault(`${day} ${time} finnes ikke`);
  }
}

/** The clocks of a zone that the platform knows by that name. */
function platformClocks(zone: string): Clocks | undefined {
  try {
    const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
    const ahead = (at: number) => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`) - at;
    return (day, time) => {
      shown(day, time);
      const wall = Date.parse(`${day}T${time}:00Z`);
      return wall - ahead(wall - ahead(wall));
    };
  } catch {
    return undefined;
  }
}

const clocksOf = (zone: string | undefined) => (zone === NORWAY ? norwegian : zone && platformClocks(zone));

/** The zone that a file describes by itself, where it changes as all of Europe does, or never. */
function describedZone(timezone: Component): string | undefined {
  const ruleOf = (part: Component) => part.lines.find(({ name }) => name === 'RRULE')?.text.split(/[:;]/) ?? [];
  const [winter, summer] = ['STANDARD', 'DAYLIGHT'].map((name) =>
    timezone.parts.findLast((part) => part.name === name && !ruleOf(part).some((rule) => rule.startsWith('UNTIL='))),
  );
  if (!winter) return undefined;
  const changesIn = (part: Component, month: string) => ['BYDAY=-1SU', `BYMONTH=${month}`].every((rule) => ruleOf(part).includes(rule));
  if (!summer) return ruleOf(winter).length === 0 ? wordOf(winter, 'TZOFFSETTO') : undefined;
  if (!changesIn(winter, '10') || !changesIn(summer, '3')) return undefined;
  return EUROPEAN.get(`${wordOf(winter, 'TZOFFSETTO')} ${wordOf(summer, 'TZOFFSETTO')}`);
}

/** A zone is known by its name; only where that says nothing, by how the calendar describes it. */
export function zonesOf(calendar: Component): Zones {
  const described = new Map(calendar.parts.filter(({ name }) => name === 'VTIMEZONE').map((part) => [wordOf(part, 'TZID'), part]));
  const known = new Map<string, Clocks>();
  const find = (tzid: string): Clocks => {
    /** Some programs put their own address before the name. */
    const name = tzid.startsWith('/') ? tzid.split('/').slice(-2).join('/') : tzid;
    const timezone = described.get(tzid);
    const clocks = clocksOf(WINDOWS.get(name.toLowerCase()) ?? name) || clocksOf(timezone && describedZone(timezone));
    if (!clocks) throw new CalendarFault(`tidssonen «${name.slice(0, 60)}» er ukjent; bruk Europe/Oslo`);
    return clocks;
  };
  return (tzid) => {
    if (tzid === undefined) return norwegian;
    const clocks = known.get(tzid) ?? find(tzid);
    known.set(tzid, clocks);
    return clocks;
  };
}
