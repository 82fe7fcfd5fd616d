import assert from 'node:assert/strict';
import { inChat, inTeam } from '../../support/house.ts';
import { office } from './office.ts';

/** The channel of the advisers, where nobody else reads along. */
const ROOM = { ...inTeam('19:team-rph'), channelId: '19:rph-radgivere', conversationId: '19:rph-radgivere;messageid=1' };
const SIRI = inChat('siri');

describe('inquiries: the desk', () => {
  const at = office();
  const numbers = { mine: '', free: '', urgent: '', answered: '', withdrawn: '' };
  const itemsOf = (data: Readonly<Record<string, unknown>>) => (data.items as { inquiry: string }[]).map(({ inquiry }) => inquiry);
  const listed = async (filter: string, who = 'siri') =>
    itemsOf((await at.now.presses(who, 'inquiries.desk', { filter }, inChat(who))).data);
  before(async () => {
    numbers.mine = await at.now.asks({ question: 'Kan dere hjelpe oss med turnusen?', topic: 'opplæring' });
    numbers.free = await at.now.asks({ topic: 'opplæring', region: 'vest' });
    numbers.answered = await at.now.asks({ question: 'Hvor finner vi skjemaet for oppmøte?' });
    numbers.withdrawn = await at.now.asks();
    numbers.urgent = await at.now.asks({ topic: 'opplæring', urgent: 'true' });
    await at.now.presses('siri', 'inquiries.take', { inquiry: numbers.mine });
    await at.now.presses('siri', 'inquiries.answer', { inquiry: numbers.answered, answer: 'På nettsidene.' });
    await at.now.presses('kari', 'inquiries.withdraw', { inquiry: numbers.withdrawn });
  });

  it('«status» shows what is theirs, what is urgent first', async () => {
    const { card, data, text } = await at.now.says('siri', 'status', { place: SIRI });
    assert.equal(card, 'inquiries-desk');
    assert.deepEqual(itemsOf(data), [numbers.urgent, numbers.mine]);
    assert.deepEqual(data.counts, { mine: 2, unassigned: 2, overdue: 0, open: 3 });
    assert.match(text, /turnusen/);
  });
  it('filters', async () => {
    assert.deepEqual(await listed('mine', 'roar'), [numbers.free]);
    assert.deepEqual(await listed('unassigned'), [numbers.urgent, numbers.free]);
    assert.deepEqual(await listed('open'), [numbers.urgent, numbers.mine, numbers.free]);
    assert.deepEqual(await listed('answered'), [numbers.answered]);
    assert.deepEqual(await listed('overdue'), []);
  });
  it('in the advisers’ channel, and not where others read along', async () => {
    assert.equal((await at.now.says('siri', 'status', { place: ROOM })).card, 'inquiries-desk');
    for (const text of ['status', 'tall', 'loggfør', 'fravær']) {
      const refused = await at.now.says('siri', text);
      assert.match(refused.text, /Her kan alle se det/, text);
      assert.ok(!refused.json.includes('turnus'));
    }
  });
  it('a press is answered to the presser alone, so it may be anywhere', async () => {
    assert.equal((await at.now.presses('siri', 'inquiries.desk', {})).card, 'inquiries-desk');
  });
  it('is for advisers and coordinators', async () => {
    for (const who of ['kari', 'eli', 'frida']) {
      assert.match((await at.now.presses(who, 'inquiries.desk', {})).text, /Bare den som har rollen/);
      assert.match((await at.now.presses(who, 'inquiries.find', { text: 'turnus' })).text, /Bare den som har rollen/);
    }
    assert.equal((await at.now.presses('kaja', 'inquiries.desk', {})).card, 'inquiries-desk');
  });
  for (const text of ['RPH-26-0001', 'rph-26-1', '26-0001', '1', ' 0001 ']) {
    it(`«${text}» finds the inquiry itself`, async () => {
      const { card, data } = await at.now.presses('siri', 'inquiries.find', { text });
      assert.deepEqual([card, data.inquiry], ['inquiries-case', numbers.mine]);
    });
  }
  it('words find what has them; a name finds nobody', async () => {
    const found = async (text: string) => itemsOf((await at.now.presses('siri', 'inquiries.find', { text })).data);
    assert.deepEqual(await found('turnus'), [numbers.mine]);
    assert.deepEqual(await found('nettsidene'), [numbers.answered]);
    assert.deepEqual(await found('Kari Medlem'), []);
  });
  it('ten on a page', async () => {
    for (let count = 0; count < 9; count++) await at.now.asks();
    const first = (await at.now.presses('siri', 'inquiries.desk', { filter: 'open' })).data;
    const last = (await at.now.presses('siri', 'inquiries.desk', { filter: 'open', page: '99' })).data;
    assert.deepEqual([itemsOf(first).length, first.page, first.pages], [10, 1, 2]);
    assert.deepEqual([itemsOf(last).length, last.page], [2, 2]);
  });
  it('what is put in is closed, counted and nobody’s to answer', async () => {
    const inputs = {
      question: 'Ringte om plass i veiledningsgruppe',
      topic: 'veiledning',
      region: 'vest',
      channel: 'phone',
      minutes: '15',
    };
    const { card, data } = await at.now.presses('siri', 'inquiries.log', inputs, SIRI);
    assert.equal(card, 'inquiries-log');
    const inquiry = await at.now.inquiry(String(data.done));
    const { kind, state, channel, minutes, asker, adviser } = inquiry;
    assert.deepEqual([kind, state, channel, minutes, asker, adviser], ['logged', 'closed', 'phone', 15, '', 'siri']);
    await assert.rejects(at.now.posting(`inquiry:${inquiry.number}`), 'no card for it');
    assert.match(
      (await at.now.presses('siri', 'inquiries.answer', { inquiry: inquiry.number, answer: 'x' })).text,
      /loggført av en rådgiver, så det er ingen å svare/,
    );
  });
  it('without a question the form, with minutes that are none it is broken', async () => {
    assert.equal((await at.now.says('siri', 'loggfør', { place: SIRI })).card, 'inquiries-log');
    assert.match((await at.now.presses('siri', 'inquiries.log', { question: 'x', minutes: 'lenge' })).text, /Kortet mangler noe/);
  });
  it('«tall»: this half-year', async () => {
    const { card, data } = await at.now.says('siri', 'tall', { place: SIRI });
    assert.deepEqual([card, data.period], ['inquiries-figures', '2026-1']);
  });
  it('what is late is under its filter', async () => {
    await at.now.at('2026-03-02T11:01');
    assert.deepEqual(await listed('overdue'), [numbers.urgent]);
  });
});
