import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHandbook } from '../../src/cli/check.ts';
import type { Finding, Guard } from '../../src/guard/index.ts';

const GOOD = {
  id: 'X1',
  question: 'Hva er dette?',
  answer: 'En prøve.',
  tags: ['drift'],
  audience: ['RPH'],
  source: 'Prøveheftet',
  asOf: '2025-01-01',
  reviewBy: '2027-01-01',
  owner: 'gruppa',
};

/** Sees a patient in «Kim», and danger in «fare». */
const guard: Guard = (text) => {
  const at = text.indexOf('Kim');
  const findings: Finding[] = at < 0 ? [] : [{ kind: 'name-clinical', from: at, to: at + 3 }];
  return text.includes('fare') ? { danger: 'life', findings } : { findings };
};

describe('check of a handbook', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'ressursbank-check-'));
    for (const folder of ['bank', 'felles', 'tull']) mkdirSync(join(root, folder));
  });
  after(() => rmSync(root, { recursive: true }));

  function findingsFor(entries: readonly object[], shared: readonly object[] = []) {
    writeFileSync(join(root, 'bank/svar.yaml'), entries.map((entry) => `\n- ${JSON.stringify(entry)}`).join('') || '[]');
    writeFileSync(join(root, 'felles/alle.yaml'), JSON.stringify(shared));
    return checkHandbook({ root, folder: 'bank', topics: new Set(['drift']), today: '2026-03-02', guard }).findings;
  }

  it('finds nothing where nothing is wrong', () => assert.deepEqual(findingsFor([GOOD]), []));

  it('reads a folder that is named by its whole path', () => {
    findingsFor([GOOD]);
    const checked = checkHandbook({ root: tmpdir(), folder: join(root, 'bank'), topics: new Set(['drift']), today: '2026-03-02', guard });
    assert.deepEqual(checked, { entries: 1, findings: [] });
  });

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['a topic that nobody knows', { tags: ['drift', 'tull'] }, /^tags: .*«tull»/],
    ['an answer for nobody', { audience: [] }, /^audience: /],
    ['no source', { source: ' ' }, /^source: /],
    ['a source left out', { source: undefined }, /^source: /],
    ['a review before the answer', { asOf: '2027-02-01' }, /^reviewBy: /],
    ['a link that is not https', { link: 'http://example.no' }, /^link: /],
    ['a date that is none', { asOf: 'i fjor' }, /^asOf: /],
    ['a patient in the answer', { answer: 'Kim har angst.' }, /^answer: ser ut til å inneholde et navn/],
    ['a patient in the source', { source: 'Journalen til Kim' }, /^source: ser ut til/],
  ];
  for (const [what, change, text] of wrong) {
    it(`names ${what}, with file, line and entry`, () => {
      const [finding, ...more] = findingsFor([
        { ...GOOD, id: 'X0' },
        { ...GOOD, ...change },
      ]);
      assert.deepEqual([finding?.level, finding?.file, finding?.line, finding?.entry], ['feil', 'bank/svar.yaml', 3, 'X1']);
      assert.match(finding?.text ?? '', text);
      assert.equal(more.length, 0);
    });
  }

  it('finds an id that is used twice, also beside the bank’s own files', () => {
    const [finding] = findingsFor([GOOD], [GOOD]);
    assert.deepEqual(
      [finding?.level, finding?.file, finding?.text],
      ['feil', 'felles/alle.yaml', 'id-en er brukt før, i svar.yaml linje 2'],
    );
  });

  it('warns of a question that tells of danger, and lets an answer speak of it', () => {
    const findings = findingsFor([
      { ...GOOD, question: 'Er noen i fare?' },
      { ...GOOD, id: 'X2', answer: 'Ring 113 ved fare.' },
    ]);
    assert.deepEqual(
      findings.map(({ level, entry }) => [level, entry]),
      [['advarsel', 'X1']],
    );
  });

  it('warns of an answer past its review', () => {
    const findings = findingsFor([
      { ...GOOD, reviewBy: '2026-03-01' },
      { ...GOOD, id: 'X2', reviewBy: '2026-03-02' },
    ]);
    assert.deepEqual(
      findings.map(({ level, entry }) => [level, entry]),
      [['advarsel', 'X1']],
    );
  });

  it('names a file that can’t be read, and a folder that is not there', () => {
    writeFileSync(join(root, 'tull/brutt.yaml'), '- id: "X\n  question: [');
    const options = { root, topics: new Set<string>(), today: '2026-03-02', guard };
    assert.match(checkHandbook({ ...options, folder: 'tull' }).findings[0]?.text ?? '', /^kan ikke tolkes/);
    assert.deepEqual(checkHandbook({ ...options, folder: 'borte' }).findings, [
      { level: 'feil', file: 'borte', text: 'mappa finnes ikke' },
    ]);
  });
});
