import assert from 'node:assert/strict';
import { INTEREST } from '../../../src/features/webinars/model.ts';
import { inChat, pressed, recordsOfKind } from '../../support/house.ts';
import { hall, newThread, ROOM } from './hall.ts';

describe('webinars: attending', () => {
  const at = hall();

  it('each person counts once, and can take it back', async () => {
    const id = await at.now.announces();
    for (const who of ['kari', 'nils', 'kari', 'berit']) await at.now.presses(who, 'webinars.interested', { webinar: id });
    const back = await at.now.presses('nils', 'webinars.notInterested', { webinar: id });
    assert.match(back.text, /2 er interesserte/);
    await at.now.at('2026-03-02T09:05');
    assert.match((await at.now.card(id)).text, /2 er interesserte/);
    assert.equal((await recordsOfKind(at.now.storage, INTEREST.name)).filter(({ body }) => body.webinar === id).length, 3);
  });

  it('the presser sees their own answer at once', async () => {
    const id = await at.now.announces();
    const yes = await at.now.presses('kari', 'webinars.interested', { webinar: id });
    assert.match(yes.text, /1 er interessert/);
    const verbs = yes.buttons.map(({ verb }) => verb);
    assert.ok(verbs.includes('webinars.notInterested') && !verbs.includes('webinars.interested'));
    const shown = await at.now.presses('kari', 'webinars.show', { webinar: id });
    assert.ok(!shown.buttons.some(({ verb }) => verb === 'webinars.interested'), 'it is remembered');
  });

  it('somebody who can’t be written to is told so', async () => {
    const id = await at.now.announces();
    const press = pressed(
      'gjest',
      { verb: 'webinars.interested', data: { bank: 'rph', webinar: id } },
      { place: newThread(), person: { id: '29:gjest', name: 'Gjest' } },
    );
    const { reply } = await at.now.handle(press);
    assert.ok(reply.kind === 'show');
    assert.match(JSON.stringify(at.now.house.render(reply.card, 'nb').card), /kan ikke sende deg beskjeder/);
  });

  it('many presses ask for few updates', async () => {
    const id = await at.now.announces();
    for (let n = 0; n < 40; n++)
      await at.now.presses(n % 2 ? 'kari' : 'nils', n % 4 < 2 ? 'webinars.interested' : 'webinars.notInterested', { webinar: id });
    const jobs = (await recordsOfKind(at.now.storage, 'job')).filter(({ body }) => body.key === `webinar:${id}:count`);
    assert.equal(jobs.length, 1);
  });

  it('the ways into a calendar: a link for everybody, and two for the web', async () => {
    const id = await at.now.announces({ title: 'Kommunikasjon & «samarbeid»' });
    const { card, json } = await at.now.presses('kari', 'webinars.ics', { webinar: id });
    assert.equal(card, 'webinars-calendar');
    const urls = [...json.matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => new URL(url));
    assert.deepEqual(urls.map(({ hostname }) => hostname).sort(), ['bot.example.no', 'calendar.google.com', 'outlook.office.com']);
    const google = urls.find(({ hostname }) => hostname === 'calendar.google.com');
    assert.deepEqual(
      [google?.searchParams.get('dates'), google?.searchParams.get('text')],
      ['20260319T120000Z/20260319T133000Z', 'Kommunikasjon & «samarbeid»'],
    );
  });

  describe('reminders', () => {
    it('a week, a day and an hour before, once each; one who says no gets none', async () => {
      const id = await at.now.announces({ date: '2026-03-12', reminders: 'week,day,hour' });
      for (const who of ['kari', 'nils']) await at.now.presses(who, 'webinars.interested', { webinar: id });
      const off = await at.now.presses('nils', 'webinars.reminders', { on: 'false' });
      assert.match(off.text, /ikke flere påminnelser/);
      const sent = async () => (await at.now.told(id)).map(({ what, to }) => `${what} ${to}`);
      await at.now.at('2026-03-05T12:59');
      assert.deepEqual(await sent(), []);
      await at.now.at('2026-03-05T13:00');
      assert.deepEqual(await sent(), ['week kari']);
      await at.now.at('2026-03-11T13:30');
      assert.deepEqual(await sent(), ['week kari', 'day kari']);
      await at.now.at('2026-03-12T12:30');
      assert.deepEqual(await sent(), ['week kari', 'day kari', 'hour kari']);
      const { text } = await at.now.presses('nils', 'webinars.reminders', { on: 'true' });
      assert.match(text, /påminnelser igjen/);
    });

    it('an event of tomorrow gets only what is still ahead; after a move those of before are void', async () => {
      const id = await at.now.announces({ date: '2026-03-13', start: '12:00', end: '13:00' });
      await at.now.presses('kari', 'webinars.interested', { webinar: id });
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-16' });
      await at.now.at('2026-03-13T12:30');
      assert.deepEqual(
        (await at.now.told(id)).map(({ what }) => what),
        ['moved'],
      );
      await at.now.at('2026-03-16T12:30');
      assert.deepEqual(
        (await at.now.told(id)).map(({ what, version }) => `${what} ${version}`),
        ['moved 1', 'day 1', 'hour 1'],
      );
    });

    it('in the channel once, the day before, in the thread of the card', async () => {
      const id = await at.now.announces({ date: '2026-03-19', reminders: 'channel' });
      const postingId = `webinar:${id}:${ROOM}`;
      const item = await at.now.storage.get('rph', 'posting', postingId);
      const conversationId = `${ROOM};messageid=1`;
      await at.now.storage.commit('rph', [
        { op: 'put', kind: 'posting', id: postingId, body: { ...item?.body, conversationId, activityId: '1' } },
      ]);
      await at.now.at('2026-03-18T13:30');
      const reminder = await at.now.standing(`webinar:${id}:reminder:0:${ROOM}`);
      assert.match(reminder.text, /19\. mars/);
      await at.now.presses('eli', 'webinars.cancel', { webinar: id, reason: 'Avlyst.' });
      assert.match((await at.now.standing(`webinar:${id}:reminder:0:${ROOM}`)).text, /Avlyst/, 'it is kept true');
    });
  });

  it('what is asked for in a chat is answered there', async () => {
    const id = await at.now.announces({ date: '2026-04-20', title: 'Vårens webinar' });
    const list = await at.now.says('kari', 'webinarer');
    assert.match(list.text, /Vårens webinar/);
    await at.now.presses('kari', 'webinars.interested', { webinar: id }, inChat('kari', '-list'));
    const interest = (await recordsOfKind(at.now.storage, INTEREST.name)).find(({ body }) => body.webinar === id);
    assert.equal(interest?.body.thread, null);
  });

  describe('afterwards', () => {
    it('is wrapped up when it has begun, and those who were interested get the recording and one question', async () => {
      const id = await at.now.announces({ date: '2026-04-22' });
      for (const who of ['kari', 'nils']) await at.now.presses(who, 'webinars.interested', { webinar: id });
      const inputs = {
        recordingUrl: 'https://example.no/opptak',
        materialsUrl: 'https://example.no/lysark',
        participants: '80',
        teams: '31',
      };
      assert.match((await at.now.presses('eli', 'webinars.wrapUp', { webinar: id, ...inputs })).text, /ikke begynt/);
      await at.now.at('2026-04-22T15:00');
      assert.equal((await at.now.presses('eli', 'webinars.wrapUp', { webinar: id })).card, 'webinars-wrap-up');
      assert.match((await at.now.presses('eli', 'webinars.wrapUp', { webinar: id, participants: 'nesten 80' })).text, /helt tall/);
      const done = await at.now.presses('eli', 'webinars.wrapUp', { webinar: id, ...inputs });
      assert.match(done.text, /80/);
      await at.now.at('2026-04-22T15:05');
      assert.deepEqual(
        (await at.now.told(id))
          .filter(({ what }) => what === 'recording')
          .map(({ to }) => to)
          .sort(),
        ['kari', 'nils'],
      );
      assert.ok((await at.now.card(id)).json.includes('https://example.no/opptak'));
    });

    it('the answers are nobody’s, once each, and stand on the organiser’s card', async () => {
      const id = await at.now.announces({ date: '2026-04-23' });
      await at.now.at('2026-04-23T15:00');
      assert.equal((await at.now.presses('kari', 'webinars.evaluate', { webinar: id })).card, 'webinars-evaluate');
      await at.now.presses('kari', 'webinars.evaluate', { webinar: id, rating: '5', comment: 'Mye å ta med hjem.' });
      await at.now.presses('nils', 'webinars.evaluate', { webinar: id, rating: '4' });
      assert.match((await at.now.presses('kari', 'webinars.evaluate', { webinar: id, rating: '1' })).text, /alt svart/);
      for (const rating of ['0', '6', 'tre']) {
        assert.equal((await at.now.presses('berit', 'webinars.evaluate', { webinar: id, rating })).card, 'webinars-evaluate', rating);
      }
      const { data } = await at.now.presses('eli', 'webinars.manage', { webinar: id });
      assert.equal(data.evaluation, null, 'of two one could tell whose they are');
      await at.now.presses('berit', 'webinars.evaluate', { webinar: id, rating: '3' });
      const third = await at.now.presses('eli', 'webinars.manage', { webinar: id });
      assert.deepEqual(third.data.evaluation, { count: 3, average: 4, steps: [0, 0, 1, 1, 1], comments: ['Mye å ta med hjem.'] });
      const kept = (await recordsOfKind(at.now.storage, 'evaluation')).filter(({ body }) => body.webinar === id);
      assert.deepEqual(Object.keys(kept[0]?.body ?? {}).sort(), ['comment', 'rating', 'webinar']);
      assert.ok(!JSON.stringify(kept).includes('kari'));
      await at.now.at('2026-04-23T15:05');
      assert.match((await at.now.standing(`webinar:${id}:organiser`)).text, /Mye å ta med hjem/);
    });

    it('who was interested is forgotten in time, and how many stays', async () => {
      const id = await at.now.announces({ date: '2026-04-24' });
      await at.now.presses('kari', 'webinars.interested', { webinar: id }, newThread());
      await at.now.at('2028-04-25T00:00');
      assert.equal((await recordsOfKind(at.now.storage, INTEREST.name)).filter(({ body }) => body.webinar === id).length, 0);
      assert.equal((await at.now.webinar(id)).interestedThen, 1);
    });
  });
});
