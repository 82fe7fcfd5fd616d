import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Config, environment, ROOT, readConfig } from '../config.ts';
import { createContent } from '../content.ts';
import { SetupError, Unavailable } from '../core/errors.ts';
import { openStorage } from '../storage/open.ts';
import { SCHEMA_VERSION } from '../storage/port.ts';
import { diagnoseStore } from './doctor-store.ts';
import { checkBanks } from './handbook-check.ts';
import { hasStore } from './house.ts';
import { print, printJson, refuse } from './output.ts';

/** What the bot is written for: it reads TypeScript as it is. */
const NODE_MAJOR = 24;

export interface Diagnosis {
  readonly about: string;
  readonly status: 'ok' | 'advarsel' | 'feil';
  readonly text: string;
  /** What to do; there where it is not ok. */
  readonly todo?: string;
}

/** Looks at everything that the bot needs. It changes nothing. */
export async function doctor({ json = false }: { json?: boolean }): Promise<void> {
  const found: Diagnosis[] = [];
  for await (const diagnosis of diagnose()) {
    found.push(diagnosis);
    if (!json) await print(lineFor(diagnosis));
  }
  if (json) await printJson({ checks: found });
  if (found.some(({ status }) => status === 'feil')) refuse();
}

function lineFor({ about, status, text, todo }: Diagnosis): string {
  return `${status.padEnd(8)} ${about}: ${text}${todo === undefined ? '' : ` – ${todo}`}`;
}

async function* diagnose(): AsyncGenerator<Diagnosis> {
  yield ofNode();
  const read = attempt(() => readConfig(environment()));
  if ('faults' in read) {
    for (const text of read.faults) yield { about: 'innstillinger', status: 'feil', text, todo: 'rett miljøet eller env-filen' };
    return;
  }
  const config = read.value;
  const mode = config.local ? 'lokal modus, bare for denne maskinen' : 'Teams';
  yield { about: 'innstillinger', status: 'ok', text: `${mode}; lager: ${config.storage}` };
  yield* ofPublicUrl(config);
  if (config.storage === 'sqlite') yield ofDataDir(config.dataDir);
  yield* ofContent(config);
  yield* ofStore(config);
}

function* ofPublicUrl({ publicUrl, local }: Config): Generator<Diagnosis> {
  if (local || publicUrl !== undefined) return;
  const text = 'PUBLIC_URL er ikke satt, så kalenderlenker og bilder kan ikke vises';
  yield { about: 'nettadresse', status: 'advarsel', text, todo: 'sett PUBLIC_URL til adressen som roboten nås på utenfra' };
}

function attempt<T>(work: () => T): { value: T } | { faults: readonly string[] } {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { faults: error.faults.length > 0 ? error.faults : [error.message] };
  }
}

function ofNode(): Diagnosis {
  const version = process.versions.node;
  if (Number.parseInt(version, 10) >= NODE_MAJOR) return { about: 'Node', status: 'ok', text: version };
  return { about: 'Node', status: 'feil', text: `${version} er for gammel`, todo: `bruk Node ${NODE_MAJOR}` };
}

function ofDataDir(folder: string): Diagnosis {
  const about = 'datamappe';
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { about, status: 'feil', text: `${folder}: ${reason}`, todo: 'gi roboten skriverett, eller sett DATA_DIR til et annet sted' };
  }
  return { about, status: 'ok', text: nearest === folder ? folder : `${folder} (lages når roboten starter)` };
}

function* ofContent(config: Config): Generator<Diagnosis> {
  const content = createContent(ROOT);
  const read = attempt(() => [content.banks(), content.topics(), content.regions(), content.thesaurus(), content.acute(), content.guard()]);
  if ('faults' in read) {
    for (const text of read.faults) yield { about: 'innhold', status: 'feil', text, todo: 'rett filen i content/' };
    return;
  }
  yield { about: 'innhold', status: 'ok', text: 'ressursbanker, temaer, ordliste og faste tekster kan leses' };
  const { setupFile } = config;
  if (setupFile !== undefined) {
    const setup = attempt(() => content.setup(setupFile));
    if ('faults' in setup) {
      for (const text of setup.faults) yield { about: 'oppsettfil', status: 'feil', text, todo: `rett ${setupFile}` };
      return;
    }
    const { setup: given, warnings } = setup.value;
    yield { about: 'oppsettfil', status: 'ok', text: `${given.banks.length} ressursbanker, ${given.people.length} personer` };
    for (const text of warnings) yield { about: 'oppsettfil', status: 'advarsel', text, todo: `se på ${setupFile}` };
  }
  for (const { bank, entries, findings } of checkBanks(config, content)) {
    const faults = findings.filter(({ level }) => level === 'feil').length;
    const about = `håndbokfiler ${bank}`;
    const todo = `kjør: handbook check --bank ${bank}`;
    if (faults > 0) yield { about, status: 'feil', text: `${faults} feil`, todo };
    else if (findings.length > 0) yield { about, status: 'advarsel', text: `${findings.length} av ${entries} svar bør ses på`, todo };
    else yield { about, status: 'ok', text: `${entries} svar` };
  }
}

async function* ofStore(config: Config): AsyncGenerator<Diagnosis> {
  const about = 'lager';
  if (!hasStore(config)) {
    yield { about, status: 'ok', text: 'finnes ikke ennå (lages når roboten starter)' };
    return;
  }
  try {
    const storage = await openStorage(config);
    yield { about, status: 'ok', text: `kan åpnes, skjema ${SCHEMA_VERSION}` };
    try {
      yield* diagnoseStore(storage, config);
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (!(error instanceof SetupError) && !(error instanceof Unavailable)) throw error;
    const todo = error instanceof SetupError ? error.faults.join(' ') : 'se om lageret går, og prøv igjen';
    yield { about, status: 'feil', text: error.message.split('\n')[0] ?? '', todo };
  }
}
