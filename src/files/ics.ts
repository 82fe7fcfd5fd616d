import ICAL from 'ical.js';
import { isoTime } from '../core/clock.ts';
import { addDays } from '../core/workdays.ts';
import { cleanLine, cleanText } from './plain.ts';

/** From one moment to another (epoch ms), or whole days (`YYYY-MM-DD`, the last one included). */
export type CalendarSpan =
  | { readonly startsAt: number; readonly endsAt: number }
  | { readonly wholeDays: { readonly from: string; readonly to: string } };

/** An event as a calendar is to show it. Texts that are not given are empty; moments are epoch ms. */
export type CalendarEntry = CalendarSpan & {
  /** The same through all that happens to the event. */
  readonly uid: string;
  /** Raised by each change that a calendar is to take over. */
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  /** Left out where it is no web address. */
  readonly url: string;
  readonly categories?: readonly string[];
  readonly organiserName?: string;
  readonly cancelled: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
};

export interface CalendarOptions {
  /** What a calendar program calls a feed. */
  readonly name?: string;
  /** `CANCEL` takes the entries out of calendars: all are written as cancelled. */
  readonly method: 'PUBLISH' | 'CANCEL';
  /** How often a feed is worth asking for. */
  readonly refreshMs?: number;
}

type Property = readonly [name: string, parameters: Readonly<Record<string, string>>, type: string, ...values: (string | number)[]];
type Component = readonly [name: string, properties: readonly Property[], parts: readonly Component[]];

const MINUTE_MS = 60_000;
/** A line is 75 octets at most; ical.js does not count the space that a folded line begins with. */
ICAL.foldLength = 74;

const text = (name: string, value: string): Property => [name, {}, 'text', value];
const given = (name: string, value: string): Property[] => (value === '' ? [] : [text(name, value)]);
/** What RFC 5545 does not name takes text only when it says so, which programs of the time before do not read: it is escaped here. */
const unnamed = (name: string, value: string): Property => [name, {}, 'unknown', value.replace(/[\\;,]/g, '\\$&')];
const moment = (name: string, at: number): Property => [name, {}, 'date-time', `${isoTime(at).slice(0, 19)}Z`];
const day = (name: string, date: string): Property => [name, {}, 'date', date];

function spanOf(span: CalendarSpan): Property[] {
  if ('wholeDays' in span) return [day('dtstart', span.wholeDays.from), day('dtend', addDays(span.wholeDays.to, 1))];
  const { startsAt, endsAt } = span;
  return [moment('dtstart', startsAt), ...(endsAt > startsAt ? [moment('dtend', endsAt)] : [])];
}

function linkOf(url: string): Property[] {
  const found = URL.parse(url);
  return found && /^https?:$/.test(found.protocol) ? [['url', {}, 'uri', found.href]] : [];
}

/** Who organises has no address here; a quotation mark within a name is read by few programs. */
function organiserOf(name: string): Property[] {
  return name === '' ? [] : [['organizer', { cn: name.replaceAll('"', "'") }, 'cal-address', 'invalid:nomail']];
}

function eventOf(entry: CalendarEntry, cancelled: boolean): Component {
  const categories = (entry.categories ?? []).map(cleanLine).filter((name) => name !== '');
  const properties = [
    text('uid', cleanLine(entry.uid)),
    moment('dtstamp', entry.changedAt),
    moment('created', entry.createdAt),
    moment('last-modified', entry.changedAt),
    ['sequence', {}, 'integer', entry.sequence] as const,
    ...spanOf(entry),
    ...given('summary', cleanLine(entry.title)),
    ...given('description', cleanText(entry.description)),
    ...given('location', cleanLine(entry.location)),
    ...linkOf(entry.url),
    ...(categories.length === 0 ? [] : [['categories', {}, 'text', ...categories] as const]),
    ...organiserOf(cleanLine(entry.organiserName ?? '')),
    text('status', cancelled ? 'CANCELLED' : 'CONFIRMED'),
    text('transp', cancelled || 'wholeDays' in entry ? 'TRANSPARENT' : 'OPAQUE'),
  ];
  return ['vevent', properties, []];
}

/** A calendar must hold something; where there is no event, this says nothing. */
const NOTHING: Component = [
  'vtimezone',
  [text('tzid', 'UTC')],
  [
    [
      'standard',
      [
        ['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
        ['tzoffsetfrom', {}, 'utc-offset', '+00:00'],
        ['tzoffsetto', {}, 'utc-offset', '+00:00'],
      ],
      [],
    ],
  ],
];

function refreshOf(refreshMs: number): Property[] {
  const every = `PT${Math.max(1, Math.round(refreshMs / MINUTE_MS))}M`;
  return [
    ['refresh-interval', {}, 'duration', every],
    ['x-published-ttl', {}, 'unknown', every],
  ];
}

/**
 * A calendar (RFC 5545) with the entries in their order. Times are in UTC, whole days are dates. The same entries give the same text, so
 * that it can be compared with what somebody has already. No text can be anything but text; signs that nobody sees are left out.
 */
export function calendarOf(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const name = cleanLine(options.name ?? '');
  const events = entries.map((entry) => eventOf(entry, entry.cancelled || options.method === 'CANCEL'));
  const properties = [
    text('version', '2.0'),
    text('prodid', '-//ressursbank-bot//NO'),
    text('calscale', 'GREGORIAN'),
    text('method', options.method),
    ...(name === '' ? [] : [unnamed('name', name), unnamed('x-wr-calname', name)]),
    ...(options.refreshMs === undefined ? [] : refreshOf(options.refreshMs)),
  ];
  return ICAL.stringify(['vcalendar', properties, events.length === 0 ? [NOTHING] : events]);
}
