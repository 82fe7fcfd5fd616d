import { CLOCK_WRITTEN_EVERY_MS, type DomainClock } from './bot/domain-clock.ts';
import { runBound } from './bound.ts';
import { compose, type House, inHouse } from './compose.ts';
import { type Config, environment, readConfig } from './config.ts';
import { SetupError, Unavailable } from './core/errors.ts';
import { createLog, type Logger } from './core/log.ts';
import { furnish } from './furnish.ts';

/**
 * How V8 is bound, in MB: some hundred people need a fraction of it, and without bounds it keeps 400 MB of garbage. The young part is the
 * smallest at which a turn takes no longer.
 */
const BOUNDS = ['--max-old-space-size=192', '--max-semi-space-size=8'];
/** Whoever set the clock forward waits for what is due to be run by the process that sends. */
const CLOCK_READ_EVERY_MS = 100;
/** What is made ready ahead is made when the start is over and nobody waits for it. */
const WARM_AFTER_MS = 1_000;
/** How long stopping may take before the process ends all the same. */
const STOP_WITHIN_MS = 20_000;

export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens the store, puts the house together and listens. */
export async function start(config: Config, log: Logger): Promise<Running> {
  // Loaded here: the command line needs none of it, and it is most of what the process weighs.
  const [{ createTeams }, { startServer }] = await Promise.all([import('./wire/teams.ts'), import('./wire/server.ts')]);
  const parts: { house?: House } = {};
  const house = () => {
    if (!parts.house) throw new Error('not ready');
    return parts.house;
  };
  const teams = createTeams({
    ...identity(config),
    allowedTenants: config.allowedTenants,
    localOnly: config.local,
    production: config.production,
    log,
    handle: async (incoming) => {
      await house().domainClock?.sync();
      return house().bot.handle(incoming);
    },
    render: (card, locale) => house().render(card, locale),
  });
  parts.house = await compose(config, { log, connector: teams.connector, roster: teams.roster });
  await furnish(parts.house);
  parts.house.guard(''); // Rules that can't be used stop the start, not the first message.
  const { delivery, domainClock, features, metrics, storage } = parts.house;
  const server = await startServer({
    host: config.host,
    port: config.port,
    log,
    messages: teams.handler,
    pages: features.flatMap(({ pages }) => pages ?? []),
    ready: () => isReady(house()),
    metrics: metrics.text,
    metricsToken: config.metricsToken,
    clock: domainClock && ((now) => domainClock.setForward(now, delivery.runAllDue)),
  });
  if (config.local) parts.house.address.publicUrl ??= server.url;
  delivery.start();
  setTimeout(() => features.map(({ warm }) => warm?.()), WARM_AFTER_MS).unref();
  const stopClock = domainClock && keepTime(domainClock, log);
  return {
    url: server.url,
    stop: async () => {
      stopClock?.();
      await server.stop();
      await delivery.stop();
      await domainClock?.write();
      await storage.close();
    },
  };
}

/** Keeps the time of local mode: another instance may have set it forward, and what is due then is run here. Gives what ends it. */
function keepTime(clock: DomainClock, log: Logger): () => void {
  const told = (what: string) => (error: unknown) => log.warn({ err: error }, what);
  const reader = setInterval(() => clock.sync().catch(told('clock not read')), CLOCK_READ_EVERY_MS);
  const writer = setInterval(() => clock.write().catch(told('clock not written')), CLOCK_WRITTEN_EVERY_MS);
  return () => {
    clearInterval(reader);
    clearInterval(writer);
  };
}

function identity({ bot }: Config) {
  if (!bot) return {};
  const { id, type, password, tenantId, openIdMetadata, tokenIssuer, loginUrl } = bot;
  return {
    botId: id,
    botType: type,
    botTenantId: tenantId,
    ...(password !== undefined && { botPassword: password }),
    ...(openIdMetadata !== undefined && { openIdMetadata }),
    ...(tokenIssuer !== undefined && { tokenIssuer }),
    ...(loginUrl !== undefined && { loginUrl }),
  };
}

/** The store answers, and every bank's handbook is in memory. */
async function isReady(house: House): Promise<boolean> {
  const banks = await house.bot.directory.banks();
  for (const bank of banks) await inHouse(house)(bank.id, (tx) => house.handbook.library.shelf(bank.id, tx));
  return true;
}

/** Ends the process cleanly at SIGTERM and SIGINT. A second one changes nothing: npm hands on what the whole group is sent anyway. */
function stopOnSignal(running: Running, log: Logger): void {
  let stopping = false;
  const stop = async () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await running.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().catch((error) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      });
    });
  }
}

async function main(): Promise<void> {
  const config = readConfig(environment());
  const log = createLog(config.logLevel);
  if (config.local) log.warn('lokal modus: usignerte meldinger tas imot, bare fra denne maskinen');
  // Lines wait to be written together; this one is for whoever looks on at the start.
  log.flush();
  const running = await start(config, log);
  stopOnSignal(running, log);
  console.log(`listening on ${running.url}`);
}

/** What an administrator is told when the bot can't start: a stack only for what nobody foresaw. */
function sentenceFor(error: unknown): unknown {
  if (error instanceof SetupError) return error.message;
  if (error instanceof Unavailable) return `Lageret svarer ikke (${error.message}). Sjekk at det er i gang og at adressen stemmer.`;
  return error;
}

if (import.meta.main) {
  runBound(BOUNDS);
  main().catch((error) => {
    console.error(sentenceFor(error));
    process.exit(1);
  });
}
