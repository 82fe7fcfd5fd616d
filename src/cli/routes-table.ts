import type { PersonRecord } from '../core/banks.ts';
import { PHASES, REGIONS } from '../core/banks.ts';
import { referralFrom, referralSchema } from '../core/referrals.ts';
import type { Route } from '../features/inquiries/model.ts';
import type { Table, TableRow } from '../files/index.ts';

/** What the columns may be called, in any case. */
const COLUMNS = {
  topic: ['tema', 'topic'],
  region: ['region'],
  phase: ['fase', 'phase'],
  advisers: ['rådgivere', 'rådgiver', 'rådgjevarar', 'rådgjevar', 'advisers', 'adviser'],
  deputies: ['vikarer', 'vikar', 'vikarar', 'deputies', 'deputy'],
  referral: ['henvisning', 'tilvising', 'referral'],
  address: ['adresse', 'address'],
  note: ['merknad', 'note'],
} as const;
type Field = keyof typeof COLUMNS;
const FIELDS: readonly Field[] = ['topic', 'region', 'phase', 'advisers', 'deputies', 'referral', 'address', 'note'];
const KEYS: readonly Field[] = ['topic', 'region', 'phase'];
const RECEIVERS: readonly Field[] = ['advisers', 'deputies', 'referral'];

/** What stands in a cell for any topic, region or phase. */
const ANY = ['', 'alle', 'all', 'any', '*', '-', '–'];

export interface Known {
  readonly people: readonly Pick<PersonRecord, 'id' | 'name' | 'email'>[];
  /** The topics' names by id. */
  readonly topics: ReadonlyMap<string, string>;
}

export interface RoutesRead {
  readonly routes: readonly Route[];
  /** Columns that are not read. */
  readonly ignored: readonly string[];
  /** Each with its row, where it has one. With any, the routes are not to be used. */
  readonly faults: readonly string[];
}

const folded = (text: string) => text.trim().toLocaleLowerCase('nb');

/** The routes that a table has, a row each. People stand by object id, e-mail address or name; topics by id or name. */
export function routesFrom(table: Table, known: Known): RoutesRead {
  const fieldOf = (column: string) => FIELDS.find((field) => COLUMNS[field].some((name) => name === folded(column)));
  const byField = Map.groupBy(table.columns, fieldOf);
  const faults = columnFaults(byField);
  if (table.rows.length === 0) faults.push('filen har ingen rader, og da ville hele fordelingen bli borte');
  const ignored = byField.get(undefined) ?? [];
  if (faults.length > 0) return { routes: [], ignored, faults };
  const read = table.rows.map((row) => {
    const cell = (field: Field) => row.cells[byField.get(field)?.[0] ?? ''] ?? '';
    return routeIn(row, { cell, known });
  });
  return { routes: read.map(({ route }) => route), ignored, faults: read.flatMap((each) => each.faults) };
}

function columnFaults(byField: ReadonlyMap<Field | undefined, readonly string[]>): string[] {
  const names = (fields: readonly Field[]) => fields.map((field) => COLUMNS[field][0]).join(', ');
  const missing = [KEYS, RECEIVERS].filter((fields) => !fields.some((field) => byField.has(field)));
  const twice = FIELDS.flatMap((field) => {
    const columns = byField.get(field) ?? [];
    return columns.length > 1 ? [`kolonnene ${columns.map((name) => `«${name}»`).join(' og ')} sier det samme; ta bort den ene`] : [];
  });
  return [...missing.map((fields) => `ingen av kolonnene ${names(fields)} er der`), ...twice];
}

/** One row, with all that is wrong in it. */
function routeIn(
  { line }: TableRow,
  { cell, known }: { readonly cell: (field: Field) => string; readonly known: Known },
): { route: Route; faults: string[] } {
  const faults: string[] = [];
  const fault = (text: string) => faults.push(`rad ${line}: ${text}`);
  const choose = <T extends string>(field: 'region' | 'phase', choices: readonly T[]): T | null => {
    const found = choices.find((choice) => choice === folded(cell(field)));
    if (found === undefined && !ANY.includes(folded(cell(field))))
      fault(`${COLUMNS[field][0]} «${cell(field)}» finnes ikke; bruk ${choices.join(', ')}`);
    return found ?? null;
  };
  const people = (field: 'advisers' | 'deputies') => {
    const written = cell(field)
      .split(/[,;\r\n]/)
      .map((text) => text.trim());
    const found = written.filter((text) => text !== '').map((text) => personNamed(text, known.people));
    for (const each of found) if ('fault' in each) fault(each.fault);
    return [...new Set(found.flatMap((each) => ('id' in each ? [each.id] : [])))];
  };
  const topic = topicIn(cell('topic'), known.topics);
  if (topic === undefined) fault(`temaet «${cell('topic')}» er ikke kjent`);
  const [region, phase] = [choose('region', REGIONS), choose('phase', PHASES)];
  const [advisers, deputies] = [people('advisers'), people('deputies')];
  const referral = referralIn(cell, fault);
  if (RECEIVERS.every((field) => cell(field) === '')) fault('skriv en rådgiver eller en henvisning');
  return { route: { topic: topic ?? null, region, phase, advisers, deputies, referral }, faults };
}

/** The topic's id; null for any, undefined for none that is known. */
function topicIn(text: string, topics: Known['topics']): string | null | undefined {
  if (ANY.includes(folded(text))) return null;
  return [...topics].find(([id, name]) => folded(id) === folded(text) || folded(name) === folded(text))?.[0];
}

function personNamed(text: string, people: Known['people']): { id: string } | { fault: string } {
  const byId = people.find(({ id }) => id === text);
  if (byId) return { id: byId.id };
  const found = people.filter(({ name, email }) => [name, email ?? ''].some((each) => folded(each) === folded(text)));
  if (found.length > 1) return { fault: `flere heter «${text}»; bruk e-postadressen eller objekt-id-en` };
  return found[0] ? { id: found[0].id } : { fault: `«${text}» er ikke kjent; bruk objekt-id, e-postadresse eller hele navnet` };
}

function referralIn(cell: (field: Field) => string, fault: (text: string) => void): Route['referral'] {
  const [address, note] = [cell('address'), cell('note')];
  if (cell('referral') === '') {
    if (address !== '') fault('adressen hører til en henvisning; skriv hvem det er i kolonnen henvisning');
    return null;
  }
  const written = referralFrom(cell('referral'));
  const parsed = referralSchema.safeParse({ ...written, address: address || written.address, note });
  if (!parsed.success) fault('henvisningen er for lang: navnet kan ha 200 tegn, adressen 500 og merknaden 1000');
  return parsed.data ?? null;
}
