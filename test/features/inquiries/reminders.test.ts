import assert from 'node:assert/strict';
import { OUTBOX } from '../../../src/core/outbox.ts';
import { inChat, recordsOfKind } from '../../support/house.ts';
import { newThread, office } from './office.ts';

describe('inquiries: reminders', () => {
  const at = office();
  let seen = 0;
  let numbers: string[] = [];

  /** What the centre was told since the last look, `what → whom`. */
  const told = async () => {
    const all = await at.now.notices();
    const fresh = all.slice(seen).map(({ what, to }) => `${what} → ${to || 'nobody'}`);
    seen = all.length;
    return fresh.sort();
  };
  const follow = async (steps: readonly (readonly [moment: string, expected: readonly string[]])[]) => {
    for (const [moment, expected] of steps) {
      await at.now.at(moment);
      assert.deepEqual(await told(), [...expected].sort(), moment);
    }
  };
  const asks = async (...given: Parameters<typeof at.now.asks>) => {
    const number = await at.now.asks(...given);
    numbers.push(number);
    return number;
  };
  const press = (who: string, verb: string, data: Record<string, string>) => at.now.presses(who, `inquiries.${verb}`, data);
  /** One time goes through all of these: what one asked is withdrawn before the next. */
  afterEach(async () => {
    for (const inquiry of numbers) await press('kari', 'withdraw', { inquiry });
    numbers = [];
    await told();
  });

  it('who stays silent is reminded, then the deputy, then the coordinator, once each, for the first word and for the answer', async () => {
    const number = await asks({ topic: 'opplæring' });
    await at.now.deliver();
    await follow([
      ['2026-03-03T07:59', []],
      ['2026-03-03T08:01', ['remindFirst → siri']],
      ['2026-03-03T15:31', []],
      ['2026-03-04T08:01', ['lateFirst → tor']],
      ['2026-03-05T08:01', ['coordinateFirst → kaja', 'remindAnswer → siri']],
      ['2026-03-06T08:01', ['lateAnswer → tor']],
      ['2026-03-09T08:01', ['coordinateAnswer → kaja']],
      ['2026-03-23T08:01', []],
    ]);
    const { conversationId } = await at.now.posting(`inquiry:${number}`);
    for (const notice of await at.now.notices()) assert.equal(notice.at, conversationId, 'in the thread of its card');
    assert.match((await at.now.standing(`inquiry:${number}`)).text, /Over fristen/i);
  });
  it('who takes it is reminded of the answer alone, who answers of nothing', async () => {
    const taken = await asks({ topic: 'opplæring' });
    const answered = await at.now.asks({ topic: 'opplæring' });
    await press('siri', 'take', { inquiry: taken });
    await press('siri', 'answer', { inquiry: answered, answer: 'Slik.' });
    await follow([
      ['2026-03-26T07:59', []],
      ['2026-03-26T08:01', ['remindAnswer → siri']],
    ]);
  });
  it('over Easter nobody is called upon before Tuesday morning; the coordinator is the region’s', async () => {
    await at.now.at('2026-04-01T09:00');
    await asks({ topic: 'opplæring', region: 'vest' });
    await follow([
      ['2026-04-07T07:59', []],
      ['2026-04-07T08:01', ['remindFirst → roar']],
      ['2026-04-08T08:01', ['lateFirst → siri']],
      ['2026-04-09T08:01', ['coordinateFirst → vidar', 'remindAnswer → roar']],
    ]);
  });
  it('what is urgent goes by hours', async () => {
    await at.now.at('2026-04-13T09:00');
    const number = await asks({ topic: 'opplæring', urgent: 'true' });
    await follow([
      ['2026-04-13T09:59', []],
      ['2026-04-13T10:01', ['remindFirst → siri']],
      ['2026-04-13T10:59', []],
      ['2026-04-13T11:01', ['lateFirst → tor']],
      ['2026-04-13T12:59', []],
      ['2026-04-13T13:01', ['coordinateFirst → kaja']],
      ['2026-04-14T08:01', ['remindAnswer → siri']],
      ['2026-04-15T08:01', ['lateAnswer → tor']],
      ['2026-04-15T10:01', ['coordinateAnswer → kaja']],
    ]);
    assert.match((await at.now.standing(`inquiry:${number}`)).text, /Over fristen/i);
  });
  it('who is away has it still; who stands in for them is called upon', async () => {
    await at.now.at('2026-04-20T09:00');
    const number = await asks({ topic: 'opplæring' });
    await press('siri', 'take', { inquiry: number });
    await press('siri', 'away', { from: '2026-04-22', to: '2026-04-30', deputy: 'roar' });
    await follow([
      ['2026-04-23T08:01', ['remindAnswer → roar']],
      ['2026-04-24T08:01', ['lateAnswer → roar']],
      ['2026-04-27T08:01', ['coordinateAnswer → kaja']],
    ]);
    assert.equal((await at.now.inquiry(number)).adviser, 'siri');
  });
  it('where no deputy is there, the coordinator at once, and once', async () => {
    await at.now.at('2026-05-04T09:00');
    await asks({ topic: 'rus' });
    await follow([
      ['2026-05-05T08:01', ['remindFirst → tor']],
      ['2026-05-06T08:01', ['coordinateFirst → kaja']],
      ['2026-05-07T08:01', ['remindAnswer → tor']],
      ['2026-05-08T08:01', ['coordinateAnswer → kaja']],
      ['2026-05-29T08:01', []],
    ]);
  });
  it('in a bank without a channel for advisers, the person themselves', async () => {
    await at.now.at('2026-06-01T09:00');
    await at.now.asks({ bank: 'fact-ung' }, { who: 'ola', place: inChat('ola') });
    await at.now.at('2026-06-02T08:01');
    assert.deepEqual(await at.now.notices('fact-ung'), [{ what: 'remindFirst', to: 'frida', at: 'frida' }]);
  });
  it('after a time without the bot the last step alone is taken', async () => {
    await asks({ topic: 'opplæring' });
    at.now.house.domainClock?.moveTo(Date.parse('2026-06-12T12:00:00+02:00'));
    await follow([['2026-06-12T12:01', ['coordinateAnswer → kaja', 'coordinateFirst → kaja']]]);
  });

  describe('of a question back', () => {
    const reminders = async () =>
      (await recordsOfKind(at.now.storage, 'outbox'))
        .map(({ body }) => OUTBOX.schema.parse(body))
        .filter(({ key }) => key.includes(':askerReminded:'));

    it('the asker where they asked, then the adviser, once each', async () => {
      await at.now.at('2026-06-15T09:00');
      const place = newThread();
      const number = await asks({}, { place });
      await press('siri', 'askBack', { inquiry: number, text: 'Hvor mange er dere?' });
      await at.now.at('2026-06-18T07:59');
      assert.equal((await reminders()).length, 0);
      await at.now.at('2026-06-18T08:01');
      const [reminder] = await reminders();
      assert.deepEqual(reminder?.recipient, { to: 'conversation', conversationId: place.conversationId });
      const text = `RPH Ressursbank: Rådgiveren venter på svar på spørsmålet om ${number}. Svar i kortet over.`;
      assert.deepEqual(reminder?.content, { type: 'text', text });
      await follow([
        ['2026-06-23T07:59', []],
        ['2026-06-23T08:01', ['silentAsker → siri']],
        ['2026-07-14T08:01', []],
      ]);
      assert.equal((await reminders()).length, 1);
    });
    it('once it is replied to, the adviser has a working day again', async () => {
      await at.now.at('2026-08-17T09:00');
      const number = await asks({ topic: 'opplæring' });
      await press('siri', 'askBack', { inquiry: number, text: 'Hvor mange er dere?' });
      await at.now.at('2026-08-19T14:00');
      await press('kari', 'add', { inquiry: number, text: 'Ni.' });
      assert.deepEqual(await told(), ['replied → siri']);
      await follow([
        ['2026-08-20T07:59', []],
        ['2026-08-20T08:01', ['remindAnswer → siri']],
        ['2026-08-21T08:01', ['lateAnswer → tor']],
      ]);
      assert.equal((await reminders()).length, 1);
    });
  });
});

describe('inquiries: what is done in the morning', () => {
  const at = office();

  it('what is answered is closed after ten working days, unless it was opened again', async () => {
    const done = await at.now.asks();
    const reopened = await at.now.asks();
    for (const inquiry of [done, reopened]) await at.now.presses('siri', 'inquiries.answer', { inquiry, answer: 'Slik.' });
    await at.now.presses('kari', 'inquiries.reopen', { inquiry: reopened, text: 'Nei.' });
    await at.now.at('2026-03-17T07:59');
    assert.equal((await at.now.inquiry(done)).state, 'answered');
    await at.now.at('2026-03-17T08:01');
    assert.equal((await at.now.inquiry(done)).state, 'closed');
    assert.equal((await at.now.inquiry(reopened)).state, 'taken');
    const buttons = (await at.now.standing(`inquiry:${done}:answer:1:1`)).buttons.map(({ verb }) => verb);
    assert.ok(buttons.includes('inquiries.reopen') && buttons.includes('inquiries.rate'), 'it may still be rated and opened');
  });
  it('who is away: what they have not taken goes on, what they have taken stays theirs', async () => {
    const before = (await at.now.notices()).length;
    await at.now.at('2026-03-30T09:00');
    const fresh = await at.now.asks({ topic: 'opplæring' });
    const taken = await at.now.asks({ topic: 'opplæring' });
    await at.now.presses('siri', 'inquiries.take', { inquiry: taken });
    await at.now.presses('siri', 'inquiries.away', { from: '2026-03-31', to: '2026-04-01' }, inChat('siri'));
    await at.now.at('2026-03-31T08:01');
    assert.deepEqual([(await at.now.inquiry(fresh)).adviser, (await at.now.inquiry(taken)).adviser], ['tor', 'siri']);
    const told = (await at.now.notices()).slice(before).filter(({ what }) => what === 'handedOver');
    assert.deepEqual(
      told.map(({ to }) => to),
      ['tor'],
    );
  });
  it('more than go into one commit go on all the same', async () => {
    await at.now.at('2026-04-13T09:00');
    const numbers: string[] = [];
    for (let count = 0; count < 12; count++) numbers.push(await at.now.asks({ topic: 'rus' }));
    await at.now.presses('tor', 'inquiries.away', { from: '2026-04-14', to: '2026-04-17', deputy: 'roar' }, inChat('tor'));
    await at.now.at('2026-04-14T08:01');
    for (const number of numbers) assert.equal((await at.now.inquiry(number)).adviser, 'roar');
  });
  it('who has lost the role: everything that is open goes to the next, who is told', async () => {
    await at.now.at('2026-04-20T09:00');
    const fresh = await at.now.asks({ topic: 'opplæring', region: 'vest' });
    const taken = await at.now.asks({ topic: 'opplæring', region: 'vest' });
    const other = await at.now.asks();
    await at.now.presses('roar', 'inquiries.take', { inquiry: taken });
    await at.now.presses('ada', 'admin.roles', { person: 'roar', role: 'adviser', region: 'vest', give: 'false' });
    const before = (await at.now.notices()).length;
    await at.now.at('2026-04-21T07:59');
    assert.equal((await at.now.inquiry(taken)).adviser, 'roar');
    await at.now.at('2026-04-21T08:02');
    for (const number of [fresh, taken]) {
      const { adviser, state, events } = await at.now.inquiry(number);
      assert.deepEqual([adviser, state, events.at(-1)?.what], ['siri', 'new', 'handedOver']);
    }
    assert.equal((await at.now.inquiry(other)).adviser, 'siri');
    const told = (await at.now.notices()).slice(before);
    assert.ok(told.filter(({ what, to }) => what === 'handedOver' && to === 'siri').length >= 2);
    const { text } = await at.now.presses('roar', 'inquiries.answer', { inquiry: taken, answer: 'Slik.' });
    assert.match(text, /Bare den som har rollen/);
  });
});
