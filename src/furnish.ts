import type { House } from './compose.ts';
import { inHouse } from './compose.ts';
import type { Bank } from './core/banks.ts';
import { SetupError } from './core/errors.ts';
import type { Setup } from './core/setup.ts';
import { type ImportReport, importSetup } from './features/admin/index.ts';
import { createGazetteer } from './features/contacts/rules/gazetteer.ts';
import { importTeams } from './features/contacts/team-import.ts';
import { entrySchema, importBatch } from './features/handbook/index.ts';
import type { Route } from './features/inquiries/model.ts';
import { importRoutes } from './features/inquiries/route-import.ts';
import { HOUSE } from './storage/port.ts';

/** Brings in what the bot starts with: the set-up file or the starter banks, and the handbook of every bank. May be run again. */
export async function furnish(house: House): Promise<void> {
  const { config, log } = house;
  if (config.setupFile !== undefined) {
    const { setup, warnings } = house.content.setup(config.setupFile);
    for (const warning of warnings) log.warn({ setup: config.setupFile }, warning);
    const { left, warnings: noticed = [] } = await bringIn(house, setup, false);
    for (const warning of noticed) log.warn({ setup: config.setupFile }, warning);
    for (const name of left) log.warn({ record: name }, 'endret i Teams siden sist, så oppsettfilen er ikke brukt');
  } else {
    await bringIn(house, starterSetup(house.starters), false);
  }
  for (const bank of await house.bot.directory.banks()) await importHandbook(house, bank);
}

/** The starter banks as a set-up file would have them. */
function starterSetup(starters: ReadonlyMap<string, Bank>): Setup {
  return {
    banks: [...starters.values()].map(({ id, name }) => ({ id, name })),
    people: [],
    listsPeople: false,
    routes: [],
    listsRoutes: false,
    teams: [],
  };
}

/** What was brought in; `warnings`: what could not be read as it was meant, where there is any. */
interface BroughtIn extends Omit<ImportReport, 'more'> {
  readonly warnings?: readonly string[];
}

/** Brings a set-up in, step by step, until there is nothing left to do. A handbook of its banks that can't be read stops it before the first. */
export async function bringIn(house: House, setup: Setup, force: boolean): Promise<BroughtIn> {
  for (const { id, handbook } of setup.banks) {
    const folder = handbook === undefined ? house.starters.get(id)?.handbook : handbook;
    if (folder) house.content.entries(folder, entrySchema);
  }
  const banks = setup.listsRoutes || setup.teams.length > 0 ? await banksOf(house, setup) : [];
  const changed: string[] = [];
  const left: string[] = [];
  for (;;) {
    const given = { setup, starters: house.starters, force };
    const report = await inHouse(house)(HOUSE, (tx) => importSetup(tx, given));
    changed.push(...report.changed);
    if (report.more) continue;
    left.push(...report.left);
    break;
  }
  house.bot.directory.forget();
  for (const bank of setup.listsRoutes ? banks : []) {
    const report = await bringRoutesIn(house, bank, { routes: routesFor(setup, bank), force });
    changed.push(...report.changed.map((name) => `route ${bank} ${name}`));
    left.push(...report.left.map((name) => `route ${bank} ${name}`));
  }
  const teams = await bringTeamsIn(house, setup, force);
  return { ...teams, changed: [...changed, ...teams.changed], left: [...left, ...teams.left] };
}

/** The banks that a file speaks of: those under `banks`, else all that there are. SetupError when a route or a team is for another. */
async function banksOf(house: House, { banks, routes, teams }: Setup): Promise<string[]> {
  const ids = (banks.length > 0 ? banks : await house.bot.directory.banks()).map(({ id }) => id);
  const unknownIn = (section: string, rows: readonly { readonly bank: string }[]) =>
    [...new Set(rows.map(({ bank }) => bank))]
      .filter((bank) => !ids.includes(bank))
      .map((bank) => `${section}: ressursbanken «${bank}» finnes ikke`);
  const faults = { routes: unknownIn('routes', routes), teams: unknownIn('teams', teams) };
  if (faults.routes.length > 0) throw new SetupError('Fordelingen kan ikke hentes inn:', [...faults.routes, ...faults.teams]);
  if (faults.teams.length > 0) throw new SetupError('Teamene kan ikke hentes inn:', faults.teams);
  return ids;
}

function routesFor({ routes }: Setup, id: string): Route[] {
  return routes.flatMap(({ bank, topic = null, region = null, phase = null, ...people }) =>
    bank === id ? [{ topic, region, phase, ...people }] : [],
  );
}

async function bringRoutesIn(house: House, bank: string, given: { routes: readonly Route[]; force: boolean }) {
  const changed: string[] = [];
  for (;;) {
    const report = await inHouse(house)(bank, (tx) => importRoutes(tx, { ...given, now: house.clock.now() }));
    changed.push(...report.changed);
    if (!report.more) return { changed, left: report.left };
  }
}

async function bringTeamsIn(house: House, { teams }: Setup, force: boolean): Promise<BroughtIn> {
  const [changed, left, warnings]: [string[], string[], string[]] = [[], [], []];
  if (teams.length === 0) return { changed, left };
  const gazetteer = createGazetteer(house.content.places());
  const known = new Map((await house.bot.directory.banks()).map((bank) => [bank.id, bank]));
  for (const [id, own] of Map.groupBy(teams, ({ bank }) => bank)) {
    const bank = known.get(id);
    const named = (team: string) => `team ${id} ${team}`;
    for (let more = bank !== undefined; bank && more; ) {
      const report = await inHouse(house)(id, (tx) => importTeams(tx, { bank, teams: own, gazetteer, now: house.clock.now(), force }));
      changed.push(...report.changed.map(named));
      more = report.more;
      if (more) continue;
      left.push(...report.left.map(named));
      warnings.push(...report.warnings.map(named));
    }
  }
  return { changed, left, ...(warnings.length > 0 && { warnings }) };
}

/** Brings a bank's files in: what changed in them since the last time. Gives the number of entries changed. */
export async function importHandbook(house: House, { id, handbook }: Bank): Promise<number> {
  if (handbook === null) return 0;
  const entries = house.content.entries(handbook, entrySchema);
  let changed = 0;
  for (;;) {
    const batch = await inHouse(house)(id, (tx) => importBatch(tx, entries));
    changed += batch;
    if (batch === 0) return changed;
  }
}
