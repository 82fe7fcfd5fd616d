import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { type BotProcess, messageIn, pressIn, startBot } from '../support/bot-process.ts';
import { type ConnectorStandIn, startConnectorStandIn } from '../support/connector-stand-in.ts';
import { recordsOf } from '../support/house.ts';

const KILLS = 10;
/** A kill comes within so many ms after the bot listens: while it answers the first, or the twentieth. */
const LATEST_KILL_MS = 300;
/** Answers that may be between their sending and its note when the bot is killed: what comes in within some 50 ms. */
const MOST_ON_THE_WAY = 2;
/** So often somebody writes or presses a button. */
const EVERY_MS = 25;
/** How long a sender waits before it comes again, as Teams does (after 15 s there). */
const AGAIN_MS = 30;

interface Told {
  readonly id: string;
  readonly isPress: boolean;
  readonly body: Record<string, unknown>;
}

describe('a bot that is killed', function () {
  this.timeout(90_000);
  let folder = '';
  let teams: ConnectorStandIn;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kills-'));
    teams = await startConnectorStandIn();
  });
  afterEach(async () => {
    await teams.close();
    rmSync(folder, { recursive: true });
  });

  /** Delivers an activity until it is taken, and then once more. */
  async function deliver(bot: () => Promise<BotProcess>, { body }: Told): Promise<void> {
    for (let taken = 0; taken < 2; ) {
      try {
        const { status } = await (await bot()).post(body);
        if (status === 200) taken++;
        else await pause(AGAIN_MS);
      } catch {
        await pause(AGAIN_MS);
      }
    }
  }

  it(`at ${KILLS} random moments loses nothing and does nothing twice, though every activity comes twice`, async () => {
    const env = { DATA_DIR: folder, LOG_LEVEL: 'silent', DELIVERY_INTERVAL_MS: '100' };
    let current = startBot(env);
    const told: Told[] = [];
    const deliveries: Promise<void>[] = [];
    const tell = () => {
      const id = `m${told.length}`;
      const from = { id: `29:${id}`, name: 'P', aadObjectId: id };
      const press = { ...pressIn(teams.url, { id, verb: 'handbook.helpful', data: { bank: 'rph', entry: 'R12' } }), from };
      const isPress = told.length % 3 === 2;
      const one = { id, isPress, body: isPress ? press : messageIn(teams.url, { id, text: 'Må vi ha psykolog i teamet?' }) };
      told.push(one);
      deliveries.push(deliver(() => current, one));
    };
    for (let kill = 0; kill < KILLS; kill++) {
      const running = await current;
      const talk = setInterval(tell, EVERY_MS);
      await pause(EVERY_MS + Math.random() * LATEST_KILL_MS);
      clearInterval(talk);
      await running.end('SIGKILL');
      current = startBot(env);
    }
    await Promise.all(deliveries);
    assert.equal(await (await current).end('SIGTERM'), 0);

    const storage = createSqlite({ file: join(folder, 'ressursbank.sqlite') });
    const records = await recordsOf(storage);
    await storage.close();
    const ofKind = (kind: string) => records.filter((record) => record.kind === kind);
    const questions = told.filter(({ isPress }) => !isPress);
    const answers = questions.map(({ id }) => teams.sent().filter(({ replyToId }) => replyToId === id).length);
    assert.ok(questions.length >= KILLS, `${questions.length} questions`);
    assert.equal(ofKind('shown').length, questions.length, 'each question was answered by one turn');
    assert.equal(ofKind('rating').length, told.length - questions.length, 'each rating was taken once');
    assert.deepEqual(
      ofKind('outbox').filter(({ body }) => body.state !== 'sent'),
      [],
      'nothing waits',
    );
    assert.ok(
      answers.every((count) => count >= 1),
      `lost: ${questions.filter((_, at) => answers[at] === 0).map(({ id }) => id)}`,
    );
    const doubled = answers.reduce((sum, count) => sum + count - 1, 0);
    assert.ok(doubled <= MOST_ON_THE_WAY * KILLS, `${doubled} answers came twice: more than can have been on their way at the kills`);
  });
});
