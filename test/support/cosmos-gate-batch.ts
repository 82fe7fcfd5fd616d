/** One operation of a transactional batch, as the driver writes it. */
export interface BatchOperation {
  readonly operationType: 'Create' | 'Upsert' | 'Replace' | 'Delete' | 'Read' | 'Patch';
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody?: { readonly id?: string };
}

export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
}

const MAX_OPERATIONS = 100;
const MAX_ID_BYTES = 1023;
const FAILED_DEPENDENCY = 424;

export function idOf({ id, resourceBody }: BatchOperation): string {
  return id ?? resourceBody?.id ?? '';
}

/** The answer to what the service does not begin with; undefined when it would. */
export function refuseBatch(operations: readonly BatchOperation[]): BatchAnswer | undefined {
  if (operations.length > MAX_OPERATIONS) return badRequest(`Batch request has more operations than what is supported (${MAX_OPERATIONS})`);
  const unknown = operations.find(({ operationType }) => !['Create', 'Upsert', 'Replace', 'Delete'].includes(operationType));
  if (unknown !== undefined) return badRequest(`the stand-in does not know ${unknown.operationType} in a batch`);
  const unfit = operations.map(idOf).find((id) => id === '' || /[/\\?#]/.test(id) || Buffer.byteLength(id) > MAX_ID_BYTES);
  return unfit === undefined ? undefined : badRequest(`not an id: ${unfit}`);
}

function badRequest(message: string): BatchAnswer {
  return { status: 400, body: { code: 'BadRequest', message } };
}

/**
 * The answer to a batch that fails, judged in order against the etags that stand, each operation on what those before it would have left;
 * undefined when all may be done.
 */
export function judgeBatch(operations: readonly BatchOperation[], standing: ReadonlyMap<string, string>): BatchAnswer | undefined {
  const etags = new Map(standing);
  for (const [at, operation] of operations.entries()) {
    const id = idOf(operation);
    const status = failureOf(operation, etags.get(id));
    if (status !== undefined) {
      return {
        status: 207,
        body: operations.map((_, index) => ({ statusCode: index === at ? status : FAILED_DEPENDENCY, requestCharge: 0 })),
      };
    }
    if (operation.operationType === 'Delete') etags.delete(id);
    else etags.set(id, `written by operation ${at}`);
  }
  return undefined;
}

function failureOf({ operationType, ifMatch }: BatchOperation, etag: string | undefined): number | undefined {
  if (operationType === 'Create') return etag === undefined ? undefined : 409;
  if (etag === undefined) return operationType === 'Upsert' ? undefined : 404;
  return ifMatch === undefined || ifMatch === etag ? undefined : 412;
}
