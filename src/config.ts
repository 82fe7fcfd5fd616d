import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { SetupError } from './core/errors.ts';

/** The project's root: what relative paths count from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where a bot without BOT_ID listens and whom it talks to: this machine alone. */
const LOOPBACK = '127.0.0.1';

function whole(from: number, to: number) {
  const what = `skriv et helt tall fra ${from} til ${to}`;
  return z.coerce.number(what).int(what).min(from, what).max(to, what);
}

function oneOf<const T extends readonly string[]>(...values: T) {
  return z.enum(values, `velg en av ${values.join(', ')}`);
}

const url = z.url('skriv en hel adresse, som https://example.no');
const time = z.iso.datetime({ offset: true, error: 'skriv et tidspunkt med tidssone, som 2026-03-02T08:00:00+01:00' });

/** The environment, name by name; env/.env.example says what each is for, and a test holds the two together. */
export const environmentSchema = z.object({
  PORT: whole(0, 65_535).default(3978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  STORAGE: oneOf('sqlite', 'cosmos').default('sqlite'),
  COSMOS_ENDPOINT: url.optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().default('ressursbank'),
  BOT_ID: z.string().optional(),
  BOT_TYPE: oneOf('SingleTenant', 'UserAssignedMSI').default('SingleTenant'),
  BOT_PASSWORD: z.string().optional(),
  BOT_TENANT_ID: z.string().optional(),
  BOT_OPENID_METADATA: url.optional(),
  BOT_TOKEN_ISSUER: z.string().optional(),
  BOT_LOGIN_URL: url.optional(),
  ALLOWED_TENANTS: z.string().optional(),
  ADMINS: z.string().optional(),
  SETUP_FILE: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'skriv en hel nettadresse, som https://bot.example.no' }).optional(),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  METRICS_TOKEN: z.string().optional(),
  BACKUP_PASSPHRASE: z.string().optional(),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z.string().optional(),
  CLOCK: time.optional(),
  DELIVERY_INTERVAL_MS: whole(10, 60_000).default(1000),
  NODE_ENV: z.string().optional(),
});

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  /** No BOT_ID: loopback alone, unsigned activities. */
  readonly local: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly storage: 'sqlite' | 'cosmos';
  readonly cosmos?: { readonly endpoint: string; readonly key?: string; readonly database: string };
  readonly bot?: {
    readonly id: string;
    readonly type: 'SingleTenant' | 'UserAssignedMSI';
    readonly tenantId: string;
    readonly password?: string;
    readonly openIdMetadata?: string;
    readonly tokenIssuer?: string;
    readonly loginUrl?: string;
  };
  readonly allowedTenants: readonly string[] | 'all';
  readonly admins: readonly string[];
  readonly setupFile?: string;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly metricsToken?: string;
  /** Locks backups. */
  readonly backupPassphrase?: string;
  /** Epoch ms at which domain time starts; local mode only. */
  readonly clockStart?: number;
  readonly deliveryIntervalMs: number;
  readonly production: boolean;
  /** Where links lead that are to be opened outside Teams, without a slash at the end; undefined when nobody has said where that is. */
  readonly publicUrl?: string;
}

/** The environment over the env file of the mode (`env/.env.<NODE_ENV>`, without one `env/.env.local`). */
export function environment(): Record<string, string | undefined> {
  const file = join(ROOT, 'env', `.env.${process.env.NODE_ENV || 'local'}`);
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return { ...fromFile, ...given };
}

/**
 * The configuration from an environment; an empty value counts as none, relative paths count from the project's root. Throws a
 * `SetupError` with every fault at once, each with what to do.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  const unfit = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const faults = [...unfit, ...faultsBetween(given)];
  if (!parsed.success || faults.length > 0) throw new SetupError('Innstillingene kan ikke brukes:', faults);
  return toConfig(parsed.data);
}

function faultsBetween(env: Readonly<Record<string, string | undefined>>): string[] {
  const faults: string[] = [];
  if (env.STORAGE === 'cosmos' && !env.COSMOS_ENDPOINT) faults.push('COSMOS_ENDPOINT: må være satt når STORAGE=cosmos');
  if (env.BOT_ID) {
    if (!env.BOT_TENANT_ID) faults.push('BOT_TENANT_ID: må være satt når BOT_ID er satt');
    if (env.BOT_TYPE !== 'UserAssignedMSI' && !env.BOT_PASSWORD) faults.push('BOT_PASSWORD: må være satt når BOT_TYPE er SingleTenant');
    if (env.CLOCK) faults.push('CLOCK: kan bare brukes i lokal modus, ta den bort eller ta bort BOT_ID');
    return faults;
  }
  if (env.NODE_ENV === 'production')
    faults.push('BOT_ID: må være satt når NODE_ENV=production; uten den tar roboten imot usignerte meldinger');
  if (env.HOST && !isLoopback(env.HOST))
    faults.push('HOST: uten BOT_ID lytter roboten bare på denne maskinen, bruk 127.0.0.1 eller ta bort HOST');
  return faults;
}

/** Whether a host name or address means this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The same object without the keys whose value is undefined. */
function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** In local mode without PUBLIC_URL the bot itself, unless it is to take any port. */
function publicUrlOf({ PUBLIC_URL, BOT_ID, HOST = LOOPBACK, PORT }: Environment): string | undefined {
  if (PUBLIC_URL !== undefined) return PUBLIC_URL.replace(/\/+$/, '');
  if (BOT_ID !== undefined || PORT === 0) return undefined;
  const host = HOST.includes(':') && !HOST.startsWith('[') ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}`;
}

function toConfig(env: Environment): Config {
  const local = env.BOT_ID === undefined;
  const tenants = list(env.ALLOWED_TENANTS);
  return present({
    local,
    host: env.HOST ?? (local ? LOOPBACK : '0.0.0.0'),
    port: env.PORT,
    dataDir: resolve(ROOT, env.DATA_DIR),
    storage: env.STORAGE,
    cosmos: env.COSMOS_ENDPOINT && present({ endpoint: env.COSMOS_ENDPOINT, key: env.COSMOS_KEY, database: env.COSMOS_DATABASE }),
    bot: env.BOT_ID
      ? present({
          id: env.BOT_ID,
          type: env.BOT_TYPE,
          tenantId: env.BOT_TENANT_ID ?? '',
          password: env.BOT_PASSWORD,
          openIdMetadata: env.BOT_OPENID_METADATA,
          tokenIssuer: env.BOT_TOKEN_ISSUER,
          loginUrl: env.BOT_LOGIN_URL,
        })
      : undefined,
    allowedTenants: tenants.length > 0 ? tenants : local ? ('all' as const) : [env.BOT_TENANT_ID ?? ''],
    admins: list(env.ADMINS),
    setupFile: env.SETUP_FILE && resolve(ROOT, env.SETUP_FILE),
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    backupPassphrase: env.BACKUP_PASSPHRASE,
    clockStart: env.CLOCK === undefined ? undefined : Date.parse(env.CLOCK),
    deliveryIntervalMs: env.DELIVERY_INTERVAL_MS,
    production: env.NODE_ENV === 'production',
    publicUrl: publicUrlOf(env),
  }) as Config;
}
