import assert from 'node:assert/strict';
import { STATES, type State } from '../../../src/features/inquiries/model.ts';
import { inChat } from '../../support/house.ts';
import { newThread, type Office, office } from './office.ts';

/** The verbs that bring an inquiry into a state, and who presses. */
const WAYS: Readonly<Record<State, readonly (readonly [who: string, verb: string, inputs?: Record<string, string>])[]>> = {
  new: [],
  taken: [['siri', 'take']],
  asked: [['siri', 'askBack', { text: 'Hvor mange er dere?' }]],
  answered: [['siri', 'answer', { answer: 'Slik gjør dere det.' }]],
  referred: [['siri', 'refer', { to: 'Statsforvalteren' }]],
  withdrawn: [['kari', 'withdraw']],
  closed: [['siri', 'close']],
};

async function inState(now: Office, state: State): Promise<string> {
  const number = await now.asks();
  for (const [who, verb, inputs] of WAYS[state]) await now.presses(who, `inquiries.${verb}`, { inquiry: number, ...inputs });
  assert.equal((await now.inquiry(number)).state, state);
  return number;
}

describe('inquiries: advising', () => {
  const at = office();

  describe('what an adviser does, in every state', () => {
    const answered = /er alt besvart/;
    const referred = /er vist videre/;
    const withdrawn = /har trukket RPH-26-\d{4} tilbake/;
    const closed = /er lukket/;
    const open = /er alt åpen/;
    const over = [answered, referred, withdrawn, closed];
    type Expected = State | RegExp;
    type Row = readonly [verb: string, inputs: Record<string, string>, expected: readonly Expected[]];
    /** What comes of it in each of STATES: the next state, or the reason why not. */
    const table: readonly Row[] = [
      ['take', {}, ['taken', /Du har RPH/, /Du har RPH/, ...over]],
      ['assign', { to: 'roar' }, ['taken', 'taken', 'asked', ...over]],
      ['pass', { comment: 'Ikke mitt felt.' }, ['new', 'new', 'asked', ...over]],
      ['refer', { to: 'Statsforvalteren' }, ['referred', 'referred', 'referred', ...over]],
      ['askBack', { text: 'Hvor da?' }, ['asked', 'asked', 'asked', ...over]],
      ['note', { text: 'Ringte, ingen svarte.' }, STATES],
      ['tag', { barriers: '' }, STATES],
      ['answer', { answer: 'Slik.' }, ['answered', 'answered', 'answered', 'answered', referred, withdrawn, closed]],
      ['close', {}, ['closed', 'closed', 'closed', 'closed', referred, withdrawn, closed]],
      ['reopen', { text: 'Noe mangler.' }, [open, open, open, 'taken', 'taken', withdrawn, 'new']],
    ];
    for (const [verb, inputs, row] of table) {
      for (const [column, expected] of row.entries()) {
        const state = STATES[column] ?? 'new';
        it(`${verb} when ${state}: ${expected}`, async () => {
          const number = await inState(at.now, state);
          const { version } = await at.now.inquiry(number);
          const { text } = await at.now.presses('siri', `inquiries.${verb}`, { inquiry: number, ...inputs });
          const after = await at.now.inquiry(number);
          if (expected instanceof RegExp) {
            assert.match(text, expected);
            assert.deepEqual([after.state, after.version], [state, version], 'nothing was done');
          } else assert.equal(after.state, expected);
        });
      }
    }
  });

  describe('taking', () => {
    it('two at once: one gets it, the other is told who has it', async () => {
      const number = await at.now.asks();
      const both = await Promise.all(['siri', 'roar'].map((who) => at.now.presses(who, 'inquiries.take', { inquiry: number })));
      const { adviserName, state, events } = await at.now.inquiry(number);
      assert.equal(state, 'taken');
      assert.equal(events.filter(({ what }) => what === 'taken').length, 1);
      const [lost, ...others] = both.filter(({ card }) => card === '');
      assert.equal(others.length, 0);
      assert.equal(lost?.text, `${adviserName} har alt tatt ${number}.`);
    });
    it('twenty at once on twenty inquiries: each gets theirs', async () => {
      const numbers = await Promise.all(Array.from({ length: 20 }, () => at.now.asks()));
      await Promise.all(numbers.map((inquiry) => at.now.presses('siri', 'inquiries.take', { inquiry })));
      for (const number of numbers) assert.equal((await at.now.inquiry(number)).state, 'taken');
    });
    it('the asker sees who has it; in the thread nobody sees the question', async () => {
      const number = await at.now.asks({ question: 'Kan dere hjelpe oss med turnusen?' });
      await at.now.presses('siri', 'inquiries.take', { inquiry: number });
      const { text, json } = await at.now.standing(`inquiry:${number}:status`);
      assert.match(text, new RegExp(`${number}: Siri Svarer har den`));
      assert.ok(!json.includes('turnus'));
    });
  });

  describe('assigning, passing on, referring', () => {
    it('a form with the other advisers; the chosen one is called upon', async () => {
      const number = await at.now.asks();
      const form = await at.now.presses('siri', 'inquiries.assign', { inquiry: number });
      assert.equal(form.card, 'inquiries-choose');
      for (const name of ['Roar Rådgiver', 'Vilde Vekk', 'Tor Torsdag', 'Ada Admin']) assert.ok(form.json.includes(name), name);
      for (const name of ['Stein Sluttet', 'Frida Forum']) assert.ok(!form.json.includes(name), name);
      await at.now.presses('siri', 'inquiries.assign', { inquiry: number, to: 'roar', comment: 'Du kan dette.' });
      const { adviser, events } = await at.now.inquiry(number);
      assert.deepEqual([adviser, events.at(-1)?.text], ['roar', 'Du kan dette.']);
      assert.deepEqual((await at.now.notices()).at(-1), { what: 'assigned', to: 'roar', at: '19:rph-radgivere' });
    });
    for (const to of ['frida', 'sluttet', 'kari', 'nobody']) {
      it(`to ${to}, who is no adviser here: refused`, async () => {
        const number = await at.now.asks();
        const { text } = await at.now.presses('siri', 'inquiries.assign', { inquiry: number, to });
        assert.match(text, /er ikke rådgiver i ressursbanken lenger/);
        assert.equal((await at.now.inquiry(number)).adviser, 'siri');
      });
    }
    it('«kan ikke ta denne»: the next one by the routes, and never one who said so before', async () => {
      const before = (await at.now.notices()).length;
      const number = await at.now.asks({ topic: 'opplæring' });
      await at.now.presses('siri', 'inquiries.pass', { inquiry: number, comment: 'Kan ikke.' });
      assert.equal((await at.now.inquiry(number)).adviser, 'tor', 'the deputy');
      await at.now.presses('tor', 'inquiries.pass', { inquiry: number, comment: 'Ikke jeg heller.' });
      assert.equal((await at.now.inquiry(number)).adviser, 'roar', 'the fallback without siri');
      await at.now.presses('roar', 'inquiries.pass', { inquiry: number, comment: 'Nei.' });
      assert.equal((await at.now.inquiry(number)).adviser, 'ada', 'the admin, who is an adviser too');
      await at.now.presses('ada', 'inquiries.pass', { inquiry: number, comment: 'Nei.' });
      assert.equal((await at.now.inquiry(number)).adviser, 'kaja', 'the coordinator');
      const passed = (await at.now.notices())
        .slice(before)
        .filter(({ what }) => what === 'passed')
        .map(({ to }) => to);
      assert.deepEqual(passed, ['tor', 'roar', 'ada', 'kaja']);
    });
    it('without a word why: the form', async () => {
      const number = await at.now.asks();
      for (const verb of ['pass', 'askBack', 'note', 'answer']) {
        const { card, buttons } = await at.now.presses('siri', `inquiries.${verb}`, { inquiry: number });
        assert.deepEqual([card, buttons.map((button) => button.verb)], ['inquiries-write', [`inquiries.${verb}`, 'inquiries.find']]);
      }
      assert.equal((await at.now.inquiry(number)).version, 1);
    });
    it('referred: the asker gets the address and the word along with it', async () => {
      const number = await at.now.asks();
      await at.now.presses('siri', 'inquiries.refer', { inquiry: number, to: 'Statsforvalteren', comment: 'Skriv at det haster.' });
      const { text } = await at.now.standing(`inquiry:${number}:referral:1`);
      for (const part of ['Kari Medlem', 'Statsforvalteren', 'post@example.no', 'Skriv at det haster.'])
        assert.ok(text.includes(part), part);
    });
    it('to a receiver that nobody knows: refused', async () => {
      const number = await at.now.asks();
      assert.match(
        (await at.now.presses('siri', 'inquiries.refer', { inquiry: number, to: 'Ukjent' })).text,
        /kjenner ikke den mottakeren/,
      );
    });
    it('tags: known ones alone, and the given ones take the place of those before', async () => {
      const number = await at.now.asks();
      const form = await at.now.presses('siri', 'inquiries.tag', { inquiry: number });
      assert.equal(form.card, 'inquiries-tag');
      const known = at.now.house.content.barriers().map(({ id }) => id);
      await at.now.presses('siri', 'inquiries.tag', { inquiry: number, barriers: `${known[1]}, ${known[0]},finnes-ikke` });
      assert.deepEqual((await at.now.inquiry(number)).barriers, known.slice(0, 2));
      await at.now.presses('siri', 'inquiries.tag', { inquiry: number, barriers: known[2] });
      assert.deepEqual((await at.now.inquiry(number)).barriers, [known[2]]);
    });
    it('a note is the advisers’ alone', async () => {
      const number = await at.now.asks();
      await at.now.presses('siri', 'inquiries.note', { inquiry: number, text: 'Har ringt dem.' });
      assert.match((await at.now.standing(`inquiry:${number}`)).text, /Har ringt dem/);
      const cards = (await at.now.records()).filter(({ kind, id }) => kind === 'posting' && id.startsWith(`inquiry:${number}`));
      assert.deepEqual(
        cards.map(({ id }) => id),
        [`inquiry:${number}`],
      );
    });
  });

  describe('the answer', () => {
    const words = (count: number, length: number) =>
      Array.from({ length: count }, (_, nth) => `${nth}`.padEnd(length - 1, 'x'))
        .join(' ')
        .padEnd(count * length, 'x');
    const answerOf = async (number: string) => {
      const ids = (await at.now.records()).filter(({ kind, id }) => kind === 'posting' && id.startsWith(`inquiry:${number}:answer:`));
      const texts: string[] = [];
      for (const { id } of ids.toSorted((one, other) => (one.id < other.id ? -1 : 1))) texts.push((await at.now.standing(id)).text);
      return texts;
    };

    it('in a thread: to the asker, without the question', async () => {
      const number = await at.now.asks({ question: 'Kan dere hjelpe oss med turnusen?' });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Ja, ring oss på mandag.' });
      const { text, json, buttons } = await at.now.standing(`inquiry:${number}:answer:1:1`);
      assert.match(text, /<at>Kari Medlem<\/at>, du har fått svar/);
      assert.match(text, /Ja, ring oss på mandag/);
      assert.match(text, /Fra Siri Svarer/);
      assert.ok(!json.includes('turnus'));
      assert.deepEqual(new Set(buttons.map(({ verb }) => verb)), new Set(['inquiries.rate', 'inquiries.reopen']));
    });
    it('in a chat: with the question, and nobody is called upon', async () => {
      const number = await at.now.asks({ question: 'Kan dere hjelpe oss med turnusen?' }, { place: inChat('kari') });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Ja, ring oss på mandag.' });
      const { text, json } = await at.now.standing(`inquiry:${number}:answer:1:1`);
      assert.match(text, /turnusen/);
      assert.ok(!json.includes('<at>'));
    });
    it('20,000 characters arrive whole, in parts', async () => {
      const number = await at.now.asks();
      const answer = words(2_000, 10);
      assert.equal(answer.length, 20_000);
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer });
      assert.equal((await at.now.inquiry(number)).events.at(-1)?.text, answer);
      const parts = await answerOf(number);
      assert.equal(parts.length, 3);
      assert.match(parts[1] ?? '', /Del 2 av 3/);
      assert.deepEqual(
        parts.flatMap((part) => part.split(/\s+/)).filter((word) => /^\d+x+$/.test(word)),
        answer.split(' '),
      );
      for (const [part, text] of parts.entries()) assert.equal(text.includes('<at>Kari Medlem</at>'), part === 0, 'called upon once');
    });
    it('20,001 are refused, and nothing is lost or sent', async () => {
      const number = await at.now.asks();
      const { text } = await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: `${words(2_000, 10)}y` });
      assert.match(text, /20001 tegn, og det er plass til 20000/);
      const { state, version } = await at.now.inquiry(number);
      assert.deepEqual([state, version], ['new', 1]);
    });
    it('to what the asker has withdrawn: not sent', async () => {
      const number = await inState(at.now, 'withdrawn');
      const { text } = await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Hei.', version: '1' });
      assert.match(text, /Den som spurte, har trukket .* tilbake\. Ingenting er sendt/);
      assert.deepEqual(await answerOf(number), []);
    });
    it('to what was changed meanwhile: the form again with what was typed, and the new question above', async () => {
      const number = await at.now.asks();
      const form = await at.now.presses('siri', 'inquiries.answer', { inquiry: number });
      const button = form.buttons.find(({ verb }) => verb === 'inquiries.answer');
      await at.now.presses('kari', 'inquiries.send', { inquiry: number, question: 'Jeg mente noe helt annet' });
      const again = await at.now.presses('siri', 'inquiries.answer', { ...button?.data, answer: 'Mitt lange svar.' });
      assert.equal(again.card, 'inquiries-write');
      assert.ok(again.json.includes('Mitt lange svar.') && again.json.includes('Jeg mente noe helt annet'));
      assert.equal((await at.now.inquiry(number)).state, 'new');
      const sent = again.buttons.find(({ verb }) => verb === 'inquiries.answer');
      await at.now.presses('siri', 'inquiries.answer', { ...sent?.data, answer: 'Mitt lange svar.' });
      assert.equal((await at.now.inquiry(number)).state, 'answered');
    });
    it('without a version there is no such check', async () => {
      const number = await at.now.asks();
      await at.now.presses('kari', 'inquiries.add', { inquiry: number, text: 'En ting til.' });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
      assert.equal((await at.now.inquiry(number)).state, 'answered');
    });
    it('two answers at once: one is sent, the other adviser is told so', async () => {
      const number = await at.now.asks();
      const both = await Promise.all(
        ['siri', 'roar'].map((who) => at.now.presses(who, 'inquiries.answer', { inquiry: number, answer: `Fra ${who}.` })),
      );
      assert.equal((await answerOf(number)).length, 1);
      assert.match(both.find(({ card }) => card === '')?.text ?? '', /har alt svart på .*Svaret ditt er ikke sendt/);
    });
    it('the one who answered may say more: a second answer, and the first one stands', async () => {
      const number = await inState(at.now, 'answered');
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Og en ting til.' });
      const [first = '', second = ''] = await answerOf(number);
      assert.match(first, /Slik gjør dere det/);
      assert.match(second, /Og en ting til/);
      assert.deepEqual((await at.now.standing(`inquiry:${number}:answer:1:1`)).buttons, [], 'the last answer is rated');
    });
    it('wish: channel posts question and answer where the bank announces, without the asker', async () => {
      const number = await at.now.asks({ question: 'Kan dere hjelpe oss med turnusen?', wish: 'channel', team: 'RPH Sandvik' });
      await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Ja, alle kan ringe oss.' });
      const { place } = await at.now.posting(`inquiry:${number}:published:1`);
      assert.deepEqual(place, { in: 'channel', channelId: '19:rph-kunngjoring', tenantId: 'tenant' });
      const { text, json } = await at.now.standing(`inquiry:${number}:published:1`);
      assert.match(text, /turnusen/);
      assert.match(text, /Ja, alle kan ringe oss/);
      assert.doesNotMatch(json, /kari|Sandvik/i);
      assert.equal((await answerOf(number)).length, 1, 'and where it was asked');
    });
    for (const wish of ['here', 'phone']) {
      it(`wish: ${wish} posts nothing there`, async () => {
        const number = await at.now.asks({ wish });
        await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Ja.' });
        await assert.rejects(at.now.posting(`inquiry:${number}:published:1`));
      });
    }
  });

  describe('who may not', () => {
    const ACTS: readonly (readonly [string, Record<string, string>])[] = [
      ...(['take', 'close'] as const).map((verb) => [verb, {}] as const),
      ['assign', { to: 'siri' }],
      ['pass', { comment: 'x' }],
      ['refer', { to: 'Statsforvalteren' }],
      ['askBack', { text: 'x' }],
      ['note', { text: 'x' }],
      ['tag', { barriers: '' }],
      ['answer', { answer: 'x' }],
    ];
    for (const [verb, inputs] of ACTS) {
      it(`${verb}: not the asker, not a member, not an adviser of another bank`, async () => {
        const number = await at.now.asks();
        for (const who of ['kari', 'nils', 'frida', 'sluttet'])
          assert.match((await at.now.presses(who, `inquiries.${verb}`, { inquiry: number, ...inputs })).text, /Bare den som har rollen/);
        assert.equal((await at.now.inquiry(number)).version, 1);
      });
      it(`${verb}: a number that nobody has, or one of another bank`, async () => {
        const other = await at.now.asks({ bank: 'fact-ung' }, { who: 'ola', place: inChat('ola') });
        for (const inquiry of ['RPH-26-9999', other, '../RPH-26-0001', 'inquiry:RPH-26-0001']) {
          const { text } = await at.now.presses('siri', `inquiries.${verb}`, { inquiry, ...inputs });
          assert.match(text, /Jeg finner ikke henvendelsen/);
        }
        const { text } = await at.now.presses('siri', `inquiries.${verb}`, { bank: 'fact-ung', inquiry: other, ...inputs });
        assert.match(text, /Bare den som har rollen/);
        assert.equal((await at.now.inquiry(other, 'fact-ung')).version, 1);
      });
    }
    it('a press without a number is broken', async () => {
      assert.match((await at.now.presses('siri', 'inquiries.take')).text, /Kortet mangler noe/);
    });
  });

  describe('the guard on what is typed', () => {
    const TOLD = 'Pasienten Kari Nordlie har bipolar lidelse.';
    const TYPED: readonly (readonly [who: string, verb: string, input: string, more?: Record<string, string>])[] = [
      ['kari', 'send', 'question'],
      ['kari', 'compose', 'question'],
      ['kari', 'add', 'text'],
      ['siri', 'assign', 'comment', { to: 'roar' }],
      ['siri', 'pass', 'comment'],
      ['siri', 'refer', 'comment', { to: 'Statsforvalteren' }],
      ['siri', 'askBack', 'text'],
      ['siri', 'note', 'text'],
      ['siri', 'answer', 'answer'],
      ['siri', 'log', 'question'],
    ];
    for (const [who, verb, input, more] of TYPED) {
      it(`${verb}: stopped with nothing stored; without it, it goes on`, async () => {
        const place = newThread();
        const inquiry = verb === 'send' || verb === 'log' || verb === 'compose' ? {} : { inquiry: await at.now.asks({}, { place }) };
        const before = JSON.stringify(await at.now.records());
        const data = { ...inquiry, ...more, [input]: `${TOLD} Hva gjør vi?` };
        const stopped = await at.now.presses(who, `inquiries.${verb}`, data, place);
        assert.equal(stopped.card, 'guard-stopped');
        assert.ok(!JSON.stringify(await at.now.records()).includes('Nordlie') && !before.includes('Nordlie'));
        const again = await at.now.presses(who, `inquiries.${verb}`, { ...data, guard: 'remove' }, place);
        assert.notEqual(again.card, 'guard-stopped');
        assert.ok(!JSON.stringify(await at.now.records()).includes('Nordlie'));
      });
    }
    it('reopen and rate', async () => {
      const number = await inState(at.now, 'answered');
      const rated = await at.now.presses('kari', 'inquiries.rate', { inquiry: number, rating: '4', comment: TOLD });
      const reopened = await at.now.presses('kari', 'inquiries.reopen', { inquiry: number, text: TOLD });
      assert.deepEqual([rated.card, reopened.card], ['guard-stopped', 'guard-stopped']);
      assert.equal((await at.now.inquiry(number)).state, 'answered');
    });
  });
});
