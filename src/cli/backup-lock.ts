import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { SetupError } from '../core/errors.ts';

/** AES-256 with GCM: nobody reads a line without the passphrase, and nobody changes one unseen. */
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const headerSchema = z.object({ locked: z.literal(CIPHER), salt: z.string() });

/** The lines locked with a passphrase: a header in plain, then a line for a line. Each is bound to its place. */
export async function* lockLines(lines: AsyncIterable<string>, passphrase: string): AsyncIterable<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = scryptSync(passphrase, salt, KEY_BYTES);
  yield JSON.stringify({ locked: CIPHER, salt: salt.toString('base64') });
  let number = 0;
  for await (const line of lines) {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(String(number++)));
    const text = Buffer.concat([cipher.update(line, 'utf8'), cipher.final()]);
    yield Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
  }
}

function saltOf(line: string): Buffer | undefined {
  if (!line.startsWith('{"locked":')) return undefined;
  const header = headerSchema.safeParse(parsed(line));
  if (!header.success)
    throw new SetupError('Sikkerhetskopien er låst på en måte som ikke er kjent. Ingenting er lagt tilbake.', [
      'Bruk utgaven som skrev den. Hjelper ikke det, er filen skadet: bruk en annen kopi.',
    ]);
  return Buffer.from(header.data.salt, 'base64');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unlocked(line: string, key: Buffer, number: number): string {
  const bytes = Buffer.from(line, 'base64');
  const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(String(number)));
  cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
}

/**
 * The lines as they were before they were locked; lines that were not are given as they are. Rejects with `SetupError` without the right
 * passphrase, and where a line was changed.
 */
export async function* unlockLines(lines: AsyncIterable<string>, passphrase: string | undefined): AsyncIterable<string> {
  let key: Buffer | undefined;
  let number = -1;
  for await (const line of lines) {
    const salt = number === -1 ? saltOf(line) : undefined;
    if (salt && passphrase === undefined)
      throw new SetupError('Sikkerhetskopien er låst.', ['Sett BACKUP_PASSPHRASE til passordet den ble laget med.']);
    if (salt) key = scryptSync(passphrase ?? '', salt, KEY_BYTES);
    else if (key) yield openLine(line, key, number);
    else yield line;
    number++;
  }
}

function openLine(line: string, key: Buffer, number: number): string {
  try {
    return unlocked(line, key, number);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new SetupError(`Linje ${number + 2} i sikkerhetskopien kan ikke låses opp (${what}).`, [
      'Sjekk BACKUP_PASSPHRASE. Er passordet riktig, er filen endret eller skadet. Ingenting er lagt tilbake.',
    ]);
  }
}
