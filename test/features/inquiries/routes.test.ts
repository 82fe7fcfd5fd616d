import assert from 'node:assert/strict';
import { office } from './office.ts';

describe('inquiries: who answers for what, changed in Teams', () => {
  const at = office();
  const press = (data: Record<string, string> = {}, who = 'ada') => at.now.presses(who, 'inquiries.routes', data);
  const adviserFor = async (inputs: Record<string, string>) => (await at.now.inquiry(await at.now.asks(inputs))).adviser;

  it('the list of topics with who has each, and who has left', async () => {
    const { card, data } = await press();
    assert.equal(card, 'inquiries-routes');
    const topics = data.topics as { id: string; who: string; gone: boolean }[];
    const of = (id: string) => topics.find((topic) => topic.id === id);
    assert.deepEqual([of('opplæring')?.who, of('opplæring')?.gone], ['Siri Svarer, Roar Rådgiver', false]);
    assert.equal(of('bolig')?.gone, true);
    assert.equal(of('juss')?.who, 'Statsforvalteren');
    assert.equal(of('rus')?.who, 'Tor Torsdag');
    assert.match(of('*')?.who ?? '', /Siri Svarer/);
  });
  it('a route that is set takes the place of the one before, at once; the history tells it', async () => {
    assert.equal(await adviserFor({ topic: 'rus' }), 'tor');
    const { data, text } = await press({ topic: 'rus', advisers: 'vilde,roar', deputies: 'siri', save: 'set' });
    assert.match(text, /Fordelingen er lagret/);
    assert.equal((data.routes as unknown[]).length, 1);
    assert.equal(await adviserFor({ topic: 'rus' }), 'roar');
    assert.match(text, /Tor Torsdag → Vilde Vekk, Roar Rådgiver/);
    assert.match(text, /Ada Admin/);
  });
  it('of a region and a phase, beside the others', async () => {
    await press({ topic: 'rus', region: 'sør', phase: 'drift', advisers: 'ada', save: 'set' });
    assert.equal(await adviserFor({ topic: 'rus', region: 'sør', phase: 'drift' }), 'ada');
    assert.equal(await adviserFor({ topic: 'rus', region: 'sør' }), 'roar');
  });
  it('removed: the next one takes over', async () => {
    await press({ topic: 'rus', region: 'sør', phase: 'drift', save: 'remove' });
    assert.equal(await adviserFor({ topic: 'rus', region: 'sør', phase: 'drift' }), 'roar');
    const { text } = await press({ topic: 'rus', save: 'remove' });
    assert.match(text, /fjernet/);
    assert.equal(await adviserFor({ topic: 'rus' }), 'siri');
  });
  it('outside the centre', async () => {
    await press({ topic: 'vold', referralName: 'Politiet', referralAddress: '112', save: 'set' });
    const { text } = await at.now.presses('kari', 'inquiries.send', { question: 'Hvordan kommer vi i gang?', topic: 'vold' });
    assert.match(text, /Dette svarer Politiet på/);
  });
  it('for all topics', async () => {
    await press({ topic: '*', region: 'midt', advisers: 'roar', save: 'set' });
    assert.equal(await adviserFor({ region: 'midt' }), 'roar');
    assert.equal(await adviserFor({ topic: 'recovery', region: 'midt' }), 'roar');
  });
  const refused: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['nobody at all', { topic: 'rus', save: 'set' }, /Velg minst én rådgiver/],
    ['somebody who is no adviser', { topic: 'rus', advisers: 'siri,kari', save: 'set' }, /Jeg kjenner ikke kari/],
    ['an adviser of another bank', { topic: 'rus', deputies: 'frida', advisers: 'siri', save: 'set' }, /Jeg kjenner ikke Frida Forum/],
    ['a topic that nobody knows', { topic: 'finnes-ikke', advisers: 'siri', save: 'set' }, /Temaet finnes ikke/],
    ['what can be neither set nor removed', { topic: 'rus', save: 'kanskje' }, /Kortet mangler noe/],
  ];
  for (const [title, data, expected] of refused) {
    it(`${title}: refused, nothing is saved`, async () => {
      assert.match((await press(data)).text, expected);
      assert.equal(await adviserFor({ topic: 'rus' }), 'siri');
    });
  }
  it('is for admins of the bank', async () => {
    for (const who of ['kari', 'siri', 'kaja', 'frida']) assert.match((await press({}, who)).text, /Bare den som har rollen/);
    assert.match((await press({ bank: 'fact-ung' })).text, /Bare den som har rollen/);
  });
});
