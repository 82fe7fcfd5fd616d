import ICAL from 'ical.js';
import { textOf } from './encoding.ts';

/** What is wrong with a calendar file, in words for who made it. */
export class CalendarFault extends Error {
  readonly faults: readonly string[];
  constructor(...faults: readonly string[]) {
    super(faults.join('; '));
    this.faults = faults;
  }
}

/** What stands between BEGIN and END: its own lines, unfolded and as they are written, and what it holds. */
export interface Component {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly parts: readonly Component[];
}

interface Line {
  readonly name: string;
  readonly text: string;
}

/** A property as ical.js reads it. */
export interface Property {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly value: string;
  /** The value as it stands in the file, without blanks around it. */
  readonly written: string;
}

/** A reminder within an event within a calendar is three deep. */
const DEEPEST = 6;
const MOST_ENTRIES = 2_000;
/** Parameters are short; ical.js would take minutes over some millions of them. */
const LONGEST_NAME = 2_000;
const LONGEST_QUOTE = 40;
const NAME = /^([\w.-]+)[:;]/;
const NAME_AND_PARAMETERS = /^[^:"]*(?:"[^"]*"[^:"]*)*:/;

const excerpt = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)} …` : text);

/** Lines as they were before they were folded. Some programs fold in the midst of a letter, so it is done before the octets are read. */
function linesIn(bytes: Uint8Array): string[] {
  const octets = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const unfolded = octets.replace(/\r+\n?/g, '\n').replace(/\n[ \t]/g, '');
  return textOf(Buffer.from(unfolded, 'latin1'))
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** The calendars in a file. Throws a CalendarFault. */
export function calendarsIn(bytes: Uint8Array): readonly Component[] {
  const lines = bytes.includes(0) ? [] : linesIn(bytes);
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? ''))
    throw new CalendarFault('dette er ikke en kalenderfil; lagre eller eksporter den som .ics (iCalendar)');
  const root = { name: '', lines: [] as Line[], parts: [] as Component[] };
  const open = [root];
  let entries = 0;
  for (const text of lines) {
    const name = NAME.exec(text)?.[1]?.toUpperCase();
    const within = open.at(-1) ?? root;
    if (name === undefined) throw new CalendarFault(`filen er ødelagt ved «${excerpt(text)}»; eksporter den på nytt`);
    if (name === 'BEGIN') {
      const part = { name: text.slice('BEGIN:'.length).trim().toUpperCase(), lines: [], parts: [] };
      within.parts.push(part);
      open.push(part);
      if (part.name === 'VEVENT') entries++;
      if (open.length > DEEPEST) throw new CalendarFault('filen er ødelagt: for mye står inni hverandre; eksporter den på nytt');
      if (entries > MOST_ENTRIES) throw new CalendarFault(`filen har flere enn ${MOST_ENTRIES} hendelser; eksporter et kortere tidsrom`);
    } else if (name === 'END') {
      if (open.length === 1 || within.name !== text.slice('END:'.length).trim().toUpperCase())
        throw new CalendarFault(`filen er ødelagt ved «${excerpt(text)}»; eksporter den på nytt`);
      open.pop();
    } else within.lines.push({ name, text });
  }
  if (open.length > 1) throw new CalendarFault('filen slutter midt i; hent eller eksporter den på nytt');
  return root.parts.filter((part) => part.name === 'VCALENDAR');
}

/** The first property of that name that stands in the component itself. Throws a CalendarFault on one that can't be read. */
export function propertyOf({ lines }: Component, name: string): Property | undefined {
  const text = lines.find((line) => line.name === name)?.text;
  if (text === undefined) return undefined;
  const [, parameters, , value] = parsed(text);
  return { parameters, value: String(value), written: text.slice(text.lastIndexOf(':') + 1).trim() };
}

function parsed(text: string): [name: string, parameters: Record<string, unknown>, type: string, value: unknown] {
  try {
    if (NAME_AND_PARAMETERS.test(text.slice(0, LONGEST_NAME))) return ICAL.parse.property(text);
  } catch {
    // what ical.js can't read is told below
  }
  throw new CalendarFault(`«${excerpt(text)}» kan ikke leses`);
}

/** A property's text; '' where it is not given. */
export function wordOf(component: Component, name: string): string {
  return propertyOf(component, name)?.value ?? '';
}
