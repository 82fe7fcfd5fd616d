import { pino } from 'pino';
import { type InPartition, inPartition } from '../bot/partition.ts';
import type { House } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import type { Bank } from '../core/banks.ts';
import { type Clock, createClock } from '../core/clock.ts';
import type { Connector, Roster } from '../core/connector.ts';
import { SendRefused, SetupError, Unavailable } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { environment } from '../environment.ts';
import type { Storage } from '../storage/port.ts';

/** The configuration of the bot that this command line belongs to. */
export function configNow(): Config {
  return readConfig(environment());
}

/** Domain time, as far as the configuration says it. */
export function clockOf(config: Config): Clock {
  return createClock(config.clockStart === undefined ? {} : { start: config.clockStart });
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
const nowhere: Connector = { send: closed, update: closed, startThread: closed, openPersonal: closed };
const unknown: Roster = { members: nobodyAnswers, member: nobodyAnswers, channels: nobodyAnswers };

/** Works in the bot's house without Teams. A store that holds no bank yet is furnished first, as at the bot's start. */
export async function withHouse<T>(work: (house: House, within: InPartition) => Promise<T>, config: Config = configNow()): Promise<T> {
  const [{ compose }, { furnish }] = await Promise.all([import('../compose.ts'), import('../furnish.ts')]);
  const house = await compose(config, { log: faultLog(), connector: nowhere, roster: unknown });
  try {
    if ((await house.bot.directory.banks()).length === 0) await furnish(house);
    return await work(house, inPartition(house.storage, house.clock));
  } finally {
    await house.storage.close();
  }
}

/** Works on the bot's store alone. */
export async function withStorage<T>(work: (storage: Storage) => Promise<T>, config: Config = configNow()): Promise<T> {
  const { openStorage } = await import('../storage/open.ts');
  const storage = await openStorage(config);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** The bank of that id. SetupError that names those there are. */
export function bankNamed(banks: readonly Bank[], id: string): Bank {
  const bank = banks.find((each) => each.id === id);
  if (bank) return bank;
  throw new SetupError(`Det finnes ingen ressursbank med id-en «${id}».`, [`Disse finnes: ${banks.map((each) => each.id).join(', ')}`]);
}
