import { kindsInWords } from '../bot/guard-texts.ts';
import type { Bank } from '../core/banks.ts';
import { lineOf, linkFrom } from '../core/reading.ts';
import { LONGEST_DESCRIPTION } from '../features/webinars/model.ts';
import { type PlanInputs, readPlan } from '../features/webinars/rules/form.ts';
import { type Entry, entryId, FILED_FIELDS, type Filed, rowId, sameRow } from '../features/webinars/rules/imports.ts';
import { columnsOf, inputsOfRow } from '../features/webinars/rules/rows.ts';
import { readWrapUp } from '../features/webinars/rules/wrap-up.ts';
import type { ImportedEntry, Table } from '../files/index.ts';
import { type Guard, kindsOf } from '../guard/index.ts';
import { faultLine, type RowFault } from './event-faults.ts';

export interface Known {
  /** The bank that the file is for. */
  readonly bank: Pick<Bank, 'id'>;
  readonly banks: readonly Pick<Bank, 'id' | 'name'>[];
  readonly guard: Guard;
}

export interface EntriesRead {
  readonly entries: readonly Entry[];
  readonly warnings: readonly string[];
  /** Each with its row. With any, the entries are not to be used. */
  readonly faults: readonly string[];
}

type Inputs = Readonly<Record<string, string>>;
type Field = keyof Filed;

const folded = (text: string) => lineOf(text).toLocaleLowerCase('nb');
/** «1 690». */
const GROUPED = /^\d{1,3}(?: \d{3})+$/;

/** Banks stand by id or name. */
function banksIn(written: string, banks: Known['banks']): string {
  const idOf = (text: string) => banks.find(({ id, name }) => folded(id) === folded(text) || folded(name) === folded(text))?.id;
  return written
    .split(/[,;\n]/)
    .map((text) => idOf(text) ?? text.trim())
    .join(',');
}

/** Numbers without the blanks between thousands. */
function plainNumbers(inputs: Inputs): Inputs {
  const plain = (text = '') => (GROUPED.test(lineOf(text)) ? lineOf(text).replaceAll(' ', '') : text);
  return { ...inputs, participants: plain(inputs.participants), teams: plain(inputs.teams) };
}

const NO_RESULTS = { participants: null, teams: null, recordingUrl: '', materialsUrl: '' };

/** An event as it is written in a file; all that is wrong with it. */
function filedFrom(inputs: Inputs, { bank, banks, guard }: Known): { filed?: Filed; faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const plain: PlanInputs = { ...inputs, ...(inputs.banks && { banks: banksIn(inputs.banks, banks) }) };
  // What is past is no fault: the same file means the same later.
  const asked = { bank: bank.id, banks: banks.map(({ id }) => id), now: 0, requireTimes: false, allowPast: true };
  const { plan, publishAt = null, faults: wrong, missing } = readPlan(plain, asked);
  const results = readWrapUp(plainNumbers(inputs));
  faults.push(...missing.map((input): RowFault => ({ input, code: 'missing', params: {} })), ...wrong, ...results.faults);
  for (const input of ['title', 'description']) {
    // What is longer is a fault as it is.
    const kinds = kindsOf(guard((inputs[input] ?? '').slice(0, LONGEST_DESCRIPTION)).findings);
    if (kinds.length > 0) faults.push({ input, code: 'patient', params: { found: kindsInWords(kinds, 'nb') } });
  }
  return plan && faults.length === 0
    ? { filed: { ...plan, ...NO_RESULTS, ...results.given, publishAt, isCancelled: false }, faults }
    : { faults };
}

/** Which field of an event an input is read into. */
const fieldOf = (input: string): Field | undefined =>
  input === 'publishTime' ? 'publishAt' : FILED_FIELDS.find((field) => field === input);

const fieldsOf = (inputs: readonly string[]): Field[] => [...new Set(inputs.flatMap((input) => fieldOf(input) ?? []))];

/** Numbers rows with the same title at the same time: each is an event of its own. Gives the lines of those before. */
function numbering(): (filed: Filed, line: number) => readonly number[] {
  const lines = new Map<string, number[]>();
  return (filed, line) => {
    const before = lines.get(sameRow(filed)) ?? [];
    lines.set(sameRow(filed), [...before, line]);
    return before;
  };
}

/** The events of a table, a row each. */
export function entriesFromTable(table: Table, known: Known): EntriesRead {
  const { fields, unknown } = columnsOf(table.columns);
  const columns = [...fields];
  const warnings = unknown.map((column) => `kolonnen «${column}» er ikke kjent og er ikke brukt`);
  const broken = columnFaults(columns);
  if (table.rows.length === 0) broken.push('filen har ingen rader');
  if (broken.length > 0) return { entries: [], warnings, faults: broken };
  const columnOf = new Map<string, string>(columns.map(([column, input]) => [input, column]));
  const [faults, entries]: [string[], Entry[]] = [[], []];
  const linesBefore = numbering();
  const spoken = fieldsOf(columns.map(([, input]) => input));
  for (const row of table.rows) {
    const inputs = inputsOfRow(row, fields);
    const { filed, faults: wrong } = filedFrom(inputs, known);
    faults.push(...wrong.map((fault) => faultLine(fault, `rad ${row.line}`, columnOf.get(fault.input))));
    if (!filed) continue;
    const before = linesBefore(filed, row.line);
    if (before.length > 0)
      warnings.push(`rad ${row.line}: «${filed.title}» står også i rad ${before[0]}, og er hentet inn som et eget arrangement`);
    const given = fieldsOf(Object.keys(inputs).filter((input) => inputs[input] !== ''));
    // The cell of the first day may hold the last one too.
    const all = [...new Set([...spoken, ...given])];
    entries.push({ id: rowId(filed, before.length + 1), line: row.line, filed, fields: all, given });
  }
  return { entries, warnings, faults };
}

function columnFaults(columns: readonly (readonly [column: string, input: string])[]): string[] {
  const named = Map.groupBy(columns, ([, input]) => input);
  const twice = [...named.values()].filter((those) => those.length > 1);
  return [
    ...(named.has('title') ? [] : ['ingen kolonne for tittel; den kan hete Arrangement eller Tittel']),
    ...(named.has('date') ? [] : ['ingen kolonne for dato; den kan hete Dato']),
    ...twice.map((those) => `kolonnene ${those.map(([column]) => `«${column}»`).join(' og ')} sier det samme; ta bort den ene`),
  ];
}

/** What a calendar says of an event: what it is silent on, it has none of. */
const CALENDAR_FIELDS: readonly Field[] = [
  ...(['title', 'description', 'date', 'endDate', 'start', 'end', 'mode', 'place', 'joinUrl', 'signupUrl', 'isCancelled'] as const),
];
/** Outlook writes that it is in Teams in the language of who made it, before the rooms. */
const IN_TEAMS = /^microsoft teams[^;,]*[;,]?/i;

/** The events of a calendar. */
export function entriesFromCalendar(calendar: readonly ImportedEntry[], known: Known): EntriesRead {
  const [faults, entries]: [string[], Entry[]] = [[], []];
  const linesBefore = numbering();
  for (const each of calendar) {
    const inputs = inputsOfEvent(each);
    const { filed, faults: wrong } = filedFrom(inputs, known);
    faults.push(...wrong.map((fault) => faultLine(fault, `hendelse ${each.number}`)));
    if (!filed) continue;
    const id = each.uid === '' ? rowId(filed, linesBefore(filed, each.number).length + 1) : entryId(each.uid);
    const given = [...fieldsOf(Object.keys(inputs).filter((input) => inputs[input] !== '')), 'isCancelled' as const];
    const { number: line, sequence, cancelled: isCancelled } = each;
    entries.push({ id, line, sequence, filed: { ...filed, isCancelled }, fields: CALENDAR_FIELDS, given });
  }
  return { entries, warnings: [], faults };
}

function inputsOfEvent({ title, description, date, endDate, start, end, ...where }: ImportedEntry): Inputs {
  const link = linkFrom(where.location) ?? '';
  const joinUrl = where.joinUrl || link;
  const place = link !== '' ? '' : where.location.replace(IN_TEAMS, '').trim();
  const signupUrl = where.url === joinUrl ? '' : (linkFrom(where.url) ?? '');
  const mode = joinUrl !== '' && place !== '' ? 'hybrid' : '';
  return { title, description, date, endDate, start: start ?? '', end: end ?? '', place, joinUrl, signupUrl, mode };
}
