import { existsSync, readdirSync } from 'node:fs';
import { pino } from 'pino';
import { type InPartition, inPartition } from '../bot/partition.ts';
import type { House } from '../compose.ts';
import { type Config, environment, readConfig } from '../config.ts';
import type { Bank } from '../core/banks.ts';
import { type Clock, createClock } from '../core/clock.ts';
import type { Connector, Roster } from '../core/connector.ts';
import { SendRefused, SetupError, Unavailable } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import type { Storage } from '../storage/port.ts';

/** The configuration of the bot that this command line belongs to. */
export function configNow(): Config {
  return readConfig(environment());
}

/** Domain time, as far as the configuration says it. */
export function clockOf(config: Config): Clock {
  return createClock(config.clockStart === undefined ? {} : { start: config.clockStart });
}

/** Whether there is a store already: opening one makes it. */
export function hasStore({ storage, dataDir }: Config): boolean {
  return storage === 'cosmos' || (existsSync(dataDir) && readdirSync(dataDir).some((name) => name.endsWith('.sqlite')));
}

/** Faults alone, on standard error: standard output is the result's. */
export function faultLog(): Logger {
  return pino({ level: 'error', base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
}

const closed = async () => {
  throw new SendRefused('the command line sends nothing', { permanent: true });
};
const nobodyAnswers = async () => {
  throw new Unavailable('the command line does not reach Teams');
};
const nowhere: Connector = { send: closed, update: closed, remove: closed, startThread: closed, openPersonal: closed };
const unknown: Roster = { members: nobodyAnswers, member: nobodyAnswers, channels: nobodyAnswers };

/** Works in the bot's house without Teams, as it stands. */
export async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const { compose } = await import('../compose.ts');
  const house = await compose(configNow(), { log: faultLog(), connector: nowhere, roster: unknown });
  try {
    return await work(house);
  } finally {
    await house.storage.close();
  }
}

/** A store that holds no bank yet is furnished, as at the bot's start. */
export async function furnishIfEmpty(house: House): Promise<void> {
  const { furnish } = await import('../furnish.ts');
  if ((await house.bot.directory.banks()).length === 0) await furnish(house);
}

/** The house as it is after a start of the bot: what changed in the handbooks' files is in. */
export async function furnishAnew(house: House): Promise<void> {
  const { importHandbook } = await import('../furnish.ts');
  const banks = await house.bot.directory.banks();
  await furnishIfEmpty(house);
  for (const bank of banks) await importHandbook(house, bank);
}

/** Works with one bank of the house, which is furnished first where it is empty. SetupError when there is no such bank. */
export function inBank<T>(id: string, work: (house: House, bank: Bank, within: InPartition) => Promise<T>): Promise<T> {
  return inHouse(async (house) => {
    await furnishIfEmpty(house);
    return work(house, bankNamed(await house.bot.directory.banks(), id), inPartition(house.storage, house.clock));
  });
}

/** Works on the bot's store alone. */
export async function withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const { openStorage } = await import('../storage/open.ts');
  const storage = await openStorage(configNow());
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** The bank of that id. SetupError that names those there are. */
export function bankNamed<B extends Pick<Bank, 'id'>>(banks: readonly B[], id: string): B {
  const bank = banks.find((each) => each.id === id);
  if (bank) return bank;
  throw new SetupError(`Det finnes ingen ressursbank med id-en «${id}».`, [`Disse finnes: ${banks.map((each) => each.id).join(', ')}`]);
}
