import { extname, resolve } from 'node:path';
import { readerOf } from '../bot/tx.ts';
import { type House, inHouse } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { SetupError } from '../core/errors.ts';
import { readDay } from '../core/workdays.ts';
import { importEntries, type Outcome } from '../features/webinars/import.ts';
import type { Entry } from '../features/webinars/rules/imports.ts';
import { readCalendar, readTable } from '../files/index.ts';
import { guardFrom } from '../guard-rules.ts';
import { type EntriesRead, entriesFromCalendar, entriesFromTable } from './event-rows.ts';
import { inBank } from './house.ts';
import { print, printJson, refuse, tell } from './output.ts';
import { counted } from './report-files.ts';

/** Who is told in the history of an event for a file that it was read from. */
const BY_FILE = { by: '', name: 'arrangementsfil' };
/** So many of a kind are named one by one. */
const MOST_NAMED = 30;

interface Read extends EntriesRead {
  /** What the file's parts are called: «rad 7». */
  readonly part: 'rad' | 'hendelse';
}

interface Brought {
  readonly imported: readonly Pick<Outcome, 'id' | 'line' | 'title' | 'date' | 'state' | 'what'>[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

/** Brings the events of a file into a bank. With faults none is brought in. */
export async function importFile(file: string, options: { readonly bank: string; readonly json?: boolean }): Promise<void> {
  const { bank: id, json = false } = options;
  try {
    const brought = await inBank(id, (house, bank) => bringIn(house, bank, resolve(file)));
    if (brought.faults.length > 0) refuse();
    await (json ? printJson(brought) : tellBrought(file, brought));
  } catch (error) {
    if (!json || !(error instanceof SetupError)) throw error;
    await printJson({ imported: [], warnings: [], faults: error.faults } satisfies Brought);
    refuse();
  }
}

async function readFrom(house: House, bank: Bank, file: string): Promise<Read> {
  const known = { bank, banks: await house.bot.directory.banks(), guard: guardFrom(house.content) };
  if (extname(file).toLowerCase() === '.ics') return { ...entriesFromCalendar(await readCalendar(file), known), part: 'hendelse' };
  return { ...entriesFromTable(await readTable(file), known), part: 'rad' };
}

async function bringIn(house: House, bank: Bank, file: string): Promise<Brought> {
  const { entries, warnings, faults, part } = await readFrom(house, bank, file);
  if (faults.length > 0) return { imported: [], warnings, faults };
  const now = house.clock.now();
  const outcomes = await importEntries(
    {
      ...{ bank, banks: await house.bot.directory.banks(), within: inHouse(house) },
      into: { tenantId: house.config.bot?.tenantId || null, by: { at: now, ...BY_FILE } },
      reader: (of) => readerOf(house.storage, of),
    },
    entries,
  );
  const imported = outcomes.map(({ id, line, title, date, state, what }) => ({ id, line, title, date, state, what }));
  return { imported, warnings: [...warnings, ...notesOn(entries, outcomes, { now, part })], faults: [] };
}

const STATES: Readonly<Record<'cancelled' | 'withdrawn', string>> = { cancelled: 'avlyst', withdrawn: 'trukket tilbake' };

/** What a reader should know of what was brought in. */
function notesOn(entries: readonly Entry[], outcomes: readonly Outcome[], { now, part }: { now: number; part: Read['part'] }): string[] {
  const done = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return entries.flatMap(({ id, line, filed: { title, publishAt } }): string[] => {
    const place = `${part} ${line}: «${title}»`;
    const outcome = done.get(id);
    if (!outcome) return [`${place} er avlyst og var ikke her fra før; ikke hentet inn`];
    const { left, near, what, state, bank } = outcome;
    const isLate = what === 'new' && state === 'draft' && publishAt !== null && publishAt <= now;
    return [
      ...near.map((other) => `${place} ligner på «${other.title}» ${readDay(other.date, 'nb')}, som finnes fra før${placeOf(other, bank)}`),
      ...(left === 'cancelled' || left === 'withdrawn'
        ? [`${place} er ${STATES[left]} her, og det som er endret i filen, er ikke hentet inn`]
        : []),
      ...(isLate ? [`${place} skulle vært kunngjort allerede; hentet inn som kladd`] : []),
    ];
  });
}

const placeOf = (other: { readonly bank: string }, bank: string) => (other.bank === bank ? '' : ` i ${other.bank}`);

async function tellBrought(file: string, { imported, warnings, faults }: Brought): Promise<void> {
  const warned = warnings.map((warning) => `Advarsel: ${warning}`);
  if (faults.length > 0) {
    tell(new SetupError(`${file} har feil, og ingenting er hentet inn:`, faults).message);
    warned.forEach(tell);
    return;
  }
  const byWhat = Map.groupBy(imported, ({ what }) => what);
  const [fresh, changed, same] = (['new', 'changed', 'same'] as const).map((what) => byWhat.get(what) ?? []);
  await tellSome('Nye', fresh ?? []);
  await tellSome('Endret', changed ?? []);
  await print(`Som før: ${counted(same?.length ?? 0, 'arrangement', 'arrangementer')}`);
  for (const warning of warned) await print(warning);
}

async function tellSome(word: string, those: Brought['imported']): Promise<void> {
  await print(`${word}: ${counted(those.length, 'arrangement', 'arrangementer')}`);
  for (const { date, title } of those.slice(0, MOST_NAMED)) await print(`  - ${date} ${title}`);
  if (those.length > MOST_NAMED) await print(`  … og ${those.length - MOST_NAMED} til`);
}
