import assert from 'node:assert/strict';
import { OUTBOX } from '../../../src/core/outbox.ts';
import { inChat, recordsOfKind } from '../../support/house.ts';
import { newThread, type Office, office } from './office.ts';

/** What the centre was told since the last look, `what → whom`. */
function watching(of: () => Office) {
  let seen = 0;
  return async (bank?: string): Promise<string[]> => {
    const all = await of().notices(bank);
    const fresh = all.slice(seen).map(({ what, to }) => `${what} → ${to || 'nobody'}`);
    seen = all.length;
    return fresh;
  };
}

type Step = readonly [at: string, told: readonly string[]];
async function follow(now: Office, told: (bank?: string) => Promise<string[]>, steps: readonly Step[]): Promise<void> {
  for (const [at, expected] of steps) {
    await now.at(at);
    assert.deepEqual((await told()).sort(), [...expected].sort(), at);
  }
}

describe('inquiries: reminders', () => {
  describe('an adviser who stays silent', () => {
    const at = office();
    it('is reminded, then the deputy, then the coordinator, once each, for the first word and for the answer', async () => {
      const told = watching(() => at.now);
      const number = await at.now.asks({ topic: 'opplæring' });
      await at.now.deliver();
      await follow(at.now, told, [
        ['2026-03-03T07:59', []],
        ['2026-03-03T08:01', ['remindFirst → siri']],
        ['2026-03-03T15:31', []],
        ['2026-03-04T08:01', ['lateFirst → tor']],
        ['2026-03-05T08:01', ['coordinate → kaja', 'remindAnswer → siri']],
        ['2026-03-06T08:01', ['lateAnswer → tor']],
        ['2026-03-09T08:01', ['coordinate → kaja']],
        ['2026-04-30T08:01', []],
      ]);
      const { conversationId } = await at.now.posting(`inquiry:${number}`);
      for (const notice of await at.now.notices()) assert.equal(notice.at, conversationId, 'in the thread of its card');
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /Over fristen/i);
    });
  });

  describe('in time', () => {
    const at = office();
    it('who takes it is reminded of the answer alone, who answers of nothing', async () => {
      const told = watching(() => at.now);
      const taken = await at.now.asks({ topic: 'opplæring' });
      const answered = await at.now.asks({ topic: 'opplæring' });
      await at.now.presses('siri', 'inquiries.take', { inquiry: taken });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: answered, answer: 'Slik.' });
      await follow(at.now, told, [
        ['2026-03-05T07:59', []],
        ['2026-03-05T08:01', ['remindAnswer → siri']],
      ]);
    });
  });

  describe('over Easter', () => {
    const at = office({ now: '2026-04-01T09:00:00+02:00' });
    it('nobody is called upon before Tuesday morning', async () => {
      const told = watching(() => at.now);
      await at.now.asks({ topic: 'opplæring', region: 'vest' });
      await follow(at.now, told, [
        ['2026-04-07T07:59', []],
        ['2026-04-07T08:01', ['remindFirst → roar']],
        ['2026-04-08T08:01', ['lateFirst → siri']],
        ['2026-04-09T08:01', ['coordinate → vidar', 'remindAnswer → roar']],
      ]);
    });
  });

  describe('what is urgent', () => {
    const at = office();
    it('goes by hours, and the card shows when it is late', async () => {
      const told = watching(() => at.now);
      const number = await at.now.asks({ topic: 'opplæring', urgent: 'true' });
      await at.now.deliver();
      await follow(at.now, told, [
        ['2026-03-02T09:59', []],
        ['2026-03-02T10:01', ['remindFirst → siri']],
        ['2026-03-02T10:59', []],
        ['2026-03-02T11:01', ['lateFirst → tor']],
        ['2026-03-02T12:59', []],
        ['2026-03-02T13:01', ['coordinate → kaja']],
        ['2026-03-03T08:01', ['remindAnswer → siri']],
        ['2026-03-04T08:01', ['lateAnswer → tor']],
        ['2026-03-04T10:01', ['coordinate → kaja']],
      ]);
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /Over fristen/i);
    });
  });

  describe('who is away', () => {
    const at = office();
    it('while they have it, who stands in for them is called upon', async () => {
      const told = watching(() => at.now);
      const number = await at.now.asks({ topic: 'opplæring' });
      await at.now.presses('siri', 'inquiries.take', { inquiry: number });
      await at.now.presses('siri', 'inquiries.away', { from: '2026-03-04', to: '2026-03-13', deputy: 'roar' }, inChat('siri'));
      await follow(at.now, told, [
        ['2026-03-05T08:01', ['remindAnswer → roar']],
        ['2026-03-06T08:01', ['lateAnswer → roar']],
        ['2026-03-09T08:01', ['coordinate → kaja']],
      ]);
      assert.equal((await at.now.inquiry(number)).adviser, 'siri');
    });
  });

  describe('no deputy who is there', () => {
    const at = office();
    it('the coordinator at once, and once', async () => {
      const told = watching(() => at.now);
      await at.now.asks({ topic: 'rus' });
      await follow(at.now, told, [
        ['2026-03-03T08:01', ['remindFirst → tor']],
        ['2026-03-04T08:01', ['coordinate → kaja']],
        ['2026-03-05T08:01', ['remindAnswer → tor']],
        ['2026-03-06T08:01', ['coordinate → kaja']],
        ['2026-03-20T08:01', []],
      ]);
    });
    it('in a bank without a channel for advisers, to the person themselves', async () => {
      await at.now.asks({ bank: 'fact-ung' }, { who: 'ola', place: inChat('ola') });
      await at.now.at('2026-03-23T08:01');
      assert.deepEqual(await at.now.notices('fact-ung'), [{ what: 'remindFirst', to: 'frida', at: 'frida' }]);
    });
  });

  describe('after a time without us', () => {
    const at = office();
    it('the last step alone is taken', async () => {
      const told = watching(() => at.now);
      await at.now.asks({ topic: 'opplæring' });
      at.now.house.domainClock?.moveTo(Date.parse('2026-03-12T12:00:00+01:00'));
      await at.now.at('2026-03-12T12:01');
      assert.deepEqual(await told(), ['coordinate → kaja', 'coordinate → kaja']);
    });
  });

  describe('a question back', () => {
    const at = office();
    const reminders = async () =>
      (await recordsOfKind(at.now.storage, 'outbox'))
        .map(({ body }) => OUTBOX.schema.parse(body))
        .filter(({ key }) => key.includes(':askerReminded:'));
    it('the asker is reminded where they asked, then the adviser is told that nothing comes, once each', async () => {
      const told = watching(() => at.now);
      const place = newThread();
      const number = await at.now.asks({}, { place });
      await at.now.presses('siri', 'inquiries.askBack', { inquiry: number, text: 'Hvor mange er dere?' });
      await at.now.at('2026-03-05T07:59');
      assert.equal((await reminders()).length, 0);
      await at.now.at('2026-03-05T08:01');
      const [reminder] = await reminders();
      assert.deepEqual(reminder?.recipient, { to: 'conversation', conversationId: place.conversationId });
      assert.deepEqual(reminder?.content, {
        type: 'text',
        text: `RPH Ressursbank: Rådgiveren venter på svar på spørsmålet om ${number}. Svar i kortet over.`,
      });
      await follow(at.now, told, [
        ['2026-03-10T07:59', []],
        ['2026-03-10T08:01', ['silentAsker → siri']],
        ['2026-03-31T08:01', []],
      ]);
      assert.equal((await reminders()).length, 1);
    });
    it('once it is replied to, the adviser has a working day again', async () => {
      const told = watching(() => at.now);
      await told();
      await at.now.at('2026-04-13T09:00');
      const number = await at.now.asks({ topic: 'opplæring' });
      await at.now.presses('siri', 'inquiries.askBack', { inquiry: number, text: 'Hvor mange er dere?' });
      await at.now.at('2026-04-15T14:00');
      await at.now.presses('kari', 'inquiries.add', { inquiry: number, text: 'Ni.' });
      assert.deepEqual(await told(), ['replied → siri']);
      await follow(at.now, told, [
        ['2026-04-16T07:59', []],
        ['2026-04-16T08:01', ['remindAnswer → siri']],
        ['2026-04-17T08:01', ['lateAnswer → tor']],
      ]);
      assert.equal((await reminders()).length, 1);
    });
  });
});

describe('inquiries: closing what is answered', () => {
  const at = office();
  it('after ten working days, unless it was opened again', async () => {
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
});

describe('inquiries: the hand-over in the morning', () => {
  describe('of who loses the role', () => {
    const at = office();
    it('everything that is open goes to the next, who is told', async () => {
      const told = watching(() => at.now);
      const fresh = await at.now.asks({ topic: 'opplæring', region: 'vest' });
      const taken = await at.now.asks({ topic: 'opplæring', region: 'vest' });
      const other = await at.now.asks();
      await at.now.presses('roar', 'inquiries.take', { inquiry: taken });
      await at.now.presses('ada', 'admin.roles', { person: 'roar', role: 'adviser', region: 'vest', give: 'false' });
      await at.now.at('2026-03-03T07:59');
      assert.equal((await at.now.inquiry(taken)).adviser, 'roar');
      await at.now.at('2026-03-03T08:01');
      for (const number of [fresh, taken]) {
        const { adviser, state, events } = await at.now.inquiry(number);
        assert.deepEqual([adviser, state, events.at(-1)?.what], ['siri', 'new', 'handedOver']);
      }
      assert.equal((await at.now.inquiry(other)).adviser, 'siri');
      assert.equal((await told()).filter((each) => each === 'handedOver → siri').length, 2);
      assert.match((await at.now.presses('roar', 'inquiries.answer', { inquiry: taken, answer: 'Slik.' })).text, /Bare den som har rollen/);
    });
  });
  describe('of who is away', () => {
    const at = office();
    it('what nobody has taken goes on, what they have taken stays theirs', async () => {
      const fresh = await at.now.asks({ topic: 'opplæring' });
      const taken = await at.now.asks({ topic: 'opplæring' });
      await at.now.presses('siri', 'inquiries.take', { inquiry: taken });
      await at.now.presses('siri', 'inquiries.away', { from: '2026-03-03', to: '2026-03-13' }, inChat('siri'));
      await at.now.at('2026-03-03T08:01');
      assert.deepEqual([(await at.now.inquiry(fresh)).adviser, (await at.now.inquiry(taken)).adviser], ['tor', 'siri']);
      assert.deepEqual(
        (await at.now.notices()).filter(({ what }) => what === 'handedOver').map(({ to }) => to),
        ['tor'],
      );
    });
    it('more than go into one commit go on all the same', async () => {
      await at.now.at('2026-03-16T09:00');
      const numbers: string[] = [];
      for (let count = 0; count < 12; count++) numbers.push(await at.now.asks({ topic: 'rus' }));
      await at.now.presses('tor', 'inquiries.away', { from: '2026-03-17', to: '2026-03-20', deputy: 'roar' }, inChat('tor'));
      await at.now.at('2026-03-17T08:01');
      for (const number of numbers) assert.equal((await at.now.inquiry(number)).adviser, 'roar');
    });
  });
});
