import type { PluginConfig } from '@azure/cosmos';
import { SetupError, Unavailable } from '../core/errors.ts';

export const STATUS = { notFound: 404, conflict: 409, preconditionFailed: 412, tooLarge: 413, failedDependency: 424 } as const;

/** What passes by itself: time-out, gone (the partition moves), too many requests, retry with, and the service's own faults. */
const PASSING: readonly number[] = [408, 410, 429, 449, 500, 502, 503, 504];
const REFUSED: readonly number[] = [401, 403];
/** Milliseconds after which a request is given up, the driver's own retries counted in. */
const DEADLINE_MS = 10_000;

const firstHand = new WeakMap<AbortSignal, unknown>();

/** For the driver's client: keeps the error of a batch as it was, of which the driver hands on the message alone. */
export const keepErrors: PluginConfig = {
  on: 'operation',
  plugin: async (context, _diagnostics, next) => {
    try {
      return await next(context);
    } catch (error) {
      if (context.options.abortSignal !== undefined) firstHand.set(context.options.abortSignal, error);
      throw error;
    }
  },
};

/** Runs a request to the service under a deadline; its errors come out as the port's. */
export async function asked<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    return await request(signal);
  } catch (error) {
    throw asFault(firstHand.get(signal) ?? error);
  }
}

function asFault(error: unknown): unknown {
  if (!(error instanceof Error) && !hasCode(error)) return error;
  const code = hasCode(error) ? error.code : undefined;
  if (code === STATUS.tooLarge) return new RangeError('more than the store takes in one commit');
  if (typeof code === 'number' && !PASSING.includes(code)) return error;
  if (typeof code === 'number') return unavailable(code, { cause: error, retryAfterMs: retryAfterOf(error) });
  return isOfTheLine(error, code) ? new Unavailable('Cosmos DB can not be reached', { cause: error }) : error;
}

/** Errors of the network carry a code in letters; those that Node raises for a wrong call begin with ERR_. */
function isOfTheLine(error: unknown, code: unknown): boolean {
  if (typeof code === 'string') return !code.startsWith('ERR_');
  return error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
}

/** Unavailable for a status that passes by itself, also that of one operation of a batch; undefined for others. */
export function passingFault(status: number): Unavailable | undefined {
  return PASSING.includes(status) ? unavailable(status, {}) : undefined;
}

function unavailable(status: number, options: { cause?: unknown; retryAfterMs?: number | undefined }): Unavailable {
  const { cause, retryAfterMs } = options;
  return new Unavailable(`Cosmos DB answered ${status}`, retryAfterMs === undefined ? { cause } : { cause, retryAfterMs });
}

function retryAfterOf(error: unknown): number | undefined {
  const after = typeof error === 'object' && error !== null && 'retryAfterInMs' in error ? Number(error.retryAfterInMs) : Number.NaN;
  return Number.isFinite(after) ? after : undefined;
}

export function hasCode(error: unknown): error is { code: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error;
}

/** For what fails while the store is opened: what an administrator can do something about becomes a SetupError. */
export function asOpeningFault(error: unknown, { endpoint, database }: { endpoint: string; database: string }): unknown {
  if (error instanceof SetupError || error instanceof Unavailable) return error;
  if (hasCode(error) && REFUSED.includes(Number(error.code))) {
    return new SetupError(`Cosmos DB på ${endpoint} slipper ikke roboten inn.`, [
      'Rett COSMOS_KEY, eller gi den administrerte identiteten rollen «Cosmos DB Built-in Data Contributor» på databasen.',
    ]);
  }
  if (hasCode(error) && error.code === STATUS.notFound) {
    return new SetupError(`Databasen ${database} finnes ikke på ${endpoint}, eller mangler beholderen.`, [
      'Lag databasen, og i den beholderen «records» med partisjonsnøkkelen /bank, rett COSMOS_DATABASE, eller sett COSMOS_KEY, så lager roboten dem selv.',
    ]);
  }
  if (error instanceof Error && /^(Credential|Authentication|AggregateAuthentication)/.test(error.name)) {
    return new SetupError(`Roboten fikk ikke logget på Cosmos DB på ${endpoint} med en administrert identitet.`, [
      'Sett COSMOS_KEY, eller gi maskinen som kjører roboten en administrert identitet.',
    ]);
  }
  return error;
}
