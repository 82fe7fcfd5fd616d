import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { backup, restore } from '../backup.ts';
import { SetupError } from '../core/errors.ts';
import { lockLines, unlockLines } from './backup-lock.ts';
import { configNow, withStorage } from './house.ts';
import { linesIn } from './lines.ts';
import { print, printJson, tell } from './output.ts';

/** What is in a backup is for those alone who may see the store. */
const OWNER_ONLY = 0o600;
/** Lines of a backup that are no records: its header and its end, and the header of its lock. */
const FRAME_LINES = 2;
const LOCK_LINES = 1;

interface Options {
  readonly json?: true;
}

/** Writes the store to a new file, which is there when it is whole; locked, where there is a passphrase. SetupError when a file of that name is there already. */
export async function backupTo(file: string, { json }: Options): Promise<void> {
  if (existsSync(file)) throw new SetupError(`${file} finnes fra før. Ingenting er skrevet.`, ['Velg et annet navn, eller flytt filen.']);
  const { backupPassphrase: passphrase } = configNow();
  const lines = await withStorage((storage) =>
    writeLines(file, passphrase === undefined ? backup(storage) : lockLines(backup(storage), passphrase)),
  );
  const records = lines - FRAME_LINES - (passphrase === undefined ? 0 : LOCK_LINES);
  if (records === 0) tell('Lageret er tomt. Pek DATA_DIR (eller COSMOS_DATABASE) på riktig sted?');
  await (json ? printJson({ file, records }) : print(`${records} poster er skrevet til ${file}.`));
}

async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  const unfinished = `${file}.${process.pid}.part`;
  let count = 0;
  async function* counted() {
    for await (const line of lines) {
      count++;
      yield `${line}\n`;
    }
  }
  try {
    const handle = await open(unfinished, 'wx', OWNER_ONLY);
    try {
      await handle.writeFile(counted());
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new SetupError(`${file} kan ikke skrives:`, [error.message]);
  }
  return count;
}

/** Puts a backup into an empty store. */
export async function restoreFrom(file: string, { json }: Options): Promise<void> {
  const records = await withStorage((storage) => restore(storage, unlockLines(linesIn(file), configNow().backupPassphrase)));
  await (json ? printJson({ file, records }) : print(`${records} poster er lagt tilbake.`));
}
