import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { environmentSchema, isLoopback, ROOT, readConfig } from '../src/config.ts';
import { SetupError } from '../src/core/errors.ts';

type Env = Record<string, string>;

const SIGNED: Env = { BOT_ID: 'bot', BOT_TENANT_ID: 'tenant', BOT_PASSWORD: 'secret' };

function faultsOf(env: Env): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof SetupError);
    return error.faults;
  }
}

describe('config', () => {
  it('of an empty environment is local mode, on this machine alone', () => {
    assert.deepEqual(readConfig({}), {
      local: true,
      host: '127.0.0.1',
      port: 3978,
      dataDir: join(ROOT, 'data'),
      storage: 'sqlite',
      allowedTenants: 'all',
      admins: [],
      logLevel: 'info',
      deliveryIntervalMs: 1000,
      production: false,
      publicUrl: 'http://127.0.0.1:3978',
    });
  });

  it('of a signed bot listens everywhere, for its own tenant', () => {
    const config = readConfig({ ...SIGNED, NODE_ENV: 'production', ADMINS: 'a, b,,', ALLOWED_TENANTS: '' });
    const { local, host, allowedTenants, admins, production, bot } = config;
    assert.deepEqual(
      { local, host, allowedTenants, admins, production },
      {
        local: false,
        host: '0.0.0.0',
        allowedTenants: ['tenant'],
        admins: ['a', 'b'],
        production: true,
      },
    );
    assert.deepEqual(bot, { id: 'bot', type: 'SingleTenant', tenantId: 'tenant', password: 'secret' });
  });

  it('takes an empty value for none', () => {
    const empty = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, '']));
    assert.deepEqual(readConfig(empty), readConfig({}));
  });

  it('counts relative paths from the project, wherever it is started', () => {
    const { dataDir, setupFile } = readConfig({ DATA_DIR: 'x/data', SETUP_FILE: './setup.json' });
    assert.deepEqual([dataDir, setupFile], [join(ROOT, 'x/data'), join(ROOT, 'setup.json')]);
    assert.equal(readConfig({ DATA_DIR: '/var/data' }).dataDir, '/var/data');
  });

  it('starts the clock where it is told', () =>
    assert.equal(readConfig({ CLOCK: '2026-03-02T08:00:00+01:00' }).clockStart, Date.parse('2026-03-02T07:00:00Z')));

  const addresses: readonly (readonly [what: string, env: Env, address: string | undefined])[] = [
    ['the one that is given', { ...SIGNED, PUBLIC_URL: 'https://bot.example.no' }, 'https://bot.example.no'],
    ['without slashes at its end', { ...SIGNED, PUBLIC_URL: 'https://bot.example.no/ressursbank//' }, 'https://bot.example.no/ressursbank'],
    ['in local mode the bot itself', { PORT: '8080' }, 'http://127.0.0.1:8080'],
    ['in local mode under the name that it listens on', { HOST: 'localhost' }, 'http://localhost:3978'],
    ['in local mode on IPv6', { HOST: '::1' }, 'http://[::1]:3978'],
    ['in local mode too the one that is given', { PUBLIC_URL: 'https://tunnel.example.no/' }, 'https://tunnel.example.no'],
    ['none for any free port', { PORT: '0' }, undefined],
    ['none for a signed bot that was not told', { ...SIGNED }, undefined],
    ['none in production that was not told', { ...SIGNED, NODE_ENV: 'production', HOST: '127.0.0.1' }, undefined],
  ];
  for (const [what, env, address] of addresses) {
    it(`leads links to ${what}`, () => assert.equal(readConfig(env).publicUrl, address));
  }

  const faults: readonly (readonly [what: string, env: Env, named: readonly string[]])[] = [
    ['a port that is none', { PORT: 'abc' }, ['PORT']],
    ['a port out of range', { PORT: '70000' }, ['PORT']],
    ['a port with a fraction', { PORT: '80.5' }, ['PORT']],
    ['a store that is not known', { STORAGE: 'postgres' }, ['STORAGE']],
    ['Cosmos without an address', { STORAGE: 'cosmos' }, ['COSMOS_ENDPOINT']],
    ['an address that is none', { COSMOS_ENDPOINT: 'cosmos', PUBLIC_URL: 'example' }, ['COSMOS_ENDPOINT', 'PUBLIC_URL']],
    ['links to what is no page', { PUBLIC_URL: 'javascript:alert(1)' }, ['PUBLIC_URL']],
    ['a bot without a tenant and a password', { BOT_ID: 'bot' }, ['BOT_TENANT_ID', 'BOT_PASSWORD']],
    ['a type that is not known', { ...SIGNED, BOT_TYPE: 'MultiTenant' }, ['BOT_TYPE']],
    ['a managed identity needs no password', { BOT_ID: 'bot', BOT_TENANT_ID: 't', BOT_TYPE: 'UserAssignedMSI' }, []],
    ['local mode in production', { NODE_ENV: 'production' }, ['BOT_ID']],
    ['local mode for other machines', { HOST: '0.0.0.0' }, ['HOST']],
    ['local mode under a name of this machine', { HOST: 'localhost' }, []],
    ['a clock outside local mode', { ...SIGNED, CLOCK: '2026-03-02T08:00:00+01:00' }, ['CLOCK']],
    ['a clock without a zone', { CLOCK: '2026-03-02T08:00:00' }, ['CLOCK']],
    ['a log level that is none', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    ['an interval of nothing', { DELIVERY_INTERVAL_MS: '0' }, ['DELIVERY_INTERVAL_MS']],
    [
      'everything at once',
      { PORT: 'abc', STORAGE: 'cosmos', LOG_LEVEL: 'loud', NODE_ENV: 'production', HOST: '0.0.0.0' },
      ['PORT', 'LOG_LEVEL', 'COSMOS_ENDPOINT', 'BOT_ID', 'HOST'],
    ],
  ];
  for (const [what, env, named] of faults) {
    it(`refuses ${what}, and says what to do`, () => {
      const found = faultsOf(env);
      assert.deepEqual(
        found.map((fault) => fault.split(':')[0]),
        named,
      );
      for (const fault of found) assert.match(fault, /: (skriv|velg|må være|kan bare|uten BOT_ID)/);
    });
  }

  it('knows this machine by its names', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]']) assert.ok(isLoopback(host), host);
    for (const host of ['0.0.0.0', '10.0.0.1', 'localhost.example.no', '127.0.0.1.example.no', '::']) assert.ok(!isLoopback(host), host);
  });

  describe('env files', () => {
    const names = Object.keys(environmentSchema.shape).filter((name) => name !== 'NODE_ENV');
    for (const file of ['.env.example', '.env.local', '.env.test']) {
      const text = readFileSync(join(ROOT, 'env', file), 'utf8');
      it(`${file} has every variable, and no other`, () => {
        assert.deepEqual(Object.keys(parseEnv(text)).sort(), [...names].sort());
        readConfig(parseEnv(text));
      });
    }

    it('.env.example says of each what it is for', () => {
      const lines = readFileSync(join(ROOT, 'env/.env.example'), 'utf8').split('\n');
      for (const [at, line] of lines.entries()) if (/^[A-Z]/.test(line)) assert.match(lines[at - 1] ?? '', /^# .+\.$/, line);
    });

    it('.env.example shows the defaults, and .env.local changes none', () => {
      for (const file of ['.env.example', '.env.local']) {
        assert.deepEqual(readConfig(parseEnv(readFileSync(join(ROOT, 'env', file), 'utf8'))), readConfig({}), file);
      }
    });
  });
});
