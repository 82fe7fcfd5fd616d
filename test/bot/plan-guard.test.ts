import assert from 'node:assert/strict';
import { planAcute, planChosen, planStopped } from '../../src/bot/plan-guard.ts';
import { ROOT } from '../../src/config.ts';
import { createContent } from '../../src/content.ts';
import { bankSchema } from '../../src/core/banks.ts';
import type { Danger } from '../../src/core/guard-files.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import { silentLog } from '../../src/core/log.ts';
import { inTeam, openHouse, pressed, said, type TestHouse } from '../support/house.ts';

const bank = bankSchema.parse({ id: 'rph', name: 'RPH Ressursbank', phones: [{ label: 'Vakttelefonen', number: '00 00 00 01' }] });
const texts = createContent(ROOT).acute();

describe('what the guard says', () => {
  let house: TestHouse;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  /** A hall in which some feature answers to these verbs. */
  const hall = (...verbs: readonly string[]) => ({
    routes: { find: () => assert.fail(), typed: () => [], has: (verb: string) => verbs.includes(verb) },
    lobby: { choose: () => assert.fail(), unbound: () => assert.fail(), stranger: () => assert.fail() },
    now: 0,
  });
  const standing = { kind: 'bank', bank, roles: new Set<never>(), member: true, isUnsure: false, banks: ['rph'] } as const;
  const here = (incoming: Incoming, stands: typeof standing | { readonly kind: 'stranger' } = standing) => ({
    ...{ incoming, standing: stands, locale: 'nb' as const, log: silentLog() },
  });
  const noted: unknown[] = [];
  const tx = () => {
    noted.length = 0;
    return { putFor: (...[, , put]: readonly [unknown, string, { body: unknown }]) => noted.push(put.body) };
  };
  async function cardOf(planned: ReturnType<typeof planAcute>) {
    const reply = await planned.run(tx() as never);
    assert.ok(reply.kind === 'show' || reply.kind === 'form');
    return reply.card;
  }

  const dangers: readonly (readonly [Danger, readonly string[]])[] = [
    ['life', ['113', '116 117', '112']],
    ['violence', ['112', '113', '116 117']],
    ['child', ['112', '113', '116 117']],
    ['fire', ['110', '113', '112', '116 117']],
  ];
  for (const [danger, numbers] of dangers) {
    it(`for ${danger}: the numbers that fit, the most fitting first, and the bank’s own`, async () => {
      const { data } = await cardOf(planAcute(here(said('kari', 'x')), { danger, texts }, hall()));
      const phones = data.phones as readonly { readonly number: string }[];
      assert.deepEqual(
        phones.map(({ number }) => number),
        [...numbers, '00 00 00 01'],
      );
      assert.deepEqual(noted, [{ what: 'acute', kinds: [], day: '1970-01-01' }]);
    });
  }

  it('offers to tell somebody at the centre where somebody can be told', async () => {
    const canTell = async (...[stands, ...verbs]: readonly [Parameters<typeof here>[1], ...string[]]) =>
      (await cardOf(planAcute(here(said('kari', 'x'), stands), { danger: 'life', texts }, hall(...verbs)))).data.canTell;
    assert.equal(await canTell(standing, 'inquiries.tellSomeone'), true);
    assert.equal(await canTell(standing), false);
    assert.equal(await canTell({ kind: 'stranger' }, 'inquiries.tellSomeone'), false);
  });

  const stop = { kinds: ['name-clinical'], doubtful: true, left: [{ input: 'reason', text: 'Spør …' }], rest: { entry: 'R12' } } as const;
  const press = (invoke: boolean, place = inTeam('19:team-rph')) =>
    pressed(
      'kari',
      { verb: 'handbook.notHelpful', data: { bank: 'rph', entry: 'R12', reason: 'Spør Kim', guard: 'x' }, invoke },
      { place },
    );

  it('gives the rest of a form back with what is left, unstored', async () => {
    const card = await cardOf(planStopped(here(press(true)), stop, hall()));
    assert.deepEqual(card.unstored, { left: { reason: 'Spør …' }, rest: { entry: 'R12' } });
    const { verb, inputs, standing: stands, alone } = card.data;
    assert.deepEqual({ verb, inputs, stands, alone }, { verb: 'handbook.notHelpful', inputs: ['reason'], stands: 'nowhere', alone: true });
    assert.deepEqual(noted, [{ what: 'stopped', kinds: ['name-clinical'], day: '1970-01-01' }]);
  });

  it('shows nothing of a text where others would see the card', async () => {
    const question = { ...stop, left: [{ input: 'text', text: 'Hjelp …' }] };
    const seen = [
      await cardOf(planStopped(here(press(false)), stop, hall())),
      await cardOf(planStopped(here(said('kari', 'x', { place: inTeam('19:team-rph') })), question, hall())),
    ];
    for (const { data, unstored } of seen) {
      assert.equal(data.alone, false);
      assert.equal(unstored, undefined);
    }
  });

  it('keeps what a handler notes while it runs', async () => {
    const notes: Record<string, string> = {};
    const run = async () => {
      notes.decision = 'sure';
      return { kind: 'ack' as const };
    };
    const chosen = planChosen({ feature: 'x', name: 'y', partition: 'rph', notes, run }, { what: 'removed', kinds: ['address'] }, 0);
    await chosen.run(tx() as never);
    assert.deepEqual(chosen.notes, { decision: 'sure', guard: 'removed' });
    assert.deepEqual(noted, [{ what: 'removed', kinds: ['address'], day: '1970-01-01' }]);
  });

  it('is counted for the administrators', async () => {
    const place = inTeam('19:team-rph');
    await house.handle(said('kari', 'fnr 010170 50121', { place }));
    await house.handle(
      pressed('kari', { verb: 'guard.ask', data: { bank: 'rph', question: 'fnr 010170 50121 hei', guard: 'remove' } }, { place }),
    );
    const { reply } = await house.handle(said('ada', 'oppsett', { place }));
    assert.ok(reply.kind === 'show');
    const facts = reply.card.data.facts as readonly { readonly label: string; readonly value: string }[];
    const fact = facts.find(({ label }) => label === 'Vernet siste 30 dager');
    assert.equal(fact?.value, '1 stoppet (1 sendt uten opplysningene, 0 ikke om en pasient), 0 om fare');
  });
});
