import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { linesOf } from '../../src/cli/lines.ts';

/** Compiled once for all of them. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Child {
  readonly process: ChildProcess;
  /** Writes a line to its standard input. */
  write(line: string): void;
  /** The next line of its standard output; undefined at the end. */
  line(): Promise<string | undefined>;
  /** Closes its input, waits for its end and gives what it said that was not read before. */
  end(): Promise<Ended>;
}

/** A process of this project under this Node, with nothing of the environment but what is given and how programs are found. */
export function startChild(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Child {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { PATH, NODE_ENV: 'test', NODE_COMPILE_CACHE, ...env },
    stdio: 'pipe',
  });
  const ended = once(child, 'close');
  const lines = linesOf(child.stdout.setEncoding('utf8'));
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  // A process that refuses at once closes its input before all of it was written.
  child.stdin.on('error', () => undefined);
  return {
    process: child,
    write: (line) => child.stdin.write(`${line}\n`),
    line: async () => {
      const next = await lines.next();
      return next.done ? undefined : next.value;
    },
    end: async () => {
      child.stdin.end();
      let out = '';
      for await (const line of lines) out += `${line}\n`;
      const [code] = await ended;
      return { code, out, err };
    },
  };
}

/** Runs the command line to its end. */
export function runCli(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = startChild('src/cli.ts', args, env);
  if (input !== '') child.write(input);
  return child.end();
}
