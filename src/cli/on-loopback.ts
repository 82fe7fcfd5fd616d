/**
 * Loaded before Microsoft's Agents Playground, which would listen on every network: makes a server that names no address listen on this machine
 * alone, and ends the process with the one that started it.
 */
import { Server } from 'node:net';

const LOOPBACK = '127.0.0.1';
/** A signal to the whole group reaches the parent too, which stops first. */
const AFTER_PARENT_MS = 1000;

const { listen } = Server.prototype;

function onLoopback([first, ...rest]: unknown[]): unknown[] {
  if (typeof first === 'number' && typeof rest[0] !== 'string') return [first, LOOPBACK, ...rest];
  if (typeof first === 'object' && first !== null && 'port' in first) return [{ host: LOOPBACK, ...first }, ...rest];
  return [first, ...rest];
}

Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
  return Reflect.apply(listen, this, onLoopback(args));
};

process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => setTimeout(() => process.exit(), AFTER_PARENT_MS));
