import assert from 'node:assert/strict';
import { inChat } from '../../support/house.ts';
import { office } from './office.ts';

describe('inquiries: absences', () => {
  const at = office();
  const PLACE = inChat('siri');
  const press = (data: Record<string, string>, who = 'siri') => at.now.presses(who, 'inquiries.away', data, PLACE);
  const absences = (data: Readonly<Record<string, unknown>>) => data.absences as { from: string; to: string; deputy: string }[];

  it('«fravær»: what is put in, what is open, and who may stand in', async () => {
    await at.now.asks();
    const { card, data, json } = await at.now.says('siri', 'fravær', { place: PLACE });
    assert.deepEqual([card, absences(data), data.open, data.saved], ['inquiries-away', [], 1, false]);
    assert.ok(json.includes('Roar Rådgiver') && !json.includes('Stein Sluttet') && !json.includes('Frida Forum'));
  });
  const refused: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['the last day before the first', { from: '2026-03-10', to: '2026-03-09' }, /Siste dag er før første dag/],
    ['oneself as the deputy', { from: '2026-03-10', to: '2026-03-11', deputy: 'siri' }, /vikar for deg selv/],
    ['a deputy who is no adviser', { from: '2026-03-10', to: '2026-03-11', deputy: 'kari' }, /Vikaren er ikke rådgiver/],
    ['what is no day', { from: '2026-02-30', to: '2026-03-11' }, /Kortet mangler noe/],
  ];
  for (const [title, data, expected] of refused) {
    it(`${title}: refused, nothing is saved`, async () => {
      assert.match((await press(data)).text, expected);
      assert.deepEqual(absences((await press({})).data), []);
    });
  }
  it('put in, corrected from the same day, and taken out', async () => {
    const saved = await press({ from: '2026-03-20', to: '2026-03-24', deputy: 'roar' });
    assert.deepEqual([saved.data.saved, absences(saved.data)], [true, [{ from: '2026-03-20', to: '2026-03-24', deputy: 'Roar Rådgiver' }]]);
    await press({ from: '2026-03-16', to: '2026-03-17' });
    const { data } = await press({ from: '2026-03-20', to: '2026-03-27' });
    assert.deepEqual(
      absences(data).map(({ from, to }) => `${from} ${to}`),
      ['2026-03-16 2026-03-17', '2026-03-20 2026-03-27'],
    );
    assert.deepEqual(
      absences((await press({ remove: '2026-03-16' })).data).map(({ from }) => from),
      ['2026-03-20'],
    );
  });
  it('from then on nobody asks who is away', async () => {
    await press({ from: '2026-03-02', to: '2026-03-03', deputy: 'tor' });
    assert.equal((await at.now.inquiry(await at.now.asks({ topic: 'opplæring' }))).adviser, 'tor');
    await press({ remove: '2026-03-02' });
    assert.equal((await at.now.inquiry(await at.now.asks({ topic: 'opplæring' }))).adviser, 'siri');
  });
  it('one that is over is shown no more', async () => {
    await at.now.at('2026-03-28T09:00');
    assert.deepEqual(absences((await press({})).data), []);
  });
  it('is for advisers', async () => {
    for (const who of ['kari', 'sluttet']) assert.match((await press({}, who)).text, /Bare den som har rollen/);
  });
});
