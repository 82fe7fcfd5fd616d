import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexCorpus } from '../../src/cli/search-stream.ts';
import { runCli, startChild } from '../support/child.ts';

const CORPUS = [
  { id: 'a', title: 'Åpningstider', text: 'Kontoret er åpent fra åtte til fire.', extra: 1 },
  { id: 'b', title: 'Parkering', text: 'Besøkende parkerer gratis bak huset.' },
  { id: 'c', title: 'Kantine', text: 'Kantina har varm mat hver torsdag.' },
];

async function* lines(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

describe('handbook search', function () {
  this.timeout(20_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ressursbank-search-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('answers each line before the next one comes, goes on after a broken one, and opens no store', async () => {
    const corpus = join(folder, 'corpus.jsonl');
    writeFileSync(corpus, CORPUS.map((passage) => JSON.stringify(passage)).join('\n'));
    const DATA_DIR = join(folder, 'none');
    const child = startChild('src/cli.ts', ['handbook', 'search', '--jsonl', '--corpus', corpus], { DATA_DIR, PORT: 'not used' });
    child.write('{"id":"q1","query":"Hvor kan besøkende parkere?"}');
    const first = JSON.parse((await child.line()) ?? '');
    child.write('not JSON');
    child.write('{"id":7,"query":"xyzzy"}');
    const second = JSON.parse((await child.line()) ?? '');
    const { code, out, err } = await child.end();
    assert.deepEqual([first.id, first.results[0].id, first.answered], ['q1', 'b', true]);
    assert.ok(first.results[0].score > 0.5 && first.results.every(({ score }: { score: number }) => score <= first.results[0].score));
    assert.deepEqual(second, { id: 7, results: [], answered: false });
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^linje 2: /);
    assert.throws(() => rmSync(DATA_DIR));
  });

  it('names every broken line of a corpus, and ids that stand twice', async () => {
    const good = JSON.stringify(CORPUS[0]);
    await assert.rejects(indexCorpus(lines(good, '', '{"id":"x","title":7}', '{', good), { groups: [] }), ({ faults }) => {
      assert.match(faults[0], /^linje 3: title/);
      assert.match(faults[1], /^linje 4: /);
      assert.match(faults[2], /^linje 5: .*linje 1 /);
      return faults.length === 3;
    });
  });

  it('takes a passage without a text, and an id that is a number', async () => {
    const index = await indexCorpus(lines('{"id":7,"title":"Parkering bak bygget"}', '{"id":"8","title":null,"text":"Nøkler"}'), {
      groups: [],
    });
    assert.deepEqual([index.size, index.search('parkering').hits[0]?.id], [2, '7']);
  });

  it('refuses a broken corpus before it answers anything', async () => {
    const corpus = join(folder, 'broken.jsonl');
    writeFileSync(corpus, `${JSON.stringify(CORPUS[0])}\n{"title":"b"}\n`);
    const { code, out, err } = await runCli(['handbook', 'search', '--jsonl', '--corpus', corpus], { input: '{"id":1,"query":"x"}' });
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /linje 2: id: /);
  });

  it('searches in a bank of a store that nobody has started on', async () => {
    const env = { DATA_DIR: join(folder, 'data') };
    const found = await runCli(['handbook', 'search', 'Må vi ha psykolog i teamet?', '--bank', 'rph', '--json'], { env });
    const { decision, hits } = JSON.parse(found.out);
    assert.deepEqual([found.code, decision, hits[0].id, hits[0].asOf], [0, 'sure', 'R12', '2023-12-31']);
    const read = await runCli(['handbook', 'search', 'Må vi ha psykolog i teamet?', '--bank', 'rph'], { env });
    assert.match(read.out, /^Håndboka har svar\.\n\n[\d.]+ {2}R12 {2}Må vi ha psykolog i teamet\?\n.*\n {6}Kilde: .* 31\. desember 2023\n/);
    const lined = await runCli(['handbook', 'search', '--jsonl', '--bank', 'rph'], {
      env,
      input: '{"id":"1","query":"psykolog i teamet"}',
    });
    assert.equal(JSON.parse(lined.out).results[0].id, 'R12');
    const unknown = await runCli(['handbook', 'search', '--jsonl', '--bank', 'tull'], { env });
    assert.deepEqual([unknown.code, unknown.out], [1, '']);
    assert.match(unknown.err, /«tull».*\n.*fact-ung, rph/);
  });
});
