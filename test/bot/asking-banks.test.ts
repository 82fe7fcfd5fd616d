import assert from 'node:assert/strict';
import { z } from 'zod';
import { createBot } from '../../src/bot/index.ts';
import { defineAction, type Feature, type Turn, type Who } from '../../src/core/features.ts';
import { silentLog } from '../../src/core/log.ts';
import type { Reply } from '../../src/core/reply.ts';
import { guardFrom } from '../../src/guard-rules.ts';
import { inTeam, openHouse, pressed, said, type TestHouse, textsOf } from '../support/house.ts';

/** Says where it runs, and among which banks the form would let choose. */
async function tell({ bank, banks }: Turn): Promise<Reply> {
  return { kind: 'say', text: `i ${bank.id} av ${banks.join(' og ')}` };
}

function commandFor(name: string, who: Who, asksBanks: boolean): Feature['commands'][number] {
  const words = { nb: [name], nn: [name], en: [name] };
  return { name: `test.${name}`, words, takesText: true, who, asksBanks, help: { nb: name, nn: name, en: name }, run: tell };
}

const FEATURE: Feature = {
  name: 'test',
  commands: [commandFor('dugnad', 'member', true), commandFor('redaktørmøte', ['editor'], true), commandFor('kafferast', 'member', false)],
  actions: [
    defineAction({ verb: 'test.create', who: ['editor'], asksBanks: true, data: z.object({}), freeText: [], run: tell }),
    defineAction({ verb: 'test.list', who: 'member', data: z.object({}), freeText: [], run: tell }),
  ],
  queries: [],
  jobs: [],
};

describe('a form that asks for banks', () => {
  let test: TestHouse;
  before(async () => {
    test = await openHouse({ env: { ADMINS: 'ada' } });
  });
  after(() => test.close());

  /** The bot with one more feature, over the same store. */
  function botWith(features: readonly Feature[]) {
    const { house, storage, connector, roster } = test;
    const { clock, content, delivery, config } = house;
    return createBot({
      ...{ storage, clock, connector, roster, delivery, features, log: silentLog() },
      lobby: {
        choose: () => ({ kind: 'say', text: 'hvilken bank?' }),
        unbound: async () => ({ kind: 'say', text: 'ingen bank' }),
        stranger: () => ({ kind: 'say', text: 'ukjent' }),
      },
      guard: guardFrom(content),
      acute: content.acute(),
      ...{ admins: config.admins, local: config.local, open: false },
    });
  }
  const give = (person: string, bank: string, role: string) =>
    test.handle(pressed('ada', { verb: 'admin.roles', data: { bank, person, role, give: 'true' } }, { place: inTeam('19:team-rph') }));
  const answer = async (incoming: Parameters<TestHouse['handle']>[0]) => {
    const { reply } = await botWith([...test.house.features, FEATURE]).handle(incoming);
    return textsOf(reply);
  };
  afterEach(() => test.reset());

  it('never asks for the bank first: it runs in the first one, and knows them all', async () => {
    assert.equal(await answer(said('berit', 'dugnad')), 'i fact-ung av fact-ung og rph');
    assert.equal(await answer(said('berit', 'dugnad om bolig')), 'i fact-ung av fact-ung og rph', 'with text after it too');
  });

  it('all else asks', async () => {
    assert.equal(await answer(said('berit', 'kafferast')), 'hvilken bank?');
    assert.equal(await answer(said('berit', 'Hva er en AUS?')), 'hvilken bank?');
    assert.equal(await answer(pressed('berit', { verb: 'test.list' })), 'hvilken bank?');
  });

  it('runs where the person may', async () => {
    await give('berit', 'rph', 'editor');
    assert.equal(await answer(said('berit', 'redaktørmøte')), 'i rph av fact-ung og rph');
    assert.equal(await answer(said('berit', 'redaktørmøte i mars')), 'i rph av fact-ung og rph');
    assert.equal(await answer(pressed('berit', { verb: 'test.create' })), 'i rph av fact-ung og rph');
  });

  it('refuses who may nowhere', async () => {
    assert.match(await answer(said('berit', 'redaktørmøte')), /^Bare den som har rollen/);
    assert.match(await answer(pressed('berit', { verb: 'test.create' })), /^Bare den som har rollen/);
  });

  it('runs in the bank that was chosen, named, or is the room’s', async () => {
    await test.handle(pressed('berit', { verb: 'admin.chooseBank', data: { bank: 'rph' } }));
    assert.equal(await answer(said('berit', 'dugnad')), 'i rph av fact-ung og rph');
    assert.equal(await answer(said('berit', 'dugnad', { place: inTeam('19:team-fact-ung') })), 'i fact-ung av fact-ung');
    await give('berit', 'rph', 'editor');
    assert.equal(await answer(pressed('berit', { verb: 'test.create', data: { bank: 'rph' } })), 'i rph av rph');
    assert.equal(await answer(said('sara', 'dugnad')), 'ukjent');
  });

  it('delivered again after a bank was chosen, it is answered as it was', async () => {
    const message = said('berit', 'dugnad');
    await answer(message);
    await test.handle(pressed('berit', { verb: 'admin.chooseBank', data: { bank: 'rph' } }));
    const before = test.connector.sent.length;
    await answer(message);
    assert.equal(test.connector.sent.length, before);
  });

  it('delivered again after a role was given, it is answered as it was', async () => {
    await give('berit', 'fact-ung', 'editor');
    await give('berit', 'rph', 'editor');
    const message = said('berit', 'redaktørmøte');
    assert.equal(await answer(message), 'i fact-ung av fact-ung og rph');
    await test.handle(
      pressed(
        'ada',
        { verb: 'admin.roles', data: { bank: 'fact-ung', person: 'berit', role: 'editor', give: 'false' } },
        { place: inTeam('19:team-fact-ung') },
      ),
    );
    const before = test.connector.sent.length;
    await answer(message);
    assert.equal(test.connector.sent.length, before);
  });
});
