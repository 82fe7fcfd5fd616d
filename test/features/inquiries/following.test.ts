import assert from 'node:assert/strict';
import type { Place } from '../../../src/core/incoming.ts';
import { STATES, type State } from '../../../src/features/inquiries/model.ts';
import { inChat, recordsOfKind } from '../../support/house.ts';
import { newThread, type Office, office } from './office.ts';

let chats = 0;
const newChat = (who = 'kari') => inChat(who, `-${++chats}`);

/** An inquiry of kari's whose adviser has asked back, where it was asked. */
async function asked(now: Office, { place = newThread(), text = 'Hvor mange er dere?' }: { place?: Place; text?: string } = {}) {
  const number = await now.asks({}, { place });
  await now.presses('siri', 'inquiries.askBack', { inquiry: number, text });
  return { number, place };
}
const lastOf = async (now: Office, number: string) => {
  const { state, events } = await now.inquiry(number);
  return [state, events.at(-1)?.what, events.at(-1)?.text];
};

describe('inquiries: following', () => {
  const at = office();

  describe('what the asker does, in every state', () => {
    const WAYS: Readonly<Record<State, readonly [verb: string, inputs?: Record<string, string>] | undefined>> = {
      new: undefined,
      taken: ['take'],
      asked: ['askBack', { text: 'Hvor mange?' }],
      answered: ['answer', { answer: 'Slik.' }],
      referred: ['refer', { to: 'Statsforvalteren' }],
      withdrawn: ['withdraw'],
      closed: ['close'],
    };
    const over = [/er alt besvart/, /er vist videre/, /trukket/, /er lukket/];
    const open = /er alt åpen/;
    const unanswered = /er ikke besvart ennå/;
    const table: readonly (readonly [verb: string, inputs: Record<string, string>, expected: readonly (State | RegExp)[]])[] = [
      ['add', { text: 'En ting til.' }, ['new', 'taken', 'taken', ...over]],
      ['withdraw', {}, ['withdrawn', 'withdrawn', 'withdrawn', ...over]],
      ['reopen', { text: 'Dette var ikke svar.' }, [open, open, open, 'taken', 'taken', 'new', 'new']],
      ['rate', { rating: '4' }, [unanswered, unanswered, unanswered, 'answered', unanswered, unanswered, unanswered]],
    ];
    for (const [verb, inputs, row] of table) {
      for (const [column, expected] of row.entries()) {
        const state = STATES[column] ?? 'new';
        it(`${verb} when ${state}: ${expected}`, async () => {
          const number = await at.now.asks();
          const [way, given] = WAYS[state] ?? [];
          const who = state === 'withdrawn' ? 'kari' : 'siri';
          if (way !== undefined) await at.now.presses(who, `inquiries.${way}`, { inquiry: number, ...given });
          const { version } = await at.now.inquiry(number);
          const { text } = await at.now.presses('kari', `inquiries.${verb}`, { inquiry: number, ...inputs });
          const after = await at.now.inquiry(number);
          if (expected instanceof RegExp) {
            assert.match(text, expected);
            assert.deepEqual([after.state, after.version], [state, version], 'nothing was done');
          } else assert.equal(after.state, expected);
        });
      }
      it(`${verb}: nobody but the asker, not even an adviser who may not`, async () => {
        const number = await at.now.asks();
        if (verb === 'rate' || verb === 'reopen') await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
        const { version } = await at.now.inquiry(number);
        for (const who of ['nils', 'eli', 'ola']) {
          const { text } = await at.now.presses(who, `inquiries.${verb}`, { inquiry: number, ...inputs }, inChat(who));
          assert.match(text, /Bare den som (spurte|har rollen)/);
        }
        assert.equal((await at.now.inquiry(number)).version, version);
      });
    }
  });

  describe('the reply to a question back', () => {
    it('the question stands where it was asked, and calls upon the asker in a thread', async () => {
      const { number } = await asked(at.now);
      const { text, json, buttons } = await at.now.standing(`inquiry:${number}:asked:1`);
      assert.match(text, /Hvor mange er dere\?/);
      assert.ok(json.includes('<at>Kari Medlem</at>'));
      assert.deepEqual(
        buttons.map(({ verb }) => verb),
        ['inquiries.add'],
      );
      assert.match((await at.now.standing(`inquiry:${(await asked(at.now, { place: newChat() })).number}:asked:1`)).text, /Hvor mange/);
    });
    it('by the card: the adviser has it again, is called upon, and the card says thanks', async () => {
      const { number } = await asked(at.now);
      const { text } = await at.now.presses('kari', 'inquiries.add', { inquiry: number, text: 'Vi er ni.' });
      assert.match(text, /Svaret ditt er sendt til rådgiveren/);
      assert.deepEqual(await lastOf(at.now, number), ['taken', 'replied', 'Vi er ni.']);
      assert.deepEqual((await at.now.notices()).at(-1)?.what, 'replied');
      assert.equal((await at.now.notices()).at(-1)?.to, 'siri');
      assert.deepEqual((await at.now.standing(`inquiry:${number}:asked:1`)).buttons, []);
    });
    it('by the card, empty: the form', async () => {
      const { number } = await asked(at.now);
      assert.equal((await at.now.presses('kari', 'inquiries.add', { inquiry: number, text: '' })).card, 'inquiries-write');
    });
    it('by writing to the bot in the thread: a question and a sentence alike', async () => {
      for (const text of ['Vi er ni.', 'Må vi ha psykolog i teamet?', '9']) {
        const { number, place } = await asked(at.now);
        assert.match((await at.now.says('kari', text, { place })).text, /Svaret ditt er sendt/);
        assert.deepEqual(await lastOf(at.now, number), ['taken', 'replied', text]);
      }
    });
    it('once it is replied to, the next is a question again', async () => {
      const { place } = await asked(at.now);
      await at.now.says('kari', 'Vi er ni.', { place });
      assert.equal((await at.now.says('kari', 'Må vi ha psykolog i teamet?', { place })).card, 'handbook-answer');
    });
    it('of 4,000 characters is taken, longer is refused with nothing lost', async () => {
      const text = 'Vi lurer på hvordan vi kommer i gang med veiledning i teamet. '.repeat(100);
      const { number, place } = await asked(at.now);
      assert.match((await at.now.says('kari', text, { place })).text, /det er plass til 4000/);
      assert.equal((await at.now.inquiry(number)).state, 'asked');
      await at.now.says('kari', text.slice(0, 4_000).trim(), { place });
      assert.equal((await at.now.inquiry(number)).state, 'taken');
    });
    it('a command is one all the same', async () => {
      const { number, place } = await asked(at.now);
      assert.equal((await at.now.says('kari', 'hjelp', { place })).card, 'admin-help');
      assert.equal((await at.now.inquiry(number)).state, 'asked');
    });
    it('what another writes in the thread is answered from the handbook', async () => {
      const { number, place } = await asked(at.now);
      assert.equal((await at.now.says('nils', 'Må vi ha psykolog i teamet?', { place })).card, 'handbook-answer');
      assert.equal((await at.now.inquiry(number)).state, 'asked');
    });
    it('in another thread the asker just asks', async () => {
      const { number } = await asked(at.now);
      assert.equal((await at.now.says('kari', 'Må vi ha psykolog i teamet?')).card, 'handbook-answer');
      assert.equal((await at.now.inquiry(number)).state, 'asked');
    });
    it('with two that wait in the thread it is asked which', async () => {
      const { number, place } = await asked(at.now);
      const other = await asked(at.now, { place });
      const { card, buttons } = await at.now.says('kari', 'Vi er ni.', { place });
      assert.equal(card, 'inquiries-loose');
      const button = buttons.find(({ data }) => data.inquiry === other.number);
      await at.now.presses('kari', 'inquiries.add', button?.data, place);
      assert.deepEqual(await lastOf(at.now, other.number), ['taken', 'replied', 'Vi er ni.']);
      assert.equal((await at.now.inquiry(number)).state, 'asked');
    });
    it('with two that wait, by the number in what is quoted', async () => {
      const { number, place } = await asked(at.now);
      await asked(at.now, { place });
      await at.now.says('kari', 'Vi er ni.', { place, quoted: `Siri Svarer spør om ${number}: Hvor mange er dere?` });
      assert.deepEqual(await lastOf(at.now, number), ['taken', 'replied', 'Vi er ni.']);
    });
    it('in a chat a loose text is asked about first: yes', async () => {
      const { number, place } = await asked(at.now, { place: newChat() });
      for (const text of ['Vi er ni.', '12']) {
        const { card, text: shown, buttons } = await at.now.says('kari', text, { place });
        assert.equal(card, 'inquiries-loose');
        assert.ok(shown.includes(`Er dette svar på ${number}?`));
        assert.equal(buttons.find(({ verb }) => verb === 'inquiries.add')?.data.text, text);
      }
      const { buttons } = await at.now.says('kari', '12', { place });
      await at.now.presses('kari', 'inquiries.add', buttons.find(({ verb }) => verb === 'inquiries.add')?.data, place);
      assert.deepEqual(await lastOf(at.now, number), ['taken', 'replied', '12']);
    });
    it('in a chat a loose text is asked about first: no, so it is a question', async () => {
      const { number, place } = await asked(at.now, { place: newChat() });
      const { buttons } = await at.now.says('kari', 'Må vi ha psykolog i teamet?', { place });
      const button = buttons.find(({ verb }) => verb === 'inquiries.notReply');
      assert.ok(button);
      assert.equal((await at.now.presses('kari', button.verb, button.data, place)).card, 'handbook-answer');
      assert.equal((await at.now.inquiry(number)).state, 'asked');
    });
    it('in a chat by quoting the question', async () => {
      const { number, place } = await asked(at.now, { place: newChat() });
      await at.now.says('kari', 'Vi er ni.', { place, quoted: `Siri Svarer spør om ${number}:` });
      assert.deepEqual(await lastOf(at.now, number), ['taken', 'replied', 'Vi er ni.']);
    });
    it('tells of a patient: stopped, nothing stored, and the question waits on', async () => {
      const { number, place } = await asked(at.now);
      const { card } = await at.now.says('kari', 'Pasienten Kari Nordlie har bipolar lidelse.', { place });
      assert.equal(card, 'guard-stopped');
      assert.equal((await at.now.inquiry(number)).state, 'asked');
      assert.ok(!JSON.stringify(await at.now.records()).includes('Nordlie'));
    });
    it('a second question back stands by itself, and the first says thanks', async () => {
      const { number } = await asked(at.now);
      await at.now.presses('siri', 'inquiries.askBack', { inquiry: number, text: 'Og hvor?' });
      assert.deepEqual((await at.now.standing(`inquiry:${number}:asked:1`)).buttons, []);
      const second = await at.now.standing(`inquiry:${number}:asked:2`);
      assert.match(second.text, /Og hvor/);
      assert.equal(second.buttons.length, 1);
    });
    for (const [who, verb, inputs] of [
      ['siri', 'answer', { answer: 'Slik.' }],
      ['siri', 'close', {}],
      ['siri', 'refer', { to: 'Statsforvalteren' }],
      ['kari', 'withdraw', {}],
    ] as const) {
      it(`after ${verb} nothing waits any more`, async () => {
        const { number, place } = await asked(at.now);
        await at.now.presses(who, `inquiries.${verb}`, { inquiry: number, ...inputs });
        assert.equal((await at.now.says('kari', 'Må vi ha psykolog i teamet?', { place })).card, 'handbook-answer');
        assert.deepEqual((await at.now.standing(`inquiry:${number}:asked:1`)).buttons, []);
      });
    }
  });

  describe('adding, opening again, rating, looking after', () => {
    it('what is added is on the adviser’s card, and they are called upon', async () => {
      const number = await at.now.asks();
      await at.now.presses('kari', 'inquiries.add', { inquiry: number, text: 'Det haster litt.' });
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /Det haster litt/);
      assert.equal((await at.now.notices()).at(-1)?.what, 'added');
    });
    it('withdrawn: the adviser is told, and the card has no button to take it', async () => {
      const number = await at.now.asks();
      await at.now.presses('kari', 'inquiries.withdraw', { inquiry: number });
      assert.equal((await at.now.notices()).at(-1)?.what, 'withdrawn');
      const { text, buttons } = await at.now.standing(`inquiry:${number}`);
      assert.match(text, /Trukket tilbake/);
      assert.ok(!buttons.some(({ verb }) => verb === 'inquiries.take' || verb === 'inquiries.answer'));
    });
    it('opened again: to the one who answered, with new deadlines; the old answer can’t be rated any more', async () => {
      const number = await at.now.asks();
      await at.now.presses('roar', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
      await at.now.presses('kari', 'inquiries.reopen', { inquiry: number, text: 'Hva med kvelden?' });
      const { state, adviser, answeredAt, reopened, events } = await at.now.inquiry(number);
      assert.deepEqual([state, adviser, answeredAt, reopened, events.at(-1)?.text], ['taken', 'roar', null, 1, 'Hva med kvelden?']);
      const notice = (await at.now.notices()).at(-1);
      assert.deepEqual([notice?.what, notice?.to], ['reopened', 'roar']);
      assert.deepEqual((await at.now.standing(`inquiry:${number}:answer:1:1`)).buttons, []);
    });
    it('without a word why: the form', async () => {
      const number = await at.now.asks();
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
      const { card } = await at.now.presses('kari', 'inquiries.reopen', { inquiry: number });
      assert.equal(card, 'inquiries-write');
    });
    it('an adviser opens it again too', async () => {
      const number = await at.now.asks();
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
      await at.now.presses('roar', 'inquiries.reopen', { inquiry: number, text: 'Svaret er utdatert.' });
      assert.deepEqual(await lastOf(at.now, number), ['taken', 'reopened', 'Svaret er utdatert.']);
    });
    it('rated: thanks stand on the answer, and the adviser’s card has the rating', async () => {
      const number = await at.now.asks();
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
      await at.now.presses('kari', 'inquiries.rate', { inquiry: number, rating: '5', comment: 'Veldig nyttig.' });
      const { rating, ratingComment } = await at.now.inquiry(number);
      assert.deepEqual([rating, ratingComment], [5, 'Veldig nyttig.']);
      const { buttons } = await at.now.standing(`inquiry:${number}:answer:1:1`);
      assert.ok(!buttons.some(({ verb }) => verb === 'inquiries.rate'));
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /5 av 5/);
    });
    for (const rating of ['0', '6', 'x', '2.5']) {
      it(`a rating of ${rating} is none`, async () => {
        const number = await at.now.asks();
        await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
        assert.match((await at.now.presses('kari', 'inquiries.rate', { inquiry: number, rating })).text, /Kortet mangler noe/);
        assert.equal((await at.now.inquiry(number)).rating, null);
      });
    }
    it('«mine henvendelser»: in a chat with the questions, in a thread without a word of them', async () => {
      const number = await at.now.asks({ question: 'Kan dere hjelpe oss med turnusen?' }, { who: 'nils' });
      const own = await at.now.says('nils', 'mine henvendelser', { place: newChat('nils') });
      assert.equal(own.card, 'inquiries-mine');
      assert.ok(own.text.includes(number) && own.text.includes('turnusen'));
      const open = await at.now.says('nils', 'mine henvendelser');
      assert.ok(open.text.includes(number) && !open.json.includes('turnus'));
      assert.ok(!JSON.stringify(await recordsOfKind(at.now.storage, 'outbox')).includes('turnus'));
    });
  });

  describe('somebody who is in several banks', () => {
    it('in their chat: their inquiries of all banks, and a reply finds the one of another bank', async () => {
      const place = inChat('berit');
      await at.now.presses('berit', 'admin.chooseBank', { bank: 'rph' }, place);
      const here = await at.now.asks({}, { who: 'berit', place });
      const there = await at.now.asks({ bank: 'fact-ung' }, { who: 'berit', place });
      const { text } = await at.now.says('berit', 'mine henvendelser', { place });
      assert.ok(text.includes(here) && text.includes(there));
      await at.now.presses('frida', 'inquiries.askBack', { bank: 'fact-ung', inquiry: there, text: 'Hvor mange?' });
      const loose = await at.now.says('berit', '12', { place });
      assert.equal(loose.card, 'inquiries-loose');
      const button = loose.buttons.find(({ verb }) => verb === 'inquiries.add');
      assert.deepEqual(button?.data, { bank: 'fact-ung', inquiry: there, text: '12' });
      await at.now.presses('berit', 'inquiries.add', button?.data, place);
      const { state, events } = await at.now.inquiry(there, 'fact-ung');
      assert.deepEqual([state, events.at(-1)?.text], ['taken', '12']);
    });
  });

  describe('once the cards are sent', () => {
    const at = office();
    it('a reply by quoting the card itself, where two wait', async () => {
      const { number, place } = await asked(at.now, { place: newChat() });
      const other = await asked(at.now, { place });
      await at.now.deliver();
      const { activityId } = await at.now.posting(`inquiry:${number}:asked:1`);
      assert.ok(activityId);
      await at.now.says('kari', 'Vi er ni.', { place, quotedId: activityId });
      assert.deepEqual(await lastOf(at.now, number), ['taken', 'replied', 'Vi er ni.']);
      assert.equal((await at.now.inquiry(other.number)).state, 'asked');
      assert.equal((await at.now.says('kari', 'Hei', { place, quotedId: 'another' })).card, 'inquiries-loose');
    });
    it('where the bank has no channel for advisers, the card goes to the one who is asked', async () => {
      const number = await at.now.asks({ bank: 'fact-ung' }, { who: 'ola', place: inChat('ola') });
      const { place } = await at.now.posting(`inquiry:${number}:with:frida`, 'fact-ung');
      assert.deepEqual(place, { in: 'person', aadId: 'frida', name: 'Frida Forum', tenantId: 'tenant' });
      await at.now.deliver();
      assert.equal((await at.now.posting(`inquiry:${number}:with:frida`, 'fact-ung')).conversationId, 'chat-frida');
    });
  });
});
