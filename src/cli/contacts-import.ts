import { resolve } from 'node:path';
import { readerOf } from '../bot/tx.ts';
import { type House, inHouse } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { dayOf } from '../core/calendar.ts';
import { SetupError } from '../core/errors.ts';
import { fieldName, valueText } from '../features/contacts/cards/field-words.ts';
import { type ImportDeps, importRows, type Outcome, type Plan, planImport } from '../features/contacts/import.ts';
import type { ColumnField } from '../features/contacts/rules/columns.ts';
import type { Why } from '../features/contacts/rules/duplicates.ts';
import { createGazetteer, type Gazetteer } from '../features/contacts/rules/gazetteer.ts';
import { readTable } from '../files/index.ts';
import { type TeamsRead, teamsFromTable } from './contact-rows.ts';
import { inBank } from './house.ts';
import { print, printJson, refuse, tell } from './output.ts';
import { counted } from './report-files.ts';

/** Who is told in the history of a record for a list that it was read from. */
const BY_FILE = { by: '', name: 'importert liste' };
/** So many of a kind are named one by one. */
const MOST_NAMED = 30;

interface Team {
  readonly id: string;
  readonly line: number;
  readonly name: string;
  readonly type: string;
  readonly what: Outcome['what'];
  readonly changes: Outcome['changes'];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Brought {
  readonly dryRun: boolean;
  readonly columns: TeamsRead['columns'];
  readonly unknown: readonly string[];
  readonly teams: readonly Team[];
  readonly duplicates: readonly { readonly why: Why; readonly one: Named; readonly other: Named }[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

export interface ImportOptions {
  readonly bank: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Brings the teams of a list into a bank, or tells what that would do. With faults none is brought in. */
export async function importFile(file: string, { bank: id, dryRun = false, json = false }: ImportOptions): Promise<void> {
  try {
    const brought = await inBank(id, (house, bank) => bringIn(house, bank, { file: resolve(file), dryRun }));
    if (brought.faults.length > 0) refuse();
    await (json ? printJson(brought) : tellBrought(file, brought));
  } catch (error) {
    if (!json || !(error instanceof SetupError)) throw error;
    const nothing = { columns: [], unknown: [], teams: [], duplicates: [], warnings: [] };
    await printJson({ dryRun, ...nothing, faults: error.faults } satisfies Brought);
    refuse();
  }
}

async function bringIn(house: House, bank: Bank, { file, dryRun }: { file: string; dryRun: boolean }): Promise<Brought> {
  const now = house.clock.now();
  const gazetteer = createGazetteer(house.content.places());
  const { rows, columns, unknown, warnings, faults } = teamsFromTable(await readTable(file), { gazetteer, now });
  if (faults.length > 0 && !dryRun) return { dryRun, columns, unknown, teams: [], duplicates: [], warnings, faults };
  const deps: ImportDeps = {
    ...{ bank, now, by: BY_FILE, nameOf: nameOf(gazetteer, dayOf(now)), reader: readerOf(house.storage, bank.id) },
    within: (work) => inHouse(house)(bank.id, work),
  };
  const plan = await planImport(deps, rows);
  if (!dryRun) await importRows(deps, plan);
  return { dryRun, columns, unknown, ...shown(plan), warnings: [...warnings, ...notesOn(plan, columns)], faults };
}

function nameOf(gazetteer: Gazetteer, day: string): ImportDeps['nameOf'] {
  return (field, id) => (field === 'cityDistricts' ? gazetteer.district(id)?.name : gazetteer.municipality(id, day)?.name) ?? id;
}

function shown({ outcomes, duplicates }: Plan): Pick<Brought, 'teams' | 'duplicates'> {
  const named = ({ id, name }: Named) => ({ id, name });
  return {
    teams: outcomes.map(({ row: { id, line, entry }, what, changes }) => ({ id, line, name: entry.name, type: entry.type, what, changes })),
    duplicates: duplicates.map(({ why, one, other }) => ({ why, one: named(one), other: named(other) })),
  };
}

/** What a list says that is not done, since people said otherwise. */
function notesOn({ outcomes }: Plan, columns: TeamsRead['columns']): string[] {
  const columnOf = new Map<string, string>(columns.map(({ column, field }) => [field, column]));
  return outcomes.flatMap(({ row: { line, entry }, left, gone }) => {
    if (left.length === 0) return [];
    const place = `rad ${line}: «${entry.name}»`;
    if (gone) return [`${place} er ${gone.into === null ? 'tatt bort' : `slått sammen med ${gone.into}`} her; ikke hentet inn`];
    const fields = left.map((field) => columnOf.get(field) ?? fieldName(field, 'nb').toLowerCase());
    return [`${place} er endret i Teams siden sist, og filen sier noe annet; ikke hentet inn: ${fields.join(', ')}`];
  });
}

const WORDS: Readonly<Partial<Record<ColumnField | 'lastConfirmedAt', string>>> = {
  ...{ id: 'Id', leaderId: 'Lederens id', deputyId: 'Stedfortrederens id', lastConfirmedAt: 'Sist bekreftet' },
  ...{ aus: 'AUS', brukerspesialist: 'Brukerspesialister', russpesialist: 'Russpesialister', psykolog: 'Psykologer' },
};
const wordFor = (field: string) => (WORDS as Readonly<Record<string, string>>)[field] ?? fieldName(field, 'nb');

const REASONS: Readonly<Record<Why, string>> = {
  sameName: 'samme navn og type',
  nearName: 'nesten samme navn og samme type',
  samePlaces: 'samme type og samme kommuner',
};

async function tellBrought(file: string, brought: Brought): Promise<void> {
  const { dryRun, columns, unknown, duplicates, warnings, faults } = brought;
  const warned = [
    ...unknown.map((column) => `Advarsel: kolonnen «${column}» er ikke kjent og er ikke brukt`),
    ...warnings.map((warning) => `Advarsel: ${warning}`),
  ];
  const whole = faults.length > 0 ? [new SetupError(`${file} har feil, og ingenting er hentet inn:`, faults).message] : [];
  if (dryRun)
    for (const line of ['Kolonner:', ...columns.map(({ column, field }) => `  «${column}» → ${wordFor(field)}`)]) await print(line);
  if (faults.length > 0 && !dryRun) return void [...whole, ...warned].forEach(tell);
  await tellTeams(brought);
  await tellSome(
    duplicates.length === 0 ? [] : [`Kan være samme team (${duplicates.length}); slå dem sammen i Teams om de er det:`],
    duplicates.map(({ why, one, other }) => `«${one.name}» (${one.id}) og «${other.name}» (${other.id}): ${REASONS[why]}`),
  );
  for (const warning of warned) await print(warning);
  whole.forEach(tell);
  if (dryRun && faults.length === 0) await print('Dette var en prøve, og ingenting er hentet inn.');
}

async function tellTeams({ teams }: Brought): Promise<void> {
  const of = (what: Outcome['what']) => teams.filter((team) => team.what === what);
  const [fresh, changed] = [of('new'), of('changed')];
  await tellSome(
    [`Nye: ${fresh.length} team`],
    fresh.map(({ name, type }) => `${name} (${type})`),
  );
  const inWords = (field: string, value: string) => `«${valueText(field, value, 'nb')}»`;
  const lines = changed.flatMap(({ name, changes }) => [
    name,
    ...changes.map(({ field, from, to }) => `  ${wordFor(field)}: ${inWords(field, from)} → ${inWords(field, to)}`),
  ]);
  await tellSome([`Endret: ${changed.length} team`], lines);
  await print(`Som før: ${counted(of('same').length, 'team', 'team')}`);
}

async function tellSome(heading: readonly string[], lines: readonly string[]): Promise<void> {
  for (const line of heading) await print(line);
  for (const line of lines.slice(0, MOST_NAMED)) await print(`  - ${line}`.replace('-   ', '    '));
  if (lines.length > MOST_NAMED) await print(`  … og ${lines.length - MOST_NAMED} til`);
}
