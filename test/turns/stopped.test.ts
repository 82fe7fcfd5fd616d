import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BotProcess, messageIn, pressIn, startBot } from '../support/bot-process.ts';
import { type ConnectorStandIn, startConnectorStandIn } from '../support/connector-stand-in.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
/** Invented, and with the number of somebody born in 1870. */
const TOLD = ['Zyxnavn', 'Markørsen', '01017050121', '50121', '11 22 33 55', 'zyx@example.no', 'Markørveien'];
const TEXT =
  'Pasienten Zyxnavn Markørsen (fnr 010170 50121) har bipolar lidelse, bor i Markørveien 12, tlf 11 22 33 55, zyx@example.no. Hva nå?';
const ACUTE = 'Zyxnavn Markørsen i Markørveien 12 har tatt overdose og puster ikke';

describe('what the guard stopped', function () {
  this.timeout(40_000);
  let folder = '';
  let teams: ConnectorStandIn;
  let bot: BotProcess;
  const env = () => ({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'debug' });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stopped-'));
    teams = await startConnectorStandIn();
    teams.setRoster('19:team-rph', [{ id: '29:kari', aadObjectId: 'kari', name: 'Kari Medlem' }]);
    teams.setRoster('19:team-fact-ung', []);
    bot = await startBot(env());
  });
  after(async () => {
    await bot.end('SIGKILL');
    await teams.close();
    rmSync(folder, { recursive: true });
  });

  let number = 0;
  const say = (text: string, changes: Record<string, unknown> = {}) =>
    bot.post(messageIn(teams.url, { id: `m${++number}`, text, changes }));
  const press = (verb: string, data: object) => bot.post(pressIn(teams.url, { id: `f:${++number}`, verb, data: { bank: 'rph', ...data } }));
  const inChat = { conversation: { id: 'a:kari', conversationType: 'personal' }, channelData: { tenant: { id: 'tenant' } } };

  it('is nowhere: not in the store, not in the log, not in a backup, not in what is sent', async () => {
    const answers: unknown[] = [];
    for (const text of [TEXT, ACUTE]) {
      answers.push(
        await say(text),
        await say(text, inChat),
        await say(text, { type: 'messageUpdate', channelData: { team: { id: '19:team-rph' }, eventType: 'editMessage' } }),
        await say('', { attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }] }),
        await press('handbook.notHelpful', { entry: 'R12', reason: text }),
        await press('handbook.notHelpful', { entry: 'R12', reason: text, guard: 'notPatient' }),
        await press('handbook.notHelpful', { entry: 'R12', reason: text, guard: 'remove' }),
        await press('handbook.narrow', { choice: 'helseforetak', question: `Hva gjør HF? ${text}` }),
        await press('guard.ask', { question: text }),
        await press('guard.ask', { question: text, guard: 'remove' }),
      );
    }
    assert.ok(JSON.stringify(answers).includes('Jeg stoppet meldingen') && JSON.stringify(answers).includes('113'));
    const backup = join(folder, 'backup.jsonl');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'backup', backup], {
      encoding: 'utf8',
      env: { ...process.env, ...env() },
    });
    assert.equal(status, 0, stderr);
    const files = readdirSync(join(folder, 'data')).map((name) => readFileSync(join(folder, 'data', name)));
    const kept = [...files, readFileSync(backup)].map((bytes) => bytes.toString('utf8')).join();
    assert.ok(kept.includes('guarded') && bot.output().includes('patient-data') && teams.sent().length >= 6);
    const everywhere = { kept, logged: bot.output(), sent: JSON.stringify(teams.sent()), answered: JSON.stringify(answers) };
    for (const [where, text] of Object.entries(everywhere)) for (const told of TOLD) assert.ok(!text.includes(told), `${told} is ${where}`);
  });

  it('in a channel not a word of it is shown', () => {
    const shown = teams.sent().filter(({ conversationId }) => conversationId.startsWith('19:'));
    assert.ok(shown.length >= 2);
    assert.doesNotMatch(JSON.stringify(shown), /bipolar|Hva nå/);
  });
});
