import { readFileSync } from 'node:fs';

type Fields = Record<string, unknown>;

/** A recorded activity of `test/fixtures/activities`, with fields replaced. Top-level fields given as undefined are left out. */
export function activity(name: string, changes: Fields = {}): Fields {
  const recorded: Fields = JSON.parse(readFileSync(new URL(`../fixtures/activities/${name}.json`, import.meta.url), 'utf8'));
  return JSON.parse(JSON.stringify({ ...recorded, ...changes }));
}
