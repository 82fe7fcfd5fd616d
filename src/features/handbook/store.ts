import type { Reader, Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { ENTRY, type Entry, GAP, HANDBOOK, RATING, type REASONS, SHOWN, type StoredEntry, SUBJECT } from './model.ts';

const CURRENT = 'current';
/** Records changed in one commit: with the version and the turn's own below what a commit may hold. */
const BATCH = 80;

/** The bank's handbook version; 0 before anything was imported. */
export async function handbookVersion(tx: Reader): Promise<number> {
  return (await tx.get(HANDBOOK, CURRENT))?.version ?? 0;
}

/** Entries changed after a version, retired ones included. */
export async function entriesSince(tx: Reader, version: number): Promise<readonly StoredEntry[]> {
  const found = await listAll(tx, ENTRY, [{ field: 'version', op: '>', value: version }]);
  return found.map(({ body }) => body);
}

/** What an entry said when it was read from a file: a change of the file shows, a change made in Teams is not overwritten by an old file. */
function originOf(entry: Entry): string {
  return idFrom(JSON.stringify(entry));
}

/**
 * Brings the next batch of a file's entries in: those that are new or were changed in the file since they were last brought in.
 * Entries that are no longer in the file are retired. Gives the number changed; 0 when there is nothing left to do.
 */
export async function importBatch(tx: Tx, entries: readonly Entry[]): Promise<number> {
  const stored = new Map((await entriesSince(tx, 0)).map((entry) => [entry.id, entry]));
  const version = (await handbookVersion(tx)) + 1;
  const wanted = new Set(entries.map((entry) => entry.id));
  const changed = entries.filter((entry) => stored.get(entry.id)?.origin !== originOf(entry)).map((entry) => fresh(entry, version));
  const gone = [...stored.values()]
    .filter((entry) => !wanted.has(entry.id) && !entry.retired && entry.origin !== '')
    .map((entry) => ({ ...entry, version, retired: true, origin: 'gone' }));
  const batch = [...changed, ...gone].slice(0, BATCH);
  for (const entry of batch) tx.put(ENTRY, entry.id, entry);
  if (batch.length > 0) tx.put(HANDBOOK, CURRENT, { version });
  return batch.length;
}

function fresh(entry: Entry, version: number): StoredEntry {
  return { ...entry, version, retired: false, origin: originOf(entry) };
}

/** Counts an answer shown. */
export function noteShown(tx: Tx, shown: { record: string; entry: string; day: string }): void {
  tx.put(SHOWN, shown.record, { entry: shown.entry, day: shown.day });
}

export function noteGap(tx: Tx, record: string, day: string): void {
  tx.put(GAP, record, { day });
}

/** How many questions since a day (inclusive) had no answer. */
export function gapsSince(tx: Tx, day: string): Promise<number> {
  return tx.count(GAP, [{ field: 'day', op: '>=', value: day }]);
}

export function keepSubject(tx: Tx, subject: { conversation: string; person: string; entry: string; at: number; keptForMs: number }): void {
  const id = idFrom(subject.conversation, subject.person);
  tx.putFor(SUBJECT, id, { body: { entry: subject.entry, at: subject.at }, keptForMs: subject.keptForMs });
}

/** The entry that this person was last answered with in this conversation, not before `since` (domain time, epoch ms). */
export async function subjectOf(tx: Tx, asked: { conversation: string; person: string; since: number }): Promise<string | undefined> {
  const subject = await tx.get(SUBJECT, idFrom(asked.conversation, asked.person));
  return subject && subject.at >= asked.since ? subject.entry : undefined;
}

/** One rating per person and entry: a later one takes the place of the earlier. */
export function rate(
  tx: Tx,
  rating: { entry: string; person: string; helpful: boolean; reason: (typeof REASONS)[number] | null; day: string },
): void {
  tx.put(RATING, idFrom(rating.entry, rating.person), rating);
}

const ratingsOf = (person: string) => [{ field: 'person', op: '=', value: person }] as const;

export function countRatings(tx: Tx, person: string): Promise<number> {
  return tx.count(RATING, ratingsOf(person));
}

/** Takes out ratings of a person, as many as go into one commit; true when there are more. */
export async function forgetRatings(tx: Tx, person: string): Promise<boolean> {
  const page = await tx.list(RATING, { where: ratingsOf(person), limit: BATCH });
  for (const { id } of page.items) tx.remove(RATING, id);
  return page.cursor !== undefined;
}
