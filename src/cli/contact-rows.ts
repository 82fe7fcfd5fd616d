import { dayOf } from '../core/calendar.ts';
import { faultOf } from '../core/faults.ts';
import { idFrom } from '../core/ids.ts';
import { dayFrom, lineOf } from '../core/reading.ts';
import { timeAt } from '../core/workdays.ts';
import type { FiledRow } from '../features/contacts/import.ts';
import type { Contact, Entry } from '../features/contacts/model.ts';
import { type ColumnField, columnsOf, inputsFor, inputsOfRow, type RowInputs } from '../features/contacts/rules/columns.ts';
import { readEntry } from '../features/contacts/rules/form.ts';
import type { Gazetteer, Resolved } from '../features/contacts/rules/gazetteer.ts';
import { FILED_FIELDS, type FiledField } from '../features/contacts/rules/imports.ts';
import type { Table, TableRow } from '../files/index.ts';
import { faultLine, type RowFault } from './contact-faults.ts';

export interface Known {
  readonly gazetteer: Pick<Gazetteer, 'resolve' | 'municipality' | 'district'>;
  readonly now: number;
}

export interface TeamsRead {
  /** Which column was taken for what. */
  readonly columns: readonly { readonly column: string; readonly field: ColumnField }[];
  readonly unknown: readonly string[];
  readonly rows: readonly FiledRow[];
  readonly warnings: readonly string[];
  /** Each with its row. With any, the rows are not to be brought in. */
  readonly faults: readonly string[];
}

const LONGEST_ID = 100;
/** What is said of a day without a time. */
const NOON = '12:00';

/** The teams of a table, a row each. */
export function teamsFromTable(table: Table, known: Known): TeamsRead {
  const { fields, unknown } = columnsOf(table.columns);
  const columns = [...fields].map(([column, field]) => ({ column, field }));
  const broken = columnFaults(columns);
  if (table.rows.length === 0) broken.push('filen har ingen rader');
  if (broken.length > 0) return { columns, unknown, rows: [], warnings: [], faults: broken };
  const columnOf = new Map<string, string>(
    columns.flatMap(({ column, field }) => inputsFor(field).map((input) => [input, column] as const)),
  );
  const reading = readingOf(known);
  const [faults, warnings, rows]: [string[], string[], FiledRow[]] = [[], [], []];
  const spoken = spokenIn(columns.map(({ field }) => field));
  const idOf = numbering();
  for (const row of table.rows) {
    const { filed, faults: wrong, read } = rowFrom(row, { given: inputsOfRow(row, fields), reading, spoken });
    for (const text of read) warnings.push(`rad ${row.line}: ${text}`);
    const placed = filed && idOf(filed);
    if (placed && 'before' in placed)
      warnings.push(`rad ${row.line}: «${filed?.entry.name}» står helt likt i rad ${placed.before}, og er tatt med én gang`);
    if (placed && 'fault' in placed) wrong.push(placed.fault);
    if (placed && 'row' in placed) rows.push(placed.row);
    faults.push(...wrong.map((fault) => faultLine(fault, `rad ${row.line}`, columnOf.get(fault.input))));
  }
  return { columns, unknown, rows, warnings, faults };
}

function columnFaults(columns: TeamsRead['columns']): string[] {
  const named = Map.groupBy(columns, ({ field }) => field);
  const twice = [...named.values()].filter((those) => those.length > 1);
  return [
    ...(named.has('name') ? [] : ['ingen kolonne for teamets navn; den kan hete Team eller Navn']),
    ...twice.map((those) => `kolonnene ${those.map(({ column }) => `«${column}»`).join(' og ')} sier det samme; ta bort den ene`),
  ];
}

/** The fields that these columns speak of. A city district may stand among the municipalities, and the other way round; the type in the name. */
function spokenIn(columns: readonly ColumnField[]): FiledField[] {
  const inputs = new Set<string>(columns.flatMap(inputsFor));
  if (inputs.has('municipalities') || inputs.has('cityDistricts'))
    for (const field of ['municipalities', 'cityDistricts']) inputs.add(field);
  return FILED_FIELDS.filter((field) => inputs.has(field) || field === 'type');
}

interface Reading extends Known {
  readonly day: string;
  /** Every name is looked up once; what was read as another name is noted. */
  readonly resolve: (text: string) => Resolved;
  readonly readAs: (text: string) => string | undefined;
}

const keyOf = (text: string) =>
  text
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function readingOf({ gazetteer, now }: Known): Reading {
  const day = dayOf(now);
  const found = new Map<string, Resolved>();
  const resolve = (text: string): Resolved => {
    const before = found.get(text);
    if (before) return before;
    const resolved: Resolved = gazetteer.district(text) ? { ids: [text] } : gazetteer.resolve(text, day);
    found.set(text, resolved);
    return resolved;
  };
  const nameOf = (id: string) => gazetteer.municipality(id, day)?.name ?? gazetteer.district(id)?.name ?? id;
  const readAs = (text: string) => {
    const resolved = found.get(text);
    if (!resolved || !('ids' in resolved) || gazetteer.district(text) || !/\p{L}/u.test(text)) return undefined;
    const names = resolved.ids.map(nameOf);
    const [written, ...more] = [keyOf(text), ...names.map(keyOf)];
    return written === undefined || written === '' || more.every((name) => ` ${written} `.includes(` ${name} `))
      ? undefined
      : names.join(', ');
  };
  return { gazetteer, now, day, resolve, readAs };
}

type Unplaced = Omit<FiledRow, 'id'> & { readonly id: string };

function rowFrom(
  row: TableRow,
  of: { given: RowInputs; reading: Reading; spoken: readonly FiledField[] },
): {
  filed?: Unplaced;
  faults: RowFault[];
  /** What was read as something else than what stands there. */
  read: string[];
} {
  const { given, spoken } = of;
  const { now, day, readAs } = of.reading;
  const read = new Set<string>();
  const resolve = (text: string) => {
    const resolved = of.reading.resolve(text);
    const name = readAs(text);
    if (name !== undefined) read.add(`«${text}» er lest som ${name}`);
    return 'ids' in resolved ? { ids: [...resolved.ids] } : { suggestions: [...resolved.suggestions] };
  };
  const { entry, faults: wrong } = readEntry(given.inputs, { now, day, resolve, before: undefined });
  const faults: RowFault[] = [...wrong];
  const id = lineOf(given.id);
  if (id.length > LONGEST_ID) faults.push(faultOf('id', 'id', { given: id }));
  const confirmed = dayFrom(given.lastConfirmedAt);
  if (given.lastConfirmedAt !== '' && confirmed === undefined)
    faults.push(faultOf('lastConfirmedAt', 'noDate', { given: given.lastConfirmedAt }));
  if (confirmed !== undefined && confirmed > day) faults.push(faultOf('lastConfirmedAt', 'future', { given: given.lastConfirmedAt }));
  if (!entry || faults.length > 0) return { faults, read: [...read] };
  const linked = { ...entry, leader: linkedTo(entry.leader, given.leaderId), deputy: linkedTo(entry.deputy, given.deputyId) };
  const lastConfirmedAt = confirmed === undefined ? null : Math.min(timeAt(confirmed, NOON), now);
  return { filed: { id, line: row.line, entry: linked, lastConfirmedAt, fields: spoken }, faults, read: [...read] };
}

const linkedTo = (contact: Contact | null, id: string): Contact | null => contact && { ...contact, id: lineOf(id) || null };

type Placed = { readonly row: FiledRow } | { readonly before: number } | { readonly fault: RowFault };

/** Rows without an id of their own get one from what they are; the same ones again are each another record, but for those that are all alike. */
function numbering(): (row: Unplaced) => Placed {
  const [lines, counts, whole] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  return (row) => {
    const all = JSON.stringify([row.id, row.entry, row.lastConfirmedAt]);
    const before = whole.get(all);
    if (before !== undefined) return { before };
    whole.set(all, row.line);
    const base = row.id || rowId(row.entry);
    const n = (counts.get(base) ?? 0) + 1;
    counts.set(base, n);
    if (row.id !== '' && n > 1) return { fault: { input: 'id', code: 'twice', params: { given: row.id, line: String(lines.get(base)) } } };
    lines.set(base, row.line);
    return { row: { ...row, id: n === 1 ? base : rowId(row.entry, n) } };
  };
}

/** The id of the `n`-th row for a team of this type and name at this place. */
function rowId({ type, name, municipalities, cityDistricts }: Entry, n = 1): string {
  return idFrom('team', type, keyOf(name) || name, municipalities[0] ?? cityDistricts[0] ?? '', ...(n > 1 ? [String(n)] : []));
}
