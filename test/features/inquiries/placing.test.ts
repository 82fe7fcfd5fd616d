import assert from 'node:assert/strict';
import { inChat } from '../../support/house.ts';
import { office } from './office.ts';

describe('inquiries: placing', () => {
  const at = office();

  describe('who is asked among equals', () => {
    it('among equals who is there takes turns by what they have', async () => {
      const asked = [];
      for (let count = 0; count < 4; count++) asked.push((await at.now.inquiry(await at.now.asks({ topic: 'psykolog' }))).adviser);
      assert.deepEqual(asked, ['siri', 'ada', 'siri', 'ada']);
    });
  });

  describe('who is asked', () => {
    type Case = readonly [title: string, inputs: Record<string, string>, adviser: string | null, route: string, deputies: string[]];
    const cases: readonly Case[] = [
      ['by topic', { topic: 'opplæring' }, 'siri', 'topic', ['tor']],
      ['by topic and region', { topic: 'opplæring', region: 'vest' }, 'roar', 'topic+region', ['siri']],
      ['by topic where the region has no route of its own', { topic: 'opplæring', region: 'sør' }, 'siri', 'topic', ['tor']],
      ['away: who stands in for them', { topic: 'veiledning' }, 'tor', 'topic', []],
      ['no adviser any more: the next route', { topic: 'bolig' }, 'siri', 'fallback', ['roar']],
      ['no adviser any more, by region', { region: 'nord' }, 'siri', 'fallback', ['roar']],
      ['nothing known', {}, 'siri', 'fallback', ['roar']],
      ['a topic that nobody knows', { topic: 'finnes-ikke' }, 'siri', 'fallback', ['roar']],
      ['outside the centre', { topic: 'juss' }, null, 'topic', []],
    ];
    for (const [title, inputs, adviser, route, deputies] of cases) {
      it(`${title}: ${adviser ?? 'nobody here'}`, async () => {
        const inquiry = await at.now.inquiry(await at.now.asks(inputs));
        assert.deepEqual([inquiry.adviser, inquiry.route, inquiry.deputies], [adviser, route, deputies]);
      });
    }

    it('another bank asks its own', async () => {
      const number = await at.now.asks({ bank: 'fact-ung' }, { who: 'ola', place: inChat('ola') });
      const inquiry = await at.now.inquiry(number, 'fact-ung');
      assert.deepEqual([number, inquiry.adviser, inquiry.route], ['FACT-UNG-26-0001', 'frida', 'fallback']);
    });
    it('who is at work first comes before who has less to do', async () => {
      await at.now.at('2026-03-05T09:00');
      assert.equal((await at.now.inquiry(await at.now.asks({ topic: 'opplæring', region: 'vest' }))).adviser, 'roar');
    });
  });

  describe('who is asked when nobody of a bank is there', () => {
    const at = office({ env: { ADMINS: 'boss' } });
    it('its admins, those of the configuration too', async () => {
      const { storage } = at.now;
      for (const { bank, kind, id } of (await at.now.records()).filter((each) => each.kind === 'route' && each.bank === 'rph'))
        await storage.commit(bank, [{ op: 'remove', kind, id }]);
      const first = await at.now.inquiry(await at.now.asks());
      const second = await at.now.inquiry(await at.now.asks());
      assert.deepEqual([first.route, new Set([first.adviser, second.adviser])], ['admins', new Set(['ada', 'boss'])]);
    });
  });
});
