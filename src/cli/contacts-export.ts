import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, inHouse } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { dayOf } from '../core/calendar.ts';
import { SetupError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { EXPORT } from '../features/contacts/model.ts';
import { type Sheet, writeCsv, writeXlsx } from '../files/index.ts';
import { coverageIn, type Register, registerOf, shareOf, typesOf } from './contact-figures.ts';
import { overviewHtml } from './contact-html.ts';
import { asOf, contactSheet, overviewSheet, publicTeams, unconfirmedIn } from './contact-sheets.ts';
import { inBank } from './house.ts';
import { print, printJson } from './output.ts';
import { counted, makeFolder, refuseThere } from './report-files.ts';

const FILES = ['kontaktliste.xlsx', 'kontaktliste.csv', 'oversikt.xlsx', 'oversikt.csv', 'oversikt.json', 'oversikt.html'] as const;
/** Who is told in the log of exports. */
const BY = 'kommandolinja';

export interface ExportOptions {
  readonly bank: string;
  readonly out: string;
  readonly json?: true;
}

/** Writes the contact list for authorities and the public overview. SetupError when a file of them is there already; nothing is written then. */
export function exportContacts({ bank: id, out, json }: ExportOptions): Promise<void> {
  const paths = FILES.map((name) => join(out, name));
  refuseThere(paths, 'Listene er ikke skrevet.');
  return inBank(id, async (house, bank) => {
    const register = await registerOf(house, [bank], dayOf(house.clock.now()));
    await makeFolder(out);
    await log(house, bank, register.teams.length);
    await writeAll(register, bank, paths);
    const figures = figuresOf(register);
    if (json) return printJson({ bank: bank.id, ...figures, files: paths });
    await print(`${noteOn(register)}`);
    for (const path of paths) await print(`Skrevet: ${path}`);
  });
}

/** Before anything leaves the house. */
function log(house: House, { id }: Bank, rows: number): Promise<void> {
  const at = house.clock.now();
  return inHouse(house)(id, async (tx) => {
    for (const what of ['kontaktliste', 'oversikt']) tx.put(EXPORT, newId(), { what, by: BY, at, rows });
  });
}

/** «Per 2. mars 2026: 12 team. 3 av dem er ikke bekreftet.» */
function noteOn(register: Register): string {
  const { teams } = register;
  const text = asOf(register);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}: ${counted(teams.length, 'team', 'team')}. Ikke bekreftet: ${unconfirmedIn(teams)}.`;
}

function figuresOf(register: Register) {
  const types = typesOf(register);
  const { total, ambition, peopleAt } = coverageIn(register, types);
  const { municipalities, running, onTheWay, none, unknown, population, populationRunning } = total;
  const places = { municipalities, running, onTheWay, none, unknown, population, populationRunning };
  return {
    ...{ asOf: register.day, teams: register.teams.length, unconfirmed: unconfirmedIn(register.teams) },
    coverage: { types, ...places, share: shareOf(total), ambition, peopleAt },
  };
}

async function writeAll(register: Register, { id, name }: Bank, paths: readonly string[]): Promise<void> {
  const [workbook = '', csv = '', overviewBook = '', overviewCsv = '', json = '', html = ''] = paths;
  const [contacts, overview] = [contactSheet(register), overviewSheet(register)];
  const about = { name: 'Om lista', ...aboutSheet(register, name) };
  await writeXlsx(workbook, [{ name: 'Kontaktliste', ...contacts }, about]);
  await writeCsv(csv, contacts);
  await writeXlsx(overviewBook, [{ name: 'Oversikt', ...overview }, about]);
  await writeCsv(overviewCsv, overview);
  const entries = publicTeams(register);
  await writeText(json, `${JSON.stringify({ bank: id, name, text: asOf(register), ...figuresOf(register), entries }, null, 2)}\n`);
  await writeText(html, overviewHtml(entries, { title: `Oversikt over team: ${name}`, note: noteOn(register) }));
}

/** What the list is, for who gets it as a workbook. */
function aboutSheet(register: Register, name: string): Sheet {
  const { teams, unconfirmed, coverage } = figuresOf(register);
  const share = coverage.share === null ? 'ukjent' : Number((coverage.share * 100).toFixed(1));
  return {
    columns: ['Om lista', ''],
    rows: [
      ['Ressursbank', name],
      ['Per', register.day],
      ['Team', teams],
      ['Ikke bekreftet', unconfirmed],
      ['Steder (kommuner og bydeler)', coverage.municipalities],
      ['Steder med team i drift', coverage.running],
      ['Steder med team på vei', coverage.onTheWay],
      ['Steder der teamet er lagt ned', coverage.none],
      ['Steder der ingenting er kjent', coverage.unknown],
      ['Andel innbyggere der et team er i drift (%)', share],
      ['Folketall per', coverage.peopleAt],
    ],
  };
}

async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw new SetupError(`${path} kan ikke skrives:`, [error instanceof Error ? error.message : String(error)]);
  }
}
