import assert from 'node:assert/strict';
import { CHANGE, HISTORY } from '../../../src/features/contacts/model.ts';
import { inChat, recordsOfKind } from '../../support/house.ts';
import { bureau, newThread } from './bureau.ts';

describe('contacts: looking up and keeping true', () => {
  const at = bureau();
  const changes = async () =>
    (await recordsOfKind(at.now.storage, CHANGE.name)).map(({ id, body }) => ({ id, ...CHANGE.schema.parse(body) }));

  it('a team is found by name, by place, in a question and misspelt', async () => {
    for (const text of [
      'kontakt Sandvik',
      'kontakt RPH i Stord',
      'hvem leder RPH i Stord?',
      'kven leiar RPH Sandvik',
      'kontakt Sandvk',
      'kontakt stord kommune',
    ]) {
      const { card, text: read } = await at.now.says('berit', text);
      assert.equal(card, 'contacts-team', `${text}: ${read}`);
      assert.match(read, /RPH Sandvik/, text);
    }
  });

  it('what nobody covers is said so', async () => {
    const { card, text } = await at.now.says('berit', 'kontakt Utsira');
    assert.equal(card, 'contacts-list');
    assert.doesNotMatch(text, /RPH Sandvik/);
  });

  it('strangers see nothing that is not published, members how the team is reached', async () => {
    assert.match((await at.now.says('berit', 'kontakt Sandvik')).json, /kari@example\.no/);
    const { json } = await at.now.presses('voksen', 'contacts.show', { team: 'sandvik' }, inChat('voksen'));
    assert.match(json, /RPH Sandvik/);
    assert.doesNotMatch(json, /kari@example\.no|Kari Medlem/);
  });

  it('a leader’s own address holds at once; a name of the team waits for the centre, who decides once', async () => {
    const done = await at.now.presses('kari', 'contacts.save', { team: 'sandvik', leaderEmail: 'ny@example.no', name: 'RPH Nye Sandvik' });
    assert.equal(done.card, 'contacts-team', done.text);
    const team = await at.now.team('sandvik');
    assert.deepEqual([team.leader?.email, team.name], ['ny@example.no', 'RPH Sandvik']);
    const [change] = (await changes()).filter(({ team: of }) => of === 'sandvik');
    assert.ok(change);
    const card = await at.now.standing(`contacts:change:${change.id}`);
    assert.match(card.text, /RPH Nye Sandvik/);
    assert.match((await at.now.presses('kari', 'contacts.approve', { change: change.id })).text, /Bare senteret/);
    await at.now.presses('roar', 'contacts.approve', { change: change.id });
    assert.equal((await at.now.team('sandvik')).name, 'RPH Nye Sandvik');
    assert.match((await at.now.presses('ada', 'contacts.approve', { change: change.id })).text, /alt avgjort/);
    assert.match((await at.now.standing(`contacts:change:${change.id}`)).text, /Godkjent|godkjent/);
    assert.ok((await at.now.told()).some(({ key }) => key.startsWith('contacts:sandvik:approved:')));
  });

  it('what is rejected stays as it was, with a word to the one who asked', async () => {
    await at.now.presses('kari', 'contacts.save', { team: 'fjord', municipalities: 'Bergen, Stord' });
    const [change] = (await changes()).filter(({ team, state }) => team === 'fjord' && state === 'waiting');
    assert.ok(change);
    assert.equal((await at.now.presses('roar', 'contacts.reject', { change: change.id })).card, 'contacts-reject');
    await at.now.presses('roar', 'contacts.reject', { change: change.id, comment: 'Stord har sitt eget team.' });
    assert.deepEqual((await at.now.team('fjord')).municipalities, ['4601']);
    assert.ok((await at.now.told()).some(({ key }) => key.startsWith('contacts:fjord:rejected:')));
  });

  it('an approval is refused when the same was changed since', async () => {
    await at.now.presses('kari', 'contacts.save', { team: 'fjord', name: 'RPH Fjorden' });
    const [change] = (await changes()).filter(({ team, state }) => team === 'fjord' && state === 'waiting');
    await at.now.presses('roar', 'contacts.save', { team: 'fjord', name: 'RPH Storfjord' });
    await at.now.presses('ada', 'contacts.approve', { change: change?.id });
    assert.equal((await at.now.team('fjord')).name, 'RPH Storfjord');
  });

  it('others than leader, deputy and centre change nothing', async () => {
    const { text } = await at.now.presses('berit', 'contacts.save', { team: 'sandvik', sharedMailbox: 'andre@example.no' });
    assert.match(text, /Bare lederen/);
    assert.equal((await at.now.team('sandvik')).sharedMailbox, '');
    await at.now.presses('nils', 'contacts.save', { team: 'sandvik', sharedMailbox: 'post@example.no' });
    assert.equal((await at.now.team('sandvik')).sharedMailbox, 'post@example.no');
  });

  it('a form that was opened before somebody else’s change shows it, and overwrites nothing', async () => {
    const { version } = await at.now.team('sandvik');
    await at.now.presses('nils', 'contacts.save', { team: 'sandvik', website: 'https://example.no/a' });
    const { card, text } = await at.now.presses('kari', 'contacts.save', { team: 'sandvik', version, website: 'https://example.no/b' });
    assert.equal(card, 'contacts-form');
    assert.match(text, /example\.no\/a/);
    assert.equal((await at.now.team('sandvik')).website, 'https://example.no/a');
  });

  it('bad input is said, with what may have been meant', async () => {
    for (const [inputs, said] of [
      [{ municipalities: 'Bregen' }, /Bergen/],
      [{ leaderEmail: `${'a'.repeat(300)}@example.no` }, /e-post/i],
      [{ leaderEmail: 'kari_x.no#EXT#@tenant.onmicrosoft.com' }, /gjest|e-post/i],
    ] as const) {
      const { card, text } = await at.now.presses('kari', 'contacts.save', { team: 'sandvik', ...inputs });
      assert.equal(card, 'contacts-form');
      assert.match(text, said);
    }
    await at.now.presses('kari', 'contacts.save', { team: 'sandvik', leaderPhone: '+46 70 123 45 67' });
    assert.match((await at.now.team('sandvik')).leader?.phone ?? '', /^\+46/);
  });

  it('what was done can be taken back, by whoever did it and by the centre', async () => {
    await at.now.presses('nils', 'contacts.save', { team: 'sandvik', website: 'https://example.no/c' });
    assert.match((await at.now.presses('kari', 'contacts.undo', { team: 'sandvik' })).text, /Bare senteret/);
    await at.now.presses('nils', 'contacts.undo', { team: 'sandvik' });
    assert.equal((await at.now.team('sandvik')).website, 'https://example.no/a');
    const history = (await recordsOfKind(at.now.storage, HISTORY.name)).filter(({ body }) => body.team === 'sandvik');
    assert.ok(history.length >= 4);
  });

  it('what leaders changed is shown to the centre the next working morning', async () => {
    await at.now.at('2026-03-03T08:05');
    const digest = (await at.now.told()).filter(({ key }) => key.startsWith('contacts:digest:'));
    assert.equal(digest.length, 1);
  });

  it('the next leader is named, says yes, and the centre approves', async () => {
    await at.now.presses('kari', 'contacts.handOver', { team: 'fjord', to: 'nils' });
    assert.ok((await at.now.told()).some(({ key }) => /^contacts:fjord:handOverAsk:.*:nils$/.test(key)));
    assert.match((await at.now.presses('berit', 'contacts.acceptHandOver', { team: 'fjord' })).text, /en annen som er spurt/);
    await at.now.presses('nils', 'contacts.acceptHandOver', { team: 'fjord' });
    const [change] = (await changes()).filter(({ team, state }) => team === 'fjord' && state === 'waiting');
    await at.now.presses('roar', 'contacts.approve', { change: change?.id });
    const { leaderId, leader } = await at.now.team('fjord');
    assert.deepEqual([leaderId, leader?.name], ['nils', 'Nils Nynorsk']);
  });

  it('two records of one team are put together by the centre', async () => {
    await at.now.registers('dobbel', { name: 'RPH Bakken', municipalities: ['5001'], sharedMailbox: 'post@example.no' });
    assert.equal((await at.now.presses('roar', 'contacts.merge', { team: 'dobbel' })).card, 'contacts-merge');
    await at.now.presses('roar', 'contacts.merge', { team: 'dobbel', into: 'bakken' });
    const [kept, gone] = [await at.now.team('bakken'), await at.now.team('dobbel')];
    assert.deepEqual([kept.sharedMailbox, gone.removed, gone.mergedInto], ['post@example.no', true, 'bakken']);
  });

  it('coverage is a card with figures and a picture', async () => {
    const { card, json } = await at.now.says('kari', 'dekning', { place: newThread() });
    assert.equal(card, 'contacts-coverage');
    const url = /https:\/\/bot\.example\.no\/pictures\/[0-9a-f]{32}\.png/.exec(json)?.[0];
    assert.ok(url, 'no picture');
    const page = at.now.house.features.flatMap(({ pages = [] }) => pages).find(({ path }) => path === '/pictures/:file');
    const answer = await page?.answer({ file: url.split('/').at(-1) ?? '' }, {});
    assert.equal(
      Buffer.from(answer?.body ?? '')
        .subarray(1, 4)
        .toString(),
      'PNG',
    );
  });
});
