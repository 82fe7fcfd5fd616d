import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Structured lines on standard output. Texts of questions and names of people are never among the fields. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 1, sync: false }));
}

/** A log that says nothing. */
export function silentLog(): Logger {
  return pino({ level: 'silent' });
}
