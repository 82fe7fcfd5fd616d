import assert from 'node:assert/strict';
import { recordsOf } from '../../support/house.ts';
import { hall } from './hall.ts';

describe('webinars: what is kept of a person', () => {
  const at = hall();
  const holding = async (who: string) =>
    (await recordsOf(at.now.storage)).filter(({ kind, id, body }) => {
      const isOurs = ['webinar', 'interest', 'evaluated', 'evaluation', 'webinars-quiet', 'outbox'].includes(kind);
      return isOurs && (id.includes(who) || JSON.stringify(body).includes(`"${who}"`));
    });

  it('«mine data» says it, and «slett mine data» takes all of it out, with the counts right', async () => {
    const id = await at.now.announces({ date: '2026-03-05' });
    for (const who of ['kari', 'nils']) await at.now.presses(who, 'webinars.interested', { webinar: id });
    await at.now.presses('nils', 'webinars.reminders', { on: 'false' });
    await at.now.presses('eli', 'webinars.reschedule', { webinar: id, date: '2026-03-06' });
    await at.now.at('2026-03-06T16:00');
    await at.now.presses('nils', 'webinars.evaluate', { webinar: id, rating: '5', comment: 'Bra' });
    const told = await at.now.says('nils', 'mine data');
    assert.match(told.text, /Arrangementer du er interessert i/);
    assert.match(told.text, /Påminnelser/);
    assert.ok((await holding('nils')).length > 0);
    await at.now.presses('nils', 'admin.forgetMe', { confirm: 'true' });
    const left = (await holding('nils')).filter(({ body }) => !String(body.key ?? '').startsWith('answer'));
    assert.deepEqual(
      left.map(({ kind, id: record }) => `${kind} ${record}`),
      [],
    );
    assert.match((await at.now.presses('kari', 'webinars.show', { webinar: id })).text, /1 er interessert|over/i);
    assert.ok((await holding('kari')).length > 0, 'nobody else’s');
  });

  it('many events that moved often are forgotten too', async () => {
    for (let n = 0; n < 6; n++) {
      const id = await at.now.announces();
      await at.now.presses('berit', 'webinars.interested', { webinar: id });
      const item = await at.now.storage.get('rph', 'webinar', id);
      const told = Array.from({ length: 30 }, (_, version) => ({ what: 'moved', version, at: 1 }));
      await at.now.storage.commit('rph', [{ op: 'put', kind: 'webinar', id, body: { ...item?.body, told } }]);
    }
    await at.now.presses('berit', 'admin.forgetMe', { confirm: 'true' });
    assert.deepEqual(
      (await holding('berit')).map(({ kind }) => kind),
      [],
    );
  });

  it('so is who changed what somebody else made', async () => {
    const id = await at.now.announces();
    await at.now.presses('roar', 'webinars.publish', { webinar: id, title: 'Et nytt navn' });
    await at.now.presses('roar', 'admin.forgetMe', { confirm: 'true' });
    const { history, organiserName } = await at.now.webinar(id);
    assert.deepEqual([history.some(({ by }) => by === 'roar'), organiserName], [false, 'Eli Redaktør']);
  });

  it('who made an event is nameless afterwards, and the event stands', async () => {
    const id = await at.now.announces();
    await at.now.presses('eli', 'admin.forgetMe', { confirm: 'true' });
    const { organiser, organiserName, history, state } = await at.now.webinar(id);
    assert.deepEqual(
      [organiser, organiserName, history.every(({ name, by }) => name === '' && by === ''), state],
      ['', '', true, 'published'],
    );
  });
});
