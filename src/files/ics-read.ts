import { CalendarFault, type Component, calendarsIn, wordOf } from './ics-lines.ts';
import { type ImportedSpan, importedSpan } from './ics-times.ts';
import { type Zones, zonesOf } from './ics-zones.ts';
import { cleanLine, cleanText } from './plain.ts';

export { CalendarFault };

/** An event as a calendar file tells of it. Texts that are not given are empty. */
export interface ImportedEntry extends ImportedSpan {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** Its own in the file. */
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  /** Without what Teams adds about how to join. */
  readonly description: string;
  readonly location: string;
  readonly url: string;
  /** The link of a Teams meeting. */
  readonly joinUrl: string;
  readonly cancelled: boolean;
}

const MOST_FAULTS = 20;
const LONGEST_TITLE_TOLD = 60;
const TEAMS = /https:\/\/teams\.(?:microsoft\.com|live\.com)\/(?:l\/meetup-join|meet)\/[^\s<>"'\\]{1,2000}/;
const RULED_LINE = /^[ \t]*_{20,}[ \t]*$/m;
/** What makes many events of one. */
const REPEATING = ['RRULE', 'RDATE'];

function joinUrlIn(event: Component, texts: readonly string[]): string {
  const found = [wordOf(event, 'X-MICROSOFT-SKYPETEAMSMEETINGURL'), ...texts].flatMap((text) => TEAMS.exec(text)?.[0] ?? []);
  return (found[0] ?? '').replace(/[.,;:!?)\]]+$/, '');
}

/** Teams writes how to join between lines of underscores. */
function withoutInvitation(description: string): string {
  const parts = description.split(RULED_LINE);
  return (parts.length === 1 ? parts : parts.filter((part) => !TEAMS.test(part)))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/** One occurrence of a series has the series' UID, and tells which one it is. */
function uidOf(event: Component): string {
  const [uid, occurrence] = ['UID', 'RECURRENCE-ID'].map((name) => cleanLine(wordOf(event, name)));
  return [uid, occurrence].filter(Boolean).join('/');
}

function sequenceOf(event: Component): number {
  const found = Number(wordOf(event, 'SEQUENCE'));
  return Number.isSafeInteger(found) && found > 0 ? found : 0;
}

interface Calendar {
  readonly zones: Zones;
  readonly isCancelled: boolean;
}

/** What `read` gives; what is wrong with it goes into `faults`. */
function orFault<T>(read: () => T, faults: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}

type Told = Omit<ImportedEntry, 'number' | 'title' | keyof ImportedSpan>;

function toldOf(event: Component, { isCancelled }: Calendar): Told {
  const description = cleanText(wordOf(event, 'DESCRIPTION'));
  const location = cleanLine(wordOf(event, 'LOCATION'));
  const url = cleanLine(wordOf(event, 'URL'));
  return {
    uid: uidOf(event),
    sequence: sequenceOf(event),
    description: withoutInvitation(description),
    location,
    url,
    joinUrl: joinUrlIn(event, [description, location, url]),
    cancelled: isCancelled || wordOf(event, 'STATUS').trim().toUpperCase() === 'CANCELLED',
  };
}

/** Throws a CalendarFault with all that is wrong with the event. */
function importedEntry(event: Component, number: number, calendar: Calendar): ImportedEntry {
  const faults: string[] = [];
  const title = orFault(() => cleanLine(wordOf(event, 'SUMMARY')), faults);
  if (title === '') faults.push('den har ingen tittel (SUMMARY)');
  const repeats = event.lines.some(({ name }) => REPEATING.includes(name));
  if (repeats) faults.push('gjentakelser leses ikke; legg inn hver dato for seg');
  const span = orFault(() => importedSpan(event, calendar.zones), faults);
  const told = orFault(() => toldOf(event, calendar), faults);
  if (title !== undefined && span && told && faults.length === 0) return { number, title, ...span, ...told };
  const named = title ? ` «${title.slice(0, LONGEST_TITLE_TOLD)}»` : '';
  throw new CalendarFault(...faults.map((fault) => `hendelse ${number}${named}: ${fault}`));
}

/** What names two entries as one, of which nobody knows which holds. */
function doubles(entries: readonly ImportedEntry[]): string[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ uid, number, title }) => {
    const before = uid === '' ? undefined : first.get(uid);
    if (before === undefined) first.set(uid, number);
    const named = title.slice(0, LONGEST_TITLE_TOLD);
    return before === undefined
      ? []
      : [`hendelse ${number} «${named}»: den har samme UID som hendelse ${before}; ta bort den som ikke gjelder`];
  });
}

/**
 * The events of a calendar file, in its order: times of day in Norway, whatever zone they are written in; what has no zone is Norwegian
 * already. Throws a CalendarFault that names everything that is wrong.
 */
export function readIcs(bytes: Uint8Array): ImportedEntry[] {
  const faults: string[] = [];
  const found = calendarsIn(bytes).flatMap((calendar) => {
    const isCancelled = wordOf(calendar, 'METHOD').trim().toUpperCase() === 'CANCEL';
    const known = { zones: zonesOf(calendar), isCancelled };
    return calendar.parts.filter(({ name }) => name === 'VEVENT').map((event) => ({ event, known }));
  });
  if (found.length === 0) throw new CalendarFault('det er ingen hendelser i filen');
  const entries = found.flatMap(({ event, known }, n) => orFault(() => importedEntry(event, n + 1, known), faults) ?? []);
  faults.push(...doubles(entries));
  const more = faults.length - MOST_FAULTS;
  if (more > 0) throw new CalendarFault(...faults.slice(0, MOST_FAULTS), `og ${more} feil til`);
  if (faults.length > 0) throw new CalendarFault(...faults);
  return entries;
}
