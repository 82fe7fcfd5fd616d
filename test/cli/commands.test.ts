import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSE } from '../../src/storage/port.ts';
import { runCli } from '../support/child.ts';
import { inStore } from '../support/store.ts';

const ACTIVITIES = new URL('../fixtures/activities/', import.meta.url);
const activity = (name: string) => JSON.stringify(JSON.parse(readFileSync(new URL(`${name}.json`, ACTIVITIES), 'utf8')));

describe('commands on a store', function () {
  this.timeout(30_000);
  let folder: string;
  let env: { DATA_DIR: string };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-cli-'));
    env = { DATA_DIR: join(folder, 'data') };
  });
  after(() => rmSync(folder, { recursive: true }));

  function file(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }

  it('doctor: says that nothing is there yet, and makes nothing', async () => {
    const { code, out } = await runCli(['doctor'], { env });
    assert.equal(code, 0);
    assert.match(out, /^ok {7}Node: 24/);
    assert.match(out, /ok {7}lager: finnes ikke ennå/);
    assert.throws(() => statSync(env.DATA_DIR));
    mkdirSync(env.DATA_DIR);
    await runCli(['doctor'], { env });
    assert.deepEqual(readdirSync(env.DATA_DIR), []);
  });

  it('setup import: names every fault and brings nothing in', async () => {
    const banks = [{ id: 'Feil Id', name: 'A' }, { id: 'rph' }];
    const people = [{ id: 'p1', name: 'Kari Eksempel', roles: [{ bank: 'rph', role: 'sjef' }] }];
    const path = file('broken.json', JSON.stringify({ banks, people }));
    const { code, out, err } = await runCli(['setup', 'import', path], { env });
    assert.deepEqual([code, out], [1, '']);
    for (const fault of [/banks\[0\]\.id: /, /banks\[1\]\.name: mangler/, /people\[0\]\.roles\[0\]\.role: /]) assert.match(err, fault);
    const json = await runCli(['setup', 'import', path, '--json'], { env });
    assert.equal(json.code, 1);
    assert.equal(JSON.parse(json.out).faults.length, 3);
  });

  it('setup import: brings in what changed, and the bank’s handbook with it', async () => {
    const people = [{ id: 'p1', name: 'Kari Eksempel', roles: [{ bank: 'rph', role: 'adviser' }] }];
    const path = file('setup.json', JSON.stringify({ banks: [{ id: 'rph', name: 'Prøvebanken', colour: 'red' }], people }));
    const first = await runCli(['setup', 'import', path, '--json'], { env });
    const { changed, left, warnings } = JSON.parse(first.out);
    assert.deepEqual([first.code, changed, left], [0, ['bank rph', 'person p1'], []]);
    assert.match(warnings[0], /banks\[0\]\.colour/);
    const again = await runCli(['setup', 'import', path], { env });
    assert.match(again.out, /^Ingenting var endret/);
    const { out } = await runCli(['doctor', '--json'], { env });
    const bank = JSON.parse(out).checks.find(({ about }: { about: string }) => about === 'ressursbank rph');
    assert.match(bank.text, /^Prøvebanken, \d\d+ svar/);
  });

  it('chat: answers, takes a button by its number, asks for inputs, and leaves the bank that was chosen', async () => {
    const input = ['Må vi ha psykolog i teamet?', '1', 'Må vi ha psykolog i teamet?', '2', '1', '9', '', '2', 'slutt', 'ikke lest'].join(
      '\n',
    );
    const { code, out, err } = await runCli(['chat', '--bank', 'rph', '--as', 'p1'], { env, input });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^Prøvebanken i terminalen/);
    const parts = out.split('\n> ');
    assert.match(parts[1] ?? '', /Tidligere kriterier krevde[\s\S]*\[1\] Nyttig\n {2}\[2\] Ikke nyttig/);
    assert.match(parts[2] ?? '', /^1\n[\s\S]*Takk for tilbakemeldingen/);
    assert.match(parts[4] ?? '', /^2\n[\s\S]*\[1\] Send/);
    assert.match(parts[5] ?? '', /^1\n[\s\S]*1\. .*\n {2}2\. [\s\S]*\? 9\n[\s\S]*\? \n[\s\S]*\? 2\n[\s\S]*Takk for tilbakemeldingen/);
    assert.doesNotMatch(out, /ikke lest/);
    const [conversations, person, ratings] = await inStore(env.DATA_DIR, async (storage) => [
      await storage.list(HOUSE, 'conversation'),
      await storage.get(HOUSE, 'person', 'p1'),
      await storage.list('rph', 'rating'),
    ]);
    assert.deepEqual(conversations.items, []);
    assert.equal(person?.body.bank, null);
    assert.deepEqual(
      ratings.items.map(({ body }) => [body.entry, body.person, body.helpful]),
      [['R12', 'p1', false]],
    );
  });

  it('chat: ends with the input, and refuses a bank that is not there', async () => {
    const ended = await runCli(['chat', '--bank', 'rph'], { env, input: 'roller' });
    assert.equal(ended.code, 0);
    assert.match(ended.out, /Kari Eksempel/);
    const nobody = await inStore(env.DATA_DIR, (storage) => storage.get(HOUSE, 'person', 'terminal'));
    assert.equal(nobody, undefined, 'the terminal is nobody to remember');
    const left = await runCli(['chat', '--bank', 'rph'], { env, input: 'roller\n1\nslutt\nhjelp' });
    assert.deepEqual([left.code, /Slik bruker du meg/.test(left.out)], [0, false], '«slutt» leaves a form too');
    assert.equal((await runCli(['chat', '--bank', 'tull'], { env })).code, 1);
  });

  it('replay: tells what would be sent, and stores nothing', async () => {
    const recorded = ['message-personal', 'action-execute', 'reaction'].map(activity);
    const path = file('recorded.jsonl', [recorded[0], '', 'not JSON', recorded[1], recorded[2]].join('\n'));
    const { code, out, err } = await runCli(['replay', path, '--json'], { env });
    const played = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      played.map(({ line, kind, sent }) => [line, kind, sent.map(({ to }: { to: string }) => to)]),
      [
        [1, 'message', ['a:1personlig-invented']],
        [4, 'action', ['svar']],
        [5, null, []],
      ],
    );
    assert.equal(code, 1);
    assert.match(err, /^linje 3: /);
    const conversations = await inStore(env.DATA_DIR, (storage) => storage.list(HOUSE, 'conversation'));
    assert.deepEqual(conversations.items, []);
  });

  it('backup and restore: the same store again, and nothing overwritten', async () => {
    const path = join(folder, 'backup.jsonl');
    const copy = { DATA_DIR: join(folder, 'copy') };
    const written = await runCli(['backup', path, '--json'], { env });
    assert.equal(written.code, 0);
    assert.equal(statSync(path).mode & 0o077, 0);
    const restored = await runCli(['restore', path, '--json'], { env: copy });
    assert.deepEqual([restored.code, JSON.parse(restored.out)], [0, JSON.parse(written.out)]);
    const second = join(folder, 'second.jsonl');
    await runCli(['backup', second], { env: copy });
    assert.equal(readFileSync(second, 'utf8'), readFileSync(path, 'utf8'));
    const refused = await runCli(['backup', path], { env });
    assert.deepEqual([refused.code, refused.out], [1, '']);
    assert.match(refused.err, /finnes fra før/);
  });

  it('restore: refuses a store that holds something else, and a file that is none', async () => {
    await runCli(['setup', 'import', file('other.json', '{"banks":[{"id":"annen","name":"Annen"}]}')], {
      env: { DATA_DIR: join(folder, 'other') },
    });
    const full = await runCli(['restore', join(folder, 'backup.jsonl')], { env: { DATA_DIR: join(folder, 'other') } });
    assert.equal(full.code, 1);
    assert.match(full.err, /ikke tomt/);
    const missing = await runCli(['restore', join(folder, 'borte.jsonl')], { env: { DATA_DIR: join(folder, 'empty') } });
    assert.equal(missing.code, 1);
    assert.match(missing.err, /borte\.jsonl kan ikke leses/);
  });

  it('doctor: ends with 1 where something is wrong, each with what to do', async () => {
    const { code, out } = await runCli(['doctor', '--json'], { env: { ...env, PORT: 'x', BOT_ID: 'b' } });
    assert.equal(code, 1);
    const wrong = JSON.parse(out).checks.filter(({ status }: { status: string }) => status === 'feil');
    assert.ok(wrong.length >= 1 && wrong.every(({ todo }: { todo?: string }) => todo !== undefined), out);
  });

  it('doctor: says what is missing when nobody has said where links lead', async () => {
    const signed = { ...env, NODE_ENV: 'production', BOT_ID: 'b', BOT_TENANT_ID: 't', BOT_PASSWORD: 'p' };
    const ofAddress = async (given: Record<string, string>) => {
      const { code, out } = await runCli(['doctor', '--json'], { env: given });
      assert.equal(code, 0, out);
      return JSON.parse(out).checks.filter(({ text }: { text: string }) => text.includes('PUBLIC_URL'));
    };
    const [found, ...more] = await ofAddress(signed);
    assert.deepEqual([found?.status, more.length], ['advarsel', 0]);
    assert.match(`${found?.text} ${found?.todo}`, /kalenderlenker og bilder .* sett PUBLIC_URL/);
    assert.deepEqual(await ofAddress({ ...signed, PUBLIC_URL: 'https://bot.example.no' }), []);
    assert.deepEqual(await ofAddress(env), []);
  });

  it('handbook check: the starter handbooks have no fault', async () => {
    const { code, out } = await runCli(['handbook', 'check', '--json']);
    const { banks } = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(
      banks.map(({ bank }: { bank: string }) => bank),
      ['rph', 'fact-ung'],
    );
    const faults = banks.flatMap(({ findings }: { findings: { level: string }[] }) => findings.filter(({ level }) => level === 'feil'));
    assert.deepEqual(faults, []);
  });
});
