import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sinon from 'sinon';
import { PERSON } from '../../src/core/banks.ts';
import { SendRefused, Unavailable } from '../../src/core/errors.ts';
import { HOUSE, type Storage } from '../../src/storage/port.ts';
import { createSqlite } from '../../src/storage/sqlite.ts';
import { edited, inTeam, openHouse, pressed, recordsOf, recordsOfKind, said, type TestHouse, textsOf } from '../support/house.ts';

const RPH = inTeam('19:team-rph');
const QUESTION = 'Må vi ha psykolog i teamet?';
const HELPFUL = { verb: 'handbook.helpful', data: { bank: 'rph', entry: 'R12' } };
const DAY_MS = 24 * 60 * 60_000;

/** A store where a call can be made to fail, or something done just before it. */
function openWatched() {
  const inner = createSqlite({ file: ':memory:' });
  const watched: { away: boolean; beforeCommit?: ((bank: string) => Promise<unknown>) | undefined } = { away: false };
  const unlessAway = <T>(call: () => Promise<T>) => (watched.away ? Promise.reject(new Unavailable('away')) : call());
  const storage: Storage = {
    get: (...of) => unlessAway(() => inner.get(...of)),
    list: (...of) => unlessAway(() => inner.list(...of)),
    count: (...of) => unlessAway(() => inner.count(...of)),
    due: (...of) => unlessAway(() => inner.due(...of)),
    all: (cursor) => inner.all(cursor),
    wipe: () => inner.wipe(),
    close: () => inner.close(),
    commit: (bank, changes) =>
      unlessAway(async () => {
        const before = watched.beforeCommit;
        watched.beforeCommit = undefined;
        await before?.(bank);
        return inner.commit(bank, changes);
      }),
  };
  return { storage, inner, watched };
}

const newIn = (
  before: readonly { bank: string; kind: string; id: string }[],
  after: readonly { bank: string; kind: string; id: string }[],
) => {
  const known = new Set(before.map(({ bank, kind, id }) => `${bank} ${kind} ${id}`));
  return after.filter(({ bank, kind, id }) => !known.has(`${bank} ${kind} ${id}`));
};

describe('a turn is a transaction', () => {
  let house: TestHouse;
  let store: ReturnType<typeof openWatched>;
  beforeEach(async () => {
    store = openWatched();
    house = await openHouse({ storage: store.storage });
  });
  afterEach(async () => {
    sinon.restore();
    store.watched.away = false;
    await house.close();
  });

  describe('an activity that comes again', () => {
    it('a message is answered once', async () => {
      const message = said('kari', QUESTION, { place: RPH });
      await house.handle(message);
      assert.equal((await house.handle(message)).sent.length, 0);
      assert.equal((await recordsOfKind(house.storage, 'shown')).length, 1);
    });

    it('a message is answered once when it comes many times at once', async () => {
      const message = said('kari', QUESTION, { place: RPH });
      await Promise.all(Array.from({ length: 5 }, () => house.handle(message)));
      assert.equal(house.connector.sent.length, 1);
      assert.equal((await recordsOfKind(house.storage, 'shown')).length, 1);
    });

    it('an invoke is given the same answer, and done once', async () => {
      const press = pressed('kari', HELPFUL, { place: RPH });
      const first = await house.handle(press);
      const [rating] = await recordsOfKind(house.storage, 'rating');
      const again = await house.handle(press);
      assert.deepEqual(again.reply, first.reply);
      assert.deepEqual(await recordsOfKind(house.storage, 'rating'), [rating]);
    });

    it('a button that answers by a message does so once', async () => {
      const press = pressed('kari', { ...HELPFUL, invoke: false }, { place: RPH });
      assert.equal((await house.handle(press)).sent.length, 1);
      assert.equal((await house.handle(press)).sent.length, 0);
    });

    it('an edit is handled once, and another edit anew', async () => {
      const message = said('kari', QUESTION, { place: RPH });
      await house.handle(message);
      const edit = edited('kari', 'Hva koster opplæringen i kognitiv terapi?', { place: RPH, id: message.id, key: 'e1' });
      assert.equal((await house.handle(edit)).sent.length, 1);
      assert.equal((await house.handle(edit)).sent.length, 0);
      assert.equal((await house.handle({ ...edit, key: 'e2' })).sent.length, 1);
    });

    it('a chosen bank is chosen once, and its question answered once', async () => {
      const press = pressed('berit', { verb: 'admin.chooseBank', data: { bank: 'rph', question: QUESTION } });
      const first = (await house.handle(press)).reply;
      const again = (await house.handle(press)).reply;
      assert.ok(first.kind === 'show' && again.kind === 'show');
      // What was typed is not kept, so the button that takes it along to an adviser is without it.
      assert.deepEqual(again.card, { name: first.card.name, data: first.card.data });
      assert.equal((await recordsOfKind(house.storage, 'shown')).length, 1);
    });

    it('in a chat whose bank was changed meanwhile', async () => {
      const choose = (bank: string) => house.handle(pressed('berit', { verb: 'admin.chooseBank', data: { bank } }));
      await choose('rph');
      const message = said('berit', QUESTION);
      await house.handle(message);
      await choose('fact-ung');
      assert.equal((await house.handle(message)).sent.length, 0);
    });

    it('without an id of its own, each text stands for itself', async () => {
      const one = said('kari', QUESTION, { place: RPH, id: '', key: 'one' });
      const other = said('kari', 'hjelp', { place: RPH, id: '', key: 'other' });
      assert.equal((await house.handle(one)).sent.length, 1);
      assert.equal((await house.handle(one)).sent.length, 0);
      const { sent } = await house.handle(other);
      assert.equal(sent.length, 1);
      assert.equal(sent[0]?.replyToId, undefined);
    });

    it('is forgotten after a day', async () => {
      const timers = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
      const message = said('kari', QUESTION, { place: RPH });
      await house.handle(message);
      timers.tick(DAY_MS - 60_000);
      assert.equal((await house.handle(message)).sent.length, 0);
      timers.tick(120_000);
      assert.equal((await recordsOfKind(house.storage, 'handled')).length, 0);
      assert.equal((await house.handle(message)).reply.kind, 'show');
      assert.equal(house.connector.sent.length, 2);
    });
  });

  it('two processes on the same file answer once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bot-'));
    const file = join(folder, 'one.sqlite');
    const one = await openHouse({ storage: createSqlite({ file }) });
    const other = await openHouse({ storage: createSqlite({ file }), connector: one.connector });
    try {
      for (const at of [1, 2, 3]) {
        const message = said('kari', QUESTION, { place: inTeam('19:team-rph', `t${at}`) });
        await Promise.all([one.handle(message), other.handle(message)]);
        assert.equal(one.connector.sent.length, at);
      }
      const press = pressed('kari', HELPFUL, { place: RPH });
      const [first, second] = await Promise.all([one.handle(press), other.handle(press)]);
      assert.deepEqual(first.reply, second.reply);
      assert.equal((await recordsOfKind(one.storage, 'rating')).length, 1);
      await one.handle(pressed('ada', { verb: 'admin.bindTeam', data: { bank: 'rph' } }, { place: inTeam('19:team-nytt') }));
      assert.equal((await one.handle(said('sara', QUESTION, { place: inTeam('19:team-nytt') }))).reply.kind, 'show');
    } finally {
      await one.close();
      await other.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('an edited question gets its new answer in the place of the old one', async () => {
    const message = said('kari', 'hvordan baker jeg brød', { place: RPH });
    const [first] = (await house.handle(message)).sent;
    for (const text of [QUESTION, 'hjelp', 'hva koster opplæringen i kognitiv terapi']) {
      const { sent } = await house.handle(edited('kari', text, { place: RPH, id: message.id }));
      assert.deepEqual([sent[0]?.what, sent[0]?.to, sent[0]?.activityId], ['update', RPH.conversationId, first?.activityId]);
    }
    const mine = await house.handle(edited('kari', 'mine data', { place: RPH, id: message.id }));
    assert.deepEqual([mine.sent[0]?.what, mine.sent[0]?.activityId], ['update', first?.activityId], 'from another partition too');
  });

  it('edited while its first answer still waits, a question has one answer all the same', async () => {
    house.connector.refusal = new SendRefused('later', { permanent: false, status: 503 });
    const message = said('kari', 'hvordan baker jeg brød', { place: RPH });
    await house.handle(message);
    house.connector.refusal = undefined;
    await house.handle(edited('kari', QUESTION, { place: RPH, id: message.id }));
    house.house.delivery.start();
    await house.house.delivery.runAllDue();
    sinon.useFakeTimers({ now: Date.now() + 60_000, shouldAdvanceTime: true });
    await house.house.delivery.runAllDue();
    const { sent } = house.connector;
    assert.deepEqual(
      sent.map(({ what, activityId }) => [what, activityId]),
      [
        ['send', sent[0]?.activityId],
        ['update', sent[0]?.activityId],
      ],
    );
    assert.match(sent[1]?.message.summary ?? '', /psykolog/);
  });

  it('one answer to a message, in its thread and as an answer to it', async () => {
    const { sent } = await house.handle(said('kari', QUESTION, { place: RPH, id: 'm-own' }));
    assert.deepEqual(
      sent.map(({ what, to, replyToId }) => ({ what, to, replyToId })),
      [{ what: 'send', to: RPH.conversationId, replyToId: 'm-own' }],
    );
  });

  it('what others changed meanwhile is read anew, and nothing of either is lost', async () => {
    const language = () => pressed('eli', { verb: 'admin.setLocale', data: { bank: 'rph', locale: 'nn' } }, { place: RPH });
    store.watched.beforeCommit = async () => {
      const person = await store.inner.get(HOUSE, PERSON.name, 'eli');
      await store.inner.commit(HOUSE, [{ op: 'put', kind: PERSON.name, id: 'eli', body: { ...person?.body, email: 'ny@example.no' } }]);
    };
    await house.handle(language());
    const eli = await store.inner.get(HOUSE, PERSON.name, 'eli');
    assert.deepEqual([eli?.body.locale, eli?.body.email], ['nn', 'ny@example.no']);
  });

  it('records that others change without end: an honest sentence, and nothing half done', async () => {
    const timers = sinon.useFakeTimers({ now: 0, toFake: ['performance', 'setTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 1 });
    const meddle = async (): Promise<void> => {
      timers.setSystemTime(performance.now());
      const person = await store.inner.get(HOUSE, PERSON.name, 'eli');
      await store.inner.commit(HOUSE, [{ op: 'put', kind: PERSON.name, id: 'eli', body: { ...person?.body } }]);
      await timers.tickAsync(500);
      if (performance.now() < 4_000) store.watched.beforeCommit = meddle;
    };
    store.watched.beforeCommit = meddle;
    const { reply } = await house.handle(pressed('eli', { verb: 'admin.setLocale', data: { bank: 'rph', locale: 'nn' } }, { place: RPH }));
    assert.match(textsOf(reply), /Mange endret det samme samtidig/);
    assert.equal((await store.inner.get(HOUSE, PERSON.name, 'eli'))?.body.locale, null);
  });

  it('a handler that fails: a calm sentence with an id, and nothing kept but the mark and the sentence', async () => {
    sinon.stub(house.house.handbook.library, 'shelf').rejects(new Error('the secret inside'));
    await house.handle(said('kari', 'hei', { place: RPH }));
    const before = await house.records();
    const { reply, sent } = await house.handle(said('kari', QUESTION, { place: RPH }));
    assert.match(textsOf(reply), /^Noe gikk galt hos meg\. Ingenting er lagret\..*oppgi [0-9a-f]{8}\.$/);
    assert.doesNotMatch(JSON.stringify(sent), /secret/);
    assert.deepEqual(
      newIn(before, await house.records())
        .map(({ kind }) => kind)
        .sort(),
      ['handled', 'outbox'],
    );
  });

  it('a handler that fails in an invoke is answered the same', async () => {
    sinon.stub(house.house.handbook.library, 'shelf').rejects(new Error('the secret inside'));
    const { reply } = await house.handle(pressed('kari', HELPFUL, { place: RPH, locale: 'en-GB' }));
    assert.match(textsOf(reply), /^Something went wrong on my side/);
    assert.equal((await recordsOfKind(house.storage, 'rating')).length, 0);
  });

  describe('when the store is away', () => {
    it('a message hears so in one sentence', async () => {
      const before = await recordsOf(store.inner);
      store.watched.away = true;
      const { sent } = await house.handle(said('nils', QUESTION, { place: RPH, locale: 'nn-NO' }));
      assert.deepEqual(
        sent.map(({ message }) => message.text),
        ['Eg får ikkje tak i det eg hugsar akkurat no. Ingenting er lagra. Prøv igjen om eit minutt.'],
      );
      assert.deepEqual(await recordsOf(store.inner), before);
    });

    it('who tells of danger hears whom to call all the same', async () => {
      store.watched.away = true;
      const { sent } = await house.handle(said('kari', 'han vil ta livet sitt', { place: RPH }));
      assert.match(sent[0]?.message.text ?? '', /^Er noen i fare nå\?\nRing 113 .*\nMedisinsk nødtelefon 113\n.*116 117/s);
    });

    it('an edited question too', async () => {
      store.watched.away = true;
      assert.equal((await house.handle(edited('kari', QUESTION, { place: RPH, id: 'm' }))).sent.length, 1);
    });

    it('an invoke hears so in its answer', async () => {
      store.watched.away = true;
      const { reply, sent } = await house.handle(pressed('kari', HELPFUL, { place: RPH }));
      assert.match(textsOf(reply), /^Jeg får ikke tak i det jeg husker/);
      assert.equal(sent.length, 0);
    });

    it('who only joined or left hears nothing', async () => {
      store.watched.away = true;
      const { text: _, hasFiles: _files, ...base } = said('kari', '', { place: RPH });
      assert.equal((await house.handle({ ...base, kind: 'members', joined: [], left: [base.person] })).sent.length, 0);
    });

    it('with the connector away as well the sender is told to come again', async () => {
      store.watched.away = true;
      house.connector.refusal = new SendRefused('away', { permanent: false });
      await assert.rejects(house.handle(said('kari', QUESTION, { place: RPH })), Unavailable);
    });

    it('and the same message is answered when it is back', async () => {
      const message = said('kari', QUESTION, { place: RPH });
      store.watched.away = true;
      await house.handle(message);
      store.watched.away = false;
      assert.equal((await house.handle(message)).reply.kind, 'show');
    });
  });

  it('a record that can not be read: one calm sentence all the same', async () => {
    await store.inner.commit(HOUSE, [{ op: 'put', kind: PERSON.name, id: 'kari', body: { roles: 'none' } }]);
    const { sent } = await house.handle(said('kari', QUESTION, { place: RPH }));
    assert.equal(sent.length, 1);
    assert.match(sent[0]?.message.text ?? '', /^Noe gikk galt hos meg/);
  });

  it('an answer that could not be sent stays in the outbox', async () => {
    house.connector.refusal = new SendRefused('later', { permanent: false, status: 503 });
    const message = said('kari', QUESTION, { place: RPH });
    await house.handle(message);
    const [row] = await recordsOfKind(house.storage, 'outbox');
    assert.equal(row?.body.state, 'waiting');
    assert.ok(row?.dueAt !== undefined);
  });
});
