import { createHash, randomUUID } from 'node:crypto';

/** A new random id. */
export function newId(): string {
  return randomUUID();
}

/** A short id derived from what it names: the same parts give the same id (128 bits, hex). */
export function idFrom(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
