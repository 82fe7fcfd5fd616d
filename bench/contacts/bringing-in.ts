import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gazetteer } from '../../src/features/contacts/rules/gazetteer.ts';

export interface BroughtIn {
  readonly rows: number;
  /** Of the whole command: into an empty store, and the same list once more. */
  readonly firstMs: number;
  readonly againMs: number;
  readonly failed: boolean;
}

const TYPES = ['RPH', 'ACT', 'FACT', 'FACT ung'];

function listOf(gazetteer: Gazetteer, rows: number): string {
  const places = gazetteer.all('2026-01-01');
  const lines = Array.from({ length: rows }, (_, n) => {
    const [one, other] = [places[n % places.length]?.number, places[(n * 7) % places.length]?.number];
    const type = TYPES[n % TYPES.length];
    return [
      `${one}${n % 5 === 0 ? `, ${other}` : ''}`,
      `${type} ${n}`,
      `leder${n}@team.example`,
      `Leder ${n}`,
      20_000_000 + n * 37,
      'i drift',
      '1.1.2024',
    ].join(';');
  });
  return ['Kommune(r);Team;E-post leder;Leder;Telefon leder;Status;Siden', ...lines].join('\r\n');
}

async function timed(file: string, dataDir: string): Promise<{ ms: number; code: unknown }> {
  const from = performance.now();
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['src/cli.ts', 'contacts', 'import', file, '--bank', 'rph'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { PATH, DATA_DIR: dataDir, CLOCK: '2026-03-02T09:00:00+01:00' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  return { ms: performance.now() - from, code };
}

/** A long list brought in from the command line, into a store of its own. */
export async function broughtIn(gazetteer: Gazetteer, rows: number): Promise<BroughtIn> {
  const folder = mkdtempSync(join(tmpdir(), 'ressursbank-bench-contacts-'));
  try {
    const file = join(folder, 'liste.csv');
    writeFileSync(file, listOf(gazetteer, rows));
    const first = await timed(file, join(folder, 'data'));
    const again = await timed(file, join(folder, 'data'));
    return { rows, firstMs: first.ms, againMs: again.ms, failed: first.code !== 0 || again.code !== 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
