import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardLines, type Delivery, type Known, messageLines, sheetOf } from '../../src/cli/delivery-lines.ts';
import { idFrom } from '../../src/core/ids.ts';
import { type OutboxRow, outboxSchema, type Posting, postingSchema } from '../../src/core/outbox.ts';
import { INTEREST, type Interest, interestId, type News, QUIET, WEBINAR, type Webinar } from '../../src/features/webinars/model.ts';
import { drafted, published } from '../../src/features/webinars/rules/lifecycle.ts';
import { cardIds, newsKey } from '../../src/features/webinars/store.ts';
import { readTable } from '../../src/files/index.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUSE } from '../../src/storage/port.ts';
import { NOW, PLAN } from '../features/webinars/plan.ts';
import { runCli } from '../support/child.ts';

const DAY = 86_400_000;
const BY = { at: NOW, by: 'eli', name: 'Eli Redaktør' };
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const CHANNEL = '19:ann';

function webinarOf(given: Partial<Webinar> = {}): Webinar {
  const draft = drafted(PLAN, { id: 'w1', bank: 'rph', tenantId: null, by: BY, what: 'created' });
  return { ...published(draft, [{ bank: 'rph', channel: CHANNEL, name: 'Kunngjøringer' }], BY), ...given };
}
const toldOf = (what: News, at = NOW + DAY, version = 0) => webinarOf({ told: [{ what, version, at }] });

const interestOf = (given: Partial<Interest> = {}): Interest => ({
  ...{ webinar: 'w1', person: 'kari', name: 'Kari Medlem', interested: true, at: NOW, locale: 'nb' },
  ...{ thread: null, reachable: true, tenantId: null },
  ...given,
});
const rowOf = (what: News, given: Partial<OutboxRow> = {}, version = 0): [string, OutboxRow] => {
  const key = newsKey({ webinar: 'w1', what, version, person: 'kari' });
  const recipient = { to: 'person', aadId: 'kari', name: 'Kari Medlem' };
  const row = { key, recipient, content: { type: 'text', text: '' }, locale: 'nb', state: 'waiting', createdAt: NOW, ...given };
  return [idFrom(key), outboxSchema.parse(row)];
};
const postingOf = (given: Partial<Posting> = {}): Posting =>
  postingSchema.parse({
    ...{ render: 'webinars.card', thing: { kind: 'webinar', id: 'w1' }, place: { in: 'channel', channelId: CHANNEL }, locale: 'nb' },
    ...{ conversationId: 'c', activityId: 'a', wanted: 2, shown: 2, state: 'standing', shownAt: NOW + 60_000 },
    ...given,
  });

const knownOf = (given: Partial<Known> = {}): Known => ({
  ...{ postings: new Map(), rows: new Map(), interested: new Map([['w1', [interestOf()]]]), quiet: new Set() },
  ...{ names: new Map([['rph', 'RPH Ressursbank']]), now: NOW + 2 * DAY },
  ...given,
});
const inShort = ({ what, to, where, reached, at, why }: Delivery) => [what, to, where, reached, at, why];

describe('report of deliveries', () => {
  describe('a card', () => {
    const { activityId: _activity, conversationId: _conversation, ...waiting } = postingOf({ shown: 0, shownAt: 0 });
    const cases: readonly (readonly [string, Posting | undefined, readonly [boolean, number | null, string]])[] = [
      ['that stands', postingOf(), [true, NOW + 60_000, '']],
      ['that stands and is behind', postingOf({ wanted: 3 }), [true, NOW + 60_000, 'viser ikke den siste endringen']],
      ['that waits', waiting, [false, null, 'venter på å bli lagt ut']],
      ['that did not go up', { ...waiting, state: 'failed', reason: '403 no' }, [false, null, 'kortet kom ikke opp: 403 no']],
      ['that somebody took down', postingOf({ state: 'gone', reason: '404 gone' }), [false, null, 'kortet er borte: 404 gone']],
      ['that was taken away', postingOf({ state: 'gone', reason: 'taken away' }), [false, null, 'tatt bort']],
      ['of which nothing is known', undefined, [false, null, 'kortet er ikke skrevet ned']],
    ];
    for (const [what, posting, expected] of cases) {
      it(what, () => {
        const postings = new Map(posting && [[cardIds.in('w1', CHANNEL), posting]]);
        const lines = cardLines(webinarOf(), MARCH, knownOf({ postings }));
        assert.deepEqual(lines.map(inShort), [['Kunngjøring', 'Kunngjøringer', 'kanal i RPH Ressursbank', ...expected]]);
      });
    }

    it('of another month is not in it', () =>
      assert.deepEqual(cardLines(webinarOf(), { from: '2026-04-01', to: '2026-04-30' }, knownOf()), []));

    it('that reminds the channel is one too', () => {
      const postings = new Map([[cardIds.reminder('w1', CHANNEL, 0), postingOf()]]);
      const [, reminder] = cardLines({ ...webinarOf(), remindedIn: [0] }, MARCH, knownOf({ postings }));
      assert.deepEqual([reminder?.what, reminder?.reached], ['Påminnelse i kanalen', true]);
    });
  });

  describe('a message', () => {
    const sentAt = NOW + DAY + 5_000;
    const written: readonly (readonly [string, Partial<OutboxRow>, readonly [string, boolean, number | null, string]])[] = [
      ['in a chat', { state: 'sent', way: 'personal', sentAt }, ['personlig chat', true, sentAt, '']],
      ['by calling upon somebody', { state: 'sent', way: 'mention', sentAt }, ['nevnt i tråden', true, sentAt, '']],
      ['before it was written when', { state: 'sent', way: 'personal' }, ['personlig chat', true, null, '']],
      ['that waits', {}, ['personlig chat', false, null, 'venter på å bli sendt']],
      ['that waits again', { attempts: 2, way: 'mention' }, ['nevnt i tråden', false, null, 'venter på å bli sendt, prøvd 2 ganger']],
      ['that was overtaken', { state: 'dropped', reason: 'webinar changed' }, ['personlig chat', false, null, 'noe nyere kom i stedet']],
      ['that was given up', { state: 'dead', reason: '403 blocked' }, ['personlig chat', false, null, 'kom ikke fram: 403 blocked']],
    ];
    for (const [what, row, expected] of written) {
      it(what, () => {
        const lines = messageLines(toldOf('moved'), MARCH, knownOf({ rows: new Map([rowOf('moved', row)]) }));
        assert.deepEqual(lines.map(inShort), [['Flyttet', 'Kari Medlem', ...expected]]);
      });
    }

    const silent: readonly (readonly [string, Webinar, Partial<Interest>, Partial<Known>, string])[] = [
      ['of which somebody wants none', toldOf('day'), {}, { quiet: new Set(['kari']) }, 'vil ikke ha påminnelser'],
      ['to somebody who can’t be written to', toldOf('moved'), { reachable: false }, {}, 'kan ikke skrives til'],
      ['that is forgotten', toldOf('moved'), {}, { now: NOW + 40 * DAY }, 'ikke skrevet ned lenger'],
      ['that was overtaken at once', { ...toldOf('moved'), version: 1 }, {}, {}, 'noe nyere kom i stedet'],
      ['that is still to be sent', toldOf('moved'), {}, {}, 'ikke sendt ennå'],
      ['that is no reminder', toldOf('moved'), {}, { quiet: new Set(['kari']) }, 'ikke sendt ennå'],
    ];
    for (const [what, webinar, interest, known, why] of silent) {
      it(what, () => {
        const interested = new Map([['w1', [interestOf(interest)]]]);
        const lines = messageLines(webinar, MARCH, knownOf({ interested, ...known }));
        assert.deepEqual(
          lines.map(({ reached, where, why: told }) => [reached, where, told]),
          [[false, '', why]],
        );
      });
    }

    const others: readonly (readonly [string, Partial<Interest>])[] = [
      ['was not interested', { interested: false }],
      ['was not interested yet', { at: NOW + 3 * DAY }],
    ];
    for (const [what, interest] of others) {
      it(`is missed by nobody who ${what}, and counted where it was sent all the same`, () => {
        const interested = new Map([['w1', [interestOf(interest)]]]);
        assert.deepEqual(messageLines(toldOf('moved'), MARCH, knownOf({ interested })), []);
        const rows = new Map([rowOf('moved', { state: 'sent', way: 'personal', sentAt })]);
        assert.equal(messageLines(toldOf('moved'), MARCH, knownOf({ interested, rows })).length, 1);
      });
    }

    it('of another month is not in it', () => assert.deepEqual(messageLines(toldOf('moved', NOW + 40 * DAY), MARCH, knownOf()), []));
  });

  it('is a table in order of time, by Norwegian clocks', () => {
    const delivery = { what: 'Flyttet', to: 'Kari Medlem', where: 'personlig chat', reached: true, at: NOW, why: '' };
    const sheet = sheetOf([
      { webinar: { id: 'b', date: '2026-03-06', title: 'B' }, ...delivery },
      { webinar: { id: 'a', date: '2026-03-05', title: 'A' }, ...delivery, reached: false, at: null, why: 'nei' },
    ]);
    assert.deepEqual(sheet, {
      columns: ['Arrangement', 'Hva', 'Til', 'Hvor', 'Nådd', 'Når', 'Hvorfor ikke'],
      rows: [
        ['A', 'Flyttet', 'Kari Medlem', 'personlig chat', 'nei', null, 'nei'],
        ['B', 'Flyttet', 'Kari Medlem', 'personlig chat', 'ja', '2026-03-02 09:00', ''],
      ],
    });
  });

  it('is written to a file', async function () {
    this.timeout(30_000);
    const folder = mkdtempSync(join(tmpdir(), 'ressursbank-deliveries-'));
    try {
      const env = { DATA_DIR: join(folder, 'data'), CLOCK: '2026-03-10T09:00:00+01:00' };
      const storage = await openStorage({ storage: 'sqlite', dataDir: env.DATA_DIR });
      const people = [interestOf(), interestOf({ person: 'ola', name: 'Ola Ung' })];
      const [id, row] = rowOf('day', { state: 'sent', way: 'personal', sentAt: NOW + DAY });
      await storage.commit('rph', [
        { op: 'put', kind: WEBINAR.name, id: 'w1', body: toldOf('day') },
        { op: 'put', kind: 'posting', id: cardIds.in('w1', CHANNEL), body: postingOf() },
        { op: 'put', kind: 'outbox', id, body: row },
        ...people.map((body) => ({ op: 'put', kind: INTEREST.name, id: interestId('w1', body.person), body }) as const),
      ]);
      await storage.commit(HOUSE, [{ op: 'put', kind: QUIET.name, id: 'ola', body: { person: 'ola' } }]);
      await storage.close();
      const out = join(folder, 'ut');
      const args = ['report', 'deliveries', '--bank', 'rph', '--half-year', '2026-1', '--out', out];
      const { code, out: said, err } = await runCli(args, { env });
      assert.deepEqual([code, err], [0, '']);
      const path = join(out, 'leveranser.csv');
      assert.equal(said, `1 kort, 1 står\n2 beskjeder til dem som er interesserte, 1 nådd\nSkrevet: ${path}\n`);
      const { rows } = await readTable(path);
      assert.deepEqual(
        rows.map(({ cells }) => Object.values(cells).slice(1).join('|')),
        [
          'Kunngjøring|Kunngjøringer|kanal i RPH Ressursbank|ja|2026-03-02 09:01|',
          'Påminnelse dagen før|Kari Medlem|personlig chat|ja|2026-03-03 09:00|',
          'Påminnelse dagen før|Ola Ung||nei||vil ikke ha påminnelser',
        ],
      );
      const json = await runCli([...args.slice(0, -1), join(folder, 'json'), '--json'], { env });
      const { cards, messages } = JSON.parse(json.out);
      assert.deepEqual(
        [cards, messages],
        [
          { all: 1, reached: 1 },
          { all: 2, reached: 1 },
        ],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
