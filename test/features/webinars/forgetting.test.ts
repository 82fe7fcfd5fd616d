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
