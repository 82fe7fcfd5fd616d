import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startConnectorStandIn } from '../test/support/connector-stand-in.ts';

/** One process under load and what was measured of it. */
export interface Run {
  readonly name: string;
  readonly readyMs: number;
  readonly startRssMb: number;
  readonly rssMb: number;
  /** Times of single turns one after the other, ms, sorted. */
  readonly alone: readonly number[];
  /** Times with `WIDTH` at once, ms, sorted. */
  readonly together: readonly number[];
  readonly perSecond: number;
}

export const WIDTH = 32;
/** People who write; each has written before the measuring begins, as members have. */
const CONVERSATIONS = 200;

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rssOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/);
  return Number(line?.[1]) / 1024;
}

/** Starts a bot, posts questions as Teams does, one by one and then many at once, and measures. */
export async function measure(
  bot: { name: string; script: string; env: Record<string, string>; questions: readonly string[] },
  counts: { alone: number; together: number },
): Promise<Run> {
  const connector = await startConnectorStandIn();
  const began = performance.now();
  const child = spawn(process.execPath, [bot.script], { env: { ...process.env, ...bot.env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${bot.name} ended with ${code}`)));
    child.stdout.on('data', (data) => {
      const found = String(data).match(/listening on (http\S+)/);
      if (found?.[1]) resolve(found[1]);
    });
  });
  const readyMs = performance.now() - began;
  const startRssMb = rssOf(child.pid ?? 0);
  let sent = 0;
  const turn = async (): Promise<number> => {
    const number = sent++;
    const started = performance.now();
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity(number, { url: connector.url, text: bot.questions[number % bot.questions.length] ?? '' })),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${bot.name} answered ${response.status}`);
    return performance.now() - started;
  };
  for (let n = 0; n < counts.alone; n++) await turn();
  const alone: number[] = [];
  for (let n = 0; n < counts.alone; n++) alone.push(await turn());
  const together: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (let n = 0; n < counts.together / WIDTH; n++) together.push(await turn());
    }),
  );
  const perSecond = together.length / ((performance.now() - start) / 1000);
  const rssMb = rssOf(child.pid ?? 0);
  child.kill('SIGTERM');
  await connector.close();
  const byTime = (one: number, other: number) => one - other;
  return { name: bot.name, readyMs, startRssMb, rssMb, alone: alone.sort(byTime), together: together.sort(byTime), perSecond };
}

/** A question in one of many personal chats. */
function activity(number: number, of: { url: string; text: string }): Record<string, unknown> {
  const chat = number % CONVERSATIONS;
  return {
    type: 'message',
    id: `question-${number}`,
    timestamp: '2026-03-02T08:00:00Z',
    channelId: 'msteams',
    serviceUrl: of.url,
    from: { id: `29:user-${chat}`, aadObjectId: `00000000-0000-4000-8000-${String(chat).padStart(12, '0')}`, name: 'Kim Eksempel' },
    recipient: { id: '28:bot', name: 'Ressursbank' },
    conversation: { id: `a:chat-${chat}`, conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
    locale: 'nb-NO',
    text: of.text,
  };
}
