import { type Container, CosmosClient, type CosmosClientOptions, type PluginConfig } from '@azure/cosmos';
import { realNow } from '../core/clock.ts';
import { SetupError } from '../core/errors.ts';
import { checkChanges, checkLimit, placeOf, spanOf, textsOf, toCursor } from './checks.ts';
import { commitBatch, readDocument } from './cosmos-commit.ts';
import { documentId, isLive, type StoredDocument, toItem } from './cosmos-documents.ts';
import { asked, asOpeningFault, hasCode, keepErrors, STATUS } from './cosmos-faults.ts';
import { filterOf, LIVE, placeAt, select, selectOrdered } from './cosmos-query.ts';
import { type Schema, schemaNow } from './migrations.ts';
import { HOUSE, type Item, MAX_LIMIT, type Page, type Storage } from './port.ts';

const CONTAINER = 'records';
const PARTITION_PATH = '/bank';
/** Documents expire by their own ttl alone. */
const TTL_PER_DOCUMENT = -1;
/** Bears no kind, so that no query of the port meets it. */
const SCHEMA_ID = 'schema';
/** The service asks for a short wait now and then; longer ones are the caller's to plan. */
const RETRIES = { maxRetryAttemptCount: 3, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 3 };
/** Something to sign requests with where nobody looks at the signature. */
const STAND_IN_KEY = 'c3RhbmQtaW4=';

export interface CosmosOptions {
  readonly endpoint: string;
  /** Left out: the process's managed identity. */
  readonly key?: string;
  readonly database: string;
  /** Real time, for `expiresAt`. */
  readonly now?: () => number;
  readonly schema?: Schema;
}

/**
 * Records in the container `records` (partition key `/bank`, time to live per document) of a Cosmos DB account. With a key the database and the
 * container are made when missing. SetupError when they can't be used or were written by newer code, Unavailable when nobody answers.
 */
export async function openCosmos(options: CosmosOptions): Promise<Storage> {
  const schema = options.schema ?? schemaNow;
  const client = await connect(options);
  try {
    const container = await openContainer(client, options);
    await checkSchema(container, schema.version);
    return createStorage({ client, container, schema, now: options.now ?? realNow });
  } catch (error) {
    client.dispose();
    throw asOpeningFault(error, options);
  }
}

/** Accounts of the service are https and elsewhere: what is neither is a stand-in, which names no other endpoints and knows no keys. */
function isStandIn(endpoint: string): boolean {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'http:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

async function connect(options: CosmosOptions): Promise<CosmosClient> {
  const { endpoint } = options;
  if (!URL.canParse(endpoint))
    throw new SetupError(`COSMOS_ENDPOINT er ingen adresse: ${endpoint}`, ['Skriv den som https://<konto>.documents.azure.com.']);
  const key = options.key ?? (isStandIn(endpoint) ? STAND_IN_KEY : undefined);
  const policy: CosmosClientOptions & { plugins: readonly PluginConfig[] } = {
    endpoint,
    plugins: [keepErrors],
    connectionPolicy: { enableEndpointDiscovery: !isStandIn(endpoint), retryOptions: RETRIES },
  };
  if (key !== undefined) return new CosmosClient({ ...policy, key });
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new CosmosClient({ ...policy, aadCredentials: new DefaultAzureCredential() });
}

async function openContainer(client: CosmosClient, options: CosmosOptions): Promise<Container> {
  if (options.key !== undefined || isStandIn(options.endpoint)) {
    await asked((abortSignal) => client.databases.createIfNotExists({ id: options.database }, { abortSignal }));
    const definition = { id: CONTAINER, partitionKey: { paths: [PARTITION_PATH] }, defaultTtl: TTL_PER_DOCUMENT };
    await asked((abortSignal) => client.database(options.database).containers.createIfNotExists(definition, { abortSignal }));
  }
  const container = client.database(options.database).container(CONTAINER);
  const { resource } = await asked((abortSignal) => container.read({ abortSignal }));
  const paths = resource?.partitionKey?.paths ?? [];
  if (paths.join() === PARTITION_PATH) return container;
  throw new SetupError(`Beholderen ${CONTAINER} i databasen ${options.database} er delt etter ${paths.join()}, ikke ${PARTITION_PATH}.`, [
    `Velg en annen database i COSMOS_DATABASE, eller slett beholderen og lag den på nytt med partisjonsnøkkelen ${PARTITION_PATH}.`,
  ]);
}

/** Notes the version where none or an older one stands. Only a writer that saw the newest note may change it. */
async function checkSchema(container: Container, version: number): Promise<void> {
  const { resource, etag } = await asked((abortSignal) => container.item(SCHEMA_ID, HOUSE).read<{ version: number }>({ abortSignal }));
  const stored = resource?.version ?? 0;
  if (stored === version) return;
  if (stored > version) {
    throw new SetupError(
      `Lageret er skrevet av en nyere utgave av roboten (skjema ${stored}; denne kjenner ${version}). Ingenting er endret.`,
      ['Start den nyere utgaven, eller pek COSMOS_DATABASE til en tom database og legg tilbake en sikkerhetskopi fra før oppgraderingen.'],
    );
  }
  const note = { id: SCHEMA_ID, bank: HOUSE, version };
  try {
    await asked((abortSignal) =>
      resource === undefined
        ? container.items.create(note, { abortSignal })
        : container.item(SCHEMA_ID, HOUSE).replace(note, { abortSignal, accessCondition: { type: 'IfMatch', condition: etag } }),
    );
  } catch (error) {
    if (!hasCode(error) || (error.code !== STATUS.conflict && error.code !== STATUS.preconditionFailed)) throw error;
    await checkSchema(container, version);
  }
}

function createStorage(open: { client: CosmosClient; container: Container; schema: Schema; now: () => number }): Storage {
  const { client, container, schema, now } = open;
  const toItems = (documents: readonly StoredDocument[]): Item[] => documents.map((document) => toItem(document, schema));
  const page = (documents: readonly StoredDocument[], limit: number, cursorAt: (last: StoredDocument) => string): Page => {
    const last = documents.length > limit ? documents[limit - 1] : undefined;
    const items = toItems(documents.slice(0, limit));
    return last === undefined ? { items } : { items, cursor: cursorAt(last) };
  };
  return {
    async get(bank, kind, id) {
      const document = await readDocument(container, bank, documentId(kind, id));
      return document !== undefined && isLive(document, now()) ? toItem(document, schema) : undefined;
    },
    async list(bank, kind, options = {}) {
      const limit = checkLimit(options.limit);
      const filter = filterOf({ bank, kind, now: now() }, options.where ?? []);
      const documents = await selectOrdered(container, filter, { order: options.order, place: placeOf(options), top: limit + 1 });
      return page(documents, limit, (last) => toCursor(...placeAt(last, options.order)));
    },
    async count(bank, kind, where = []) {
      const { sql, parameters } = filterOf({ bank, kind, now: now() }, where);
      const [count] = await select<number>(
        container,
        { query: `SELECT VALUE COUNT(1) FROM c WHERE ${sql}`, parameters: [...parameters] },
        bank,
      );
      return count ?? 0;
    },
    async commit(bank, changes) {
      checkChanges(bank, changes);
      return changes.length === 0 ? [] : commitBatch({ container, bank, schema: schema.version, now: now() }, changes);
    },
    async due(kind, when, limit) {
      const query = `SELECT TOP ${checkLimit(limit)} * FROM c
        WHERE c.kind = @kind AND c.dueAt >= @from AND c.dueAt <= @before AND ${LIVE} ORDER BY c.dueAt`;
      const parameters = Object.entries({ kind, ...spanOf(when), now: now() }).map(([name, value]) => ({ name: `@${name}`, value }));
      return toItems((await select<StoredDocument>(container, { query, parameters })).sort(byDue));
    },
    async all(cursor) {
      const documents = await selectAll(container, { cursor, now: now() });
      return page(documents, MAX_LIMIT, (last) => toCursor(last.bank, last.id));
    },
    // The service keeps what was removed in its backups alone, for as long as it was told to.
    async wipe() {},
    async close() {
      client.dispose();
    },
  };
}

function byDue(a: StoredDocument, b: StoredDocument): number {
  const [left, right] = [a, b].map(({ bank, key }) => `${bank} ${key}`) as [string, string];
  return (a.dueAt ?? 0) - (b.dueAt ?? 0) || (left < right ? -1 : 1);
}

/** One more than a page, bank by bank: a walk over all partitions at once has no order that a cursor could go on from. */
async function selectAll(container: Container, { cursor, now }: { cursor: string | undefined; now: number }): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  let [bank, id = ''] = cursor === undefined ? [] : textsOf(cursor, 2);
  bank ??= await bankAfter(container, '');
  while (bank !== undefined && found.length <= MAX_LIMIT) {
    const query = `SELECT TOP ${MAX_LIMIT + 1 - found.length} * FROM c
      WHERE c.bank = @bank AND c.id > @id AND IS_DEFINED(c.kind) AND ${LIVE} ORDER BY c.id`;
    const parameters = Object.entries({ bank, id, now }).map(([name, value]) => ({ name: `@${name}`, value }));
    found.push(...(await select<StoredDocument>(container, { query, parameters }, bank)));
    if (found.length > MAX_LIMIT) break;
    bank = await bankAfter(container, bank);
    id = '';
  }
  return found;
}

async function bankAfter(container: Container, bank: string): Promise<string | undefined> {
  const query = 'SELECT TOP 1 c.bank FROM c WHERE c.bank > @bank ORDER BY c.bank';
  const [next] = await select<{ bank: string }>(container, { query, parameters: [{ name: '@bank', value: bank }] });
  return next?.bank;
}
