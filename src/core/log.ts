import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Lines are written some at a time, and at the latest after half a second: a write for each is felt in every turn. */
const BUFFER_BYTES = 4096;
const FLUSH_MS = 500;

/** Structured lines on standard output. Texts of questions and names of people are never among the fields. */
export function createLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 1, sync: false, minLength: BUFFER_BYTES, periodicFlush: FLUSH_MS }),
  );
}

/** A log that says nothing. */
export function silentLog(): Logger {
  return pino({ level: 'silent' });
}
