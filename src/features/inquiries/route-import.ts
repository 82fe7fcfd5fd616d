import type { Tx } from '../../core/features.ts';
import { idFrom, newId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { ROUTE, ROUTE_CHANGE, type Route, type StoredRoute } from './model.ts';
import { FALLBACK } from './rules/routing.ts';

/** Routes written per commit: each is written with its change for the history, and a commit takes a hundred. */
const BATCH = 40;
/** Who changed a route that the set-up file changed. */
const BY_SETUP = { by: '', name: 'oppsettfil' };

interface Import {
  /** The routes written, by the names of their keys: `opplæring+vest`, `fallback`. */
  readonly changed: string[];
  /** Whether there is more: to be run again. */
  readonly more: boolean;
}

type Keys = Pick<Route, 'topic' | 'region' | 'phase'>;

/** The name of a route: the keys that it names, `fallback` when it names none. */
export function nameOfRoute({ topic, region, phase }: Keys): string {
  return [topic, region, phase].filter((key) => key !== null).join('+') || FALLBACK;
}

/** A route without what is kept about it. */
export const bodyOf = ({ topic, region, phase, advisers, deputies, referral }: Route): Route => ({
  ...{ topic, region, phase, advisers, deputies },
  referral: referral && { name: referral.name, address: referral.address, note: referral.note },
});
const hashOf = (route: Route) => idFrom(JSON.stringify(bodyOf(route)));
const keysOf = ({ topic, region, phase }: Keys) => JSON.stringify([topic, region, phase]);
/** The id of the n-th of the routes that have the same keys. */
export const routeId = ({ topic, region, phase }: Keys, n: number) => idFrom('route', topic ?? '', region ?? '', phase ?? '', String(n));

/** A record as it is, and what a file says of it; either may be missing. */
interface Pair {
  readonly id: string;
  readonly stored: StoredRoute | undefined;
  readonly given: Route | undefined;
}

/** Each given route beside the record that stands for it: the n-th of its keys for the n-th, those of a file first; then records left over. */
async function pairsOf(tx: Tx, given: readonly Route[]): Promise<Pair[]> {
  const stored = new Map((await listAll(tx, ROUTE)).map(({ id, body }) => [id, body] as const));
  const counts = new Map<string, number>();
  const pairs: Pair[] = [];
  const take = (id: string, route: Route | undefined) => {
    pairs.push({ id, stored: stored.get(id), given: route });
    stored.delete(id);
  };
  const withoutRecord: Pair[] = [];
  for (const route of given) {
    const keys = keysOf(route);
    const n = (counts.get(keys) ?? 0) + 1;
    counts.set(keys, n);
    const id = routeId(route, n);
    if (stored.has(id)) take(id, route);
    else withoutRecord.push({ id, stored: undefined, given: route });
  }
  for (const { id, given: route } of withoutRecord) {
    const other = route && [...stored].find(([, body]) => !body.removed && keysOf(body) === keysOf(route));
    take(other ? other[0] : id, route);
  }
  for (const id of [...stored.keys()]) take(id, undefined);
  return pairs;
}

interface Write {
  readonly id: string;
  readonly before: StoredRoute | undefined;
  readonly after: StoredRoute;
}

const nameOf = ({ stored, given }: Pair) => {
  const route = given ?? stored;
  return route ? nameOfRoute(route) : '';
};
const isLive = (stored: StoredRoute | undefined) => stored !== undefined && !stored.removed;

/** Writes a batch, each with its change for the history if there is one to tell. What was changed since it was listed waits for the next. */
async function writeSome(tx: Tx, writes: readonly Write[], made: { by: string; name: string; now: number }): Promise<Import> {
  const { by, name, now: at } = made;
  const changed: string[] = [];
  for (const { id, before, after } of writes.slice(0, BATCH)) {
    if (JSON.stringify(await tx.get(ROUTE, id)) !== JSON.stringify(before)) continue;
    tx.put(ROUTE, id, after);
    changed.push(nameOfRoute(after));
    const [was, is] = [before && isLive(before) ? bodyOf(before) : null, isLive(after) ? bodyOf(after) : null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    tx.put(ROUTE_CHANGE, newId(), { at, by, name, topic: after.topic, before: was, after: is });
  }
  return { changed, more: changed.length < writes.length };
}

/** What the set-up file makes of a record; `left` when people changed it too; undefined when there is nothing to do. */
function decide({ id, stored, given }: Pair, force: boolean): Write | 'left' | undefined {
  if (!given) {
    const isOfFile = stored !== undefined && stored.origin !== '' && !stored.removed;
    if (!isOfFile) return undefined;
    // No file has it any more: should it come back, it is new.
    return stored.touched && !force ? 'left' : { id, before: stored, after: { ...stored, removed: true, touched: false, origin: '' } };
  }
  const origin = hashOf(given);
  const write: Write = { id, before: stored, after: { ...bodyOf(given), removed: false, touched: false, origin } };
  if (!stored) return write;
  const isSame = isLive(stored) && hashOf(stored) === origin;
  if (stored.origin === origin) return force && !isSame ? write : undefined;
  return stored.touched && !isSame && !force ? 'left' : write;
}

/**
 * Brings the routes that a set-up file has for a bank into its partition, the next batch of them: those that changed in the file since they
 * were last brought in. What people changed too is left and told, unless forced; what the file no longer has is removed.
 */
export async function importRoutes(
  tx: Tx,
  given: { readonly routes: readonly Route[]; readonly now: number; readonly force?: boolean },
): Promise<Import & { readonly left: string[] }> {
  const { routes, now, force = false } = given;
  const decided = (await pairsOf(tx, routes)).map((pair) => ({ pair, decision: decide(pair, force) }));
  const writes = decided.flatMap(({ decision }) => (decision === undefined || decision === 'left' ? [] : [decision]));
  const left = decided.flatMap(({ pair, decision }) => (decision === 'left' ? [nameOf(pair)] : []));
  return { ...(await writeSome(tx, writes, { ...BY_SETUP, now })), left };
}

/**
 * Makes `routes` the whole table of a bank, the next batch of it. To the set-up file this is a change by people: it leaves those that it has
 * not changed itself.
 */
export async function replaceRoutes(
  tx: Tx,
  given: { readonly routes: readonly Route[]; readonly by: string; readonly name: string; readonly now: number },
): Promise<Import> {
  const writes = (await pairsOf(tx, given.routes)).flatMap(({ id, stored, given: route }): Write[] => {
    const isThere = isLive(stored);
    if (route && isThere && stored && hashOf(stored) === hashOf(route)) return [];
    if (route) return [{ id, before: stored, after: { ...bodyOf(route), removed: false, touched: true, origin: stored?.origin ?? '' } }];
    return stored && isThere ? [{ id, before: stored, after: { ...stored, removed: true, touched: true } }] : [];
  });
  return writeSome(tx, writes, given);
}
