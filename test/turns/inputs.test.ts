import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type BotProcess, messageIn, pressIn, runBot, startBot } from '../support/bot-process.ts';
import { type ConnectorStandIn, startConnectorStandIn } from '../support/connector-stand-in.ts';

describe('the bot as it is run', function () {
  this.timeout(40_000);
  let folder = '';
  let teams: ConnectorStandIn;
  let bot: BotProcess;
  const env = (more: Record<string, string> = {}) => ({ DATA_DIR: join(folder, 'data'), ...more });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'turns-'));
    teams = await startConnectorStandIn();
    teams.setRoster('19:team-rph', [{ id: '29:kari', aadObjectId: 'kari', name: 'Kari Medlem' }]);
    teams.setRoster('19:team-fact-ung', []);
    bot = await startBot(env({ CLOCK: '2026-03-02T08:00:00+01:00' }));
  });
  after(async () => {
    await bot.end('SIGKILL');
    await teams.close();
    rmSync(folder, { recursive: true });
  });

  let number = 0;
  /** What is answered to a message: the texts of what was sent. */
  async function answers(text: string, changes: Record<string, unknown> = {}): Promise<{ status: number; said: string }> {
    const id = `m${++number}`;
    const before = teams.sent().length;
    const { status } = await bot.post(messageIn(teams.url, { id, text, changes }));
    const sent = teams.sent().slice(before);
    assert.ok(sent.length <= 1, 'one answer at most');
    return { status, said: sent.map(({ activity }) => activity.text ?? activity.summary ?? '').join() };
  }
  async function pressed(verb: string | undefined, data?: unknown): Promise<string> {
    const { status, body } = await bot.post(pressIn(teams.url, { id: `f:${++number}`, ...(verb !== undefined && { verb }), data }));
    assert.deepEqual([status, body.statusCode], [200, 200]);
    return typeof body.value === 'string' ? body.value : JSON.stringify(body.value);
  }

  it('is ready, says what it is and answers', async () => {
    assert.match(bot.output(), /lokal modus/);
    for (const path of ['healthz', 'readyz', 'metrics']) assert.equal((await fetch(`${bot.url}/${path}`)).status, 200, path);
    assert.match((await answers('Må vi ha psykolog i teamet?')).said, /^Må vi ha psykolog i teamet\?/);
  });

  const bot28 = { id: '28:9a1e0b6c-0000-4000-8000-00000000b07a', name: 'Ressursbanken' };
  const mention = { type: 'mention', text: '<at>Ressursbanken</at>', mentioned: bot28 };
  const messages: readonly (readonly [what: string, text: string, changes: Record<string, unknown>, says: RegExp])[] = [
    ['an empty message', '', {}, /^Hva lurer du på/],
    ['white space', ' \n\t ', {}, /^Hva lurer du på/],
    ['a message without a text', '', { text: undefined }, /^Hva lurer du på/],
    ['only a mention', '<at>Ressursbanken</at>', { entities: [mention] }, /^Hva lurer du på/],
    ['30,000 characters', 'æ '.repeat(15_000), {}, /^Spørsmålet er for langt/],
    ['one word of 1,900 letters', 'x'.repeat(1_900), {}, /./],
    ['emoji', '🤖🎉👩‍👩‍👧', {}, /./],
    ['HTML', '<p>Må vi ha <b>psykolog</b> i teamet?</p>', {}, /^Må vi ha psykolog/],
    ['a script', '<script>alert(1)</script>', {}, /./],
    ['a picture', '', { attachments: [{ contentType: 'image/png', contentUrl: 'https://example.no/x.png' }] }, /^Jeg leser bare tekst/],
    ['signs that mean something to a database', "'; DROP TABLE records; -- %_\\", {}, /./],
    ['a half of a pair of surrogates', 'psykolog \ud83e', {}, /./],
  ];
  for (const [what, text, changes, says] of messages) {
    it(`${what} is answered in one message`, async () => {
      const { status, said } = await answers(text, changes);
      assert.equal(status, 200);
      assert.match(said, says);
    });
  }

  const presses: readonly (readonly [what: string, verb: string | undefined, data: unknown, says: RegExp])[] = [
    ['all it needs', 'handbook.show', { bank: 'rph', entry: 'R12' }, /psykolog/],
    ['data missing', 'handbook.show', undefined, /^Kortet mangler noe/],
    ['data to spare', 'handbook.show', { bank: 'rph', entry: 'R12', x: { y: [1] } }, /psykolog/],
    ['data of another kind', 'handbook.show', { bank: 'rph', entry: 12 }, /^Kortet mangler noe/],
    ['data that are a list', 'handbook.show', ['rph', 'R12'], /^Kortet mangler noe/],
    ['a bank that is not its own', 'handbook.show', { bank: 'fact-ung', entry: 'F46' }, /^Bare den som har rollen/],
    ['a bank that is not there', 'handbook.show', { bank: 'nowhere', entry: 'R12' }, /^Kortet mangler noe/],
    ['a verb that is not known', 'handbook.party', { bank: 'rph' }, /^Denne knappen virker ikke/],
    ['no verb', undefined, { bank: 'rph' }, /^Denne knappen virker ikke/],
    ['an entry that is gone', 'handbook.helpful', { bank: 'rph', entry: 'R0' }, /tatt ut av håndboka/],
    ['no right to it', 'admin.roles', { bank: 'rph', person: 'kari', role: 'admin', give: 'true' }, /^Bare den som har rollen/],
  ];
  for (const [what, verb, data, says] of presses) {
    it(`a button with ${what} is answered 200`, async () => assert.match(await pressed(verb, data), says));
  }

  it('an activity without what it needs is 400, and nothing is sent', async () => {
    const before = teams.calls.length;
    for (const field of ['conversation', 'from', 'type']) {
      const { status } = await bot.post({ ...messageIn(teams.url, { id: 'x', text: 'hei' }), [field]: undefined });
      assert.equal(status, 400, field);
    }
    assert.equal((await bot.post([])).status, 400);
    assert.equal((await bot.post(null)).status, 400);
    assert.equal(teams.calls.length, before);
  });

  it('a service URL elsewhere is refused', async () =>
    assert.equal((await bot.post(messageIn('https://smba.trafficmanager.net/emea/', { id: 'x', text: 'hei' }))).status, 403));

  it('the clock is moved forward, and never back', async () => {
    const move = async (now: string) => {
      const request = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }) };
      const response = await fetch(`${bot.url}/local/clock`, request);
      const body: { now: string; ran: number; outbox: number } = JSON.parse(await response.text());
      return { status: response.status, body };
    };
    const moved = await move('2031-01-01T08:00:00+01:00');
    assert.equal(moved.status, 200);
    assert.deepEqual([Object.keys(moved.body), moved.body.ran, moved.body.outbox], [['now', 'ran', 'outbox'], 0, 0]);
    assert.match(moved.body.now, /^2031-01-01T07:00:0/);
    assert.match((await move('2030-01-01T08:00:00+01:00')).body.now, /^2031-01-01T07:0/);
    assert.equal((await move('tomorrow')).status, 400);
    await bot.post(messageIn(teams.url, { id: 'stale', text: 'Må vi ha psykolog i teamet?' }));
    assert.match(JSON.stringify(teams.sent().at(-1)?.activity), /Kan være utdatert/);
  });

  it('a port that is in use: exit 1, with what to do', async () => {
    const { code, output } = await runBot({ DATA_DIR: join(folder, 'other'), PORT: new URL(bot.url).port });
    assert.equal(code, 1);
    assert.match(output, /er opptatt[\s\S]*PORT/);
    assert.doesNotMatch(output, /\bat .*\.ts:\d/, 'no stack for who set it up');
  });

  it('a broken set-up file: exit 1, every fault named', async () => {
    const file = join(folder, 'setup.json');
    writeFileSync(
      file,
      JSON.stringify({ banks: [{ id: 'Rph' }], people: [{ id: 'p', name: 'P', email: 'none' }], routes: [{ bank: 'x' }] }),
    );
    const { code, output } = await runBot(env({ SETUP_FILE: file }));
    assert.equal(code, 1);
    for (const fault of ['banks[0].id', 'banks[0].name', 'people[0].email', 'routes[0].bank']) assert.ok(output.includes(fault), output);
  });

  it('settings that can not be used: exit 1, every fault named', async () => {
    const { code, output } = await runBot(env({ HOST: '0.0.0.0', STORAGE: 'cosmos', NODE_ENV: 'production' }));
    assert.equal(code, 1);
    for (const fault of ['HOST', 'COSMOS_ENDPOINT', 'BOT_ID']) assert.ok(output.includes(`- ${fault}: `), output);
  });

  it('a folder that can not be written: exit 1, with what to do', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, output } = await runBot(env({ DATA_DIR: join(folder, 'file/data') }));
    assert.equal(code, 1);
    assert.match(output, /kan ikke skrives[\s\S]*DATA_DIR/);
    assert.doesNotMatch(output, /\bat .*\.ts:\d/);
  });

  it('a store that newer code has written: exit 1, and not a byte of it is touched', async () => {
    const data = mkdtempSync(join(folder, 'newer-'));
    const file = join(data, 'ressursbank.sqlite');
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE records (id TEXT); PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(file);
    const { code, output } = await runBot(env({ DATA_DIR: data }));
    assert.equal(code, 1);
    assert.match(output, /nyere utgave/);
    assert.deepEqual(readFileSync(file), before);
  });

  it('started elsewhere it is the same bot', async () => {
    const main = join(import.meta.dirname, '../../src/index.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
      cwd: folder,
      env: { PATH: process.env.PATH, SETUP_FILE: 'test/fixtures/nowhere.json', DATA_DIR: join(folder, 'cwd') },
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stdout + stderr, /\/test\/fixtures\/nowhere\.json kan ikke leses/);
    assert.doesNotMatch(stdout + stderr, new RegExp(`${folder}/test`));
  });

  it('SIGTERM, and a second one at once, end it cleanly with all that it took on', async () => {
    const turn = bot.post(messageIn(teams.url, { id: 'last', text: 'Må vi ha psykolog i teamet?' }));
    await new Promise((resolve) => setImmediate(resolve));
    const ended = bot.end('SIGTERM');
    process.kill(bot.pid, 'SIGTERM');
    const { status } = await turn;
    assert.equal(await ended, 0);
    assert.equal(status, 200);
    assert.equal(teams.sent().filter(({ replyToId }) => replyToId === 'last').length, 1);
  });

  it('the clock goes on where it was, whatever CLOCK says', async () => {
    bot = await startBot(env({ CLOCK: '2026-03-02T08:00:00+01:00' }));
    await bot.post(messageIn(teams.url, { id: 'later', text: 'Må vi ha psykolog i teamet?' }));
    assert.match(JSON.stringify(teams.sent().at(-1)?.activity), /Kan være utdatert/);
  });
});
