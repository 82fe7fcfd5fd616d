/** `npm run cosmos:stand-in -- --port N`: an account of Cosmos DB in memory, for as long as this process runs. */
import { parseArgs } from 'node:util';
import { startCosmosGate } from './cosmos-gate.ts';

const USAGE = 'usage: npm run cosmos:stand-in -- --port N';
const MAX_PORT = 65_535;

function readPort(): number | string {
  try {
    const { port } = parseArgs({ options: { port: { type: 'string' } } }).values;
    const number = Number(port);
    return port !== undefined && /^\d+$/.test(port) && number <= MAX_PORT ? number : USAGE;
  } catch (error) {
    return `${error instanceof Error ? error.message.split('. ')[0] : error}; ${USAGE}`;
  }
}

function end(code: number, line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}

const port = readPort();
if (typeof port === 'string') end(2, port);
const gate = await startCosmosGate(port).catch((error: Error) => end(1, error.message));
process.stdout.write(`listening on ${gate.endpoint}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void gate.stop().then(() => process.exit(0)));
