import { z } from 'zod';
import { Conflict } from '../core/errors.ts';
import { idFrom, isSameText, newSecret } from '../core/ids.ts';
import { defineKind } from '../core/records.ts';
import { HOUSE, type Storage } from '../storage/port.ts';

/** What signs the links of this house: made once, the same for every process on the store. */
const SECRET = defineKind('secret', z.object({ value: z.string().min(32) }));
const LINKS = 'links';

/** Signs what a link names, so that nobody can make one up. */
export interface Signing {
  /** 32 hex digits: the same for the same parts, as long as the store lives. */
  readonly sign: (...parts: readonly string[]) => string;
  /** Whether a signature is the one of these parts. How long it takes tells nothing of it. */
  readonly isSigned: (given: string, ...parts: readonly string[]) => boolean;
}

/** The signing of the house. The first one on a store makes its secret. */
export async function openSigning(storage: Storage): Promise<Signing> {
  const secret = (await secretIn(storage)) ?? (await makeSecret(storage));
  const sign = (...parts: readonly string[]) => idFrom(secret, ...parts);
  return { sign, isSigned: (given, ...parts) => isSameText(given, sign(...parts)) };
}

async function secretIn(storage: Storage): Promise<string | undefined> {
  const item = await storage.get(HOUSE, SECRET.name, LINKS);
  return item && SECRET.schema.parse(item.body).value;
}

async function makeSecret(storage: Storage): Promise<string> {
  const value = newSecret();
  try {
    await storage.commit(HOUSE, [{ op: 'put', kind: SECRET.name, id: LINKS, body: { value }, expect: 'absent' }]);
    return value;
  } catch (error) {
    const made = error instanceof Conflict ? await secretIn(storage) : undefined;
    if (made === undefined) throw error;
    return made;
  }
}
