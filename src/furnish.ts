import type { House } from './compose.ts';
import { inHouse } from './compose.ts';
import type { Bank } from './core/banks.ts';
import type { Setup } from './core/setup.ts';
import { type ImportReport, importSetup } from './features/admin/index.ts';
import { entrySchema, importBatch } from './features/handbook/index.ts';
import { HOUSE } from './storage/port.ts';

/** Brings in what the bot starts with: the set-up file or the starter banks, and the handbook of every bank. May be run again. */
export async function furnish(house: House): Promise<void> {
  const { config, log } = house;
  if (config.setupFile !== undefined) {
    const { setup, warnings } = house.content.setup(config.setupFile);
    for (const warning of warnings) log.warn({ setup: config.setupFile }, warning);
    const { left } = await bringIn(house, setup, false);
    for (const name of left) log.warn({ record: name }, 'endret i Teams siden sist, så oppsettfilen er ikke brukt');
  } else {
    await bringIn(house, starterSetup(house.starters), false);
  }
  for (const bank of await house.bot.directory.banks()) await importHandbook(house, bank);
}

/** The starter banks as a set-up file would have them. */
function starterSetup(starters: ReadonlyMap<string, Bank>): Setup {
  return { banks: [...starters.values()].map(({ id, name }) => ({ id, name })), people: [], listsPeople: false, routes: [], teams: [] };
}

/** Brings a set-up in, step by step, until there is nothing left to do. A handbook of its banks that can't be read stops it before the first. */
export async function bringIn(house: House, setup: Setup, force: boolean): Promise<Omit<ImportReport, 'more'>> {
  for (const { id, handbook } of setup.banks) {
    const folder = handbook === undefined ? house.starters.get(id)?.handbook : handbook;
    if (folder) house.content.entries(folder, entrySchema);
  }
  const changed: string[] = [];
  for (;;) {
    const given = { setup, starters: house.starters, force };
    const report = await inHouse(house)(HOUSE, (tx) => importSetup(tx, given));
    changed.push(...report.changed);
    if (report.more) continue;
    house.bot.directory.forget();
    return { changed, left: report.left };
  }
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
