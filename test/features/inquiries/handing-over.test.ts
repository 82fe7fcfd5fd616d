import assert from 'node:assert/strict';
import { SendRefused } from '../../../src/core/errors.ts';
import { pressed } from '../../support/house.ts';
import { office } from './office.ts';

describe('inquiries: handing over in the morning', () => {
  const at = office();

  it('a coordinator who takes one keeps it', async () => {
    const number = await at.now.asks();
    await at.now.presses('kaja', 'inquiries.take', { inquiry: number });
    await at.now.at('2026-03-03T08:01');
    const { adviser, state } = await at.now.inquiry(number);
    assert.deepEqual([adviser, state], ['kaja', 'taken']);
  });

  it('what all have passed on stays with the coordinator', async () => {
    const number = await at.now.asks({ topic: 'opplæring' });
    for (const who of ['siri', 'tor', 'roar', 'ada']) await at.now.presses(who, 'inquiries.pass', { inquiry: number, comment: 'Nei.' });
    await at.now.at('2026-03-04T08:01');
    assert.equal((await at.now.inquiry(number)).adviser, 'kaja');
  });

  it('one that comes before opening does not put the morning off', async () => {
    const number = await at.now.asks({ topic: 'opplæring', region: 'vest' });
    const { adviser } = await at.now.inquiry(number);
    assert.equal(adviser, 'roar');
    await at.now.presses('roar', 'inquiries.away', { from: '2026-03-05', to: '2026-03-05' });
    await at.now.at('2026-03-05T07:30');
    await at.now.asks({ topic: 'opplæring' });
    await at.now.at('2026-03-05T08:01');
    assert.notEqual((await at.now.inquiry(number)).adviser, 'roar');
  });

  it('who left loses theirs to several, one each, with the time for a first word anew', async () => {
    await at.now.at('2026-03-09T09:00');
    const numbers: string[] = [];
    for (let count = 0; count < 4; count++) numbers.push(await at.now.asks({ topic: 'opplæring', region: 'vest' }));
    const [first = ''] = numbers;
    await at.now.presses('roar', 'inquiries.take', { inquiry: first });
    await at.now.presses('ada', 'admin.roles', { person: 'roar', role: 'adviser', region: 'vest', give: 'false' });
    await at.now.at('2026-03-10T09:00');
    const given = await Promise.all(numbers.map(async (number) => (await at.now.inquiry(number)).adviser));
    assert.ok(!given.includes('roar'));
    const { state, takenAt, respondedAt, dueFirst } = await at.now.inquiry(first);
    assert.deepEqual([state, takenAt, respondedAt], ['new', null, null]);
    assert.ok(dueFirst > Date.parse('2026-03-10T09:00:00+01:00'));
    await at.now.presses('siri', 'inquiries.take', { inquiry: first });
    assert.match((await at.now.standing(`inquiry:${first}`)).text, /Hos <at>Siri Svarer<\/at> siden tirsdag 10\. mars/);
  });

  it('what is opened again goes to somebody else than who left', async () => {
    const number = await at.now.asks({ topic: 'opplæring' });
    const { adviser } = await at.now.inquiry(number);
    await at.now.presses(adviser ?? '', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
    await at.now.presses('ada', 'admin.roles', { person: adviser ?? '', role: 'adviser', give: 'false' });
    await at.now.presses('kari', 'inquiries.reopen', { inquiry: number, text: 'Noe mangler.' });
    const after = await at.now.inquiry(number);
    assert.notEqual(after.adviser, adviser);
    assert.equal(after.state, 'new');
  });
});

describe('inquiries: what is typed', () => {
  const at = office();

  it('white space alone is nothing: the form', async () => {
    const number = await at.now.asks();
    for (const [verb, input] of [
      ['answer', 'answer'],
      ['askBack', 'text'],
      ['note', 'text'],
      ['pass', 'comment'],
    ] as const) {
      const { card } = await at.now.presses('siri', `inquiries.${verb}`, { inquiry: number, [input]: '   ' });
      assert.equal(card, 'inquiries-write', verb);
    }
    assert.equal((await at.now.inquiry(number)).state, 'new');
  });

  it('an answer that tells of danger comes back with its text, and is sent when nobody is in danger', async () => {
    const number = await at.now.asks();
    const answer = `Hun sier at hun vil ta livet sitt. ${'Slik går dere fram. '.repeat(700)}`.trim();
    const stopped = await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer });
    assert.equal(stopped.card, 'guard-acute');
    assert.ok(stopped.json.includes(answer.slice(-100)) && Buffer.byteLength(stopped.json) <= 28 * 1024);
    assert.equal((await at.now.inquiry(number)).state, 'new');
    await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer, noDanger: 'true' });
    assert.equal((await at.now.inquiry(number)).state, 'answered');
  });

  it('an answer in a script of three bytes a letter arrives whole', async () => {
    const number = await at.now.asks();
    await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'สวัสดี '.repeat(2_800).trim() });
    let read = '';
    for (let part = 1; part <= 9; part++) {
      const stands = await at.now.standing(`inquiry:${number}:answer:1:${part}`).catch(() => undefined);
      read += stands?.text ?? '';
    }
    assert.equal(read.match(/สวัสดี/g)?.length, 2_800);
  });

  it('a second answer leaves the first deadline and the rating as they were, and is the one to rate', async () => {
    const number = await at.now.asks();
    await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
    const { answeredAt } = await at.now.inquiry(number);
    await at.now.presses('kari', 'inquiries.rate', { inquiry: number, rating: '5' });
    await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Og slik.' });
    const after = await at.now.inquiry(number);
    assert.deepEqual([after.answeredAt, after.rating], [answeredAt, 5]);
    assert.deepEqual((await at.now.standing(`inquiry:${number}:answer:1:1`)).buttons, []);
  });

  it('a mention without a word of one’s own is no reply', async () => {
    const place = {
      kind: 'channel',
      conversationId: '19:rom;messageid=q1',
      teamsTeamId: '19:team-rph',
      channelId: '19:rom',
      threadId: 'q1',
    } as const;
    const number = await at.now.asks({}, { place });
    await at.now.presses('siri', 'inquiries.askBack', { inquiry: number, text: 'Hvor mange er dere?' });
    await at.now.says('kari', '', { place, quoted: 'Vi er mange i gata.' });
    assert.equal((await at.now.inquiry(number)).state, 'asked');
  });
});

describe('inquiries: cards that must not stand as they were', () => {
  const at = office();

  it('what is urgent shows that it is late', async () => {
    await at.now.at('2026-03-05T09:00');
    const number = await at.now.asks({ topic: 'opplæring', urgent: 'true' });
    await at.now.at('2026-03-05T11:01');
    assert.match((await at.now.standing(`inquiry:${number}`)).text, /Over fristen/);
  });

  it('a referral that was opened again has nothing to press, and goes with the rest', async () => {
    const number = await at.now.asks({}, { who: 'nils' });
    await at.now.presses('siri', 'inquiries.refer', { inquiry: number, to: 'Statsforvalteren', comment: 'Hemmelig råd.' });
    await at.now.presses('nils', 'inquiries.reopen', { inquiry: number, text: 'Nei.' });
    const card = `inquiry:${number}:referral:1`;
    assert.deepEqual(
      (await at.now.standing(card)).buttons.filter(({ verb }) => verb),
      [],
    );
    await at.now.presses('nils', 'admin.forgetMe', {});
    assert.doesNotMatch((await at.now.standing(card)).text, /Hemmelig/);
  });

  it('when its time is up the asker is not named any more', async () => {
    const number = await at.now.asks();
    await at.now.presses('siri', 'inquiries.close', { inquiry: number });
    await at.now.at('2028-04-03T09:00');
    assert.doesNotMatch((await at.now.standing(`inquiry:${number}`)).text, /Kari Medlem/);
    assert.doesNotMatch(JSON.stringify(await at.now.inquiry(number)), /Kari Medlem|"kari"/);
  });
});

describe('inquiries: cards that do not arrive', () => {
  const at = office();
  const refuse = (conversation: RegExp) => {
    const { connector } = at.now;
    const send = connector.send.bind(connector);
    const startThread = connector.startThread.bind(connector);
    const blocked = new SendRefused('blocked', { permanent: true, status: 403 });
    connector.send = async (...call) => (conversation.test(call[1].conversationId) ? Promise.reject(blocked) : send(...call));
    connector.startThread = async (...call) => (conversation.test(call[1]) ? Promise.reject(blocked) : startThread(...call));
    return () => Object.assign(connector, { send, startThread });
  };

  it('where the channel takes none, those who are asked have it in their chats, and it is kept true there', async () => {
    const end = refuse(/radgivere/);
    const number = await at.now.asks();
    await at.now.deliver();
    const { adviser } = await at.now.inquiry(number);
    const chat = `inquiry:${number}:with:${adviser}`;
    assert.match((await at.now.standing(chat)).text, /Ny/);
    await at.now.presses(adviser ?? '', 'inquiries.take', { inquiry: number });
    assert.match((await at.now.standing(chat)).text, /Under arbeid/);
    end();
  });

  it('a card that somebody took down is put up anew', async () => {
    const number = await at.now.asks();
    await at.now.deliver();
    const { connector } = at.now;
    const update = connector.update.bind(connector);
    connector.update = async () => Promise.reject(new SendRefused('gone', { permanent: true, status: 404 }));
    await at.now.presses('siri', 'inquiries.note', { inquiry: number, text: 'Ringte.' });
    await at.now.deliver();
    connector.update = update;
    await at.now.deliver();
    const { state, activityId } = await at.now.posting(`inquiry:${number}`);
    assert.equal(state, 'standing');
    assert.ok(connector.sent.some((sent) => sent.what === 'thread' && sent.activityId === activityId));
  });

  it('an answer that the asker does not get is told to the adviser', async () => {
    const place = { kind: 'personal', conversationId: 'chat-blokkert' } as const;
    const number = await at.now.asks({}, { place });
    const end = refuse(/blokkert/);
    await at.now.presses('siri', 'inquiries.answer', { inquiry: number, answer: 'Slik.' });
    await at.now.deliver();
    end();
    assert.ok((await at.now.notices()).some(({ what, to }) => what === 'undelivered' && to === 'siri'));
    assert.match((await at.now.standing(`inquiry:${number}`)).text, /Kom ikke fram/);
  });
});

describe('inquiries: where others read along', () => {
  const at = office();
  const place = {
    kind: 'channel',
    conversationId: '19:rom;messageid=p1',
    teamsTeamId: '19:team-rph',
    channelId: '19:rom',
    threadId: 'p1',
  } as const;

  it('nothing that advisers alone may see is answered by a message, and nothing is done', async () => {
    const number = await at.now.asks({ question: 'Hemmelig spørsmål' }, { place: { kind: 'personal', conversationId: 'chat-kari' } });
    const { version } = await at.now.inquiry(number);
    for (const verb of ['take', 'note', 'answer', 'askBack', 'assign', 'refer', 'tag', 'close', 'desk', 'find', 'log', 'figures', 'away']) {
      const data = { bank: 'rph', inquiry: number, text: 'Notat', answer: 'Svar', question: 'Ringte' };
      const { reply } = await at.now.handle(pressed('siri', { verb: `inquiries.${verb}`, data, invoke: false }, { place }));
      assert.match(reply.kind === 'say' ? reply.text : JSON.stringify(reply), /Her kan alle se det/, verb);
    }
    assert.equal((await at.now.inquiry(number)).version, version);
    const { reply } = await at.now.handle(
      pressed('kari', { verb: 'inquiries.compose', data: { bank: 'rph', inquiry: number }, invoke: false }, { place }),
    );
    assert.match(reply.kind === 'say' ? reply.text : JSON.stringify(reply), /Her kan alle se det/);
  });

  it('«mine henvendelser» leaves out what was asked in a chat', async () => {
    const asked = await at.now.asks({}, { place });
    const { text } = await at.now.says('kari', 'mine henvendelser', { place });
    assert.ok(text.includes(asked) && !text.includes('RPH-26-0001'));
  });

  it('the team and a receiver’s name pass the guard too', async () => {
    const sent = await at.now.presses('kari', 'inquiries.send', { question: 'Hei der', team: 'Pasienten født 13.04.1987' });
    assert.equal(sent.card, 'guard-stopped');
    const set = { save: 'set', topic: 'bolig', referralName: 'Pasienten født 13.04.1987' };
    assert.equal((await at.now.presses('ada', 'inquiries.routes', set)).card, 'guard-stopped');
  });

  it('marks that would call somebody upon, and signs that are not seen, are taken out', async () => {
    const number = await at.now.asks({ question: 'Hva\u202e koster <at>det</at>?\u0007' });
    assert.equal((await at.now.inquiry(number)).question, 'Hva koster det?');
  });

  it('the form of an answer that all will read says so', async () => {
    const number = await at.now.asks({ wish: 'channel' }, { place: { kind: 'personal', conversationId: 'chat-kari' } });
    assert.match((await at.now.presses('siri', 'inquiries.answer', { inquiry: number })).text, /Alle i kanalen ser/);
  });
});
