import assert from 'node:assert/strict';
import { POSTING } from '../../../src/core/outbox.ts';
import { recordsOfKind } from '../../support/house.ts';
import { type Hall, hall, newThread, OTHER_ROOM, ROOM } from './hall.ts';

describe('webinars: the list, the week and the calendars', () => {
  const at = hall();

  describe('the list', () => {
    it('has what is ahead in the bank, wherever it lies, and nobody else’s', async () => {
      await at.now.announces({ title: 'Bare for RPH', date: '2026-04-01' });
      await at.now.announces({ title: 'For begge', date: '2026-04-02', banks: 'rph,fact-ung' });
      const rph = await at.now.says('kari', 'webinarer');
      assert.match(rph.text, /Bare for RPH[\s\S]*For begge/);
      const ung = await at.now.says('ola', 'webinarer', { place: newThread('19:team-fact-ung') });
      assert.match(ung.text, /For begge/);
      assert.doesNotMatch(ung.text, /Bare for RPH/);
    });

    it('by month and by words, typing errors and nynorsk too', async () => {
      await at.now.announces({ title: 'Opplæringssamling om rusmidler', date: '2026-05-06' });
      const may = await at.now.presses('kari', 'webinars.list', { month: '2026-05' });
      assert.match(may.text, /Opplæringssamling om rusmidler/);
      assert.doesNotMatch(may.text, /Bare for RPH/);
      for (const text of ['rusmidler', 'rusmiddel', 'opplæringsamling']) {
        const found = await at.now.says('nils', `webinarer ${text}`);
        assert.match(found.text, /Opplæringssamling om rusmidler/, text);
        assert.doesNotMatch(found.text, /Bare for RPH/, text);
      }
    });

    it('a month may be written, and one that there is not is none', async () => {
      assert.match((await at.now.says('kari', 'webinarer mai')).text, /Opplæringssamling om rusmidler/);
      for (const month of ['2026-13', '2026-00', 'mai']) {
        assert.equal((await at.now.presses('kari', 'webinars.list', { month })).card, 'webinars-list');
      }
    });

    it('a question that begins with its words is one to the handbook', async () => {
      for (const text of ['webinar om recovery, hvordan melder jeg meg på?', 'nytt arrangement på våren, hvem betaler?']) {
        assert.doesNotMatch((await at.now.says('kari', text)).card, /^webinars-/, text);
      }
    });

    it('drafts are shown to those who make them', async () => {
      const whole = { title: 'Et utkast', date: '2026-05-20', start: '10:00', end: '11:00', mode: 'digital' };
      await at.now.presses('eli', 'webinars.preview', whole);
      assert.match((await at.now.says('eli', 'webinarer')).text, /Et utkast/);
      assert.doesNotMatch((await at.now.says('kari', 'webinarer')).text, /Et utkast/);
    });

    it('nothing is an answer too', async () => {
      const { card, text } = await at.now.presses('kari', 'webinars.list', { text: 'snekring' });
      assert.equal(card, 'webinars-list');
      assert.ok(text.length > 0);
    });
  });

  const week = (monday: string, channel = ROOM, bank = 'rph') => at.now.standing(`webinars:digest:${monday}:${channel}`, bank);
  const digests = async (now: Hall) =>
    (await recordsOfKind(now.storage, POSTING.name)).filter(({ body }) => body.render === 'webinars.digest');

  describe('the week’s card', () => {
    it('comes on Monday morning where there is something, and is kept true in every bank', async () => {
      const id = await at.now.announces({ title: 'Ukas webinar', date: '2026-03-11', banks: 'rph,fact-ung' });
      await at.now.announces({ title: 'Ledernes møte', date: '2026-03-11', audience: 'ledere' });
      await at.now.at('2026-03-09T07:59');
      assert.deepEqual(await digests(at.now), []);
      await at.now.at('2026-03-09T08:05');
      assert.match((await week('2026-03-09')).text, /Ukas webinar/);
      assert.doesNotMatch((await week('2026-03-09')).text, /Ledernes møte/);
      assert.match((await week('2026-03-09', OTHER_ROOM, 'fact-ung')).text, /Ukas webinar/);
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-12', start: '09:00' });
      await at.now.at('2026-03-09T08:10');
      for (const card of [await week('2026-03-09'), await week('2026-03-09', OTHER_ROOM, 'fact-ung')]) {
        assert.match(card.text, /12\. mars/);
        assert.match(card.text, /09\.00/);
        assert.doesNotMatch(card.text, /13\.00/);
      }
    });

    it('none in a week without anything', async () => {
      const before = (await digests(at.now)).length;
      await at.now.at('2026-03-16T12:00');
      assert.equal((await digests(at.now)).length, before);
    });
  });

  describe('calendars outside', () => {
    const get = async (address: string) => {
      const { pathname, searchParams } = new URL(address, 'https://bot.example.no');
      const page = at.now.house.features
        .flatMap(({ pages = [] }) => pages)
        .find(({ path }) => pathname.startsWith(path.split(':')[0] ?? ''));
      const answer = await page?.answer({ file: pathname.split('/').at(-1) ?? '' }, Object.fromEntries(searchParams));
      return answer && { ...answer, body: String(answer.body) };
    };
    const link = async (id: string) => {
      const { data } = await at.now.presses('kari', 'webinars.ics', { webinar: id });
      return String(data.ics);
    };

    it('the entry of an event follows it: SEQUENCE and STATUS', async () => {
      const id = await at.now.announces({ title: 'I kalenderen', date: '2026-04-09' });
      const address = await link(id);
      const first = await get(address);
      assert.match(first?.body ?? '', /SEQUENCE:0/);
      assert.match(first?.body ?? '', /DTSTART:20260409T110000Z/);
      await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-04-10' });
      const moved = await get(address);
      assert.match(moved?.body ?? '', /SEQUENCE:1/);
      assert.match(moved?.body ?? '', /DTSTART:20260410T110000Z/);
      await at.now.presses('eli', 'webinars.cancel', { webinar: id, reason: 'Avlyst.' });
      const gone = await get(address);
      assert.match(gone?.body ?? '', /METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
      const uid = (body = '') => /UID:(.*)/.exec(body)?.[1];
      assert.equal(uid(first?.body), uid(gone?.body));
    });

    it('nobody gets one without its own signature', async () => {
      const [one, other] = [await at.now.announces(), await at.now.announces()];
      const signature = new URL(await link(one)).searchParams.get('sig');
      assert.equal(await get(`/webinars/${other}.ics?sig=${signature}`), undefined);
      assert.equal(await get(`/webinars/${one}.ics`), undefined);
      assert.equal(await get(`/webinars/${one}?sig=${signature}`), undefined);
    });

    it('a bank’s calendar is off until an admin switches it on, and shows neither leaders’ events nor how to get in', async () => {
      await at.now.announces({ title: 'Åpent webinar', date: '2026-04-15' });
      await at.now.announces({ title: 'Lukket ledermøte', date: '2026-04-15', audience: 'ledere' });
      const back = await at.now.announces({ title: 'Sendt ved en feil', date: '2026-04-15' });
      await at.now.presses('eli', 'webinars.withdraw', { webinar: back });
      assert.equal(await get('/calendar/rph.ics'), undefined);
      await at.now.presses('eli', 'admin.feed', { on: 'true' });
      assert.equal(await get('/calendar/rph.ics'), undefined, 'an editor may not');
      await at.now.presses('ada', 'admin.feed', { on: 'true' });
      const feed = await get('/calendar/rph.ics');
      assert.match(feed?.body ?? '', /Åpent webinar/);
      for (const hidden of [/Lukket ledermøte/, /Sendt ved en feil/, /meetup/]) assert.doesNotMatch(feed?.body ?? '', hidden);
      assert.equal((await get('/calendar/rph.ics'))?.body, feed?.body, 'the same until something changes');
      assert.equal(await get('/calendar/finnes-ikke.ics'), undefined);
    });
  });
});
