import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tilesOf, wholePercent } from '../../../src/features/contacts/rules/tiles.ts';

const words = { title: 'Andel', unknown: 'ukjent' };
const oslo = (share: number | null, ambition: number | null = 0.94) =>
  tilesOf([{ county: '03', name: 'Oslo', share }], { ambition, ...words }).tiles[0];

describe('tile grid of counties', () => {
  const shares: readonly (readonly [share: number | null, value: string, step: number | null])[] = [
    [null, 'ukjent', null],
    [0, '0 %', 0],
    [0.0001, '1 %', 1],
    [0.2449, '24 %', 1],
    // What is shown as a limit has its colour.
    [0.2451, '25 %', 2],
    [0.5, '50 %', 3],
    [0.75, '75 %', 4],
    [0.9349, '93 %', 4],
    [0.94, '94 %', 5],
    [0.9999, '99 %', 5],
    [1, '100 %', 5],
  ];
  for (const [share, value, step] of shares) {
    it(`says ${value} of ${share}`, () => {
      const tile = oslo(share);
      assert.deepEqual([tile?.value.replace('\u00a0', ' '), tile?.step], [value, step]);
    });
  }

  it('never says nothing or all of what is only near it', () => {
    assert.deepEqual([0, 0.001, 0.5, 0.999, 1].map(wholePercent), [0, 1, 50, 99, 100]);
  });

  it('tells what the colours mean, the aim too where there is one', () => {
    const legendFor = (ambition: number | null) =>
      tilesOf([], { ambition, ...words }).legend.entries.map(({ text }) => text.replace('\u00a0', ' '));
    assert.deepEqual(legendFor(0.94), ['0 %', '1–24 %', '25–49 %', '50–74 %', '75–93 %', '94–100 %', 'ukjent']);
    assert.deepEqual(legendFor(null), ['0 %', '1–24 %', '25–49 %', '50–74 %', '75–100 %', 'ukjent']);
    assert.equal(oslo(1, null)?.step, 4);
  });

  it('has a place of its own for every county of today, outside the legend', () => {
    const table = readFileSync(new URL('../../../content/places/counties.csv', import.meta.url), 'utf8');
    const [columns = [], ...rows] = table
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const counties = rows.filter((row) => row[columns.indexOf('valid_to')] === '');
    const { tiles } = tilesOf(
      counties.map(([county = '', name = '']) => ({ county, name, share: 1 })),
      { ambition: null, ...words },
    );
    assert.equal(tiles.length, 15);
    assert.equal(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size, 15);
    assert.ok(tiles.every(({ column, row }) => column < 4 && row < 7 && (column > 1 || row > 2)));
  });

  it('puts counties that it does not know below the others', () => {
    const counties = ['98', '03', '99', '97', '96', '95'].map((county) => ({ county, name: county, share: null }));
    const { tiles } = tilesOf(counties, { ambition: null, ...words });
    assert.deepEqual(
      tiles.map(({ name, column, row }) => [name, column, row]),
      [
        ['98', 0, 7],
        ['03', 2, 4],
        ['99', 1, 7],
        ['97', 2, 7],
        ['96', 3, 7],
        ['95', 0, 8],
      ],
    );
  });
});
