import type { Container, OperationInput, OperationResponse } from '@azure/cosmos';
import { Conflict } from '../core/errors.ts';
import { documentId, fromEtag, isLive, type StoredDocument, toDocument, toEtag } from './cosmos-documents.ts';
import { asked, passingFault, STATUS } from './cosmos-faults.ts';
import type { Change, Put } from './port.ts';

/** Rounds for what a batch can't say: that a record has expired, or need not be there. Each loss means that another one wrote between. */
const MAX_ROUNDS = 5;
/** Matches no document. */
const NEVER = '"expired"';

type Operation = OperationInput & { ifMatch?: string };

export interface Commit {
  readonly container: Container;
  readonly bank: string;
  readonly schema: number;
  readonly now: number;
}

/** One batch for all changes; gives the etags by position. The changes have been checked. */
export async function commitBatch(commit: Commit, changes: readonly Change[]): Promise<readonly string[]> {
  const operations: (Operation | undefined)[] = changes.map((change) => operationOf(commit, change));
  for (let round = 1; ; round++) {
    const results = await runBatch(commit, operations);
    const failed = results.findIndex((result) => result !== undefined && isFailure(result));
    if (failed < 0) return changes.map((change, at) => etagOf(change, results[at]));
    const change = changes[failed];
    const status = results[failed]?.statusCode ?? 0;
    if (change === undefined) throw new Error('a batch answered for a change that it was not given');
    if (round === MAX_ROUNDS) throw new Conflict(change.kind, change.id);
    await settle(commit, { changes, operations, failed, status });
  }
}

function isFailure({ statusCode }: OperationResponse): boolean {
  return statusCode >= 400 && statusCode !== STATUS.failedDependency;
}

function operationOf({ bank, schema, now }: Commit, change: Change): Operation {
  if (change.op === 'remove') {
    const id = documentId(change.kind, change.id);
    return change.expect === undefined
      ? { operationType: 'Delete', id }
      : { operationType: 'Delete', id, ifMatch: ifMatch(change.expect.etag, now) };
  }
  const resourceBody = toDocument(bank, change, { schema, now }) as never;
  if (change.expect === undefined) return { operationType: 'Upsert', resourceBody };
  if (change.expect === 'absent') return { operationType: 'Create', resourceBody };
  return { operationType: 'Replace', id: documentId(change.kind, change.id), resourceBody, ifMatch: ifMatch(change.expect.etag, now) };
}

function ifMatch(expected: string, now: number): string {
  const { etag, expiresAt } = fromEtag(expected);
  return expiresAt !== undefined && expiresAt <= now ? NEVER : etag;
}

/** The results by position of the changes. */
async function runBatch(commit: Commit, operations: readonly (Operation | undefined)[]): Promise<(OperationResponse | undefined)[]> {
  const wanted = operations.filter((operation) => operation !== undefined);
  if (wanted.length === 0) return operations.map(() => undefined);
  const response = await asked((abortSignal) => commit.container.items.batch([...wanted], commit.bank, { abortSignal }));
  const results = [...(response.result ?? [])];
  if (results.length !== wanted.length)
    throw passingFault(response.code ?? 0) ?? new Error(`Cosmos DB answered a batch with ${response.code}`);
  return operations.map((operation) => (operation === undefined ? undefined : results.shift()));
}

interface Failure {
  readonly changes: readonly Change[];
  readonly operations: (Operation | undefined)[];
  readonly failed: number;
  readonly status: number;
}

/** Changes the operations so that the next round may pass, or throws what the failure means. */
async function settle(commit: Commit, { changes, operations, failed, status }: Failure): Promise<void> {
  const change = changes[failed] as Change;
  if (status === STATUS.notFound && change.op === 'remove' && change.expect === undefined)
    return leaveOutMissing(commit, changes, operations);
  if (
    change.op === 'put' &&
    change.expect === 'absent' &&
    [STATUS.conflict, STATUS.notFound, STATUS.preconditionFailed].some((code) => code === status)
  ) {
    operations[failed] = await overExpired(commit, change);
    return;
  }
  if (status === STATUS.notFound || status === STATUS.conflict || status === STATUS.preconditionFailed)
    throw new Conflict(change.kind, change.id);
  if (status === STATUS.tooLarge) throw new RangeError('more than the store takes in one commit');
  throw passingFault(status) ?? new Error(`Cosmos DB answered ${status} for ${change.kind} ${change.id}`);
}

async function overExpired(commit: Commit, put: Put): Promise<Operation> {
  const standing = await readDocument(commit.container, commit.bank, documentId(put.kind, put.id));
  if (standing === undefined) return operationOf(commit, put);
  if (isLive(standing, commit.now)) throw new Conflict(put.kind, put.id);
  const resourceBody = toDocument(commit.bank, put, commit) as never;
  return { operationType: 'Replace', id: standing.id, resourceBody, ifMatch: standing._etag };
}

/** A batch fails on the removal of what is not there; such removals have nothing to do. */
async function leaveOutMissing(commit: Commit, changes: readonly Change[], operations: (Operation | undefined)[]): Promise<void> {
  const removals = changes
    .map((change, at) => ({ change, at }))
    .filter(({ change, at }) => change.op === 'remove' && !change.expect && operations[at]);
  await Promise.all(
    removals.map(async ({ change, at }) => {
      const standing = await readDocument(commit.container, commit.bank, documentId(change.kind, change.id));
      if (standing === undefined) operations[at] = undefined;
    }),
  );
}

function etagOf(change: Change, result: OperationResponse | undefined): string {
  return change.op === 'put' && result?.eTag !== undefined ? toEtag(result.eTag, change.expiresAt) : '';
}

/** The document, expired or not. */
export async function readDocument(container: Container, bank: string, id: string): Promise<StoredDocument | undefined> {
  return asked(async (abortSignal) => {
    const { resource } = await container.item(id, bank).read<StoredDocument>({ abortSignal });
    return resource;
  });
}
