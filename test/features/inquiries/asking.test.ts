import assert from 'node:assert/strict';
import { inChat, pressed, recordsOfKind } from '../../support/house.ts';
import { newThread, office } from './office.ts';

const QUESTION = 'Hvordan får vi plass i en veiledningsgruppe til høsten?';
/** Nothing that the handbook says anything about. */
const UNKNOWN = 'Hvilken farge skal vi male møterommet i?';

describe('inquiries: asking', () => {
  const at = office();

  describe('sending', () => {
    let chats = 0;
    const newChat = (who: string) => inChat(who, `-${++chats}`);

    for (const place of ['thread', 'chat'] as const) {
      it(`«spør rådgiver» in a ${place}: the form with the question and a topic that it suggests`, async () => {
        const where = place === 'thread' ? newThread() : newChat('kari');
        const { card, data, json, buttons, text } = await at.now.says('kari', `spør rådgiver ${QUESTION}`, { place: where });
        assert.equal(card, 'inquiries-form');
        assert.ok(json.includes(QUESTION), 'the question came along');
        assert.equal((data.chosen as { topic: string }).topic, 'veiledning');
        assert.deepEqual(
          buttons.map(({ verb }) => verb),
          ['inquiries.send'],
        );
        assert.match(text, place === 'thread' ? /Alle i tråden|i tråden/i : /chat/i);
      });
    }
    it('«spør rådgiver» alone: an empty form', async () => {
      const { card, data } = await at.now.says('kari', 'spør rådgiver');
      assert.deepEqual([card, (data.chosen as { topic: null }).topic, data.suggested], ['inquiries-form', null, false]);
    });
    it('from an answer that did not help: the question that was typed and the answer come along', async () => {
      const place = newThread();
      const answer = await at.now.says('kari', 'Må vi ha psykolog i teamet?', { place });
      const button = answer.buttons.find(({ verb }) => verb === 'inquiries.compose');
      assert.ok(button);
      const form = await at.now.presses('kari', button.verb, button.data, place);
      assert.equal(form.card, 'inquiries-form');
      assert.ok(form.json.includes('Må vi ha psykolog i teamet?'));
      const send = form.buttons.find(({ verb }) => verb === 'inquiries.send');
      const { data } = await at.now.presses('kari', 'inquiries.send', { ...send?.data, question: 'Må vi ha psykolog i teamet?' }, place);
      assert.equal((await at.now.inquiry(String(data.inquiry))).entry?.id, 'R12');
    });
    it('from what the handbook does not know: the question that was typed comes along', async () => {
      const place = newThread();
      const miss = await at.now.says('kari', UNKNOWN, { place });
      assert.equal(miss.card, 'handbook-missing');
      const button = miss.buttons.find(({ verb }) => verb === 'inquiries.compose');
      assert.ok(button);
      assert.ok((await at.now.presses('kari', button.verb, button.data, place)).json.includes(UNKNOWN));
    });

    it('the receipt: number, who and by when; in a thread never the question', async () => {
      const { card, text, json, buttons } = await at.now.presses('kari', 'inquiries.send', { question: QUESTION, topic: 'opplæring' });
      assert.equal(card, 'inquiries-receipt');
      assert.match(text, /RPH-26-\d{4}/);
      assert.match(text, /rådgiver for opplæring/i);
      assert.match(text, /torsdag 5\. mars kl\. 15\.30/);
      assert.ok(!json.includes('veiledningsgruppe'));
      assert.deepEqual(buttons.map(({ verb }) => verb).sort(), ['inquiries.add', 'inquiries.compose', 'inquiries.withdraw']);
    });
    it('nothing of the question is kept with the answer to the press', async () => {
      const number = await at.now.asks({ question: 'Et helt særskilt spørsmål om loggføring' });
      const handled = await recordsOfKind(at.now.storage, 'handled');
      assert.ok(!JSON.stringify(handled).includes('særskilt'));
      assert.equal((await at.now.inquiry(number)).question, 'Et helt særskilt spørsmål om loggføring');
    });
    for (const wish of ['here', 'channel', 'phone'] as const) {
      it(`wish: ${wish}`, async () => assert.equal((await at.now.inquiry(await at.now.asks({ wish }))).wish, wish));
    }
    it('urgent: sooner', async () => {
      const { text, data } = await at.now.presses('kari', 'inquiries.send', { question: QUESTION, urgent: 'true' });
      assert.match(text, /innen én virkedag, tirsdag 3\. mars kl\. 15\.30/);
      const { urgent, dueFirst } = await at.now.inquiry(String(data.inquiry));
      assert.deepEqual([urgent, new Date(dueFirst).toISOString().slice(0, 13)], [true, '2026-03-02T10']);
    });
    it('a topic that nobody knows is none', async () => {
      assert.equal((await at.now.inquiry(await at.now.asks({ topic: 'finnes-ikke' }))).topic, null);
    });
    it('outside the centre: where to turn, and nobody here is asked', async () => {
      const before = (await at.now.notices()).length;
      const { text, buttons, data } = await at.now.presses('kari', 'inquiries.send', { question: QUESTION, topic: 'juss' });
      assert.match(text, /Statsforvalteren/);
      assert.match(text, /post@example\.no/);
      assert.match(text, /Klager på vedtak går dit/);
      assert.deepEqual(
        buttons.map(({ verb }) => verb),
        ['inquiries.reopen'],
      );
      const { state, adviser } = await at.now.inquiry(String(data.inquiry));
      assert.deepEqual([state, adviser, (await at.now.notices()).length], ['referred', null, before]);
      await assert.rejects(at.now.posting(`inquiry:${data.inquiry}`), 'no card for advisers');
    });
    it('outside the centre, but they want an adviser all the same: the next route', async () => {
      const place = newThread();
      const number = await at.now.asks({ topic: 'juss' }, { place });
      await at.now.presses('kari', 'inquiries.reopen', { inquiry: number, text: 'Det gjelder oss internt.' }, place);
      const { state, adviser } = await at.now.inquiry(number);
      assert.deepEqual([state, adviser], ['new', 'siri']);
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /Det gjelder oss internt/);
    });
    it('without a question: the form again, and nothing is sent', async () => {
      const before = (await recordsOfKind(at.now.storage, 'inquiry')).length;
      for (const question of ['', '   '])
        assert.equal((await at.now.presses('kari', 'inquiries.send', { question })).card, 'inquiries-form');
      assert.equal((await recordsOfKind(at.now.storage, 'inquiry')).length, before);
    });
    it('4,000 characters are taken, one more is refused with nothing sent', async () => {
      const long = 'Vi lurer på hvordan vi kommer i gang med veiledning i teamet. '.repeat(100).slice(0, 3_999);
      assert.equal((await at.now.inquiry(await at.now.asks({ question: `${long}?` }))).question.length, 4_000);
      const before = (await recordsOfKind(at.now.storage, 'inquiry')).length;
      const { text } = await at.now.presses('kari', 'inquiries.send', { question: `${long}??` });
      assert.match(text, /4001 tegn, og det er plass til 4000/);
      assert.equal((await recordsOfKind(at.now.storage, 'inquiry')).length, before);
    });
    it('what was given last time is filled in', async () => {
      await at.now.asks({ team: 'RPH Sandvik', region: 'vest', phase: 'drift' }, { who: 'nils' });
      const { data } = await at.now.says('nils', 'spør rådgiver');
      const { team, region, phase } = data.chosen as Record<string, string>;
      assert.deepEqual([team, region, phase], ['RPH Sandvik', 'vest', 'drift']);
    });
    it('two presses of the same send are two inquiries, one press that comes twice is one', async () => {
      const before = (await recordsOfKind(at.now.storage, 'inquiry')).length;
      await at.now.asks();
      await at.now.asks();
      assert.equal((await recordsOfKind(at.now.storage, 'inquiry')).length, before + 2);
      const once = pressed('kari', { verb: 'inquiries.send', data: { bank: 'rph', question: QUESTION } }, { place: newThread() });
      const [one, other] = [await at.now.handle(once), await at.now.handle(once)];
      assert.deepEqual(
        one.reply.kind === 'show' && one.reply.card.data.inquiry,
        other.reply.kind === 'show' && other.reply.card.data.inquiry,
      );
      assert.equal((await recordsOfKind(at.now.storage, 'inquiry')).length, before + 3);
    });
    it('twenty at once are twenty numbers', async () => {
      const numbers = await Promise.all(Array.from({ length: 20 }, () => at.now.asks()));
      assert.equal(new Set(numbers).size, 20);
    });
    it('published answers to the same are recalled', async () => {
      const question = 'Kan teamet få et foredrag om taushetsplikt på fagdagen?';
      const number = await at.now.asks({ question, wish: 'channel' });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Ja, to ganger i året.' });
      const hidden = await at.now.asks({ question });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: hidden, answer: 'Dette sto bare i tråden.' });
      const { text } = await at.now.says('nils', `spør rådgiver ${question}`);
      assert.match(text, /Ja, to ganger i året/);
      assert.doesNotMatch(text, /Dette sto bare i tråden/);
    });
    it('for somebody of another bank it is refused', async () => {
      const { text } = await at.now.presses('ola', 'inquiries.send', { question: QUESTION }, inChat('ola'));
      assert.match(text, /Bare den som har rollen/);
    });
    it('acute need: the centre is told at once, without a word of it; a second press is the same inquiry', async () => {
      const place = newChat('kari');
      for (let press = 0; press < 2; press++) await at.now.presses('kari', 'inquiries.tellSomeone', {}, place);
      const acute = (await recordsOfKind(at.now.storage, 'inquiry')).filter(({ body }) => body.kind === 'acute');
      const told = acute.map(({ body: { urgent, question } }) => [urgent, question]);
      assert.deepEqual(told, [[true, 'Noen ba om at senteret tar kontakt. Teksten er ikke lagret.']]);
    });
  });

  describe('changing what was asked', () => {
    it('before it is taken: the form with all that was given; then a receipt, and a new adviser is told', async () => {
      const place = newThread();
      const number = await at.now.asks(
        { question: QUESTION, topic: 'opplæring', team: 'RPH Sandvik', urgent: 'true', wish: 'phone' },
        { place },
      );
      const form = await at.now.presses('kari', 'inquiries.compose', { inquiry: number }, place);
      assert.ok(form.json.includes(QUESTION));
      assert.deepEqual(form.data.chosen, {
        ...{ topic: 'opplæring', region: null, phase: null, team: 'RPH Sandvik', urgent: true, wish: 'phone' },
      });
      const button = form.buttons.find(({ verb }) => verb === 'inquiries.send');
      const changed = { ...button?.data, question: 'Noe helt annet', topic: 'opplæring', region: 'vest' };
      const receipt = await at.now.presses('kari', 'inquiries.send', changed, place);
      assert.deepEqual([receipt.card, receipt.data.inquiry, receipt.data.changed], ['inquiries-receipt', number, true]);
      assert.match(receipt.text, /Henvendelsen er endret/);
      const { question, adviser, urgent, state, events } = await at.now.inquiry(number);
      assert.deepEqual([question, adviser, urgent, state], ['Noe helt annet', 'roar', false, 'new']);
      assert.deepEqual(
        events.map(({ what }) => what),
        ['sent', 'changed'],
      );
      assert.deepEqual((await at.now.notices()).at(-1), { what: 'assigned', to: 'roar', at: '19:rph-radgivere' });
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /Noe helt annet/);
    });
    it('once it is taken it is not changed, and what was typed is not sent', async () => {
      const number = await at.now.asks();
      await at.now.presses('siri', 'inquiries.take', { inquiry: number });
      const expected = /Siri Svarer har alt tatt RPH-26-\d{4}, så den kan ikke endres\. Trykk «Legg til noe» i stedet\./;
      assert.match((await at.now.presses('kari', 'inquiries.compose', { inquiry: number })).text, expected);
      assert.match((await at.now.presses('kari', 'inquiries.send', { inquiry: number, question: 'Nytt' })).text, expected);
      assert.equal((await at.now.inquiry(number)).question, 'Hvordan kommer vi i gang?');
    });
    it('to what goes outside the centre: nobody here has it any more', async () => {
      const number = await at.now.asks();
      await at.now.presses('kari', 'inquiries.send', { inquiry: number, question: QUESTION, topic: 'juss' });
      const { state, open, adviser } = await at.now.inquiry(number);
      assert.deepEqual([state, open, adviser], ['referred', false, null]);
      const { text, buttons } = await at.now.standing(`inquiry:${number}`);
      assert.match(text, /Vist videre/);
      assert.ok(!buttons.some(({ verb }) => verb === 'inquiries.take'));
    });
    it('is for the asker alone', async () => {
      const number = await at.now.asks();
      for (const who of ['nils', 'siri', 'ada'])
        assert.match((await at.now.presses(who, 'inquiries.send', { inquiry: number, question: 'Nytt' })).text, /Bare den som spurte/);
      assert.equal((await at.now.inquiry(number)).version, 1);
    });
  });

  describe('outside office hours', () => {
    before(() => at.now.at('2026-04-01T16:00'));
    it('the receipt says when the advisers are back', async () => {
      const { text } = await at.now.presses('kari', 'inquiries.send', { question: QUESTION });
      assert.match(text, /utenfor arbeidstiden\. Rådgiverne er på jobb igjen tirsdag 7\. april/);
      assert.match(text, /torsdag 9\. april kl\. 15\.30/);
    });
    it('who is away on the day that it is seen to is not asked, and who comes later that week is announced', async () => {
      const { text, data } = await at.now.presses('kari', 'inquiries.send', { question: QUESTION, topic: 'rus' });
      assert.equal((await at.now.inquiry(String(data.inquiry))).adviser, 'tor');
      assert.match(text, /Rådgiveren er tilbake torsdag 9\. april/);
    });
  });
});
