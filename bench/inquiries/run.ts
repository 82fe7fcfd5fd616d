import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/core/log.ts';
import { OUTBOX, POSTING } from '../../src/core/outbox.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { startConnectorStandIn } from '../../test/support/connector-stand-in.ts';
import { FakeConnector, FakeRoster } from '../../test/support/house.ts';
import { Bots, type TurnLine } from './bots.ts';
import { type Findings, judge } from './judge.ts';
import { endOf, liveThrough } from './month.ts';
import { FIRST_DAY, momentAt, type Sizes } from './sizes.ts';
import { Teams } from './teams.ts';
import { settle, setup } from './town.ts';

/** How long the outbox may take to become empty in the end. */
const PATIENCE_MS = 60_000;

export interface Figures extends Findings {
  readonly presses: number;
  readonly messages: number;
  readonly kills: number;
  readonly redelivered: number;
  readonly refused: number;
  readonly errors: readonly string[];
  readonly exits: readonly (number | null)[];
  /** Times of the calls that were answered at once, ms, by step. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  readonly turns: readonly TurnLine[];
  readonly seconds: number;
}

/** Two processes on one store live through some days of inquiries and are killed meanwhile; then it is looked at what became of it all. */
export async function simulate(sizes: Sizes): Promise<Figures> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'inquiries-'));
  const setupFile = join(folder, 'setup.json');
  writeFileSync(setupFile, JSON.stringify(setup()));
  const standIn = await startConnectorStandIn();
  settle(standIn);
  const clock = momentAt(FIRST_DAY, '06:00');
  const env = { DATA_DIR: folder, SETUP_FILE: setupFile, CLOCK: clock, LOG_LEVEL: 'info', DELIVERY_INTERVAL_MS: '100' };
  const bots = new Bots(env);
  const teams = new Teams(bots, standIn);
  // Who is stopped in the middle leaves no process behind.
  const leave = () => void bots.killAll();
  process.once('exit', leave);
  try {
    await bots.start();
    const cases = await liveThrough(teams, sizes);
    await bots.setClock(endOf(sizes));
    await untilQuiet(join(folder, 'ressursbank.sqlite'));
    const exits = await bots.stop();
    const findings = await look(env, teams, cases);
    return {
      ...{ ...findings, presses: teams.presses, messages: teams.written.length, kills: bots.kills.length, redelivered: teams.redelivered },
      ...{ refused: standIn.calls.filter(({ status }) => status === 403).length, errors: bots.errors(), exits },
      ...{ times: teams.times, turns: bots.turns(), seconds: Math.round((performance.now() - began) / 100) / 10 },
    };
  } finally {
    process.off('exit', leave);
    await bots.killAll();
    await standIn.close();
    rmSync(folder, { recursive: true });
  }
}

async function untilQuiet(file: string): Promise<void> {
  const storage = createSqlite({ file });
  const deadline = performance.now() + PATIENCE_MS;
  const waits = async () => {
    const found = await Promise.all([OUTBOX, POSTING].map(({ name }) => storage.due(name, Number.MAX_SAFE_INTEGER, 1)));
    return found.some(({ length }) => length > 0);
  };
  while ((await waits()) && performance.now() < deadline) await pause(100);
  await storage.close();
}

/** Looks at the store with a house of its own, which sends nothing. */
async function look(env: Readonly<Record<string, string>>, teams: Teams, cases: Parameters<typeof judge>[2]): Promise<Findings> {
  const config = readConfig({ ...env, LOG_LEVEL: 'silent' });
  const house = await compose(config, { log: silentLog(), connector: new FakeConnector(), roster: new FakeRoster() });
  const findings = await judge(house, teams, cases);
  await house.delivery.stop();
  await house.storage.close();
  return findings;
}
