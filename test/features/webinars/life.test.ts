import assert from 'node:assert/strict';
import { createJobs } from '../../../src/bot/jobs.ts';
import { JOB, POSTING } from '../../../src/core/outbox.ts';
import { cardIds } from '../../../src/features/webinars/store.ts';
import { recordsOfKind } from '../../support/house.ts';
import { type Hall, hall, LEADERS, newThread, OTHER_ROOM, ROOM } from './hall.ts';

const WHO = ['kari', 'nils', 'berit'];

/** Announces a webinar in both rooms that three people are interested in. */
async function awaited(now: Hall, inputs: Record<string, string> = {}): Promise<string> {
  const id = await now.announces({ banks: 'rph,fact-ung', ...inputs });
  for (const who of WHO) await now.presses(who, 'webinars.interested', { webinar: id });
  return id;
}

const toldOf = async (now: Hall, id: string, what: string) => (await now.told(id)).filter((each) => each.what === what).map(({ to }) => to);

/** Puts what a delivery would write on a card's posting. */
async function change(now: Hall, id: string, body: Record<string, unknown>): Promise<void> {
  const item = await now.storage.get('rph', POSTING.name, id);
  assert.ok(item);
  await now.storage.commit('rph', [{ op: 'put', kind: POSTING.name, id, body: { ...item.body, ...body } }]);
}

describe('webinars: a life', () => {
  const at = hall();

  it('goes by itself from announced to soon, live and over, in every room', async () => {
    const id = await at.now.announces({ date: '2026-03-05', banks: 'rph,fact-ung' });
    const read = async () => Promise.all([ROOM, OTHER_ROOM].map(async (room) => (await at.now.card(id, room)).text));
    for (const text of await read()) assert.doesNotMatch(text, /Pågår nå|Er over|Begynner innen et døgn/);
    await at.now.at('2026-03-04T13:00');
    for (const text of await read()) assert.match(text, /Begynner innen et døgn/);
    await at.now.at('2026-03-05T13:00');
    for (const text of await read()) assert.match(text, /Pågår nå/);
    assert.ok((await at.now.card(id)).json.includes('https://teams.example.no/l/meetup/1'), 'one can join');
    await at.now.at('2026-03-05T14:30');
    for (const text of await read()) assert.match(text, /over/i);
    assert.ok(!(await at.now.card(id)).buttons.some(({ verb }) => verb === 'webinars.interested'));
  });

  describe('moved', () => {
    it('every card shows the new time and what it was, and each who is interested is told once', async () => {
      const id = await awaited(at.now);
      const { card, text } = await at.now.presses('eli', 'webinars.reschedule', {
        webinar: id,
        date: '2026-03-20',
        start: '10:00',
        reason: 'Rommet er opptatt.',
      });
      assert.equal(card, 'webinars-manage', text);
      const { date, endDate, start, end, version } = await at.now.webinar(id);
      assert.deepEqual([date, endDate, start, end, version], ['2026-03-20', '2026-03-20', '10:00', '11:30', 1]);
      await at.now.at('2026-03-05T15:00');
      for (const room of [ROOM, OTHER_ROOM]) {
        const shown = (await at.now.card(id, room)).text;
        assert.match(shown, /20\. mars 2026 kl\. 10\.00–11\.30/);
        assert.match(shown, /19\. mars/, 'what it was');
        assert.match(shown, /Rommet er opptatt/);
      }
      assert.deepEqual((await toldOf(at.now, id, 'moved')).toSorted(), WHO.toSorted());
    });

    it('by two at once: without a version the last one counts, with one the second sees the first’s', async () => {
      const id = await awaited(at.now);
      const { revision } = await at.now.webinar(id);
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, version: revision, date: '2026-03-23' });
      const second = await at.now.presses('roar', 'webinars.reschedule', { webinar: id, version: revision, date: '2026-03-24' });
      assert.equal(second.card, 'webinars-reschedule');
      assert.match(second.json, /2026-03-23/);
      assert.equal((await at.now.webinar(id)).date, '2026-03-23');
    });

    it('what was not sent yet of an earlier move is overtaken', async () => {
      const id = await awaited(at.now);
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-23' });
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-24' });
      await at.now.at('2026-03-05T15:10');
      const moved = (await at.now.told(id)).filter(({ what }) => what === 'moved');
      assert.ok(
        moved.every(({ version }) => version === 2),
        'the first one was told nobody',
      );
      assert.equal(moved.length, 3);
    });

    it('bad times are said, and nothing is done', async () => {
      const id = await awaited(at.now);
      for (const inputs of [
        { start: '16:00', end: '15:00' },
        { date: '2026-03-29', start: '02:30' },
        { date: 'i morgen' },
        { date: '2026-01-01' },
      ]) {
        assert.equal((await at.now.presses('eli', 'webinars.reschedule', { webinar: id, ...inputs })).card, 'webinars-reschedule');
      }
      assert.equal((await at.now.webinar(id)).version, 0);
      assert.equal((await at.now.presses('eli', 'webinars.reschedule', { webinar: id })).card, 'webinars-reschedule');
    });

    it('a new place or link is told too', async () => {
      const id = await awaited(at.now);
      await at.now.presses('eli', 'webinars.publish', { webinar: id, joinUrl: 'https://teams.example.no/l/meetup/9' });
      await at.now.at('2026-03-05T15:20');
      assert.equal((await toldOf(at.now, id, 'moved')).length, 3);
    });
  });

  it('a move that comes while another is being told is told to all', async () => {
    const id = await awaited(at.now);
    await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-24' });
    const { house, storage } = at.now;
    const jobs = createJobs({ storage, clock: house.clock, features: house.features, directory: house.bot.directory, has: house.bot.has });
    const [due] = (await recordsOfKind(storage, 'job')).filter(({ body }) => body.key === `webinar:${id}:tell:moved`);
    const running = JOB.schema.parse(due?.body);
    await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-25' });
    await jobs.run('rph', running);
    const moved = (await at.now.told(id)).filter(({ what }) => what === 'moved');
    assert.deepEqual([moved.length, moved.every(({ version }) => version === 2)], [3, true]);
  });

  it('a job that was put off while it was on its way comes when it is to come', async () => {
    const whole = { title: 'Utsatt', date: '2026-04-21', start: '10:00', end: '11:00', mode: 'digital' };
    const id = String((await at.now.presses('eli', 'webinars.publish', { ...whole, publishAt: '2026-04-01' })).data.webinar);
    const { house, storage } = at.now;
    const jobs = createJobs({ storage, clock: house.clock, features: house.features, directory: house.bot.directory, has: house.bot.has });
    const [due] = (await recordsOfKind(storage, 'job')).filter(({ body }) => body.key === `webinar:${id}:publish`);
    await jobs.run('rph', JOB.schema.parse({ ...due?.body, at: 0 }));
    assert.equal((await at.now.webinar(id)).state, 'scheduled');
    assert.ok((await recordsOfKind(storage, 'job')).some(({ body }) => body.key === `webinar:${id}:publish`));
  });

  it('after a move the channel is reminded anew', async () => {
    const id = await at.now.announces({ date: '2026-03-09', reminders: 'channel' });
    await change(at.now, cardIds.in(id, ROOM), { state: 'standing', conversationId: `${ROOM};messageid=7`, activityId: '7', shown: 1 });
    await at.now.at('2026-03-08T14:00');
    await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-11' });
    await at.now.at('2026-03-10T14:00');
    const [first, second] = [await at.now.standing(cardIds.reminder(id, ROOM, 0)), await at.now.standing(cardIds.reminder(id, ROOM, 1))];
    for (const { text } of [first, second]) assert.match(text, /11\. mars/);
  });

  describe('cancelled', () => {
    it('asks for a reason, then every card says so and each who is interested is told', async () => {
      const id = await awaited(at.now);
      assert.equal((await at.now.presses('eli', 'webinars.cancel', { webinar: id })).card, 'webinars-reason');
      assert.equal((await at.now.webinar(id)).state, 'published');
      await at.now.presses('eli', 'webinars.cancel', { webinar: id, reason: 'Innlederen er syk.' });
      await at.now.at('2026-03-10T15:30');
      for (const room of [ROOM, OTHER_ROOM]) assert.match((await at.now.card(id, room)).text, /Avlyst[\s\S]*Innlederen er syk/);
      assert.equal((await toldOf(at.now, id, 'cancelled')).length, 3);
      assert.match((await at.now.presses('kari', 'webinars.interested', { webinar: id })).text, /avlyst/);
      assert.match((await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-25' })).text, /avlyst/);
    });

    it('while a move is still being told, that is told to nobody else', async () => {
      const id = await awaited(at.now);
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-25' });
      await at.now.presses('eli', 'webinars.cancel', { webinar: id, reason: 'Det blir ikke noe av.' });
      await at.now.at('2026-03-10T15:40');
      assert.deepEqual([(await toldOf(at.now, id, 'moved')).length, (await toldOf(at.now, id, 'cancelled')).length], [0, 3]);
    });

    it('no reminder comes of what is cancelled', async () => {
      const id = await awaited(at.now, { date: '2026-03-12' });
      await at.now.presses('eli', 'webinars.cancel', { webinar: id, reason: 'Avlyst.' });
      await at.now.at('2026-03-12T15:00');
      assert.deepEqual(
        (await at.now.told(id)).map(({ what }) => what).filter((what) => what !== 'cancelled'),
        [],
      );
    });
  });

  describe('withdrawn', () => {
    it('every card is taken away, and those who pressed are told', async () => {
      const id = await awaited(at.now);
      const asked = await at.now.presses('eli', 'webinars.withdraw', { webinar: id, ask: 'true' });
      assert.equal(asked.card, 'webinars-reason');
      await at.now.presses('eli', 'webinars.withdraw', { webinar: id });
      await at.now.at('2026-03-12T15:10');
      for (const room of [ROOM, OTHER_ROOM]) assert.equal((await at.now.card(id, room)).away, true);
      assert.equal((await toldOf(at.now, id, 'withdrawn')).length, 3);
      assert.match((await at.now.presses('kari', 'webinars.interested', { webinar: id })).text, /trukket tilbake/);
    });
  });

  describe('lost cards', () => {
    const posting = async (id: string) => POSTING.schema.parse((await at.now.storage.get('rph', POSTING.name, cardIds.in(id, ROOM)))?.body);

    it('one that somebody took down is put up anew while it is ahead', async () => {
      const id = await at.now.announces();
      await change(at.now, cardIds.in(id, ROOM), { state: 'gone', conversationId: `${ROOM};messageid=1`, activityId: '1', shown: 1 });
      await at.now.presses('eli', 'webinars.repair', { webinar: id });
      const { state, activityId, shown, wanted } = await posting(id);
      assert.deepEqual([state, activityId, shown < wanted], ['standing', undefined, true]);
    });

    it('and left alone when it is over', async () => {
      const id = await at.now.announces({ date: '2026-03-13' });
      await at.now.at('2026-03-13T18:00');
      await change(at.now, cardIds.in(id, ROOM), { state: 'gone', conversationId: `${ROOM};messageid=1`, activityId: '1', shown: 1 });
      const ledger = await at.now.presses('eli', 'webinars.repair', { webinar: id });
      assert.equal((await posting(id)).state, 'gone');
      assert.match(ledger.text, /finnes ikke lenger/);
    });

    it('all of a bank at once: what is amiss is named, and looked after', async () => {
      const id = await at.now.announces({ title: 'Det som mangler', date: '2026-04-20' });
      await change(at.now, cardIds.in(id, ROOM), { state: 'gone', conversationId: `${ROOM};messageid=1`, activityId: '1', shown: 1 });
      assert.match((await at.now.presses('kari', 'webinars.repair')).text, /Bare redaktører/);
      assert.match((await at.now.presses('eli', 'webinars.repair')).text, /Jeg sjekker kortene[\s\S]*Det som mangler, RPH Ressursbank/);
      await at.now.at('2026-03-13T18:10');
      assert.deepEqual([(await posting(id)).state, (await posting(id)).activityId], ['standing', undefined]);
    });

    it('the ledger says which card stands where, and what failed', async () => {
      const id = await at.now.announces({ channels: `${ROOM},${LEADERS}` });
      await change(at.now, cardIds.in(id, ROOM), { state: 'standing', conversationId: 'c', activityId: '1', shown: 1 });
      await change(at.now, cardIds.in(id, LEADERS), { state: 'failed', reason: '403 BotNotInConversationRoster' });
      const { data } = await at.now.presses('eli', 'webinars.manage', { webinar: id });
      const states = (data.places as { state: string; reason: string }[]).map(({ state, reason }) => [state, reason]);
      assert.deepEqual(states, [
        ['standing', ''],
        ['failed', '403 BotNotInConversationRoster'],
      ]);
    });
  });

  it('the thread of a member of another of its banks counts as well', async () => {
    const id = await at.now.announces({ banks: 'rph,fact-ung' });
    const { text } = await at.now.presses('ola', 'webinars.interested', { webinar: id }, newThread('19:team-fact-ung'));
    assert.doesNotMatch(text, /medlemmer/);
  });
});
