import { resolve } from 'node:path';
import { z } from 'zod';
import type { InPartition } from '../bot/partition.ts';
import type { House } from '../compose.ts';
import type { Bank } from '../core/banks.ts';
import { dayOf } from '../core/calendar.ts';
import { SetupError } from '../core/errors.ts';
import { routesIn } from '../features/inquiries/bureau.ts';
import { replaceRoutes } from '../features/inquiries/route-import.ts';
import { type Crew, crewOf } from '../features/inquiries/rules/crew.ts';
import { readTable } from '../files/index.ts';
import { adminsOf } from '../ports.ts';
import { inBank } from './house.ts';
import { inputLines, readLines } from './lines.ts';
import { print, printJson, refuse, refuseLine } from './output.ts';
import { checkRoutes } from './routes-check.ts';
import { whoAnswers } from './routes-crew.ts';
import { routesFrom } from './routes-table.ts';
import { faultLines, matrixLines } from './routes-view.ts';

/** Who is told in the history for a table that was read from a file. */
const BY_FILE = { by: '', name: 'fordelingsfil' };

async function crewIn(house: House, bank: Bank): Promise<Crew> {
  const people = await house.bot.directory.people();
  const admins = await adminsOf({ bot: () => house.bot, config: house.config }, bank.id);
  return crewOf({ bank: bank.id, people, admins, day: dayOf(house.clock.now()) });
}

/** Who answers what, and where there are holes. */
export function check({ bank: id, json }: { readonly bank: string; readonly json?: true }): Promise<void> {
  return inBank(id, async (house, bank, within) => {
    const crew = await crewIn(house, bank);
    const routes = await within(bank.id, routesIn);
    const topics = bank.topics.length > 0 ? bank.topics : [...house.content.topics()];
    const checked = checkRoutes({ bank: bank.id, routes, topics, crew });
    if (json) return printJson(checked);
    const faults = faultLines(checked, crew);
    await print(`Fordelingen i ${bank.name}\n`);
    for (const line of [...matrixLines(checked, crew), ...(faults.length > 0 ? faults : ['', 'Ingen hull, og ingenting galt.'])])
      await print(line);
  });
}

const askedSchema = z.object({
  id: z.union([z.string(), z.number()]),
  topic: z.string().nullish(),
  region: z.string().nullish(),
  phase: z.string().nullish(),
  absent: z.array(z.string()).nullish(),
});

/** Answers JSON lines `{"id","topic","region","phase","absent"}` from standard input, each before the next one is read. */
export function find({ bank: id }: { readonly bank: string }): Promise<void> {
  return inBank(id, async (house, bank, within) => {
    const given = { routes: await within(bank.id, routesIn), crew: await crewIn(house, bank) };
    for await (const read of readLines(inputLines(), askedSchema)) {
      if ('reason' in read) {
        refuseLine(read.line, read.reason);
        continue;
      }
      const { advisers, route, referral } = whoAnswers(read.value, given);
      const outside = advisers.length === 0 && referral ? { referral: referral.name } : {};
      await printJson({ id: read.value.id, advisers, route, ...outside });
    }
  });
}

interface Imported {
  readonly changed: readonly string[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

/** Makes a file the whole table of a bank. With faults nothing is changed. */
export async function importFile(
  file: string,
  { bank: id, json = false }: { readonly bank: string; readonly json?: boolean },
): Promise<void> {
  try {
    const imported = await inBank(id, (house, bank, within) => bringTableIn(house, { bank, within, file: resolve(file) }));
    await (json ? printJson(imported) : tellImported(imported));
  } catch (error) {
    if (!json || !(error instanceof SetupError)) throw error;
    await printJson({ changed: [], warnings: [], faults: error.faults } satisfies Imported);
    refuse();
  }
}

async function bringTableIn(
  house: House,
  given: { readonly bank: Bank; readonly within: InPartition; readonly file: string },
): Promise<Imported> {
  const { bank, within, file } = given;
  const crew = await crewIn(house, bank);
  const remembered = await house.bot.directory.people();
  const others = crew.admins.filter((id) => !crew.byId.has(id)).map((id) => ({ id, name: '', email: null }));
  const names = house.content.topicNames();
  const topics = new Map([...names, ...bank.topics.flatMap((id) => (names.has(id) ? [] : [[id, id] as const]))]);
  const { routes, ignored, faults } = routesFrom(await readTable(file), { people: [...remembered, ...others], topics });
  if (faults.length > 0) throw new SetupError(`${file} har feil:`, faults);
  const changed: string[] = [];
  for (let more = true; more; ) {
    const report = await within(bank.id, (tx) => replaceRoutes(tx, { routes, ...BY_FILE, now: house.clock.now() }));
    changed.push(...report.changed);
    more = report.more;
  }
  const silent = new Set(routes.flatMap(({ advisers, deputies }) => [...advisers, ...deputies]).filter((id) => !crew.isAdviser(id)));
  const hasFallback = routes.some(({ topic, region, phase }) => topic === null && region === null && phase === null);
  const warnings = [
    ...(hasFallback ? [] : ['ingen fordeling uten tema, region og fase; henvendelser går til administratorene']),
    ...ignored.map((column) => `kolonnen «${column}» er ikke kjent og er ikke brukt`),
    ...[...silent].map((id) => `${crew.nameOf(id)} har ikke rollen rådgiver i ${bank.name}, og får ingen henvendelser før den er gitt`),
  ];
  return { changed, warnings, faults: [] };
}

async function tellImported({ changed, warnings }: Imported): Promise<void> {
  await print(changed.length === 0 ? 'Fordelingen var slik fra før.' : `Endret: ${changed.length}`);
  for (const name of changed) await print(`  - ${name}`);
  for (const warning of warnings) await print(`Advarsel: ${warning}`);
}
