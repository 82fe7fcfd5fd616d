import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** A new random id. */
export function newId(): string {
  return randomUUID();
}

/** What nobody guesses (256 bits, hex). */
export function newSecret(): string {
  return randomBytes(32).toString('hex');
}

/** Whether two texts are the same; how long it takes does not tell how far they agree. */
export function isSameText(one: string, other: string): boolean {
  const [given, wanted] = [Buffer.from(one), Buffer.from(other)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A short id derived from what it names: the same parts give the same id (128 bits, hex). */
export function idFrom(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
