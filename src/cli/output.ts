import { once } from 'node:events';

/** A line of the result, on standard output. Waits while the reader has enough to read. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value));
}

/** A line about the result, on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The result stands, and something in it is wrong: the process ends with 1. */
export function refuse(): void {
  process.exitCode = 1;
}

/** A line of the input can't be used; the rest goes on, and the process ends with 1. */
export function refuseLine(line: number, reason: string): void {
  tell(`linje ${line}: ${reason}`);
  refuse();
}

/** A reader that goes away (`… | head`) ends the process, quietly. */
export function stopWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
