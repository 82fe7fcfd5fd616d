import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, percentile, type Run, WIDTH } from './support-load.ts';

/** A whole turn beside a bare echo bot on the same restify and adapter, each in its own process, in turns. */
const ROUNDS = 3;
const COUNTS = { alone: 1_000, together: 4_000 };
const QUESTIONS = [
  'Må vi ha psykolog i teamet?',
  'Hva koster opplæringen i kognitiv terapi?',
  'korleis får vi klinisk rettleiing',
  'hvem kan bli medlem av ressursbanken',
  'brosjyrar',
];

const folder = mkdtempSync(join(tmpdir(), 'ressursbank-bench-'));
const setup = join(folder, 'setup.json');
writeFileSync(setup, JSON.stringify({ banks: [{ id: 'rph', name: 'RPH Ressursbank', teamsTeams: [{ id: '19:rph@thread.tacv2' }] }] }));

const common = { PORT: '0', LOG_LEVEL: 'info', BOT_ID: '', NODE_ENV: '' };
const runs: Run[] = [];
for (let round = 0; round < ROUNDS; round++) {
  runs.push(await measure({ name: 'echo', script: 'bench/echo-bot.ts', env: common, questions: QUESTIONS }, COUNTS));
  const env = { ...common, DATA_DIR: join(folder, `data-${round}`), SETUP_FILE: setup };
  runs.push(await measure({ name: 'ressursbank', script: 'src/index.ts', env, questions: QUESTIONS }, COUNTS));
}
rmSync(folder, { recursive: true });

const middle = (values: readonly number[]) =>
  percentile(
    [...values].sort((one, other) => one - other),
    0.5,
  );
const figures: Readonly<Record<string, (run: Run) => number>> = {
  'klar etter, ms': (run) => run.readyMs,
  'minne ved start, MB': (run) => run.startRssMb,
  'minne etter, MB': (run) => run.rssMb,
  'p50 alene, ms': (run) => percentile(run.alone, 0.5),
  'p99 alene, ms': (run) => percentile(run.alone, 0.99),
  [`p50 med ${WIDTH} samtidig, ms`]: (run) => percentile(run.together, 0.5),
  [`p99 med ${WIDTH} samtidig, ms`]: (run) => percentile(run.together, 0.99),
  [`turer i sekundet med ${WIDTH}`]: (run) => run.perSecond,
};
console.log(`median av ${ROUNDS} runder, ${COUNTS.alone} turer alene og ${COUNTS.together} med ${WIDTH} samtidig`);
console.log('mål'.padEnd(32), 'echo'.padStart(10), 'ressursbank'.padStart(12), 'forhold'.padStart(8));
for (const [name, figure] of Object.entries(figures)) {
  const of = (bot: string) => middle(runs.filter((run) => run.name === bot).map(figure));
  const [echo, ours] = [of('echo'), of('ressursbank')];
  console.log(name.padEnd(32), echo.toFixed(2).padStart(10), ours.toFixed(2).padStart(12), (ours / echo).toFixed(2).padStart(8));
}
