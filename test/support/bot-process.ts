import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { activity } from './activities.ts';
import { SETUP_FILE } from './house.ts';

const MAIN = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
/** Compiled once for all of them. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));
/** A start takes a second or two, on a busy machine more. */
const START_WITHIN_MS = 30_000;

/** The bot as it is run, as a process of its own. */
export interface BotProcess {
  readonly url: string;
  /** What it printed so far. */
  output(): string;
  /** Posts an activity; rejects when nobody listens. */
  post(body: unknown): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  /** Ends it by a signal; gives the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly pid: number;
}

function launch(env: Readonly<Record<string, string>>): { child: ChildProcess; output: () => string } {
  const { PATH = '' } = process.env;
  const own = { PORT: '0', LOG_LEVEL: 'warn', NODE_ENV: 'test', SETUP_FILE, ...env };
  const child = spawn(process.execPath, [MAIN], { env: { PATH, NODE_COMPILE_CACHE, ...own }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => {
      printed += text;
    });
  }
  return { child, output: () => printed };
}

/** Starts a bot in local mode, and waits until it listens. */
export async function startBot(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const { child, output } = launch(env);
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`did not start: ${output()}`)), START_WITHIN_MS);
    const done = (settle: () => void) => {
      clearTimeout(late);
      settle();
    };
    child.stdout?.on('data', () => {
      const found = /listening on (http:\S+)/.exec(output())?.[1];
      if (found !== undefined) done(() => resolve(found));
    });
    child.once('exit', (code) => done(() => reject(new Error(`ended with ${code}: ${output()}`))));
  });
  return {
    ...{ url, output, pid: child.pid ?? 0 },
    post: async (body) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Runs a bot that is not expected to stay: its exit code and what it printed. */
export async function runBot(env: Readonly<Record<string, string>>): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(env);
  await once(child, 'close');
  return { code: child.exitCode, output: output() };
}

/** A question in a thread of a bound team, to a bot that writes back to `serviceUrl`. */
export function messageIn(serviceUrl: string, message: { id: string; text: string; thread?: string; changes?: Record<string, unknown> }) {
  const { id, text, thread = id, changes = {} } = message;
  const channel = '19:team-rph-sporsmal';
  const place = { channelData: { team: { id: '19:team-rph' }, channel: { id: channel }, tenant: { id: 'tenant' } } };
  const conversation = { conversationType: 'channel', isGroup: true, tenantId: 'tenant', id: `${channel};messageid=${thread}` };
  const from = { id: '29:kari', name: 'Kari Medlem', aadObjectId: 'kari' };
  const rest = { locale: 'nb-NO', attachments: [], entities: [] };
  return activity('message-channel-mention', { id, text, serviceUrl, from, conversation, ...place, ...rest, ...changes });
}

/** A button pressed on a card there. */
export function pressIn(serviceUrl: string, press: { id: string; verb?: string; data?: unknown; thread?: string }) {
  const { id, verb, data, thread = id } = press;
  const { conversation, channelData, from } = messageIn(serviceUrl, { id, text: '', thread });
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return activity('action-execute', { id, serviceUrl, conversation, channelData, from, value, locale: 'nb-NO', entities: [] });
}
