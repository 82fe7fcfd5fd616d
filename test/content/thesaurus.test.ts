import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../content/thesaurus');

/** Fewer groups than this means that a file was lost or cut. */
const MIN_GROUPS = 800;
/** A word that stands in more groups than this drags in too many unrelated words. */
const MAX_GROUPS_PER_TERM = 4;
/** The search looks for terms of at most this many words. */
const MAX_WORDS = 4;

type Group = { file: string; terms: unknown[] };

function readGroups(file: string): Group[] {
  const content: unknown = parse(readFileSync(join(FOLDER, file), 'utf8'));
  assert.ok(Array.isArray(content), `${file} is not a list`);
  return content.map((terms: unknown, index) => {
    assert.ok(Array.isArray(terms), `${file}: entry ${index + 1} is not a list of terms`);
    return { file, terms };
  });
}

function keyOf(terms: unknown[]): string {
  return terms
    .map((term) => String(term).toLowerCase())
    .sort()
    .join('|');
}

describe('content/thesaurus', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  const groups = files.flatMap(readGroups);

  it(`has at least ${MIN_GROUPS} groups`, () => {
    assert.ok(groups.length >= MIN_GROUPS, `only ${groups.length} groups`);
  });

  it('opens every file with a comment for the editor', () => {
    const silent = files.filter((file) => !readFileSync(join(FOLDER, file), 'utf8').startsWith('# '));
    assert.deepEqual(silent, []);
  });

  it('has one group per line, so that an editor can add and remove lines', () => {
    const odd = files.flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#') && !/^- \[.+\]$/.test(line)),
    );
    assert.deepEqual(odd, []);
  });

  it('has only trimmed, non-empty text as terms', () => {
    const bad = groups.filter(({ terms }) => terms.some((term) => typeof term !== 'string' || term === '' || term !== term.trim()));
    assert.deepEqual(bad, []);
  });

  it(`has terms of at most ${MAX_WORDS} words`, () => {
    const long = groups.flatMap(({ terms }) => terms.filter((term) => String(term).split(/\s+/).length > MAX_WORDS));
    assert.deepEqual(long, []);
  });

  it('has at least two different terms in every group', () => {
    const bad = groups.filter(
      ({ terms }) => terms.length < 2 || new Set(terms.map((term) => String(term).toLowerCase())).size !== terms.length,
    );
    assert.deepEqual(bad, []);
  });

  it('has no group twice', () => {
    const keys = groups.map(({ terms }) => keyOf(terms));
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
  });

  it(`has no term in more than ${MAX_GROUPS_PER_TERM} groups`, () => {
    const counts = new Map<string, number>();
    for (const term of groups.flatMap(({ terms }) => terms.map((term) => String(term).toLowerCase()))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const crowded = [...counts].filter(([, count]) => count > MAX_GROUPS_PER_TERM);
    assert.deepEqual(crowded, []);
  });

  it('keeps the two meanings of HF apart', () => {
    const withHf = groups.filter(({ terms }) => terms.includes('HF')).map(({ terms }) => terms);
    assert.equal(withHf.length, 2);
    assert.ok(withHf.some((terms) => terms.includes('helseforetak') && !terms.includes('Housing First')));
    assert.ok(withHf.some((terms) => terms.includes('Housing First') && !terms.includes('helseforetak')));
  });

  it('never takes individual plan (IP) for job support (IPS)', () => {
    assert.deepEqual(
      groups.filter(({ terms }) => terms.includes('IP') && terms.includes('IPS')),
      [],
    );
  });
});
