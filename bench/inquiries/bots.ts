import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type BotProcess, startBot } from '../../test/support/bot-process.ts';

/** How long a sender waits before it comes again (15 s in Teams). */
const AGAIN_MS = 50;
/** Longer than the bot itself waits for what is due and what the limits of Teams hold back. */
const CLOCK_MOVES_WITHIN_MS = 75_000;
/** What is not taken in so long never will be. */
const PATIENCE_MS = 60_000;

const turnLine = z.object({
  msg: z.literal('turn'),
  kind: z.string().default(''),
  name: z.string(),
  outcome: z.string(),
  reads: z.number(),
  writes: z.number(),
});
export type TurnLine = z.infer<typeof turnLine>;

export interface Taken {
  readonly body: Readonly<Record<string, unknown>>;
  /** Real time of the call that was answered. */
  readonly ms: number;
  /** Calls before it that failed or were cut. */
  readonly failed: number;
}

/** Processes on one store; one and then the other is killed and started again. */
export class Bots {
  /** Real times of the kills. */
  readonly kills: number[] = [];
  readonly #env: Readonly<Record<string, string>>;
  readonly #processes: number;
  readonly #all: BotProcess[] = [];
  #live: (BotProcess | undefined)[] = [];
  #starting: Promise<void> = Promise.resolve();
  #turn = 0;

  constructor(env: Readonly<Record<string, string>>, processes = 2) {
    this.#env = env;
    this.#processes = processes;
  }

  async start(): Promise<void> {
    for (let at = 0; at < this.#processes; at++) await this.#startAt(at);
  }

  /** Posts an activity to one process after the other, until one takes it. */
  post(body: unknown): Promise<Taken> {
    return this.#untilTaken(async (bot) => {
      const { status, body: answer } = await bot.post(body);
      return status >= 200 && status < 300 ? answer : undefined;
    });
  }

  /** Moves the clock; ends when what came due is through. */
  async setClock(now: string): Promise<void> {
    await this.#untilTaken(async ({ url }) => {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(CLOCK_MOVES_WITHIN_MS);
      const response = await fetch(`${url}/local/clock`, { method: 'PUT', headers, body: JSON.stringify({ now }), signal });
      if (!response.ok) throw new Error(`clock: ${response.status}`);
      return z.record(z.string(), z.unknown()).parse(await response.json());
    });
  }

  /** Kills one of them, and has it started again meanwhile. */
  async kill(at: number): Promise<void> {
    await this.#starting;
    const bot = this.#live[at % this.#processes];
    if (!bot) return;
    this.#live[at % this.#processes] = undefined;
    this.kills.push(performance.timeOrigin + performance.now());
    await bot.end('SIGKILL');
    this.#starting = this.#startAt(at % this.#processes);
  }

  /** Stops them as they are stopped in production; gives their exit codes. */
  async stop(): Promise<readonly (number | null)[]> {
    await this.#starting;
    return Promise.all(this.#live.flatMap((bot) => (bot ? [bot.end('SIGTERM')] : [])));
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#all.map((bot) => bot.end('SIGKILL')));
  }

  /** What the processes told of each turn. */
  turns(): readonly TurnLine[] {
    return this.#lines().flatMap((line) => turnLine.safeParse(line).data ?? []);
  }

  /** What they told of errors. */
  errors(): readonly string[] {
    const told = z.object({ level: z.union([z.literal(50), z.literal('error')]), msg: z.string().default('') }).loose();
    return this.#lines().flatMap((line) => (told.safeParse(line).success ? [JSON.stringify(line).slice(0, 600)] : []));
  }

  #lines(): readonly unknown[] {
    const lines = this.#all.flatMap((bot) => bot.output().split('\n'));
    return lines.flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line)] : []));
  }

  async #startAt(at: number): Promise<void> {
    const bot = await startBot(this.#env);
    this.#all.push(bot);
    this.#live[at] = bot;
  }

  async #untilTaken(call: (bot: BotProcess) => Promise<Readonly<Record<string, unknown>> | undefined>): Promise<Taken> {
    const deadline = performance.now() + PATIENCE_MS;
    let reason: unknown = 'nobody listens';
    for (let failed = 0; performance.now() < deadline; failed++) {
      const bot = this.#next();
      const began = performance.now();
      try {
        const body = bot && (await call(bot));
        if (body !== undefined) return { body, ms: performance.now() - began, failed };
      } catch (error) {
        if (error instanceof Error && error.name === 'TimeoutError') throw error;
        reason = error;
      }
      await pause(AGAIN_MS);
    }
    throw new Error(`not taken; the processes say: ${this.#last()}`, { cause: reason });
  }

  #last(): string {
    return this.#all.map((bot) => bot.output().slice(-2_000)).join('\n---\n');
  }

  #next(): BotProcess | undefined {
    const live = this.#live.filter((bot) => bot !== undefined);
    return live[this.#turn++ % live.length];
  }
}
