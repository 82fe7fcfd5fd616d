import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readerOf } from '../../src/bot/tx.ts';
import { WEBINAR, type Webinar } from '../../src/features/webinars/model.ts';
import { published } from '../../src/features/webinars/rules/lifecycle.ts';
import { writeXlsx } from '../../src/files/index.ts';
import { runCli } from '../support/child.ts';
import { inStore } from '../support/store.ts';

const CLOCK = '2026-03-02T09:00:00+01:00';
const NOW = Date.parse(CLOCK);

interface Said {
  readonly code: number | null;
  readonly imported: readonly { id: string; line: number; title: string; date: string; state: string; what: string }[];
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

describe('webinars import', function () {
  this.timeout(60_000);
  let folder: string;
  let env: { DATA_DIR: string; CLOCK: string };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-webinars-'));
    env = { DATA_DIR: join(folder, 'data'), CLOCK };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function file(name: string, ...lines: readonly string[]): string {
    writeFileSync(join(folder, name), lines.join('\r\n'));
    return join(folder, name);
  }
  async function brings(path: string, bank = 'rph'): Promise<Said> {
    const { code, out, err } = await runCli(['webinars', 'import', path, '--bank', bank, '--json'], { env });
    assert.equal(err, '');
    return { code, ...JSON.parse(out) };
  }
  const webinars = (bank = 'rph'): Promise<readonly Webinar[]> =>
    inStore(env.DATA_DIR, async (storage) => (await readerOf(storage, bank).list(WEBINAR)).items.map(({ body }) => body));
  /** As somebody does it in Teams. */
  const changes = (change: (webinar: Webinar) => Webinar): Promise<void> =>
    inStore(env.DATA_DIR, async (storage) => {
      for (const { id, body } of (await readerOf(storage, 'rph').list(WEBINAR)).items) {
        await storage.commit('rph', [{ op: 'put', kind: WEBINAR.name, id, body: change(body) }]);
      }
    });
  const publish = () =>
    changes((webinar) => published(webinar, [{ bank: 'rph', channel: '19:ann', name: '' }], { at: NOW, by: 'eli', name: 'Eli' }));

  it('brings a plan in, the same again changes nothing, and a changed row changes what is changed in it', async () => {
    const plan = (place: string) =>
      file(
        'plan.csv',
        'Tittel;Dato;Fra;Til;Sted;Publiseres;Farge',
        'Oppstart av RPH;5.3.2026;13.00;14.30;;;rød',
        `Samling;12.3.2026;;;${place};2026-03-03;grønn`,
      );
    const first = await brings(plan('Oslo'));
    assert.deepEqual([first.code, first.faults, first.warnings], [0, [], ['kolonnen «Farge» er ikke kjent og er ikke brukt']]);
    assert.deepEqual(
      first.imported.map(({ id: _id, ...rest }) => rest),
      [
        { line: 2, title: 'Oppstart av RPH', date: '2026-03-05', state: 'draft', what: 'new' },
        { line: 3, title: 'Samling', date: '2026-03-12', state: 'scheduled', what: 'new' },
      ],
    );
    const again = await brings(plan('Oslo'));
    assert.deepEqual(
      again.imported.map(({ id, what }) => [id, what]),
      first.imported.map(({ id }) => [id, 'same']),
    );
    await changes((webinar) => ({ ...webinar, description: 'Skrevet i Teams' }));
    const changed = await brings(plan('Bergen'));
    assert.deepEqual(
      changed.imported.map(({ what }) => what),
      ['same', 'changed'],
    );
    const [stored] = (await webinars()).filter(({ title }) => title === 'Samling');
    assert.deepEqual([stored?.place, stored?.description, stored?.mode], ['Bergen', 'Skrevet i Teams', 'physical']);
  });

  it('brings nothing in where one row is wrong, and tells every fault', async () => {
    const path = file('feil.csv', 'Tittel;Dato;Deltakere;Farge', 'God;5.3.2026;3;', 'Dårlig;5.14.2026;nesten 250;');
    const { code, imported, faults, warnings } = await brings(path);
    assert.deepEqual([code, imported, warnings.length], [1, [], 1]);
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      ['rad 3, Dato', 'rad 3, Deltakere'],
    );
    const told = await runCli(['webinars', 'import', path, '--bank', 'rph'], { env });
    assert.deepEqual([told.code, told.out], [1, '']);
    assert.match(
      told.err,
      /feil\.csv har feil, og ingenting er hentet inn:\n {2}- rad 3, Dato: .*\n {2}- rad 3, Deltakere: .*\nAdvarsel: kolonnen «Farge» /,
    );
    assert.deepEqual(await webinars(), []);
  });

  it('reads workbooks, warns of what may be the same, and says in words what it did', async () => {
    await brings(file('en.csv', 'Tittel;Dato', 'Webinar om oppstart av RPH;2026-03-05'));
    const path = join(folder, 'to.xlsx');
    await writeXlsx(path, [{ name: 'Plan', columns: ['Arrangement', 'Dato', 'Deltakere'], rows: [['Oppstart av RPH', '2026-03-05', 12]] }]);
    const { code, out } = await runCli(['webinars', 'import', path, '--bank', 'fact-ung'], { env });
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'Nye: 1 arrangement',
        '  - 2026-03-05 Oppstart av RPH',
        'Endret: 0 arrangementer',
        'Som før: 0 arrangementer',
        'Advarsel: rad 2: «Oppstart av RPH» ligner på «Webinar om oppstart av RPH» torsdag 5. mars, som finnes fra før i rph',
        '',
      ].join('\n'),
    );
    assert.equal((await webinars('fact-ung'))[0]?.participants, 12);
  });

  it('makes an event that lies in another bank one of this bank too', async () => {
    const path = file('plan.csv', 'Tittel;Dato', 'Samling;12.3.2026');
    await brings(path);
    const { imported } = await brings(path, 'fact-ung');
    assert.equal(imported[0]?.what, 'changed');
    assert.deepEqual(await webinars('fact-ung'), []);
    assert.deepEqual((await webinars())[0]?.banks, ['rph', 'fact-ung']);
    assert.equal((await brings(path, 'fact-ung')).imported[0]?.what, 'same');
  });

  describe('of a calendar', () => {
    const ics = (...events: readonly (readonly string[])[]) =>
      file(
        'plan.ics',
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//NO'],
        ...events.flatMap((lines) => ['BEGIN:VEVENT', 'DTSTAMP:20260301T080000Z', ...lines, 'END:VEVENT']),
        'END:VCALENDAR',
        '',
      );
    const event = (sequence: number, day: string, ...more: readonly string[]) => [
      ...['UID:a@example.no', `SEQUENCE:${sequence}`, 'SUMMARY:Oppstart', `DTSTART:${day}T120000Z`, `DTEND:${day}T133000Z`, ...more],
    ];

    it('moves what moved, calls off what was cancelled, and passes over what was never here', async () => {
      const [first] = (await brings(ics(event(0, '20260305')))).imported;
      assert.deepEqual([first?.what, first?.date, first?.state], ['new', '2026-03-05', 'draft']);
      await publish();
      const [moved] = (await brings(ics(event(1, '20260312')))).imported;
      assert.deepEqual([moved?.id, moved?.what, moved?.date, moved?.state], [first?.id, 'changed', '2026-03-12', 'published']);
      assert.deepEqual((await brings(ics(event(0, '20260305')))).imported[0]?.what, 'same', 'an older copy');
      const off = await brings(
        ics(event(2, '20260312', 'STATUS:CANCELLED'), [...event(0, '20260313', 'STATUS:CANCELLED').slice(1), 'UID:b']),
      );
      assert.deepEqual(
        off.imported.map(({ what, state }) => [what, state]),
        [['changed', 'cancelled']],
      );
      assert.deepEqual(off.warnings, ['hendelse 2: «Oppstart» er avlyst og var ikke her fra før; ikke hentet inn']);
      const [webinar] = await webinars();
      assert.deepEqual(
        webinar?.told.map(({ what }) => what),
        ['moved', 'cancelled'],
      );
      const jobs = await inStore(env.DATA_DIR, (storage) => storage.list('rph', 'job', { limit: 1000 }));
      const keys = jobs.items.map(({ body }) => String(body.key));
      assert.ok(
        ['moved', 'cancelled'].every((what) => keys.includes(`webinar:${webinar?.id}:tell:${what}`)),
        keys.join(),
      );
      assert.equal((await inStore(env.DATA_DIR, (storage) => storage.list('rph', 'posting'))).items.length, 1, 'its card is to show it');
    });
  });
});
