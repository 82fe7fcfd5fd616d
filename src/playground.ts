import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, environment, readConfig } from './config.ts';
import { SetupError } from './core/errors.ts';
import { createLog } from './core/log.ts';
import { type Running, start } from './index.ts';

const LOOPBACK = '127.0.0.1';
/** The Playground's own default. */
const PLAYGROUND_PORT = 56150;
/** How long the Playground may take to start: a few seconds, on a busy machine more. */
const STARTS_WITHIN_MS = 60_000;
/** How long stopping may take before the process ends all the same. */
const STOP_WITHIN_MS = 4_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
type Env = Readonly<Record<string, string | undefined>>;

/** Settings that would make the bot another than the local one. */
const NOT_LOCAL = /^(BOT_|COSMOS_|STORAGE$|HOST$|ALLOWED_TENANTS$)/;

/** The bot's configuration: local mode whatever else is set, and a log that leaves the terminal readable. */
function localConfig(env: Env): Config {
  const local = Object.entries(env).filter(([name]) => !NOT_LOCAL.test(name));
  return readConfig({ LOG_LEVEL: 'warn', ...Object.fromEntries(local) });
}

async function checkFree(port: number, variable: string): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, LOOPBACK), 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`Port ${port} er opptatt (${reason}).`, [`Stopp det som bruker den, eller sett ${variable} til en annen port.`]);
  }
  await new Promise((closed) => probe.close(closed));
}

/** Microsoft's Agents Playground in a process of its own, listening on this machine alone. Gives it when it is ready. */
async function startPlayground(config: Config, env: Env, { botUrl, port }: { botUrl: string; port: number }): Promise<ChildProcess> {
  mkdirSync(config.dataDir, { recursive: true });
  const program = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
  const child = fork(program, ['-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--dt', 'true'], {
    execArgv: ['--import', new URL('./cli/on-loopback.ts', import.meta.url).href],
    env: { ...env, TEAMSAPPTESTER_BROWSER: 'none', TEAMSAPPTESTER_LOGFILE: join(config.dataDir, 'playground.log') },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(STARTS_WITHIN_MS)]);
  try {
    for (let said = ''; !said.includes('Listening on'); ) said += String((await once(child.stdout ?? child, 'data', { signal }))[0]);
  } catch (error) {
    child.kill('SIGKILL');
    throw new SetupError('Agents Playground startet ikke.', [error instanceof Error ? error.message : String(error)]);
  }
  child.stdout?.resume();
  return child;
}

/** Opens a browser where somebody sits before a screen; says nothing where that does not work. */
function openBrowser(url: string, env: Env): void {
  const { platform } = process;
  const hasScreen = platform === 'darwin' || platform === 'win32' || env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
  if (!process.stdout.isTTY || env.CI !== undefined || !hasScreen) return;
  const [program, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[String(platform)] ?? ['xdg-open'];
  const browser = spawn(program ?? 'xdg-open', [...args, url], { stdio: 'ignore', detached: true });
  browser.on('error', () => console.log('Fant ingen nettleser å åpne; gå til adressen selv.'));
  browser.unref();
}

/** Resolves with the exit code when it is time to stop: 0 after a signal, 1 when the Playground ended by itself. */
function untilStopped(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, () => resolve(0));
    child.once('exit', () => resolve(1));
    if (child.exitCode !== null || child.signalCode !== null) resolve(1);
  });
}

async function main(): Promise<void> {
  // Until there is something to stop in order: the Playground ends with this process.
  for (const signal of SIGNALS) process.on(signal, () => process.exit());
  const env = environment();
  const config = localConfig(env);
  const port = Number(env.PLAYGROUND_PORT ?? PLAYGROUND_PORT);
  await checkFree(config.port, 'PORT');
  await checkFree(port, 'PLAYGROUND_PORT');
  const running: Running = await start(config, createLog(config.logLevel));
  const child = await startPlayground(config, env, { botUrl: running.url, port });
  const address = `http://${LOOPBACK}:${port}/`;
  console.log('Ressursbank-roboten i lokal modus, med Microsofts Agents Playground i stedet for Teams.');
  console.log('Bare denne maskinen når den, og ingenting sendes ut.');
  console.log(`\n  Åpne ${address}\n`);
  console.log('Playground sier at du leser engelsk. Skriv «språk» til roboten for å få svarene på norsk.');
  console.log(`Roboten svarer på ${running.url} og lagrer i ${config.dataDir}. Stopp med Ctrl+C.`);
  openBrowser(address, env);
  const code = await untilStopped(child);
  if (code !== 0) console.error('Agents Playground stoppet, så roboten stopper også.');
  setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref();
  if (child.connected) child.disconnect();
  await running.stop();
  process.exit(code);
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  });
}
