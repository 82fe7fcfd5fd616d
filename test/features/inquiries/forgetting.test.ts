import assert from 'node:assert/strict';
import { inChat } from '../../support/house.ts';
import { newThread, type Office, office } from './office.ts';

const SECRET = 'turnusen';
/** An inquiry with everything in it that can be: asked back, replied, noted, answered in the channel, rated, opened again, referred. */
async function fullInquiry(now: Office, who: string, place = newThread()): Promise<string> {
  const inputs = { question: `Kan dere hjelpe oss med ${SECRET}?`, wish: 'channel', team: 'RPH Sandvik', region: 'vest', phase: 'drift' };
  const inquiry = await now.asks(inputs, { who, place });
  const press = (by: string, verb: string, data: Record<string, string>) =>
    now.presses(by, `inquiries.${verb}`, { inquiry, ...data }, place);
  await press('siri', 'askBack', { text: `Hva med ${SECRET}?` });
  await press(who, 'add', { text: `${SECRET} er ny.` });
  await press('siri', 'note', { text: `Notat om ${SECRET}.` });
  await press('siri', 'answer', { answer: `${`${SECRET} `.repeat(1_000)}.` });
  await press(who, 'rate', { rating: '4', comment: `Fint om ${SECRET}.` });
  await press(who, 'reopen', { text: `Mer om ${SECRET}.` });
  await press('siri', 'refer', { to: 'Statsforvalteren', comment: `De kan ${SECRET}.` });
  return inquiry;
}

/** Every card of an inquiry, drawn as it should stand now. */
async function cardsOf(now: Office, number: string): Promise<{ readonly id: string; readonly json: string; readonly text: string }[]> {
  const ids = (await now.records()).filter(({ kind, id }) => kind === 'posting' && id.startsWith(`inquiry:${number}`)).map(({ id }) => id);
  const cards: { id: string; json: string; text: string }[] = [];
  for (const id of ids) cards.push({ id, ...(await now.standing(id)) });
  return cards;
}

async function wantedOf(now: Office, number: string): Promise<Map<string, number>> {
  const cards = await cardsOf(now, number);
  return new Map(await Promise.all(cards.map(async ({ id }) => [id, (await now.posting(id)).wanted] as const)));
}

describe('inquiries: texts when their time is up', () => {
  const at = office();
  it('24 months after it was done they go, here and on every card; what is counted stays', async () => {
    const number = await fullInquiry(at.now, 'kari');
    const open = await at.now.asks({ question: `Også om ${SECRET}` }, { who: 'nils' });
    const before = await wantedOf(at.now, number);
    assert.equal(before.size, 6, [...before.keys()].join(', '));
    await at.now.at('2028-03-02T08:59');
    assert.ok((await at.now.inquiry(number)).question.includes(SECRET));
    await at.now.at('2028-03-02T09:30');
    const { removed, question, asker, topic, region, phase, rating, state } = await at.now.inquiry(number);
    assert.deepEqual([removed, question, asker, state], ['expired', '', '', 'referred']);
    assert.deepEqual([topic, region, phase, rating], [null, 'vest', 'drift', 4]);
    const after = await wantedOf(at.now, number);
    for (const [id, wanted] of before) assert.ok((after.get(id) ?? 0) > wanted, `${id} is drawn anew`);
    for (const { id, json } of await cardsOf(at.now, number)) assert.ok(!json.includes(SECRET), id);
    assert.match((await at.now.standing(`inquiry:${number}`)).text, /Teksten er slettet etter oppbevaringstiden/);
    assert.ok((await at.now.inquiry(open)).question.includes(SECRET), 'what is open stays');
    for (const verb of ['reopen', 'note'])
      assert.match((await at.now.presses('siri', `inquiries.${verb}`, { inquiry: number, text: 'x' })).text, /Teksten i .* er slettet/);
  });
});

describe('inquiries: «mine data» and «slett mine data»', () => {
  const at = office();
  it('what is kept is told; forgotten, nothing of the asker is left, and others keep theirs', async () => {
    const place = newThread();
    const done = await fullInquiry(at.now, 'kari', place);
    const open: string[] = [];
    for (let count = 0; count < 5; count++) open.push(await at.now.asks({ question: `Også om ${SECRET}`, team: 'RPH Sandvik' }, { place }));
    const waiting = open[0] ?? '';
    await at.now.presses('siri', 'inquiries.askBack', { inquiry: waiting, text: 'Hvor mange er dere?' });
    const others = await at.now.asks({ question: 'Noe helt annet' }, { who: 'nils', place });

    const mine = await at.now.says('kari', 'mine data', { place });
    assert.match(mine.text, /6\\. Åpne: 5\. De blir trukket tilbake hvis du sletter\./);
    assert.match(mine.text, /Sist valgte team, region og fase\nRPH Sandvik/);

    await at.now.says('kari', 'slett mine data', { place });
    assert.match((await at.now.presses('kari', 'admin.forgetMe', {}, place)).text, /slettet/);
    for (const number of [done, ...open]) {
      const inquiry = await at.now.inquiry(number);
      assert.deepEqual([inquiry.open, inquiry.removed, inquiry.asker], [false, 'forgotten', '']);
      for (const { id, json } of await cardsOf(at.now, number)) assert.ok(!json.includes(SECRET) && !json.includes('Kari'), id);
    }
    assert.match((await at.now.standing(`inquiry:${waiting}`)).text, /Trukket og slettet/);
    assert.deepEqual((await at.now.standing(`inquiry:${waiting}`)).buttons, []);
    const told = (await at.now.notices()).filter(({ what }) => what === 'withdrawn').map(({ to }) => to);
    assert.deepEqual(told, ['siri', 'siri', 'siri', 'siri', 'siri'], 'who had an open one is told');

    const kept = (await at.now.records()).filter(({ bank, kind }) => bank === 'rph' && kind !== 'outbox' && kind !== 'handled');
    assert.deepEqual(
      kept.filter((record) => /kari\b|turnus|sandvik/i.test(JSON.stringify(record.body))).map(({ kind, id }) => `${kind} ${id}`),
      [],
    );
    assert.equal((await at.now.inquiry(others)).question, 'Noe helt annet');
    assert.equal((await at.now.says('kari', 'Vi er ni.', { place })).card.startsWith('handbook'), true, 'nothing waits for a word');
    assert.match((await at.now.says('kari', 'mine henvendelser', { place: inChat('kari') })).text, /ingen/i);
  });
  it('what an adviser still has open says who had it no more, and nobody is reminded of it', async () => {
    const before = (await at.now.notices()).length;
    const number = await at.now.asks({}, { who: 'nils' });
    await at.now.presses('nils', 'admin.forgetMe', {});
    await at.now.at('2026-03-20T09:00');
    const told = (await at.now.notices()).slice(before).map(({ what }) => what);
    assert.deepEqual(told, ['withdrawn', 'withdrawn'], 'the one of before, and this one');
    for (const verb of ['take', 'answer', 'askBack', 'close'])
      assert.match((await at.now.presses('siri', `inquiries.${verb}`, { inquiry: number, text: 'x', answer: 'x' })).text, /er slettet/);
  });
});
