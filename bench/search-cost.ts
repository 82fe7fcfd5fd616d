/** Time and memory of one engine, measured in a process of its own: node --expose-gc bench/search-cost.ts ENGINE CORPUS-FILE QUERIES-FILE */

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Passage } from '../src/search/index.ts';
import { readThesaurus } from './search-data.ts';
import { ENGINES } from './search-engines.ts';

export interface Cost {
  readonly buildSeconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Resident memory of the whole process with the index and nothing else, in MB. */
  readonly memory: number;
}

const WARM_UP = 20;
const MEGABYTE = 1_000_000;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const CHUNK = 1 << 20;

/** One after the other, so that the corpus itself takes no memory. */
function* readPassages(file: string): Generator<Passage> {
  const handle = openSync(file, 'r');
  const chunk = Buffer.alloc(CHUNK);
  const decoder = new TextDecoder();
  let rest = '';
  for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
    const lines = (rest + decoder.decode(chunk.subarray(0, read), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Passage;
  }
  closeSync(handle);
  if (rest !== '') yield JSON.parse(rest) as Passage;
}

async function measureCost(engine: string, corpusFile: string, queriesFile: string): Promise<Cost> {
  const build = ENGINES.get(engine);
  if (build === undefined) throw new Error(`no engine ${engine}`);
  const queries = JSON.parse(readFileSync(queriesFile, 'utf8')) as string[];
  const thesaurus = readThesaurus();
  const started = performance.now();
  const ask = await build(readPassages(corpusFile), thesaurus);
  const buildSeconds = (performance.now() - started) / 1000;
  for (const query of queries.slice(0, WARM_UP)) await ask(query);
  const times: number[] = [];
  for (const query of queries) {
    const asked = performance.now();
    await ask(query);
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  globalThis.gc?.();
  return {
    buildSeconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    memory: process.memoryUsage().rss / MEGABYTE,
  };
}

const [engine = '', corpusFile = '', queriesFile = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measureCost(engine, corpusFile, queriesFile)));
