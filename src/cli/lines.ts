import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { SetupError } from '../core/errors.ts';

/** A line of a JSON Lines text: what it holds, or why it can't be used. */
export type Read<T> = { readonly line: number; readonly value: T } | { readonly line: number; readonly reason: string };

const BYTE_ORDER_MARK = '\ufeff';

/** The text cut at line feeds alone: JSON may hold other line ends within its texts. Each line comes as soon as it is whole. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const parts = chunk.split('\n');
    const last = parts.pop() ?? '';
    if (parts.length > 0) {
      parts[0] = rest.join('') + parts[0];
      rest = [];
      yield* parts;
    }
    rest.push(last);
  }
  const end = rest.join('');
  if (end !== '') yield end;
}

/** The lines of a file. SetupError when it can't be read. */
export async function* linesIn(path: string): AsyncGenerator<string> {
  try {
    yield* linesOf(createReadStream(path, 'utf8'));
  } catch (error) {
    throw new SetupError(`${path} kan ikke leses:`, [error instanceof Error ? error.message : String(error)]);
  }
}

/** What was typed or piped in, line by line. */
export function inputLines(): AsyncGenerator<string> {
  return linesOf(process.stdin.setEncoding('utf8'));
}

/** Each line that is not empty, read by a schema. Lines count from 1. */
export async function* readLines<T>(lines: AsyncIterable<string>, schema: z.ZodType<T>): AsyncGenerator<Read<T>> {
  let line = 0;
  for await (const text of lines) {
    line++;
    const whole = line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    if (whole.trim() !== '') yield { line, ...readOne(whole, schema) };
  }
}

function readOne<T>(text: string, schema: z.ZodType<T>): { value: T } | { reason: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { reason: 'linja er ikke gyldig JSON' };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  return { reason: parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ') };
}
