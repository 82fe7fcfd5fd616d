import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

/** The project's root: what relative paths count from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The environment over the env file of the mode (`env/.env.<NODE_ENV>`, without one `env/.env.local`). */
export function environment(): Record<string, string | undefined> {
  const file = join(ROOT, 'env', `.env.${process.env.NODE_ENV || 'local'}`);
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return { ...fromFile, ...given };
}
