import type { Bank } from '../../core/banks.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Reader, Tx } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { newTeam } from './making.ts';
import { TEAM, type Team } from './model.ts';
import { type Duplicate, duplicatesAmong } from './rules/duplicates.ts';
import { changesBetween, type NameOf } from './rules/form.ts';
import { type Decision, decide, type Filed, type FiledField, firstRemembered, type What } from './rules/imports.ts';
import { type By, keepTeam, withEntry } from './store.ts';

/** Records written per commit: each is written with its change for the history, and a commit takes a hundred. */
const AT_ONCE = 48;

/** A row of a list. */
export interface FiledRow extends Filed {
  readonly line: number;
}

export interface ImportDeps {
  readonly bank: Bank;
  readonly now: number;
  readonly by: By;
  readonly nameOf: NameOf;
  readonly reader: Pick<Reader, 'list'>;
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** What becomes of a row. */
export interface Outcome {
  readonly row: FiledRow;
  readonly what: What;
  /** Old and new, places by their names. */
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  /** Fields in which the file says something new that is not done. */
  readonly left: readonly FiledField[];
  /** Put away here, and into what, where it was merged. */
  readonly gone: { readonly into: string | null } | undefined;
}

export interface Plan {
  readonly outcomes: readonly Outcome[];
  /** Records that may be of one team: at least one of each pair is in the list. */
  readonly duplicates: readonly Duplicate[];
  /** Rows that something is to be written for. */
  readonly waiting: readonly FiledRow[];
}

const RULES = { isWhole: false, force: false };

function outcomeOf(row: FiledRow, before: Team | undefined, deps: ImportDeps): { outcome: Outcome; isWritten: boolean } {
  if (!before) return { outcome: { row, what: 'new', changes: [], left: [], gone: undefined }, isWritten: true };
  const decision = decide(before, row, { ...RULES, day: dayOf(deps.now) });
  const { what, change, left } = decision;
  const outcome: Outcome = {
    ...{ row, what, left, gone: before.removed ? { into: before.mergedInto } : undefined },
    changes: [...changesBetween(before, change, deps.nameOf), ...confirmation(before, decision)],
  };
  return { outcome, isWritten: what === 'changed' || decision.imported !== before.imported };
}

function confirmation(before: Team, { lastConfirmedAt }: Decision): Outcome['changes'] {
  const day = (at: number | null) => (at === null ? '' : dayOf(at));
  const [from, to] = [day(before.lastConfirmedAt), day(lastConfirmedAt)];
  return from === to ? [] : [{ field: 'lastConfirmedAt', from, to }];
}

/** What bringing rows in would do. */
export async function planImport(deps: ImportDeps, rows: readonly FiledRow[]): Promise<Plan> {
  const stored = new Map((await listAll(deps.reader, TEAM)).map(({ id, body }) => [id, body] as const));
  const planned = rows.map((row) => outcomeOf(row, stored.get(row.id), deps));
  const asked = new Set(rows.map(({ id }) => id));
  const isGone = (id: string) => stored.get(id)?.removed === true;
  const others = [...stored.values()].filter(({ id }) => !asked.has(id) && !isGone(id));
  const compared = [...others, ...rows.filter(({ id }) => !isGone(id)).map(({ id, entry }) => ({ ...(stored.get(id) ?? entry), id }))];
  return {
    outcomes: planned.map(({ outcome }) => outcome),
    duplicates: duplicatesAmong(compared, (id) => asked.has(id)),
    waiting: planned.flatMap(({ outcome, isWritten }) => (isWritten ? [outcome.row] : [])),
  };
}

/** Brings rows in as planned: what changed in their list since the last time, and no more. Stopped halfway, it can be run again. */
export async function importRows(deps: ImportDeps, { waiting }: Pick<Plan, 'waiting'>): Promise<void> {
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const batch = waiting.slice(at, at + AT_ONCE);
    await deps.within(async (tx) => {
      for (const row of batch) await bring(tx, row, deps);
    });
  }
}

async function bring(tx: Tx, row: FiledRow, { bank, now, by }: ImportDeps): Promise<void> {
  const desk = { tx, bank, now };
  const { entry, id, lastConfirmedAt } = row;
  const before = await tx.get(TEAM, id);
  if (!before) {
    const after = { ...newTeam(entry, { id, bank: bank.id, now }), lastConfirmedAt, imported: firstRemembered(row) };
    return keepTeam(desk, { before, after, what: 'imported', by });
  }
  const { what, change, imported, ...decision } = decide(before, row, { ...RULES, day: dayOf(now) });
  if (what === 'changed') {
    const after = { ...withEntry(before, change, now), imported, lastConfirmedAt: decision.lastConfirmedAt };
    return keepTeam(desk, { before, after, what: 'imported', by });
  }
  if (imported !== before.imported) tx.put(TEAM, id, { ...before, imported });
}
