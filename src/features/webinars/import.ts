import type { Bank } from '../../core/banks.ts';
import type { Reader, Tx } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { WEBINAR, type Webinar } from './model.ts';
import { broughtIn, broughtUpToDate, type Entry, type Imported, type Into, type What } from './rules/imports.ts';
import { isNearTitle } from './rules/near.ts';
import { keepWebinar } from './store.ts';

/** An event that nobody has heard of takes three changes; with so many of them there is room for one that was published meanwhile. */
const UNKNOWN_AT_ONCE = 28;
/** So many events of a day are looked at for one that may be the same. */
const MOST_COMPARED = 25;

export interface ImportDeps {
  /** The bank that the file is for. */
  readonly bank: Bank;
  readonly banks: readonly Bank[];
  readonly into: Omit<Into, 'bank'>;
  reader(bank: string): Pick<Reader, 'list'>;
  within<T>(bank: string, work: (tx: Tx) => Promise<T>): Promise<T>;
}

type Here = Pick<Webinar, 'id' | 'bank' | 'title' | 'date' | 'start' | 'state'>;

/** What has become of an entry. */
export interface Outcome extends Here {
  readonly line: number;
  readonly what: What;
  /** What the file asks for and is not done: the event is cancelled or withdrawn here. */
  readonly left: Imported['left'];
  /** Events of the same day that may be the same as this new one. */
  readonly near: readonly Here[];
}

/** An entry beside the event that it stands for, as it lay when it was listed. */
interface Pair {
  readonly entry: Entry;
  readonly stored: Here | undefined;
  /** Nothing is to be written. */
  readonly isDone: boolean;
}

const hereOf = ({ id, bank, title, date, start, state }: Webinar): Here => ({ id, bank, title, date, start, state });

/**
 * Brings entries into a bank, each under its own id: the same ones again change nothing. An event that lies in another bank is for this one
 * too from now on. Called-off entries that were never here are passed over. Stopped halfway, it can be run again.
 */
export async function importEntries(deps: ImportDeps, entries: readonly Entry[]): Promise<readonly Outcome[]> {
  const into: Into = { ...deps.into, bank: deps.bank.id };
  const { pairs, byDay, done } = await pairsOf(deps, entries, into);
  const outcomes = [...done];
  for (const batch of batchesOf(pairs.filter(({ isDone }) => !isDone))) {
    const home = deps.banks.find(({ id }) => id === batch[0]?.stored?.bank) ?? deps.bank;
    const desk = (tx: Tx) => ({ tx, bank: home, now: into.by.at });
    outcomes.push(...(await deps.within(home.id, (tx) => Promise.all(batch.map(({ entry }) => bring(desk(tx), entry, into))))));
  }
  const near = (outcome: Outcome) => (outcome.what === 'new' ? nearOnes(outcome, byDay.get(outcome.date) ?? []) : []);
  return outcomes.map((outcome) => ({ ...outcome, near: near(outcome) })).sort((one, other) => one.line - other.line);
}

/** Looks for the events that entries stand for, a bank at a time, and which of them are as the file has them already. */
async function pairsOf(
  deps: ImportDeps,
  entries: readonly Entry[],
  into: Into,
): Promise<{ pairs: readonly Pair[]; byDay: ReadonlyMap<string, Here[]>; done: readonly Outcome[] }> {
  const waiting = new Map(entries.map((entry) => [entry.id, entry]));
  const pairs: Pair[] = [];
  const done: Outcome[] = [];
  const all: Here[] = [];
  for (const { id: bank } of deps.banks) {
    for (const { id, body } of await listAll(deps.reader(bank), WEBINAR)) {
      all.push(hereOf(body));
      const entry = waiting.get(id);
      if (!entry) continue;
      waiting.delete(id);
      const { after, what, left } = broughtUpToDate(body, entry, into);
      pairs.push({ entry, stored: hereOf(body), isDone: after === undefined });
      if (after === undefined) done.push({ ...hereOf(body), line: entry.line, what, left, near: [] });
    }
  }
  for (const entry of waiting.values()) if (!entry.filed.isCancelled) pairs.push({ entry, stored: undefined, isDone: false });
  const standing = all.filter(({ state }) => state !== 'cancelled' && state !== 'withdrawn');
  return { pairs, byDay: Map.groupBy(standing, ({ date }) => date), done };
}

/** What goes into one commit: events of one bank, and one alone where it has cards. */
function batchesOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const isKnown = ({ stored }: Pair) => stored?.state === 'published';
  const unknown = [
    ...Map.groupBy(
      pairs.filter((pair) => !isKnown(pair)),
      ({ stored }) => stored?.bank,
    ).values(),
  ];
  const batches = unknown.flatMap((those) =>
    Array.from({ length: Math.ceil(those.length / UNKNOWN_AT_ONCE) }, (_, at) =>
      those.slice(at * UNKNOWN_AT_ONCE, (at + 1) * UNKNOWN_AT_ONCE),
    ),
  );
  return [...batches, ...pairs.filter(isKnown).map((pair) => [pair])];
}

async function bring(desk: Parameters<typeof keepWebinar>[0], entry: Entry, into: Into): Promise<Outcome> {
  const before = await desk.tx.get(WEBINAR, entry.id);
  const made: Imported = before ? broughtUpToDate(before, entry, into) : { what: 'new', after: broughtIn(entry, into), left: undefined };
  const { what, after, left } = made;
  if (after) await keepWebinar(desk, before, after);
  const webinar = after ?? before;
  if (!webinar) throw new RangeError('an entry without an event');
  return { ...hereOf(webinar), line: entry.line, what, left, near: [] };
}

function nearOnes({ title, id }: Here, those: readonly Here[]): readonly Here[] {
  return those.slice(0, MOST_COMPARED).filter((each) => each.id !== id && isNearTitle(each.title, title));
}
