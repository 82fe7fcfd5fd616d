import assert from 'node:assert/strict';
import { inChat } from '../../support/house.ts';
import { hall, LEADERS, newThread, OTHER_ROOM, ROOM, roomsWith } from './hall.ts';

const WHOLE = {
  ...{ title: 'RPH-webinar om kommunikasjon', description: 'Hvordan vi når folk.', date: '2026-04-09', start: '13:00', end: '14:30' },
  ...{ mode: 'digital', joinUrl: 'https://teams.example.no/l/meetup/2', signupUrl: 'https://example.no/meld', audience: 'RPH,FACT ung' },
  ...{ region: 'vest', coOrganisers: 'NKROP, KORUS midt', series: 'Vår 2026', reportArea: '2.2', countsAs: '2', reminders: 'week,day' },
};

describe('webinars: publishing', () => {
  const at = hall();

  it('«nytt webinar» gives the form that leads to the preview, filled with nothing but the bank', async () => {
    const form = await at.now.says('eli', 'nytt webinar');
    assert.equal(form.card, 'webinars-form');
    assert.ok(form.buttons.some(({ verb }) => verb === 'webinars.preview'));
    for (const input of ['title', 'description', 'date', 'endDate', 'start', 'end', 'mode', 'place', 'joinUrl', 'signupUrl', 'audience'])
      assert.ok(form.json.includes(`"id":"${input}"`), input);
  });

  it('who is in several banks is not asked for the bank first', async () => {
    const form = await at.now.says('eli', 'nytt webinar', { place: inChat('eli', '-new') });
    assert.equal(form.card, 'webinars-form');
    assert.ok(form.json.includes('FACT ung-forum'));
  });

  it('members make no events', async () => {
    assert.match((await at.now.presses('kari', 'webinars.preview', WHOLE)).text, /Bare redaktører og rådgivere/);
    assert.match((await at.now.presses('kari', 'webinars.publish', WHOLE)).text, /Bare redaktører og rådgivere/);
    const { text } = await at.now.says('kari', 'nytt webinar');
    assert.match(text, /rettighet|rolle|lov|kan ikke/i);
  });

  it('the preview keeps a draft, and publishing takes it', async () => {
    const seen = await at.now.presses('eli', 'webinars.preview', WHOLE);
    assert.equal(seen.card, 'webinars-preview', seen.text);
    const id = String(seen.data.webinar);
    assert.equal((await at.now.webinar(id)).state, 'draft');
    assert.deepEqual(await roomsWith(at.now, id), []);
    const done = await at.now.presses('eli', 'webinars.publish', { webinar: id });
    assert.equal(done.card, 'webinars-manage', done.text);
    const webinar = await at.now.webinar(id);
    assert.deepEqual(
      [webinar.state, webinar.countsAs, webinar.coOrganisers, webinar.reminders, webinar.audience],
      ['published', 2, ['NKROP', 'KORUS midt'], ['week', 'day'], ['RPH', 'FACT ung']],
    );
    assert.deepEqual(await roomsWith(at.now, id), [ROOM]);
    const card = await at.now.card(id);
    assert.match(card.text, /RPH-webinar om kommunikasjon/);
    assert.match(card.text, /9\. april 2026 kl\. 13\.00–14\.30/);
  });

  it('whole inputs are published at once, in every bank that is chosen', async () => {
    const id = await at.now.announces({ banks: 'rph,fact-ung' });
    assert.deepEqual((await roomsWith(at.now, id)).toSorted(), [OTHER_ROOM, ROOM]);
    assert.equal((await at.now.webinars()).filter((each) => each.id === id).length, 1, 'one record');
  });

  it('inputs sent along with a draft win', async () => {
    const seen = await at.now.presses('eli', 'webinars.preview', WHOLE);
    const id = String(seen.data.webinar);
    await at.now.presses('eli', 'webinars.publish', { webinar: id, title: 'Et annet navn', start: '12:00' });
    const { title, start, description } = await at.now.webinar(id);
    assert.deepEqual([title, start, description], ['Et annet navn', '12:00', WHOLE.description]);
  });

  it('leaders’ events go to the leaders’ channel; chosen channels come first', async () => {
    const leaders = await at.now.announces({ audience: 'ledere' });
    assert.deepEqual(await roomsWith(at.now, leaders), [LEADERS]);
    const chosen = await at.now.announces({ audience: 'ledere', channels: ROOM });
    assert.deepEqual(await roomsWith(at.now, chosen), [ROOM]);
  });

  it('nothing is announced in a bank without a channel, or where one has no role', async () => {
    const none = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, banks: 'stille' });
    assert.equal(none.card, 'webinars-form');
    assert.match(none.text, /ingen kanal for kunngjøringer/);
    const other = await at.now.presses('roar', 'webinars.publish', { ...WHOLE, banks: 'rph,fact-ung' });
    assert.match(other.text, /ingen rolle i FACT ung-forum/);
    const channel = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, channels: '19:en-annen' });
    assert.match(channel.text, /Kanalen finnes ikke/);
  });

  describe('what can’t be used is said, and what was typed stays', () => {
    const table: readonly (readonly [inputs: Record<string, string>, said: RegExp])[] = [
      [{ start: '15:00', end: '14:00' }, /Slutten må være etter starten/],
      [{ date: '2026-03-29', start: '02:30', end: '04:00' }, /stilt fram/],
      [{ joinUrl: 'ikke en lenke' }, /ingen lenke/],
      [{ joinUrl: 'javascript:alert(1)' }, /ingen lenke/],
      [{ date: '31.4.2026' }, /Datoen finnes ikke/],
      [{ date: '2026-01-05' }, /passert/],
      [{ audience: 'hvermannsen' }, /kjenner ikke «hvermannsen»/],
      [{ countsAs: '0' }, /helt tall/],
      [{ title: '' }, /Tittel: Fyll ut/],
      [{ start: '', end: '' }, /Fyll ut/],
    ];
    for (const [inputs, said] of table) {
      it(JSON.stringify(inputs), async () => {
        const before = (await at.now.webinars()).length;
        for (const verb of ['webinars.preview', 'webinars.publish']) {
          const { card, text, json } = await at.now.presses('eli', verb, { ...WHOLE, ...inputs });
          assert.equal(card, 'webinars-form');
          assert.match(text, said);
          assert.ok(json.includes(WHOLE.description), 'what was typed is gone');
        }
        assert.equal((await at.now.webinars()).length, before);
      });
    }
  });

  it('a patient’s data are stopped', async () => {
    const { text } = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, description: 'Vi snakker om pasient 13097248022.' });
    assert.doesNotMatch(text, /Kunngjort/);
    assert.ok(!(await at.now.webinars()).some(({ description }) => description.includes('13097248022')));
  });

  it('a likely duplicate is shown before it is announced', async () => {
    await at.now.announces({ title: 'Nasjonalt teamledermøte', date: '2026-05-12' });
    const near = await at.now.presses('eli', 'webinars.preview', { ...WHOLE, title: 'nasjonalt teamledermote', date: '2026-05-12' });
    assert.match(near.text, /Nasjonalt teamledermøte/);
    const far = await at.now.presses('eli', 'webinars.preview', { ...WHOLE, title: 'Opplæringssamling 3', date: '2026-05-12' });
    assert.doesNotMatch(far.text, /Nasjonalt teamledermøte/);
  });

  it('one that is scheduled is announced by itself, once, and says where it will be', async () => {
    const done = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, publishAt: '2026-03-04', publishTime: '10:00' });
    const id = String(done.data.webinar);
    assert.equal((await at.now.webinar(id)).state, 'scheduled');
    assert.deepEqual(await roomsWith(at.now, id), []);
    await at.now.at('2026-03-04T10:00');
    assert.equal((await at.now.webinar(id)).state, 'published');
    assert.deepEqual(await roomsWith(at.now, id), [ROOM]);
  });

  it('a scheduled one that is cancelled before is never announced', async () => {
    const done = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, publishAt: '2026-03-05 10:00' });
    const id = String(done.data.webinar);
    await at.now.presses('eli', 'webinars.cancel', { webinar: id, reason: 'Innlederen er syk.' });
    await at.now.at('2026-03-05T11:00');
    assert.deepEqual([(await at.now.webinar(id)).state, await roomsWith(at.now, id)], ['cancelled', []]);
  });

  it('one that is scheduled is not moved to before its announcement', async () => {
    const done = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, date: '2026-04-20', publishAt: '2026-04-10' });
    const id = String(done.data.webinar);
    const moved = await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-04-08' });
    assert.equal(moved.card, 'webinars-reschedule');
    assert.match(moved.text, /før arrangementet er over/);
    assert.equal((await at.now.webinar(id)).date, '2026-04-20');
  });

  it('a draft that somebody else changed since its preview is not announced unseen', async () => {
    const seen = await at.now.presses('eli', 'webinars.preview', WHOLE);
    const id = String(seen.data.webinar);
    await at.now.presses('roar', 'webinars.preview', { webinar: id, date: '2026-05-09' });
    const press = seen.buttons.find(({ verb }) => verb === 'webinars.publish');
    assert.equal((await at.now.presses('eli', 'webinars.publish', press?.data)).card, 'webinars-form');
    assert.equal((await at.now.webinar(id)).state, 'draft');
  });

  it('a change of words leaves the cards where they are, whatever the banks’ channels are now', async () => {
    const id = await at.now.announces(WHOLE);
    const item = await at.now.storage.get('_house', 'bank', 'rph');
    const moved = { ...item?.body, teamsTeams: [{ id: '19:team-rph', announceIn: '19:en-ny-kanal' }] };
    await at.now.storage.commit('_house', [{ op: 'put', kind: 'bank', id: 'rph', body: moved }]);
    at.now.house.bot.directory.forget();
    await at.now.presses('eli', 'webinars.publish', { webinar: id, series: 'Høst 2026' });
    assert.deepEqual(await roomsWith(at.now, id), [ROOM]);
    assert.equal((await at.now.card(id)).away, false);
    await at.now.storage.commit('_house', [{ op: 'put', kind: 'bank', id: 'rph', body: { ...item?.body } }]);
    at.now.house.bot.directory.forget();
  });

  it('channels of a bank that was not chosen take nothing, also where Teams lists none', async () => {
    at.now.roster.fails = true;
    const { card, text } = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, banks: 'fact-ung', channels: LEADERS });
    at.now.roster.fails = false;
    assert.equal(card, 'webinars-form');
    assert.match(text, /Kanalen finnes ikke/);
  });

  it('an identity number is stopped in any line', async () => {
    const { card } = await at.now.presses('eli', 'webinars.publish', { ...WHOLE, series: 'Gruppe 13097248022' });
    assert.equal(card, 'guard-stopped');
  });

  it('a copy is the form without the days', async () => {
    const id = await at.now.announces({ ...WHOLE, title: 'Fast møte' });
    const { card, data } = await at.now.presses('eli', 'webinars.copy', { webinar: id });
    assert.equal(card, 'webinars-form');
    const values = data.values as Record<string, string>;
    assert.deepEqual([values.title, values.date, values.start, data.webinar], ['Fast møte', undefined, '13:00', null]);
  });

  it('a draft is thrown away by withdrawing it, a scheduled one is a draft again', async () => {
    const draft = String((await at.now.presses('eli', 'webinars.preview', WHOLE)).data.webinar);
    await at.now.presses('eli', 'webinars.withdraw', { webinar: draft });
    assert.ok(!(await at.now.webinars()).some(({ id }) => id === draft));
    const planned = String((await at.now.presses('eli', 'webinars.publish', { ...WHOLE, publishAt: '2026-04-01' })).data.webinar);
    await at.now.presses('eli', 'webinars.withdraw', { webinar: planned });
    assert.deepEqual([(await at.now.webinar(planned)).state, (await at.now.webinar(planned)).publishAt], ['draft', null]);
  });

  describe('changes of one that is announced', () => {
    it('are shown first, and written down when they are saved', async () => {
      const id = await at.now.announces(WHOLE);
      const form = await at.now.presses('eli', 'webinars.create', { webinar: id });
      const press = form.buttons.find(({ verb }) => verb === 'webinars.preview');
      const inputs = { ...(form.data.values as object), description: '', title: 'Nytt navn' };
      const seen = await at.now.presses('eli', 'webinars.preview', { ...inputs, ...press?.data });
      assert.equal((await at.now.webinar(id)).title, WHOLE.title, 'not yet');
      const save = seen.buttons.find(({ verb }) => verb === 'webinars.publish');
      await at.now.presses('eli', 'webinars.publish', save?.data);
      const { title, description, version } = await at.now.webinar(id);
      assert.deepEqual([title, description, version], ['Nytt navn', '', 0], 'what was emptied is empty, and nobody is told');
      assert.match((await at.now.card(id)).text, /Nytt navn/);
    });

    it('by two at once: the second sees the first’s, and overwrites nothing', async () => {
      const id = await at.now.announces(WHOLE);
      const { revision } = await at.now.webinar(id);
      await at.now.presses('roar', 'webinars.publish', { webinar: id, title: 'Nettverk for ledere' });
      const second = await at.now.presses('eli', 'webinars.preview', { webinar: id, version: revision, title: 'Kurs for ledere' });
      assert.equal(second.card, 'webinars-form');
      assert.match(second.text, /Nettverk for ledere/);
      assert.equal((await at.now.webinar(id)).title, 'Nettverk for ledere');
    });

    it('a channel that is taken out loses its card', async () => {
      const id = await at.now.announces({ channels: `${ROOM},${LEADERS}` });
      await at.now.presses('eli', 'webinars.publish', { webinar: id, channels: LEADERS });
      assert.equal((await at.now.card(id, ROOM)).away, true);
      assert.equal((await at.now.card(id, LEADERS)).away, false);
    });
  });

  it('an organiser of another of its banks may change it, a stranger sees nothing of it', async () => {
    const id = await at.now.announces({ banks: 'rph,fact-ung' });
    const { card } = await at.now.presses('frida', 'webinars.manage', { webinar: id }, newThread('19:team-fact-ung'));
    assert.equal(card, 'webinars-manage');
    const other = await at.now.announces();
    assert.match(
      (await at.now.presses('frida', 'webinars.manage', { webinar: other }, newThread('19:team-fact-ung'))).text,
      /Bare redaktører/,
    );
    assert.match((await at.now.presses('voksen', 'webinars.show', { webinar: other }, inChat('voksen'))).text, /medlemmer/);
  });
});
