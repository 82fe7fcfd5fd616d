import { resolve } from 'node:path';
import { SetupError } from '../core/errors.ts';
import { inHouse } from './house.ts';
import { print, printJson, refuse } from './output.ts';

interface Imported {
  readonly changed: readonly string[];
  readonly left: readonly string[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

/** Brings a set-up file in. With faults nothing is brought in. */
export async function importFile(file: string, { force = false, json = false }: { force?: boolean; json?: boolean }): Promise<void> {
  try {
    const imported = await bringFileIn(resolve(file), force);
    await (json ? printJson(imported) : tellImported(imported));
  } catch (error) {
    if (!json || !(error instanceof SetupError)) throw error;
    await printJson({ changed: [], left: [], warnings: [], faults: error.faults } satisfies Imported);
    refuse();
  }
}

function bringFileIn(file: string, force: boolean): Promise<Imported> {
  return inHouse(async (house) => {
    const { bringIn, importHandbook } = await import('../furnish.ts');
    const { setup, warnings } = house.content.setup(file);
    const { changed, left, warnings: noticed = [] } = await bringIn(house, setup, force);
    const named = new Set(setup.banks.map((bank) => bank.id));
    for (const bank of await house.bot.directory.banks()) {
      if (named.has(bank.id)) await importHandbook(house, bank);
    }
    return { changed, left, warnings: [...warnings, ...noticed], faults: [] };
  });
}

async function tellImported({ changed, left, warnings }: Imported): Promise<void> {
  await print(changed.length === 0 ? 'Ingenting var endret i filen siden sist.' : `Hentet inn: ${changed.length}`);
  for (const name of changed) await print(`  - ${name}`);
  if (left.length > 0) await print('Endret i Teams siden sist, så filen er ikke brukt (--force overstyrer):');
  for (const name of left) await print(`  - ${name}`);
  for (const warning of warnings) await print(`Advarsel: ${warning}`);
}
